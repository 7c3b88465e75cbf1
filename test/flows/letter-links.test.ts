/** Links in letters: one in each invitation while people outside reach our pages, none in any letter otherwise (Q5, R28). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { carriesDeadLink } from "../../src/domain/draft/booking-link.ts";
import { after, type Elapsed, type Instant } from "../../src/domain/time.ts";
import {
  answerChallenge,
  keepPublicAddressProven,
  publicLinkBase,
  publicProofOf,
} from "../../src/flows/booking/public-address.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { saveSendingSettings } from "../../src/flows/sending/save-sending-settings.ts";
import type { PublicAddress } from "../../src/flows/world.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { keyChecks } from "../../src/store/key-checks.ts";
import { newMasterKey, openKeyring } from "../../src/store/keys.ts";
import { locales } from "../../src/templates/catalogue.ts";
import type { LintFinding } from "../../src/templates/lint.ts";
import { random } from "../../src/world.ts";
import { coffeeCalendar } from "../support/coffee-calendar.ts";
import { importAll } from "../support/imports.ts";
import { inThreadReader } from "../support/in-thread-reader.ts";
import { proposedDrafts } from "../support/lived.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const inviteDay = "2026-11-25T09:00:00.000Z" as Instant;
const url = "https://rapport.example";
const people = 25;
const signal = AbortSignal.timeout(60_000);

let met: TestWorld;
let outside: PublicAddress["read"];

/** As our own page answers it. */
const reached: PublicAddress["read"] = async (path) =>
  (await answerChallenge(met.world, new URL(url + path).searchParams.get("challenge") ?? "")) ?? "";

/** Mara had a coffee with each of these people, and has asked none of them since. */
beforeAll(async () => {
  const made = await testWorld({ clock: inviteDay, reader: "in_test" });
  const { owner, folder } = made;
  const base = { ...made.world, archive: inThreadReader };
  const keyring = await openKeyring({
    given: newMasterKey(random),
    checks: keyChecks(base.database, base.wall),
    random,
  });
  const publicAddress: PublicAddress = { url, read: (path, limit) => outside(path, limit) };
  met = { ...made, world: { ...base, keyring: async () => keyring, publicAddress } };
  const coffees = Array.from({ length: people }, (_, nth) => ({
    on: `2026-11-${12 + (nth % 3)} ${10 + Math.floor(nth / 3)}:00`,
    with: ["Al", "Ber", "Cor", "Dor", "El"][nth % 5]! + ["ana", "ben", "cita", "dan", "eva"][Math.floor(nth / 5)]!,
  }));
  const path = join(folder, "coffees.ics");
  writeFileSync(path, coffeeCalendar(...coffees));
  await importAll(base, owner, path);
  await sayOwnerAddresses(base, owner, ["me@home.example"]);
});

/** A hundred: one to each of the people in each language. */
async function hundredLetters(): Promise<{ body: string; times: readonly string[]; lint: LintFinding[] }[]> {
  const letters = [];
  for (const locale of locales) {
    await met.world.database.updateTable("contact").set({ locale }).where("owner_id", "=", met.owner).execute();
    await composeDrafts(met.world, met.owner);
    letters.push(...(await proposedDrafts(met)));
  }
  return letters.map(({ body, facts, lint }) => ({
    body,
    times: (facts as { times: readonly string[] }).times,
    lint: lint as LintFinding[],
  }));
}

const links = (body: string): number => body.match(/https?:\/\/|\bwww\./g)?.length ?? 0;

/** The address is asked again; says whether letters changed by it. */
const ask = (read: PublicAddress["read"]): Promise<boolean> => {
  outside = read;
  return keepPublicAddressProven(met.world, met.owner, signal);
};

test("without a proof 100 letters have no link; with one each has exactly one, under its times, the same each time (Q5)", async () => {
  const before = await hundredLetters();
  expect(before).toHaveLength(4 * people);
  expect(before.filter(({ body }) => links(body) > 0)).toEqual([]);

  expect(await ask(reached)).toBe(true);
  const letters = await hundredLetters();
  expect(letters).toHaveLength(4 * people);
  expect(letters.map(({ body }) => links(body))).toEqual(letters.map(() => 1));
  for (const { body, times } of letters) {
    expect(times.at(-1)).toMatch(/ https:\/\/rapport\.example\/b\/[\w-]{22}$/);
    expect(body).toContain(`\n${times.slice(-2).join("\n")}\n`);
  }
  expect(letters.flatMap(({ lint }) => lint).filter(({ rule }) => rule === "links" || rule === "long")).toEqual([]);
  // Of each person one, whatever the language.
  expect(new Set(letters.map(({ times }) => times.at(-1)!.slice(-22))).size).toBe(people);
  expect(await composeDrafts(met.world, met.owner)).toEqual({ composed: 0 });
});

test("a letter whose link cannot be opened any more does not leave (Q5)", async () => {
  await ask(reached);
  const { body } = (await proposedDrafts(met))[0]!;
  const isDead = async () => carriesDeadLink(body, await publicLinkBase(met.world, met.owner));
  expect(await isDead()).toBe(false);
  await ask(() => Promise.resolve("somebody else's page"));
  expect(await isDead()).toBe(true);
  expect(carriesDeadLink(body, "https://moved.example")).toBe(true);
  expect(carriesDeadLink("My page is https://lind.example/b/notes", undefined)).toBe(false);
});

test("the owner may want no links, proven or not", async () => {
  await ask(reached);
  const choices = { undoSeconds: 60, mayBookTheirs: false };
  await saveSendingSettings(met.world, met.owner, { ...choices, isLinkOffered: false });
  expect((await proposedDrafts(met)).filter(({ body }) => links(body) > 0)).toEqual([]);
  await saveSendingSettings(met.world, met.owner, { ...choices, isLinkOffered: true });
  expect((await proposedDrafts(met)).filter(({ body }) => links(body) === 1)).toHaveLength(people);
});

const unreachable = () => Promise.reject(new TroubleError({ kind: "unreachable", because: "nobody answers" }));
const late = (elapsed: Elapsed) => async () => met.clock.set(after(met.world.wall.now(), elapsed));
const nothing = async () => undefined;

test.each<{ name: string; read: PublicAddress["read"]; later: () => Promise<void>; kind: string; because?: RegExp }>([
  { name: "reached", read: reached, later: nothing, kind: "proven" },
  { name: "reached a week ago", read: reached, later: late({ days: 7 }), kind: "proven" },
  { name: "reached more than 8 days ago", read: reached, later: late({ days: 9 }), kind: "failed", because: /8 days/ },
  { name: "not reached", read: unreachable, later: nothing, kind: "failed", because: /nobody answers/ },
  { name: "another installation", read: async () => "x".repeat(43), later: nothing, kind: "failed", because: /else/ },
  { name: "an empty answer", read: async () => "", later: nothing, kind: "failed", because: /else/ },
])("$name: $kind", async ({ read, later, kind, because }) => {
  await ask(read);
  await later();
  const proof = await publicProofOf(met.world, met.owner);
  expect(proof.kind).toBe(kind);
  if (because !== undefined) expect(proof).toMatchObject({ because: expect.stringMatching(because) });
  expect(await publicLinkBase(met.world, met.owner)).toBe(kind === "proven" ? url : undefined);
});

test("a proof of another address proves nothing for this one, and none is asked for without an address", async () => {
  await ask(reached);
  const { publicAddress: _, ...unreached } = met.world;
  const moved = { ...met.world, publicAddress: { url: "https://moved.example", read: reached } };
  expect(await publicProofOf(moved, met.owner)).toEqual({ kind: "not_asked", url: "https://moved.example" });
  expect(await publicLinkBase(moved, met.owner)).toBeUndefined();
  expect(await publicProofOf(unreached, met.owner)).toEqual({ kind: "none" });
});
