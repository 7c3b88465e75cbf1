/**
 * `node bin/rapport.js --run scripts/fault-matrix.ts [--provider google|microsoft] [--minutes M] [--only TEXT]`: every operation
 * that the product calls at a provider, every way in which a call may fail, once and for a while; after each the rows must
 * equal the world's truth (scanning), and what was written must stand there once. Prints a line an operation, with a sign for
 * each way to fail; ends with 1 when anything is wrong. With --minutes the cases are taken in an order by chance, as many as fit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseInstant } from "../src/domain/time.ts";
import { providers } from "../src/integrations/provider.ts";
import { type FaultKind, faultKinds } from "../src/sandbox/faults.ts";
import { chance } from "../src/sandbox/random.ts";
import { faultWorld } from "../test/support/faults/fault-world.ts";
import {
  isRight,
  journeys,
  operationsOf,
  type Span,
  spans,
  type Trial,
  tryOut,
  type Verdict,
} from "../test/support/faults/matrix.ts";
import { worldOn } from "../test/support/world-on.ts";
import { withInstallation } from "./bench/bench-installation.ts";

const { values } = parseArgs({
  options: { provider: { type: "string" }, minutes: { type: "string" }, only: { type: "string" } },
});
const asked = providers.filter((provider) => values.provider === undefined || values.provider === provider);
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
if (asked.length === 0 || (minutes !== undefined && !(minutes > 0))) {
  console.error("usage: fault-matrix.ts [--provider google|microsoft] [--minutes M] [--only TEXT]");
  process.exit(2);
}

/** Of one operation. `signs` by kind of fault: the worst of its cases. */
type Row = { cases: number; lost: number; doubled: number; state: number; signs: Map<FaultKind, Sign> };
const rows = new Map<string, Row>();
const signs = ["·", "-", "s", "w", "r", "X"] as const;
type Sign = (typeof signs)[number];
const legend = [
  "· all as it should be   - nothing to befall (only calls with a cursor can have one that is spent)",
  "s a spare was made by a call that arrived twice, where the provider takes no key",
  "w said to be left out, and there after the weekly listing   r the owner had to sign in again, rightly   X wrong",
];
const startsAt = parseInstant("2026-11-20T08:00:00Z")!;

await withInstallation(async ({ world }) => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-faults-"));
  const faults = await faultWorld(worldOn(world.database, { startsAt, folder, reader: "in_test" }));
  const trials: Trial[] = [];
  for (const provider of asked)
    for (const journey of journeys)
      for (const operation of await operationsOf(faults, provider, journey))
        for (const kind of faultKinds)
          for (const span of Object.keys(spans) as Span[]) trials.push({ provider, journey, operation, kind, span });
  const wanted = trials.filter((trial) => values.only === undefined || nameOf(trial).includes(values.only));
  const until = minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + minutes * 60_000;
  const cpu = process.cpuUsage();
  let cases = 0;
  let spared = 0;
  for (const trial of minutes === undefined ? wanted : shuffled(wanted)) {
    if (performance.now() > until) break;
    if (await run(trial)) cases += 1;
    else spared += 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  print();
  const cpuMs = (user + system) / 1000 / Math.max(1, cases + spared);
  console.log(JSON.stringify({ cases, spared, of: wanted.length, cpuMsPerCase: Math.round(cpuMs) }));
  rmSync(folder, { recursive: true, force: true });

  /** False when there was nothing for the fault to befall. */
  async function run(trial: Trial): Promise<boolean> {
    const verdict = await tryOut(faults, trial);
    const name = `${trial.provider} ${trial.journey.name}: ${trial.operation}`;
    const row: Row = rows.get(name) ?? { cases: 0, lost: 0, doubled: 0, state: 0, signs: new Map() };
    rows.set(name, row);
    const [known, sign] = [row.signs.get(trial.kind), signOf(verdict)];
    if (known === undefined || signs.indexOf(sign) > signs.indexOf(known)) row.signs.set(trial.kind, sign);
    if (verdict === undefined) return false;
    row.cases += 1;
    row.lost += verdict.lost.length;
    row.doubled += verdict.doubled.length + verdict.invented.length;
    row.state += verdict.wrong.length;
    if (!isRight(verdict)) {
      process.exitCode = 1;
      console.log(JSON.stringify({ case: nameOf(trial), ...verdict }));
    }
    return true;
  }
});

function signOf(verdict: Verdict | undefined): Sign {
  if (verdict === undefined) return "-";
  if (!isRight(verdict)) return "X";
  if (verdict.reconnected > 0) return "r";
  if ((verdict.late ?? 0) > 0) return "w";
  return (verdict.spare ?? 0) > 0 ? "s" : "·";
}

function print(): void {
  const wide = Math.max(...[...rows.keys()].map((name) => name.length));
  const lines = [...rows].map(([name, { cases, lost, doubled, state, signs: of }]) => {
    const told = faultKinds.map((kind) => of.get(kind) ?? " ").join(" ");
    return `${name.padEnd(wide)}  ${told}  ${[cases, lost, doubled, state].map((count) => String(count).padStart(5)).join(" ")}`;
  });
  const letters = faultKinds.map((_, nth) => String.fromCharCode(97 + nth));
  console.log(faultKinds.map((kind, nth) => `${letters[nth]} ${kind}`).join("   "));
  console.log(legend.join("\n"));
  console.log(`${"".padEnd(wide)}  ${letters.join(" ")}  cases  lost twice state`);
  console.log(lines.join("\n"));
}

function nameOf({ provider, journey, operation, kind, span }: Trial): string {
  return `${provider} ${journey.name}: ${operation} ${kind} ${span}`;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const drawn = items.map((item, number) => ({ item, order: chance(Date.now(), "order", String(number)).number() }));
  return drawn.sort((one, other) => one.order - other.order).map(({ item }) => item);
}
