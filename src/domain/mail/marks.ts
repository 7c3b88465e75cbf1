/** What in the headers of one message speaks of a machine or a list (M1–M4). Words of the body are never looked at. */
import type { MachineMark } from "../contact/evidence.ts";
import type { MessageHeaders } from "./message.ts";

export function machineMarks({ signals, labels, contentType, replyTo }: MessageHeaders): MachineMark[] {
  const marks: MachineMark[] = [];
  const mark = (found: boolean, tag: MachineMark) => {
    if (found) marks.push(tag);
  };
  mark(signals.listId !== undefined, "list_id");
  mark(signals.listHeaders === true, "list_headers");
  mark(signals.precedence !== undefined && /^(bulk|list|junk)$/.test(signals.precedence), "bulk_precedence");
  mark(signals.autoSubmitted?.startsWith("auto-generated") === true, "auto_generated");
  mark(
    signals.autoSubmitted?.startsWith("auto-replied") === true || signals.precedence === "auto_reply",
    "auto_replied",
  );
  mark(signals.autoResponseSuppress !== undefined, "response_suppressed");
  mark(signals.autoreply !== undefined, "autoreply_header");
  mark(signals.feedbackId === true, "feedback_id");
  mark(signals.emptyReturnPath === true, "empty_return_path");
  mark((signals.mailerMarks?.length ?? 0) > 0, "mailer_mark");
  mark((signals.failedRecipients?.length ?? 0) > 0, "failed_recipients");
  mark(
    labels.some((label) => /^(category[ _])?(promotions|updates|social|forums)$/i.test(label)),
    "promotions_label",
  );
  mark(
    labels.some((label) => /^(spam|junk( e-?mail)?|indésirables|spamverdacht)$/i.test(label)),
    "spam_label",
  );
  mark(contentType.includes("report-type=delivery-status"), "delivery_report");
  mark(
    replyTo.some(({ address }) => /^(no|do-?not|don-?t)-?_?reply/.test(address)),
    "reply_to_no_reply",
  );
  return marks;
}
