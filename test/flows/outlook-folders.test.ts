/** Outlook's other folders: what a rule or a hand filed away is read as well, whatever happens between two polls (S2, S3). */
import { describe, expect, test } from "vitest";
import { after } from "../../src/domain/time.ts";
import type { CloudMessage, Place } from "../../src/sandbox/cloud/mailbox.ts";
import { chance } from "../../src/sandbox/random.ts";
import { type Case, connect } from "../support/faults/fault-world.ts";
import { compareMail, read } from "../support/faults/scan-journeys.ts";
import { faultsOnce, messageIdsOf, streamsOf } from "../support/faults/scanned.ts";
import { fillMail, putMessage } from "../support/faults/tiny-account.ts";

const faults = faultsOnce();
const open = async (): Promise<Case> => (await faults()).open("microsoft");
const poll = async (one: Case, accountId: Awaited<ReturnType<typeof connect>>) =>
  expect(await read(one, accountId, "scan_mail")).toEqual({ reconnected: 0, wrong: [] });

/** Where an owner or a rule puts a message from where it lies; what comes back out of the rubbish is another story: see below. */
const moves: Readonly<Partial<Record<Place, readonly Place[]>>> = {
  inbox: ["archive", "trash", "spam"],
  archive: ["inbox", "trash"],
};

test.each([1, 2, 3, 4, 5, 6])(
  "a mailbox in which mail is filed, moved and thrown away is as it is there: seed %i",
  async (seed) => {
    const one = await open();
    const draw = chance(seed, "outlook-folders");
    fillMail(one);
    const accountId = await connect(one);
    await poll(one, accountId);
    const { mailbox } = one.mine;
    for (let step = 0; step < 30; step += 1) {
      one.clock.set(after(one.clock.now(), { minutes: draw.whole(0, 40) }));
      const known: readonly CloudMessage[] = [...mailbox.newestFirst()].slice(0, 12);
      const moved = draw.pick(known);
      const to = moves[moved.place];
      if (draw.happens(0.5) || to === undefined)
        putMessage(one, `came-${seed}-${step}`, { place: draw.pick(["inbox", "archive", "archive", "sent", "spam"]) });
      else mailbox.move(moved.id, { place: draw.pick(to) }, one.clock.now());
      if (draw.happens(0.35)) await poll(one, accountId);
    }
    await poll(one, accountId);
    const { lost, doubled } = await compareMail(one);
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
  },
);

describe("one list over all other folders", () => {
  test("an idle poll is one request for the inbox, one for the sent mail and one for all the rest (provider facts 12)", async () => {
    const one = await open();
    fillMail(one);
    const accountId = await connect(one);
    await poll(one, accountId);
    const asked: string[] = [];
    one.meddle(({ operation, answer }) => {
      asked.push(operation);
      return answer;
    });
    await poll(one, accountId);
    expect(asked).toHaveLength(3);
    putMessage(one, "filed-by-rule", { place: "archive" });
    await poll(one, accountId);
    expect(asked).toHaveLength(6);
    expect(await messageIdsOf(one)).toContain("filed-by-rule@mail.example");
  });

  test("an account that was read without it gets the rest at the next poll, and nothing twice", async () => {
    const one = await open();
    fillMail(one);
    putMessage(one, "filed-before", { place: "archive", days: 0 });
    const accountId = await connect(one);
    await poll(one, accountId);
    const whole = await messageIdsOf(one);
    // As an earlier version left it.
    const { database } = one.world;
    await database.deleteFrom("stream").where("owner_id", "=", one.owner).where("name", "=", "elsewhere").execute();
    const filed = await database
      .selectFrom("message")
      .select("message_id")
      .where("owner_id", "=", one.owner)
      .where("header_id", "in", ["filed@mail.example", "filed-before@mail.example"])
      .execute();
    expect(filed).toHaveLength(2);
    for (const table of ["message_place", "message_recipient", "message"] as const)
      await database
        .deleteFrom(table)
        .where("owner_id", "=", one.owner)
        .where(
          "message_id",
          "in",
          filed.map(({ message_id }) => message_id),
        )
        .execute();
    await poll(one, accountId);
    expect(await messageIdsOf(one)).toEqual(whole);
    expect(await compareMail(one)).toEqual({ lost: [], doubled: [], invented: [] });
  });

  test("what comes out of the junk with an old date is found by the weekly listing", async () => {
    const one = await open();
    fillMail(one);
    const accountId = await connect(one);
    await poll(one, accountId);
    const { mailbox } = one.mine;
    putMessage(one, "newest", { place: "inbox" });
    mailbox.move(mailbox.findByMessageId("mistaken@mail.example")!.id, { place: "archive" }, one.clock.now());
    await poll(one, accountId);
    expect(await messageIdsOf(one)).not.toContain("mistaken@mail.example");
    one.clock.set(after(one.clock.now(), { days: 8 }));
    await poll(one, accountId);
    expect(await messageIdsOf(one)).toContain("mistaken@mail.example");
    expect((await streamsOf(one)).find(({ name }) => name === "elsewhere")).toMatchObject({ found_late: 1 });
  });

  test("more in a quarter of an hour than is remembered, over several pages", async () => {
    const one = await open();
    const accountId = await connect(one);
    await poll(one, accountId);
    for (let nth = 0; nth < 620; nth += 1) putMessage(one, `bulk-${nth}`, { place: "archive" });
    await poll(one, accountId);
    expect(await messageIdsOf(one)).toHaveLength(620);
    putMessage(one, "after", { place: "archive" });
    await poll(one, accountId);
    expect(await messageIdsOf(one)).toHaveLength(621);
    expect(await compareMail(one)).toEqual({ lost: [], doubled: [], invented: [] });
  });
});
