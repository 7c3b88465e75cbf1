import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../../src/domain/meeting/event.ts";
import type { PlainDate, Zone } from "../../../src/domain/time.ts";
import { instantOf } from "../../../src/domain/time.ts";
import { readIcs } from "../../../src/integrations/archive/ics.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/ics/${name}`, import.meta.url));
const read = (text: string, zone?: string) => readIcs(Buffer.from(text), "omar.ics", zone as Zone | undefined);

/** One calendar with the given lines; each event's lines stand between BEGIN and END. */
const calendar = (events: string[], header = "") =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${header}${events.map((lines) => `BEGIN:VEVENT\r\n${lines.trim().replace(/\n\s*/g, "\r\n")}\r\nEND:VEVENT\r\n`).join("")}END:VCALENDAR\r\n`;
const paris = "X-WR-TIMEZONE:Europe/Paris\r\n";

/** "timed 2026-11-16T13:00Z 60 min Europe/Paris" or "days 2026-11-16 to 2026-11-17". */
function sayTime({ time, zoneUnknown }: CalendarEvent): string {
  if (time.kind === "all_day") return `days ${time.firstDay} to ${time.lastDay}`;
  const minutes = (Date.parse(time.endsAt) - Date.parse(time.startsAt)) / 60_000;
  return `${time.startsAt.slice(0, 16)}Z ${minutes} min ${time.zone}${zoneUnknown ? " unsure" : ""}`;
}
const kinds = ({ skipped }: { skipped: readonly { because: string }[] }) => skipped.map(({ because }) => because);

describe("exports of the three big calendars", () => {
  test("Google: people, rooms, folded lines, alarms, series with a moved occurrence, all-day kinds", () => {
    const { events, calendars, skipped } = readIcs(fixture("google.ics"), "google.ics");
    expect(skipped).toEqual([]);
    expect(calendars).toEqual([{ name: "omar@owner.example", where: "google.ics" }]);
    expect(events.map((event) => `${event.title}: ${event.kind}, ${sayTime(event)}`)).toEqual([
      "Coffee: busy, 2026-11-16T12:15Z 45 min UTC",
      "Team round: busy, 2026-10-05T07:30Z 30 min Europe/Paris",
      "Team round (moved): busy, 2026-11-10T10:00Z 30 min Europe/Paris",
      "Berlin trip: free, days 2026-12-01 to 2026-12-03",
      "Home: working_location, days 2026-11-23 to 2026-11-23",
      "Lena Vogt's birthday: birthday, days 1985-02-14 to 1985-02-14",
    ]);
    expect(events[0]).toMatchObject({
      uid: "coffee-1@google.example",
      sequence: 1,
      place: "Café Moka, 12 rue Oberkampf",
      description: "Agenda:\n1. data, hiring\n2. coffee",
      link: "https://meet.google.com/abc-defg-hij",
      organiser: { address: "omar@owner.example", name: "Omar Diallo" },
      changedAt: "2026-11-14T10:15:00.000Z",
      attendees: [
        { address: "priya@acme.example", name: "Nair, Priya", response: "accepted" },
        { address: "omar@owner.example", response: "accepted", organiser: true },
        { address: "c_188@resource.calendar.google.com", resource: true },
        { address: "lena@acme.example", response: "needs_action", optional: true },
      ],
    });
    expect(events[1]?.recurrence).toEqual({
      rules: ["FREQ=WEEKLY;WKST=MO;UNTIL=20261231T225959Z;BYDAY=MO"],
      extra: [],
      excluded: ["2026-11-02T08:30:00.000Z"],
    });
    expect(events[2]?.occurrence).toBe("2026-11-09T08:30:00.000Z");
  });

  test("Outlook: Windows zones, its own zones by their rules, display names as zones, busy status, quoted addresses", () => {
    const { events } = readIcs(fixture("outlook.ics"), "outlook.ics");
    expect(events.map((event) => `${event.title}: ${event.kind} ${event.status}, ${sayTime(event)}`)).toEqual([
      "Planung: out_of_office confirmed, 2026-07-06T07:00Z 60 min Europe/Berlin",
      "Own zone: busy tentative, 2026-07-06T09:00Z 60 min Europe/Paris",
      "Fair: working_location confirmed, days 2026-07-08 to 2026-07-09",
    ]);
    expect(events[0]?.organiser).toEqual({ address: "lena@acme.example", name: "Vogt, Lena" });
    expect(events[0]?.notes).toEqual(["Marked private."]);
    expect(events[1]?.notes[0]).toContain("is taken as Europe/Paris");
  });

  test("an old phone's vCalendar 1.0: quoted-printable with soft breaks, offset for the file, rules in the old grammar", () => {
    const [event] = readIcs(fixture("old-phone.vcs"), "old-phone.vcs").events;
    expect(event).toMatchObject({ title: "Frühstück mit Jörg", calendar: "old-phone" });
    expect(event && sayTime(event)).toBe("2026-03-02T08:00Z 30 min Etc/GMT-1");
    expect(event?.recurrence?.rules).toEqual(["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3"]);
  });
});

describe("issue 3: when an event is, or what is said instead", () => {
  test.each`
    lines                                                                                   | said                                              | because
    ${"DTSTART:20261116T130000Z\nDTEND:20261116T140000Z"}                                   | ${"2026-11-16T13:00Z 60 min UTC"}                 | ${[]}
    ${"DTSTART;TZID=Europe/Paris:20261116T140000\nDURATION:PT1H30M"}                        | ${"2026-11-16T13:00Z 90 min Europe/Paris"}        | ${[]}
    ${"DTSTART:20261116T140000\nDTEND:20261116T150000"}                                     | ${"2026-11-16T13:00Z 60 min Europe/Paris"}        | ${[]}
    ${"DTSTART;TZID=Europe/Paris:20261024T140000\nDURATION:P1D"}                            | ${"2026-10-24T12:00Z 1500 min Europe/Paris"}      | ${[]}
    ${"DTSTART:20261116T130000Z"}                                                           | ${"2026-11-16T13:00Z 0 min UTC"}                  | ${[]}
    ${"DTSTART;VALUE=DATE:20261116"}                                                        | ${"days 2026-11-16 to 2026-11-16"}                | ${[]}
    ${"DTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261118"}                             | ${"days 2026-11-16 to 2026-11-17"}                | ${[]}
    ${"DTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261116"}                             | ${"days 2026-11-16 to 2026-11-16"}                | ${[]}
    ${"DTSTART;VALUE=DATE:20261116\nDURATION:P2D"}                                          | ${"days 2026-11-16 to 2026-11-17"}                | ${[]}
    ${"DTSTART:20261116"}                                                                   | ${"days 2026-11-16 to 2026-11-16"}                | ${[]}
    ${"DTSTART:2026-11-16T13:00:00Z\nDTEND:2026-11-16T15:00:00+01:00"}                      | ${"2026-11-16T13:00Z 60 min UTC"}                 | ${[]}
    ${"DTSTART:20261116T240000Z\nDTEND:20261117T010000Z"}                                   | ${"2026-11-17T00:00Z 60 min UTC"}                 | ${[]}
    ${"DTSTART:20261116T130000Z\nDTEND:20261116T120000Z"}                                   | ${"2026-11-16T13:00Z 60 min UTC"}                 | ${["end_before_start"]}
    ${"DTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261101"}                             | ${"days 2026-11-16 to 2026-11-16"}                | ${["end_before_start"]}
    ${"DTSTART:20261116T130000Z\nDTEND:soon"}                                               | ${"2026-11-16T13:00Z 0 min UTC"}                  | ${["impossible_time"]}
    ${"DTSTART:00000101T000000Z"}                                                           | ${undefined}                                      | ${["impossible_time"]}
    ${"DTSTART:99991231T235959Z"}                                                           | ${undefined}                                      | ${["impossible_time"]}
    ${"DTSTART:20260230T090000Z"}                                                           | ${undefined}                                      | ${["impossible_time"]}
    ${"SUMMARY:No start"}                                                                   | ${undefined}                                      | ${["impossible_time"]}
    ${"DTSTART;TZID=Mars/Olympus:20261116T140000\nDTEND;TZID=Mars/Olympus:20261116T150000"} | ${"2026-11-16T13:00Z 60 min Europe/Paris unsure"} | ${["unknown_zone"]}
  `("$lines is $said", ({ lines, said, because }) => {
    const reading = read(calendar([`UID:1\n${lines}`], paris));
    expect(reading.events.map(sayTime)).toEqual(said === undefined ? [] : [said]);
    expect(kinds(reading)).toEqual(because);
  });

  test("a time without any zone takes the caller's, else its whole day is busy", () => {
    const floating = calendar(["UID:1\nDTSTART:20261116T140000\nDTEND:20261116T150000"]);
    expect(read(floating, "Asia/Tokyo").events.map(sayTime)).toEqual(["2026-11-16T05:00Z 60 min Asia/Tokyo"]);
    expect(read(floating).events.map(sayTime)).toEqual(["2026-11-16T14:00Z 60 min UTC unsure"]);
    expect(kinds(read(floating))).toEqual(["unknown_zone"]);
  });

  test("a zone that exists only in the file gives its offset; a series of it is unsure beyond a clock change", () => {
    const own = `BEGIN:VTIMEZONE\r\nTZID:Isle\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=7\r\nTZOFFSETFROM:+0220\r\nTZOFFSETTO:+0120\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010601T000000\r\nRRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1\r\nTZOFFSETFROM:+0120\r\nTZOFFSETTO:+0220\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n`;
    const times = "DTSTART;TZID=Isle:20260710T120000\nDTEND;TZID=Isle:20260710T130000";
    const reading = read(calendar([`UID:1\n${times}`, `UID:2\n${times}\nRRULE:FREQ=MONTHLY`], own));
    expect(reading.events.map(sayTime)).toEqual([
      "2026-07-10T09:40Z 60 min +02:20",
      "2026-07-10T09:40Z 60 min +02:20 unsure",
    ]);
  });

  test("a hostile zone definition costs little", () => {
    const bomb =
      "BEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    const begun = performance.now();
    const reading = read(calendar(["UID:1\nDTSTART;TZID=Bomb:20260710T120000"], bomb));
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(reading.events).toHaveLength(1);
  });
});

describe("Q1: what an event means for its time", () => {
  test.each`
    lines                                                                     | meaning
    ${"TRANSP:TRANSPARENT"}                                                   | ${"free confirmed"}
    ${"TRANSP:OPAQUE\nSTATUS:TENTATIVE"}                                      | ${"busy tentative"}
    ${"STATUS:CANCELLED"}                                                     | ${"busy cancelled"}
    ${"X-MICROSOFT-CDO-BUSYSTATUS:FREE\nTRANSP:OPAQUE"}                       | ${"free confirmed"}
    ${"X-MICROSOFT-CDO-BUSYSTATUS:OOF"}                                       | ${"out_of_office confirmed"}
    ${"X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"}                          | ${"working_location confirmed"}
    ${"X-MICROSOFT-CDO-INTENDEDSTATUS:OOF"}                                   | ${"out_of_office confirmed"}
    ${"X-MICROSOFT-CDO-BUSYSTATUS:BUSY\nX-MICROSOFT-CDO-INTENDEDSTATUS:FREE"} | ${"busy confirmed"}
    ${"X-MICROSOFT-CDO-BUSYSTATUS:HOVERING"}                                  | ${"busy confirmed"}
    ${"SUMMARY:Focus time"}                                                   | ${"focus confirmed"}
    ${"SUMMARY:Out of office"}                                                | ${"out_of_office confirmed"}
    ${"SUMMARY:Lena's birthday"}                                              | ${"busy confirmed"}
    ${"TRANSP:WHATEVER"}                                                      | ${"busy confirmed"}
  `("$lines is $meaning", ({ lines, meaning }) => {
    const [event] = read(calendar([`UID:1\nDTSTART:20261116T130000Z\nDTEND:20261116T140000Z\n${lines}`])).events;
    expect(`${event?.kind} ${event?.status}`).toBe(meaning);
  });

  test("a birthday is one by its category, by its calendar, or by title when it comes every year", () => {
    const day = "DTSTART;VALUE=DATE:19850214";
    const kindOf = (lines: string, header = "") => read(calendar([`UID:1\n${day}\n${lines}`], header)).events[0]?.kind;
    expect(kindOf("SUMMARY:Lena\nCATEGORIES:Private,Birthday")).toBe("birthday");
    expect(kindOf("SUMMARY:Lena", "X-WR-CALNAME:Geburtstage\r\n")).toBe("birthday");
    expect(kindOf("SUMMARY:Anniversaire de Lena\nRRULE:FREQ=YEARLY")).toBe("birthday");
    expect(kindOf("SUMMARY:Birthday party")).toBe("busy");
  });

  test("published busy times become events; tasks and journals are counted", () => {
    const reading = read(
      "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nUID:fb\r\nFREEBUSY:20261116T130000Z/PT1H,20261117T130000Z/20261117T140000Z\r\nFREEBUSY;FBTYPE=FREE:20261118T130000Z/PT1H\r\nFREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261119T130000Z/PT1H\r\nEND:VFREEBUSY\r\nBEGIN:VTODO\r\nEND:VTODO\r\nBEGIN:VTODO\r\nEND:VTODO\r\nBEGIN:VJOURNAL\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n",
    );
    expect(reading.events.map((event) => `${event.kind} ${sayTime(event)}`)).toEqual([
      "busy 2026-11-16T13:00Z 60 min UTC",
      "busy 2026-11-17T13:00Z 60 min UTC",
      "out_of_office 2026-11-19T13:00Z 60 min UTC",
    ]);
    expect(reading.skipped.map(({ because, count }) => `${because} ${count}`)).toEqual(["task 2", "journal 1"]);
  });
});

describe("provider-facts §10: versions of one event and answers to it", () => {
  const at = "DTSTART:20261116T130000Z\nDTEND:20261116T140000Z";
  const attendee = (answer: string) => `ATTENDEE;PARTSTAT=${answer}:mailto:priya@acme.example`;

  test("the higher SEQUENCE wins, then the later change, wherever they stand", () => {
    const versions = [`UID:1\nSEQUENCE:2\nSUMMARY:New\n${at}`, `UID:1\nSEQUENCE:1\nSUMMARY:Old\n${at}`];
    expect(read(calendar(versions)).events.map(({ title }) => title)).toEqual(["New"]);
    expect(read(calendar(versions.toReversed())).events.map(({ title }) => title)).toEqual(["New"]);
    const changes = [
      `UID:1\nDTSTAMP:20261102T000000Z\nSUMMARY:New\n${at}`,
      `UID:1\nDTSTAMP:20261101T000000Z\nSUMMARY:Old\n${at}`,
    ];
    expect(read(calendar(changes)).events.map(({ title }) => title)).toEqual(["New"]);
    expect(kinds(read(calendar(changes)))).toEqual(["older_version"]);
  });

  test("different events that share a UID are both kept", () => {
    const strangers = [`UID:1\nSUMMARY:One\n${at}`, "UID:1\nSUMMARY:Two\nDTSTART:20261117T130000Z"];
    expect(read(calendar(strangers)).events.map(({ title, uid }) => `${title} ${uid}`)).toEqual([
      "One 1",
      "Two 1#2026-11-17T13:00:00.000Z",
    ]);
  });

  test("an answer changes only what its own sender answered; a counter-proposal moves nothing", () => {
    const asked = calendar([
      `UID:1\nSUMMARY:Coffee\n${at}\n${attendee("NEEDS-ACTION")}\nATTENDEE:mailto:lena@acme.example`,
    ]);
    const reply = calendar([`UID:1\nDTSTAMP:20261201T000000Z\n${at}\n${attendee("DECLINED")}`], "METHOD:REPLY\r\n");
    const counter = calendar([`UID:1\nDTSTART:20261120T130000Z\n${attendee("TENTATIVE")}`], "METHOD:COUNTER\r\n");
    for (const text of [asked + reply + counter, reply + asked]) {
      const { events } = read(text);
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({ title: "Coffee", time: { startsAt: "2026-11-16T13:00:00.000Z" } });
      expect(events[0]?.attendees.map(({ response }) => response)).toEqual(["declined", "needs_action"]);
    }
    expect(read(asked + counter).events[0]?.notes).toEqual(["priya@acme.example proposes 2026-11-20T13:00:00.000Z."]);
  });

  test("METHOD:CANCEL cancels, METHOD:REQUEST is noted", () => {
    expect(read(calendar([`UID:1\n${at}`], "METHOD:CANCEL\r\n")).events[0]?.status).toBe("cancelled");
    expect(read(calendar([`UID:1\n${at}`], "METHOD:REQUEST\r\n")).events[0]?.notes).toEqual(["Sent as REQUEST."]);
  });

  test("THISANDFUTURE is said, periods of their own length become changed occurrences", () => {
    const { events } = read(
      calendar([
        `UID:1\n${at}\nRDATE;VALUE=PERIOD:20261118T130000Z/PT2H`,
        `UID:2\n${at}\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261109T130000Z`,
      ]),
    );
    expect(events.map((event) => `${event.occurrence ?? "series"} ${sayTime(event)}`)).toEqual([
      "series 2026-11-16T13:00Z 60 min UTC",
      "2026-11-18T13:00:00.000Z 2026-11-18T13:00Z 120 min UTC",
      "2026-11-09T13:00:00.000Z 2026-11-16T13:00Z 60 min UTC",
    ]);
    expect(events[2]?.notes[0]).toContain("THISANDFUTURE");
  });
});

describe("issue 2: a broken file gives a clear line and keeps the rest", () => {
  const sound = "UID:sound\nSUMMARY:Sound\nDTSTART:20261116T130000Z\nDTEND:20261116T140000Z";
  const titles = (text: string) => read(text).events.map(({ title }) => title);

  test("an event that breaks off is kept as far as it was read, and the next one stands", () => {
    const broken = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:half\r\nSUMMARY:Half\r\nDTSTART:20261116T130000Z\r\n${calendar([sound])}`;
    expect(titles(broken)).toEqual(["Half", "Sound"]);
    expect(read(broken).skipped).toEqual([
      {
        where: "omar.ics",
        position: "line 2",
        because: "truncated_event",
        message: "The event 'Half' breaks off; it is kept as far as it was read.",
        count: 1,
      },
    ]);
  });

  test("lines that are none are told with their number", () => {
    const { events, skipped } = read(calendar([`${sound}\nthis is no line\nLOCATION:Café`]));
    expect(events[0]?.place).toBe("Café");
    expect(skipped.map(({ because, position }) => `${because} ${position}`)).toEqual(["unreadable_line line 8"]);
  });

  test("no UID: the same content has the same one, other content another", () => {
    const without = (title: string) => calendar([`SUMMARY:${title}\nDTSTART:20261116T130000Z`]);
    const uid = (title: string) => read(without(title)).events[0]?.uid;
    expect(uid("A")).toBe(uid("A"));
    expect(uid("A")).not.toBe(uid("B"));
  });

  test("a description of 10 MB leaves its first 2,000 letters", () => {
    const line = `DESCRIPTION:${"lorem ipsum ".repeat(900_000)}`.replace(/.{73}/g, "$&\r\n ");
    const { events, skipped } = read(
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261116T130000Z\r\n${line}\r\nSUMMARY:After\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    );
    expect(events[0]?.title).toBe("After");
    expect(events[0]?.description?.length).toBeLessThanOrEqual(2_000);
    expect(events[0]?.description?.length).toBeGreaterThan(1_900);
    expect(skipped.map(({ because }) => because)).toEqual(["line_too_long"]);
  });

  const accents = calendar([`${sound}\nLOCATION:Café Größe 東京`]);
  test.each`
    name                               | bytes
    ${"UTF-8"}                         | ${Buffer.from(accents)}
    ${"UTF-8 with BOM"}                | ${Buffer.from(`\uFEFF${accents}`)}
    ${"UTF-16 little-endian with BOM"} | ${Buffer.from(`\uFEFF${accents}`, "utf16le")}
    ${"UTF-16 little-endian"}          | ${Buffer.from(accents, "utf16le")}
    ${"UTF-16 big-endian"}             | ${Buffer.from(accents, "utf16le").swap16()}
    ${"bare line feeds"}               | ${Buffer.from(accents.replaceAll("\r\n", "\n"))}
    ${"bare carriage returns"}         | ${Buffer.from(accents.replaceAll("\r\n", "\r"))}
    ${"folded inside every character"} | ${foldedInCharacters(accents)}
  `("$name", ({ bytes }) => {
    const { events, skipped } = readIcs(bytes, "omar.ics");
    expect(skipped).toEqual([]);
    expect(events[0]).toMatchObject({ title: "Sound", place: "Café Größe 東京" });
  });

  test("Latin-1 is read line by line, so that one such line does not spoil the others", () => {
    const bytes = Buffer.concat([
      Buffer.from(calendar([`${sound}\nLOCATION:Größe`])),
      Buffer.from(calendar(["UID:2\nDTSTART:20261116T130000Z\nSUMMARY:Größe"]), "latin1"),
    ]);
    const { events, skipped } = readIcs(bytes, "omar.ics");
    expect(events.map(({ title, place }) => place ?? title)).toEqual(["Größe", "Größe"]);
    expect(skipped.map(({ because, count }) => `${because} ${count}`)).toEqual(["not_utf8 1"]);
  });

  test("unescaped commas, stray quotes and addresses that are none lose nothing else", () => {
    const [event] = read(
      calendar([
        `${sound}\nLOCATION:Paris, Lyon; and "Nice\nATTENDEE;CN="Open:mailto:priya@acme.example\nATTENDEE;CN=Path:/principals/42/`,
      ]),
    ).events;
    expect(event?.place).toBe('Paris, Lyon; and "Nice');
    expect(event?.attendees).toEqual([{ address: "priya@acme.example", name: "Open", response: "needs_action" }]);
  });

  test("what is no calendar says so", () => expect(kinds(read("hello"))).toEqual(["not_a_calendar"]));

  test("a thousand broken events are fifty lines and a sum", () => {
    const { skipped } = read(calendar(Array.from({ length: 1_000 }, (_, index) => `UID:${index}\nDTSTART:never`)));
    expect(skipped).toHaveLength(51);
    expect(skipped.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
  });

  test("no bytes throw", () => {
    const pieces = fc.constantFrom(
      "BEGIN:VCALENDAR\r\n",
      "BEGIN:VEVENT\r\n",
      "END:VEVENT\n",
      "DTSTART",
      ":",
      ";",
      "TZID=",
      '"',
      "2026",
      "T",
      "RRULE:FREQ=",
      "\r",
      " ",
      "=",
      "\\",
      "RDATE",
      "\u0000",
      "EXDATE;VALUE=DATE:",
      "20261116",
      "/",
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readIcs(bytes, "any").events.length >= 0));
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        (parts) => readIcs(Buffer.from(parts.join("")), "any").events.length >= 0,
      ),
    );
  });
});

/** Every character of several bytes is broken by a fold before its last byte. */
function foldedInCharacters(text: string): Buffer {
  const isContinuation = (byte = 0) => byte >= 0x80 && byte <= 0xbf;
  const bytes = [...Buffer.from(text)];
  const folded = bytes.flatMap((byte, at) =>
    isContinuation(byte) && !isContinuation(bytes[at + 1]) ? [0x0d, 0x0a, 0x20, byte] : [byte],
  );
  return Buffer.from(folded);
}

describe("what is printed is read back the same", () => {
  const word = fc
    .string({
      unit: fc.constantFrom("a", "B", "é", "東", ",", ";", "\\", '"', ":", " ", "=", "😀"),
      minLength: 1,
      maxLength: 60,
    })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const minute = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
  const address = fc
    .tuple(fc.constantFrom("priya", "lena", "jo"), fc.constantFrom("acme.example", "globex.example"))
    .map((parts) => parts.join("@"));
  const time = fc.oneof(
    fc.tuple(minute, fc.integer({ min: 0, max: 3_000 })).map(([start, length]): CalendarEvent["time"] => ({
      kind: "timed",
      startsAt: instantOf(start * 60_000),
      endsAt: instantOf((start + length) * 60_000),
      zone: "UTC" as Zone,
    })),
    fc.tuple(minute, fc.integer({ min: 0, max: 9 })).map(([start, days]): CalendarEvent["time"] => ({
      kind: "all_day",
      firstDay: instantOf(start * 60_000).slice(0, 10) as PlainDate,
      lastDay: instantOf(start * 60_000 + days * 86_400_000).slice(0, 10) as PlainDate,
    })),
  );
  const events = fc.uniqueArray(
    fc.record({
      uid: fc.uuid(),
      title: word,
      place: word,
      description: word,
      time,
      sequence: fc.nat(99),
      attendees: fc.uniqueArray(fc.record({ address, name: word.filter((name) => !/["^]/.test(name)) }), {
        selector: ({ address: one }) => one,
      }),
    }),
    { selector: ({ uid }) => uid, maxLength: 8 },
  );

  test("events, with folds at 75 bytes", () => {
    fc.assert(
      fc.property(events, (list) => {
        const reading = read(printed(list));
        expect(reading.skipped).toEqual([]);
        expect(reading.events).toMatchObject(
          list.map(({ attendees, ...event }) => ({
            ...event,
            attendees: attendees.map(({ address: one, name }) => ({ address: one, name: name.replace(/\s+/g, " ") })),
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  type Printable = typeof events extends fc.Arbitrary<infer List> ? List : never;
  function printed(list: Printable): string {
    const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&");
    const compact = (text: string) => text.replace(/[-:]|\.\d+/g, "");
    const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const lines = list.flatMap(({ uid, title, place, description, time: when, sequence, attendees }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `SUMMARY:${escaped(title)}`,
      `LOCATION:${escaped(place)}`,
      `DESCRIPTION:${escaped(description)}`,
      `SEQUENCE:${sequence}`,
      ...(when.kind === "timed"
        ? [`DTSTART:${compact(when.startsAt)}`, `DTEND:${compact(when.endsAt)}`]
        : [`DTSTART;VALUE=DATE:${compact(when.firstDay)}`, `DTEND;VALUE=DATE:${compact(dayAfter(when.lastDay))}`]),
      ...attendees.map((one) => `ATTENDEE;CN="${one.name}":mailto:${one.address}`),
      "END:VEVENT",
    ]);
    return ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
  }
  function folded(line: string): string {
    const pieces = [""];
    for (const letter of line) {
      if (Buffer.byteLength((pieces.at(-1) ?? "") + letter) > 74) pieces.push(" ");
      pieces[pieces.length - 1] += letter;
    }
    return pieces.join("\r\n");
  }
});

test("issue 2: time grows with the file and not faster, also for 8,000 events in one day", () => {
  const many = (count: number) =>
    Buffer.from(
      calendar(
        Array.from(
          { length: count },
          (_, index) =>
            `UID:${index}\nSUMMARY:Event ${index}\nDTSTART;TZID=Europe/Paris:20261116T140000\nDURATION:PT15M\nATTENDEE;CN="Nair, Priya":mailto:priya@acme.example`,
        ),
      ),
    );
  const cost = (bytes: Buffer) => {
    const begun = performance.now();
    readIcs(bytes, "many.ics");
    return performance.now() - begun;
  };
  const [small, large] = [many(1_000), many(8_000)];
  cost(small);
  const [one, eight] = [small, large].map((bytes) => Math.min(cost(bytes), cost(bytes), cost(bytes))) as [
    number,
    number,
  ];
  expect(eight / one).toBeLessThan(24);
  expect(readIcs(large, "many.ics").events).toHaveLength(8_000);
});
