/** The daily round: what each day's sitting offered, how long it took, and how often things were put off. */
import { sql } from "kysely";
import { z } from "zod";
import type { Offered } from "../domain/day/sitting.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";

export type Sitting = {
  day: PlainDate;
  budgetMinutes: number;
  /** Seconds of the stretches that are over. */
  spentSeconds: number;
  /** While the timer runs: since when. */
  runningSince?: Instant;
  /** Enough for this day, as the owner said. */
  endedAt?: Instant;
  offered: readonly Offered[];
};

const offered = z.array(z.object({ id: z.string(), minutes: z.number(), isDone: z.boolean() }));

export async function findSitting(
  connection: Connection,
  owner: OwnerId,
  day: PlainDate,
): Promise<Sitting | undefined> {
  const row = await sittings(connection, owner).where("day", "=", day).executeTakeFirst();
  return row && readRow(row);
}

/** Those of the days from one to another, both included, oldest first. */
export async function sittingsBetween(
  connection: Connection,
  owner: OwnerId,
  { first, last }: { first: PlainDate; last: PlainDate },
): Promise<Sitting[]> {
  const rows = await sittings(connection, owner)
    .where("day", ">=", first)
    .where("day", "<=", last)
    .orderBy("day")
    .execute();
  return rows.map(readRow);
}

/** The last one before a day, however long ago. */
export async function sittingBefore(
  connection: Connection,
  owner: OwnerId,
  day: PlainDate,
): Promise<Sitting | undefined> {
  const row = await sittings(connection, owner)
    .where("day", "<", day)
    .orderBy("day", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && readRow(row);
}

export async function saveSitting(connection: Connection, owner: OwnerId, sitting: Sitting): Promise<void> {
  const set = {
    budget_minutes: sitting.budgetMinutes,
    started_at: sitting.runningSince ?? null,
    ended_at: sitting.endedAt ?? null,
    spent_seconds: sitting.spentSeconds,
    done: sitting.offered.filter(({ isDone }) => isDone).length,
    offered: json(sitting.offered),
  };
  await connection
    .insertInto("sitting")
    .values({ owner_id: owner, day: sitting.day, ...set })
    .onConflict((conflict) => conflict.columns(["owner_id", "day"]).doUpdateSet(set))
    .execute();
}

/** How many sittings each thing was put off in, by its id. */
export async function loadRollovers(connection: Connection, owner: OwnerId): Promise<Map<string, number>> {
  const rows = await connection
    .selectFrom("rollover")
    .select(["item_key", "times"])
    .where("owner_id", "=", owner)
    .execute();
  return new Map(rows.map(({ item_key, times }) => [item_key, times]));
}

/** Put off once more in the sitting of a day; the same day counts once however often it is said. */
export async function rollOver(
  connection: Connection,
  owner: OwnerId,
  ids: readonly string[],
  day: PlainDate,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into rollover (owner_id, item_key, times, last_day)
    select ${owner}, id, 1, ${day} from json_to_recordset(${rowsParameter(ids.map((id) => ({ id })))}) as row (id text)
    on conflict (owner_id, item_key) do update set times = rollover.times + 1, last_day = excluded.last_day
    where rollover.last_day < excluded.last_day
  `.execute(connection);
}

/** What is to be done no more is forgotten. */
export async function keepRollovers(connection: Connection, owner: OwnerId, open: readonly string[]): Promise<void> {
  await sql`delete from rollover where owner_id = ${owner} and not item_key = any(${[...open]}::text[])`.execute(
    connection,
  );
}

const sittings = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("sitting").selectAll().where("owner_id", "=", owner);

type SittingRow = Awaited<ReturnType<ReturnType<typeof sittings>["execute"]>>[number];

const readRow = (row: SittingRow): Sitting => ({
  day: row.day,
  budgetMinutes: row.budget_minutes,
  spentSeconds: row.spent_seconds,
  offered: offered.parse(row.offered),
  ...(row.started_at !== null && { runningSince: row.started_at }),
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
});
