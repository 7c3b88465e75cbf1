/** Whether one more letter of a kind may go to a person now: the caps over all rules, and the day's ten. */
import type { Because } from "../../domain/because.ts";
import {
  dailyCapBecause,
  lettersLeftToday,
  type MayWrite,
  mayWrite,
  type SentLetter,
  weightOf,
} from "../../domain/draft/frequency.ts";
import { allLetters } from "../../domain/draft/own-letters.ts";
import type { Policy } from "../../domain/policy.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { Instant } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import { type LetterSentRow, sentLetters } from "../../store/sent-letters.ts";
import type { LetterKind } from "../../templates/catalogue.ts";
import type { Circle } from "../circle.ts";
import { historyOf } from "../plan/person-history.ts";
import type { World } from "../world.ts";

export type LetterCaps = {
  /** Why no such letter may go to them now; undefined when it may. */
  of(contact: ContactRow, kind: LetterKind): Because | undefined;
};

export async function letterCaps(
  { database }: World,
  { view: { owner, policy, now }, interactions }: Pick<Circle, "view" | "interactions">,
): Promise<LetterCaps> {
  const sent = await sentLetters(database, owner);
  const isDayFull =
    lettersLeftToday(
      sent.map(({ at }) => at),
      policy,
      now,
    ) === 0;
  return {
    of(contact, kind) {
      if (isDayFull) return dailyCapBecause(policy);
      const may = mayWriteTo(
        contact,
        { kind, sent, interactions: interactions.get(contact.contactId) ?? [] },
        policy,
        now,
      );
      return may.kind === "later" ? may.because : undefined;
    },
  };
}

export type LettersKnown = {
  kind: string;
  /** Of everybody. */
  sent: readonly LetterSentRow[];
  /** With this person. */
  interactions: readonly Interaction[];
};

/** By the caps over all rules, whatever the day. */
export function mayWriteTo(
  contact: ContactRow,
  { kind, sent, interactions }: LettersKnown,
  policy: Policy,
  now: Instant,
): MayWrite {
  const theirs = sent
    .filter(({ contactId }) => contactId === contact.contactId)
    .map((one): SentLetter => ({ at: one.at, weight: weightOf(one.kind) }));
  const person = historyOf(contact, interactions, now);
  return mayWrite(allLetters(person, theirs, policy, now), weightOf(kind), policy, now);
}
