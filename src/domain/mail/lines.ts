/** A text as lines that patterns may run on: each knows where it stands in the text, and is short enough for any pattern. */

export type Line = {
  /** Offset of its first character in the text. */
  from: number;
  /** Offset behind its last character, the line end not included. */
  to: number;
  /** What patterns see: no invisible characters, single spaces, trimmed, at most `seenMax` characters. */
  seen: string;
};

/** Patterns never run on more than this of one line: time stays bounded whatever a message holds. */
export const seenMax = 1_000;
/** Lines beyond this many are one last line: nobody writes them, and quotes are found long before. */
const linesMax = 20_000;

/** Splits at CRLF, LF or CR. A text without a line end is one line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length && lines.length < linesMax) {
    const end = lines.length === linesMax - 1 ? text.length : lineEnd(text, from);
    lines.push({ from, to: end, seen: seen(text.slice(from, Math.min(end, from + seenMax))) });
    from = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const end = feed === -1 ? text.length : feed;
  const isPlain = end === from || !text.slice(from, end).includes("\r");
  return isPlain ? end : text.indexOf("\r", from);
}

/** Zero-width and direction marks, soft hyphens: seen by nobody, used to break words apart. */
const invisible =
  /\u034f|[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/g;
const simple = /^[!-~]+(?: [!-~]+)*$/;

/** One line without what cannot be seen, with single plain spaces. */
export const seen = (line: string): string =>
  simple.test(line) ? line : line.replace(invisible, "").replace(/\s+/g, " ").trim();
