/** The three derived dates of a person (R9), told apart: reached at all, really talked, met. */
import type { Instant } from "../time.ts";
import type { Interaction } from "./interaction.ts";

export type RelationshipSummary = {
  /** Something went to or came from them by hand; mail that was only ever received moves nothing. */
  lastTouchAt?: Instant;
  /** A meeting or call held, or a thread that went both ways. */
  lastConversationAt?: Instant;
  /** Held in person or by video. */
  lastMetAt?: Instant;
  touches: number;
  conversations: number;
  /** Anything ever went both ways. */
  isTwoWay: boolean;
};

/** When an interaction was over: meetings and calls count from their end. */
export const endOf = (interaction: Interaction): Instant => interaction.endsAt ?? interaction.at;

/** What has ended by `now`, in any order; the future counts for nothing. */
export function summarise(interactions: readonly Interaction[], now: Instant): RelationshipSummary {
  let touchAt: Instant | undefined;
  let conversationAt: Instant | undefined;
  let metAt: Instant | undefined;
  let touches = 0;
  let conversations = 0;
  let outbound = false;
  let inbound = false;
  for (const interaction of interactions) {
    const at = endOf(interaction);
    if (at > now || interaction.depth === "passive") continue;
    touches += 1;
    touchAt = later(touchAt, at);
    outbound ||= interaction.direction !== "inbound";
    inbound ||= interaction.direction !== "outbound";
    if (interaction.depth === "touch") continue;
    conversations += 1;
    conversationAt = later(conversationAt, at);
    if (isMeeting(interaction)) metAt = later(metAt, at);
  }
  return {
    ...(touchAt !== undefined && outbound && { lastTouchAt: touchAt }),
    ...(conversationAt !== undefined && { lastConversationAt: conversationAt }),
    ...(metAt !== undefined && { lastMetAt: metAt }),
    touches,
    conversations,
    isTwoWay: inbound && outbound,
  };
}

/** Face to face, in a room or on a screen. */
export const isMeeting = ({ mode, depth }: Interaction): boolean =>
  depth === "conversation" && (mode === "in_person" || mode === "video");

const later = (one: Instant | undefined, other: Instant): Instant => (one === undefined || other > one ? other : one);
