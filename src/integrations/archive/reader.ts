/** The `ArchiveReader` of the product: every reading happens in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { MessageText } from "../../domain/mail/message.ts";
import type { ArchiveBatch, ArchiveOptions, ArchiveReader } from "../archive.ts";
import type { MessageRef } from "../mail.ts";
import type { FoundText } from "./find-message.ts";
import type { Answer, Task } from "./protocol.ts";

/** Heap of one reading; what it needs does not grow with the files, so more than this is a fault and ends the thread. */
const heapMegabytesMax = 512;
/** Batches live for a moment only: a small nursery keeps the memory of a reading near 100 MB at full speed. */
const youngMegabytesMax = 32;

export const openArchiveReader = (): ArchiveReader => ({ read, texts, text, fingerprint });

async function* read(path: string, { signal, ...options }: ArchiveOptions): AsyncGenerator<ArchiveBatch> {
  for await (const answer of answersTo({ kind: "read", path, options }, signal))
    if (answer.kind === "batch") yield JSON.parse(answer.json) as ArchiveBatch;
}

async function* texts(path: string, refs: readonly MessageRef[], signal: AbortSignal): AsyncGenerator<FoundText> {
  if (refs.length === 0) return;
  for await (const answer of answersTo({ kind: "texts", path, refs }, signal))
    if (answer.kind === "text") yield { ref: answer.ref, text: answer.text };
}

async function text(path: string, ref: MessageRef, signal: AbortSignal): Promise<MessageText | undefined> {
  for await (const found of texts(path, [ref], signal)) return found.text;
  return undefined;
}

async function fingerprint(path: string, signal: AbortSignal): Promise<string> {
  for await (const answer of answersTo({ kind: "fingerprint", path }, signal))
    if (answer.kind === "fingerprint") return answer.print;
  throw new Error("the archive thread ended without a fingerprint");
}

/** Everything that a thread of its own answers to a task. The next answers are made while the caller looks at one. */
async function* answersTo(task: Task, signal: AbortSignal): AsyncGenerator<Answer> {
  signal.throwIfAborted();
  const thread = startThread(task);
  const mail = new Mailbox(thread, signal);
  try {
    for (let answer = await mail.next(); answer.kind !== "end"; answer = await mail.next()) {
      yield answer;
      thread.postMessage("taken");
    }
  } finally {
    mail.close();
    await thread.terminate();
  }
}

const startThread = (task: Task): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: task,
    // Nothing that the parent was started with (a debugger, a test runner's loader) belongs in here.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax, maxYoungGenerationSizeMb: youngMegabytesMax },
  });

/** The answers of a thread, one after another; its death and the caller's signal come out of `next` as errors. */
class Mailbox {
  #answers: Answer[] = [];
  #fault: Error | undefined;
  #wake: (() => void) | undefined;
  readonly #signal: AbortSignal;
  readonly #onAbort = () => this.#fail(reasonOf(this.#signal));

  constructor(thread: Worker, signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", this.#onAbort, { once: true });
    thread.on("message", (answer: Answer) => {
      this.#answers.push(answer);
      this.#wake?.();
    });
    thread.on("error", (fault) => this.#fail(crashOf(fault)));
    thread.on("exit", (code) => this.#fail(new Error(`the archive thread ended with ${code} before it was done`)));
  }

  async next(): Promise<Answer> {
    for (;;) {
      if (this.#signal.aborted) throw reasonOf(this.#signal);
      const answer = this.#answers.shift();
      if (answer !== undefined) return answer;
      if (this.#fault !== undefined) throw this.#fault;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    this.#wake?.();
  }
}

const crashOf = (fault: unknown): Error => new Error("reading the archive failed in its thread", { cause: fault });

const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error
    ? signal.reason
    : new Error("reading the archive was stopped", { cause: signal.reason });
