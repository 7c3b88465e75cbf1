/**
 * `npm run bench` measures every group, `npm run bench -- NAME…` those that are named. One JSON line a case; figures are
 * of this machine in this minute, and comparisons within a case are interleaved.
 */
import { spawnSync } from "node:child_process";

type Group = { about: string; run(): Promise<readonly object[]> };

/** Loaded when asked for. */
const groups: Record<string, Group> = {
  slots: {
    about: "free time (Q4)",
    run: async () => (await import("./bench/slots.ts")).slotCases(),
  },
  decide: {
    about: "judging senders, discovering, deciding follow-ups",
    run: async () => (await import("./bench/decide.ts")).benchDecide(),
  },
  import: {
    about: "reading export files, headers only",
    run: async () => (await import("./bench/import.ts")).benchImport(),
  },
  growth: {
    about: "importing and discovering 10,000 to 200,000 messages",
    run: async () => {
      const { benchImportGrowth } = await import("./bench/import-growth.ts");
      const { newOwner, withInstallation } = await import("./bench/bench-installation.ts");
      return withInstallation(({ world }) => benchImportGrowth(world, () => newOwner(world)));
    },
  },
  sweep: {
    about: "who is due among a million contacts",
    run: async () => (await import("./bench/sweep.ts")).benchSweep(),
  },
  mail: {
    about: "kinds, new text, signatures and replies",
    run: async () => (await import("./bench/mail.ts")).benchMail(),
  },
  accounts: {
    about: "connected accounts on the sandbox: requests, units and time of backfill, polls and effects",
    run: async () => (await import("./bench/accounts.ts")).benchAccounts(),
  },
  leave: {
    about: "letters from the moment they are due to the provider's yes",
    run: async () => (await import("./bench/leave.ts")).benchLeave(),
  },
  queue: {
    about: "the realistic job on both queues",
    run: async () => (await import("./bench/queue.ts")).benchQueue(),
  },
  pages: {
    about: "each page with 50,000 contacts; the event loop during the sample's import",
    run: async () => (await import("./bench/pages.ts")).benchPages(),
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => groups[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(", ")}. There are:`);
  for (const [name, { about }] of Object.entries(groups)) console.error(`  ${name.padEnd(8)} ${about}`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : Object.keys(groups);
if (names.length === 1) {
  const [name = ""] = names;
  for (const one of await groups[name]!.run()) console.log(JSON.stringify({ group: name, ...one }));
} else {
  // A process for each: the figures of one group must not carry another's memory and warm code.
  for (const name of names) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}
