/** The owner's last change of a setting, taken back: everything follows it as it followed the change. */
import type { OwnerId } from "../../domain/ids.ts";
import { lockOwner } from "../../store/owners.ts";
import { lastSettingChange, type SettingChanged, undoSettingChange } from "../../store/settings.ts";
import { setTimer } from "../../store/timers.ts";
import { planDigestAnew } from "../digest/plan-digest.ts";
import { followRetention, retentionOf } from "../privacy/retention.ts";
import type { World } from "../world.ts";

export type { SettingChanged } from "../../store/settings.ts";

export const lastChange = (world: World, owner: OwnerId): Promise<SettingChanged | undefined> =>
  lastSettingChange(world.database, owner);

/** False when there is none. */
export async function undoLastChange(world: World, owner: OwnerId): Promise<boolean> {
  const isUndone = await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const before = await retentionOf(inside, owner);
    if (!(await undoSettingChange(database, owner, world.clock.now()))) return false;
    await followRetention(inside, owner, before);
    await setTimer(database, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    return true;
  });
  if (!isUndone) return false;
  await planDigestAnew(world, owner);
  await world.nudge({ job: "discover", ownerId: owner });
  return true;
}
