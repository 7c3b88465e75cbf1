/** A mailbox of the cloud as `MailAccount`: what the adapters make of the HTTP faces, without any HTTP between. */
import { type Instant, parseInstant, utc } from "../../domain/time.ts";
import type {
  Drafts,
  MailAccount,
  MailPage,
  MarkedLetter,
  MessageRef,
  ScannedMessage,
} from "../../integrations/mail.ts";
import type { From } from "../../integrations/scan.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { CloudAccount } from "./account.ts";
import type { Cloud } from "./cloud.ts";
import { type Content, envelopeOf, headersOf, mimeOf } from "./content.ts";
import { readCursor, writeCursor } from "./face-cursor.ts";
import type { CloudMessage } from "./mailbox.ts";
import { messageHeadersOf, messageTextOf } from "./message-headers.ts";
import { headerOf, textOf } from "./mime.ts";

const pageMost = 100;
const markerHeader = "X-Rapport-Marker";
const sentLookedAtMost = 1_000;

export function mailFace(cloud: Cloud, account: CloudAccount): MailAccount {
  const { mailbox } = account;
  return {
    streams: [
      { name: "mail", kind: "fresh" },
      { name: "sent", kind: "past" },
    ],
    pages: async function* (stream, from) {
      cloud.settle();
      if (stream === "mail") yield* freshPages(account, from);
      else if (stream === "sent") yield* sentPages(account, from);
      else throw new RangeError(`no stream ${stream}`);
    },
    headers: async function* (refs) {
      for (const ref of refs) {
        const message = mailbox.find(ref);
        if (message === undefined || message.place === "drafts") yield { kind: "gone", ref };
        else yield { kind: "read", message: scanned(message) };
      }
    },
    text: async (ref) => {
      const message = mailbox.find(ref);
      return message === undefined ? undefined : messageTextOf(message.content);
    },
    count: async (stream) => (stream === "sent" ? mailbox.count("sent") : undefined),
    drafts: draftsFace(cloud, account),
  };
}

/** From the start: the cursor first, then what came since. */
function* freshPages({ mailbox }: CloudAccount, from: From): Generator<MailPage> {
  if ("after" in from) {
    yield changes(mailbox.log.after(Number(readCursor(from.after).after)), mailbox.log.newest);
    return;
  }
  const cursor = writeCursor({ after: mailbox.log.newest });
  const messages = from.since === undefined ? [] : [...since(mailbox.newestFirst(), from.since)].filter(isRead);
  yield { messages: messages.map(scanned), listed: [], gone: [], skipped: [], cursor, isLast: true };
}

function* since(messages: Iterable<CloudMessage>, at: Instant): Generator<CloudMessage> {
  for (const message of messages) {
    if (message.at < at) return;
    yield message;
  }
}

const isRead = ({ place }: CloudMessage): boolean => place === "inbox" || place === "sent" || place === "archive";

/** What became of each message that something happened to. */
function changes(logged: ReturnType<CloudAccount["mailbox"]["log"]["after"]>, newest: number): MailPage {
  if (logged === undefined) throw new TroubleError({ kind: "cursor_spent" });
  const messages = new Map<string, CloudMessage>();
  const gone = new Set<MessageRef>();
  for (const { change } of logged) {
    const { message, kind, before } = change;
    const isNew = kind === "added" || (kind === "moved" && before?.place !== message.place);
    if (kind === "removed" || !isRead(message)) {
      messages.delete(message.id);
      if (kind === "removed" || message.place !== "drafts") gone.add(message.id);
    } else if (isNew) {
      gone.delete(message.id);
      messages.set(message.id, message);
    }
  }
  return {
    messages: [...messages.values()].map(scanned),
    listed: [],
    gone: [...gone],
    skipped: [],
    cursor: writeCursor({ after: newest }),
    isLast: true,
  };
}

/** Newest first, each once, as far back as asked. */
function* sentPages({ mailbox }: CloudAccount, from: From): Generator<MailPage> {
  const state = "after" in from ? readCursor(from.after) : { since: from.since ?? "" };
  const oldest = parseInstant(String(state.since ?? ""));
  let below = state.below === undefined ? undefined : Number(state.below);
  let isLast = false;
  while (!isLast) {
    const messages: CloudMessage[] = [];
    isLast = true;
    for (const message of mailbox.newestFirst(below)) {
      if (oldest !== undefined && message.at < oldest) break;
      if (message.place !== "sent") continue;
      if (messages.length === pageMost) {
        isLast = false;
        break;
      }
      messages.push(message);
    }
    below = isLast ? 0 : (messages.at(-1)?.number ?? 0);
    const cursor = writeCursor({ below, since: state.since ?? "" });
    yield { messages: messages.map(scanned), listed: [], gone: [], skipped: [], cursor, isLast };
  }
}

function scanned({ id, threadId, place, marks, content }: CloudMessage): ScannedMessage {
  return { ref: id, threadRef: threadId, headers: messageHeadersOf(content, [place, ...marks]) };
}

function draftsFace(cloud: Cloud, account: CloudAccount): Drafts {
  const { mailbox } = account;
  const gone = () => new TroubleError({ kind: "gone", what: "the draft" });
  const isMarked = ({ content }: CloudMessage, marker: string) => headerOf(headersOf(content), markerHeader) === marker;
  return {
    put: async (letter) => ({ draft: mailbox.addDraft(draftOf(letter, cloud.now())).draftId }),
    replace: async (draft, letter) => {
      if (mailbox.replaceDraft(draft, draftOf(letter, cloud.now())) === undefined) throw gone();
      return { draft };
    },
    find: async (marker) => {
      for (const { draftId, message } of mailbox.drafts()) if (isMarked(message, marker)) return draftId;
      return undefined;
    },
    read: async (draft) => {
      const message = mailbox.draft(draft);
      if (message === undefined) return undefined;
      const { subject, to } = envelopeOf(message.content);
      const text = (textOf(mimeOf(message.content), "text/plain") ?? "").replaceAll("\r\n", "\n").replace(/\s+$/, "");
      return { draft, subject, to: to.map(({ address }) => address), text };
    },
    remove: async (draft) => {
      mailbox.removeDraft(draft, cloud.now());
    },
    send: async (draft) => {
      const message = mailbox.draft(draft);
      if (message === undefined) throw gone();
      const sent = cloud.send(account, message.content, { threadId: message.threadId });
      mailbox.removeDraft(draft, cloud.now());
      return sent === undefined ? {} : { ref: sent.id };
    },
    findSent: async (marker) => {
      let lookedAt = 0;
      for (const message of mailbox.newestFirst()) {
        lookedAt += 1;
        if (lookedAt > sentLookedAtMost) return undefined;
        if (message.place === "sent" && isMarked(message, marker)) return scanned(message);
      }
      return undefined;
    },
  };
}

function draftOf(letter: MarkedLetter, at: Instant): { content: Content; at: Instant; threadId?: string } {
  const { messageId, writtenAt, from, to, subject, text, inReplyTo, references, marker, threadRef } = letter;
  const ids = [...references, ...(inReplyTo === undefined || references.includes(inReplyTo) ? [] : [inReplyTo])];
  return {
    at,
    ...(threadRef !== undefined && { threadId: threadRef }),
    content: {
      kind: "letter",
      letter: {
        id: messageId,
        at: parseInstant(writtenAt) ?? at,
        zone: utc,
        from,
        to,
        subject,
        said: text,
        text,
        references: ids,
        headers: [[markerHeader, marker]],
        labels: [],
        encoding: "8bit",
      },
    },
  };
}
