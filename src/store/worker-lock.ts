/**
 * Without Redis only one process may work: a lock of its own session in the database, free again the moment that
 * process or its connection is gone. A second one waits for its turn.
 */
import pg from "pg";
import type { DatabaseAddress } from "./database.ts";

/** Any number that no other advisory lock of ours uses. */
const workerLockId = 7_277_001;

export type WorkerLock = { release(): Promise<void> };

/**
 * Resolves when it is this process's turn. `onWaiting` is called once when another process works already, `onLost` when
 * the connection that holds the lock breaks: then somebody else may work, and this process must stop.
 * Rejects when the database cannot be reached, or when the signal fires while waiting.
 */
export async function takeWorkerLock(
  address: DatabaseAddress,
  on: { onWaiting(): void; onLost(error: Error): void; signal: AbortSignal },
): Promise<WorkerLock> {
  const client = new pg.Client({
    ...(address.kind === "url" ? { connectionString: address.url } : address),
    application_name: "worker lock",
    // Notices a server that went away without a word; waiting for one's turn has no limit.
    keepAlive: true,
    options: "-c statement_timeout=0 -c lock_timeout=0 -c idle_session_timeout=0",
  });
  let isHeld = false;
  client.on("error", (error) => isHeld && on.onLost(error));
  await client.connect();
  const stopWaiting = () => void client.end();
  on.signal.addEventListener("abort", stopWaiting, { once: true });
  try {
    on.signal.throwIfAborted();
    const { rows } = await client.query("select pg_try_advisory_lock($1) as mine", [workerLockId]);
    if (!rows[0].mine) {
      on.onWaiting();
      await client.query("select pg_advisory_lock($1)", [workerLockId]);
    }
    isHeld = true;
  } catch (error) {
    await client.end();
    on.signal.throwIfAborted();
    throw error;
  } finally {
    on.signal.removeEventListener("abort", stopWaiting);
  }
  return {
    async release() {
      isHeld = false;
      await client.end();
    },
  };
}

/** Whether some process works on this database now. */
export async function isWorkerLockHeld(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ held: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1 and objsubid = 1
      and granted and database = (select oid from pg_database where datname = current_database())) as held`,
    [workerLockId],
  );
  return rows[0]?.held === true;
}
