/** Rows as comma-separated values (RFC 4180), in UTF-8, lines ended by CRLF: what every spreadsheet opens. */

export type CsvCell = string | number | boolean | undefined | null;

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(",")}\r\n`;

function cellText(cell: CsvCell): string {
  const text = typeof cell === "string" ? harmless(cell) : cell === undefined || cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Names come from mail: one that begins as a formula would be worked out by a spreadsheet. A telephone number is none. */
const harmless = (text: string): string => (/^[=@\t\r]|^[+-](?![\d\s().-]+$)/.test(text) ? `'${text}` : text);
