/**
 * How the work grows with the mailbox: reading and storing, finding out who is who, relating. Each size has a fresh owner
 * with the same share of people, machines and threads, so that the time for one message should not depend on the size.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwnerId } from "../../src/domain/ids.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { inferOwnerAddresses } from "../../src/flows/owner/infer-owner.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { discoverPeople } from "../../src/flows/people/discover.ts";
import { happenedEvents } from "../../src/flows/people/happened-events.ts";
import { relateContacts } from "../../src/flows/people/relate.ts";
import type { World } from "../../src/flows/world.ts";
import { derived, imported, refreshStatistics } from "../../src/store/statistics.ts";

export type ImportGrowth = {
  messages: number;
  fingerprintSeconds: number;
  storeSeconds: number;
  statisticsSeconds: number;
  discoverSeconds: number;
  relateSeconds: number;
  /** Of all phases together. */
  seconds: number;
  messagesPerSecond: number;
  contacts: number;
  machines: number;
};

export const growthSizes = [10_000, 50_000, 100_000, 200_000] as const;

/** One object a size. `newOwner` makes an owner without anything in the world's database. */
export async function benchImportGrowth(
  world: World,
  newOwner: () => Promise<OwnerId>,
  sizes: readonly number[] = growthSizes,
): Promise<ImportGrowth[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-growth-"));
  const found: ImportGrowth[] = [];
  try {
    for (const messages of sizes) {
      const path = join(folder, `${messages}.mbox`);
      writeMailbox(path, messages);
      found.push(await measure(world, await newOwner(), path, messages));
      rmSync(path);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(world: World, owner: OwnerId, path: string, messages: number): Promise<ImportGrowth> {
  const watch = stopwatch();
  const { importId } = await beginImport(world, owner, { path, name: "bench", keptByUs: false, readBy: "caller" });
  const fingerprintSeconds = watch();
  const outcome = await importArchive(world, owner, importId, { signal: new AbortController().signal });
  if (outcome.kind !== "read") throw new Error(`the import ended as ${JSON.stringify(outcome)}`);
  const storeSeconds = watch();
  await refreshStatistics(world.database, imported);
  const statisticsSeconds = watch();
  await inferOwnerAddresses(world, owner);
  const view = await ownerView(world, owner);
  const happened = await happenedEvents(world, view);
  const { contacts, machines } = await discoverPeople(world, view, happened);
  await refreshStatistics(world.database, derived);
  const discoverSeconds = watch();
  await relateContacts(world, view, happened);
  const relateSeconds = watch();
  const seconds = round(fingerprintSeconds + storeSeconds + statisticsSeconds + discoverSeconds + relateSeconds);
  return {
    messages,
    fingerprintSeconds,
    storeSeconds,
    statisticsSeconds,
    discoverSeconds,
    relateSeconds,
    seconds,
    messagesPerSecond: Math.round(messages / seconds),
    contacts,
    machines,
  };
}

/** Seconds since the last call, or since it was made. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = round((now - last) / 1000);
    last = now;
    return seconds;
  };
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;

/**
 * Half of the messages come from streams that nobody answers, a third from people, the rest are the owner's. One in forty
 * messages brings somebody new, as in a mailbox of many years.
 */
function writeMailbox(path: string, messages: number): void {
  const handle = openSync(path, "w");
  const people = Math.max(20, Math.floor(messages / 40));
  const streams = Math.max(10, Math.floor(messages / 200));
  let waiting: string[] = [];
  for (let number = 0; number < messages; number += 1) {
    waiting.push(messageOf(number, people, streams));
    if (waiting.length === 500 || number === messages - 1) {
      writeSync(handle, waiting.join(""));
      waiting = [];
    }
  }
  closeSync(handle);
}

const owner = "Olivia Owner <olivia@owner.example>";

function messageOf(number: number, people: number, streams: number): string {
  const at = new Date(Date.UTC(2016, 0, 1) + number * 1_500_000);
  const date = at.toUTCString().replace("GMT", "+0000");
  const head = (from: string, to: string, subject: string, more = "") =>
    `From ${number}@xxx ${at.toUTCString()}\nX-Gmail-Labels: ${from === owner ? "Sent" : "Inbox"}\nFrom: ${from}\nTo: ${to}\nDate: ${date}\nMessage-ID: <m${number}@mail.example>\nSubject: ${subject}\n${more}\nText of ${number}.\n\n`;
  if (number % 6 < 3) {
    const stream = spread(number, streams);
    const name = `Stream ${stream}`;
    return head(
      `${name} <news@stream${stream}.example>`,
      owner,
      `Issue ${number}`,
      `List-Id: <news.stream${stream}.example>\nList-Unsubscribe: <https://stream${stream}.example/u>\nPrecedence: bulk\n`,
    );
  }
  const [person, thread] = [spread(Math.floor(number / 6), people), Math.floor(number / 6)];
  const name = `${given[person % given.length]} ${family(person)} <p${person}@firm${person % 997}.example>`;
  if (number % 6 === 5)
    return head(
      owner,
      name,
      `Re: Matter ${thread}`,
      `In-Reply-To: <m${number - 1}@mail.example>\nReferences: <m${number - 2}@mail.example> <m${number - 1}@mail.example>\n`,
    );
  return head(
    name,
    `${owner}, Colleague ${person % 9} <c${person % 9}@owner.example>`,
    number % 6 === 3 ? `Matter ${thread}` : `Re: Matter ${thread}`,
    number % 6 === 3 ? "" : `In-Reply-To: <m${number - 1}@mail.example>\nReferences: <m${number - 1}@mail.example>\n`,
  );
}

/** Some often, most seldom, the same in each run. */
const spread = (number: number, of: number): number => Math.floor((((number * 7919) % 10_007) / 10_007) ** 2 * of);

const given = ["Ana", "Ben", "Chloé", "Dmitri", "Eva", "Farid", "Greta", "Hugo", "Ines", "Jon"];
const syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"];

/** A family name for each number, as many as there are people. */
const family = (number: number): string => {
  const name = [...String(number)].map((digit) => syllables[Number(digit)]).join("");
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};
