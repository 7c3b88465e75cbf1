/**
 * Sets of instants: sorted, disjoint, half-open spans laid flat, `[from0, until0, from1, until1, …]`, in integer
 * milliseconds since 1970 UTC. The ends may be infinite. A flat list of doubles keeps a sweep over thousands of spans in
 * one pass without an object for each; plain arrays, because short-lived typed arrays cost more to allocate than to fill.
 */
import { orderOf } from "./order.ts";

export type Spans = readonly number[];

export const noSpans: Spans = [];
export const allTime: Spans = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** One span, or none when it would be empty. */
export const oneSpan = (fromMs: number, untilMs: number): Spans => (fromMs < untilMs ? [fromMs, untilMs] : noSpans);

/** What is left of `spans` once `away` is taken out. */
export function without(spans: Spans, away: Spans): Spans {
  if (away.length === 0 || spans.length === 0) return spans;
  const left: number[] = [];
  let next = 0;
  for (let at = 0; at < spans.length; at += 2) {
    let from = spans[at]!;
    const until = spans[at + 1]!;
    while (next < away.length && away[next + 1]! <= from) next += 2;
    while (next < away.length && away[next]! < until) {
      if (away[next]! > from) left.push(from, away[next]!);
      from = away[next + 1]!;
      if (from >= until) break;
      next += 2;
    }
    if (from < until) left.push(from, until);
  }
  return left;
}

/** Everything inside any of the two. */
export const either = (one: Spans, other: Spans): Spans =>
  one.length === 0 ? other : other.length === 0 ? one : without(allTime, without(without(allTime, one), other));

/** Everything inside both. */
export const both = (one: Spans, other: Spans): Spans => without(one, without(allTime, other));

/** The position of the span that covers an instant, or -1. */
export function spanAt(spans: Spans, ms: number): number {
  let low = 0;
  let high = spans.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle * 2 + 1]! <= ms) low = middle + 1;
    else high = middle;
  }
  return low * 2 < spans.length && spans[low * 2]! <= ms ? low * 2 : -1;
}

/** Adds a span to spans that begin no later; grows the last one when they touch. Empty spans are dropped. */
export function append(spans: number[], from: number, until: number): void {
  if (!(from < until)) return;
  const last = spans.length - 1;
  if (last < 0 || from > spans[last]!) spans.push(from, until);
  else if (until > spans[last]!) spans[last] = until;
}

/** Merges pairs `[from, until, …]` that may overlap and stand in any order. Empty pairs are dropped. */
export function merged(pairs: readonly number[]): Spans {
  const spans: number[] = [];
  if (isSorted(pairs)) {
    for (let at = 0; at < pairs.length; at += 2) append(spans, pairs[at]!, pairs[at + 1]!);
    return spans;
  }
  const froms = new Float64Array(pairs.length / 2);
  for (let at = 0; at < froms.length; at += 1) froms[at] = pairs[at * 2]!;
  for (const position of orderOf(froms)) append(spans, pairs[position * 2]!, pairs[position * 2 + 1]!);
  return spans;
}

/** Total length in milliseconds. */
export function lengthOf(spans: Spans): number {
  let total = 0;
  for (let at = 0; at < spans.length; at += 2) total += spans[at + 1]! - spans[at]!;
  return total;
}

/** The starts at which a meeting of that length does not lie wholly inside one of the spans. */
export function startsOutside(spans: Spans, lengthMs: number): Spans {
  const starts: number[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < spans.length; at += 2) {
    const afterLast = spans[at + 1]! - lengthMs + 1;
    if (afterLast <= spans[at]!) continue;
    starts.push(from, spans[at]!);
    from = afterLast;
  }
  starts.push(from, Number.POSITIVE_INFINITY);
  return starts;
}

/**
 * The starts at which a meeting of that length, with that much time kept clear before and after it, would touch one
 * of the spans.
 */
export function startsTouching(spans: Spans, lengthMs: number, clearBeforeMs = 0, clearAfterMs = 0): Spans {
  const starts: number[] = [];
  const beforeMs = clearAfterMs + lengthMs - 1;
  for (let at = 0; at < spans.length; at += 2) append(starts, spans[at]! - beforeMs, spans[at + 1]! + clearBeforeMs);
  return starts;
}

function isSorted(pairs: readonly number[]): boolean {
  for (let at = 2; at < pairs.length; at += 2) if (pairs[at]! < pairs[at - 2]!) return false;
  return true;
}
