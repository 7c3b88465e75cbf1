/** What an address alone tells: its normal form, its mailbox, its domain, and the words its local part is made of. */
import type { Address } from "../mail/message.ts";

/**
 * The address in a text such as ` <Priya.Nair@Acme.example> ` or `mailto:priya@acme.example`, lower-cased; undefined when
 * there is none. Case of the local part is dropped: no mailbox in use tells `Priya@` from `priya@`.
 */
export function normaliseAddress(text: string): Address | undefined {
  let bare = text.trim().toLowerCase();
  if (bare.startsWith("mailto:")) bare = bare.slice("mailto:".length);
  const open = bare.lastIndexOf("<");
  if (open >= 0) bare = bare.slice(open + 1, bare.endsWith(">") ? -1 : undefined).trim();
  if (bare.length >= 2 && bare.startsWith("'") && bare.endsWith("'")) bare = bare.slice(1, -1);
  if (bare.length > 320) return undefined;
  const at = bare.lastIndexOf("@");
  if (at < 1 || at === bare.length - 1 || unfit.test(bare)) return undefined;
  return bare;
}

const unfit = /[\s<>,;()[\]\\]|\.\.|@\.|@.*@|\.$/;

export const localPartOf = (address: Address): string => address.slice(0, Math.max(0, address.lastIndexOf("@")));
export const domainOf = (address: Address): string => address.slice(address.lastIndexOf("@") + 1);

/**
 * The mailbox behind an address, for "is this the same one?": plus tags dropped, googlemail.com read as gmail.com, and
 * for Gmail the dots of the local part dropped (they do not count there). Two addresses with one key are one mailbox.
 */
export function mailboxKey(address: Address): string {
  const domain = domainOf(address);
  const plus = localPartOf(address).split("+")[0] ?? "";
  const local = plus === "" ? localPartOf(address) : plus;
  const isGmail = domain === "gmail.com" || domain === "googlemail.com";
  return isGmail ? `${local.replaceAll(".", "")}@gmail.com` : `${local}@${domain}`;
}

export const sameMailbox = (one: Address, other: Address): boolean => mailboxKey(one) === mailboxKey(other);

/** A mail domain that anybody can have an address at: it says nothing about an employer (R6, R8). */
export const isFreeMail = (domain: string): boolean => freeMail.has(domain) || freeMailBrands.has(brandOf(domain));

/** Brands that give away mail under many country endings. */
const freeMailBrands = new Set(["hotmail", "outlook", "live", "msn", "yahoo", "ymail", "gmx", "yandex", "tutanota"]);

const freeMail = new Set(
  (
    "gmail.com googlemail.com rocketmail.com icloud.com me.com mac.com aol.com aim.com proton.me protonmail.com " +
    "protonmail.ch pm.me tuta.io tuta.com tutamail.com fastmail.com fastmail.fm hey.com zoho.com mail.com email.com " +
    "hushmail.com posteo.de posteo.net mailbox.org web.de freenet.de t-online.de arcor.de online.de orange.fr " +
    "wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it uol.com.br " +
    "bol.com.br terra.com.br terra.es telefonica.net wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz mail.ru " +
    "inbox.ru list.ru bk.ru rambler.ru ya.ru ukr.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net " +
    "rediffmail.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net charter.net cox.net earthlink.net " +
    "btinternet.com sky.com ntlworld.com virginmedia.com talktalk.net bigpond.com optusnet.com.au xtra.co.nz " +
    "shaw.ca rogers.com sympatico.ca bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl " +
    "home.nl telia.com online.no abv.bg duck.com passmail.net"
  ).split(" "),
);

/**
 * The part of a domain that one organisation registers: `mail.eu.acme.co.uk` → `acme.co.uk`. Knows the common
 * two-level endings only, not the whole public suffix list: it compares companies, it guards nothing.
 */
export function registrableDomain(domain: string): string {
  if (domain.indexOf(".") === domain.lastIndexOf(".")) return domain.toLowerCase();
  const labels = domain.toLowerCase().split(".");
  const country = labels.at(-1) ?? "";
  const second = labels.at(-2) ?? "";
  const isTwoLevel = country.length === 2 && secondLevel.has(second);
  return labels.slice(isTwoLevel ? -3 : -2).join(".");
}

const secondLevel = new Set(
  "co com org net ac edu gov gob gouv gv or ne go ltd plc sch nhs me asso adv ind".split(" "),
);

/** True when both domains belong to one organisation; free mail never does (R6). */
export const sameOrganisation = (one: string, other: string): boolean =>
  !isFreeMail(one) && registrableDomain(one) === registrableDomain(other);

/** The name in front of the ending: `mail.acme.co.uk` → `acme`. */
export function brandOf(domain: string): string {
  const registered = registrableDomain(domain);
  const dot = registered.indexOf(".");
  return dot < 0 ? registered : registered.slice(0, dot);
}

/** The words of a local part, split at anything that is not a letter: `no-reply.uk2` → ["no", "reply", "uk"]. */
export const tokensOf = (localPart: string): string[] =>
  (localPart.match(plainLetters.test(localPart) ? /[a-z]+/gi : /[\p{L}\p{M}]+/gu) ?? []) as string[];

const plainLetters = /^[\x00-\x7f]*$/;

/**
 * The domains whose people are the owner's colleagues (S6): those of the owner's own addresses, free mail left out.
 * Given as registrable domains, so that `eu.acme.example` and `acme.example` are one house.
 */
export const ownDomainsOf = (ownAddresses: readonly Address[]): string[] => [
  ...new Set(
    ownAddresses
      .map(domainOf)
      .filter((domain) => !isFreeMail(domain))
      .map(registrableDomain),
  ),
];
