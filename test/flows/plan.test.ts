/** The month's plan lived through on the real store, from imported calendars to the visible items (R18, R21, R32, R45). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sentOn } from "../../src/domain/draft/sent-day.ts";
import type { ContactId, DraftId, PlanItemId } from "../../src/domain/ids.ts";
import { enrolmentAnswers } from "../../src/domain/plan/enrolment.ts";
import { type Instant, instantAt, type PlainDate } from "../../src/domain/time.ts";
import { catchUp } from "../../src/flows/catch-up.ts";
import { decideOwnersFollowUps } from "../../src/flows/decide-follow-ups.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { allowContact } from "../../src/flows/lists/stop-contact.ts";
import { nextDecisionAt } from "../../src/flows/next-decision.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { setZone } from "../../src/flows/owner/set-zone.ts";
import { bookItem, dropItem, restoreItem } from "../../src/flows/plan/change-item.ts";
import { recordAnswer } from "../../src/flows/plan/record-answer.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { setPlan } from "../../src/flows/plan/set-plan.ts";
import { showPlan } from "../../src/flows/plan/show-plan.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { type CoffeeOn, coffeeCalendar, oldCoffees } from "../support/coffee-calendar.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { paris } from "../support/world-on.ts";

const inParis = (text: string): Instant => {
  const [day = "", time = "00:00"] = text.split(" ");
  const [hour = "0", minute = "0"] = time.split(":");
  return instantAt(paris, day as PlainDate, Number(hour) * 60 + Number(minute));
};

class Life {
  readonly test: TestWorld;
  #files = 0;
  constructor(test: TestWorld) {
    this.test = test;
  }

  static async begin(when: string, meetings: readonly CoffeeOn[] = oldCoffees): Promise<Life> {
    const life = new Life(await testWorld({ clock: inParis(when), reader: "in_test" }));
    await life.read(coffeeCalendar(...meetings));
    return life;
  }

  async read(text: string): Promise<void> {
    const { world, owner, folder } = this.test;
    this.#files += 1;
    const name = `file${this.#files}.${text.startsWith("BEGIN") ? "ics" : "eml"}`;
    const path = join(folder, name);
    writeFileSync(path, text);
    const { importId } = await beginImport(world, owner, { path, name, keptByUs: false, readBy: "caller" });
    expect(await importArchive(world, owner, importId, { signal: new AbortController().signal })).toEqual({
      kind: "read",
    });
    await sayOwnerAddresses(world, owner, ["me@home.example"]);
    await refresh(world, owner);
  }

  /** Time passes, and what is due is decided and written, as the timer does. */
  async at(when: string): Promise<void> {
    const { world, owner, clock } = this.test;
    clock.set(inParis(when));
    await decideOwnersFollowUps(world, owner);
    await composeDrafts(world, owner);
  }

  /** The letters that wait with a place in the plan: "Ada: coffee". */
  async letters(): Promise<string[]> {
    const rows = await this.test.world.database
      .selectFrom("draft")
      .innerJoin("follow_up", (join) =>
        join
          .onRef("follow_up.owner_id", "=", "draft.owner_id")
          .onRef("follow_up.follow_up_id", "=", "draft.follow_up_id"),
      )
      .innerJoin("contact", (join) =>
        join.onRef("contact.owner_id", "=", "draft.owner_id").onRef("contact.contact_id", "=", "draft.contact_id"),
      )
      .select(["contact.name", "follow_up.step"])
      .where("draft.owner_id", "=", this.test.owner)
      .where("draft.state", "=", "proposed")
      .where("follow_up.plan_item_id", "is not", null)
      .orderBy("contact.name")
      .execute();
    return rows.map(({ name, step }) => `${name.split(" ")[0]}: ${step}`);
  }

  async send(name: string): Promise<void> {
    const row = await this.test.world.database
      .selectFrom("draft")
      .select("draft_id")
      .where("owner_id", "=", this.test.owner)
      .where("state", "=", "proposed")
      .where("contact_id", "=", await this.contact(name))
      .executeTakeFirstOrThrow();
    expect(
      await recordSent(this.test.world, this.test.owner, { draftId: row.draft_id as DraftId, mode: "email" }),
    ).toBe("recorded");
  }

  async contact(name: string): Promise<ContactId> {
    const row = await this.test.world.database
      .selectFrom("contact")
      .select("contact_id")
      .where("owner_id", "=", this.test.owner)
      .where("name", "like", `${name}%`)
      .executeTakeFirstOrThrow();
    return row.contact_id;
  }

  async sent(): Promise<Record<string, number>> {
    const rows = await this.test.world.database
      .selectFrom("enrolment")
      .innerJoin("contact", "contact.contact_id", "enrolment.contact_id")
      .select(["contact.name", "steps"])
      .where("enrolment.owner_id", "=", this.test.owner)
      .orderBy("contact.name")
      .execute();
    return Object.fromEntries(rows.map(({ name, steps }) => [name.split(" ")[0], (steps as unknown[]).length]));
  }

  async plan(): Promise<string> {
    const { months } = await showPlan(this.test.world, this.test.owner);
    return months[0]!.items.map(({ item }) => `${item.meeting} ${item.number} ${item.state}`).join(", ");
  }

  async items() {
    return (await showPlan(this.test.world, this.test.owner)).months[0]!.items;
  }
}

const coffees = (count: number) => ({ quotas: [{ meeting: "coffee" as const, count }] });

test("R21 on the store: A declines, B stays silent, C accepts; the item is booked with C, and A got 1 letter, B 3, C 1", async () => {
  const life = await Life.begin("2026-11-02 09:00");
  const { world, owner } = life.test;
  expect(await setPlan(world, owner, coffees(1))).toEqual({ kind: "saved" });
  expect(await life.letters()).toEqual(["Ada: invitation"]);
  await life.send("Ada");
  expect(await life.plan()).toBe("coffee 1 inviting");
  expect(await life.letters()).toEqual([]);

  await life.at("2026-11-03 11:00");
  await recordAnswer(world, owner, { contactId: await life.contact("Ada"), meaning: "decline" });
  expect(await life.letters()).toEqual(["Ben: invitation"]);
  await life.send("Ben");
  await life.at("2026-11-06 09:00");
  expect(await life.letters()).toEqual(["Ben: nudge"]);
  await life.send("Ben");
  // The reminder has had its two business days: Cleo's letter is drafted and waits until the owner sits down to it.
  await life.at("2026-11-10 09:00");
  expect(await life.letters()).toEqual(["Cleo: invitation"]);
  await life.at("2026-11-17 09:00");
  expect(await life.letters()).toEqual(["Ben: closing_note", "Cleo: invitation"]);
  await life.send("Ben");
  await life.send("Cleo");
  await life.at("2026-11-18 15:00");
  await recordAnswer(world, owner, {
    contactId: await life.contact("Cleo"),
    meaning: "accept",
    startsAt: inParis("2026-11-24 10:00"),
  });
  expect(await life.plan()).toBe("coffee 1 booked");
  expect(await life.letters()).toEqual([]);
  expect(await life.sent()).toEqual({ Ada: 1, Ben: 3, Cleo: 1 });
  const [{ item }] = (await life.items()) as [Awaited<ReturnType<Life["items"]>>[number]];
  expect(item).toMatchObject({
    state: "booked",
    contactId: await life.contact("Cleo"),
    startsAt: inParis("2026-11-24 10:00"),
  });

  // The calendar says the same day later: it is one coffee, not two.
  await life.read(coffeeCalendar({ on: "2026-11-24 11:00", with: "Cleo" }));
  expect(await life.plan()).toBe("coffee 1 booked");
  await life.at("2026-11-24 12:00");
  expect(await life.plan()).toBe("coffee 1 took_place");
});

test("R18 on the store: one held, one cancelled the day before; the next is invited the same day, else it is missed", async () => {
  const held = { on: "2026-11-05", with: "Cleo" };
  const life = await Life.begin("2026-11-10 09:00", [
    ...oldCoffees,
    held,
    { on: "2026-11-27", with: "Ben", uid: "ben" },
  ]);
  const { world, owner } = life.test;
  await setPlan(world, owner, coffees(2));
  expect(await life.plan()).toBe("coffee 1 took_place, coffee 2 booked");
  expect(await life.letters()).toEqual([]);
  await life.at("2026-11-26 09:00");
  await life.read(coffeeCalendar({ on: "2026-11-27", with: "Ben", uid: "ben", sequence: 1, cancelled: true }));
  expect(await life.plan()).toBe("coffee 1 took_place, coffee 2 open");
  expect(await life.letters()).toEqual(["Ada: invitation"]);
  const letter = await world.database
    .selectFrom("draft")
    .select("offer")
    .where("owner_id", "=", owner)
    .where("state", "=", "proposed")
    .where("contact_id", "=", await life.contact("Ada"))
    .executeTakeFirstOrThrow();
  const times = (letter.offer as { times: { endsAt: Instant }[] }).times.map(({ endsAt }) => endsAt);
  expect(times.filter((at) => at > inParis("2026-11-30 23:59"))).toEqual([]);
  await life.at("2026-12-01 00:00");
  const months = (await showPlan(world, owner)).months;
  expect(months[0]?.items.map(({ item }) => item.state)).toEqual(["open", "open"]);
  expect(months[1]?.items.map(({ item }) => item.state)).toEqual(["took_place", "missed"]);
});

describe("the owner's own hand", () => {
  test("R18: dropping, taking back, and booking without the calendar", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(1));
    const [{ item }] = (await life.items()) as [Awaited<ReturnType<Life["items"]>>[number]];
    const id: PlanItemId = item.planItemId;
    expect(await dropItem(world, owner, id)).toBe("done");
    expect(await life.letters()).toEqual([]);
    expect(await restoreItem(world, owner, id)).toBe("done");
    expect(await life.letters()).toEqual(["Ada: invitation"]);
    const ben = await life.contact("Ben");
    expect(await bookItem(world, owner, id, { contactId: ben, startsAt: inParis("2026-11-20 10:00") })).toBe("done");
    expect(await life.plan()).toBe("coffee 1 booked");
    await life.at("2026-11-21 09:00");
    expect(await life.plan()).toBe("coffee 1 took_place");
    expect(await dropItem(world, owner, id)).toBe("not_possible");
  });

  test("R18: a plan and a zone changed in mid-month lose nothing", async () => {
    const life = await Life.begin("2026-11-10 09:00", [...oldCoffees, { on: "2026-11-05", with: "Cleo" }]);
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(3));
    await life.send("Ada");
    await setPlan(world, owner, { quotas: [{ meeting: "lunch", count: 1 }] });
    expect(await life.plan()).toBe("coffee 1 took_place, lunch 1 open");
    await setZone(world, owner, "Pacific/Auckland");
    await life.at("2026-11-10 10:00");
    expect(await life.plan()).toBe("coffee 1 took_place, lunch 1 open");
    expect(await life.sent()).toEqual({ Ada: 1 });
    expect(await setPlan(world, owner, { ...coffees(1), month: "2026-10-01" as PlainDate })).toEqual({
      kind: "refused",
      says: "That month is over.",
    });
  });

  test("R18: two plans chosen at once, and a month that is looked at from several sides, leave one plan's items, each once", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await Promise.all([
      setPlan(world, owner, coffees(2)),
      setPlan(world, owner, { quotas: [{ meeting: "lunch", count: 1 }] }),
      setPlan(world, owner, coffees(3)),
    ]);
    const plans = ["coffee 1 open, coffee 2 open", "lunch 1 open", "coffee 1 open, coffee 2 open, coffee 3 open"];
    expect(plans).toContain(await life.plan());
    await setPlan(world, owner, coffees(2));
    life.test.clock.set(inParis("2026-12-01 09:00"));
    await Promise.all(Array.from({ length: 4 }, () => decideOwnersFollowUps(world, owner)));
    expect(await life.plan()).toBe("coffee 1 open, coffee 2 open");
  });

  test("R18, R21: where no worker ran for weeks, what it would have decided is made up for, once", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner, clock } = life.test;
    await setPlan(world, owner, coffees(1));
    clock.set(inParis("2026-12-01 09:00"));
    await catchUp(world, owner);
    expect((await showPlan(world, owner)).months[0]?.month).toBe("2026-12-01");
    expect(await life.plan()).toBe("coffee 1 open");
    const decided = await nextDecisionAt(world, owner);
    expect(decided! > clock.now()).toBe(true);
    await catchUp(world, owner);
    expect(await nextDecisionAt(world, owner)).toBe(decided);
  });

  test("R15: told a day late, the letter counts from the day on which it left, and so do its reminders", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(1));
    const { draft_id } = await world.database
      .selectFrom("draft")
      .select("draft_id")
      .where("owner_id", "=", owner)
      .where("contact_id", "=", await life.contact("Ada"))
      .where("state", "=", "proposed")
      .executeTakeFirstOrThrow();
    await life.at("2026-11-05 09:00");
    const at = sentOn("2026-11-02" as PlainDate, { zone: paris, now: inParis("2026-11-05 09:00") });
    expect(at).toBe(inParis("2026-11-02 12:00"));
    expect(await recordSent(world, owner, { draftId: draft_id as DraftId, mode: "email", at: at! })).toBe("recorded");
    expect(await life.letters()).toEqual(["Ada: nudge"]);
  });

  test.each`
    day             | at
    ${"2026-11-05"} | ${"2026-11-05 09:00"}
    ${"2026-11-04"} | ${"2026-11-04 12:00"}
    ${"2026-10-06"} | ${"2026-10-06 12:00"}
    ${"2026-10-05"} | ${undefined}
    ${"2026-11-06"} | ${undefined}
  `("R15: a letter told on 5 November as sent on $day left at $at", ({ day, at }) => {
    const told = sentOn(day, { zone: paris, now: inParis("2026-11-05 09:00") });
    expect(told).toBe(at === undefined ? undefined : inParis(at));
  });

  test("R15: a letter told twice counts once, and an unknown one is not there", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(1));
    const { draft_id } = await world.database
      .selectFrom("draft")
      .select("draft_id")
      .where("owner_id", "=", owner)
      .where("contact_id", "=", await life.contact("Ada"))
      .where("state", "=", "proposed")
      .executeTakeFirstOrThrow();
    expect(await recordSent(world, owner, { draftId: draft_id, mode: "email" })).toBe("recorded");
    expect(await recordSent(world, owner, { draftId: draft_id, mode: "email" })).toBe("already");
    expect(await recordSent(world, owner, { draftId: world.ids.next(), mode: "email" })).toBe("not_there");
    expect(await life.sent()).toEqual({ Ada: 1 });
    // R41: once in the audit, by the hash of its text.
    const { text_hash } = await world.database
      .selectFrom("draft")
      .select("text_hash")
      .where("owner_id", "=", owner)
      .where("draft_id", "=", draft_id)
      .executeTakeFirstOrThrow();
    const audit = world.database
      .selectFrom("audit")
      .select(["what", "subject_id", "hash"])
      .where("owner_id", "=", owner);
    expect(await audit.execute()).toEqual([{ what: "letter_sent", subject_id: draft_id, hash: text_hash }]);
    const ledger = await world.database
      .selectFrom("ledger_entry")
      .select(["kind", "about"])
      .where("owner_id", "=", owner)
      .execute();
    expect(ledger).toEqual([{ kind: "asked", about: "meeting" }]);
  });

  test("R45: who does not want letters gets none, whatever the plan asks for", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(1));
    await life.send("Ada");
    await recordAnswer(world, owner, { contactId: await life.contact("Ada"), meaning: "opt_out" });
    expect(await life.letters()).toEqual(["Ben: invitation"]);
    await life.at("2026-11-20 09:00");
    expect((await life.letters()).filter((one) => one.startsWith("Ada"))).toEqual([]);
    // Brought back by the owner, the no of before stands in the way no more.
    await allowContact(world, owner, await life.contact("Ada"));
    await setPlan(world, owner, coffees(3));
    await life.at("2026-11-23 09:00");
    expect((await life.letters()).filter((one) => one.startsWith("Ada"))).toEqual(["Ada: invitation"]);
    expect(await recordAnswer(world, owner, { contactId: world.ids.next<ContactId>(), meaning: "accept" })).toBe(
      "not_there",
    );
  });
});

describe("answers in imported mail (M3, M6, R21, R45)", () => {
  const mail = (from: string, when: string, text: string, headers: readonly string[] = []) =>
    [
      `From: ${from} Moreau <${from.toLowerCase()}@${from.toLowerCase()}.example>`,
      "To: me@home.example",
      "Subject: Re: Coffee",
      `Date: ${when} +0100`,
      `Message-ID: <${from}-${when.replace(/\W/g, "")}@example>`,
      ...headers,
      "",
      text,
      "",
    ].join("\r\n");

  test.each`
    text                                              | headers                             | exit           | next
    ${"Thanks, but no. I am not interested."}         | ${[]}                               | ${"declined"}  | ${["Ben: invitation"]}
    ${"Please stop emailing me."}                     | ${[]}                               | ${"opted_out"} | ${["Ben: invitation"]}
    ${"Don't call me on Tuesday, I am in court."}     | ${[]}                               | ${"replied"}   | ${[]}
    ${"Which café do you mean?"}                      | ${[]}                               | ${"replied"}   | ${[]}
    ${"I am out of the office, back on 23 November."} | ${["Auto-Submitted: auto-replied"]} | ${"paused"}    | ${["Ben: invitation"]}
  `("$text: $exit", async ({ text, headers, exit, next }) => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(1));
    await life.send("Ada");
    life.test.clock.set(inParis("2026-11-03 12:00"));
    await life.read(mail("Ada", "Tue, 3 Nov 2026 11:00:00", text, headers));
    const { state, exit_reason } = await world.database
      .selectFrom("enrolment")
      .select(["state", "exit_reason"])
      .where("owner_id", "=", owner)
      .executeTakeFirstOrThrow();
    expect(exit_reason ?? state).toBe(exit);
    expect(await life.letters()).toEqual(next);
  });

  const invitation = [
    "From: Mara Lind <me@home.example>",
    "To: ada@ada.example",
    "Subject: Coffee",
    "Date: Mon, 2 Nov 2026 09:05:00 +0100",
    "Message-ID: <invitation@example>",
    "",
    "Would you have time for a coffee?",
    "",
  ].join("\r\n");
  const inThread = (from: string, minute: number, text: string, to = "me@home.example") =>
    [
      `From: ${from}`,
      `To: ${to}`,
      "Subject: Re: Coffee",
      `Date: Tue, 3 Nov 2026 11:${minute}:00 +0100`,
      `Message-ID: <answer-${minute}@example>`,
      "In-Reply-To: <invitation@example>",
      "References: <invitation@example>",
      "",
      text,
      "",
    ].join("\r\n");
  const no = "Thanks, but no. I am not interested.";
  const handed = inThread(
    "Ada Moreau <ada@ada.example>",
    10,
    "My assistant will find a time.",
    "me@home.example, ruth@ada.example",
  );

  test.each`
    who                                          | letters                                                                        | answers
    ${"somebody else in the thread"}             | ${[inThread("Max Stone <max@else.example>", 11, no)]}                          | ${[]}
    ${"another address of hers, a no"}           | ${[inThread("Ada Moreau <ada@post.example>", 11, no)]}                         | ${["decline"]}
    ${"another address of hers, a yes"}          | ${[inThread("Ada Moreau <ada@post.example>", 11, "Yes, with pleasure!")]}      | ${["unclear"]}
    ${"another address of hers, no more"}        | ${[inThread("Ada Moreau <ada@post.example>", 11, "Please stop emailing me.")]} | ${["opt_out"]}
    ${"an assistant to whom nothing was handed"} | ${[inThread("Ruth Beck <ruth@ada.example>", 11, no)]}                          | ${[]}
    ${"the assistant to whom she handed it"}     | ${[handed, inThread("Ruth Beck <ruth@ada.example>", 11, no)]}                  | ${["delegate", "decline"]}
  `("M6: $who counts for Ada as $answers", async ({ letters, answers }) => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    await setPlan(world, owner, coffees(1));
    await life.send("Ada");
    life.test.clock.set(inParis("2026-11-03 12:00"));
    for (const letter of [invitation, ...letters]) await life.read(letter);
    const { answers: kept } = await world.database
      .selectFrom("enrolment")
      .select("answers")
      .where("owner_id", "=", owner)
      .executeTakeFirstOrThrow();
    expect(enrolmentAnswers.parse(kept).map(({ meaning }) => meaning)).toEqual(answers);
    const { status } = await world.database
      .selectFrom("contact")
      .select("status")
      .where("owner_id", "=", owner)
      .where("contact_id", "=", await life.contact("Ada"))
      .executeTakeFirstOrThrow();
    expect(status === "blocked").toBe(answers.includes("opt_out"));
  });

  test("R45: who was asked for nothing yet is heard as well; lifted by the owner, the same letter stops nothing again", async () => {
    const life = await Life.begin("2026-11-02 09:00");
    const { world, owner } = life.test;
    const ada = await life.contact("Ada");
    const statusOfAda = async () =>
      (
        await world.database
          .selectFrom("contact")
          .select("status")
          .where("owner_id", "=", owner)
          .where("contact_id", "=", ada)
          .executeTakeFirstOrThrow()
      ).status;
    life.test.clock.set(inParis("2026-11-03 12:00"));
    await life.read(mail("Ada", "Tue, 3 Nov 2026 11:00:00", "Please stop by our stand."));
    expect(await statusOfAda()).toBe("candidate");
    await life.read(mail("Ada", "Tue, 3 Nov 2026 11:05:00", "Please stop emailing me."));
    expect(await statusOfAda()).toBe("blocked");
    expect((await life.letters()).filter((one) => one.startsWith("Ada"))).toEqual([]);
    expect(await allowContact(world, owner, ada)).toBe("allowed");
    await refresh(world, owner);
    expect(await statusOfAda()).toBe("candidate");
    const audit = await world.database
      .selectFrom("audit")
      .select(["what", "subject_id"])
      .where("owner_id", "=", owner)
      .orderBy("audit_id")
      .execute();
    expect(audit).toEqual([
      { what: "contact_stopped", subject_id: ada },
      { what: "contact_allowed", subject_id: ada },
    ]);
  });
});
