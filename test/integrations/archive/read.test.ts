import { appendFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMessageText } from "../../../src/integrations/archive/find-message.ts";
import { fingerprintOf } from "../../../src/integrations/archive/fingerprint.ts";
import { readArchive } from "../../../src/integrations/archive/read.ts";
import type { ArchiveBatch, ArchiveOptions } from "../../../src/integrations/archive.ts";
import { zipBytes } from "../../support/zip-bytes.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "rapport-read-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const letter = (subject: string, text = `This is ${subject}.`) =>
  `From: Ann <ann@acme.example>\nTo: owner@home.example\nSubject: ${subject}\nDate: Mon, 5 Jan 2026 10:00:00 +0100\n\n${text}\n`;
const mbox = (subjects: readonly string[]) =>
  Buffer.from(
    subjects.map((subject) => `From ann@acme.example Mon Jan  5 10:00:00 2026\n${letter(subject)}\n`).join(""),
  );
const named = (what: string, count: number) => Array.from({ length: count }, (_, n) => `${what} ${n}`);
const calendar = (titles: readonly string[]) =>
  Buffer.from(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${titles.map((title) => `BEGIN:VEVENT\r\nUID:${title.replace(" ", "-")}@x.example\r\nDTSTART:20260105T100000Z\r\nDTEND:20260105T110000Z\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`).join("")}END:VCALENDAR\r\n`,
  );
const card = Buffer.from("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Priya Nair\r\nEMAIL:priya@acme.example\r\nEND:VCARD\r\n");

function layOut(name: string, files: Record<string, Buffer | string>): string {
  const folder = join(home, name);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

async function read(path: string, options: Partial<ArchiveOptions> = {}): Promise<ArchiveBatch[]> {
  const batches: ArchiveBatch[] = [];
  for await (const batch of readArchive(path, { signal: new AbortController().signal, ...options }))
    batches.push(batch);
  return batches;
}

/** All that was found, each kind in its order. */
const found = (batches: readonly ArchiveBatch[]) => ({
  refs: batches.flatMap(({ messages }) => messages.map(({ ref }) => ref)),
  uids: batches.flatMap(({ events }) => events.map(({ uid }) => uid)),
  keys: batches.flatMap(({ cards }) => cards.map(({ key }) => key)),
  calendars: batches.flatMap(({ calendars }) => calendars),
  files: batches.flatMap(({ files }) => files),
  skipped: batches.flatMap(({ skipped }) => skipped),
});

const everything = () => ({
  "Takeout.zip": zipBytes([
    { name: "Takeout/Mail/All.mbox", bytes: mbox(named("zipped", 700)) },
    { name: "Takeout/Calendar/me.ics", bytes: calendar(named("Zipped event", 600)) },
    { name: "Takeout/inner.zip", bytes: zipBytes([{ name: "deep.mbox", bytes: mbox(named("deep", 600)) }]) },
    { name: "Takeout/photo.jpg", bytes: Buffer.from([0xff, 0xd8]) },
  ]),
  "Maildir/cur/1:2,S": letter("in the inbox"),
  "Maildir/new/2": letter("new"),
  "Maildir/.Sent/cur/3:2,S": letter("sent by me"),
  "Maildir/.Sent/new/.keep": "",
  "lay/sent/1.": letter("without an ending"),
  "Drafts.mbox": mbox(named("draft", 3)),
  "old.mbox.gz": gzipSync(mbox(named("packed", 300))),
  "a.ics": calendar(["Lunch"]),
  "priya.vcf": card,
  "photo.jpg": Buffer.from([0xff, 0xd8, 0xff]),
  "notes.pdf": "%PDF-1.7",
});

describe("a folder of everything (R1, R2)", () => {
  let folder = "";
  let all: ArchiveBatch[] = [];
  beforeAll(async () => {
    folder = layOut("everything", everything());
    all = await read(folder);
  });

  test("each file is told by its content, counted once, with its labels", () => {
    const messages = all.flatMap((batch) => batch.messages);
    const labels = new Map(
      messages.map(({ headers }) => [headers.subject.replace(/ \d+$/, ""), headers.labels.join()]),
    );
    expect(Object.fromEntries(labels)).toEqual({
      zipped: "All",
      deep: "deep",
      "in the inbox": "Inbox",
      new: "Inbox",
      "sent by me": "Sent",
      "without an ending": "sent",
      draft: "Drafts",
      packed: "old",
    });
    expect(messages.length).toBe(700 + 600 + 3 + 1 + 3 + 300);
    expect(all.flatMap(({ events }) => events).length).toBe(601);
    expect(all.flatMap(({ cards }) => cards.map(({ name }) => name))).toEqual(["Priya Nair"]);
    const kinds = all.flatMap(({ files }) =>
      files.map(({ where, kind }) => `${where.replace("everything/", "")} ${kind}`),
    );
    expect(kinds).toEqual([
      "Drafts.mbox mbox",
      "Maildir/.Sent/cur/3:2,S maildir",
      "Maildir/.Sent/new/.keep unknown",
      "Maildir/cur/1:2,S maildir",
      "Maildir/new/2 maildir",
      "Takeout.zip/Takeout/Mail/All.mbox mbox",
      "Takeout.zip/Takeout/Calendar/me.ics ics",
      "Takeout.zip/Takeout/inner.zip/deep.mbox mbox",
      "Takeout.zip/Takeout/inner.zip zip",
      "Takeout.zip zip",
      "a.ics ics",
      "lay/sent/1. eml",
      "old.mbox mbox",
      "priya.vcf vcf",
    ]);
  });

  test("what is none of ours is said once for each kind, with its count", () => {
    const lines = all.flatMap(({ skipped }) => skipped).filter(({ because }) => because === "unknown_file");
    expect(lines.map(({ count, message }) => `${count} ${message}`)).toEqual([
      "2 2 .jpg files: no mail, calendar or addresses inside.",
      "1 1 .pdf files: no mail, calendar or addresses inside.",
    ]);
  });

  test("batches stay small and progress runs to its end", () => {
    for (const batch of all)
      expect(batch.messages.length + batch.events.length + batch.cards.length).toBeLessThanOrEqual(500);
    const done = all.map(({ progress }) => progress.bytesDone);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect(all.at(-1)?.progress.bytesDone).toBe(all.at(-1)?.progress.bytesTotal);
  });

  test("every cursor leads to exactly what had not been given (S2)", async () => {
    const small = await read(folder, { batchBytesMax: 1 });
    expect(found(small)).toEqual(found(all));
    expect(small.length).toBeGreaterThan(20);
    const cursors = small.map(({ cursor }) => cursor);
    for (const cursor of cursors) expect(cursor.length).toBeLessThan(4000);
    for (const [index, after] of cursors.entries()) {
      const rest = await read(folder, { after, batchBytesMax: 1 });
      expect(found(rest), after).toEqual(found(small.slice(index + 1)));
    }
  }, 30_000);

  test("the third reading gives the references of the first (R2: three times changes nothing)", async () => {
    await read(folder);
    expect(found(await read(folder))).toEqual(found(all));
  });

  test.each([
    "zipped 0",
    "zipped 699",
    "deep 599",
    "in the inbox",
    "sent by me",
    "without an ending",
    "draft 2",
    "packed 299",
  ])("the text of '%s' is found again by its reference", async (subject) => {
    const message = all.flatMap((batch) => batch.messages).find(({ headers }) => headers.subject === subject);
    expect(message?.ref.length).toBeLessThanOrEqual(500);
    const text = await findMessageText(folder, message?.ref ?? "");
    expect(text?.plain?.trim()).toBe(`This is ${subject}.`);
  });
});

describe("text by reference", () => {
  const only = async (path: string) => (await read(path))[0]?.messages[0]?.ref ?? "";

  test("lines that the mbox quoted are as they were written, and what a person quoted stays", async () => {
    const quoted = letter("q", "Hi\n\n>From the top\n>>From a quote\n> From me").replace(/$/, "\n");
    const path = layOut("quoted", {
      "a.mbox": `From a@b.example Mon Jan  5 10:00:00 2026\n${quoted}`,
      "b.eml": letter("e", ">From a quote"),
    });
    const refs = (await read(path)).flatMap(({ messages }) => messages.map(({ ref }) => ref));
    const texts = await Promise.all(refs.map((ref) => findMessageText(path, ref)));
    expect(texts.map((text) => text?.plain?.trim())).toEqual([
      "Hi\n\nFrom the top\n>From a quote\n> From me",
      ">From a quote",
    ]);
  });

  test("parts are decoded, calendars and cards are text, other attachments are named only (R2)", async () => {
    const part = (type: string, body: string) =>
      `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString("base64")}\r\n`;
    const parts = [
      part("text/plain; charset=utf-8", "Grüße"),
      part("text/html; charset=utf-8", "<p>Grüße</p>"),
      part('text/calendar; method=REQUEST; name="i.ics"', "BEGIN:VCALENDAR"),
      part('text/vcard; name="p.vcf"', "BEGIN:VCARD\nVERSION:3.0\nFN:Nora Vale\nTEL:+33 1 23 45 67 89\nEND:VCARD"),
      part('application/pdf; name="offer.pdf"', "0123456789"),
    ];
    const path = layOut("parts", {
      "a.eml": letter("p")
        .replace("\n\n", '\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n')
        .replace(/This.*/, `${parts.join("")}--b--`),
    });
    const text = await findMessageText(path, await only(path));
    expect(text?.plain?.trim()).toBe("Grüße");
    expect(text?.html?.trim()).toBe("<p>Grüße</p>");
    expect(text?.calendars.map((calendar) => calendar.trim())).toEqual(["BEGIN:VCALENDAR"]);
    expect(text?.cards).toMatchObject([{ origin: "vcard", name: "Nora Vale", phones: ["+33 1 23 45 67 89"] }]);
    expect(text?.attachments).toContainEqual({ name: "offer.pdf", mediaType: "application/pdf", bytes: 10 });
  });

  test("a file that is gone or is another one by now gives nothing", async () => {
    const path = layOut("changing", { "a.mbox": mbox(["first", "second"]) });
    const ref = (await read(path))[0]?.messages[1]?.ref ?? "";
    expect(await findMessageText(path, ref)).toBeDefined();
    appendFileSync(join(path, "a.mbox"), mbox(["third"]));
    expect((await findMessageText(path, ref))?.plain?.trim()).toBe("This is second.");
    writeFileSync(join(path, "a.mbox"), mbox(["other", "letters"]));
    expect(await findMessageText(path, ref)).toBeUndefined();
    rmSync(join(path, "a.mbox"));
    expect(await findMessageText(path, ref)).toBeUndefined();
    expect(await findMessageText(path, "no reference")).toBeUndefined();
    const outside = layOut("outside", { "b.mbox": mbox(["first", "second"]) });
    const climbing = ((await read(outside))[0]?.messages[0]?.ref ?? "").replace("b.mbox", "../outside/b.mbox");
    expect(await findMessageText(path, climbing)).toBeUndefined();
  });

  test("a path of any length fits into a reference", async () => {
    const path = layOut("long", { [`${"folder-with-a-long-name/".repeat(30)}a.eml`]: letter("far") });
    const ref = await only(path);
    expect(ref.length).toBeLessThanOrEqual(500);
    expect((await findMessageText(path, ref))?.plain?.trim()).toBe("This is far.");
  });
});

describe("a fingerprint", () => {
  test("is the same for the same files wherever they lie, and another when one byte, name or file is", async () => {
    const path = layOut("prints", { "sub/a.eml": letter("a"), "b.eml": letter("b") });
    const print = await fingerprintOf(path);
    cpSync(path, join(home, "copy"), { recursive: true });
    expect(await fingerprintOf(join(home, "copy"))).toBe(print);
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    const others = [print];
    appendFileSync(join(path, "b.eml"), "x");
    others.push(await fingerprintOf(path));
    renameSync(join(path, "b.eml"), join(path, "c.eml"));
    others.push(await fingerprintOf(path));
    rmSync(join(path, "c.eml"));
    others.push(await fingerprintOf(path));
    expect(new Set(others).size).toBe(4);
  });

  test("of a single file does not ask for its name", async () => {
    const path = layOut("single", { "a.mbox": mbox(["one"]), "b.mbox": mbox(["one"]), "c.mbox": mbox(["two"]) });
    const [a, b, c] = await Promise.all(["a", "b", "c"].map((name) => fingerprintOf(join(path, `${name}.mbox`))));
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });
});
