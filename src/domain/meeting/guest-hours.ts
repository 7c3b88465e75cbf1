/** What is assumed of a person whose own hours are not known, on their own wall clock: at work, or awake. */
import type { WeeklyHours } from "./availability.ts";

export const workingHours: WeeklyHours = weekdays("08:00", "18:30");

export const wakingHours: WeeklyHours = {
  ...weekdays("07:30", "21:30"),
  saturday: [{ from: "07:30", until: "21:30" }],
  sunday: [{ from: "07:30", until: "21:30" }],
};

function weekdays(from: string, until: string): WeeklyHours {
  const blocks = [{ from, until }];
  return {
    monday: blocks,
    tuesday: blocks,
    wednesday: blocks,
    thursday: blocks,
    friday: blocks,
    saturday: [],
    sunday: [],
  };
}
