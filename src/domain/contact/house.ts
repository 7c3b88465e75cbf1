/** Which company an address or a name belongs to, from words alone. */
import { brandOf, isFreeMail } from "./address.ts";
import { fold } from "./role-words.ts";

/** "Acme Consulting Ltd" is the house of acme.example and acme-consulting.example; free mail is nobody's house. */
export function isHouseOf(domain: string, company: string | undefined): boolean {
  if (company === undefined || isFreeMail(domain)) return false;
  const brand = brandOf(domain).replace(/[^\p{L}\p{N}]/gu, "");
  const words = companyWords(company);
  const joined = words.map((_, end) => words.slice(0, end + 1).join(""));
  return brand.length >= 2 && (joined.includes(brand) || initials(words) === brand);
}

/** "ACME Ltd" and "Acme" are one company; "Acme Bank" is another. */
export function isSameCompany(one: string, other: string): boolean {
  const [these, those] = [companyWords(one).join(" "), companyWords(other).join(" ")];
  return these !== "" && these === those;
}

/** What to search people by so that everybody of a company is among those found: its first word, and its initials. */
export function searchesForHouse(company: string): string[] {
  const words = companyWords(company);
  return [words[0] ?? "", initials(words)].filter((word) => word !== "");
}

const companyWords = (company: string): string[] =>
  fold(company)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !legalForms.has(word));

const initials = (words: readonly string[]): string =>
  words.length >= 2 ? words.map((word) => word.charAt(0)).join("") : "";

const legalForms = new Set(
  "the inc llc llp ltd limited plc corp corporation co gmbh ag kg sa sas sarl spa srl sl bv nv ab as oy".split(" "),
);
