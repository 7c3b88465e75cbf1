import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { DatabaseAddress } from "../../src/store/database.ts";
import { layOutExport, olivia } from "../support/export-files.ts";
import { testDatabase } from "../support/postgres.ts";
import { temporaryFolder } from "../support/world.ts";

const launcher = fileURLToPath(new URL("../../bin/rapport.js", import.meta.url));

function urlOf(address: DatabaseAddress): string {
  if (address.kind === "url") return address.url;
  const { user, password, host, port, database } = address;
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

test("import --json prints one line of stable shape; a second time it says the same (R2)", {
  timeout: 60_000,
}, async () => {
  const home = temporaryFolder();
  const files = layOutExport(join(home, "export"));
  const { address } = await testDatabase();
  const env = { PATH: process.env.PATH, RAPPORT_DATA_DIR: join(home, "home"), DATABASE_URL: urlOf(address), TZ: "UTC" };
  const run = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, [launcher, "import", ...args], { env })).stdout;

  const first = await run(files, "--json");
  expect(first.trimEnd().split("\n")).toHaveLength(1);
  const report = JSON.parse(first) as Record<string, unknown> & {
    contacts: { addresses: string[] }[];
    machines: string[];
  };
  expect(report).toMatchObject({
    owner: { addresses: [olivia], sure: true },
    // The zip counts, and the mailbox in it.
    files: 6,
    messages: expect.any(Number),
    events: 5,
    skipped: [{ because: "empty_row", count: 1 }],
  });
  expect(Object.keys(report).sort()).toEqual([
    "contacts",
    "events",
    "files",
    "machines",
    "messages",
    "owner",
    "skipped",
  ]);
  const priya = report.contacts.find(({ addresses }) => addresses.includes("priya@acme.example"));
  expect(priya).toEqual({
    name: "Priya Nair",
    addresses: ["priya@acme.example"],
    class: "candidate",
    because: expect.arrayContaining([expect.stringContaining("Coffee")]),
  });
  expect(report.machines).toContain("no-reply@shop.example");

  expect(JSON.parse(await run(files, "--json"))).toEqual(report);
  const list = JSON.parse(await run("--list", "--json")) as { state: string; name: string }[];
  expect(list.map(({ state, name }) => `${name} ${state}`)).toEqual(["export read"]);
});
