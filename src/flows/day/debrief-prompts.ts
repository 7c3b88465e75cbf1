/** After which events the owner is asked now, and who was there as far as anything tells (R11, R37). */
import { ownDomainsOf } from "../../domain/contact/address.ts";
import { type DebriefPrompt, debriefPrompts } from "../../domain/contact/debrief.ts";
import { type Debrief, settledTimes } from "../../domain/day/debrief.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { loadGroups } from "../../store/contact-groups.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import { attendedCalendar } from "../../store/events.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { HappenedEvent } from "../people/happened-events.ts";
import type { World } from "../world.ts";
import { eventsNear } from "./recent-events.ts";

export type Prompts = {
  prompts: DebriefPrompt[];
  /** Answered in part: what is asked back. */
  open: Debrief[];
};

export async function promptsAt(
  world: World,
  owner: OwnerId,
  policy: Policy,
  now: Instant,
  events?: readonly HappenedEvent[],
): Promise<Prompts> {
  const { database } = world;
  const daysBack = policy.evidence.debriefDays + 1;
  const recent = events ?? (await eventsNear(world, { owner, now, zone: policy.zone }, { daysBack, daysAhead: 0 }));
  const mine = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const debriefs = await loadDebriefs(database, owner);
  const groups = (await loadGroups(database, owner)).filter(({ state }) => state === "accepted");
  const asking = {
    own: { addresses: new Set(mine), domains: ownDomainsOf(mine) },
    settled: settledTimes(debriefs),
    groups: new Set(groups.flatMap(({ eventUid }) => eventUid ?? [])),
    gatherings: new Set([attendedCalendar]),
    policy,
  };
  return { prompts: debriefPrompts(recent, asking, now), open: debriefs.filter(({ state }) => state === "asked") };
}
