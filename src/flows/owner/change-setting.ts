/** One setting changed in part: laid over what was set before, parsed as a whole, saved, and letters follow at once. */
import type { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { readSetting, type SettingName, saveSetting } from "../../store/settings.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

export type Changed =
  | { kind: "saved" }
  /** Nothing was changed. `field` is the first name on the way to what is wrong. */
  | { kind: "refused"; issues: readonly { field: string; says: string }[] };

/** A part that is given as undefined is taken back to its default. */
export async function changeSetting<Value extends object>(
  world: World,
  owner: OwnerId,
  { name, schema }: { name: SettingName; schema: z.ZodType<Value> },
  change: Partial<Record<keyof Value, unknown>> | ((value: Value) => Partial<Record<keyof Value, unknown>>),
): Promise<Changed> {
  const changed = await world.database.transaction().execute(async (transaction): Promise<Changed> => {
    const before = schema.parse((await readSetting(transaction, owner, name)) ?? {});
    const parsed = schema.safeParse({ ...before, ...(typeof change === "function" ? change(before) : change) });
    if (!parsed.success) return { kind: "refused", issues: parsed.error.issues.map(sayIssue) };
    await saveSetting(transaction, owner, name, parsed.data, world.clock.now());
    return { kind: "saved" };
  });
  if (changed.kind === "saved") await composeDrafts(world, owner);
  return changed;
}

function sayIssue(issue: z.core.$ZodIssue): { field: string; says: string } {
  const field = String(issue.path[0] ?? "");
  switch (issue.code) {
    case "too_big":
      return { field, says: `at most ${issue.maximum}${unitOf(issue.origin)}` };
    case "too_small":
      return { field, says: `at least ${issue.minimum}${unitOf(issue.origin)}` };
    case "invalid_type":
      return { field, says: issue.expected === "int" ? "a whole number" : `a ${issue.expected}` };
    default:
      return { field, says: issue.message };
  }
}

const unitOf = (origin: string) => (origin === "string" ? " characters" : origin === "array" ? " entries" : "");
