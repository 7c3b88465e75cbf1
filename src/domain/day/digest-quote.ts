/** The quote of a digest in the answer to it: which number a quoted line belongs to, and whether a letter was changed there. */
import type { TrimmedText } from "../mail/new-text.ts";
import { segmentsOf } from "../mail/segments.ts";
import type { DigestEntry } from "./digest.ts";
import { howToAnswerBegins, letterMark } from "./digest-text.ts";

/** Mail programs fold what they quote: so much of a line is left together. */
const titleCharactersSure = 24;

/**
 * The number of the last item that begins in a quoted piece, undefined when none does; "none" when the piece goes on behind the
 * last item: what stands below it is said to no number.
 */
export const numberQuoted = (quoted: string, entries: readonly DigestEntry[]): number | "none" | undefined =>
  quoted
    .split("\n")
    .flatMap((line) => (isBehindItems(line) ? "none" : (headedBy(line, entries)?.number ?? [])))
    .at(-1);

const isBehindItems = (line: string): boolean => squeezed(unquoted(line)).startsWith(howToAnswerBegins);

const unquoted = (line: string): string => line.replace(/^(?:\s*>)+ ?/, "").trim();

function headedBy(line: string, entries: readonly DigestEntry[]): DigestEntry | undefined {
  const plain = squeezed(unquoted(line));
  return entries.find(({ number, title }) => {
    const head = squeezed(`${number}. ${title}`);
    return (
      plain !== "" &&
      (plain === head || (plain.startsWith(head.slice(0, titleCharactersSure)) && head.startsWith(plain)))
    );
  });
}

/**
 * Whether the letter of an item reads otherwise in the quote than it was printed: an owner who writes into the quote and says ok
 * means what they wrote. What was cut out of the quote changes nothing.
 */
export function isQuoteChanged(
  text: TrimmedText,
  { entries, entry, printed }: { entries: readonly DigestEntry[]; entry: DigestEntry; printed: string },
): boolean {
  const known = lettersOf(printed);
  let at: DigestEntry | undefined;
  const quoted = segmentsOf(text).flatMap(({ as, text: piece }) => (as === "quoted" ? piece.split("\n") : []));
  const own = quoted.filter((line) => {
    at = headedBy(line, entries) ?? at;
    return at === entry;
  });
  const isMarked = (line: string) => unquoted(line).startsWith(letterMark.trim());
  const first = own.findIndex(isMarked);
  if (first === -1) return false;
  return own.slice(first, own.findLastIndex(isMarked) + 1).some((line) => !known.includes(lettersOf(unquoted(line))));
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Letters and digits alone: programs change blanks, marks and line ends in what they quote. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
