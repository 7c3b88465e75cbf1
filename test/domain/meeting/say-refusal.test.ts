import { expect, test } from "vitest";
import type { Refusal } from "../../../src/domain/meeting/refusal.ts";
import { ruleNames, sayRefusal, sayRefusals } from "../../../src/domain/meeting/say-refusal.ts";
import { wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { millisOf, type PlainDate, type Zone } from "../../../src/domain/time.ts";
import { at, taken } from "../../support/questions.ts";

const clock = wallClock(
  [{ zone: "Europe/Paris" as Zone }],
  millisOf(at("2026-11-20T00:00Z")),
  millisOf(at("2026-12-10T00:00Z")),
);
const tuesday = "2026-11-24" as PlainDate;
const standup = taken("2026-11-24T08:00Z", "2026-11-24T08:30Z", {
  source: { calendar: "Work", uid: "s", title: "Standup" },
});
const untitled = taken("2026-11-23T23:00Z", "2026-11-26T23:00Z", { kind: "tentative", allDay: true });

/** What the owner reads for every rule there is (Q2: each refused time says why). */
const said: readonly (readonly [Refusal, string])[] = [
  [{ rule: "lead_time", earliestAt: at("2026-11-24T08:00Z") }, "Too soon: the earliest start is Tue 24 Nov, 09:00."],
  [{ rule: "horizon", latestAt: at("2026-12-06T09:30Z") }, "Too far ahead: times are offered until Sun 6 Dec, 10:30."],
  [{ rule: "deadline", deadlineAt: at("2026-11-24T08:00Z") }, "Too late: the meeting has to end by Tue 24 Nov, 09:00."],
  [
    { rule: "unreadable_calendar", calendars: [{ calendar: "Work", because: "sign in again" }] },
    "Taken as busy, because Work cannot be read: sign in again.",
  ],
  [
    { rule: "other_days", day: tuesday, onlyDays: [{ firstDay: tuesday, lastDay: "2026-11-25" as PlainDate }] },
    "Only on certain days: Tue 24 Nov to Wed 25 Nov.",
  ],
  [{ rule: "holiday", day: tuesday, name: "St. Somebody" }, "Holiday: St. Somebody."],
  [
    {
      rule: "outside_hours",
      day: tuesday,
      hours: [
        { from: "09:00", until: "12:00" },
        { from: "22:00", until: "26:30" },
      ],
    },
    "Outside your hours (09:00–12:00, 22:00–02:30 the next morning).",
  ],
  [{ rule: "outside_hours", day: tuesday, hours: [] }, "You have no hours on Tue 24 Nov."],
  [{ rule: "focus_hours", day: tuesday, hours: [{ from: "23:00", until: "24:00" }] }, "Focus hours (23:00–24:00)."],
  [
    { rule: "busy", with: [standup, untitled] },
    "Busy: Standup, 09:00–09:30 (Work); Tentative: an event without a title, Tue 24 Nov to Thu 26 Nov (work).",
  ],
  [
    { rule: "buffer", beforeMinutes: 10, afterMinutes: 1, with: [standup] },
    "You keep 10 minutes clear before and 1 minute clear after a meeting; near Standup, 09:00–09:30.",
  ],
  [
    { rule: "meeting_gap", gapMinutes: 60, with: [standup] },
    "You keep 60 minutes between meetings; near Standup, 09:00–09:30.",
  ],
  [
    { rule: "travel", with: [{ ...standup, travelMinutes: 25 }] },
    "No time to get there: 25 minutes to or from Standup, 09:00–09:30.",
  ],
  [{ rule: "not_adjacent", withinMinutes: 30 }, "Not within 30 minutes of another meeting there."],
  [{ rule: "day_cap", day: tuesday, most: 1, already: 1 }, "1 meeting on Tue 24 Nov already; you allow 1."],
  [
    { rule: "week_cap", monday: "2026-11-23" as PlainDate, most: 2, already: 3 },
    "3 meetings in the week of Mon 23 Nov already; you allow 2.",
  ],
  [{ rule: "invitee_hours", invitees: ["x"] }, "Outside the hours of the person you would meet."],
  [{ rule: "invitee_busy", invitees: ["x"] }, "The person you would meet is busy."],
];

test.each(said.map(([refusal, words]) => ({ refusal, words })))("$refusal.rule: $words", ({ refusal, words }) => {
  expect(sayRefusal(refusal, clock)).toBe(words);
});

test("no rule is left without words", () => {
  expect(new Set(said.map(([{ rule }]) => rule))).toEqual(new Set(Object.keys(ruleNames)));
});

test("time kept clear is not said of what is in the way itself, and is said of what is only near", () => {
  const clear = { rule: "buffer" as const, beforeMinutes: 15, afterMinutes: 0 };
  const rules = (refusals: readonly Refusal[]) => sayRefusals(refusals, clock).map((one) => one.split(" ")[0]);
  const busy: Refusal = { rule: "busy", with: [standup] };
  expect(rules([busy, { ...clear, with: [standup] }])).toEqual(["Busy:"]);
  expect(rules([busy, { ...clear, with: [standup, untitled] }])).toEqual(["Busy:", "You"]);
});
