/** Who is left in peace now, and with whom much was written and nothing said, each with the reason (R9, R21, R45). */
import type { OwnerId } from "../../domain/ids.ts";
import { readStandings, type StandingSeen } from "../../store/person-standings.ts";
import type { World } from "../world.ts";

export type LeftInPeace = { resting: StandingSeen[]; quiet: StandingSeen[] };

/** As the last decision found it; it is made anew whenever somebody's rest ends. */
export const leftInPeace = async ({ database }: World, owner: OwnerId): Promise<LeftInPeace> => ({
  resting: await readStandings(database, owner, "resting"),
  quiet: await readStandings(database, owner, "quiet"),
});
