/** `npm run check`: all of CI in one command. Stops at the first part that fails and says which. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../bin/rapport.js", import.meta.url));
const parts: readonly (readonly [name: string, ...args: string[]])[] = [
  ["types", "tsc"],
  ["imports and clocks", "scripts/check-imports.ts"],
  ["lint and format", "biome", "check", "."],
  ["tests", "vitest", "run", "--configLoader", "native"],
];

for (const [name, ...args] of parts) {
  const { status } = spawnSync(process.execPath, [launcher, "--run", ...args], { stdio: "inherit" });
  if (status !== 0) {
    console.error(`\ncheck: ${name} failed`);
    process.exit(status ?? 1);
  }
  console.log(`check: ${name} ok`);
}
