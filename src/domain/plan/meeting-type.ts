/**
 * What kind of meeting something in the calendar was, for the plan (R18): told from its mode, its length, its hour and the
 * words of its title. A meeting may pass for several kinds; the best comes first, and the plan takes the first that it asks for.
 */
import { localDays } from "../local-days.ts";
import type { Mode } from "../relationship/interaction.ts";
import { type Instant, millisOf, type Zone } from "../time.ts";
import type { MeetingType } from "./plan.ts";

export type PlainMeeting = { startsAt: Instant; endsAt?: Instant; mode: Mode; title?: string };

const lunchWords = /(?<!\p{L})(lunch|brunch|mittagessen|zum mittag|d[ée]jeuner|almuerzo|almorzar|comida)(?!\p{L})/iu;
const coffeeWords =
  /(?<!\p{L})(coffee|caf[eé]|kaffee|espresso|tea|th[ée]|tee|breakfast|petit[- ]d[ée]jeuner|fr[üu]hst[üu]ck|desayuno)(?!\p{L})/iu;
/** In minutes. Whoever sits together longer than this did not meet for a coffee. */
const coffeeMax = 120;
const lunchMin = 45;
const lunchHours = { fromMinute: 11 * 60 + 30, untilMinute: 14 * 60 };
/** As the invitations say: an advice call is 10 minutes, a check-in 15; a calendar likes to round them up. */
const adviceMax = 12;
const checkInMax = 20;

/** In person or by wire, one-to-one. Empty for anything else: mail, a text, a day together. */
export function meetingTypesOf(meeting: PlainMeeting, zone: Zone): readonly MeetingType[] {
  const { mode, startsAt, endsAt, title = "" } = meeting;
  const minutes = endsAt === undefined ? 0 : (millisOf(endsAt) - millisOf(startsAt)) / 60_000;
  if (mode === "phone" || mode === "video") return byWire(minutes);
  if (mode !== "in_person") return [];
  if (coffeeWords.test(title) && !/d[ée]jeuner/iu.test(title.replace(/petit[- ]d[ée]jeuner/giu, ""))) return ["coffee"];
  if (lunchWords.test(title)) return ["lunch"];
  const from = localDays(zone).minuteOf(startsAt);
  const isAtLunch = from >= lunchHours.fromMinute && from < lunchHours.untilMinute && minutes >= lunchMin;
  if (minutes > coffeeMax) return isAtLunch ? ["lunch"] : [];
  return isAtLunch ? ["lunch", "coffee"] : ["coffee"];
}

/** A call logged by one tap has no length; it is a call. */
function byWire(minutes: number): readonly MeetingType[] {
  if (minutes === 0 || minutes > checkInMax) return ["call"];
  return minutes <= adviceMax ? ["advice_call", "call", "check_in"] : ["check_in", "call"];
}
