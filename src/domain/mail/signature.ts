/**
 * What a signature tells about its writer (M7): name, title, company, phones, postal address, links, each with the line it
 * was read from. It only ever fills fields that are empty; the caller keeps what it knows. Nothing is read from the letter itself.
 */
import { type Because, because } from "../because.ts";
import { brandOf, domainOf, isFreeMail } from "../contact/address.ts";
import { type PersonName, readName } from "../contact/name.ts";
import { fold, organisationWords } from "../contact/role-words.ts";
import { isSignOff } from "./closing.ts";
import { linesOf } from "./lines.ts";
import type { Correspondent } from "./message.ts";
import type { TrimmedText } from "./new-text.ts";

export type Phone = { number: string; kind: "mobile" | "work" | "fax" | "unknown" };

export type Signature = {
  /** As the writer signs; `greeting` in it is how to address them. */
  name?: PersonName;
  title?: string;
  company?: string;
  phones: readonly Phone[];
  /** On one line, its parts joined by commas. */
  postalAddress?: string;
  /** Web addresses, profiles included. */
  links: readonly string[];
  because: readonly Because[];
};

const linesMax = 40;

export function readSignature({ closing, signature }: TrimmedText, from: Correspondent): Signature {
  const lines = [...linesOf(closing.text), ...linesOf(signature.text)]
    .map(({ seen }) => seen)
    .filter((seen) => seen !== "" && seen.length <= 160 && !isSignOff(seen))
    .slice(0, linesMax);
  const pieces = lines
    .flatMap((line) => line.split(/ [|•·] |\t| \/\/ | {2,}/))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const reasons: Because[] = [];
  const say = (field: string, line: string) =>
    reasons.push(because(`M7.${field}`, `Their signature says: "${line.slice(0, 80)}".`));
  const signed = nameIn(pieces, from);
  if (signed !== undefined) say("name", signed.line);
  const phones = pieces.flatMap(phonesIn).slice(0, 6);
  if (phones[0] !== undefined) say("phone", phones[0].number);
  const title = pieces.find((piece) => piece !== signed?.line && isTitle(piece));
  if (title !== undefined) say("title", title);
  const company = companyIn(
    pieces.filter((piece) => piece !== signed?.line),
    title,
    from,
  );
  if (company !== undefined) say("company", company);
  const postal = lines.filter((line) => isPostal(line) && phonesIn(line).length === 0);
  if (postal[0] !== undefined) say("postal_address", postal[0]);
  const links = [...new Set(lines.flatMap((line) => line.match(link) ?? []))].slice(0, 6);
  const parted = title === undefined ? undefined : partTitle(title);
  return {
    ...(signed !== undefined && { name: signed.name }),
    ...(parted !== undefined && { title: parted }),
    ...(company !== undefined && { company }),
    phones,
    ...(postal.length > 0 && { postalAddress: postal.slice(0, 3).join(", ").replace(/,+ *,/g, ",") }),
    links,
    because: reasons,
  };
}

const link =
  /(?:https?:\/\/|www\.)[^\s<>"')]{3,200}|(?:linkedin\.com|xing\.com|x\.com|github\.com)\/[^\s<>"')]{2,100}/giu;

/** The line that holds the writer's name: one that shares a word with the display name or the address, else the first name line. */
function nameIn(pieces: readonly string[], from: Correspondent): { name: PersonName; line: string } | undefined {
  const known = new Set(
    [...(from.name ?? "").split(/[\s,.]+/), ...from.address.split("@")[0]!.split(/[._-]+/)]
      .map(fold)
      .filter((word) => word.length > 2),
  );
  const read = pieces.slice(0, 6).flatMap((line, at) => {
    const bare = line.replace(/^[-–—/~* ]+|[*,;.! ]+$/g, "");
    if (/\d|@|:/.test(bare) || bare.split(" ").length > 5 || isTitle(bare)) return [];
    const name = readName(bare);
    return name === undefined
      ? []
      : [{ name, line, at, shares: bare.split(/[\s-]+/).some((word) => known.has(fold(word))) }];
  });
  const best = read.find(({ shares }) => shares) ?? read.find(({ at }) => at === 0);
  return best === undefined ? undefined : { name: best.name, line: best.line };
}

const titleWords =
  /(?:^|[^\p{L}])(?:ceo|cto|cfo|coo|cmo|cio|vp|svp|evp|chief|president|vice[- ]president|director|manager|head of|lead|engineer|developer|designer|analyst|consultant|partner|founder|co-?founder|owner|associate|assistant|advisor|adviser|attorney|counsel|lawyer|architect|scientist|researcher|professor|lecturer|editor|producer|coordinator|specialist|officer|executive|representative|recruiter|accountant|buyer|trader|broker|administrator|supervisor|geschäftsführer(?:in)?|leiter(?:in)?|leitung|berater(?:in)?|referent(?:in)?|entwickler(?:in)?|vorstand|prokurist(?:in)?|inhaber(?:in)?|directeur|directrice|responsable|gérante?|chef(?:fe)? de|ingénieure?|chargée? de|conseill(?:er|ère)|avocate?|directora?|gerente|jefe|jefa|responsable|ingenier[oa]|consultor[a]?|socio|socia|abogad[oa])(?:$|[^\p{L}])/iu;

const isTitle = (piece: string): boolean =>
  piece.length <= 80 && titleWords.test(piece) && !/[.!?]$|@|https?:/.test(piece) && piece.split(" ").length <= 10;

/** "Head of Data, Acme": what stands before the company. */
const partTitle = (title: string): string => {
  const [first = title, ...rest] = title.split(/,| at | bei | chez | en (?=\p{Lu})/u);
  return rest.length > 0 && titleWords.test(first) ? first.trim() : title;
};

const legalForm =
  /(?:^|[\s,])(?:inc|ltd|llc|llp|gmbh|ag|kg|ohg|ug|se|sa|sas|sarl|s\.a\.?|s\.l\.?|sl|slu|plc|bv|nv|oy|ab|aps|a\/s|spa|s\.p\.a\.?|srl|corp|corporation|company|co|group|holding|university|universität|université|universidad|institute|institut|bank|partners|consulting|labs?|studio|agency|solutions|foundation|ventures|capital)\.?$/iu;

function companyIn(
  pieces: readonly string[],
  title: string | undefined,
  { address }: Correspondent,
): string | undefined {
  const beside = title
    ?.split(/,| at | bei | chez /u)
    .slice(1)
    .join(",")
    .trim();
  if (beside !== undefined && beside !== "" && !titleWords.test(beside)) return beside;
  const usable = pieces.filter(
    (piece) =>
      piece !== title &&
      piece.length <= 60 &&
      !/@|https?:|www\.|\d{3}/.test(piece) &&
      !/[.!?]$/.test(piece.replace(/\b(?:inc|ltd|corp|co|s\.a|s\.l)\.$/i, "")),
  );
  const brand = isFreeMail(domainOf(address)) ? "" : fold(brandOf(domainOf(address)));
  return (
    usable.find((piece) => legalForm.test(piece)) ??
    usable.find(
      (piece) =>
        brand.length > 2 &&
        fold(piece)
          .replace(/[^\p{L}\d]/gu, "")
          .includes(brand.replace(/[^\p{L}\d]/gu, "")),
    ) ??
    usable.find(
      (piece) =>
        piece.split(" ").length <= 4 &&
        piece.split(" ").some((word) => organisationWords.has(fold(word))) &&
        /^\p{Lu}/u.test(piece),
    )
  );
}

const phone = /(?<![\d\p{L}])(?:\+|00|\()?\d(?:[\s().\-–/]{0,3}\d){6,14}(?:\s?(?:x|ext\.?|-)\s?\d{1,5})?(?!\d)/gu;

function phonesIn(piece: string): Phone[] {
  if (/https?:|www\.|@/.test(piece) || /(?:iban|vat|ust|siret|hrb|bic|account|register|fax.{0,3}$)/i.test(piece))
    return [];
  return [...piece.matchAll(phone)].flatMap((found): Phone[] => {
    const digits = found[0].replace(/\D/g, "");
    if (digits.length < 7 || digits.length > 15 || /^(?:19|20)\d{2}[-/.]\d/.test(found[0])) return [];
    const around =
      piece.slice(Math.max(0, found.index - 14), found.index).toLowerCase() +
      piece.slice(found.index + found[0].length, found.index + found[0].length + 10).toLowerCase();
    return [{ number: found[0].trim(), kind: phoneKind(around) }];
  });
}

const phoneKind = (around: string): Phone["kind"] =>
  /fax|f:|télécopie/.test(around)
    ? "fax"
    : /mob|cell|handy|port|móvil|m:|m\./.test(around)
      ? "mobile"
      : /tel|phone|office|direct|work|t:|t\.|fon|o:|d:|büro/.test(around)
        ? "work"
        : "unknown";

/** A street with a number, or a postcode with a town. */
const isPostal = (line: string): boolean =>
  line.length <= 120 &&
  (/\d{1,5}[a-z]?,? (?:\p{L}+[ .'-]){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|square|court|place|way|rue|quai|cours|allée|chemin|impasse|plaza|calle|paseo|avenida|suite|floor)(?![\p{L}])/iu.test(
    line,
  ) ||
    /(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|ufer|calle|c\/|avda\.?|via|plaza|paseo|rue) ?(?:[\p{L}.'-]+ ){0,4}\d{1,4}/iu.test(
      line,
    ) ||
    /(?:^|[ ,-])(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}[\p{L}-]{2,}/u.test(line) ||
    /\p{L}{3,},? [A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/u.test(line));

/** How to greet somebody, and where that was read: their own sign-off, else the display name; never the address's local part. */
export function greetingFrom(
  signature: Signature,
  from: Correspondent,
): { greeting: string; source: "sign_off" | "display_name" } | undefined {
  if (signature.name?.greeting !== undefined) return { greeting: signature.name.greeting, source: "sign_off" };
  const shown = from.name === undefined ? undefined : readName(from.name, from.address);
  return shown?.greeting === undefined ? undefined : { greeting: shown.greeting, source: "display_name" };
}
