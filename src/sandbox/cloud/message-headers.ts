/** A message of the cloud as the domain knows one: headers and text, without the product's own readers. */
import type { MessageHeaders, MessageText, Signals } from "../../domain/mail/message.ts";
import { instantOf } from "../../domain/time.ts";
import { type Content, envelopeOf, headersOf, mimeOf } from "./content.ts";
import { type Header, headerOf, type MimePart, partsOf, readCorrespondents, textOf } from "./mime.ts";

const unknownSender = { address: "unknown@invalid" };

export function messageHeadersOf(content: Content, labels: readonly string[]): MessageHeaders {
  const { messageId, inReplyTo, references, from, to, cc, bcc, replyTo, subject } = envelopeOf(content);
  const headers = headersOf(content);
  const date = headerOf(headers, "Date") ?? "";
  const sentMs = Date.parse(date);
  const [, sign, hours, minutes] = /([+-])(\d{2})(\d{2})\s*$/.exec(date) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return {
    ...(messageId !== undefined && { messageId }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    references,
    ...(!Number.isNaN(sentMs) && { sentAt: instantOf(sentMs) }),
    ...(!Number.isNaN(offset) && { sentOffsetMinutes: offset }),
    from: from ?? unknownSender,
    to,
    cc,
    bcc,
    replyTo,
    deliveredTo: readCorrespondents(headerOf(headers, "Delivered-To")).map(({ address }) => address),
    subject,
    labels,
    contentType: contentTypeOf(headers),
    signals: signalsOf(headers),
  };
}

function contentTypeOf(headers: readonly Header[]): string {
  const written = (headerOf(headers, "Content-Type") ?? "text/plain").toLowerCase();
  const report = /report-type="?([^";\s]+)/.exec(written)?.[1];
  const type = written.split(";")[0]?.trim() ?? "text/plain";
  return report === undefined ? type : `${type}; report-type=${report}`;
}

function signalsOf(headers: readonly Header[]): Signals {
  const has = (name: string) => headerOf(headers, name) !== undefined;
  const word = (name: string) => headerOf(headers, name)?.split(";")[0]?.trim().toLowerCase();
  const listId = /<([^<>]+)>/.exec(headerOf(headers, "List-Id") ?? "")?.[1];
  const precedence = word("Precedence");
  const autoSubmitted = word("Auto-Submitted");
  return {
    ...(listId !== undefined && { listId }),
    ...((has("List-Unsubscribe") || has("List-Post")) && { listHeaders: true }),
    ...(precedence !== undefined && { precedence }),
    ...(autoSubmitted !== undefined && { autoSubmitted }),
    ...(headerOf(headers, "Return-Path") === "<>" && { emptyReturnPath: true }),
    ...((headerOf(headers, "Content-Type") ?? "").toLowerCase().startsWith("text/calendar") && { calendar: true }),
  };
}

/** Attached cards are named among the attachments and not read. */
export function messageTextOf(content: Content): MessageText {
  const root = mimeOf(content);
  const parts = partsOf(root).filter((part) => part.parts.length === 0);
  const plain = textOf(root, "text/plain");
  const html = textOf(root, "text/html");
  return {
    ...(plain !== undefined && { plain }),
    ...(html !== undefined && { html }),
    calendars: parts.filter(({ mediaType }) => mediaType === "text/calendar").map(({ body }) => body.toString("utf8")),
    cards: [],
    attachments: parts.filter(({ fileName }) => fileName !== "").map(attachmentOf),
    reports: parts
      .filter(({ mediaType }) => reportTypes.has(mediaType))
      .map(({ mediaType, body }) => ({ mediaType, text: body.toString("utf8") })),
  };
}

const reportTypes = new Set([
  "message/delivery-status",
  "message/disposition-notification",
  "message/feedback-report",
  "message/rfc822",
  "text/rfc822-headers",
]);

const attachmentOf = ({ fileName, mediaType, body }: MimePart) => ({ name: fileName, mediaType, bytes: body.length });
