/** Whether the daily mail goes out, and when (R43). The next one follows at once. */
import type { OwnerId } from "../../domain/ids.ts";
import { minuteIn } from "../../domain/meeting/clock-text.ts";
import { changePolicy } from "../owner/change-policy.ts";
import type { World } from "../world.ts";
import { planDigestAnew } from "./plan-digest.ts";

export type DigestSettings = {
  isDigestOn: boolean;
  /** "08:30", on the owner's clock. */
  at: string;
  isEmptyDigestSent: boolean;
};

/** refused: the time is none. */
export async function saveDigestSettings(
  world: World,
  owner: OwnerId,
  { at, ...settings }: DigestSettings,
): Promise<"saved" | "refused"> {
  const digestAtMinute = minuteIn(at);
  if (digestAtMinute === undefined) return "refused";
  const outcome = await changePolicy(world, owner, "day", { ...settings, digestAtMinute });
  if (outcome === "saved") await planDigestAnew(world, owner);
  return outcome;
}
