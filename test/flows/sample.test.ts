import { beforeAll, describe, expect, test } from "vitest";
import { after, dayIn, type Instant } from "../../src/domain/time.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { trySample } from "../../src/flows/imports/try-sample.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { answerMerge } from "../../src/flows/people/answer-merge.ts";
import { discoverPeople } from "../../src/flows/people/discover.ts";
import { happenedEvents } from "../../src/flows/people/happened-events.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { sampleTruth, type Truth } from "../../src/sandbox/sample-truth.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { paris } from "../support/world-on.ts";

const daysLater = 200;

let truth: Truth;
let now: Instant;
let standing: TestWorld;
beforeAll(async () => {
  truth = sampleTruth(1);
  now = after(`${truth.lastDay}T09:30:00.000Z` as Instant, { days: daysLater });
  standing = await testWorld({ clock: now });
  const { importId } = await trySample(standing.world, standing.owner);
  const signal = new AbortController().signal;
  expect(await importArchive(standing.world, standing.owner, importId, { signal })).toEqual({ kind: "read" });
  await refresh(standing.world, standing.owner);
}, 60_000);

const ask = async <Row extends object>(text: string): Promise<Row[]> =>
  (await standing.database.pool.query<Row>(text)).rows;

/** Address → class of the contact that has it. */
async function classes(): Promise<Map<string, string>> {
  const rows = await ask<{ value: string; class: string }>(
    "select value, class from identity join contact using (owner_id, contact_id) where kind = 'address'",
  );
  return new Map(rows.map((row) => [row.value, row.class]));
}

describe(`the sample, opened ${daysLater} days after it was made`, () => {
  test("is as large as it is, and its last message is of today", async () => {
    const [row] = await ask<{ messages: number; events: number; last: Instant }>(
      "select (select count(*)::int from message) as messages, (select count(*)::int from event) as events, (select max(sent_at) from message) as last",
    );
    expect(row!.events).toBe(truth.counts.events);
    // What would have come later today has not come yet.
    expect(row!.messages).toBeLessThanOrEqual(truth.counts.messages);
    expect(row!.messages).toBeGreaterThan(truth.counts.messages - 40);
    expect(dayIn(paris, row!.last)).toBe(dayIn(paris, now));
  });

  test("the owner is found with both addresses", async () => {
    const rows = await ask<{ address: string }>(
      "select address from owner_address where standing = 'inferred' order by 1",
    );
    expect(rows.map(({ address }) => address)).toEqual(truth.owner.addresses.toSorted());
  });

  test("everyone to be proposed is proposed, as one person", async () => {
    const found = await classes();
    const missing = truth.people.filter(({ addresses }) => !addresses.some((one) => found.get(one) === "candidate"));
    expect(
      missing.map(
        ({ name, part, addresses }) => `${name} (${part}) ${addresses.map((one) => found.get(one)).join(" ")}`,
      ),
    ).toEqual([]);
  });

  test("colleagues are colleagues", async () => {
    const found = await classes();
    expect(truth.colleagues.filter((address) => found.get(address) !== "colleague")).toEqual([]);
  });

  test("no machine, room or group is a person; the team's own address is a colleague", async () => {
    const found = await classes();
    const asPeople = truth.machines.filter((address) => found.has(address) && found.get(address) !== "colleague");
    expect(asPeople).toEqual([]);
  });

  test("who only posted on a mailing list is a person, not yet known", async () => {
    const posters = truth.notProposed.filter(({ because }) => because === "list_post").map(({ address }) => address);
    const rows = await ask<{ address: string; class: string }>("select address, class from sender");
    const classOf = new Map(rows.map((row) => [row.address, row.class]));
    expect(posters.map((address) => classOf.get(address))).toEqual(posters.map(() => "not_yet"));
  });

  test("nobody is proposed who must not be (R1)", async () => {
    const found = await classes();
    const proposed = truth.notProposed.filter(({ address }) => found.get(address) === "candidate");
    expect(proposed).toEqual([]);
  });

  test("what must be due is due, and what is history is not", async () => {
    const rows = await ask<{ value: string; kind: string; state: string; overdue: boolean }>(
      `select value, f.kind, f.state, f.overdue_at <= '${now}' as overdue from follow_up f join identity i using (owner_id, contact_id)`,
    );
    const stateOf = new Map(rows.map((row) => [`${row.value} ${row.kind}`, row]));
    const decided = ["thank_you", "check_in", "meet_by"];
    const wrong = truth.due
      .filter(({ kind }) => decided.includes(kind))
      .map((due) => ({ due, found: stateOf.get(`${due.address} ${due.kind}`) }))
      .filter(({ due, found }) => (due.state === "history") === ["due", "in_hand"].includes(found?.state ?? ""))
      .map(({ due, found }) => `${due.address} ${due.kind}: should be ${due.state}, is ${found?.state ?? "nothing"}`);
    expect(wrong).toEqual([]);
  });

  test("of whom there is mail both of them wrote, at least 70 % are known by more than an event's title", async () => {
    const [row] = await ask<{ people: number; known: number; said: number }>(
      `with written as (select owner_id, contact_id from interaction join contact using (owner_id, contact_id)
          where source_kind = 'message' and depth <> 'passive' and class = 'candidate'
          group by 1, 2 having count(*) >= 2)
        select count(*)::int as people,
          count(*) filter (where exists (select from fact where fact.contact_id = written.contact_id
            and source_kind <> 'event'))::int as known,
          count(*) filter (where exists (select from fact where fact.contact_id = written.contact_id
            and source_kind = 'message' and kind <> 'job'))::int as said from written`,
    );
    expect(row!.people).toBeGreaterThan(40);
    expect(row!.known / row!.people).toBeGreaterThanOrEqual(0.7);
    expect(row!.said / row!.people).toBeGreaterThanOrEqual(0.7);
  });

  test("R12: whoever was introduced by a letter to both is known to come from its writer", async () => {
    const rows = await ask<{ name: string; text: string }>(
      "select name, text from fact join contact using (owner_id, contact_id) where kind = 'introducer' order by name",
    );
    expect(rows).toEqual(
      ["Félix Aubert", "Nadia Brandt", "Rosa Delgado"].map((name) => ({ name, text: "Sam Okafor" })),
    );
  });

  test("R13: the first letter from a new address is read, however many came since, and tells of the new job", async () => {
    const rows = await ask<{ text: string; read: boolean }>(
      `select text, exists (select from message where subject = 'New chapter' and text_read_at is not null) as read
       from fact join contact using (owner_id, contact_id) where kind = 'job' and name = 'Daniel Whitmore'`,
    );
    expect(rows).toEqual([{ text: "Director, Partnerships at Initech", read: true }]);
  });

  test("a thank-you to Priya is due", async () => {
    const rows = await ask<{ state: string; name: string }>(
      "select state, name from follow_up join contact using (owner_id, contact_id) where kind = 'thank_you' and state = 'due' and name like 'Priya%'",
    );
    expect(rows).toHaveLength(1);
  });

  describe("R13: who stands on the network list without an address beside a candidate of the same name and company", () => {
    const openQuestions = () =>
      ask<{ addresses: string[]; rule: string }>(
        "select addresses, because->0->>'rule' as rule from merge_question where answer is null order by addresses",
      );
    const contactsCalled = (name: string) =>
      ask<{ contact_id: string; kinds: string[] }>(
        `select contact_id, array_agg(identity.kind order by identity.kind) as kinds from contact join identity using (owner_id, contact_id)
         where name = '${name}' group by 1 order by 2`,
      );

    test("is asked about, never joined silently", async () => {
      const asked = (await openQuestions()).filter(({ rule }) => rule === "R13.same_name_and_company");
      const twins = await ask<{ name: string }>(
        `select one.name from contact one join contact other on other.owner_id = one.owner_id and other.name = one.name
         where other.contact_id <> one.contact_id and other.class = 'candidate'
           and not exists (select from identity where contact_id = one.contact_id and kind = 'address')`,
      );
      expect(asked.length).toBe(twins.length);
      expect(twins.length).toBeGreaterThan(15);
      expect(asked.every(({ addresses }) => addresses.length === 2)).toBe(true);
    });

    test("becomes one contact when the owner says so, and two again when they take it back", async () => {
      const { world, owner } = standing;
      const discoverAgain = async () => {
        const view = await ownerView(world, owner);
        await discoverPeople(world, view, await happenedEvents(world, view));
      };
      const { addresses } = (await openQuestions()).find((one) =>
        one.addresses.includes("kenji.mori@kumoworks.example"),
      )!;
      expect(await contactsCalled("Kenji Mori")).toHaveLength(2);
      expect(await answerMerge(world, owner, addresses, "same")).toBe("done");
      await discoverAgain();
      expect(await contactsCalled("Kenji Mori")).toHaveLength(1);
      expect(await answerMerge(world, owner, addresses, undefined)).toBe("done");
      await discoverAgain();
      expect(await contactsCalled("Kenji Mori")).toHaveLength(2);
      expect(await answerMerge(world, owner, addresses, "different")).toBe("done");
      await discoverAgain();
      expect(await contactsCalled("Kenji Mori")).toHaveLength(2);
      expect((await openQuestions()).some((one) => one.addresses.includes("kenji.mori@kumoworks.example"))).toBe(false);
    });
  });
});
