/** `/bookings/ID`: one booked meeting, moved, called off, taken along. */
import { z } from "zod";
import { sayBecause } from "../../domain/because.ts";
import type { BookingId } from "../../domain/ids.ts";
import { type Instant, parseInstant } from "../../domain/time.ts";
import { bookingFile } from "../../flows/booking/booking-file.ts";
import { cancelBooking } from "../../flows/booking/cancel-booking.ts";
import { freeStartsFor } from "../../flows/booking/free-starts.ts";
import { rescheduleBooking } from "../../flows/booking/reschedule-booking.ts";
import { readBooking, readGuestAnswers } from "../../store/read/bookings.ts";
import { answerAbsent, answerFile, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { isToCome } from "../views/booking-words.ts";
import { type FreeStart, oneBookingView } from "../views/one-booking.ts";

type Told = { trouble: string; instead?: readonly FreeStart[] };

export async function showOneBooking(ask: Ask, told?: Told) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const id = idIn<BookingId>(ask);
  const booking = id === undefined ? undefined : await readBooking(world.database, owner, id);
  if (booking === undefined) return answerAbsent(ask);
  const { instead, ...shown } = told ?? {};
  const mayMove = isToCome(booking) && booking.offerId !== undefined;
  const free = instead ?? (mayMove ? (await freeStartsFor(world, owner, booking.offerId!)).all : []);
  const frame = frameOf(ask);
  const answers = await readGuestAnswers(world.database, owner, booking.bookingId);
  const body = oneBookingView(frame, { booking, answers, free, ...shown });
  const status = told === undefined ? 200 : 409;
  return answerPage(ask, frame, { title: booking.body.title, place: "week", body }, status);
}

const moveForm = z.object({
  startsAt: z.custom<Instant>((value) => typeof value === "string" && parseInstant(value) === value),
});

export async function move(ask: Ask) {
  const { startsAt } = moveForm.parse(await ask.req.parseBody());
  const id = idIn<BookingId>(ask);
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  if (id === undefined || (await readBooking(world.database, owner, id)) === undefined) return answerAbsent(ask);
  const moved = await rescheduleBooking(world, owner, { bookingId: id, startsAt, by: "owner" });
  switch (moved.kind) {
    case "booked":
    case "booked_already":
      return goOn(ask, `/bookings/${moved.bookingId}`, "meeting_moved");
    case "slot_taken":
      return showOneBooking(ask, {
        trouble: "That time is taken by now; these are the nearest.",
        instead: moved.instead,
      });
    case "offer_over":
      return showOneBooking(ask, { trouble: sayBecause(moved.because) });
  }
}

const callOffForm = z.object({ word: z.string().trim().max(500).default("") });

export async function callOff(ask: Ask) {
  const { word } = callOffForm.parse(await ask.req.parseBody());
  const id = idIn<BookingId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const wish = { bookingId: id, by: "owner", ...(word !== "" && { because: word }) } as const;
  const outcome = await cancelBooking(worldOf(ask), ownerIdOf(ask), wish);
  if (outcome === "not_there") return answerAbsent(ask);
  if (outcome === "cancelled") return goOn(ask, `/bookings/${id}`, "meeting_called_off");
  return showOneBooking(ask, { trouble: "It is over already: nothing was called off." });
}

/** The meeting as a file that calendars read, to put in by hand or to send along. */
export async function saveMeeting(ask: Ask) {
  const id = idIn<BookingId>(ask);
  const file = id === undefined ? undefined : await bookingFile(worldOf(ask), ownerIdOf(ask), id);
  if (file === undefined) return answerAbsent(ask);
  return answerFile(ask, { name: file.name, type: "text/calendar; charset=utf-8", content: file.text });
}
