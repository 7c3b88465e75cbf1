/** `rapport migrate`: brings the schema of the database up to date, with a backup before an older one changes. */
import { migrateSchema } from "../maintenance.ts";
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
    async (installation) => {
      const migrated = await migrateSchema(installation);
      if (isJson) printJson(migrated);
      else {
        for (const name of migrated.done) console.log(`ran ${name}`);
        console.log(`The schema is at ${migrated.to}, the newest that this version knows.`);
      }
      return 0;
    },
    { schema: "never" },
  );
}
