/** What vCard (RFC 2426) and iCalendar (RFC 5545) are written in: lines that end in CRLF and are folded by bytes. */

/** A text as a value: what would end it, or begin another line, is marked. */
export const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(",", "\\,")
    .replaceAll(";", "\\;");

export const contentText = (lines: readonly string[]): string =>
  lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join("");

const lineBytesMax = 75;
const utf8 = new TextEncoder();

/** Lines longer than 75 bytes go on in the next one after a space; no character is cut in two. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  let bytes = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (bytes + size > lineBytesMax) {
      lines.push(current);
      current = " ";
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current];
}
