/** The owner of the sample, whose mail, calendars and contacts lie at a provider instead of in files. */
import { describe, expect, test } from "vitest";
import type { AccountId } from "../../src/domain/ids.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { fillFromSample } from "../../src/sandbox/cloud/fill-sample.ts";
import { cloudWorld } from "../support/cloud-world.ts";
import { morning, readAll, signal } from "../support/connected-office.ts";

const streamOf = ({ world, owner, accountId }: Parameters<typeof readAll>[0], name: string) =>
  world.database
    .selectFrom("stream")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .where("name", "=", name)
    .executeTakeFirstOrThrow();

describe("the owner of the sample", () => {
  test("connects Google, and everything that lies there is read once and tells of the same people", async () => {
    const office = await cloudWorld({ clock: morning });
    const { world, owner, cloud, watch, vendors } = office;
    const { main } = fillFromSample(cloud, { provider: "google" });
    const signed = await office.connect("google", { address: main.address });
    expect(signed).toMatchObject({ kind: "connected", isNew: true, missing: [] });
    const connected = { ...office, accountId: (signed as { accountId: AccountId }).accountId };
    await readAll(connected);
    const [sent, fresh] = [await streamOf(connected, "sent"), await streamOf(connected, "mail")];
    expect([sent.state, fresh.state]).toEqual(["over", "current"]);
    const gets = watch.exercised.get("gmail.users.messages.get");
    // One call a message: what both streams listed is read once.
    expect(gets).toBe(sent.stored + fresh.stored);
    expect(sent.listed + fresh.listed).toBe(gets);
    expect(sent.counted).toBe(main.mailbox.count("sent"));
    const found = await refresh(world, owner, signal);
    expect(found.owner.addresses.map(({ address }) => address)).toContain(main.address);
    expect(found.contacts).toBeGreaterThan(40);
    expect(found.drafts).toBeGreaterThan(3);
    // Again: two polls cost two units each, and nothing changes.
    const before = vendors.quota.usage(`gmail/${main.address}`);
    await readAll(connected);
    expect(watch.exercised.get("gmail.users.messages.get")! - gets!).toBeLessThanOrEqual(120);
    expect(before).toBeDefined();
    expect(watch.problems).toEqual([]);
  }, 300_000);
});
