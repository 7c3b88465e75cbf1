/** What every mailbox must do, whoever keeps it. */
import { describe, expect, test } from "vitest";
import { before, type Instant, utc } from "../../../src/domain/time.ts";
import type { MailAccount, MailPage, MarkedLetter, ScannedMessage } from "../../../src/integrations/mail.ts";
import type { Cursor, From, StreamName } from "../../../src/integrations/scan.ts";
import { envelopeOf } from "../../../src/sandbox/cloud/content.ts";
import { all, never, type OpenSubject, type Subject, troubleIn } from "./subject.ts";

const ana = { address: "ana@acme.example", name: "Ana Ruiz" };

export function mailSuite(face: string, open: OpenSubject): void {
  describe(`${face}: mail that comes`, () => {
    test("nothing is told of what was there before, everything of what comes after (S2, S3)", async () => {
      const { subject, cursors } = await begun(open());
      expect(await news(subject.mail, cursors)).toEqual({ read: [], gone: [] });
      receive(subject, "Hello");
      receive(subject, "Once more");
      const { read } = await news(subject.mail, cursors);
      expect(read.map(({ headers }) => headers.subject).sort()).toEqual(["Hello", "Once more"]);
      expect(read[0]?.headers).toMatchObject({ from: ana, to: [{ address: subject.mine.address }] });
      expect(await news(subject.mail, cursors)).toEqual({ read: [], gone: [] });
    });

    test("what the owner throws away, or marks as spam, is gone (S6)", async () => {
      const { subject, cursors } = await begun(open());
      receive(subject, "One");
      receive(subject, "Two");
      const { read } = await news(subject.mail, cursors);
      for (const [index, place] of (["trash", "spam"] as const).entries())
        subject.mine.mailbox.move(messageIn(subject, ["One", "Two"][index]!).id, { place }, subject.now());
      const { gone } = await news(subject.mail, cursors);
      expect([...gone].sort()).toEqual(read.map(({ ref }) => ref).sort());
    });

    test("from a start that lies back, what came since is told first, and then goes on (S4)", async () => {
      const subject = open();
      subject.pass({ minutes: 1 });
      receive(subject, "Too old");
      subject.pass({ hours: 2 });
      const since = subject.now();
      receive(subject, "After");
      subject.pass({ minutes: 1 });
      const cursors = new Map<StreamName, Cursor>();
      const first = await news(subject.mail, cursors, { since });
      expect(first.read.map(({ headers }) => headers.subject)).toEqual(["After"]);
      receive(subject, "Later");
      const second = await news(subject.mail, cursors);
      expect(second.read.map(({ headers }) => headers.subject)).toEqual(["Later"]);
    });

    test("a cursor that is too old is said to be spent, and a start since the last success loses nothing (S4)", async () => {
      const { subject, cursors } = await begun(open());
      const since = subject.now();
      subject.pass({ minutes: 5 });
      receive(subject, "While nobody looked");
      forget(subject);
      expect(await troubleIn(news(subject.mail, cursors))).toBe("cursor_spent");
      cursors.clear();
      const { read } = await news(subject.mail, cursors, { since });
      expect(read.map(({ headers }) => headers.subject)).toEqual(["While nobody looked"]);
    });

    test("a cursor that nobody wrote is spent, not a crash", async () => {
      const { mail } = open();
      const [stream] = mail.streams;
      expect(await troubleIn(all(mail.pages(stream!.name, { after: "{nonsense" }, never)))).toBe("cursor_spent");
    });
  });

  describe(`${face}: mail that was sent`, () => {
    test("every letter of the past is listed once, in pages, and counted by the provider (S1, S3)", async () => {
      const subject = open();
      for (let number = 0; number < 30; number += 1) send(subject, `Letter ${number}`);
      const past = subject.mail.streams.find(({ kind }) => kind === "past")!;
      const { read, pages } = await readAll(subject.mail, past.name, {});
      expect(new Set(read.map(({ headers }) => headers.subject)).size).toBe(30);
      expect(pages.at(-1)?.isLast).toBe(true);
      expect(await subject.mail.count(past.name, never)).toBe(30);
      const again = await readAll(subject.mail, past.name, { after: pages.at(-1)!.cursor });
      expect(again.read).toEqual([]);
    });

    test("only as far back as asked", async () => {
      const subject = open();
      send(subject, "Too old");
      subject.pass({ days: 2 });
      send(subject, "Young");
      const past = subject.mail.streams.find(({ kind }) => kind === "past")!;
      const { read } = await readAll(subject.mail, past.name, { since: before(subject.now(), { hours: 1 }) });
      expect(read.map(({ headers }) => headers.subject)).toEqual(["Young"]);
    });
  });

  describe(`${face}: one message`, () => {
    test("its text is read when it is wanted, and gone when it is gone", async () => {
      const { subject, cursors } = await begun(open());
      receive(subject, "Hello");
      const [message] = (await news(subject.mail, cursors)).read;
      const text = await subject.mail.text(message!.ref, never);
      expect(text?.plain ?? text?.html).toContain("Text of Hello");
      subject.mine.mailbox.remove(messageIn(subject, "Hello").id, subject.now());
      expect(await subject.mail.text(message!.ref, never)).toBeUndefined();
      expect(await all(subject.mail.headers([message!.ref], never))).toEqual([{ kind: "gone", ref: message!.ref }]);
    });
  });

  describe(`${face}: drafts (provider facts 9)`, () => {
    test("put, found by its marker, read, replaced, sent once, found in the sent mail", async () => {
      const subject = open();
      const drafts = subject.mail.drafts!;
      const letter = letterOf(subject, "0123456789abcdef0123456789abcdef", "Coffee?");
      expect(await drafts.find(letter.marker, never)).toBeUndefined();
      const { draft } = await drafts.put(letter, never);
      expect(await drafts.find(letter.marker, never)).toBe(draft);
      expect(await drafts.read(draft, never)).toEqual({
        draft,
        subject: "Coffee?",
        to: [ana.address],
        text: "Hello Ana,\n\nshall we?",
      });
      const replaced = await drafts.replace(draft, { ...letter, text: "Hello Ana,\n\nshall we not?" }, never);
      expect((await drafts.read(replaced.draft, never))?.text).toBe("Hello Ana,\n\nshall we not?");
      expect(await drafts.findSent(letter.marker, never)).toBeUndefined();
      await drafts.send(replaced.draft, never);
      subject.pass({ minutes: 2 });
      const sent = await drafts.findSent(letter.marker, never);
      expect(sent?.headers).toMatchObject({ subject: "Coffee?", to: [{ address: ana.address }] });
      expect(await drafts.read(replaced.draft, never)).toBeUndefined();
      expect(await drafts.find(letter.marker, never)).toBeUndefined();
      expect(await troubleIn(drafts.send(replaced.draft, never))).toBe("gone");
      expect([...subject.mine.mailbox.newestFirst()].filter(({ place }) => place === "sent").length).toBe(1);
    });

    test("an answer stays in its thread, with its references (provider facts 10)", async () => {
      const { subject, cursors } = await begun(open());
      receive(subject, "A question");
      const [asked] = (await news(subject.mail, cursors)).read;
      const drafts = subject.mail.drafts!;
      const marker = "fedcba9876543210fedcba9876543210";
      const { draft } = await drafts.put(
        {
          ...letterOf(subject, marker, "Re: A question"),
          inReplyTo: asked!.headers.messageId!,
          references: [asked!.headers.messageId!],
          threadRef: asked!.threadRef!,
        },
        never,
      );
      await drafts.send(draft, never);
      subject.pass({ minutes: 2 });
      const sent = await drafts.findSent(marker, never);
      expect(sent?.threadRef).toBe(asked!.threadRef);
      // Not every provider tells it of the owner's own letters; what went out is what counts.
      const [gone] = [...subject.mine.mailbox.newestFirst()].filter(({ place }) => place === "sent");
      expect(envelopeOf(gone!.content).inReplyTo).toBe(asked!.headers.messageId);
    });

    test("taken away twice is taken away; a draft is no mail", async () => {
      const { subject, cursors } = await begun(open());
      const drafts = subject.mail.drafts!;
      const { draft } = await drafts.put(letterOf(subject, "0".repeat(32), "Never"), never);
      expect((await news(subject.mail, cursors)).read).toEqual([]);
      await drafts.remove(draft, never);
      await drafts.remove(draft, never);
      expect(await drafts.read(draft, never)).toBeUndefined();
    });
  });
}

function letterOf({ mine, now }: Subject, marker: string, subject: string): MarkedLetter {
  return {
    messageId: `${marker}@home.example`,
    writtenAt: now(),
    from: { address: mine.address },
    to: [ana],
    subject,
    text: "Hello Ana,\n\nshall we?",
    references: [],
    marker,
  };
}

/** Somebody writes to the owner. */
function receive({ cloud, mine, now }: Subject, subject: string): void {
  cloud.deliver({ kind: "letter", letter: letterFrom(ana, { address: mine.address }, subject, now()) });
}

function send({ cloud, mine, now }: Subject, subject: string): void {
  cloud.send(mine, { kind: "letter", letter: letterFrom({ address: mine.address }, ana, subject, now()) });
}

const letterFrom = (
  from: { address: string; name?: string },
  to: { address: string; name?: string },
  subject: string,
  at: Instant,
) => ({
  id: `${subject.replaceAll(" ", ".")}@${from.address.split("@")[1]}`,
  at,
  zone: utc,
  from,
  to: [to],
  subject,
  said: `Text of ${subject}`,
  text: `Text of ${subject}`,
  references: [],
  labels: [],
  encoding: "8bit" as const,
});

function messageIn({ mine }: Subject, subject: string) {
  for (const message of mine.mailbox.newestFirst())
    if (message.content.kind === "letter" && message.content.letter.subject === subject) return message;
  throw new Error(`no message about ${subject}`);
}

const forget = ({ mine }: Subject) => mine.mailbox.log.forget();

/** A subject whose fresh streams stand at now. */
async function begun(subject: Subject): Promise<{ subject: Subject; cursors: Map<StreamName, Cursor> }> {
  const cursors = new Map<StreamName, Cursor>();
  await news(subject.mail, cursors, {});
  subject.pass({ minutes: 1 });
  return { subject, cursors };
}

/** Reads all fresh streams on from their cursors, which it moves; `from` where there is none. */
async function news(
  mail: MailAccount,
  cursors: Map<StreamName, Cursor>,
  from: From = {},
): Promise<{ read: ScannedMessage[]; gone: string[] }> {
  const found = { read: [] as ScannedMessage[], gone: [] as string[] };
  for (const { name } of mail.streams.filter(({ kind }) => kind === "fresh")) {
    const cursor = cursors.get(name);
    const { read, pages } = await readAll(mail, name, cursor === undefined ? from : { after: cursor });
    found.read.push(...read);
    found.gone.push(...pages.flatMap(({ gone }) => gone));
    cursors.set(name, pages.at(-1)!.cursor);
  }
  return found;
}

/** Items may come twice: each message is given once. */
async function readAll(
  mail: MailAccount,
  stream: StreamName,
  from: From,
): Promise<{ read: ScannedMessage[]; pages: MailPage[] }> {
  const pages = await all(mail.pages(stream, from, never));
  const read = new Map(pages.flatMap(({ messages }) => messages).map((message) => [message.ref, message]));
  for (const result of await all(mail.headers([...new Set(pages.flatMap(({ listed }) => listed))], never)))
    if (result.kind === "read") read.set(result.message.ref, result.message);
  return { read: [...read.values()], pages };
}
