/** `rapport backup FILE`: everything in the database, as one file, while Rapport runs. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { backUp } from "../maintenance.ts";
import { counted, sayBytes } from "./say.ts";
import { printJson, readArgs, UsageError } from "./usage.ts";
import { withInstallation } from "./with-owner.ts";

export const about = "Writes everything in the database into one file, while Rapport runs.";

const usage = `rapport backup FILE  ${about}

The file is one snapshot; it appears when it is complete. Not in it: the master key (keep master.key, or
RAPPORT_MASTER_KEYS, elsewhere) and the export files that were imported (they lie in the inbox of the data folder).

  --replace   writes over a file that is there
  --json      one line: {file, bytes, schema, rows: {TABLE: COUNT}}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { replace: { type: "boolean" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError(usage);
  const file = resolve(named);
  if (existsSync(file) && values.replace !== true) {
    throw new UsageError(`${file} is there already. Name another file, or say --replace.`);
  }
  const isJson = values.json === true;
  return withInstallation("backup", isJson, async (installation) => {
    const { bytes, schema, rowsOf } = await backUp(installation, file);
    if (isJson) printJson({ file, bytes, schema, rows: Object.fromEntries(rowsOf) });
    else {
      const rows = [...rowsOf.values()].reduce((sum, count) => sum + count, 0);
      console.log(`${file}: ${counted(rows, "row")} of ${counted(rowsOf.size, "table")}, ${sayBytes(bytes)}.`);
      console.log("Not in it: the master key, and the imported files themselves (the inbox of the data folder).");
    }
    return 0;
  });
}
