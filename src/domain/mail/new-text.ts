/**
 * What the writer of a message wrote in it (M5): the quoted history, forwarded mail, signatures behind a delimiter, mobile
 * footers and disclaimers are told apart, each with its place in the text. Nothing else may be read for meaning: the
 * quoted history holds the owner's own offered times.
 */
import { type Because, because } from "../because.ts";
import { blockStart, closingStart } from "./closing.ts";
import { footerStart, isDelimiterOnly, isMobileFooter, isSignatureDelimiter } from "./footers.ts";
import { htmlToText } from "./html.ts";
import { type Line, linesOf } from "./lines.ts";
import type { MessageText } from "./message.ts";
import { attributionInside, groupWiseLines, quoteHeaderAt } from "./quote-headers.ts";

/** Half-open, in characters of `source`. */
export type Span = { from: number; to: number };

/** A part of a message: its text, and where its pieces stand in `source`. */
export type TextPart = { text: string; spans: readonly Span[] };

export type TrimmedText = {
  /** The text that all offsets refer to: the plain part, or the HTML part as text. */
  source: string;
  from: "plain" | "html" | "none";
  /** The writer's own words, with greeting and sign-off. */
  newText: TextPart;
  /** Inside the new text: the sign-off with the name ("Best regards, Priya"). */
  closing: TextPart;
  quoted: TextPart;
  /** Behind a delimiter or below the name: signature, mobile footer, list footer, disclaimer. */
  signature: TextPart;
  /** True when the message holds a forwarded or quoted mail and nothing of the writer's own. */
  onlyQuoted: boolean;
  /** Between 0 and 1: how surely the new text is the writer's and nobody else's. */
  confidence: number;
  because: readonly Because[];
};

/** The new text of a message: of its plain part, or of its HTML part when there is no plain one. */
export function newTextOf(text: MessageText | string): TrimmedText {
  if (typeof text === "string") return trim(text, "plain", []);
  if (text.plain !== undefined && text.plain.trim() !== "") return trim(text.plain, "plain", []);
  if (text.html === undefined || text.html.trim() === "") return trim("", "none", []);
  const { text: source, quoted, signatures } = htmlToText(text.html);
  return trim(source, "html", [
    ...quoted.map((span): Marked => ({ ...span, as: "quoted" })),
    ...signatures.map((span): Marked => ({ ...span, as: "signature" })),
  ]);
}

type Belongs = "new" | "quoted" | "signature";
/** What the HTML itself says about a stretch of the text. */
type Marked = Span & { as: "quoted" | "signature" };

/** Longer messages are read so far: what a person writes anew stands at the top or between short quotes. */
const sourceMax = 200_000;

function trim(whole: string, from: TrimmedText["from"], marked: readonly Marked[]): TrimmedText {
  const source = whole.length > sourceMax ? whole.slice(0, sourceMax) : whole;
  const lines = linesOf(source);
  const reasons: Because[] = [];
  const belongs = markQuotes(lines, marked, reasons);
  const inside = cutInsideLine(lines, belongs);
  markSignature(lines, belongs, reasons);
  dropDelimiters(lines, belongs);
  const closingLines = closeLetter(lines, belongs, reasons);
  const newText = partOf(source, lines, indexesOf(belongs, "new"), inside);
  const quoted = partOf(source, lines, indexesOf(belongs, "quoted"));
  return {
    source,
    from,
    newText,
    closing: partOf(source, lines, fill(closingLines)),
    quoted,
    signature: partOf(source, lines, indexesOf(belongs, "signature")),
    onlyQuoted: newText.text === "" && quoted.text !== "",
    confidence: confidenceOf(newText.text, reasons),
    because: reasons,
  };
}

/* ── quotes ── */

function markQuotes(lines: readonly Line[], marked: readonly Marked[], reasons: Because[]): Belongs[] {
  const belongs = lines.map((line): Belongs => markedAs(line, marked) ?? "new");
  if (belongs.includes("quoted")) say(reasons, "M5.quote_container", "The mail program marked a part as quoted.");
  let written = false;
  for (let at = 0; at < lines.length; ) {
    const { seen } = lines[at]!;
    if (belongs[at] !== "new" || seen === "") {
      at += 1;
    } else if (isMarked(lines, at)) {
      say(reasons, "M5.quote_mark", 'Lines that begin with ">" are quoted.');
      belongs[at] = "quoted";
      at += 1;
    } else {
      const header = quoteHeaderAt(lines, at);
      if (header === undefined) {
        written = true;
        at += 1;
        continue;
      }
      const below = at + header.lines;
      belongs.fill("quoted", at, below);
      const next = nextWritten(lines, below);
      const isSentence = header.kind === "attribution";
      say(reasons, `M5.${header.kind}`, `"${excerpt(seen)}" announces quoted mail.`);
      const isMarkedBelow = isSentence && next !== undefined && (isMarked(lines, next) || belongs[next] === "quoted");
      if (isMarkedBelow) {
        at = next;
      } else if (isSentence && !written && next !== undefined) {
        // A quote header above everything, and no marks: the rest may be the quote, an answer below it, or both.
        say(reasons, "M5.unmarked_quote_on_top", "A quote is announced at the top, and nothing shows where it ends.");
        written = true;
        at = below;
      } else {
        belongs.fill("quoted", at);
        at = lines.length;
      }
    }
  }
  unwrap(lines, belongs);
  return belongs;
}

const say = (reasons: Because[], rule: string, text: string): void => {
  if (!reasons.some((reason) => reason.rule === rule)) reasons.push(because(rule, text));
};

const excerpt = (seen: string): string => (seen.length > 80 ? `${seen.slice(0, 79)}…` : seen);

const markedAs = ({ from, to }: Line, marked: readonly Marked[]): Belongs | undefined =>
  marked.find((span) => from >= span.from && to <= span.to && to > from)?.as;

/** ">" before a line, or "|" or initials before several lines in a row. A row of arrows in a line is no mark. */
function isMarked(lines: readonly Line[], at: number): boolean {
  const { seen } = lines[at]!;
  const first = seen.charCodeAt(0);
  if (first === 0x3e) return !/^>+ >+ {1,3}\S.*<$/.test(seen) && groupWiseLines(lines, at) === undefined;
  if (first === 0x7c)
    return [at - 1, at + 1].some((near) => lines[near]?.seen.startsWith("|") === true) && !isTable(seen);
  return /^[A-Z]{1,3}>/.test(seen) && [at - 1, at + 1].some((near) => /^[A-Z]{1,3}>/.test(lines[near]?.seen ?? ""));
}

const isTable = (seen: string): boolean => seen.endsWith("|") && seen.length > 2;

function nextWritten(lines: readonly Line[], from: number): number | undefined {
  for (let at = from; at < lines.length; at += 1) if (lines[at]!.seen !== "") return at;
  return undefined;
}

/** A quoted line that was too long and was folded by a program: its rest stands without a mark between marked lines. */
function unwrap(lines: readonly Line[], belongs: Belongs[]): void {
  for (let at = 1; at + 1 < lines.length; at += 1) {
    const isBetween = belongs[at] === "new" && belongs[at - 1] === "quoted" && belongs[at + 1] === "quoted";
    if (!isBetween || lines[at]!.seen === "") continue;
    const before = lines[at - 1]!.seen;
    const isFolded = before.startsWith(">") && before.length >= 60 && lines[at]!.seen.length < 40;
    const isBrokenLink = /^[(<]?https?:|[>)]$|^[([]/.test(lines[at]!.seen) && lines[at + 1]!.seen.startsWith(">");
    if (isFolded || isBrokenLink) belongs[at] = "quoted";
  }
}

/** Some programs put the sentence behind the writer's last words: "fine by me On Wed, Apr 4, … wrote:". */
function cutInsideLine(lines: readonly Line[], belongs: Belongs[]): { line: number; to: number } | undefined {
  const at = lines.findIndex(
    ({ seen }, index) => belongs[index] === "new" && /[:：]$/.test(seen) && seen.includes(" "),
  );
  if (at < 0) return undefined;
  for (let line = at; line < lines.length; line += 1) {
    const { seen, from } = lines[line]!;
    if (belongs[line] !== "new" || !/[:：]$/.test(seen)) continue;
    const next = nextWritten(lines, line + 1);
    if (next === undefined || belongs[next] !== "quoted") continue;
    const index = attributionInside(seen);
    if (index !== undefined) return { line, to: from + index };
  }
  return undefined;
}

/* ── signatures ── */

function markSignature(lines: readonly Line[], belongs: Belongs[], reasons: Because[]): void {
  const own = indexesOf(belongs, "new");
  const start = signatureStart(own.map((at) => lines[at]!));
  if (start === undefined) return;
  say(
    reasons,
    `M5.${start.because}`,
    `"${excerpt(lines[own[start.at]!]!.seen)}" begins a ${start.because.replaceAll("_", " ")}.`,
  );
  for (const at of own.slice(start.at)) belongs[at] = "signature";
}

/** A signature behind "-- " of more lines than this is a text with a rule in it; behind other rules fewer are believed. */
const signatureLinesMax = 30;
const signatureBelowRuleMax = 10;

function signatureStart(own: readonly Line[]): { at: number; because: string } | undefined {
  const starts: { at: number; because: string }[] = [];
  const footer = footerStart(own);
  if (footer !== undefined) starts.push({ at: footer, because: "footer" });
  const delimiter = own.findIndex(
    ({ seen }, at) => at > 0 && isSignatureDelimiter(seen) && isSignatureBelow(own.slice(at), seen),
  );
  if (delimiter > 0) starts.push({ at: delimiter, because: "signature" });
  const until = Math.min(delimiter > 0 ? delimiter : own.length, footer ?? own.length);
  const mobile = mobileStart(own, until);
  if (mobile !== undefined) starts.push({ at: mobile, because: "mobile_footer" });
  return starts.toSorted((one, other) => one.at - other.at)[0];
}

function isSignatureBelow(rest: readonly Line[], delimiter: string): boolean {
  const below = rest.filter((line) => line.seen !== "");
  if (delimiter === "--") return below.length <= signatureLinesMax;
  const isLastRule = !below.slice(1).some(({ seen }) => isSignatureDelimiter(seen));
  return isLastRule && below.length <= signatureBelowRuleMax && below.every(({ seen }) => seen.length <= 100);
}

/** Mobile footers are the last lines, with nothing but other footers and a few words below them. */
function mobileStart(own: readonly Line[], until: number): number | undefined {
  let found: number | undefined;
  for (let at = until - 1, other = 0; at >= 0 && until - at < 60; at -= 1) {
    const { seen } = own[at]!;
    if (seen === "") continue;
    if (isMobileFooter(seen)) {
      found = at;
      other = 0;
    } else if (!isDelimiterOnly(seen)) {
      other += 1;
      if (other > 3) break;
    }
  }
  return found;
}

/** The lines of the sign-off and the name; what stands below the name is marked as the signature. */
function closeLetter(lines: readonly Line[], belongs: Belongs[], reasons: Because[]): number[] {
  const own = indexesOf(belongs, "new").filter((at) => lines[at]!.seen !== "");
  const written = own.map((at) => lines[at]!);
  const from = closingStart(written);
  if (from === undefined) return [];
  const block = blockStart(written, from);
  if (block === undefined) return own.slice(from);
  say(reasons, "M5.signature_block", `"${excerpt(written[block]!.seen)}" stands below the name.`);
  for (const at of own.slice(block)) belongs[at] = "signature";
  return own.slice(from, block);
}

/** Rules of dashes and tracking dots at the end of the new text are nobody's words. */
function dropDelimiters(lines: readonly Line[], belongs: Belongs[]): void {
  const own = indexesOf(belongs, "new").filter((at) => lines[at]!.seen !== "");
  for (const at of own.reverse()) {
    if (!isDelimiterOnly(lines[at]!.seen)) return;
    belongs[at] = "signature";
  }
}

/* ── parts ── */

const indexesOf = (belongs: readonly Belongs[], wanted: Belongs): number[] =>
  belongs.flatMap((one, at) => (one === wanted ? [at] : []));

/** From the first to the last of the lines, blank ones between included. */
function fill(indexes: readonly number[]): number[] {
  const [first] = indexes;
  const last = indexes.at(-1);
  return first === undefined || last === undefined
    ? []
    : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Lines as a part: neighbours are one piece, blank lines at its ends are left out. */
function partOf(
  source: string,
  lines: readonly Line[],
  indexes: readonly number[],
  cut?: { line: number; to: number },
): TextPart {
  const spans: Span[] = [];
  let previous = -2;
  for (const at of indexes) {
    const line = lines[at]!;
    const to = cut?.line === at ? cut.to : line.to;
    const last = spans.at(-1);
    if (last !== undefined && at === previous + 1) last.to = to;
    else spans.push({ from: line.from, to });
    previous = at;
  }
  const pieces = spans.flatMap((span) => trimSpan(source, span) ?? []);
  return { text: pieces.map(({ from, to }) => source.slice(from, to)).join("\n\n"), spans: pieces };
}

function trimSpan(source: string, { from, to }: Span): Span | undefined {
  const text = source.slice(from, to);
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  // The indent of a first line belongs to it; only blank lines above it are left out.
  const start = from + (/^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(text)?.[0].length ?? 0);
  return { from: start, to: from + text.trimEnd().length };
}

function confidenceOf(newText: string, reasons: readonly Because[]): number {
  if (newText === "") return 0.5;
  if (reasons.some(({ rule }) => rule === "M5.unmarked_quote_on_top")) return 0.4;
  return reasons.length === 0 ? 0.9 : 0.97;
}
