/** A fact with where it was read, before it has an id of its own. */
import type { FoundFactRow } from "../../store/facts.ts";

export type Sourced = Omit<FoundFactRow, "factId" | "state">;
