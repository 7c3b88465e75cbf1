/** When something falls due, or may be done, by itself: the timer that the last decision set. */
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { findTimer } from "../store/timers.ts";
import type { World } from "./world.ts";

export const nextDecisionAt = async ({ database }: World, owner: OwnerId): Promise<Instant | undefined> =>
  (await findTimer(database, owner, { kind: "decide_follow_ups", subjectId: owner }))?.dueAt;
