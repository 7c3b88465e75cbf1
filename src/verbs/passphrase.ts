/** `rapport passphrase`: sets the passphrase that pages asked from outside this computer need. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { readConfig } from "../config.ts";
import { passphraseLengthMin, setPassphrase } from "../flows/owner/passphrase.ts";
import { openInstallation } from "../installation.ts";
import { readOwnersArgs } from "./usage.ts";
import { chosenOwner } from "./with-owner.ts";

export const about = "Sets the passphrase for opening the pages from elsewhere.";

const usage = `rapport passphrase  ${about}

Asks for it at a terminal, else reads one line from standard input. Every browser is signed out.`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {});
  if (read === undefined) return 0;
  const installation = await openInstallation(readConfig(), { name: "passphrase", poolMax: 2 });
  try {
    const ownerId = await chosenOwner(installation.world, read.values.owner);
    const text = await askHidden("New passphrase: ");
    const outcome = await setPassphrase(installation.world, ownerId, text);
    const said = {
      done: "Set. Every browser has to sign in again.",
      too_short: `It needs at least ${passphraseLengthMin} characters.`,
      too_long: "It is too long.",
    };
    console.error(said[outcome]);
    return outcome === "done" ? 0 : 1;
  } finally {
    await installation.close();
  }
}

/** What is typed does not show. */
async function askHidden(question: string): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal });
  const text = await lines.question("");
  lines.close();
  if (isTerminal) process.stderr.write("\n");
  return text;
}
