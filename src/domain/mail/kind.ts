/**
 * What a message is (M1), asked in this order: bounce, complaint, calendar, automatic answer, list or bulk mail, person.
 * Everything before "person" was written by a program or to many. Who is behind an address over time is `judgeSender`'s.
 */
import { type Because, because } from "../because.ts";
import { normaliseAddress } from "../contact/address.ts";
import { isPersonName } from "../contact/person-likeness.ts";
import { judgeSender } from "../contact/sender.ts";
import type { SenderJudgement } from "../contact/sender-sum.ts";
import { type AutoReply, readAutoReply } from "./auto-reply.ts";
import { type Bounce, readBounce } from "./bounce.ts";
import { type CalendarMessage, readCalendarMessage } from "./calendar-answer.ts";
import { isSignOff } from "./closing.ts";
import { linesOf } from "./lines.ts";
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
  const parts = trimmed ?? newTextOf(text);
  const automatic = readAutoReply(headers, parts.newText.text);
  if (automatic !== undefined) return { kind: "auto_reply", ...automatic };
  return listOrPerson(headers, parts);
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

/**
 * One message of one address, judged as that address would be if this were all that is known of it. Without a mark of a
 * program, an answer or a letter that a person signs is a person's, whatever desk it comes from: assistants settle times
 * from `office@`.
 */
function listOrPerson(headers: MessageHeaders, parts: TrimmedText): MessageKind {
  const { from } = headers;
  const found = machineMarks(headers);
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
      marks: Object.fromEntries(found.map((mark) => [mark, 1])),
      events: [],
      cards: [],
    },
    { ownDomains: [] },
  );
  const { verdict, score, because: reasons } = judgement;
  if (verdict !== "machine") return { kind: "person", confidence: score, because: reasons };
  const sign = found.length > 0 || isMute(judgement) ? undefined : signOfPerson(headers, parts);
  return sign === undefined
    ? { kind: "list", confidence: 1 - score, because: reasons }
    : { kind: "person", confidence: deskConfidence, because: [sign, ...reasons] };
}

/** Of a letter from an address that would be a machine's otherwise. */
const deskConfidence = 0.6;

/** Nobody answers there, or a bot or a room does. A postmaster may well be somebody. */
const isMute = ({ score, because: [first] }: SenderJudgement): boolean =>
  score === 0 && first?.rule !== "M4.mail_system";

function signOfPerson({ inReplyTo, references }: MessageHeaders, { closing }: TrimmedText): Because | undefined {
  if (inReplyTo !== undefined || references.length > 0)
    return because("M1.answer", "It answers a message, and nothing shows that a program wrote it.");
  const signed = linesOf(closing.text).find(({ seen }) => !isSignOff(seen) && isPersonName(seen))?.seen;
  return signed === undefined ? undefined : because("M1.signed", `${signed} signed it.`);
}
