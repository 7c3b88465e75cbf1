/** Gmail's lists: messages and drafts page by page, threads, and the history of changes. */
import type { CloudMessage, MailChange } from "../cloud/mailbox.ts";
import { type Call, flag, GoogleFault, invalid, type Json, notFound, pageSize, readToken, tokenOf } from "./door.ts";
import { hasLabels, labelsOf } from "./gmail-labels.ts";
import { type Format, messageHead, messageJson } from "./gmail-message.ts";
import { parseSearch } from "./gmail-search.ts";

/** So many messages are looked at for one page: pages with few or none happen, and a next one is named. */
const lookedAtMost = 20_000;
const lists = { usual: 100, most: 500 };

export function listMessages(call: Call): Json {
  const { account, query } = call;
  const { found, nextPageToken } = foundMessages(call, pageSize(query, "maxResults", lists));
  return {
    ...(found.length > 0 && { messages: found.map(({ id, threadId }) => ({ id, threadId })) }),
    ...(nextPageToken !== undefined && { nextPageToken }),
    resultSizeEstimate: Math.min(201, account.mailbox.count()),
  };
}

/** Newest first. */
function foundMessages(
  { account, query, scopes }: Call,
  size: number,
): { found: CloudMessage[]; nextPageToken?: string } {
  const { mailbox, zone } = account;
  const q = query.get("q") ?? "";
  if (q !== "" && scopes.some((scope) => scope.endsWith("gmail.metadata")) && !scopes.some(mayReadBodies))
    throw new GoogleFault(403, "forbidden", "The metadata scope does not support q.");
  const search = parseSearch(q, zone);
  const labels = query.getAll("labelIds");
  const withHidden = flag(query, "includeSpamTrash") || search.isAnywhere;
  const fits = (message: CloudMessage) => hasLabels(message, labels, withHidden) && search.matches(message);
  if (search.messageId !== undefined) {
    const one = mailbox.findByMessageId(search.messageId);
    return { found: one !== undefined && fits(one) ? [one] : [] };
  }
  const below = readToken(query.get("pageToken"))?.below;
  if (below !== undefined && typeof below !== "number") throw invalid("pageToken");
  const found: CloudMessage[] = [];
  let lookedAt = 0;
  for (const message of mailbox.newestFirst(below)) {
    if (search.since !== undefined && message.at < search.since) break;
    const isFound = fits(message);
    if ((isFound && found.length === size) || lookedAt === lookedAtMost)
      return { found, nextPageToken: tokenOf({ below: message.number + 1 }) };
    lookedAt += 1;
    if (isFound) found.push(message);
  }
  return { found };
}

const mayReadBodies = (scope: string): boolean => /gmail\.(?:readonly|modify)$|mail\.google\.com/.test(scope);

export function listDrafts({ account, query }: Call): Json {
  const size = pageSize(query, "maxResults", lists);
  const search = parseSearch(query.get("q") ?? "", account.zone);
  const start = Number(readToken(query.get("pageToken"))?.start ?? 0);
  const all = [...account.mailbox.drafts()].filter(({ message }) => search.matches(message));
  const page = all.slice(start, start + size);
  return {
    ...(page.length > 0 && {
      drafts: page.map(({ draftId, message: { id, threadId } }) => ({ id: draftId, message: { id, threadId } })),
    }),
    ...(start + size < all.length && { nextPageToken: tokenOf({ start: start + size }) }),
    resultSizeEstimate: all.length,
  };
}

export function getThread({ account, param, query }: Call): Json {
  const messages = account.mailbox.thread(param("id"));
  const newest = messages.at(-1);
  if (newest === undefined) throw notFound("the thread");
  return {
    id: newest.threadId,
    historyId: String(Math.max(...messages.map(({ change }) => change))),
    messages: messages.map((message) => messageJson(message, formatOf(query), query.getAll("metadataHeaders"))),
  };
}

export function formatOf(query: URLSearchParams): Format {
  const format = query.get("format") ?? "full";
  if (!["minimal", "full", "raw", "metadata"].includes(format)) throw invalid("format");
  return format as Format;
}

/** Changes after a number; 404 when some of them are forgotten. */
export function listHistory({ account, query }: Call): Json {
  const { log } = account.mailbox;
  const start = query.get("startHistoryId");
  if (start === null || !/^\d+$/.test(start)) throw invalid("startHistoryId");
  const token = readToken(query.get("pageToken"));
  const changes = log.after(token === undefined ? Number(start) : Number(token.after));
  if (changes === undefined) throw new GoogleFault(404, "notFound", "The history before that id is not kept.");
  const size = pageSize(query, "maxResults", lists);
  const types = query.getAll("historyTypes");
  const labelId = query.get("labelId");
  const history: Json[] = [];
  let read = Number(start);
  let isMore = false;
  for (const { number, change } of changes) {
    const record = recordOf(number, change, types);
    if (record !== undefined && (labelId === null || labelsOf(change.message).includes(labelId))) {
      if (history.length === size) {
        isMore = true;
        break;
      }
      history.push(record);
    }
    read = number;
  }
  return {
    ...(history.length > 0 && { history }),
    ...(isMore && { nextPageToken: tokenOf({ after: read }) }),
    historyId: String(log.newest),
  };
}

/** Undefined when nothing of the wanted types happened. No types wanted is all of them. */
function recordOf(number: number, { kind, message, before }: MailChange, types: readonly string[]): Json | undefined {
  const head = messageHead(message);
  const record: Json = {};
  const add = (type: string, property: string, entry: Json) => {
    if (types.length === 0 || types.includes(type)) record[property] = [entry];
  };
  if (kind === "added") add("messageAdded", "messagesAdded", { message: head });
  if (kind === "removed") add("messageDeleted", "messagesDeleted", { message: head });
  if (kind === "moved" && before !== undefined) {
    const [earlier, now] = [labelsOf(before), labelsOf(message)];
    const added = now.filter((label) => !earlier.includes(label));
    const removed = earlier.filter((label) => !now.includes(label));
    if (added.length > 0) add("labelAdded", "labelsAdded", { message: head, labelIds: added });
    if (removed.length > 0) add("labelRemoved", "labelsRemoved", { message: head, labelIds: removed });
  }
  if (Object.keys(record).length === 0) return undefined;
  return { id: String(number), messages: [{ id: message.id, threadId: message.threadId }], ...record };
}
