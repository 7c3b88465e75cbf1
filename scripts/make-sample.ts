/**
 * Writes the sample: `node scripts/make-sample.ts --seed 1 --out sample/data`. The same seed gives the same bytes.
 * Beside the folder it puts truth.json, what a reader of the sample should find. Prints one JSON line with the sizes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { filesOf, samplePath } from "../src/sandbox/sample-files.ts";
import { truthOf } from "../src/sandbox/sample-truth.ts";
import { sampleWorld } from "../src/sandbox/sample-world.ts";
import { writeZip } from "../src/sandbox/zip.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, out: { type: "string", default: "sample/data" } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed wants a whole number, not "${values.seed}"`);

mkdirSync(values.out, { recursive: true });
const world = sampleWorld(seed);
const files = filesOf(world);
const archive = writeZip(files);
writeFileSync(join(values.out, basename(samplePath)), archive);
writeFileSync(join(values.out, "..", "truth.json"), `${JSON.stringify(truthOf(world), null, 2)}\n`);
console.log(
  JSON.stringify({
    seed,
    bytes: archive.length,
    files: files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text) })),
  }),
);
