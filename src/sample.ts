/**
 * The shipped sample, moved to a day and written where the importer reads it. Moving rewrites three thousand messages,
 * which takes most of a second, so it happens in a thread of its own.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import yauzl from "yauzl";
import type { Instant } from "./domain/time.ts";
import { moveDates } from "./sandbox/move-dates.ts";
import { sampleLastDay } from "./sandbox/world.ts";
import { writeZip } from "./sandbox/zip.ts";

const shipped = fileURLToPath(new URL("../sample/data/sample.zip", import.meta.url));

type Task = { kind: "make_sample"; folder: string; now: Instant };

/** Gives the path of the zip. The same day gives the same file. */
export function makeSample(folder: string, now: Instant): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), {
      workerData: { kind: "make_sample", folder, now } satisfies Task,
      execArgv: [],
    });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`the sample's thread ended with ${code} before it was done`)));
  });
}

async function make({ folder, now }: Task): Promise<string> {
  const files = await filesIn(shipped);
  const moved = moveDates(files, { lastDay: sampleLastDay, now });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `sample-${now.slice(0, 10)}.zip`);
  writeFileSync(`${path}.part`, writeZip(moved), { mode: 0o600 });
  renameSync(`${path}.part`, path);
  return path;
}

async function filesIn(path: string): Promise<{ name: string; text: string }[]> {
  const zip = await yauzl.openPromise(path);
  const files: { name: string; text: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    files.push({ name: entry.fileName, text: (await buffer(await zip.openReadStreamPromise(entry))).toString("utf8") });
  }
  return files;
}

if (!isMainThread && (workerData as Partial<Task> | null)?.kind === "make_sample") {
  parentPort!.postMessage(await make(workerData as Task));
}
