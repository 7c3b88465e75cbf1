/**
 * Closeness, 0 to 100 (R9a): two-way interactions, each worth its weight halved every 90 days since.
 * Mail counts by the exchange, not by the message: one letter out and one in, at most 7 days apart, each used once.
 */
import { type Instant, millisOf } from "../time.ts";
import type { Interaction } from "./interaction.ts";
import { endOf } from "./summary.ts";

export type ClosenessWeights = {
  halfLifeDays: number;
  inPerson: number;
  video: number;
  phone: number;
  mailExchange: number;
  text: number;
};

const dayMs = 86_400_000;
/** Letters out and in that lie further apart than this are no exchange. */
const exchangeMs = 7 * dayMs;
const closenessMax = 100;

export function closeness(interactions: readonly Interaction[], weights: ClosenessWeights, now: Instant): number {
  const nowMs = millisOf(now);
  let sum = 0;
  const letters: Letter[] = [];
  for (const interaction of interactions) {
    const at = endOf(interaction);
    if (at > now || interaction.depth === "passive") continue;
    const atMs = millisOf(at);
    if (interaction.mode === "email" && interaction.direction !== "mutual")
      letters.push({ atMs, direction: interaction.direction });
    else sum += weightOf(interaction, weights) * faded(nowMs - atMs, weights.halfLifeDays);
  }
  for (const atMs of exchanges(letters)) sum += weights.mailExchange * faded(nowMs - atMs, weights.halfLifeDays);
  return Math.min(closenessMax, Math.round(sum * 10) / 10);
}

const faded = (ageMs: number, halfLifeDays: number): number => 0.5 ** (ageMs / dayMs / halfLifeDays);

function weightOf({ mode, direction, depth }: Interaction, weights: ClosenessWeights): number {
  switch (mode) {
    case "in_person":
      return depth === "conversation" ? weights.inPerson : 0;
    case "video":
      return depth === "conversation" ? weights.video : 0;
    case "phone":
      return depth === "conversation" ? weights.phone : 0;
    case "email":
      return weights.mailExchange;
    case "text":
      return direction === "mutual" ? weights.text : 0;
    case "social":
    case "post":
      return 0;
  }
}

type Letter = { atMs: number; direction: "inbound" | "outbound" };

/** When each exchange was complete: letters in time order, each paired with the oldest unpaired one of the other way. */
function exchanges(letters: Letter[]): number[] {
  letters.sort((one, other) => one.atMs - other.atMs);
  const complete: number[] = [];
  const waiting: Record<Letter["direction"], number[]> = { inbound: [], outbound: [] };
  const next = { inbound: 0, outbound: 0 };
  for (const { atMs, direction } of letters) {
    const other = direction === "inbound" ? "outbound" : "inbound";
    const queue = waiting[other];
    while (next[other] < queue.length && atMs - (queue[next[other]] ?? 0) > exchangeMs) next[other] += 1;
    if (next[other] < queue.length) {
      next[other] += 1;
      complete.push(atMs);
    } else waiting[direction].push(atMs);
  }
  return complete;
}
