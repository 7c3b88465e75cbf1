import type { ExportId } from "../../domain/ids.ts";
import { isUnderWay } from "../../domain/privacy/exporting.ts";
import { type Retention, retentionFigures } from "../../domain/retention.ts";
import {
  beginExport,
  exportsOf,
  openExport,
  removeExport,
  resumeExport,
  stopExport,
} from "../../flows/privacy/export-everything.ts";
import { retentionOf, saveRetention } from "../../flows/privacy/retention.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf, numberOf } from "../fields.ts";
import { idIn } from "../query.ts";
import type { Done } from "../views/done.ts";
import { exportsPanel, privacyPath, privacyView } from "../views/privacy.ts";

export async function showPrivacy(ask: Ask, typed?: Fields) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const exports = await exportsOf(world, owner);
  const frame = frameOf(ask);
  const retention = await retentionOf(world, owner);
  const body = privacyView(frame, { exports, retention, ...(typed !== undefined && { typed }) });
  const again = exports.some(({ state }) => isUnderWay(state)) ? { againSeconds: 2 } : {};
  const parts = { title: "Your data", place: "settings", ...again, body } as const;
  return answerPage(ask, frame, parts, typed === undefined ? 200 : 400);
}

/** The panel alone, once a second while an export is written. */
export const showExports = async (ask: Ask) =>
  ask.html(exportsPanel(frameOf(ask), await exportsOf(worldOf(ask), ownerIdOf(ask))));

export async function keepShorter(ask: Ask) {
  const fields = (await fieldsOf(ask)) ?? {};
  const wanted = Object.fromEntries(
    retentionFigures.map((figure) => [figure, numberOf(fields[figure]) ?? Number.NaN]),
  ) as Retention;
  const outcome = await saveRetention(worldOf(ask), ownerIdOf(ask), wanted);
  return outcome === "saved" ? goOn(ask, `${privacyPath}#kept`, "retention_saved") : showPrivacy(ask, fields);
}

export async function begin(ask: Ask) {
  const outcome = await beginExport(worldOf(ask), ownerIdOf(ask));
  return goOn(ask, privacyPath, outcome === "under_way" ? "export_under_way" : "export_begun");
}

export const stop = (ask: Ask) => change(ask, stopExport, "export_stopped");
export const again = (ask: Ask) => change(ask, resumeExport, "export_again");
export const remove = (ask: Ask) => change(ask, removeExport, "export_removed");

/** Not possible where it is over already, or was never there: the page shows how it stands. */
async function change(ask: Ask, flow: typeof stopExport, done: Done) {
  const id = idIn<ExportId>(ask);
  const isDone = id !== undefined && (await flow(worldOf(ask), ownerIdOf(ask), id));
  return goOn(ask, privacyPath, isDone ? done : "not_now");
}

export async function fetchExport(ask: Ask) {
  const id = idIn<ExportId>(ask);
  const file = id === undefined ? undefined : await openExport(worldOf(ask), ownerIdOf(ask), id);
  if (file === undefined) return answerAbsent(ask);
  ask.header("Content-Type", "application/zip");
  ask.header("Content-Length", String(file.bytes));
  ask.header("Content-Disposition", `attachment; filename="rapport-${ask.var.now.slice(0, 10)}.zip"`);
  return ask.body(file.content);
}
