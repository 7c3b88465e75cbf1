/** What a person is to the owner beside what stands on them: lists of people are filtered by it. */
import type { MeetingType } from "../plan/plan.ts";

/** near: a coffee is no journey (R31). target: of the market or a company that the owner looks at (R5, R6). */
export type Mark = "near" | "target";

export const marksOf = ({
  fits,
  matchesTarget,
}: {
  fits: readonly MeetingType[];
  matchesTarget: boolean;
}): readonly Mark[] => [
  ...(fits.includes("coffee") ? (["near"] as const) : []),
  ...(matchesTarget ? (["target"] as const) : []),
];
