/** Calendars in Outlook: what there is, rounds of changes in a fixed window, and who is busy when. */
import { z } from "zod";
import type { Address } from "../../domain/mail/message.ts";
import { addDays, after, before, type Instant, instantOf, millisOf, startOfDay, type Zone } from "../../domain/time.ts";
import type { BusyAnswer, CalendarAccount, CalendarRef, ListedCalendar, Window } from "../calendar.ts";
import { TroubleError } from "../trouble.ts";
import { changesOf } from "./calendar-changes.ts";
import { calendarWriting } from "./calendar-writing.ts";
import { eventIn, eventShape } from "./event.ts";
import { type Graph, type OpenGraph, part, timesInUtc } from "./graph.ts";
import { allItems, parsed } from "./pages.ts";

const prefer = [timesInUtc];
const listPage = "250";

const calendarShape = z.object({
  id: z.string().min(1),
  name: z.string().nullish().catch(null),
  canEdit: z.boolean().nullish(),
  isDefaultCalendar: z.boolean().nullish(),
  owner: z.object({ address: z.string().nullish() }).nullish().catch(null),
  allowedOnlineMeetingProviders: z.array(z.string()).nullish().catch(null),
});
const calendarFields = Object.keys(calendarShape.shape).join(",");

export type OutlookCalendar = {
  open: OpenGraph;
  /** The owner's own addresses, the main one first. */
  ownAddresses(graph: Graph): Promise<ReadonlySet<Address>>;
  /** The zone that whole days are meant in; undefined when Outlook does not say. */
  zone(graph: Graph): Promise<Zone | undefined>;
  mayWrite: boolean;
};

export function calendarOf({ open, ownAddresses, zone, mayWrite }: OutlookCalendar): CalendarAccount {
  /** Which calendars may carry a link of Teams, as the last list told. */
  const withTeams = new Map<CalendarRef, boolean>();
  const calendars = async (graph: Graph): Promise<ListedCalendar[]> => {
    const own = await ownAddresses(graph);
    const first = await graph.get("/me/calendars", { query: { $select: calendarFields, $top: listPage } });
    const found = (await allItems(first, (link) => graph.follow(link))).map((item) =>
      // A calendar that is left out would look as if it were no more, and its time as if it were free.
      parsed(calendarShape, item),
    );
    for (const one of found) withTeams.set(one.id, hasTeams(one));
    const at = await zone(graph);
    return found.map((one) => listed(one, own, at));
  };
  const mayHaveLink = async (graph: Graph, calendar: CalendarRef): Promise<boolean> => {
    const known = withTeams.get(calendar);
    if (known !== undefined) return known;
    const asked = { query: { $select: "id,allowedOnlineMeetingProviders" } };
    const told = hasTeams(parsed(calendarShape, await graph.get(`/me/calendars/${part(calendar)}`, asked)));
    withTeams.set(calendar, told);
    return told;
  };
  return {
    calendars: (signal) => calendars(open(signal)),
    pages: (calendar, from, signal) => changesOf(open(signal), calendar, from, ownAddresses),
    busy: async (refs, window, signal) => {
      const graph = open(signal);
      const answers: BusyAnswer[] = [];
      for (const calendar of refs) answers.push(await busyIn(graph, calendar, window, zone));
      return {
        busy: answers.flatMap(({ busy }) => busy),
        unreadable: answers.flatMap(({ unreadable }) => unreadable),
      };
    },
    ...(mayWrite && { write: calendarWriting(open, { mayHaveLink, ownAddresses }) }),
  };
}

/** Personal accounts have no Teams that may be asked for this way. */
const hasTeams = ({ allowedOnlineMeetingProviders }: z.output<typeof calendarShape>): boolean =>
  allowedOnlineMeetingProviders?.includes("teamsForBusiness") === true;

/** Outlook does not tell which calendars are shown: the owner's own ones are, birthdays and those of others are not. */
function listed(
  told: z.output<typeof calendarShape>,
  own: ReadonlySet<Address>,
  zone: Zone | undefined,
): ListedCalendar {
  const owner = told.owner?.address?.toLowerCase();
  const isMain = told.isDefaultCalendar === true;
  const mayWrite = told.canEdit === true;
  return {
    ref: told.id,
    name: told.name?.slice(0, 200) ?? "",
    isMain,
    mayWrite,
    isShown: isMain || (mayWrite && (owner === undefined || own.has(owner))),
    ...(zone !== undefined && { zone }),
  };
}

const busyFields = "id,start,end,isAllDay,isCancelled,showAs,responseStatus,type,seriesMasterId";
const freeKinds = new Set(["free", "working_location"]);

/** Asked live. A calendar that cannot be asked is named; when the account itself cannot, that is thrown. */
async function busyIn(
  graph: Graph,
  calendar: CalendarRef,
  window: Window,
  zone: (graph: Graph) => Promise<Zone | undefined>,
): Promise<BusyAnswer> {
  try {
    const first = await graph.get(`/me/calendars/${part(calendar)}/calendarView`, {
      query: { startDateTime: window.from, endDateTime: window.to, $select: busyFields, $top: listPage },
      prefer,
    });
    const items = await allItems(first, (link) => graph.follow(link, { prefer }));
    const busy: BusyAnswer["busy"][number][] = [];
    for (const item of items) {
      const span = await spanIn(item, () => zone(graph));
      if (span === "unreadable") return unreadable(calendar, "an event in it cannot be read");
      if (span !== "free") busy.push({ calendar, ...span });
    }
    return { busy, unreadable: [] };
  } catch (problem) {
    if (!(problem instanceof TroubleError) || problem.trouble.kind === "sign_in_again") throw problem;
    return unreadable(calendar, whyNot(problem));
  }
}

const unreadable = (calendar: CalendarRef, because: string): BusyAnswer => ({
  busy: [],
  unreadable: [{ calendar, because }],
});

function whyNot({ trouble }: TroubleError): string {
  if ("because" in trouble) return trouble.because;
  if (trouble.kind === "gone") return "it is not there any more";
  return trouble.kind === "slow_down" ? `Microsoft asks us to wait until ${trouble.until}` : trouble.kind;
}

type Span = { startsAt: Instant; endsAt: Instant };

async function spanIn(item: unknown, zone: () => Promise<Zone | undefined>): Promise<Span | "free" | "unreadable"> {
  const told = eventShape.safeParse(item).data;
  const event = told && eventIn(told, { calendar: "", own: new Set() });
  if (event === undefined || event.zoneUnknown === true) return "unreadable";
  const isDeclined = told?.responseStatus?.response === "declined";
  if (event.status === "cancelled" || isDeclined || freeKinds.has(event.kind)) return "free";
  if (event.time.kind === "timed") return { startsAt: event.time.startsAt, endsAt: event.time.endsAt };
  const { firstDay, lastDay } = event.time;
  const at = await zone();
  if (at !== undefined) return { startsAt: startOfDay(at, firstDay), endsAt: startOfDay(at, addDays(lastDay, 1)) };
  // Whole days of a zone that is not told: from where they begin first to where they end last.
  const midnight = (day: string) => instantOf(millisOf(`${day}T00:00:00.000Z` as Instant));
  return {
    startsAt: before(midnight(firstDay), { hours: 14 }),
    endsAt: after(midnight(addDays(lastDay, 1)), { hours: 12 }),
  };
}
