/** Importing as the verbs and jobs do, in the process of the test. */
import type { ImportId, OwnerId } from "../../src/domain/ids.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { type ImportOutcome, importArchive } from "../../src/flows/imports/import-archive.ts";
import { refresh } from "../../src/flows/refresh.ts";
import type { World } from "../../src/flows/world.ts";

export async function begin(world: World, owner: OwnerId, path: string): Promise<ImportId> {
  return (await beginImport(world, owner, { path, name: "export", keptByUs: false, readBy: "caller" })).importId;
}

/** Reads on; `batchesMax` stops it by its signal after that many. */
export async function readOn(
  world: World,
  owner: OwnerId,
  importId: ImportId,
  { batchesMax = Number.POSITIVE_INFINITY }: { batchesMax?: number } = {},
): Promise<ImportOutcome> {
  const stop = new AbortController();
  let batches = 0;
  const onProgress = () => {
    batches += 1;
    if (batches >= batchesMax) stop.abort(new Error("enough"));
  };
  return importArchive(world, owner, importId, { signal: stop.signal, onProgress });
}

/** All of it, and everything that follows from it. */
export async function importAll(world: World, owner: OwnerId, path: string): Promise<ImportId> {
  const importId = await begin(world, owner, path);
  const outcome = await readOn(world, owner, importId);
  if (outcome.kind !== "read") throw new Error(`the import ended as ${JSON.stringify(outcome)}`);
  await refresh(world, owner);
  return importId;
}
