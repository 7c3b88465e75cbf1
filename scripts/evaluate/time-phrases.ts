/**
 * Times in free text (M6): the days, hours and ranges read from each phrase against the listed ones, where any listed
 * reading counts. Each phrase is also read as a reply to offers of times that it does not name: a booking there is wrong.
 */
import { z } from "zod";
import { type OfferMade, readReply } from "../../src/domain/reply/meaning.ts";
import { readTimes } from "../../src/domain/reply/time-phrases.ts";
import type { DaySpan, TimePhrase } from "../../src/domain/reply/time-spans.ts";
import { addDays, after, instantAt, type PlainDate, utc } from "../../src/domain/time.ts";

const Reading = z.object({ value: z.string().optional(), start: z.string().optional(), end: z.string().optional() });
const language = z.enum(["en", "fr", "de", "es"]);

export const TimePhraseCorpus = z.object({
  kind: z.literal("time-phrase").optional(),
  language: language.optional(),
  cases: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        /** When it was written, on the wall: 2026-11-16T09:00:00. */
        ref: z.string(),
        language: language.optional(),
        /** Each time in it, with all its readings: `value`, or `start` and `end` (not included), of days, hours or both. */
        want: z.array(z.object({ type: z.string(), all: z.array(Reading).nonempty() })),
      }),
    )
    .nonempty(),
});
type TimeCase = z.infer<typeof TimePhraseCorpus>["cases"][number];

export type TimePhraseResult = {
  set: string;
  cases: number;
  /** Cases in which every wanted time was found and nothing else. */
  exact: number;
  /** By single times. */
  precision: number;
  recall: number;
  /** Bookings of offers that the text does not name. */
  offersTried: number;
  wrongBookings: number;
};

const workingHours = { from: 8 * 60, until: 19 * 60 };

export function evaluateTimePhrases(
  set: string,
  { cases, language: common }: z.infer<typeof TimePhraseCorpus>,
): TimePhraseResult {
  let exact = 0;
  let right = 0;
  let found = 0;
  let wanted = 0;
  let offersTried = 0;
  let wrongBookings = 0;
  for (const one of cases) {
    const spoken = one.language ?? common ?? "en";
    const writtenOn = one.ref.slice(0, 10) as PlainDate;
    const { phrases } = readTimes(one.text, { language: spoken, writtenOn, workingHours });
    const matched = matchAll(phrases, one.want);
    if (matched.right === one.want.length && matched.found === matched.right) exact += 1;
    right += matched.right;
    found += matched.found;
    wanted += one.want.length;
    for (const offer of decoys(one, spoken)) {
      offersTried += 1;
      if (readReply(one.text, offer).kind === "accept") wrongBookings += 1;
    }
  }
  const round = (figure: number) => Math.round(figure * 1000) / 1000;
  return {
    set,
    cases: cases.length,
    exact: round(exact / cases.length),
    precision: round(right / Math.max(1, found)),
    recall: round(right / Math.max(1, wanted)),
    offersTried,
    wrongBookings,
  };
}

type Reading = z.infer<typeof Reading>;

/** A phrase in the form of the sets: days as YYYY-MM-DD, hours as HH:MM:SS, both joined by T; ends not included. */
function readingsOf({ days, clock, openSide }: TimePhrase): Reading[] {
  return (days ?? [undefined]).flatMap((span): Reading[] => {
    if (clock === undefined) return span === undefined ? [] : daysOf(span, openSide);
    const at = (minute: number) => (span === undefined ? wall(minute) : `${span.first}T${wall(minute)}`);
    if (clock.kind === "at") return clock.minutes.map((minute) => ({ value: at(minute) }));
    if (clock.kind === "between") return [{ start: at(clock.from), end: at(clock.until) }];
    return clock.kind === "from" ? [{ start: at(clock.minute) }] : [{ end: at(clock.minute) }];
  });
}

/** Sets differ in whether "after" and "until" count the named day: a day to either side of an open end is the same. */
function daysOf({ first, last }: DaySpan, openSide: TimePhrase["openSide"]): Reading[] {
  if (openSide === "after") return [{ start: first }, { start: addDays(first, -1) }];
  if (openSide === "before") return [{ end: last }, { end: addDays(last, 1) }];
  if (first === last) return [{ value: first }];
  return [
    { start: first, end: addDays(last, 1) },
    { start: first, end: last },
  ];
}

const wall = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;

const agree = (ours: Reading, theirs: Reading): boolean =>
  ours.value === theirs.value && ours.start === theirs.start && ours.end === theirs.end;

/**
 * Parts of a day, a week or a month are cut differently everywhere: they agree when the middle of the shorter lies in the
 * longer one, and that is at most three times as long.
 */
function agreeAsParts(ours: Reading, theirs: Reading): boolean {
  const [one, other] = [stretchIn(ours), stretchIn(theirs)];
  if (one === undefined || other === undefined) return false;
  const [short, long] = one.until - one.from <= other.until - other.from ? [one, other] : [other, one];
  const middle = (short.from + short.until) / 2;
  return long.from <= middle && middle <= long.until && long.until - long.from <= 3 * (short.until - short.from);
}
function stretchIn({ start, end }: Reading): { from: number; until: number } | undefined {
  const moment = (text: string) =>
    Date.parse(
      `${text.includes("-") ? "" : "2000-01-01T"}${text.replace(/T?24:00:00$/, "T23:59:59")}Z`.replace("TT", "T"),
    );
  const [from, until] = [moment(start ?? ""), moment(end ?? "")];
  return from < until ? { from, until } : undefined;
}

const isPart = ({ clock, approximate, isStretch }: TimePhrase): boolean =>
  (clock?.kind === "between" && clock.isPart) || (clock === undefined && approximate && isStretch);

/** Sets may list the days and the hours of one phrase as two times: "next week after two". */
const piecesOf = (phrase: TimePhrase): TimePhrase[] => {
  const { days, clock, ...rest } = phrase;
  return days === undefined || clock === undefined
    ? [phrase]
    : [
        { ...rest, days },
        { ...rest, clock },
      ];
};

type Matched = { right: number; found: number };

/** How many wanted times the phrases hold; each phrase counts once, or by its pieces where those are what is listed. */
function matchAll(phrases: readonly TimePhrase[], wanted: TimeCase["want"]): Matched {
  const left = [...wanted];
  const take = (phrase: TimePhrase): boolean => {
    const at = left.findIndex(({ all }) =>
      readingsOf(phrase).some((ours) =>
        all.some((theirs) => agree(ours, theirs) || (isPart(phrase) && agreeAsParts(ours, theirs))),
      ),
    );
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  let [right, found] = [0, 0];
  for (const phrase of phrases) {
    const pieces = take(phrase) ? [] : piecesOf(phrase);
    const isInPieces = pieces.length > 1 && left.length > 1;
    const taken = pieces.length === 0 ? 1 : isInPieces ? pieces.filter(take).length : 0;
    right += taken;
    found += Math.max(1, taken);
  }
  return { right, found };
}

/** Offers of one and of two times beside the wanted ones, none of which any reading names. */
function decoys({ ref, want }: TimeCase, spoken: z.infer<typeof language>): OfferMade[] {
  const named = new Set(
    want.flatMap(({ all }) => all.flatMap(({ value = "", start = "" }) => [value.slice(0, 10), start.slice(0, 10)])),
  );
  const isNamed = (day: PlainDate) => named.has(day) || want.some(({ type }) => type.startsWith("time"));
  const writtenOn = ref.slice(0, 10) as PlainDate;
  const writtenAt = instantAt(utc, writtenOn, 9 * 60);
  const slot = (day: PlainDate, minute: number) => ({
    startsAt: instantAt(utc, day, minute),
    endsAt: after(instantAt(utc, day, minute), { minutes: 30 }),
  });
  const days = [2, 3, 5, 8, 15]
    .map((ahead) => addDays(writtenOn, ahead))
    .filter(
      (day) =>
        !isNamed(day) &&
        !want.some(({ all }) =>
          all.some(
            ({ start, end }) =>
              start !== undefined && end !== undefined && start.slice(0, 10) <= day && day <= end.slice(0, 10),
          ),
        ),
    );
  return days
    .flatMap((day) => [[slot(day, 600)], [slot(day, 600), slot(day, 900)]])
    .map((slots) => ({ slots, zone: utc, language: spoken, writtenAt }));
}
