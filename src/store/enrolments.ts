/** Who was asked for what: one row a sequence, of which at most one is open for each person. */
import { type Selectable, sql } from "kysely";
import type { ContactId, EnrolmentId, OwnerId } from "../domain/ids.ts";
import { type Enrolment, type EnrolmentState, enrolmentAnswers, enrolmentSteps } from "../domain/plan/enrolment.ts";
import type { FollowUpKind } from "../domain/relationship/decide.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { EnrolmentTable } from "./tables.ts";

/** Every sequence by person, oldest first; of everybody, or of one. */
export async function loadEnrolments(
  connection: Connection,
  owner: OwnerId,
  only?: ContactId,
): Promise<Map<ContactId, Enrolment[]>> {
  const rows = await connection
    .selectFrom("enrolment")
    .selectAll()
    .where("owner_id", "=", owner)
    .$if(only !== undefined, (query) => query.where("contact_id", "=", only!))
    .orderBy("started_at")
    .orderBy("enrolment_id")
    .execute();
  return Map.groupBy(rows.map(readRow), ({ contactId }) => contactId);
}

/**
 * Adds sequences or lays them over the known ones; the same again is no change. Ends come first, so that one sequence of a
 * person can give way to another in one call.
 */
export async function saveEnrolments(
  connection: Connection,
  owner: OwnerId,
  enrolments: readonly Enrolment[],
  at: Instant,
): Promise<void> {
  await saveRows(
    connection,
    owner,
    enrolments.filter(({ state }) => state === "exited"),
    at,
  );
  await saveRows(
    connection,
    owner,
    enrolments.filter(({ state }) => state !== "exited"),
    at,
  );
}

/** Sequences that were never begun. */
export async function removeEnrolments(
  connection: Connection,
  owner: OwnerId,
  ids: readonly EnrolmentId[],
): Promise<void> {
  await sql`delete from enrolment where owner_id = ${owner} and enrolment_id = any(${[...ids]}::uuid[])`.execute(
    connection,
  );
}

/**
 * Keeps the states that were read from the steps and answers given; a sequence that got another step or answer meanwhile
 * is left as it is, and read again with it; one that a stop ended is over (R45).
 */
export async function saveEnrolmentStates(
  connection: Connection,
  owner: OwnerId,
  enrolments: readonly Enrolment[],
  at: Instant,
): Promise<void> {
  if (enrolments.length === 0) return;
  const rows = enrolments.map((one) => ({
    id: one.enrolmentId,
    steps: one.steps,
    answers: one.answers,
    ...columnsOf(one),
  }));
  await sql`
    update enrolment set state = row.state, paused_until = row.paused_until, exit_reason = row.exit_reason,
      ended_at = row.ended_at, version = enrolment.version + 1, changed_at = ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, steps jsonb, answers jsonb, state text, paused_until timestamptz, exit_reason text, ended_at timestamptz)
    where owner_id = ${owner} and enrolment_id = id and enrolment.steps = row.steps and enrolment.answers = row.answers
      and (enrolment.exit_reason is distinct from 'opted_out' or row.exit_reason = 'opted_out')
      and (enrolment.state, enrolment.paused_until, enrolment.exit_reason, enrolment.ended_at)
        is distinct from (row.state, row.paused_until, row.exit_reason, row.ended_at)
  `.execute(connection);
}

const columnsOf = (one: Enrolment) => ({
  state: one.state,
  paused_until: one.state === "paused" ? one.pausedUntil : null,
  exit_reason: one.state === "exited" ? one.exitReason : null,
  ended_at: one.state === "exited" ? one.endedAt : null,
});

async function saveRows(
  connection: Connection,
  owner: OwnerId,
  enrolments: readonly Enrolment[],
  at: Instant,
): Promise<void> {
  if (enrolments.length === 0) return;
  const rows = enrolments.map((one) => ({
    id: one.enrolmentId,
    contact: one.contactId,
    item: one.planItemId ?? null,
    kind: one.kind,
    ...columnsOf(one),
    steps: one.steps,
    answers: one.answers,
    started_at: one.startedAt,
  }));
  await sql`
    insert into enrolment (owner_id, enrolment_id, contact_id, plan_item_id, kind, state, paused_until, exit_reason,
      ended_at, steps, answers, started_at, changed_at)
    select ${owner}, id, contact, item, kind, state, paused_until, exit_reason, ended_at, steps, answers, started_at, ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, contact uuid, item uuid, kind text, state text, paused_until timestamptz, exit_reason text,
      ended_at timestamptz, steps jsonb, answers jsonb, started_at timestamptz)
    on conflict (owner_id, enrolment_id) do update set
      plan_item_id = excluded.plan_item_id, state = excluded.state, paused_until = excluded.paused_until,
      exit_reason = excluded.exit_reason, ended_at = excluded.ended_at, steps = excluded.steps,
      answers = excluded.answers, version = enrolment.version + 1, changed_at = excluded.changed_at
    where (enrolment.plan_item_id, enrolment.state, enrolment.paused_until, enrolment.exit_reason, enrolment.ended_at,
      enrolment.steps, enrolment.answers)
    is distinct from (excluded.plan_item_id, excluded.state, excluded.paused_until, excluded.exit_reason,
      excluded.ended_at, excluded.steps, excluded.answers)
  `.execute(connection);
}

type EnrolmentRow = Selectable<EnrolmentTable>;

const readRow = (row: EnrolmentRow): Enrolment => ({
  enrolmentId: row.enrolment_id,
  contactId: row.contact_id,
  ...(row.plan_item_id !== null && { planItemId: row.plan_item_id }),
  kind: row.kind as FollowUpKind,
  steps: enrolmentSteps.parse(row.steps),
  answers: enrolmentAnswers.parse(row.answers),
  startedAt: row.started_at,
  ...stateOf(row),
});

function stateOf({ state, paused_until, exit_reason, ended_at }: EnrolmentRow): EnrolmentState {
  if (state === "paused" && paused_until !== null) return { state, pausedUntil: paused_until };
  if (state === "exited" && exit_reason !== null && ended_at !== null) {
    return { state, exitReason: exit_reason, endedAt: ended_at };
  }
  return { state: "active" };
}
