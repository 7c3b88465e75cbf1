/** `rapport migrate`: brings the schema of the database up to date, with a backup before an older one changes. */
import { bringUpToDate } from "../installation.ts";
import { schemaState } from "../store/migrate.ts";
import { printJson, readArgs } from "./usage.ts";
import { withInstallation } from "./with-owner.ts";

export const about = "Brings the schema of a PostgreSQL server up to date; an older one is backed up first.";

const usage = `rapport migrate  ${about}

The embedded database is brought up to date by every start; a server only by this, or with RAPPORT_MIGRATE=1.

  --json   one line: {from, to, done: [NAME]}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const isJson = read.values.json === true;
  return withInstallation(
    "migrate",
    isJson,
    async ({ pool, home }) => {
      const before = await schemaState(pool);
      const done = await bringUpToDate(pool, home);
      if (isJson) printJson({ from: before.at, to: before.newest, done });
      else {
        for (const name of done) console.log(`ran ${name}`);
        console.log(`The schema is at ${before.newest}, the newest that this version knows.`);
      }
      return 0;
    },
    { schema: "never" },
  );
}
