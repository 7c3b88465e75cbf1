/**
 * Export files as people really have them: cut off, damaged, locked, hostile. Each row says what must be kept and what
 * must be said; two sound messages lie beside every one of them and must come through whatever it does.
 */
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { zipBytes } from "./zip-bytes.ts";

export type BrokenInput = {
  name: string;
  /** Relative path → bytes; made when asked for, because some are large. */
  files: () => Record<string, Buffer>;
  /** What bytes in a file cannot be: links, pipes. Gets the folder that the files were written to. */
  also?: (folder: string) => void;
  /** Subjects that must be kept besides those of the neighbours, in any order; exactly these. */
  subjects: readonly string[];
  /** Titles of events and names of cards that must be kept. */
  others?: readonly string[];
  /** Tags that must be said; no other tag may be. */
  says: readonly string[];
  /** Text that the line about it must hold as its position, when it has one. */
  position?: string;
};

const message = (subject: string, { more = "", body = "Hello.\n" }: { more?: string; body?: string } = {}): string =>
  `From: Ann Lee <ann@acme.example>\nTo: owner@home.example\nSubject: ${subject}\nDate: Mon, 5 Jan 2026 10:00:00 +0100\nMessage-ID: <${subject.replace(/[^a-z]/gi, "").slice(0, 40)}@acme.example>\n${more}\n${body}`;

const separator = "From ann@acme.example Mon Jan  5 10:00:00 2026\n";

const mbox = (...messages: readonly string[]): Buffer =>
  Buffer.from(messages.map((one) => `${separator}${one}\n`).join(""), "latin1");

/** The broken one stands between two sound ones, in one mbox. */
const between = (broken: string): Buffer => mbox(message("before"), broken, message("after"));

const one = (name: string, bytes: Buffer | string) => () => ({ [name]: Buffer.from(bytes as string, "latin1") });

const multipart = (boundary: string, closing: boolean) =>
  message("in parts", {
    more: `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${boundary}"\n`,
    body: `--${boundary}\nContent-Type: text/plain\n\nFirst part\n${closing ? `--${boundary}--\n` : ""}`,
  });

const nested = (depth: number): string => {
  let body = "Content-Type: text/plain\n\nAt the bottom\n";
  for (let level = depth; level > 0; level -= 1) {
    body = `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n${body}\n--b${level}--\n`;
  }
  return `From: Ann <ann@acme.example>\nSubject: deep\nDate: Mon, 5 Jan 2026 10:00:00 +0100\nMIME-Version: 1.0\n${body}`;
};

const megabytes = (count: number, letter = "x") => letter.repeat(count * 1024 * 1024);

const utf16 = (text: string, label: "le" | "be"): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return label === "le" ? bytes : bytes.swap16();
};

const calendar = (...events: readonly string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${events.join("")}END:VCALENDAR\r\n`;
const event = (title: string, lines: string) =>
  `BEGIN:VEVENT\r\nUID:${title.replaceAll(" ", "-")}@x.example\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:${title}\r\n${lines}END:VEVENT\r\n`;
const soundEvent = event("Sound", "DTSTART:20260105T100000Z\r\nDTEND:20260105T110000Z\r\n");

const card = (name: string, more = "") =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${name.toLowerCase()}@acme.example\r\n${more}END:VCARD\r\n`;

const inZip =
  (...parts: Parameters<typeof zipBytes>[0]) =>
  () => ({ "export.zip": zipBytes([{ name: "mail/ok.eml", bytes: Buffer.from(message("in zip")) }, ...parts]) });
const letter = (subject: string) => Buffer.from(message(subject));

export const brokenInputs: readonly BrokenInput[] = [
  // Mailboxes whose borders are wrong
  {
    name: "mbox cut off in a body",
    files: one("a.mbox", mbox(message("whole"), message("cut")).subarray(0, -6)),
    subjects: ["whole", "cut"],
    says: ["truncated_message"],
    position: "byte ",
  },
  {
    name: "mbox cut off in a header",
    files: one("a.mbox", `${mbox(message("whole"))}${separator}From: bob@acme.example\nSubject: half`),
    subjects: ["whole", "half"],
    says: ["truncated_message", "no_date"],
  },
  {
    name: "mbox cut off between two parts",
    files: one("a.mbox", mbox(message("whole"), multipart("xyz", false))),
    subjects: ["whole", "in parts"],
    says: ["truncated_message"],
  },
  {
    name: "mbox cut off before its Content-Length",
    files: one("a.mbox", mbox(message("whole"), message("short", { more: "Content-Length: 5000\n" }))),
    subjects: ["whole", "short"],
    says: ["truncated_message"],
  },
  {
    name: "mbox without its first separator",
    files: one("a.mbox", `${message("first")}\n${mbox(message("second"))}`),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "mbox with a blank first line",
    files: one("Inbox", `\n\n${mbox(message("first"), message("second"))}`),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "mbox with a byte order mark",
    files: one("Inbox", `\xef\xbb\xbf${mbox(message("first"), message("second"))}`),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "mbox with CRLF",
    files: one("Inbox", mbox(message("first"), message("second")).toString("latin1").replaceAll("\n", "\r\n")),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "mbox with mixed line ends",
    files: one(
      "Inbox",
      `${mbox(message("first"))}${mbox(message("second")).toString("latin1").replaceAll("\n", "\r\n")}${mbox(message("third"))}`,
    ),
    subjects: ["first", "second", "third"],
    says: [],
  },
  {
    name: "mbox with CR alone",
    files: one("Inbox", mbox(message("first"), message("second")).toString("latin1").replaceAll("\n", "\r")),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "mbox without blank lines between",
    files: one("Inbox", `${separator}${message("first")}${separator}${message("second")}\n`),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "mbox with bare separators",
    files: one(
      "Inbox",
      mbox(message("first"), message("second")).toString("latin1").replaceAll(separator, "From ann@acme.example\n"),
    ),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "sentences that begin with From",
    files: one(
      "Inbox",
      mbox(message("first", { body: "Hello\n\nFrom here it is easy.\n\nFrom there\nnot.\n" }), message("second")),
    ),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "a sentence that begins with From before words with colons",
    files: one(
      "Inbox",
      mbox(
        message("first", { body: "Hello\n\nFrom my notes of Monday\nNote: bring cake\n\nBye\n" }),
        message("second"),
      ),
    ),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "Content-Length that is wrong",
    files: one("Inbox", mbox(message("first", { more: "Content-Length: 99999\n" }), message("second"))),
    subjects: ["first", "second"],
    says: [],
  },
  {
    name: "a whole message inside another, covered by Content-Length",
    files: one("Inbox", coveredByLength()),
    subjects: ["outer", "last"],
    says: [],
  },
  {
    name: "mbox of a separator alone",
    files: one("a.mbox", separator),
    subjects: [],
    says: ["no_from_header"],
  },
  {
    name: "a message without any header between two",
    files: one("a.mbox", `${mbox(message("before"))}${separator}\nNo header here.\n\n${mbox(message("after"))}`),
    subjects: ["before", "after"],
    says: [],
  },

  // Headers
  {
    name: "a header of 20 MB",
    files: () => ({ "a.mbox": between(message("long", { more: `X-Junk: ${megabytes(20)}\n` })) }),
    subjects: ["before", "long", "after"],
    says: ["header_too_long"],
  },
  {
    name: "a header of 20 MB before the From",
    files: () => ({ "a.mbox": between(`X-Junk: ${megabytes(20)}\n${message("hidden")}`) }),
    subjects: ["before", "after"],
    says: ["header_too_long", "no_from_header"],
    position: "byte ",
  },
  {
    name: "100,000 header lines",
    files: () => ({ "a.mbox": between(`${message("many").split("\n\n")[0]}\n${"X-A: b\n".repeat(100_000)}\nHello\n`) }),
    subjects: ["before", "many", "after"],
    says: ["header_too_long"],
  },
  {
    name: "NUL in headers",
    files: one("a.mbox", between(message("nu\0l"))),
    subjects: ["before", "nu l", "after"],
    says: [],
  },
  {
    name: "NUL in a body",
    files: one("a.mbox", between(message("zero", { body: "a\0b\0\0\n" }))),
    subjects: ["before", "zero", "after"],
    says: [],
  },
  {
    name: "two From headers",
    files: one("a.mbox", between(message("two", { more: "From: Mallory <mallory@evil.example>\n" }))),
    subjects: ["before", "after"],
    says: ["two_from_headers"],
    position: "byte ",
  },
  {
    name: "no From header",
    files: one("a.eml", "To: a@b.example\nSubject: nobody\nDate: Mon, 5 Jan 2026 10:00:00 +0100\n\nHi\n"),
    subjects: [],
    says: ["no_from_header"],
  },
  {
    name: "a From header without an address",
    files: one("a.mbox", between(message("x").replace("Ann Lee <ann@acme.example>", "somebody nice"))),
    subjects: ["before", "after"],
    says: ["unreadable_from_header"],
  },
  {
    name: "a From header that is an empty group",
    files: one("a.mbox", between(message("x").replace("Ann Lee <ann@acme.example>", "undisclosed senders:;"))),
    subjects: ["before", "after"],
    says: ["unreadable_from_header"],
  },
  {
    name: "bad base64 in a subject",
    files: one("a.mbox", between(message("=?utf-8?B?SGVs*bG8=?= there"))),
    subjects: ["before", "Hello there", "after"],
    says: [],
  },
  {
    name: "an encoded word without its end",
    files: one("a.mbox", between(message("=?utf-8?B?SGVsbG8"))),
    subjects: ["before", "=?utf-8?B?SGVsbG8", "after"],
    says: [],
  },
  {
    name: "a subject in base64",
    files: one("a.mbox", between(message("=?UTF-8?B?R3LDvMOfZQ==?="))),
    subjects: ["before", "Grüße", "after"],
    says: [],
  },
  {
    name: "one letter split over two encoded words",
    files: one("a.mbox", between(message("=?UTF-8?Q?Gr=C3?=\n =?UTF-8?Q?=BC=C3=9Fe?="))),
    subjects: ["before", "Grüße", "after"],
    says: [],
  },
  {
    name: "unknown charset in a subject",
    files: one("a.mbox", between(message("=?x-klingon?Q?Hi?="))),
    subjects: ["before", "Hi", "after"],
    says: ["unknown_charset"],
  },
  {
    name: "unknown charset in a name",
    files: one("a.mbox", between(message("x").replace("Ann Lee", "=?martian?Q?Ann?="))),
    subjects: ["before", "x", "after"],
    says: ["unknown_charset"],
  },
  {
    name: "raw UTF-8 in a subject",
    files: one("a.mbox", between(message("Gr\xc3\xbc\xc3\x9fe"))),
    subjects: ["before", "Grüße", "after"],
    says: [],
  },
  {
    name: "raw windows-1252 in a subject",
    files: one("a.mbox", between(message("Gr\xfc\xdfe \x80"))),
    subjects: ["before", "Grüße €", "after"],
    says: [],
  },
  {
    name: "a line break smuggled in by an encoded word",
    files: one("a.mbox", between(message("=?utf-8?Q?Hi=0D=0ABcc:_x@evil.example?="))),
    subjects: ["before", "Hi Bcc: x@evil.example", "after"],
    says: [],
  },
  {
    name: "a bare CR in a header",
    files: one("a.mbox", between(message("Hi\rBcc: x@evil.example"))),
    subjects: ["before", "Hi Bcc: x@evil.example", "after"],
    says: [],
  },
  {
    name: "marks that turn the reading direction",
    files: one("a.mbox", between(message("=?utf-8?Q?pay=E2=80=AEgpj.exe?="))),
    subjects: ["before", "paygpj.exe", "after"],
    says: [],
  },
  {
    name: "half of a surrogate pair",
    files: one("a.mbox", between(message("=?utf-16be?B?2AAAQQ==?="))),
    subjects: ["before", "\ufffdA", "after"],
    says: [],
  },
  {
    name: "lines without a colon among headers",
    files: one("a.mbox", between(message("junk", { more: "this is no header\n" }))),
    subjects: ["before", "junk", "after"],
    says: [],
  },
  {
    name: "spaces before colons",
    files: one("a.mbox", between(message("spaced").replace("Subject:", "Subject :"))),
    subjects: ["before", "spaced", "after"],
    says: [],
  },
  {
    name: "10,000 recipients",
    files: () => ({
      "a.mbox": between(
        message("many", { more: `Cc: ${Array.from({ length: 10_000 }, (_, n) => `p${n}@a.example`).join(",\n ")}\n` }),
      ),
    }),
    subjects: ["before", "many", "after"],
    says: ["recipients_cut"],
  },
  {
    name: "500 references",
    files: one(
      "a.mbox",
      between(
        message("thread", {
          more: `References: ${Array.from({ length: 500 }, (_, n) => `<r${n}@a.example>`).join("\n ")}\n`,
        }),
      ),
    ),
    subjects: ["before", "thread", "after"],
    says: [],
  },
  {
    name: "no Message-ID",
    files: one("a.mbox", between(message("anonymous").replace(/Message-ID:.*\n/, ""))),
    subjects: ["before", "anonymous", "after"],
    says: [],
  },
  {
    name: "one Message-ID twice",
    files: one("a.mbox", between(message("before").replace("Subject: before", "Subject: again"))),
    subjects: ["before", "again", "after"],
    says: [],
  },
  {
    name: "no date",
    files: one("a.mbox", between(message("undated").replace(/Date:.*\n/, ""))),
    subjects: ["before", "undated", "after"],
    says: ["no_date"],
  },
  {
    name: "a date of the far future",
    files: one("a.mbox", between(message("future").replace("2026 10", "2999 10"))),
    subjects: ["before", "future", "after"],
    says: ["unreadable_date"],
  },
  {
    name: "a date that never was",
    files: one("a.mbox", between(message("never").replace("5 Jan", "31 Feb"))),
    subjects: ["before", "never", "after"],
    says: ["unreadable_date"],
  },

  // Messages in files of their own
  {
    name: "a message without a body",
    files: one("a.eml", "From: ann@acme.example\nSubject: head only\nDate: Mon, 5 Jan 2026 10:00:00 +0100"),
    subjects: ["head only"],
    says: [],
  },
  {
    name: "a message under a name of numbers",
    files: one("Mail/1234.", letter("numbered")),
    subjects: ["numbered"],
    says: [],
  },
  {
    name: "a message in UTF-16, little end first",
    files: () => ({ "a.eml": utf16(message("wide"), "le") }),
    subjects: ["wide"],
    says: [],
  },
  {
    name: "a message in UTF-16, big end first",
    files: () => ({ "a.eml": utf16(message("wide"), "be") }),
    subjects: ["wide"],
    says: [],
  },
  {
    name: "Apple's emlx",
    files: one("1.emlx", `${message("apple").length}\n${message("apple")}<?xml version="1.0"?><plist></plist>`),
    subjects: ["apple"],
    says: [],
  },
  {
    name: "Apple's emlx, cut off",
    files: one("1.emlx", `90000\n${message("apple")}`),
    subjects: ["apple"],
    says: ["truncated_message"],
  },
  { name: "200 parts within parts", files: one("a.eml", nested(200)), subjects: ["deep"], says: [] },
  {
    name: "a multipart message that names no boundary",
    files: one("a.eml", message("boundless", { more: "Content-Type: multipart/mixed\n" })),
    subjects: ["boundless"],
    says: [],
  },
  {
    name: "a multipart message cut off",
    files: one("a.eml", multipart("b", false)),
    subjects: ["in parts"],
    says: ["truncated_message"],
  },
  {
    name: "HTML alone",
    files: one("a.eml", message("html", { more: "Content-Type: text/html; charset=martian\n", body: "<b>Hi</b>\n" })),
    subjects: ["html"],
    says: [],
  },
  {
    name: "a body of one line of 10 MB",
    files: () => ({ "a.mbox": between(message("wide", { body: `${megabytes(10)}\n` })) }),
    subjects: ["before", "wide", "after"],
    says: [],
  },
  { name: "an empty file", files: one("a.eml", ""), subjects: [], says: ["empty_file"] },
  { name: "a file of blank lines", files: one("a.mbox", "\n\n  \n"), subjects: [], says: ["empty_file"] },
  {
    name: "pictures, pages and programs",
    files: () => ({
      "a.jpg": Buffer.from("\xff\xd8\xff\xe0JFIF", "latin1"),
      "b.jpg": Buffer.from([0xff, 0xd8, 0xff]),
      "c.html": Buffer.from("<html>"),
      d: Buffer.from("\x7fELF\0\0"),
    }),
    subjects: [],
    says: ["unknown_file"],
  },
  {
    name: "a message that is still being delivered",
    files: () => ({
      "Maildir/new/1": letter("arrived"),
      "Maildir/cur/2:2,S": letter("seen"),
      "Maildir/tmp/3": letter("on its way"),
    }),
    subjects: ["arrived", "seen"],
    says: [],
  },

  // Folders
  {
    name: "a link that leads back up",
    files: () => ({ "sub/a.eml": letter("linked") }),
    also: (folder) => symlinkSync("..", join(folder, "sub", "loop")),
    subjects: ["linked"],
    says: ["link_not_followed"],
  },
  {
    name: "a link out of the tree",
    files: () => ({ "sub/a.eml": letter("inside") }),
    also: (folder) => symlinkSync("/etc/passwd", join(folder, "sub", "out.eml")),
    subjects: ["inside"],
    says: ["link_not_followed"],
  },
  {
    name: "a pipe",
    files: () => ({}),
    also: (folder) => execFileSync("mkfifo", [join(folder, "pipe")]),
    subjects: [],
    says: ["unreadable_file"],
  },
  {
    name: "folders more than a hundred deep",
    files: () => ({ [`${"d/".repeat(110)}a.eml`]: letter("bottomless") }),
    subjects: [],
    says: ["unreadable_file"],
  },

  // Packed files
  {
    name: "a zip bomb",
    files: () => inZip({ name: "bomb.mbox", bytes: bomb() })(),
    subjects: ["in zip", "tip"],
    says: ["zip_bomb", "truncated_message"],
  },
  {
    name: "a zip that climbs out",
    files: inZip({ name: "../../evil.eml", bytes: letter("evil") }),
    subjects: ["in zip"],
    says: ["unsafe_name"],
  },
  {
    name: "a zip with a full path",
    files: inZip({ name: "/etc/evil.eml", bytes: letter("evil") }),
    subjects: ["in zip"],
    says: ["unsafe_name"],
  },
  {
    name: "a zip with a drive",
    files: inZip({ name: "C:evil.eml", bytes: letter("evil") }),
    subjects: ["in zip"],
    says: ["unsafe_name"],
  },
  {
    name: "a zip with backslashes",
    files: inZip({ name: "..\\evil.eml", bytes: letter("evil") }),
    subjects: ["in zip"],
    says: ["unsafe_name"],
  },
  {
    name: "a zip name with NUL",
    files: inZip({ name: "a\0.eml", bytes: letter("evil") }),
    subjects: ["in zip"],
    says: ["unsafe_name"],
  },
  {
    name: "a locked entry",
    files: inZip({ name: "locked.eml", bytes: letter("locked"), flags: 0x801 }),
    subjects: ["in zip"],
    says: ["encrypted_entry"],
  },
  {
    name: "a link in a zip",
    files: inZip({ name: "link.eml", bytes: Buffer.from("/etc/passwd"), mode: 0o120777 }),
    subjects: ["in zip"],
    says: ["link_not_followed"],
  },
  {
    name: "an unknown way of packing",
    files: inZip({ name: "odd.eml", bytes: letter("odd"), method: 14 }),
    subjects: ["in zip"],
    says: ["unknown_compression"],
  },
  {
    name: "a damaged entry",
    files: inZip({
      name: "damaged.eml",
      bytes: letter("damaged"),
      damage: (packed) => Buffer.alloc(packed.length, 0xff),
    }),
    subjects: ["in zip"],
    says: ["broken_packing"],
  },
  {
    name: "a zip cut off",
    files: () => ({ "a.zip": zipBytes([{ name: "a.eml", bytes: letter("lost") }]).subarray(0, -30) }),
    subjects: [],
    says: ["broken_zip"],
  },
  {
    name: "a zip whose directory is garbage",
    files: () => ({ "a.zip": garbled(zipBytes([{ name: "a.eml", bytes: letter("lost") }])) }),
    subjects: [],
    says: ["broken_zip"],
  },
  {
    name: "a zip in a zip",
    files: inZip({ name: "inner.zip", bytes: zipBytes([{ name: "b.eml", bytes: letter("inner") }]) }),
    subjects: ["in zip", "inner"],
    says: [],
  },
  {
    name: "a stored zip in a zip",
    files: inZip({ name: "inner.zip", bytes: zipBytes([{ name: "b.eml", bytes: letter("inner") }]), method: 0 }),
    subjects: ["in zip", "inner"],
    says: [],
  },
  {
    name: "a zip in a zip in a zip",
    files: inZip({
      name: "inner.zip",
      bytes: zipBytes([{ name: "innermost.zip", bytes: zipBytes([{ name: "c.eml", bytes: letter("innermost") }]) }]),
    }),
    subjects: ["in zip"],
    says: ["nested_too_deep"],
  },
  {
    name: "a gz cut off",
    files: () => ({ "a.mbox.gz": gzipSync(Buffer.concat([mbox(message("whole")), noisyMbox()])).subarray(0, -4000) }),
    subjects: ["whole", "noisy"],
    says: ["broken_packing", "truncated_message"],
  },
  {
    name: "a gz bomb",
    files: () => ({ "a.gz": gzipSync(bomb()) }),
    subjects: ["tip"],
    says: ["zip_bomb", "truncated_message"],
  },
  {
    name: "a packed stream that is no gz",
    files: () => ({ "a.z": deflateSync(letter("other")) }),
    subjects: [],
    says: ["unknown_file"],
  },

  // Calendars, cards and tables
  {
    name: "a calendar cut off in an event",
    files: one("a.ics", calendar(soundEvent, event("Half", "DTSTART:20260106T100000Z\r\n")).slice(0, -27)),
    subjects: [],
    others: ["Sound", "Half"],
    says: ["truncated_event"],
  },
  {
    name: "an event in a zone that nobody knows",
    files: one(
      "a.ics",
      calendar(
        soundEvent,
        event("Elsewhere", "DTSTART;TZID=Mars/Olympus:20260105T100000\r\nDTEND;TZID=Mars/Olympus:20260105T110000\r\n"),
      ),
    ),
    subjects: [],
    others: ["Sound", "Elsewhere"],
    says: ["unknown_zone"],
  },
  {
    name: "an event of an impossible day",
    files: one("a.ics", calendar(soundEvent, event("Never", "DTSTART:20260231T100000Z\r\n"))),
    subjects: [],
    others: ["Sound"],
    says: ["impossible_time"],
  },
  {
    name: "an event without a start",
    files: one("a.ics", calendar(soundEvent, event("Startless", ""))),
    subjects: [],
    others: ["Sound"],
    says: ["impossible_time"],
  },
  {
    name: "a rule that repeats every second for ever",
    files: one(
      "a.ics",
      calendar(
        soundEvent,
        event("Flood", "DTSTART:20260105T100000Z\r\nDTEND:20260105T100001Z\r\nRRULE:FREQ=SECONDLY\r\n"),
      ),
    ),
    subjects: [],
    others: ["Sound", "Flood"],
    says: [],
  },
  {
    name: "a card in vCard 2.1 with quoted-printable",
    files: one(
      "a.vcf",
      "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=B6rg\r\nEMAIL:joerg@acme.example\r\nEND:VCARD\r\n",
    ),
    subjects: [],
    others: ["Jörg"],
    says: [],
  },
  {
    name: "a card without its end",
    files: one("a.vcf", `${card("Ann")}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\nEMAIL:bob@acme.example\r\n`),
    subjects: [],
    others: ["Ann", "Bob"],
    says: ["truncated_card"],
  },
  {
    name: "a card with nothing on it",
    files: one("a.vcf", `${card("Ann")}BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n`),
    subjects: [],
    others: ["Ann"],
    says: ["empty_card"],
  },
  {
    name: "a connection list with a mark, notes, a quoted comma and an empty row",
    files: one(
      "Connections.csv",
      '\xef\xbb\xbfNotes:\n"When exporting, some addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,https://www.linkedin.example/in/ann,ann@acme.example,"Stripe, Inc.",CEO,12 Mar 2024\n,,,,,,\nBob,Ray,,,,,7-Feb-22\n',
    ),
    subjects: [],
    others: ["Ann Lee", "Bob Ray"],
    says: ["empty_row"],
  },
  {
    name: "a table whose columns say nothing",
    files: one("a.csv", "a,b,c\n1,2,3\n4,5,6\n"),
    subjects: [],
    says: ["unknown_columns"],
  },
];

/** A message whose body packs a thousand times smaller. */
function bomb(): Buffer {
  return Buffer.concat([mbox(message("tip")), Buffer.alloc(60e6, "A")]);
}

function coveredByLength(): string {
  const inner = `Look:\n\n${separator}${message("inner")}\n`;
  return `${mbox(message("outer", { more: `Content-Length: ${inner.length}\n`, body: inner }))}${mbox(message("last"))}`;
}

/** Bytes that hardly compress, so that cutting the packed ones cuts this message. */
function noisyMbox(): Buffer {
  let state = 7;
  const letters = Array.from({ length: 20_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  });
  return mbox(message("noisy", { body: `${letters.join("").replace(/(.{70})/g, "$1\n")}\n` }));
}

function garbled(zip: Buffer): Buffer {
  const start = zip.readUInt32LE(zip.length - 6);
  return Buffer.concat([
    zip.subarray(0, start),
    Buffer.alloc(zip.length - 22 - start, 0x55),
    zip.subarray(zip.length - 22),
  ]);
}
