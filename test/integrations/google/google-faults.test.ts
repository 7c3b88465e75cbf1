/** The Google adapter when things go wrong: every call under every kind of fault, and afterwards the world is as it should be. */
import { describe, expect, test } from "vitest";
import { after, before } from "../../../src/domain/time.ts";
import { type FaultKind, faultKinds } from "../../../src/sandbox/faults.ts";
import { all, never, type Subject, troubleIn } from "../suite/subject.ts";
import { wholeGoogleSubject } from "./google-subject.ts";
import { booking, card, letter, note, task } from "./google-things.ts";

describe("one bad message", () => {
  test("is told apart from an outage: the others are read (S2)", async () => {
    const subject = wholeGoogleSubject();
    const refs = Array.from({ length: 12 }, (_, index) =>
      subject.mine.mailbox.add({ content: { kind: "letter", letter: note(index) }, place: "inbox", at: subject.now() }),
    ).map(({ id }) => id);
    subject.fail((_, url) => (url.pathname.endsWith(`/messages/${refs[5]}`) ? "500" : undefined));
    const results = await all(subject.mail.headers(refs, never));
    expect(results.filter(({ kind }) => kind === "read").length).toBe(11);
    expect(results.filter(({ kind }) => kind === "unreadable")).toEqual([
      { kind: "unreadable", ref: refs[5], because: "it answered 500" },
    ]);
    // Asked alone, one cheap call tells that the line is good.
    expect(await all(subject.mail.headers([refs[5]!], never))).toMatchObject([{ kind: "unreadable" }]);
    subject.fail(() => "500");
    expect(await troubleIn(all(subject.mail.headers(refs, never)))).toBe("unreachable");
    expect(await troubleIn(all(subject.mail.headers([refs[5]!], never)))).toBe("unreachable");
  });
});

describe("one item that makes no sense loses nothing (S2)", () => {
  test("in the history: what came is listed anew", async () => {
    const { mail, mine, now, fail } = wholeGoogleSubject();
    const cursor = (await all(mail.pages("mail", {}, never))).at(-1)!.cursor;
    mine.mailbox.add({ content: { kind: "letter", letter: note(1) }, place: "inbox", at: now() });
    fail((_, url) => (url.pathname.endsWith("/history") ? "poison" : undefined));
    expect(await troubleIn(all(mail.pages("mail", { after: cursor }, never)))).toBe("cursor_spent");
    const [page] = await all(mail.pages("mail", { since: before(now(), { minutes: 5 }) }, never));
    expect(page?.listed.length).toBe(1);
  });

  test("in a calendar: the event is asked for by itself, and said when that does not help", async () => {
    const { calendar, mine, now, fail } = wholeGoogleSubject();
    await calendar.write!.put(mine.address, booking, never);
    const from = { window: { from: now(), to: after(now(), { days: 9 }) } };
    fail((_, url) => (url.pathname.endsWith("/events") ? "poison" : undefined));
    const [read] = await all(calendar.pages(mine.address, from, never));
    expect([read?.events.map(({ event }) => event.title), read?.skipped]).toEqual([[booking.title], []]);
    fail((_, url) => (url.pathname.includes("/events") ? "poison" : undefined));
    const [told] = await all(calendar.pages(mine.address, from, never));
    expect([told?.events, told?.skipped]).toMatchObject([[], [{ because: "impossible_time", count: 1 }]]);
  });
});

describe("every call under every fault (M3, S2, S8)", () => {
  const passing: readonly FaultKind[] = ["duplicate"];
  const ofTrouble: Readonly<Partial<Record<FaultKind, string>>> = {
    refused_connection: "unreachable",
    "401": "sign_in_again",
    "403_rate": "slow_down",
    "403_other": "refused",
    "429_seconds": "slow_down",
    "429_date": "slow_down",
    "429_none": "slow_down",
  };
  /** What is left are answers that never came, or make no sense. */
  const expected = (kind: FaultKind, isEffect: boolean): string =>
    ofTrouble[kind] ?? (passing.includes(kind) ? "done" : isEffect ? "unknown_outcome" : "unreachable");

  const reads: Record<string, (subject: Subject, cursor: string) => Promise<unknown>> = {
    "what is new": ({ mail }, cursor) => all(mail.pages("mail", { after: cursor }, never)),
    "what was sent": ({ mail }) => all(mail.pages("sent", {}, never)),
    headers: ({ mail, mine }) =>
      all(
        mail.headers(
          [...mine.mailbox.newestFirst()].map(({ id }) => id),
          never,
        ),
      ),
    "a text": ({ mail, mine }) => mail.text([...mine.mailbox.newestFirst()][0]!.id, never),
    "a count": ({ mail }) => mail.count("sent", never),
    "a draft by its marker": ({ mail }) => mail.drafts!.find(letter.marker, never),
    "sent mail by its marker": ({ mail }) => mail.drafts!.findSent(letter.marker, never),
    calendars: ({ calendar }) => calendar.calendars(never),
    events: ({ calendar, mine, now }) =>
      all(calendar.pages(mine.address, { window: { from: now(), to: after(now(), { days: 9 }) } }, never)),
    "an event by its key": ({ calendar, mine }) => calendar.write!.find(mine.address, booking.key, never),
    contacts: ({ people }) => all(people.pages("contacts", {}, never)),
    "other contacts": ({ people }) => all(people.pages("others", {}, never)),
    tasks: ({ tasks }) => all(tasks.pages({}, never)),
  };

  test.each(Object.entries(reads))("reading %s: told in our words, and the same as ever afterwards", async (_, ask) => {
    const subject = wholeGoogleSubject();
    const cursor = (await all(subject.mail.pages("mail", {}, never))).at(-1)!.cursor;
    subject.cloud.send(subject.mine, { kind: "letter", letter: note(1) });
    await subject.mail.drafts!.put(letter, never);
    await subject.calendar.write!.put(subject.mine.address, booking, never);
    const good = withoutCursors(await ask(subject, cursor));
    for (const kind of faultKinds) {
      subject.fail(() => kind);
      const trouble = await troubleIn(ask(subject, cursor));
      if (kind === "poison") expect(["done", "unreachable", "cursor_spent"]).toContain(trouble);
      else if (kind === "expired_cursor") expect(["done", "cursor_spent"]).toContain(trouble);
      else expect(`${kind}: ${trouble}`).toBe(`${kind}: ${expected(kind, false)}`);
      subject.fail(() => undefined);
      subject.pass({ minutes: 10 });
      expect(withoutCursors(await ask(subject, cursor))).toEqual(good);
    }
  });

  /** How many of it there are in the world, and how a caller makes sure of it after nobody knew. */
  type Effect = {
    does(subject: Subject): Promise<unknown>;
    /** Again, unless it is found. */
    ensures(subject: Subject): Promise<unknown>;
    count(subject: Subject): number;
    /** Google has no key for it: a call that arrives twice makes two. */
    isDoubled?: true;
  };
  const effects: Record<string, Effect> = {
    "a draft": {
      does: ({ mail }) => mail.drafts!.put(letter, never),
      ensures: async ({ mail }) => (await mail.drafts!.find(letter.marker, never)) ?? mail.drafts!.put(letter, never),
      count: ({ mine }) => [...mine.mailbox.drafts()].length,
      isDoubled: true,
    },
    "a letter sent": {
      does: async ({ mail }) => mail.drafts!.send((await mail.drafts!.find(letter.marker, never))!, never),
      ensures: async ({ mail }) => {
        const draft = await mail.drafts!.find(letter.marker, never);
        return draft === undefined ? mail.drafts!.findSent(letter.marker, never) : mail.drafts!.send(draft, never);
      },
      count: ({ mine }) => mine.mailbox.count("sent"),
    },
    "an event": {
      does: ({ calendar, mine }) => calendar.write!.put(mine.address, booking, never),
      ensures: ({ calendar, mine }) => calendar.write!.put(mine.address, booking, never),
      count: ({ mine }) => mine.calendars.events(mine.address).length,
    },
    "a contact": {
      does: ({ people }) => people.write!.put(card, booking.key, never),
      ensures: async ({ people }) =>
        (await people.write!.find(booking.key, never)) ?? people.write!.put(card, booking.key, never),
      count: ({ mine }) => mine.book.contacts("contact").length,
      isDoubled: true,
    },
    "a task": {
      does: ({ tasks }) => tasks.put(task, never),
      ensures: async ({ tasks }) => (await tasks.find(task.key, never)) ?? tasks.put(task, never),
      count: ({ mine }) => mine.tasks.tasks(mine.tasks.lists[0]!.id).length,
      isDoubled: true,
    },
  };

  test.each(Object.entries(effects))(
    "writing %s: never doubled, never lost (provider facts 9)",
    async (what, effect) => {
      for (const kind of faultKinds) {
        if (kind === "duplicate" && effect.isDoubled) continue;
        const subject = wholeGoogleSubject();
        if (what === "a letter sent") await subject.mail.drafts!.put(letter, never);
        subject.fail((method) => (method === "GET" ? undefined : kind));
        const trouble = await troubleIn(effect.does(subject));
        if (kind === "poison") expect(["done", "unknown_outcome"]).toContain(trouble);
        else if (kind === "expired_cursor") expect(trouble).toBe("done");
        else expect(`${kind}: ${trouble}`).toBe(`${kind}: ${expected(kind, true)}`);
        subject.fail(() => undefined);
        subject.pass({ minutes: 10 });
        await effect.ensures(subject);
        expect(`${kind}: ${effect.count(subject)}`).toBe(`${kind}: 1`);
      }
    },
  );
});

/** Some cursors tell when they were made. */
const withoutCursors = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null, (name, value) => (name === "cursor" ? undefined : value)));
