/** An event of a calendar as Graph shows it: single ones, series, their occurrences and the changed ones among them. */
import type { Correspondent } from "../../domain/mail/message.ts";
import type { Attendee, AttendeeResponse, EventTime, OccurrenceKey } from "../../domain/meeting/event.ts";
import {
  addDays,
  dayIn,
  daysBetween,
  type Instant,
  instantOf,
  millisOf,
  type PlainDate,
  utc,
  type Zone,
} from "../../domain/time.ts";
import { wallAt } from "../../domain/wall-time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudEvent, Shows } from "../cloud/calendars.ts";
import { isOrganiser, ownAnswer } from "../cloud/meetings.ts";
import { invalid, type Json, type Preferences } from "./door.ts";
import { itemId } from "./ids.ts";
import { changeKeyOf, etagOf, propertiesJson } from "./odata.ts";
import { zoneName } from "./profile.ts";
import { recurrenceJson } from "./recurrence-json.ts";

/** One time at which something takes place, or the series behind it. */
export type Item =
  | { kind: "single" | "exception"; event: CloudEvent }
  | { kind: "master"; event: CloudEvent }
  /** `key`: when it would begin by the rule. */
  | { kind: "occurrence"; event: CloudEvent; key: OccurrenceKey };

export type ShownEvent = {
  account: CloudAccount;
  prefer: Preferences;
  /** Extended properties that were asked for. */
  properties: readonly string[];
};

/** The cloud's own id of an item: occurrences, changed or not, bear that of their series and when they would begin. */
export function ownId(item: Item): string {
  const { event } = item;
  if (item.kind === "occurrence") return `${event.id} ${item.key}`;
  return event.seriesId === undefined ? event.id : `${event.seriesId} ${event.occurrence}`;
}

/** In a round of changes an occurrence tells its times and no more: the rest stands in its series. */
export function occurrenceJson(item: Item & { kind: "occurrence" }, { prefer }: ShownEvent): Json {
  return {
    "@odata.type": "#microsoft.graph.event",
    ...etagOf(item.event.change),
    id: itemId("e", ownId(item), prefer.lastingIds),
    seriesMasterId: itemId("e", item.event.id, prefer.lastingIds),
    type: "occurrence",
    ...timesJson(timeOf(item), prefer),
  };
}

const types = {
  single: "singleInstance",
  exception: "exception",
  master: "seriesMaster",
  occurrence: "occurrence",
} as const;

export function eventJson(item: Item, shown: ShownEvent): Json {
  const { account, prefer, properties } = shown;
  const { event } = item;
  const { organiser, attendees } = event;
  const seriesId = item.kind === "occurrence" ? event.id : event.seriesId;
  const zone = event.time.kind === "timed" ? event.time.zone : utc;
  const link = account.kind === "work" ? event.link : undefined;
  const series = item.kind === "master" ? seriesJson(event) : null;
  return {
    ...etagOf(event.change),
    id: itemId("e", ownId(item), prefer.lastingIds),
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.changedAt,
    changeKey: changeKeyOf(event.change),
    categories: [],
    transactionId: event.properties[transactionProperty] ?? null,
    originalStartTimeZone: zoneName(zone),
    originalEndTimeZone: zoneName(zone),
    iCalUId: event.uid,
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject: event.title,
    bodyPreview: (event.description ?? "").slice(0, 255),
    body: { contentType: "text", content: event.description ?? "" },
    importance: "normal",
    sensitivity: event.isPrivate === true ? "private" : "normal",
    isAllDay: event.time.kind === "all_day",
    isCancelled: event.status === "cancelled",
    isOrganizer: isOrganiser(account, event),
    responseRequested: true,
    seriesMasterId: seriesId === undefined ? null : itemId("e", seriesId, prefer.lastingIds),
    showAs: showAs(account, event),
    type: types[item.kind],
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(itemId("e", ownId(item), true))}`,
    onlineMeetingUrl: null,
    isOnlineMeeting: link !== undefined,
    onlineMeetingProvider: link === undefined ? "unknown" : "teamsForBusiness",
    onlineMeeting: link === undefined ? null : { joinUrl: link },
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    recurrence: series,
    ...(item.kind === "exception" &&
      typeof event.occurrence === "string" && { originalStart: originalStart(event.occurrence) }),
    responseStatus: responseJson(ownResponse(account, event), event),
    ...timesJson(timeOf(item), prefer),
    location: { displayName: event.place ?? "", locationType: "default" },
    locations: event.place === undefined ? [] : [{ displayName: event.place, locationType: "default" }],
    attendees: attendees.filter(({ organiser: isOne }) => isOne !== true).map((one) => attendeeJson(one, event)),
    organizer: recipientJson(organiser ?? { address: account.address, name: `${account.given} ${account.family}` }),
    ...propertiesJson(event.properties, properties),
  };
}

/** Under which name a program's transaction is kept with the event; no extended property can bear it. */
export const transactionProperty = "transactionId";

const recipientJson = ({ address, name }: Correspondent): Json => ({
  emailAddress: { name: name ?? address, address },
});

const responses: Readonly<Record<AttendeeResponse, string>> = {
  accepted: "accepted",
  declined: "declined",
  tentative: "tentativelyAccepted",
  needs_action: "notResponded",
  unknown: "none",
};

const never = "0001-01-01T00:00:00Z";
const responseJson = (response: string, { changedAt }: CloudEvent): Json => ({
  response,
  time: ["accepted", "declined", "tentativelyAccepted"].includes(response) ? changedAt : never,
});

const attendeeJson = (attendee: Attendee, event: CloudEvent): Json => ({
  type: attendee.resource ? "resource" : attendee.optional ? "optional" : "required",
  status: responseJson(responses[attendee.response], event),
  ...recipientJson(attendee),
});

function ownResponse(account: CloudAccount, event: CloudEvent): string {
  if (isOrganiser(account, event)) return "organizer";
  const own = ownAnswer(account, event);
  return own === undefined ? "none" : responses[own.response];
}

const showsAs: Readonly<Record<Shows, string>> = {
  busy: "busy",
  free: "free",
  tentative: "tentative",
  out_of_office: "oof",
  focus: "busy",
  working_location: "workingElsewhere",
  working_elsewhere: "workingElsewhere",
  birthday: "free",
};

/** An invitation that its owner did not answer stands as tentative; one that they declined as free. */
function showAs(account: CloudAccount, event: CloudEvent): string {
  const response = ownResponse(account, event);
  if (event.status === "cancelled" || response === "declined") return "free";
  const isOpen = response === "notResponded" || response === "tentativelyAccepted";
  return isOpen && event.shows === "busy" ? "tentative" : showsAs[event.shows];
}

export function timeOf(item: Item): EventTime {
  const { time } = item.event;
  if (item.kind !== "occurrence") return time;
  if (time.kind === "timed") {
    const startsAt = item.key as Instant;
    return {
      ...time,
      startsAt,
      endsAt: instantOf(millisOf(startsAt) + millisOf(time.endsAt) - millisOf(time.startsAt)),
    };
  }
  const firstDay = item.key as PlainDate;
  return { kind: "all_day", firstDay, lastDay: addDays(firstDay, daysBetween(time.firstDay, time.lastDay)) };
}

/** Wall time with seven digits of fraction, and the zone that the caller prefers; whole days end with the midnight after. */
function timesJson(time: EventTime, { zoneName: preferred }: Preferences): Json {
  if (time.kind === "all_day") {
    const midnight = (day: PlainDate) => ({ dateTime: `${day}T00:00:00.0000000`, timeZone: preferred ?? "UTC" });
    return { start: midnight(time.firstDay), end: midnight(addDays(time.lastDay, 1)) };
  }
  const zone = preferred === undefined ? utc : zoneNamed(preferred);
  if (zone === undefined) throw invalid(`the time zone ${preferred}`);
  const wall = (at: Instant) => ({ dateTime: `${wallText(zone, at)}0000`, timeZone: preferred ?? "UTC" });
  return { start: wall(time.startsAt), end: wall(time.endsAt) };
}

/** Without "Z", to the millisecond. */
const wallText = (zone: Zone, at: Instant): string => instantOf(wallAt(zone, millisOf(at))).slice(0, 23);

const originalStart = (key: string): string => (key.length === 10 ? `${key}T00:00:00Z` : key);

function seriesJson({ recurrence, time }: CloudEvent): Json | null {
  const [rule] = recurrence?.rules ?? [];
  if (rule === undefined) return null;
  const zone = time.kind === "timed" ? time.zone : utc;
  const firstDay = time.kind === "timed" ? dayIn(zone, time.startsAt) : time.firstDay;
  return recurrenceJson(rule, { firstDay, zone }) ?? null;
}
