/**
 * The last look at an approved letter before it leaves: what the owner said yes to may not be true any more. Nothing that has
 * changed is sent, and the reason is told.
 */
import { type Because, because } from "../because.ts";
import type { Policy } from "../policy.ts";
import { after, type Instant } from "../time.ts";
import type { MayWrite } from "./frequency.ts";
import { isPaced, leavesAt, opensAt, type ToLeave } from "./leaving-time.ts";
import { type TimeNow, whyTimesFell } from "./times-now.ts";

export type CopyNow =
  /** There is none, or it stands where it shall. */
  | { kind: "as_written" }
  | { kind: "changed" }
  | { kind: "sent"; at: Instant }
  /** Not among the drafts, and too early to say why. */
  | { kind: "missing"; until: Instant }
  | { kind: "thrown_away" }
  /** It is being written, brought up to date or taken away. */
  | { kind: "unsettled" };

export type LookedAt = {
  /** Do not contact, by the person or by a mailbox. */
  stopped?: Because;
  /** The follow-up that it was written for is over or asks for nothing now. */
  notDue?: Because;
  copy: CopyNow;
  /** The newest letter of theirs that the approval did not know of. */
  heardAt?: Instant;
  /** A meeting with them that came into a calendar since, for a letter that asks for one. */
  bookedFor?: Instant;
  /** They said that they are away until then. */
  awayUntil?: Instant;
  /** It carries a link that nobody outside can open. */
  isLinkDead?: boolean;
  /** Of the offer; empty for letters without any. */
  times: readonly TimeNow[];
  /** By the caps over all rules. */
  frequency: MayWrite;
  toLeave: ToLeave;
  /** When letters left: those of the last two days at least. */
  leftAt: readonly Instant[];
  /** 0 to 1, of the pause after the letter before. */
  draw: number;
};

export type Verdict =
  | { kind: "go" }
  /** As it is, later. */
  | { kind: "wait"; until: Instant; because: Because }
  /** What it says is not so any more: it is written anew, and waits for the owner. */
  | { kind: "stale"; because: Because }
  /** It is not to be written at all. */
  | { kind: "withdraw"; because: Because }
  /** The owner has taken it in hand: their yes to our words is theirs again. */
  | { kind: "give_back"; because: Because }
  /** It left by the owner's hand. */
  | { kind: "sent"; at: Instant };

const unsettledMinutes = 2;
/** A closed door is tried again after so long; when it opens, at once. */
const accountAgainMinutes = 60;

export function lastLook(looked: LookedAt, policy: Policy, now: Instant): Verdict {
  for (const rule of rules) {
    const verdict = rule(looked, policy, now);
    if (verdict !== undefined) return verdict;
  }
  return { kind: "go" };
}

/** Nothing can be looked at, so nothing leaves. */
export const accountClosed = (now: Instant): Extract<Verdict, { kind: "wait" }> => ({
  kind: "wait",
  until: after(now, { minutes: accountAgainMinutes }),
  because: because(accountClosedRule, "The account that it leaves from has to be connected again."),
});
const accountClosedRule = "S8.account_closed";

export const waitsForAccount = (waitsFor: Because | undefined): boolean => waitsFor?.rule === accountClosedRule;

type Rule = (looked: LookedAt, policy: Policy, now: Instant) => Verdict | undefined;

const stopped: Rule = ({ stopped: reason }) => reason && { kind: "withdraw", because: reason };

const leftByHand: Rule = ({ copy }) => (copy.kind === "sent" ? { kind: "sent", at: copy.at } : undefined);

const answered: Rule = ({ heardAt }) =>
  heardAt && {
    kind: "stale",
    because: because("R41.answered", "They wrote to you since you approved it.", { at: heardAt }),
  };

const booked: Rule = ({ bookedFor }) =>
  bookedFor && {
    kind: "withdraw",
    because: because("R41.booked_by_hand", "A meeting with them stands in your calendar.", { startsAt: bookedFor }),
  };

const notDue: Rule = ({ notDue: reason }) => reason && { kind: "withdraw", because: reason };

const away: Rule = ({ awayUntil }, _policy, now) =>
  awayUntil !== undefined && awayUntil > now
    ? { kind: "stale", because: because("M3.away", "They are away.", { until: awayUntil }) }
    : undefined;

const copyChanged: Rule = ({ copy }, _policy, now) => {
  switch (copy.kind) {
    case "changed":
      return {
        kind: "give_back",
        because: because(
          "R41.changed_there",
          "You changed it among your drafts: it is yours now, to be sent from there.",
        ),
      };
    case "thrown_away":
      return { kind: "withdraw", because: because("R41.thrown_away", "You threw it away among your drafts.") };
    case "missing":
      return {
        kind: "wait",
        until: copy.until,
        because: because("R41.missing_there", "It is not among your drafts any more; it may have left from there."),
      };
    case "unsettled":
      return {
        kind: "wait",
        until: after(now, { minutes: unsettledMinutes }),
        because: because("R41.copy_unsettled", "Its copy among your drafts is being brought up to date."),
      };
    default:
      return undefined;
  }
};

const linkDead: Rule = ({ isLinkDead = false }) =>
  isLinkDead
    ? { kind: "stale", because: because("Q5.dead_link", "Its link cannot be opened from outside any more.") }
    : undefined;

const timesLeft: Rule = ({ times }, policy, now) => {
  const reason = whyTimesFell(times, policy, now);
  return reason && { kind: "stale", because: reason };
};

const capped: Rule = ({ frequency }) =>
  frequency.kind === "later" ? { kind: "wait", until: frequency.from, because: frequency.because } : undefined;

/** In the recipient's hours, apart from the letters before it, and ten a day. */
const atItsTime: Rule = ({ toLeave, leftAt, draw }, policy, now) => {
  const opens = opensAt(toLeave, policy, now);
  const at = opens === now && !isPaced(toLeave.pace) ? now : leavesAt(toLeave, leftAt, draw, policy, now);
  if (at === undefined)
    return { kind: "stale", because: because("defaults.no_window", "Your settings leave no hour for sending.") };
  if (at <= now) return undefined;
  const isHours = opens !== undefined && opens > now;
  const text = isHours ? "It waits for its hour, by their clock." : "It keeps its distance from the letter before it.";
  return { kind: "wait", until: at, because: because(isHours ? "defaults.window" : "defaults.pause", text, { at }) };
};

/** What is over is said before what only waits. */
const rules: readonly Rule[] = [
  stopped,
  leftByHand,
  answered,
  booked,
  notDue,
  away,
  copyChanged,
  linkDead,
  timesLeft,
  capped,
  atItsTime,
];
