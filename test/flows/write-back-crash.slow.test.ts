/** What is written into the owner's own account is there once, whatever dies between any two steps, at both providers. */
import { describe, expect, test } from "vitest";
import { logContact } from "../../src/flows/day/log-contact.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { dieAtRequest } from "../support/dying.ts";
import {
  cardsIn,
  lettersIn,
  pass,
  tasksIn,
  vendors,
  type WritingOffice,
  write,
  writingOffice,
} from "../support/writing-office.ts";

/** What was written is gone, here and there, as before the first time. */
async function takeAllAway(office: WritingOffice): Promise<void> {
  const { world, owner, account, clock } = office;
  await world.database.deleteFrom("written").where("owner_id", "=", owner).execute();
  await world.database.deleteFrom("logged").where("owner_id", "=", owner).execute();
  for (const { id } of cardsIn(office)) account.book.remove(id, clock.now());
  for (const { id } of tasksIn(office)) account.tasks.remove(id, clock.now());
  for (const { id } of lettersIn(office, "drafts")) account.mailbox.remove(id, clock.now());
}

describe.each(vendors)("%s: whatever dies in between", (vendor) => {
  const steps: readonly {
    name: string;
    before(office: WritingOffice): Promise<unknown>;
    counts(office: WritingOffice): number[];
  }[] = [
    {
      name: "made",
      before: async () => undefined,
      counts: (office) => [cardsIn(office).length, tasksIn(office).length, lettersIn(office, "drafts").length],
    },
    {
      name: "changed",
      before: async (office) => {
        await write(office);
        await answerWhy(office.world, office.owner, office.priya, { why: `her move at ${office.clock.now()}` });
      },
      counts: (office) => [
        cardsIn(office).length,
        tasksIn(office).length,
        lettersIn(office, "drafts").filter(({ text }) => text.includes("her move at")).length,
      ],
    },
  ];
  test.each(steps)("a card, a task and a draft are $name once", async ({ before, counts }) => {
    const office = await writingOffice(vendor, ["contacts", "tasks", "drafts"]);
    let deaths = 0;
    for (const when of ["before", "after"] as const)
      for (let nth = 0; ; nth += 1) {
        await takeAllAway(office);
        await before(office);
        if ((await dieAtRequest(office, { nth, when }, () => write(office))) === "lived") break;
        deaths += 1;
        // Once the row was claimed, long enough for whatever was on its way to have come to its end.
        pass(office, { minutes: 3 });
        await write(office);
        await write(office);
        expect([when, nth, counts(office)]).toEqual([when, nth, [1, 1, 1]]);
      }
    expect(deaths).toBeGreaterThan(8);
  });

  test("what they talked about meanwhile is ticked off once, taken away once, and no call is invented", async () => {
    const office = await writingOffice(vendor, ["tasks", "drafts"]);
    for (const when of ["before", "after"] as const)
      for (let nth = 0; ; nth += 1) {
        await takeAllAway(office);
        await write(office);
        await logContact(office.world, office.owner, { contactId: office.priya, mode: "phone", outcome: "talked" });
        await refresh(office.world, office.owner);
        if ((await dieAtRequest(office, { nth, when }, () => write(office))) === "lived") break;
        pass(office, { hours: 1 });
        await write(office);
        await write(office);
        const [calls, open] = [
          await office.world.database.selectFrom("logged").select("logged_id").execute(),
          tasksIn(office).filter(({ doneAt }) => doneAt === undefined),
        ];
        expect([when, nth, calls.length, open.length]).toEqual([when, nth, 1, 1]);
      }
  });
});
