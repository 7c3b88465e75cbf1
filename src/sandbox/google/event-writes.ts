/** Events of Google Calendar as they are written: by an id of the caller's, which is never given out twice. */
import { after } from "../../domain/time.ts";
import type { CloudCalendar, CloudEvent, NewEvent } from "../cloud/calendars.ts";
import { cancelMeeting, putMeeting } from "../cloud/meetings.ts";
import { type Call, GoogleFault, type GoogleWorld, invalid, type Json, notFound } from "./door.ts";
import { etagOf, eventJson, readEvent } from "./event-json.ts";
import { calendarOf, eventOf } from "./event-lists.ts";

function writable(call: Call): CloudCalendar {
  const calendar = calendarOf(call);
  if (calendar.role !== "owner" && calendar.role !== "writer")
    throw new GoogleFault(403, "requiredAccessLevel", "This calendar may only be read.");
  return calendar;
}

const tellsGuests = (query: URLSearchParams): boolean => query.get("sendUpdates") === "all";

export function insertEvent(world: GoogleWorld, call: Call): Json {
  const { account, body, query } = call;
  const calendar = writable(call);
  const given = body.id;
  if (given !== undefined && (typeof given !== "string" || !/^[a-v0-9]{5,1024}$/.test(given))) throw invalid("id");
  if (given !== undefined && account.calendars.find(calendar.id, given) !== undefined)
    throw new GoogleFault(409, "duplicate", "The requested identifier already exists.");
  const id = given ?? account.calendars.newEventId();
  const event: NewEvent = {
    ...readEvent(body, { base: undefined, account, zone: calendar.zone }),
    id,
    uid: `${id}@google.com`,
  };
  const stored = putMeeting(world.cloud, { account, calendarId: calendar.id }, event, {
    tellsGuests: tellsGuests(query),
  });
  return withConference(world, call, calendar, stored);
}

export function patchEvent(world: GoogleWorld, call: Call): Json {
  const { account, body, query, header } = call;
  const calendar = writable(call);
  const old = eventOf(call, calendar);
  if (old.status === "cancelled" && body.status !== "confirmed") throw notFound("the event");
  const wanted = header("If-Match");
  if (wanted !== undefined && wanted !== "*" && wanted !== etagOf(old.change))
    throw new GoogleFault(412, "conditionNotMet", "The event was changed meanwhile.");
  const event: NewEvent = {
    ...readEvent(body, { base: old, account, zone: calendar.zone }),
    id: old.id,
    uid: old.uid,
  };
  const stored = putMeeting(world.cloud, { account, calendarId: calendar.id }, event, {
    tellsGuests: tellsGuests(query),
  });
  return withConference(world, call, calendar, stored);
}

/** Gone the second time. An occurrence of a series is left out of it. */
export function deleteEvent({ cloud }: GoogleWorld, call: Call): undefined {
  const calendar = writable(call);
  const event = eventOf(call, calendar);
  if (event.status === "cancelled") throw new GoogleFault(410, "deleted", "The resource has been deleted.");
  const place = { account: call.account, calendarId: calendar.id };
  const tells = { tellsGuests: tellsGuests(call.query) };
  if (call.account.calendars.find(calendar.id, event.id) === undefined)
    putMeeting(cloud, place, { ...event, status: "cancelled" }, tells);
  else cancelMeeting(cloud, place, event.id, tells);
}

/** A video link is made when one is asked for: at once, or a little later as the real ones sometimes are. */
function withConference(world: GoogleWorld, call: Call, calendar: CloudCalendar, stored: CloudEvent): Json {
  const { account, body, query } = call;
  const shown = { account, zone: calendar.zone };
  const request = (body.conferenceData as Json | undefined)?.createRequest as Json | undefined;
  if (request === undefined || query.get("conferenceDataVersion") !== "1") return eventJson(stored, shown);
  const word = world.cloud.ids.base32(10).replace(/\d/g, "x");
  const link = `https://meet.google.com/${word.slice(0, 3)}-${word.slice(3, 7)}-${word.slice(7)}`;
  const waits = world.cloud.meetAfterSeconds;
  const make = () => {
    const now = account.calendars.find(calendar.id, stored.id);
    if (now === undefined || now.status === "cancelled") return;
    putMeeting(
      world.cloud,
      { account, calendarId: calendar.id },
      { ...now, link },
      { tellsGuests: tellsGuests(query) },
    );
  };
  const { requestId, conferenceSolutionKey } = request;
  const status = (statusCode: string) => ({ requestId, conferenceSolutionKey, status: { statusCode } });
  if (waits > 0) {
    world.cloud.later(after(call.now, { seconds: waits }), make);
    return { ...eventJson(stored, shown), conferenceData: { createRequest: status("pending") } };
  }
  make();
  const made = eventJson(account.calendars.find(calendar.id, stored.id) ?? stored, shown);
  return { ...made, conferenceData: { ...(made.conferenceData as Json), createRequest: status("success") } };
}
