/** Times in a reply that cannot be those of the meeting. */
import { dayIn, minuteOfDayIn, type PlainDate } from "../time.ts";
import { isIn, type Slot, slotsNamed } from "./match.ts";
import type { OfferMade } from "./meaning.ts";
import type { TimePhrase } from "./time-spans.ts";

/**
 * "I retired in May", "ce matin dans le métro", "since the summer": no hour, no weekday, and none of the days that were offered; or
 * a part of the day in which none of the offered times lies.
 */
export function isFarOff(phrase: TimePhrase, { slots, ranges = [], zone }: OfferMade): boolean {
  const { clock, days, everyWeekday, isBareWeekday } = phrase;
  if (isBareWeekday || everyWeekday !== undefined) return false;
  if (clock !== undefined && !(clock.kind === "between" && clock.isPart)) return false;
  const offered = [...slots, ...ranges].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  if (days !== undefined) return days.every((span) => !offered.some((at) => isIn(span, dayIn(zone, at))));
  const isWithin = (minute: number) => clock !== undefined && minute >= clock.from && minute <= clock.until;
  return clock !== undefined && !offered.some((at) => isWithin(minuteOfDayIn(zone, at)));
}

/** "Your mail of yesterday": a day before that of writing, at which nobody meets. */
export const isBygone = ({ days, everyWeekday, openSide }: TimePhrase, writtenOn: PlainDate): boolean =>
  everyWeekday === undefined &&
  // "Ihr Schreiben von gestern" reads like all days from then on.
  days?.every(({ first, last }) => last < writtenOn || (openSide === "after" && first < writtenOn)) === true;

/**
 * Beside a sentence that takes `slot`: a time that proposes nothing, in a remark. It is that of the slot, a part of the day, a week
 * or a month, or a day on which nothing was offered; an hour, or the day of another offered time, is none.
 */
export function proposesNothing(phrase: TimePhrase, slot: Slot, offer: OfferMade): boolean {
  const { clock, isExcluded } = phrase;
  if (isExcluded !== undefined || (clock !== undefined && !(clock.kind === "between" && clock.isPart))) return false;
  const { clock: _, ...day } = phrase;
  const isSame = ({ startsAt }: Slot) => startsAt === slot.startsAt;
  if (slotsNamed(phrase, offer).some(isSame)) return true;
  const isDay = phrase.days !== undefined || phrase.everyWeekday !== undefined;
  return !isDay || phrase.isStretch || slotsNamed(day, offer).length === 0;
}
