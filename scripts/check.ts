/** `npm run check`: all of CI in one command. Runs every part, whatever failed before, and says at the end which did. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../bin/rapport.js", import.meta.url));
const parts: readonly (readonly [name: string, ...args: string[]])[] = [
  ["types", "tsc"],
  ["imports and clocks", "scripts/check-imports.ts"],
  ["lint and format", "biome", "check", "--diagnostic-level=error", "."],
  ["tests", "vitest", "run", "--configLoader", "native"],
];

const failed = parts.filter(([name, ...args]) => {
  const { status } = spawnSync(process.execPath, [launcher, "--run", ...args], { stdio: "inherit" });
  console.log(`check: ${name} ${status === 0 ? "ok" : "FAILED"}`);
  return status !== 0;
});
if (failed.length > 0) console.error(`check: failed in ${failed.map(([name]) => name).join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
