/**
 * Rounds of changes in one folder. The first round lists what lies there; each later one tells what came, changed or went since
 * the link was given. Items repeat (the last of a page is the first of the next one), and what was moved away is told as removed.
 */
import type { Instant } from "../../domain/time.ts";
import type { Logged } from "../cloud/change-log.ts";
import type { CloudMessage, MailChange, Place } from "../cloud/mailbox.ts";
import { type Call, GraphFault, invalid, type Json } from "./door.ts";
import { idOfPlace, placeOf } from "./folders.ts";
import { messageId } from "./ids.ts";
import type { MailWorld } from "./mail.ts";
import { messageJson } from "./message-json.ts";
import { context, deltaLink, tokenIn } from "./odata.ts";

/** What a link remembers. */
type Round = {
  address: string;
  place: Place;
  /** Number of the change up to which everything is told when the round is over. */
  upTo: number;
  fields?: string;
  since?: string;
  changeType?: string;
  /** First round: go on below this number; so many were told already. */
  below?: number;
  told?: number;
  /** Later rounds: tell what came after this change, from this item on. */
  after?: number;
  start?: number;
};

const usualPage = 10;
const pageMost = 1_000;
/** With a filter, a first round tells no more than that: https://learn.microsoft.com/graph/delta-query-messages */
const filteredMost = 5_000;

export function mailDelta(world: MailWorld, call: Call): Json {
  const round = roundOf(call);
  const size = Math.min(call.prefer.pageSize ?? usualPage, pageMost);
  return round.after === undefined ? firstRound(world, call, round, size) : laterRound(world, call, round, size);
}

function roundOf(call: Call): Round {
  const { account, query } = call;
  const place = placeOf(call.param("folder"));
  const token = tokenIn(query);
  if (token === undefined) return begun(call, place);
  if (token === "unreadable") throw new GraphFault(400, "BadRequest", "Badly formed token.");
  const round = token as Round;
  if (round.address !== account.address || round.place !== place) {
    throw new GraphFault(410, "syncStateInvalid", "The sync state is not of this folder.");
  }
  const known = account.mailbox.log.after(round.after ?? round.upTo);
  if (known === undefined) throw new GraphFault(410, "SyncStateNotFound", "The sync state generation is not found.");
  return round;
}

function begun({ account, query, prefer }: Call, place: Place): Round {
  if (query.has("$top") && prefer.pageSize === undefined) throw invalid("$top in a delta request");
  const filter = query.get("$filter");
  const since = filter === null ? undefined : /^receivedDateTime (?:ge|gt) (\S+)$/i.exec(filter)?.[1];
  if (filter !== null && since === undefined) throw invalid("$filter in a delta request");
  const fields = query.get("$select");
  const changeType = query.get("changeType");
  return {
    address: account.address,
    place,
    upTo: account.mailbox.log.newest,
    ...(fields !== null && { fields }),
    ...(since !== undefined && { since: new Date(since).toISOString().slice(0, 19) }),
    ...(changeType !== null && { changeType }),
  };
}

function firstRound(world: MailWorld, call: Call, round: Round, size: number): Json {
  const { mailbox } = call.account;
  const told = round.told ?? 0;
  const room = round.since === undefined ? size : Math.min(size, filteredMost - told);
  const found: CloudMessage[] = [];
  let isMore = false;
  for (const message of mailbox.newestFirst(round.below)) {
    if (message.at < (round.since ?? "")) break;
    if (message.place !== round.place) continue;
    isMore = found.length === room;
    if (isMore) break;
    found.push(message);
  }
  const isCut = round.since !== undefined && told + found.length >= filteredMost;
  const last = found.at(-1)?.number ?? 0;
  // The last one comes again on the next page, unless a page holds no more than one.
  const next = { ...round, below: size > 1 ? last + 1 : last, told: told + found.length };
  const value = found.map((message) => shown(world, call, round, message));
  return pageOf(round, value, isMore && !isCut ? next : undefined);
}

function laterRound(world: MailWorld, call: Call, round: Round, size: number): Json {
  const { mailbox } = call.account;
  const isFirstPage = round.start === undefined;
  const upTo = isFirstPage ? mailbox.log.newest : round.upTo;
  const logged = (mailbox.log.after(round.after as number) ?? []).filter(({ number }) => number <= upTo);
  const changes = changesIn(logged, round);
  const start = round.start ?? 0;
  const value = changes.slice(start, start + size).map((change) => {
    const now = mailbox.find(change.message.id);
    return now?.place === round.place ? shown(world, call, round, now) : removed(world, call, round, change.message);
  });
  const isMore = start + size < changes.length;
  return pageOf({ ...round, upTo }, value, isMore ? { ...round, upTo, start: start + size } : undefined);
}

/** The newest change of each message that is or was in the folder. */
function changesIn(logged: readonly Logged<MailChange>[], { place, since = "", changeType }: Round): MailChange[] {
  const newest = new Map<string, MailChange>();
  for (const { change } of logged) {
    const { message, before, kind } = change;
    if (message.place !== place && before?.place !== place && !newest.has(message.id)) continue;
    if (message.at < (since as Instant)) continue;
    if (changeType === "created" && kind !== "added") continue;
    if (changeType === "deleted" && kind !== "removed") continue;
    newest.delete(message.id);
    newest.set(message.id, change);
  }
  return [...newest.values()];
}

function shown({ lasting }: MailWorld, { prefer }: Call, { fields }: Round, message: CloudMessage): Json {
  const chosen = fields === undefined ? undefined : new Set(fields.split(","));
  return messageJson(message, { lastingId: lasting.idOf(message.id), prefer, fields: chosen, properties: [] });
}

function removed(
  { lasting }: MailWorld,
  { prefer: { lastingIds } }: Call,
  { place }: Round,
  { id }: CloudMessage,
): Json {
  return {
    "@odata.type": "#microsoft.graph.message",
    id: messageId({ id: lastingIds ? lasting.idOf(id) : id, place }, lastingIds),
    "@removed": { reason: "deleted" },
  };
}

function pageOf(round: Round, value: Json[], next: Round | undefined): Json {
  const path = `/me/mailFolders('${idOfPlace(round.place)}')/messages/delta`;
  const { below: _, told: __, start: ___, ...rest } = round;
  return {
    ...context("Collection(message)"),
    value,
    ...(next === undefined ? deltaLink(path, "delta", { ...rest, after: round.upTo }) : deltaLink(path, "next", next)),
  };
}
