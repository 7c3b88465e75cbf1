/**
 * Ten calls before ten (R22): exactly as many people as the owner wants to ring in the morning, those with a number whose
 * own clock shows day while the owner calls, and how many of them were rung by then.
 */

import type { Policy } from "../policy.ts";
import { type Ranked, rank } from "../relationship/rank.ts";
import { after, dayIn, type Instant, instantAt, minuteOfDayIn, type Zone } from "../time.ts";
import type { Logged } from "./logged.ts";

export type Callee = Ranked & {
  contactId: string;
  name: string;
  /** As they are dialled; the first is used. */
  phones: readonly string[];
  /** Every zone in which they may be: one when their place is known, those of the country of their number otherwise. */
  zones: readonly Zone[];
  /** One line of context. */
  line: string;
  giveNote?: string;
};

export type CallList<One extends Callee> = {
  calls: (One & { phone: string; localMinute: number; zone: Zone })[];
  withoutNumber: number;
  /** Left out because it is night there while the owner calls. */
  asleep: number;
};

/** Whom to ring at `now`, most pressing first; whoever was rung on this day already is left out. */
export function callList<One extends Callee>(
  people: readonly One[],
  rungToday: ReadonlySet<string>,
  policy: Policy,
  now: Instant,
): CallList<One> {
  const waiting = rank(people, now).filter(({ contactId }) => !rungToday.has(contactId));
  const window = callingWindow(policy, now);
  const numbered = waiting.filter(({ phones }) => phones.length > 0);
  const awake = numbered.filter(({ zones }) => zones.every((zone) => isDayIn(zone, window, policy)));
  return {
    calls: awake.slice(0, policy.day.callListMax).map((one) => {
      const zone = one.zones[0] ?? policy.zone;
      return { ...one, phone: one.phones[0]!, zone, localMinute: minuteOfDayIn(zone, now) };
    }),
    withoutNumber: waiting.length - numbered.length,
    asleep: numbered.length - awake.length,
  };
}

/** The hour before the calls are to be made by; later in the day, the hour from now. */
const callingHours = 1;

type Stretch = { from: Instant; until: Instant };

function callingWindow({ zone, day }: Policy, now: Instant): Stretch {
  const until = instantAt(zone, dayIn(zone, now), day.callListByMinute);
  const from = after(until, { hours: -callingHours });
  if (now <= from) return { from, until };
  return now < until ? { from: now, until } : { from: now, until: after(now, { hours: callingHours }) };
}

/** Some moment of the stretch lies outside of the quiet hours there. */
function isDayIn(zone: Zone, { from, until }: Stretch, { hours }: Policy): boolean {
  const isQuiet = (minute: number) => minute >= hours.quietFromMinute || minute < hours.quietUntilMinute;
  // Quiet hours are longer than the stretch, so one of its ends is outside of them when anything is.
  return !isQuiet(minuteOfDayIn(zone, from)) || !isQuiet(minuteOfDayIn(zone, after(until, { minutes: -1 })));
}

export type CallCount = { before: number; today: number; wanted: number; byMinute: number };

/** Calls made on the day of `now` in the owner's zone, and those of them before the hour. Putting one off is no call. */
export function countCalls(logged: readonly Logged[], { zone, day }: Policy, now: Instant): CallCount {
  const today = dayIn(zone, now);
  const made = logged.filter((one) => isCall(one) && dayIn(zone, one.at) === today);
  return {
    before: made.filter(({ at }) => minuteOfDayIn(zone, at) < day.callListByMinute).length,
    today: made.length,
    wanted: day.callListMax,
    byMinute: day.callListByMinute,
  };
}

const isCall = ({ mode, outcome }: Logged): boolean =>
  mode === "phone" && (outcome === "talked" || outcome === "voicemail" || outcome === "no_answer");

/** "3 of 10 before 10:00, 4 today". */
export const sayCallCount = ({ before, today, wanted, byMinute }: CallCount): string =>
  `${before} of ${wanted} before ${clock(byMinute)}, ${today} today`;

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
