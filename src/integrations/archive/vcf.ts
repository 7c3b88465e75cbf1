/**
 * Address book files: vCard 2.1, 3.0 and 4.0, many in one file. Never throws: a card that breaks off is kept as far
 * as it was read, and what is no card is said.
 */
import { createHash } from "node:crypto";
import type { Card } from "../../domain/contact/card.ts";
import type { Skipped } from "../scan.ts";
import { type ContentLine, contentLines, paramsOf, structuredValue, textValue } from "./content-lines.ts";
import { addressIn } from "./ics-people.ts";
import { Skips } from "./skips.ts";
import { textOfBytes } from "./text-of-bytes.ts";

export type VcfReading = { cards: Card[]; skipped: Skipped[] };

/** `where` names the file in messages. */
export function readVcf(bytes: Uint8Array, where: string): VcfReading {
  const skips = new Skips(where);
  const { text, linesRepaired, bytesDropped } = textOfBytes(bytes);
  skips.addMany("not_utf8", linesRepaired, "Lines that are not UTF-8 were read as Windows-1252.");
  if (bytesDropped > 0)
    skips.add("file_too_large", `The file is too large; its last ${bytesDropped} bytes were not read.`);

  const byKey = new Map<string, Card>();
  let open: Draft | undefined;
  let began = false;
  const close = (complete: boolean) => {
    if (open === undefined) return;
    const card = cardOf(open, complete, skips);
    if (card !== undefined) {
      if (byKey.has(card.key))
        skips.add(
          "same_card",
          `The card '${nameFor(card)}' is in the file twice; the later one was kept.`,
          `line ${open.line}`,
        );
      byKey.set(card.key, card);
    }
    open = undefined;
  };
  for (const line of contentLines(text, 0, text.length, 1)) {
    if ("unreadable" in line) {
      if (open !== undefined)
        skips.add(
          "unreadable_line",
          `'${line.unreadable}' is no vCard line; the rest of the card was kept.`,
          `line ${line.line}`,
        );
    } else if (line.name === "BEGIN" && isCard(line)) {
      close(false);
      began = true;
      open = emptyDraft(line.line);
    } else if (line.name === "END" && isCard(line)) close(true);
    else if (open !== undefined) note(open, line);
  }
  close(false);
  if (!began) skips.add("not_a_card", "No vCard was found in the file; nothing was kept.");
  return { cards: [...byKey.values()], skipped: skips.all() };
}

const isCard = (line: ContentLine) => line.value.trim().toUpperCase() === "VCARD";

/** What one card says, before it is judged. */
type Draft = {
  line: number;
  uid?: string;
  formattedName?: string;
  familyName?: string;
  givenName?: string;
  nickname?: string;
  addresses: Preferred[];
  phones: Preferred[];
  links: string[];
  company?: string;
  title?: string;
  role?: string;
  postalAddress?: string;
  note?: string;
  isGroup: boolean;
  linesCut: number;
};

/** Preferred values come first; otherwise the order of the card stays. */
type Preferred = { value: string; rank: number };

const emptyDraft = (line: number): Draft => ({
  line,
  addresses: [],
  phones: [],
  links: [],
  isGroup: false,
  linesCut: 0,
});

const noteChars = 2_000;
const valuesMax = 100;

/** Takes one line into the draft; properties that Rapport has no use for are passed over. */
function note(draft: Draft, line: ContentLine): void {
  if (line.cut && !binaries.has(line.name)) draft.linesCut += 1;
  const field = textFields.get(line.name);
  if (field !== undefined) set(draft, field, oneLine(textValue(line)));
  else takeOthers.get(line.name)?.(draft, line);
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ["UID", "uid"],
  ["FN", "formattedName"],
  ["NICKNAME", "nickname"],
  ["TITLE", "title"],
  ["ROLE", "role"],
]);

const takeGroup = (draft: Draft, line: ContentLine) => {
  if (line.value.trim().toLowerCase() === "group") draft.isGroup = true;
};

const takeLink = (draft: Draft, line: ContentLine) => {
  const link = linkIn(textValue(line));
  if (link !== undefined && draft.links.length < valuesMax && !draft.links.includes(link)) draft.links.push(link);
};

const takeOthers: ReadonlyMap<string, (draft: Draft, line: ContentLine) => void> = new Map([
  [
    "N",
    (draft, line) => {
      const [family = "", given = ""] = structuredValue(line);
      set(draft, "familyName", oneLine(family));
      set(draft, "givenName", oneLine(given));
    },
  ],
  ["ORG", (draft, line) => set(draft, "company", oneLine(structuredValue(line).find((part) => part !== "") ?? ""))],
  ["EMAIL", (draft, line) => keep(draft.addresses, addressIn(textValue(line)), rankOf(line))],
  ["TEL", (draft, line) => keep(draft.phones, phoneIn(textValue(line)), rankOf(line))],
  [
    "ADR",
    (draft, line) => {
      const parts = structuredValue(line).map(oneLine);
      set(draft, "postalAddress", parts.filter((part) => part !== "").join(", "));
    },
  ],
  ["URL", takeLink],
  ["X-SOCIALPROFILE", takeLink],
  ["SOCIALPROFILE", takeLink],
  ["NOTE", (draft, line) => set(draft, "note", textValue(line).slice(0, noteChars).trimEnd())],
  ["KIND", takeGroup],
  ["X-ADDRESSBOOKSERVER-KIND", takeGroup],
]);

/** Pictures, sounds and keys are passed over, so their length is no matter. */
const binaries = new Set(["PHOTO", "LOGO", "SOUND", "KEY"]);

type TextField =
  | "uid"
  | "formattedName"
  | "familyName"
  | "givenName"
  | "nickname"
  | "company"
  | "title"
  | "role"
  | "postalAddress"
  | "note";

/** The first value of a property wins; an empty one is none. */
function set(draft: Draft, field: TextField, value: string): void {
  if (value !== "" && draft[field] === undefined) draft[field] = value;
}

function keep(values: Preferred[], value: string | undefined, rank: number): void {
  if (value === undefined || values.length >= valuesMax || values.some((known) => known.value === value)) return;
  values.push({ value, rank });
}

/** PREF=1 of 4.0 (1 is best of 100), TYPE=PREF of 3.0, the bare PREF of 2.1. */
function rankOf(line: ContentLine): number {
  const params = paramsOf(line);
  const pref = Number(params.get("PREF"));
  if (pref >= 1 && pref <= 100) return pref;
  return /(^|,)pref($|,)/i.test(params.get("TYPE") ?? "") ? 1 : 101;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function phoneIn(text: string): string | undefined {
  const phone = oneLine(text.replace(/^tel:/i, "").replace(/;ext=/i, " ext. "));
  return /\d/.test(phone) && phone.length <= 60 ? phone : undefined;
}

function linkIn(text: string): string | undefined {
  const link = text.trim();
  if (/^https?:\/\/\S+$/i.test(link) && link.length <= 2_000) return link;
  return /^www\.\S+\.\S+$/i.test(link) ? `https://${link}` : undefined;
}

function cardOf(draft: Draft, complete: boolean, skips: Skips): Card | undefined {
  const position = `line ${draft.line}`;
  const { familyName, givenName, company } = draft;
  const spoken = [givenName, familyName].filter((part) => part !== undefined).join(" ");
  const name = draft.formattedName ?? (spoken || draft.nickname);
  const title = draft.title ?? draft.role;
  if (draft.isGroup) {
    skips.add("group", `The group '${name ?? ""}' is a list of cards and no person; it was left out.`, position);
    return undefined;
  }
  const addresses = sorted(draft.addresses);
  const phones = sorted(draft.phones);
  if (name === undefined && addresses.length === 0 && phones.length === 0 && company === undefined) {
    skips.add("empty_card", "The card holds no name, no address and no number; it was left out.", position);
    return undefined;
  }
  const fields = {
    ...(name !== undefined && { name }),
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    addresses,
    phones,
    ...(company !== undefined && { company }),
    ...(title !== undefined && { title }),
    links: draft.links,
    ...(draft.postalAddress !== undefined && { postalAddress: draft.postalAddress }),
    ...(draft.note !== undefined && { note: draft.note }),
  };
  const card: Card = { key: draft.uid ?? digestOf(fields), origin: "vcard", ...fields };
  if (!complete)
    skips.add("truncated_card", `The card '${nameFor(card)}' breaks off; it is kept as far as it was read.`, position);
  if (draft.linesCut > 0)
    skips.add(
      "line_too_long",
      `A line of the card '${nameFor(card)}' is far too long; its beginning was kept.`,
      position,
    );
  return card;
}

const sorted = (values: readonly Preferred[]) =>
  [...values].sort((one, other) => one.rank - other.rank).map(({ value }) => value);

const nameFor = (card: Card) => (card.name ?? card.addresses[0] ?? card.phones[0] ?? card.company ?? "").slice(0, 80);

/** The same card read again has the same key. */
const digestOf = (fields: object) =>
  `digest:${createHash("sha256").update(JSON.stringify(fields)).digest("hex").slice(0, 32)}`;
