/** Named times of an offer that has left are kept for whom it was made to (Q6). */
import { type Hold, timesToHold } from "../../domain/booking/hold.ts";
import { lapsesAt, type StandingOffer } from "../../domain/booking/offer.ts";
import type { ContactId, HoldId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findConnected } from "../../store/accounts.ts";
import { bookingsAround } from "../../store/bookings.ts";
import { addHolds, holdsAround } from "../../store/holds.ts";
import { setTimerBy } from "../../store/timers.ts";
import type { WorldInside } from "../world.ts";
import { writeBackTimer } from "../write-back/write-back-timer.ts";
import { calendarFor } from "./calendar-for.ts";

/** On the named times alone: ranges may stand in several letters, and the first pick takes them. */
export async function placeHolds(
  inside: WorldInside,
  owner: OwnerId,
  { offerId, contactId, body }: Omit<StandingOffer, "version">,
  lapseHours: number,
): Promise<Hold[]> {
  const { database } = inside;
  const now = inside.clock.now();
  const [first, last] = [body.times[0]!.startsAt, body.times.at(-1)!.endsAt];
  const window = { from: first, to: last };
  const taken = [
    ...(await holdsAround(database, owner, { ...window, now })),
    ...(await bookingsAround(database, owner, window)),
  ];
  const lapse = (startsAt: Instant) => lapsesAt(startsAt, lapseHours);
  const event = await tentativeEvent(inside, owner, contactId);
  const holds = timesToHold(body.times, taken, { now, lapse }).map(
    ({ startsAt, endsAt }): Hold => ({
      holdId: inside.ids.next<HoldId>(),
      offerId,
      contactId,
      startsAt,
      endsAt,
      state: "placed",
      untilAt: lapse(startsAt),
      event,
      version: 1,
      changedAt: now,
    }),
  );
  await addHolds(database, owner, holds);
  if (event.accountId !== undefined && holds.length > 0)
    await setTimerBy(database, owner, writeBackTimer(event.accountId), now);
  return holds;
}

/** In the calendar too, where the owner wishes it for the account. */
async function tentativeEvent(inside: WorldInside, owner: OwnerId, contactId: ContactId): Promise<Hold["event"]> {
  const where = await calendarFor(inside, owner, contactId);
  if (where.kind !== "calendar") return { state: "none" };
  const account = await findConnected(inside.database, owner, where.accountId);
  if (account?.wishes.includes("holds") !== true) return { state: "none" };
  return { state: "wanted", accountId: where.accountId, calendar: where.calendar };
}
