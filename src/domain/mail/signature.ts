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
  const others = pieces.flatMap((piece) => (piece !== signed?.line ? [piece] : piece.split(/, */).slice(1)));
  const titled = others.find((piece) => isTitle(piece));
  const housed = companyIn(others, titled, from);
  if (housed !== undefined) say("company", housed.line);
  // What stands beside the company on its line is what they are there, whatever the words: "Deckhand, Talver".
  const title = titled === undefined || titled === housed?.line ? (housed?.beside ?? titled) : titled;
  if (title !== undefined) say("title", titled ?? housed!.line);
  const postal = lines.filter((line) => isPostal(line) && phonesIn(line).length === 0);
  if (postal[0] !== undefined) say("postal_address", postal[0]);
  const links = [...new Set(lines.flatMap((line) => line.match(link) ?? []))].slice(0, 6);
  return {
    ...(signed !== undefined && { name: signed.name }),
    ...(title !== undefined && { title }),
    ...(housed !== undefined && { company: housed.company }),
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
    // "Ines Roca, Talver": turned around, a company would be her first name.
    const [own = line, ...behind] = line.replace(/^[-–—/~* ]+|[*,;.! ]+$/g, "").split(/, */);
    const bare =
      behind.length > 0 && !sharesWord(behind.join(" "), known) && sharesWord(own, known)
        ? own
        : [own, ...behind].join(", ");
    if (/\d|@|:/.test(bare) || bare.split(" ").length > 5 || isTitle(bare)) return [];
    const name = readName(bare);
    return name === undefined ? [] : [{ name, line, at, shares: sharesWord(bare, known) }];
  });
  const best = read.find(({ shares }) => shares) ?? read.find(({ at }) => at === 0);
  return best === undefined ? undefined : { name: best.name, line: best.line };
}

const sharesWord = (text: string, known: ReadonlySet<string>): boolean =>
  text.split(/[\s-]+/).some((word) => known.has(fold(word)));

const titleWords =
  /(?:^|[^\p{L}])(?:ceo|cto|cfo|coo|cmo|cio|vp|svp|evp|chief|president|vice[- ]president|director|manager|head of|lead|engineer|developer|designer|analyst|consultant|partner|founder|co-?founder|owner|associate|assistant|advisor|adviser|attorney|counsel|lawyer|architect|scientist|researcher|professor|lecturer|editor|producer|coordinator|specialist|officer|executive|representative|recruiter|accountant|buyer|trader|broker|administrator|supervisor|geschäftsführer(?:in)?|leiter(?:in)?|leitung|berater(?:in)?|referent(?:in)?|entwickler(?:in)?|vorstand|prokurist(?:in)?|inhaber(?:in)?|directeur|directrice|responsable|gérante?|chef(?:fe)? de|ingénieure?|chargée? de|conseill(?:er|ère)|avocate?|directora?|gerente|jefe|jefa|responsable|ingenier[oa]|consultor[a]?|socio|socia|abogad[oa])(?:$|[^\p{L}])/iu;

/** German joins what somebody does to what they do it with, and says whether it is a woman: "Produktmanagerin". */
const titleEndings =
  /\p{L}{2,}(?:manager|leiter|berater|entwickler|ingenieur|direktor|referent|sprecher|assistent|architekt|redakteur|vertreter|händler|planer|analyst|meister|anwalt|anwält|wissenschaftler|beauftragte|sachbearbeiter|controller|designer)(?:in|r|n)?(?:$|[^\p{L}])/iu;

const namesTitle = (text: string): boolean => titleWords.test(text) || titleEndings.test(text);

const isTitle = (piece: string): boolean =>
  piece.length <= 80 && namesTitle(piece) && !/[.!?]$|@|https?:/.test(piece) && piece.split(" ").length <= 10;

const legalForm =
  /(?:^|[\s,])(?:inc|ltd|llc|llp|gmbh|ag|kg|ohg|ug|se|sa|sas|sarl|s\.a\.?|s\.l\.?|sl|slu|plc|bv|nv|oy|ab|aps|a\/s|spa|s\.p\.a\.?|srl|corp|corporation|company|co|group|holding|university|universität|université|universidad|institute|institut|bank|partners|consulting|labs?|studio|agency|solutions|foundation|ventures|capital)\.?$/iu;

/** A company, the line it stands on, and what else that line says: what they are there. */
type Housed = { company: string; line: string; beside?: string };

function companyIn(
  pieces: readonly string[],
  title: string | undefined,
  { address }: Correspondent,
): Housed | undefined {
  const usable = pieces.filter(
    (piece) =>
      piece.length <= 100 &&
      !/@|https?:|www\.|\d{3}/.test(piece) &&
      !/[.!?]$/.test(piece.replace(/\b(?:inc|ltd|corp|co|s\.a|s\.l)\.$/i, "")),
  );
  const brand = isFreeMail(domainOf(address)) ? "" : lettersOf(brandOf(domainOf(address)));
  const isBrand = (part: string) => brand.length > 2 && lettersOf(part).includes(brand);
  const isHouse = (part: string) =>
    part.split(" ").length <= 4 &&
    part.split(" ").some((word) => organisationWords.has(fold(word))) &&
    /^\p{Lu}/u.test(part);
  const find = (isCompany: (part: string) => boolean) =>
    usable
      .map((line) => companyOn(line, (part) => !namesTitle(part) && isCompany(part)))
      .find((one) => one !== undefined);
  return (
    find((part) => legalForm.test(part)) ??
    find(isBrand) ??
    (title === undefined ? undefined : behindTitle(title)) ??
    find(isHouse)
  );
}

/** "Head of Data, Acme", "Teamleiter bei Acme": whatever follows the title is the company, unless it is a title too. */
function behindTitle(title: string): Housed | undefined {
  const [before, ...rest] = title.split(besideTitle);
  const company = rest.join(",").trim();
  return company === "" || namesTitle(company) ? undefined : { company, line: title, beside: before!.trim() };
}

const besideTitle = /,| at | bei | chez | en (?=\p{Lu})/u;
const besides = /, *| at | bei | chez | en (?=\p{Lu})| [-–—/@] /u;

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\d]/gu, "");

/** The part of a line that names a company, with its legal form; the rest is what they are there, when it could be that. */
function companyOn(line: string, isCompany: (part: string) => boolean): Housed | undefined {
  const parts = line.split(besides).map((part) => part.trim());
  const at = parts.findIndex((part) => isCompany(part));
  if (at < 0) return undefined;
  // "Stripe, Inc.": a bare form belongs to the name before it.
  const from = at > 0 && isBareForm(parts[at]!) ? at - 1 : at;
  const to = isBareForm(parts[at + 1] ?? "") ? at + 2 : at + 1;
  const [before, behind] = [parts.slice(0, from), parts.slice(to)];
  const beside = [before, behind.filter((part) => namesTitle(part))].find(
    (rest) => rest.length > 0 && rest.every((part) => isOccupation(part)),
  );
  return {
    company: parts.slice(from, to).join(", "),
    line,
    ...(beside !== undefined && { beside: beside.join(", ") }),
  };
}

const isBareForm = (part: string): boolean => !/\s/.test(part.trim()) && legalForm.test(` ${part}`);

/** Could say what somebody does: words, none of them a legal form or a house's. */
const isOccupation = (part: string): boolean =>
  /^\p{Lu}[\p{L}&/.'’ -]{2,50}$/u.test(part) &&
  !legalForm.test(part) &&
  !part.split(/\s+/).some((word) => organisationWords.has(fold(word)));

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
