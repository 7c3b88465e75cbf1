/** Suggests the groups that the calendar shows (R10), and keeps the members of known ones complete. */

import { ownHouse } from "../../domain/contact/former-employers.ts";
import { seenGroups, withMembers } from "../../domain/contact/group.ts";
import type { GroupId, OwnerId } from "../../domain/ids.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { after, before } from "../../domain/time.ts";
import { changeGroup, dropSuggestionsExcept, loadGroups, suggestGroup } from "../../store/contact-groups.ts";
import { recurringEvents } from "../../store/events.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import { ownAddressesOf } from "../people/discover.ts";
import type { World } from "../world.ts";
import { formerEmployers } from "./former-employers.ts";

/** A series that did not meet within so many days, nor will, is over. */
const livingDays = 90;

export async function findGroups(world: World, owner: OwnerId): Promise<{ suggested: number }> {
  const { now } = await viewpointOf(world, owner);
  const mine = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  const window = { from: before(now, { days: livingDays }), to: after(now, { days: livingDays }) };
  const living = expandAll(await recurringEvents(world.database, owner), window, await ownerZone(world, owner));
  const seen = seenGroups(
    living.filter(({ times }) => times.length > 0).map(({ event }) => event),
    ownHouse(mine, await formerEmployers(world, owner)),
  );
  const at = world.clock.now();
  await world.database.transaction().execute(async (transaction) => {
    await dropSuggestionsExcept(
      transaction,
      owner,
      seen.map(({ eventUid }) => eventUid),
    );
    const known = new Map((await loadGroups(transaction, owner)).map((group) => [group.eventUid, group]));
    for (const one of seen) {
      const group = known.get(one.eventUid);
      if (group === undefined) {
        await suggestGroup(transaction, owner, { groupId: world.ids.next<GroupId>(), seen: one }, at);
        continue;
      }
      const members = withMembers(group.members, one.members);
      if (members.length > group.members.length) await changeGroup(transaction, owner, group.groupId, { members }, at);
    }
  });
  return { suggested: seen.length };
}
