/**
 * Letters as an mbox file in the manner of Takeout: mboxrd quoting, labels in `X-Gmail-Labels`, newest first. Two headers are
 * the sample's own and let its dates be moved: `X-Sample-Zone` (the writer's zone) and `X-Sample-Day` (see move-dates.ts).
 */
import type { Correspondent } from "../domain/mail/message.ts";
import { type Instant, offsetMinutesIn, sayInstant, utc, type Zone } from "../domain/time.ts";
import { owner } from "./people.ts";
import { hashOf } from "./random.ts";
import type { Letter } from "./world.ts";

/** The whole mailbox, UTF-8 text with LF line ends. Throws when two letters bear one id. */
export function writeMbox(letters: readonly Letter[]): string {
  const ids = new Set(letters.map(({ id }) => id));
  if (ids.size !== letters.length) throw new Error(`${letters.length - ids.size} letters bear the id of another`);
  return letters.toReversed().map(writeEntry).join("");
}

function writeEntry(letter: Letter): string {
  const message = writeMessage(letter).replace(/^(>*From )/gm, ">$1");
  return `From ${hashOf(letter.id)}@xxx ${fromLineDate(letter.at)}\n${message}\n\n`;
}

/** `Fri Nov 20 08:12:44 +0000 2026` */
export const fromLineDate = (at: Instant): string => sayInstant(at, utc, "ccc LLL dd HH:mm:ss '+0000' yyyy");

/** `Fri, 20 Nov 2026 09:12:44 +0100` */
export function headerDate(at: Instant, zone: Zone): string {
  const offset = offsetMinutesIn(zone, at);
  const size = Math.abs(offset);
  const sign = offset < 0 ? "-" : "+";
  return `${sayInstant(at, zone, "ccc, d LLL yyyy HH:mm:ss")} ${sign}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

const two = (number: number) => String(number).padStart(2, "0");

/** One message of the export, headers and body, LF line ends, without the From line. */
export function writeMessage(letter: Letter): string {
  const thread = letter.references[0] ?? letter.id;
  const received = !letter.labels.includes("Sent");
  return writeLetter(letter, {
    above: [
      ["X-GM-THRID", String(1_000_000_000_000 + hashOf(thread))],
      ["X-Gmail-Labels", encoded(letter.labels.join(","))],
      ...(received ? deliveryHeaders(letter, letter.deliveredTo ?? owner.address) : []),
    ],
    below: [
      ["X-Sample-Zone", letter.zone],
      ...(letter.dayFromLast === undefined ? [] : ([["X-Sample-Day", String(letter.dayFromLast)]] as const)),
    ],
  });
}

type HeaderLines = readonly (readonly [name: string, value: string])[];

/** What the mailbox that took a letter in writes above it. */
export const deliveryHeaders = (letter: Pick<Letter, "id" | "at">, deliveredTo: string): HeaderLines => [
  ["Delivered-To", deliveredTo],
  ["Received", `by mx.nordlys.example with ESMTPS id ${hashOf(letter.id).toString(36)}; ${headerDate(letter.at, utc)}`],
];

/** One letter as RFC 5322 text, LF line ends, with headers of a mail system around the writer's own. */
export function writeLetter(
  letter: Letter,
  { above, below = [] }: { above: HeaderLines; below?: HeaderLines },
): string {
  const headers: HeaderLines = [
    ...above,
    ...(letter.headers ?? []),
    ["MIME-Version", "1.0"],
    ["Date", headerDate(letter.at, letter.zone)],
    ["Message-ID", `<${letter.id}>`],
    ...(letter.references.length > 0
      ? ([
          ["In-Reply-To", `<${letter.references.at(-1)}>`],
          ["References", letter.references.map((id) => `<${id}>`).join("\n ")],
        ] as const)
      : []),
    ["Subject", encoded(letter.subject)],
    ["From", mailbox(letter.from)],
    ["To", letter.to.map(mailbox).join(",\n ")],
    ...(letter.cc === undefined || letter.cc.length === 0
      ? []
      : ([["Cc", letter.cc.map(mailbox).join(",\n ")]] as const)),
    ...below,
  ];
  const body = bodyOf(letter);
  const head = [...headers, ...body.headers].map(([name, value]) => `${name}: ${value}`);
  return `${head.join("\n")}\n\n${body.text}`;
}

/** `Name <address>`, as it stands in From and To. */
export const mailbox = ({ address, name }: Correspondent) =>
  name === undefined ? address : `${phrase(name)} <${address}>`;
const phrase = (name: string) =>
  /[^\x20-\x7e]/.test(name) ? encoded(name) : /[^A-Za-z0-9 ]/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name;

/** RFC 2047, UTF-8 and base64, in words of at most 75 characters; plain ASCII stays. */
export function encoded(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`).join("\n ");
}

type Body = { headers: readonly (readonly [string, string])[]; text: string };

function bodyOf(letter: Letter): Body {
  const boundary = (kind: string) => `=_${kind}_${hashOf(letter.id).toString(16)}`;
  if (letter.undelivered !== undefined) return deliveryReport(letter, letter.undelivered, boundary("report"));
  const plain = textPart("text/plain", letter.text, letter.encoding);
  const parts = [
    plain,
    ...(letter.html === undefined ? [] : [textPart("text/html", letter.html, letter.encoding)]),
    ...(letter.invitation === undefined
      ? []
      : [textPart(`text/calendar; method=${letter.invitation.method}`, letter.invitation.text, "8bit")]),
  ];
  const readable = parts.length === 1 ? plain : multipart("alternative", parts, boundary("alternative"));
  if (letter.card === undefined) return readable;
  const attached = textPart("text/vcard", letter.card.text.replaceAll("\r\n", "\n"), "base64");
  const named: Body = {
    ...attached,
    headers: [...attached.headers, ["Content-Disposition", `attachment; filename="${letter.card.fileName}"`]],
  };
  return multipart("mixed", [readable, named], boundary("mixed"));
}

function textPart(type: string, text: string, encoding: Letter["encoding"]): Body {
  const headers = [
    ["Content-Type", `${type}; charset="UTF-8"`],
    ["Content-Transfer-Encoding", encoding],
  ] as const;
  if (encoding === "8bit") return { headers, text };
  if (encoding === "base64")
    return {
      headers,
      text: (
        Buffer.from(text)
          .toString("base64")
          .match(/.{1,76}/g) ?? []
      ).join("\n"),
    };
  return { headers, text: quotedPrintable(text) };
}

function multipart(kind: string, parts: readonly Body[], boundary: string): Body {
  const pieces = parts.map(
    (part) => `--${boundary}\n${part.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${part.text}\n`,
  );
  return {
    headers: [["Content-Type", `multipart/${kind}; boundary="${boundary}"`]],
    text: `${pieces.join("")}--${boundary}--`,
  };
}

function deliveryReport(
  letter: Letter,
  { address, diagnosis }: { address: string; diagnosis: string },
  boundary: string,
): Body {
  const status: Body = {
    headers: [["Content-Type", "message/delivery-status"]],
    text: `Reporting-MTA: dns; mail.nordlys.example\n\nFinal-Recipient: rfc822; ${address}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; ${diagnosis}`,
  };
  const original: Body = {
    headers: [["Content-Type", "text/rfc822-headers"]],
    text: `Message-ID: <${letter.references.at(-1)}>\nTo: ${address}`,
  };
  const made = multipart("report", [textPart("text/plain", letter.text, "8bit"), status, original], boundary);
  return {
    ...made,
    headers: [["Content-Type", `multipart/report; report-type=delivery-status; boundary="${boundary}"`]],
  };
}

/** RFC 2045 quoted-printable with soft breaks before column 76; line ends stay. */
function quotedPrintable(text: string): string {
  return text.split("\n").map(quotedLine).join("\n");
}

function quotedLine(line: string): string {
  const done: string[] = [];
  let current = "";
  for (const byte of Buffer.from(line)) {
    const plain = byte !== 61 && byte >= 32 && byte <= 126;
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (current.length + piece.length > 75) {
      done.push(`${current}=`);
      current = "";
    }
    current += piece;
  }
  return [...done, current.replace(/ $/, "=20")].join("\n");
}
