/** Stops a running import: its reader gives way at its next batch. What was read stays, and it can go on later. */
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import { findImport, setImportState } from "../../store/imports.ts";
import { dropTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

export async function stopImport(
  world: World,
  owner: OwnerId,
  importId: ImportId,
): Promise<"done" | "unknown" | "not_now"> {
  return world.database.transaction().execute(async (transaction) => {
    if ((await findImport(transaction, owner, importId)) === undefined) return "unknown";
    const stopped = await setImportState(transaction, owner, importId, {
      from: ["waiting", "reading"],
      to: "stopped",
      because: "You stopped it.",
      endedAt: world.wall.now(),
    });
    if (stopped) await dropTimer(transaction, owner, { kind: "import_archive", subjectId: importId });
    return stopped ? "done" : "not_now";
  });
}
