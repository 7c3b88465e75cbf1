/**
 * Reads RFC 5322 and MIME as a provider does when it takes a message apart: every header as written, the tree of parts, and
 * decoded bodies. Never throws: what is no MIME is one text part.
 */
import type { Correspondent } from "../../domain/mail/message.ts";

export type Header = { name: string; value: string };

export type MimePart = {
  /** In the order of the message, unfolded, values as written. */
  headers: readonly Header[];
  /** Lower-cased, e.g. "text/plain". */
  mediaType: string;
  /** Of Content-Type, names lower-cased. */
  parameters: Readonly<Record<string, string>>;
  fileName: string;
  /** Decoded from its transfer encoding; empty for multipart. */
  body: Buffer;
  parts: readonly MimePart[];
};

const depthMost = 20;

export function readMime(raw: Buffer, depth = 0): MimePart {
  const { head, body } = split(raw);
  const headers = readHeaderSection(head);
  const type = withParameters(headerOf(headers, "Content-Type") ?? "text/plain");
  const disposition = withParameters(headerOf(headers, "Content-Disposition") ?? "");
  const { boundary } = type.parameters;
  const mediaType = type.value === "" ? "text/plain" : type.value;
  const isMultipart = mediaType.startsWith("multipart/") && boundary !== undefined && depth < depthMost;
  return {
    headers,
    mediaType,
    parameters: type.parameters,
    fileName: decodeWords(disposition.parameters.filename ?? type.parameters.name ?? ""),
    body: isMultipart ? Buffer.alloc(0) : decoded(body, headerOf(headers, "Content-Transfer-Encoding") ?? "7bit"),
    parts: isMultipart ? pieces(body, boundary).map((piece) => readMime(piece, depth + 1)) : [],
  };
}

/** Only the headers, for those who ask for no more. */
export const readHeaders = (raw: Buffer): readonly Header[] => readHeaderSection(split(raw).head);

/** The first of a name, whatever its case. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** The part itself and all parts inside it, in order. */
export const partsOf = (part: MimePart): MimePart[] => [part, ...part.parts.flatMap(partsOf)];

/** The first part of a media type that is no attachment, as text. */
export function textOf(root: MimePart, mediaType: string): string | undefined {
  const part = partsOf(root).find(
    (one) => one.mediaType === mediaType && one.fileName === "" && one.parts.length === 0,
  );
  return part?.body.toString(part.parameters.charset?.toLowerCase() === "iso-8859-1" ? "latin1" : "utf8");
}

/** Replaces, adds or (undefined) takes out headers of the top section; the rest keeps its bytes. */
export function withHeaders(raw: Buffer, changes: Readonly<Record<string, string | undefined>>): Buffer {
  const { head, body } = split(raw);
  const names = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = head
    .toString("latin1")
    .split(/\r?\n(?![ \t])/)
    .filter((field) => field !== "" && !names.has(field.slice(0, field.indexOf(":")).trim().toLowerCase()));
  const added = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(`${[...added, ...kept].join("\r\n")}\r\n\r\n`, "latin1"), body]);
}

/** `Name <address>, other@…` in order; what holds no address is left out. Addresses are lower-cased. */
export function readCorrespondents(value: string | undefined): Correspondent[] {
  if (value === undefined) return [];
  const entries = value.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,"<])+/g) ?? [];
  return entries.flatMap((entry) => {
    const inBrackets = /^(.*)<\s*([^<>\s]+@[^<>\s]+)\s*>/s.exec(entry);
    const address = (inBrackets?.[2] ?? entry).trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) return [];
    const name = decodeWords(
      (inBrackets?.[1] ?? "")
        .trim()
        .replace(/^"(.*)"$/s, "$1")
        .replace(/\\(.)/g, "$1"),
    );
    return [{ address, ...(name !== "" && { name }) }];
  });
}

/** Ids between angle brackets, without them. */
export const readIds = (value: string | undefined): string[] =>
  [...(value ?? "").matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id as string);

/** RFC 2047 words, and UTF-8 that stands unencoded. */
export function decodeWords(value: string): string {
  const joined = value.replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, "$1");
  return joined.replace(/=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi, (_, charset: string, kind: string, text: string) => {
    const bytes =
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64")
        : unquoted(Buffer.from(text.replaceAll("_", " "), "latin1"));
    return bytes.toString(charset.toLowerCase() === "iso-8859-1" ? "latin1" : "utf8");
  });
}

function split(raw: Buffer): { head: Buffer; body: Buffer } {
  for (const blank of ["\r\n\r\n", "\n\n"]) {
    const at = raw.indexOf(blank);
    if (at !== -1 && (blank === "\r\n\r\n" || raw.subarray(0, at).indexOf("\r\n") === -1))
      return { head: raw.subarray(0, at), body: raw.subarray(at + blank.length) };
  }
  return { head: raw, body: Buffer.alloc(0) };
}

/** Header bytes are UTF-8 where they are not ASCII (RFC 6532). */
const readHeaderSection = (head: Buffer): Header[] =>
  head
    .toString("utf8")
    .split(/\r?\n(?![ \t])/)
    .flatMap((field) => {
      const colon = field.indexOf(":");
      if (colon < 1) return [];
      return [
        {
          name: field.slice(0, colon).trim(),
          value: field
            .slice(colon + 1)
            .replace(/\r?\n(?=[ \t])/g, "")
            .trim(),
        },
      ];
    });

function withParameters(value: string): { value: string; parameters: Record<string, string> } {
  const [first = "", ...rest] = value.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g) ?? [];
  const parameters = rest.flatMap((one): [string, string][] => {
    const equals = one.indexOf("=");
    if (equals < 1) return [];
    const text = one
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .replace(/\\(.)/g, "$1");
    return [[one.slice(0, equals).trim().toLowerCase(), text]];
  });
  return { value: first.trim().toLowerCase(), parameters: Object.fromEntries(parameters) };
}

/** What stands between the lines of a boundary. */
function pieces(body: Buffer, boundary: string): Buffer[] {
  const text = `\n${body.toString("latin1")}`;
  const parts = text.split(`\n--${boundary}`);
  return parts.slice(1).flatMap((part, index) => {
    if (part.startsWith("--")) return [];
    const isCut = index === parts.length - 2;
    const inner = part.replace(/^[ \t]*\r?\n/, "");
    return [Buffer.from(isCut ? inner : inner.replace(/\r$/, ""), "latin1")];
  });
}

function decoded(body: Buffer, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body.toString("latin1"), "base64");
    case "quoted-printable":
      return unquoted(Buffer.from(body.toString("latin1").replace(/=[ \t]*\r?\n/g, ""), "latin1"));
    default:
      return body;
  }
}

const unquoted = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString("latin1")
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
