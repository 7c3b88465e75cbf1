/**
 * What a message is (M1), asked in this order: bounce, complaint, calendar, automatic answer, list or bulk mail, person.
 * Everything before "person" was written by a program or to many. Who is behind an address over time is `judgeSender`'s.
 */
import { type Because, because } from "../because.ts";
import { normaliseAddress } from "../contact/address.ts";
import { judgeSender } from "../contact/sender.ts";
import { type AutoReply, readAutoReply } from "./auto-reply.ts";
import { type Bounce, readBounce } from "./bounce.ts";
import { type CalendarMessage, readCalendarMessage } from "./calendar-answer.ts";
import { machineMarks } from "./marks.ts";
import type { Address, MessageHeaders, MessageText } from "./message.ts";
import { newTextOf, type TrimmedText } from "./new-text.ts";

/** Each with how sure it is (0 to 1) and why, the deciding reason first. */
export type MessageKind = { confidence: number; because: readonly Because[] } & (
  | { kind: "bounce"; bounce: Bounce }
  /** A mail provider reports that the recipient called a message spam. */
  | { kind: "complaint"; recipient?: Address; originalMessageId?: string }
  | { kind: "calendar"; calendar: CalendarMessage }
  | { kind: "auto_reply"; autoReply: AutoReply }
  /** Sent to many, or by a program on its own account. */
  | { kind: "list" }
  | { kind: "person" }
);

/** `trimmed` saves the work when the new text is known already. Reads bounded parts of the texts; never throws. */
export function kindOf(headers: MessageHeaders, text: MessageText, trimmed?: TrimmedText): MessageKind {
  const bounce = readBounce(headers, text);
  if (bounce !== undefined) return { kind: "bounce", ...bounce };
  const complaint = readComplaint(headers, text);
  if (complaint !== undefined) return complaint;
  const calendar = readCalendarMessage(headers, text);
  if (calendar !== undefined) {
    const says = `It is a calendar's own message: ${calendar.method.replaceAll("_", " ")}.`;
    return {
      kind: "calendar",
      calendar,
      confidence: calendar.uid === undefined ? 0.85 : 0.98,
      because: [because("M1.calendar", says)],
    };
  }
  const newText = (trimmed ?? newTextOf(text)).newText.text;
  const automatic = readAutoReply(headers, newText);
  if (automatic !== undefined) return { kind: "auto_reply", ...automatic };
  return listOrPerson(headers);
}

function readComplaint({ contentType }: MessageHeaders, { reports = [] }: MessageText): MessageKind | undefined {
  const report = reports.find(({ mediaType }) => mediaType === "message/feedback-report")?.text;
  if (report === undefined && !contentType.includes("report-type=feedback-report")) return undefined;
  const returned = reports
    .filter(({ mediaType }) => mediaType !== "message/feedback-report")
    .map(({ text }) => text)
    .join("\n");
  const field = (text: string, name: string) =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*(.{1,400})`, "im").exec(text)?.[1]?.trim();
  const named =
    field(report ?? "", "Original-Rcpt-To") ?? field(report ?? "", "Removal-Recipient") ?? field(returned, "To");
  const recipient = normaliseAddress((named ?? "").split(",")[0] ?? "");
  const original = /<([^<>\s]{1,300})>/.exec(field(returned, "Message-ID") ?? "")?.[1];
  return {
    kind: "complaint",
    ...(recipient !== undefined && { recipient }),
    ...(original !== undefined && { originalMessageId: original }),
    confidence: 0.98,
    because: [because("M1.feedback_report", "A mail provider reports that its user called the message spam.")],
  };
}

/** One message of one address, judged as that address would be if this were all that is known of it. */
function listOrPerson(headers: MessageHeaders): MessageKind {
  const { from } = headers;
  const marks = Object.fromEntries(machineMarks(headers).map((mark) => [mark, 1]));
  const judgement = judgeSender(
    {
      address: from.address,
      names: from.name === undefined ? [] : [{ name: from.name, count: 1 }],
      sentIndividually: 0,
      sentInGroup: 0,
      received: 1,
      repliesToOwner: 0,
      repliesByOwner: 0,
      onlyCopied: 0,
      subjects: 1,
      marks,
      events: [],
      cards: [],
    },
    { ownDomains: [] },
  );
  const reasons = judgement.because;
  const kind = judgement.verdict === "machine" ? "list" : "person";
  return { kind, confidence: kind === "list" ? 1 - judgement.score : judgement.score, because: reasons };
}
