/**
 * What happened between the owner and one contact. Interactions are derived from mail and events, or logged by the owner;
 * the three derived dates (last touch, last conversation, last met) come from them alone.
 */
import type { Instant } from "../time.ts";

export type Mode = "in_person" | "video" | "phone" | "email" | "text" | "social" | "post";
export type Direction = "inbound" | "outbound" | "mutual";
/**
 * conversation: a past meeting or call held. thread: a mail that is part of a two-way exchange of at least two messages
 * each way within 7 days (R9, lowest weight). touch: everything else that reached the person or came from them by hand.
 * passive: list or one-way mail to many; moves none of the dates.
 */
export type Depth = "conversation" | "thread" | "touch" | "passive";

export type Interaction = {
  at: Instant;
  /** For meetings and calls: their end. Clocks count from it. */
  endsAt?: Instant;
  mode: Mode;
  direction: Direction;
  depth: Depth;
  /** How many people took part besides the owner; 1 is a one-to-one. */
  others: number;
  source: { kind: "message" | "event" | "logged" | "card"; id: string };
  /** Event title or mail subject. */
  title?: string;
  place?: string;
};
