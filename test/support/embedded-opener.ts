/**
 * Opens an embedded database as a process of its own and says how it went in one line of JSON.
 *
 *     node embedded-opener.ts HOME [--stay | --write]
 *
 * With --stay it holds the database until it is killed. With --write it commits one number after the other, from
 * one more than the highest on, and says each when it is committed.
 */
import { randomBytes } from "node:crypto";
import { setInterval } from "node:timers";
import { Client } from "pg";
import { type EmbeddedConnection, openEmbedded } from "../../src/store/embedded.ts";
import { EmbeddedTrouble } from "../../src/store/embedded-home.ts";
import { packagedPrograms } from "../../src/store/embedded-programs.ts";

export type Opened =
  | { readonly found: "made" | "started" | "adopted"; readonly pid: number; readonly host: string }
  | { readonly because: string; readonly message: string };

const [home = "", option] = process.argv.slice(2);
try {
  const embedded = await openEmbedded({
    home,
    binaries: await packagedPrograms(process.platform, process.arch),
    random: randomBytes,
    idleSeconds: 2,
  });
  say({ found: embedded.found, pid: embedded.pid, host: embedded.connection.host });
  if (option === "--stay") setInterval(() => undefined, 60_000);
  else if (option === "--write") await write(embedded.connection);
  else await embedded.release();
} catch (fault) {
  if (!(fault instanceof EmbeddedTrouble)) throw fault;
  say({ because: fault.because, message: fault.message });
}

function say(opened: Opened): void {
  process.stdout.write(`${JSON.stringify(opened)}\n`);
}

async function write(connection: EmbeddedConnection): Promise<never> {
  const client = new Client(connection);
  await client.connect();
  await client.query("create table if not exists written (n int primary key)");
  for (;;) {
    const insert = "insert into written select coalesce(max(n), 0) + 1 from written returning n";
    const { rows } = await client.query<{ n: number }>(insert);
    process.stdout.write(`${rows[0]?.n}\n`);
  }
}
