/** What the owner answered after events. Evidence like mail and calendar: people are discovered from it anew each time. */
import { sql } from "kysely";
import { type Debrief, debriefAnswer } from "../domain/day/debrief.ts";
import type { EventId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";

/** Everything that was asked and answered, oldest event first. */
export async function loadDebriefs(connection: Connection, owner: OwnerId): Promise<Debrief[]> {
  const rows = await connection
    .selectFrom("debrief")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("ended_at")
    .orderBy("debrief_id")
    .execute();
  return rows.map((row) => ({
    debriefId: row.debrief_id,
    eventId: row.event_id,
    kind: row.kind,
    title: row.title,
    endedAt: row.ended_at,
    state: row.state,
    answer: debriefAnswer.parse(row.answer),
    ...(row.place !== null && { place: row.place }),
  }));
}

/** One answer for each time of an event: a later one replaces it and keeps its id. */
export async function saveDebrief(connection: Connection, owner: OwnerId, one: Debrief, at: Instant): Promise<void> {
  const said = { state: one.state, answer: json(one.answer), changed_at: at };
  await connection
    .insertInto("debrief")
    .values({
      owner_id: owner,
      debrief_id: one.debriefId,
      event_id: one.eventId as EventId,
      kind: one.kind,
      title: one.title,
      place: one.place ?? null,
      ended_at: one.endedAt,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "event_id", "ended_at"]).doUpdateSet(said))
    .execute();
}

/** The reason that the owner told beside a name stands until they say another one; an answered or waived one is not touched. */
export async function fillWhy(
  connection: Connection,
  owner: OwnerId,
  told: readonly { address: string; why: string }[],
): Promise<void> {
  if (told.length === 0) return;
  // Of two reasons that were told about one person the first stands, as if they came one after the other.
  await sql`
    update contact set met_why = said.why from (
      select distinct on (identity.contact_id) identity.contact_id, told.why
      from json_to_recordset(${rowsParameter(told.map((one, at) => ({ ...one, at })))}) as told (address text, why text, at int)
      join identity on identity.owner_id = ${owner} and identity.kind = 'address' and identity.value = told.address
      order by identity.contact_id, told.at
    ) said
    where contact.owner_id = ${owner} and contact.contact_id = said.contact_id
      and contact.met_why is null and not contact.met_why_waived
  `.execute(connection);
}
