import type { Email } from "postal-mime";
import { beforeAll, describe, expect, test } from "vitest";
import {
  after,
  dayIn,
  daysBetween,
  type Instant,
  instantAt,
  instantOf,
  type PlainDate,
  type Zone,
} from "../../src/domain/time.ts";
import { moveDates } from "../../src/sandbox/move-dates.ts";
import { people } from "../../src/sandbox/people.ts";
import { filesOf, type SampleFile } from "../../src/sandbox/sample-files.ts";
import { truthOf } from "../../src/sandbox/sample-truth.ts";
import { sampleWorld } from "../../src/sandbox/sample-world.ts";
import { sampleLastDay } from "../../src/sandbox/world.ts";
import { eventsOf, fileNamed, messagesOf, parseMessages } from "./sample-entries.ts";

const paris = "Europe/Paris" as Zone;
const world = sampleWorld(1);
const truth = truthOf(world);
let files: SampleFile[];

beforeAll(() => {
  files = filesOf(world);
});

const openedAt = (now: Instant) => moveDates(files, { lastDay: sampleLastDay, now });
const evening = (day: string) => instantAt(paris, day as PlainDate, 20 * 60);
const encounters = (events: ReturnType<typeof eventsOf>) =>
  new Map(
    events
      .filter(({ uid }) => uid.startsWith("story-"))
      .map((event) => [event.uid.slice("story-".length).split("@")[0]!, event]),
  );
const messageWith = (words: string): string =>
  fileNamed(files, ".mbox")
    .split(/^(?=From \d+@xxx )/m)
    .find((entry) => entry.includes(words))!;
const dayOf = (event: { startDate: { toString: () => string } }) =>
  event.startDate.toString().slice(0, 10) as PlainDate;
const instantOfMail = ({ date }: Email) => instantOf(Date.parse(date!));

test("opened on its own last day, the sample is as it was shipped", () => {
  expect(openedAt(evening(sampleLastDay))).toEqual(files);
});

describe("opened 200 days later", () => {
  const now = after(evening(sampleLastDay), { days: 200 });
  const today = dayIn(paris, now);
  let moved: SampleFile[];
  let mails: Email[];

  beforeAll(async () => {
    moved = openedAt(now);
    mails = await parseMessages(fileNamed(moved, ".mbox"));
  });

  test("its last day is that day, and nothing is of the time to come", () => {
    const latest = mails.map(instantOfMail).toSorted().at(-1)!;
    expect(dayIn(paris, latest)).toBe(today);
    expect(latest <= now).toBe(true);
  });

  test("two years are still told, a few letters of the running week at most are left out", () => {
    const before = messagesOf(fileNamed(files, ".mbox")).length;
    expect(mails.length).toBeGreaterThan(before - 30);
    expect(daysBetween(dayIn(paris, mails.map(instantOfMail).toSorted()[0]!), today)).toBeGreaterThan(720);
  });

  test("local times stay: letters are written at the same hour although the clocks changed", async () => {
    const original = new Map((await parseMessages(fileNamed(files, ".mbox"))).map((mail) => [mail.messageId, mail]));
    const wallTime = (mail: Email) => / (\d\d:\d\d:\d\d) /.exec(headerOf(mail, "date"))?.[1];
    for (const mail of mails) expect(wallTime(mail)).toBe(wallTime(original.get(mail.messageId)!));
    const offsets = new Set(mails.map((mail) => headerOf(mail, "date").slice(-5)));
    expect(offsets).toContain("+0200");
    expect(offsets).toContain("-0500");
  });

  test("an answer quotes the day on which the answered letter now lies", () => {
    const byId = new Map(mails.map((mail) => [mail.messageId, mail]));
    const quoting = mails.flatMap((mail) => {
      const day = /^On \w+, (\w+ \d+, \d{4}) at/m.exec(mail.text ?? "")?.[1];
      const answered = byId.get(mail.inReplyTo ?? "");
      return day === undefined || answered === undefined
        ? []
        : [
            {
              quoted: new Date(`${day} 12:00 UTC`).toISOString().slice(0, 10),
              sent: instantOfMail(answered).slice(0, 10),
            },
          ];
    });
    expect(quoting.length).toBeGreaterThan(300);
    for (const { quoted, sent } of quoting)
      expect(Math.abs(daysBetween(quoted as PlainDate, sent as PlainDate))).toBeLessThanOrEqual(1);
  });

  test("no calendar and no list speaks of a year before the two that are told", () => {
    for (const name of ["mara@nordlys.example.ics", "Famille.ics", ".csv"]) {
      const text = fileNamed(moved, name).replace(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/g, "");
      const years = text.match(/(?<=[: ])20\d\d(?=\d{4}(?:T|\r)|\r)/g) ?? [];
      expect(years.length).toBeGreaterThan(5);
      expect(years.filter((year) => year < "2025")).toEqual([]);
    }
  });

  test("people write on weekdays", () => {
    const theirs = mails.filter(({ from }) => people.some(({ addresses }) => addresses.includes(from!.address!)));
    expect(theirs.filter((mail) => /^(Sat|Sun)/.test(headerOf(mail, "date"))).map(({ subject }) => subject)).toEqual(
      [],
    );
  });

  test("the zones' own rules stay where they are", () => {
    const zones = (text: string) => text.match(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/g);
    expect(zones(fileNamed(moved, "mara@nordlys.example.ics"))).toEqual(
      zones(fileNamed(files, "mara@nordlys.example.ics")),
    );
  });
});

/** A week of opening days in another year, Monday to Sunday. */
const week = ["2027-06-07", "2027-06-08", "2027-06-09", "2027-06-10", "2027-06-11", "2027-06-12", "2027-06-13"];

describe.each(week)("opened on %s", (day) => {
  const today = day as PlainDate;
  let events: ReturnType<typeof eventsOf>;
  let promise: string;

  beforeAll(() => {
    const calendar = { name: "work.ics", text: fileNamed(files, "mara@nordlys.example.ics") };
    const letter = { name: "one.mbox", text: messageWith("I will send you the deck by Friday") };
    const moved = moveDates([calendar, letter], { lastDay: sampleLastDay, now: evening(day) });
    events = eventsOf(fileNamed(moved, ".ics"));
    promise = fileNamed(moved, ".mbox");
  });

  test("the two encounters of yesterday were yesterday, so thanks are due (R14)", () => {
    const met = encounters(events);
    expect(["priya", "tomas"].map((key) => daysBetween(dayOf(met.get(key)!), today))).toEqual([1, 1]);
  });

  test.each`
    state          | least | most
    ${"due"}       | ${30} | ${37}
    ${"overdue"}   | ${45} | ${59}
    ${"warned_60"} | ${60} | ${75}
    ${"warned_76"} | ${76} | ${82}
    ${"warned_83"} | ${83} | ${89}
    ${"history"}   | ${91} | ${120}
  `("the one whose clock is $state was met $least to $most days ago (R16, R17)", ({ state, least, most }) => {
    const due = truth.due.find((one) => one.state === state && (one.kind === "meet_by" || one.kind === "check_in"))!;
    const { key } = people.find(({ addresses }) => addresses[0] === due.address)!;
    const age = daysBetween(dayOf(encounters(events).get(key)!), today);
    expect(age).toBeGreaterThanOrEqual(least);
    expect(age).toBeLessThanOrEqual(most);
  });

  test("of the meetings only those of yesterday may lie on a weekend", () => {
    const onWeekend = events.filter(({ startDate }) => !startDate.isDate && [1, 7].includes(startDate.dayOfWeek()));
    for (const event of onWeekend)
      expect(["story-priya@nordlys.example", "story-tomas@nordlys.example"]).toContain(event.uid);
  });

  test("the promise was made two days ago or on the Friday before", () => {
    const sentOn = instantOf(Date.parse(/^Date: (.*)$/m.exec(promise)![1]!)).slice(0, 10) as PlainDate;
    expect(daysBetween(sentOn, today)).toBeGreaterThanOrEqual(2);
    expect(daysBetween(sentOn, today)).toBeLessThanOrEqual(4);
  });

  test("coming days hold meetings", () => {
    const coming = events.filter(({ startDate }) => startDate.toString().slice(0, 10) > day);
    expect(coming.length).toBeGreaterThan(30);
  });
});

test("before the first mail of the day, nothing of the day is there yet", () => {
  const night = instantAt(paris, "2027-06-09" as PlainDate, 3 * 60);
  const latest = messagesOf(fileNamed(openedAt(night), ".mbox"))
    .map((message) => instantOf(Date.parse(/^Date: (.*)$/m.exec(message)![1]!)))
    .toSorted()
    .at(-1)!;
  expect(dayIn(paris, latest)).toBe("2027-06-08");
});

const headerOf = (mail: Email, key: string): string => mail.headers.find((header) => header.key === key)?.value ?? "";
