/** Follow-ups, one row for each person and kind. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { ContactId, FollowUpId, OwnerId, PlanItemId } from "../domain/ids.ts";
import type { SequenceStep } from "../domain/plan/enrolment.ts";
import type { MeetingType } from "../domain/plan/plan.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { FollowUpTable } from "./tables.ts";

export type FollowUpState = FollowUpTable["state"];

export type DecidedFollowUp = {
  followUpId: FollowUpId;
  contactId: ContactId;
  kind: string;
  state: Extract<FollowUpState, "planned" | "due" | "in_hand" | "satisfied" | "expired">;
  dueAt: Instant;
  overdueAt: Instant | undefined;
  deadlineAt: Instant | undefined;
  because: readonly Because[];
  satisfiedBy: string | undefined;
  urgency: number;
} & AskedNext;

/** What a follow-up asks for next. */
export type AskedNext = {
  /** Which letter of its sequence; absent for a single letter, such as a thank-you. */
  step?: SequenceStep;
  /** What kind of meeting it asks for; absent when any that suits the two will do. */
  meeting?: MeetingType;
  planItemId?: PlanItemId;
  /** Times are offered up to here: the last bookable day, the end of the plan's month. */
  meetUntil?: Instant;
  /** A letter is written for "letter" alone: the others wait for a call, or for a note by hand. */
  way: "letter" | "call" | "post";
};

const rowsPerStatement = 5_000;

/**
 * Makes the follow-ups be what was decided. What the owner did with one (skipped, cancelled, snoozed until later) stands;
 * what is not decided any more (a contact that is none) goes.
 */
export async function saveFollowUps(
  connection: Connection,
  owner: OwnerId,
  decided: readonly DecidedFollowUp[],
  at: Instant,
): Promise<void> {
  const isApproved = sql`exists (select from draft where draft.owner_id = follow_up.owner_id
    and draft.follow_up_id = follow_up.follow_up_id and draft.state in ('approved', 'queued'))`;
  const state = sql`case when follow_up.state in ('skipped', 'cancelled') then follow_up.state
    when follow_up.snoozed_until > ${at}::timestamptz and excluded.state = 'due' then 'planned'
    -- Its letter is on its way.
    when excluded.state = 'due' and ${isApproved} then 'in_hand'
    else excluded.state end`;
  const keys = decided.map(({ contactId, kind }) => ({ contact: contactId, kind }));
  // What the owner asked for themselves is decided by no clock.
  const isGone = sql`about = '' and not exists (
    select from json_to_recordset(${rowsParameter(keys)}) as kept (contact uuid, kind text)
    where kept.contact = follow_up.contact_id and kept.kind = follow_up.kind)`;
  const wasWritten = sql`exists (select from draft where draft.owner_id = follow_up.owner_id
    and draft.follow_up_id = follow_up.follow_up_id and draft.state in ('approved', 'queued', 'sent'))`;
  // A letter that went out outlives the duty that it was written for.
  await sql`update follow_up set state = 'satisfied', changed_at = ${at}, version = version + 1
    where owner_id = ${owner} and state in ('planned', 'due', 'in_hand') and ${isGone} and ${wasWritten}`.execute(
    connection,
  );
  await sql`delete from follow_up where owner_id = ${owner} and ${isGone} and not ${wasWritten}`.execute(connection);
  for (let start = 0; start < decided.length; start += rowsPerStatement) {
    const rows = decided.slice(start, start + rowsPerStatement).map((one) => ({
      id: one.followUpId,
      contact: one.contactId,
      kind: one.kind,
      state: one.state,
      due: one.dueAt,
      overdue: one.overdueAt ?? null,
      deadline: one.deadlineAt ?? null,
      because: one.because,
      satisfied_by: one.satisfiedBy ?? null,
      urgency: one.urgency,
      step: one.step ?? null,
      meeting: one.meeting ?? null,
      item: one.planItemId ?? null,
      meet_until: one.meetUntil ?? null,
      way: one.way,
    }));
    await sql`
      insert into follow_up (owner_id, follow_up_id, contact_id, kind, state, due_at, overdue_at, deadline_at, because, satisfied_by, urgency, step, meeting, plan_item_id,
        meet_until, way, changed_at)
      select ${owner}, id, contact, kind, state, due, overdue, deadline, because, satisfied_by, urgency, step, meeting, item,
        meet_until, way, ${at}
      from json_to_recordset(${rowsParameter(rows)}) as row (
        id uuid, contact uuid, kind text, state text, due timestamptz, overdue timestamptz, deadline timestamptz,
        because jsonb, satisfied_by text, urgency real, step text, meeting text, item uuid, meet_until timestamptz, way text)
      on conflict (owner_id, contact_id, kind, about) do update set
        state = ${state}, due_at = excluded.due_at, overdue_at = excluded.overdue_at, deadline_at = excluded.deadline_at,
        because = excluded.because, satisfied_by = excluded.satisfied_by, urgency = excluded.urgency,
        step = excluded.step, meeting = excluded.meeting, plan_item_id = excluded.plan_item_id,
        meet_until = excluded.meet_until, way = excluded.way, changed_at = excluded.changed_at, version = follow_up.version + 1
      -- Deciding the same again is no change: a page that shows it may still act on it.
      where (follow_up.state, follow_up.due_at, follow_up.overdue_at, follow_up.deadline_at, follow_up.because,
        follow_up.satisfied_by, follow_up.urgency, follow_up.step, follow_up.meeting, follow_up.plan_item_id,
        follow_up.meet_until, follow_up.way)
      is distinct from (${state}, excluded.due_at, excluded.overdue_at, excluded.deadline_at, excluded.because,
        excluded.satisfied_by, excluded.urgency, excluded.step, excluded.meeting, excluded.plan_item_id,
        excluded.meet_until, excluded.way)
    `.execute(connection);
  }
}

export type DueFollowUp = {
  followUpId: FollowUpId;
  contactId: ContactId;
  kind: string;
  dueAt: Instant;
  deadlineAt: Instant | undefined;
  because: readonly Because[];
  /** Of what the owner asked for themselves: what it is about. */
  about?: string;
} & AskedNext;

/**
 * Follow-ups that wait for an act of the owner, found by the index on their due time; `way` tells which have a letter. Of
 * whoever is stopped there are none, also when they were decided a moment before the stop.
 */
export async function dueFollowUps(connection: Connection, owner: OwnerId, now: Instant): Promise<DueFollowUp[]> {
  const rows = await connection
    .selectFrom("follow_up")
    .select(["follow_up_id", "contact_id", "kind", "due_at", "deadline_at", "because"])
    .select(["step", "meeting", "plan_item_id", "meet_until", "way", "about"])
    .where("owner_id", "=", owner)
    .where("state", "=", "due")
    .where("due_at", "<=", now)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("contact")
            .whereRef("contact.owner_id", "=", "follow_up.owner_id")
            .whereRef("contact.contact_id", "=", "follow_up.contact_id")
            .where("contact.status", "=", "blocked"),
        ),
      ),
    )
    .orderBy("due_at")
    .orderBy("follow_up_id")
    .execute();
  return rows.map((row) => ({
    followUpId: row.follow_up_id,
    contactId: row.contact_id,
    kind: row.kind,
    dueAt: row.due_at,
    deadlineAt: row.deadline_at ?? undefined,
    because: row.because as Because[],
    way: row.way,
    ...(row.about !== "" && { about: row.about }),
    ...(row.step !== null && { step: row.step }),
    ...(row.meeting !== null && { meeting: row.meeting }),
    ...(row.plan_item_id !== null && { planItemId: row.plan_item_id }),
    ...(row.meet_until !== null && { meetUntil: row.meet_until }),
  }));
}

/** Not to be done, as the owner said: it stays so, whatever is decided later. False when there is none to skip. */
export const skipFollowUp = (connection: Connection, owner: OwnerId, id: FollowUpId, at: Instant): Promise<boolean> =>
  setFollowUpState(connection, owner, id, { from: ["planned", "due", "in_hand"], to: "skipped", at });

/** Put off or skipped by a slip, it is due again as before; false when it was neither. */
export async function bringBackFollowUp(
  connection: Connection,
  owner: OwnerId,
  id: FollowUpId,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("follow_up")
    .set((update) => ({ state: "due", snoozed_until: null, changed_at: at, version: update("version", "+", 1) }))
    .where("owner_id", "=", owner)
    .where("follow_up_id", "=", id)
    .where((where) =>
      where.or([
        where("state", "=", "skipped"),
        where.and([where("state", "=", "planned"), where("snoozed_until", ">", at)]),
      ]),
    )
    .where("due_at", "<=", at)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** From one of these states to another; false when it was in none of them. */
export async function setFollowUpState(
  connection: Connection,
  owner: OwnerId,
  id: FollowUpId,
  change: { from: readonly FollowUpState[]; to: FollowUpState; snoozedUntil?: Instant; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("follow_up")
    .set((update) => ({
      state: change.to,
      ...(change.snoozedUntil !== undefined && { snoozed_until: change.snoozedUntil }),
      changed_at: change.at,
      version: update("version", "+", 1),
    }))
    .where("owner_id", "=", owner)
    .where("follow_up_id", "=", id)
    .where("state", "in", [...change.from])
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export type FollowUpStanding = {
  state: FollowUpState;
  kind: string;
  step: SequenceStep | undefined;
  meeting: MeetingType | undefined;
  planItemId: PlanItemId | undefined;
  deadlineAt: Instant | undefined;
  because: readonly Because[];
};

export async function findFollowUp(
  connection: Connection,
  owner: OwnerId,
  id: FollowUpId,
): Promise<FollowUpStanding | undefined> {
  const row = await connection
    .selectFrom("follow_up")
    .select(["state", "kind", "step", "meeting", "plan_item_id", "deadline_at", "because"])
    .where("owner_id", "=", owner)
    .where("follow_up_id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      state: row.state,
      kind: row.kind,
      step: row.step ?? undefined,
      meeting: row.meeting ?? undefined,
      planItemId: row.plan_item_id ?? undefined,
      deadlineAt: row.deadline_at ?? undefined,
      because: row.because as Because[],
    }
  );
}
