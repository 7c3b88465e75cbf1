/** Those of a group who have not answered are reminded in their threads, each by a letter that waits for a yes. */
import { groupErrand } from "../../domain/draft/errand.ts";
import type { GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import { groupLetters } from "../../store/group-letters.ts";
import { findGroup } from "../../store/groups.ts";
import { askForLetters } from "../letters/ask-for-letters.ts";
import type { World } from "../world.ts";

/** Says how many letters were asked for: none for those whom no letter has asked yet. */
export async function remindGroup(
  world: World,
  owner: OwnerId,
  groupId: GroupMeetingId,
): Promise<{ reminded: number }> {
  const { database } = world;
  const group = await findGroup(database, owner, groupId);
  if (group?.state !== "asking") return { reminded: 0 };
  const asked = new Set((await groupLetters(database, owner, groupId)).map(({ contactId }) => contactId));
  const waiting = group.members.filter(({ contactId, answer }) => answer.kind === "waiting" && asked.has(contactId));
  const errands = waiting.map(({ contactId }) => groupErrand(contactId, group, "group_reminder"));
  if (errands.length > 0) await askForLetters(world, owner, errands);
  return { reminded: errands.length };
}
