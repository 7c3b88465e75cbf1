/**
 * A span of time cut into what can be offered and what cannot, without a hole: what the week's page draws. All times are
 * milliseconds since 1970 UTC.
 */
import type { Prepared } from "./prepare.ts";
import type { Refusal, RuleName } from "./refusal.ts";
import { rules } from "./rules.ts";
import { firstOnGrid, freeRanges, startsWithout, whyNot } from "./slots.ts";
import { merged, oneSpan, spanAt } from "./spans.ts";

export type Stretch =
  /** A meeting of the asked length fits in; `firstStartMs` is its first start on the owner's grid, absent when there is none. */
  | { kind: "free"; startMs: number; endMs: number; firstStartMs?: number }
  /** No meeting may start here: every rule that refuses some start in it, with its facts. */
  | { kind: "refused"; startMs: number; endMs: number; because: readonly Refusal[] };

/**
 * The stretches from one instant until before another, in order. Neighbours that the same rules refuse are one. Ask for one
 * day at a time, since facts about a day (its hours, its cap) are those of the first start; and inside the prepared clock
 * (`windowOf`), since hours are not known beyond it.
 */
export function stretchesOf(prepared: Prepared, fromMs: number, untilMs: number): readonly Stretch[] {
  const free = merged(freeRanges(prepared).flatMap(({ startMs, endMs }) => [startMs, endMs]));
  const stretches: Stretch[] = [];
  const edges = edgesWithin(prepared, free, fromMs, untilMs);
  for (const [at, startMs] of edges.entries()) {
    const endMs = edges[at + 1] ?? untilMs;
    const within = spanAt(free, startMs);
    if (within >= 0) {
      const firstStartMs = firstOnGrid(prepared, free[within]!, free[within + 1]! - prepared.lengthMs + 1);
      grow(stretches, { kind: "free", startMs, endMs, ...(firstStartMs !== undefined && { firstStartMs }) });
    } else {
      const because = whyNot(prepared, { startMs, endMs: startMs + prepared.lengthMs });
      grow(stretches, { kind: "refused", startMs, endMs, because });
    }
  }
  return stretches;
}

/** Everywhere that the answer may change: where a rule begins or ceases to refuse, and where other items are in the way. */
function edgesWithin(prepared: Prepared, free: readonly number[], fromMs: number, untilMs: number): number[] {
  const everyStart = oneSpan(fromMs, untilMs);
  const byRule = rules.flatMap(({ name }) => startsWithout(prepared, allBut(name), everyStart));
  const byItem = prepared.index.items.flatMap(({ startMs, endMs }) => [startMs - prepared.lengthMs + 1, endMs]);
  const inside = [...byRule, ...byItem, ...free].filter((ms) => ms > fromMs && ms < untilMs);
  return [...new Set([fromMs, ...inside])].sort((one, other) => one - other);
}

const allBut = (kept: RuleName) => rules.map(({ name }) => name).filter((name) => name !== kept);

/** Joins a stretch to the last one when the same rules refuse both; the items in the way are then those of both. */
function grow(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last?.kind === "free" && next.kind === "free") {
    last.endMs = next.endMs;
  } else if (last?.kind === "refused" && next.kind === "refused" && isSameRules(last.because, next.because)) {
    last.endMs = next.endMs;
    last.because = last.because.map((refusal, at) => withItemsOf(refusal, next.because[at]!));
  } else {
    stretches.push({ ...next });
  }
}

const isSameRules = (some: readonly Refusal[], others: readonly Refusal[]) =>
  some.length === others.length && some.every(({ rule }, at) => rule === others[at]!.rule);

function withItemsOf<One extends Refusal>(refusal: One, other: Refusal): One {
  if (!("with" in refusal) || !("with" in other)) return refusal;
  const more = other.with.filter((item) => !refusal.with.some((known) => isSameItem(known, item)));
  return more.length === 0 ? refusal : { ...refusal, with: [...refusal.with, ...more] };
}

const isSameItem = (one: Item, other: Item) =>
  one.startMs === other.startMs &&
  one.endMs === other.endMs &&
  one.source.uid === other.source.uid &&
  one.source.calendar === other.source.calendar;
type Item = Extract<Refusal, { rule: "busy" }>["with"][number];
