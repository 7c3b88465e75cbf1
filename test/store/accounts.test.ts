/** What connected accounts stand on in the database: pace and turns shared by processes, sealed tokens, registrations. */
import { describe, expect, test } from "vitest";
import type { AccountId, OwnerId } from "../../src/domain/ids.ts";
import { after, type Instant, millisOf } from "../../src/domain/time.ts";
import { keyChecks } from "../../src/store/key-checks.ts";
import { newMasterKey, openKeyring, rotate, wrapsWithOlder } from "../../src/store/keys.ts";
import { findClient, noteClientTry, saveClient, wrappedClientKeys } from "../../src/store/oauth-clients.ts";
import { drawPace, openTurns, paceSpent, pausePace } from "../../src/store/pace.ts";
import { openVault, removeTokens, saveTokens, type Tokens, wrappedTokenKeys } from "../../src/store/tokens.ts";
import { random, wallClock } from "../../src/world.ts";
import { testWorld } from "../support/world.ts";

const now = "2026-11-16T14:00:00.000Z" as Instant;
const never = "2027-11-16T14:00:00.000Z" as Instant;
const { world, owner } = await testWorld({ clock: now });
const { database } = world;
const later = (milliseconds: number) => after(now, { milliseconds });
/** 6,000 units a minute: one in 10 ms. */
const gmail = (key: string, units: number) => ({ key, units, unitsPerMinute: 6_000, burst: 100 });

describe("pace (S5)", () => {
  test("calls go at once until the burst is drawn, then at the rate", async () => {
    const draw = () => drawPace(database, [gmail("a", 50)], { isInteractive: true, now, latest: never });
    expect([await draw(), await draw(), await draw(), await draw()]).toEqual([now, now, later(500), later(1_000)]);
  });

  test("background calls get three quarters of it, and leave the last quarter to whoever waits before a page", async () => {
    const draw = (isInteractive: boolean) =>
      drawPace(database, [gmail("b", 75)], { isInteractive, now, latest: never });
    expect([await draw(false), await draw(false), await draw(false)]).toEqual([now, later(1_000), later(2_000)]);
    // 225 units were drawn, 100 at once: 125 of the whole rate are owed, and this call's own 75.
    expect(await draw(true)).toEqual(later(2_000));
  });

  test("a minute of background work draws its share of the budget, to the unit", async () => {
    let at = now;
    let drawn = 0;
    for (;;) {
      at = await drawPace(database, [gmail("c", 20)], { isInteractive: false, now: at, latest: never });
      if (at >= later(60_000)) break;
      drawn += 20;
    }
    expect(drawn).toBeGreaterThanOrEqual(4_500 + 75 - 20);
    expect(drawn).toBeLessThanOrEqual(4_500 + 75 + 20);
  });

  test("of several budgets the fullest decides, and all are drawn or none", async () => {
    const both = [gmail("d", 60), { key: "project", units: 60, unitsPerMinute: 600, burst: 80 }];
    const how = { isInteractive: true, now, latest: later(100) };
    expect(await drawPace(database, both, how)).toBe(now);
    const refused = await drawPace(database, both, how);
    expect(millisOf(refused) - millisOf(now)).toBe(4_000);
    expect(await paceSpent(database, "d", now)).toBe(60);
    // The first budget has room for this one: the call that could not go took nothing of it.
    expect(await drawPace(database, [gmail("d", 40)], how)).toBe(now);
  });

  test("a pause holds whatever the budget says, and a shorter one never shortens it", async () => {
    await pausePace(database, "e", later(30_000));
    await pausePace(database, "e", later(5_000));
    expect(await drawPace(database, [gmail("e", 1)], { isInteractive: true, now, latest: never })).toBe(later(30_000));
  });

  test("what was drawn is counted by the day", async () => {
    const tomorrow = after(now, { days: 1 });
    await drawPace(database, [gmail("f", 20)], { isInteractive: false, now, latest: never });
    await drawPace(database, [gmail("f", 5)], { isInteractive: false, now: tomorrow, latest: never });
    expect([await paceSpent(database, "f", now), await paceSpent(database, "f", tomorrow)]).toEqual([0, 5]);
  });

  test("a hundred calls at once draw as many units as one after the other", async () => {
    const all = await Promise.all(
      Array.from({ length: 100 }, () =>
        drawPace(database, [gmail("g", 10)], { isInteractive: true, now, latest: never }),
      ),
    );
    expect(all.toSorted().at(-1)).toBe(later(9_000));
    expect(new Set(all).size).toBe(91);
  });
});

describe("turns (four at a time over all processes)", () => {
  const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
  const process = () => openTurns({ database, wall: wallClock.now, holder: () => world.ids.next(), sleep });
  const signal = new AbortController().signal;

  test("two processes together never hold more than four", async () => {
    const [one, other] = [process(), process()];
    let held = 0;
    let most = 0;
    const work = async (turns: ReturnType<typeof openTurns>) => {
      const giveBack = await turns.take("graph/mailbox/x", 4, signal);
      held += 1;
      most = Math.max(most, held);
      await sleep(5);
      held -= 1;
      await giveBack();
    };
    await Promise.all(Array.from({ length: 12 }, (_, nth) => work(nth % 2 === 0 ? one : other)));
    expect(most).toBe(4);
    expect(held).toBe(0);
  });

  test("who gives up waiting leaves the line to the others", async () => {
    const turns = process();
    const giveBack = await turns.take("y", 1, signal);
    const gone = new AbortController();
    const waiting = turns.take("y", 1, gone.signal);
    const next = turns.take("y", 1, signal);
    gone.abort(new Error("no longer wanted"));
    await expect(waiting).rejects.toThrow("no longer wanted");
    await giveBack();
    await (await next)();
  });
});

const given = newMasterKey(random);
const keyring = await openKeyring({ given, checks: keyChecks(database, wallClock), random });
const vault = openVault({
  database,
  keyring: async () => keyring,
  wall: wallClock.now,
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds / 10)),
});

async function account(of: OwnerId): Promise<{ ownerId: OwnerId; accountId: AccountId }> {
  const accountId = world.ids.next<AccountId>();
  await database
    .insertInto("account")
    .values({ owner_id: of, account_id: accountId, provider: "google", name: "Mara", state: "open", created_at: now })
    .execute();
  return { ownerId: of, accountId };
}
const tokens: Tokens = {
  accessToken: "access-1",
  accessEndsAt: later(3_599_000),
  refreshToken: "refresh-1",
  scopes: ["openid"],
};

describe("tokens", () => {
  test("are read back as they were, and stand sealed in the database, to their account alone", async () => {
    const [mine, other] = [await account(owner), await account(owner)];
    await saveTokens(database, keyring, mine, tokens, now);
    expect(await vault.read(mine)).toEqual(tokens);
    const row = await database
      .selectFrom("account_token")
      .selectAll()
      .where("account_id", "=", mine.accountId)
      .executeTakeFirstOrThrow();
    expect(row.sealed.includes("refresh-1")).toBe(false);
    await database
      .insertInto("account_token")
      .values({ ...row, account_id: other.accountId })
      .execute();
    await expect(vault.read(other)).rejects.toMatchObject({ because: "corrupt" });
    await removeTokens(database, other);
  });

  test("ten that find them stale renew once, and a rotated refresh token is kept", async () => {
    const key = await account(owner);
    await saveTokens(database, keyring, key, tokens, now);
    let renewals = 0;
    const renew = () =>
      vault.renew(key, "access-1", async ({ refreshToken }) => {
        renewals += 1;
        expect(refreshToken).toBe("refresh-1");
        await new Promise((done) => setTimeout(done, 20));
        return {
          accessToken: "access-2",
          accessEndsAt: later(7_000_000),
          refreshToken: "refresh-2",
          scopes: ["openid"],
        };
      });
    const all = await Promise.all(Array.from({ length: 10 }, renew));
    expect(renewals).toBe(1);
    expect(new Set(all.map((one) => one?.accessToken))).toEqual(new Set(["access-2"]));
    expect((await vault.read(key))?.refreshToken).toBe("refresh-2");
  });

  test("a renewal that fails leaves them as they were, and the next one may try at once", async () => {
    const key = await account(owner);
    await saveTokens(database, keyring, key, tokens, now);
    await expect(vault.renew(key, "access-1", () => Promise.reject(new Error("no network")))).rejects.toThrow(
      "no network",
    );
    const { refreshToken: _, ...withoutRefresh } = { ...tokens, accessToken: "access-3" };
    expect(await vault.renew(key, "access-1", async () => withoutRefresh)).toMatchObject({ refreshToken: "refresh-1" });
  });

  test("of an account that has none there is nothing to renew", async () => {
    const key = await account(owner);
    await saveTokens(database, keyring, key, tokens, now);
    await removeTokens(database, key);
    expect(await vault.read(key)).toBeUndefined();
    expect(await vault.renew(key, "access-1", () => Promise.reject(new Error("not asked")))).toBeUndefined();
  });
});

test("a registration is sealed, replaced by a new one, and says how its last try went", async () => {
  const client = { clientId: "rapport.apps.example", clientSecret: "s3cret" };
  await saveClient(database, keyring, "google", { client, isTesting: true, at: now });
  await noteClientTry(database, "google", {
    wrongSetting: "redirect",
    because: "The redirect address is not registered.",
  });
  expect(await findClient(database, keyring, "google")).toMatchObject({
    client,
    standing: { isTesting: true, wrongSetting: "redirect" },
  });
  await saveClient(database, keyring, "google", { client: { clientId: "other" }, isTesting: false, at: now });
  expect(await findClient(database, keyring, "google")).toMatchObject({
    client: { clientId: "other" },
    standing: { wrongSetting: undefined },
  });
  expect(await findClient(database, keyring, "microsoft")).toBeUndefined();
});

test("a rotation wraps the keys of tokens and registrations too", async () => {
  const key = await account(owner);
  await saveTokens(database, keyring, key, tokens, now);
  const newest = await openKeyring({
    given: `${newMasterKey(random)},${given}`,
    checks: keyChecks(database, wallClock),
    random,
  });
  const stores = [wrappedTokenKeys(database), wrappedClientKeys(database)];
  expect(await wrapsWithOlder(newest, stores)).toBe(true);
  expect(await rotate(newest, stores)).toBeGreaterThanOrEqual(2);
  expect(await wrapsWithOlder(newest, stores)).toBe(false);
  const rotated = openVault({
    database,
    keyring: async () => newest,
    wall: wallClock.now,
    sleep: async () => undefined,
  });
  expect(await rotated.read(key)).toEqual(tokens);
});
