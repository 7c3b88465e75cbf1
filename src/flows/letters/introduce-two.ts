/** The letter that introduces two people to each other: written when both have agreed, never before (R12). */
import { type Because, because } from "../../domain/because.ts";
import { mayIntroduce } from "../../domain/contact/referrals.ts";
import { introductionErrand } from "../../domain/draft/errand.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import type { LetterFacts } from "../../templates/catalogue.ts";
import { isKnown } from "../../templates/choose-variant.ts";
import { circleOf } from "../circle.ts";
import { ownerView } from "../owner/owner-view.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";
import { askForLetters } from "./ask-for-letters.ts";
import { type Desk, deskOf } from "./desk.ts";
import { letterCaps } from "./letter-caps.ts";
import { type ErrandLetter, namesOf, renderErrand } from "./render-errand.ts";

export type Introduction =
  | { kind: "letter"; names: readonly [string, string]; alsoTo: string; letter: WrittenErrand }
  /** One of them has not agreed yet, or is not to be written to, or no more letters go out today. */
  | { kind: "waits"; because: Because }
  /** Something is not known; the question says what. */
  | { kind: "refused"; question: string };

type WrittenErrand = Extract<ErrandLetter, { state: "written" }>;

/** As it would be written now. Undefined when there are no two such people with an address. */
export async function introduceTwo(
  world: World,
  owner: OwnerId,
  oneId: ContactId,
  otherId: ContactId,
): Promise<Introduction | undefined> {
  const [one] = await loadContacts(world.database, owner, oneId);
  const [other] = await loadContacts(world.database, owner, otherId);
  if (one === undefined || other === undefined || oneId === otherId) return undefined;
  const alsoTo = other.addresses[0];
  if (one.addresses[0] === undefined || alsoTo === undefined) return undefined;
  const circle = await circleOf(world, await ownerView(world, owner));
  const desk = await deskOf(world, circle);
  const held = introductionHeld(one, other, desk) ?? (await letterCaps(world, circle)).of(one, "introduction");
  if (held !== undefined) return { kind: "waits", because: held };
  const letter = letterToTwo(one, other, desk);
  if (letter.state === "refused") return { kind: "refused", question: questionAbout(letter.facts, one, other) };
  return { kind: "letter", names: [one.name, other.name], alsoTo, letter };
}

/** Puts it among the letters that wait for a yes; what stands in its way is answered instead. */
export async function askForIntroduction(
  world: World,
  owner: OwnerId,
  oneId: ContactId,
  otherId: ContactId,
): Promise<Introduction | undefined> {
  const introduction = await introduceTwo(world, owner, oneId, otherId);
  if (introduction?.kind !== "letter") return introduction;
  const { now } = await viewpointOf(world, owner);
  const [name, otherName] = introduction.names;
  await askForLetters(world, owner, [
    introductionErrand({ contactId: oneId, name }, { contactId: otherId, name: otherName }, now),
  ]);
  return introduction;
}

/** Why these two are not introduced now: a stop (R45), or a yes that is missing. */
export function introductionHeld(one: ContactRow, other: ContactRow, desk: Desk): Because | undefined {
  const stopped = [one, other].find(({ status }) => status === "blocked");
  if (stopped !== undefined) return because("R45.do_not_contact", `${stopped.name} is not to be written to.`);
  const agreed = mayIntroduce(agreeing(one, desk), agreeing(other, desk));
  return agreed.kind === "waits" ? agreed.because : undefined;
}

const agreeing = ({ contactId, name }: ContactRow, { choices }: Desk) => ({
  id: contactId,
  name,
  choices: choices.get(contactId) ?? {},
});

/** In the language and the voice of the first. */
export function letterToTwo(one: ContactRow, other: ContactRow, desk: Desk): ErrandLetter {
  const seed = `${one.contactId}/${other.contactId}`;
  return renderErrand({ kind: "introduction", contact: one, facts: factsOfTwo(one, other, desk), seed }, desk);
}

function factsOfTwo(one: ContactRow, other: ContactRow, desk: Desk): LetterFacts {
  const [job, otherJob] = [jobOf(one, desk), jobOf(other, desk)];
  return {
    ...namesOf(one, desk),
    otherFullName: other.name,
    ...(other.greetingName !== undefined && { otherName: other.greetingName }),
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
