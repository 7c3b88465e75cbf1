/**
 * One approved letter on its way out (provider-facts §9). The provider's draft is the token that can be used once: a letter is
 * put among the drafts, sent from there, and whatever nobody knows is found out before anything is done again.
 */
import type { Because } from "../because.ts";
import { after, type Instant } from "../time.ts";

/** Whose turn it is: a higher fence took over from whoever let `until` (real time) pass. */
export type Claim = { fence: number; until: Instant };

export type Sending =
  /** Waits for its time. */
  | { state: "ready" }
  /** Somebody prepares it; a draft may have been asked for. */
  | ({ state: "claimed" } & Claim)
  /** It stands among the drafts. */
  | ({ state: "prepared"; draftRef: string; attempts: number } & Claim)
  /** The provider is being told to send it, for the nth time from 1. */
  | ({ state: "sending"; draftRef: string; attempts: number; at: Instant } & Claim)
  /** Told at that instant, and nobody knows whether it did. */
  | { state: "unknown"; fence: number; draftRef: string; attempts: number; at: Instant }
  /** It left then; `messageRef` where the provider says so. */
  | { state: "done"; at: Instant; messageRef?: string }
  | { state: "withdrawn"; because: Because }
  /** Only the owner can tell what became of it; it was told to go at `at`. */
  | { state: "ask_owner"; because: Because; at: Instant };

export type SendingEvent =
  | { kind: "claimed"; until: Instant }
  | { kind: "prepared"; draftRef: string }
  | { kind: "told"; at: Instant }
  /** The provider did not do it, and says so. */
  | { kind: "refrained" }
  | { kind: "left_open" }
  /** It still stands among the drafts when it must have left. */
  | { kind: "found_waiting"; until: Instant }
  | { kind: "left"; at: Instant; messageRef?: string }
  | { kind: "withdrawn"; because: Because }
  | { kind: "asked"; because: Because }
  /** The owner says that it is not in their sent mail and shall go. */
  | { kind: "begun_again" };

export type SendingState = Sending["state"];

/** So often the same draft is told to go before the owner is asked. */
export const sendAttemptsMax = 5;
/** A provider may take this long to show a letter that it was told to send (provider-facts §9). */
export const settleSeconds = 900;
/** It usually shows within this time. */
const firstLookSeconds = 60;
/** Longer than a call may take with its waits for pace and token: who claimed it is answered or dead by then. */
export const claimSeconds = 120;

/** Throws a RangeError for what cannot happen in that state. */
export function evolveSending(sending: Sending, event: SendingEvent): Sending {
  switch (event.kind) {
    case "claimed":
      if (sending.state === "ready") return { state: "claimed", fence: 1, until: event.until };
      if (sending.state === "claimed" || sending.state === "prepared")
        return { ...sending, fence: sending.fence + 1, until: event.until };
      break;
    case "prepared":
      if (sending.state === "claimed") return { ...sending, state: "prepared", draftRef: event.draftRef, attempts: 0 };
      break;
    case "told":
      if (sending.state === "prepared")
        return { ...sending, state: "sending", attempts: sending.attempts + 1, at: event.at };
      break;
    case "refrained":
      if (sending.state === "sending") {
        const { at: _, ...told } = sending;
        return { ...told, state: "prepared", attempts: sending.attempts - 1 };
      }
      break;
    case "left_open":
      if (sending.state === "sending") {
        const { until: _, ...told } = sending;
        return { ...told, state: "unknown" };
      }
      break;
    case "found_waiting":
      if (sending.state === "unknown") {
        const { at: _, ...told } = sending;
        return { ...told, state: "prepared", until: event.until };
      }
      break;
    case "left":
      if (sending.state !== "withdrawn" && sending.state !== "done")
        return {
          state: "done",
          at: event.at,
          ...(event.messageRef !== undefined && { messageRef: event.messageRef }),
        };
      break;
    case "withdrawn":
      if (sending.state !== "done" && sending.state !== "withdrawn" && sending.state !== "sending")
        return { state: "withdrawn", because: event.because };
      break;
    case "asked":
      if (sending.state === "sending" || sending.state === "unknown")
        return { state: "ask_owner", because: event.because, at: sending.at };
      break;
    case "begun_again":
      if (sending.state === "ask_owner") return { state: "ready" };
      break;
  }
  throw new RangeError(`a letter that is ${sending.state} cannot be ${event.kind}`);
}

/** Nothing is done with it any more. */
export const isOver = ({ state }: Pick<Sending, "state">): boolean => state === "done" || state === "withdrawn";

/** What a look at the provider found: the sent letter, the draft as it was, or neither. */
export type LetterThere = { kind: "sent"; at: Instant; ref?: string } | { kind: "draft" } | { kind: "gone" };

export type Reconciled =
  | Extract<SendingEvent, { kind: "left" | "withdrawn" | "asked" }>
  | { kind: "found_waiting" }
  | { kind: "wait"; until: Instant };

/** What became of a letter that was told to go, as far as it can be said by now. */
export function reconcile(
  { at, attempts }: Extract<Sending, { state: "unknown" }>,
  there: LetterThere,
  now: Instant,
): Reconciled {
  if (there.kind === "sent")
    return { kind: "left", at: there.at, ...(there.ref !== undefined && { messageRef: there.ref }) };
  const settlesAt = after(at, { seconds: settleSeconds });
  if (now < settlesAt) return { kind: "wait", until: nextLook(at, now, settlesAt) };
  if (there.kind === "gone")
    return {
      kind: "withdrawn",
      because: {
        rule: "R41.thrown_away",
        text: "It is neither among your drafts nor in your sent mail: you threw it away.",
      },
    };
  if (attempts < sendAttemptsMax) return { kind: "found_waiting" };
  return {
    kind: "asked",
    because: {
      rule: "R41.not_known",
      text: `Your provider was told ${attempts} times to send it and never said whether it did. Is it in your sent mail?`,
      facts: { attempts },
    },
  };
}

/** Soon after it was told, then when it must have shown. */
const nextLook = (at: Instant, now: Instant, settlesAt: Instant): Instant => {
  const first = after(at, { seconds: firstLookSeconds });
  return now < first ? first : settlesAt;
};
