/** Messages as Gmail shows them, in its four formats. */
import { millisOf } from "../../domain/time.ts";
import { headersOf, mimeOf, rawOf } from "../cloud/content.ts";
import type { CloudMessage } from "../cloud/mailbox.ts";
import { type Header, headerOf, type MimePart, textOf } from "../cloud/mime.ts";
import { type Json, notFound } from "./door.ts";
import { labelsOf } from "./gmail-labels.ts";

export type Format = "minimal" | "full" | "raw" | "metadata";

const snippetMost = 180;

export function messageJson(message: CloudMessage, format: Format, metadataHeaders: readonly string[] = []): Json {
  const { id, threadId, at, change, content } = message;
  const head = { id, threadId, labelIds: labelsOf(message) };
  const dates = { historyId: String(change), internalDate: String(millisOf(at)) };
  if (format === "metadata") {
    const headers = headersOf(content);
    const payload = {
      partId: "",
      mimeType: mediaTypeOf(headers),
      filename: "",
      headers: chosen(headers, metadataHeaders),
    };
    return { ...head, ...dates, snippet: "", payload };
  }
  const raw = rawOf(content);
  const root = mimeOf({ kind: "raw", raw });
  const rest = { ...dates, snippet: snippetOf(root), sizeEstimate: raw.length };
  if (format === "minimal") return { ...head, ...rest };
  if (format === "raw") return { ...head, ...rest, raw: base64url(raw) };
  return { ...head, ...rest, payload: partJson(root, "") };
}

/** What lists and answers to writes carry. */
export const messageHead = (message: CloudMessage): Json => ({
  id: message.id,
  threadId: message.threadId,
  labelIds: labelsOf(message),
});

/** The bytes of an attachment that `full` named. */
export function attachmentJson(message: CloudMessage, attachmentId: string): Json {
  const at = /^part-([\d.]+)$/.exec(attachmentId)?.[1];
  let part: MimePart | undefined = mimeOf(message.content);
  for (const index of at?.split(".") ?? []) part = part?.parts[Number(index)];
  if (at === undefined || part === undefined) throw notFound("the attachment");
  return { attachmentId, size: part.body.length, data: base64url(part.body) };
}

function partJson(part: MimePart, partId: string): Json {
  const isAttachment = part.fileName !== "" || part.mediaType.startsWith("message/");
  const body =
    isAttachment && partId !== ""
      ? { attachmentId: `part-${partId}`, size: part.body.length }
      : { size: part.body.length, ...(part.body.length > 0 && { data: base64url(part.body) }) };
  return {
    partId,
    mimeType: part.mediaType,
    filename: part.fileName,
    headers: part.headers.map(({ name, value }) => ({ name, value })),
    body,
    ...(part.parts.length > 0 && {
      parts: part.parts.map((inner, index) => partJson(inner, partId === "" ? String(index) : `${partId}.${index}`)),
    }),
  };
}

const chosen = (headers: readonly Header[], names: readonly string[]): Json[] => {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return headers
    .filter(({ name }) => names.length === 0 || wanted.has(name.toLowerCase()))
    .map(({ name, value }) => ({ name, value }));
};

const mediaTypeOf = (headers: readonly Header[]): string =>
  (headerOf(headers, "Content-Type") ?? "text/plain").split(";")[0]?.trim().toLowerCase() ?? "text/plain";

const snippetOf = (root: MimePart): string =>
  (textOf(root, "text/plain") ?? (textOf(root, "text/html") ?? "").replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, snippetMost);

/** URL-safe, with padding. */
const base64url = (bytes: Buffer): string => bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_");
