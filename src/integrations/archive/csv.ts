/**
 * Tables of people: LinkedIn's Connections.csv, the exports of Google Contacts and Outlook, and any other CSV whose
 * header can be guessed or was mapped. The header row is found by what it says, not by counting lines.
 */
import { createHash } from "node:crypto";
import { CsvError, parse } from "csv-parse/sync";
import type { Card } from "../../domain/contact/card.ts";
import type { CsvMapping } from "../archive.ts";
import type { Skipped } from "../scan.ts";
import { type Columns, columnsOf, type Field, isHeader, isLinkedIn, mappedColumns } from "./csv-columns.ts";
import { readConnectedOn } from "./csv-dates.ts";
import { addressIn } from "./ics-people.ts";
import { Skips } from "./skips.ts";
import { textOfBytes } from "./text-of-bytes.ts";

export type CsvReading = { kind: "linkedin_csv" | "csv"; cards: Card[]; skipped: Skipped[] };

/** `where` names the file in messages; `mapping` overrides what the headers say. */
export function readCsv(bytes: Uint8Array, where: string, mapping?: CsvMapping): CsvReading {
  const skips = new Skips(where);
  const { text, linesRepaired, bytesDropped } = textOfBytes(bytes);
  skips.addMany("not_utf8", linesRepaired, "Lines that are not UTF-8 were read as Windows-1252.");
  if (bytesDropped > 0)
    skips.add("file_too_large", `The file is too large; its last ${bytesDropped} bytes were not read.`);
  const table = tableIn(text, mapping, skips);
  if (table === undefined) return { kind: "csv", cards: [], skipped: skips.all() };
  const kind = isLinkedIn(table.columns) ? "linkedin_csv" : "csv";
  return { kind, cards: cardsOf(table, kind === "linkedin_csv" ? "linkedin" : "csv", skips), skipped: skips.all() };
}

type Row = { cells: readonly string[]; line: number };
type Table = { columns: Columns; rows: readonly Row[] };

/** The header stands in one of the first rows; LinkedIn's notes above it take two to four. */
const headerWithinRows = 50;

function tableIn(text: string, mapping: CsvMapping | undefined, skips: Skips): Table | undefined {
  const delimiters = delimitersByLikelihood(text);
  for (const delimiter of delimiters) {
    const head = rowsOf(text, delimiter, headerWithinRows).rows;
    for (const [index, row] of head.entries()) {
      const columns = mapping === undefined ? guessed(row.cells) : mappedColumns(row.cells, mapping);
      if (columns === undefined) continue;
      const { rows, brokenLines } = rowsOf(text, delimiter);
      for (const line of brokenLines) {
        skips.add("unclosed_quote", "A quote is not closed; in this row quotes were taken as letters.", `line ${line}`);
      }
      return { columns, rows: rows.slice(index + 1) };
    }
  }
  const widest = rowsOf(text, delimiters[0] ?? ",", headerWithinRows).rows.reduce<readonly string[]>(
    (best, { cells }) => (cells.length > best.length ? cells : best),
    [],
  );
  const named = widest
    .map((cell) => cell.trim().slice(0, 40))
    .filter((cell) => cell !== "")
    .slice(0, 40);
  if (mapping === undefined) {
    skips.add(
      "unknown_columns",
      `The columns could not be told apart: ${list(named)}. Say which is which, for example address=${named[0] ?? "COLUMN"}.`,
    );
  } else {
    skips.add(
      "unmapped_columns",
      `No row has the columns ${list(Object.values(mapping))}. Found were: ${list(named)}.`,
    );
  }
  return undefined;
}

const list = (names: readonly string[]) => (names.length === 0 ? "none" : names.map((name) => `'${name}'`).join(", "));

function guessed(cells: readonly string[]): Columns | undefined {
  const columns = columnsOf(cells);
  return isHeader(columns) ? columns : undefined;
}

/** Comma, semicolon, tab: the one that stands in the most of the first lines goes first. */
function delimitersByLikelihood(text: string): string[] {
  const lines = text.slice(0, 20_000).split(/\r?\n/).slice(0, headerWithinRows);
  const score = (delimiter: string) => Math.max(0, ...lines.map((line) => line.split(delimiter).length));
  return [",", ";", "\t"].sort((one, other) => score(other) - score(one));
}

type Rows = { rows: Row[]; brokenLines: number[] };

/** Rows with broken quotes that are mended one by one; beyond, quotes are taken as letters to the end of the file. */
const mendedRowsMax = 100;

/**
 * Short and long rows are taken as they come. A quote that never closes, or closes in the middle of a cell, would
 * swallow the rows after it: its line is read as if quotes meant nothing, and the next line starts afresh.
 */
function rowsOf(text: string, delimiter: string, rowsMax = Number.MAX_SAFE_INTEGER): Rows {
  const rows: Row[] = [];
  const brokenLines: number[] = [];
  const bytes = Buffer.from(text);
  let from = 0;
  let linesBefore = 0;
  while (from < bytes.length && rows.length < rowsMax) {
    const end = readRows(bytes.subarray(from), delimiter, '"', rowsMax - rows.length, linesBefore, rows);
    if (end === "all") break;
    from += end.bytes;
    linesBefore += end.lines;
    brokenLines.push(linesBefore + 1);
    const found = brokenLines.length > mendedRowsMax ? -1 : bytes.indexOf("\n", from);
    const next = found < 0 ? bytes.length : found + 1;
    readRows(bytes.subarray(from, next), delimiter, null, rowsMax - rows.length, linesBefore, rows);
    from = next;
    linesBefore += 1;
  }
  return { rows, brokenLines };
}

/** Adds rows up to the first broken one; tells how many bytes and lines the good ones took. */
function readRows(
  input: Buffer,
  delimiter: string,
  quote: string | null,
  rowsMax: number,
  linesBefore: number,
  rows: Row[],
): "all" | { bytes: number; lines: number } {
  const end = { bytes: 0, lines: 0 };
  try {
    parse(input, {
      delimiter,
      quote,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n"],
      on_record: (record: string[], { bytes, lines }) => {
        rows.push({ cells: record, line: linesBefore + end.lines + 1 });
        end.bytes = bytes;
        end.lines = lines;
        return null;
      },
      to: rowsMax,
    });
    return "all";
  } catch (problem) {
    if (problem instanceof CsvError) return end;
    throw problem;
  }
}

const noteChars = 2_000;

function cardsOf({ columns, rows }: Table, origin: "linkedin" | "csv", skips: Skips): Card[] {
  const byKey = new Map<string, Card>();
  let empty = 0;
  let repeated = 0;
  for (const { cells, line } of rows) {
    if (cells.every((cell) => cell.trim() === "")) {
      empty += 1;
      continue;
    }
    const card = cardOf(cells, columns, origin, (message) => skips.add("unreadable_cell", message, `line ${line}`));
    if (card === undefined)
      skips.add("nobody_in_row", "The row names nobody and has no address; it was left out.", `line ${line}`);
    else if (byKey.has(card.key)) repeated += 1;
    else byKey.set(card.key, card);
  }
  skips.addMany("empty_row", empty, "Rows without any content were left out.");
  skips.addMany("repeated_row", repeated, "Rows that repeat an earlier one were left out.");
  return [...byKey.values()];
}

function cardOf(
  cells: readonly string[],
  columns: Columns,
  origin: "linkedin" | "csv",
  tell: (message: string) => void,
): Card | undefined {
  const all = (field: Field) =>
    (columns.get(field) ?? []).map((column) => oneLine(cells[column] ?? "")).filter((cell) => cell !== "");
  const first = (field: Field) => all(field)[0];
  const [givenName, familyName] = [first("givenName"), first("familyName")];
  const name = first("name") ?? ([givenName, familyName].filter((part) => part !== undefined).join(" ") || undefined);
  // Google joins several values of one cell with " ::: ".
  const written = all("address").flatMap((cell) => cell.split(/\s*(?::::|[;,])\s*/));
  const addresses = unique(written.map(addressIn).filter((address) => address !== undefined));
  if (written.length > 0 && addresses.length === 0)
    tell(`'${written[0]?.slice(0, 60)}' is no mail address; the row was kept without it.`);
  if (name === undefined && addresses.length === 0) return undefined;
  const phones = unique(
    all("phone")
      .flatMap((cell) => cell.split(/\s*:::\s*/))
      .filter((phone) => /\d/.test(phone) && phone.length <= 60),
  );
  const links = unique(all("link").filter((link) => /^https?:\/\/\S+$/i.test(link)));
  const company = first("company");
  const title = first("title");
  const note = (columns.get("note") ?? []).map((column) => (cells[column] ?? "").trim()).find((cell) => cell !== "");
  const connected = first("connectedOn");
  const connectedOn = connected === undefined ? undefined : readConnectedOn(connected);
  if (connected !== undefined && connectedOn === undefined)
    tell(`'${connected.slice(0, 40)}' is no date; the row was kept without it.`);
  const fields = {
    ...(name !== undefined && { name }),
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    addresses,
    phones,
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    links,
    ...(note !== undefined && { note: note.slice(0, noteChars) }),
    ...(connectedOn !== undefined && { connectedOn }),
  };
  const profile = origin === "linkedin" ? links[0] : undefined;
  return { key: profile ?? digestOf(fields), origin, ...fields };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const unique = (values: readonly string[]) => [...new Set(values)];

/** The same row read again has the same key. */
const digestOf = (fields: object) =>
  `digest:${createHash("sha256").update(JSON.stringify(fields)).digest("hex").slice(0, 32)}`;
