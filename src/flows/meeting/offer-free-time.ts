/** The times that a letter would offer now, to one person or to nobody in particular, and why a time would not be offered. */
import type { Because } from "../../domain/because.ts";
import { because } from "../../domain/because.ts";
import type { CalendarTrust } from "../../domain/draft/offer.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { loosenFirst } from "../../domain/meeting/loosen.ts";
import { offerTimes } from "../../domain/meeting/offer.ts";
import { offerLines } from "../../domain/meeting/offer-lines.ts";
import { type Prepared, prepare } from "../../domain/meeting/prepare.ts";
import { ruleNames, sayRefusal } from "../../domain/meeting/say-refusal.ts";
import { whyNot } from "../../domain/meeting/slots.ts";
import { clockElsewhere } from "../../domain/meeting/wall-clock.ts";
import { endOf } from "../../domain/relationship/summary.ts";
import { type Instant, instantOf, millisOf, type Zone } from "../../domain/time.ts";
import { type ContactMeant, meantBy, readMeant } from "../../store/read/who.ts";
import { circleOf } from "../circle.ts";
import { type Desk, deskOf } from "../letters/desk.ts";
import { minutesOf, questionAbout } from "../letters/offer-for-letter.ts";
import { type Way, wayToMeet } from "../letters/way-to-meet.ts";
import { localeOf, voiceOf } from "../letters/write-letter.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { questionOf } from "./free-time.ts";

export type FreeTimeWanted = {
  now: Instant;
  /** A name or an address, or a part of one. */
  who?: string;
  lengthMinutes?: number;
  /** A start to ask about. */
  start?: Instant;
};

export type FreeTimeOffer = {
  kind: "offer";
  with?: { contactId: ContactId; name: string };
  lengthMinutes: number;
  calendar: CalendarTrust;
  /** How and where they would meet; absent with nobody in particular. */
  way?: Pick<Way, "mode" | "place" | "because">;
  lines: readonly string[];
  times: readonly { startsAt: Instant; endsAt: Instant }[];
  /** When nothing is left: the rule to give way on first. */
  giveWayOn?: string;
  /** About the start that was asked for; free when there are no reasons. */
  asked?: { startsAt: Instant; endsAt: Instant; because: Because[] };
};

export type FreeTimeAnswer = FreeTimeOffer | { kind: "several"; choices: ContactMeant[] } | { kind: "nobody" };

export async function offerFreeTime(world: World, owner: OwnerId, wanted: FreeTimeWanted): Promise<FreeTimeAnswer> {
  const circle = await circleOf(world, await ownerView(world, owner, wanted.now));
  const desk = await deskOf(world, circle);
  if (wanted.who === undefined) {
    const lengthMinutes = wanted.lengthMinutes ?? minutesOf("coffee", desk.policy);
    return offerOf(
      prepare(questionOf(desk.free, { now: desk.now, lengthMinutes })),
      desk,
      { locale: "en" },
      wanted.start,
    );
  }
  const found = await readMeant(world.database, owner, wanted.who);
  const reachable = found.filter((one): one is ContactMeant => one.kind === "contact" && one.addresses.length > 0);
  const [one, ...others] = meantBy(wanted.who, reachable);
  if (one === undefined) return { kind: "nobody" };
  if (others.length > 0) return { kind: "several", choices: [one, ...others] };
  const contact = circle.contacts.get(one.contactId);
  if (contact === undefined) return { kind: "nobody" };
  const all = circle.interactions.get(one.contactId) ?? [];
  const locale = localeOf(contact.locale);
  const way = wayToMeet(
    contact,
    all.filter((interaction) => endOf(interaction) <= desk.now),
    { locale, voice: voiceOf(contact, desk) },
    desk,
  );
  const lengthMinutes = wanted.lengthMinutes ?? minutesOf(way.occasion, desk.policy);
  const prepared = prepare(questionAbout(way, desk, { contactId: one.contactId, lengthMinutes }));
  const reader = { locale, ...(way.readersZone !== undefined && { zone: way.readersZone }) };
  return {
    ...offerOf(prepared, desk, reader, wanted.start),
    with: { contactId: one.contactId, name: one.name },
    way: { mode: way.mode, because: way.because, ...(way.place !== undefined && { place: way.place }) },
  };
}

function offerOf(
  prepared: Prepared,
  { free }: Desk,
  reader: { locale: string; zone?: Zone },
  start: Instant | undefined,
): FreeTimeOffer {
  const readersClock = reader.zone === undefined ? prepared.clock : clockElsewhere(prepared.clock, reader.zone);
  const base = {
    kind: "offer" as const,
    lengthMinutes: prepared.question.lengthMinutes,
    calendar: free.trust,
    ...(start !== undefined && { asked: askedAbout(prepared, start) }),
  };
  // A letter offers nothing from a calendar that is old or absent, and neither does this.
  if (free.trust.state !== "fresh") return { ...base, lines: [], times: [] };
  const offered = offerTimes(prepared);
  if (offered.kind === "none") {
    const rule = loosenFirst(prepared)?.rule;
    return { ...base, lines: [], times: [], ...(rule !== undefined && { giveWayOn: ruleNames[rule] }) };
  }
  return {
    ...base,
    lines: offerLines(offered.days, { ownersClock: prepared.clock, readersClock, locale: reader.locale }),
    times: offered.named.map(({ startMs, endMs }) => ({ startsAt: instantOf(startMs), endsAt: instantOf(endMs) })),
  };
}

function askedAbout(prepared: Prepared, startsAt: Instant): NonNullable<FreeTimeOffer["asked"]> {
  const startMs = millisOf(startsAt);
  const endMs = startMs + prepared.lengthMs;
  const refusals = whyNot(prepared, { startMs, endMs });
  return {
    startsAt,
    endsAt: instantOf(endMs),
    because: refusals.map((refusal) => because(`slots.${refusal.rule}`, sayRefusal(refusal, prepared.clock))),
  };
}
