/**
 * Content lines, the grammar that iCalendar and vCard share (RFC 5545 §3.1, RFC 6350 §3.3): `NAME;PARAM=value:value`,
 * long lines folded, and in the old versions quoted-printable values with soft line breaks. Read leniently: one line
 * that makes no sense is told, and the next one is read as if nothing had happened.
 */

export type ContentLine = {
  /** 1 for the first line of the file: the physical line on which it starts. */
  line: number;
  /** Before the dot of `item1.EMAIL`, lower-cased. */
  group?: string;
  /** Upper-cased. */
  name: string;
  /** As written, undecoded: `;CN="Doe, Jane";PARTSTAT=ACCEPTED`, read by `paramsOf`. */
  paramText: string;
  /** Unfolded; escapes and quoted-printable still in place. */
  value: string;
  /** True when the line was longer than kept. */
  cut?: true;
};

/** A physical line that is no content line. */
export type UnreadableLine = { line: number; unreadable: string };

/** Longer logical lines are cut: enough for thousands of EXDATEs, little enough for a hostile file. */
export const lineCharsMax = 1_000_000;

/** The content lines of `text` between two offsets that stand at starts of lines; `firstLine` is the number of the first. */
export function* contentLines(
  text: string,
  from: number,
  to: number,
  firstLine: number,
): Generator<ContentLine | UnreadableLine> {
  let at = from;
  let lineNumber = firstLine;
  while (at < to) {
    const startedOn = lineNumber;
    let end = lineEnd(text, at, to);
    let logical = text.slice(at, trimmedEnd(text, at, end));
    at = end + 1;
    lineNumber += 1;
    let cut = false;
    if (at < to && (isFold(text, at) || endsSoft(logical))) {
      const parts = [logical];
      let length = logical.length;
      let soft = endsSoft(logical);
      if (soft) parts[0] = logical.slice(0, -1);
      while (at < to && (soft || isFold(text, at))) {
        end = lineEnd(text, at, to);
        const piece = text.slice(soft ? at : at + 1, trimmedEnd(text, at, end));
        const goesOn = soft && piece.endsWith("=");
        if (length < lineCharsMax) parts.push(goesOn ? piece.slice(0, -1) : piece);
        else cut = true;
        length += piece.length;
        soft = goesOn;
        at = end + 1;
        lineNumber += 1;
      }
      logical = parts.join("");
    }
    if (logical.length > lineCharsMax) {
      logical = logical.slice(0, lineCharsMax);
      cut = true;
    }
    if (logical === "" || isBlankLine(logical)) continue;
    const content = split(logical, startedOn);
    if (cut && "name" in content) content.cut = true;
    yield content;
  }
}

const lineEnd = (text: string, at: number, to: number) => {
  const found = text.indexOf("\n", at);
  return found < 0 || found > to ? to : found;
};
const trimmedEnd = (text: string, at: number, end: number) => (end > at && text[end - 1] === "\r" ? end - 1 : end);
const isFold = (text: string, at: number) => text[at] === " " || text[at] === "\t";
const isBlankLine = (line: string) => line.length < 200 && line.trim() === "";

/** A quoted-printable value that ends in "=" goes on in the next line, which is not indented. */
const endsSoft = (line: string) => line.endsWith("=") && /^[^:]{1,200}QUOTED-PRINTABLE[^:]*:/i.test(line);

function split(logical: string, line: number): ContentLine | UnreadableLine {
  const colon = valueStart(logical);
  if (colon < 0) return { line, unreadable: logical.slice(0, 80) };
  const semicolon = logical.indexOf(";");
  const nameEnd = semicolon >= 0 && semicolon < colon ? semicolon : colon;
  const written = logical.slice(0, nameEnd);
  const dot = written.indexOf(".");
  const name = (dot < 0 ? written : written.slice(dot + 1)).trim().toUpperCase();
  if (name === "" || name.length > 80 || name.includes(" ")) return { line, unreadable: logical.slice(0, 80) };
  return {
    line,
    ...(dot > 0 && { group: written.slice(0, dot).toLowerCase() }),
    name,
    paramText: logical.slice(nameEnd, colon),
    value: logical.slice(colon + 1),
  };
}

/** The colon that ends name and parameters: the first one outside quotes, or the first one at all when a quote never closes. */
function valueStart(logical: string): number {
  const first = logical.indexOf(":");
  const quote = logical.indexOf('"');
  if (quote < 0 || first < quote) return first;
  let quoted = false;
  for (let at = quote; at < logical.length; at += 1) {
    const char = logical[at];
    if (char === '"') quoted = !quoted;
    else if (char === ":" && !quoted) return at;
  }
  return first;
}

/** Parameters by upper-cased name; several values of one name are joined with ",". Bare words of vCard 2.1 count as TYPE. */
export type Params = ReadonlyMap<string, string>;

const none: Params = new Map();

export function paramsOf(line: ContentLine): Params {
  if (line.paramText.length < 2) return none;
  const params = new Map<string, string>();
  for (const part of partsOutsideQuotes(line.paramText.slice(1), ";")) {
    const equals = part.indexOf("=");
    const name = equals < 0 ? "TYPE" : part.slice(0, equals).trim().toUpperCase();
    const value = unquoted(equals < 0 ? part : part.slice(equals + 1));
    const before = params.get(name);
    if (value !== "" || before === undefined) params.set(name, before === undefined ? value : `${before},${value}`);
  }
  return params;
}

const unquoted = (value: string) =>
  value
    .replaceAll('"', "")
    .replace(/\^([n^'])/g, (_, code) => carets.get(code) ?? "")
    .trim();
/** RFC 6868: how parameters write line breaks, carets and quotes. */
const carets = new Map([
  ["n", " "],
  ["^", "^"],
  ["'", '"'],
]);

/** Splits at a one-character separator, except inside double quotes. */
function partsOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** The value of a TEXT property: quoted-printable decoded where the parameters say so, escapes resolved, trimmed. */
export function textValue(line: ContentLine): string {
  const decoded = decodedValue(line);
  return (decoded.includes("\\") ? unescaped(decoded) : decoded).trim();
}

/** The components of a structured value (N, ORG, ADR), split at unescaped semicolons. */
export function structuredValue(line: ContentLine): string[] {
  return splitUnescaped(decodedValue(line), ";").map((part) => unescaped(part).trim());
}

/** The items of a list value (CATEGORIES, EXDATE), split at unescaped commas. */
export const listValue = (line: ContentLine): string[] =>
  splitUnescaped(decodedValue(line), ",").map((part) => unescaped(part).trim());

function decodedValue(line: ContentLine): string {
  if (line.paramText === "" || !/QUOTED-PRINTABLE/i.test(line.paramText)) return line.value;
  return fromQuotedPrintable(line.value, paramsOf(line).get("CHARSET") ?? "utf-8");
}

const unescaped = (text: string) =>
  text.replace(/\\([nN,;:\\"])/g, (_, code: string) => (code === "n" || code === "N" ? "\n" : code));

function splitUnescaped(text: string, separator: string): string[] {
  if (!text.includes("\\")) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Quoted-printable octets in the given charset; octets that were already decoded letters stay as they are. */
function fromQuotedPrintable(value: string, charset: string): string {
  if (!value.includes("=")) return value;
  return value.replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) =>
    decoded(
      Uint8Array.from(run.slice(1).split("="), (hex) => Number.parseInt(hex, 16)),
      charset,
    ),
  );
}

function decoded(octets: Uint8Array, charset: string): string {
  for (const [label, fatal] of [
    [charset, true],
    ["utf-8", true],
    ["windows-1252", false],
  ] as const) {
    try {
      return new TextDecoder(label, { fatal, ignoreBOM: true }).decode(octets);
    } catch (problem) {
      // An unknown label is a RangeError, octets that are not of that charset a TypeError: the next one is tried.
      if (!(problem instanceof RangeError || problem instanceof TypeError)) throw problem;
    }
  }
  return "";
}
