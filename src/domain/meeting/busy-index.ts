/** Busy time made ready for many questions over one window: merged once, searched by halving. */
import type { Busy } from "./busy.ts";
import { orderOf } from "./order.ts";
import { append, type Spans } from "./spans.ts";

export type BusyIndex = {
  fromMs: number;
  untilMs: number;
  /** In the order in which they came. Items that end before the window or start after it are left out. */
  items: readonly Busy[];
  /** All taken time, with no regard to whose. */
  taken: Spans;
  /** The items by their start, made when a reason is first asked for: offering times needs `taken` alone. */
  inOrder: () => Ordered;
};

type Ordered = {
  items: readonly Busy[];
  /** The latest end among the items up to each position: nothing before it can reach further. */
  latestEndsMs: readonly number[];
};

/** An item whose times are no numbers, or that ends before it starts, blocks the whole window. */
export function indexBusy(busy: readonly Busy[], fromMs: number, untilMs: number): BusyIndex {
  const items: Busy[] = [];
  const startsMs = new Float64Array(busy.length);
  const endsMs = new Float64Array(busy.length);
  let isSorted = true;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < busy.length; at += 1) {
    let item = busy[at]!;
    if (item.endMs <= fromMs || item.startMs >= untilMs) continue;
    if (!(item.startMs <= item.endMs)) item = { ...item, startMs: fromMs, endMs: untilMs, kind: "unknown" };
    if (item.startMs < lastMs) isSorted = false;
    lastMs = item.startMs;
    startsMs[items.length] = lastMs;
    endsMs[items.length] = item.endMs;
    items.push(item);
  }
  // Providers mostly send items in order already; then nothing is sorted.
  const order = isSorted ? undefined : orderOf(startsMs.subarray(0, items.length));
  const taken: number[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const position = order === undefined ? at : order[at]!;
    append(taken, startsMs[position]!, endsMs[position]!);
  }
  let ordered: Ordered | undefined;
  return {
    fromMs,
    untilMs,
    items,
    taken,
    inOrder: () => {
      ordered ??= withLatestEnds(order === undefined ? items : Array.from(order, (position) => items[position]!));
      return ordered;
    },
  };
}

function withLatestEnds(items: readonly Busy[]): Ordered {
  let latest = Number.NEGATIVE_INFINITY;
  const latestEndsMs = items.map(({ endMs }) => {
    latest = Math.max(latest, endMs);
    return latest;
  });
  return { items, latestEndsMs };
}

/** The items that touch a span of time, in order of their start; at most `most` of them. */
export function touching(index: BusyIndex, fromMs: number, untilMs: number, most: number): readonly Busy[] {
  const { items, latestEndsMs } = index.inOrder();
  const found: Busy[] = [];
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (latestEndsMs[middle]! <= fromMs) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < items.length && found.length < most; at += 1) {
    const item = items[at]!;
    if (item.startMs >= untilMs) break;
    if (item.endMs > fromMs) found.push(item);
  }
  return found;
}
