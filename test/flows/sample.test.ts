import { beforeAll, describe, expect, test } from "vitest";
import { after, dayIn, type Instant } from "../../src/domain/time.ts";
import { importArchive } from "../../src/flows/import-archive.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { trySample } from "../../src/flows/try-sample.ts";
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

  test("a thank-you to Priya is due", async () => {
    const rows = await ask<{ state: string; name: string }>(
      "select state, name from follow_up join contact using (owner_id, contact_id) where kind = 'thank_you' and state = 'due' and name like 'Priya%'",
    );
    expect(rows).toHaveLength(1);
  });
});
