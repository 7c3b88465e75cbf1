/** Pages of calendars on the web that open with the meeting filled in. Nothing is asked of them until somebody follows the link. */
import type { Booking } from "../../domain/booking/booking.ts";
import type { Instant } from "../../domain/time.ts";

export type CalendarLink = { name: string; url: string };

export function calendarLinks({ startsAt, endsAt, body }: Booking): CalendarLink[] {
  const { title, place, link } = body;
  const location = link ?? place ?? "";
  const google = new URLSearchParams({
    action: "TEMPLATE",
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    location,
  });
  const outlook = new URLSearchParams({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    startdt: startsAt,
    enddt: endsAt,
    location,
  });
  return [
    { name: "Google Calendar", url: `https://calendar.google.com/calendar/render?${google}` },
    { name: "Outlook.com", url: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}` },
    { name: "Microsoft 365", url: `https://outlook.office.com/calendar/0/deeplink/compose?${outlook}` },
  ];
}

/** "20261124T090000Z" */
const compact = (at: Instant): string => at.replace(/[-:]|\.\d+/g, "");
