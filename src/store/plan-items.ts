/** The single meetings of the months' plans, each with its own life. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { OwnerId, PlanItemId } from "../domain/ids.ts";
import type { PlanItem } from "../domain/plan/plan.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

/** By month, meeting type and number; from a month on when one is given. */
export async function loadPlanItems(connection: Connection, owner: OwnerId, from?: PlainDate): Promise<PlanItem[]> {
  const rows = await connection
    .selectFrom("plan_item")
    .selectAll()
    .where("owner_id", "=", owner)
    .$if(from !== undefined, (query) => query.where("month", ">=", from!))
    .orderBy("month")
    .orderBy("meeting")
    .orderBy("number")
    .execute();
  return rows.map((row): PlanItem => {
    const unit = {
      planItemId: row.plan_item_id,
      month: row.month,
      meeting: row.meeting,
      number: row.number,
      because: row.because as Because[],
    };
    const { state } = row;
    if (state !== "booked" && state !== "took_place") return { ...unit, state };
    if (row.contact_id === null || row.starts_at === null)
      throw new Error(`plan item ${row.plan_item_id} is ${state} with nobody or at no time`);
    const filled = { contactId: row.contact_id, startsAt: row.starts_at };
    return { ...unit, state, ...filled, ...(row.event_id !== null && { eventId: row.event_id }) };
  });
}

/** Adds items or lays them over the known ones; the same again is no change. */
export async function savePlanItems(
  connection: Connection,
  owner: OwnerId,
  items: readonly PlanItem[],
  at: Instant,
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(columnsOf);
  await sql`
    insert into plan_item (owner_id, plan_item_id, month, meeting, number, state, contact_id, starts_at, event_id, because, changed_at)
    select ${owner}, id, month, meeting, number, state, contact, starts_at, event, because, ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, month date, meeting text, number int, state text, contact uuid, starts_at timestamptz, event uuid, because jsonb)
    on conflict (owner_id, plan_item_id) do update set
      state = excluded.state, contact_id = excluded.contact_id, starts_at = excluded.starts_at, event_id = excluded.event_id,
      because = excluded.because, version = plan_item.version + 1, changed_at = excluded.changed_at
    where (plan_item.state, plan_item.contact_id, plan_item.starts_at, plan_item.event_id, plan_item.because)
      is distinct from (excluded.state, excluded.contact_id, excluded.starts_at, excluded.event_id, excluded.because)
  `.execute(connection);
}

/**
 * Keeps what was read about items that stood as `before`; one that the owner dropped, booked or took back meanwhile is left
 * as it is, and read again with that.
 */
export async function savePlanItemStates(
  connection: Connection,
  owner: OwnerId,
  items: readonly PlanItem[],
  before: readonly PlanItem[],
  at: Instant,
): Promise<void> {
  if (items.length === 0) return;
  const states = new Map(before.map((item) => [item.planItemId, columnsOf(item)]));
  const rows = items.map((item) => {
    const was = states.get(item.planItemId);
    return { ...columnsOf(item), was_state: was?.state ?? null, was_starts_at: was?.starts_at ?? null };
  });
  await sql`
    update plan_item set state = row.state, contact_id = row.contact, starts_at = row.starts_at, event_id = row.event,
      because = row.because, version = plan_item.version + 1, changed_at = ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, state text, contact uuid, starts_at timestamptz, event uuid, because jsonb, was_state text, was_starts_at timestamptz)
    where owner_id = ${owner} and plan_item_id = id and plan_item.state = was_state
      and plan_item.starts_at is not distinct from was_starts_at
  `.execute(connection);
}

function columnsOf(item: PlanItem) {
  const isFilled = item.state === "booked" || item.state === "took_place";
  return {
    id: item.planItemId,
    month: item.month,
    meeting: item.meeting,
    number: item.number,
    state: item.state,
    contact: isFilled ? item.contactId : null,
    starts_at: isFilled ? item.startsAt : null,
    event: isFilled ? (item.eventId ?? null) : null,
    because: item.because,
  };
}

/** Units that a smaller plan no longer asks for. Sequences that were begun for them go on without. */
export async function removePlanItems(
  connection: Connection,
  owner: OwnerId,
  ids: readonly PlanItemId[],
): Promise<void> {
  if (ids.length === 0) return;
  await connection
    .deleteFrom("plan_item")
    .where("owner_id", "=", owner)
    .where("plan_item_id", "in", [...ids])
    .execute();
}
