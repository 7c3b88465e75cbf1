/** Who brought whom, as the ledger keeps it (R12, R40): introducers whose names mean one contact without doubt. */
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import type { LedgerEntryId, OwnerId } from "../../domain/ids.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { peopleInThreads } from "../../store/fact-sources.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadLedger } from "../../store/ledger.ts";
import type { World } from "../world.ts";

type FoundEntry = LedgerEntry & { source: { kind: "fact" } };

/** Whom an introducer's name means without doubt: the one contact of that name, or the one of that first name in the thread. */
export async function introductionsFound(
  world: World,
  connection: Connection,
  owner: OwnerId,
  contacts: readonly ContactRow[],
): Promise<FoundEntry[]> {
  const facts = [...(await loadFacts(connection, owner, { kind: "introducer" })).values()].flat();
  const inThread = await peopleInThreads(
    connection,
    owner,
    facts.filter(({ source }) => source.kind === "message").map(({ source }) => source.id),
  );
  const recorded = [...(await loadLedger(connection, owner)).values()]
    .flat()
    .filter(({ source }) => source.kind === "owner");
  return facts.flatMap((fact): FoundEntry[] => {
    const fellows = new Set(inThread.get(fact.source.id) ?? []);
    const isMeant = ({ contactId, name }: ContactRow) =>
      contactId !== fact.contactId &&
      (fact.text.includes(" ")
        ? sameName(name, fact.text)
        : fellows.has(contactId) && sameName(name.split(" ")[0]!, fact.text));
    const [introducer, another] = contacts.filter(isMeant);
    const brought = contacts.find(({ contactId }) => contactId === fact.contactId);
    if (introducer === undefined || another !== undefined || brought === undefined) return [];
    const isRecorded = recorded.some(
      ({ contactId, kind, otherContactId }) =>
        contactId === introducer.contactId && kind === "received" && otherContactId === fact.contactId,
    );
    if (isRecorded) return [];
    return [
      {
        entryId: world.ids.next<LedgerEntryId>(),
        contactId: introducer.contactId,
        kind: "received",
        about: "introduction",
        text: `introduced ${brought.name}`,
        otherContactId: brought.contactId,
        at: fact.saidAt,
        source: { kind: "fact", id: fact.factId },
      },
    ];
  });
}

const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();
