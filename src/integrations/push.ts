/**
 * Notifications that a provider is asked to send to an address of ours, in our words. They only hint that something changed:
 * a poll is the truth (S3).
 */
import type { Instant } from "../domain/time.ts";

/** All mail of the account, or one calendar by its ref. */
export type Watched = { noun: "mail"; name: "mail" } | { noun: "calendar"; name: string };

export type ChannelWish = {
  watched: Watched;
  /** Our own id of it. */
  channelId: string;
  /** https; where notifications go. */
  address: string;
  /** 64 hex digits that every notification brings along: who does not know them is not the provider. */
  token: string;
};

export type OpenChannel = {
  /** What the provider calls it. */
  ref: string;
  resourceRef?: string;
  /** It ends by itself. */
  endsAt: Instant;
};

export interface PushAccount {
  /** False for what its provider tells nothing of, or not with what was granted and set up: that is polled alone. */
  canWatch(what: { noun: "mail" } | { noun: "calendar"; isMain: boolean }): boolean;
  /** Throws TroubleError. */
  open(wish: ChannelWish, signal: AbortSignal): Promise<OpenChannel>;
  /** For as long again; "anew" where another one must take the place of the old. Throws gone when it is no more. */
  renew(watched: Watched, ref: string, signal: AbortSignal): Promise<OpenChannel | "anew">;
  /** One that is gone already is no trouble. */
  close(watched: Watched, channel: { ref: string; resourceRef?: string }, signal: AbortSignal): Promise<void>;
}

/** What providers told a queue that is asked, where nobody can reach us. */
export interface MailNews {
  /** Waits until there is something, or some while for nothing. Throws TroubleError. */
  next(signal: AbortSignal): Promise<NewsBatch>;
  /** Asks without waiting, and leaves what is there to whoever asks next. Throws TroubleError. */
  prove(signal: AbortSignal): Promise<void>;
}

export type NewsBatch = {
  /** What was told, each as the provider wrote it: base64. */
  news: readonly string[];
  /** They are not told again; until then they may be. Throws TroubleError. */
  heard(signal: AbortSignal): Promise<void>;
};
