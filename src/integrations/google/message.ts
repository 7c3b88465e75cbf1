/** One message of Gmail as a message of ours, read from its headers by the same code as a file's. */
import { z } from "zod";
import { instantOf } from "../../domain/time.ts";
import { readHeaders } from "../archive/message-headers.ts";
import type { HeadersRead, ScannedMessage } from "../mail.ts";
import { labelWords, verdictOf } from "./labels.ts";

export const GmailMessage = z.object({
  id: z.string().min(1).max(500),
  threadId: z.string().max(500).optional(),
  labelIds: z.array(z.string()).default([]),
  /** Milliseconds since 1970: when Gmail took it in. */
  internalDate: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  payload: z
    .object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) })
    .default({ headers: [] }),
});
export type GmailMessage = z.output<typeof GmailMessage>;

/** A call costs the same however many of them it asks for. */
export const headerNames: readonly string[] = [
  ...["From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"],
  ...["List-Id", "List-Unsubscribe", "List-Post", "Precedence", "Auto-Submitted", "X-Auto-Response-Suppress"],
  ...["X-Autoreply", "X-Autorespond", "Feedback-ID", "Return-Path", "Delivered-To", "X-Original-To", "Content-Type"],
  ...["X-Failed-Recipients", "Authentication-Results", "X-Campaign", "X-Campaignid", "X-Mailgun-Sid", "X-SES-Outgoing"],
  ...["X-SG-EID", "X-Mandrill-User", "X-MC-User", "X-CSA-Complaints", "X-GitHub-Reason", "X-LinkedIn-Class"],
];

export const messageFields = "id,threadId,labelIds,internalDate,payload/headers";

/** What became of a message whose headers were asked for: read, in a place that we do not read, or beyond reading. */
export function readMessage(message: GmailMessage): HeadersRead {
  const { id: ref, labelIds } = message;
  if (verdictOf(labelIds).kind === "not_read") return { kind: "gone", ref };
  const scanned = scannedMessage(message);
  return "because" in scanned
    ? { kind: "unreadable", ref, because: scanned.because }
    : { kind: "read", message: scanned };
}

export function scannedMessage({
  id: ref,
  threadId,
  labelIds,
  internalDate,
  payload,
}: GmailMessage): ScannedMessage | { because: string } {
  const read = readHeaders({ binary: headerSection(payload.headers), placeLabels: labelWords(labelIds) });
  if (read.kind === "refused") return { because: read.because };
  return {
    ref,
    ...(threadId !== undefined && { threadRef: threadId }),
    // Gmail's own time is no guess of anybody's clock; the offset of the header still tells where the writer was.
    headers: { ...read.headers, ...(internalDate !== undefined && { sentAt: instantOf(Number(internalDate)) }) },
  };
}

/** As it would stand in a file, one byte in each character. Values come decoded or not, and none may begin a line of its own. */
export const headerSection = (headers: GmailMessage["payload"]["headers"]): string =>
  headers
    .map(({ name, value }) => `${name}: ${Buffer.from(value.replace(/[\r\n]+/g, " ")).toString("latin1")}\r\n`)
    .join("");

/** The first header of that name. */
export const headerOf = ({ payload }: GmailMessage, name: string): string | undefined =>
  payload.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value.trim();
