/** The thread that reads archives, so that nobody else waits for disks and parsers. Speaks the messages of `protocol.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { findMessageTexts } from "./find-message.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Answer, Task } from "./protocol.ts";
import { readArchive } from "./read.ts";

/** Answers that may be on their way before the thread waits for the first to be taken. */
const inFlightMax = 2;

const port = parentPort;
if (port === null) throw new Error("this file runs as a worker thread");
/** The parent ends this thread instead of asking it to stop. */
const { signal } = new AbortController();

let inFlight = 0;
let wake: (() => void) | undefined;
const taken = () => {
  inFlight -= 1;
  wake?.();
};

port.on("message", taken);
for await (const answer of answersTo(workerData as Task)) {
  while (inFlight >= inFlightMax) await new Promise<void>((resolve) => (wake = resolve));
  inFlight += 1;
  port.postMessage(answer);
}
port.postMessage({ kind: "end" } satisfies Answer);
port.off("message", taken);
port.close();

async function* answersTo(task: Task): AsyncGenerator<Answer> {
  switch (task.kind) {
    case "read":
      // One string crosses between threads several times faster than the many small objects in it.
      for await (const batch of readArchive(task.path, { ...task.options, signal }))
        yield { kind: "batch", json: JSON.stringify(batch) };
      return;
    case "fingerprint":
      yield { kind: "fingerprint", print: await fingerprintOf(task.path) };
      return;
    case "texts":
      for await (const { ref, text } of findMessageTexts(task.path, task.refs)) yield { kind: "text", ref, text };
  }
}
