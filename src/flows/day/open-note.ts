/** What to write by hand to somebody, and where to (R25). */
import { type NotePage, notePage } from "../../domain/day/note.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findContactChoices } from "../../store/contact-choices.ts";
import { loadContacts } from "../../store/contacts.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { readReach } from "../../store/read/reach.ts";
import type { World } from "../world.ts";

export async function openNote(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  now: Instant,
): Promise<{ contactId: ContactId; name: string; note: NotePage } | undefined> {
  const { database } = world;
  const [contact] = await loadContacts(database, owner, contactId);
  if (contact === undefined) return undefined;
  const { name, greetingName, metWhere } = contact;
  const choices = await findContactChoices(database, owner, contactId);
  const reach = (await readReach(database, owner, [contactId])).get(contactId);
  const postalAddress = choices.postalAddress ?? reach?.postalAddress;
  const note = notePage(
    {
      name,
      facts: (await loadFacts(database, owner, { contacts: [contactId] })).get(contactId) ?? [],
      interactions: (await loadInteractions(database, owner, contactId)).get(contactId) ?? [],
      ...(greetingName !== undefined && { greetingName }),
      ...(metWhere !== undefined && { metWhere }),
      ...(postalAddress !== undefined && { postalAddress }),
    },
    now,
  );
  return { contactId, name, note };
}
