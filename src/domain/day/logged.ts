/**
 * What the owner says happened outside of mail and calendar, by one tap (R35): a call, a text, a note on a social network,
 * a card posted, a letter sent by hand. Nothing ever requires it.
 */
import type { ContactId, DraftId, LoggedId } from "../ids.ts";
import type { Depth, Direction, Interaction, Mode } from "../relationship/interaction.ts";
import type { Instant } from "../time.ts";

export const loggedOutcomes = [
  /** A real talk, by phone or video. */
  "talked",
  "voicemail",
  "no_answer",
  /** They asked to be called another time, or the owner puts it off. */
  "later",
  /** A text, a message or a letter that the owner sent. */
  "sent",
  /** A card or note on paper. */
  "posted",
  /** Answered or commented something of theirs on a social network (R30). */
  "commented",
  /** Met in person, by an event that is in no calendar. */
  "met",
  /** They did not come. */
  "no_show",
] as const;
export type LoggedOutcome = (typeof loggedOutcomes)[number];

export type Logged = {
  loggedId: LoggedId;
  contactId: ContactId;
  mode: Mode;
  direction: Direction;
  outcome: LoggedOutcome;
  at: Instant;
  note?: string;
  /** The letter that was sent by hand (R15). */
  draftId?: DraftId;
};

/** Nobody was reached: a record for the call list, no exchange. */
const reachesNobody: ReadonlySet<LoggedOutcome> = new Set(["no_answer", "later", "no_show"]);

/** Talking to each other is a conversation; whatever was left, sent or posted is a touch (R9, R25, R35). */
const depthOf = (outcome: LoggedOutcome): Depth =>
  outcome === "talked" || outcome === "met" ? "conversation" : "touch";

/** As something that happened between the two; undefined when it reached nobody. */
export function interactionOf({ loggedId, mode, direction, outcome, at, note }: Logged): Interaction | undefined {
  if (reachesNobody.has(outcome)) return undefined;
  const depth = depthOf(outcome);
  return {
    at,
    // A conversation counts from its end: it is logged when it is over.
    ...(depth === "conversation" && { endsAt: at }),
    mode,
    direction: depth === "conversation" ? "mutual" : direction,
    depth,
    others: 1,
    source: { kind: "logged", id: loggedId },
    ...(note !== undefined && { title: note }),
  };
}
