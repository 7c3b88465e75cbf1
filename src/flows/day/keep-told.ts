/** What follows from the answers after events for the people in them: why they were met, and what the owner promised (R37). */
import { type Debrief, whysTold } from "../../domain/day/debrief.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import type { FactId, OwnerId } from "../../domain/ids.ts";
import { languageIn } from "../../domain/mail/language.ts";
import { contactsAt } from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { fillWhy } from "../../store/debriefs.ts";
import { saveSaidFacts } from "../../store/facts.ts";
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
  const told = debriefs.flatMap(({ answer }) => answer.promises.flatMap(({ to }) => to ?? []));
  const contacts = await contactsAt(connection, owner, told);
  const promises = debriefs.flatMap((debrief) =>
    debrief.answer.promises.flatMap(({ text, dueOn, to, line }): Fact[] => {
      const contactId = to === undefined ? undefined : contacts.get(to);
      if (contactId === undefined) return [];
      return [
        {
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
        },
      ];
    }),
  );
  // Promised twice in one answer it is one promise, as it was said last.
  const once = new Map(promises.map((one) => [`${one.contactId} ${one.source.id} ${one.text}`, one]));
  await saveSaidFacts(connection, owner, [...once.values()]);
}
