/** Approved letters that do not go on, for the round of the day. */
import type { DayItem } from "../../domain/day/item.ts";
import { stuckItem } from "../../domain/day/loop-items.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { loadContacts } from "../../store/contacts.ts";
import type { Policy } from "../owner/policy-of.ts";
import { stuckLetters } from "../sending/stuck.ts";
import type { World } from "../world.ts";

export async function lettersStuck(world: World, owner: OwnerId, policy: Policy): Promise<DayItem[]> {
  const stuck = await stuckLetters(world, owner);
  if (stuck.length === 0) return [];
  const contacts = await loadContacts(
    world.database,
    owner,
    stuck.map(({ contactId }) => contactId),
  );
  const names = new Map(contacts.map(({ contactId, name }) => [contactId, name]));
  return stuck.map(({ draftId, contactId, effectId, because, asksOwner }) =>
    stuckItem(
      {
        draftId,
        contactId,
        name: names.get(contactId) ?? "somebody",
        because,
        ...(asksOwner && effectId !== undefined && { effectId }),
      },
      policy,
    ),
  );
}
