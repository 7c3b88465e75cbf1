/** Times in a reply that cannot be those of the meeting. */
import { dayIn, type PlainDate } from "../time.ts";
import { isIn } from "./match.ts";
import type { OfferMade } from "./meaning.ts";
import type { TimePhrase } from "./time-spans.ts";

/**
 * "I retired in May", "ce matin dans le métro", "since the summer": no hour, no weekday, and none of the days that were offered.
 */
export function isFarOff(phrase: TimePhrase, { slots, ranges = [], zone }: OfferMade): boolean {
  const { clock, days, everyWeekday, isBareWeekday } = phrase;
  if (isBareWeekday || everyWeekday !== undefined) return false;
  if (clock !== undefined && !(clock.kind === "between" && clock.isPart)) return false;
  const offered = [...slots, ...ranges].flatMap(({ startsAt, endsAt }) => [dayIn(zone, startsAt), dayIn(zone, endsAt)]);
  return days === undefined ? clock !== undefined : days.every((span) => !offered.some((day) => isIn(span, day)));
}

/** "Your mail of yesterday": a day before that of writing, at which nobody meets. */
export const isBygone = ({ days, everyWeekday }: TimePhrase, writtenOn: PlainDate): boolean =>
  everyWeekday === undefined && days?.every(({ last }) => last < writtenOn) === true;
