/**
 * Where the messages of an mbox begin and end, found in one pass over its bytes. Bodies are jumped over and never
 * decoded; at most one header section is held, whatever the size of a message.
 */

export type MboxMessage = {
  /** Offset of the separator line; of the first byte when the message has none. */
  at: number;
  /** Offset of the first byte of the message itself, behind the separator line. */
  contentAt: number;
  /** Offset behind the last byte of the message; the blank line before the next separator belongs to neither. */
  endsAt: number;
  /** Without its line end; absent when the file began without one. */
  fromLine?: string;
  /** The header section as latin1 text, at most `headBytesMax` of it. */
  head: string;
  /** Its header section was longer than `headBytesMax` and is cut. */
  headCut?: true;
  /** Why it cannot be whole; only the last message of a file can say so. */
  truncated?: true;
};

/** A header section beyond this is cut: real ones stay below 100 kB. */
export const headBytesMax = 256 * 1024;

/** What must be seen behind "\nFrom " to tell a separator from a sentence: the line itself and the headers after it. */
const fromLineMax = 1000;
const lookaheadBytes = 2048;
/** Kept of what was searched: the blank line before a separator, and the closing boundary of the last message. */
const lookbehindBytes = 4096;
/** Separators inside one body whose Content-Length says that it goes on; with more of them the length is not believed. */
const doubtfulMax = 64;

const newline = 0x0a;
const carriageReturn = 0x0d;
const separator = Buffer.from("\nFrom ");
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

type Open = {
  at: number;
  contentAt: number;
  fromLine?: string;
  /** Present once the header section was read to its end. */
  head?: string;
  headCut?: true;
  headOpen?: true;
  bodyAt?: number;
};

/** A message whose Content-Length reaches over a separator, and the messages that there are if the length is wrong. */
type Doubt = { outer: MboxMessage; until: number; instead: MboxMessage[] };

export class MboxSplitter {
  /** One piece of memory, filled again and again: what is still needed, then the next bytes. */
  #window: Buffer = Buffer.alloc(0);
  #bytes: Buffer = this.#window;
  /** Offset of `#bytes[0]` in the file. */
  #base: number;
  /** Index in `#bytes` where the search goes on. */
  #next = 0;
  #open: Open | undefined;
  #doubt: Doubt | undefined;
  #done: MboxMessage[] = [];

  /** `startsAt` is the offset of the first byte that will be pushed: 0, or the end of a message found before. */
  constructor(startsAt = 0) {
    this.#base = startsAt;
  }

  /** Takes the next bytes and gives the messages that are complete. The caller may use the bytes again. */
  push(chunk: Buffer): MboxMessage[] {
    const from = this.#keepFrom();
    const kept = this.#bytes.subarray(from);
    const size = kept.length + chunk.length;
    const window = size <= this.#window.length ? this.#window : Buffer.allocUnsafeSlow(size + headBytesMax);
    kept.copy(window);
    chunk.copy(window, kept.length);
    this.#window = window;
    this.#bytes = window.subarray(0, size);
    this.#base += from;
    this.#next -= from;
    this.#search(false);
    return this.#take();
  }

  /** Says that nothing follows, and gives what was still open. */
  end(): MboxMessage[] {
    this.#search(true);
    const fileEnd = this.#base + this.#bytes.length;
    if (this.#open !== undefined) {
      this.#finish(this.#open, fileEnd, this.#looksTruncated(this.#open, fileEnd));
      this.#settleDoubt(fileEnd, true);
    }
    return this.#take();
  }

  #take(): MboxMessage[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #keepFrom(): number {
    if (this.#open === undefined) return this.#next;
    if (this.#open.head === undefined) return this.#open.contentAt - this.#base;
    return Math.max(0, this.#next - lookbehindBytes);
  }

  #search(last: boolean): void {
    if (this.#open === undefined && !this.#openFirst(last)) return;
    for (let open = this.#open; open !== undefined; open = this.#open) {
      if (open.head === undefined && !this.#readHead(open, last)) return;
      // Reading the head may have met the next separator and opened the message behind it.
      if (this.#open !== open) continue;
      if (!this.#skipBody(open, last)) return;
    }
  }

  /** A byte order mark and blank lines before the first message are passed over. */
  #openFirst(last: boolean): boolean {
    if (!last && this.#bytes.length < byteOrderMark.length) return false;
    if (this.#base === 0 && this.#bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark)) {
      this.#next = Math.max(this.#next, byteOrderMark.length);
    }
    while (this.#bytes[this.#next] === newline || this.#bytes[this.#next] === carriageReturn) this.#next += 1;
    const seen = this.#bytes.length - this.#next;
    if (seen === 0 || (!last && seen <= fromLineMax)) return false;
    this.#openAt(this.#next);
    return true;
  }

  /** Opens the message whose separator line, if it has one, begins at this index. */
  #openAt(start: number): void {
    const at = this.#base + start;
    if (!this.#startsWithFrom(start)) {
      this.#open = { at, contentAt: at };
      this.#next = start;
      return;
    }
    const lineEnd = this.#bytes.subarray(start, start + fromLineMax).indexOf(newline);
    const contentStart = Math.min(this.#bytes.length, start + (lineEnd === -1 ? fromLineMax : lineEnd + 1));
    const fromLine = this.#bytes.toString("latin1", start, contentStart).trimEnd();
    this.#open = { at, contentAt: this.#base + contentStart, fromLine };
    this.#next = contentStart;
  }

  #startsWithFrom(start: number): boolean {
    // The first letter alone decides for nearly every line.
    return this.#bytes[start] === separator[1] && this.#bytes.toString("latin1", start, start + 5) === "From ";
  }

  /** Walks the header lines up to the blank one; false when more bytes are needed. */
  #readHead(open: Open, last: boolean): boolean {
    const headStart = open.contentAt - this.#base;
    while (this.#next - headStart < headBytesMax) {
      const lineStart = this.#next;
      const lineEnd = this.#bytes.indexOf(newline, lineStart);
      if (lineEnd === -1 || lineEnd - headStart >= headBytesMax) break;
      if (lineEnd === lineStart || (lineEnd === lineStart + 1 && this.#bytes[lineStart] === carriageReturn)) {
        this.#closeHead(open, headStart, lineStart);
        open.bodyAt = this.#base + lineEnd + 1;
        // The blank line may itself stand before a separator, so the search begins on its line end.
        this.#next = lineEnd;
        return true;
      }
      if (lineStart > headStart && this.#startsWithFrom(lineStart)) {
        const verdict = this.#judge(lineStart - 1, last);
        if (verdict === "unsure") return false;
        if (verdict === "separator") {
          this.#closeHead(open, headStart, lineStart);
          this.#startNext(open, lineStart);
          return true;
        }
      }
      this.#next = lineEnd + 1;
    }
    const length = this.#bytes.length - headStart;
    if (length < headBytesMax && !last) return false;
    const end = Math.min(this.#bytes.length, headStart + headBytesMax);
    this.#closeHead(open, headStart, end);
    if (length >= headBytesMax) open.headCut = true;
    else open.headOpen = true;
    this.#next = Math.max(headStart, end - 1);
    return true;
  }

  #closeHead(open: Open, start: number, end: number): void {
    open.head = this.#bytes.toString("latin1", start, end);
  }

  /** Jumps to the next separator; false when more bytes are needed or the file is at its end. */
  #skipBody(open: Open, last: boolean): boolean {
    for (;;) {
      const found = this.#bytes.indexOf(separator, this.#next);
      if (found === -1) {
        this.#next = Math.max(this.#next, this.#bytes.length - separator.length);
        return false;
      }
      const verdict = this.#judge(found, last);
      if (verdict === "unsure") {
        this.#next = found;
        return false;
      }
      if (verdict === "separator") {
        this.#startNext(open, found + 1);
        return true;
      }
      this.#next = found + 1;
    }
  }

  #startNext(open: Open, start: number): void {
    const at = this.#base + start;
    this.#finish(open, at);
    this.#settleDoubt(at, false);
    this.#openAt(start);
  }

  /** Tells a separator from a sentence that begins with "From": `lineBreak` is the index of the line end before it. */
  #judge(lineBreak: number, last: boolean): "separator" | "sentence" | "unsure" {
    const start = lineBreak + 1;
    const lineEnd = this.#bytes.indexOf(newline, start);
    const seen = this.#bytes.length;
    if (lineEnd === -1 || lineEnd - start > fromLineMax) {
      return lineEnd === -1 && seen - start <= fromLineMax && !last ? "unsure" : "sentence";
    }
    if (!last && seen < lineEnd + 1 + lookaheadBytes) return "unsure";
    const line = this.#bytes.toString("latin1", start, lineEnd).trimEnd();
    const following = this.#bytes.toString("latin1", lineEnd + 1, Math.min(seen, lineEnd + 1 + lookaheadBytes));
    if (!beginsLikeHeaders(following)) return "sentence";
    if (this.#isBlankBefore(lineBreak)) return isDatedFromLine(line) || isBareFromLine(line) ? "separator" : "sentence";
    // Without the blank line (a writer was interrupted) only the full form is believed.
    return isDatedFromLine(line) ? "separator" : "sentence";
  }

  #isBlankBefore(lineBreak: number): boolean {
    const before = this.#bytes[lineBreak - 1];
    return before === newline || (before === carriageReturn && this.#bytes[lineBreak - 2] === newline);
  }

  #finish(open: Open, endsAt: number, truncated = false): void {
    const message: MboxMessage = {
      at: open.at,
      contentAt: open.contentAt,
      endsAt,
      ...(open.fromLine !== undefined && { fromLine: open.fromLine }),
      head: open.head ?? "",
      ...(open.headCut && { headCut: open.headCut }),
      ...(truncated && { truncated }),
    };
    if (this.#doubt !== undefined) {
      this.#doubt.instead.push(message);
      return;
    }
    const until = contentEnd(open);
    // One line end more or less is not a difference: writers count the last one or not.
    if (until !== undefined && until > endsAt + 2) this.#doubt = { outer: message, until, instead: [message] };
    else this.#done.push(message);
  }

  /** Decides about a Content-Length once a separator, or the end of the file, lies at or behind where it points. */
  #settleDoubt(at: number, isEnd: boolean): void {
    const doubt = this.#doubt;
    if (doubt === undefined) return;
    const lands = at - doubt.until >= -1 && at - doubt.until <= 2;
    if (lands) this.#done.push({ ...doubt.outer, endsAt: at });
    else if (isEnd || at > doubt.until || doubt.instead.length >= doubtfulMax) this.#done.push(...doubt.instead);
    else return;
    this.#doubt = undefined;
  }

  /** The last message is not whole: cut in its headers, in a line, before its Content-Length or its closing boundary. */
  #looksTruncated(open: Open, fileEnd: number): boolean {
    if (open.headCut) return false;
    if (open.headOpen || open.head === undefined || this.#bytes.at(-1) !== newline) return true;
    const until = contentEnd(open);
    if (until !== undefined && until > fileEnd + 2) return true;
    const boundary = boundaryOf(open.head);
    return boundary !== undefined && this.#bytes.lastIndexOf(`--${boundary}--`, undefined, "latin1") === -1;
  }
}

/** The header section of one message as latin1 text, cut where it is beyond all measure. */
export function headSection(message: Buffer): string {
  let lineStart = 0;
  for (;;) {
    const lineEnd = message.indexOf(newline, lineStart);
    if (lineEnd === -1 || lineEnd >= headBytesMax)
      return message.toString("latin1", 0, Math.min(message.length, headBytesMax));
    const length = lineEnd - lineStart;
    if (length === 0 || (length === 1 && message[lineStart] === carriageReturn))
      return message.toString("latin1", 0, lineStart);
    lineStart = lineEnd + 1;
  }
}

const contentEnd = ({ head, bodyAt }: Open): number | undefined => {
  const length =
    head === undefined || bodyAt === undefined
      ? undefined
      : /(?:^|\n)[Cc]ontent-[Ll]ength:[ \t]*(\d{1,13})/.exec(head)?.[1];
  return length === undefined ? undefined : bodyAt! + Number(length);
};

/** The boundary of a multipart message, from its header section. */
export const boundaryOf = (head: string): string | undefined =>
  /(?:^|\n)content-type:\s*multipart\/[^\n]*(?:\n[ \t][^\n]*)*?boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i
    .exec(head)
    ?.slice(1)
    .find((one) => one !== undefined);

/** "From someone@somewhere Mon Jan  5 10:00:00 2026", in any order of the date's parts, as long as time and year are there. */
const isDatedFromLine = (line: string): boolean =>
  /^From +\S.*\b\d{1,2}:\d{2}\b/.test(line) && /\b(?:19|20)\d\d\b/.test(line);

/** "From someone@somewhere", "From -", "From MAILER-DAEMON": an address and no sentence. */
const isBareFromLine = (line: string): boolean => /^From +(?:\S+@\S+|-|[A-Z]+(?:-[A-Z]+)*|\S+)$/.test(line);

const headerLine = /^[!-9;-~]{1,76}[ \t]*:/;
const mailHeader =
  /^(?:from|to|cc|bcc|date|subject|message-id|received|return-path|delivered-to|reply-to|sender|mime-version|content-[a-z-]+|x-[a-z0-9-]+|status|in-reply-to|references|envelope-to|dkim-signature|authentication-results|arc-[a-z-]+)[ \t]*:/i;

/** True when the text begins with header lines, one of a kind known from mail among them, up to a blank line or its end. */
export function beginsLikeHeaders(text: string): boolean {
  const lines = text.split("\n", 40);
  let known = false;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trimEnd();
    if (line === "") return known;
    const isOther = index > 0 ? /^[ \t]|^>From /.test(raw) : line.startsWith(">From ");
    if (!isOther && !headerLine.test(line)) return known && index >= 3;
    known ||= mailHeader.test(line);
  }
  return known;
}
