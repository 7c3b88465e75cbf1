/** `rapport doctor`: what is configured, reachable and missing, and what to do about it. */
import { examine } from "../doctor/examine.ts";
import { printJson, readArgs } from "./usage.ts";

export const about = "Says what is configured, reachable and missing, and what to do.";

const usage = `rapport doctor  ${about}

Ends with 1 when something must be mended.

  --json   one line: {healthy, findings: [{name, state: "ok" | "warn" | "fail", says, advice}]}`;

const marks = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const findings = await examine();
  const healthy = findings.every(({ state }) => state !== "fail");
  if (read.values.json === true)
    printJson({ healthy, findings: findings.map(({ advice, ...rest }) => ({ ...rest, advice })) });
  else {
    const width = Math.max(...findings.map(({ name }) => name.length));
    for (const { name, state, says, advice } of findings) {
      console.log(`${marks[state]}  ${name.padEnd(width)}  ${says}`);
      if (advice !== undefined) console.log(`${" ".repeat(width + 8)}→ ${advice}`);
    }
  }
  return healthy ? 0 : 1;
}
