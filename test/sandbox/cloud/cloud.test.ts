/** The world behind the sandbox's providers: what crosses from one account to another, what is remembered and forgotten. */
import { describe, expect, test } from "vitest";
import { offerLines } from "../../../src/domain/meeting/offer-lines.ts";
import { wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import {
  addDays,
  after,
  dayIn,
  type Instant,
  instantAt,
  millisOf,
  type PlainDate,
  parseInstant,
  type Zone,
} from "../../../src/domain/time.ts";
import { bulkMailbox } from "../../../src/sandbox/cloud/bulk-mail.ts";
import { settleCast } from "../../../src/sandbox/cloud/cast.ts";
import { ChangeLog } from "../../../src/sandbox/cloud/change-log.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import { type Content, envelopeOf, letterOf, rawOf } from "../../../src/sandbox/cloud/content.ts";
import { fillFromSample } from "../../../src/sandbox/cloud/fill-sample.ts";
import { idsOf } from "../../../src/sandbox/cloud/ids.ts";
import { Mailbox } from "../../../src/sandbox/cloud/mailbox.ts";
import { answerMeeting, cancelMeeting, putMeeting } from "../../../src/sandbox/cloud/meetings.ts";
import { readCorrespondents, readMime, textOf, withHeaders } from "../../../src/sandbox/cloud/mime.ts";
import { offeredTimes } from "../../../src/sandbox/cloud/offered-times.ts";
import { colleagues, type Language, people } from "../../../src/sandbox/people.ts";

const paris = "Europe/Paris" as Zone;

function world(startsAt = "2026-11-20T17:00:00Z") {
  let now = parseInstant(startsAt) as Instant;
  const cloud = new Cloud({ seed: 1, clock: { now: () => now } });
  return {
    cloud,
    now: () => now,
    pass: (time: Parameters<typeof after>[1]) => {
      now = after(now, time);
      return cloud.settle();
    },
  };
}

function letter(
  from: string,
  to: string,
  subject: string,
  text = "Hello",
  references: readonly string[] = [],
): Content {
  const at = parseInstant("2026-11-20T17:00:00Z") as Instant;
  const id = `${subject.replace(/\W/g, "")}.${from}`;
  return {
    kind: "letter",
    letter: {
      id,
      at,
      zone: paris,
      from: { address: from },
      to: [{ address: to }],
      subject,
      said: text,
      text,
      references,
      labels: [],
      encoding: "8bit",
    },
  };
}

const ida = { provider: "google", address: "ida@one.example", given: "Ida", family: "Holm", zone: paris } as const;
const bo = { provider: "microsoft", address: "bo@two.example", given: "Bo", family: "Lund", zone: paris } as const;

describe("mail between accounts", () => {
  test("a letter lies in the sent mail of one and the inbox of the other; the answer finds both threads again", () => {
    const { cloud } = world();
    const [one, two] = [cloud.add(ida), cloud.add(bo)];
    const sent = cloud.send(one, letter(one.address, two.address, "Question"))!;
    const [came] = [...two.mailbox.newestFirst()];
    expect([sent.place, came?.place, came?.marks]).toEqual(["sent", "inbox", ["unread"]]);
    const answer = letter(two.address, one.address, "Re: Question", "Yes", [envelopeOf(sent.content).messageId!]);
    cloud.send(two, answer);
    expect(one.mailbox.thread(sent.threadId).map(({ place }) => place)).toEqual(["sent", "inbox"]);
    expect(two.mailbox.thread(came!.threadId).map(({ place }) => place)).toEqual(["inbox", "sent"]);
    const other = cloud.send(
      two,
      letter(two.address, one.address, "Another matter", "", [envelopeOf(sent.content).messageId!]),
    )!;
    expect(other.threadId).not.toBe(came!.threadId);
  });

  test.each`
    to                       | outcome
    ${"nobody@two.example"}  | ${"a report half a minute later"}
    ${"anyone@wide.example"} | ${"nothing"}
  `("what is sent to $to gets $outcome", ({ to, outcome }) => {
    const { cloud, pass } = world();
    const [one] = [cloud.add(ida), cloud.add(bo)];
    cloud.send(one, letter(one.address, to, "Hello"));
    expect(one.mailbox.count("inbox")).toBe(0);
    pass({ seconds: 31 });
    const inbox = [...one.mailbox.newestFirst()].filter(({ place }) => place === "inbox");
    expect(inbox.length === 0 ? "nothing" : "a report half a minute later").toBe(outcome);
    for (const { content } of inbox) expect(rawOf(content).toString()).toContain(`Final-Recipient: rfc822; ${to}`);
  });

  test("nobody sees who was told in secret", () => {
    const { cloud } = world();
    const [one, two] = [cloud.add(ida), cloud.add(bo)];
    const raw = Buffer.from(
      "From: ida@one.example\r\nTo: a@wide.example\r\nBcc: bo@two.example\r\nSubject: x\r\n\r\nText",
    );
    cloud.send(one, { kind: "raw", raw });
    const [came] = [...two.mailbox.newestFirst()];
    expect(rawOf(came!.content).toString()).toBe(
      "Delivered-To: bo@two.example\r\nFrom: ida@one.example\r\nTo: a@wide.example\r\nSubject: x\r\n\r\nText",
    );
  });
});

describe("what a mailbox remembers", () => {
  test("changes after a number, until they are a week old or told to be forgotten", () => {
    const log = new ChangeLog<string>();
    const start = parseInstant("2026-11-01T00:00:00Z") as Instant;
    for (let day = 0; day < 10; day++) log.append(after(start, { days: day }), `day ${day}`);
    expect(log.after(1000)).toBeUndefined();
    expect(log.after(1008)!.map(({ change }) => change)).toEqual(["day 8", "day 9"]);
    expect([log.after(log.newest), log.after(log.newest + 1)]).toEqual([[], undefined]);
    const cursor = log.newest;
    log.forget();
    expect([log.after(cursor), log.after(log.newest)]).toEqual([undefined, []]);
  });

  test("two million messages lie ready in no memory: pages from both ends, any of them by id, changes on top (S2)", () => {
    const owner = { address: ida.address, name: "Ida" };
    const until = parseInstant("2026-11-20T17:00:00Z") as Instant;
    const before = process.memoryUsage().heapUsed;
    const mailbox = new Mailbox({
      ids: idsOf(1, "mail"),
      backlog: bulkMailbox({ seed: 1, count: 2_000_000, owner, until }),
    });
    expect([mailbox.count(), mailbox.count("sent")]).toEqual([2_000_000, 400_000]);
    const [oldest] = [...mailbox.newestFirst(1)];
    const [newest] = mailbox.newestFirst();
    expect([newest!.number, oldest!.number, newest!.at < until, oldest!.at < newest!.at]).toEqual([
      1_999_999,
      0,
      true,
      true,
    ]);
    const some = mailbox.find(mailbox.newestFirst(1_234_567).next().value!.id)!;
    expect([some.number, mailbox.findByMessageId(envelopeOf(some.content).messageId!)?.id]).toEqual([
      1_234_566,
      some.id,
    ]);
    expect(mailbox.thread(some.threadId).map(({ number }) => number)).toEqual([
      1_234_564, 1_234_565, 1_234_566, 1_234_567,
    ]);
    mailbox.move(some.id, { place: "trash" }, until);
    mailbox.remove(newest!.id, until);
    expect([mailbox.find(some.id)?.place, mailbox.find(newest!.id), mailbox.count("trash"), mailbox.count()]).toEqual([
      "trash",
      undefined,
      1,
      1_999_999,
    ]);
    expect(mailbox.newestFirst().next().value!.number).toBe(1_999_998);
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(60);
  });
});

describe("meetings of several", () => {
  const start = instantAt(paris, "2026-11-24" as PlainDate, 600);
  const meeting = (guests: readonly string[]) => ({
    id: "abc12",
    uid: "abc12@one.example",
    sequence: 0,
    title: "Coffee",
    time: { kind: "timed", startsAt: start, endsAt: after(start, { minutes: 45 }), zone: paris } as const,
    status: "confirmed" as const,
    shows: "busy" as const,
    organiser: { address: ida.address },
    attendees: guests.map((address) => ({ address, response: "needs_action" as const })),
    properties: { own: "1" },
  });

  test("guests get a copy, answers reach all copies, whoever is dropped or told it is off has it cancelled", () => {
    const { cloud } = world();
    const [one, two] = [cloud.add(ida), cloud.add(bo)];
    const place = { account: one, calendarId: one.calendars.main.id };
    const copy = () => two.calendars.findByUid("abc12@one.example")[0]?.event;
    putMeeting(cloud, place, meeting([two.address]), { tellsGuests: false });
    expect(copy()).toBeUndefined();
    putMeeting(cloud, place, meeting([two.address]), { tellsGuests: true });
    expect([copy()?.title, copy()?.properties]).toEqual(["Coffee", {}]);
    expect(answerMeeting(cloud, "abc12@one.example", two.address, "accepted")).toBe(true);
    expect(one.calendars.find(place.calendarId, "abc12")?.attendees[0]?.response).toBe("accepted");
    putMeeting(cloud, place, meeting([]), { tellsGuests: true });
    expect(copy()?.status).toBe("cancelled");
    putMeeting(cloud, place, meeting([two.address]), { tellsGuests: true });
    expect(copy()?.status).toBe("confirmed");
    expect(cancelMeeting(cloud, place, "abc12", { tellsGuests: true })).toBe(true);
    expect([copy()?.status, cancelMeeting(cloud, place, "abc12", { tellsGuests: true })]).toEqual(["cancelled", false]);
  });

  test("the owner's colleagues and rooms answer an invitation within a minute", () => {
    const { cloud, pass } = world();
    const one = cloud.add(ida);
    settleCast(cloud);
    const place = { account: one, calendarId: one.calendars.main.id };
    putMeeting(cloud, place, meeting([colleagues[0]!.address]), { tellsGuests: true });
    pass({ minutes: 1 });
    expect(one.calendars.find(place.calendarId, "abc12")?.attendees[0]?.response).toBe("accepted");
  });
});

describe("the cast at home", () => {
  test.each(["en", "fr", "de", "es"] as const)(
    "the times of a letter in %s are read as they were meant",
    (locale: Language) => {
      const writtenAt = parseInstant("2026-11-20T17:00:00Z") as Instant;
      const slot = (day: string, from: number, to: number) => ({
        startMs: millisOf(instantAt(paris, day as PlainDate, from)),
        endMs: millisOf(instantAt(paris, day as PlainDate, to)),
      });
      const days = [
        { day: "2026-11-24" as PlainDate, ranges: [slot("2026-11-24", 540, 600), slot("2026-11-24", 720, 1050)] },
        { day: "2026-12-03" as PlainDate, ranges: [slot("2026-12-03", 570, 840)] },
      ];
      const clock = wallClock(
        [{ zone: paris }],
        days[0]!.ranges[0]!.startMs - 86_400_000,
        days[1]!.ranges[0]!.endMs + 86_400_000,
      );
      const lines = offerLines(days, { ownersClock: clock, readersClock: clock, locale });
      expect(
        offeredTimes(["Hello,", ...lines, "> Mon 30: 8:00-9:00", "Bye"].join("\n"), { writtenAt, zone: paris }),
      ).toEqual([
        { day: "2026-11-24", fromMinute: 540, toMinute: 600 },
        { day: "2026-11-24", fromMinute: 720, toMinute: 1050 },
        { day: "2026-12-03", fromMinute: 570, toMinute: 840 },
      ]);
    },
  );

  test("people answer an invitation by their habits, by day, in the thread; the same seed gives the same life", () => {
    const lives = [0, 1].map(() => {
      const { cloud, pass, now } = world();
      const one = cloud.add(ida);
      settleCast(cloud);
      const text = "Hi,\n\nMon 30: 9:00-12:00\nWed 2: 14:00-16:00\n\nBest";
      for (const { key, addresses } of people)
        cloud.send(one, letter(one.address, addresses[0], `Coffee ${key}`, text));
      for (let day = 0; day < 60; day++) pass({ days: 1 });
      expect(cloud.nextAt() === undefined || cloud.nextAt()! > now()).toBe(true);
      return [...one.mailbox.newestFirst()].filter(({ place }) => place === "inbox");
    });
    const said = lives.map((life) => life.map(({ at, content }) => `${at} ${letterOf(content, at).said}`));
    expect(said[0]).toEqual(said[1]);
    const answers = lives[0]!.filter(({ content }) => envelopeOf(content).references.length > 0);
    expect(answers.length).toBeGreaterThan(people.length / 2);
    const hours = answers
      .filter(({ content }) => !rawOf(content).includes("auto-replied"))
      .flatMap(({ at, content }) => {
        const { from } = envelopeOf(content);
        const writer = people.find(({ addresses }) => addresses.includes(from!.address));
        return writer === undefined
          ? []
          : [Number(millisOf(at) - millisOf(instantAt(writer.town.zone, dayIn(writer.town.zone, at), 0))) / 3_600_000];
      });
    expect([Math.min(...hours) >= 7, Math.max(...hours) < 22]).toEqual([true, true]);
    const kinds = [
      "works for me|it is|is good|convient|noté|D'accord|passt|notiert|geht bei|viene bien|perfecto|De acuerdo",
      "bounces|no such mailbox",
      "out of the office|absent|nicht im Büro|fuera",
    ];
    for (const kind of kinds) expect(said[0]!.some((one) => new RegExp(kind).test(one))).toBe(true);
  });
});

describe("the sample as accounts", () => {
  test("the same people on another day: all of their mail up to now, calendars with series, saved and other contacts", () => {
    const { cloud, now } = world("2027-01-06T12:00:00Z");
    const { main, second } = fillFromSample(cloud, { provider: "google", hasSecond: true });
    const [newest] = main.mailbox.newestFirst();
    expect(newest!.at <= now() && newest!.at > after(now(), { days: -2 })).toBe(true);
    expect([...main.mailbox.newestFirst()].every(({ at }, index, all) => index === 0 || at <= all[index - 1]!.at)).toBe(
      true,
    );
    expect(main.mailbox.count("sent")).toBeGreaterThan(800);
    expect(second!.mailbox.count("sent")).toBeGreaterThan(20);
    const today = dayIn(paris, now());
    const week = { from: instantAt(paris, addDays(today, -7), 0), to: instantAt(paris, today, 0) };
    const { calendars } = main;
    const series = calendars.events(calendars.main.id).filter(({ recurrence }) => recurrence !== undefined);
    expect([
      calendars.list.length,
      series.length > 3,
      calendars.occurrences(calendars.main.id, week).length > 5,
    ]).toEqual([2, true, true]);
    expect([main.book.contacts("contact").length > 10, main.book.contacts("other").length > 10]).toEqual([true, true]);
  });
});

describe("messages taken apart", () => {
  test("parts, encodings, names and folded headers are read; what is no MIME is text", () => {
    const raw = Buffer.from(
      [
        "Subject: =?UTF-8?Q?Caf=C3=A9?= =?UTF-8?B?IGRlbWFpbg==?=",
        'To: "Ruiz, Ana" <Ana@Acme.example>,',
        " bo@two.example",
        'Content-Type: multipart/mixed; boundary="=_a"',
        "",
        "--=_a",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "one =C3=A9 and a =",
        "soft break",
        "--=_a",
        "Content-Type: text/plain",
        'Content-Disposition: attachment; filename="list.txt"',
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from("attached").toString("base64"),
        "--=_a--",
      ].join("\r\n"),
    );
    const root = readMime(raw);
    expect(root.parts.map(({ mediaType, fileName, body }) => [mediaType, fileName, body.toString()])).toEqual([
      ["text/plain", "", "one é and a soft break"],
      ["text/plain", "list.txt", "attached"],
    ]);
    expect(textOf(root, "text/plain")).toBe("one é and a soft break");
    expect(envelopeOf({ kind: "raw", raw })).toMatchObject({
      subject: "Café demain",
      to: [{ address: "ana@acme.example", name: "Ruiz, Ana" }, { address: "bo@two.example" }],
    });
    expect(readMime(Buffer.from("no header at all")).parts).toEqual([]);
    expect(readCorrespondents("undisclosed recipients:;, x@y.example")).toEqual([{ address: "x@y.example" }]);
    expect(withHeaders(Buffer.from("A: 1\r\nB: 2\r\n\r\nbody"), { a: undefined, C: "3" }).toString()).toBe(
      "C: 3\r\nB: 2\r\n\r\nbody",
    );
  });
});
