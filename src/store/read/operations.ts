/** What the operator watches, over all owners: the only reads that are not about one owner. Counts and ages, no content. */
import { sql } from "kysely";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

export type TimerHealth = {
  /** Timers that are due now, and by how much the oldest of them is late. */
  due: number;
  lagSeconds: number;
  /** Timers by their failures in a row. */
  failing: readonly { kind: string; attempts: number; timers: number }[];
};

export async function timerHealth(connection: Connection, now: Instant): Promise<TimerHealth> {
  const { rows: late } = await sql<{ due: number; lag: number }>`
    select count(*)::int as due,
      coalesce(greatest(0, extract(epoch from ${now}::timestamptz - min(due_at)))::float8, 0) as lag
    from timer where due_at <= ${now}`.execute(connection);
  const { rows: failing } = await sql<{ kind: string; attempts: number; timers: number }>`
    select kind, attempts, count(*)::int as timers from timer where attempts > 0
    group by kind, attempts order by kind, attempts`.execute(connection);
  return { due: late[0]?.due ?? 0, lagSeconds: late[0]?.lag ?? 0, failing };
}

/** Effects by kind and state, with the age of the one that has been in that state longest. */
export type EffectHealth = { kind: string; state: string; effects: number; oldestSeconds: number };

export async function effectHealth(connection: Connection, now: Instant): Promise<EffectHealth[]> {
  const { rows } = await sql<EffectHealth>`
    select kind, state, count(*)::int as effects,
      greatest(0, extract(epoch from ${now}::timestamptz - min(changed_at)))::float8 as "oldestSeconds"
    from effect group by kind, state order by kind, state`.execute(connection);
  return rows;
}
