/**
 * What a letter is held to before anyone is asked to approve it (requirements §4). Each finding names its rule and the
 * sentence at fault. `refuse` stands in the way of approval; `warn` is shown beside it.
 */
import type { Address } from "../domain/mail/message.ts";
import { catalogue, type LetterKind } from "./catalogue.ts";
import type { Letter } from "./render.ts";

export type LintFinding = { rule: string; weight: "refuse" | "warn"; message: string; sentence?: string };

/** Marks a sentence that only the owner can give. A letter that holds one cannot be approved. */
export const openQuestionMark = "[ your answer goes here ]";

const banned: readonly RegExp[] = [
  /hope (this|you)('re| are| finds| is)?.{0,20}(well|doing well)/i,
  /\bi came across\b/i,
  /\bjust (wanted to|checking in)\b/i,
  /\btouch(ing)? base\b/i,
  /\bcircl(e|ing) back\b/i,
  /\badd you to my (professional )?network\b/i,
  /\bpick your brain\b/i,
  /\bbumping this\b/i,
];
const selling =
  /\b(limited offer|discount|special offer|free trial|exclusive deal|act now|buy now|pricing|our product|our solution)\b/i;
const shorteners = /https?:\/\/(bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly)\b/i;
const companySuffix = /\b\p{Lu}[\p{L}&-]+,? (Inc|Ltd|LLC|GmbH|S\.A\.|SARL|SAS|Corp|PLC)\b\.?/u;

export type LintContext = { kind: LetterKind; to: Address; greetingName?: string; times: readonly string[] };

export function lintLetter(letter: Letter, context: LintContext): LintFinding[] {
  const findings: LintFinding[] = [];
  const find = (weight: LintFinding["weight"], rule: string, message: string, sentence?: string) =>
    findings.push({ rule, weight, message, ...(sentence !== undefined && { sentence }) });
  const rule = catalogue[context.kind];
  const prose = withoutTimes(letter.body, context.times);
  const whole = `${letter.subject}\n${prose}`;
  const all = sentencesOf(prose);
  const faulty = (pattern: RegExp) => all.find((sentence) => pattern.test(sentence));

  for (const pattern of banned) {
    const sentence = faulty(pattern);
    if (sentence !== undefined) find("refuse", "filler", "This opener says nothing.", sentence);
  }
  if (faulty(selling)) find("refuse", "selling", "A personal letter does not sell.", faulty(selling));
  if (letter.body.includes(openQuestionMark))
    find("refuse", "open_question", "One sentence waits for your answer.", openQuestionMark);
  if (/[{}]{2}/.test(whole)) find("refuse", "braces", "A template word was left open.", faulty(/[{}]{2}/));
  if (letter.subject.trim() === "") find("refuse", "subject_empty", "The letter has no subject.");
  if (letter.subject.length > 60)
    find("warn", "subject_long", "The subject is longer than 60 characters.", letter.subject);
  const marks = count(whole, /!/g);
  if (marks > 1) find("warn", "exclamation", `${marks} exclamation marks; one is enough.`);
  const asks = count(whole, /\?/g);
  if (asks < rule.questions.min) find("refuse", "ask_missing", "The letter asks nothing.");
  if (asks > rule.questions.max) find("warn", "ask_many", `${asks} questions; ask one thing.`);
  if (/\p{Extended_Pictographic}/u.test(whole)) find("warn", "emoji", "A picture sign stands in the letter.");
  if (faulty(/\b\p{Lu}{4,}(\s+\p{Lu}{2,})+\b/u))
    find("warn", "capitals", "Words in capitals read as shouting.", faulty(/\p{Lu}{4,}/u));
  if (faulty(/[—“”‘’]/)) find("warn", "typography", "Typed mail rarely has these signs.", faulty(/[—“”‘’]/));
  if (count(whole, /https?:\/\//g) > 1) find("refuse", "links", "More than one link.");
  if (shorteners.test(whole)) find("refuse", "shortener", "A shortened link hides where it leads.");
  if (faulty(companySuffix))
    find("warn", "company_suffix", "Drop the legal form of the company.", faulty(companySuffix));
  if (context.greetingName === undefined || context.greetingName === localPart(context.to)) {
    find("warn", "greeting", "The greeting has no first name from a person.");
  }
  const words = count(prose, /[\p{L}\p{N}][\p{L}\p{N}'-]*/gu);
  if (words < rule.words.min) find("warn", "short", `${words} words; at least ${rule.words.min} read as a letter.`);
  if (words > rule.words.max) find("refuse", "long", `${words} words; at most ${rule.words.max}.`);
  if (rule.wantsTimes && context.times.length === 0) find("warn", "times_missing", "The letter offers no time.");
  return findings;
}

export const mayBeApproved = (findings: readonly LintFinding[]): boolean =>
  findings.every(({ weight }) => weight !== "refuse");

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const localPart = (address: Address) => address.split("@")[0] ?? "";
const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
const withoutTimes = (body: string, times: readonly string[]) =>
  body
    .split("\n")
    .filter((line) => !times.includes(line))
    .join("\n");
