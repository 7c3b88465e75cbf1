/** How deep a mail goes (R9): part of a real exchange in its thread, or a touch. */
import { type Instant, millisOf } from "../time.ts";

export type ThreadMessage = { at: Instant; direction: "inbound" | "outbound" };

export type ThreadRule = {
  /** Messages each way, 2 by the defaults. */
  eachWayMin: number;
  /** Within this many days of 24 hours, the last moment included; 7 by the defaults. */
  withinDays: number;
};

/**
 * For each message of one thread between the owner and one person, in the order given: "thread" when it lies in a stretch
 * of at most `withinDays` that holds `eachWayMin` messages each way, else "touch". List posts do not belong here.
 */
export function threadDepths(messages: readonly ThreadMessage[], rule: ThreadRule): ("thread" | "touch")[] {
  const order = messages.map((message, index) => ({
    index,
    at: millisOf(message.at),
    inbound: message.direction === "inbound",
  }));
  order.sort((one, other) => one.at - other.at || one.index - other.index);
  const depths = messages.map((): "thread" | "touch" => "touch");
  const stretchMs = rule.withinDays * 86_400_000;
  let first = 0;
  let marked = 0;
  const count = { inbound: 0, outbound: 0 };
  const tally = (message: { inbound: boolean }, by: 1 | -1) => {
    if (message.inbound) count.inbound += by;
    else count.outbound += by;
  };
  for (const [last, message] of order.entries()) {
    tally(message, 1);
    for (let oldest = order[first]; oldest !== undefined && message.at - oldest.at > stretchMs; oldest = order[first]) {
      tally(oldest, -1);
      first += 1;
    }
    if (count.inbound < rule.eachWayMin || count.outbound < rule.eachWayMin) continue;
    // Everything from the oldest of the stretch on belongs; what an earlier stretch marked is not walked again.
    for (let at = Math.max(first, marked); at <= last; at += 1) depths[order[at]?.index ?? 0] = "thread";
    marked = last + 1;
  }
  return depths;
}
