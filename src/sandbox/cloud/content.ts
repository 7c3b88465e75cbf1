/** What a message says: a letter of the sandbox's people, or the bytes that an account's program handed in. */
import type { Address, Correspondent } from "../../domain/mail/message.ts";
import { type Instant, utc } from "../../domain/time.ts";
import { deliveryHeaders, writeLetter } from "../sample-mail.ts";
import type { Letter } from "../world.ts";
import {
  decodeWords,
  type Header,
  headerOf,
  type MimePart,
  readCorrespondents,
  readHeaders,
  readIds,
  readMime,
  textOf,
} from "./mime.ts";

export type Content =
  /** A few hundred bytes until somebody asks for more. `deliveredTo` in copies that arrived. */
  { kind: "letter"; letter: Letter; deliveredTo?: Address } | { kind: "raw"; raw: Buffer };

/** RFC 5322 bytes with CRLF. */
export function rawOf(content: Content): Buffer {
  if (content.kind === "raw") return content.raw;
  const { letter, deliveredTo } = content;
  const above = deliveredTo === undefined ? [] : deliveryHeaders(letter, deliveredTo);
  return Buffer.from(writeLetter(letter, { above }).replace(/\r?\n/g, "\r\n"));
}

export const mimeOf = (content: Content): MimePart => readMime(rawOf(content));
export const headersOf = (content: Content): readonly Header[] => readHeaders(rawOf(content));

/** The headers that a mailbox works with, decoded. */
export type Envelope = {
  messageId: string | undefined;
  inReplyTo: string | undefined;
  references: readonly string[];
  from: Correspondent | undefined;
  to: readonly Correspondent[];
  cc: readonly Correspondent[];
  bcc: readonly Correspondent[];
  replyTo: readonly Correspondent[];
  subject: string;
};

export function envelopeOf(content: Content): Envelope {
  if (content.kind === "letter") {
    const { id, references, from, to, cc = [], subject } = content.letter;
    return { messageId: id, inReplyTo: references.at(-1), references, from, to, cc, bcc: [], replyTo: [], subject };
  }
  const headers = readHeaders(content.raw);
  const people = (name: string) => readCorrespondents(headerOf(headers, name));
  return {
    messageId: readIds(headerOf(headers, "Message-ID"))[0],
    inReplyTo: readIds(headerOf(headers, "In-Reply-To"))[0],
    references: readIds(headerOf(headers, "References")),
    from: people("From")[0],
    to: people("To"),
    cc: people("Cc"),
    bcc: people("Bcc"),
    replyTo: people("Reply-To"),
    subject: decodeWords(headerOf(headers, "Subject") ?? ""),
  };
}

/** As its reader sees it: what a program wrote is taken apart. `at` is when it came. */
export function letterOf(content: Content, at: Instant): Letter {
  if (content.kind === "letter") return content.letter;
  const { messageId, references, inReplyTo, from, to, cc, subject } = envelopeOf(content);
  const root = readMime(content.raw);
  const text = (textOf(root, "text/plain") ?? textOf(root, "text/html")?.replace(/<[^>]*>/g, "") ?? "").replaceAll(
    "\r\n",
    "\n",
  );
  return {
    id: messageId ?? "unknown@invalid",
    at,
    zone: utc,
    from: from ?? { address: "unknown@invalid" },
    to,
    ...(cc.length > 0 && { cc }),
    subject,
    said: text,
    text,
    references: references.length === 0 && inReplyTo !== undefined ? [inReplyTo] : references,
    headers: root.headers.map(({ name, value }) => [name, value] as const),
    labels: [],
    encoding: "8bit",
  };
}

/** Everybody it goes to, each once. */
export const recipientsOf = ({ to, cc, bcc }: Envelope): Address[] => [
  ...new Set([...to, ...cc, ...bcc].map(({ address }) => address)),
];

/** What two messages of one thread have in common: the subject without "Re:" and its kin, in small letters. */
export const threadSubject = (subject: string): string =>
  subject
    .replace(/^(?:\s*(?:re|aw|sv|fwd?|wg|tr|rv)\s*:)+/i, "")
    .trim()
    .toLowerCase();
