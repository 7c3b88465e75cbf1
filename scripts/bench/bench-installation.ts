/** An installation of its own for a measurement: a temporary home with a fresh embedded database, gone afterwards. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { World } from "../../src/flows/world.ts";
import { type Installation, openInstallation } from "../../src/installation.ts";
import { makeOwner, setZone, sinceEver, zoneOfComputer } from "../../src/store/owners.ts";

export async function withInstallation<Done>(work: (installation: Installation) => Promise<Done>): Promise<Done> {
  const home = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  // The database runs as another user when this runs as root.
  chmodSync(home, 0o711);
  const config = readConfig({ RAPPORT_DATA_DIR: home, LOG_LEVEL: "warn" });
  const installation = await openInstallation(config, { name: "bench", poolMax: 8 });
  try {
    return await work(installation);
  } finally {
    await installation.close();
    await installation.embedded?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** An owner of whom nothing is known yet, beside those that the database has. */
export async function newOwner({ ids, wall, hostZone, database }: World): Promise<OwnerId> {
  const ownerId = ids.next<OwnerId>();
  await makeOwner(database, { ownerId, locale: "en", at: wall.now(), role: "operator" });
  await setZone(database, ownerId, sinceEver, hostZone, zoneOfComputer);
  return ownerId;
}
