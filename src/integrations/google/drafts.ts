/**
 * Drafts in Gmail. A draft's id stays while its message changes, and sending takes the draft away: so it is the token that can
 * be used once. Our marker stands in a header of its own, and is looked for in the Message-ID too, since Gmail does not say
 * which headers of ours it keeps.
 */
import { z } from "zod";
import { htmlToText } from "../../domain/mail/html.ts";
import { readHeaders } from "../archive/message-headers.ts";
import { readMessageText } from "../archive/message-text.ts";
import { concurrently } from "../concurrently.ts";
import { letterBytes } from "../letter-bytes.ts";
import type { DraftRef, Drafts, MarkedLetter, StandingDraft } from "../mail.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import { GmailMessage, headerNames, headerOf, messageFields, scannedMessage } from "./message.ts";

const markerHeader = "X-Rapport-Marker";
/** A look for a lost letter goes through the newest ones; people keep fewer drafts, and send fewer letters in an hour. */
const draftsLookedAtMax = 200;
const sentLookedAtMax = 100;
const readsAtOnceMax = 4;

const Draft = z.object({ id: z.string().min(1) });
const Sent = z.object({ id: z.string().optional() });
const DraftList = z.object({ drafts: z.array(Draft).default([]) });
const DraftHead = z.object({ id: z.string(), message: GmailMessage });
const RawDraft = z.object({ message: z.object({ raw: z.string() }) });
const SentList = z.object({ messages: z.array(z.object({ id: z.string() })).default([]) });

export function googleDrafts(api: GoogleApi): Drafts {
  const isMarked = (message: GmailMessage, marker: string) =>
    headerOf(message, markerHeader) === marker || (headerOf(message, "Message-ID")?.includes(marker) ?? false);

  const markedDraft = async (id: DraftRef, marker: string, signal: AbortSignal): Promise<DraftRef | undefined> => {
    try {
      const { message } = await api.ask(DraftHead, signal, ({ gmail }, options) =>
        gmail.users.drafts.get(
          { userId: "me", id, format: "metadata", fields: "id,message(id,payload/headers)" },
          options,
        ),
      );
      return isMarked(message, marker) ? id : undefined;
    } catch (fault) {
      troubleOfKind(fault, "gone");
      return undefined;
    }
  };

  const sentMessage = async (id: string, signal: AbortSignal): Promise<GmailMessage | undefined> => {
    try {
      return await api.ask(GmailMessage, signal, ({ gmail }, options) =>
        gmail.users.messages.get(
          {
            userId: "me",
            id,
            format: "metadata",
            metadataHeaders: [...headerNames, markerHeader],
            fields: messageFields,
          },
          options,
        ),
      );
    } catch (fault) {
      troubleOfKind(fault, "gone");
      return undefined;
    }
  };

  return {
    put: async (letter, signal) => {
      const message = await messageOf(letter);
      const { id } = await api.act(Draft, signal, ({ gmail }, options) =>
        gmail.users.drafts.create({ userId: "me", fields: "id", requestBody: { message } }, options),
      );
      return { draft: id };
    },
    replace: async (draft, letter, signal) => {
      const message = await messageOf(letter);
      const { id } = await api.act(Draft, signal, ({ gmail }, options) =>
        gmail.users.drafts.update({ userId: "me", id: draft, fields: "id", requestBody: { message } }, options),
      );
      return { draft: id };
    },
    find: async (marker, signal) => {
      const { drafts } = await api.ask(DraftList, signal, ({ gmail }, options) =>
        gmail.users.drafts.list({ userId: "me", maxResults: draftsLookedAtMax, fields: "drafts/id" }, options),
      );
      const ids = drafts.map(({ id }) => id);
      const looked = concurrently(ids, readsAtOnceMax, signal, (id, each) => markedDraft(id, marker, each));
      for await (const found of looked) if (found !== undefined) return found;
      return undefined;
    },
    read: async (draft, signal) => {
      try {
        const { message } = await api.ask(RawDraft, signal, ({ gmail }, options) =>
          gmail.users.drafts.get({ userId: "me", id: draft, format: "raw", fields: "message/raw" }, options),
        );
        return await standingDraft(draft, Buffer.from(message.raw, "base64url"));
      } catch (fault) {
        troubleOfKind(fault, "gone");
        return undefined;
      }
    },
    remove: async (draft, signal) => {
      try {
        await api.act(z.unknown(), signal, ({ gmail }, options) =>
          gmail.users.drafts.delete({ userId: "me", id: draft }, options),
        );
      } catch (fault) {
        // Gone already is what was wanted.
        troubleOfKind(fault, "gone");
      }
    },
    send: async (draft, signal) => {
      const { id } = await api.act(Sent, signal, ({ gmail }, options) =>
        gmail.users.drafts.send({ userId: "me", fields: "id", requestBody: { id: draft } }, options),
      );
      return id === undefined ? {} : { ref: id };
    },
    findSent: async (marker, signal) => {
      const { messages } = await api.ask(SentList, signal, ({ gmail }, options) =>
        gmail.users.messages.list(
          { userId: "me", labelIds: ["SENT"], maxResults: sentLookedAtMax, fields: "messages/id" },
          options,
        ),
      );
      const ids = messages.map(({ id }) => id);
      for await (const message of concurrently(ids, readsAtOnceMax, signal, sentMessage)) {
        if (message === undefined || !isMarked(message, marker)) continue;
        const scanned = scannedMessage(message);
        if (!("because" in scanned)) return scanned;
      }
      return undefined;
    },
  };
}

/** Bytes as base64url; an answer stays in its thread. */
async function messageOf(letter: MarkedLetter): Promise<{ raw: string; threadId?: string }> {
  const bytes = await letterBytes(letter, [{ name: markerHeader, value: letter.marker }]);
  return {
    raw: bytes.toString("base64url"),
    ...(letter.threadRef !== undefined && { threadId: letter.threadRef }),
  };
}

/** As the owner left it: Gmail's own editor writes HTML, with a plain version beside it as a rule. */
async function standingDraft(draft: DraftRef, bytes: Buffer): Promise<StandingDraft> {
  const { plain, html } = await readMessageText(bytes);
  const text = plain ?? (html === undefined ? "" : htmlToText(html).text);
  const blank = /\r?\n\r?\n/.exec(bytes.toString("latin1"));
  const read = readHeaders({ binary: bytes.toString("latin1", 0, blank?.index ?? bytes.length), placeLabels: [] });
  const { subject, to } = read.kind === "message" ? read.headers : { subject: "", to: [] };
  return {
    draft,
    subject,
    to: to.map(({ address }) => address),
    text: text.replaceAll("\r\n", "\n").replace(/\s+$/, ""),
  };
}
