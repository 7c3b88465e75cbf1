import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Availability } from "../../../src/domain/meeting/availability.ts";
import { type Busy, type BusyContext, BusyPolicy, busyFrom, unknownTime } from "../../../src/domain/meeting/busy.ts";
import { indexBusy, touching } from "../../../src/domain/meeting/busy-index.ts";
import type { Attendee, CalendarEvent, EventTime } from "../../../src/domain/meeting/event.ts";
import { orderOf } from "../../../src/domain/meeting/order.ts";
import { prepare } from "../../../src/domain/meeting/prepare.ts";
import { freeRanges, freeSlots, whyNot } from "../../../src/domain/meeting/slots.ts";
import { wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { type Instant, millisOf, type PlainDate, type Zone } from "../../../src/domain/time.ts";
import { ask, at, everyDay, said, slotAt, taken } from "../../support/questions.ts";

const paris = "Europe/Paris" as Zone;
const owner = "claire@owner.example";
const clock = wallClock([{ zone: paris }], millisOf(at("2026-11-16T00:00Z")), millisOf(at("2026-12-16T00:00Z")));
const context = (policy: object = {}): BusyContext => ({
  ownAddresses: new Set([owner]),
  policy: BusyPolicy.parse(policy),
  clock,
});

const hours = (from: string, until: string): EventTime => ({
  kind: "timed",
  startsAt: at(from),
  endsAt: at(until),
  zone: paris,
});
const days = (first: string, last = first): EventTime => ({
  kind: "all_day",
  firstDay: first as PlainDate,
  lastDay: last as PlainDate,
});
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  calendar: "work",
  uid: "one",
  sequence: 0,
  title: "Planning",
  time: hours("2026-11-24T09:00Z", "2026-11-24T10:00Z"),
  status: "confirmed",
  kind: "busy",
  attendees: [],
  notes: [],
  ...more,
});
const answered = (response: Attendee["response"], more: Partial<Attendee> = {}): Partial<CalendarEvent> => ({
  attendees: [
    { address: owner, response, ...more },
    { address: "priya@acme.example", response: "accepted" },
  ],
});
const judged = (one: CalendarEvent, policy?: object) => {
  const { busy, notBusy } = busyFrom([one], context(policy));
  return busy[0]?.kind ?? notBusy[0]!.because;
};

describe("busy has a meaning (Q1)", () => {
  test.each`
    because                                      | more                                                  | policy                   | outcome
    ${"a plain appointment"}                     | ${{}}                                                 | ${{}}                    | ${"busy"}
    ${"accepted"}                                | ${answered("accepted")}                               | ${{}}                    | ${"busy"}
    ${"declined"}                                | ${answered("declined")}                               | ${{}}                    | ${"declined"}
    ${"cancelled"}                               | ${{ status: "cancelled" }}                            | ${{}}                    | ${"cancelled"}
    ${"marked free"}                             | ${{ kind: "free" }}                                   | ${{}}                    | ${"marked_free"}
    ${"marked free, all day"}                    | ${{ kind: "free", time: days("2026-11-24") }}         | ${{}}                    | ${"marked_free"}
    ${"marked free, all day, when that blocks"}  | ${{ kind: "free", time: days("2026-11-24") }}         | ${{ freeAllDay: true }}  | ${"busy"}
    ${"busy all day blocks always"}              | ${{ time: days("2026-11-24") }}                       | ${{}}                    | ${"busy"}
    ${"tentative blocks"}                        | ${{ status: "tentative" }}                            | ${{}}                    | ${"tentative"}
    ${"tentative, when that may be offered"}     | ${{ status: "tentative" }}                            | ${{ tentative: false }}  | ${"tentative_allowed"}
    ${"perhaps"}                                 | ${answered("tentative")}                              | ${{}}                    | ${"tentative"}
    ${"unanswered blocks"}                       | ${answered("needs_action")}                           | ${{}}                    | ${"unanswered"}
    ${"unanswered, when that may be offered"}    | ${answered("needs_action")}                           | ${{ unanswered: false }} | ${"unanswered_allowed"}
    ${"the owner's own meeting needs no answer"} | ${answered("needs_action", { organiser: true })}      | ${{ unanswered: false }} | ${"busy"}
    ${"an answer nobody can read blocks"}        | ${answered("unknown")}                                | ${{ unanswered: false }} | ${"busy"}
    ${"out of office"}                           | ${{ kind: "out_of_office" }}                          | ${{}}                    | ${"out_of_office"}
    ${"focus time"}                              | ${{ kind: "focus" }}                                  | ${{}}                    | ${"focus"}
    ${"focus time that may be offered"}          | ${{ kind: "focus" }}                                  | ${{ focus: false }}      | ${"focus_allowed"}
    ${"where the owner works"}                   | ${{ kind: "working_location" }}                       | ${{}}                    | ${"working_location"}
    ${"a birthday"}                              | ${{ kind: "birthday" }}                               | ${{}}                    | ${"birthday"}
    ${"declined beats everything but unread"}    | ${{ ...answered("declined"), kind: "out_of_office" }} | ${{}}                    | ${"declined"}
  `("$because: $outcome", ({ more, policy, outcome }) => expect(judged(event(more), policy)).toBe(outcome));

  test("keeps where it came from, where it is, and that others take part", () =>
    expect(busyFrom([event({ ...answered("accepted"), place: "Café Moka" })], context()).busy).toEqual([
      {
        startMs: millisOf(at("2026-11-24T09:00Z")),
        endMs: millisOf(at("2026-11-24T10:00Z")),
        kind: "busy",
        source: { calendar: "work", uid: "one", title: "Planning" },
        place: "Café Moka",
        withPeople: true,
      },
    ]));

  test("a room is nobody", () => {
    const attendees: Attendee[] = [
      { address: owner, response: "accepted" },
      { address: "room@acme.example", response: "accepted", resource: true },
    ];
    expect(busyFrom([event({ attendees })], context()).busy[0]!.withPeople).toBeUndefined();
  });

  test("an all-day item belongs to the owner's zone of its date, also while travelling", () => {
    const travelling = wallClock(
      [{ zone: paris }, { zone: "America/New_York" as Zone, fromDay: "2026-12-02" as PlainDate }],
      clock[0]!.fromMs,
      clock[0]!.untilMs,
    );
    const { busy } = busyFrom(
      [event({ time: days("2026-11-24", "2026-11-25") }), event({ time: days("2026-12-03") })],
      {
        ...context(),
        clock: travelling,
      },
    );
    expect(busy.map(said)).toEqual(["2026-11-23T23:00/23:00", "2026-12-03T05:00/05:00"]);
    expect(busy.map(({ startMs, endMs }) => (endMs - startMs) / 3_600_000)).toEqual([48, 24]);
  });
});

describe("bad input is never a silent free slot", () => {
  const only = (one: CalendarEvent) => busyFrom([one], context()).busy[0]!;
  const isBlocked = (item: Busy, slot: ReturnType<typeof slotAt>) =>
    whyNot(
      prepare(
        ask(paris, "2026-11-23T00:00Z", { horizonDays: 14, hours: everyDay("00:00", "24:00") }, { busy: [item] }),
      ),
      slot,
    ).some(({ rule }) => rule === "busy");

  test("an end before its start blocks everything between, and says so", () => {
    const item = only(event({ time: hours("2026-11-24T10:00Z", "2026-11-24T09:00Z") }));
    expect(said(item)).toBe("2026-11-24T09:00/10:00");
    expect(item).toMatchObject({
      kind: "unknown",
      notes: ["it ends before it starts: everything between is kept busy"],
    });
  });

  test("no length blocks a minute", () => {
    const item = only(event({ time: hours("2026-11-24T10:00Z", "2026-11-24T10:00Z") }));
    expect(isBlocked(item, slotAt("2026-11-24T09:45Z", 30))).toBe(true);
    expect(isBlocked(item, slotAt("2026-11-24T10:00Z", 30))).toBe(true);
    expect(isBlocked(item, slotAt("2026-11-24T10:01Z", 30))).toBe(false);
  });

  test("a time that cannot be read blocks the whole window", () => {
    const time: EventTime = {
      kind: "timed",
      startsAt: "soon" as Instant,
      endsAt: at("2026-11-24T10:00Z"),
      zone: paris,
    };
    const item = only(event({ time }));
    expect(item.kind).toBe("unknown");
    expect(isBlocked(item, slotAt("2026-11-24T03:00Z", 30))).toBe(true);
    expect(isBlocked(item, slotAt("2026-12-01T03:00Z", 30))).toBe(true);
  });

  test("days that cannot be read, and days in the wrong order", () => {
    expect(isBlocked(only(event({ time: days("2026-13-45") })), slotAt("2026-12-01T03:00Z", 30))).toBe(true);
    const swapped = only(event({ time: days("2026-11-26", "2026-11-24") }));
    expect(isBlocked(swapped, slotAt("2026-11-25T12:00Z", 30))).toBe(true);
    expect(isBlocked(swapped, slotAt("2026-11-26T12:00Z", 30))).toBe(true);
  });

  test("an unknown zone blocks the whole of each day it touches", () => {
    const item = only(event({ zoneUnknown: true, time: hours("2026-11-24T21:00Z", "2026-11-25T01:00Z") }));
    expect(said(item)).toBe("2026-11-23T23:00/23:00");
    expect(item).toMatchObject({
      kind: "unknown",
      notes: ["its zone is unknown: the whole of each day it touches is kept busy"],
    });
    expect((item.endMs - item.startMs) / 3_600_000).toBe(48);
  });

  test("an unknown zone up to midnight does not touch the next day", () => {
    const item = only(event({ zoneUnknown: true, time: hours("2026-11-24T21:00Z", "2026-11-24T23:00Z") }));
    expect((item.endMs - item.startMs) / 3_600_000).toBe(24);
  });

  test("a stretch of which nothing is known blocks that stretch, with its note", () => {
    const window = { from: at("2026-11-25T00:00Z"), to: at("2026-11-26T00:00Z") };
    const item = unknownTime(event(), window, "its rule could not be followed");
    expect(item).toMatchObject({ kind: "unknown", source: { uid: "one" }, notes: ["its rule could not be followed"] });
    expect(isBlocked(item, slotAt("2026-11-25T12:00Z", 30))).toBe(true);
    expect(isBlocked(item, slotAt("2026-11-26T12:00Z", 30))).toBe(false);
  });

  test("a series that nobody expanded blocks the whole window", () =>
    expect(
      isBlocked(
        only(event({ recurrence: { rules: ["FREQ=DAILY"], extra: [], excluded: [] } })),
        slotAt("2026-12-01T03:00Z", 30),
      ),
    ).toBe(true));

  test.each`
    what               | from                          | until
    ${"the year 1"}    | ${"0001-01-01T00:00:00.000Z"} | ${"0001-01-02T00:00:00.000Z"}
    ${"the year 9999"} | ${"9999-12-30T00:00:00.000Z"} | ${"9999-12-31T23:59:59.999Z"}
  `("an item in $what leaves the window as it is", ({ from, until }) => {
    const time: EventTime = { kind: "timed", startsAt: from, endsAt: until, zone: paris };
    const { busy } = busyFrom([event({ time })], context());
    const question = ask(paris, "2026-11-23T00:00Z", {});
    expect(freeRanges(prepare({ ...question, busy }))).toEqual(freeRanges(prepare(question)));
  });

  test("an item from the year 1 to the year 9999 leaves nothing", () => {
    const time: EventTime = {
      kind: "timed",
      startsAt: "0001-01-01T00:00:00.000Z" as Instant,
      endsAt: "9999-12-31T23:59:59.999Z" as Instant,
      zone: paris,
    };
    const { busy } = busyFrom([event({ time }), event({ time: days("0001-01-01", "9999-12-30") })], context());
    expect(busy).toHaveLength(2);
    for (const item of busy)
      expect(freeRanges(prepare(ask(paris, "2026-11-23T00:00Z", {}, { busy: [item] })))).toEqual([]);
  });

  test("items without numbers block everything, in a list and in an index", () => {
    const broken = taken("2026-11-24T09:00Z", "2026-11-24T10:00Z", { startMs: Number.NaN });
    expect(freeSlots(prepare(ask(paris, "2026-11-23T00:00Z", {}, { busy: [broken] })))).toEqual([]);
  });

  test("a hundred thousand events in one day: an answer, and not a slow one", () => {
    const busy = Array.from({ length: 100_000 }, (_, count) => {
      const startMs = millisOf(at("2026-11-24T07:00Z")) + ((count * 7_919) % 30_000) * 1_000;
      return { ...taken("2026-11-24T07:00Z", "2026-11-24T07:01Z"), startMs, endMs: startMs + 60_000 };
    });
    const prepared = prepare(ask(paris, "2026-11-23T23:00Z", { horizonDays: 2 }, { busy }));
    expect(freeRanges(prepared).map(said)).toEqual(["2026-11-24T15:20/16:30", "2026-11-25T08:00/16:30"]);
    expect(whyNot(prepared, slotAt("2026-11-24T10:00Z", 30))).toMatchObject([{ rule: "busy", with: { length: 5 } }]);
  });

  test.each`
    what                              | settings
    ${"hours that are no time"}       | ${{ hours: { monday: [{ from: "9:00", until: "17:00" }] } }}
    ${"an empty block"}               | ${{ hours: { monday: [{ from: "09:00", until: "09:00" }] } }}
    ${"a block from 24:00"}           | ${{ hours: { monday: [{ from: "24:00", until: "09:00" }] } }}
    ${"a day that is none"}           | ${{ overrides: [{ firstDay: "2026-02-30", lastDay: "2026-03-01", blocks: [] }] }}
    ${"an override that ends first"}  | ${{ overrides: [{ firstDay: "2026-03-02", lastDay: "2026-03-01", blocks: [] }] }}
    ${"steps that do not fill a day"} | ${{ startEveryMinutes: 50 }}
    ${"a negative buffer"}            | ${{ bufferBeforeMinutes: -5 }}
    ${"a setting nobody knows"}       | ${{ bufferMinutes: 5 }}
  `("$what: a clear error in the settings", ({ settings }) => expect(() => Availability.parse(settings)).toThrow());

  test.each`
    what                         | more                                                                                              | error
    ${"no length"}               | ${{ lengthMinutes: 0 }}                                                                           | ${/1 to 1440 whole minutes/}
    ${"half a minute"}           | ${{ lengthMinutes: 0.5 }}                                                                         | ${/1 to 1440 whole minutes/}
    ${"no zone"}                 | ${{ zones: [] }}                                                                                  | ${/at least one zone/}
    ${"a zone nobody knows"}     | ${{ zones: [{ zone: "Mars/Olympus" }] }}                                                          | ${/not a zone/}
    ${"a moment nobody knows"}   | ${{ now: "tomorrow" }}                                                                            | ${/not an instant/}
    ${"an index too short"}      | ${{ busy: indexBusy([], 0, 1) }}                                                                  | ${/does not cover/}
    ${"travel nobody knows"}     | ${{ travelMinutesTo: () => Number.NaN, busy: [taken("2026-11-24T09:00Z", "2026-11-24T10:00Z")] }} | ${/not minutes of travel/}
    ${"a deadline nobody knows"} | ${{ deadlineAt: "soon" }}                                                                         | ${/not an instant/}
  `("$what: a clear error in the question", ({ more, error }) =>
    expect(() => prepare({ ...ask(paris, "2026-11-23T00:00Z", {}), ...more })).toThrow(error),
  );

  test("hours over midnight belong to the evening they begin in", () => {
    const hours = { tuesday: [{ from: "22:00", until: "02:00" }] };
    expect(freeRanges(prepare(ask(paris, "2026-11-23T00:00Z", { hours }))).map(said)).toEqual([
      "2026-11-24T21:00/01:00",
    ]);
  });

  test("blocks that overlap are one", () => {
    const hours = {
      tuesday: [
        { from: "13:00", until: "15:00" },
        { from: "09:00", until: "14:00" },
      ],
    };
    expect(freeRanges(prepare(ask("UTC", "2026-11-23T00:00Z", { hours }))).map(said)).toEqual([
      "2026-11-24T09:00/15:00",
    ]);
  });
});

describe("the index of busy time", () => {
  test("orders as a plain sort does, spread or crowded", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.integer({ min: 0, max: 5 }),
            fc.integer({ min: 0, max: 4e10 }),
            fc.double({ min: -1e15, max: 1e15, noNaN: true }),
          ),
          { maxLength: 200 },
        ),
        (values) => {
          const plain = values
            .map((_, position) => position)
            .sort((one, other) => values[one]! - values[other]! || one - other);
          expect([...orderOf(Float64Array.from(values))]).toEqual(plain);
        },
      ),
      { examples: [[[0, -5e-324]]] },
    ));

  test("finds what a look at every item finds", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 90 })), { maxLength: 60 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 60 }),
        (spans, from, length) => {
          const items = spans.map(
            ([start, minutes], at): Busy => ({
              startMs: start,
              endMs: start + minutes,
              kind: "busy",
              source: { calendar: "work", uid: String(at) },
            }),
          );
          const found = touching(indexBusy(items, 0, 1_000), from, from + length, 1_000);
          const plain = items.filter((item) => item.startMs < from + length && item.endMs > from);
          expect(new Set(found)).toEqual(new Set(plain));
        },
      ),
    ));
});
