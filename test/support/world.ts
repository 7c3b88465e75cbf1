/** A world with a database and a folder of the test's own, both gone when the test file is done. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { atEndOfFile } from "./end-of-file.ts";
import { type TestDatabase, testDatabase } from "./postgres.ts";
import { type BuiltWorld, seedOwner, worldOn } from "./world-on.ts";

export type TestWorld = BuiltWorld & {
  database: TestDatabase;
  /** In Europe/Paris, the first of this database. */
  owner: OwnerId;
  folder: string;
};

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-world-"));
  // A database runs as another user when the tests run as root, and must be able to pass.
  chmodSync(folder, 0o711);
  atEndOfFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function testWorld({
  clock: startsAt,
  reader = "threads",
}: {
  clock: Instant;
  reader?: "threads" | "in_test";
}): Promise<TestWorld> {
  const database = await testDatabase();
  const folder = temporaryFolder();
  const built = worldOn(database.db, { startsAt, folder, reader });
  return { ...built, database, owner: await seedOwner(built.world), folder };
}
