/** Outlook's calendars: their list, views, events and what is written. */
import type { AttendeeResponse } from "../../domain/meeting/event.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudCalendar, CloudEvent, NewEvent } from "../cloud/calendars.ts";
import { answerMeeting, cancelMeeting, isOrganiser, putMeeting } from "../cloud/meetings.ts";
import { occurrenceId } from "../cloud/occurrence-id.ts";
import type { CalendarRounds } from "./calendar-delta.ts";
import { calendarOf, itemOf, itemsIn, windowIn } from "./calendar-items.ts";
import {
  type Answer,
  type Call,
  created,
  denied,
  GraphFault,
  type GraphWorld,
  type Json,
  ok,
  type Route,
  route,
} from "./door.ts";
import { readEvent } from "./event-input.ts";
import { eventJson, type Item, timeOf, transactionProperty } from "./event-json.ts";
import { parseFilter, reach } from "./filter.ts";
import { expandedProperties, keepSelected, page, selected } from "./odata.ts";

export type CalendarWorld = GraphWorld & {
  /** What a second event with the same transaction gets: the first one, or a refusal. Outlook does either. */
  repeatedTransaction: "same_event" | "refused";
  rounds: CalendarRounds;
};

const reading = ["Calendars.Read", "Calendars.ReadBasic", "Calendars.ReadWrite"];
const writing = ["Calendars.ReadWrite"];
const pageSize = { usual: 10, most: 1_000 };

export function calendarRoutes(world: CalendarWorld): Route[] {
  const { rounds } = world;
  const get = (path: string, answer: (call: Call) => Json): Route => ({
    method: "GET",
    path,
    scopes: reading,
    answer: (call) => ok(answer(call)),
  });
  return [
    get("/me/calendars", (call) =>
      page(
        call,
        call.account.calendars.list.filter(({ isDeleted }) => !isDeleted).map((one) => calendarJson(call.account, one)),
        "calendars",
        pageSize,
      ),
    ),
    get("/me/calendar", (call) => calendarJson(call.account, call.account.calendars.main)),
    get("/me/calendars/:calendar", (call) => calendarJson(call.account, calendarOf(call))),
    ...["/me", "/me/calendar", "/me/calendars/:calendar"].flatMap((base) => [
      get(`${base}/calendarView`, (call) =>
        listed(call, itemsIn(call.account, calendarOf(call), windowIn(call.query))),
      ),
      get(`${base}/calendarView/delta`, (call) => rounds.answer(call)),
      get(`${base}/events`, (call) => listed(call, eventsIn(call.account, calendarOf(call)))),
      route("POST", `${base}/events`, writing, (call) => create(world, call)),
    ]),
    get("/me/events/:id", (call) => shown(call, itemOf(call).item)),
    get("/me/events/:id/instances", listInstances),
    route("PATCH", "/me/events/:id", writing, (call) => change(world, call)),
    route("DELETE", "/me/events/:id", writing, (call) => remove(world, call)),
    route("POST", "/me/events/:id/cancel", writing, (call) => cancel(world, call)),
    respond(world, "accept", "accepted"),
    respond(world, "tentativelyAccept", "tentative"),
    respond(world, "decline", "declined"),
  ];
}

function calendarJson(account: CloudAccount, { id, name, isMain, role }: CloudCalendar): Json {
  const isOwner = role === "owner";
  const providers = account.kind === "work" ? ["teamsForBusiness"] : [];
  return {
    id,
    name,
    color: "auto",
    hexColor: "",
    isDefaultCalendar: isMain,
    changeKey: Buffer.from(id).toString("base64"),
    canShare: isOwner,
    canViewPrivateItems: isOwner,
    canEdit: isOwner || role === "writer",
    allowedOnlineMeetingProviders: providers,
    defaultOnlineMeetingProvider: providers[0] ?? "unknown",
    isTallyingResponses: isMain,
    isRemovable: !isMain,
    owner: { name: `${account.given} ${account.family}`, address: account.address },
  };
}

function shown({ account, prefer, query }: Call, item: Item): Json {
  return keepSelected(eventJson(item, { account, prefer, properties: expandedProperties(query) }), selected(query));
}

function listed(call: Call, items: readonly Item[]): Json {
  const { account, prefer, query } = call;
  const filter = query.get("$filter");
  const isWanted = filter === null ? undefined : parseFilter(filter);
  const wanted = items.filter((item) => {
    if (isWanted === undefined) return true;
    const json = {
      ...eventJson(item, { account, prefer, properties: [] }),
      singleValueExtendedProperties: propertyList(item.event),
    };
    return isWanted((path) => reach(json, path));
  });
  return page(
    call,
    wanted.map((item) => shown(call, item)),
    "events",
    pageSize,
  );
}

const propertyList = ({ properties }: CloudEvent): Json[] =>
  Object.entries(properties).map(([id, value]) => ({ id, value }));

/** Single events and series, newest first; their occurrences are no events of their own here. */
const eventsIn = (account: CloudAccount, { id }: CloudCalendar): Item[] =>
  account.calendars
    .events(id)
    .filter(({ status, seriesId }) => status !== "cancelled" && seriesId === undefined)
    .map((event): Item => ({ kind: event.recurrence === undefined ? "single" : "master", event }))
    .toReversed();

function listInstances(call: Call): Json {
  const { calendar, item } = itemOf(call);
  const all = itemsIn(call.account, calendar, windowIn(call.query));
  return listed(
    call,
    all.filter(({ kind, event }) => (kind === "occurrence" ? event.id : event.seriesId) === item.event.id),
  );
}

function writable(calendar: CloudCalendar): CloudCalendar {
  if (calendar.role === "owner" || calendar.role === "writer") return calendar;
  throw denied();
}

function create(world: CalendarWorld, call: Call): Answer {
  const { account, body } = call;
  const calendar = writable(calendarOf(call));
  const { transactionId } = body;
  const earlier =
    typeof transactionId === "string"
      ? account.calendars
          .events(calendar.id)
          .find(({ properties }) => properties[transactionProperty] === transactionId)
      : undefined;
  if (earlier !== undefined) {
    if (world.repeatedTransaction === "refused" || earlier.status === "cancelled") {
      throw new GraphFault(409, "ErrorDuplicateTransactionId", "The transaction id was used before.");
    }
    return created(shown(call, { kind: "single", event: earlier }));
  }
  const id = account.calendars.newEventId();
  const base = emptyEvent(id, `040000008200E00074C5B7101A82E008${world.cloud.ids.hex().toUpperCase()}`);
  const event = readEvent(body, { base, account, link: () => newLink(world) });
  if (event.time === unknownTime)
    throw new GraphFault(400, "ErrorPropertyValidationFailure", "An event needs start and end.");
  const stored = putMeeting(world.cloud, { account, calendarId: calendar.id }, event, { tellsGuests: true });
  return created(shown(call, { kind: "single", event: stored }));
}

const unknownTime = { kind: "all_day", firstDay: "0001-01-01", lastDay: "0001-01-01" } as NewEvent["time"];

const emptyEvent = (id: string, uid: string): NewEvent => ({
  id,
  uid,
  sequence: -1,
  title: "",
  time: unknownTime,
  status: "confirmed",
  attendees: [],
  shows: "busy",
  properties: {},
});

const newLink = ({ cloud }: CalendarWorld): string =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${cloud.ids.word(24)}%40thread.v2/0`;

/** An occurrence becomes a changed one by it. */
function change(world: CalendarWorld, call: Call): Answer {
  const { account, body } = call;
  const { calendar, item } = itemOf(call);
  writable(calendar);
  const event = readEvent(body, { base: asOwnEvent(item), account, link: () => newLink(world) });
  const stored = putMeeting(world.cloud, { account, calendarId: calendar.id }, event, { tellsGuests: true });
  return ok(shown(call, { kind: item.kind === "occurrence" ? "exception" : item.kind, event: stored } as Item));
}

/** The event behind an item; one of its own for an occurrence. */
function asOwnEvent(item: Item): NewEvent {
  const { createdAt: _, changedAt: __, change: ___, ...event } = item.event;
  if (item.kind !== "occurrence") return event;
  const { recurrence: ____, ...single } = event;
  return {
    ...single,
    id: occurrenceId(event.id, item.key),
    seriesId: event.id,
    occurrence: item.key,
    time: timeOf(item),
  };
}

/** The organiser calls it off for everybody. */
function cancel(world: CalendarWorld, call: Call): Answer {
  if (!isOrganiser(call.account, itemOf(call).item.event)) {
    throw new GraphFault(400, "ErrorInvalidRequest", "You need to be an organizer to cancel a meeting.");
  }
  end(world, call);
  return { status: 202 };
}

function remove(world: CalendarWorld, call: Call): Answer {
  end(world, call);
  return { status: 204 };
}

function end({ cloud }: CalendarWorld, call: Call): void {
  const { account } = call;
  const { calendar, item } = itemOf(call);
  writable(calendar);
  const place = { account, calendarId: calendar.id };
  if (item.kind === "occurrence")
    putMeeting(cloud, place, { ...asOwnEvent(item), status: "cancelled" }, { tellsGuests: true });
  else cancelMeeting(cloud, place, item.event.id, { tellsGuests: true });
}

/** What a guest declines goes out of their calendar. */
function respond({ cloud }: CalendarWorld, action: string, response: AttendeeResponse): Route {
  return route("POST", `/me/events/:id/${action}`, writing, (call) => {
    const { calendar, item } = itemOf(call);
    if (isOrganiser(call.account, item.event)) {
      throw new GraphFault(
        400,
        "ErrorInvalidRequest",
        "You can't respond to this meeting because you're the meeting organizer.",
      );
    }
    answerMeeting(cloud, item.event.uid, call.account.address, response);
    if (response === "declined") call.account.calendars.cancel(calendar.id, item.event.id, cloud.now());
    return { status: 202 };
  });
}
