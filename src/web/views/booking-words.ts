/** A booked meeting in words: when for both, where, and how far it is. */
import { html } from "hono/html";
import { sayInstant } from "../../domain/time.ts";
import type { BookingSeen } from "../../store/read/bookings.ts";
import type { Html, Piece } from "./html.ts";
import { nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import { moment, sayMoment } from "./when.ts";

export const bookingStates: Readonly<Record<BookingSeen["state"], string>> = {
  claiming: "being booked",
  pending: "being put into your calendar",
  confirmed: "booked",
  took_place: "took place",
  cancelled: "called off",
  no_show: "did not take place",
};

export const isToCome = ({ state }: BookingSeen): boolean =>
  state === "claiming" || state === "pending" || state === "confirmed";

/** "Tue 24 Nov, 10:00 to 10:45", and their clock where it shows another time. */
export function bothTimes({ seen }: Frame, { startsAt, endsAt, body: { readersZone } }: BookingSeen): Html {
  const until = sayInstant(endsAt, seen.zone, "HH:mm");
  const isElsewhere =
    readersZone !== undefined &&
    sayInstant(startsAt, readersZone, "d HH:mm") !== sayInstant(startsAt, seen.zone, "d HH:mm");
  return html`${moment(startsAt, seen)} to ${until}${isElsewhere ? html` <span class="quiet">(${sayMoment(startsAt, { ...seen, zone: readersZone })} in ${readersZone})</span>` : nothing}`;
}

export const whereWords = ({ body: { link, place, wantsLink, mode } }: BookingSeen): Piece => {
  if (link !== undefined) return html`<a href="${link}" rel="noreferrer" target="_blank">${link}</a>`;
  if (place !== undefined) return place;
  if (wantsLink) return "A video link is being made.";
  return mode === "phone" ? "By phone" : nothing;
};

/** What the owner should know of how it stands in their calendar. */
export function calendarWords({ eventState, state, hasCalendar, body }: BookingSeen): string | undefined {
  if (body.conflict !== undefined) return body.conflict;
  if (state === "cancelled" || state === "took_place" || state === "no_show") return undefined;
  if (!hasCalendar) return "Put it into your calendar with the file, and send it to them.";
  switch (eventState) {
    case "refused":
      return "Your calendar did not take it: put it there with the file.";
    case "unknown":
      return "Whether it stands in your calendar is being found out.";
    case "moving":
      return "It is being moved in your calendar.";
    default:
      return undefined;
  }
}
