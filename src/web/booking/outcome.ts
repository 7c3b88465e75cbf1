/** What came of a button. */
import type { FreeSlot } from "../../flows/booking/free-starts.ts";

export type Outcome =
  /** Done now, or by the same button before: the page tells how it stands. */
  | { kind: "done" }
  /** Not done, as the page was too new or too old; with what was typed. */
  | { kind: "again"; message?: string }
  | { kind: "taken"; instead: readonly FreeSlot[] }
  | { kind: "nothing_written" }
  | { kind: "too_long" }
  | { kind: "thanked" }
  | { kind: "called_off" };
