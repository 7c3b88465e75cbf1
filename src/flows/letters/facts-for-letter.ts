/**
 * Everything true that a letter to one person may say, in the letter's language. What is not known is left out, never
 * guessed; what only the owner knows is asked (R3, R26).
 */
import type { ContactChoices } from "../../domain/contact/choices.ts";
import { isClause } from "../../domain/contact/why-met.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { Fact, FactKind } from "../../domain/fact/fact.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import { noShowRule } from "../../domain/relationship/missed.ts";
import { dayIn, type Instant, type PlainDate } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import {
  type LetterFacts,
  type LetterKind,
  type Locale,
  openQuestionMark,
  type Voice,
} from "../../templates/catalogue.ts";
import { sayDays, sayMonth, sayOccasion, sayOfDay, sayPastDay } from "../../templates/phrases.ts";
import { fitsVoice } from "../../templates/register.ts";
import { type Shared, sayTalk } from "../../templates/say-talk.ts";
import type { Desk } from "./desk.ts";
import { threadOf } from "./thread-of.ts";
import type { Way } from "./way-to-meet.ts";

export type LetterAbout = {
  followUp: DueFollowUp;
  contact: ContactRow;
  interactions: readonly Interaction[];
  kind: LetterKind;
  voice: Voice;
  locale: Locale;
  way: Way;
  minutes: number;
  offer: Offer | undefined;
};

export function factsFor(about: LetterAbout, desk: Desk): LetterFacts {
  const { contact, interactions, locale, way, minutes, offer } = about;
  const { now, zone, ownerName, ownerFullName } = desk;
  const today = dayIn(zone, now);
  const talk = sharedOf(contact, interactions, ownerName);
  const lastTalk = interactions.findLast(({ depth }) => depth === "conversation" || depth === "thread");
  const isInvited = about.kind !== "thank_you" || (offer?.lines.length ?? 0) > 0;
  const thread = threadOf(about, desk);
  const missed = missedIn(about.followUp);
  return {
    ...present({
      greetingName: contact.greetingName,
      fullName: contact.name,
      ownerName,
      ownerFullName,
      talk: talk && sayTalk(talk, locale),
      metWhen: contact.metOn && sayOfDay(contact.metOn, today, locale),
      lastWhen: lastTalk && sayMonth(dayIn(zone, lastTalk.at), today, locale),
      referred: referredBy(about.followUp),
      occasion: thread?.occasion ?? sayOccasion(way.occasion, locale),
      // The invitation to what did not take place is the thread, when no letter is known.
      threadSubject: thread?.subject ?? missed?.title,
      missedWhen: missed && sayPastDay(dayIn(zone, missed.at), today, locale),
    }),
    ...learnt(about, desk, today),
    ...(isInvited && way.place !== undefined && { place: way.place }),
    ...(isInvited && { minutes }),
    ...(offer !== undefined && offer.lines.length > 0 && { times: offer.lines }),
  };
}

/** What was said and read about the person, as far as it is in the letter's language. */
function learnt({ kind, voice, contact, locale, way }: LetterAbout, desk: Desk, today: PlainDate): LetterFacts {
  const choices: ContactChoices = desk.choices.get(contact.contactId) ?? {};
  const facts = (desk.facts.get(contact.contactId) ?? []).filter(({ saidAt }) => saidAt <= desk.now);
  const newest = (wanted: FactKind, by?: Fact["saidBy"]): Fact | undefined =>
    facts.find(
      (one) =>
        one.kind === wanted &&
        one.state === "open" &&
        one.locale === locale &&
        (by === undefined || one.saidBy === by) &&
        (isQuoted.has(wanted) || fitsVoice(one.text, locale, voice)),
    );
  const trip = facts.find(
    (one) => one.kind === "trip" && one.saidBy === "person" && one.place !== undefined && isAhead(one, today),
  );
  const admiration = choices.admiration ?? newest("admiration")?.text;
  const tripFacts =
    trip === undefined || way.mode !== "in_person"
      ? {}
      : { tripPlace: trip.place, tripWhen: sayDays(trip.dueOn!, trip.untilOn ?? trip.dueOn!, locale) };
  return present({
    topic: asNoun(contact.metWhy) ?? asNoun(newest("topic")?.text) ?? openQuestion(kind, voice, contact),
    myPromise: newest("promise", "owner")?.text,
    theirQuestion: newest("question", "person")?.text,
    myQuestion: newest("question", "owner")?.text,
    someday: newest("someday")?.text,
    giveNote: withoutStop(choices.giveNote ?? newest("give")?.text),
    admiration: admiration === undefined ? undefined : asSentence(admiration),
    introducer: facts.find((one) => one.kind === "introducer")?.text,
    newRole: kind === "role_change" ? facts.find((one) => one.kind === "job")?.text : undefined,
    ...tripFacts,
  });
}

/** What was told as a sentence cannot stand where a noun does. */
const asNoun = (why: string | undefined): string | undefined => (why === undefined || isClause(why) ? undefined : why);

/** Said between quotation marks, in the words of whoever said them. */
const isQuoted: ReadonlySet<FactKind> = new Set(["question", "someday"]);

/** Kinds of letters whose reason only the owner may know. Friends need none. */
const askedWhy: readonly LetterKind[] = ["thank_you", "connection_note", "check_in", "coffee", "lunch", "call"];

/** A mark in the place of the reason while the question is open (R3); nothing when none is needed. */
const openQuestion = (kind: LetterKind, voice: Voice, { metWhyWaived }: ContactRow): string | undefined =>
  askedWhy.includes(kind) && voice === "business" && !metWhyWaived ? openQuestionMark : undefined;

const isAhead = ({ dueOn, untilOn }: Fact, today: PlainDate): boolean =>
  dueOn !== undefined && (untilOn ?? dueOn) >= today;

/** What the two have in common: the first encounter as the calendar or the mail tells it, else their first talk. */
function sharedOf(contact: ContactRow, interactions: readonly Interaction[], ownerName?: string): Shared | undefined {
  const { metChannel, metWhere, metSource, metOthers } = contact;
  if (metChannel === "mail") {
    const subject = metWhere?.replace(/^mail about "(.*)"$/, "$1");
    return { kind: "mail", ...(subject !== undefined && { subject }) };
  }
  const first =
    interactions.find(({ source }) => source.id === metSource?.id) ??
    interactions.find(({ depth }) => depth === "conversation");
  const title = first?.title ?? metWhere;
  if (metChannel === "card" || title === undefined) return undefined;
  return {
    kind: "meeting",
    title,
    isAlone: (first?.others ?? metOthers ?? 1) === 1,
    names: [contact.greetingName, contact.name, contact.company, ownerName].filter((name) => name !== undefined),
    ...(first?.place !== undefined && { place: first.place }),
  };
}

/** The meeting that did not take place, as the decision tells (R37). */
function missedIn({ because }: DueFollowUp): { at: Instant; title: string } | undefined {
  const { at, title } = because.find(({ rule }) => rule === noShowRule)?.facts ?? {};
  return at === undefined || title === undefined ? undefined : { at: String(at) as Instant, title: String(title) };
}

/** Whom they brought, as the decision tells. */
function referredBy({ because }: DueFollowUp): string | undefined {
  const name = because.find(({ rule }) => rule === "R12.referral")?.facts?.name;
  return name === undefined ? undefined : String(name);
}

const withoutStop = (text: string | undefined): string | undefined =>
  text
    ?.replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,]+$/, "");

/** Stands alone: a capital first, a mark last. */
function asSentence(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  const closed = /[.!?]$/.test(plain) ? plain : `${plain}.`;
  return closed.charAt(0).toLocaleUpperCase() + closed.slice(1);
}

/** Without the names that hold nothing. */
function present(facts: { readonly [Name in keyof LetterFacts]: LetterFacts[Name] | undefined }): LetterFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ""),
  ) as LetterFacts;
}
