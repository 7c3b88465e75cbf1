/** Busy time made ready for many questions over one window: sorted once, merged once, searched by halving. */
import type { Busy } from "./busy.ts";
import { orderOf } from "./order.ts";
import { append, type Spans } from "./spans.ts";

export type BusyIndex = {
  fromMs: number;
  untilMs: number;
  /** Sorted by start. Items that end before the window or start after it are left out. */
  items: readonly Busy[];
  /** The latest end among the items up to each position: nothing before it can reach further. */
  latestEndsMs: readonly number[];
  /** All taken time, with no regard to whose. */
  taken: Spans;
};

/** An item whose times are no numbers, or that ends before it starts, blocks the whole window. */
export function indexBusy(busy: readonly Busy[], fromMs: number, untilMs: number): BusyIndex {
  const inside: Busy[] = [];
  const startsMs = new Float64Array(busy.length);
  let isSorted = true;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < busy.length; at += 1) {
    let item = busy[at]!;
    if (item.endMs <= fromMs || item.startMs >= untilMs) continue;
    if (!(item.startMs <= item.endMs)) item = { ...item, startMs: fromMs, endMs: untilMs, kind: "unknown" };
    if (item.startMs < lastMs) isSorted = false;
    lastMs = item.startMs;
    startsMs[inside.length] = lastMs;
    inside.push(item);
  }
  // Providers mostly send items in order already; then nothing is sorted.
  const items = isSorted ? inside : inOrder(inside, orderOf(startsMs.subarray(0, inside.length)));
  const latestEndsMs: number[] = [];
  const taken: number[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < items.length; at += 1) {
    const { startMs, endMs } = items[at]!;
    if (endMs > latest) latest = endMs;
    latestEndsMs.push(latest);
    append(taken, startMs, endMs);
  }
  return { fromMs, untilMs, items, latestEndsMs, taken };
}

function inOrder(items: readonly Busy[], order: Uint32Array): readonly Busy[] {
  const sorted: Busy[] = [];
  for (let at = 0; at < order.length; at += 1) sorted.push(items[order[at]!]!);
  return sorted;
}

/** The items that touch a span of time, in order of their start; at most `most` of them. */
export function touching(index: BusyIndex, fromMs: number, untilMs: number, most: number): readonly Busy[] {
  const found: Busy[] = [];
  let low = 0;
  let high = index.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.latestEndsMs[middle]! <= fromMs) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < index.items.length && found.length < most; at += 1) {
    const item = index.items[at]!;
    if (item.startMs >= untilMs) break;
    if (item.endMs > fromMs) found.push(item);
  }
  return found;
}
