/** What was done by answers to digests since the newest one went out, in sentences: told on the page Today and in the next digest. */
import { sayHeard } from "../../domain/day/digest-heard.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { before, type Instant } from "../../domain/time.ts";
import { heardSince } from "../../store/digest-answers.ts";
import { lastDigest } from "../../store/digests.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

/** Told for no longer than this. */
const newsDays = 7;

/** Each sentence once, in the order in which the answers came. */
export async function heardSinceDigest(world: World, owner: OwnerId, now: Instant): Promise<string[]> {
  const oldest = before(now, { days: newsDays });
  const last = (await lastDigest(world.database, owner))?.madeAt ?? oldest;
  const heard = await heardSince(world.database, owner, last > oldest ? last : oldest);
  const zone = await ownerZone(world, owner);
  return [...new Set(heard.map((one) => sayHeard(one, zone)))];
}
