import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Email } from "postal-mime";
import { beforeAll, describe, expect, test } from "vitest";
import { colleagues, owner, people } from "../../src/sandbox/people.ts";
import { filesOf, type SampleFile, samplePath } from "../../src/sandbox/sample-files.ts";
import { type Truth, truthOf } from "../../src/sandbox/sample-truth.ts";
import { sampleWorld } from "../../src/sandbox/sample-world.ts";
import type { World } from "../../src/sandbox/world.ts";
import { writeZip } from "../../src/sandbox/zip.ts";
import { eventsOf, fileNamed, messagesOf, parseMessages } from "./sample-entries.ts";

const seed = 1;
let files: SampleFile[];
let world: World;
let mails: Email[];

beforeAll(async () => {
  world = sampleWorld(seed);
  files = filesOf(world);
  mails = await parseMessages(fileNamed(files, ".mbox"));
});

const shipped = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

describe("the sample is what its script makes", () => {
  test("the shipped archive has the bytes of seed 1 and stays under 1.5 MB", () => {
    const archive = shipped(samplePath);
    expect(archive.equals(writeZip(files))).toBe(true);
    expect(archive.length).toBeLessThan(1_500_000);
  });

  test("the shipped truth is the truth of seed 1", () => {
    expect(JSON.parse(shipped("sample/truth.json").toString())).toEqual(JSON.parse(JSON.stringify(truthOf(world))));
  });

  test("the same seed tells the same world, another seed another one", () => {
    expect(sampleWorld(seed)).toEqual(world);
    expect(sampleWorld(2).letters.map(({ id, said }) => id + said)).not.toEqual(
      world.letters.map(({ id, said }) => id + said),
    );
  });
});

describe("the sample is about as large as it is said to be", () => {
  test("about 3,000 messages, 800 events, 60 people", () => {
    expect(Math.abs(mails.length - 3_000)).toBeLessThan(400);
    expect(Math.abs(eventsIn().length - 800)).toBeLessThan(100);
    expect(Math.abs(people.length - 60)).toBeLessThan(5);
  });

  test("two years: the first letter is older than 720 days, the last is of the last day", () => {
    const days = world.letters.map(({ at }) => at.slice(0, 10));
    expect(days[0]! < "2024-12-01").toBe(true);
    expect(days.at(-1)).toBe(world.lastDay);
  });

  test("four languages are written by people of seven towns and more", () => {
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(["en", "fr", "de", "es"]));
    const towns = new Set(people.map(({ town }) => town.name));
    for (const town of ["Paris", "Lyon", "Berlin", "London", "Madrid", "Bangalore", "New York"])
      expect(towns).toContain(town);
  });
});

describe("every message can be read", () => {
  test("each has one From, one To, a subject, a date, an id of its own and a body", () => {
    const ids = new Set(mails.map(({ messageId }) => messageId));
    expect(ids.size).toBe(mails.length);
    const broken = mails.filter(
      ({ from, to, subject, date, text }) =>
        !from?.address || !to?.[0]?.address || !subject || Number.isNaN(Date.parse(date ?? "")) || !text?.trim(),
    );
    expect(broken).toEqual([]);
  });

  test("what was written is what is read, whatever the encoding", () => {
    const said = new Map(mails.map(({ messageId, text }) => [messageId, text?.replaceAll("\r\n", "\n").trim()]));
    for (const { id, text, undelivered, card } of world.letters) {
      if (undelivered === undefined && card === undefined) expect(said.get(`<${id}>`)).toBe(text.trim());
    }
  });

  test("names in four languages survive their headers", () => {
    const names = new Set(mails.map(({ from }) => from?.name));
    for (const name of ["Émile Garnier", "Félix Aubert", "Amélie Roche", "Lucía Romero"]) expect(names).toContain(name);
  });

  test("an answer names a letter of the sample and comes after it", () => {
    const sent = new Map(mails.map((mail) => [mail.messageId, Date.parse(mail.date!)]));
    const answers = mails.filter(({ inReplyTo }) => inReplyTo);
    expect(answers.length).toBeGreaterThan(800);
    for (const { inReplyTo, date, subject } of answers) {
      expect(sent.get(inReplyTo!), subject).toBeLessThan(Date.parse(date!));
    }
  });

  test("addresses and ids stay inside .example", () => {
    const outside = messagesOf(fileNamed(files, ".mbox").replace(/\n |=\n/g, ""))
      .flatMap((message) => message.match(/[\w.+-]+@[\w.-]+\w/g) ?? [])
      .filter((address) => !address.endsWith(".example"));
    expect(outside).toEqual([]);
  });

  test("lines stay below the 998 octets of RFC 5322", () => {
    const lines = fileNamed(files, ".mbox").split("\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 998)).toEqual([]);
  });
});

describe("machines show what they are (M4)", () => {
  const headerOf = (mail: Email, key: string) => mail.headers.find((header) => header.key === key)?.value;

  test.each`
    address                                    | key                 | value
    ${"news@shop.example"}                     | ${"list-id"}        | ${/offers\.shop\.example/}
    ${"notifications@tracker.example"}         | ${"auto-submitted"} | ${/auto-generated/}
    ${"meet-bot@notetaker.example"}            | ${"feedback-id"}    | ${/notes/}
    ${"mailer-daemon@mail.nordlys.example"}    | ${"content-type"}   | ${/report-type=delivery-status/}
    ${"beatriz.campos@ribera-energia.example"} | ${"x-gmail-labels"} | ${/Inbox|Archived/}
  `("$address bears $key", ({ address, key, value }) => {
    const from = mails.filter((mail) => mail.from?.address === address);
    expect(from.length).toBeGreaterThan(0);
    for (const mail of from) expect(headerOf(mail, key)).toMatch(value);
  });

  test("the away answers by herself three times and by hand otherwise", () => {
    const hers = mails.filter((mail) => mail.from?.address === "beatriz.campos@ribera-energia.example");
    const automatic = hers.filter((mail) => headerOf(mail, "auto-submitted") === "auto-replied");
    expect(automatic.length).toBe(3);
    expect(hers.length).toBeGreaterThan(automatic.length);
  });
});

describe("every event can be read", () => {
  test("each has a title, a start and an end after it", () => {
    for (const event of eventsIn()) {
      expect(event.summary).not.toBe("");
      expect(event.endDate.compare(event.startDate), event.summary).toBe(1);
    }
  });

  test("no work meeting of the owner starts on a weekend", () => {
    const onWeekend = world.meetings.filter(
      ({ time, calendar }) =>
        calendar === "work" && time.kind === "timed" && [0, 6].includes(new Date(`${time.day}T12:00:00Z`).getUTCDay()),
    );
    expect(onWeekend.map(({ title }) => title)).toEqual([]);
  });

  test("the calendar runs six weeks beyond the last day, and free times differ from day to day", () => {
    const later = world.meetings.flatMap(({ time }) =>
      time.kind === "timed" && time.day > world.lastDay ? [time] : [],
    );
    const days = Map.groupBy(later, ({ day }) => day);
    expect([...days.keys()].toSorted().at(-1)! > "2026-12-22").toBe(true);
    const shapes = new Set(
      [...days.values()].slice(0, 10).map((times) => times.map(({ startMinute }) => startMinute).join()),
    );
    expect(shapes.size).toBeGreaterThanOrEqual(8);
  });

  test.each([
    ["declined", /PARTSTAT=DECLINED/],
    ["tentative", /STATUS:TENTATIVE/],
    ["cancelled", /STATUS:CANCELLED/],
    ["free all day", /TRANSP:TRANSPARENT/],
    ["out of office", /BUSYSTATUS:OOF/],
    ["a room", /CUTYPE=RESOURCE/],
    ["a moved occurrence", /RECURRENCE-ID/],
    ["an occurrence left out", /EXDATE/],
    ["a series", /RRULE:FREQ=WEEKLY;INTERVAL=2/],
  ])("it holds %s", (_, pattern) => {
    expect(fileNamed(files, "mara@nordlys.example.ics")).toMatch(pattern);
  });
});

describe("the truth of the sample", () => {
  let truth: Truth;

  beforeAll(() => {
    truth = truthOf(world);
  });

  test("whoever should be proposed was written to one by one, or met and accepted (R1)", () => {
    const reached = new Set([
      ...world.letters
        .filter(({ from }) => truth.owner.addresses.includes(from.address))
        .flatMap(({ to }) => to.map(({ address }) => address)),
      ...world.meetings
        .filter(({ status }) => status === "CONFIRMED")
        .flatMap(({ guests }) =>
          guests.length <= 6 && guests[0]?.response === "ACCEPTED"
            ? guests.filter(({ response }) => response === "ACCEPTED").map(({ address }) => address)
            : [],
        ),
    ]);
    const unreached = truth.people.filter(({ addresses }) => !addresses.some((address) => reached.has(address)));
    expect(unreached).toEqual([]);
  });

  test("nobody is at once a person, a colleague and a machine", () => {
    const all = [
      ...truth.people.flatMap(({ addresses }) => addresses),
      ...truth.colleagues,
      ...truth.machines,
      ...truth.notProposed.map(({ address }) => address),
      ...truth.owner.addresses,
    ];
    expect(all.filter((address, index) => all.indexOf(address) !== index)).toEqual([]);
    expect(truth.colleagues.length).toBe(colleagues.length);
  });

  test("whoever should not be proposed was never written to", () => {
    const unwanted = new Set(truth.notProposed.map(({ address }) => address));
    const written = world.letters
      .filter(({ from }) => from.address === owner.address || from.address === owner.alias)
      .flatMap(({ to }) => to);
    expect(written.filter(({ address }) => unwanted.has(address))).toEqual([]);
  });

  test("the two of yesterday met the owner less than 48 hours before the end of the last day (R14)", () => {
    const ends = truth.due
      .filter(({ kind }) => kind === "thank_you")
      .map(({ encounterEndsAt }) => encounterEndsAt!.slice(0, 10));
    expect(ends).toEqual(["2026-11-19", "2026-11-19"]);
  });
});

const eventsIn = () => ["mara@nordlys.example.ics", "Famille.ics"].flatMap((name) => eventsOf(fileNamed(files, name)));
