/** Many people who click at once on overlapping hours of mixed lengths of one owner. */
import { offerBody } from "../../src/domain/booking/offer.ts";
import type { OfferId } from "../../src/domain/ids.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { type Booked, bookMeeting } from "../../src/flows/booking/book-meeting.ts";
import { chance } from "../../src/sandbox/random.ts";
import { json } from "../../src/store/database.ts";
import { tuesdayAt } from "./booking-office.ts";
import type { WritingOffice } from "./writing-office.ts";

export type Pick = { offerId: OfferId; startsAt: Instant; endsAt: Instant };

const lengths = [10, 15, 20, 30, 45, 75];

/** One open offer for each click, over the working hours of three days. */
export async function picksFor({ world, owner, priya }: WritingOffice, seed: number, count: number): Promise<Pick[]> {
  const now = world.clock.now();
  const picks = Array.from({ length: count }, (_, nth) => {
    const draw = chance(seed, "pick", String(nth));
    const lengthMinutes = draw.pick(lengths);
    const startsAt = after(tuesdayAt(9), { days: draw.whole(0, 2), minutes: 5 * draw.whole(0, 90) });
    return {
      offerId: world.ids.next<OfferId>(),
      startsAt,
      endsAt: after(startsAt, { minutes: lengthMinutes }),
      lengthMinutes,
    };
  });
  await world.database
    .insertInto("offer")
    .values(
      picks.map(({ offerId, lengthMinutes }) => ({
        owner_id: owner,
        offer_id: offerId,
        contact_id: priya,
        draft_id: null,
        follow_up_id: null,
        plan_item_id: null,
        group_id: null,
        state: "open" as const,
        because: "[]",
        body: json(
          offerBody.parse({
            occasion: "call",
            lengthMinutes,
            mode: "phone",
            times: [],
            ranges: [],
            locale: "en",
            unchecked: false,
          }),
        ),
        token_hash: null,
        offered_at: now,
        expires_at: after(now, { days: 14 }),
        changed_at: now,
      })),
    )
    .execute();
  return picks;
}

export type Raced = {
  winners: Pick[];
  losers: (Pick & { booked: Booked })[];
  /** Milliseconds of clicks on free hours, one after the other. */
  alone: number[];
};

const aloneCount = 6;

export async function race(office: WritingOffice, picks: readonly Pick[]): Promise<Raced> {
  const { world, owner } = office;
  const alone: number[] = [];
  // Of another week, so that nobody of the race is in their way.
  for (const { offerId } of await picksFor(office, 0, aloneCount)) {
    const startsAt = after(tuesdayAt(9), { days: 7, minutes: 75 * alone.length });
    const began = performance.now();
    await bookMeeting(world, owner, { offerId, startsAt, source: "page" });
    alone.push(performance.now() - began);
  }
  const outcomes = await Promise.all(
    picks.map(({ offerId, startsAt }) => bookMeeting(world, owner, { offerId, startsAt, source: "page" })),
  );
  const winners = picks.filter((_, nth) => outcomes[nth]?.kind === "booked");
  const losers = picks.flatMap((one, nth) =>
    outcomes[nth]?.kind === "booked" ? [] : [{ ...one, booked: outcomes[nth]! }],
  );
  return { winners, losers, alone };
}

/** Before the next round. */
export async function clearBookings({ world, owner }: WritingOffice): Promise<void> {
  for (const table of ["booking", "offer", "timer", "contact_record"] as const)
    await world.database.deleteFrom(table).where("owner_id", "=", owner).execute();
}

export const median = (of: readonly number[]): number =>
  of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? 0;

const touches = (one: Pick, other: Pick) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Pairs of winners that overlap, and losers whom no winner is in the way of. */
export function unjust({ winners, losers }: Raced): { overlaps: number; turnedAway: number; strange: number } {
  const overlaps = winners.flatMap((one, nth) => winners.slice(nth + 1).filter((other) => touches(one, other))).length;
  const inHours = ({ startsAt, endsAt }: Pick) => startsAt.slice(11) >= "08:00" && endsAt.slice(11, 16) <= "16:30";
  return {
    overlaps,
    turnedAway: losers.filter((one) => inHours(one) && !winners.some((other) => touches(one, other))).length,
    strange: losers.filter(({ booked }) => booked.kind !== "slot_taken").length,
  };
}
