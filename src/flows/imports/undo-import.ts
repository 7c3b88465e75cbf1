/** Takes an import back: what only it brought goes, and everything that was derived is derived anew. */
import type { ImportId, OwnerId } from "../../domain/ids.ts";
import { findImport, type Import, removeImported, setImportState } from "../../store/imports.ts";
import { dropTimer, setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

export async function undoImport(
  world: World,
  owner: OwnerId,
  importId: ImportId,
): Promise<"done" | "unknown" | "not_now"> {
  let row: Import | undefined;
  const undone = await world.database.transaction().execute(async (transaction) => {
    row = await findImport(transaction, owner, importId);
    if (row === undefined) return "unknown";
    const changed = await setImportState(transaction, owner, importId, {
      from: ["waiting", "reading", "stopped", "read", "failed"],
      to: "undone",
      because: "You took it back.",
      endedAt: world.wall.now(),
    });
    if (!changed) return "not_now";
    await removeImported(transaction, owner, importId);
    await dropTimer(transaction, owner, { kind: "import_archive", subjectId: importId });
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    return "done";
  });
  if (undone === "done" && row?.keptByUs === true) await world.removeFromInbox(row.path);
  if (undone === "done") await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return undone;
}
