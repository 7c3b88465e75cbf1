/** The thread that a reminder stays in: the subject of the invitation, untouched, and what was asked for in it. */
import { z } from "zod";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import { catalogue, type LetterKind, letterKinds } from "../../templates/catalogue.ts";
import type { Desk } from "./desk.ts";
import type { LetterAbout } from "./facts-for-letter.ts";

export type Thread = { subject: string; occasion?: string };

const storedOccasion = z.object({ occasion: z.string().optional() }).catch({});

/** Undefined for letters that begin a thread, and when no letter of the owner is known. */
export function threadOf(
  { kind, contact, interactions }: Pick<LetterAbout, "kind" | "contact" | "interactions">,
  desk: Desk,
): Thread | undefined {
  if (catalogue[kind].subject !== "thread") return undefined;
  const sent = desk.letters.get(contact.contactId)?.findLast((one) => one.state === "sent" && begins(one.kind));
  if (sent !== undefined) return { subject: sent.subject, ...occasionIn(sent.facts) };
  const begunAt = desk.enrolments.get(contact.contactId)?.at(-1)?.steps[0]?.sentAt;
  const own = interactions.filter(isOwnMail);
  const byHand = own.find(({ at }) => begunAt !== undefined && at >= begunAt) ?? own.at(-1);
  return byHand?.title === undefined ? undefined : { subject: byHand.title };
}

const occasionIn = (facts: unknown): Pick<Thread, "occasion"> => {
  const { occasion } = storedOccasion.parse(facts);
  return occasion === undefined ? {} : { occasion };
};

const begins = (kind: string): boolean =>
  letterKinds.some((one: LetterKind) => one === kind && catalogue[one].subject === "own");

const isOwnMail = ({ mode, direction, others }: Interaction): boolean =>
  mode === "email" && direction === "outbound" && others === 1;
