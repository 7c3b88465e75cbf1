import { beforeAll, describe, expect, test } from "vitest";
import { rangeText } from "../../src/domain/meeting/clock-text.ts";
import { prepare } from "../../src/domain/meeting/prepare.ts";
import { freeSlots } from "../../src/domain/meeting/slots.ts";
import { millisOf, type PlainDate } from "../../src/domain/time.ts";
import { freeTimeOf, questionOf } from "../../src/flows/meeting/free-time.ts";
import { saveAvailability } from "../../src/flows/meeting/save-availability.ts";
import { saveBusyPolicy } from "../../src/flows/meeting/save-busy-policy.ts";
import { showWeek, type Week, type WeekDay } from "../../src/flows/meeting/show-week.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { setZone } from "../../src/flows/owner/set-zone.ts";
import { calendarWorld, eventText, mara } from "../support/calendar-file.ts";
import type { TestWorld } from "../support/world.ts";

const day = (text: string) => text as PlainDate;
const paris = (name: string, from: string, until: string) => [
  `SUMMARY:${name}`,
  `DTSTART;TZID=Europe/Paris:${from}`,
  `DTEND;TZID=Europe/Paris:${until}`,
];

const sundayMorning = "2026-11-22T10:00:00.000Z";
const events = [
  eventText("standup", [...paris("Standup", "20261124T100000", "20261124T103000"), "RRULE:FREQ=DAILY;COUNT=3"]),
  eventText("maybe", [...paris("Maybe", "20261124T140000", "20261124T150000"), "STATUS:TENTATIVE"]),
  eventText("no", [
    ...paris("Declined", "20261124T160000", "20261124T170000"),
    "ORGANIZER:mailto:ben@stone.example",
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${mara}`,
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@stone.example",
  ]),
  eventText("leave", [
    "SUMMARY:Anna on leave",
    "DTSTART;VALUE=DATE:20261123",
    "DTEND;VALUE=DATE:20261126",
    "TRANSP:TRANSPARENT",
  ]),
  eventText("fair", ["SUMMARY:Fair", "DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127"]),
];

const say = (week: Week, at: number) =>
  week.days[at]!.stretches.map((one) =>
    [rangeText(week.clock, one), one.kind === "free" ? "free" : one.because.map(({ rule }) => rule).join("+")].join(
      " ",
    ),
  );
const named = (items: WeekDay["busy"]) => items.map(({ source, kind }) => `${source.title} ${kind}`);

describe("a week with a calendar", () => {
  let mine: TestWorld;
  beforeAll(async () => {
    mine = await calendarWorld(sundayMorning, events);
  });
  const show = (wanted?: Parameters<typeof showWeek>[2]) => showWeek(mine.world, mine.owner, wanted);

  test("taken time keeps its kind, its title and its calendar; series stand on each of their days (Q1)", async () => {
    const { days } = await show({ weekOf: day("2026-11-24") });
    expect(days.map(({ busy }) => named(busy))).toEqual([
      [],
      ["Standup busy", "Maybe tentative"],
      ["Standup busy"],
      ["Standup busy", "Fair busy"].sort(),
      [],
      [],
      [],
    ]);
    expect(days[1]!.busy[0]!.source.calendar).toBe("Work");
  });

  test("what takes no time is told, with the reason (Q1)", async () => {
    const { days } = await show({ weekOf: day("2026-11-24") });
    expect(days.map(({ notBusy }) => notBusy.map(({ title, because }) => `${title} ${because}`))).toEqual([
      ["Anna on leave marked_free"],
      ["Declined declined", "Anna on leave marked_free"],
      ["Anna on leave marked_free"],
      [],
      [],
      [],
      [],
    ]);
  });

  test("every refused time has its rules (Q2), and what is free is what letters would offer", async () => {
    const week = await show({ weekOf: day("2026-11-24") });
    expect(say(week, 1)).toEqual([
      "00:00–09:00 outside_hours",
      "09:00–10:00 free",
      "10:00–10:30 busy",
      "10:30–14:00 free",
      "14:00–15:00 busy",
      "15:00–17:30 free",
      "17:30–24:00 outside_hours",
    ]);
    const free = await freeTimeOf(mine.world, await ownerView(mine.world, mine.owner, week.now));
    const slots = freeSlots(prepare(questionOf(free, { now: week.now, lengthMinutes: week.lengthMinutes })));
    const [tuesday] = week.days.slice(1);
    const offered = slots.filter(({ startMs }) => startMs >= tuesday!.startMs && startMs < tuesday!.endMs);
    const isInside = offered.every(({ startMs, endMs }) =>
      tuesday!.stretches.some((one) => one.kind === "free" && one.startMs <= startMs && one.endMs >= endMs),
    );
    expect([offered.length > 0, isInside]).toEqual([true, true]);
    expect(week.firstStartAt).toBe("2026-11-24T08:00:00.000Z");
  });

  test("weeks run as far as letters look: from this one to that of the horizon", async () => {
    const now = await show();
    expect([now.days[0]!.day, now.previous, now.next]).toEqual(["2026-11-16", undefined, "2026-11-23"]);
    const last = await show({ weekOf: day("2027-05-01") });
    expect([last.days[0]!.day, last.previous, last.next]).toEqual(["2026-11-30", "2026-11-23", undefined]);
    expect((await show({ weekOf: day("2020-01-01") })).days[0]!.day).toBe("2026-11-16");
  });

  test("a longer meeting fits in fewer places", async () => {
    const week = await show({ weekOf: day("2026-11-24"), minutes: 75 });
    expect(say(week, 1).filter((line) => line.endsWith("free"))).toEqual(["10:30–14:00 free", "15:00–17:30 free"]);
    expect(week.lengths.map(({ minutes }) => minutes)).toEqual([15, 20, 45, 75]);
  });

  test("the policy decides what blocks, and the week says what it let pass (Q1)", async () => {
    const allowing = { tentative: false, unanswered: true, freeAllDay: true, outOfOffice: true, focus: true };
    expect(await saveBusyPolicy(mine.world, mine.owner, allowing)).toEqual({ kind: "saved" });
    const { days } = await show({ weekOf: day("2026-11-24") });
    expect(named(days[0]!.busy)).toEqual(["Anna on leave busy"]);
    expect(days[1]!.notBusy.map(({ title, because }) => `${title} ${because}`)).toEqual([
      "Maybe tentative_allowed",
      "Declined declined",
    ]);
  });
});

test("without a calendar nothing is offered, and every time says so (Q1)", async () => {
  const { world, owner } = await calendarWorld(sundayMorning, []);
  const week = await showWeek(world, owner, { weekOf: day("2026-11-24") });
  expect(week.trust).toEqual({ state: "none" });
  const stretches = week.days.flatMap((one) => one.stretches);
  expect(
    stretches.every((one) => one.kind === "refused" && one.because.some(({ rule }) => rule === "unreadable_calendar")),
  ).toBe(true);
  expect(week.nothingLeft).toMatchObject({ loosen: { rule: "unreadable_calendar" } });
});

test("a series that cannot be followed takes its time, and is listed with why", async () => {
  const wild = eventText("wild", [...paris("Wild", "20261125T100000", "20261125T101000"), "RRULE:FREQ=FORTNIGHTLY"]);
  const { world, owner } = await calendarWorld(sundayMorning, [wild]);
  const week = await showWeek(world, owner, { weekOf: day("2026-11-24") });
  expect(named(week.unknown)).toEqual(["Wild unknown"]);
  expect(week.unknown[0]!.notes?.join(" ")).toMatch(/rule/);
  expect(say(week, 1).some((line) => line.endsWith("free"))).toBe(true);
  expect(say(week, 3).filter((line) => line.endsWith("free"))).toEqual([]);
});

describe("days that are not 24 hours long", () => {
  const october = "2026-10-21T10:00:00.000Z";
  const early = eventText("early", paris("Early", "20261023T080000", "20261023T083000"), "20261021T080000Z");

  test("the day on which the clock goes back has 25 hours, and its hours are those on the wall", async () => {
    const { world, owner } = await calendarWorld(october, [early]);
    const open = { from: "01:00", until: "24:00" };
    await saveAvailability(world, owner, { hours: { sunday: [open] }, leadHours: 0 });
    const week = await showWeek(world, owner, { weekOf: day("2026-10-25") });
    const sunday = week.days[6]!;
    expect((sunday.endMs - sunday.startMs) / 3_600_000).toBe(25);
    expect(say(week, 6)).toEqual(["00:00–01:00 outside_hours", "01:00–24:00 (the clock goes back) free"]);
    const [, free] = sunday.stretches;
    expect((free!.endMs - free!.startMs) / 3_600_000).toBe(24);
  });

  test("a flight east makes the day before it short, and hours count where the owner is", async () => {
    const { world, owner } = await calendarWorld(october, [early]);
    expect(await setZone(world, owner, "Asia/Tokyo", day("2026-10-23"))).toBe("done");
    const week = await showWeek(world, owner, { weekOf: day("2026-10-22") });
    expect(week.days.map(({ zone }) => zone).slice(3)).toEqual([
      "Europe/Paris",
      "Asia/Tokyo",
      "Asia/Tokyo",
      "Asia/Tokyo",
    ]);
    expect(week.days.reduce((sum, one) => sum + one.endMs - one.startMs, 0) / 3_600_000).toBe(7 * 24 - 7);
    const [free] = week.days[4]!.stretches.filter(({ kind }) => kind === "free");
    expect(new Date(free!.startMs).toISOString()).toBe("2026-10-23T00:00:00.000Z");
    expect(millisOf(week.now)).toBeLessThan(free!.startMs);
  });
});
