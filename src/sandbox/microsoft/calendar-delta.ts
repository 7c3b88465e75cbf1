/**
 * Rounds of changes in one calendar and window. The service remembers what it told: a link stands for a state, and each round
 * tells the difference between that state and what is there now. What left the window is told as removed.
 */
import type { Window } from "../../domain/meeting/recurrence.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudCalendar } from "../cloud/calendars.ts";
import { calendarOf, itemsWithSeries, windowIn } from "./calendar-items.ts";
import { type Call, GraphFault, invalid, type Json } from "./door.ts";
import { eventJson, type Item, occurrenceJson, ownId } from "./event-json.ts";
import { itemId } from "./ids.ts";
import { context, deltaLink, tokenIn } from "./odata.ts";

type State = {
  window: Window;
  /** Number of the newest change that it knows. */
  newest: number;
  /** Versions by the ids of items. */
  versions: ReadonlyMap<string, number>;
};

/** A round that is being read page by page. */
type Round = { tells: readonly ({ item: Item } | { gone: string })[]; state: string };

const usualPage = 10;
const pageMost = 1_000;
/** Of one calendar; whoever comes with an older one begins anew. */
const keptMost = 40;

export class CalendarRounds {
  readonly #states = new Map<string, Map<string, State>>();
  readonly #rounds = new Map<string, Map<string, Round>>();
  #made = 0;

  answer(call: Call): Json {
    const { account, query, prefer } = call;
    const calendar = calendarOf(call);
    const size = Math.min(prefer.pageSize ?? usualPage, pageMost);
    const token = tokenIn(query);
    for (const name of ["$select", "$filter", "$orderby", "$expand"]) {
      if (query.has(name)) throw invalid(`${name} in a round of changes`);
    }
    if (token === "unreadable") throw new GraphFault(400, "BadRequest", "Badly formed token.");
    const key = `${account.address} ${calendar.id}`;
    if (token?.round !== undefined)
      return this.#page(call, key, { round: String(token.round), start: Number(token.start), size });
    const before =
      token === undefined
        ? { ...nothing, window: windowIn(query) }
        : this.#state(account, calendar, key, String(token.state));
    const log = account.calendars.log(calendar.id);
    if (token !== undefined && log.newest === before.newest) {
      return {
        ...context("Collection(event)"),
        value: [],
        ...deltaLink(pathTo(calendar), "delta", { state: token.state }),
      };
    }
    const items = itemsWithSeries(account, calendar, before.window);
    const versions = new Map(items.map((item) => [ownId(item), item.event.change]));
    const gone = [...before.versions.keys()].filter((id) => !versions.has(id)).map((id) => ({ gone: id }));
    const changed = items
      .filter((item) => before.versions.get(ownId(item)) !== item.event.change)
      .map((item) => ({ item }));
    const state = this.#keep(this.#states, key, { window: before.window, newest: log.newest, versions });
    const round = this.#keep(this.#rounds, key, { tells: [...gone, ...changed], state });
    return this.#page(call, key, { round, start: 0, size });
  }

  /** All links that were given out lead to a 410 from now on. */
  forget(): void {
    this.#states.clear();
    this.#rounds.clear();
  }

  #state(account: CloudAccount, calendar: CloudCalendar, key: string, id: string): State {
    const state = this.#states.get(key)?.get(id);
    if (state === undefined) throw new GraphFault(410, "SyncStateNotFound", "The sync state generation is not found.");
    if (account.calendars.log(calendar.id).after(state.newest) === undefined) {
      throw new GraphFault(410, "resyncRequired", "Resync required.");
    }
    return state;
  }

  #page(call: Call, key: string, { round: id, start, size }: { round: string; start: number; size: number }): Json {
    const round = this.#rounds.get(key)?.get(id);
    if (round === undefined) throw new GraphFault(410, "SyncStateNotFound", "The sync state generation is not found.");
    const end = start + size;
    const path = pathTo(calendarOf(call));
    return {
      ...context("Collection(event)"),
      value: round.tells
        .slice(start, end)
        .map((told) => ("item" in told ? shown(call, told.item) : removed(call, told.gone))),
      ...(end < round.tells.length
        ? deltaLink(path, "next", { round: id, start: end })
        : deltaLink(path, "delta", { state: round.state })),
    };
  }

  #keep<Kept>(where: Map<string, Map<string, Kept>>, key: string, kept: Kept): string {
    const ofCalendar = where.get(key) ?? new Map<string, Kept>();
    where.set(key, ofCalendar);
    this.#made += 1;
    const id = String(this.#made);
    ofCalendar.set(id, kept);
    for (const oldest of [...ofCalendar.keys()].slice(0, Math.max(0, ofCalendar.size - keptMost)))
      ofCalendar.delete(oldest);
    return id;
  }
}

const nothing = { newest: -1, versions: new Map<string, number>() };

const pathTo = ({ id, isMain }: CloudCalendar): string =>
  isMain ? "/me/calendarView/delta" : `/me/calendars('${encodeURIComponent(id)}')/calendarView/delta`;

function shown({ account, prefer }: Call, item: Item): Json {
  const how = { account, prefer, properties: [] };
  if (item.kind === "occurrence") return occurrenceJson(item, how);
  return { "@odata.type": "#microsoft.graph.event", ...eventJson(item, how) };
}

const removed = ({ prefer }: Call, id: string): Json => ({
  "@odata.type": "#microsoft.graph.event",
  id: itemId("e", id, prefer.lastingIds),
  "@removed": { reason: "deleted" },
});
