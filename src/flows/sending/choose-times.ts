/** The times of a letter chosen by the owner themselves, among those that are free for that very meeting (Q2, R28). */
import type { Offer, OfferAsked, OfferedTime } from "../../domain/draft/offer.ts";
import { swapLines } from "../../domain/draft/swap-lines.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { dayOfNumber } from "../../domain/meeting/day-number.ts";
import type { OfferDay } from "../../domain/meeting/offer.ts";
import { offerLines } from "../../domain/meeting/offer-lines.ts";
import type { Prepared } from "../../domain/meeting/prepare.ts";
import { freeSlots, type Slot } from "../../domain/meeting/slots.ts";
import { clockElsewhere, dayNumberAt } from "../../domain/meeting/wall-clock.ts";
import { type Instant, millisOf, type PlainDate } from "../../domain/time.ts";
import { findDraft, type StandingDraft } from "../../store/drafts.ts";
import { lookAgain, timeOf } from "../booking/look-again.ts";
import type { World } from "../world.ts";
import { type Edited, editDraft } from "./edit-draft.ts";

/** More read as a timetable, fewer than one as a riddle. */
export const chosenTimesMax = 8;

/** So many days with room are shown. */
const daysShownMax = 7;

export type TimesToChoose = {
  draftId: DraftId;
  lengthMinutes: number;
  days: readonly { day: PlainDate; starts: readonly (OfferedTime & { isOffered: boolean })[] }[];
};

/** Undefined for a letter that offers no times, or of which it is not known any more how they were found. */
export async function timesToChoose(
  world: World,
  owner: OwnerId,
  draftId: DraftId,
): Promise<TimesToChoose | undefined> {
  const asked = await freeFor(world, owner, draftId);
  if (asked === undefined) return undefined;
  const { prepared, draft } = asked;
  const offered = new Set(draft.offer.times.map(({ startsAt }) => startsAt));
  const days = byDay(prepared, freeSlots(prepared)).slice(0, daysShownMax);
  return {
    draftId,
    lengthMinutes: draft.asked.lengthMinutes,
    days: days.map(({ day, slots }) => ({
      day,
      starts: slots.map(timeOf).map((time) => ({ ...time, isOffered: offered.has(time.startsAt) })),
    })),
  };
}

export type TimesChosen = Edited | { kind: "how_many" } | { kind: "taken" } | { kind: "no_lines" };

/** Becomes a version of the owner's own, with the lines of these times where the former ones stood. */
export async function chooseTimes(
  world: World,
  owner: OwnerId,
  { draftId, starts }: { draftId: DraftId; starts: readonly Instant[] },
): Promise<TimesChosen> {
  const asked = await freeFor(world, owner, draftId);
  if (asked === undefined) return { kind: "not_there" };
  const { prepared, draft } = asked;
  const wanted = new Set(starts.map(millisOf));
  if (wanted.size === 0 || wanted.size > chosenTimesMax) return { kind: "how_many" };
  const slots = freeSlots(prepared).filter(({ startMs }) => wanted.has(startMs));
  if (slots.length < wanted.size) return { kind: "taken" };
  const days = byDay(prepared, slots).map(({ day, slots: ones }): OfferDay => ({ day, ranges: joined(ones) }));
  const { readersZone } = draft.asked;
  const isThere = draft.offer.mode === "in_person";
  const readersClock =
    readersZone !== undefined ? clockElsewhere(prepared.clock, readersZone) : isThere ? prepared.clock : undefined;
  const lines = offerLines(days, {
    ownersClock: prepared.clock,
    locale: draft.locale,
    ...(readersClock !== undefined && { readersClock }),
  });
  const body = swapLines(draft.body, draft.offer.lines, lines);
  if (body === undefined) return { kind: "no_lines" };
  const offer: Offer = {
    ...draft.offer,
    lines,
    times: slots.map(timeOf),
    ranges: days.flatMap(({ ranges }) => ranges.map(timeOf)),
  };
  return editDraft(world, owner, { draftId, subject: draft.subject, body, offer });
}

type Asked = { prepared: Prepared; draft: StandingDraft & { offer: Offer; asked: OfferAsked } };

async function freeFor(world: World, owner: OwnerId, draftId: DraftId): Promise<Asked | undefined> {
  const draft = await findDraft(world.database, owner, draftId);
  const offer = draft?.offer;
  const asked = offer?.asked;
  if (draft === undefined || offer === undefined || asked === undefined || offer.times.length === 0) return undefined;
  const { contactId } = draft;
  const body = {
    lengthMinutes: asked.lengthMinutes,
    unchecked: offer.unchecked,
    ...(offer.place !== undefined && { place: offer.place }),
    ...(asked.travelMinutes !== undefined && { travelMinutes: asked.travelMinutes }),
    ...(asked.onlyDays !== undefined && { onlyDays: [...asked.onlyDays] }),
    ...(asked.meetUntil !== undefined && { meetUntil: asked.meetUntil }),
    ...(asked.readersZone !== undefined && { readersZone: asked.readersZone }),
  };
  const prepared = await lookAgain(world, owner, { contactId, body, now: world.clock.now() });
  return { prepared, draft: { ...draft, offer, asked } };
}

function byDay({ clock }: Prepared, slots: readonly Slot[]): { day: PlainDate; slots: Slot[] }[] {
  const days = Map.groupBy(slots, ({ startMs }) => dayNumberAt(clock, startMs));
  return [...days].map(([day, ones]) => ({ day: dayOfNumber(day), slots: ones }));
}

/** Times that touch or overlap are one range. */
function joined(slots: readonly Slot[]): Slot[] {
  const ranges: Slot[] = [];
  for (const slot of slots) {
    const last = ranges.at(-1);
    if (last !== undefined && slot.startMs <= last.endMs) ranges[ranges.length - 1] = { ...last, endMs: slot.endMs };
    else ranges.push(slot);
  }
  return ranges;
}
