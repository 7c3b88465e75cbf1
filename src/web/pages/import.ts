import { z } from "zod";
import { beginImport } from "../../flows/imports/begin-import.ts";
import { trySample } from "../../flows/imports/try-sample.ts";
import { readImports } from "../../store/read/imports.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { trayName } from "../inbox/inbox.ts";
import { importView, trayView } from "../views/import.ts";
import { goOnFromSource } from "./start.ts";

const recentMax = 5;

export async function showImport(ask: Ask, trouble?: string) {
  const frame = frameOf(ask);
  const tray = await ask.var.inbox.tray(ownerIdOf(ask));
  const wanted = { page: 1, rowsMax: recentMax };
  const { rows: recent } = await readImports(worldOf(ask).database, ownerIdOf(ask), wanted);
  const body = importView(frame, { tray, recent, ...(trouble !== undefined && { trouble }) });
  return answerPage(ask, frame, { title: "Import", place: "import", body }, trouble === undefined ? 200 : 400);
}

export const showTray = async (ask: Ask) => ask.html(trayView(frameOf(ask), await ask.var.inbox.tray(ownerIdOf(ask))));

/** The tray becomes the folder of a new import. Its name on the disk is an id, what the owner sees is the files' names. */
export async function begin(ask: Ask) {
  const handed = await ask.var.inbox.hand(ownerIdOf(ask), worldOf(ask).ids.next());
  if (handed === undefined) return showImport(ask, "There is nothing to read yet: choose files first.");
  const { importId, known } = await beginImport(worldOf(ask), ownerIdOf(ask), { ...handed, keptByUs: true });
  return goOnFromSource(ask, `/imports/${importId}`, known ? "known_import" : undefined);
}

const named = z.object({ name: z.string() });

export async function takeOut(ask: Ask) {
  const { name } = named.parse(await ask.req.parseBody());
  const known = trayName(name);
  if (known !== undefined) await ask.var.inbox.takeOut(ownerIdOf(ask), known);
  return goOn(ask, "/import", "tray_emptied");
}

export async function emptyTray(ask: Ask) {
  await ask.var.inbox.empty(ownerIdOf(ask));
  return goOn(ask, "/import", "tray_emptied");
}

export async function openSample(ask: Ask) {
  const { importId } = await trySample(worldOf(ask), ownerIdOf(ask));
  return goOnFromSource(ask, `/imports/${importId}`);
}
