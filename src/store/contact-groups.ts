/** Groups (R10) and places online where the owner takes part (R44). */
import { sql } from "kysely";
import { type Group, groupBody, type Member, type SeenGroup } from "../domain/contact/group.ts";
import type { GroupId, OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

/** By name; those that the owner refused are among them. */
export async function loadGroups(connection: Connection, owner: OwnerId): Promise<Group[]> {
  const rows = await connection
    .selectFrom("contact_group")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("name")
    .orderBy("group_id")
    .execute();
  return rows.map((row) => ({
    ...groupBody.parse(row.body),
    groupId: row.group_id,
    name: row.name,
    state: row.state,
    ...(row.event_uid !== null && { eventUid: row.event_uid }),
    ...(row.url !== null && { url: row.url }),
    ...(row.last_reminded_on !== null && { lastRemindedOn: row.last_reminded_on }),
  }));
}

/** One told by the owner: accepted from the start. */
export async function addGroup(
  connection: Connection,
  owner: OwnerId,
  { groupId, name, url }: { groupId: GroupId; name: string; url?: string },
  at: Instant,
): Promise<void> {
  await connection
    .insertInto("contact_group")
    .values({
      owner_id: owner,
      group_id: groupId,
      name,
      event_uid: null,
      url: url ?? null,
      state: "accepted",
      body: json({ members: [] }),
      last_reminded_on: null,
      changed_at: at,
    })
    .execute();
}

/** Suggests a series once: what the owner said about it stands. */
export async function suggestGroup(
  connection: Connection,
  owner: OwnerId,
  { groupId, seen }: { groupId: GroupId; seen: SeenGroup },
  at: Instant,
): Promise<void> {
  await sql`
    insert into contact_group (owner_id, group_id, name, event_uid, state, body, changed_at)
    values (${owner}, ${groupId}, ${seen.name}, ${seen.eventUid}, 'suggested', ${json({ members: seen.members })}::jsonb, ${at})
    on conflict (owner_id, event_uid) where event_uid is not null do nothing
  `.execute(connection);
}

/** Suggestions whose series is no longer there; what the owner said about any stays. */
export async function dropSuggestionsExcept(
  connection: Connection,
  owner: OwnerId,
  eventUids: readonly string[],
): Promise<void> {
  await sql`
    delete from contact_group where owner_id = ${owner} and state = 'suggested' and not event_uid = any(${[...eventUids]}::text[])
  `.execute(connection);
}

export type GroupChange = { state?: Group["state"]; members?: readonly Member[]; lastRemindedOn?: PlainDate };

/** False when there is no such group. */
export async function changeGroup(
  connection: Connection,
  owner: OwnerId,
  id: GroupId,
  { state, members, lastRemindedOn }: GroupChange,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("contact_group")
    .set({
      changed_at: at,
      ...(state !== undefined && { state }),
      ...(members !== undefined && { body: json({ members }) }),
      ...(lastRemindedOn !== undefined && { last_reminded_on: lastRemindedOn }),
    })
    .where("owner_id", "=", owner)
    .where("group_id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One that the owner told; a series is refused instead, so that it is not suggested again. */
export async function removeGroup(connection: Connection, owner: OwnerId, id: GroupId): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("contact_group")
    .where("owner_id", "=", owner)
    .where("group_id", "=", id)
    .where("event_uid", "is", null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
