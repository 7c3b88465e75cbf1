/** The week in one or two plain sentences (R42): no streaks, no badges, and nothing to feel guilty about. */

export type SittingHeld = { spentSeconds: number; minutesDone: number };

export type PlanStanding = {
  /** Units of the month that took place, are booked, and are still to fill. */
  tookPlace: number;
  booked: number;
  open: number;
  missed: number;
};

/** The timer's minutes, or the sizes of what was done where it never ran. Days on which nothing was done are no sittings. */
function weekFigures(days: readonly SittingHeld[]): { sittings: number; minutes: number } {
  const minutes = days.map((day) => (day.spentSeconds >= 60 ? Math.round(day.spentSeconds / 60) : day.minutesDone));
  const held = minutes.filter((one) => one > 0);
  return { sittings: held.length, minutes: held.reduce((sum, one) => sum + one, 0) };
}

/** One line; `plan` is absent while the owner has none. */
export function sayWeek(days: readonly SittingHeld[], plan: PlanStanding | undefined): string {
  const { sittings, minutes } = weekFigures(days);
  const week =
    sittings === 0
      ? "No sitting this week"
      : `${counted(sittings, "sitting")} this week, ${counted(minutes, "minute")}`;
  return plan === undefined ? `${week}.` : `${week}; ${sayPlan(plan)}.`;
}

function sayPlan({ tookPlace, booked, open, missed }: PlanStanding): string {
  const all = tookPlace + booked + open + missed;
  if (all === 0) return "nothing is planned this month";
  if (tookPlace === all) return `this month's plan is kept: ${tookPlace} of ${all} took place`;
  const parts = [
    `${tookPlace} of ${all} took place`,
    ...(booked > 0 ? [`${booked} booked`] : []),
    ...(open > 0 ? [`${open} open`] : []),
    ...(missed > 0 ? [`${missed} not held`] : []),
  ];
  return `this month's plan: ${parts.join(", ")}`;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
