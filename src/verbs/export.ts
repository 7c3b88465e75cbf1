/** `rapport export FILE`: everything that is kept of the owner, to take along. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { exportTo } from "../flows/privacy/export-everything.ts";
import { counted, sayBytes } from "./say.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Writes everything that is kept of you, but keys, into one .zip to take along.";

const usage = `rapport export FILE  ${about}

People as a table and as cards, meetings for calendars, sent letters for mail programs, and every row as JSON
(docs/json.md). To move to another computer, use backup and restore instead.

  --replace   writes over a file that is there
  --json      one line: {file, bytes, files, rows}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { replace: { type: "boolean" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError(usage);
  const file = resolve(named);
  if (existsSync(file) && values.replace !== true)
    throw new UsageError(`${file} is there already. Name another file, or say --replace.`);
  const isJson = values.json === true;
  return withOwner("export", values, async ({ world, owner }) => {
    const stop = new AbortController();
    const onInterrupt = () => stop.abort(new Error("Stopped. Nothing was written."));
    process.once("SIGINT", onInterrupt);
    const { bytes, files, rows } = await exportTo(world, owner, file, stop.signal).finally(() =>
      process.off("SIGINT", onInterrupt),
    );
    if (isJson) printJson({ file, bytes, files, rows });
    else console.log(`${file}: ${counted(rows, "row")} in ${counted(files, "file")}, ${sayBytes(bytes)}.`);
    return 0;
  });
}
