/** Rounds of changes over a list that has a log: contacts, tasks. The first round is the whole list, later ones what changed. */
import type { ChangeLog } from "../cloud/change-log.ts";
import { type Call, GraphFault, type Json } from "./door.ts";
import { context, deltaLink, tokenIn } from "./odata.ts";

export type Listed<Thing> = {
  /** Says whose list it is, so that links of others are not taken. */
  name: string;
  /** Without the server, for the links. */
  path: string;
  log: ChangeLog<unknown>;
  /** What is there now, in an order that stays. */
  all: () => readonly Thing[];
  /** Ids that a change concerns; undefined when it is of another list. */
  idIn: (change: never) => string | undefined;
  find: (id: string) => Thing | undefined;
  show: (thing: Thing) => Json;
  /** The id as it is shown. */
  shownId: (id: string) => string;
};

type Token = { name: string; upTo: number; after?: number; start?: number };

const usualPage = 10;
const pageMost = 1_000;

export function logDelta<Thing>(call: Call, list: Listed<Thing>, what: string): Json {
  const size = Math.min(call.prefer.pageSize ?? usualPage, pageMost);
  const token = tokenIn(call.query);
  if (token === "unreadable") throw new GraphFault(400, "BadRequest", "Badly formed token.");
  const round = (token as Token | undefined) ?? { name: list.name, upTo: list.log.newest };
  if (round.name !== list.name) throw new GraphFault(410, "syncStateInvalid", "The sync state is not of this folder.");
  const changes = list.log.after(round.after ?? round.upTo);
  if (changes === undefined) throw new GraphFault(410, "SyncStateNotFound", "The sync state generation is not found.");
  const start = round.start ?? 0;
  const upTo = round.after !== undefined && round.start === undefined ? list.log.newest : round.upTo;
  const tells =
    round.after === undefined
      ? list.all().map((thing) => list.show(thing))
      : [
          ...new Set(
            changes.filter(({ number }) => number <= upTo).flatMap(({ change }) => list.idIn(change as never) ?? []),
          ),
        ].map((id) => {
          const thing = list.find(id);
          return thing === undefined ? { id: list.shownId(id), "@removed": { reason: "deleted" } } : list.show(thing);
        });
  const end = start + size;
  const isMore = end < tells.length;
  return {
    ...context(`Collection(${what})`),
    value: tells.slice(start, end),
    ...(isMore
      ? deltaLink(list.path, "next", { ...round, upTo, start: end })
      : deltaLink(list.path, "delta", { name: list.name, upTo, after: upTo })),
  };
}
