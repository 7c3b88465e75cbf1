/**
 * A light relationship before the first ask (R30): whoever is known from a list or from mail alone is asked for nothing
 * until something went both ways twice, or somebody introduced them. Until then the act is small: one comment, one answer.
 */
import { type Because, because } from "../because.ts";
import type { Interaction } from "../relationship/interaction.ts";
import { endOf } from "../relationship/summary.ts";
import type { Instant } from "../time.ts";

export type WarmUpInputs = {
  interactions: readonly Interaction[];
  /** How they were first met; absent when they are only on a list. */
  channel?: "event" | "mail" | "card";
  /** Whoever brought the two together: a contact id or a name. */
  introducedBy?: string;
};

/** not_needed: met at an event or live. unlocked: warm enough to ask. warming: no ask yet, `act` instead. */
export type WarmUp = { state: "not_needed" | "unlocked" | "warming"; twoWay: number; because: Because };

/** Two-way interactions that open the ask. */
const twoWayNeeded = 2;

export function warmUp({ interactions, channel, introducedBy }: WarmUpInputs, now: Instant): WarmUp {
  const past = interactions.filter((one) => one.depth !== "passive" && endOf(one) <= now);
  const twoWay = twoWayCount(past);
  if (channel === "event" || past.some(isLive))
    return { state: "not_needed", twoWay, because: because("R30.met", "You know each other from outside of the net.") };
  if (introducedBy !== undefined)
    return { state: "unlocked", twoWay, because: because("R30.introduced", "Somebody you know introduced you.") };
  const facts = { twoWay, needed: twoWayNeeded };
  if (twoWay >= twoWayNeeded) {
    const text = `Something went both ways ${twoWay} times: you may ask for ten minutes of advice.`;
    return { state: "unlocked", twoWay, because: because("R30.warm", text, facts) };
  }
  const so = twoWay === 0 ? "Nothing went both ways yet" : "Something went both ways once";
  const text = `${so}: answer or comment on one post of theirs before you ask for anything.`;
  return { state: "warming", twoWay, because: because("R30.comment_first", text, facts) };
}

export const isAskUnlocked = (person: WarmUpInputs, now: Instant): boolean => warmUp(person, now).state !== "warming";

const isLive = ({ mode, depth }: Interaction): boolean =>
  depth === "conversation" && (mode === "in_person" || mode === "video" || mode === "phone");

/** What is mutual counts by itself; else one each way make one, whichever came first. */
function twoWayCount(past: readonly Interaction[]): number {
  const count = (direction: Interaction["direction"]) => past.filter((one) => one.direction === direction).length;
  return count("mutual") + Math.min(count("outbound"), count("inbound"));
}
