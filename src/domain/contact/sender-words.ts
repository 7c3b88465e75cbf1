/** What an address and the name beside it tell of a sender: role words, the shape of a name, the domain. */
import { brandOf, domainOf, isFreeMail, localPartOf, registrableDomain, tokensOf } from "./address.ts";
import type { AddressEvidence } from "./evidence.ts";
import { isNamedAfterRole, personLikeness } from "./person-likeness.ts";
import { bulkLabels, compoundWords, deskWords, fold, machineWords, networkBrands } from "./role-words.ts";
import type { Sum } from "./sender-sum.ts";

/** The words of the address and the display name. A person's own name explains role words away ("ana.sales@"). */
export function weighWords(evidence: AddressEvidence, ownDomains: readonly string[], sum: Sum): void {
  const { address } = evidence;
  const local = fold(localPartOf(address));
  const domain = domainOf(address);
  // What follows a plus was chosen by whoever reads there: "jon.doe+newsletter@" is Jon Doe's.
  const tokens = tokensOf(local.replace(/\+.*$/, ""));
  const name = evidence.names[0]?.name;
  const likeness = name === undefined ? 0 : personLikeness(name, address);
  weighRoleWords(evidence, tokens, likeness, sum);
  if (likeness >= 0 && likeness < personalFrom && isNameShaped(local, tokens)) {
    sum.word(0.7, "M4.name_shape", `${address} is built like a first and a family name.`);
  }
  if (likeness > 0.2 && name !== undefined) {
    sum.word(1.6 * likeness, "M4.person_name", `"${name}" reads like a person's name.`);
  } else if (likeness < 0 && name !== undefined) {
    sum.word(2 * likeness, "M4.organisation_name", `"${name}" reads like an organisation or a role.`);
  }
  if (likeness < namedFrom && networkBrands.has(brandOf(domain)))
    sum.word(-2.5, "M4.network", `${domain} writes on behalf of a network or service.`);
  const isOwnHouse = ownDomains.includes(registrableDomain(domain));
  if (isOwnHouse || isFreeMail(domain))
    sum.add(0.7, "M4.house", isOwnHouse ? "It is from your own house." : `${domain} is a provider of private mail.`);
  else weighDomain(domain, sum);
  weighShape(local, sum);
}

/** From this likeness on a person's own name stands in the address too, and explains its words away. */
export const namedFrom = 0.95;

/** From this likeness on the display name is a person's, whoever's address it is. */
export const personalFrom = 0.5;

function weighRoleWords(
  { address, names }: AddressEvidence,
  tokens: readonly string[],
  likeness: number,
  sum: Sum,
): void {
  if (likeness >= namedFrom) return;
  const domain = domainOf(address);
  const brand = brandOf(domain).replace(/[^a-z]/g, "");
  const isDesk = (token: string) => deskWords.has(token) || isCompound(token);
  const isAllRole = tokens.every((token) => machineWords.has(token) || isDesk(token) || token === brand);
  const machineWord = tokens.find((token) => machineWords.has(token));
  const deskWord = tokens.find(isDesk);
  const isSurname = names[0] !== undefined && isNamedAfterRole(names[0].name, address);
  if (machineWord !== undefined) {
    const weight = isSurname ? -0.8 : isAllRole ? -4 : -2.5;
    sum.word(weight, "M4.machine_word", `"${machineWord}" in ${address} names a program.`);
  } else if (deskWord !== undefined) {
    const weight = isAllRole && likeness < personalFrom && !isSurname ? -2.6 : -0.8;
    sum.word(weight, "M4.desk_word", `"${deskWord}" in ${address} names a desk, not a person.`);
  } else if (names.length === 0 && tokens.length > 0 && tokens.join("") === brand && !isFreeMail(domain)) {
    sum.word(-0.8, "M4.brand_address", `${address} carries only the organisation's name.`);
  }
}

/** "kenneth.ray", "ana_ruiz": two or three plain words of which none names a role. */
const isNameShaped = (local: string, tokens: readonly string[]): boolean =>
  /^[a-z]+[._][a-z]+([._][a-z]+)?$/.test(local) &&
  tokens.every((token) => !machineWords.has(token) && !deskWords.has(token) && !isCompound(token)) &&
  tokens.some((token) => token.length > 2);

const isCompound = (token: string): boolean =>
  token.length > 8 && compoundWords.some((word) => token.startsWith(word) || token.endsWith(word));

function weighDomain(domain: string, sum: Sum): void {
  const labels = domain.split(".");
  const inFront = labels.slice(0, Math.max(0, labels.length - registrableDomain(domain).split(".").length));
  const bulk = inFront.find((label) => bulkLabels.has(label.replace(/\d+$/, "")));
  if (bulk !== undefined) sum.hint(-1, "M4.bulk_domain", `Mass mail is sent from domains like ${domain}.`);
}

/** Long digit runs and machine-made local parts; alone they never decide. */
function weighShape(local: string, sum: Sum): void {
  const digits = /\d{5,}/.test(local);
  const coded = local.includes("=") || /(?=.*\d)[0-9a-f]{16,}/.test(local) || local.length > 40;
  if (coded) sum.add(-1.2, "M4.coded_address", "The address is a code made by a program.");
  else if (digits) sum.hint(-0.5, "M4.many_digits", "The address has a long run of digits.");
}
