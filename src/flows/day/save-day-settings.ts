/** How long the sitting is, when it is, and how many calls a morning holds (R22, R23). */
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { policySchema } from "../../domain/policy.ts";
import { utc } from "../../domain/time.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import type { World } from "../world.ts";

export type DaySettings = {
  sittingMinutes: number;
  /** "08:30", on the owner's clock. */
  sittingAt: string;
  callListMax: number;
  isCallListOn: boolean;
};

export async function saveDaySettings(
  world: World,
  owner: OwnerId,
  { sittingAt, ...settings }: DaySettings,
): Promise<{ kind: "saved" } | { kind: "refused"; says: string }> {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(sittingAt) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59)
    return { kind: "refused", says: "Write the time as 08:30." };
  const change = { ...settings, sittingAtMinute: Number(hours) * 60 + Number(minutes) };
  return world.database.transaction().execute(async (transaction) => {
    // Only what the owner changed is stored: everything else keeps following its default.
    const before = stored.parse((await readSetting(transaction, owner, "policy")) ?? {});
    const policy = { ...before, day: { ...before.day, ...change } };
    if (!policySchema.safeParse({ ...policy, zone: utc }).success)
      return { kind: "refused", says: "A sitting takes 15 to 30 minutes, a morning 1 to 50 calls." };
    await saveSetting(transaction, owner, "policy", policy, world.clock.now());
    return { kind: "saved" };
  });
}

const stored = z.looseObject({ day: z.looseObject({}).optional() });
