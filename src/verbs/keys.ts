/** `rapport keys rotate`: a new master key for everything that is kept sealed. */
import { keyPlacesOf, rotateKeys } from "../maintenance.ts";
import { counted } from "./say.ts";
import { printJson, readArgs, UsageError } from "./usage.ts";
import { withInstallation } from "./with-owner.ts";

export const about = "keys rotate: wraps everything that is kept sealed with a new master key.";

const usage = `rapport keys rotate  Wraps everything that is kept sealed with a new master key.

With the embedded database a new key is put first in master.key of the data folder. With RAPPORT_MASTER_KEYS put the new
key first in it yourself, the old ones behind it, and then run this. It may be stopped and run again at any time.

  --json   one line: {kind: "rotated" | "finished" | "nothing_to_do", keysWrapped, file}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  if (positionals.join(" ") !== "rotate") throw new UsageError(usage);
  const isJson = values.json === true;
  return withInstallation("keys", isJson, async (installation) => {
    const rotated = await rotateKeys(keyPlacesOf(installation));
    if (isJson) printJson(rotated);
    else for (const line of linesOf(rotated)) console.log(line);
    return 0;
  });
}

function linesOf({ kind, keysWrapped, file }: Awaited<ReturnType<typeof rotateKeys>>): string[] {
  if (kind === "nothing_to_do") {
    return [
      "Everything is wrapped by the first key of RAPPORT_MASTER_KEYS already. Put a new key in front, and run this again.",
    ];
  }
  return [
    kind === "finished"
      ? `The rotation that had stopped half way is done: ${counted(keysWrapped, "key")} wrapped.`
      : `${counted(keysWrapped, "key")} wrapped with the new master key${file === undefined ? "" : `, the first in ${file}`}.`,
    "Restart Rapport, so that its processes know the new key. Keep the old one for as long as you keep backups made before.",
  ];
}
