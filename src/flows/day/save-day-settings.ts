/** How long the sitting is, when it is, and how many calls a morning holds (R22, R23). */
import type { OwnerId } from "../../domain/ids.ts";
import { minuteIn } from "../../domain/meeting/clock-text.ts";
import { changePolicy } from "../owner/change-policy.ts";
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
  const sittingAtMinute = minuteIn(sittingAt);
  if (sittingAtMinute === undefined) return { kind: "refused", says: "Write the time as 08:30." };
  const outcome = await changePolicy(world, owner, "day", { ...settings, sittingAtMinute });
  return outcome === "saved"
    ? { kind: "saved" }
    : { kind: "refused", says: "A sitting takes 15 to 30 minutes, a morning 1 to 50 calls." };
}
