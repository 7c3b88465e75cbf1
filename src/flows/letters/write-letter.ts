/** One letter for one follow-up: how they would meet, which times, which facts, which words, and what is wrong with it. */
import { createHash } from "node:crypto";
import type { Because } from "../../domain/because.ts";
import { askWarning } from "../../domain/contact/referrals.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import { mayLeaveAt } from "../../domain/draft/sending-window.ts";
import type { ContactId, FollowUpId, MessageId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import { minuteOfDayIn, type Zone } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import {
  catalogue,
  type FactName,
  type LetterFacts,
  type LetterKind,
  type Locale,
  locales,
  openQuestionMark,
  specificsIn,
  type Voice,
} from "../../templates/catalogue.ts";
import { sayLink, underTimes } from "../../templates/link-line.ts";
import { type LintContext, type LintFinding, lintLetter } from "../../templates/lint.ts";
import { type Letter, type LetterRequest, type Rendered, renderLetter } from "../../templates/render.ts";
import { type ConnectionNote, connectionNote } from "./connection-note.ts";
import type { Desk } from "./desk.ts";
import { factsFor, type LetterAbout } from "./facts-for-letter.ts";
import { isFirstCall } from "./first-call.ts";
import { letterKindOf } from "./kind-of-letter.ts";
import { type Nudge, nudgesAfter } from "./nudges.ts";
import { minutesOf, offerFor, timesBecause } from "./offer-for-letter.ts";
import { type Way, wayToMeet } from "./way-to-meet.ts";

export type LetterWritten = Letter & {
  contactId: ContactId;
  followUpId: FollowUpId;
  kind: LetterKind;
  voice: Voice;
  locale: Locale;
  because: Because[];
  to: Address;
  /** Who else reads it. */
  alsoTo?: readonly Address[];
  textHash: Buffer;
  offer: Offer | undefined;
  /** The letter of theirs that it answers, in whose thread it stays. */
  answersMessageId?: MessageId;
  /** What it was made from, with the ids of its variants, what was missing, and the note that goes beside it. */
  facts: LetterFacts & {
    variants: readonly string[];
    missing?: readonly FactName[];
    note?: ConnectionNote;
    /** Of an invitation: the reminders that may follow it. */
    nudges?: readonly Nudge[];
    /** Where the reader's clock is, when anything tells. */
    readersZone?: Zone;
  };
  lint: LintFinding[];
  /** What only the owner can answer before the letter is whole. */
  question: string | undefined;
};

/** Undefined when the follow-up asks for no letter, or there is no address. */
export function writeLetter(
  followUp: DueFollowUp,
  contact: ContactRow,
  interactions: readonly Interaction[],
  desk: Desk,
): LetterWritten | undefined {
  const locale = localeOf(contact.locale);
  const voice = voiceOf(contact, desk);
  const isFirst = isFirstCall(contact, interactions, desk);
  const meeting = isFirst && followUp.meeting !== "advice_call" ? "call" : followUp.meeting;
  const way = wayToMeet(contact, interactions, { locale, voice, ...(meeting !== undefined && { meeting }) }, desk);
  const kind = letterKindOf({ ...followUp, ...(meeting !== undefined && { meeting }) }, way.occasion, voice);
  const to = contact.addresses[0];
  if (kind === undefined || to === undefined) return undefined;
  const asked = isFirst ? { ...followUp, meeting: "advice_call" as const } : followUp;
  const about = aboutLetter({ followUp: asked, contact, interactions, kind, voice, locale, way }, desk);
  const said = factsFor(about, desk);
  const { template, trouble } = desk.templates.of(kind, voice, locale);
  const { contactId } = contact;
  const rendered = renderHowKnown(way, {
    kind,
    template,
    facts: said,
    // Not the id: the same person met in the same files is written the same words.
    seed: to,
    used: desk.words.usedFor(contactId),
    kept: desk.words.keptBy(contactId, kind),
  });
  const plain: Letter = rendered.kind === "letter" ? rendered.letter : { subject: "", body: "" };
  const link = desk.links?.linkFor(followUp.followUpId);
  const { letter, times } = underTimes(plain, said.times ?? [], link && sayLink(link, locale, voice));
  const facts: LetterFacts = times.length === 0 ? said : { ...said, times };
  const { offer } = about;
  const { profileUrl } = desk.choices.get(contactId) ?? {};
  const wanted = { to, seed: to, locale, voice, profileUrl };
  const note = kind === "thank_you" ? connectionNote(facts, wanted, desk) : undefined;
  const nudges =
    rendered.kind === "letter" && followUp.step === "invitation" ? nudgesAfter(about, letter, to, desk) : [];
  return {
    contactId,
    followUpId: followUp.followUpId,
    kind,
    voice,
    locale,
    because: [...followUp.because, ...(offer === undefined ? [] : [way.because]), ...timesBecause(offer)],
    to,
    ...letter,
    textHash: hashOf({ to, ...letter, offer, nudges }),
    offer,
    facts: {
      ...facts,
      variants: rendered.kind === "letter" ? rendered.variants : [],
      ...(rendered.kind === "refused" && { missing: rendered.missing }),
      ...(note !== undefined && { note }),
      ...(nudges.length > 0 && { nudges }),
      ...(way.readersZone !== undefined && { readersZone: way.readersZone }),
    },
    lint: [
      ...(rendered.kind === "refused" ? [] : lintLetter(letter, lintContext(about, facts, to, desk))),
      ...thirdAsk(kind, contact, desk),
      ...(trouble === undefined ? [] : [ownVersionTrouble(trouble)]),
    ],
    question: rendered.kind === "refused" ? missingQuestion(rendered.missing, contact) : whyQuestion(facts, contact),
  };
}

/** With the times that it offers, where it offers any. */
export function aboutLetter(about: Omit<LetterAbout, "minutes" | "offer">, desk: Desk): LetterAbout {
  const { followUp, contact, kind, locale, way } = about;
  const minutes = minutesOf(way.occasion, desk.policy, kind === "advice_call" ? kind : followUp.meeting);
  const offer = offersTimes(kind, contact)
    ? offerFor({ ...wantedOf(followUp), lengthMinutes: minutes, locale }, way, desk)
    : undefined;
  return { ...about, minutes, offer };
}

/** What a letter to this person is held to now. */
export function lintContext(about: LetterAbout, facts: LetterFacts, to: Address, desk: Desk): LintContext {
  const { contact, kind, locale, followUp, way } = about;
  return {
    kind,
    locale,
    to,
    times: facts.times ?? [],
    specifics: specificsIn(kind, facts),
    alsoWrittenTo: (paragraph, over) => desk.words.alsoWrittenTo(paragraph, over, contact.contactId),
    isReadBefore: (body) => desk.words.isReadBy(contact.contactId, body),
    ...(facts.greetingName !== undefined && { greetingName: facts.greetingName }),
    ...(facts.ownerName !== undefined && { ownerName: facts.ownerName }),
    ...readersMinute(followUp, way.readersZone, desk),
  };
}

export const localeOf = (locale: string): Locale => locales.find((one) => one === locale) ?? "en";

/** Business unless the owner said otherwise: friendship is never inferred (R33), and the business voice is warm enough. */
export const voiceOf = ({ contactId }: Pick<ContactRow, "contactId">, { choices }: Pick<Desk, "choices">): Voice =>
  choices.get(contactId)?.purpose ?? "business";

/** R27: a meeting is asked for with its place, link or number, or not at all; what else is missing is asked before. */
function renderHowKnown({ place }: Way, request: LetterRequest): Rendered {
  if (place !== undefined || catalogue[request.kind].times !== "wanted") return renderLetter(request);
  const otherwise = renderLetter({ ...request, facts: { ...request.facts, place: openQuestionMark } });
  return otherwise.kind === "refused" ? otherwise : { kind: "refused", missing: ["place"] };
}

/** An encounter among several is followed by an invitation in the thank-you itself ("Clock terms"). */
const offersTimes = (kind: LetterKind, { metOthers }: ContactRow): boolean =>
  catalogue[kind].times === "wanted" || (kind === "thank_you" && (metOthers ?? 1) > 1);

function wantedOf({ contactId, followUpId, kind, meetUntil, deadlineAt }: DueFollowUp) {
  const until = meetUntil ?? (kind === "meet_by" ? deadlineAt : undefined);
  return { contactId, followUpId, ...(until !== undefined && { meetUntil: until }) };
}

type Hashed = Letter & {
  to: Address;
  offer: Offer | undefined;
  nudges: readonly Pick<Nudge, "step" | "wordsHash">[];
};

/** Of everything that an approval of the letter is about: whom it goes to, its words, its times, the reminders after it. */
export const hashOf = ({ to, subject, body, offer, nudges }: Hashed): Buffer =>
  createHash("sha256")
    .update(
      JSON.stringify([
        to,
        subject,
        body,
        offer?.times ?? [],
        offer?.unchecked ?? false,
        ...(nudges.length === 0 ? [] : [nudges.map(({ step, wordsHash }) => [step, wordsHash])]),
      ]),
    )
    .digest();

/** The hour at which the reader finds it, by their clock. */
function readersMinute(
  { kind, deadlineAt }: DueFollowUp,
  readersZone: LetterAbout["way"]["readersZone"],
  { policy, now, zone }: Desk,
): { readersMinute?: number } {
  const isThankYou = kind === "thank_you";
  const leaving = { isThankYou, zone: readersZone, ...(deadlineAt !== undefined && { deadlineAt }) };
  const leavesAt = mayLeaveAt(leaving, policy, now);
  return leavesAt === undefined ? {} : { readersMinute: minuteOfDayIn(readersZone ?? zone, leavesAt) };
}

/** The third ask with nothing given is worth a second thought (R39). Reminders belong to their ask. */
function thirdAsk(kind: LetterKind, { contactId }: ContactRow, { ledger }: Desk): LintFinding[] {
  if (catalogue[kind].times !== "wanted" || catalogue[kind].subject === "thread") return [];
  const warning = askWarning(ledger.get(contactId) ?? []);
  return warning === undefined ? [] : [{ rule: "third_ask", weight: "warn", message: warning.text }];
}

const ownVersionTrouble = (trouble: string): LintFinding => ({
  rule: "own_version",
  weight: "warn",
  message: `Your own version of this letter cannot be used, so this is ours. ${trouble}`,
});

const whyQuestion = (facts: LetterFacts, { name }: ContactRow): string | undefined =>
  facts.topic === openQuestionMark ? `What did you and ${name} talk about, or why do you want to meet?` : undefined;

const whereMet = (name: string): string =>
  `Where did you meet ${name}? Without one true thing to refer to, no letter is written.`;

const missingQuestions: Partial<Record<FactName, (name: string) => string>> = {
  greetingName: (name) => `How do you greet ${name}? No first name was found.`,
  ownerName: () => "Which first name do you sign with?",
  talk: whereMet,
  // The nearest sentence may be one about whoever introduced the two: where they met is what the owner can tell.
  introducer: whereMet,
  place: (name) => `How should this call with ${name} be held: by your video link, on your number, or on theirs?`,
  lastWhen: (name) => `When did you last talk with ${name}?`,
  admiration: (name) =>
    `What do you admire about ${name}, and where did you see it? Without that, no advice is asked for.`,
  topic: (name) => `What would you ask ${name} about? One question is enough.`,
  newRole: (name) => `What is ${name} doing now?`,
  referred: (name) => `Whom did ${name} send to you?`,
  threadSubject: (name) => `Under which subject did you write to ${name}?`,
};

export const missingQuestion = ([missing]: readonly FactName[], { name }: Pick<ContactRow, "name">): string =>
  missing === undefined
    ? `Something is missing for a letter to ${name}.`
    : (missingQuestions[missing]?.(name) ?? `Something is missing for a letter to ${name}: ${missing}.`);
