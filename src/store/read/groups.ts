/** Meetings of several in lists: what about, how many have answered. */
import { sql } from "kysely";
import { type GroupBody, type GroupState, groupBody } from "../../domain/booking/group.ts";
import type { GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";

export type GroupListed = {
  groupId: GroupMeetingId;
  state: GroupState;
  body: GroupBody;
  /** Of its members, in the owner's order. */
  names: readonly string[];
  /** How many members there are, and how many of them have said something. */
  members: number;
  answered: number;
};

/** Those that are asked now, the newest first. */
export async function readGroups(connection: Connection, owner: OwnerId, rowsMax: number): Promise<GroupListed[]> {
  const { rows } = await sql<Omit<GroupListed, "body"> & { body: unknown }>`
    select group_meeting.group_id as "groupId", group_meeting.state, group_meeting.body,
      array_agg(contact.name order by member.position, member.contact_id) as names,
      count(*)::int as members, (count(*) filter (where member.answer <> 'waiting'))::int as answered
    from group_meeting join group_member member using (owner_id, group_id) join contact using (owner_id, contact_id)
    where group_meeting.owner_id = ${owner} and group_meeting.state = 'asking'
    group by group_meeting.owner_id, group_meeting.group_id
    order by group_meeting.created_at desc, group_meeting.group_id limit ${rowsMax}
  `.execute(connection);
  return rows.map((row) => ({ ...row, body: groupBody.parse(row.body) }));
}
