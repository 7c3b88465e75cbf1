/** How many events the owner wants to go to in a month of their zone (R11), and how many of this month they said they go to. */
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { localDays } from "../../domain/local-days.ts";
import { addMonths, firstOfMonth } from "../../domain/time.ts";
import { countGoing } from "../../store/read/feeds.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

export const perMonthMax = 31;
const attendance = z.object({ perMonth: z.int().min(0).max(perMonthMax).default(0) });

export type Attendance = { perMonth: number; going: number };

export async function showAttendance(world: World, owner: OwnerId): Promise<Attendance> {
  const { perMonth } = attendance.parse((await readSetting(world.database, owner, "attendance")) ?? {});
  const days = localDays(await ownerZone(world, owner));
  const first = firstOfMonth(days.dayOf(world.clock.now()));
  const month = { from: days.startOf(first), to: days.startOf(addMonths(first, 1)) };
  return { perMonth, going: await countGoing(world.database, owner, month) };
}

export async function saveAttendance(world: World, owner: OwnerId, perMonth: number): Promise<"saved" | "refused"> {
  const parsed = attendance.safeParse({ perMonth });
  if (!parsed.success) return "refused";
  await saveSetting(world.database, owner, "attendance", parsed.data, world.clock.now());
  return "saved";
}
