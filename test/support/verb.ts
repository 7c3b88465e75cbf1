/**
 * Verbs run as main.ts runs them, in the test's own process, against a database of the test's own that stands in for a
 * server. What they print is kept.
 */
import { mkdirSync } from "node:fs";
import { vi } from "vitest";
import { millisOf } from "../../src/domain/time.ts";
import type { DatabaseAddress } from "../../src/store/database.ts";
import { wallClock } from "../../src/world.ts";
import { exportedAt } from "./export-files.ts";
import { layClock } from "./laid-clock.ts";
import { type Office, office } from "./office.ts";

export type Printed = { code: number; out: string; err: string };
export type Verb = { run(args: string[]): Promise<number> };

/** What a verb prints and ends with; a fault comes out as it is. */
export async function printed(verb: Verb, ...args: string[]): Promise<Printed> {
  let out = "";
  let err = "";
  const say = (text: string) => {
    out += text;
    return true;
  };
  const complain = (text: string) => {
    err += text;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((...words) => void say(`${words.join(" ")}\n`)),
    vi.spyOn(console, "error").mockImplementation((...words) => complain(`${words.join(" ")}\n`)),
    vi.spyOn(process.stdout, "write").mockImplementation((text) => say(String(text))),
  ];
  try {
    const code = await verb.run(args);
    return { code, out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The one JSON line that a verb printed. */
export async function printedJson<Shape>(verb: Verb, ...args: string[]): Promise<Shape> {
  const { out } = await printed(verb, ...args, "--json");
  if (out.trimEnd().includes("\n")) throw new Error(`more than one line was printed:\n${out}`);
  return JSON.parse(out) as Shape;
}

export const urlOf = (address: DatabaseAddress): string => {
  if (address.kind === "url") return address.url;
  const { user, password, host, port, database } = address;
  const encoded = encodeURIComponent;
  return `postgresql://${encoded(user)}:${encoded(password)}@localhost/${database}?host=${encoded(host)}&port=${port}`;
};

/** Points the verbs of this test file at a database and a home. */
export function useInstallation(address: DatabaseAddress, home: string): void {
  process.env.DATABASE_URL = urlOf(address);
  process.env.RAPPORT_DATA_DIR = home;
}

/** The office, and verbs that look at it on the day of its export: what waits after a meeting waits for days only. */
export async function importedOffice(): Promise<Office> {
  const made = await office();
  const home = `${made.folder}/home`;
  mkdirSync(home, { recursive: true });
  layClock(home, { offsetMs: millisOf(exportedAt) - millisOf(wallClock.now()) });
  useInstallation(made.database.address, home);
  // A home with a clock of its own asks no real provider; these verbs ask none at all.
  process.env.RAPPORT_SANDBOX = "http://127.0.0.1:9";
  return made;
}
