/** The order of what is due (R9a): hard deadlines within 48 hours first, then urgency, then closeness, then the id. */
import { after, type Instant } from "../time.ts";

export type Ranked = {
  id: string;
  /** Only of duties that are lost after it (thank_you, meet_by). */
  deadlineAt?: Instant;
  urgency: number;
  closeness: number;
};

const hardWithinHours = 48;

/** A new list; the same items give the same order whatever order they came in. */
export function rank<Item extends Ranked>(items: readonly Item[], now: Instant): Item[] {
  const soon = after(now, { hours: hardWithinHours });
  const hard = (item: Item): Instant | undefined =>
    item.deadlineAt !== undefined && item.deadlineAt >= now && item.deadlineAt <= soon ? item.deadlineAt : undefined;
  return items
    .map((item) => ({ item, hardAt: hard(item) }))
    .sort(
      (one, other) =>
        compareHard(one.hardAt, other.hardAt) ||
        other.item.urgency - one.item.urgency ||
        other.item.closeness - one.item.closeness ||
        (one.item.id < other.item.id ? -1 : one.item.id > other.item.id ? 1 : 0),
    )
    .map(({ item }) => item);
}

function compareHard(one: Instant | undefined, other: Instant | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -1 : 1;
}
