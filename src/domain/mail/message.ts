/**
 * What a mail provider, or an export file, tells about one message before its body is read.
 * Plain data: integrations make it, the store keeps it, the domain judges it.
 */
import type { Card } from "../contact/card.ts";
import type { Instant } from "../time.ts";

/** An address as it identifies a mailbox: trimmed, lower-cased, never with a display name inside. */
export type Address = string;

export type Correspondent = {
  address: Address;
  /** Display name after RFC 2047 decoding, without quotes; absent when the header had none. */
  name?: string;
};

/** Header evidence about who or what wrote the message. Each is present only when the header was. */
export type Signals = {
  /** `List-Id`, the identifier without its angle brackets. */
  listId?: string;
  /** True when `List-Unsubscribe` or `List-Post` is present. */
  listHeaders?: true;
  /** `Precedence`, lower-cased: bulk, list, junk, auto_reply … */
  precedence?: string;
  /** `Auto-Submitted`, lower-cased, without parameters: no, auto-generated, auto-replied … */
  autoSubmitted?: string;
  /** `X-Auto-Response-Suppress`, as written. */
  autoResponseSuppress?: string;
  /** X-Autoreply, X-Autorespond and their kin: the header's name, lower-cased. */
  autoreply?: string;
  feedbackId?: true;
  /** `Return-Path: <>`. */
  emptyReturnPath?: true;
  /** `X-Failed-Recipients`, lower-cased addresses. */
  failedRecipients?: readonly Address[];
  /** Campaign and mass-mailer marks (X-Campaign, X-Mailgun-Sid, X-SES-Outgoing …): names of the headers found, lower-cased. */
  mailerMarks?: readonly string[];
  /** `Authentication-Results` of whoever took the message in says that DMARC failed, or SPF and DKIM both did. */
  dmarcFailed?: true;
  /** A calendar part or `Content-Class: urn:content-classes:calendarmessage`. */
  calendar?: true;
};

export type MessageHeaders = {
  /** `Message-ID` without angle brackets; absent when missing. */
  messageId?: string;
  inReplyTo?: string;
  /** Oldest first, without angle brackets; at most 50 kept (the first and the last 49). */
  references: readonly string[];
  /** From `Date`, or the provider's own time. Absent when neither could be read. */
  sentAt?: Instant;
  /** Offset of the `Date` header in minutes east of UTC, when it had one: evidence of where the writer was. */
  sentOffsetMinutes?: number;
  from: Correspondent;
  /** `Sender`, only when it differs from `from`. */
  sender?: Correspondent;
  to: readonly Correspondent[];
  cc: readonly Correspondent[];
  bcc: readonly Correspondent[];
  replyTo: readonly Correspondent[];
  /** `Delivered-To`, `X-Original-To`, `Envelope-To`: whose mailbox this was found in. */
  deliveredTo: readonly Address[];
  subject: string;
  /** Folder names or labels as the source gives them (`X-Gmail-Labels`, maildir folder, mbox file name), e.g. "Sent", "Inbox". */
  labels: readonly string[];
  /** The media type of the whole message, lower-cased, with `report-type` when there is one: "multipart/report; report-type=delivery-status". */
  contentType: string;
  signals: Signals;
};

/** The readable parts of one message, decoded to text. Attachments are named, never kept. */
export type MessageText = {
  plain?: string;
  html?: string;
  /** text/calendar parts, as text. */
  calendars: readonly string[];
  /** The cards in text/vcard and .vcf attachments, at most 20. */
  cards: readonly Card[];
  attachments: readonly { name?: string; mediaType: string; bytes: number }[];
  /**
   * What mail systems attach about a message, as text: message/delivery-status, message/disposition-notification,
   * message/feedback-report, and the headers of the message that came back (message/rfc822, text/rfc822-headers).
   */
  reports?: readonly { mediaType: string; text: string }[];
};
