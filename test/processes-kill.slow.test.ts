/**
 * Kill -9 at random moments of an import: `serve`, web, work, the database, or all at once. After the restart, and after
 * the same files are given once more, the home holds what a home holds that was never disturbed: nothing twice, nothing
 * missing, no work left over. RAPPORT_CYCLES says how many imports, RAPPORT_MINUTES how long at most, RAPPORT_SEED where
 * the seeds start.
 */

import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { pathsOf } from "../src/store/embedded-home.ts";
import { readPostmasterFile } from "../src/store/embedded-postmaster.ts";
import { killAll } from "./support/kill.ts";
import { corpusOf } from "./support/kill-corpus.ts";
import { randomOf } from "./support/random.ts";
import {
  databaseProcesses,
  enter,
  freeSettings,
  killTree,
  type Serving,
  startServing,
  stopDatabase,
  treeOf,
  type Visitor,
  verbProcess,
} from "./support/serving.ts";

const cycles = Number(process.env.RAPPORT_CYCLES ?? 6);
const minutes = Number(process.env.RAPPORT_MINUTES ?? 15);
const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
const now = new Date();
const size = { messages: 1_200, events: 24 };
/** A job that failed with the database waits for its lease and longer after each failure; how long is printed, not judged. */
const doneSecondsMax = 240;

const base = realpathSync(mkdtempSync(join(tmpdir(), "rapport-killed-")));
chmodSync(base, 0o711);
const installations: Disturbed[] = [];

afterAll(async () => {
  for (const one of installations) await one.end();
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
});

test(`kill -9 of any process in ${cycles} imports`, { timeout: (minutes + 5) * 60_000 }, async () => {
  const until = performance.now() + minutes * 60_000;
  const disturbed = await Disturbed.start("disturbed");
  const quiet = await Disturbed.start("quiet");
  const killed: Record<string, number> = {};
  const during: Record<string, number> = {};
  let done = 0;
  let usualMs = 0;
  let slowestMs = 0;
  for (; done < cycles && performance.now() < until; done += 1) {
    const seed = firstSeed + done;
    const random = randomOf(seed);
    const target = targets[Math.floor(random() * targets.length)]!;
    const share = random();
    usualMs = Math.max(usualMs, await quiet.importWhole(seed));

    await disturbed.begin(seed);
    await wait(share * usualMs);
    const state = await disturbed.stateOf(seed);
    await disturbed.kill(target);
    await disturbed.running();
    slowestMs = Math.max(slowestMs, await disturbed.finished(seed));

    const again = `seed ${seed}: ${target} killed at ${Math.round(share * usualMs)} ms, import ${state}`;
    expect(differences(await quiet.contents(), await disturbed.contents()), again).toEqual([]);
    killed[target] = (killed[target] ?? 0) + 1;
    during[state] = (during[state] ?? 0) + 1;
  }
  const before = await disturbed.contents();
  await disturbed.begin(firstSeed);
  await disturbed.finished(firstSeed);
  expect(differences(before, await disturbed.contents()), "the first files once more").toEqual([]);
  console.log(
    JSON.stringify({ case: "processes-kill", cycles: done, firstSeed, lastSeed: firstSeed + done - 1, killed, during }),
  );
  expect(done).toBeGreaterThan(0);
});

type Contents = Record<string, readonly string[]>;

/** What one has and the other has not, the first few of each table; a row that is there twice counts twice. */
function differences(expected: Contents, found: Contents): string[] {
  const shownMax = 5;
  const only = (some: readonly string[], others: readonly string[]) => {
    const left = Map.groupBy(others, (line) => line);
    return some.filter((line) => left.get(line)?.pop() === undefined);
  };
  return Object.keys(expected).flatMap((table) => [
    ...only(expected[table]!, found[table]!)
      .slice(0, shownMax)
      .map((line) => `${table} lacks ${line}`),
    ...only(found[table]!, expected[table]!)
      .slice(0, shownMax)
      .map((line) => `${table} has ${line}`),
  ]);
}

const allTargets = ["serve", "web", "work", "postgres", "everything"] as const;
type Target = (typeof allTargets)[number];
/** RAPPORT_KILL names one of them, to look at it alone. */
const targets = allTargets.filter((target) => [undefined, "", target].includes(process.env.RAPPORT_KILL));

/** A home with its `serve`, which somebody may kill in part and start again. */
class Disturbed {
  private readonly home: string;
  private readonly settings: Record<string, string>;
  private serving: Serving;
  private visitor: Visitor;

  private constructor(home: string, settings: Record<string, string>, serving: Serving, visitor: Visitor) {
    this.home = home;
    this.settings = settings;
    this.serving = serving;
    this.visitor = visitor;
    installations.push(this);
  }

  static async start(name: string): Promise<Disturbed> {
    const home = join(base, name);
    const settings = await freeSettings(home);
    const serving = startServing({ env: settings });
    return new Disturbed(home, settings, serving, await enter(await serving.address()));
  }

  /** Milliseconds from the files to the last derived row. */
  async importWhole(seed: number): Promise<number> {
    const began = performance.now();
    await this.begin(seed);
    await this.finished(seed);
    return performance.now() - began;
  }

  /** As the owner does: files into the tray, then the button. */
  async begin(seed: number): Promise<void> {
    const { mbox, ics } = corpusOf(seed, now, size);
    await this.running();
    await this.visitor.upload({ [`mail-${seed}.mbox`]: mbox, [`calendar-${seed}.ics`]: ics });
    const begun = await this.visitor.post("/import/begin", {});
    expect(begun.status).toBe(303);
  }

  async kill(target: Target): Promise<void> {
    killAll(...this.pidsOf(target));
    if (target === "serve" || target === "everything") await this.serving.ended;
  }

  private pidsOf(target: Target): number[] {
    const serve = this.serving.child.pid!;
    const postmaster = () => databaseProcesses(this.home).filter(({ command }) => command.includes(" -D "));
    switch (target) {
      case "serve":
        return [serve];
      case "web":
      case "work":
        return [verbProcess(serve, target)?.pid].filter((pid) => pid !== undefined);
      case "postgres":
        return postmaster().map(({ pid }) => pid);
      case "everything":
        return [...treeOf(serve), ...databaseProcesses(this.home)].map(({ pid }) => pid);
    }
  }

  /** Starts what does not start itself again (also a `serve` that saw too many ends in a row), and waits for the pages. */
  async running(): Promise<void> {
    if (this.serving.child.exitCode !== null || this.serving.child.signalCode !== null) {
      this.serving = startServing({ env: this.settings });
      await this.serving.address();
    }
    await this.eventually(async () => (await this.visitor.get("/review")).status === 200);
  }

  async stateOf(seed: number): Promise<string> {
    const [row] = await this.ask<{ state: string }>("select state from import where name like $1", [`%-${seed}.%`]);
    return row?.state ?? "not there";
  }

  /** Read to its end, and no timer due any more or put off after a failure; how many milliseconds that took from now. */
  async finished(seed: number): Promise<number> {
    const began = performance.now();
    await this.eventually(async () => {
      if ((await this.stateOf(seed)) !== "read") return false;
      const query = "select kind from timer where due_at <= $1 or attempts > 0 or kind = 'import_archive'";
      return (await this.ask(query, [new Date().toISOString()])).length === 0;
    });
    return performance.now() - began;
  }

  /** Every row that does not depend on ids or on the moment of the reading, by its natural key; sorted. */
  async contents(): Promise<Contents> {
    const found: Record<string, string[]> = {};
    for (const [name, query] of Object.entries(contentQueries)) {
      const rows = await this.ask<{ line: string }>(`select row_to_json(it)::text as line from (${query}) it`);
      found[name] = rows.map(({ line }) => line).sort();
    }
    return found;
  }

  async end(): Promise<void> {
    killTree(this.serving);
    await stopDatabase(this.home);
  }

  private async ask<Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> {
    const paths = pathsOf(this.home);
    const host = (await readPostmasterFile(paths))?.socketFolder;
    const password = readFileSync(paths.productPassword, "utf8");
    const client = new Client({ host, user: "rapport", database: "rapport", password });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(query, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** The same until it holds, whatever is down meanwhile. */
  private async eventually(holds: () => Promise<boolean>): Promise<void> {
    let last: unknown = "it never held";
    for (const began = performance.now(); performance.now() - began < doneSecondsMax * 1000; ) {
      try {
        if (await holds()) return;
      } catch (error) {
        last = error;
      }
      await wait(100);
    }
    const left = await this.ask("select kind, due_at, lease_until, attempts, last_error from timer");
    const imports = await this.ask("select name, state, because from import where state <> 'read'");
    const said = this.serving.lines.slice(-20).map((line) => line.slice(0, 300));
    throw new Error(
      [`not within ${doneSecondsMax} seconds: ${last}`, JSON.stringify({ left, imports }), ...said].join("\n"),
    );
  }
}

const contentQueries: Record<string, string> = {
  imports: "select name, state, messages, events, cards, repeated, bytes_done = bytes_total as whole from import",
  files:
    "select name, regexp_replace(place, '^.*/', '') as place, kind, bytes from import join import_file using (owner_id, import_id)",
  messages: "select natural_key, sent_at, from_address, root_key, labels, recipients, marks from message",
  sources:
    "select import.name, natural_key from message_source join import using (owner_id, account_id, import_id) join message using (owner_id, account_id, message_id)",
  recipients:
    "select natural_key, role, address from message join message_recipient using (owner_id, account_id, message_id)",
  events: "select uid, occurrence, title, starts_at, ends_at, attendees from event",
  attendees: "select uid, address, response from event join event_attendee using (owner_id, account_id, event_id)",
  senders: "select address, name, verdict, score, class, messages, last_at from sender",
  addresses: "select address, standing from owner_address",
  contacts:
    "select value, name, class, status, met_on, met_where, met_channel, last_touch_at, last_conversation_at, last_met_at from contact join identity using (owner_id, contact_id)",
  interactions:
    "select name, at, mode, direction, depth, others, interaction.title from contact join interaction using (owner_id, contact_id)",
  followUps:
    "select name, kind, state, case when kind <> 'revive' then due_at end as due_at, overdue_at, deadline_at from contact join follow_up using (owner_id, contact_id)",
  drafts: "select name, draft.kind, draft.state, draft.version from contact join draft using (owner_id, contact_id)",
};
