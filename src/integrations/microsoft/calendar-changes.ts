/**
 * Changes of one calendar in a window that stays as it was when the round began. Of a series Outlook tells its occurrences, bare
 * ones, and never which of them is no longer there: so after the first round, whatever touches a series has it read in full.
 */
import { z } from "zod";
import type { Address } from "../../domain/mail/message.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import { after, type Instant, parseInstant } from "../../domain/time.ts";
import type { CalendarPage, CalendarRef, ScannedEvent, Window } from "../calendar.ts";
import type { From, Skipped } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import { eventFields, eventIn, eventShape, type GraphEvent, isPlaced, isSeries } from "./event.ts";
import { type Graph, pageOf, part, timesInUtc } from "./graph.ts";
import { allItems, pageIn, parsed, removedIn } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

const deltaPage = 200;
const listPage = "250";
const prefer = [timesInUtc];
const preferDelta = [timesInUtc, pageOf(deltaPage)];
/** The window moves on with the days; once it is so far behind, a new one is begun. */
const windowLagDays = 7;

const instant = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== undefined) return at;
  context.addIssue("no instant");
  return z.NEVER;
});
const stateShape = z.object({
  link: z.string(),
  window: z.object({ from: instant, to: instant }),
  /** In the first round everything is told; later ones tell what changed. */
  isFirst: z.boolean(),
});
type State = z.output<typeof stateShape>;

type OwnAddresses = (graph: Graph) => Promise<ReadonlySet<Address>>;

/** What one walk through the pages keeps: series that it came across, by their id. */
type Walk = {
  graph: Graph;
  calendar: CalendarRef;
  /** Asked for once there is an event to read: most rounds tell of none. */
  own: ReadonlySet<Address>;
  series: Map<string, GraphEvent | undefined>;
};

export async function* changesOf(
  graph: Graph,
  calendar: CalendarRef,
  from: From & { window: Window },
  ownAddresses: OwnAddresses,
): AsyncGenerator<CalendarPage> {
  let state: State | undefined = "after" in from ? stateOf(from.after, from.window) : undefined;
  const walk: Walk = { graph, calendar, own: new Set(), series: new Map() };
  for (;;) {
    const window = state?.window ?? from.window;
    const isFirst: boolean = state?.isFirst ?? true;
    const page = pageIn(
      state === undefined
        ? await begin(graph, calendar, window)
        : await graph.follow(state.link, { prefer: preferDelta }),
    );
    const link = page.next ?? page.delta;
    if (link === undefined) throw new TroubleError({ kind: "unreachable", because: "its changes have no end" });
    const isLast = page.next === undefined;
    if (page.items.length > 0 && walk.own.size === 0) walk.own = await ownAddresses(graph);
    const found = isFirst ? await toldIn(walk, page.items) : await changedIn(walk, page.items, window);
    state = { link, window, isFirst: isFirst && !isLast };
    yield {
      ...found,
      gone: [...found.gone, ...page.items.flatMap((item) => removedIn(item) ?? [])],
      mayHaveLeftWindow: true,
      cursor: JSON.stringify(state),
      isLast,
    };
    if (isLast) return;
  }
}

function stateOf(cursor: string, wanted: Window): State {
  let state: State | undefined;
  try {
    state = stateShape.safeParse(JSON.parse(cursor)).data;
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
  }
  const isBehind = state !== undefined && wanted.to > after(state.window.to, { days: windowLagDays });
  // A window that was asked to reach further back than before has to be read anew too.
  const isNarrow = state !== undefined && wanted.from < state.window.from;
  if (state === undefined || isBehind || isNarrow) throw new TroubleError({ kind: "cursor_spent" });
  return state;
}

const begin = (graph: Graph, calendar: CalendarRef, { from, to }: Window): Promise<unknown> =>
  graph.get(`/me/calendars/${part(calendar)}/calendarView/delta`, {
    query: { startDateTime: from, endDateTime: to },
    prefer: preferDelta,
  });

type Found = { events: ScannedEvent[]; gone: string[]; skipped: Skipped[]; whole?: string[] };

/** The first round: occurrences are told by their times, and their series, once, by everything else. */
async function toldIn(walk: Walk, items: readonly unknown[]): Promise<Found> {
  const found: Found = { events: [], gone: [], skipped: [] };
  const told = await readable(walk, items, found);
  for (const one of told) if (isSeries(one)) walk.series.set(one.id, one);
  for (const one of told) {
    if (one.seriesMasterId == null) {
      keep(found, walk, one);
      continue;
    }
    if (!walk.series.has(one.seriesMasterId)) {
      const series = await eventBy(walk, one.seriesMasterId);
      walk.series.set(one.seriesMasterId, series);
      if (series !== undefined) keep(found, walk, series);
    }
    const series = walk.series.get(one.seriesMasterId);
    // Deleted between two requests: the next round says so.
    if (series === undefined) found.gone.push(one.id);
    else keep(found, walk, one, series);
  }
  return found;
}

/** Later rounds: single events as they are told, and every series that is touched read in full. */
async function changedIn(walk: Walk, items: readonly unknown[], window: Window): Promise<Found> {
  const found: Found = { events: [], gone: [], skipped: [] };
  const told = await readable(walk, items, found);
  for (const one of told) if (one.seriesMasterId == null && !isSeries(one)) keep(found, walk, one);
  const touched = new Set(told.flatMap((one) => one.seriesMasterId ?? (isSeries(one) ? one.id : [])));
  const whole: string[] = [];
  for (const id of touched) {
    const series = await eventBy(walk, id);
    const occurrences = series && (await occurrencesOf(walk.graph, id, window));
    if (series === undefined || occurrences === undefined) continue;
    const uid = keep(found, walk, series)?.uid;
    for (const one of await readable(walk, occurrences, found)) keep(found, walk, one, series);
    if (uid !== undefined) whole.push(uid);
  }
  return whole.length > 0 ? { ...found, whole } : found;
}

/** Undefined when it is gone. */
async function eventBy({ graph }: Walk, id: string): Promise<GraphEvent | undefined> {
  const asked = { query: { $select: eventFields }, prefer };
  const answer = await unlessGone(graph.get(`/me/events/${part(id)}`, asked));
  return answer === undefined ? undefined : parsed(eventShape, answer);
}

const occurrencesOf = async (graph: Graph, id: string, { from, to }: Window): Promise<unknown[] | undefined> => {
  const query = { startDateTime: from, endDateTime: to, $select: eventFields, $top: listPage };
  const first = await unlessGone(graph.get(`/me/events/${part(id)}/instances`, { query, prefer }));
  return first === undefined ? undefined : allItems(first, (link) => graph.follow(link, { prefer }));
};

/** What makes no sense in a list is asked for by itself before it is given up. */
async function readable(walk: Walk, items: readonly unknown[], found: Found): Promise<GraphEvent[]> {
  const read: GraphEvent[] = [];
  for (const item of items) {
    if (removedIn(item) !== undefined) continue;
    const told = eventShape.safeParse(item).data;
    if (told === undefined)
      found.skipped.push(skipped("unreadable_event", "Outlook told of an event without saying which."));
    else if (isPlaced(told)) read.push(told);
    else {
      const again = await eventBy(walk, told.id);
      if (again === undefined) found.gone.push(told.id);
      else read.push(again);
    }
  }
  return read;
}

function keep(found: Found, { calendar, own }: Walk, told: GraphEvent, series?: GraphEvent): CalendarEvent | undefined {
  const event = eventIn(told, { calendar, own, ...(series !== undefined && { series }) });
  if (event !== undefined) found.events.push({ ref: told.id, event });
  else {
    const title = (told.subject ?? "").slice(0, 80);
    found.skipped.push(
      skipped("impossible_time", `The event '${title}' has no readable start and was left out.`, told.id),
    );
  }
  return event;
}

const skipped = (because: string, message: string, position?: string): Skipped => ({
  where: "Outlook calendar",
  because,
  message,
  count: 1,
  ...(position !== undefined && { position }),
});
