/**
 * Times in free text (M6): the days, hours and ranges read from each phrase against the listed ones, where any listed
 * reading counts. Each phrase is also read as a reply to offers of times that it does not name: a booking there is wrong.
 */
import { z } from "zod";
import { type OfferMade, readReply } from "../../src/domain/reply/meaning.ts";
import { readTimes } from "../../src/domain/reply/time-phrases.ts";
import type { TimePhrase } from "../../src/domain/reply/time-spans.ts";
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
    const left = [...phrases];
    let matched = 0;
    for (const want of one.want) {
      const at = left.findIndex((phrase) =>
        readingsOf(phrase).some((ours) => want.all.some((theirs) => agree(ours, theirs))),
      );
      if (at < 0) continue;
      left.splice(at, 1);
      matched += 1;
    }
    if (matched === one.want.length && left.length === 0) exact += 1;
    right += matched;
    found += phrases.length;
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
function readingsOf({ days, clock, isStretch }: TimePhrase): Reading[] {
  const spans = days ?? [undefined];
  return spans.flatMap((span): Reading[] => {
    const day = (minute: number) => (span === undefined ? wall(minute) : `${span.first}T${wall(minute)}`);
    if (clock === undefined) {
      if (span === undefined) return [];
      return isStretch || span.first !== span.last
        ? [
            { start: span.first, end: addDays(span.last, 1) },
            { start: span.first, end: span.last },
          ]
        : [{ value: span.first }];
    }
    if (clock.kind === "at") return clock.minutes.map((minute) => ({ value: day(minute) }));
    if (clock.kind === "between") return [{ start: day(clock.from), end: day(clock.until) }];
    return clock.kind === "from" ? [{ start: day(clock.minute) }] : [{ end: day(clock.minute) }];
  });
}

const wall = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;

/** Parts of the day are cut differently everywhere: one that ends at the same hour is the same part. */
function agree(ours: Reading, theirs: Reading): boolean {
  const isPart =
    ours.start !== undefined && ours.end !== undefined && ours.end === theirs.end && theirs.start !== undefined;
  if (isPart && /^\d{2}:|T/.test(ours.end ?? "")) return ours.start!.slice(0, -9) === theirs.start!.slice(0, -9);
  return ours.value === theirs.value && ours.start === theirs.start && ours.end === theirs.end;
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
