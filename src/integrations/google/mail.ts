/**
 * Gmail as a mailbox in our words. "mail" is what is new, by history; "sent" is what the owner wrote in the past, by list.
 * Lists and history give ids, so that headers are paid for once, and only for what is read.
 */
import { z } from "zod";
import type { MessageText } from "../../domain/mail/message.ts";
import { type Instant, millisOf, parseInstant } from "../../domain/time.ts";
import { readMessageText } from "../archive/message-text.ts";
import { concurrently } from "../concurrently.ts";
import type { Drafts, HeadersRead, MailAccount, MailPage, MessageRef } from "../mail.ts";
import type { Cursor, From, Skipped, StreamName } from "../scan.ts";
import { type ProviderTrouble, TroubleError } from "../trouble.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import { foldHistory, HistoryPage, historyTypes } from "./history.ts";
import { listedQuery } from "./labels.ts";
import { GmailMessage, headerNames, messageFields, readMessage } from "./message.ts";

const pageMax = 500;
/** Enough to keep up with the pace at a tenth of a second each, few enough to stop quickly. */
const readsAtOnceMax = 6;
/** So many in a row that cannot be read look like an outage, which one cheap call settles. */
const unreadInARowMax = 8;

const InstantText = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at === undefined) context.addIssue("no instant");
  return at as Instant;
});

/** Where a stream stands. */
const State = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("history"), from: z.string(), page: z.string().optional() }),
  /** After the start, or after history was lost: what came since, while `history` waits to go on. */
  z.object({ kind: z.literal("list"), history: z.string(), since: InstantText, page: z.string().optional() }),
  z.object({ kind: z.literal("past"), since: InstantText.optional(), page: z.string().optional() }),
  z.object({ kind: z.literal("over") }),
]);
type State = z.output<typeof State>;

const MessageList = z.object({
  messages: z.array(z.object({ id: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});
const MailboxState = z.object({ historyId: z.string() });
const Label = z.object({ messagesTotal: z.number().int().nonnegative().optional() });
const RawMessage = z.object({ raw: z.string() });

const fresh = "mail";
const past = "sent";

export function googleMail(api: GoogleApi, drafts: Drafts | undefined): MailAccount {
  const mailboxState = (signal: AbortSignal) =>
    api.ask(MailboxState, signal, ({ gmail }, options) =>
      gmail.users.getProfile({ userId: "me", fields: "historyId" }, options),
    );

  const listPage = async (query: { q?: string; labelIds?: string[] }, page: string | undefined, signal: AbortSignal) =>
    api.ask(MessageList, signal, ({ gmail }, options) =>
      gmail.users.messages.list(
        {
          userId: "me",
          maxResults: pageMax,
          fields: "messages/id,nextPageToken",
          ...query,
          ...(page !== undefined && { pageToken: page }),
        },
        options,
      ),
    );

  /** One page, and where the stream stands behind it; undefined when nothing comes behind. */
  async function step(state: State, signal: AbortSignal): Promise<{ page: MailPage; next: State | undefined }> {
    switch (state.kind) {
      case "history": {
        const answer = await api.ask(HistoryPage, signal, ({ gmail }, options) =>
          gmail.users.history.list(
            {
              userId: "me",
              startHistoryId: state.from,
              maxResults: pageMax,
              historyTypes,
              ...(state.page !== undefined && { pageToken: state.page }),
            },
            options,
          ),
        );
        const news = foldHistory(answer);
        if (news === undefined) throw new TroubleError({ kind: "cursor_spent" });
        const { listed, gone, skipped } = news;
        const next = answer.nextPageToken === undefined ? undefined : { ...state, page: answer.nextPageToken };
        const stands: State = next ?? { kind: "history", from: answer.historyId ?? state.from };
        return { page: pageOf({ listed, gone, skipped: passedOver(skipped), next, stands }), next };
      }
      case "list": {
        const answer = await listPage({ q: `after:${epochSeconds(state.since)} ${listedQuery}` }, state.page, signal);
        const next = answer.nextPageToken === undefined ? undefined : { ...state, page: answer.nextPageToken };
        return { page: listedPage(answer, next, next ?? { kind: "history", from: state.history }), next };
      }
      case "past": {
        const q = state.since === undefined ? {} : { q: `after:${epochSeconds(state.since)}` };
        const answer = await listPage({ labelIds: ["SENT"], ...q }, state.page, signal);
        const next = answer.nextPageToken === undefined ? undefined : { ...state, page: answer.nextPageToken };
        return { page: listedPage(answer, next, next ?? { kind: "over" }), next };
      }
      case "over":
        return { page: pageOf({ next: undefined, stands: state }), next: undefined };
    }
  }

  /** The cursor is taken before anything is listed: what comes meanwhile is seen twice rather than never. */
  async function begin(stream: StreamName, since: Instant | undefined, signal: AbortSignal): Promise<State> {
    if (stream === past) return { kind: "past", ...(since !== undefined && { since }) };
    const { historyId } = await mailboxState(signal);
    return since === undefined ? { kind: "history", from: historyId } : { kind: "list", history: historyId, since };
  }

  async function readOne(ref: MessageRef, signal: AbortSignal): Promise<HeadersRead> {
    try {
      const message = await api.ask(z.unknown(), signal, ({ gmail }, options) =>
        gmail.users.messages.get(
          { userId: "me", id: ref, format: "metadata", metadataHeaders: [...headerNames], fields: messageFields },
          options,
        ),
      );
      const parsed = GmailMessage.safeParse(message);
      return parsed.success ? readMessage(parsed.data) : { kind: "unreadable", ref, because: "not_as_documented" };
    } catch (fault) {
      const trouble = troubleOfKind(fault, "gone", "unreachable", "refused");
      return trouble.kind === "gone" ? { kind: "gone", ref } : { kind: "unreadable", ref, because: because(trouble) };
    }
  }

  return {
    streams: [
      { name: fresh, kind: "fresh" },
      { name: past, kind: "past" },
    ],
    pages: async function* (stream, from, signal) {
      if (stream !== fresh && stream !== past) throw new RangeError(`Gmail has no stream ${stream}`);
      let state: State | undefined = "after" in from ? readCursor(from.after) : await begin(stream, from.since, signal);
      if (isFreshStart(from, state)) {
        yield pageOf({ next: undefined, stands: state });
        return;
      }
      while (state !== undefined) {
        const { page, next }: { page: MailPage; next: State | undefined } = await step(state, signal);
        yield page;
        state = next;
      }
    },
    headers: async function* (refs, signal) {
      // What fails is held back until something else is read: only then is it that message, and not the line.
      let held: HeadersRead[] = [];
      for await (const result of concurrently(refs, readsAtOnceMax, signal, readOne)) {
        if (result.kind === "unreadable") held.push(result);
        else yield result;
        if (result.kind === "unreadable" && held.length < unreadInARowMax) continue;
        if (result.kind === "unreadable") await mailboxState(signal);
        yield* held;
        held = [];
      }
      if (held.length > 0) await mailboxState(signal);
      yield* held;
    },
    text: async (ref, signal): Promise<MessageText | undefined> => {
      try {
        const { raw } = await api.ask(RawMessage, signal, ({ gmail }, options) =>
          gmail.users.messages.get({ userId: "me", id: ref, format: "raw", fields: "raw" }, options),
        );
        return await readMessageText(Buffer.from(raw, "base64url"));
      } catch (fault) {
        troubleOfKind(fault, "gone");
        return undefined;
      }
    },
    count: async (stream, signal) => {
      // Of what is new there is no count to hold against ours: it leaves out mass mail, spam and trash.
      if (stream !== past) return undefined;
      const { messagesTotal } = await api.ask(Label, signal, ({ gmail }, options) =>
        gmail.users.labels.get({ userId: "me", id: "SENT", fields: "messagesTotal" }, options),
      );
      return messagesTotal;
    },
    ...(drafts !== undefined && { drafts }),
  };
}

const isFreshStart = (from: From, state: State): boolean => !("after" in from) && state.kind === "history";

type PageParts = {
  listed?: readonly MessageRef[];
  gone?: readonly MessageRef[];
  skipped?: readonly Skipped[];
  next: State | undefined;
  stands: State;
};

const pageOf = ({ listed = [], gone = [], skipped = [], next, stands }: PageParts): MailPage => ({
  messages: [],
  listed,
  gone,
  skipped,
  cursor: JSON.stringify(stands),
  isLast: next === undefined,
});

const listedPage = ({ messages }: z.output<typeof MessageList>, next: State | undefined, stands: State): MailPage =>
  pageOf({ listed: messages.map(({ id }) => id), next, stands });

function readCursor(cursor: Cursor): State {
  try {
    return State.parse(JSON.parse(cursor));
  } catch {
    // Of another version, or damaged: what came since is listed anew.
    throw new TroubleError({ kind: "cursor_spent" });
  }
}

const passedOver = (skipped: ReadonlyMap<string, number>): Skipped[] =>
  [...skipped].map(([because, count]) => ({
    where: fresh,
    because,
    message: "Gmail sorts it as mass mail: its headers were not read.",
    count,
  }));

const because = (trouble: ProviderTrouble): string => ("because" in trouble ? trouble.because : trouble.kind);

const epochSeconds = (at: Instant): number => Math.floor(millisOf(at) / 1000);
