import type { ImportId } from "../../domain/ids.ts";
import { resumeImport } from "../../flows/imports/resume-import.ts";
import { stopImport } from "../../flows/imports/stop-import.ts";
import { undoImport } from "../../flows/imports/undo-import.ts";
import { type ImportSeen, readImport, readImportFiles, readImports, readSkipped } from "../../store/read/imports.ts";
import { readOwnerAddresses } from "../../store/read/owner.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn, pageIn } from "../query.ts";
import { importsView, isUnderWay, oneImportView, progressView } from "../views/imports.ts";

const rowsMax = 50;

export async function listImports(ask: Ask) {
  const frame = frameOf(ask);
  const page = await readImports(worldOf(ask).database, ownerIdOf(ask), { page: pageIn(ask), rowsMax });
  return answerPage(ask, frame, { title: "Imports", place: "import", body: importsView(frame, page) });
}

export async function showOneImport(ask: Ask) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const one = await find(ask);
  if (one === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  const files = await readImportFiles(database, owner, one.importId, { page: 1, rowsMax });
  const skipped = await readSkipped(database, owner, one.importId, { page: pageIn(ask), rowsMax });
  const asks = one.state === "read" && !ask.var.owner.addressesSure;
  const askAddresses = asks ? await readOwnerAddresses(database, owner) : [];
  const body = oneImportView(frame, { one, pace: paceOf(ask, one), files, skipped, askAddresses });
  const again = isUnderWay(one) ? { againSeconds: 2 } : {};
  return answerPage(ask, frame, { title: one.name, place: "import", ...again, body });
}

/** The panel alone, once a second while it is read. When the reading has ended the whole page comes anew, as the rest changed too. */
export async function showProgress(ask: Ask) {
  const one = await find(ask);
  if (one === undefined) return answerAbsent(ask);
  if (!isUnderWay(one)) return ask.body(null, 200, { "HX-Refresh": "true" });
  return ask.html(progressView(frameOf(ask), one, paceOf(ask, one)));
}

export const stop = (ask: Ask) => change(ask, stopImport, "stopped");
export const resume = (ask: Ask) => change(ask, resumeImport, "resumed");
export const undo = (ask: Ask) => change(ask, undoImport, "undone");

async function change(ask: Ask, flow: typeof stopImport, done: "stopped" | "resumed" | "undone") {
  const id = idIn<ImportId>(ask);
  const outcome = id === undefined ? "unknown" : await flow(worldOf(ask), ownerIdOf(ask), id);
  return outcome === "unknown" ? answerAbsent(ask) : goOn(ask, `/imports/${id}`, outcome === "done" ? done : "not_now");
}

async function find(ask: Ask): Promise<ImportSeen | undefined> {
  const id = idIn<ImportId>(ask);
  return id === undefined ? undefined : readImport(worldOf(ask).database, ownerIdOf(ask), id);
}

function paceOf(ask: Ask, one: ImportSeen) {
  const { importId, bytesDone, bytesTotal } = one;
  return isUnderWay(one)
    ? ask.var.meter.look(importId, { at: worldOf(ask).wall.now(), bytesDone, bytesTotal })
    : undefined;
}
