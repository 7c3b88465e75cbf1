/**
 * What to look at before a first meeting with somebody known from the net alone (R8). Each warning says what is seen and
 * that the person was not met yet; none says that anybody is not who they claim.
 */
import { type Because, because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import { brandOf, domainOf, isFreeMail, sameOrganisation } from "./address.ts";
import { isHouseOf } from "./house.ts";
import type { VerificationLevel } from "./verification.ts";

export type Credentials = {
  level: VerificationLevel;
  addresses: readonly Address[];
  /** The employer that a card or signature names. */
  company?: string;
  /** Where their letters ask to be answered, when that is another house than they write from. */
  answersGoTo: readonly Address[];
  /** Letters of theirs that failed the sender's own check (DMARC). */
  failedChecks: number;
  /** Domains of people who were met, of target companies, and of the owner's own house. */
  knownDomains: readonly string[];
};

/** Once somebody was talked to live, nothing is warned of any more. */
export function verificationWarnings(person: Credentials): Because[] {
  if (person.level >= 3) return [];
  const { addresses, company, answersGoTo, failedChecks } = person;
  const domains = [...new Set(addresses.map(domainOf))];
  const warnings: Because[] = [];
  const warn = (rule: string, text: string) => warnings.push(because(rule, `${text}; not met yet.`));
  const isAtWork = domains.some((domain) => isHouseOf(domain, company));
  const free = domains.find(isFreeMail);
  if (company !== undefined && free !== undefined && !isAtWork)
    warn("R8.free_mail", `Works at ${company}, as a card or signature says, and writes from ${free}`);
  for (const domain of domains) {
    const known = person.knownDomains.find((one) => looksLike(domain, one));
    if (known !== undefined) warn("R8.look_alike", `Writes from ${domain}, which is not ${known}`);
  }
  for (const address of new Set(answersGoTo))
    warn("R8.reply_to", `Asks to be answered at ${address}, which is elsewhere`);
  if (failedChecks > 0) {
    const letters = failedChecks === 1 ? "One letter" : `${failedChecks} letters`;
    warn("R8.dmarc", `${letters} did not pass the check of the sender's own domain`);
  }
  return warnings;
}

/** How somebody known from the net alone is met first: by voice, briefly, then where other people are (R8). */
export type FirstMeeting = {
  meeting: "advice_call" | "any";
  minutes?: number;
  /** public_only: never at anybody's home. */
  venues: "public_only" | "any";
  because: Because;
};

const firstCallMinutes = 10;

/** `isOnlineOnly`: never met at an event, nor talked to live. */
export function firstMeeting({
  level,
  isOnlineOnly,
}: {
  level: VerificationLevel;
  isOnlineOnly: boolean;
}): FirstMeeting {
  if (isOnlineOnly && level <= 1) {
    const text = `Not met yet: a call of ${firstCallMinutes} minutes first, then a public place.`;
    return {
      meeting: "advice_call",
      minutes: firstCallMinutes,
      venues: "public_only",
      because: because("R8.call_first", text, { minutes: firstCallMinutes }),
    };
  }
  const venues = level < 4 ? "public_only" : "any";
  const text = level < 4 ? "Not met yet: a public place." : "You have met in person.";
  return { meeting: "any", venues, because: because(level < 4 ? "R8.public_place" : "R8.met", text) };
}

/** Shorter names are one letter apart by chance too often. */
const brandLettersMin = 5;

/** Another domain whose name reads as the known one, or differs from it by one slip of the pen. */
function looksLike(domain: string, known: string): boolean {
  if (isFreeMail(domain) || sameOrganisation(domain, known)) return false;
  const [one, other] = [brandOf(domain), brandOf(known)];
  if (one === other || other.length < brandLettersMin) return false;
  return readsAs(one) === readsAs(other) || isOneSlipApart(one, other);
}

/** Letters that are taken for each other at a glance. */
const readsAs = (brand: string): string =>
  brand
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replace(/[01l-]/g, (sign) => (sign === "0" ? "o" : sign === "-" ? "" : "i"));

/** One letter put in, left out or exchanged, or two neighbours swapped. */
function isOneSlipApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const [left, right] = [one.slice(start, end), other.slice(start, otherEnd)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
