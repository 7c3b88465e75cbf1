/** `rapport migrate`: brings the schema of the database up to date, with a backup before an older one changes. */
import { readConfig } from "../config.ts";
import { openInstallation } from "../installation.ts";
import { schemaState } from "../store/migrate.ts";
import { printJson, readArgs } from "./usage.ts";

export const about = "Brings the schema of a PostgreSQL server up to date; an older one is backed up first.";

const usage = `rapport migrate  ${about}

The embedded database is brought up to date by every start; a server only by this, or with RAPPORT_MIGRATE=1.

  --json   one line: {schema, done: [NAME]}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const isJson = read.values.json === true;
  const said: string[] = [];
  const installation = await openInstallation(readConfig(), {
    name: "migrate",
    poolMax: 2,
    schema: "always",
    say: (line) => void said.push(line),
  });
  try {
    const { at } = await schemaState(installation.pool);
    const done = said.flatMap((line) => line.match(/^Schema: (.*)$/)?.[1] ?? []);
    if (isJson) printJson({ schema: at, done });
    else console.log([...said, `The schema is at ${at}, the newest that this version knows.`].join("\n"));
    return 0;
  } finally {
    await installation.close();
  }
}
