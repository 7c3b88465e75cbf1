/** The single steps at the provider: each is noted before it is asked for, and only an answer or a look says how it went. */
import { because } from "../../domain/because.ts";
import type { Booking } from "../../domain/booking/booking.ts";
import { settledAt } from "../../domain/booking/settled.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { CalendarAccount, OutgoingEvent, WrittenEvent } from "../../integrations/calendar.ts";
import { type ProviderTrouble, TroubleError } from "../../integrations/trouble.ts";
import { findBooking } from "../../store/bookings.ts";
import { lockOwner } from "../../store/owners.ts";
import { withAccount } from "../accounts/with-account.ts";
import { type BookingDesk, change, type Then } from "./booking-desk.ts";
import { callOff } from "./cancel-booking.ts";
import { eventKey } from "./event-key.ts";

/** A request of which nobody knows is over by then for most; the event is looked for, not asked for twice without a look. */
const lookAgainSeconds = 30;
const accountGoneMinutes = 60;
/** So often is an event asked for before its owner is told that it does not stand. */
const putsMax = 6;

type Write = NonNullable<CalendarAccount["write"]>;
type Standing = { calendar: string; write: Write };

/** Undefined while the account waits for its owner, or nothing may be written any more. */
async function atCalendar<Result>(
  { world, owner }: BookingDesk,
  { accountId, calendar: ref }: Booking,
  work: (at: Standing) => Promise<Result>,
): Promise<Result | undefined> {
  if (accountId === undefined || ref === undefined) return undefined;
  return withAccount(world, owner, accountId, async ({ calendar }) =>
    calendar?.write === undefined ? undefined : work({ calendar: ref, write: calendar.write }),
  );
}

const accountGone = ({ world }: BookingDesk): Instant => after(world.clock.now(), { minutes: accountGoneMinutes });
const soon = ({ world }: BookingDesk): Instant => after(world.clock.now(), { seconds: lookAgainSeconds });

export async function putEvent(desk: BookingDesk, booking: Booking): Promise<Then> {
  if (booking.attempts >= putsMax) {
    const why = because("Q8.not_written", "The calendar left open too often whether it took this meeting.");
    return change(desk, booking, { eventState: "refused", because: [...booking.because, why] });
  }
  const claimed = await change(desk, booking, { eventState: "unknown", attempts: booking.attempts + 1 });
  return claimed === "over" ? claimed : put(desk, claimed);
}

async function put(desk: BookingDesk, claimed: Booking): Promise<Then> {
  const { world, signal } = desk;
  await world.failpoint("keep_booking.noted");
  const answer = await atCalendar(desk, claimed, ({ calendar, write }) =>
    told(write.put(calendar, outgoing(claimed), signal)),
  );
  if (answer === undefined) return accountGone(desk);
  await world.failpoint("keep_booking.event_put");
  if ("written" in answer) return written(desk, claimed, answer.written);
  switch (answer.trouble.kind) {
    case "refused":
    case "gone":
      return refused(desk, claimed, answer.trouble);
    case "conflict":
      // A key is taken for ever: it stood there, and the owner has taken it away.
      return deletedByHand(desk, claimed);
    default:
      return soon(desk);
  }
}

/** Asked for under the same key it is the same event, so what is not found is asked for once more. */
export async function findEvent(desk: BookingDesk, booking: Booking): Promise<Then> {
  const found = await lookFor(desk, booking);
  if (found === undefined) return accountGone(desk);
  if (found.event !== undefined) return written(desk, booking, found.event);
  return change(desk, booking, { eventState: "wanted" });
}

export async function moveEvent(desk: BookingDesk, booking: Booking): Promise<Then> {
  const { world, signal } = desk;
  const { eventRef } = booking;
  if (eventRef === undefined) return change(desk, booking, { eventState: "unknown" });
  const answer = await atCalendar(desk, booking, ({ calendar, write }) =>
    told(write.move(calendar, eventRef, outgoing(booking), signal)),
  );
  if (answer === undefined) return accountGone(desk);
  await world.failpoint("keep_booking.event_moved");
  if ("written" in answer) return written(desk, booking, answer.written);
  switch (answer.trouble.kind) {
    case "gone":
      // Moving is asking for it: what was taken away meanwhile is written as another one.
      return change(desk, booking, {
        eventState: "wanted",
        eventRef: undefined,
        eventKey: eventKey(booking.bookingId, booking.generation + 1),
      });
    case "refused":
      return refused(desk, booking, answer.trouble);
    default:
      return soon(desk);
  }
}

/** As it shall stand, it is confirmed next; else it is moved, or looked for. */
export async function readBack(desk: BookingDesk, booking: Booking): Promise<Booking | Instant | "over"> {
  const found = await lookFor(desk, booking);
  if (found === undefined) return accountGone(desk);
  if (found.event === undefined) return change(desk, booking, { eventState: "unknown" });
  return standsAsWanted(booking, found.event) && found.event.link === booking.body.link
    ? booking
    : written(desk, booking, found.event);
}

/** Guests are told by the provider. Of one that nobody knows of, only time tells that it was never made. */
export async function removeEvent(desk: BookingDesk, booking: Booking): Promise<Then> {
  const { world, signal } = desk;
  const ref = booking.eventRef ?? (await lookFor(desk, booking))?.event?.ref;
  if (ref === undefined) {
    const settled = settledAt(booking);
    return settled > world.clock.now() ? settled : change(desk, booking, { eventState: "removed" });
  }
  const answer = await atCalendar(desk, booking, ({ calendar, write }) => told(write.cancel(calendar, ref, signal)));
  if (answer === undefined) return accountGone(desk);
  await world.failpoint("keep_booking.event_removed");
  if ("trouble" in answer) {
    if (answer.trouble.kind === "refused") return refused(desk, booking, answer.trouble);
    return soon(desk);
  }
  return change(desk, booking, { eventState: "removed" });
}

/** Undefined when the account cannot be asked. */
const lookFor = (desk: BookingDesk, booking: Booking): Promise<{ event: WrittenEvent | undefined } | undefined> =>
  atCalendar(desk, booking, async ({ calendar, write }) => ({
    event: await write.find(calendar, booking.eventKey, desk.signal),
  }));

/** It stands there; at another time, or under other words, it is moved to its own. */
function written(desk: BookingDesk, booking: Booking, event: WrittenEvent): Promise<Booking | "over"> {
  const link = event.link ?? booking.body.link;
  return change(desk, booking, {
    eventState: standsAsWanted(booking, event) ? "standing" : "moving",
    eventRef: event.ref,
    body: { ...booking.body, ...(link !== undefined && { link }) },
  });
}

const standsAsWanted = ({ startsAt, endsAt }: Booking, { event: { time } }: WrittenEvent): boolean =>
  time.kind === "timed" && time.startsAt === startsAt && time.endsAt === endsAt;

const refused = (desk: BookingDesk, booking: Booking, trouble: ProviderTrouble): Promise<Booking | "over"> => {
  const why = because("Q8.refused", `The calendar did not take it: ${new TroubleError(trouble).message}.`);
  return change(desk, booking, { eventState: "refused", because: [...booking.because, why] });
};

/** What the owner takes out of their calendar is called off (S7). */
async function deletedByHand({ world, owner }: BookingDesk, { bookingId, version }: Booking): Promise<"over"> {
  await world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    const booking = await findBooking(database, owner, bookingId);
    if (booking?.version !== version) return;
    const why = because("Q8.deleted_there", "You took it out of your calendar.");
    const off = { because: why, offer: "withdrawn", happened: "called_off", isGone: true } as const;
    await callOff({ ...world, database }, owner, booking, off);
  });
  return "over";
}

type Told<Answer> = { written: Answer } | { trouble: ProviderTrouble };

/** Trouble of this one request; that of the provider or of the account is the job's. */
async function told<Answer>(asked: Promise<Answer>): Promise<Told<Answer>> {
  try {
    return { written: await asked };
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    const { trouble } = error;
    switch (trouble.kind) {
      case "refused":
      case "gone":
      case "conflict":
      case "unknown_outcome":
        return { trouble };
      default:
        throw error;
    }
  }
}

const outgoing = ({ eventKey: key, startsAt, endsAt, body }: Booking): OutgoingEvent => ({
  key,
  title: body.title,
  startsAt,
  endsAt,
  zone: body.zone,
  ...(body.place !== undefined && { place: body.place }),
  guests: body.guests,
  wantsLink: body.wantsLink,
});
