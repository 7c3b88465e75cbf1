/** Owners of earlier cycles of kills, for whom nothing is due any more: the next cycle is as long as the first. */
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Database } from "../../src/store/database.ts";

/** All of them again each time: a job that was under way may have set a timer of theirs anew. */
export function restingOwners(database: Database): (judged: readonly { owner: OwnerId }[]) => Promise<void> {
  const resting: OwnerId[] = [];
  return async (judged) => {
    resting.push(...judged.map(({ owner }) => owner));
    await database.deleteFrom("timer").where("owner_id", "in", resting).execute();
  };
}
