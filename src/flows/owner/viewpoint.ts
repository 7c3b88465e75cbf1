/**
 * The day from which an owner's affairs are looked at. With a living account that is now. With export files alone it is
 * now too, unless the newest of them ended long ago: then everything is looked at from its end, and said so.
 */
import type { OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { lastSign } from "../../store/evidence.ts";
import { accountProviders } from "../../store/owners.ts";
import type { World } from "../world.ts";

export type Viewpoint = {
  now: Instant;
  /** said: `--as-of`; end_of_export: the files ended long ago; clock: the present. */
  because: "said" | "end_of_export" | "clock";
  /** The newest message, or ended event, of the export files. */
  exportEndsAt?: Instant;
};

/** Files whose newest sign is older than this are looked at from their end. */
export const exportOldAfterDays = 14;

export async function viewpointOf(world: World, owner: OwnerId, asOf?: Instant): Promise<Viewpoint> {
  const clock = world.clock.now();
  const exportEndsAt = await lastSign(world.database, owner, clock);
  const providers = await accountProviders(world.database, owner);
  return viewpointFrom({ clock, exportEndsAt, asOf, hasLivingAccount: providers.some((one) => one !== "archive") });
}

export function viewpointFrom({
  clock,
  exportEndsAt,
  asOf,
  hasLivingAccount,
}: {
  clock: Instant;
  exportEndsAt: Instant | undefined;
  asOf: Instant | undefined;
  hasLivingAccount: boolean;
}): Viewpoint {
  const found = exportEndsAt === undefined ? {} : { exportEndsAt };
  if (asOf !== undefined) return { now: asOf, because: "said", ...found };
  const isOld = exportEndsAt !== undefined && after(exportEndsAt, { days: exportOldAfterDays }) <= clock;
  return isOld && !hasLivingAccount
    ? { now: exportEndsAt, because: "end_of_export", ...found }
    : { now: clock, because: "clock", ...found };
}
