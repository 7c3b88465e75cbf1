/**
 * Mail in Outlook: the inbox and the sent letters by rounds of changes (delta), all other folders together by what was taken in
 * last (`elsewhere.ts`), and the sent letters of the past by a plain list. Headers come with the pages. A message that left the
 * inbox for another folder is still there and stays ours.
 */
import { z } from "zod";
import type { Clock } from "../../domain/clock.ts";
import { after, type Instant, parseInstant } from "../../domain/time.ts";
import { readMessageText } from "../archive/message-text.ts";
import { concurrently } from "../concurrently.ts";
import type { Drafts, HeadersRead, MailAccount, MailPage } from "../mail.ts";
import type { From, StreamName } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import { elsewherePages } from "./elsewhere.ts";
import type { Folders } from "./folders.ts";
import { type Graph, lastingIds, type OpenGraph, pageOf, part } from "./graph.ts";
import { type Chain, cursorOf, type FreshState, freshStateOf, type PastState, pastStateOf } from "./mail-cursor.ts";
import { messageFields, messageIn } from "./message.ts";
import { type Contents, contentsOf } from "./page-contents.ts";
import { type Page, pageIn, parsed, removedIn } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

type Folder = { id: "inbox" | "sentitems"; label: "Inbox" | "Sent" };

const folders: ReadonlyMap<StreamName, Folder> = new Map([
  ["inbox", { id: "inbox", label: "Inbox" }],
  ["sentitems", { id: "sentitems", label: "Sent" }],
  ["sent", { id: "sentitems", label: "Sent" }],
]);

const streams = [
  { name: "inbox", kind: "fresh" },
  { name: "sentitems", kind: "fresh" },
  // Behind the two: what is moved out of them while they are read is found here.
  { name: "elsewhere", kind: "fresh" },
  { name: "sent", kind: "past" },
] as const;

const deltaPage = 200;
const listPage = 250;
/** Outlook follows 5,000 messages in a chain of changes that began at a time; a week is well below what it keeps. */
const chainToldMax = 4_000;
const chainDays = 7;

export type OutlookMail = { open: OpenGraph; folders: Folders; clock: Clock; drafts?: Drafts };

export function mailOf({ open, folders: places, clock, drafts }: OutlookMail): MailAccount {
  return {
    streams,
    ...(drafts !== undefined && { drafts }),
    pages: (stream, from, signal) => {
      const graph = open(signal);
      if (stream === "elsewhere") return elsewherePages({ graph, folders: places }, from);
      const folder = folderOf(stream);
      if (stream === "sent") return pastPages(graph, folder, from);
      const keptOf = (ref: string, both: AbortSignal) => isKept(open(both), places, ref);
      return freshPages({ graph, folder, clock, signal, keptOf }, from);
    },
    headers: (refs, signal) =>
      concurrently(refs, readsAtOnce, signal, (ref, both) => headersIn(open(both), places, ref)),
    text: async (ref, signal) => {
      const bytes = await unlessGone(open(signal).bytes(`/me/messages/${part(ref)}/$value`, { prefer: [lastingIds] }));
      return bytes && readMessageText(Buffer.from(bytes));
    },
    count: async (stream, signal) => {
      // Of the others only what is new is read, and nobody counts that.
      if (stream !== "sent") return undefined;
      const told = await open(signal).get("/me/mailFolders/sentitems", { query: { $select: "totalItemCount" } });
      return parsed(z.object({ totalItemCount: z.number().int().min(0).optional() }), told).totalItemCount;
    },
  };
}

function folderOf(stream: StreamName): Folder {
  const folder = folders.get(stream);
  if (folder === undefined) throw new RangeError(`Outlook has no stream ${stream}`);
  return folder;
}

type Reading = {
  graph: Graph;
  folder: Folder;
  clock: Clock;
  signal: AbortSignal;
  /** Whether a message that left the folder is still ours. */
  keptOf(ref: string, signal: AbortSignal): Promise<boolean>;
};

async function* freshPages(reading: Reading, from: From): AsyncGenerator<MailPage> {
  let state: FreshState =
    "after" in from
      ? freshStateOf(from.after)
      : { at: "beginning", ...(from.since !== undefined && { since: from.since }) };
  for (;;) {
    const { page, next, isLast } = await step(reading, state);
    yield { ...(await read(reading, page)), cursor: cursorOf(next), isLast };
    if (isLast) return;
    state = next;
  }
}

type Step = { page: Page; next: FreshState; isLast: boolean };

async function step(reading: Reading, state: FreshState): Promise<Step> {
  switch (state.at) {
    case "beginning":
      return begin(reading, state);
    case "chain": {
      const page = pageIn(await reading.graph.follow(state.link, { prefer: [lastingIds, pageOf(deltaPage)] }));
      return inChain(reading, page, state.chain, state.since);
    }
    case "listing":
      return list(reading, state);
  }
}

/** The new chain stands before anything is listed, so that nothing can arrive between the two. */
async function begin(reading: Reading, state: Extract<FreshState, { at: "beginning" }>): Promise<Step> {
  const { graph, folder, clock } = reading;
  const newest = state.from === undefined ? await newestIn(graph, folder) : undefined;
  const from = state.from ?? newest?.receivedAt;
  const first = await graph.get(`/me/mailFolders/${folder.id}/messages/delta`, {
    query: {
      $select: messageFields,
      // Outlook's own clock says where now is: ours may be off.
      ...(from !== undefined && { $filter: `receivedDateTime ge ${from}` }),
    },
    prefer: [lastingIds, pageOf(deltaPage)],
  });
  const page = pageIn(first);
  const known = { ...page, items: page.items.filter((item) => newest === undefined || idOf(item) !== newest.id) };
  const chain: Chain = { beganAt: clock.now(), told: 0, ...(from !== undefined && { newestAt: from }) };
  return inChain(reading, known, chain, state.since);
}

const newestShape = z.object({ id: z.string(), receivedDateTime: z.string() });

/** The newest message of a folder; undefined when it is empty. */
async function newestIn(graph: Graph, folder: Folder): Promise<{ id: string; receivedAt: Instant } | undefined> {
  const answer = await graph.get(`/me/mailFolders/${folder.id}/messages`, {
    query: { $select: "id,receivedDateTime", $orderby: "receivedDateTime desc", $top: "1" },
    prefer: [lastingIds],
  });
  const [item] = pageIn(answer).items;
  if (item === undefined) return undefined;
  const { id, receivedDateTime } = parsed(newestShape, item);
  const receivedAt = parseInstant(receivedDateTime);
  return receivedAt && { id, receivedAt };
}

const idOf = (item: unknown): string | undefined => newestShape.pick({ id: true }).safeParse(item).data?.id;

function inChain({ clock }: Reading, page: Page, chain: Chain, since: Instant | undefined): Step {
  const told: Chain = { ...chain, ...newestOf(page, chain), told: chain.told + page.items.length };
  if (page.next !== undefined) {
    const next: FreshState = { at: "chain", link: page.next, chain: told, ...(since !== undefined && { since }) };
    return { page, next, isLast: false };
  }
  if (page.delta === undefined) throw new TroubleError({ kind: "unreachable", because: "its changes have no end" });
  if (since !== undefined)
    return { page, next: { at: "listing", since, afterwards: page.delta, chain: told }, isLast: false };
  const isOld = told.told >= chainToldMax || clock.now() >= after(told.beganAt, { days: chainDays });
  const next: FreshState = isOld
    ? { at: "beginning", ...(told.newestAt !== undefined && { from: told.newestAt }) }
    : { at: "chain", link: page.delta, chain: told };
  return { page, next, isLast: true };
}

function newestOf({ items }: Page, { newestAt }: Chain): { newestAt?: Instant } {
  const times = items.flatMap((item) => parseInstant(newestShape.safeParse(item).data?.receivedDateTime ?? "") ?? []);
  const newest = [...times, ...(newestAt === undefined ? [] : [newestAt])].sort().at(-1);
  return newest === undefined ? {} : { newestAt: newest };
}

async function list({ graph, folder }: Reading, state: Extract<FreshState, { at: "listing" }>): Promise<Step> {
  const page = pageIn(
    state.link === undefined
      ? await graph.get(...listing(folder, state.since))
      : await graph.follow(state.link, { prefer: [lastingIds] }),
  );
  return page.next === undefined
    ? { page, next: { at: "chain", link: state.afterwards, chain: state.chain }, isLast: true }
    : { page, next: { ...state, link: page.next }, isLast: false };
}

/** Newest first. */
const listing = (folder: Folder, since: Instant | undefined): Parameters<Graph["get"]> => [
  `/me/mailFolders/${folder.id}/messages`,
  {
    query: {
      $select: messageFields,
      $orderby: "receivedDateTime desc",
      $top: String(listPage),
      ...(since !== undefined && { $filter: `receivedDateTime ge ${since}` }),
    },
    prefer: [lastingIds],
  },
];

async function* pastPages(graph: Graph, folder: Folder, from: From): AsyncGenerator<MailPage> {
  let state: PastState | undefined = "after" in from ? pastStateOf(from.after) : undefined;
  const since = "since" in from ? from.since : undefined;
  for (;;) {
    if (state?.at === "over") {
      yield { ...nothing, cursor: cursorOf(state), isLast: true };
      return;
    }
    const page = pageIn(
      state === undefined
        ? await graph.get(...listing(folder, since))
        : await graph.follow(state.link, { prefer: [lastingIds] }),
    );
    state = page.next === undefined ? { at: "over" } : { at: "listing", link: page.next };
    const isLast = state.at === "over";
    yield {
      ...contentsOf(page.items, { label: folder.label, where: folder.label }),
      gone: [],
      cursor: cursorOf(state),
      isLast,
    };
    if (isLast) return;
  }
}

const nothing = { messages: [], listed: [], gone: [], skipped: [] };

async function read({ folder, signal, keptOf }: Reading, page: Page): Promise<Contents> {
  const contents = contentsOf(page.items, { label: folder.label, where: folder.label });
  const left = page.items.flatMap((item) => removedIn(item) ?? []);
  const gone = [...contents.gone];
  const looked = concurrently(left, readsAtOnce, signal, async (ref, both) => ((await keptOf(ref, both)) ? [] : [ref]));
  for await (const refs of looked) gone.push(...refs);
  return { ...contents, gone };
}

/** Outlook answers four requests of a mailbox at a time: more would only wait. */
const readsAtOnce = 4;

const whereShape = z.object({ parentFolderId: z.string() });

/** Whether a message that left a folder lies in another one that is not for rubbish. */
async function isKept(graph: Graph, places: Folders, ref: string): Promise<boolean> {
  const asked = { query: { $select: "id,parentFolderId" }, prefer: [lastingIds] };
  const told = await unlessGone(graph.get(`/me/messages/${part(ref)}`, asked));
  return told !== undefined && !(await places.isRubbish(graph, parsed(whereShape, told).parentFolderId));
}

async function headersIn(graph: Graph, places: Folders, ref: string): Promise<HeadersRead> {
  try {
    const asked = { query: { $select: messageFields }, prefer: [lastingIds] };
    const told = await unlessGone(graph.get(`/me/messages/${part(ref)}`, asked));
    if (told === undefined) return { kind: "gone", ref };
    const folder = parsed(whereShape, told).parentFolderId;
    if (await places.isRubbish(graph, folder)) return { kind: "gone", ref };
    const read = messageIn(told, await places.labelOf(graph, folder));
    if (read.kind === "message") return { kind: "read", message: read.message };
    return read.kind === "draft" ? { kind: "gone", ref } : { kind: "unreadable", ref, because: read.message };
  } catch (problem) {
    // Refused for this one message alone; what concerns all of them goes on.
    if (problem instanceof TroubleError && problem.trouble.kind === "refused")
      return { kind: "unreadable", ref, because: problem.trouble.because };
    throw problem;
  }
}
