/** `rapport import`: reads export files in this process, with a progress bar, and says what was found. */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { readConfig } from "../config.ts";
import { type CsvMapping, csvFields } from "../domain/contact/csv-mapping.ts";
import type { ImportId, OwnerId } from "../domain/ids.ts";
import { beginImport } from "../flows/imports/begin-import.ts";
import { type ImportProgress, importArchive } from "../flows/imports/import-archive.ts";
import { importReport } from "../flows/imports/import-report.ts";
import { stopImport } from "../flows/imports/stop-import.ts";
import { undoImport } from "../flows/imports/undo-import.ts";
import { inferOwnerAddresses } from "../flows/owner/infer-owner.ts";
import { ownerView } from "../flows/owner/owner-view.ts";
import { sayOwnerAddresses } from "../flows/owner/say-owner-addresses.ts";
import { refresh } from "../flows/refresh.ts";
import type { World } from "../flows/world.ts";
import { openInstallation } from "../installation.ts";
import { readImports } from "../store/read/imports.ts";
import { ProgressBar } from "./progress-bar.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { chosenOwner } from "./with-owner.ts";

export const about = "Reads mailboxes, calendars and contact lists that you exported.";

const usage = `rapport import FILE…  ${about}

FILE is an mbox, a maildir or any folder of messages, .eml, .ics, .vcf, LinkedIn's Connections.csv, another CSV, or a zip of those.
The kind is told by content. The same files again change nothing; Ctrl-C keeps what was read, and a second run goes on.

  --me ADDRESS       an address of yours; may be given several times. Corrects an earlier guess, also for what was read before.
  --map FIELD=COLUMN which column of a CSV holds what (name, givenName, familyName, address, phone, company, title, link, note)
  --preview          says what the files hold, and stores nothing
  --undo ID          takes an import back (ids: --list)
  --list             lists the imports
  --json             progress-free; ends with one line: {owner, files, messages, events, contacts, machines, skipped}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    me: { type: "string", multiple: true },
    map: { type: "string", multiple: true },
    preview: { type: "boolean" },
    undo: { type: "string" },
    list: { type: "boolean" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const isJson = values.json === true;
  const say = isJson ? () => undefined : (line: string) => console.error(line);
  for (const path of positionals) if (!existsSync(path)) throw new UsageError(`There is no file or folder ${path}.`);
  const installation = await openInstallation(
    { ...readConfig(), ...(isJson && { LOG_LEVEL: "error" as const }) },
    { name: "import", say },
  );
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const { world } = installation;
    const ownerId = await chosenOwner(world, values.owner);
    if (values.list === true) return await list(world, ownerId, isJson);
    if (values.undo !== undefined) return await undo(world, ownerId, values.undo as ImportId, say);
    if (positionals.length === 0 && values.me === undefined) throw new UsageError(usage);
    if (values.preview === true) return await preview(world, positionals, stop.signal, isJson);
    if (values.me !== undefined) await nameOwner(world, ownerId, values.me);
    const complete = await readAll(world, ownerId, positionals, mappingOf(values.map), stop.signal, say);
    if (!stop.signal.aborted) await askOwner(world, ownerId, isJson, say);
    if (!stop.signal.aborted) {
      say("Finding out who is who …");
      await refresh(world, ownerId, stop.signal);
    }
    const report = await importReport(world, ownerId);
    if (isJson) printJson(report);
    else summary(report, say);
    return complete ? 0 : stop.signal.aborted ? 130 : 1;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await installation.close();
  }
}

/** False when one of them could not be read to its end. */
async function readAll(
  world: World,
  owner: OwnerId,
  paths: readonly string[],
  mapping: CsvMapping | undefined,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> {
  let complete = true;
  for (const path of paths) {
    if (signal.aborted) return false;
    const bar = new ProgressBar(basename(path), process.stderr, world.wall);
    const begun = await beginImport(
      world,
      owner,
      {
        path: resolve(path),
        name: basename(path),
        keptByUs: false,
        readBy: "caller",
        ...(mapping !== undefined && { csvMapping: mapping }),
      },
      signal,
    );
    if (begun.known && begun.row.state === "read") say(`${basename(path)} was read before; nothing changes.`);
    const outcome = await importArchive(world, owner, begun.importId, {
      signal,
      onProgress: (progress: ImportProgress) => bar.show(progress),
    });
    bar.end();
    if (outcome.kind === "failed") say(`${basename(path)}: ${outcome.because}`);
    if (outcome.kind === "stopped") await stopImport(world, owner, begun.importId);
    if (outcome.kind === "stopped") say(`Stopped. What was read is kept; the same command goes on from there.`);
    if (outcome.kind === "not_ours") say(`${basename(path)} is being read by another process.`);
    complete &&= outcome.kind === "read";
  }
  return complete;
}

async function nameOwner(world: World, owner: OwnerId, addresses: readonly string[]): Promise<void> {
  const said = await sayOwnerAddresses(world, owner, addresses);
  if (said.kind === "not_an_address") throw new UsageError(`--me ${said.text}: that is no mail address.`);
}

/** Shows whose mail it is taken to be; asks once, at a terminal, when that is not plain. */
async function askOwner(world: World, owner: OwnerId, isJson: boolean, say: (line: string) => void): Promise<void> {
  await inferOwnerAddresses(world, owner);
  const { addresses, sure } = (await ownerView(world, owner)).known;
  if (sure) {
    say(
      `You are ${addresses
        .filter(({ standing }) => standing !== "possible")
        .map(({ address }) => address)
        .join(", ")}. (Wrong? --me ADDRESS)`,
    );
    return;
  }
  if (addresses.length === 0) return;
  say("It is not plain which address is yours:");
  for (const [index, { address, because }] of addresses.entries())
    say(`  ${index + 1}. ${address}  ${because.map(({ text }) => text).join("; ")}`);
  if (isJson || process.stdin.isTTY !== true) {
    say(`Taken for now: ${addresses[0]!.address}. Say it with --me ADDRESS.`);
    return;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("Which are yours (numbers, or an address; Enter for the first)? ");
  terminal.close();
  const chosen = answer.trim() === "" ? ["1"] : answer.trim().split(/[\s,]+/);
  await nameOwner(
    world,
    owner,
    chosen.map((one) => addresses[Number(one) - 1]?.address ?? one),
  );
}

function mappingOf(pairs: readonly string[] | undefined): CsvMapping | undefined {
  if (pairs === undefined) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => {
      const [field = "", ...column] = pair.split("=");
      if (!csvFields.some((known) => known === field) || column.length === 0) {
        throw new UsageError(`--map ${pair}: expected FIELD=COLUMN with FIELD one of ${csvFields.join(", ")}.`);
      }
      return [field, column.join("=")];
    }),
  );
}

async function preview(world: World, paths: readonly string[], signal: AbortSignal, isJson: boolean): Promise<number> {
  const found = { files: [] as object[], messages: 0, events: 0, cards: 0, skipped: 0 };
  for (const path of paths) {
    for await (const batch of world.archive.read(resolve(path), { signal })) {
      found.files.push(...batch.files);
      found.messages += batch.messages.length;
      found.events += batch.events.length;
      found.cards += batch.cards.length;
      found.skipped += batch.skipped.reduce((sum, { count }) => sum + count, 0);
    }
  }
  if (isJson) printJson(found);
  else
    console.log(
      `${found.files.length} files: ${found.messages} messages, ${found.events} events, ${found.cards} cards, ${found.skipped} left out. Nothing was stored.`,
    );
  return 0;
}

async function undo(world: World, owner: OwnerId, importId: ImportId, say: (line: string) => void): Promise<number> {
  if (!/^[0-9a-f-]{36}$/.test(importId))
    throw new UsageError(`--undo ${importId}: not the id of an import (see --list).`);
  const undone = await undoImport(world, owner, importId);
  if (undone === "done") await refresh(world, owner);
  say(
    { done: "Taken back.", unknown: "There is no such import (see --list).", not_now: "It was taken back before." }[
      undone
    ],
  );
  return undone === "done" ? 0 : 1;
}

async function list(world: World, owner: OwnerId, isJson: boolean): Promise<number> {
  const { rows: imports } = await readImports(world.database, owner, { page: 1, rowsMax: 1_000 });
  if (isJson) printJson(imports);
  else
    for (const one of imports)
      console.log(
        `${one.importId}  ${one.startedAt.slice(0, 10)}  ${one.state.padEnd(7)}  ${one.name}  ${one.messages} messages, ${one.events} events, ${one.cards} cards`,
      );
  return 0;
}

function summary(report: Awaited<ReturnType<typeof importReport>>, say: (line: string) => void): void {
  const candidates = report.contacts.filter((one) => one.class === "candidate").length;
  say(`${report.files} files, ${report.messages} messages, ${report.events} events.`);
  say(
    `${report.contacts.length} people, ${candidates} of them to follow up with; ${report.machines.length} machines and lists.`,
  );
  for (const { because, count } of report.skipped) say(`  left out: ${count} × ${because.replaceAll("_", " ")}`);
  say("Next: npm run rapport -- due");
}
