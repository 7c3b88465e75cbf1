/** Connected accounts from the sign-in to the people found in them, on the real store, adapters and sandbox. */
import { describe, expect, test } from "vitest";
import type { AccountId, OwnerId } from "../../src/domain/ids.ts";
import { after } from "../../src/domain/time.ts";
import { readNow } from "../../src/flows/accounts/change-account.ts";
import { closeAccount, disconnectAccount } from "../../src/flows/accounts/disconnect.ts";
import { readProfile } from "../../src/flows/accounts/read-profile.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { scanMail } from "../../src/flows/accounts/scan-mail.ts";
import { freeTimeOf } from "../../src/flows/meeting/free-time.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { findConnected } from "../../src/store/accounts.ts";
import { ownerAddresses } from "../../src/store/owners.ts";
import { replayDeadLetters } from "../../src/store/scan-items.ts";
import { type CloudWorld, cloudWorld } from "../support/cloud-world.ts";
import { letter, morning, type Office, readAll, readMail, signal, smallOffice } from "../support/connected-office.ts";
import { seedOwner } from "../support/world-on.ts";

const streamOf = ({ world, owner, accountId }: Office, name: string) =>
  world.database
    .selectFrom("stream")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
const subjects = async ({ world, owner }: CloudWorld) =>
  (
    await world.database
      .selectFrom("message")
      .select("subject")
      .where("owner_id", "=", owner)
      .orderBy("subject")
      .execute()
  ).map(({ subject }) => subject);

describe("mail (S2, S3, S4)", () => {
  test("what comes in after the first reading is there after the next poll, and nothing twice", async () => {
    const office = await smallOffice();
    await readMail(office);
    expect(await subjects(office)).toEqual(["About answer", "About sent-0", "About sent-1", "About sent-2"]);
    const account = office.cloud.account("mara@nordlys.example")!;
    account.mailbox.add({
      ...letter("news", "sam@harbourline.example", account.address),
      place: "inbox",
      marks: [],
      at: office.clock.now(),
    });
    await readMail(office);
    await readMail(office);
    expect(await subjects(office)).toEqual([
      "About answer",
      "About news",
      "About sent-0",
      "About sent-1",
      "About sent-2",
    ]);
  });

  test("an expired cursor starts a bounded reading from the last success, and what came meanwhile is found", async () => {
    const office = await smallOffice();
    await readMail(office);
    const account = office.cloud.account("mara@nordlys.example")!;
    office.clock.set(after(office.clock.now(), { days: 20 }));
    account.mailbox.add({
      ...letter("missed", "noor@globex.example", account.address),
      place: "inbox",
      marks: [],
      at: after(office.clock.now(), { days: -2 }),
    });
    office.clock.set(after(office.clock.now(), { days: 15 }));
    await readMail(office);
    expect(await subjects(office)).toContain("About missed");
    expect(await streamOf(office, "mail")).toMatchObject({ state: "current", because: null });
  });

  test("two readers at once store each message once, and one of them gives way", async () => {
    const office = await smallOffice();
    await Promise.all([readMail(office), readMail(office)]);
    expect(await subjects(office)).toHaveLength(4);
    expect(await streamOf(office, "sent")).toMatchObject({ listed: 3, stored: 3 });
  });

  test("a message that cannot be read is tried again, becomes a dead letter at last, and can be replayed", async () => {
    const office = await smallOffice();
    const { network } = office;
    const working = network.fetch;
    let poison = true;
    network.fetch = async (request) => {
      const answer = await working(request);
      const isPoisoned =
        poison && /messages\/[^/?]+\?/.test(request.url) && (await answer.clone().text()).includes("About sent-1");
      return isPoisoned ? new Response("{}", { status: 500, headers: { "content-type": "application/json" } }) : answer;
    };
    await readMail(office);
    expect(await subjects(office)).not.toContain("About sent-1");
    const item = () =>
      office.world.database.selectFrom("scan_item").selectAll().where("owner_id", "=", office.owner).executeTakeFirst();
    for (let days = 0; days < 4; days += 1) {
      office.clock.set(after(office.clock.now(), { hours: 24 }));
      await readMail(office);
      for (let tries = 0; tries < 3; tries += 1) await readMail(office);
    }
    for (let tries = 0; tries < 10 && (await item())?.state === "waiting"; tries += 1) {
      office.clock.set(after(office.clock.now(), { days: 3 }));
      await readMail(office);
    }
    expect(await item()).toMatchObject({ state: "dead" });
    poison = false;
    expect(await replayDeadLetters(office.world.database, office.owner, office.accountId, office.clock.now())).toBe(1);
    await readMail(office);
    expect(await subjects(office)).toContain("About sent-1");
    expect(await item()).toBeUndefined();
  });
});

describe("signing in (S8)", () => {
  test("access that was taken back stops the account with the reason, and connecting again goes on where it stood", async () => {
    const office = await smallOffice();
    await readMail(office);
    const account = office.cloud.account("mara@nordlys.example")!;
    office.vendors.google.signIn.grants.revokeAll(account);
    office.clock.set(after(office.clock.now(), { hours: 2 }));
    expect(await scanMail(office.world, office.owner, office.accountId, signal)).toBeUndefined();
    expect(await findConnected(office.world.database, office.owner, office.accountId)).toMatchObject({
      state: "reconnect",
    });
    account.mailbox.add({
      ...letter("meanwhile", "priya@acme.example", account.address),
      place: "inbox",
      marks: [],
      at: office.clock.now(),
    });
    const again = await office.connect("google", { address: account.address }, { accountId: office.accountId });
    expect(again).toMatchObject({ kind: "connected", isNew: false, accountId: office.accountId });
    await readMail(office);
    expect(await subjects(office)).toContain("About meanwhile");
  });

  test("another account than the one to be connected again is refused with both names", async () => {
    const office = await smallOffice();
    office.cloud.add({
      provider: "google",
      address: "other@elsewhere.example",
      given: "Otto",
      family: "Other",
      zone: "Europe/Paris" as never,
    });
    const came = await office.connect(
      "google",
      { address: "other@elsewhere.example" },
      { accountId: office.accountId },
    );
    expect(came).toEqual({ kind: "another_account", wanted: "mara@nordlys.example", came: "other@elsewhere.example" });
  });

  test("what was not ticked is missing, and the rest works", async () => {
    const office = await smallOffice({ scopes: ["https://www.googleapis.com/auth/gmail.readonly"] });
    await readMail(office);
    expect(await subjects(office)).toHaveLength(4);
    expect(await scanCalendars(office.world, office.owner, office.accountId, signal)).toBeUndefined();
  });

  test("a no at the provider's page, and a way back that is used twice, connect nothing", async () => {
    const office = await cloudWorld({ clock: morning });
    office.cloud.add({
      provider: "google",
      address: "mara@nordlys.example",
      given: "Mara",
      family: "Lindqvist",
      zone: "Europe/Paris" as never,
    });
    const no = await office.connect("google", { address: "mara@nordlys.example", decision: "deny" });
    expect(no).toMatchObject({ kind: "trouble", trouble: { kind: "declined" } });
    expect(await office.world.database.selectFrom("account").selectAll().execute()).toEqual([]);
  });
});

describe("aliases (R1)", () => {
  const main = "mara@nordlys.example";
  const alias = "mara@side.example";
  const shared = "shop@side.example";

  const open = async () => {
    const office = await cloudWorld({ clock: morning });
    const account = office.cloud.add({
      provider: "google",
      address: main,
      aliases: [alias, shared],
      given: "Mara",
      family: "Lindqvist",
      zone: "Europe/Paris" as never,
    });
    const signed = await office.connect("google", { address: main });
    const { accountId } = signed as Extract<typeof signed, { kind: "connected" }>;
    const { world, owner } = office;
    const read = () => readProfile(world, owner, accountId, signal);
    await read();
    const standing = async () =>
      Object.fromEntries(
        (await ownerAddresses(world.database, owner)).map((one) => [
          one.address,
          `${one.standing} ${one.because[0]?.rule}`,
        ]),
      );
    return { ...office, accountId, account, read, standing };
  };

  test("mail from an alias is the owner's own, and whom it went to is a person they know", async () => {
    const office = await open();
    const { world, owner, account, standing } = office;
    expect(await standing()).toEqual({
      [main]: "said owner.connected",
      [alias]: "said owner.alias",
      [shared]: "said owner.alias",
    });
    const at = office.clock.now();
    account.mailbox.add({ ...letter("asked", alias, "priya@acme.example"), place: "sent", marks: [], at });
    account.mailbox.add({ ...letter("told", "priya@acme.example", alias), place: "inbox", marks: [], at });
    await readAll(office);
    await refresh(world, owner);
    expect(await world.database.selectFrom("sender").select(["address", "class"]).execute()).toEqual([
      { address: "priya@acme.example", class: "candidate" },
    ]);
  });

  test("the owner's word stands above what an account tells, and one that it tells no more is theirs no more", async () => {
    const { world, owner, account, read, standing } = await open();
    await sayOwnerAddresses(world, owner, [alias]);
    const said = { [main]: "refused owner.connected", [alias]: "said owner.said", [shared]: "refused owner.alias" };
    expect(await standing()).toEqual(said);
    Object.assign(account, { aliases: ["lind@side.example"] });
    await read();
    expect(await standing()).toEqual({ ...said, "lind@side.example": "said owner.alias" });
    Object.assign(account, { aliases: [] });
    await read();
    expect(await standing()).toEqual(said);
  });

  test("disconnecting takes back what the account alone told", async () => {
    const { world, owner, accountId, standing, ...office } = await open();
    const second = "mara@lind.example";
    office.cloud.add({ provider: "google", address: second, given: "Mara", family: "Lind", zone: office.account.zone });
    await office.connect("google", { address: second });
    await disconnectAccount(world, owner, accountId);
    await closeAccount(world, owner, accountId, signal);
    expect(await standing()).toEqual({ [second]: "said owner.connected" });
  });
});

describe("calendars (Q1)", () => {
  test("one that cannot be read takes all of its time until it can be read again", async () => {
    const office = await smallOffice();
    const { world, owner, accountId, network, clock } = office;
    await scanCalendars(world, owner, accountId, signal);
    const unknown = async () =>
      (await freeTimeOf(world, await ownerView(world, owner, clock.now()))).busy.filter(
        ({ kind }) => kind === "unknown",
      );
    expect(await unknown()).toEqual([]);
    const working = network.fetch;
    network.fetch = async (request) =>
      request.url.includes("/events")
        ? new Response("{}", { status: 403, headers: { "content-type": "application/json" } })
        : working(request);
    clock.set(after(clock.now(), { hours: 2 }));
    await expect(scanCalendars(world, owner, accountId, signal)).rejects.toThrow(TroubleError);
    expect(await unknown()).toHaveLength(1);
    network.fetch = working;
    await scanCalendars(world, owner, accountId, signal);
    expect(await unknown()).toEqual([]);
  });

  test.each(["google", "microsoft"] as const)(
    "%s: an idle poll is one request a calendar; which there are is asked every two hours, at once when the owner looks",
    async (provider) => {
      const office = await cloudWorld({ clock: morning });
      const address = "mara@nordlys.example";
      const account = office.cloud.add({
        provider,
        address,
        given: "Mara",
        family: "Lind",
        zone: "Europe/Paris" as never,
      });
      const share = (name: string) =>
        account.calendars.putCalendar({ ...account.calendars.main, id: name, name, isMain: false }, office.clock.now());
      share("Family");
      const signed = await office.connect(provider, { address });
      const { accountId } = signed as Extract<typeof signed, { kind: "connected" }>;
      const { world, owner, network, clock } = office;
      const working = network.fetch;
      let asked: string[] = [];
      network.fetch = (request) => {
        asked.push(new URL(request.url).pathname);
        return working(request);
      };
      const poll = async (minutes: number) => {
        clock.set(after(clock.now(), { minutes }));
        asked = [];
        const { read } = (await scanCalendars(world, owner, accountId, signal))!;
        return { read, asked: asked.length };
      };
      await poll(0);
      expect(await poll(5)).toEqual({ read: 2, asked: 2 });
      share("Club");
      expect(await poll(5)).toEqual({ read: 2, asked: 2 });
      expect(await poll(110)).toMatchObject({ read: 3 });
      share("Choir");
      await readNow(world, owner, accountId);
      expect(await poll(5)).toMatchObject({ read: 4 });
      expect(office.watch.problems).toEqual([]);
    },
  );
});

describe("disconnecting", () => {
  test("gives access back and erases what came from the account alone; another owner's stays", async () => {
    const office = await smallOffice();
    const { world, owner, accountId, cloud, vendors } = office;
    await readAll(office);
    const other = await seedOwner(world);
    const theirs = await office.connect("google", { address: "mara@nordlys.example" }, { owner: other });
    await readAll({ ...office, owner: other, accountId: (theirs as { accountId: AccountId }).accountId });
    expect(await disconnectAccount(world, owner, accountId)).toBe(true);
    await closeAccount(world, owner, accountId, signal);
    expect(await findConnected(world.database, owner, accountId)).toMatchObject({ state: "closed" });
    for (const table of [
      "message",
      "event",
      "card",
      "stream",
      "scan_item",
      "message_place",
      "account_token",
    ] as const) {
      const rows = async (of: OwnerId) =>
        (await world.database.selectFrom(table).select("owner_id").where("owner_id", "=", of).execute()).length;
      expect([table, await rows(owner)]).toEqual([table, 0]);
    }
    expect(await subjects({ ...office, owner: other })).toHaveLength(4);
    expect(
      vendors.google.signIn.grants.allowed(cloud.account("mara@nordlys.example")!, "rapport.apps.example"),
    ).toEqual([]);
  });
});
