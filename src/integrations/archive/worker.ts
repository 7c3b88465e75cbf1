/** The thread that reads archives, so that nobody else waits for disks and parsers. Speaks the messages of `protocol.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { findMessageText } from "./find-message.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Answer, Task } from "./protocol.ts";
import { readArchive } from "./read.ts";

/** Batches that may be on their way before the reader waits for the first to be taken. */
const inFlightMax = 2;

const port = parentPort;
if (port === null) throw new Error("this file runs as a worker thread");
const answer = (one: Answer) => port.postMessage(one);
const task = workerData as Task;
/** The parent ends this thread instead of asking it to stop. */
const { signal } = new AbortController();

let inFlight = 0;
let wake: (() => void) | undefined;
const taken = () => {
  inFlight -= 1;
  wake?.();
};

switch (task.kind) {
  case "read": {
    port.on("message", taken);
    for await (const batch of readArchive(task.path, { ...task.options, signal })) {
      while (inFlight >= inFlightMax) await new Promise<void>((resolve) => (wake = resolve));
      inFlight += 1;
      // One string crosses between threads several times faster than the many small objects in it.
      answer({ kind: "batch", json: JSON.stringify(batch) });
    }
    break;
  }
  case "fingerprint":
    answer({ kind: "fingerprint", print: await fingerprintOf(task.path) });
    break;
  case "texts":
    port.on("message", async ({ id, path, ref }: { id: number; path: string; ref: string }) => {
      answer({ kind: "text", id, text: await findMessageText(path, ref) });
    });
    break;
}
if (task.kind !== "texts") {
  answer({ kind: "end" });
  port.off("message", taken);
  port.close();
}
