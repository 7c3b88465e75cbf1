/** What is known about one person, as their page shows it: newest first, without what the owner refused. */
import type { Fact } from "../../domain/fact/fact.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";
import { loadFacts } from "../facts.ts";

export const readFactsAbout = async (connection: Connection, owner: OwnerId, contact: ContactId): Promise<Fact[]> =>
  (await loadFacts(connection, owner, { contacts: [contact] })).get(contact) ?? [];
