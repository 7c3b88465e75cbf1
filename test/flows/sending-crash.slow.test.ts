/**
 * A letter that was approved leaves once, or its fate is told, whatever dies between any two steps or at any request, at both
 * providers; then with two deaths, drawn by a seed.
 */
import { describe, expect, test } from "vitest";
import { failpoints } from "../../src/flows/failpoints.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { settleStuck, stuckLetters } from "../../src/flows/sending/stuck.ts";
import { findConnected } from "../../src/store/accounts.ts";
import { saveSetting } from "../../src/store/settings.ts";
import { type DeathAtRequest, dieAtRequest, dyingAt, untilDeath } from "../support/dying.ts";
import { randomOf } from "../support/random.ts";
import {
  approve,
  effectsOf,
  leaveAll,
  leaveNext,
  lettersTo,
  priya,
  sentTo,
  waitingFor,
} from "../support/sending-office.ts";
import { lettersIn, pass, vendors, type WritingOffice, write, writingOffice } from "../support/writing-office.ts";

type Death = { at: (typeof failpoints)[number] } | DeathAtRequest;

const ours = failpoints.filter((name) => name.startsWith("send_letter."));
const pairs = Number(process.env.RAPPORT_PAIRS ?? 25);

async function openOffice(vendor: (typeof vendors)[number]): Promise<WritingOffice> {
  const office = await writingOffice(vendor, ["drafts"]);
  const { world, owner, clock } = office;
  // Any hour is one for letters, and thanks are never too late: nothing but the deaths decides.
  const hours = { quietFromMinute: 0, quietUntilMinute: 0, sendFromMinute: 0, sendUntilMinute: 1440 };
  await saveSetting(world.database, owner, "policy", { thankYou: { deadlineHours: 100_000 }, hours }, clock.now());
  return office;
}

/** As before the letter was approved, here and at the provider. */
async function beginAnew(office: WritingOffice, { hasCopy }: { hasCopy: boolean }): Promise<void> {
  const { world, owner, account, clock } = office;
  const { database } = world;
  for (const place of ["sent", "drafts"] as const)
    for (const { id } of lettersIn(office, place)) account.mailbox.remove(id, clock.now());
  for (const table of ["effect", "approval", "written", "logged", "contact_record", "message", "draft"] as const)
    await database.deleteFrom(table).where("owner_id", "=", owner).execute();
  await database.deleteFrom("timer").where("owner_id", "=", owner).execute();
  await refresh(world, owner);
  if (hasCopy) await write(office);
}

/** Dies once, or comes to its end. */
const live = (office: WritingOffice, death: Death): Promise<"lived" | "died"> =>
  "at" in death
    ? untilDeath(() => leaveNext(office, dyingAt(office.world, death.at)))
    : dieAtRequest(office, death, () => leaveNext(office));

type Fate = { sent: number; isTold: boolean };

/** Whoever comes after goes on by the timers, long enough for whatever was on its way to have come to its end. */
async function afterwards(office: WritingOffice): Promise<Fate> {
  for (let turn = 0; turn < 4; turn += 1) {
    pass(office, { minutes: 17 });
    await leaveAll(office);
    await connectAgain(office);
  }
  const [effect] = await effectsOf(office);
  const stuck = await stuckLetters(office.world, office.owner);
  const isTold = effect?.state === "done" || effect?.state === "withdrawn" || stuck.length > 0;
  return { sent: sentTo(office, priya).length, isTold };
}

/** A token that was renewed in the very moment of death is lost: only the owner can bring another. */
async function connectAgain(office: WritingOffice): Promise<void> {
  const { world, owner, accountId, account } = office;
  const found = await findConnected(world.database, owner, accountId);
  if (found?.state !== "reconnect") return;
  expect((await stuckLetters(world, owner)).map(({ because }) => because.rule)).toEqual(["S8.account_closed"]);
  await office.connect(account.provider, { address: account.address }, { accountId });
}

const counts = { runs: 0, deaths: 0, twice: 0, lost: 0, left: 0 };

async function tryOnce(office: WritingOffice, hasCopy: boolean, deaths: readonly Death[]): Promise<boolean> {
  await beginAnew(office, { hasCopy });
  await approve(office, await waitingFor(office, priya));
  let died = false;
  for (const death of deaths) {
    if ((await live(office, death)) === "died") {
      died = true;
      counts.deaths += 1;
    }
    pass(office, { minutes: 3 });
  }
  const { sent, isTold } = await afterwards(office);
  counts.runs += 1;
  if (sent > 1) counts.twice += 1;
  if (!isTold) counts.lost += 1;
  if (sent === 0) counts.left += 1;
  expect([deaths, hasCopy, sent, isTold]).toEqual([deaths, hasCopy, 1, true]);
  expect(lettersIn(office, "drafts")).toEqual([]);
  return died;
}

describe.each(vendors)("%s: a provider that never says whether it sent", (vendor) => {
  /** Every word to send it is lost on the way, and with it any answer. */
  const loseSends = (office: WritingOffice): (() => void) => {
    const working = office.network.fetch;
    office.network.fetch = async (request) => {
      if (/\/(drafts\/send|send)(\?|$)/.test(request.url)) throw new TypeError("fetch failed");
      return working(request);
    };
    return () => {
      office.network.fetch = working;
    };
  };

  test.each([
    { answer: "sent", sent: 0, state: "sent" },
    { answer: "leave", sent: 0, state: "withdrawn" },
    { answer: "send", sent: 1, state: "sent" },
  ] as const)("is tried five times, then the owner is asked: $answer", async ({ answer, sent, state }) => {
    const office = await openOffice(vendor);
    const { world, owner } = office;
    await beginAnew(office, { hasCopy: false });
    await approve(office, await waitingFor(office, priya));
    const mend = loseSends(office);
    await leaveAll(office, 40);
    const [stuck] = await stuckLetters(world, owner);
    expect([stuck?.asksOwner, (await effectsOf(office))[0]?.state]).toEqual([true, "ask_owner"]);
    mend();
    expect(await settleStuck(world, owner, { effectId: stuck!.effectId!, answer })).toBe("settled");
    await leaveAll(office);
    pass(office, { minutes: 5 });
    const letter = (await lettersTo(office, priya)).find(({ draftId }) => draftId === stuck!.draftId);
    expect([sentTo(office, priya).length, letter?.state]).toEqual([sent, state]);
    expect(await stuckLetters(world, owner)).toEqual([]);
  });
});

describe.each(vendors)("%s: whatever dies in between", (vendor) => {
  describe.each([
    { name: "a letter of its own", hasCopy: false },
    { name: "a letter that stands among the drafts", hasCopy: true },
  ])("$name", ({ hasCopy }) => {
    test("leaves once, at every place where a process may die (R41)", async () => {
      const office = await openOffice(vendor);
      for (const at of ours) await tryOnce(office, hasCopy, [{ at }]);
      for (const when of ["before", "after"] as const)
        for (let nth = 0; await tryOnce(office, hasCopy, [{ nth, when }]); nth += 1);
      console.log(vendor, hasCopy ? "with a copy" : "alone", JSON.stringify(counts));
    }, 900_000);
  });

  test(`leaves once with two deaths, ${pairs} times`, async () => {
    const office = await openOffice(vendor);
    const seed = Number(process.env.RAPPORT_SEED ?? 1);
    const random = randomOf(seed);
    const draw = (): Death =>
      random() < 0.4
        ? { at: ours[Math.floor(random() * ours.length)]! }
        : { nth: Math.floor(random() * 7), when: random() < 0.5 ? "before" : "after" };
    for (let pair = 0; pair < pairs; pair += 1) await tryOnce(office, random() < 0.5, [draw(), draw()]);
    console.log(vendor, "pairs by seed", seed, JSON.stringify(counts));
  }, 900_000);
});
