/** Meetings of three to six, their members, and what each answered. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import {
  type GroupMeeting,
  type GroupMember,
  type GroupState,
  groupBody,
  type MemberAnswer,
} from "../domain/booking/group.ts";
import type { ContactId, GroupMeetingId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";
import type { GroupMemberTable } from "./tables.ts";

export async function addGroup(
  connection: Connection,
  owner: OwnerId,
  { groupId, state, body, members, because, createdAt }: Omit<GroupMeeting, "version">,
): Promise<void> {
  await connection
    .insertInto("group_meeting")
    .values({
      owner_id: owner,
      group_id: groupId,
      state,
      body: json(body),
      because: json(because),
      created_at: createdAt,
      changed_at: createdAt,
    })
    .execute();
  await connection
    .insertInto("group_member")
    .values(
      members.map(({ contactId, isRequired, answer, because: why }, position) => ({
        owner_id: owner,
        group_id: groupId,
        contact_id: contactId,
        position,
        is_required: isRequired,
        answer: answer.kind,
        suits: json([]),
        because: json(why),
        answered_at: null,
      })),
    )
    .execute();
}

export async function findGroup(
  connection: Connection,
  owner: OwnerId,
  id: GroupMeetingId,
): Promise<GroupMeeting | undefined> {
  const found = await loadGroups(connection, owner, sql<boolean>`group_id = ${id}`);
  return found.get(id);
}

/** Those that are not over, by their ids. */
export const standingGroups = (connection: Connection, owner: OwnerId): Promise<Map<GroupMeetingId, GroupMeeting>> =>
  loadGroups(connection, owner, sql<boolean>`state in ('asking', 'booked')`);

/** Those in which somebody is asked and that are not over, the newest first. */
export async function groupsWith(connection: Connection, owner: OwnerId, contact: ContactId): Promise<GroupMeeting[]> {
  const found = await loadGroups(
    connection,
    owner,
    sql<boolean>`state in ('asking', 'booked') and exists (select from group_member mine where mine.owner_id = ${owner}
      and mine.group_id = group_meeting.group_id and mine.contact_id = ${contact})`,
  );
  return [...found.values()].sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
}

/** False when it changed since it was read. */
export async function changeGroup(
  connection: Connection,
  owner: OwnerId,
  { groupId, version }: Pick<GroupMeeting, "groupId" | "version">,
  to: { state: GroupState; because: readonly Because[] },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("group_meeting")
    .set({ state: to.state, because: json(to.because), version: sql`version + 1`, changed_at: at })
    .where("owner_id", "=", owner)
    .where("group_id", "=", groupId)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False when there is no such member. Called behind the owner's lock: the last word of a member counts. */
export async function changeMember(
  connection: Connection,
  owner: OwnerId,
  { groupId, contactId }: { groupId: GroupMeetingId; contactId: ContactId },
  to: { answer: MemberAnswer; isRequired?: boolean; because: readonly Because[] },
  at: Instant,
): Promise<boolean> {
  const { answer, isRequired, because } = to;
  const { numUpdatedRows } = await connection
    .updateTable("group_member")
    .set({
      answer: answer.kind,
      suits: json(answer.kind === "suits" ? answer.starts : []),
      ...(isRequired !== undefined && { is_required: isRequired }),
      because: json(because),
      answered_at: at,
      version: sql`version + 1`,
    })
    .where("owner_id", "=", owner)
    .where("group_id", "=", groupId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function loadGroups(
  connection: Connection,
  owner: OwnerId,
  which: ReturnType<typeof sql<boolean>>,
): Promise<Map<GroupMeetingId, GroupMeeting>> {
  const rows = await connection
    .selectFrom("group_meeting")
    .selectAll()
    .where("owner_id", "=", owner)
    .where(which)
    .orderBy("created_at")
    .orderBy("group_id")
    .execute();
  if (rows.length === 0) return new Map();
  const members = await connection
    .selectFrom("group_member")
    .selectAll()
    .where("owner_id", "=", owner)
    .where(
      "group_id",
      "in",
      rows.map(({ group_id }) => group_id),
    )
    .orderBy("group_id")
    .orderBy("position")
    .orderBy("contact_id")
    .execute();
  const of = Map.groupBy(members, ({ group_id }) => group_id);
  return new Map(
    rows.map((row) => [
      row.group_id,
      {
        groupId: row.group_id,
        state: row.state,
        body: groupBody.parse(row.body),
        members: (of.get(row.group_id) ?? []).map(memberOf),
        because: row.because as Because[],
        createdAt: row.created_at,
        version: row.version,
      },
    ]),
  );
}

type MemberRow = Omit<
  { [Column in keyof GroupMemberTable]: GroupMemberTable[Column] },
  "suits" | "because" | "version"
> & {
  suits: unknown;
  because: unknown;
};

const memberOf = ({ contact_id, is_required, answer, suits, because, answered_at }: MemberRow): GroupMember => ({
  contactId: contact_id,
  isRequired: is_required,
  answer: answer === "suits" ? { kind: "suits", starts: suits as Instant[] } : { kind: answer },
  because: because as Because[],
  ...(answered_at !== null && { answeredAt: answered_at }),
});
