/**
 * Pace and turns, shared by all processes through the database (what integrations/pacer.ts asks for). Each key has two
 * budgets that fill at a steady rate: one for all calls, and one for background calls at three quarters of it, so that
 * whoever waits before a page finds a quarter left. A budget is one number: when it will be full again (the "theoretical
 * arrival time" of the generic cell rate algorithm), in milliseconds of the business clock.
 */
import { sql } from "kysely";
import { backgroundShare } from "../domain/pace.ts";
import { dayIn, type Instant, instantOf, millisOf, utc } from "../domain/time.ts";
import { type Database, rowsParameter } from "./database.ts";

export type Draw = { key: string; units: number; unitsPerMinute: number; burst: number };

/** From when on a call that costs all of `draws` may go; its units are spent unless that is later than `latest`. */
export async function drawPace(
  database: Database,
  draws: readonly Draw[],
  { isInteractive, now, latest }: { isInteractive: boolean; now: Instant; latest: Instant },
): Promise<Instant> {
  if (draws.length === 0) return now;
  const rows = draws.map(({ key, units, unitsPerMinute, burst }) => ({
    key,
    units,
    need: (units * 60_000) / unitsPerMinute,
    // What costs more than a burst must still be able to go.
    burst: (Math.max(burst, units / backgroundShare) * 60_000) / unitsPerMinute,
  }));
  const nowMs = millisOf(now);
  const { rows: drawn } = await sql<{ known: number; go: number | null }>`
    with wanted as (select * from json_to_recordset(${rowsParameter(rows)}) as row (key text, units double precision, need double precision, burst double precision)),
    held as (
      select pace.key, pace.all_ms, pace.background_ms, pace.paused_until from pace
      where pace.key in (select key from wanted) order by pace.key for update),
    go as (
      select count(*)::int as known, greatest(${nowMs}::double precision, max(all_ms + need - burst),
        max(case when ${isInteractive} then 0 else background_ms + (need - burst * ${backgroundShare}::double precision) / ${backgroundShare}::double precision end),
        max(extract(epoch from paused_until) * 1000)) as at
      from held join wanted using (key)),
    spent as (
      update pace set all_ms = greatest(pace.all_ms, ${nowMs}) + need,
        background_ms = case when ${isInteractive} then pace.background_ms else greatest(pace.background_ms, ${nowMs}) + need / ${backgroundShare}::double precision end,
        day = ${dayIn(utc, now)}::date, spent = case when day = ${dayIn(utc, now)}::date then spent else 0 end + units
      from wanted, go where pace.key = wanted.key and known = ${rows.length} and go.at <= ${millisOf(latest)}::double precision)
    select known, at as go from go
  `.execute(database);
  const answer = drawn[0]!;
  if (answer.known === rows.length) return instantOf(Math.ceil(answer.go!));
  await sql`
    insert into pace (key, all_ms, background_ms, day, spent)
    select key, ${nowMs}, ${nowMs}, ${dayIn(utc, now)}::date, 0 from json_to_recordset(${rowsParameter(rows)}) as row (key text) order by key
    on conflict do nothing
  `.execute(database);
  return drawPace(database, draws, { isInteractive, now, latest });
}

export async function pausePace(database: Database, key: string, until: Instant): Promise<void> {
  const untilMs = millisOf(until);
  await sql`
    insert into pace (key, all_ms, background_ms, paused_until, day, spent)
    values (${key}, ${untilMs}, ${untilMs}, ${until}, ${dayIn(utc, until)}::date, 0)
    on conflict (key) do update set paused_until = greatest(pace.paused_until, excluded.paused_until)
  `.execute(database);
}

/** Units of a key on the day of `now` (UTC). */
export async function paceSpent(database: Database, key: string, now: Instant): Promise<number> {
  const row = await database
    .selectFrom("pace")
    .select("spent")
    .where("key", "=", key)
    .where("day", "=", dayIn(utc, now))
    .executeTakeFirst();
  return row?.spent ?? 0;
}

export type TurnWorld = {
  database: Database;
  /** Real time: whoever died gives its turn back by a lapsed lease. */
  wall(): Instant;
  holder(): string;
  sleep(milliseconds: number): Promise<void>;
};

/** Longer than any call may take. */
const turnSeconds = 60;
const askAgainMs = 40;

/**
 * At most so many at a time over all processes. Those of one process wait for each other in memory first, so that the database
 * is asked again only when other processes hold turns.
 */
export function openTurns({ database, wall, holder, sleep }: TurnWorld) {
  const lines = new Map<string, Line>();
  return {
    async take(key: string, most: number, signal: AbortSignal): Promise<() => Promise<void>> {
      const line = lines.get(key) ?? { taken: 0, waiting: [] };
      lines.set(key, line);
      await enter(line, most, signal);
      const me = holder();
      try {
        while (!(await takeTurn(database, { key, most, holder: me, wall: wall() }))) {
          signal.throwIfAborted();
          await sleep(askAgainMs);
        }
      } catch (error) {
        leave(line);
        throw error;
      }
      return async () => {
        leave(line);
        await database.deleteFrom("pace_turn").where("key", "=", key).where("holder", "=", me).execute();
      };
    },
  };
}

type Line = { taken: number; waiting: (() => void)[] };

async function enter(line: Line, most: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (line.taken < most) {
    line.taken += 1;
    return;
  }
  await new Promise<void>((go, stop) => {
    const mine = () => {
      signal.removeEventListener("abort", givenUp);
      go();
    };
    const givenUp = () => {
      line.waiting.splice(line.waiting.indexOf(mine), 1);
      stop(signal.reason);
    };
    line.waiting.push(mine);
    signal.addEventListener("abort", givenUp, { once: true });
  });
}

/** The place in the line passes to the next one. */
function leave(line: Line): void {
  const next = line.waiting.shift();
  if (next === undefined) line.taken -= 1;
  else next();
}

async function takeTurn(
  database: Database,
  { key, most, holder, wall }: { key: string; most: number; holder: string; wall: Instant },
): Promise<boolean> {
  const until = instantOf(millisOf(wall) + turnSeconds * 1000);
  const { numAffectedRows } = await sql`
    insert into pace_turn (key, turn, lease_until, holder)
    select ${key}, turn, ${until}, ${holder} from generate_series(1, ${most}::int) as turn
    where not exists (select from pace_turn held where held.key = ${key} and held.turn = turn.turn and held.lease_until > ${wall}::timestamptz)
    order by turn limit 1
    on conflict (key, turn) do update set lease_until = excluded.lease_until, holder = excluded.holder
      where pace_turn.lease_until <= ${wall}::timestamptz
  `.execute(database);
  return numAffectedRows === 1n;
}
