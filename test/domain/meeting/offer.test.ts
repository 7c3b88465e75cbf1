import { describe, expect, test } from "vitest";
import { defaultAvailability } from "../../../src/domain/meeting/availability.ts";
import type { Busy } from "../../../src/domain/meeting/busy.ts";
import { offerTimes } from "../../../src/domain/meeting/offer.ts";
import { offerLines, sayTime } from "../../../src/domain/meeting/offer-lines.ts";
import { prepare, type Question } from "../../../src/domain/meeting/prepare.ts";
import { whyNot } from "../../../src/domain/meeting/slots.ts";
import { clockElsewhere, wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { type Instant, millisOf, type PlainDate, type Zone } from "../../../src/domain/time.ts";

const paris = "Europe/Paris" as Zone;
const newYork = "America/New_York" as Zone;

const taken = (from: string, until: string): Busy => ({
  startMs: millisOf(from as Instant),
  endMs: millisOf(until as Instant),
  kind: "busy",
  source: { calendar: "work", uid: from },
});

const week: Question = {
  now: "2026-11-22T09:00:00.000Z" as Instant,
  lengthMinutes: 30,
  availability: defaultAvailability,
  zones: [{ zone: paris }],
  busy: [
    taken("2026-11-24T09:00:00.000Z", "2026-11-24T11:00:00.000Z"),
    taken("2026-11-24T23:00:00.000Z", "2026-11-25T23:00:00.000Z"),
    taken("2026-11-26T13:00:00.000Z", "2026-11-26T14:00:00.000Z"),
  ],
};

const lines = (question: Question, reader?: Zone, locale = "en") => {
  const prepared = prepare(question);
  const offered = offerTimes(prepared);
  if (offered.kind === "none") return offered;
  const { clock } = prepared;
  const ends = [clock[0]!.fromMs, clock.at(-1)!.untilMs] as const;
  return offerLines(offered.days, {
    ownersClock: clock,
    ...(reader !== undefined && { readersClock: wallClock([{ zone: reader }], ...ends) }),
    locale,
  });
};

describe("the week's free time in a letter (R28)", () => {
  test("merged ranges, one line a day, nothing before the lead time", () =>
    expect(lines(week, paris)).toEqual([
      "Tue 24: 9:00-10:00 or 12:00-17:30",
      "Thu 26: 9:00-14:00 or 15:00-17:30",
      "Fri 27: 9:00-17:30",
    ]));

  test("a reader elsewhere sees both clocks", () =>
    expect(lines(week, newYork)).toEqual([
      "Tue 24: 9:00-10:00 or 12:00-17:30 Paris time (3:00-4:00 or 6:00-11:30 New York time)",
      "Thu 26: 9:00-14:00 or 15:00-17:30 Paris time (3:00-8:00 or 9:00-11:30 New York time)",
      "Fri 27: 9:00-17:30 Paris time (3:00-11:30 New York time)",
    ]));

  test("in French", () =>
    expect(lines(week, paris, "fr")).toEqual([
      "mar. 24 : 9h-10h ou 12h-17h30",
      "jeu. 26 : 9h-14h ou 15h-17h30",
      "ven. 27 : 9h-17h30",
    ]));

  test("three to five named times, all accepted, on different days", () => {
    const prepared = prepare(week);
    const offered = offerTimes(prepared);
    if (offered.kind === "none") throw new Error("nothing offered");
    expect(offered.named).toHaveLength(5);
    for (const slot of offered.named) expect(whyNot(prepared, slot)).toEqual([]);
    expect(new Set(offered.named.map(({ startMs }) => new Date(startMs).getUTCDate())).size).toBe(3);
    expect(offered.runsOn).toBe(false);
  });
});

describe("which days a letter shows (R28)", () => {
  const days = (question: Question) => {
    const offered = offerTimes(prepare(question));
    return offered.kind === "none" ? offered : offered.days.map(({ day }) => day);
  };

  test("with fewer than three ranges left the offer runs on into the next week", () => {
    const late = { ...week, now: "2026-11-25T09:00:00.000Z" as Instant };
    expect(days(late)).toEqual(["2026-11-27", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"]);
  });

  test("with three ranges it stays in its week", () =>
    expect(days({ ...week, busy: [taken("2026-11-24T09:00:00.000Z", "2026-11-25T23:00:00.000Z")] })).toEqual([
      "2026-11-24",
      "2026-11-26",
      "2026-11-27",
    ]));

  test("never beyond the horizon", () => {
    const short = { ...week, now: "2026-11-25T09:00:00.000Z" as Instant };
    const availability = { ...defaultAvailability, horizonDays: 6 };
    expect(lines({ ...short, availability }, paris)).toEqual([
      "Fri 27 Nov: 9:00-17:30",
      "Mon 30 Nov: 9:00-17:30",
      "Tue 1 Dec: 9:00-10:00",
    ]);
  });

  test("at most five lines, each whole, even from a week of seven days", () => {
    const blocks = [{ from: "09:00", until: "17:30" }];
    const hours = { ...defaultAvailability.hours, saturday: blocks, sunday: blocks };
    const open = {
      ...week,
      busy: [taken("2026-11-27T11:00:00.000Z", "2026-11-27T12:00:00.000Z")],
      availability: { ...defaultAvailability, hours, leadHours: 0 },
      now: "2026-11-23T07:00:00.000Z" as Instant,
    };
    const said = lines(open, paris) as readonly string[];
    expect(said).toHaveLength(5);
    expect(said.at(-1)).toBe("Fri 27: 9:00-12:00 or 13:00-17:30");
  });

  test("two ranges a day at most, when so set: the longest ones, in order", () => {
    const busy = [
      taken("2026-11-24T08:30:00.000Z", "2026-11-24T09:00:00.000Z"),
      taken("2026-11-24T11:00:00.000Z", "2026-11-24T12:00:00.000Z"),
    ];
    const availability = { ...defaultAvailability, rangesPerDayMax: 2 };
    expect(lines({ ...week, busy, availability }, paris)).toContain("Tue 24: 10:00-12:00 or 13:00-17:30");
  });

  test("nothing free says which rule to loosen", () =>
    expect(days({ ...week, availability: { ...defaultAvailability, leadHours: 24 * 14 } })).toMatchObject({
      kind: "none",
      loosen: { rule: "lead_time" },
    }));
});

describe("many offers at once (Q6)", () => {
  test("with eight open offers on a half-busy calendar the ninth still finds three ranges", () => {
    const halfBusy = ["24", "25", "26", "27"].flatMap((date) => [
      taken(`2026-11-${date}T08:00:00.000Z`, `2026-11-${date}T10:00:00.000Z`),
      taken(`2026-11-${date}T13:00:00.000Z`, `2026-11-${date}T15:00:00.000Z`),
    ]);
    const holds: Busy[] = [];
    for (let offer = 0; offer < 8; offer += 1) {
      const offered = offerTimes(prepare({ ...week, busy: [...halfBusy, ...holds] }));
      if (offered.kind === "none") throw new Error(`offer ${offer} found nothing`);
      for (const { startMs, endMs } of offered.named) {
        const source = { calendar: "rapport", uid: `hold-${holds.length}` };
        holds.push({ startMs, endMs, kind: "hold", contactId: `contact-${offer}`, source });
      }
    }
    const ninth = offerTimes(prepare({ ...week, busy: [...halfBusy, ...holds] }));
    if (ninth.kind === "none") throw new Error("the ninth offer found nothing");
    expect(ninth.days.flatMap(({ ranges }) => ranges).length).toBeGreaterThanOrEqual(3);
  });
});

describe("words of an offer", () => {
  const sydney = "Australia/Sydney" as Zone;

  test("plain signs only: no long dashes, no curly quotes, no exotic spaces", () => {
    for (const locale of ["en", "en-US", "fr", "de", "es", "it", "pt", "nl", "xx"]) {
      for (const reader of [paris, newYork, sydney, undefined]) {
        for (const line of lines(week, reader, locale) as readonly string[]) {
          expect(line, locale).toMatch(/^[\p{L}\d .:,()-]+$/u);
          expect(line, locale).not.toMatch(/[\u2010-\u201f\u00a0\u202f]/);
        }
      }
    }
  });

  test.each`
    locale     | line
    ${"en-US"} | ${"Tue 24: 9:00am-10:00am or 12:00pm-5:30pm"}
    ${"de"}    | ${"Di 24.: 9:00-10:00 oder 12:00-17:30"}
    ${"es"}    | ${"mar 24: 9:00-10:00 o 12:00-17:30"}
    ${"it"}    | ${"mar 24: 9:00-10:00 o 12:00-17:30"}
    ${"nl"}    | ${"di 24: 9:00-10:00 of 12:00-17:30"}
    ${"xx"}    | ${"Tue 24: 9:00-10:00 or 12:00-17:30"}
  `("in $locale", ({ locale, line }) => expect((lines(week, paris, locale) as readonly string[])[0]).toBe(line));

  test("a range that runs over the reader's midnight stays one range", () =>
    expect((lines(week, sydney) as readonly string[])[0]).toBe(
      "Tue 24: 9:00-10:00 or 12:00-17:30 Paris time (19:00-20:00 or 22:00-3:30 Sydney time)",
    ));

  test("a range that begins on another day of the reader's names that day", () => {
    const honolulu = "Pacific/Honolulu" as Zone;
    expect((lines(week, honolulu) as readonly string[])[0]).toBe(
      "Tue 24: 9:00-10:00 or 12:00-17:30 Paris time (Mon 23 22:00-23:00 or Tue 24 1:00-6:30 Honolulu time)",
    );
  });

  test("the owner's zone is named while the reader's is unknown", () =>
    expect((lines(week) as readonly string[])[2]).toBe("Fri 27: 9:00-17:30 Paris time"));

  test("two zones that read the same need no name", () =>
    expect((lines(week, "Europe/Berlin" as Zone) as readonly string[])[2]).toBe("Fri 27: 9:00-17:30"));

  test("a travelling owner names the zone of each day", () => {
    const zones = [{ zone: paris }, { zone: newYork, fromDay: "2026-11-26" as PlainDate }];
    expect(lines({ ...week, zones, busy: [] }, paris)).toEqual([
      "Tue 24: 9:00-17:30 Paris time",
      "Wed 25: 9:00-17:30 Paris time",
      "Thu 26: 9:00-17:30 New York time (15:00-23:30 Paris time)",
      "Fri 27: 9:00-17:30 New York time (15:00-23:30 Paris time)",
    ]);
  });

  test("over the end of a month the months are named", () => {
    const late = { ...week, now: "2026-11-25T09:00:00.000Z" as Instant };
    expect((lines(late, paris) as readonly string[]).slice(0, 3)).toEqual([
      "Fri 27 Nov: 9:00-17:30",
      "Mon 30 Nov: 9:00-17:30",
      "Tue 1 Dec: 9:00-17:30",
    ]);
  });

  test("an evening that ends at midnight ends at 24:00, and one over midnight keeps its day", () => {
    const hours = {
      ...defaultAvailability.hours,
      tuesday: [{ from: "22:00", until: "24:00" }],
      thursday: [{ from: "23:45", until: "00:30" }],
    };
    const availability = { ...defaultAvailability, hours, startEveryMinutes: 15 };
    expect(lines({ ...week, busy: [], availability }, paris)).toEqual([
      "Tue 24: 22:00-24:00",
      "Wed 25: 9:00-17:30",
      "Thu 26: 23:45-0:30",
      "Fri 27: 9:00-17:30",
    ]);
  });

  test("hours around the clock are cut at midnight", () => {
    const blocks = [{ from: "00:00", until: "24:00" }];
    const hours = { ...defaultAvailability.hours, tuesday: blocks, wednesday: blocks, thursday: [], friday: [] };
    expect(
      lines({ ...week, busy: [], availability: { ...defaultAvailability, hours, horizonDays: 7 } }, paris),
    ).toEqual(["Tue 24: 0:00-24:00", "Wed 25: 0:00-24:00"]);
  });

  test("one time by itself", () => {
    const prepared = prepare(week);
    const slot = {
      startMs: millisOf("2026-11-24T08:00:00.000Z" as Instant),
      endMs: millisOf("2026-11-24T08:30:00.000Z" as Instant),
    };
    const context = { ownersClock: prepared.clock, readersClock: clockElsewhere(prepared.clock, sydney), locale: "en" };
    expect(sayTime(slot, context)).toBe("Tue 24 at 9:00 Paris time (19:00 Sydney time)");
    expect(
      sayTime(slot, { ...context, readersClock: clockElsewhere(prepared.clock, "Pacific/Honolulu" as Zone) }),
    ).toBe("Tue 24 at 9:00 Paris time (Mon 23 22:00 Honolulu time)");
  });
});
