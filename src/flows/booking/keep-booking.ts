/**
 * Brings the calendar to what is booked, moved or called off, and finds out what nobody knows (Q8). Whatever dies in
 * between, the same work goes on from the row: the event has a key of its own, so that asking twice makes it once.
 */
import { type Because, because } from "../../domain/because.ts";
import { type Booking, type EventState, evolveBooking } from "../../domain/booking/booking.ts";
import { nextStep } from "../../domain/booking/next-step.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { changeBooking, endLease, findBooking, followerOf, leaseBooking } from "../../store/bookings.ts";
import { lockOwner } from "../../store/owners.ts";
import { finishTimer, moveTimer, setTimerBy } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { afterBooking } from "./after-booking.ts";
import { type BookingDesk, change, type Then } from "./booking-desk.ts";
import { keepBookingTimer } from "./booking-timers.ts";
import { callOff } from "./cancel-booking.ts";
import { findEvent, moveEvent, putEvent, readBack, removeEvent } from "./event-steps.ts";
import { clearHoldEvents } from "./keep-holds.ts";
import { lookLive } from "./look-live.ts";
import { record } from "./record.ts";

/** Longer than all requests of one run may take together. */
const leaseSeconds = 180;
/** A calendar that cannot be read is asked again then. */
const unreadableMinutes = 5;
/** More steps than any walk through the states has: a booking that goes round in circles waits for its next look. */
const stepsMax = 8;
const goRoundMinutes = 15;

export async function keepBooking(
  world: World,
  owner: OwnerId,
  bookingId: BookingId,
  signal: AbortSignal,
): Promise<void> {
  const found = await findBooking(world.database, owner, bookingId);
  const timer = keepBookingTimer(bookingId);
  if (found === undefined || nextStep(found) === "rest") {
    await finishTimer(world.database, owner, timer);
    return;
  }
  const wall = world.wall.now();
  const leaseUntil = after(wall, { seconds: leaseSeconds });
  const booking = await leaseBooking(world.database, owner, found, { wall, leaseUntil });
  if (booking === undefined) {
    // Somebody is at it, perhaps for the booking before it: whoever ends first sets the timer again.
    await moveTimer(world.database, owner, timer, after(world.clock.now(), { seconds: leaseSeconds }));
    return;
  }
  await world.failpoint("keep_booking.claimed");
  const desk: BookingDesk = { world, owner, signal };
  try {
    const again = await walk(desk, booking);
    if (again === undefined) await finishTimer(world.database, owner, timer);
    else await moveTimer(world.database, owner, timer, again);
  } finally {
    await endLease(world.database, owner, { eventKey: booking.eventKey, leaseUntil });
  }
  await wakeFollower(desk, bookingId);
}

/** Step by step until nothing is left; else when to look again. Whoever changed the row meanwhile has set its timer. */
async function walk(desk: BookingDesk, first: Booking): Promise<Instant | undefined> {
  let booking = first;
  for (let steps = 0; steps < stepsMax; steps += 1) {
    const then = await step(desk, booking);
    if (then === "over") return undefined;
    if (typeof then === "string") return then;
    booking = then;
  }
  return after(desk.world.clock.now(), { minutes: goRoundMinutes });
}

async function step(desk: BookingDesk, booking: Booking): Promise<Then> {
  switch (nextStep(booking)) {
    case "look":
      return look(desk, booking);
    case "put":
      return putEvent(desk, booking);
    case "find":
      return findEvent(desk, booking);
    case "move":
      return moveEvent(desk, booking);
    case "remove":
      return removeEvent(desk, booking);
    case "confirm":
      return confirm(desk, booking);
    case "rest":
      return "over";
  }
}

async function look(desk: BookingDesk, booking: Booking): Promise<Then> {
  const { world, owner, signal } = desk;
  await clearHoldEvents(desk, booking);
  const looked = await lookLive(world, owner, booking, signal);
  await world.failpoint("keep_booking.looked");
  switch (looked.kind) {
    case "free":
      return change(desk, booking, { state: evolveBooking(booking.state, "looked_free")! });
    case "taken":
      return giveUp(desk, booking, because("Q8.taken_live", "Something else stands in your calendar at this time."));
    case "unreadable": {
      if (booking.startsAt <= world.clock.now())
        return giveUp(desk, booking, because("Q1.unreadable", `It was never confirmed. ${looked.because}`));
      const reasons = [because("Q1.unreadable", `It is not confirmed yet. ${looked.because}`)];
      await change(desk, booking, { because: [...booking.because.filter(isOther), ...reasons] });
      return after(world.clock.now(), { minutes: unreadableMinutes });
    }
  }
}

const isOther = ({ rule }: { rule: string }) => rule !== "Q1.unreadable";

/** The hour is given back, and the guest is told kindly. */
async function giveUp({ world, owner }: BookingDesk, { bookingId, version }: Booking, why: Because): Promise<"over"> {
  await world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    const booking = await findBooking(database, owner, bookingId);
    if (booking?.version !== version) return;
    const off = { because: why, offer: "given_back", happened: "not_possible" } as const;
    await callOff({ ...world, database }, owner, booking, off);
  });
  return "over";
}

/** Read back as it shall stand, or nothing stands there that could be read. */
async function confirm(desk: BookingDesk, booking: Booking): Promise<Then> {
  const { world, owner } = desk;
  const read = booking.eventState === "standing" ? await readBack(desk, booking) : booking;
  if (read === "over" || typeof read === "string" || read.eventState === "moving" || read.eventState === "unknown")
    return read;
  await world.failpoint("keep_booking.read_back");
  await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const reasons = read.because.filter(isOther);
    const to = { state: evolveBooking(read.state, "confirmed")!, because: reasons, attempts: 0 };
    const { bookingId, contactId } = read;
    if ((await changeBooking(database, owner, read, to, world.clock.now())) === undefined) return;
    const stands = because("Q8.confirmed", confirmedText[read.eventState] ?? "It stands here.");
    await record(inside, owner, { contactId, what: "booked", kind: "booking", id: bookingId, because: [stands] });
    const happened = read.rescheduledFrom === undefined ? "confirmed" : "moved";
    await afterBooking(inside, owner, { bookingId, happened });
  });
  return "over";
}

const confirmedText: Partial<Record<EventState, string>> = {
  standing: "It stands in your calendar, and the guest is invited.",
  refused: "It could not be written into your calendar: put it there by hand.",
};

/** A booking that followed while this one was worked on waited for its lease. */
async function wakeFollower({ world, owner }: BookingDesk, bookingId: BookingId): Promise<void> {
  const follower = await followerOf(world.database, owner, bookingId);
  if (follower === undefined) return;
  await setTimerBy(world.database, owner, keepBookingTimer(follower), world.clock.now());
  await world.nudge({ job: "keep_booking", ownerId: owner, subjectId: follower });
}
