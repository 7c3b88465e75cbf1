/** What the owner says about facts: something they know themselves, that one is wrong, that a promise was kept. */

import type { Fact, FactKind } from "../../domain/fact/fact.ts";
import { dueDay, readDays } from "../../domain/fact/fact-dates.ts";
import type { ContactId, FactId, LedgerEntryId, OwnerId } from "../../domain/ids.ts";
import type { Language } from "../../domain/mail/language.ts";
import { dayIn } from "../../domain/time.ts";
import { loadContacts } from "../../store/contacts.ts";
import { findFact, saveSaidFact, setFactState } from "../../store/facts.ts";
import { addLedgerEntry } from "../../store/ledger.ts";
import { followUp } from "../follow-up.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

/** What the owner may add by hand; everything else has its own field among the choices about a person. */
export const toldKinds = ["topic", "promise", "their_promise", "job", "question"] as const satisfies readonly (
  | FactKind
  | "their_promise"
)[];
export type ToldKind = (typeof toldKinds)[number];

export async function tellFact(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  { kind, text }: { kind: ToldKind; text: string },
): Promise<"done" | "unknown"> {
  const [contact] = await loadContacts(world.database, owner, contactId);
  if (contact === undefined) return "unknown";
  const now = world.clock.now();
  const language = contact.locale as Language;
  const saidBy = kind === "promise" || kind === "topic" ? "owner" : "person";
  const writing = { language, writtenOn: dayIn(await ownerZone(world, owner), now), saidBy } as const;
  const days = kind === "promise" || kind === "their_promise" ? readDays(text, writing) : undefined;
  const dueOn = days && dueDay(days, writing);
  const factId = world.ids.next<FactId>();
  await saveSaidFact(world.database, owner, {
    factId,
    contactId,
    kind: kind === "their_promise" ? "promise" : kind,
    text: text.replace(/\s+/g, " ").replace(/[.\s]+$/, ""),
    quote: text,
    locale: language,
    saidBy,
    saidAt: now,
    ...(dueOn !== undefined && { dueOn }),
    source: { kind: "owner", id: factId },
    confidence: 1,
    state: "open",
  });
  await followIt(world, owner);
  return "done";
}

/** Wrong, or done with. A promise that the owner kept is something that they gave (R39). */
export async function settleFact(
  world: World,
  owner: OwnerId,
  factId: FactId,
  state: Extract<Fact["state"], "done" | "refused">,
): Promise<"done" | "unknown"> {
  const now = world.clock.now();
  const known = await world.database.transaction().execute(async (transaction) => {
    const fact = await findFact(transaction, owner, factId);
    if (fact === undefined) return false;
    await setFactState(transaction, owner, factId, state, now);
    if (state === "done" && fact.kind === "promise" && fact.saidBy === "owner")
      await addLedgerEntry(transaction, owner, {
        entryId: world.ids.next<LedgerEntryId>(),
        contactId: fact.contactId,
        kind: "gave",
        about: "help",
        text: "kept a promise",
        at: now,
        source: { kind: "owner", id: factId },
      });
    return true;
  });
  if (!known) return "unknown";
  await followIt(world, owner);
  return "done";
}

/** A fact may start a clock, and stand in a letter. */
async function followIt(world: World, owner: OwnerId): Promise<void> {
  await followUp(world, owner);
}
