/** Meanings of replies (M6) against their offers, and the same replies against every other offer: no wrong hour is booked. */
import { z } from "zod";
import { newTextOf } from "../../src/domain/mail/new-text.ts";
import type { Slot } from "../../src/domain/reply/match.ts";
import { type OfferMade, type ReplyMeaning, readReply } from "../../src/domain/reply/meaning.ts";
import { sentencesOf } from "../../src/domain/reply/sentences.ts";
import { readTimes } from "../../src/domain/reply/time-phrases.ts";
import { after, before, dayIn, type Instant, parseInstant, parseZone, type Zone } from "../../src/domain/time.ts";

const Moment = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at === undefined) context.addIssue({ code: "custom", message: `not an instant: ${text}` });
  return at ?? ("" as Instant);
});
const Place = z.string().transform((name): Zone => parseZone(name) ?? ("UTC" as Zone));

export const ReplyCorpus = z.object({
  kind: z.literal("reply-meaning").optional(),
  cases: z
    .array(
      z.object({
        id: z.string(),
        /** The whole reply, quoted history included. */
        text: z.string(),
        language: z.enum(["en", "fr", "de", "es"]).default("en"),
        zone: Place,
        writersZone: Place.optional(),
        writtenAt: Moment,
        slots: z.array(z.object({ startsAt: Moment, endsAt: Moment })),
        /** The name of whom the reply is written to. */
        owner: z.string().optional(),
        /** The meaning, or all meanings that are right. */
        expected: z.union([z.string(), z.array(z.string()).nonempty()]),
        /** Of an acceptance: which slot, from 0. */
        slot: z.number().optional(),
      }),
    )
    .nonempty(),
});

export type ReplyResult = {
  set: string;
  cases: number;
  exact: number;
  /** Plain acceptances, and those of them that need no question. */
  accepts: number;
  settled: number;
  /** Those for which the owner has one button to press, the settled ones among them. */
  atMostOneTap: number;
  wrongBookings: number;
  /** The same replies against offers that were moved: how many pairs, and how many of them booked what was not said. */
  otherPairs: number;
  wrongBookingsElsewhere: number;
  wrong: readonly string[];
};

export function evaluateReplies(set: string, { cases }: z.infer<typeof ReplyCorpus>): ReplyResult {
  const wrong: string[] = [];
  let accepts = 0;
  let settled = 0;
  let tapped = 0;
  let wrongBookings = 0;
  let otherPairs = 0;
  let wrongBookingsElsewhere = 0;
  for (const { id, text, expected, slot, writersZone, owner, ...rest } of cases) {
    const offer: OfferMade = {
      ...rest,
      ...(writersZone !== undefined && { writersZone }),
      ...(owner !== undefined && { owner }),
    };
    const wanted = typeof expected === "string" ? [expected] : expected;
    const read = readReply(text, offer);
    const books = read.kind === "accept";
    const isRightSlot = !books || (slot !== undefined && read.slot.startsAt === offer.slots[slot]?.startsAt);
    const isRight = wanted.includes(read.kind) && isRightSlot;
    if (!isRight) wrong.push(`${id}: ${read.kind}`);
    if (books && !(wanted.includes("accept") && isRightSlot)) wrongBookings += 1;
    if (wanted[0] === "accept") {
      accepts += 1;
      if (isRight) settled += 1;
      else if (slot !== undefined && isPerhaps(read, offer.slots[slot])) tapped += 1;
    }
    if (!namesHour(text, offer)) continue;
    for (const other of moved(offer)) {
      otherPairs += 1;
      if (readReply(text, other).kind === "accept") wrongBookingsElsewhere += 1;
    }
  }
  return {
    set,
    cases: cases.length,
    exact: shareOf(cases.length - wrong.length, cases.length),
    accepts,
    settled: shareOf(settled, accepts),
    atMostOneTap: shareOf(settled + tapped, accepts),
    wrongBookings,
    otherPairs,
    wrongBookingsElsewhere,
    wrong,
  };
}

const shareOf = (count: number, of: number): number => Math.round((count / Math.max(1, of)) * 1000) / 1000;

const isPerhaps = (read: ReplyMeaning, slot: Slot | undefined): boolean =>
  read.kind === "unclear" && read.perhaps !== undefined && read.perhaps.startsAt === slot?.startsAt;

/** "The second one" and "Thursday works" fit a moved offer as well; a reply whose own words name an hour does not. */
const namesHour = (text: string, { language, zone, writtenAt }: OfferMade): boolean =>
  sentencesOf(newTextOf(text)).some((sentence) =>
    readTimes(sentence, { language, writtenOn: dayIn(zone, writtenAt), workingHours }).phrases.some(
      ({ clock }) => clock?.kind === "at",
    ),
  );
const workingHours = { from: 8 * 60, until: 19 * 60 };

/** Offers at minutes that nobody writes: a reply that names an hour cannot mean them. */
function moved(offer: OfferMade): OfferMade[] {
  return [after, before].flatMap((move) =>
    [{ minutes: 17 }, { hours: 2, minutes: 47 }].map((by) => ({
      ...offer,
      slots: offer.slots.map(({ startsAt, endsAt }) => ({ startsAt: move(startsAt, by), endsAt: move(endsAt, by) })),
    })),
  );
}
