/**
 * `npm run soak -- --minutes 60 [--only NAME]`: the slow suites, one after the other and again, with seeds that go on where
 * docs/soak.md ends. Every run adds a line there: when, which commit, which suite, which seeds, how it ended. Stops at the first failure.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const journal = fileURLToPath(new URL("../docs/soak.md", import.meta.url));
const vitest = "node_modules/vitest/vitest.mjs";

type Suite = {
  name: string;
  args(seed: number, minutes: number): string[];
  env(seed: number, minutes: number): NodeJS.ProcessEnv;
};

/** `only`: of the queues that a suite tries, each for its share of the minutes. */
const slowSuite = (name: string, file: string, only?: "PostgreSQL" | "Redis"): Suite => ({
  name,
  args: () => [vitest, "run", "--configLoader", "native", file, ...(only === undefined ? [] : ["-t", only])],
  env: (seed, minutes) => ({
    RAPPORT_SLOW: "1",
    RAPPORT_SEED: String(seed),
    RAPPORT_MINUTES: String(only === undefined ? minutes : 2 * minutes),
    RAPPORT_CYCLES: "1000000",
  }),
});

const suites: readonly Suite[] = [
  slowSuite("embedded-kill", "test/store/embedded-kill.slow.test.ts"),
  slowSuite("processes-kill", "test/processes-kill.slow.test.ts"),
  slowSuite("scan-kill", "test/scan-kill.slow.test.ts"),
  slowSuite("loop-kill-postgresql", "test/loop-kill.slow.test.ts", "PostgreSQL"),
  slowSuite("loop-kill-redis", "test/loop-kill.slow.test.ts", "Redis"),
  {
    name: "loop-lives",
    args: (seed, minutes) => [
      "bin/rapport.js",
      "--run",
      "scripts/loop-lives.ts",
      "--seed",
      `${seed}`,
      "--minutes",
      `${minutes}`,
    ],
    env: () => ({}),
  },
  {
    name: "slot-oracle",
    args: (seed, minutes) => [
      "scripts/slot-oracle.ts",
      "--seed",
      `${seed}`,
      "--minutes",
      `${minutes}`,
      "--cases",
      "1e9",
    ],
    env: () => ({}),
  },
  {
    name: "simulate",
    args: (seed, minutes) => [
      "bin/rapport.js",
      "simulate",
      "--json",
      "--seed",
      `${seed}`,
      "--minutes",
      `${Math.max(1, Math.round(minutes))}`,
      "--owners",
      "1000000",
    ],
    env: () => ({}),
  },
];

const header = `# Soak

\`npm run soak -- --minutes 60\` adds a line for each run of a slow suite; the next run goes on from its last seed.

| at (UTC) | commit | suite | first seed | last seed | minutes | result |
| --- | --- | --- | --- | --- | --- | --- |
`;

const { values } = parseArgs({ options: { minutes: { type: "string", default: "60" }, only: { type: "string" } } });
const minutes = Number(values.minutes);
const wanted = suites.filter(({ name }) => values.only === undefined || name === values.only);
if (!(minutes > 0) || wanted.length === 0) {
  console.error(`usage: npm run soak -- --minutes M [--only ${suites.map(({ name }) => name).join("|")}]`);
  process.exit(2);
}
/** Short enough that an hour has several rounds, long enough that starting up is not the most of it; one suite has it all. */
const minutesEach = wanted.length === 1 ? minutes : Math.min(5, minutes / wanted.length);
const until = performance.now() + minutes * 60_000;
if (!existsSync(journal)) writeFileSync(journal, header);

let isWell = true;
for (let turn = 0; isWell && performance.now() + minutesEach * 60_000 <= until + 1000; turn += 1) {
  isWell = soak(wanted[turn % wanted.length]!);
}
process.exitCode = isWell ? 0 : 1;

function soak({ name, args, env }: Suite): boolean {
  const firstSeed = lastSeedOf(name) + 1;
  const began = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args(firstSeed, minutesEach), {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", ...env(firstSeed, minutesEach) },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
  });
  process.stdout.write(stdout);
  const passed = status === 0;
  const tookMinutes = ((performance.now() - began) / 60_000).toFixed(1);
  const cells = [
    new Date().toISOString().slice(0, 16),
    commit(),
    name,
    firstSeed,
    lastSeedIn(stdout) ?? firstSeed,
    tookMinutes,
    passed ? "passed" : "FAILED",
  ];
  appendFileSync(journal, `| ${cells.join(" | ")} |\n`);
  return passed;
}

/** Every suite ends with a line of JSON that names it. */
function lastSeedIn(stdout: string): number | undefined {
  const seed = /"lastSeed":(\d+)/.exec(stdout)?.[1];
  return seed === undefined ? undefined : Number(seed);
}

function lastSeedOf(suite: string): number {
  const rows = readFileSync(journal, "utf8").matchAll(/^\|[^|]*\|[^|]*\| (\S+) \|[^|]*\| (\d+) \|/gm);
  return Math.max(0, ...[...rows].filter(([, name]) => name === suite).map(([, , seed]) => Number(seed)));
}

function commit(): string {
  const { stdout } = spawnSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" });
  return stdout.trim() || "unknown";
}
