import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { examine } from "../../src/doctor/examine.ts";
import type { EventId, ImportId, OwnerId } from "../../src/domain/ids.ts";
import type { CalendarEvent } from "../../src/domain/meeting/event.ts";
import type { Instant, Zone } from "../../src/domain/time.ts";
import { inviteOwner, joinByInvitation } from "../../src/flows/owner/invite-owner.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import type { World } from "../../src/flows/world.ts";
import { saveCalendars, saveEvents } from "../../src/store/events.ts";
import { archiveAccount } from "../../src/store/owners.ts";
import { takeWorkerLock } from "../../src/store/worker-lock.ts";
import { testDatabase } from "../support/postgres.ts";
import { useInstallation } from "../support/verb.ts";
import { temporaryFolder, testWorld } from "../support/world.ts";

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

test("tells whether a worker works on this database", async () => {
  const { address } = await testDatabase();
  const other = await testDatabase();
  useInstallation(address, temporaryFolder());
  process.env.PORT = "0";
  const worker = async () => (await examine()).find(({ name }) => name === "worker")?.state;
  const nothing = () => undefined;
  const lockOf = (place: typeof address) =>
    takeWorkerLock(place, { onWaiting: nothing, onLost: nothing, signal: new AbortController().signal });

  const elsewhere = await lockOf(other.address);
  expect(await worker()).toBe("warn");
  const here = await lockOf(address);
  expect(await worker()).toBe("ok");
  await here.release();
  await elsewhere.release();
});

test("looks at everybody at home, says whose things it means, and what holds for all once", async () => {
  const { world, owner, database } = await testWorld({ clock: "2026-11-16T14:00:00.000Z" as Instant });
  useInstallation(database.address, temporaryFolder());
  process.env.PORT = "0";
  process.env.HOST = "0.0.0.0";
  const about = async (...names: string[]) =>
    (await examine())
      .filter(({ name }) => names.includes(name))
      .map(({ name, state, says }) => `${name} ${state} ${says}`);
  const passphrase = "four words of some length";
  await setPassphrase(world, owner, passphrase);
  const { database: db } = world;
  await db
    .insertInto("import")
    .values(await brokenImport(world, owner))
    .execute();
  const alone = await about("material", "imports", "door");
  expect(alone).toEqual([
    "material warn No mail or calendar was brought in yet.",
    'imports warn "a.mbox" failed: disk full',
    "door ok pages answer on 0.0.0.0, to whoever signs in",
  ]);

  const invited = await inviteOwner(world, owner, "Mara");
  if (invited.kind === "refused") throw new Error(invited.says);
  const joined = await joinByInvitation(world, invited.token, { name: "Mio", passphrase });
  if (joined.kind !== "joined") throw new Error(joined.kind);
  expect(await about("material", "imports", "door")).toEqual([
    alone[0],
    'imports warn mara: "a.mbox" failed: disk full',
    alone[2],
    "imports ok mio: none has failed",
  ]);
  const unsure = { addresses_sure: false, passphrase_hash: null };
  await db.updateTable("owner").set(unsure).where("owner_id", "=", joined.ownerId).execute();
  const account = await archiveAccount(db, joined.ownerId, { accountId: world.ids.next(), at: world.clock.now() });
  await saveCalendars(db, joined.ownerId, account, ["Work"]);
  const zone = "Europe/Paris" as Zone;
  await saveEvents(db, joined.ownerId, account, zone, [{ id: world.ids.next<EventId>(), event: coffee }]);
  // The setting is for who is alone at home.
  process.env.RAPPORT_PASSPHRASE = passphrase;
  expect(await about("material", "owner", "door")).toEqual([
    "material warn mara: No mail or calendar was brought in yet.",
    "door ok mara: pages answer on 0.0.0.0, to whoever signs in",
    "material ok mio: 0 messages, 1 events",
    "owner warn mio: It is not plain which addresses are yours.",
    "door fail mio: Pages answer on 0.0.0.0, and nobody can sign in: they stay shut from outside.",
  ]);
});

async function brokenImport({ database, ids, clock }: World, owner: OwnerId) {
  const at = clock.now();
  return {
    owner_id: owner,
    import_id: ids.next<ImportId>(),
    account_id: await archiveAccount(database, owner, { accountId: ids.next(), at }),
    path: "/a.mbox",
    name: "a.mbox",
    fingerprint: "a",
    kept_by_us: false,
    csv_mapping: null,
    state: "failed" as const,
    because: "disk full",
    cursor: null,
    started_at: at,
    ended_at: at,
  };
}

const coffee: CalendarEvent = {
  calendar: "Work",
  uid: "a",
  sequence: 0,
  title: "Coffee",
  time: {
    kind: "timed",
    startsAt: "2026-11-16T09:00:00.000Z" as Instant,
    endsAt: "2026-11-16T10:00:00.000Z" as Instant,
    zone: "Europe/Paris" as Zone,
  },
  status: "confirmed",
  kind: "busy",
  attendees: [],
  changedAt: "2026-11-16T09:00:00.000Z" as Instant,
  notes: [],
};

test.each([
  ["is not there", undefined, 0o600, { "mail news": "fail" }],
  ["is none", "{}", 0o600, { "mail news": "fail", "mail news key": "ok" }],
  ["may be read by others", "{}", 0o644, { "mail news": "fail", "mail news key": "warn" }],
])("names what is wrong where the key of the subscription %s", async (_, text, mode, states) => {
  const { address } = await testDatabase();
  const home = temporaryFolder();
  useInstallation(address, home);
  const key = join(home, "key.json");
  if (text !== undefined) writeFileSync(key, text);
  if (text !== undefined) chmodSync(key, mode);
  Object.assign(process.env, {
    PORT: "0",
    GMAIL_TOPIC: "projects/rapport/topics/mail",
    GMAIL_SUBSCRIPTION: "projects/rapport/subscriptions/mail",
    GMAIL_SUBSCRIPTION_KEY: key,
  });
  const found = (await examine()).filter(({ name }) => name.startsWith("mail news"));
  expect(Object.fromEntries(found.map(({ name, state }) => [name, state]))).toEqual(states);
  expect(found[0]?.says).toMatch(/GMAIL_SUBSCRIPTION_KEY|key of a service account/);
});
