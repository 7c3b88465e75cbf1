/** What is to happen when, in one total order: by the instant, and at one instant in the order in which it was planned. */
import type { Instant } from "../../domain/time.ts";

type Planned = { at: Instant; order: number; happen: (at: Instant) => void };

export class Schedule {
  readonly #heap: Planned[] = [];
  #planned = 0;

  plan(at: Instant, happen: (at: Instant) => void): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#planned, happen });
    this.#planned += 1;
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!isSooner(heap[child]!, heap[parent]!)) break;
      [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
      child = parent;
    }
  }

  /** Lets everything happen that is planned up to an instant, also what is planned meanwhile. */
  runUntil(end: Instant): void {
    for (let first = this.#heap[0]; first !== undefined && first.at <= end; first = this.#heap[0]) {
      this.#takeFirst();
      first.happen(first.at);
    }
  }

  #takeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    heap[0] = last;
    for (let parent = 0; ; ) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && isSooner(heap[child]!, heap[least]!)) least = child;
      }
      if (least === parent) return;
      [heap[parent], heap[least]] = [heap[least]!, heap[parent]!];
      parent = least;
    }
  }
}

const isSooner = (one: Planned, other: Planned): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
