/** What the headers of a sender's messages tell of it: lists, mass mailers, programs. */
import type { AddressEvidence, MachineMark } from "./evidence.ts";
import { type Sum, times } from "./sender-sum.ts";

export function weighHeaders(evidence: AddressEvidence, sum: Sum): void {
  if (evidence.received === 0) return;
  let repeated = 1;
  for (const rule of listRules) if (weighHeader(evidence, rule, repeated, sum)) repeated = repeatedPart;
  for (const rule of headerRules) weighHeader(evidence, rule, 1, sum);
  const posts = evidence.marks.list_id ?? 0;
  const own = evidence.received - Math.max(posts, ...bulkMarks.map((mark) => evidence.marks[mark] ?? 0));
  if (posts > 0 && own > 0)
    sum.add(3, "M4.beside_the_list", `They also wrote ${times(own)} outside the mailing list.`, { own });
}

function weighHeader(
  evidence: AddressEvidence,
  { marks, weight, rule, says }: HeaderRule,
  scale: number,
  sum: Sum,
): boolean {
  const part = share(evidence, marks);
  if (part === 0) return false;
  const { received } = evidence;
  const marked = Math.round(part * received);
  sum.add(weight * part * scale, rule, `${marked} of their ${received} messages ${says}.`, { marked, received });
  return true;
}

type HeaderRule = { marks: readonly MachineMark[]; weight: number; rule: string; says: string };

/** Marks of one fact: each further one adds only this part of its weight. */
const repeatedPart = 0.3;

/** Weights for "every message carries it"; a share of the messages gives that share of the weight. */
const listRules: readonly HeaderRule[] = [
  { marks: ["list_headers"], weight: -3, rule: "M4.list_headers", says: "can be unsubscribed from" },
  { marks: ["list_id"], weight: -2.5, rule: "M4.list_post", says: "came through a mailing list" },
  { marks: ["bulk_precedence"], weight: -2.5, rule: "M4.bulk", says: "said to be bulk or list mail" },
];

const headerRules: readonly HeaderRule[] = [
  { marks: ["feedback_id", "mailer_mark"], weight: -1.5, rule: "M4.mass_mailer", says: "left a mass mailing system" },
  { marks: ["auto_generated"], weight: -4, rule: "M4.auto_generated", says: "were written by a program" },
  {
    marks: ["delivery_report", "failed_recipients"],
    weight: -4,
    rule: "M4.delivery_report",
    says: "were delivery reports",
  },
  {
    marks: ["reply_to_no_reply"],
    weight: -3,
    rule: "M4.reply_to_no_reply",
    says: "send answers where nobody reads them",
  },
  { marks: ["promotions_label"], weight: -2, rule: "M4.promotions", says: "were filed as promotions" },
  { marks: ["spam_label"], weight: -2.5, rule: "M4.spam", says: "were filed as spam" },
  {
    marks: ["response_suppressed"],
    weight: -0.8,
    rule: "M4.response_suppressed",
    says: "asked for no automatic answers",
  },
  { marks: ["empty_return_path"], weight: -1, rule: "M4.empty_return_path", says: "had no return address" },
];

export const bulkMarks: readonly MachineMark[] = [
  "list_id",
  "list_headers",
  "bulk_precedence",
  "feedback_id",
  "mailer_mark",
];

/** How many of the received messages carry the most frequent of these marks, 0 to 1. */
export function share({ received, marks }: AddressEvidence, of: readonly MachineMark[]): number {
  if (received === 0) return 0;
  const most = Math.max(0, ...of.map((mark) => marks[mark] ?? 0));
  return Math.min(1, most / received);
}
