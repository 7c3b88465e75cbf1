/** R16: thirty days after meeting one calls; the letter is for those whose number is not known. */
import type { Because } from "../because.ts";
import { type FollowUpKind, thirtyDaysRule } from "../relationship/decide.ts";

/** A wished rhythm (R7) is not meant: how to keep that is the owner's own choice. */
export const isThirtyDays = (kind: FollowUpKind, reasons: readonly Because[]): boolean =>
  kind === "check_in" && reasons.some(({ rule }) => rule === thirtyDaysRule);

export const isThirtyDayCall = (
  kind: FollowUpKind,
  reasons: readonly Because[],
  { phone }: { phone?: string },
): boolean => phone !== undefined && isThirtyDays(kind, reasons);
