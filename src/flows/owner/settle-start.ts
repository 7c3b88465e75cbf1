/**
 * What a new owner is asked, once and on one page: zone, hours and plan. What they leave as it was shown is not set, so that
 * the zone can still be found in their calendar; passing over all of it is an answer too.
 */
import type { OwnerId } from "../../domain/ids.ts";
import { type Block, type WeeklyHours, WeeklyHours as weeklyHours } from "../../domain/meeting/availability.ts";
import type { Quotas } from "../../domain/plan/plan.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import { saveAvailability } from "../meeting/save-availability.ts";
import { setPlan } from "../plan/set-plan.ts";
import type { World } from "../world.ts";
import { setZone } from "./set-zone.ts";

/** What was changed or chosen; nothing at all when the owner passed over the page. */
export type StartAnswers = { zone?: string; hours?: Block; plan?: Quotas };

export type StartSettled = { kind: "settled" } | { kind: "refused"; field: "zone" | "hours" | "plan"; says: string };

/** Nobody is asked who answered or passed over it, or who has set a plan or hours elsewhere. */
export async function isStartOpen({ database }: World, owner: OwnerId): Promise<boolean> {
  for (const name of ["start", "plan", "availability"] as const) {
    if ((await readSetting(database, owner, name)) !== undefined) return false;
  }
  return true;
}

/** What comes before a refusal is saved. */
export async function settleStart(
  world: World,
  owner: OwnerId,
  { zone, hours, plan }: StartAnswers,
): Promise<StartSettled> {
  if (zone !== undefined && (await setZone(world, owner, zone)) === "unknown_zone")
    return { kind: "refused", field: "zone", says: "That is not the name of a time zone, such as Europe/Paris." };
  if (hours !== undefined) {
    const saved = await saveAvailability(world, owner, { hours: onWorkdays(hours) });
    if (saved.kind === "refused") return { kind: "refused", field: "hours", says: saved.issues[0]!.says };
  }
  if (plan !== undefined) {
    const set = await setPlan(world, owner, { quotas: plan });
    if (set.kind === "refused") return { kind: "refused", field: "plan", says: set.says };
  }
  await saveSetting(world.database, owner, "start", { isSettled: true }, world.clock.now());
  return { kind: "settled" };
}

const onWorkdays = (block: Block): WeeklyHours =>
  weeklyHours.parse({ monday: [block], tuesday: [block], wednesday: [block], thursday: [block], friday: [block] });
