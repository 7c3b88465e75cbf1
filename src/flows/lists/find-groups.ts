/** Suggests the groups that the calendar shows (R10), and keeps the members of known ones complete. */

import { ownHouse } from "../../domain/contact/former-employers.ts";
import { seenGroups, withMembers } from "../../domain/contact/group.ts";
import type { GroupId } from "../../domain/ids.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { after, before } from "../../domain/time.ts";
import { changeGroup, dropSuggestionsExcept, loadGroups, suggestGroup } from "../../store/contact-groups.ts";
import { recurringEvents } from "../../store/events.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { formerEmployers } from "./former-employers.ts";

/** A series that did not meet within so many days, nor will, is over. */
const livingDays = 90;

export async function findGroups(world: World, view: OwnerView): Promise<{ suggested: number }> {
  const { owner, now, zone, mine } = view;
  const window = { from: before(now, { days: livingDays }), to: after(now, { days: livingDays }) };
  const living = expandAll(await recurringEvents(world.database, owner), window, zone);
  const seen = seenGroups(
    living.filter(({ times }) => times.length > 0).map(({ event }) => event),
    ownHouse(mine, formerEmployers(view)),
  );
  if (seen.length === 0 && (await loadGroups(world.database, owner)).length === 0) return { suggested: 0 };
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
