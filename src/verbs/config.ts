/** `rapport config`: every setting, its value and where it came from. Secrets are hidden. */
import { describeConfig } from "../config.ts";
import { printJson, printTable, readArgs } from "./usage.ts";

export const about = "Shows every setting, its value and where it came from; secrets are hidden.";

const usage = `rapport config  ${about}

Settings come from the environment, or from a file .env in the working folder.

  --json   one line: {settings: [{name, value, source, about}]}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const settings = describeConfig();
  if (read.values.json === true) printJson({ settings });
  else
    printTable([
      ["setting", "value", "source", "what it is"],
      ...settings.map((one) => [one.name, one.value || "(not set)", one.source, one.about]),
    ]);
  return 0;
}
