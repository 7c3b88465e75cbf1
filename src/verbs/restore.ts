/** `rapport restore FILE`: puts a backup in the place of everything in the database. */
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { type Instant, utc } from "../domain/time.ts";
import { lookInto, restoreFrom } from "../maintenance.ts";
import { counted, sayMoment } from "./say.ts";
import { printJson, readArgs, UsageError } from "./usage.ts";
import { withInstallation } from "./with-owner.ts";

export const about = "Replaces everything in the database by a backup, whole or not at all, while Rapport runs.";

const usage = `rapport restore FILE  ${about}

Says what the file holds and asks before it replaces anything. What the backup holds sealed opens only with the master
key of the installation that made it.

  --yes    does not ask
  --json   one line: {file, madeAt, appVersion, schema, rows: {TABLE: COUNT}, keyTrouble}; needs --yes`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { yes: { type: "boolean" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError(usage);
  const isJson = values.json === true;
  const isAsked = values.yes !== true;
  if (isAsked && (isJson || process.stdin.isTTY !== true)) {
    throw new UsageError(
      "A restore replaces everything in the database. Say --yes, or run it at a terminal, where it asks.",
    );
  }
  const file = resolve(named);
  const { head, rowsOf } = await lookInto(file);
  const say = isJson ? () => undefined : (line: string) => console.error(line);
  say(
    `${file}, made ${sayMoment(head.madeAt as Instant, utc)} UTC by Rapport ${head.appVersion}: ${contents(rowsOf)}.`,
  );
  if (isAsked && !(await isYes("Replace everything in the database by it? (yes/no) "))) {
    say("Nothing was changed.");
    return 1;
  }
  return withInstallation("restore", isJson, async (installation) => {
    const { madeAt, appVersion, schema, rowsOf: rows, keyTrouble } = await restoreFrom(installation, file);
    if (isJson) printJson({ file, madeAt, appVersion, schema, rows: Object.fromEntries(rows), keyTrouble });
    else {
      console.log(`Restored: ${contents(rows)}.`);
      console.log(
        "The imported files themselves were not in the backup: texts are read again only where they still lie.",
      );
      if (keyTrouble !== undefined) console.log(`The master key does not fit the backup. ${keyTrouble}`);
    }
    return keyTrouble === undefined ? 0 : 1;
  });
}

/** The tables that say something to a person. */
const told: readonly (readonly [table: string, noun: string, nouns: string])[] = [
  ["message", "message", "messages"],
  ["event", "event", "events"],
  ["contact", "contact", "contacts"],
  ["follow_up", "follow-up", "follow-ups"],
  ["draft", "draft", "drafts"],
];

const contents = (rowsOf: ReadonlyMap<string, number>): string =>
  told.map(([table, noun, nouns]) => counted(rowsOf.get(table) ?? 0, noun, nouns)).join(", ");

async function isYes(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
