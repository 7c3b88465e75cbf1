/**
 * Mail that lies in none of the folders that are read by themselves: a rule of the owner's filed it, or their hand did before
 * we looked. One list over the whole mailbox, newest first and back to a little before the newest that was seen, costs one request
 * however many folders there are (docs/decisions/0028). What is moved here later with an older date, the weekly listing finds.
 */
import { z } from "zod";
import { before, type Instant, parseInstant } from "../../domain/time.ts";
import type { MailPage } from "../mail.ts";
import type { From } from "../scan.ts";
import type { Folders } from "./folders.ts";
import { type Graph, lastingIds } from "./graph.ts";
import { cursorOf, type ElsewhereState, elsewhereStateOf, type Told } from "./mail-cursor.ts";
import { messageFields } from "./message.ts";
import { contentsOf } from "./page-contents.ts";
import { type Page, pageIn } from "./pages.ts";

const listPage = 250;
/** Mail of one moment does not appear in one moment. */
const overlapMinutes = 15;
/** Where a quarter of an hour brings more, it is looked back less far. */
const toldMax = 200;

type Reading = { graph: Graph; folders: Folders };

export async function* elsewherePages({ graph, folders }: Reading, from: From): AsyncGenerator<MailPage> {
  let state = "after" in from ? elsewhereStateOf(from.after) : await begin(graph, folders, from.since);
  for (;;) {
    const page = pageIn(
      state.listing === undefined
        ? await graph.get("/me/messages", { query: listing(state.from), prefer: [lastingIds] })
        : await graph.follow(state.listing.link, { prefer: [lastingIds] }),
    );
    const { fresh, next } = step(state, page);
    const isLast = next.listing === undefined;
    const { messages, listed, skipped } = contentsOf(fresh, { where: "other folders" });
    // A draft among them is none of ours, and nothing of the past is taken back here.
    yield { messages, listed, gone: [], skipped, cursor: cursorOf(next), isLast };
    if (isLast) return;
    state = next;
  }
}

/** Newest first; what it is ordered by has to lead the filter. */
const listing = (from: Instant | undefined) => ({
  $select: messageFields,
  $orderby: "receivedDateTime desc",
  $top: String(listPage),
  ...(from !== undefined && { $filter: `receivedDateTime ge ${from}` }),
});

/** From `since` on, or from what there is now. */
async function begin(graph: Graph, folders: Folders, since: Instant | undefined): Promise<ElsewhereState> {
  const apart = await folders.apart(graph);
  if (since !== undefined) return { apart, from: since, told: [] };
  const query = { $select: "id,receivedDateTime,parentFolderId", $orderby: "receivedDateTime desc", $top: "1" };
  const [item] = pageIn(await graph.get("/me/messages", { query, prefer: [lastingIds] })).items;
  const newest = placeIn(item);
  return newest === undefined
    ? { apart, told: [] }
    : { apart, from: newest.at, told: [{ ref: newest.ref, at: newest.at }] };
}

const itemShape = z.object({ id: z.string(), receivedDateTime: z.string(), parentFolderId: z.string().nullish() });
type Placed = Told & { folder: string | undefined };

/** Where an item lies and since when; undefined for an item that does not say. */
function placeIn(item: unknown): Placed | undefined {
  const { data } = itemShape.safeParse(item);
  const at = parseInstant(data?.receivedDateTime ?? "");
  return data && at && { ref: data.id, at, folder: data.parentFolderId ?? undefined };
}

/** What a page has that was not told, and where that leaves us. An item that does not say where it lies is read all the same. */
function step(state: ElsewhereState, { items, next: link }: Page): { fresh: unknown[]; next: ElsewhereState } {
  const apart = new Set(state.apart);
  const known = new Set(state.told.map(({ ref }) => ref));
  const read = items.map((item) => ({ item, place: placeIn(item) }));
  const elsewhere = read.filter(({ place }) => !apart.has(place?.folder ?? ""));
  const fresh = elsewhere.filter(({ place }) => !known.has(place?.ref ?? "")).map(({ item }) => item);
  const newestAt = state.listing?.newestAt ?? read.find(({ place }) => place !== undefined)?.place?.at;
  const seen = elsewhere.flatMap(({ place }) => (place === undefined ? [] : [{ ref: place.ref, at: place.at }]));
  const told = [...(state.listing?.told ?? []), ...seen].slice(0, toldMax);
  if (link !== undefined)
    return { fresh, next: { ...state, listing: { link, told, ...(newestAt !== undefined && { newestAt }) } } };
  return { fresh, next: newestAt === undefined ? { ...state, listing: undefined } : afterAll(state, newestAt, told) };
}

/** The next listing goes back to a little before the newest, and never further than this one did. */
function afterAll(
  { apart, from: listedFrom }: ElsewhereState,
  newestAt: Instant,
  told: readonly Told[],
): ElsewhereState {
  const oldestKept = told.length === toldMax ? told.at(-1)!.at : undefined;
  const from = [before(newestAt, { minutes: overlapMinutes }), listedFrom, oldestKept]
    .filter((one) => one !== undefined)
    .reduce((latest, one) => (one > latest ? one : latest));
  return { apart, from, told: told.filter(({ at }) => at >= from) };
}
