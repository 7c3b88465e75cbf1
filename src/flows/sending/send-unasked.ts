/** Kinds of letters that the owner lets go without being asked, once ten of them were approved as they were written. */
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { uneditedApprovals } from "../../store/approvals.ts";
import { lockOwner } from "../../store/owners.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import { type LetterKind, letterKinds } from "../../templates/catalogue.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export type UnaskedKind = {
  kind: LetterKind;
  /** Approved by hand as they were written. */
  unedited: number;
  /** From so many on it may be switched on. */
  uneditedMin: number;
  isOn: boolean;
};

const setting = z.object({ kinds: z.array(z.string()).default([]) });

/** Kinds that were switched on, whether or not enough of them were approved. */
export async function sentUnasked({ database }: Pick<World, "database">, owner: OwnerId): Promise<ReadonlySet<string>> {
  return unaskedIn(await readSetting(database, owner, "unasked"));
}

/** `stored` as it was set; undefined when nothing was. */
export const unaskedIn = (stored: unknown): ReadonlySet<string> => new Set(setting.parse(stored ?? {}).kinds);

/** Every kind that was approved once or is switched on, most often approved first. */
export async function unaskedKinds(world: World, owner: OwnerId): Promise<UnaskedKind[]> {
  const counts = await uneditedApprovals(world.database, owner);
  const on = await sentUnasked(world, owner);
  const { uneditedApprovalsMin: uneditedMin } = (await policyOf(world, owner)).letters;
  return letterKinds
    .filter((kind) => counts.has(kind) || on.has(kind))
    .map((kind) => ({ kind, unedited: counts.get(kind) ?? 0, uneditedMin, isOn: on.has(kind) }))
    .sort((one, other) => other.unedited - one.unedited);
}

/** Letters of the kind that wait go at once, by the usual clocks. */
export async function chooseUnasked(
  world: World,
  owner: OwnerId,
  { kind, isOn }: { kind: LetterKind; isOn: boolean },
): Promise<"saved" | "too_few"> {
  const saved = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const inside = { ...world, database: transaction };
    const unedited = (await uneditedApprovals(transaction, owner)).get(kind) ?? 0;
    const { uneditedApprovalsMin } = (await policyOf(inside, owner)).letters;
    if (isOn && unedited < uneditedApprovalsMin) return "too_few";
    const others = [...(await sentUnasked(inside, owner))].filter((one) => one !== kind);
    await saveSetting(transaction, owner, "unasked", { kinds: isOn ? [...others, kind] : others }, world.clock.now());
    return "saved";
  });
  if (saved === "saved") await composeDrafts(world, owner);
  return saved;
}
