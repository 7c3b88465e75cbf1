/** The text of one message, found again by its reference and decoded. */
import { createReadStream } from "node:fs";
import PostalMime from "postal-mime";
import type { Card } from "../../domain/contact/card.ts";
import type { MessageText } from "../../domain/mail/message.ts";
import { readVcf } from "./vcf.ts";

/** Decoded text beyond this is cut; mail that people write to each other stays below 100 kB. */
const textMax = 2 * 1024 * 1024;
/** A message with its attachments beyond this is read only so far. */
export const messageBytesMax = 60 * 1024 * 1024;
const nestingMax = 50;
const headersMax = 1024 * 1024;

/** Decodes one message. Attachments are named and weighed, calendars and cards kept as text. Never throws for bad content. */
export async function readMessageText(bytes: Buffer): Promise<MessageText> {
  const parsed = await PostalMime.parse(bytes, {
    maxNestingDepth: nestingMax,
    maxHeadersSize: headersMax,
    attachmentEncoding: "arraybuffer",
  }).catch(() => undefined);
  if (parsed === undefined) return { plain: rawBody(bytes), calendars: [], cards: [], attachments: [] };
  const files = parsed.attachments.map(({ filename, mimeType, content }) => ({
    name: filename ?? undefined,
    mediaType: mimeType.toLowerCase(),
    bytes: contentBytes(content),
  }));
  const reports = files
    .filter(isReport)
    .slice(0, reportsMax)
    .map(({ mediaType, bytes: content }) => ({
      mediaType,
      text: cut(content.subarray(0, reportMax).toString("utf8")),
    }));
  return {
    ...(parsed.text !== undefined && { plain: cut(parsed.text) }),
    ...(parsed.html !== undefined && { html: cut(parsed.html) }),
    calendars: files.filter(isCalendar).map(({ bytes: content }) => cut(content.toString("utf8"))),
    cards: cardsIn(files),
    attachments: files.map(({ name, mediaType, bytes: content }) => ({
      ...(name !== undefined && { name }),
      mediaType,
      bytes: content.length,
    })),
    ...(reports.length > 0 && { reports }),
  };
}

/** Of a report, or of a message that came back, its headers and first lines are enough. */
const reportMax = 20_000;
const reportsMax = 10;

type FileFound = { name: string | undefined; mediaType: string; bytes: Buffer };

const isCalendar = ({ name, mediaType }: FileFound) => mediaType === "text/calendar" || /\.ics$/i.test(name ?? "");
const isReport = ({ mediaType }: FileFound) =>
  /^message\/(?:(?:global-)?delivery-status|(?:global-)?disposition-notification|feedback-report|rfc822|global)$|^text\/rfc822-headers$/.test(
    mediaType,
  );
const isCard = ({ name, mediaType }: FileFound) =>
  /^text\/(?:x-)?vcard$|^text\/directory$/.test(mediaType) || /\.vcf$/i.test(name ?? "");

const contentBytes = (content: ArrayBuffer | Uint8Array | string): Buffer =>
  typeof content === "string"
    ? Buffer.from(content)
    : content instanceof Uint8Array
      ? Buffer.from(content)
      : Buffer.from(content);

/** Attached address books are lists of other people; one card, or a few, is what somebody hands over. */
const cardsMax = 20;
const cardFileBytesMax = 1024 * 1024;

const cardsIn = (files: readonly FileFound[]): Card[] =>
  files
    .filter((file) => isCard(file) && file.bytes.length <= cardFileBytesMax)
    .flatMap(({ name, bytes }) => readVcf(bytes, name ?? "attachment").cards)
    .slice(0, cardsMax);

/** NUL and halves of surrogate pairs cannot be stored. */
const cut = (text: string): string => text.slice(0, textMax).replaceAll("\0", "").toWellFormed();

/** What stands behind the first blank line, when the structure of the message is beyond reading. */
function rawBody(bytes: Buffer): string {
  const text = bytes.subarray(0, textMax).toString("utf8");
  const blank = /\r?\n\r?\n/.exec(text);
  return cut(blank === null ? text : text.slice(blank.index + blank[0].length));
}

/** The bytes of a file from an offset on, at most `length` of them. */
export async function bytesAt(file: string, offset: number, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  if (length === 0) return Buffer.alloc(0);
  for await (const part of createReadStream(file, { start: offset, end: offset + length - 1 }))
    parts.push(part as Buffer);
  return Buffer.concat(parts);
}
