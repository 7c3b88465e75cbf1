/** From each kind of duty to the one shape that a day is made of: person, reason, place or means, text, next act (R43). */
import { type Because, because, sayBecause } from "../because.ts";
import type { DebriefPrompt } from "../contact/debrief.ts";
import type { Group } from "../contact/group.ts";
import type { WarmUp } from "../contact/warm-up.ts";
import { isErrandKind } from "../draft/errand.ts";
import type { Fact } from "../fact/fact.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { daysBetween, type Instant, type PlainDate } from "../time.ts";
import { type DayItem, type DutyAhead, type ItemKind, type ItemSubject, itemMinutes, type Where } from "./item.ts";

/** A follow-up that is due, with its letter if there is one. */
export type DueDuty = {
  followUpId: string;
  contactId: string;
  name: string;
  kind: string;
  because: readonly Because[];
  /** By letter, by a call, or by a note on paper. */
  way: "letter" | "call" | "post";
  urgency: number;
  closeness: number;
  deadlineAt?: Instant;
  address?: string;
  phone?: string;
  postalAddress?: string;
  giveNote?: string;
  /** Where they met and when they last talked, each in a sentence: what to have in mind on the phone. */
  context: readonly string[];
  /** The letter that stands: its question, when only the owner knows something that it lacks. */
  letter?: { draftId: string; to: string; body: string; question?: string };
};

/** What tells how long a duty takes, and no more. */
export type DutySize = Pick<
  DueDuty,
  "followUpId" | "contactId" | "kind" | "way" | "urgency" | "closeness" | "deadlineAt"
> & {
  hasPhone: boolean;
  /** The letter that stands: to be read, or with a question in its way. */
  letter?: "ready" | "asking";
};

/** A note, a call where a letter is wrong or cannot be, a letter to approve, a question in its way, else a letter to write. */
function kindOf({ way, hasPhone, letter }: Pick<DutySize, "way" | "hasPhone" | "letter">): ItemKind {
  if (way === "post") return "note";
  if (way === "call" || (hasPhone && letter === undefined)) return "call";
  if (letter === undefined) return "write";
  return letter === "asking" ? "question" : "approve";
}

/**
 * By person and duty: the letter's question answered, it is still the same thing to do. Of what the owner asked for themselves
 * there may be several.
 */
const idOf = ({ followUpId, contactId, kind }: Pick<DutySize, "followUpId" | "contactId" | "kind">): string =>
  isErrandKind(kind) ? `errand:${followUpId}` : `duty:${contactId}:${kind}`;

/** Its place among the others can be found before anything else of it is read. */
export const dutyAhead = (duty: DutySize): DutyAhead => ({
  id: idOf(duty),
  minutes: itemMinutes[kindOf(duty)],
  urgency: duty.urgency,
  closeness: duty.closeness,
  rolledOver: 0,
  subject: { contactId: duty.contactId, followUpId: duty.followUpId },
  ...(duty.deadlineAt !== undefined && { deadlineAt: duty.deadlineAt }),
});

export function dutyItem(duty: DueDuty): DayItem {
  const { letter, phone, name, way } = duty;
  if (way === "post") return noteItem(duty);
  if (phone !== undefined && (way === "call" || letter === undefined))
    return fromDuty(duty, "call", { mode: "phone", at: phone }, openingOf(duty), `Call ${name}`);
  if (way === "call") {
    const text = `A call is better than a letter here, and no number of ${name} is known: ask for it.`;
    return fromDuty(duty, "call", { mode: "phone" }, text, `Find a number of ${name} and call`);
  }
  if (letter === undefined) return unwrittenItem(duty);
  const subject = { draftId: letter.draftId };
  const where: Where = { mode: "email", at: letter.to };
  return letter.question === undefined
    ? fromDuty(duty, "approve", where, letter.body, `Read the letter to ${name} and send it`, subject)
    : fromDuty(duty, "question", where, letter.question, "Answer, and the letter is complete", subject);
}

/** R25: without an address the task asks for it. */
function noteItem(duty: DueDuty): DayItem {
  const { name, postalAddress } = duty;
  return postalAddress === undefined
    ? fromDuty(duty, "note", { mode: "post" }, `No postal address of ${name} is known: ask for it.`, "Find the address")
    : fromDuty(
        duty,
        "note",
        { mode: "post", at: postalAddress },
        "Four lines by hand: one thing that stayed with you, one wish, your name.",
        "Write the note and post it",
      );
}

function unwrittenItem(duty: DueDuty): DayItem {
  const { name, address, because: reasons } = duty;
  return address === undefined
    ? fromDuty(
        duty,
        "write",
        { mode: "here" },
        `There is no address or number of ${name} yet. How do you reach them?`,
        `Find a way to ${name}`,
      )
    : fromDuty(
        duty,
        "write",
        { mode: "email", at: address },
        `Write to ${name} in your own words. ${reasons.slice(0, 1).map(sayBecause).join("")}`.trim(),
        `Write to ${name}`,
      );
}

const openingOf = ({ giveNote, context }: DueDuty): string =>
  [giveNote === undefined ? "Think of one thing to bring." : `To offer: ${giveNote}`, ...context].join("\n");

function fromDuty(
  duty: DueDuty,
  kind: ItemKind,
  where: Where,
  text: string,
  act: string,
  more: ItemSubject = {},
): DayItem {
  const { followUpId, contactId, name, because: reasons, urgency, closeness, deadlineAt } = duty;
  return {
    id: idOf(duty),
    kind,
    minutes: itemMinutes[kind],
    who: name,
    because: reasons,
    where,
    text,
    act,
    subject: { contactId, followUpId, ...more },
    urgency,
    closeness,
    rolledOver: 0,
    ...(deadlineAt !== undefined && { deadlineAt }),
  };
}

/** As pressing as the thank-you that hangs on it. */
export function debriefItem(prompt: DebriefPrompt, guestNames: readonly string[], { boosts }: Policy): DayItem {
  const { eventId, endsAt, title, place, kind, deadlineAt } = prompt;
  const who = guestNames.length === 0 ? title : guestNames.slice(0, namesMax).join(", ");
  return {
    id: `debrief:${eventId}:${endsAt}`,
    kind: "debrief",
    minutes: itemMinutes.debrief,
    who,
    because: [prompt.because],
    where: { mode: "here", ...(place !== undefined && { at: place }) },
    text:
      kind === "meeting"
        ? `Did "${title}" take place? What did you promise, and what comes next?`
        : `Whom did you meet at "${title}"? One line each: name, address, why.`,
    act: kind === "meeting" ? `Say how "${title}" went` : "Say whom you met there",
    subject: { eventId, endedAt: endsAt },
    urgency: boosts.thankYouOpen,
    closeness: 0,
    deadlineAt,
    rolledOver: 0,
  };
}

const namesMax = 3;

/** Due on its day and more pressing with each day after it. */
export function promiseItem(
  fact: Fact & { dueOn: PlainDate },
  name: string,
  where: Where,
  policy: Policy,
  now: Instant,
): DayItem {
  const days = localDays(policy.zone);
  const late = Math.max(0, daysBetween(fact.dueOn, days.dayOf(now)));
  const by = late === 0 ? "You promised it for today." : `You promised it by ${fact.dueOn}.`;
  return {
    id: `promise:${fact.factId}`,
    kind: "promise",
    minutes: itemMinutes.promise,
    who: name,
    because: [because("R37.promise", by, { dueOn: fact.dueOn })],
    where,
    text: fact.text,
    act: "Do it, and say that it is done",
    subject: { contactId: fact.contactId, factId: fact.factId },
    urgency: promiseUrgency + late,
    closeness: 0,
    ...(late === 0 && { deadlineAt: days.endOf(fact.dueOn) }),
    rolledOver: 0,
  };
}

const promiseUrgency = 2;

type Known = { contactId: string; name: string; closeness: number };

export const giveNoteItem = ({ contactId, name, closeness }: Known, asked: Because): DayItem => ({
  ...small("give_note", `give:${contactId}`, name, asked),
  where: { mode: "here" },
  text: `What can you offer ${name}: a name, an article, an hour of help?`,
  act: `Say what you can offer ${name}`,
  subject: { contactId },
  closeness,
});

export const samePersonItem = (addresses: readonly string[], reasons: readonly Because[]): DayItem => ({
  ...small("same_person", `same:${addresses.join(" ")}`, addresses.join(", "), reasons[0]!),
  where: { mode: "here" },
  text: `Are ${addresses.join(" and ")} the same person?`,
  act: "Say whether they are one",
  subject: { addresses },
});

/** R4: raised on the day it is noticed, as pressing as somebody just met. */
export const wantedItem = (
  { wantedId, contactId, name }: { wantedId: string; contactId?: string; name: string },
  appeared: Because,
  { boosts }: Policy,
): DayItem => ({
  ...small("wanted", `wanted:${wantedId}`, name, appeared),
  where: { mode: "here" },
  text: `${name} is on your list of people to meet. Is it them?`,
  act: "Look who turned up",
  subject: { wantedId, ...(contactId !== undefined && { contactId }) },
  urgency: boosts.thankYouOpen,
});

/** R12: the month's "send something to X". */
export const giveBackItem = ({ contactId, name }: Omit<Known, "closeness">, owed: Because): DayItem => ({
  ...small("give_back", `give-back:${contactId}`, name, owed),
  where: { mode: "here" },
  text: `Whom or what could you send to ${name}: an introduction, a customer, an hour of help?`,
  act: `Send something to ${name}`,
  subject: { contactId },
});

export const groupItem = ({ groupId, name, url }: Pick<Group, "groupId" | "name" | "url">): DayItem => ({
  ...small("group", `group:${groupId}`, name, because("R44.group", "It is the turn of this one; at most one a day.")),
  where: { mode: "social", ...(url !== undefined && { at: url }) },
  text: "Answer one question there, or post one thing that helps.",
  act: `Look in at ${name}`,
  subject: { groupId },
});

export const commentItem = (
  { contactId, name, closeness }: Known,
  warming: WarmUp,
  profileUrl: string | undefined,
): DayItem => ({
  ...small("comment", `comment:${contactId}`, name, warming.because),
  where: { mode: "social", ...(profileUrl !== undefined && { at: profileUrl }) },
  text: `Comment on one post of ${name}, or answer one.`,
  act: "Comment, and say that you did",
  subject: { contactId },
  closeness,
});

/** Good to do and nothing lost by waiting: behind everything that is due. */
const small = (kind: ItemKind, id: string, who: string, reason: Because) => ({
  id,
  kind,
  minutes: itemMinutes[kind],
  who,
  because: [reason],
  urgency: 0,
  closeness: 0,
  rolledOver: 0,
});

/** Each time that an item was put off makes it more pressing, and says so (R9a). */
export const putOff = <Item extends DayItem | DutyAhead>(item: Item, times: number, { boosts }: Policy): Item =>
  times === 0
    ? item
    : {
        ...item,
        rolledOver: times,
        urgency: item.urgency + boosts.rollover * times,
        ...("because" in item && { because: [...item.because, putOffSo(times)] }),
      };

const putOffSo = (times: number): Because =>
  because("R9a.rollover", `Put off ${times === 1 ? "once" : `${times} times`}.`, { times });
