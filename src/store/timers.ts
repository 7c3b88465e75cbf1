/**
 * Timers: the only memory of what is to be done when. Whoever decides that something is due later writes the row in
 * the same transaction as the decision; the tick hands due rows to the queue under a lease; the work finishes or moves
 * its row in the transaction of its own result. So a lost queue loses nothing.
 *
 * What is set while its work is running is wanted once more when that run has ended: it waits in `again_at`, and neither the
 * end of the run nor its failure takes it away. A row whose process died keeps when it was due, and is offered again.
 */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

/** `kind` is the name of a job, `subjectId` what it is about (the owner's own id when it is about the owner). */
export type TimerKey = { kind: string; subjectId: string };

type OwnersTimer = TimerKey & { ownerId: OwnerId };
/** Letters are written anew: where the times of one have run out, and whenever something says so. */
export const composeTimer = (owner: OwnerId): TimerKey => ({ kind: "compose_drafts", subjectId: owner });

export type DueTimer = OwnersTimer & { dueAt: Instant; attempts: number };

/** Due at that instant and no other: replaces an earlier or later one, and forgets failures. */
export async function setTimer(connection: Connection, owner: OwnerId, key: TimerKey, dueAt: Instant) {
  await sql`
    insert into timer (owner_id, kind, subject_id, due_at) values (${owner}, ${key.kind}, ${key.subjectId}, ${dueAt})
    on conflict (owner_id, kind, subject_id) do update set
      due_at = case when timer.is_begun then timer.due_at else excluded.due_at end,
      again_at = case when timer.is_begun then excluded.due_at end,
      ${unlessBegun}`.execute(connection);
}

/** Due at that instant or earlier: never puts off what is due sooner. */
export async function setTimerBy(connection: Connection, owner: OwnerId, key: TimerKey, dueAt: Instant) {
  await sql`
    insert into timer (owner_id, kind, subject_id, due_at) values (${owner}, ${key.kind}, ${key.subjectId}, ${dueAt})
    on conflict (owner_id, kind, subject_id) do update set
      due_at = case when timer.is_begun then timer.due_at else least(timer.due_at, excluded.due_at) end,
      again_at = case when timer.is_begun then least(timer.again_at, excluded.due_at) else timer.again_at end,
      ${unlessBegun}`.execute(connection);
}

/** The running work says when it is due next: then, or sooner when it was set again meanwhile. */
export async function moveTimer(connection: Connection, owner: OwnerId, key: TimerKey, dueAt: Instant) {
  await sql`
    update timer set due_at = least(${dueAt}::timestamptz, again_at), again_at = null, ${ended}
    where ${isRow(owner, key)} and is_begun`.execute(connection);
}

/** The running work is done: its row goes, or is due when it was set for meanwhile. */
export async function finishTimer(connection: Connection, owner: OwnerId, key: TimerKey) {
  const { numAffectedRows } = await sql`
    delete from timer where ${isRow(owner, key)} and is_begun and again_at is null`.execute(connection);
  if (numAffectedRows === 0n)
    await sql`
      update timer set due_at = again_at, again_at = null, ${ended}
      where ${isRow(owner, key)} and is_begun and again_at is not null`.execute(connection);
}

/** As `finishTimer` and `moveTimer`, of work that may have had no row when it began. */
export async function settleTimer(connection: Connection, owner: OwnerId, key: TimerKey, nextAt: Instant | undefined) {
  if (nextAt === undefined) return finishTimer(connection, owner, key);
  await setTimerIfNone(connection, owner, key, nextAt);
  await moveTimer(connection, owner, key, nextAt);
}

/** Due at that instant or earlier; what is running is left to say so itself. */
async function setTimerIfNone(connection: Connection, owner: OwnerId, key: TimerKey, dueAt: Instant) {
  await sql`
    insert into timer (owner_id, kind, subject_id, due_at) values (${owner}, ${key.kind}, ${key.subjectId}, ${dueAt})
    on conflict (owner_id, kind, subject_id) do update set due_at = least(timer.due_at, excluded.due_at)
    where not timer.is_begun`.execute(connection);
}

/** Not wanted any more, whether it is running or not. */
export async function dropTimer(connection: Connection, owner: OwnerId, key: TimerKey) {
  await sql`delete from timer where ${isRow(owner, key)}`.execute(connection);
}

/** Nothing of the owner's begins any more, but what `but` names. */
export async function dropTimers(connection: Connection, owner: OwnerId, but: TimerKey) {
  await sql`delete from timer where owner_id = ${owner} and not (kind = ${but.kind} and subject_id = ${but.subjectId})`.execute(
    connection,
  );
}

/** The work begins, under a lease: undefined when there is nothing to do (finished, moved to later). */
export async function startTimer(
  connection: Connection,
  owner: OwnerId,
  key: TimerKey,
  times: { now: Instant; leaseUntil: Instant },
): Promise<DueTimer | undefined> {
  const { rows } = await sql<DueTimer>`
    update timer set ${begun(times)} where ${isRow(owner, key)} and due_at <= ${times.now} returning ${columns}
  `.execute(connection);
  return rows[0];
}

/** The work begins whether it is due or not: whoever dies in the middle is followed by another. */
export async function startTimerEarly(
  connection: Connection,
  owner: OwnerId,
  key: TimerKey,
  times: { now: Instant; leaseUntil: Instant },
) {
  await sql`
    update timer set due_at = least(due_at, ${times.now}), ${begun(times)} where ${isRow(owner, key)}
  `.execute(connection);
}

export async function findTimer(connection: Connection, owner: OwnerId, key: TimerKey): Promise<DueTimer | undefined> {
  const { rows } = await sql<DueTimer>`select ${columns} from timer where ${isRow(owner, key)}`.execute(connection);
  return rows[0];
}

/** The work failed or was told to wait: due again at `againAt`, or sooner when it was set again meanwhile; one failure more, the reason kept (400 characters). */
export async function putOffTimer(
  connection: Connection,
  owner: OwnerId,
  key: TimerKey,
  why: { error: string; againAt: Instant },
) {
  await sql`
    update timer set due_at = least(${why.againAt}::timestamptz, again_at), again_at = null, is_begun = false, lease_until = null,
      attempts = attempts + 1, last_error = ${why.error.slice(0, lastErrorCharactersMax)}
    where ${isRow(owner, key)} and is_begun`.execute(connection);
}

/** The work stopped half way because the process stops: due as before, for whoever comes next. */
export async function releaseTimer(connection: Connection, owner: OwnerId, key: TimerKey) {
  await sql`update timer set is_begun = false, lease_until = null where ${isRow(owner, key)}`.execute(connection);
}

/** Due as before, and offered anew at the next tick: all of a kind but this one, which ran while they were turned away. */
export async function releaseOtherTimers(connection: Connection, owner: OwnerId, { kind, subjectId }: TimerKey) {
  await sql`
    update timer set lease_until = null
    where owner_id = ${owner} and kind = ${kind} and subject_id <> ${subjectId} and lease_until is not null and not is_begun
  `.execute(connection);
}

/** As whoever works jobs off needs them, by the owner and the key in one. */
export const timersIn = (connection: Connection) => ({
  start: ({ ownerId, ...key }: OwnersTimer, times: { now: Instant; leaseUntil: Instant }) =>
    startTimer(connection, ownerId, key, times),
  find: ({ ownerId, ...key }: OwnersTimer) => findTimer(connection, ownerId, key),
  putOff: ({ ownerId, ...key }: OwnersTimer, why: { error: string; againAt: Instant }) =>
    putOffTimer(connection, ownerId, key, why),
  release: ({ ownerId, ...key }: OwnersTimer) => releaseTimer(connection, ownerId, key),
  releaseOthers: ({ ownerId, ...key }: OwnersTimer) => releaseOtherTimers(connection, ownerId, key),
  finish: ({ ownerId, ...key }: OwnersTimer) => finishTimer(connection, ownerId, key),
});

/**
 * Takes due rows of all owners under a lease, oldest first, at most `max`. Two callers at once never get the same row,
 * and an expired lease is taken again. `now` is business time, `wall` and `leaseUntil` are the wall's.
 */
export async function claimDueTimers(
  connection: Connection,
  { now, wall, leaseUntil, max }: { now: Instant; wall: Instant; leaseUntil: Instant; max: number },
): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    with due as (
      select owner_id, kind, subject_id from timer
      where due_at <= ${now} and (lease_until is null or lease_until < ${wall})
      order by due_at, owner_id, kind, subject_id
      limit ${max}
      for update skip locked
    ), claimed as (
      update timer set lease_until = ${leaseUntil} from due
      where (timer.owner_id, timer.kind, timer.subject_id) = (due.owner_id, due.kind, due.subject_id)
      returning timer.*
    )
    select ${columns} from claimed order by due_at, owner_id, kind, subject_id`.execute(connection);
  return rows;
}

/** When the next timer of any owner is due (it may be past); undefined when there is none. */
export async function nextDueAt(connection: Connection): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant | null }>`select min(due_at) as at from timer`.execute(connection);
  return rows[0]?.at ?? undefined;
}

const lastErrorCharactersMax = 400;

const columns = sql`owner_id as "ownerId", kind, subject_id as "subjectId", due_at as "dueAt", attempts`;

const isRow = (owner: OwnerId, { kind, subjectId }: TimerKey) =>
  sql`owner_id = ${owner} and kind = ${kind} and subject_id = ${subjectId}`;

/** What was claimed and not begun is offered anew. */
const unlessBegun = sql`
  lease_until = case when timer.is_begun then timer.lease_until end,
  attempts = case when timer.is_begun then timer.attempts else 0 end,
  last_error = case when timer.is_begun then timer.last_error end`;

const ended = sql`is_begun = false, lease_until = null, attempts = 0, last_error = null`;

/**
 * What it was set for meanwhile and is due, this run is for; unless an earlier one may still be alive: its end would take the row
 * away, and with it the wish of a run that may yet die.
 */
const begun = ({ now, leaseUntil }: { now: Instant; leaseUntil: Instant }) =>
  sql`is_begun = true, lease_until = ${leaseUntil}, again_at = case when is_begun or again_at > ${now} then again_at end`;
