/** Everything that is kept of one person, as a file to take along: JSON with the same names as the export of everything. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { fieldName, tablesLeftOut } from "../../domain/privacy/taken-along.ts";
import type { Instant } from "../../domain/time.ts";
import { ownedTables } from "../../store/owned-tables.ts";
import { type PersonSeen, readPerson } from "../../store/read/person.ts";
import { readRowsAbout } from "../../store/read/person-rows.ts";
import { fileName } from "../day/write-card.ts";
import { fieldsOf } from "../privacy/taken-along.ts";
import type { World } from "../world.ts";

/** `data`: the rows of each table that has any, by the table's name as `contactChoice`. */
export type PersonExport = {
  format: "rapport-person";
  version: 1;
  madeAt: Instant;
  person: PersonSeen;
  data: Record<string, object[]>;
};

/** Undefined when there is no such contact. */
export async function exportPerson(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
): Promise<{ name: string; content: PersonExport } | undefined> {
  const { database } = world;
  const person = await readPerson(database, owner, contactId);
  if (person === undefined) return undefined;
  const addresses = person.identities.filter(({ kind }) => kind === "address").map(({ value }) => value);
  const data: Record<string, object[]> = {};
  for (const table of await ownedTables(database)) {
    if (Object.hasOwn(tablesLeftOut, table.name)) continue;
    const rows = await readRowsAbout(database, owner, table, { contactId, addresses });
    if (rows.length > 0) data[fieldName(table.name)] = rows.map(fieldsOf);
  }
  const content = { format: "rapport-person", version: 1, madeAt: world.clock.now(), person, data } as const;
  return { name: fileName(person.name, "json"), content };
}
