/**
 * The market that the owner works in (R5): seven fields of the owner's own words. A match adds priority and never makes
 * mail. Words are looked for in what is written about a person; nothing about anybody is inferred.
 */
import { z } from "zod";
import { type Because, because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import { domainOf } from "./address.ts";
import { fold } from "./role-words.ts";
import { companyOf, type TargetCompany } from "./target-company.ts";

export const marketFields = [
  "industry",
  "profession",
  "segment",
  "niche",
  "demographic",
  "dynamic",
  "geography",
] as const;
export type MarketField = (typeof marketFields)[number];

/** Words, phrases, domains or places, each alone enough for its field; "insur*" takes insurer and insurance. */
const terms = z.array(z.string().trim().min(1).max(60)).max(30).default([]);

export const TargetMarket = z.object({
  industry: terms,
  profession: terms,
  segment: terms,
  niche: terms,
  demographic: terms,
  dynamic: terms,
  geography: terms,
});
export type TargetMarket = z.output<typeof TargetMarket>;

export type Targets = { market: TargetMarket; companies: readonly TargetCompany[] };

/** Of a person, what is written down somewhere. */
export type Described = {
  addresses: readonly Address[];
  company?: string;
  title?: string;
  /** A choice of the owner. */
  profession?: string;
  /** City, stated place or postal address. */
  places: readonly string[];
  /** The owner's own words about them, groups they share, what they help with. */
  notes: readonly string[];
};

/**
 * Why the person is in the owner's market; absent when they are not. A target company is enough. Else the geography must
 * fit where one is given, and one of the other fields where any is: an insurer in Lyon, not everybody in Lyon.
 */
export function targetMatch(person: Described, { market, companies }: Targets): Because | undefined {
  const company = companyOf(person.addresses, companies);
  if (company !== undefined)
    return because("R6.target_company", `They are at ${company.name}, a company you want to get into.`);
  const found = marketFields.flatMap((field) => {
    const term = market[field].find((one) => textsFor(field, person).some((text) => holds(text, one)));
    return term === undefined ? [] : [{ field, term }];
  });
  const isWhereWanted = market.geography.length === 0 || found.some(({ field }) => field === "geography");
  const isWhatWanted =
    marketFields.every((field) => field === "geography" || market[field].length === 0) ||
    found.some(({ field }) => field !== "geography");
  if (found.length === 0 || !isWhereWanted || !isWhatWanted) return undefined;
  const said = found.map(({ field, term }) => `${field} ${term.replace(/\*$/, "…")}`).join(", ");
  return because("R5.target_market", `They are in your market: ${said}.`, { fields: found.length });
}

/** Who somebody is by birth or belief stands nowhere but in the owner's own words: those alone are read for it. */
function textsFor(field: MarketField, { addresses, company, title, profession, places, notes }: Described): string[] {
  const job = [title, profession].filter((text) => text !== undefined);
  switch (field) {
    case "geography":
      return [...places];
    case "demographic":
      return [...notes];
    case "profession":
      return [...job, ...notes];
    default:
      return [...(company === undefined ? [] : [company]), ...job, ...notes, ...addresses.map(domainOf)];
  }
}

/** As whole words, whatever the accents and capitals; a trailing star takes every ending. */
function holds(text: string, term: string): boolean {
  const [hay, isPrefix] = [` ${words(text)} `, term.trim().endsWith("*")];
  const needle = words(term);
  return needle !== "" && hay.includes(isPrefix ? ` ${needle}` : ` ${needle} `);
}

const words = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

/** "insurance, reinsur*; acme.example" as typed in one field. */
export const readTerms = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((term) => term.trim().replace(/\s+/g, " "))
      .filter((term) => term !== ""),
  ),
];
