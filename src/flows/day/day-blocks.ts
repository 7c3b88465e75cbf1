/** The sitting, and the hour of calls when it is wanted, as a calendar file: the way without an account to write to. */
import { type Block, writeBlocks } from "../../domain/day/blocks.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/time.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

const callMinutes = 60;

export async function dayBlocks(world: World, owner: OwnerId): Promise<string> {
  const { zone, day } = await policyOf(world, owner);
  const now = world.clock.now();
  const sitting: Block = {
    uid: `sitting-${owner}`,
    title: "Rapport: people",
    fromMinute: day.sittingAtMinute,
    minutes: day.sittingMinutes,
  };
  const calls: Block = {
    uid: `calls-${owner}`,
    title: "Rapport: calls",
    fromMinute: day.callListByMinute - callMinutes,
    minutes: callMinutes,
  };
  return writeBlocks(day.isCallListOn ? [sitting, calls] : [sitting], {
    firstDay: dayIn(zone, now),
    zone,
    stamp: now.replace(/[-:]|\.\d+/g, ""),
  });
}
