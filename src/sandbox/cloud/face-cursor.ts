/** Cursors of the in-memory face. */
import type { Cursor } from "../../integrations/scan.ts";
import { TroubleError } from "../../integrations/trouble.ts";

export type State = Readonly<Record<string, string | number>>;

export const writeCursor = (state: State): Cursor => JSON.stringify(state);

/** Throws cursor_spent when nobody here wrote it. */
export function readCursor(cursor: Cursor): State {
  try {
    const state: unknown = JSON.parse(cursor);
    if (typeof state === "object" && state !== null) return state as State;
  } catch {
    // Said below.
  }
  throw new TroubleError({ kind: "cursor_spent" });
}
