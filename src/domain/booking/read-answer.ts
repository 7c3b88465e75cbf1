/**
 * A letter of theirs read against everything that they were offered (M6): a reminder's times are newer, and an answer may
 * still mean an older letter's. It is a yes only when all of it comes to one time.
 */
import { because } from "../because.ts";
import type { OfferedTime } from "../draft/offer.ts";
import { isLanguage, type Language } from "../mail/language.ts";
import type { TrimmedText } from "../mail/new-text.ts";
import { limitsBeside } from "../reply/limits-beside.ts";
import { type OfferMade, type ReplyMeaning, readReply } from "../reply/meaning.ts";
import { type Suiting, suiting } from "../reply/suiting.ts";
import type { Instant, Zone } from "../time.ts";

export type OfferRead = {
  times: readonly OfferedTime[];
  ranges?: readonly OfferedTime[];
  locale: string;
  readersZone?: Zone;
};

export type Written = {
  at: Instant;
  /** In which the letters' times are written: the owner's. */
  zone: Zone;
  /** Of the answer, when no letter tells. */
  language: Language;
  /** The name of whom was asked. */
  asked?: string;
  /** The owner's name. */
  owner?: string;
};

/** `offers` are those that were made before it, the newest first. */
export function readAnswer(text: TrimmedText | string, offers: readonly OfferRead[], written: Written): ReplyMeaning {
  const readings = (offers.length === 0 ? [noOffer] : offers).map((offer) => readOne(text, madeOf(offer, written)));
  const [newest] = readings;
  const accepted = readings.flatMap((one) => (one.kind === "accept" && one.slot.startsAt > written.at ? [one] : []));
  const starts = new Set(accepted.map(({ slot }) => slot.startsAt));
  if (starts.size > 1)
    return {
      kind: "unclear",
      confidence: 0.75,
      because: [because("M6.two_letters", "It can mean a time of your last letter, or one of an earlier one.")],
    };
  return accepted[0] ?? newest!;
}

/** Of an offer that asks which of its times suit, whoever is asked may name several. */
export const readSuiting = (text: TrimmedText | string, offer: OfferRead, written: Written): Suiting =>
  suiting(text, madeOf(offer, written));

/** An offered hour that is named and bounded in one breath is a limit, and neither a yes nor a proposal (R34). */
function readOne(text: TrimmedText | string, made: OfferMade): ReplyMeaning {
  const read = readReply(text, made);
  if (!namesOffered(read, made)) return read;
  const limits = limitsBeside(text, made);
  const isBounded = limits.some(({ clock }) => clock?.kind === "from" || clock?.kind === "until");
  if (read.kind === "counter" ? limits.length === 0 : !isBounded) return read;
  return { kind: "constraint", limits, noneOfThem: false, confidence: 0.75, because: read.because };
}

/** As a proposal of theirs, or among several readings. */
const namesOffered = (read: ReplyMeaning, { slots }: OfferMade): boolean =>
  read.kind === "counter"
    ? read.times.some(({ windows }) =>
        windows.some(({ isExact, from }) => isExact && slots.some(({ startsAt }) => startsAt === from)),
      )
    : read.kind === "unclear" && read.because.some(({ rule }) => severalReadings.has(rule));

const severalReadings: ReadonlySet<string> = new Set(["M6.two_readings", "M6.yes_and_no"]);

const noOffer: OfferRead = { times: [], locale: "" };

const madeOf = (
  { times, ranges = [], locale, readersZone }: OfferRead,
  { at, zone, language, asked, owner }: Written,
): OfferMade => ({
  slots: times,
  ranges,
  zone,
  ...(readersZone !== undefined && readersZone !== zone && { writersZone: readersZone }),
  language: isLanguage(locale) ? locale : language,
  writtenAt: at,
  ...(asked !== undefined && { asked }),
  ...(owner !== undefined && { owner }),
});
