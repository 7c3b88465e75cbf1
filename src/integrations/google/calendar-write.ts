/** Meetings written into a Google calendar under an id of our own, so that the same booking is the same event. */
import { z } from "zod";
import { utc } from "../../domain/time.ts";
import type { CalendarAccount, CalendarRef, EventRef, OutgoingEvent, WrittenEvent } from "../calendar.ts";
import { type ProviderTrouble, TroubleError } from "../trouble.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import { eventFields, GoogleEvent, linkOf, readEvent } from "./event.ts";

/** Guests hear of it only when Google is told to tell them. */
const sendUpdates = "all";
const ourProperty = "rapport";

export function googleCalendarWrite(api: GoogleApi): NonNullable<CalendarAccount["write"]> {
  const find = async (calendar: CalendarRef, key: string, signal: AbortSignal): Promise<WrittenEvent | undefined> => {
    const item = await standing(calendar, key, signal);
    return item === undefined || item.status === "cancelled" ? undefined : written(calendar, item, unread);
  };

  const standing = async (calendar: CalendarRef, ref: EventRef, signal: AbortSignal) => {
    try {
      return await api.ask(GoogleEvent, signal, ({ calendar: client }, options) =>
        client.events.get({ calendarId: calendar, eventId: ref, fields: eventFields }, options),
      );
    } catch (fault) {
      troubleOfKind(fault, "gone");
      return undefined;
    }
  };

  return {
    put: async (calendar, event, signal) => {
      try {
        const item = await api.act(GoogleEvent, signal, ({ calendar: client }, options) =>
          client.events.insert(
            {
              calendarId: calendar,
              sendUpdates,
              fields: eventFields,
              ...(event.wantsLink && { conferenceDataVersion: 1 }),
              requestBody: {
                id: event.key,
                ...bodyOf(event),
                ...(event.wantsLink && { conferenceData: meetFor(event) }),
              },
            },
            options,
          ),
        );
        return written(calendar, item, unknown);
      } catch (fault) {
        const trouble = troubleOfKind(fault, "conflict");
        // An id is taken for ever, also by an event that was deleted since: only ours that stands is success.
        const item = await standing(calendar, event.key, signal);
        const isOurs = item?.extendedProperties?.private?.[ourProperty] === event.key && item.status !== "cancelled";
        if (item === undefined || !isOurs) throw new TroubleError(trouble);
        return written(calendar, item, unknown);
      }
    },
    find,
    move: async (calendar, ref, to, signal) => {
      const item = await api.act(GoogleEvent, signal, ({ calendar: client }, options) =>
        client.events.patch(
          { calendarId: calendar, eventId: ref, sendUpdates, fields: eventFields, requestBody: bodyOf(to) },
          options,
        ),
      );
      return written(calendar, item, unknown);
    },
    cancel: async (calendar, ref, signal) => {
      try {
        await api.act(z.unknown(), signal, ({ calendar: client }, options) =>
          client.events.delete({ calendarId: calendar, eventId: ref, sendUpdates }, options),
        );
      } catch (fault) {
        // Gone already is what was wanted.
        troubleOfKind(fault, "gone");
      }
    },
  };
}

const bodyOf = ({ key, title, startsAt, endsAt, zone, place, description, guests, isTentative }: OutgoingEvent) => ({
  summary: title,
  ...(isTentative === true && { status: "tentative" }),
  start: { dateTime: startsAt, timeZone: zone },
  end: { dateTime: endsAt, timeZone: zone },
  ...(place !== undefined && { location: place }),
  ...(description !== undefined && { description }),
  attendees: guests.map(({ address, name }) => ({ email: address, ...(name !== undefined && { displayName: name }) })),
  extendedProperties: { private: { [ourProperty]: key } },
});

/** The same request id again is the same conference. */
const meetFor = ({ key }: OutgoingEvent) => ({
  createRequest: { requestId: key, conferenceSolutionKey: { type: "hangoutsMeet" } },
});

/** The link may come later: Google makes it after the event. `orElse` when the answer does not say when it is. */
function written(calendar: CalendarRef, item: GoogleEvent, orElse: ProviderTrouble): WrittenEvent {
  const read = readEvent(item, { calendar, zone: utc, uid: item.id });
  if (read.kind === "unplaced") throw new TroubleError(orElse);
  const link = linkOf(item);
  return { ref: item.id, event: read.event, ...(link !== undefined && { link }) };
}

const unread: ProviderTrouble = { kind: "unreachable", because: "the event that stands there cannot be read" };
const unknown: ProviderTrouble = { kind: "unknown_outcome", what: "read the event that was written" };
