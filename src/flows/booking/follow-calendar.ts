/**
 * What became of booked meetings in the calendar itself (Q8): moved there, they move here; taken out or declined, they are
 * called off; over, they took place. Nothing is refused: what the owner's hand made a conflict of is shown to them.
 */
import { type Because, because } from "../../domain/because.ts";
import { type Booking, evolveBooking } from "../../domain/booking/booking.ts";
import { type Followed, follow } from "../../domain/booking/follow.ts";
import { heldWords } from "../../domain/day/debrief.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { before, type Instant } from "../../domain/time.ts";
import {
  bookingsToFollow,
  changeBooking,
  type FollowedBooking,
  findBooking,
  standingBeside,
} from "../../store/bookings.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import { followMembers } from "../groups/follow-members.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World, WorldInside } from "../world.ts";
import { afterBooking } from "./after-booking.ts";
import { callOff } from "./cancel-booking.ts";
import { confirmTimer } from "./confirm-in-thread.ts";
import { movePlanItem } from "./plan-item-booked.ts";
import { record } from "./record.ts";

/** The owner may correct what became of a meeting for so long. */
const correctDays = 60;

/** Before what happened is derived: what was called off there never took place. */
export async function followCalendar(world: World, owner: OwnerId): Promise<void> {
  const now = world.clock.now();
  const bookings = await bookingsToFollow(world.database, owner, before(now, { days: correctDays }));
  if (bookings.length === 0) return;
  const words = heldWords(await loadDebriefs(world.database, owner));
  for (const booking of bookings) {
    const followed = follow(booking, booking.event, words, now);
    if (followed.kind !== "as_it_was") await keepFollowed(world, owner, booking, followed);
    else if (booking.state === "confirmed") {
      await keepSeen(world, owner, booking);
      await followMembers(world, owner, booking);
    }
  }
}

const keepFollowed = (world: World, owner: OwnerId, seen: Booking, followed: Followed): Promise<void> =>
  world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const booking = await findBooking(database, owner, seen.bookingId);
    if (booking === undefined || booking.version !== seen.version) return;
    switch (followed.kind) {
      case "as_it_was":
        return;
      case "moved":
        return moveAlong(inside, owner, booking, followed);
      case "deleted": {
        const why = because("Q8.deleted_there", "You took it out of your calendar.");
        const off = { because: why, offer: "withdrawn", happened: "called_off", isGone: true } as const;
        await callOff(inside, owner, booking, off);
        return;
      }
      case "declined": {
        const why = because("Q8.declined_there", "They declined it in the calendar.");
        await callOff(inside, owner, booking, { because: why, offer: "given_back", happened: "called_off" });
        return;
      }
      case "held":
      case "not_held":
        return settle(inside, owner, booking, followed.kind);
    }
  });

async function moveAlong(
  inside: WorldInside,
  owner: OwnerId,
  booking: Booking,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
): Promise<void> {
  const { database } = inside;
  const { bookingId, contactId, planItemId } = booking;
  const now = inside.clock.now();
  const beside = await standingBeside(database, owner, { bookingId, startsAt, endsAt });
  if (beside !== undefined) {
    const conflict = `In your calendar it stands at ${startsAt}, over "${beside.title}".`;
    if (booking.body.conflict !== conflict)
      await changeBooking(database, owner, booking, { body: { ...booking.body, conflict } }, booking.changedAt);
    return;
  }
  const { conflict: _, ...body } = booking.body;
  const why = because("Q8.moved_there", "You moved it in your calendar.");
  const to = { startsAt, endsAt, body, because: [...booking.because, why] };
  if ((await changeBooking(database, owner, booking, to, now)) === undefined) return;
  const zone = await ownerZone(inside, owner);
  const moved = { contactId, from: booking.startsAt, startsAt, planned: planItemId, zone };
  await movePlanItem(database, owner, moved, why, now);
  await record(inside, owner, { contactId, what: "moved", kind: "booking", id: bookingId, because: [why] });
  await afterBooking(inside, owner, { bookingId, happened: "moved" });
}

const reasons: Readonly<Record<"held" | "not_held", Because>> = {
  held: because("R37.held", "Both had agreed, and nobody called it off."),
  not_held: because("R37.not_held", "You said that it did not take place."),
};

async function settle(
  inside: WorldInside,
  owner: OwnerId,
  booking: Booking,
  became: "held" | "not_held",
): Promise<void> {
  const { bookingId, contactId } = booking;
  const state = evolveBooking(booking.state, became);
  if (state === undefined) return;
  const why = reasons[became];
  const to = { state, because: [...booking.because, why] };
  if ((await changeBooking(inside.database, owner, booking, to, inside.clock.now())) === undefined) return;
  const what = became === "held" ? "took_place" : "no_show";
  await record(inside, owner, { contactId, what, kind: "booking", id: bookingId, because: [why] });
}

/** A link that the provider made later, and another time that the guest proposes. */
async function keepSeen({ database, clock }: World, owner: OwnerId, booking: FollowedBooking): Promise<void> {
  const event = booking.event?.event;
  if (event === undefined) return;
  const { bookingId, body, changedAt } = booking;
  const link = body.link ?? event.link;
  const proposed = event.attendees.find(({ proposes }) => proposes !== undefined)?.proposes;
  const { proposed: _, ...rest } = body;
  const next = { ...rest, ...(link !== undefined && { link }), ...(proposed !== undefined && { proposed }) };
  const isSame = next.link === body.link && next.proposed?.startsAt === body.proposed?.startsAt;
  if (isSame) return;
  await database.transaction().execute(async (inside) => {
    const kept = await changeBooking(inside, owner, booking, { body: next }, changedAt);
    // The confirmation of a call waits for its link.
    const isJoinable = kept !== undefined && next.link !== body.link;
    if (isJoinable) await setTimer(inside, owner, confirmTimer(bookingId), clock.now());
  });
}
