/** What follows from the answers after events for the people in them: why they were met, and what the owner promised (R37). */
import { type Debrief, whysTold } from "../../domain/day/debrief.ts";
import type { ContactId, FactId, OwnerId } from "../../domain/ids.ts";
import { languageIn } from "../../domain/mail/language.ts";
import { identityKey, knownIdentities } from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { fillWhy } from "../../store/debriefs.ts";
import { saveSaidFact } from "../../store/facts.ts";
import type { World } from "../world.ts";

/** Once it is known who everybody is. The same again changes nothing. */
export async function keepTold(
  world: World,
  connection: Connection,
  owner: OwnerId,
  debriefs: readonly Debrief[],
): Promise<void> {
  if (debriefs.length === 0) return;
  await fillWhy(connection, owner, whysTold(debriefs));
  const contacts = await knownIdentities(connection, owner);
  for (const debrief of debriefs) {
    for (const { text, dueOn, to, line } of debrief.answer.promises) {
      const contactId: ContactId | undefined = contacts.get(identityKey("address", to ?? ""));
      if (contactId === undefined) continue;
      await saveSaidFact(connection, owner, {
        factId: world.ids.next<FactId>(),
        contactId,
        kind: "promise",
        text,
        quote: line,
        locale: languageIn(line) ?? "en",
        saidBy: "owner",
        saidAt: debrief.endedAt,
        ...(dueOn !== undefined && { dueOn }),
        source: { kind: "owner", id: debrief.debriefId },
        confidence: 1,
        state: "open",
      });
    }
  }
}
