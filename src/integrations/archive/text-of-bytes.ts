/**
 * Bytes of an exported text file to text, whatever wrote them: UTF-8 with or without BOM, UTF-16 either way,
 * Windows-1252 (which covers Latin-1) line by line where UTF-8 does not hold. Never throws.
 */

export type DecodedText = {
  text: string;
  /** Lines that were no UTF-8 and were read as Windows-1252. */
  linesRepaired: number;
  /** Bytes left out at the end because the file is larger than one text can hold. */
  bytesDropped: number;
};

/** V8 holds at most 2^29 - 24 UTF-16 units in one string. */
const bytesMax = 500_000_000;

/** Line ends become "\n" or "\r\n"; bare carriage returns of old Macs become "\n". */
export function textOfBytes(given: Uint8Array): DecodedText {
  const bytes = given.subarray(0, bytesMax);
  const bytesDropped = given.length - bytes.length;
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { text: withLineFeeds(lenient(wide, bytes)), linesRepaired: 0, bytesDropped };
  const plain = strictUtf8(bytes) ?? strictUtf8(foldsMovedOutOfCharacters(bytes));
  if (plain !== undefined) return { text: withLineFeeds(plain), linesRepaired: 0, bytesDropped };
  const { text, linesRepaired } = lineByLine(foldsMovedOutOfCharacters(bytes));
  return { text: withLineFeeds(text), linesRepaired, bytesDropped };
}

/** The encoding of two-byte text, told by its BOM or by where the zero bytes of its first letters stand. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return undefined;
}

const lenient = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (problem) {
    if (problem instanceof TypeError) return undefined;
    throw problem;
  }
}

const withLineFeeds = (text: string) => (/\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, "\n") : text);

const lf = 0x0a;
const cr = 0x0d;
const isContinuation = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf;
const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09;

/**
 * Some writers fold a line in the middle of a UTF-8 character. The fold is moved behind the character, so that
 * the text reads and line numbers stay.
 */
function foldsMovedOutOfCharacters(bytes: Uint8Array): Uint8Array {
  // A copy in any case: a Buffer's own `slice` would share the memory.
  const moved = new Uint8Array(bytes);
  for (let at = moved.indexOf(lf); at >= 0; at = moved.indexOf(lf, at + 1)) {
    if (!isBlank(moved[at + 1]) || !isContinuation(moved[at + 2])) continue;
    const start = moved[at - 1] === cr ? at - 1 : at;
    const from = at + 2;
    let to = from;
    while (isContinuation(moved[to]) && to - from < 3) to += 1;
    const fold = moved.slice(start, from);
    moved.copyWithin(start, from, to);
    moved.set(fold, start + (to - from));
  }
  return moved;
}

function lineByLine(bytes: Uint8Array): { text: string; linesRepaired: number } {
  const lines: string[] = [];
  let linesRepaired = 0;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(lf, from);
    const to = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(from, to);
    const plain = strictUtf8(line);
    if (plain === undefined) linesRepaired += 1;
    lines.push(plain ?? lenient("windows-1252", line));
    from = to;
  }
  return { text: lines.join(""), linesRepaired };
}
