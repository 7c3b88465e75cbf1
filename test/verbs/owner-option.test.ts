/** Several owners at home: verbs are about the one that is named, and about nobody while none is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { inviteOwner, joinByInvitation } from "../../src/flows/owner/invite-owner.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import * as owners from "../../src/verbs/owners.ts";
import * as people from "../../src/verbs/people.ts";
import { importedOffice, printed, printedJson, type Verb } from "../support/verb.ts";

const folder = join(import.meta.dirname, "../../src/verbs");
const passphrase = "four words of some length";
const severalSay = "Several owners are at home: say whose things with --owner NAME, or RAPPORT_OWNER: olivia, mio.";

let home: NodeJS.ProcessEnv;
beforeAll(async () => {
  const { world, owner } = await importedOffice();
  home = { ...process.env };
  await setPassphrase(world, owner, passphrase);
  const invited = await inviteOwner(world, owner, "Olivia");
  if (invited.kind === "refused") throw new Error(invited.says);
  const joined = await joinByInvitation(world, invited.token, { name: "Mio", passphrase });
  if (joined.kind !== "joined") throw new Error(joined.kind);
}, 60_000);
afterEach(() => {
  process.env = { ...home };
});

/** What must stand behind a verb before it asks whose things are meant. */
const behind: Readonly<Record<string, readonly string[]>> = {
  brief: ["priya"],
  explain: ["priya"],
  export: [join(import.meta.dirname, "none.zip")],
  import: ["--list"],
  inspect: [import.meta.filename],
  owners: ["invite"],
};
const ownersVerbs = readdirSync(folder).filter(
  (file) => file !== "with-owner.ts" && /\b(withOwner|chosenOwner)\(/.test(readFileSync(join(folder, file), "utf8")),
);

describe("--owner", () => {
  test("there are verbs to try", () => expect(ownersVerbs.length).toBeGreaterThan(15));

  test.each(ownersVerbs)("%s names those at home to whoever names nobody, or nobody of them", async (file) => {
    const verb = (await import(join(folder, file))) as Verb;
    const args = behind[file.replace(/\.ts$/, "")] ?? [];
    await expect(printed(verb, ...args)).rejects.toThrow(severalSay);
    await expect(printed(verb, ...args, "--owner", "Nora")).rejects.toThrow(
      "Nobody at home signs in as Nora (--owner). At home: olivia, mio.",
    );
    expect((await printed(verb, "--help")).out).toContain("--owner NAME");
  });

  test("says whose people are listed, by the name in any case, and outranks the setting", async () => {
    const count = async (...args: string[]) =>
      (await printedJson<{ people: unknown[] }>(people, ...args)).people.length;
    const olivias = await count("--owner", "Olivia");
    expect([olivias > 0, await count("--owner", "mio")]).toEqual([true, 0]);
    process.env.RAPPORT_OWNER = "mio";
    expect([await count(), await count("--owner", "OLIVIA")]).toEqual([0, olivias]);
    process.env.RAPPORT_OWNER = "nora";
    await expect(printed(people)).rejects.toThrow("Nobody at home signs in as nora (RAPPORT_OWNER).");
  });

  test("says in whose name somebody is invited: only in that of an operator", async () => {
    const { code, err } = await printed(owners, "invite", "--owner", "mio");
    expect([code, err]).toEqual([1, "Only an operator invites others.\n"]);
    expect((await printed(owners, "invite", "--owner", "olivia")).out).toContain("/invitation/");
  });
});
