/** Follow-ups, one row for each person and kind, and the decisions behind them. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { Json } from "../domain/decision.ts";
import type { ContactId, FollowUpId, OwnerId } from "../domain/ids.ts";
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
  const state = sql`case when follow_up.state in ('skipped', 'cancelled') then follow_up.state
    when follow_up.snoozed_until > ${at}::timestamptz and excluded.state = 'due' then 'planned'
    else excluded.state end`;
  const keys = decided.map(({ contactId, kind }) => ({ contact: contactId, kind }));
  await sql`
    delete from follow_up where owner_id = ${owner} and not exists (
      select from json_to_recordset(${rowsParameter(keys)}) as kept (contact uuid, kind text)
      where kept.contact = follow_up.contact_id and kept.kind = follow_up.kind)
  `.execute(connection);
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
    }));
    await sql`
      insert into follow_up (owner_id, follow_up_id, contact_id, kind, state, due_at, overdue_at, deadline_at, because, satisfied_by, urgency, changed_at)
      select ${owner}, id, contact, kind, state, due, overdue, deadline, because, satisfied_by, urgency, ${at}
      from json_to_recordset(${rowsParameter(rows)}) as row (
        id uuid, contact uuid, kind text, state text, due timestamptz, overdue timestamptz, deadline timestamptz,
        because jsonb, satisfied_by text, urgency real)
      on conflict (owner_id, contact_id, kind) do update set
        state = ${state}, due_at = excluded.due_at, overdue_at = excluded.overdue_at, deadline_at = excluded.deadline_at,
        because = excluded.because, satisfied_by = excluded.satisfied_by, urgency = excluded.urgency,
        changed_at = excluded.changed_at, version = follow_up.version + 1
      -- Deciding the same again is no change: a page that shows it may still act on it.
      where (follow_up.state, follow_up.due_at, follow_up.overdue_at, follow_up.deadline_at, follow_up.because,
        follow_up.satisfied_by, follow_up.urgency)
      is distinct from (${state}, excluded.due_at, excluded.overdue_at, excluded.deadline_at, excluded.because,
        excluded.satisfied_by, excluded.urgency)
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
};

/** Follow-ups that wait for a letter of their own, found by the index on their due time. */
export async function dueFollowUps(connection: Connection, owner: OwnerId, now: Instant): Promise<DueFollowUp[]> {
  const rows = await connection
    .selectFrom("follow_up")
    .select(["follow_up_id", "contact_id", "kind", "due_at", "deadline_at", "because"])
    .where("owner_id", "=", owner)
    .where("state", "=", "due")
    .where("due_at", "<=", now)
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
  }));
}

export type StoredDecision = {
  contactId: ContactId;
  kind: string;
  rule: string;
  outcome: string;
  because: readonly Because[];
  inputs: Json;
  decidedAt: Instant;
};

/** Replaces the decision records about contacts. */
export async function saveDecisions(
  connection: Connection,
  owner: OwnerId,
  decisions: readonly StoredDecision[],
): Promise<void> {
  await sql`delete from decision where owner_id = ${owner} and subject_kind = 'contact'`.execute(connection);
  for (let start = 0; start < decisions.length; start += rowsPerStatement) {
    const rows = decisions
      .slice(start, start + rowsPerStatement)
      .map(({ contactId, decidedAt, ...rest }) => ({ contact: contactId, decided_at: decidedAt, ...rest }));
    await sql`
      insert into decision (owner_id, subject_kind, subject_id, kind, rule, outcome, because, inputs, decided_at)
      select ${owner}, 'contact', contact, kind, rule, outcome, because, inputs, decided_at
      from json_to_recordset(${rowsParameter(rows)}) as row (
        contact uuid, kind text, rule text, outcome text, because jsonb, inputs jsonb, decided_at timestamptz)
    `.execute(connection);
  }
}
