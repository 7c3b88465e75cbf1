/** The command line: finds the verb and runs it. Each verb is a file in verbs/; nothing else happens here. */
import { ConfigError } from "./config.ts";
import { UsageError } from "./verbs/usage.ts";

type Verb = { about: string; run(args: string[]): Promise<number> };

/** Loaded when asked for, so that `doctor` does not pay for the web and `serve` not for the archive. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  serve: () => import("./verbs/serve.ts"),
  demo: () => import("./verbs/demo.ts"),
  web: () => import("./verbs/web.ts"),
  work: () => import("./verbs/work.ts"),
  migrate: () => import("./verbs/migrate.ts"),
  import: () => import("./verbs/import.ts"),
  people: () => import("./verbs/people.ts"),
  lists: () => import("./verbs/lists.ts"),
  plan: () => import("./verbs/plan.ts"),
  due: () => import("./verbs/due.ts"),
  today: () => import("./verbs/today.ts"),
  "call-list": () => import("./verbs/call-list.ts"),
  brief: () => import("./verbs/brief.ts"),
  debrief: () => import("./verbs/debrief.ts"),
  explain: () => import("./verbs/explain.ts"),
  "dry-run": () => import("./verbs/dry-run.ts"),
  simulate: () => import("./verbs/simulate.ts"),
  ways: () => import("./verbs/ways.ts"),
  free: () => import("./verbs/free.ts"),
  letters: () => import("./verbs/letters.ts"),
  accounts: () => import("./verbs/accounts.ts"),
  feeds: () => import("./verbs/feeds.ts"),
  inspect: () => import("./verbs/inspect.ts"),
  backup: () => import("./verbs/backup.ts"),
  export: () => import("./verbs/export.ts"),
  restore: () => import("./verbs/restore.ts"),
  doctor: () => import("./verbs/doctor.ts"),
  config: () => import("./verbs/config.ts"),
  keys: () => import("./verbs/keys.ts"),
  passphrase: () => import("./verbs/passphrase.ts"),
  owners: () => import("./verbs/owners.ts"),
};

async function main([name = "help", ...args]: string[]): Promise<number> {
  const load = verbs[name];
  if (load !== undefined) return (await load()).run(args);
  const isHelp = name === "help" || name === "--help" || name === "-h";
  if (!isHelp) console.error(`rapport has no verb "${name}".\n`);
  console.log("Usage: npm run rapport -- VERB …   (each verb explains itself with --help)\n");
  for (const [verb, open] of Object.entries(verbs)) console.log(`  ${verb.padEnd(10)} ${(await open()).about}`);
  return isHelp ? 0 : 2;
}

/** Faults that the person at the terminal can mend are one clear line; anything else is a defect and keeps its stack. */
const mendable = new Set([
  "ConfigError",
  "UsageError",
  "SchemaError",
  "EmbeddedTrouble",
  "KeyTrouble",
  "BackupTrouble",
]);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isPlain =
      error instanceof ConfigError ||
      error instanceof UsageError ||
      (error instanceof Error && (mendable.has(error.name) || mendable.has(error.constructor.name)));
    console.error(isPlain ? (error as Error).message : error);
    // At once: what was opened before the fault would hold the process for as long as its idle connections last.
    process.exit(error instanceof ConfigError ? 78 : error instanceof UsageError ? 2 : 1);
  },
);
