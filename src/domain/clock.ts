import type { Instant } from "./time.ts";

/** Whoever says what time it is. Decisions never hold one: they are told `now`. */
export type Clock = { now(): Instant };
