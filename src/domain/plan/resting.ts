/** Who is left in peace now: by the owner's word, by their own, or by a rule; with the reason and until when. */
import type { Because } from "../because.ts";
import { restingBecause } from "../relationship/decide.ts";
import type { Instant } from "../time.ts";
import type { Asked } from "./queue.ts";

export type Rest = {
  personId: string;
  /** Absent while nothing but their own word, or the owner's, ends it. */
  until?: Instant;
  because: Because;
};

/** Undefined for whoever may be asked, and for whoever is asked and may still answer. */
export function restOf({ state: { person }, readiness, last }: Asked): Rest | undefined {
  const said = restingBecause(person);
  if (said !== undefined) return { personId: person.id, because: said };
  if (readiness.kind === "held") {
    const { until, because } = readiness;
    return { personId: person.id, because, ...(until !== undefined && { until }) };
  }
  if (readiness.kind !== "asked" || last?.sequence.standing.kind !== "paused") return undefined;
  const { standing, because } = last.sequence;
  return { personId: person.id, because, until: standing.until };
}
