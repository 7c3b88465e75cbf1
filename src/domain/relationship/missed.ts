/**
 * A meeting that did not take place, as the owner said (R37): no thank-you, but another time to be found. It takes the place
 * of the duty to meet until something new was agreed or said, for thirty days.
 */
import { because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Instant } from "../time.ts";
import { type Deadlined, stageOf } from "./clocks.ts";
import type { Decision } from "./decide.ts";
import type { PersonHistory } from "./person.ts";
import { endOf } from "./summary.ts";

/** May be written at once, should be within three business days; then the meeting is simply one that never was. */
const overdueBusinessDays = 3;
const lapsesDays = 30;

export const noShowRule = "R37.no_show";

/** The decisions with the one to find another time in place of the duty to meet, while that is open. */
export function withMissed(
  decisions: readonly Decision[],
  person: PersonHistory,
  policy: Policy,
  now: Instant,
): Decision[] {
  const { missed, name } = person;
  if (missed === undefined || missed.at > now || isSettled(person, missed.at, now)) return [...decisions];
  const clock = missedClock(missed.at, policy);
  const stage = stageOf(clock, now);
  if (stage === "lost") return [...decisions];
  const text = `"${missed.title}" did not take place: offer ${name} another time.`;
  const decision: Decision = {
    kind: "meet_by",
    outcome: stage,
    ...clock,
    because: [because(noShowRule, text, { event: missed.eventId, at: missed.at, title: missed.title })],
    inputs: { person: person.id, now, missed },
  };
  return [...decisions.filter(({ kind }) => kind !== "meet_by"), decision];
}

/** The owner wrote, they talked, or another meeting stands. */
const isSettled = ({ interactions, booked }: PersonHistory, since: Instant, now: Instant): boolean =>
  interactions.some(
    (one) =>
      one.at > since && endOf(one) <= now && one.direction !== "inbound" && one.depth !== "passive" && one.others === 1,
  ) || booked.some(({ startsAt, others }) => startsAt > now && others === 1);

function missedClock(at: Instant, { zone }: Policy): Deadlined {
  const days = localDays(zone);
  const day = days.dayOf(at);
  return {
    dueAt: at,
    overdueAt: days.startOf(days.weekdaysLater(day, overdueBusinessDays)),
    deadlineAt: days.endOf(days.later(day, lapsesDays)),
  };
}
