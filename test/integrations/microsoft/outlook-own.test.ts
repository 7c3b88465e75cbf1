/** What is Outlook's own: rounds of changes, lasting ids, series, what it costs, and what may go wrong with each. */
import { afterAll, describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../../src/domain/meeting/event.ts";
import { expandAll } from "../../../src/domain/meeting/expand-all.ts";
import { after, before, type Instant, type PlainDate, parseInstant, type Zone } from "../../../src/domain/time.ts";
import type { OutgoingEvent, Window } from "../../../src/integrations/calendar.ts";
import type { MailPage, MarkedLetter } from "../../../src/integrations/mail.ts";
import type { Cursor, From } from "../../../src/integrations/scan.ts";
import { bulkMailbox } from "../../../src/sandbox/cloud/bulk-mail.ts";
import type { NewEvent } from "../../../src/sandbox/cloud/calendars.ts";
import { envelopeOf } from "../../../src/sandbox/cloud/content.ts";
import { putMeeting } from "../../../src/sandbox/cloud/meetings.ts";
import { type FaultKind, plannedFaults, withFaults } from "../../../src/sandbox/faults.ts";
import { all, never, type Subject, troubleIn } from "../suite/subject.ts";
import {
  type MicrosoftSubject,
  type MicrosoftSubjectWish,
  microsoftScopes,
  microsoftSubject,
  startsAt,
  wholeMicrosoftSubject,
} from "./microsoft-subject.ts";

const opened: MicrosoftSubject[] = [];
const open = (wish: MicrosoftSubjectWish = {}): Subject & MicrosoftSubject => {
  const subject = wholeMicrosoftSubject(wish);
  opened.push(subject);
  return subject;
};

afterAll(() => {
  expect(opened.flatMap(({ watch }) => watch.problems)).toEqual([]);
});

const berlin = "Europe/Berlin" as Zone;
const at = (text: string) => parseInstant(text) as Instant;
const ana = { address: "ana@acme.example", name: "Ana Ruiz" };
const marker = "0123456789abcdef0123456789abcdef";

const letterOf = (more: Partial<MarkedLetter> = {}): MarkedLetter => ({
  messageId: "one@home.example",
  writtenAt: startsAt,
  from: { address: "owner@home.example" },
  to: [ana],
  subject: "Coffee?",
  text: "Hello Ana,\n\nshall we?",
  references: [],
  marker,
  ...more,
});

/** Somebody writes to the owner. */
function receive({ cloud, now }: Subject, subject: string): void {
  const raw = [
    "From: Ana Ruiz <ana@acme.example>",
    "To: owner@home.example",
    `Subject: ${subject}`,
    `Date: ${new Date(now()).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${subject.replaceAll(" ", ".")}@acme.example>`,
    "",
    `Text of ${subject}`,
  ].join("\r\n");
  cloud.deliver({ kind: "raw", raw: Buffer.from(raw) });
}

const messageAbout = ({ mine }: Subject, subject: string) =>
  [...mine.mailbox.newestFirst()].find(({ content }) => envelopeOf(content).subject === subject)!;

/** Everything that a stream tells from here on, and where it stands then. */
async function read(subject: Subject, stream: string, from: From): Promise<{ pages: MailPage[]; cursor: Cursor }> {
  const pages = await all(subject.mail.pages(stream, from, never));
  return { pages, cursor: pages.at(-1)!.cursor };
}
const subjects = (pages: readonly MailPage[]) =>
  pages.flatMap(({ messages }) => messages.map(({ headers }) => headers.subject));

describe("rounds of mail", () => {
  test("an idle poll is one request for each folder (provider facts 12)", async () => {
    const subject = open();
    const { cursor } = await read(subject, "inbox", {});
    subject.asked.length = 0;
    const { pages } = await read(subject, "inbox", { after: cursor });
    expect(pages).toMatchObject([{ messages: [], gone: [], isLast: true }]);
    expect(subject.asked).toHaveLength(1);
  });

  test("what was filed in another folder is still ours; what went into the bin is not", async () => {
    const subject = open();
    const first = await read(subject, "inbox", {});
    for (const about of ["Filed", "Junk", "Gone for good"]) receive(subject, about);
    const second = await read(subject, "inbox", { after: first.cursor });
    const place = (about: string, place: "archive" | "spam") =>
      subject.mine.mailbox.move(messageAbout(subject, about).id, { place }, subject.now());
    place("Filed", "archive");
    place("Junk", "spam");
    subject.mine.mailbox.remove(messageAbout(subject, "Gone for good").id, subject.now());
    const third = await read(subject, "inbox", { after: second.cursor });
    const refs = new Map(second.pages.flatMap(({ messages }) => messages.map((one) => [one.ref, one.headers.subject])));
    expect(third.pages.flatMap(({ gone }) => gone.map((ref) => refs.get(ref))).sort()).toEqual([
      "Gone for good",
      "Junk",
    ]);
  });

  test("a chain is begun anew after a week, and nothing is lost or told twice between the two (provider facts 7)", async () => {
    const subject = open();
    let { cursor } = await read(subject, "inbox", {});
    const told: string[] = [];
    const written: string[] = [];
    for (let day = 1; day <= 17; day += 1) {
      for (const hour of [1, 2]) {
        subject.pass({ hours: 12 });
        const about = `Day ${day} half ${hour}`;
        written.push(about);
        receive(subject, about);
      }
      const round = await read(subject, "inbox", { after: cursor });
      cursor = round.cursor;
      told.push(...subjects(round.pages));
    }
    expect([...new Set(told)].sort()).toEqual(written.sort());
    // The newest of each chain is told again by the next one: twice in 17 days.
    expect(told.length - written.length).toBeLessThanOrEqual(2);
    const begun = subject.asked.filter((call) => call === "GET /me/mailFolders/inbox/messages/delta");
    expect(begun.length).toBe(3);
  });

  test("what came since a time is listed whole, however much it is, while the new cursor waits (S4)", async () => {
    const subject = open();
    const count = 270;
    for (let number = 0; number < count; number += 1) receive(subject, `Letter ${number}`);
    const { pages, cursor } = await read(subject, "inbox", { since: before(subject.now(), { hours: 1 }) });
    expect(new Set(subjects(pages)).size).toBe(count);
    // In the middle somebody stops and another goes on: nothing is missing.
    const middle = await read(subject, "inbox", { after: pages[1]!.cursor });
    expect(new Set([...subjects(pages.slice(0, 2)), ...subjects(middle.pages)]).size).toBe(count);
    receive(subject, "After");
    expect(subjects((await read(subject, "inbox", { after: cursor })).pages)).toEqual(["After"]);
  });

  test("a clock that is an hour off does not lose what arrives meanwhile", async () => {
    for (const minutes of [-60, 60]) {
      const subject = open();
      receive(subject, "Before");
      const off = { ...subject.world, clock: { now: () => after(subject.now(), { minutes }) } };
      Object.assign(subject.world, { clock: off.clock });
      const { cursor } = await read(subject, "inbox", {});
      receive(subject, "After");
      expect(subjects((await read(subject, "inbox", { after: cursor })).pages)).toEqual(["After"]);
    }
  });

  test("the past costs one request for 250 letters (provider facts 12)", async () => {
    const owner = { address: "owner@home.example", name: "Olga Ownersen" };
    const subject = open({ backlog: bulkMailbox({ seed: 1, count: 2_600, owner, until: startsAt }) });
    const { pages } = await read(subject, "sent", {});
    expect(pages.reduce((sum, { messages }) => sum + messages.length, 0)).toBe(520);
    expect(subject.asked).toHaveLength(3);
    expect(pages[0]!.messages[0]!.headers).toMatchObject({ from: owner, labels: ["Sent"] });
    expect(pages[0]!.messages[0]!.threadRef).toBeDefined();
  });

  test.each(["sent", "inbox"])(
    "%s: a list that takes too long is asked for in pages half as large, to its end, and nothing is lost (provider facts 4)",
    async (stream) => {
      const sizes: number[] = [];
      const nameOf = (_: string, url: URL) => (url.pathname.includes("/messages") ? "list" : undefined);
      const plan = plannedFaults([{ operation: "list", kind: "504", times: 2 }], { nameOf, now: () => startsAt });
      const owner = { address: "owner@home.example", name: "Olga Ownersen" };
      let isSlow = false;
      const subject = open({
        backlog: bulkMailbox({ seed: 1, count: 1_000, owner, until: startsAt }),
        around: (face) => {
          const slow = withFaults(face, plan);
          return (request) => {
            const asked = new URL(request.url).searchParams.get("$top") ?? request.headers.get("prefer");
            sizes.push(Number(/\d+$/.exec(asked ?? "")?.[0]));
            return isSlow ? slow(request) : face(request);
          };
        },
      });
      const from: From = stream === "sent" ? {} : { after: (await read(subject, stream, {})).cursor };
      if (stream === "inbox") for (let nth = 0; nth < 120; nth += 1) receive(subject, `Hello ${nth}`);
      sizes.length = 0;
      isSlow = true;
      const told = (await read(subject, stream, from)).pages.flatMap(({ messages }) => messages.map(({ ref }) => ref));
      expect(new Set(told).size).toBe(stream === "sent" ? 200 : 120);
      expect(told).toHaveLength(new Set(told).size);
      expect(sizes).toEqual(stream === "sent" ? [250, 125, 62, 62, 62, 62] : [200, 100, 50, 50, 50]);
    },
  );
});

describe("drafts", () => {
  test("a first letter is two requests, its reference lasts, and the sent mail is never deleted (provider facts 12, S7)", async () => {
    const subject = open();
    const drafts = subject.mail.drafts!;
    const { draft } = await drafts.put(letterOf(), never);
    const { ref } = await drafts.send(draft, never);
    expect(subject.asked).toEqual(["POST /me/messages", `POST /me/messages/${draft}/send`]);
    subject.pass({ minutes: 1 });
    expect(ref).toBe(draft);
    expect((await drafts.findSent(marker, never))?.ref).toBe(draft);
    expect((await drafts.findSent(marker, never))?.headers.messageId).toBe("one@home.example");
    await drafts.remove(draft, never);
    expect(await troubleIn(drafts.replace(draft, letterOf({ text: "Other" }), never))).toBe("gone");
    expect(messageAbout(subject, "Coffee?").place).toBe("sent");
  });

  test("what the owner threw into the bin is no draft any more", async () => {
    const subject = open();
    const drafts = subject.mail.drafts!;
    const { draft } = await drafts.put(letterOf(), never);
    subject.mine.mailbox.move(messageAbout(subject, "Coffee?").id, { place: "trash" }, subject.now());
    expect(await drafts.read(draft, never)).toBeUndefined();
    expect(await drafts.find(marker, never)).toBeUndefined();
    expect(await troubleIn(drafts.replace(draft, letterOf(), never))).toBe("gone");
  });

  test("an answer says what was written and nothing of the quoted letter, to those it was written to", async () => {
    const subject = open();
    receive(subject, "A question");
    const bo = { address: "bo@acme.example" };
    const answer = letterOf({ subject: "Re: A question", inReplyTo: "A.question@acme.example", to: [bo] });
    const { draft } = await subject.mail.drafts!.put(answer, never);
    expect(await subject.mail.drafts!.read(draft, never)).toMatchObject({ text: answer.text, to: [bo.address] });
    const { references } = envelopeOf(messageAbout(subject, "Re: A question").content);
    expect(references).toEqual(["A.question@acme.example"]);
  });

  test("an answer to what is no longer there is a letter of its own", async () => {
    const subject = open();
    const { draft } = await subject.mail.drafts!.put(letterOf({ inReplyTo: "it's.gone@acme.example" }), never);
    expect((await subject.mail.drafts!.read(draft, never))?.subject).toBe("Coffee?");
  });

  test.each<[FaultKind, "nothing" | "one"]>([
    ["timeout_before", "nothing"],
    ["timeout_after", "one"],
    ["reset_after", "one"],
    ["503_after", "one"],
    ["truncated", "one"],
  ])("%s: nobody knows what became of it, and its mark tells (provider facts 9)", async (kind, there) => {
    const plan = plannedFaults([{ operation: "*", kind }], {
      nameOf: (method) => (method === "POST" ? method : undefined),
      now: () => startsAt,
    });
    const subject = open({ around: (face) => withFaults(face, plan) });
    const drafts = subject.mail.drafts!;
    expect(await troubleIn(drafts.put(letterOf(), never))).toBe("unknown_outcome");
    const found = await drafts.find(marker, never);
    expect(found === undefined ? "nothing" : "one").toBe(there);
    expect([...subject.mine.mailbox.newestFirst()]).toHaveLength(there === "one" ? 1 : 0);
  });
});

describe("answers that make no sense", () => {
  /** Changes the JSON of answers to some calls. */
  const remade =
    (isMeant: (url: URL) => boolean, change: (body: { value: Record<string, unknown>[] }) => object, times = 1) =>
    (face: (request: Request) => Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      const response = await face(request);
      if (times === 0 || !isMeant(new URL(request.url)) || !response.ok) return response;
      times -= 1;
      return Response.json(change((await response.json()) as never), { status: response.status });
    };
  const isDelta = ({ pathname }: URL) => pathname.includes("/delta");

  test("a link that leads elsewhere is not followed", async () => {
    for (const host of [
      "https://graph.microsoft.com.evil.example",
      "https://evil.example",
      "http://graph.microsoft.com",
    ]) {
      const around = remade(isDelta, (body) => ({ value: body.value, "@odata.nextLink": `${host}/v1.0/me/messages` }));
      expect(await troubleIn(read(open({ around }), "inbox", {}))).toBe("refused");
    }
  });

  test("fields and values that we do not know change nothing", async () => {
    const odd = { unknownField: { deep: [1] }, importance: "enormous", inferenceClassification: "new" };
    const around = remade(
      isDelta,
      (body) => ({ ...body, "@odata.new": 1, value: body.value.map((one) => ({ ...one, ...odd })) }),
      9,
    );
    const subject = open({ around });
    const { cursor } = await read(subject, "inbox", {});
    receive(subject, "Hello");
    expect(subjects((await read(subject, "inbox", { after: cursor })).pages)).toEqual(["Hello"]);
  });

  test("one message of nonsense is read by itself, the others are not held up", async () => {
    const nonsense = (one: Record<string, unknown>) =>
      Object.fromEntries(Object.keys(one).map((name) => [name, name === "id" ? one.id : 7]));
    const subject = open({
      around: remade(
        isDelta,
        (body) => ({ ...body, value: body.value.map((one, index) => (index === 0 ? nonsense(one) : one)) }),
        2,
      ),
    });
    const { cursor } = await read(subject, "inbox", {});
    for (const about of ["One", "Two", "Three"]) receive(subject, about);
    const { pages } = await read(subject, "inbox", { after: cursor });
    expect(subjects(pages)).toHaveLength(2);
    const [listed] = pages.flatMap((page) => page.listed);
    const [result] = await all(subject.mail.headers([listed!], never));
    expect(result).toMatchObject({ kind: "read" });
    expect(pages.flatMap(({ skipped }) => skipped)).toEqual([]);
  });

  test("without an end of its changes, or without a page at all, it is told as unreachable", async () => {
    for (const body of [{ value: [] }, {}, { value: "none" }]) {
      const around = remade(isDelta, () => body);
      expect(await troubleIn(read(open({ around }), "inbox", {}))).toBe("unreachable");
    }
  });
});

describe("whatever goes wrong with a call", () => {
  const window = { from: before(startsAt, { days: 100 }), to: after(startsAt, { days: 100 }) };
  const mainOf = ({ mine }: Subject) => mine.calendars.main.id;
  const card = {
    key: "k",
    origin: "vcard",
    name: "Bo Berg",
    addresses: ["bo@acme.example"],
    phones: [],
    links: [],
  } as const;
  const task = { key: marker, title: "Write to Ana", dueOn: "2026-11-27" as PlainDate, isDone: false };
  const event = coffeeAt(startsAt);
  const operations: readonly [string, (subject: Subject & MicrosoftSubject) => Promise<unknown>][] = [
    ["fresh mail", (subject) => read(subject, "inbox", { since: before(startsAt, { days: 1 }) })],
    ["sent mail", (subject) => read(subject, "sent", {})],
    ["a draft", ({ mail }) => mail.drafts!.put(letterOf({ inReplyTo: "A.question@acme.example" }), never)],
    ["a calendar", (subject) => all(subject.calendar.pages(mainOf(subject), { window }, never))],
    ["calendars", ({ calendar }) => calendar.calendars(never)],
    ["busy time", (subject) => subject.calendar.busy([mainOf(subject)], window, never)],
    ["a meeting", (subject) => subject.calendar.write!.put(mainOf(subject), event, never)],
    ["contacts", ({ people }) => all(people.pages("contacts", {}, never))],
    ["a contact", ({ people }) => people.write!.put(card, marker, never)],
    ["tasks", ({ tasks }) => all(tasks.pages({}, never))],
    ["a task", ({ tasks }) => tasks.put(task, never)],
    ["the profile", ({ account }) => account.profile(never)],
  ];
  /** A read passes over what passes quickly; of an effect nobody knows; a busy calendar is named and not thrown. */
  const mayEnd: readonly [FaultKind, readonly string[]][] = [
    ["401", ["sign_in_again"]],
    ["403_rate", ["slow_down", "done"]],
    ["429_date", ["slow_down", "done"]],
    ["reset_before", ["done", "unknown_outcome"]],
    ["500", ["done", "unknown_outcome"]],
    ["timeout_after", ["unreachable", "unknown_outcome", "done"]],
    ["html", ["unreachable", "unknown_outcome", "done"]],
    ["truncated", ["unreachable", "unknown_outcome", "done"]],
    ["poison", ["done", "unreachable", "unknown_outcome"]],
  ];

  test.each(operations)("%s: it is told as trouble, and never as a bug", async (_, operation) => {
    for (const [kind, ends] of mayEnd) {
      const plan = plannedFaults([{ operation: "call", kind }], { nameOf: () => "call", now: () => startsAt });
      const subject = open({ around: (face) => withFaults(face, plan) });
      receive(subject, "A question");
      subject.mine.book.add({ kind: "contact", card }, subject.now());
      const said = await troubleIn(operation(subject));
      expect(ends, kind).toContain(said);
      expect(plan.applied).toHaveLength(1);
    }
  });
});

function coffeeAt(begins: Instant): OutgoingEvent {
  return {
    key: "f".repeat(32),
    title: "Coffee",
    startsAt: begins,
    endsAt: after(begins, { minutes: 30 }),
    zone: berlin,
    guests: [{ address: ana.address }],
    wantsLink: true,
  };
}

describe("series", () => {
  const window: Window = { from: before(startsAt, { days: 400 }), to: after(startsAt, { days: 180 }) };
  const series: NewEvent = {
    id: "weekly00",
    uid: "weekly@home.example",
    sequence: 0,
    title: "Weekly",
    time: { kind: "timed", startsAt: at("2026-11-24T09:00:00Z"), endsAt: at("2026-11-24T10:00:00Z"), zone: berlin },
    status: "confirmed",
    attendees: [],
    shows: "busy",
    properties: {},
    recurrence: { rules: ["FREQ=WEEKLY;COUNT=4"], extra: [], excluded: [] },
  };
  const enter = ({ cloud, mine }: Subject, event: NewEvent) =>
    putMeeting(cloud, { account: mine, calendarId: mine.calendars.main.id }, event, { tellsGuests: false });
  const occurrence = (key: string, more: Partial<NewEvent>): NewEvent => {
    const { recurrence: _, ...rest } = series;
    return {
      ...rest,
      id: `weekly00_${key.slice(0, 19).replace(/[-:]/g, "")}Z`,
      seriesId: "weekly00",
      occurrence: at(key),
      ...more,
    };
  };

  /** What a reader holds after each round, as the product stores it. */
  function reader(subject: Subject) {
    const events = new Map<string, CalendarEvent>();
    let cursor: Cursor | undefined;
    return async () => {
      const [main] = await subject.calendar.calendars(never);
      const from = { ...(cursor !== undefined && { after: cursor }), window };
      for await (const page of subject.calendar.pages(main!.ref, from, never)) {
        for (const [ref, { uid }] of events) if (page.whole?.includes(uid)) events.delete(ref);
        for (const { ref, event } of page.events) events.set(ref, event);
        for (const ref of page.gone) events.delete(ref);
        cursor = page.cursor;
      }
      const held = [...events].map(([eventId, event]) => ({ eventId, event }));
      return expandAll(held, window, berlin)
        .filter(({ event }) => event.status !== "cancelled")
        .flatMap(({ event, times }) => times.map(({ startsAt: begins }) => `${begins.slice(5, 16)} ${event.title}`))
        .sort();
    };
  }

  test("an occurrence that vanishes without a word is gone once its series is touched", async () => {
    const silent =
      (face: (request: Request) => Promise<Response>) =>
      async (request: Request): Promise<Response> => {
        const response = await face(request);
        if (!request.url.includes("delta")) return response;
        const body = (await response.json()) as { value: object[] };
        return Response.json({ ...body, value: body.value.filter((one) => !("@removed" in one)) });
      };
    const subject = open({ around: silent });
    const next = reader(subject);
    enter(subject, series);
    expect(await next()).toEqual([
      "11-24T09:00 Weekly",
      "12-01T09:00 Weekly",
      "12-08T09:00 Weekly",
      "12-15T09:00 Weekly",
    ]);
    enter(subject, occurrence("2026-12-01T09:00:00Z", { status: "cancelled" }));
    enter(subject, { ...series, title: "Every week", sequence: 1 });
    expect(await next()).toEqual(["11-24T09:00 Every week", "12-08T09:00 Every week", "12-15T09:00 Every week"]);
  });

  test("split in two: the first part ends, the second begins at another hour", async () => {
    const subject = open();
    const next = reader(subject);
    enter(subject, series);
    await next();
    enter(subject, { ...series, recurrence: { rules: ["FREQ=WEEKLY;COUNT=2"], extra: [], excluded: [] }, sequence: 1 });
    enter(subject, {
      ...series,
      id: "weekly01",
      uid: "weekly.later@home.example",
      time: { kind: "timed", startsAt: at("2026-12-08T14:00:00Z"), endsAt: at("2026-12-08T15:00:00Z"), zone: berlin },
      recurrence: { rules: ["FREQ=WEEKLY;COUNT=2"], extra: [], excluded: [] },
    });
    expect(await next()).toEqual([
      "11-24T09:00 Weekly",
      "12-01T09:00 Weekly",
      "12-08T14:00 Weekly",
      "12-15T14:00 Weekly",
    ]);
  });

  test("keep their hour when the clocks change", async () => {
    const subject = open();
    const monthly = { rules: ["FREQ=MONTHLY;COUNT=6"], extra: [], excluded: [] };
    enter(subject, { ...series, recurrence: monthly });
    expect(await reader(subject)()).toEqual(
      ["01-24T09", "02-24T09", "03-24T09", "04-24T08", "11-24T09", "12-24T09"].map((hour) => `${hour}:00 Weekly`),
    );
    const held = await all(subject.calendar.pages(subject.mine.calendars.main.id, { window }, never));
    const events = held.flatMap((page) => page.events);
    expect(events.filter(({ event }) => event.recurrence !== undefined)).toHaveLength(1);
    expect(new Set(events.map(({ event }) => event.uid))).toEqual(new Set(["weekly@home.example"]));
  });

  test("a round without changes is one request; a window that lags a week behind is spent", async () => {
    const subject = open();
    enter(subject, series);
    const ref = subject.mine.calendars.main.id;
    const cursor = (await all(subject.calendar.pages(ref, { window }, never))).at(-1)!.cursor;
    subject.asked.length = 0;
    const again = await all(subject.calendar.pages(ref, { after: cursor, window }, never));
    expect(again).toMatchObject([{ events: [], gone: [], isLast: true }]);
    expect(subject.asked).toHaveLength(1);
    const moved = (days: number) => ({ from: after(window.from, { days }), to: after(window.to, { days }) });
    expect(await troubleIn(all(subject.calendar.pages(ref, { after: cursor, window: moved(7) }, never)))).toBe("done");
    expect(await troubleIn(all(subject.calendar.pages(ref, { after: cursor, window: moved(8) }, never)))).toBe(
      "cursor_spent",
    );
    expect(await troubleIn(all(subject.calendar.pages(ref, { after: cursor, window: moved(-1) }, never)))).toBe(
      "cursor_spent",
    );
  });
});

describe("meetings", () => {
  const coffee = coffeeAt(at("2026-11-24T09:00:00Z"));
  /** The bodies that were posted. */
  const posted = () => {
    const bodies: Record<string, unknown>[] = [];
    const around = (face: (request: Request) => Promise<Response>) => async (request: Request) => {
      if (request.method === "POST") bodies.push((await request.clone().json()) as Record<string, unknown>);
      return face(request);
    };
    return { bodies, around };
  };

  test.each(["same_event", "refused"] as const)(
    "asked for twice is there once, where a repeat is %s",
    async (repeated) => {
      const subject = open({ repeatedTransaction: repeated });
      const ref = subject.mine.calendars.main.id;
      const first = await subject.calendar.write!.put(ref, coffee, never);
      expect((await subject.calendar.write!.put(ref, coffee, never)).ref).toBe(first.ref);
      expect(subject.mine.calendars.events(ref)).toHaveLength(1);
    },
  );

  test.each<[Zone | string, string, object]>([
    [berlin, "2026-11-24T09:00:00Z", { dateTime: "2026-11-24T10:00:00", timeZone: "W. Europe Standard Time" }],
    ["Asia/Kolkata", "2026-11-24T09:00:00Z", { dateTime: "2026-11-24T14:30:00", timeZone: "India Standard Time" }],
    // The second showing of half past two has no wall time of its own.
    [berlin, "2026-10-25T00:30:00Z", { dateTime: "2026-10-25T02:30:00", timeZone: "W. Europe Standard Time" }],
    [berlin, "2026-10-25T01:30:00Z", { dateTime: "2026-10-25T01:30:00", timeZone: "UTC" }],
    ["Antarctica/Troll", "2026-11-24T09:00:00Z", { dateTime: "2026-11-24T09:00:00", timeZone: "UTC" }],
  ])("in %s at %s is written on the clock that the invitation shows", async (zone, begins, expected) => {
    const { bodies, around } = posted();
    const subject = open({ around });
    const event = { ...coffee, zone: zone as Zone, startsAt: at(begins), endsAt: after(at(begins), { minutes: 30 }) };
    const { event: written } = await subject.calendar.write!.put(subject.mine.calendars.main.id, event, never);
    expect(bodies[0]!.start).toEqual(expected);
    expect(written.time).toMatchObject({ startsAt: at(begins) });
  });

  test("a personal account has no Teams, and is not asked for it", async () => {
    const { bodies, around } = posted();
    const subject = open({ around, kind: "consumer" });
    const put = await subject.calendar.write!.put(subject.mine.calendars.main.id, coffee, never);
    expect(put).not.toHaveProperty("link");
    expect(bodies[0]).not.toHaveProperty("isOnlineMeeting");
  });

  test("whole days are busy from midnight to midnight where the owner lives", async () => {
    const subject = open();
    const { cloud, mine } = subject;
    const days = { kind: "all_day", firstDay: "2026-12-24", lastDay: "2026-12-25" } as NewEvent["time"];
    const away: NewEvent = {
      id: "away0000",
      uid: "away@home.example",
      sequence: 0,
      title: "Away",
      time: days,
      status: "confirmed",
      attendees: [],
      shows: "out_of_office",
      properties: {},
    };
    putMeeting(cloud, { account: mine, calendarId: mine.calendars.main.id }, away, { tellsGuests: false });
    const asked = { from: at("2026-12-24T12:00:00Z"), to: at("2026-12-24T13:00:00Z") };
    expect((await subject.calendar.busy([mine.calendars.main.id], asked, never)).busy).toMatchObject([
      { startsAt: "2026-12-23T23:00:00.000Z", endsAt: "2026-12-25T23:00:00.000Z" },
    ]);
  });
});

describe("the account", () => {
  test("says who it is, by every address, and its zone by the name that the world has for it", async () => {
    expect(await open().account.profile(never)).toEqual({
      address: "owner@home.example",
      name: "Olga Ownersen",
      zone: berlin,
      aliases: ["owner@home.example", "olga@side.example"],
    });
    expect((await open({ kind: "consumer" }).account.profile(never)).address).toBe("owner@home.example");
  });

  test.each<[string, readonly string[]]>([
    ["mail calendar people tasks", microsoftScopes],
    ["mail calendar", microsoftScopes.filter((scope) => !/Contacts|Tasks/.test(scope))],
    ["calendar", ["User.Read", "Calendars.Read"]],
    ["", ["User.Read"]],
  ])("has %s as far as it was allowed", (parts, scopes) => {
    const { account } = microsoftSubject({ scopes });
    const found = ["mail", "calendar", "people", "tasks"].filter((part) => part in account);
    expect(found.join(" ")).toBe(parts);
  });

  test("nothing may be written without the scope for it", () => {
    const { account } = microsoftSubject({ scopes: ["User.Read", "Mail.Read", "Calendars.Read"] });
    expect(account.mail?.drafts).toBeUndefined();
    expect(account.calendar?.write).toBeUndefined();
  });

  test("no more than four requests of a mailbox are under way at a time (provider facts 3)", async () => {
    let under = 0;
    let most = 0;
    const around = (face: (request: Request) => Promise<Response>) => async (request: Request) => {
      most = Math.max(most, ++under);
      await new Promise((done) => setImmediate(done));
      const response = await face(request);
      under -= 1;
      return response;
    };
    const subject = open({ around });
    for (let number = 0; number < 20; number += 1) receive(subject, `Letter ${number}`);
    const { pages } = await read(subject, "inbox", { since: before(subject.now(), { hours: 1 }) });
    const refs = [...new Set(pages.flatMap(({ messages }) => messages.map(({ ref }) => ref)))];
    expect(await all(subject.mail.headers(refs, never))).toHaveLength(20);
    expect(most).toBe(4);
  });
});
