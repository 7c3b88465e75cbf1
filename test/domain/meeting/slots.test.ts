import { describe, expect, test } from "vitest";
import { defaultHours } from "../../../src/domain/meeting/availability.ts";
import { wakingHours, workingHours } from "../../../src/domain/meeting/guest-hours.ts";
import { loosenFirst, looseningSteps } from "../../../src/domain/meeting/loosen.ts";
import { prepare, type Question } from "../../../src/domain/meeting/prepare.ts";
import type { RuleName } from "../../../src/domain/meeting/refusal.ts";
import { rules } from "../../../src/domain/meeting/rules.ts";
import { freeRanges, freeSlots, type Slot, whyNot } from "../../../src/domain/meeting/slots.ts";
import type { PlainDate, Zone } from "../../../src/domain/time.ts";
import { ask, at, everyDay, noDay, said, slotAt, taken } from "../../support/questions.ts";

const ranges = (question: Question) => freeRanges(prepare(question)).map(said);
const slots = (question: Question) => freeSlots(prepare(question)).map(said);
const reasons = (question: Question, slot: Slot) => whyNot(prepare(question), slot).map(({ rule }) => rule);
const day = (text: string) => text as PlainDate;

describe("vectors (Q3)", () => {
  test("a: Kolkata, two hours, two hours of buffer on both sides", () => {
    const availability = {
      hours: everyDay("09:30", "18:00"),
      bufferBeforeMinutes: 120,
      bufferAfterMinutes: 120,
      startEveryMinutes: 120,
      horizonDays: 1,
    };
    const busy = [taken("2026-11-24T04:00Z", "2026-11-24T06:00Z")];
    expect(slots(ask("Asia/Kolkata", "2026-11-23T20:00Z", availability, { busy, lengthMinutes: 120 }))).toEqual([
      "2026-11-24T08:30/10:30",
      "2026-11-24T10:30/12:30",
    ]);
  });

  test("b: New York, Monday to Friday 9 to 17, from the day the clocks go back", () => {
    const hours = { ...everyDay("09:00", "17:00"), saturday: [], sunday: [] };
    expect(ranges(ask("America/New_York", "2023-11-05T00:00Z", { hours }))[0]).toBe("2023-11-06T14:00/22:00");
  });

  test("c: an override late in the evening lies on the next UTC day", () => {
    const overrides = [{ firstDay: "2023-06-13", lastDay: "2023-06-13", blocks: [{ from: "22:00", until: "23:00" }] }];
    expect(ranges(ask("America/New_York", "2023-06-12T00:00Z", { hours: noDay, overrides }))).toEqual([
      "2023-06-14T02:00/03:00",
    ]);
  });

  test("d: London 23:00 to 24:00 and 00:00 to 00:30 are one range over midnight", () => {
    const late = [{ from: "23:00", until: "24:00" }];
    const early = [{ from: "00:00", until: "00:30" }];
    const hours = {
      monday: late,
      tuesday: [...late, ...early],
      wednesday: [...late, ...early],
      thursday: [...late, ...early],
      friday: [...late, ...early],
      saturday: early,
    };
    expect(ranges(ask("Europe/London", "2026-01-04T12:00Z", { hours }, { lengthMinutes: 90 }))).toEqual([
      "2026-01-05T23:00/00:30",
      "2026-01-06T23:00/00:30",
      "2026-01-07T23:00/00:30",
      "2026-01-08T23:00/00:30",
      "2026-01-09T23:00/00:30",
    ]);
  });

  test.each(["Asia/Dhaka", "America/Los_Angeles", "Pacific/Kiritimati"])(
    "e: one a day in the owner's day, for an invitee in %s",
    (zone) => {
      const question = ask(
        "Asia/Dhaka",
        "2026-11-23T18:00Z",
        { hours: everyDay("00:00", "24:00"), meetingsPerDayMax: 1, horizonDays: 3 },
        {
          busy: [taken("2026-11-25T08:00Z", "2026-11-25T09:00Z", { kind: "booking" })],
          invitees: [{ id: "priya", zone: zone as Zone }],
        },
      );
      const startsOnBookedDay = freeSlots(prepare(question)).filter(
        ({ startMs }) => new Date(startMs + 6 * 3_600_000).toISOString().slice(0, 10) === "2026-11-25",
      );
      expect(startsOnBookedDay).toEqual([]);
      expect(whyNot(prepare(question), slotAt("2026-11-24T18:00Z", 30))).toEqual([
        { rule: "day_cap", day: "2026-11-25", most: 1, already: 1 },
      ]);
      expect(reasons(question, slotAt("2026-11-24T17:30Z", 30))).toEqual([]);
      expect(reasons(question, slotAt("2026-11-25T18:00Z", 30))).toEqual([]);
    },
  );

  test("f: Los Angeles on the day the clocks go back, 05 to 13 on the wall", () =>
    expect(
      ranges(
        ask("America/Los_Angeles", "2026-11-01T00:00Z", { hours: { sunday: [{ from: "05:00", until: "13:00" }] } }),
      ),
    ).toEqual(["2026-11-01T13:00/21:00"]));

  test("g: a slot that ends exactly at closing is offered", () =>
    expect(
      slots(ask("Europe/Paris", "2026-11-24T10:00Z", { horizonDays: 1, hours: everyDay("16:30", "17:30") })),
    ).toEqual(["2026-11-24T15:30/16:00", "2026-11-24T16:00/16:30"]));
});

describe("clocks that do odd things", () => {
  const allDay = { hours: everyDay("00:00", "24:00"), horizonDays: 3 };
  const night = (from: string, until: string) => ({ hours: everyDay(from, until), horizonDays: 2 });

  test("Lord Howe goes back by half an hour: 01:30 to 02:00 shows twice, and both are open", () =>
    expect(ranges(ask("Australia/Lord_Howe", "2026-04-04T08:00Z", night("01:30", "02:00")))[0]).toBe(
      "2026-04-04T14:30/15:30",
    ));

  test("an hour that the clock skips is never offered", () =>
    expect(ranges(ask("Europe/Paris", "2026-03-28T12:00Z", night("02:00", "03:00")))).toEqual([
      "2026-03-30T00:00/01:00",
    ]));

  test("what is left of a block after the skipped hour is offered", () =>
    expect(ranges(ask("Europe/Paris", "2026-03-28T12:00Z", night("02:30", "03:30")))[0]).toBe(
      "2026-03-29T01:00/01:30",
    ));

  test("Santiago skips midnight: the day begins at one", () =>
    expect(ranges(ask("America/Santiago", "2026-09-05T12:00Z", night("00:00", "02:00")))[0]).toBe(
      "2026-09-06T04:00/05:00",
    ));

  test("Casablanca leaves summer time for Ramadan and comes back", () => {
    const nine = night("09:00", "10:00");
    expect(ranges(ask("Africa/Casablanca", "2026-02-14T00:00Z", nine))).toEqual([
      "2026-02-14T08:00/09:00",
      "2026-02-15T09:00/10:00",
    ]);
    expect(ranges(ask("Africa/Casablanca", "2026-03-21T00:00Z", nine))).toEqual([
      "2026-03-21T09:00/10:00",
      "2026-03-22T08:00/09:00",
    ]);
  });

  test("Apia had no 30 December 2011: a Friday that never came is not offered", () => {
    const friday = { hours: { friday: [{ from: "00:00", until: "24:00" }] }, horizonDays: 5 };
    expect(ranges(ask("Pacific/Apia", "2011-12-28T12:00Z", friday))).toEqual([]);
    expect(ranges(ask("Pacific/Apia", "2011-12-29T00:00Z", allDay))).toHaveLength(1);
  });
});

describe("a travelling owner", () => {
  const trip = {
    zones: [
      { zone: "Europe/Paris" as Zone },
      { zone: "America/New_York" as Zone, fromDay: day("2026-12-02") },
      { zone: "Europe/Paris" as Zone, fromDay: day("2026-12-04") },
    ],
  };

  test("hours are those of the place of the day", () =>
    expect(ranges(ask("Europe/Paris", "2026-12-01T00:00Z", { horizonDays: 4 }, trip))).toEqual([
      "2026-12-01T08:00/16:30",
      "2026-12-02T14:00/22:30",
      "2026-12-03T14:00/22:30",
      "2026-12-04T08:00/16:30",
    ]));

  test("two entries that change places over the date line never leave a hole", () => {
    const zones = [
      { zone: "Pacific/Niue" as Zone },
      { zone: "Pacific/Kiritimati" as Zone, fromDay: day("2026-12-02") },
      { zone: "Pacific/Niue" as Zone, fromDay: day("2026-12-03") },
    ];
    const { clock } = prepare(ask("Pacific/Niue", "2026-12-01T00:00Z", {}, { zones }));
    for (let at = 1; at < clock.length; at += 1) expect(clock[at]!.fromMs).toBe(clock[at - 1]!.untilMs);
  });
});

/** For every rule one question in which a Tuesday at 10:00 UTC is refused by that rule and by no other. */
const refusedBy: Record<RuleName, Partial<Omit<Question, "availability">> & { availability?: object }> = {
  lead_time: { availability: { leadHours: 48 } },
  horizon: { availability: { horizonDays: 1 } },
  deadline: { deadlineAt: at("2026-11-24T10:29Z") },
  unreadable_calendar: { unreadable: [{ calendar: "team", because: "refused" }] },
  other_days: { onlyDays: [{ firstDay: day("2026-11-25"), lastDay: day("2026-11-26") }] },
  holiday: { holidays: [{ day: day("2026-11-24"), name: "Founders' Day" }] },
  outside_hours: { availability: { hours: everyDay("12:00", "18:00") } },
  focus_hours: { availability: { focus: everyDay("10:15", "10:20") } },
  busy: { busy: [taken("2026-11-24T10:29Z", "2026-11-24T11:00Z")] },
  buffer: {
    availability: { bufferAfterMinutes: 15 },
    busy: [taken("2026-11-24T10:44Z", "2026-11-24T11:00Z")],
  },
  meeting_gap: {
    availability: { meetingGapMinutes: 30 },
    busy: [taken("2026-11-24T09:00Z", "2026-11-24T09:31Z", { withPeople: true })],
  },
  travel: {
    travelMinutesTo: () => 20,
    busy: [taken("2026-11-24T09:00Z", "2026-11-24T09:41Z", { place: "Porte Ouest" })],
  },
  not_adjacent: { nextTo: { isThere: () => true, withinMinutes: 15, strength: "only" } },
  day_cap: {
    availability: { meetingsPerDayMax: 1 },
    busy: [taken("2026-11-24T15:00Z", "2026-11-24T16:00Z", { kind: "booking" })],
  },
  week_cap: {
    availability: { meetingsPerWeekMax: 1 },
    busy: [taken("2026-11-23T08:00Z", "2026-11-23T08:30Z", { kind: "hold" })],
  },
  invitee_hours: { invitees: [{ id: "sam", zone: "America/Los_Angeles" as Zone, hours: workingHours }] },
  invitee_busy: {
    invitees: [{ id: "sam", zone: "Europe/Paris" as Zone, busy: [taken("2026-11-24T10:00Z", "2026-11-24T10:05Z")] }],
  },
};

describe("one list of rules behind offering and explaining (Q2)", () => {
  const tuesday = slotAt("2026-11-24T10:00Z", 30);

  test("every rule of the list is shown here", () =>
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(refusedBy).sort()));

  test.each(rules.map(({ name }) => name))("%s refuses the time in both, and alone", (name) => {
    const { availability, ...more } = refusedBy[name];
    const base = ask("UTC", "2026-11-23T09:00Z", { hours: everyDay("08:00", "18:00") });
    expect(slots(base)).toContain(said(tuesday));
    const question = ask("UTC", "2026-11-23T09:00Z", { hours: everyDay("08:00", "18:00"), ...availability }, more);
    expect(slots(question)).not.toContain(said(tuesday));
    expect(reasons(question, tuesday)).toEqual([name]);
  });

  test("reasons carry the facts: which item is in the way, from which calendar", () => {
    const { busy } = refusedBy.busy;
    const [refusal] = whyNot(
      prepare(ask("UTC", "2026-11-23T09:00Z", { hours: everyDay("08:00", "18:00") }, { busy: busy! })),
      tuesday,
    );
    expect(refusal).toEqual({ rule: "busy", with: busy });
  });

  test("a slot of another length than the question's is a mistake, not an answer", () =>
    expect(() => whyNot(prepare(ask("UTC", "2026-11-23T09:00Z", {})), slotAt("2026-11-24T10:00Z", 45))).toThrow(
      /45 minutes/,
    ));
});

describe("rules in detail", () => {
  test("a hold never blocks the person it was offered to (Q6)", () => {
    const busy = [taken("2026-11-24T10:00Z", "2026-11-24T10:30Z", { kind: "hold", contactId: "priya" })];
    const question = ask("UTC", "2026-11-23T09:00Z", {}, { busy });
    expect(reasons({ ...question, contactId: "priya" }, slotAt("2026-11-24T10:00Z", 30))).toEqual([]);
    expect(reasons({ ...question, contactId: "sam" }, slotAt("2026-11-24T10:00Z", 30))).toEqual(["busy"]);
  });

  test("an override opens a holiday, and the stricter of two overrides holds", () => {
    const holidays = [{ day: day("2026-11-24"), name: "Founders' Day" }];
    const override = (from: string, until: string) => ({
      firstDay: "2026-11-24",
      lastDay: "2026-11-24",
      blocks: [{ from, until }],
    });
    const opened = ask(
      "UTC",
      "2026-11-24T00:00Z",
      { horizonDays: 1, overrides: [override("09:00", "12:00")] },
      { holidays },
    );
    expect(ranges(opened)).toEqual(["2026-11-24T09:00/12:00"]);
    const both = { horizonDays: 1, overrides: [override("09:00", "12:00"), override("11:00", "16:00")] };
    expect(ranges(ask("UTC", "2026-11-24T00:00Z", both))).toEqual(["2026-11-24T11:00/12:00"]);
    const closed = {
      horizonDays: 1,
      overrides: [override("09:00", "12:00"), { ...override("09:00", "12:00"), blocks: [] }],
    };
    expect(ranges(ask("UTC", "2026-11-24T00:00Z", closed))).toEqual([]);
  });

  test("nothing is offered that ends after the ninety days (R17)", () => {
    const question = ask(
      "Europe/Paris",
      "2027-02-10T09:00Z",
      { horizonDays: 14 },
      { deadlineAt: at("2027-02-14T13:00Z") },
    );
    expect(ranges(question).at(-1)).toBe("2027-02-12T08:00/16:30");
  });

  test("the week's cap counts the whole of its last week, beyond the horizon", () => {
    const booking = taken("2026-12-06T10:00Z", "2026-12-06T11:00Z", { kind: "booking" });
    const question = ask("UTC", "2026-11-24T00:00Z", { horizonDays: 7, meetingsPerWeekMax: 1 }, { busy: [booking] });
    expect(ranges(question).at(-1)).toBe("2026-11-27T09:00/17:30");
    expect(reasons(question, slotAt("2026-11-30T10:00Z", 30))).toEqual(["week_cap"]);
  });

  test("an invitee awake is not an invitee at work", () => {
    const guest = (hours: typeof wakingHours) =>
      ask(
        "Europe/Paris",
        "2026-11-24T00:00Z",
        { horizonDays: 1 },
        {
          invitees: [{ id: "sam", zone: "America/New_York" as Zone, hours }],
        },
      );
    expect(ranges(guest(workingHours))).toEqual(["2026-11-24T13:00/16:30"]);
    expect(ranges(guest(wakingHours))).toEqual(["2026-11-24T12:30/16:30"]);
  });

  test("next to a meeting at the place, and nowhere else, when only that will do", () => {
    const question = ask(
      "UTC",
      "2026-11-24T00:00Z",
      { hours: everyDay("08:00", "18:00"), horizonDays: 1, bufferBeforeMinutes: 10, bufferAfterMinutes: 5 },
      {
        busy: [
          taken("2026-11-24T12:00Z", "2026-11-24T13:00Z", { place: "Café Moka" }),
          taken("2026-11-24T15:00Z", "2026-11-24T16:00Z", { place: "the office" }),
        ],
        nextTo: { isThere: (place) => place === "Café Moka", withinMinutes: 15, strength: "only" },
      },
    );
    expect(ranges(question)).toEqual(["2026-11-24T11:10/11:55", "2026-11-24T13:10/13:55"]);
  });

  test("starts are round on the owner's wall, ranges are exact", () => {
    const busy = [taken("2026-11-24T08:00Z", "2026-11-24T11:07Z")];
    const question = ask(
      "Asia/Kathmandu",
      "2026-11-24T00:00Z",
      { hours: everyDay("09:00", "18:00"), horizonDays: 1 },
      { busy },
    );
    expect(ranges(question)).toEqual(["2026-11-24T03:15/08:00", "2026-11-24T11:07/12:15"]);
    expect(slots(question).slice(-2)).toEqual(["2026-11-24T11:15/11:45", "2026-11-24T11:45/12:15"]);
  });
});

describe("when no time is left, which rule to loosen first", () => {
  test("every rule has its step, once", () =>
    expect(looseningSteps.flat().sort()).toEqual(rules.map(({ name }) => name).sort()));

  test.each`
    because                                  | loosen                                          | availability                                             | more
    ${"the lead time eats the week"}         | ${{ rule: "lead_time" }}                        | ${{ leadHours: 24 * 7 }}                                 | ${{}}
    ${"a calendar cannot be read"}           | ${{ rule: "unreadable_calendar" }}              | ${{}}                                                    | ${{ unreadable: [{ calendar: "team", because: "refused" }] }}
    ${"the cap is nil"}                      | ${{ rule: "day_cap" }}                          | ${{ meetingsPerDayMax: 0 }}                              | ${{}}
    ${"buffers close what is free"}          | ${{ rule: "buffer" }}                           | ${{ bufferBeforeMinutes: 600, bufferAfterMinutes: 600 }} | ${{ busy: ["24", "25", "26", "27"].map((date) => taken(`2026-11-${date}T12:00Z`, `2026-11-${date}T12:30Z`)) }}
    ${"a guest far away rather than nights"} | ${{ rule: "invitee_hours" }}                    | ${{}}                                                    | ${{ invitees: [{ id: "sam", zone: "Pacific/Honolulu", hours: workingHours }] }}
    ${"two rules close it together"}         | ${{ rule: "lead_time", alsoNeeded: "day_cap" }} | ${{ leadHours: 24 * 7, meetingsPerDayMax: 0 }}           | ${{}}
  `("$because", ({ loosen, availability, more }) => {
    const prepared = prepare(
      ask(
        "UTC",
        "2026-11-23T18:00Z",
        { hours: { ...defaultHours, monday: [] }, horizonDays: 7, ...availability },
        more,
      ),
    );
    expect(freeRanges(prepared)).toEqual([]);
    expect(loosenFirst(prepared)).toMatchObject(loosen);
    expect(loosenFirst(prepared)!.freesMinutes).toBeGreaterThan(0);
  });
});
