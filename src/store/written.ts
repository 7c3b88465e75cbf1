/** What was written, or is to be, into the owner's own accounts: one row each, changed by compare-and-set alone. */
import { type Selectable, sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Wanted, Written, WrittenKind, WrittenState } from "../domain/write-back/written.ts";
import { type Connection, rowsParameter } from "./database.ts";
import type { WrittenTable } from "./tables.ts";

export async function loadWritten(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  kind: WrittenKind,
): Promise<Written[]> {
  const rows = await connection
    .selectFrom("written")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("kind", "=", kind)
    .orderBy("subject_id")
    .execute();
  return rows.map(writtenOf);
}

/** What was written about one subject, whatever the account; the account made first comes first. */
export async function writtenAbout(
  connection: Connection,
  owner: OwnerId,
  kind: WrittenKind,
  subjectId: string,
): Promise<(Written & { accountId: AccountId })[]> {
  const rows = await connection
    .selectFrom("written")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .orderBy("account_id")
    .execute();
  return rows.map((row) => ({ ...writtenOf(row), accountId: row.account_id }));
}

const writtenOf = (row: Selectable<WrittenTable>): Written => ({
  kind: row.kind,
  subjectId: row.subject_id,
  key: row.key,
  ref: row.ref ?? undefined,
  hash: row.hash.toString("hex"),
  formerHash: row.former_hash?.toString("hex"),
  about: row.about ?? undefined,
  state: row.state,
  because: row.because ?? undefined,
  attempts: row.attempts,
  changedAt: row.changed_at,
  version: row.version,
});

/**
 * Those that have no row yet, at this account or at another one of the owner's, get one; up to `max`, in the order of
 * `wanted`. Says how many.
 */
export async function wantWritten(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  kind: WrittenKind,
  wanted: readonly (Wanted & { key: string })[],
  { at, max, evenElsewhere = kind === "card" }: { at: Instant; max: number; evenElsewhere?: boolean },
): Promise<number> {
  if (wanted.length === 0) return 0;
  const rows = wanted.map(({ subjectId, hash, about, key }, nth) => ({
    nth,
    subjectId,
    hash,
    about: about ?? null,
    key,
  }));
  // An address book is asked for itself; a reminder or a letter stands in one account alone, unless it said otherwise.
  const stands = evenElsewhere
    ? sql`written.account_id = ${account}`
    : sql`(written.account_id = ${account} or written.state <> 'removed')`;
  const { numAffectedRows = 0n } = await sql`
    insert into written (owner_id, account_id, kind, subject_id, key, hash, about, state, changed_at)
    select ${owner}, ${account}, ${kind}, "subjectId", key, decode(hash, 'hex'), about, 'wanted', ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (nth int, "subjectId" uuid, hash text, about text, key text)
    where not exists (select from written where written.owner_id = ${owner} and written.kind = ${kind}
      and written.subject_id = row."subjectId" and ${stands})
    order by nth limit ${max}
    on conflict do nothing
  `.execute(connection);
  return Number(numAffectedRows);
}

export type WrittenChange = {
  state: WrittenState;
  key?: string;
  /** Left out they stay; undefined takes them away. */
  ref?: string | undefined;
  hash?: string;
  formerHash?: string | undefined;
  about?: string | undefined;
  because?: string | undefined;
  attempts?: number;
};

/** The row as it is then; undefined, with nothing changed, when somebody else changed it meanwhile. */
export async function changeWritten(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  written: Written,
  change: WrittenChange,
  at: Instant,
): Promise<Written | undefined> {
  const changed = { ...written, because: undefined, ...change, changedAt: at, version: written.version + 1 };
  const { numUpdatedRows } = await connection
    .updateTable("written")
    .set({
      state: changed.state,
      key: changed.key,
      ref: changed.ref ?? null,
      hash: Buffer.from(changed.hash, "hex"),
      former_hash: changed.formerHash === undefined ? null : Buffer.from(changed.formerHash, "hex"),
      about: changed.about ?? null,
      because: changed.because ?? null,
      attempts: changed.attempts,
      changed_at: at,
      version: changed.version,
    })
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("kind", "=", written.kind)
    .where("subject_id", "=", written.subjectId)
    .where("version", "=", written.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? changed : undefined;
}

/** What a provider did not take is tried again from the start. Says how many. */
export async function retryRefused(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  at: Instant,
): Promise<number> {
  const { numUpdatedRows } = await connection
    .updateTable("written")
    .set((update) => ({
      // Where nobody knew whether it was made it is looked for first.
      state: sql<WrittenState>`case when ref is null then 'unknown' else 'standing' end`,
      because: null,
      attempts: 0,
      changed_at: at,
      version: update("version", "+", 1),
    }))
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("state", "=", "refused")
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
