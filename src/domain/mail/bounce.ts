/**
 * A message of a mail system that says another message could not be delivered (M2): whose address failed, why, and which
 * message it was. One bounce calls an address dead only when its diagnostic says that the user or the host is unknown.
 */
import { type Because, because } from "../because.ts";
import { isPersonName } from "../contact/person-likeness.ts";
import { addressesIn } from "./addresses-in.ts";
import { answeredSubject } from "./answered-subject.ts";
import { type BounceReason, reasonOf } from "./bounce-reason.ts";
import { bounceSubject } from "./bounce-subjects.ts";
import { bounceWords, waitingWords } from "./bounce-words.ts";
import { diagnosticOf, type Fields, isDelivered, reportFields } from "./delivery-report.ts";
import { isAutomatic, isMailSystem, isSentByProgram, systemName } from "./mail-system.ts";
import type { Address, MessageHeaders, MessageText } from "./message.ts";

export type Bounce = {
  /** The address that failed; absent when the report does not name one. */
  recipient?: Address;
  reason: BounceReason;
  /** Enhanced status code, "5.1.1". */
  status?: string;
  /** What the receiving system said, at most 300 characters. */
  diagnostic?: string;
  /** `Message-ID` of the message that came back. */
  originalMessageId?: string;
};

export type BounceFound = { bounce: Bounce; confidence: number; because: Because[] };

/** The bounce that a message is, or undefined. Reads at most the first 20,000 characters of the text. */
export function readBounce(headers: MessageHeaders, text: MessageText): BounceFound | undefined {
  const reasons = evidenceOf(headers, text);
  if (reasons === undefined) return undefined;
  const body = readable(text);
  const report = (text.reports ?? [])
    .filter(({ mediaType }) => mediaType.endsWith("delivery-status"))
    .map((one) => one.text);
  const fields = reportFields(report.join("\n\n"));
  if (isDelivered(fields)) return undefined;
  const diagnostic = diagnosticOf(fields, body);
  const status = fields.status ?? /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(diagnostic ?? body.slice(0, 4_000))?.[1];
  const recipient = recipientOf(headers, fields, body);
  const original = originalIdOf(text, body);
  const reason = reasonOf({
    diagnostic: diagnostic ?? body.slice(0, 4_000),
    status,
    action: fields.action,
    told: `${headers.subject}\n${body.slice(0, 2_000)}`,
  });
  return {
    bounce: {
      reason,
      ...(recipient !== undefined && { recipient }),
      ...(status !== undefined && { status }),
      ...(diagnostic !== undefined && { diagnostic: diagnostic.slice(0, 300) }),
      ...(original !== undefined && { originalMessageId: original }),
    },
    confidence: reasons.length > 1 ? 0.99 : 0.95,
    because: reasons,
  };
}

const bodyMax = 20_000;

const readable = ({ plain, html }: MessageText): string =>
  (plain !== undefined && plain.trim() !== ""
    ? plain
    : (html ?? "").slice(0, bodyMax * 2).replace(/<[^<>]{0,500}>/g, " ")
  ).slice(0, bodyMax);

function evidenceOf(headers: MessageHeaders, text: MessageText): Because[] | undefined {
  const { contentType, signals, subject } = headers;
  const reasons: Because[] = [];
  const isReport =
    contentType.includes("report-type=delivery-status") ||
    (!isPassedOn(headers) && (text.reports ?? []).some(({ mediaType }) => mediaType.endsWith("delivery-status")));
  if (isReport) reasons.push(because("M2.delivery_report", "It carries a delivery report."));
  if ((signals.failedRecipients?.length ?? 0) > 0)
    reasons.push(because("M2.failed_recipients", "Its headers name recipients that failed."));
  const isSystem = isMailSystem(headers);
  if (isSystem) reasons.push(because("M2.mail_system", `${headers.from.address} is a mail system.`));
  const saysSo = answeredSubject(subject) === undefined && bounceSubject.test(subject.slice(0, 300));
  if (saysSo)
    reasons.push(because("M2.subject", `The subject says that mail was not delivered: "${subject.slice(0, 80)}".`));
  if (isReport || (signals.failedRecipients?.length ?? 0) > 0) return reasons;
  // Airlines and shops send "is delayed" from addresses that collect bounces; no mail system writes to lists.
  if (signals.listId !== undefined || signals.listHeaders === true || signals.feedbackId === true) return undefined;
  // The text is asked only where something else points to a bounce: people write about bounces, too.
  if (!isSystem && !saysSo) return undefined;
  const start = readable(text).slice(0, 3_000);
  const words = bounceWords.test(start) || (isSystem && waitingWords.test(start));
  if (words) reasons.push(because("M2.words", "The text says that a message could not be delivered."));
  const code =
    /(?:^|[\s#(<:])[45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|[a-z<])/im.test(start) || /\b5\.\d\.\d{1,2}\b/.test(start);
  if (isSystem && (saysSo || words || code)) return reasons;
  if (
    saysSo &&
    words &&
    (signals.emptyReturnPath === true || isAutomatic(headers) || (code && !isConversation(headers)))
  ) {
    return reasons;
  }
  return undefined;
}

/** Somebody who passes a delivery report on attaches it to a letter of their own. */
const isPassedOn = (headers: MessageHeaders): boolean =>
  !isSentByProgram(headers) && !isMailSystem(headers) && isPersonName(headers.from.name ?? "", headers.from.address);

const isConversation = ({ from, subject }: MessageHeaders): boolean =>
  /\?\s*$/.test(subject) ||
  (from.name !== undefined && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(from.name) && !systemName.test(from.name));

function recipientOf(
  { signals, from, to, deliveredTo }: MessageHeaders,
  { recipient }: Fields,
  body: string,
): Address | undefined {
  if (recipient !== undefined) return recipient;
  const [failed] = signals.failedRecipients ?? [];
  if (failed !== undefined) return failed;
  const own = new Set([from.address, ...to.map(({ address }) => address), ...deliveredTo]);
  // The returned message, further down, begins with its headers: its addresses are not what failed.
  const returned = body.search(/^[> ]*(?:received|return-path|message-id|from|x-[\w-]+): /im);
  const report = returned > 200 ? body.slice(0, returned) : body;
  return addressesIn(report.slice(0, 8_000)).find(
    (address) =>
      !own.has(address) &&
      address.includes(".") &&
      !/^(?:postmaster|mailer-daemon|abuse|support|helpdesk)@/.test(address),
  );
}

function originalIdOf({ reports }: MessageText, body: string): string | undefined {
  const returned = (reports ?? [])
    .filter(({ mediaType }) => !mediaType.endsWith("delivery-status"))
    .map(({ text }) => text);
  for (const text of [...returned, body]) {
    const id = /^[> ]*message-id[ \t]*:\s*<([^<>\s]{1,300})>/im.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
