/** Rows of what is written into accounts and of notifications: each owner's own, claimed by one at a time. */
import { describe, expect, test } from "vitest";
import type { AccountId, ChannelId, OwnerId } from "../../src/domain/ids.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { connectAccount } from "../../src/store/accounts.ts";
import {
  addChannel,
  changeChannel,
  channelOfToken,
  isPushed,
  loadChannels,
  watchedMailboxes,
} from "../../src/store/push-channels.ts";
import { readWritten } from "../../src/store/read/written.ts";
import { ensureStreams } from "../../src/store/streams.ts";
import { changeWritten, loadWritten, retryRefused, wantWritten } from "../../src/store/written.ts";
import { testWorld } from "../support/world.ts";
import { seedOwner } from "../support/world-on.ts";

const now = "2026-11-16T14:00:00.000Z" as Instant;
const { world, owner } = await testWorld({ clock: now });
const { database } = world;
const stranger = await seedOwner(world);

async function account(of: OwnerId, provider: "google" | "microsoft" = "google"): Promise<AccountId> {
  const accountId = world.ids.next<AccountId>();
  await connectAccount(database, of, {
    accountId,
    provider,
    identityKey: accountId,
    address: "mara@nordlys.example",
    tenant: undefined,
    scopes: [],
    accessEndsOn: undefined,
    at: now,
  });
  return accountId;
}

const few = { at: now, max: 10 };
const subject = () => ({ subjectId: world.ids.next<string>(), hash: "ab", key: world.random(16).toString("hex") });

describe("what is written", () => {
  test("has one row for each owner, whatever the other's is called", async () => {
    const [mine, theirs, one] = [await account(owner), await account(stranger), subject()];
    await wantWritten(database, owner, mine, "task", [one], few);
    await wantWritten(database, stranger, theirs, "task", [one], few);
    await wantWritten(database, owner, mine, "task", [{ ...one, hash: "cd" }], few);
    const [row, ...rest] = await loadWritten(database, owner, mine, "task");
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ ...one, state: "wanted", attempts: 0, version: 1 });
    await changeWritten(database, owner, mine, row!, { state: "refused", because: "no" }, now);
    expect(await retryRefused(database, stranger, theirs, now)).toBe(0);
    expect((await loadWritten(database, stranger, theirs, "task"))[0]?.state).toBe("wanted");
    expect(await readWritten(database, stranger, theirs)).toEqual({
      standing: { card: 0, task: 0, draft: 0 },
      told: [],
    });
  });

  test("begins with so many at a time, and goes on with the others", async () => {
    const [mine, theirs, all] = [await account(owner), await account(owner), [subject(), subject(), subject()]];
    await wantWritten(database, owner, theirs, "draft", all.slice(0, 1), few);
    const want = () => wantWritten(database, owner, mine, "draft", all, { at: now, max: 1 });
    expect([await want(), await want(), await want()]).toEqual([1, 1, 0]);
    const made = await loadWritten(database, owner, mine, "draft");
    expect(made.map(({ subjectId }) => subjectId)).toEqual(all.slice(1).map(({ subjectId }) => subjectId));
  });

  test("of two who claim a row one has it", async () => {
    const [mine, one] = [await account(owner), subject()];
    await wantWritten(database, owner, mine, "draft", [one], few);
    const [row] = await loadWritten(database, owner, mine, "draft");
    const claims = await Promise.all(
      [1, 2, 3].map(() => changeWritten(database, owner, mine, row!, { state: "unknown", attempts: 1 }, now)),
    );
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    expect(await loadWritten(database, owner, mine, "draft")).toMatchObject([{ state: "unknown", version: 2 }]);
  });

  test("a letter and a reminder stand in one account, until they are taken away there; a card in each", async () => {
    const [first, second, one] = [await account(owner), await account(owner), subject()];
    for (const kind of ["draft", "task", "card"] as const) {
      await wantWritten(database, owner, first, kind, [one], few);
      await wantWritten(database, owner, second, kind, [{ ...one, key: world.random(16).toString("hex") }], few);
      expect([kind, (await loadWritten(database, owner, second, kind)).length]).toEqual([
        kind,
        kind === "card" ? 1 : 0,
      ]);
      // The next kind has the same key.
      await database.deleteFrom("written").where("owner_id", "=", owner).where("kind", "=", kind).execute();
    }
    await wantWritten(database, owner, first, "draft", [one], few);
    const [row] = await loadWritten(database, owner, first, "draft");
    await changeWritten(database, owner, first, row!, { state: "removed" }, now);
    await wantWritten(database, owner, second, "draft", [one], few);
    expect(await loadWritten(database, owner, second, "draft")).toHaveLength(1);
  });

  test("what was not taken is looked for first, where nobody knew whether it was made", async () => {
    const mine = await account(owner);
    await wantWritten(database, owner, mine, "task", [subject(), subject()], few);
    const [made, unknown] = await loadWritten(database, owner, mine, "task");
    await changeWritten(database, owner, mine, made!, { state: "refused", ref: "r" }, now);
    await changeWritten(database, owner, mine, unknown!, { state: "refused", attempts: 5 }, now);
    expect(await retryRefused(database, owner, mine, now)).toBe(2);
    expect(await loadWritten(database, owner, mine, "task")).toMatchObject([
      { state: "standing", ref: "r" },
      { state: "unknown", attempts: 0 },
    ]);
  });
});

describe("notifications", () => {
  const later = after(now, { days: 7 });
  const open = async (of: OwnerId, accountId: AccountId, noun: "mail" | "calendar", token: string) => {
    const channelId = world.ids.next<ChannelId>();
    await addChannel(database, of, accountId, { channelId, noun, name: noun, tokenHash: Buffer.from(token) });
    return channelId;
  };

  test("are known by their token alone, at their own provider, and as long as the account is open", async () => {
    const [mine, theirs] = [await account(owner), await account(stranger)];
    const channelId = await open(owner, mine, "calendar", "mine");
    await open(stranger, theirs, "calendar", "theirs");
    expect(await channelOfToken(database, "google", Buffer.from("mine"))).toMatchObject({ ownerId: owner, channelId });
    expect(await channelOfToken(database, "microsoft", Buffer.from("mine"))).toBeUndefined();
    expect(await channelOfToken(database, "google", Buffer.from("else"))).toBeUndefined();
    expect(await loadChannels(database, stranger, theirs)).toHaveLength(1);
    await database.updateTable("account").set({ state: "closing" }).where("account_id", "=", mine).execute();
    expect(await channelOfToken(database, "google", Buffer.from("mine"))).toBeUndefined();
  });

  test("of mail name the mailbox, whosoever it is", async () => {
    const mine = await account(owner);
    await open(owner, mine, "mail", "mail");
    const found = await watchedMailboxes(database, "google", "mara@nordlys.example");
    expect(found.map(({ accountId }) => accountId)).toEqual([mine]);
    expect(await watchedMailboxes(database, "google", "sam@nordlys.example")).toEqual([]);
  });

  test("polls may wait when every stream has one that lives", async () => {
    const mine = await account(owner);
    const pushed = (at = now) => isPushed(database, owner, mine, "calendar", at);
    expect(await pushed()).toBe(false);
    await ensureStreams(database, owner, mine, "calendar", [{ name: "calendar", kind: "fresh" }]);
    const channelId = await open(owner, mine, "calendar", "pushed");
    expect(await pushed()).toBe(false);
    await changeChannel(database, owner, mine, channelId, { state: "live", ref: "r", openedAt: now, endsAt: later });
    expect(await pushed()).toBe(true);
    expect(await pushed(later)).toBe(false);
    await ensureStreams(database, owner, mine, "calendar", [{ name: "second", kind: "fresh" }]);
    expect(await pushed()).toBe(false);
  });
});
