/**
 * Olivia's export, imported once for the whole run: each asker gets a copy of that database in about 50 milliseconds, where
 * reading the files takes two seconds.
 */
import { join } from "node:path";
import { inject } from "vitest";
import type { ImportId, OwnerId } from "../../src/domain/ids.ts";
import { exportedAt, layOutExport } from "./export-files.ts";
import { importAll } from "./imports.ts";
import { sharedDatabase, testDatabase } from "./postgres.ts";
import { type TestWorld, temporaryFolder } from "./world.ts";
import { seedOwner, type WorldWish, worldOn } from "./world-on.ts";

export type Office = TestWorld & {
  /** The files as they were read; other tests read them too. */
  files: string;
  importId: ImportId;
};

/** An owner in Paris whose export was read on Sunday 22 November 2026, and everything that follows from it. */
export async function office(reader: WorldWish["reader"] = "in_test"): Promise<Office> {
  const files = join(inject("testServer").folder, "export");
  const like = await sharedDatabase("office", async ({ db }) => {
    const { world } = worldOn(db, { startsAt: exportedAt, folder: temporaryFolder(), reader: "in_test" });
    await importAll(world, await seedOwner(world), layOutExport(files));
  });
  const database = await testDatabase({ like });
  const folder = temporaryFolder();
  const built = worldOn(database.db, { startsAt: exportedAt, folder, ...(reader !== undefined && { reader }) });
  const row = await database.db.selectFrom("import").select(["owner_id", "import_id"]).executeTakeFirstOrThrow();
  return {
    ...built,
    database,
    folder,
    files,
    owner: row.owner_id as OwnerId,
    importId: row.import_id as ImportId,
  };
}
