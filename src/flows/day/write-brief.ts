/** What to know about a person before meeting them (R36). */

import type { Appointment } from "../../domain/day/appointments.ts";
import { type BriefInputs, type BriefLine, brief } from "../../domain/day/brief.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import { findContactChoices } from "../../store/contact-choices.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { readPerson } from "../../store/read/person.ts";
import type { World } from "../world.ts";

export type Brief = { contactId: ContactId; name: string; lines: BriefLine[] };

/** `meeting` is the one that it is for, when there is one soon. */
export async function writeBrief(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  { now, zone, meeting }: { now: Instant; zone: Zone; meeting?: Appointment },
): Promise<Brief | undefined> {
  const { database } = world;
  const person = await readPerson(database, owner, contactId);
  if (person === undefined) return undefined;
  const { giveNote } = await findContactChoices(database, owner, contactId);
  const { name, title, company, metOn, metWhere, metWhy, metIntroducedBy } = person;
  const role = [title, company].filter(Boolean).join(", ");
  const inputs: BriefInputs = {
    name,
    zone,
    interactions: (await loadInteractions(database, owner, contactId)).get(contactId) ?? [],
    facts: (await loadFacts(database, owner, { contacts: [contactId] })).get(contactId) ?? [],
    ...(role !== "" && { role }),
    ...(metOn !== undefined && {
      met: {
        metOn,
        ...(metWhere !== undefined && { where: metWhere }),
        ...(metWhy !== undefined && { why: metWhy }),
        ...(metIntroducedBy !== undefined && { introducedBy: metIntroducedBy }),
      },
    }),
    ...(giveNote !== undefined && { giveNote }),
    ...(meeting !== undefined && { meeting }),
  };
  return { contactId, name, lines: brief(inputs, now) };
}
