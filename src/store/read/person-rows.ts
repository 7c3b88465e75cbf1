/** The rows about one person, table by table, as they are stored: for their export. */
import { type RawBuilder, sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Connection } from "../database.ts";
import type { OwnedTable, Row } from "../owned-tables.ts";

export type About = { contactId: ContactId; addresses: readonly Address[] };

/** Of a table that names neither contacts nor addresses, none. */
export async function readRowsAbout(
  connection: Connection,
  owner: OwnerId,
  { name, columns, key }: OwnedTable,
  about: About,
): Promise<Row[]> {
  const isTheirs = columns.includes("contact_id") ? sql`contact_id = ${about.contactId}` : byAddress[name]?.(about);
  if (isTheirs === undefined) return [];
  const order = key.length === 0 ? [sql`owner_id`] : key.map(({ column }) => sql.ref(column));
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)}
    where owner_id = ${owner} and ${isTheirs} order by ${sql.join(order)}
  `.execute(connection);
  return rows;
}

const anyOf = ({ addresses }: About) => sql`any(${[...addresses]}::text[])`;

/** Mail, meetings and cards belong to addresses, whoever these are taken for. */
const byAddress: Readonly<Record<string, (about: About) => RawBuilder<unknown>>> = {
  sender: (about) => sql`address = ${anyOf(about)}`,
  message: (about) => sql`(from_address = ${anyOf(about)} or exists (select from message_recipient one
    where one.owner_id = message.owner_id and one.account_id = message.account_id and one.message_id = message.message_id
      and one.address = ${anyOf(about)}))`,
  event: (about) => sql`exists (select from event_attendee one where one.owner_id = event.owner_id
    and one.account_id = event.account_id and one.event_id = event.event_id and one.address = ${anyOf(about)})`,
  card: (about) => sql`exists (select from card_address one where one.owner_id = card.owner_id
    and one.account_id = card.account_id and one.card_id = card.card_id and one.address = ${anyOf(about)})`,
};
