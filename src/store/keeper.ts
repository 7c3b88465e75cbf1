/**
 * The keeper of an embedded database: a small process that stops the postmaster some seconds after its last client
 * left. There is one for each running postmaster; an advisory lock sends a second one home.
 *
 *     node keeper.ts HOME IDLE_SECONDS [--temporary]
 *
 * With --temporary it also removes the home, so that a killed test run leaves nothing behind.
 */
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { connect, isSilence, superConnectionOf } from "./embedded.ts";
import { type HomePaths, pathsOf } from "./embedded-home.ts";
import {
  clientsOf,
  isPostmasterOf,
  KEEPER_LOCK,
  KEEPER_NAME,
  LOCK_CLASS,
  readPostmasterFile,
  stopWhenUnused,
} from "./embedded-postmaster.ts";

const LOOK_MILLISECONDS = 500;
const AGAIN_MILLISECONDS = 250;

const [home = "", idleSeconds = "", option] = process.argv.slice(2);
await keep(pathsOf(home), Number(idleSeconds), option === "--temporary");

async function keep(paths: HomePaths, idleSeconds: number, isTemporary: boolean): Promise<void> {
  let outcome: Watched = "lost";
  // A postmaster that lost a backend to a signal drops every client and goes on: look again while it lives.
  while (outcome === "lost" && (await isRunning(paths))) {
    try {
      outcome = await watch(paths, idleSeconds);
    } catch (fault) {
      if (!isSilence(fault)) throw fault;
      await wait(AGAIN_MILLISECONDS);
    }
  }
  if (isTemporary && outcome !== "not_needed") await removeHome(paths);
}

type Watched = "stopped" | "not_needed" | "lost";

async function watch(paths: HomePaths, idleSeconds: number): Promise<Watched> {
  const file = await readPostmasterFile(paths);
  if (file === undefined) return "lost";
  const client = await connect({
    ...(await superConnectionOf(paths, file.socketFolder)),
    application_name: KEEPER_NAME,
  });
  try {
    if (!(await isFirstKeeper(client))) return "not_needed";
    for (let idleLooks = 0; ; ) {
      await wait(LOOK_MILLISECONDS);
      idleLooks = (await clientsOf(client)) === 0 ? idleLooks + 1 : 0;
      if (idleLooks * LOOK_MILLISECONDS < idleSeconds * 1000) continue;
      if ((await stopWhenUnused(client, paths)) === "stopped") return "stopped";
      idleLooks = 0;
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function isFirstKeeper(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ first: boolean }>("select pg_try_advisory_lock($1, $2) as first", [
    LOCK_CLASS,
    KEEPER_LOCK,
  ]);
  return rows[0]?.first === true;
}

async function isRunning(paths: HomePaths): Promise<boolean> {
  const file = await readPostmasterFile(paths);
  return file !== undefined && isPostmasterOf(paths, file.pid);
}

async function removeHome(paths: HomePaths): Promise<void> {
  const socketFolder = (await readPostmasterFile(paths))?.socketFolder;
  if (socketFolder !== undefined && dirname(socketFolder) !== paths.home) await rm(socketFolder, { recursive: true });
  await rm(paths.home, { recursive: true, force: true, maxRetries: 5 });
}
