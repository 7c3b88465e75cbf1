/** A message of a mailbox as Graph shows it. Each field is made when it is asked for: lists of thousands ask for few. */
import type { Correspondent } from "../../domain/mail/message.ts";
import type { Instant } from "../../domain/time.ts";
import { type Content, type Envelope, envelopeOf, headersOf, mimeOf } from "../cloud/content.ts";
import type { CloudMessage } from "../cloud/mailbox.ts";
import { headerOf, type MimePart, partsOf, textOf } from "../cloud/mime.ts";
import type { Json, Preferences } from "./door.ts";
import { idOfPlace } from "./folders.ts";
import { messageId } from "./ids.ts";
import { changeKeyOf, etagOf, propertiesJson } from "./odata.ts";

export type Shown = {
  /** The id that lasts; it is not always that of the copy which lies there now. */
  lastingId: string;
  prefer: Preferences;
  fields: ReadonlySet<string> | undefined;
  /** Extended properties that were asked for. */
  properties: readonly string[];
};

export function messageJson(message: CloudMessage, { lastingId, prefer, fields, properties }: Shown): Json {
  const looked = lookAt(message, lastingId, prefer);
  const names = fields === undefined ? usualFields : allFields.filter((name) => name === "id" || fields.has(name));
  return {
    ...etagOf(message.change),
    ...meetingType(message.content),
    ...Object.fromEntries(names.map((name) => [name, makers[name]?.(looked)])),
    ...propertiesJson(message.properties, properties),
  };
}

/** One field, for filters; extended properties as a list. */
export function messageField(message: CloudMessage, name: string): unknown {
  if (name === "singleValueExtendedProperties") {
    return Object.entries(message.properties).map(([id, value]) => ({ id, value }));
  }
  return makers[name]?.(lookAt(message, message.id, { lastingIds: true }));
}

/** Whole seconds, as Outlook tells times. */
export const wholeSeconds = (at: string): string => `${at.slice(0, 19)}Z`;

type Looked = { message: CloudMessage; lastingId: string; prefer: Preferences; readonly envelope: Envelope };

function lookAt(message: CloudMessage, lastingId: string, prefer: Preferences): Looked {
  let envelope: Envelope | undefined;
  return {
    message,
    lastingId,
    prefer,
    get envelope() {
      envelope ??= envelopeOf(message.content);
      return envelope;
    },
  };
}

const makers: Readonly<Record<string, (looked: Looked) => unknown>> = {
  id: ({ message, lastingId, prefer }) => idOf(message, lastingId, prefer.lastingIds),
  createdDateTime: ({ message }) => wholeSeconds(message.at),
  lastModifiedDateTime: ({ message }) => wholeSeconds(message.at),
  changeKey: ({ message }) => changeKeyOf(message.change),
  categories: () => [],
  receivedDateTime: ({ message }) => wholeSeconds(message.at),
  sentDateTime: ({ message }) => wholeSeconds(sentAt(message)),
  hasAttachments: ({ message }) => hasAttachments(message.content),
  internetMessageId: ({ envelope }) => (envelope.messageId === undefined ? null : `<${envelope.messageId}>`),
  subject: ({ envelope }) => envelope.subject,
  bodyPreview: ({ message }) => plainText(message.content).replaceAll(/\s+/g, " ").trim().slice(0, 255),
  importance: () => "normal",
  parentFolderId: ({ message }) => idOfPlace(message.place),
  conversationId: ({ message }) => `AAQkADAw${Buffer.from(message.threadId).toString("base64url")}=`,
  isDeliveryReceiptRequested: () => false,
  isReadReceiptRequested: () => false,
  isRead: ({ message }) => !message.marks.includes("unread"),
  isDraft: ({ message }) => message.place === "drafts",
  webLink: ({ message, lastingId }) =>
    `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(idOf(message, lastingId, true))}`,
  inferenceClassification: ({ message }) =>
    message.marks.includes("category_promotions") || message.marks.includes("category_updates") ? "other" : "focused",
  body: ({ message, prefer }) => bodyJson(message.content, prefer.bodyType),
  sender: ({ envelope }) => recipientJson(envelope.from),
  from: ({ envelope }) => recipientJson(envelope.from),
  toRecipients: ({ envelope }) => envelope.to.map(recipientJson),
  ccRecipients: ({ envelope }) => envelope.cc.map(recipientJson),
  bccRecipients: ({ envelope }) => envelope.bcc.map(recipientJson),
  replyTo: ({ envelope }) => envelope.replyTo.map(recipientJson),
  flag: ({ message }) => ({ flagStatus: message.marks.includes("starred") ? "flagged" : "notFlagged" }),
  uniqueBody: ({ message, prefer }) => uniqueBody(message.content, prefer.bodyType),
  internetMessageHeaders: ({ message }) => headersJson(message),
  meetingMessageType: ({ message }) => meetingMessageType(message.content),
};

const allFields = Object.keys(makers);
/** The rest comes only when it is asked for. */
const usualFields = allFields.filter(
  (name) => !["uniqueBody", "internetMessageHeaders", "meetingMessageType"].includes(name),
);

const idOf = ({ id, place }: CloudMessage, lastingId: string, isLasting: boolean): string =>
  messageId({ id: isLasting ? lastingId : id, place }, isLasting);

const recipientJson = (who: Correspondent | undefined): Json | null =>
  who === undefined ? null : { emailAddress: { name: who.name ?? who.address, address: who.address } };

function sentAt({ content, at }: CloudMessage): Instant | string {
  if (content.kind === "letter") return content.letter.at;
  const date = new Date(headerOf(headersOf(content), "Date") ?? "");
  return Number.isNaN(date.getTime()) ? at : date.toISOString();
}

export function bodyJson(content: Content, wanted: Preferences["bodyType"]): Json {
  const html = wanted === "text" ? undefined : htmlText(content);
  return html === undefined
    ? { contentType: "text", content: plainText(content) }
    : { contentType: "html", content: html };
}

function plainText(content: Content): string {
  if (content.kind === "letter" && content.letter.undelivered === undefined) return content.letter.text;
  const root = mimeOf(content);
  return textOf(root, "text/plain") ?? textWithin(textOf(root, "text/html") ?? "");
}

function htmlText(content: Content): string | undefined {
  if (content.kind === "letter") return content.letter.html;
  return textOf(mimeOf(content), "text/html");
}

/** As Outlook shows HTML to those who want text: lines for paragraphs, no tags. */
const textWithin = (html: string): string =>
  html
    .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The part of the body that is not in the messages before it. */
function uniqueBody(content: Content, wanted: Preferences["bodyType"]): Json {
  const said = content.kind === "letter" ? content.letter.said : beforeQuotation(plainText(content));
  if (wanted === "text") return { contentType: "text", content: said };
  const escaped = said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return { contentType: "html", content: `<html><body><div>${escaped.replaceAll("\n", "<br>")}</div></body></html>` };
}

function beforeQuotation(text: string): string {
  const lines = text.split("\n");
  const quoted = lines.findIndex((line) => /^>/.test(line) || /^_{10,}\s*$/.test(line));
  if (quoted === -1) return text;
  const introduced = /:\s*$/.test(lines[quoted - 1] ?? "") ? quoted - 1 : quoted;
  return lines.slice(0, introduced).join("\n").trimEnd();
}

/** All headers of what came in; of the owner's own messages only those that a program added. */
function headersJson({ content, place }: CloudMessage): Json[] {
  const isOwn = place === "drafts" || place === "sent";
  return headersOf(content)
    .filter(({ name }) => !isOwn || /^x-/i.test(name))
    .map(({ name, value }) => ({ name, value }));
}

function hasAttachments(content: Content): boolean {
  if (content.kind === "letter") return content.letter.card !== undefined;
  return attachmentsIn(content).length > 0;
}

const attachmentsIn = (content: Content): MimePart[] =>
  partsOf(mimeOf(content)).filter(({ fileName, parts }) => fileName !== "" && parts.length === 0);

/** `isWhole`: with the bytes. */
export const attachmentsJson = (content: Content, id: string, isWhole: boolean): Json[] =>
  attachmentsIn(content).map((part, index) => ({
    "@odata.type": "#microsoft.graph.fileAttachment",
    id: `${id}${index}=`,
    name: part.fileName,
    contentType: part.mediaType,
    size: part.body.length,
    isInline: false,
    ...(isWhole && { contentBytes: part.body.toString("base64") }),
  }));

function meetingMessageType(content: Content): string | undefined {
  if (content.kind !== "letter" || content.letter.invitation === undefined) return undefined;
  const { method, text } = content.letter.invitation;
  if (method === "REQUEST") return "meetingRequest";
  if (/PARTSTAT=ACCEPTED/.test(text)) return "meetingAccepted";
  return /PARTSTAT=DECLINED/.test(text) ? "meetingDeclined" : "meetingTenativelyAccepted";
}

/** Invitations and answers to them are messages of types of their own, however few fields were asked for. */
function meetingType(content: Content): Json {
  const type = meetingMessageType(content);
  if (type === undefined) return {};
  return { "@odata.type": `#microsoft.graph.eventMessage${type === "meetingRequest" ? "Request" : "Response"}` };
}
