/** Meetings written into an Outlook calendar. Guests are told by Outlook as soon as the event stands. */
import type { Address } from "../../domain/mail/message.ts";
import { type Instant, instantOf, millisOf, utc, type Zone } from "../../domain/time.ts";
import { millisOfWall, wallAt } from "../../domain/wall-time.ts";
import { windowsNameOf } from "../../domain/zones.ts";
import type { CalendarAccount, CalendarRef, OutgoingEvent, WrittenEvent } from "../calendar.ts";
import { type ProviderTrouble, TroubleError } from "../trouble.ts";
import { eventIn, eventShape } from "./event.ts";
import { type Graph, type OpenGraph, part, timesInUtc } from "./graph.ts";
import { hasKey, withKey } from "./own-key.ts";
import { pageIn } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

const prefer = [timesInUtc];

export type Known = {
  /** Whether a meeting of this calendar may carry a link of Teams. */
  mayHaveLink(graph: Graph, calendar: CalendarRef): Promise<boolean>;
  ownAddresses(graph: Graph): Promise<ReadonlySet<Address>>;
};

export function calendarWriting(open: OpenGraph, known: Known): NonNullable<CalendarAccount["write"]> {
  const writtenIn = async (graph: Graph, calendar: CalendarRef, answer: unknown): Promise<WrittenEvent | undefined> => {
    const told = eventShape.safeParse(answer).data;
    const event = told && eventIn(told, { calendar, own: await known.ownAddresses(graph) });
    if (told === undefined || event === undefined) return undefined;
    return { ref: told.id, event, ...(event.link !== undefined && { link: event.link }) };
  };
  const find = async (graph: Graph, calendar: CalendarRef, key: string): Promise<WrittenEvent | undefined> => {
    const asked = { query: { $filter: hasKey(key), $top: "1" }, prefer };
    const [found] = pageIn(await graph.get(`/me/calendars/${part(calendar)}/events`, asked)).items;
    return found === undefined ? undefined : writtenIn(graph, calendar, found);
  };
  return {
    put: async (calendar, event, signal) => {
      const graph = open(signal);
      const withLink = event.wantsLink && (await known.mayHaveLink(graph, calendar));
      const body = {
        ...contentsOf(event),
        ...withKey(event.key),
        // The same again is the same event, for as long as Outlook remembers it.
        transactionId: event.key,
        ...(withLink && { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" }),
      };
      const answer = await unlessThere(graph.post(`/me/calendars/${part(calendar)}/events`, body, { prefer }));
      const written =
        answer === undefined ? await find(graph, calendar, event.key) : await writtenIn(graph, calendar, answer);
      return written ?? lost("write an event");
    },
    find: (calendar, key, signal) => find(open(signal), calendar, key),
    move: async (calendar, ref, to, signal) => {
      const graph = open(signal);
      const answer = await graph.patch(pathOf(ref), contentsOf(to), { prefer });
      return (await writtenIn(graph, calendar, answer)) ?? lost("change an event");
    },
    // As the organiser's, Outlook tells the guests; what is gone already needs no telling.
    cancel: async (_calendar, ref, signal) => {
      await unlessGone(open(signal).remove(pathOf(ref)));
    },
  };
}

const pathOf = (ref: string): string => `/me/events/${part(ref)}`;

function lost(what: string): never {
  const trouble: ProviderTrouble = { kind: "unknown_outcome", what };
  throw new TroubleError(trouble);
}

/** Undefined when an event was made under the same transaction before. */
async function unlessThere(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (problem) {
    if (problem instanceof TroubleError && problem.trouble.kind === "conflict") return undefined;
    throw problem;
  }
}

const contentsOf = ({ title, startsAt, endsAt, zone, place, description, guests, isTentative }: OutgoingEvent) => ({
  subject: title,
  ...(isTentative === true && { showAs: "tentative" }),
  start: timeIn(zone, startsAt),
  end: timeIn(zone, endsAt),
  ...(place !== undefined && { location: { displayName: place } }),
  ...(description !== undefined && { body: { contentType: "text", content: description } }),
  attendees: guests.map(({ address, name }) => ({
    emailAddress: { address, ...(name !== undefined && { name }) },
    type: "required",
  })),
});

/**
 * On the owner's clock, which is what the invitation shows. In UTC where Windows has no name for their zone, and in the hour
 * that the clock shows a second time, which no wall time tells from the first.
 */
function timeIn(zone: Zone, at: Instant): { dateTime: string; timeZone: string } {
  const name = windowsNameOf(zone);
  const wallMs = wallAt(zone, millisOf(at));
  if (name === undefined || millisOfWall(zone, wallMs) !== millisOf(at))
    return { dateTime: at.slice(0, 19), timeZone: utc };
  return { dateTime: instantOf(wallMs).slice(0, 19), timeZone: name };
}
