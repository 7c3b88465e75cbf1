/** From the bytes of a header to readable text: charsets, encoded words, and characters that must not go further. */
import { isUtf8 } from "node:buffer";
import { decodeWords } from "postal-mime";

const windows1252 = new TextDecoder("windows-1252");

/** Raw 8-bit headers are UTF-8 when they can be, else windows-1252; `binary` holds one byte in each character. */
export function decodeRaw(binary: string): string {
  if (!/[\x80-\xff]/.test(binary)) return binary;
  const bytes = Buffer.from(binary, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : windows1252.decode(bytes);
}

/** Encoded words of RFC 2047 as text; a charset that nobody knows is read as windows-1252. */
export const decodeEncodedWords = (text: string): string => (text.includes("=?") ? decodeWords(text) : text);

/** Names of charsets in encoded words that this runtime cannot read, lower-cased. */
export function unknownCharsets(text: string): string[] {
  if (!text.includes("=?")) return [];
  const named = [...text.matchAll(/=\?([^?*\s]{1,60})(?:\*[^?\s]*)?\?[bq]\?/gi)].map(([, charset = ""]) =>
    charset.toLowerCase(),
  );
  return [...new Set(named)].filter((charset) => !isKnownCharset(charset));
}

const known = new Map<string, boolean>();
const knownMax = 1000;

/** True when the text decoder, or the aliases that the mail library adds to it, can read the charset. */
export function isKnownCharset(label: string): boolean {
  const found = known.get(label);
  if (found !== undefined) return found;
  const stripped = label.replace(/^(?:x-ms-|x-|cs)/, "");
  const readable = [label, stripped, stripped.replace(/[\s._-]+/g, "")].some(isDecodable) || codePages.test(stripped);
  if (known.size < knownMax) known.set(label, readable);
  return readable;
}

/** Code pages and Asian names without a label of their own in the Encoding Standard, read by their equivalents. */
const codePages =
  /^(?:(?:cp|windows|ms|ibm)[-_]?(?:874|932|936|949|950|5022[0-2]|51932)|(?:windows)?-?31j|uhc|junet|tis-?620|iso-?2022-?jp(?:-?[12])?|iso-?8859-?8-?[ie]|shift-?jis|euc-?(?:jp|kr)|ms-?kanji)$/;

function isDecodable(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    // A RangeError is how the Encoding Standard says "no such encoding".
    return false;
  }
}

/**
 * One line of text that may be stored and shown: control characters (line breaks and NUL among them) become spaces,
 * marks that turn the reading direction and halves of surrogate pairs go, runs of white space become one space.
 */
export function cleanLine(text: string, lengthMax: number): string {
  const plain = /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
        .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, " ")
        .toWellFormed();
  const line = (/ {2}/.test(plain) ? plain.replace(/ {2,}/g, " ") : plain).trim();
  return line.length > lengthMax ? line.slice(0, lengthMax).toWellFormed() : line;
}
