/**
 * Imports a folder as a process of its own, which may be killed at any moment, and says how far it is, a word a line:
 * "begun", then "batch" for each stored one, "read", "done".
 *
 *     node importing-process.ts DATABASE_ADDRESS OWNER FOLDER NOW      (the address as JSON)
 */
import { dirname } from "node:path";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { type DatabaseAddress, openDatabase, openPool } from "../../src/store/database.ts";
import { begin } from "./imports.ts";
import { worldOn } from "./world-on.ts";

const [address = "", ownerText = "", folder = "", now = ""] = process.argv.slice(2);
const owner = ownerText as OwnerId;
const pool = openPool(JSON.parse(address) as DatabaseAddress, {
  max: 3,
  name: "importing-process",
  onError: (error) => {
    throw error;
  },
});
const { world } = worldOn(openDatabase(pool), { startsAt: now as Instant, folder: dirname(folder) });

const say = (word: string) => process.stdout.write(`${word}\n`);
const importId = await begin(world, owner, folder);
say("begun");
const outcome = await importArchive(world, owner, importId, {
  signal: new AbortController().signal,
  onProgress: () => say("batch"),
});
say(outcome.kind);
if (outcome.kind === "read") {
  await refresh(world, owner);
  say("done");
}
await pool.end();
