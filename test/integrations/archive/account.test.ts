import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../../src/domain/time.ts";
import { openArchiveAccount } from "../../../src/integrations/archive/account.ts";
import { findMessageText, findMessageTexts } from "../../../src/integrations/archive/find-message.ts";
import { fingerprintOf } from "../../../src/integrations/archive/fingerprint.ts";
import { readArchive } from "../../../src/integrations/archive/read.ts";
import type { ArchiveReader } from "../../../src/integrations/archive.ts";
import type { MailPage, OutgoingLetter } from "../../../src/integrations/mail.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "rapport-account-"));
  writeFileSync(
    join(home, "a.eml"),
    "From: ann@acme.example\nSubject: one\nDate: Mon, 5 Jan 2026 10:00:00 +0100\n\nFirst\n",
  );
  writeFileSync(
    join(home, "b.eml"),
    "From: ann@acme.example\nSubject: two\nDate: Mon, 5 Jan 2026 10:00:00 +0100\n\nSecond\n",
  );
  writeFileSync(
    join(home, "c.ics"),
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260105T100000Z\r\nDTEND:20260105T110000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  );
  writeFileSync(
    join(home, "d.vcf"),
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Priya Nair\r\nEMAIL:priya@acme.example\r\nEND:VCARD\r\n",
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Reads in this thread: the threads of the product's own reader have tests of their own. */
const reader: ArchiveReader = {
  read: readArchive,
  texts: (path, refs) => findMessageTexts(path, refs),
  text: findMessageText,
  fingerprint: fingerprintOf,
};
const signal = new AbortController().signal;
const window = { from: "2026-01-01T00:00:00.000Z" as Instant, to: "2027-01-01T00:00:00.000Z" as Instant };
const account = (outbox = join(home, "outbox"), files = ["a.eml", "b.eml", "c.ics", "d.vcf"]) =>
  openArchiveAccount({ paths: files.map((name) => join(home, name)), outbox, reader });

const letter: OutgoingLetter = {
  messageId: "f00d@home.example",
  writtenAt: "2026-11-16T13:00:00.000Z",
  from: { address: "owner@home.example", name: "Olivia Öz" },
  to: [{ address: "priya@acme.example", name: "Nair, Priya" }],
  subject: "A coffee next week?",
  text: "Hello Priya,\nGrüße",
  references: [],
};

describe("files dressed as accounts", () => {
  test("mail, events and people come out of the same files, and each cursor reads on", async () => {
    const { mail, calendar, people } = account();
    const pages: MailPage[] = [];
    for await (const page of mail.pages("files", {}, signal)) pages.push(page);
    expect(pages.flatMap(({ messages }) => messages.map(({ headers }) => headers.subject))).toEqual(["one", "two"]);

    // Whoever reads knows when there is nothing more.
    expect(pages.map(({ isLast }) => isLast)).toEqual([...pages.slice(1).map(() => false), true]);

    const rest: string[] = [];
    for await (const page of mail.pages("files", { after: pages[0]!.cursor }, signal))
      rest.push(...page.messages.map(({ headers }) => headers.subject));
    expect(rest).toEqual(["two"]);

    const titles: string[] = [];
    for await (const { events } of calendar.pages("files", { window }, signal))
      titles.push(...events.map(({ event }) => event.title));
    expect(titles).toEqual(["Lunch"]);
    const names: string[] = [];
    for await (const { cards } of people.pages("files", {}, signal))
      names.push(...cards.map(({ card }) => card.name ?? ""));
    expect(names).toEqual(["Priya Nair"]);

    const refs = pages.flatMap(({ messages }) => messages.map(({ ref }) => ref));
    const texts = await Promise.all(refs.map((ref) => mail.text(ref, signal)));
    expect(texts.map((text) => text?.plain?.trim())).toEqual(["First", "Second"]);
  });

  test("a cursor of another account is spent, not obeyed", async () => {
    const reading = async () => {
      for await (const _ of account().mail.pages("files", { after: "somewhere" }, signal)) expect.unreachable();
    };
    await expect(reading()).rejects.toMatchObject({ trouble: { kind: "cursor_spent" } });
  });
});

describe("the outbox", () => {
  test("the same letter twice is one file with the same bytes, which can be read again", async () => {
    const outbox = join(home, "twice");
    const { mail, letters } = account(outbox);
    const first = await letters.send(letter, signal);
    const bytes = readFileSync(join(outbox, "f00d@home.example.eml"));
    expect(await letters.send(letter, signal)).toEqual(first);
    expect(readdirSync(outbox)).toEqual(["f00d@home.example.eml"]);
    expect(readFileSync(join(outbox, "f00d@home.example.eml")).equals(bytes)).toBe(true);
    expect(statSync(join(outbox, "f00d@home.example.eml")).mode & 0o077).toBe(0);
    expect((await mail.text(first.ref, signal))?.plain?.trim()).toBe("Hello Priya,\nGrüße");
  });

  test("a Message-ID cannot climb out of the folder, and two of them never share a file", async () => {
    const outbox = join(home, "names");
    const { letters } = account(outbox);
    for (const messageId of ["../../evil@home.example", "..-..-evil@home.example", ".hidden@home.example"])
      await letters.send({ ...letter, messageId }, signal);
    expect(readdirSync(outbox).length).toBe(3);
    for (const name of readdirSync(outbox)) expect(name).toMatch(/^[A-Za-z0-9][^/]*\.eml$/);
  });

  test("an outbox that cannot be written is unreachable, and nothing half is left", async () => {
    const blocked = join(home, "a.eml");
    await expect(account(join(blocked, "outbox")).letters.send(letter, signal)).rejects.toMatchObject({
      trouble: { kind: "unreachable" },
    });
    chmodSync(blocked, 0o644);
    expect(readFileSync(blocked, "utf8")).toContain("First");
  });
});
