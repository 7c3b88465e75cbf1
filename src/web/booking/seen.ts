/** In which language and by which clock a visitor sees the public page: what the address says, else what the letter knew. */
import { type Instant, parseInstant, parseZone, sayInstant, utc, type Zone } from "../../domain/time.ts";
import { type Locale, locales } from "../../templates/catalogue.ts";
import type { Ask } from "../context.ts";
import { type PageWords, pageWords } from "./words/page-words.ts";

export type Seen = {
  locale: Locale;
  zone: Zone;
  words: PageWords;
  /** Of the link. */
  token: string;
  /** A page of the same link, seen the same way; `change` sees it another way. */
  at(page: "" | "book" | "move" | "suits" | "words" | "call-off" | "meeting.ics", change?: { lang?: Locale }): string;
  /** Chosen in the address: the browser's own zone does not outrank it. */
  isZoneChosen: boolean;
};

type Known = { locale?: string; zone?: Zone };

export function seenBy(ask: Ask, { locale: known, zone: usual }: Known): Seen {
  const lang = localeIn(ask.req.query("lang"));
  const zone = parseZone(ask.req.query("zone") ?? "");
  const locale = lang ?? localeIn(known) ?? acceptedIn(ask.req.header("accept-language") ?? "") ?? "en";
  const token = ask.req.param("token") ?? "";
  return {
    locale,
    zone: zone ?? usual ?? utc,
    words: pageWords[locale],
    token,
    at(page, change = {}) {
      const query = new URLSearchParams({
        ...((change.lang ?? lang) !== undefined && { lang: (change.lang ?? lang)! }),
        ...(zone !== undefined && { zone }),
      }).toString();
      return `/b/${encodeURIComponent(token)}${page === "" ? "" : `/${page}`}${query === "" ? "" : `?${query}`}`;
    },
    isZoneChosen: zone !== undefined,
  };
}

const localeIn = (text: string | undefined): Locale | undefined => locales.find((one) => one === text?.slice(0, 2));

const acceptedIn = (header: string): Locale | undefined =>
  header
    .split(",")
    .map((part) => localeIn(part.trim().toLowerCase()))
    .find((locale) => locale !== undefined);

/** "Tuesday 24 November" */
export const sayDate = ({ words, locale, zone }: Seen, at: Instant): string =>
  sayInstant(at, zone, words.dayStyle, locale);

/** "10:00" */
export const sayClock = ({ words, locale }: Seen, at: Instant, zone: Zone): string =>
  sayInstant(at, zone, words.clockStyle, locale);

/** Whether two wall clocks read alike at a moment. */
export const readsAlike = (one: Zone, other: Zone, at: Instant): boolean =>
  sayInstant(at, one, "yyyy-LL-dd HH:mm") === sayInstant(at, other, "yyyy-LL-dd HH:mm");

/** A moment as our pages write it; undefined for anything else. */
export function momentIn(text: string | undefined): Instant | undefined {
  const moment = parseInstant(text ?? "");
  return moment === text ? moment : undefined;
}
