/** What the owner said about the reading of messages, and how it outranks what the headers show. */
import { type RawBuilder, sql } from "kysely";
import type { ContactId, MessageId, OwnerId } from "../domain/ids.ts";
import type { ReadingCorrection, SaidKind } from "../domain/reply/reading-correction.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/** Replaces what was said about a message; an empty correction takes it back. False when there is no such message. */
export async function saveReadingCorrection(
  connection: Connection,
  owner: OwnerId,
  message: MessageId,
  { kind, meaning }: ReadingCorrection,
  at: Instant,
): Promise<boolean> {
  const row = await connection
    .selectFrom("message")
    .select("account_id")
    .where("owner_id", "=", owner)
    .where("message_id", "=", message)
    .executeTakeFirst();
  if (row === undefined) return false;
  if (kind === undefined && meaning === undefined) {
    await connection
      .deleteFrom("reading_correction")
      .where("owner_id", "=", owner)
      .where("account_id", "=", row.account_id)
      .where("message_id", "=", message)
      .execute();
    return true;
  }
  const said = { kind: kind ?? null, meaning: meaning ?? null, corrected_at: at };
  await connection
    .insertInto("reading_correction")
    .values({ owner_id: owner, account_id: row.account_id, message_id: message, ...said })
    .onConflict((conflict) => conflict.columns(["owner_id", "account_id", "message_id"]).doUpdateSet(said))
    .execute();
  return true;
}

/** What was said about one message; undefined when there is no such message. */
export async function findReadingCorrection(
  connection: Connection,
  owner: OwnerId,
  message: MessageId,
): Promise<ReadingCorrection | undefined> {
  const row = await connection
    .selectFrom("message")
    .leftJoin("reading_correction as said", (join) =>
      join
        .onRef("said.owner_id", "=", "message.owner_id")
        .onRef("said.account_id", "=", "message.account_id")
        .onRef("said.message_id", "=", "message.message_id"),
    )
    .select(["said.kind", "said.meaning"])
    .where("message.owner_id", "=", owner)
    .where("message.message_id", "=", message)
    .executeTakeFirst();
  return row && { ...(row.kind !== null && { kind: row.kind }), ...(row.meaning !== null && { meaning: row.meaning }) };
}

/** The contact from whose address a message came. */
export async function writerOfMessage(
  connection: Connection,
  owner: OwnerId,
  message: MessageId,
): Promise<ContactId | undefined> {
  const row = await connection
    .selectFrom("message")
    .innerJoin("identity", (join) =>
      join.onRef("identity.owner_id", "=", "message.owner_id").onRef("identity.value", "=", "message.from_address"),
    )
    .select("identity.contact_id")
    .where("message.owner_id", "=", owner)
    .where("message.message_id", "=", message)
    .where("identity.kind", "=", "address")
    .executeTakeFirst();
  return row?.contact_id;
}

/**
 * The marks of a message (`MachineMark`) as they are believed: a person's letter has none, whatever its headers say, and an
 * automatic answer has that one. `message` is the name by which the query knows the table. Corrections are few: their ids
 * are gathered once a query, so that a look at every message stays as fast as without them.
 */
export const marksBelieved = (owner: OwnerId, message: string): RawBuilder<string[]> => sql<string[]>`case
  when ${isSaid(owner, message, "person")} then array[]::text[]
  when ${isSaid(owner, message, "auto_reply")} then array['auto_replied']
  else ${sql.ref(`${message}.marks`)} end`;

/** Whether a program gave it as an answer in a person's place (M3): such a text tells nothing of how the person writes. */
export const isAutomatic = (owner: OwnerId, message: string): RawBuilder<boolean> =>
  sql<boolean>`(${marksBelieved(owner, message)} && array['auto_replied', 'autoreply_header'])`;

/** Written for many, or by a program: nobody's letter to the owner. */
export const isBulk = (owner: OwnerId, message: string): RawBuilder<boolean> =>
  sql<boolean>`(${marksBelieved(owner, message)} && array['list_id', 'list_headers', 'bulk_precedence', 'auto_generated', 'auto_replied', 'autoreply_header', 'delivery_report', 'failed_recipients'])`;

const isSaid = (owner: OwnerId, message: string, kind: SaidKind): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${message}.message_id`)} = any(array(select message_id from reading_correction where owner_id = ${owner} and kind = ${kind}))`;
