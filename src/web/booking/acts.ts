/** What the buttons of the public pages do: book, move, call off, write. */
import { overlap } from "../../domain/booking/hold.ts";
import type { BookingId, OwnerId } from "../../domain/ids.ts";
import { after, hoursBetween, type Instant } from "../../domain/time.ts";
import { type Booked, bookMeeting } from "../../flows/booking/book-meeting.ts";
import { cancelBooking } from "../../flows/booking/cancel-booking.ts";
import type { FreeSlot } from "../../flows/booking/free-starts.ts";
import { keepBooking } from "../../flows/booking/keep-booking.ts";
import type { LinkedOffer } from "../../flows/booking/offer-link.ts";
import { pageOf } from "../../flows/booking/open-page.ts";
import { rescheduleBooking } from "../../flows/booking/reschedule-booking.ts";
import { answerOnPage } from "../../flows/groups/answer-on-page.ts";
import { readPasted } from "../../flows/plan/read-pasted.ts";
import { type Ask, worldOf } from "../context.ts";
import { tickedField } from "./asked-view.ts";
import { messageLengthMax } from "./open-view.ts";
import type { Outcome } from "./outcome.ts";
import type { Act } from "./press.ts";
import { momentIn } from "./seen.ts";

export const book: Act = async (ask, link, { at }) => {
  const startsAt = momentIn(at);
  if (startsAt === undefined) return { kind: "taken", instead: [] };
  const { ownerId, offerId, groupId } = link;
  // Nobody books a time for a whole group.
  if (groupId !== undefined) return { kind: "done" };
  const booked = await bookMeeting(worldOf(ask), ownerId, { offerId, startsAt, source: "page" });
  return outcomeOf(ask, link, booked, startsAt);
};

export const move: Act = async (ask, link, { at }) => {
  const startsAt = momentIn(at);
  if (startsAt === undefined) return { kind: "taken", instead: [] };
  const bookingId = await standingBooking(ask, link);
  if (bookingId === undefined) return { kind: "done" };
  const moved = await rescheduleBooking(worldOf(ask), link.ownerId, { bookingId, startsAt, by: "guest" });
  return outcomeOf(ask, link, moved, startsAt);
};

export const callOff: Act = async (ask, link) => {
  const bookingId = await standingBooking(ask, link);
  if (bookingId === undefined) return { kind: "done" };
  const outcome = await cancelBooking(worldOf(ask), link.ownerId, { bookingId, by: "guest" });
  return outcome === "cancelled" ? { kind: "called_off" } : { kind: "done" };
};

/** One member of a group says which of its times suit them, or that they do not come. */
export const sayTimes: Act = async (ask, { ownerId, groupId, contactId }, fields) => {
  if (groupId === undefined) return { kind: "done" };
  const starts = Object.keys(fields)
    .filter((name) => name.startsWith(tickedField))
    .flatMap((name) => momentIn(name.slice(tickedField.length)) ?? []);
  const said = fields.said === "declined" ? "declined" : { starts };
  await answerOnPage(worldOf(ask), ownerId, { groupId, contactId, said });
  return { kind: "done" };
};

/** Read as an answer by mail is; what it leads to may be a meeting. */
export const write: Act = async (ask, { ownerId, offerId, contactId }, { message = "" }) => {
  if (message.length > messageLengthMax) return { kind: "too_long" };
  const text = message.replaceAll("\0", "").toWellFormed().trim();
  if (text === "") return { kind: "nothing_written" };
  const read = await readPasted(worldOf(ask), ownerId, { contactId, offerId, text });
  if (read.kind === "nothing_written") return { kind: "nothing_written" };
  return read.kind === "read" && read.bookingId !== undefined ? { kind: "done" } : { kind: "thanked" };
};

async function standingBooking(ask: Ask, link: LinkedOffer): Promise<BookingId | undefined> {
  const page = await pageOf(worldOf(ask), link);
  return page.state === "booked" && page.isShared !== true ? page.booking.bookingId : undefined;
}

async function outcomeOf(ask: Ask, link: LinkedOffer, booked: Booked, wanted: Instant): Promise<Outcome> {
  switch (booked.kind) {
    case "slot_taken":
      return { kind: "taken", instead: booked.instead };
    case "booked": {
      await waitForCalendar(ask, link.ownerId, booked.bookingId);
      return tellStanding(ask, link, wanted);
    }
    default:
      return { kind: "done" };
  }
}

/** A guest waits for so long to see their meeting confirmed; the calendar's work goes on without them. */
const waitMs = 4_000;

async function waitForCalendar(ask: Ask, owner: OwnerId, bookingId: BookingId): Promise<void> {
  const { timeout, world } = ask.var.web;
  if (timeout === undefined) return;
  // Not broken off when the guest stops waiting: a request in flight would leave nobody knowing what came of it.
  const kept = keepBooking(world, owner, bookingId, new AbortController().signal).catch((error: unknown) =>
    world.log.warn({ err: error, bookingId }, "a meeting is not in its calendar yet"),
  );
  const tired = new Promise<void>((resolve) => timeout(waitMs).addEventListener("abort", () => resolve()));
  await Promise.race([kept, tired]);
}

/** The live calendar may have known better than ours, which hears of it with the next scan: then the hour was given back. */
async function tellStanding(ask: Ask, link: LinkedOffer, wanted: Instant): Promise<Outcome> {
  const page = await pageOf(worldOf(ask), link);
  if (page.state !== "open") return { kind: "done" };
  const picked = { startsAt: wanted, endsAt: after(wanted, { minutes: page.invitation.offer.lengthMinutes }) };
  const distance = ({ startsAt }: FreeSlot) => Math.abs(hoursBetween(wanted, startsAt));
  const near = page.all
    .filter((one) => !overlap(one, picked))
    .toSorted((one, other) => distance(one) - distance(other));
  return { kind: "taken", instead: near.slice(0, nearestMax) };
}

const nearestMax = 5;
