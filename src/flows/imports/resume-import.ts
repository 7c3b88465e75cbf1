/** Lets a stopped or failed import go on from where it stands. */
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import { findImport, setImportState } from "../../store/imports.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

export async function resumeImport(
  world: World,
  owner: OwnerId,
  importId: ImportId,
): Promise<"done" | "unknown" | "not_now"> {
  const resumed = await world.database.transaction().execute(async (transaction) => {
    if ((await findImport(transaction, owner, importId)) === undefined) return "unknown";
    const waiting = await setImportState(transaction, owner, importId, { from: ["stopped", "failed"], to: "waiting" });
    if (waiting) await setTimer(transaction, owner, { kind: "import_archive", subjectId: importId }, world.clock.now());
    return waiting ? "done" : "not_now";
  });
  if (resumed === "done") await world.nudge({ job: "import_archive", ownerId: owner, subjectId: importId });
  return resumed;
}
