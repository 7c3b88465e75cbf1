/** The `ArchiveReader` of the product: every reading happens in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { MessageText } from "../../domain/mail/message.ts";
import type { ArchiveBatch, ArchiveOptions, ArchiveReader } from "../archive.ts";
import type { MessageRef } from "../mail.ts";
import type { Answer, Task, TextQuestion } from "./protocol.ts";

/** Heap of one reading; what it needs does not grow with the files, so more than this is a fault and ends the thread. */
const heapMegabytesMax = 512;
/** Batches live for a moment only: a small nursery keeps the memory of a reading near 100 MB at full speed. */
const youngMegabytesMax = 32;

export function openArchiveReader(): ArchiveReader {
  const texts = new TextThread();
  return {
    read,
    text: (path, ref, signal) => texts.ask(path, ref, signal),
    fingerprint,
  };
}

const startThread = (task: Task): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: task,
    // Nothing that the parent was started with (a debugger, a test runner's loader) belongs in here.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax, maxYoungGenerationSizeMb: youngMegabytesMax },
  });

async function* read(path: string, { signal, ...options }: ArchiveOptions): AsyncGenerator<ArchiveBatch> {
  signal.throwIfAborted();
  const thread = startThread({ kind: "read", path, options });
  const mail = new Mailbox(thread, signal);
  try {
    for (;;) {
      const answer = await mail.next();
      if (answer.kind !== "batch") return;
      yield JSON.parse(answer.json) as ArchiveBatch;
      thread.postMessage("taken");
    }
  } finally {
    mail.close();
    await thread.terminate();
  }
}

async function fingerprint(path: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const thread = startThread({ kind: "fingerprint", path });
  const mail = new Mailbox(thread, signal);
  try {
    const answer = await mail.next();
    if (answer.kind !== "fingerprint")
      throw new Error(`the archive thread answered ${answer.kind} instead of a fingerprint`);
    return answer.print;
  } finally {
    mail.close();
    await thread.terminate();
  }
}

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

/** One thread answers all questions for texts, is started by the first one, and does not keep the process alive. */
class TextThread {
  #thread: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, { resolve(text: MessageText | undefined): void; reject(fault: Error): void }>();

  async ask(path: string, ref: MessageRef, signal: AbortSignal): Promise<MessageText | undefined> {
    signal.throwIfAborted();
    this.#thread ??= this.#start();
    const thread = this.#thread;
    this.#lastId += 1;
    const question: TextQuestion = { id: this.#lastId, path, ref };
    const onAbort = () => this.#waiting.get(question.id)?.reject(reasonOf(signal));
    signal.addEventListener("abort", onAbort, { once: true });
    thread.ref();
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(question.id, { resolve, reject });
        thread.postMessage(question);
      });
    } finally {
      signal.removeEventListener("abort", onAbort);
      this.#waiting.delete(question.id);
      if (this.#waiting.size === 0) thread.unref();
    }
  }

  #start(): Worker {
    const thread = startThread({ kind: "texts" });
    const fail = (fault: Error) => {
      if (this.#thread === thread) this.#thread = undefined;
      for (const one of this.#waiting.values()) one.reject(fault);
    };
    thread.on("message", (answer: Answer) => {
      if (answer.kind === "text") this.#waiting.get(answer.id)?.resolve(answer.text);
    });
    thread.on("error", (fault) => fail(crashOf(fault)));
    thread.on("exit", (code) => fail(new Error(`the archive thread ended with ${code}`)));
    return thread;
  }
}

const crashOf = (fault: unknown): Error => new Error("reading the archive failed in its thread", { cause: fault });

const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error
    ? signal.reason
    : new Error("reading the archive was stopped", { cause: signal.reason });
