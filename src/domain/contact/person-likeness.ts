/** Whether a display name, with the address beside it, is a person's. */
import type { Address } from "../mail/message.ts";
import { localPartOf } from "./address.ts";
import { isKnownName } from "./given-names.ts";
import { alsoSurnames, neverSurnames, particles, selfWords } from "./name-words.ts";
import { deskWords, fold, machineWords, organisationWords } from "./role-words.ts";
import { bareName, brandOfAddress, eastAsian, isSite, splitWords } from "./split-name.ts";

/**
 * How much a display name looks like a person's, −1 (surely an organisation or role) to 1 (surely a person); 0 says
 * nothing. Scripts other than Latin are judged by shape alone.
 */
export function personLikeness(display: string, address?: Address): number {
  const clean = bareName(display);
  if (clean === "") return 0;
  if (clean.includes("@")) return 0;
  if (isSite(clean)) return -0.6;
  const brand = brandOfAddress(address);
  const { words, familyFrom } = splitWords(clean, brand);
  const folded = words.map((word) => fold(word).replace(/[.']/g, ""));
  const roles = folded.filter((word) => organisationWords.has(word)).length;
  const builtFromName = address !== undefined && matchesLocalPart(folded, localPartOf(address));
  const couldBeSurname =
    roles === 1 &&
    (builtFromName || familyFrom !== undefined) &&
    folded.length >= 2 &&
    folded[0] !== brand &&
    !isRoleWord(folded[0] ?? "") &&
    !neverSurnames.has(folded.at(-1) ?? "");
  const isSurname = couldBeSurname && alsoSurnames.has(folded.at(-1) ?? "");
  if (roles === 1 && !isSurname && familyFrom === undefined && isPairOf(folded, address)) return 0;
  if (roles > 0 && !isSurname) return roles >= 2 || words.length <= 2 ? -1 : -0.7;
  // "Atención al Cliente": small words between do not make it a name.
  const large = folded.filter((word) => !particles.has(word));
  if (large.length > 0 && large.every((word) => deskWords.has(word) || machineWords.has(word))) return -1;
  if (folded[0] === "the") return -0.4;
  if (isCouple(clean, folded, address)) return 0.3;
  if (/[&%$€£#!?=_/]|\d/.test(clean)) return -0.5;
  if (words.length > 5) return -0.5;
  const local = address === undefined ? "" : fold(localPartOf(address));
  // "Acme" at acme.example is the house, a little less surely when the address is acme@ ("Emilio" at emilio.example).
  // "Bea" at b@bea.example signs with her initial.
  if (words.length === 1 && folded[0] === brand) return local === brand.charAt(0) ? 0.1 : local === brand ? -0.4 : -0.6;
  // "Lea Park" at leapark.example may well be a person's own; "Outfit Returns" at outfit.example is a desk.
  if (folded.join("") === brand) return 0.5;
  // "Outfit Returns" at outfit.example is a desk, Kirsty Bain writing from me@kirsty.example is she.
  if (words.length > 1 && folded[0] === brand && local !== brand && familyFrom === undefined && !selfWords.has(local))
    return -0.5;
  if (eastAsian.test(clean)) return clean.replace(/\s/g, "").length <= 6 ? 0.5 : 0;
  if (words.length === 1) return /^\p{Lu}/u.test(clean) ? 0.1 : 0;
  const capitalised = words.every(
    (word) => /^\p{Lu}/u.test(word) || particles.has(fold(word)) || !/\p{Ll}|\p{Lu}/u.test(word),
  );
  const base = capitalised ? 0.6 : 0.3;
  const letters = local.replace(/[^a-z]/g, "");
  // "Parcelo Tracking" at tracking@: the word they share is the role's.
  if (machineWords.has(letters) && folded.includes(letters)) return isPairOf(folded, address) ? 0 : -0.7;
  return builtFromName && !deskWords.has(letters) ? 1 : base;
}

const isRoleWord = (word: string): boolean =>
  organisationWords.has(word) || deskWords.has(word) || machineWords.has(word);

/**
 * The local part is built of exactly these two words, of one and an initial, or is the one that names a role beside a
 * known name: "Bob Help" at bob.help@ or help.b@, "Alert Jansen" at alert@. Hardly a name, but not surely a desk either: the owner is
 * asked.
 */
function isPairOf(folded: readonly string[], address: Address | undefined): boolean {
  const [first = "", last = "", ...more] = folded.filter((word) => !particles.has(word));
  const hasParticle = folded.length > 2 && more.length === 0;
  if (address === undefined || last === "" || more.length > 0) return false;
  const brand = brandOfAddress(address);
  const local = fold(localPartOf(address)).replace(/[^a-z]/g, "");
  const other = local === first ? last : local === last ? first : undefined;
  if (other !== undefined && (hasParticle || isKnownName(other))) return !isRoleWord(other) && other !== brand;
  if (isRoleWord(first) || first === brand) return false;
  return [first + last, last + first, last + first.charAt(0), first.charAt(0) + last].includes(local);
}

/** Whether an address and the name beside it share a role's word only because the name holds it. */
export const isNamedAfterRole = (display: string, address: Address): boolean =>
  isPairOf(wordsIn(display, address), address);

const wordsIn = (display: string, address: Address): string[] =>
  splitWords(bareName(display), brandOfAddress(address)).words.map((word) => fold(word).replace(/[.']/g, ""));

/** "Joan & Fred Baker" at thebakers@: two people of one family name, which the address shows and the house does not. */
function isCouple(clean: string, folded: readonly string[], address: Address | undefined): boolean {
  const family = folded.at(-1) ?? "";
  if (address === undefined || family.length < 4 || family === brandOfAddress(address)) return false;
  return couple.test(clean) && fold(localPartOf(address)).includes(family);
}

const couple = /^\p{Lu}\p{L}+ (?:&|and|und|et|y) \p{Lu}\p{L}+ \p{Lu}\p{L}+$/u;

export const isPersonName = (display: string, address?: Address): boolean => personLikeness(display, address) >= 0.3;

/** True when the local part is built from these name words: priya.nair, pnair, nairp, priyan, nair … (folded words). */
export function matchesLocalPart(foldedWords: readonly string[], localPart: string): boolean {
  const local = fold(localPart)
    .replace(/\+.*$/, "")
    .replace(/[^\p{L}]/gu, "");
  const words = foldedWords.map((word) => word.replace(/[^\p{L}]/gu, "")).filter((word) => word.length > 1);
  if (local.length < 3) return false;
  return words.some((word, at) => {
    if (word.length < 3) return false;
    if (local === word) return true;
    return words.some((other, otherAt) => {
      if (at === otherAt) return false;
      const pair = [other + word, word + other, other.charAt(0) + word, word + other.charAt(0)];
      return pair.includes(local) || (word.length >= 4 && local.includes(word) && local.includes(other.slice(0, 2)));
    });
  });
}
