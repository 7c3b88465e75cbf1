/** Outlook's mail: folders, lists, single messages, drafts and what becomes of them. */
import { after } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import { type Content, envelopeOf, rawOf, recipientsOf } from "../cloud/content.ts";
import { type CloudMessage, type Place, places } from "../cloud/mailbox.ts";
import { isOwn } from "../cloud/meetings.ts";
import {
  type Answer,
  type Call,
  created,
  GraphFault,
  type GraphWorld,
  invalid,
  type Json,
  notFound,
  ok,
  type Route,
  route,
} from "./door.ts";
import { changed, contentOf, draftOf, emptyDraft, escaped, replyTo } from "./draft.ts";
import { type Filter, leastOf, parseFilter, reach } from "./filter.ts";
import { folderJson, placeOf } from "./folders.ts";
import type { Lasting } from "./lasting.ts";
import { mailDelta } from "./mail-delta.ts";
import { attachmentsJson, messageField, messageJson } from "./message-json.ts";
import { context, expandedProperties, nextLink, readProperties, selected, tokenIn, topOf } from "./odata.ts";

export type MailWorld = GraphWorld & {
  lasting: Lasting;
  /** A letter that was sent lies in the queue for so long: 202 means taken on, not gone. */
  queueSeconds: number;
  keepsIdOnSend: boolean;
};

const reading = ["Mail.Read", "Mail.ReadBasic", "Mail.ReadWrite"];
const readingWhole = ["Mail.Read", "Mail.ReadWrite"];
const writing = ["Mail.ReadWrite"];

export function mailRoutes(world: MailWorld): Route[] {
  const queued = new Set<string>();
  const find = (call: Call) => world.lasting.find(call.account, call.param("id"));
  const shown = (call: Call, message: CloudMessage) => shower(world, call)(message);
  return [
    route("GET", "/me/mailFolders", reading, listFolders),
    route("GET", "/me/mailFolders/:folder", reading, ({ account, param }) =>
      ok({ ...context("mailFolders/$entity"), ...folderJson(account.mailbox, placeOf(param("folder"))) }),
    ),
    route("GET", "/me/mailFolders/:folder/messages/delta", reading, (call) => ok(mailDelta(world, call))),
    route("GET", "/me/mailFolders/:folder/messages", reading, (call) =>
      ok(listMessages(world, call, placeOf(call.param("folder")))),
    ),
    route("GET", "/me/messages", reading, (call) => ok(listMessages(world, call, undefined))),
    route("GET", "/me/messages/:id", reading, (call) =>
      ok({ ...context("messages/$entity"), ...shown(call, find(call)) }),
    ),
    route("GET", "/me/messages/:id/$value", readingWhole, (call) => ({
      status: 200,
      bytes: rawOf(find(call).content),
    })),
    route("GET", "/me/messages/:id/attachments", readingWhole, (call) =>
      ok({ ...context("attachments"), value: attachmentsJson(find(call).content, call.param("id"), true) }),
    ),
    route("POST", "/me/messages", writing, (call) => created(shown(call, createDraft(world, call)))),
    route("POST", "/me/messages/:id/createReply", writing, (call) =>
      created(shown(call, createReply(world, call, find(call)))),
    ),
    route("PATCH", "/me/messages/:id", writing, (call) => ok(shown(call, edit(call, find(call), queued)))),
    {
      ...route("POST", "/me/messages/:id/send", ["Mail.Send"], (call) => send(world, call.account, find(call), queued)),
      isLetter: true,
    },
    route("POST", "/me/messages/:id/move", writing, (call) =>
      created(shown(call, move(call, find(call), placeOf(String(call.body.destinationId))))),
    ),
    route("DELETE", "/me/messages/:id", writing, (call) => remove(call, find(call))),
  ];
}

/** How messages are shown to this caller: made once for a page of a thousand. */
function shower({ lasting }: MailWorld, { prefer, query }: Call): (message: CloudMessage) => Json {
  const how = { prefer, fields: selected(query), properties: expandedProperties(query) };
  return (message) => messageJson(message, { ...how, lastingId: lasting.idOf(message.id) });
}

function listFolders({ account }: Call): Answer {
  return ok({ ...context("mailFolders"), value: places.map((place) => folderJson(account.mailbox, place)) });
}

/** Newest first. The link goes on below the last one shown, however many came in above meanwhile. */
function listMessages(world: MailWorld, call: Call, place: Place | undefined): Json {
  const { account, query, prefer } = call;
  if (query.has("$search")) throw invalid("$search");
  const orderedBy = query.get("$orderby");
  if (orderedBy !== null && !/^receivedDateTime desc$/i.test(orderedBy)) throw invalid("$orderby");
  const token = tokenIn(query);
  if (token === "unreadable") throw invalid("$skiptoken");
  const size = prefer.pageSize ?? topOf(query, { usual: 10, most: 1_000 });
  const filter = query.get("$filter") ?? undefined;
  const isWanted = filter === undefined ? undefined : messageFilter(parseFilter(filter));
  const since = leastOf(filter, "receivedDateTime")?.slice(0, 19) ?? "";
  let left = Number(query.get("$skip") ?? 0);
  const found: CloudMessage[] = [];
  let isMore = false;
  for (const message of account.mailbox.newestFirst(token === undefined ? undefined : Number(token.below))) {
    // Mailboxes are in order of arrival: nothing further down can be later.
    if (message.at < since) break;
    if ((place !== undefined && message.place !== place) || isWanted?.(message) === false) continue;
    if (token === undefined && left > 0) {
      left -= 1;
      continue;
    }
    isMore = found.length === size;
    if (isMore) break;
    found.push(message);
  }
  return {
    ...context("messages"),
    ...(query.get("$count") === "true" && { "@odata.count": account.mailbox.count(place) }),
    value: found.map(shower(world, call)),
    ...(isMore && { "@odata.nextLink": nextLink(call, { below: found.at(-1)?.number }) }),
  };
}

const messageFilter =
  (filter: Filter) =>
  (message: CloudMessage): boolean =>
    filter((path) => {
      const [field = "", ...inner] = path.split("/");
      return inner.length === 0 ? messageField(message, field) : reach(messageField(message, field), inner.join("/"));
    });

function createDraft({ cloud }: MailWorld, { account, body, raw, now }: Call): CloudMessage {
  const ownId = `${cloud.ids.hex()}@${account.address.slice(account.address.indexOf("@") + 1)}`;
  if (raw.mediaType === "text/plain") {
    const content: Content = { kind: "raw", raw: Buffer.from(raw.text, "base64") };
    return account.mailbox.add({ content, place: "drafts", at: now });
  }
  const draft = changed(emptyDraft(account, ownId), body, { mayAddHeaders: true });
  return account.mailbox.add({
    content: contentOf(draft, now),
    place: "drafts",
    at: now,
    properties: readProperties(body, {}),
  });
}

/** An answer takes its own body (`message.body`), or some words above what is quoted (`comment`), and not both. */
function createReply({ cloud }: MailWorld, { account, body, now }: Call, message: CloudMessage): CloudMessage {
  const given = Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
  const wanted = (given.message ?? {}) as Json;
  const comment = typeof given.comment === "string" ? given.comment : undefined;
  if (comment !== undefined && wanted.body !== undefined) throw invalid("comment and message.body together");
  const ownId = `${cloud.ids.hex()}@${account.address.slice(account.address.indexOf("@") + 1)}`;
  const reply = replyTo(message, emptyDraft(account, ownId), (address) => isOwn(account, address));
  const draft = changed(reply, wanted, { mayAddHeaders: false });
  const commented =
    comment === undefined
      ? draft
      : { ...draft, body: { ...draft.body, content: `<p>${escaped(comment)}</p>${draft.body.content}` } };
  return account.mailbox.add({
    content: contentOf(commented, now),
    place: "drafts",
    at: now,
    threadId: message.threadId,
    properties: readProperties(wanted, {}),
  });
}

/** What was sent keeps its words: only marks and properties change there. */
function edit({ account, body, now }: Call, message: CloudMessage, queued: ReadonlySet<string>): CloudMessage {
  if (queued.has(message.id)) throw new GraphFault(409, "ErrorIrresolvableConflict", "The message is being sent.");
  const properties = readProperties(body, message.properties);
  const isDraft = message.place === "drafts";
  const touchesWords = ["subject", "body", "replyTo", "internetMessageId"].some((name) => body[name] !== undefined);
  if (touchesWords && !isDraft) throw new GraphFault(400, "ErrorInvalidPropertySet", "Only a draft can be changed so.");
  const content = isDraft
    ? contentOf(changed(draftOf(message.content), body, { mayAddHeaders: false }), now)
    : message.content;
  const edited = account.mailbox.edit(message.id, { content, properties }, now);
  if (edited === undefined) throw notFound();
  if (typeof body.isRead !== "boolean") return edited;
  const marks = edited.marks.filter((mark) => mark !== "unread");
  return account.mailbox.move(edited.id, { marks: body.isRead ? marks : [...marks, "unread"] }, now) ?? edited;
}

/** Taken on: it leaves when the queue has come to it, unless the draft was thrown away before. Nothing is sent twice. */
function send(
  { cloud, lasting, queueSeconds, keepsIdOnSend }: MailWorld,
  account: CloudAccount,
  message: CloudMessage,
  queued: Set<string>,
): Answer {
  if (message.place !== "drafts" || queued.has(message.id)) throw notFound();
  if (recipientsOf(envelopeOf(message.content)).length === 0) {
    throw new GraphFault(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
  }
  queued.add(message.id);
  cloud.later(after(cloud.now(), { seconds: queueSeconds }), (at) => {
    queued.delete(message.id);
    const draft = account.mailbox.find(message.id);
    if (draft?.place !== "drafts") return;
    const content = draft.content.kind === "raw" ? contentOf(draftOf(draft.content), at) : draft.content;
    account.mailbox.remove(draft.id, at);
    const { threadId, properties } = draft;
    const sent = account.mailbox.add({ content, place: "sent", at, threadId, properties });
    if (keepsIdOnSend) lasting.becomes(draft.id, sent.id);
    cloud.send(account, content, { keepsCopy: false });
  });
  return { status: 202 };
}

function move({ account, now }: Call, message: CloudMessage, place: Place): CloudMessage {
  return account.mailbox.move(message.id, { place }, now) ?? message;
}

/** Into Deleted Items; from there, for good. */
function remove({ account, now }: Call, message: CloudMessage): Answer {
  if (message.place === "trash") account.mailbox.remove(message.id, now);
  else account.mailbox.move(message.id, { place: "trash" }, now);
  return { status: 204 };
}
