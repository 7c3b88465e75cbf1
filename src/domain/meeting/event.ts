/**
 * A calendar event as its source tells it: one single event, one series (with its rule), or one changed occurrence of
 * a series. Expansion happens in `recurrence.ts`, once per window.
 */
import type { Address } from "../mail/message.ts";
import type { Instant, PlainDate, Zone } from "../time.ts";

export type AttendeeResponse = "accepted" | "declined" | "tentative" | "needs_action" | "unknown";

export type Attendee = {
  address: Address;
  name?: string;
  response: AttendeeResponse;
  /** Another time that they propose, where the provider tells. */
  proposes?: { startsAt: Instant; endsAt: Instant };
  /** The organiser also stands in the list of attendees when the source lists them. */
  organiser?: true;
  optional?: true;
  /** A room, a resource or a group address (CUTYPE, `resource: true`, provider's room domain). */
  resource?: true;
};

/** When it is. All-day days are inclusive on both ends: a one-day event has the same first and last day. */
export type EventTime =
  | {
      kind: "timed";
      startsAt: Instant;
      endsAt: Instant;
      /** The zone the start was written in: recurrence repeats at this zone's wall time. */
      zone: Zone;
    }
  | { kind: "all_day"; firstDay: PlainDate; lastDay: PlainDate };

/** Recurrence as written (RFC 5545 texts), applied to the start in the event's zone. */
export type Recurrence = {
  /** Without the `RRULE:` prefix. Several rules happen in old files. */
  rules: readonly string[];
  extra: readonly OccurrenceKey[];
  excluded: readonly OccurrenceKey[];
};

/** Which occurrence of a series: the start it would have had, as an instant, or as a day for all-day series. */
export type OccurrenceKey = Instant | PlainDate;

export type EventStatus = "confirmed" | "tentative" | "cancelled";

/** What it means for the time it covers, as the source says; the owner's policy decides what blocks (`busy.ts`). */
export type EventKind = "busy" | "free" | "out_of_office" | "focus" | "working_location" | "birthday";

export type CalendarEvent = {
  /** The calendar it stands in, as named by the source (X-WR-CALNAME, Google calendar id, Outlook calendar id). */
  calendar: string;
  /** iCalendar UID. */
  uid: string;
  /** Present on a changed occurrence of a series. */
  occurrence?: OccurrenceKey;
  /** Raised at each change by the organiser; the higher one wins. */
  sequence: number;
  title: string;
  place?: string;
  /** First 2,000 characters of the description; the rest is dropped. */
  description?: string;
  /** Meeting link found in the source's own fields (X-GOOGLE-CONFERENCE, onlineMeeting, URL). */
  link?: string;
  time: EventTime;
  status: EventStatus;
  kind: EventKind;
  organiser?: { address: Address; name?: string };
  attendees: readonly Attendee[];
  recurrence?: Recurrence;
  /** When the source says it was last changed. */
  changedAt?: Instant;
  /** Said when something had to be repaired or assumed ("zone 'Foo/Bar' is unknown: taken as Europe/Paris from the file"). */
  notes: readonly string[];
  /** True when the zone could not be known: the time may be off, so the whole of each day touched is busy. */
  zoneUnknown?: true;
};
