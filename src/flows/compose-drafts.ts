/**
 * Writes the letter for everything that is due: facts, times, words, lint. The same facts give the same text, so
 * composing again changes nothing; changed facts make a new version and the old one stale.
 */
import { createHash } from "node:crypto";
import { type Because, because } from "../domain/because.ts";
import { readName } from "../domain/contact/name.ts";
import type { Offer } from "../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, OwnerId } from "../domain/ids.ts";
import { wakingHours } from "../domain/meeting/guest-hours.ts";
import type { CallBy, ModeChoice } from "../domain/meeting/mode.ts";
import { offerTimes } from "../domain/meeting/offer.ts";
import { offerLines } from "../domain/meeting/offer-lines.ts";
import { cityInAddress } from "../domain/meeting/place.ts";
import { prepare, type Question } from "../domain/meeting/prepare.ts";
import { travelTo } from "../domain/meeting/travel.ts";
import { chooseVenue } from "../domain/meeting/venue.ts";
import { clockElsewhere } from "../domain/meeting/wall-clock.ts";
import type { Interaction } from "../domain/relationship/interaction.ts";
import { after, dayIn, type Instant, instantOf, type Zone } from "../domain/time.ts";
import { type ContactRow, loadContacts } from "../store/contacts.ts";
import { saveDraft, uncheckedFollowUps, withdrawOtherDrafts } from "../store/drafts.ts";
import { type DueFollowUp, dueFollowUps } from "../store/follow-ups.ts";
import { loadInteractions } from "../store/interactions.ts";
import { findOwner } from "../store/owners.ts";
import {
  catalogue,
  type LetterFacts,
  type LetterKind,
  type Locale,
  letterKinds,
  locales,
} from "../templates/catalogue.ts";
import { lintLetter, openQuestionMark } from "../templates/lint.ts";
import { atVenue, type Occasion, occasionWords, openPlace, sayMonth, sayPastDay } from "../templates/phrases.ts";
import { type Letter, renderLetter } from "../templates/render.ts";
import { type FreeTime, freeTimeOf, questionOf } from "./free-time.ts";
import { ownerZone } from "./owner-of.ts";
import { type Policy, policyOf } from "./policy-of.ts";
import { viewpointOf } from "./viewpoint.ts";
import { type EverybodysPlaces, whereaboutsOf } from "./whereabouts.ts";
import type { World } from "./world.ts";

/** Drafts keep their text this long after they were written. */
export const draftTextKeptDays = 180;

/** All that letters of one owner have in common at a moment. */
export type Desk = {
  now: Instant;
  zone: Zone;
  policy: Policy;
  free: FreeTime;
  places: EverybodysPlaces;
  ownerName: string | undefined;
  unchecked: ReadonlySet<FollowUpId>;
};

export async function deskOf(world: World, owner: OwnerId, now: Instant): Promise<Desk> {
  const name = (await findOwner(world.database))?.name;
  const policy = await policyOf(world, owner);
  const free = await freeTimeOf(world, owner, now);
  return {
    now,
    zone: await ownerZone(world, owner),
    policy,
    free,
    places: await whereaboutsOf(world, owner, now, free, policy),
    ownerName: name === undefined ? undefined : (readName(name)?.given ?? name),
    unchecked: await uncheckedFollowUps(world.database, owner),
  };
}

export async function composeDrafts(world: World, owner: OwnerId): Promise<{ composed: number }> {
  const { now } = await viewpointOf(world, owner);
  const desk = await deskOf(world, owner, now);
  const due = await dueFollowUps(world.database, owner, now);
  const contacts = new Map((await loadContacts(world.database, owner)).map((one) => [one.contactId, one]));
  const interactions = await loadInteractions(world.database, owner);
  let composed = 0;
  await world.database.transaction().execute(async (transaction) => {
    await withdrawOtherDrafts(
      transaction,
      owner,
      due.map(({ followUpId }) => followUpId),
      now,
    );
    for (const followUp of due) {
      const contact = contacts.get(followUp.contactId);
      if (contact === undefined) continue;
      const written = writeLetter(followUp, contact, interactions.get(followUp.contactId) ?? [], desk);
      if (written === undefined) continue;
      const saved = await saveDraft(transaction, owner, {
        draftId: world.ids.next<DraftId>(),
        at: now,
        keptUntil: after(now, { days: draftTextKeptDays }),
        ...written,
      });
      if (saved === "saved") composed += 1;
    }
  });
  return { composed };
}

export function writeLetter(
  followUp: DueFollowUp,
  contact: ContactRow,
  interactions: readonly Interaction[],
  desk: Desk,
) {
  const to = contact.addresses[0];
  const kind = letterKindOf(followUp);
  if (kind === undefined || to === undefined) return undefined;
  const locale = localeOf(contact.locale);
  const way = wayToMeet(contact, interactions, locale, desk);
  const { occasion } = way;
  const offer = catalogue[kind].wantsTimes ? offerFor(followUp, way, locale, desk) : undefined;
  const facts = factsFor(kind, contact, interactions, offer, occasion, locale, desk);
  const rendered = renderLetter(kind, locale, facts);
  const letter: Letter = rendered.kind === "letter" ? rendered.letter : { subject: "", body: "" };
  const question =
    rendered.kind === "refused" ? missingQuestion(rendered.missing[0]!, contact) : whyQuestion(facts, contact);
  return {
    contactId: contact.contactId as ContactId,
    followUpId: followUp.followUpId,
    kind,
    locale,
    because: [...followUp.because, ...(offer === undefined ? [] : [way.because]), ...timesBecause(offer)],
    to,
    ...letter,
    textHash: createHash("sha256")
      .update(JSON.stringify([to, letter.subject, letter.body, offer?.times ?? [], offer?.unchecked ?? false]))
      .digest(),
    offer,
    facts,
    lint: lintLetter(letter, {
      kind,
      to,
      times: offer?.lines ?? [],
      ...(contact.greetingName !== undefined && { greetingName: contact.greetingName }),
    }),
    question,
  };
}

export const localeOf = (locale: string): Locale => locales.find((one) => one === locale) ?? "en";

/** Of the two suggestions, whoever has gone quiet is written to again, and whoever is new is invited. */
function letterKindOf({ kind, because: reasons }: DueFollowUp): LetterKind | undefined {
  if (kind === "revive") return reasons.some(({ rule }) => rule === "R7.revive") ? "revive" : "meet_by";
  return letterKinds.find((one) => one === kind);
}

const lastTalk = (interactions: readonly Interaction[]) =>
  interactions.findLast(({ depth }) => depth === "conversation" || depth === "thread");

export type Way = {
  occasion: Occasion;
  mode: Offer["mode"];
  place: string;
  because: Because;
  onlyDays?: NonNullable<Question["onlyDays"]>;
  travelMinutesTo?: NonNullable<Question["travelMinutesTo"]>;
  /** Where the reader's clock is, when anything tells. */
  readersZone?: Zone;
};

/** In person when near, or on days together; else a call. While nothing tells, people met in person get a coffee. */
export function wayToMeet(
  contact: ContactRow,
  interactions: readonly Interaction[],
  locale: Locale,
  { places }: Desk,
): Way {
  const { choice, theirs } = places.of(contact.contactId);
  const readersZone = theirs.place?.zone;
  const base = {
    because: because("R31.mode", `${sayMode[choice.mode]}: ${choice.because}.`),
    ...(readersZone !== undefined && { readersZone }),
  };
  if (choice.mode === "in_person" || (choice.mode === "either" && metNearby(contact, interactions, places))) {
    const area = choice.mode === "in_person" ? choice.city?.name : undefined;
    const chosen = chooseVenue(places.ways.venues, { suits: "coffee", ...(area !== undefined && { area }) });
    const place =
      chosen?.kind === "venue" && area === undefined
        ? atVenue(chosen.venue, locale)
        : openPlace("coffee", locale, area);
    const minutesFromBase =
      chosen?.kind === "venue" ? chosen.minutesForOwner : choice.mode === "in_person" ? choice.minutes : 0;
    return {
      ...base,
      occasion: "coffee",
      mode: "in_person",
      place,
      travelMinutesTo: travelTo({ text: place, minutesFromBase }),
      ...(choice.mode === "in_person" && choice.onlyDays !== undefined && { onlyDays: choice.onlyDays }),
    };
  }
  const call =
    choice.mode === "video" || choice.mode === "phone" ? choice.by : choice.mode === "either" ? choice.call : undefined;
  return {
    ...base,
    occasion: "call",
    mode: call === undefined || call.kind === "phone" ? "phone" : "video",
    place: sayCall(call, locale),
  };
}

/** A first meeting in another city, or none in person, says nothing for a coffee here. */
function metNearby(
  { metWhere }: ContactRow,
  interactions: readonly Interaction[],
  { owner }: EverybodysPlaces,
): boolean {
  if (!interactions.some(({ mode, depth }) => mode === "in_person" && depth === "conversation")) return false;
  const city = metWhere === undefined ? undefined : cityInAddress(metWhere)?.city;
  return city === undefined || owner.place?.city === undefined || city === owner.place.city;
}

const sayMode: Readonly<Record<ModeChoice["mode"], string>> = {
  in_person: "In person",
  video: "By video",
  phone: "By phone",
  either: "In person or by phone",
  none: "By phone or video",
};

const sayCall = (call: CallBy | undefined, locale: Locale): string =>
  call?.kind === "standing_link" ? call.url : call?.kind === "phone" ? call.number : openPlace("call", locale);

function offerFor(followUp: DueFollowUp, way: Way, locale: Locale, desk: Desk): Offer {
  const { free, policy, unchecked } = desk;
  const isUnchecked = unchecked.has(followUp.followUpId);
  const base = { mode: way.mode, place: way.place, calendar: free.trust, unchecked: isUnchecked };
  if (free.trust.state !== "fresh" && !isUnchecked) return { ...base, lines: [], times: [] };
  const prepared = prepare(
    questionAbout(way, desk, {
      contactId: followUp.contactId,
      lengthMinutes: minutesOf(way.occasion, policy),
      unchecked: isUnchecked,
      ...(followUp.kind === "meet_by" && followUp.deadlineAt !== undefined && { deadlineAt: followUp.deadlineAt }),
    }),
  );
  const offered = offerTimes(prepared);
  if (offered.kind === "none") {
    const loosen = offered.loosen?.rule;
    const text =
      loosen === undefined
        ? "No time is left."
        : `No time is left; give way on "${loosen.replaceAll("_", " ")}" first.`;
    return { ...base, lines: [], times: [], nothingBecause: text };
  }
  // Who meets here reads our clock; whose clock is not known is told whose it is.
  const readersClock =
    way.readersZone !== undefined
      ? clockElsewhere(prepared.clock, way.readersZone)
      : way.mode === "in_person"
        ? prepared.clock
        : undefined;
  return {
    ...base,
    lines: offerLines(offered.days, {
      ownersClock: prepared.clock,
      locale,
      ...(readersClock !== undefined && { readersClock }),
    }),
    times: offered.named.map(({ startMs, endMs }) => ({ startsAt: instantOf(startMs), endsAt: instantOf(endMs) })),
  };
}

/** What to ask the slot core about meeting one person this way. */
export const questionAbout = (
  way: Way,
  { free, now }: Desk,
  wanted: { contactId: ContactId; lengthMinutes: number; unchecked?: boolean; deadlineAt?: Instant },
): Question => {
  const { contactId, ...asked } = wanted;
  return questionOf(free, {
    now,
    ...asked,
    ...(way.onlyDays !== undefined && { onlyDays: way.onlyDays }),
    ...(way.travelMinutesTo !== undefined && { travelMinutesTo: way.travelMinutesTo }),
    ...(way.readersZone !== undefined && { invitees: [{ id: contactId, zone: way.readersZone, hours: wakingHours }] }),
  });
};

export const minutesOf = (occasion: Occasion, { durations }: Policy): number =>
  ({ coffee: durations.coffeeMinutes, lunch: durations.lunchMinutes, call: durations.callMinutes })[occasion];

function factsFor(
  kind: LetterKind,
  contact: ContactRow,
  interactions: readonly Interaction[],
  offer: Offer | undefined,
  occasion: Occasion,
  locale: Locale,
  { now, zone, policy, ownerName }: Desk,
): LetterFacts {
  const today = dayIn(zone, now);
  const talk = lastTalk(interactions);
  const topic = kind === "revive" ? talk?.title && topicOf(talk.title) : topicToSay(contact);
  const wroteAbout = contact.metChannel === "mail" ? contact.metWhere?.replace(/^mail about "(.*)"$/, "$1") : undefined;
  return {
    ...(contact.greetingName !== undefined && { greetingName: contact.greetingName }),
    ...(ownerName !== undefined && { ownerName }),
    ...(contact.metWhere !== undefined && contact.metChannel === "event" && { metWhere: contact.metWhere }),
    ...(wroteAbout !== undefined && { wroteAbout }),
    ...(contact.metOn !== undefined && { metWhen: sayPastDay(contact.metOn, today, locale) }),
    ...(talk !== undefined && { lastWhen: sayMonth(dayIn(zone, talk.at), locale) }),
    ...(topic !== undefined && topic !== "" && { topic }),
    ...occasionWords(occasion, locale),
    minutes: minutesOf(occasion, policy),
    ...(offer?.place !== undefined && { place: offer.place }),
    ...(offer !== undefined && offer.lines.length > 0 && { times: offer.lines }),
  };
}

/** The reason the owner gave; a mark in its place while the question is open (R3); nothing when none is needed. */
function topicToSay({ metWhy, metWhyWaived }: ContactRow): string | undefined {
  if (metWhy !== undefined) return metWhy;
  return metWhyWaived ? undefined : openQuestionMark;
}

const topicOf = (title: string) =>
  title
    .replace(/^\s*((re|aw|fwd?|wg|tr|rv)\s*:\s*)+/i, "")
    .replace(/[“”"]/g, "")
    .trim()
    .slice(0, 80);

const whyQuestion = (facts: LetterFacts, { name }: ContactRow): string | undefined =>
  facts.topic === openQuestionMark ? `What did you and ${name} talk about, or why do you want to meet?` : undefined;

const missingQuestions: Partial<Record<keyof LetterFacts, (name: string) => string>> = {
  greetingName: (name) => `How do you greet ${name}? No first name was found.`,
  ownerName: () => "Which first name do you sign with?",
  metWhere: (name) => `Where did you meet ${name}? Without one true thing to refer to, no letter is written.`,
};

const missingQuestion = (missing: keyof LetterFacts, { name }: ContactRow): string =>
  missingQuestions[missing]?.(name) ?? `Something is missing for a letter to ${name}: ${missing}.`;

function timesBecause(offer: Offer | undefined) {
  if (offer === undefined) return [];
  const { calendar, unchecked, lines } = offer;
  if (unchecked) return [because("Q5.unchecked", "The times are your working hours; no calendar was looked at.")];
  if (calendar.state === "none")
    return [because("Q5.no_calendar", "No times are offered: there is no calendar to look at.")];
  const asOf = calendar.asOf.slice(0, 10);
  if (calendar.state === "old")
    return [because("Q5.old_calendar", `No times are offered: your calendar ends on ${asOf}.`, { asOf })];
  const text =
    lines.length === 0
      ? (offer.nothingBecause ?? "No free time is left.")
      : `The times are free in your calendar as of ${asOf}.`;
  return [because("Q5.times", text, { asOf })];
}
