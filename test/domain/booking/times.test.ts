/** When offered times lapse, what is held, what is in the way, and the meeting as a file. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timesToHold } from "../../../src/domain/booking/hold.ts";
import { icsText } from "../../../src/domain/booking/ics-text.ts";
import { inTheWay } from "../../../src/domain/booking/live-busy.ts";
import { expiresAt, lapsesAt } from "../../../src/domain/booking/offer.ts";
import type { Instant, Zone } from "../../../src/domain/time.ts";
import { readIcs } from "../../../src/integrations/archive/ics.ts";

const at = (text: string) => `${text}:00.000Z` as Instant;
const span = (day: string, from: string, until: string) => ({
  startsAt: at(`2026-11-${day}T${from}`),
  endsAt: at(`2026-11-${day}T${until}`),
});

describe("an offer expires", () => {
  const paris = { zone: "Europe/Paris" as Zone, lapseHours: 12, expiryBusinessDays: 10 };
  const offeredAt = at("2026-11-23T08:00");
  test.each([
    [
      "12 hours before its last named time",
      { times: [span("24", "09:00", "09:45"), span("26", "09:00", "09:45")], ranges: [] },
      "2026-11-25T21:00",
    ],
    [
      "12 hours before the last start that its lines show",
      { times: [span("24", "09:00", "09:45")], ranges: [span("27", "08:00", "16:30")] },
      "2026-11-27T03:45",
    ],
    [
      "with the tenth business day in the owner's zone",
      { times: [{ startsAt: at("2026-12-20T09:00"), endsAt: at("2026-12-20T09:45") }], ranges: [] },
      "2026-12-07T23:00",
    ],
  ])("%s (defaults: offer expiry)", (_, body, expected) =>
    expect(expiresAt({ ...body, lengthMinutes: 45 }, offeredAt, paris)).toBe(at(expected)),
  );
});

test("named times are held once, and only while they can be had (Q6)", () => {
  const times = [
    span("24", "09:00", "09:45"),
    span("24", "14:00", "14:45"),
    span("25", "09:00", "09:45"),
    span("25", "09:45", "10:30"),
  ];
  const taken = [span("24", "14:30", "15:00"), span("25", "10:30", "11:00")];
  const held = timesToHold(times, taken, { now: at("2026-11-23T22:00"), lapse: (startsAt) => lapsesAt(startsAt, 12) });
  expect(held).toEqual([times[2], times[3]]);
});

describe("what calendars answer live", () => {
  const meeting = span("24", "10:00", "10:45");
  test.each([
    ["nothing", [], [], 0],
    ["something that ends when it starts", [span("24", "09:00", "10:00")], [], 0],
    ["something over it", [span("24", "10:30", "11:00")], [], 1],
    ["its own event where it stood", [span("24", "10:15", "11:00")], [span("24", "10:15", "11:00")], 0],
    ["its own event, run together with another", [span("24", "09:30", "10:30")], [span("24", "10:00", "10:30")], 0],
    ["its own event, run together with one over it", [span("24", "10:15", "11:30")], [span("24", "10:40", "11:30")], 1],
  ])("is in the way: %s", (_, busy, harmless, count) => {
    const inOne = (spans: readonly { startsAt: Instant; endsAt: Instant }[]) =>
      spans.map((one) => ({ calendar: "main", ...one }));
    expect(inTheWay(meeting, inOne(busy), inOne(harmless))).toHaveLength(count);
    // What is harmless in one calendar is not in another.
    expect(
      inTheWay(
        meeting,
        inOne(busy),
        inOne(harmless).map((one) => ({ ...one, calendar: "other" })),
      ),
    ).toHaveLength(inTheWay(meeting, inOne(busy), []).length);
  });
});

describe("a meeting as a file (RFC 5545)", () => {
  const meeting = {
    uid: "0123456789abcdef0123456789abcdef",
    sequence: 2,
    stampedAt: at("2026-11-23T08:00"),
    ...span("24", "10:00", "10:45"),
    title: 'Kaffee: Mara Lind und Zoë; "die Große", bei\nMoka',
    place: "im Café Moka (3 rue des Lilas, Paris), gleich neben der großen Buchhandlung am Ende der Straße",
    organiser: { address: "mara@nordlys.example", name: "Mara Lind" },
    guests: [{ address: "zoe@acme.example", name: 'Zoë "Z" Große' }],
    isCancelled: false,
  };

  test("is read back by the reader of calendar files as what it is", () => {
    const { events, skipped } = readIcs(Buffer.from(icsText(meeting, "invitation")), "meeting.ics");
    expect(skipped).toEqual([]);
    expect(events).toMatchObject([
      {
        uid: meeting.uid,
        sequence: 2,
        title: 'Kaffee: Mara Lind und Zoë; "die Große", bei\nMoka',
        place: meeting.place,
        time: { kind: "timed", startsAt: meeting.startsAt, endsAt: meeting.endsAt },
        status: "confirmed",
        organiser: { address: "mara@nordlys.example", name: "Mara Lind" },
        attendees: [{ address: "zoe@acme.example", name: "Zoë Z Große", response: "needs_action" }],
      },
    ]);
  });

  test.each([
    ["invitation", false, "REQUEST", 1],
    ["invitation", true, "CANCEL", 1],
    ["own_copy", false, "PUBLISH", 0],
    ["own_copy", true, "PUBLISH", 0],
  ] as const)("as %s, called off %s, has method %s and names %s guests", (purpose, isCancelled, method, guests) => {
    const text = icsText({ ...meeting, isCancelled }, purpose);
    expect(text).toContain(`\r\nMETHOD:${method}\r\n`);
    expect(text.split("\r\nATTENDEE").length - 1).toBe(guests);
    expect(text.includes("STATUS:CANCELLED")).toBe(isCancelled);
  });

  test("has no line over 75 bytes, and none that anybody's words have begun", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (words) => {
        const named = { address: "zoe@acme.example", name: words };
        const text = icsText({ ...meeting, title: words, place: words, guests: [named] }, "invitation");
        const lines = text.split("\r\n");
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(lines.filter((line) => line.startsWith("BEGIN:"))).toHaveLength(2);
        expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
