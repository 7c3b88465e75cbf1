/** The part of Gmail's search that programs use: `after:`, `in:`, `from:`, `rfc822msgid:` and their kin, words, phrases, `-`. */
import { type Instant, instantOf, parseDay, startOfDay, type Zone } from "../../domain/time.ts";
import { envelopeOf, mimeOf } from "../cloud/content.ts";
import type { CloudMessage } from "../cloud/mailbox.ts";
import { textOf } from "../cloud/mime.ts";
import { labelsOf } from "./gmail-labels.ts";

export type Search = {
  matches(message: CloudMessage): boolean;
  /** Nothing older can match. */
  since?: Instant;
  /** Spam and trash are looked at too. */
  isAnywhere: boolean;
  /** It can only be the message with this Message-ID. */
  messageId?: string;
};

type Test = (message: CloudMessage) => boolean;

/** Unknown operators match nothing. Days begin in the owner's zone. */
export function parseSearch(q: string, zone: Zone): Search {
  const search: { since?: Instant; isAnywhere: boolean; messageId?: string } = { isAnywhere: false };
  const tests: Test[] = [];
  for (const [, minus, operator, quoted, plain] of q.matchAll(/(-?)(?:([a-z0-9]+):)?(?:"([^"]*)"|(\S+))/gi)) {
    const value = (quoted ?? plain ?? "").toLowerCase();
    const test = operator === undefined ? wordTest(value) : operatorTest(operator.toLowerCase(), value, zone);
    tests.push(minus === "-" ? (message) => !test(message) : test);
    if (minus === "-" || operator === undefined) continue;
    if (operator === "after" || operator === "newer") {
      const since = instantIn(value, zone);
      if (since !== undefined) search.since = since;
    }
    if (operator === "in" && ["anywhere", "spam", "trash"].includes(value)) search.isAnywhere = true;
    if (operator === "rfc822msgid") search.messageId = (quoted ?? plain ?? "").replace(/^<|>$/g, "");
  }
  return { ...search, matches: (message) => tests.every((test) => test(message)) };
}

function operatorTest(operator: string, value: string, zone: Zone): Test {
  const at = instantIn(value, zone);
  switch (operator) {
    case "after":
    case "newer":
      return (message) => at !== undefined && message.at >= at;
    case "before":
    case "older":
      return (message) => at !== undefined && message.at < at;
    case "in":
    case "label":
      if (value === "anywhere") return () => true;
      return (message) =>
        labelsOf(message).some((label) => label.toLowerCase() === (value === "drafts" ? "draft" : value));
    case "category":
      return (message) => labelsOf(message).includes(`CATEGORY_${value.toUpperCase()}`);
    case "is":
      return (message) => (value === "read") !== message.marks.includes(value === "read" ? "unread" : value);
    case "from":
      return ({ content }) => says(envelopeOf(content).from, value);
    case "to": {
      return ({ content }) => {
        const { to, cc, bcc } = envelopeOf(content);
        return [...to, ...cc, ...bcc].some((one) => says(one, value));
      };
    }
    case "subject":
      return ({ content }) => envelopeOf(content).subject.toLowerCase().includes(value);
    case "rfc822msgid":
      return ({ content }) => envelopeOf(content).messageId?.toLowerCase() === value.replace(/^<|>$/g, "");
    default:
      return () => false;
  }
}

const says = (who: { address: string; name?: string } | undefined, value: string): boolean =>
  who !== undefined && (who.address.includes(value) || (who.name ?? "").toLowerCase().includes(value));

function wordTest(word: string): Test {
  return ({ content }) => {
    const { subject, from, to } = envelopeOf(content);
    if (
      subject.toLowerCase().includes(word) ||
      [...to, ...(from === undefined ? [] : [from])].some((one) => says(one, word))
    )
      return true;
    return (textOf(mimeOf(content), "text/plain") ?? "").toLowerCase().includes(word);
  };
}

/** Seconds since 1970, or a day. */
function instantIn(value: string, zone: Zone): Instant | undefined {
  if (/^\d{6,11}$/.test(value)) return instantOf(Number(value) * 1000);
  const [, year, month = "", day = ""] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value) ?? [];
  const on = year === undefined ? undefined : parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return on === undefined ? undefined : startOfDay(zone, on);
}
