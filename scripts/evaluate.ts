/**
 * Measures how mail and times are understood, on labelled sets in the folder that RAPPORT_CORPORA names; docs/evaluate.md
 * has the shapes. Prints one JSON line a set. Sets are recognised by their `kind`, or by the name of their file.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { evaluateKinds, KindCorpus } from "./evaluate/kind-of-message.ts";
import { evaluateRecurrence } from "./evaluate/recurrence.ts";
import { evaluateReplies, ReplyCorpus } from "./evaluate/replies.ts";
import { evaluateReplyTrim, ReplyTrimCorpus } from "./evaluate/reply-trim.ts";
import { evaluateSenders, SenderCorpus } from "./evaluate/senders.ts";
import { evaluateSignatures, SignatureCorpus } from "./evaluate/signatures.ts";
import { evaluateTimePhrases, TimePhraseCorpus } from "./evaluate/time-phrases.ts";

type Measured = object | Promise<object>;
type SetKind = { kind: string; name: RegExp; measure: (set: string, data: unknown, folder: string) => Measured };

const setKinds: readonly SetKind[] = [
  {
    kind: "reply-trim",
    name: /^reply-trim/,
    measure: (set, data) => evaluateReplyTrim(set, withSignatureRule(set, ReplyTrimCorpus.parse(data))),
  },
  {
    kind: "kind-of-message",
    name: /^(?:kind-of-message|bounce|auto-repl)/,
    measure: (set, data) => evaluateKinds(set, KindCorpus.parse(data)),
  },
  { kind: "sender", name: /^sender/, measure: (set, data) => evaluateSenders(set, SenderCorpus.parse(data)) },
  {
    kind: "signature",
    name: /^signature/,
    measure: (set, data) => evaluateSignatures(set, SignatureCorpus.parse(data)),
  },
  {
    kind: "time-phrase",
    name: /^time-phrase/,
    measure: (set, data) => evaluateTimePhrases(set, TimePhraseCorpus.parse(data)),
  },
  {
    kind: "reply-meaning",
    name: /^(?:reply-meaning|replies)/,
    measure: (set, data) => evaluateReplies(set, ReplyCorpus.parse(data)),
  },
  { kind: "recurrence", name: /^recurrence-dst$/, measure: (_set, _data, folder) => evaluateRecurrence(folder) },
];

/** The talon set keeps signatures in what it expects. */
const withSignatureRule = (set: string, corpus: ReturnType<typeof ReplyTrimCorpus.parse>) =>
  corpus.signature === undefined && set === "reply-trim-talon" ? { ...corpus, signature: "kept" as const } : corpus;

const folder = process.env.RAPPORT_CORPORA;
if (folder === undefined || folder === "") {
  console.error("RAPPORT_CORPORA names no folder: nothing was measured. docs/evaluate.md says what belongs in it.");
  process.exitCode = 2;
} else {
  await evaluate(folder);
}

async function evaluate(place: string): Promise<void> {
  const files = await readdir(place).catch(() => undefined);
  if (files === undefined) {
    console.error(`RAPPORT_CORPORA names ${place}, which cannot be read: nothing was measured.`);
    process.exitCode = 2;
    return;
  }
  const sets = files.filter((file) => file.endsWith(".json")).sort();
  if (sets.length === 0) console.error(`${place} holds no .json file: nothing was measured.`);
  for (const file of sets) {
    const line = await measured(place, file).catch((error: unknown) => ({
      set: file,
      trouble: error instanceof Error ? error.message.slice(0, 500) : String(error),
    }));
    if ("trouble" in line) process.exitCode = 1;
    console.log(JSON.stringify(line));
  }
}

async function measured(place: string, file: string): Promise<object> {
  const data: unknown = JSON.parse(await readFile(join(place, file), "utf8"));
  const set = file.replace(/\.json$/, "");
  const said = typeof data === "object" && data !== null && "kind" in data ? data.kind : undefined;
  const kind = setKinds.find((one) => one.kind === said) ?? setKinds.find(({ name }) => name.test(set));
  return kind === undefined
    ? { set, trouble: "its kind is not known: give it a `kind` (docs/evaluate.md)" }
    : kind.measure(set, data, place);
}
