/** The letter that introduces two people to each other: written when both have agreed, never before (R12). */
import { type Because, because } from "../../domain/because.ts";
import { mayIntroduce } from "../../domain/contact/referrals.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { type LetterFacts, specificsIn } from "../../templates/catalogue.ts";
import { isKnown } from "../../templates/choose-variant.ts";
import { type LintFinding, lintLetter } from "../../templates/lint.ts";
import { type Letter, renderLetter } from "../../templates/render.ts";
import { viewpointOf } from "../viewpoint.ts";
import type { World } from "../world.ts";
import { type Desk, deskOf } from "./desk.ts";
import { localeOf, voiceOf } from "./write-letter.ts";

export type Introduction =
  | {
      kind: "letter";
      names: readonly [string, string];
      to: readonly [Address, Address];
      locale: string;
      letter: Letter;
      findings: readonly LintFinding[];
    }
  /** One of them has not agreed yet, or is not to be written to. */
  | { kind: "waits"; because: Because }
  /** Something is not known; the question says what. */
  | { kind: "refused"; question: string };

/** In the language and the voice of the first. Undefined when there are no two such people with an address. */
export async function introduceTwo(
  world: World,
  owner: OwnerId,
  oneId: ContactId,
  otherId: ContactId,
): Promise<Introduction | undefined> {
  const [one] = await loadContacts(world.database, owner, oneId);
  const [other] = await loadContacts(world.database, owner, otherId);
  const [to, otherTo] = [one?.addresses[0], other?.addresses[0]];
  if (one === undefined || other === undefined || to === undefined || otherTo === undefined || oneId === otherId)
    return undefined;
  const { now } = await viewpointOf(world, owner);
  const desk = await deskOf(world, owner, now);
  const stopped = [one, other].find(({ status }) => status === "blocked");
  if (stopped !== undefined) {
    const text = `${stopped.name} is not to be written to.`;
    return { kind: "waits", because: because("R45.do_not_contact", text) };
  }
  const agreed = mayIntroduce(agreeing(one, desk), agreeing(other, desk));
  if (agreed.kind === "waits") return agreed;
  const kind = "introduction";
  const [locale, voice] = [localeOf(one.locale), voiceOf(one, desk)];
  const facts = factsOfTwo(one, other, desk);
  const { template } = desk.templates.of(kind, voice, locale);
  const rendered = renderLetter({ kind, template, facts, seed: `${oneId}/${otherId}` });
  if (rendered.kind === "refused") return { kind: "refused", question: questionAbout(facts, one, other) };
  const findings = lintLetter(rendered.letter, {
    kind,
    locale,
    to,
    times: [],
    specifics: specificsIn(kind, facts),
    ...(facts.greetingName !== undefined && { greetingName: facts.greetingName }),
    ...(facts.ownerName !== undefined && { ownerName: facts.ownerName }),
  });
  return {
    kind: "letter",
    names: [one.name, other.name],
    to: [to, otherTo],
    locale,
    letter: rendered.letter,
    findings,
  };
}

const agreeing = ({ contactId, name }: ContactRow, { choices }: Desk) => ({
  id: contactId,
  name,
  choices: choices.get(contactId) ?? {},
});

function factsOfTwo(one: ContactRow, other: ContactRow, desk: Desk): LetterFacts {
  const { ownerName, ownerFullName } = desk;
  const [job, otherJob] = [jobOf(one, desk), jobOf(other, desk)];
  return {
    fullName: one.name,
    otherFullName: other.name,
    ...(one.greetingName !== undefined && { greetingName: one.greetingName }),
    ...(other.greetingName !== undefined && { otherName: other.greetingName }),
    ...(ownerName !== undefined && { ownerName }),
    ...(ownerFullName !== undefined && { ownerFullName }),
    ...(job !== undefined && { job }),
    ...(otherJob !== undefined && { otherJob }),
  };
}

const jobOf = ({ contactId }: ContactRow, { facts, now }: Desk): string | undefined =>
  facts.get(contactId)?.find(({ kind, state, saidAt }) => kind === "job" && state === "open" && saidAt <= now)?.text;

function questionAbout(facts: LetterFacts, one: ContactRow, other: ContactRow): string {
  if (!isKnown(facts, "ownerName")) return "Which first name do you sign with?";
  if (!isKnown(facts, "greetingName")) return `How do you greet ${one.name}?`;
  if (!isKnown(facts, "otherName")) return `How do you greet ${other.name}?`;
  return `What does ${isKnown(facts, "job") ? other.name : one.name} do? Add it to what you know of them, such as "Head of Data at Acme".`;
}
