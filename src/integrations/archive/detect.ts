/** What a file is, told by its first bytes; its name only breaks ties. */
import { beginsLikeHeaders } from "./mbox.ts";

export type Detected =
  | { kind: "mbox" | "eml" | "ics" | "vcf" | "csv" | "zip" | "gz" | "emlx" | "empty" }
  /** Two-byte text, as some systems save messages and lists. */
  | { kind: "utf16"; label: "utf-16le" | "utf-16be" }
  | { kind: "unknown" };

/** `head` holds the first 64 kB or all there is; `name` is the file's own name. */
export function detect(head: Buffer, name: string): Detected {
  if (head.length === 0) return { kind: "empty" };
  if (head[0] === 0x50 && head[1] === 0x4b && /^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head.toString("latin1", 0, 4)))
    return { kind: "zip" };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: "gz" };
  if (head[0] === 0xff && head[1] === 0xfe) return { kind: "utf16", label: "utf-16le" };
  if (head[0] === 0xfe && head[1] === 0xff) return { kind: "utf16", label: "utf-16be" };

  const text = unixLines(head.toString("latin1", 0, 16 * 1024).replace(/^\xef\xbb\xbf/, "")).replace(/^\n+/, "");
  if (text.trim() === "") return { kind: /^\s*$/.test(head.toString("latin1")) ? "empty" : "unknown" };
  if (/^BEGIN:VCALENDAR\s/i.test(text.trimStart())) return { kind: "ics" };
  if (/^BEGIN:VCARD\s/i.test(text.trimStart())) return { kind: "vcf" };
  if (text.startsWith("From ") && beginsLikeHeaders(text.slice(text.indexOf("\n") + 1))) return { kind: "mbox" };
  if (/^\d{1,12} *\n/.test(text) && beginsLikeHeaders(text.slice(text.indexOf("\n") + 1))) return { kind: "emlx" };
  if (beginsLikeHeaders(text)) return { kind: isMboxName(name) ? "mbox" : "eml" };
  if (isMailName(name) && text.startsWith("From ")) return { kind: "mbox" };
  if (/\.eml$/i.test(name) && !text.includes("\0")) return { kind: "eml" };
  if (isTable(text, name)) return { kind: "csv" };
  return { kind: "unknown" };
}

/** Old Macs ended lines with a carriage return alone. */
const unixLines = (text: string): string =>
  text.includes("\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\r", "\n");

const isMboxName = (name: string): boolean => /(?:^|\.)(?:mbox|mbx)$/i.test(name);
const isMailName = (name: string): boolean => isMboxName(name) || /\.(?:eml|txt)$/i.test(name);

/** A table has a header row that names an address, a name or a profile, and a separator between its columns. */
function isTable(text: string, name: string): boolean {
  if (text.includes("\0")) return false;
  const lines = text.split("\n", 40);
  const header = lines.find((line) => /[,;\t]/.test(line) && /e-?mail|name|nom|vorname|nombre/i.test(line));
  if (/\.(?:csv|tsv)$/i.test(name)) return lines.some((line) => /[,;\t]/.test(line));
  return header !== undefined && /^\W*First Name,Last Name,/i.test(header);
}
