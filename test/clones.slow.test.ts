/** Two checkouts on one machine: what is imported into the first is not in the second, and neither asks the other's home. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fastFolder } from "./support/global-setup.ts";
import { checkout, databaseProcesses, stopDatabase } from "./support/serving.ts";

const base = realpathSync(mkdtempSync(join(fastFolder(), "rapport-clones-")));
chmodSync(base, 0o755);
const clones = ["first", "second"].map((name) => join(base, name));

afterAll(async () => {
  for (const clone of clones) await stopDatabase(join(clone, ".rapport"));
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
});

function clone(folder: string): void {
  mkdirSync(folder, { mode: 0o755 });
  for (const name of ["bin", "src", "package.json"])
    cpSync(join(checkout, name), join(folder, name), { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(folder, "node_modules"));
}

/** A verb as a person runs it there, without any setting. */
function rapport(folder: string, ...args: string[]): { stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/rapport.js", ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "" },
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return { stdout, stderr };
}

test("a second clone has a home of its own and sees nothing of the first", { timeout: 120_000 }, () => {
  const [first = "", second = ""] = clones;
  for (const folder of clones) clone(folder);
  const letter = join(base, "letter.eml");
  writeFileSync(
    letter,
    "From: Olivia <olivia@owner.example>\nTo: Ann Lee <ann@acme.example>\nSubject: Hello\n" +
      "Date: Mon, 16 Nov 2026 10:00:00 +0100\nMessage-ID: <1@owner.example>\nX-Gmail-Labels: Sent\n\nHello Ann\n",
  );

  rapport(first, "import", letter, "--me", "olivia@owner.example");
  expect(rapport(first, "people", "--json").stdout).toContain("ann@acme.example");
  expect(rapport(second, "people", "--json").stdout).not.toContain("ann@acme.example");

  for (const folder of clones) {
    const postmasters = databaseProcesses(join(folder, ".rapport")).filter(({ command }) => command.includes(" -D "));
    expect(postmasters).toHaveLength(1);
  }
});
