import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DebriefPrompt } from "../../../src/domain/contact/debrief.ts";
import { accountItem } from "../../../src/domain/day/account-item.ts";
import type { DayItem } from "../../../src/domain/day/item.ts";

import {
  commentItem,
  debriefItem,
  dutyItem,
  giveNoteItem,
  groupItem,
  promiseItem,
  putOff,
  samePersonItem,
} from "../../../src/domain/day/items.ts";
import { answerItem, stuckItem } from "../../../src/domain/day/loop-items.ts";
import {
  type Cut,
  continueSitting,
  cutToBudget,
  forcedAfter,
  isEnough,
  type Offered,
  spentSeconds,
} from "../../../src/domain/day/sitting.ts";
import { sayWeek } from "../../../src/domain/day/week-line.ts";
import type { ContactId, FactId, GroupId } from "../../../src/domain/ids.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import { after, type Instant, type PlainDate, type Zone } from "../../../src/domain/time.ts";

const now = "2026-11-23T08:00:00.000Z" as Instant;
const policy = defaultPolicy("Europe/Paris" as Zone);

type Item = Pick<DayItem, "id" | "minutes" | "rolledOver" | "urgency" | "closeness" | "deadlineAt">;
const item = (id: string, minutes: number, more: Partial<Item> = {}): Item => ({
  id,
  minutes,
  rolledOver: 0,
  urgency: 0,
  closeness: 0,
  ...more,
});
const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const sum = (items: readonly { minutes: number }[]) => items.reduce((all, { minutes }) => all + minutes, 0);

const sizes = [1, 3, 5, 5];
const forty = Array.from({ length: 40 }, (_, n) => item(`item ${n}`, sizes[n % 4]!, { urgency: 40 - n }));

describe("the sitting (R23)", () => {
  test("40 due items, budget 20: at most 20 minutes are offered, the others wait, none is lost", () => {
    const { offered, waiting } = cutToBudget(forty, 20, now);
    expect(sum(offered)).toBeLessThanOrEqual(20);
    expect(ids([...offered, ...waiting]).sort()).toEqual(ids(forty).sort());
    expect(ids(offered).slice(0, 4)).toEqual(["item 0", "item 1", "item 2", "item 3"]);
  });

  test.each`
    what                                               | items                                                                                                                           | offered
    ${"urgency decides"}                               | ${[item("low", 5, { urgency: 1 }), item("high", 5, { urgency: 9 })]}                                                            | ${["high", "low"]}
    ${"a deadline within 48 hours comes first"}        | ${[item("high", 5, { urgency: 9 }), item("soon", 5, { deadlineAt: after(now, { hours: 47 }) })]}                                | ${["soon", "high"]}
    ${"small ones fill what a large one leaves"}       | ${[item("a", 5, { urgency: 9 }), item("b", 5, { urgency: 8 }), item("c", 5, { urgency: 7 }), item("d", 3, { urgency: 6 })]}     | ${["a", "b", "c"]}
    ${"put off five times, it is taken in"}            | ${[...[1, 2, 3].map((n) => item(`${n}`, 5, { urgency: 9 - n })), item("old", 5, { rolledOver: 5 })]}                            | ${["1", "2", "old"]}
    ${"put off four times, it waits once more"}        | ${[...[1, 2, 3].map((n) => item(`${n}`, 5, { urgency: 9 - n })), item("old", 5, { rolledOver: 4 })]}                            | ${["1", "2", "3"]}
    ${"old ones take half at most, so deadlines stay"} | ${[...[1, 2, 3].map((n) => item(`old ${n}`, 5, { rolledOver: 9 })), item("soon", 5, { deadlineAt: after(now, { hours: 1 }) })]} | ${["soon", "old 1", "old 2"]}
  `("15 minutes: $what", ({ items, offered }: { items: Item[]; offered: string[] }) => {
    expect(ids(cutToBudget(items, 15, now).offered)).toEqual(offered);
  });

  test("whatever comes in: within the budget, nothing lost, nothing twice", () => {
    const any = fc.record({ minutes: fc.constantFrom(1, 2, 3, 5), rolledOver: fc.nat(8), urgency: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), fc.integer({ min: 15, max: 30 }), (drawn, budget) => {
        const items = drawn.map(({ minutes, ...more }, n) => item(`${n}`, minutes, more));
        const cut: Cut<Item> = cutToBudget(items, budget, now);
        expect(sum(cut.offered)).toBeLessThanOrEqual(budget);
        expect(ids([...cut.offered, ...cut.waiting]).sort()).toEqual(ids(items).sort());
      }),
    );
  });

  test("nothing starves: though urgent things keep coming, an old one is offered within a few days of its fifth", () => {
    let waiting = Array.from({ length: 8 }, (_, n) => item(`old ${n}`, 5));
    let longest = 0;
    for (let day = 0; waiting.length > 0 && day < 60; day += 1) {
      const urgent = Array.from({ length: 4 }, (_, n) => item(`new ${day} ${n}`, 5, { urgency: 50 }));
      const cut = cutToBudget([...waiting, ...urgent], 20, now);
      waiting = cut.waiting
        .filter(({ id }) => id.startsWith("old"))
        .map((one) => ({ ...one, rolledOver: one.rolledOver + 1 }));
      longest = Math.max(longest, ...waiting.map(({ rolledOver }) => rolledOver));
    }
    expect(waiting).toEqual([]);
    // Two of five minutes fit into half of twenty: eight of them take four days from the fifth on.
    expect(longest).toBeLessThanOrEqual(forcedAfter + 4);
  });
});

describe("a sitting that goes on", () => {
  const look = (offered: readonly Offered[], items: readonly Item[], isOver = false) =>
    continueSitting(offered, items, { budgetMinutes: 20, isOver, now });
  const first = look([], forty);

  test("looked at again, it is the same", () => {
    expect(look(first.record, forty)).toEqual(first);
  });

  test("what was done does not make room: a day asks for its budget once", () => {
    const rest = forty.filter(({ id }) => id !== "item 0" && id !== "item 2");
    const again = look(first.record, rest);
    expect(ids(again.offered)).toEqual(ids(first.offered).filter((id) => id !== "item 0" && id !== "item 2"));
    expect(again.record.filter(({ isDone }) => isDone).map(({ id }) => id)).toEqual(["item 0", "item 2"]);
    expect(sum(again.record)).toBeLessThanOrEqual(20);
  });

  test("minutes never given away are filled by what comes later", () => {
    const few = look([], [item("a", 5)]);
    expect(ids(look(few.record, [item("a", 5), item("b", 5)]).offered)).toEqual(["a", "b"]);
    expect(ids(look(few.record, [item("a", 5), item("b", 5)], true).offered)).toEqual(["a"]);
  });
});

test.each`
  spent  | since                                        | seconds | enough   | because
  ${0}   | ${undefined}                                 | ${0}    | ${false} | ${"not begun"}
  ${600} | ${undefined}                                 | ${600}  | ${false} | ${"paused after ten minutes"}
  ${600} | ${after(now, { minutes: -9, seconds: -59 })} | ${1199} | ${false} | ${"a second before"}
  ${600} | ${after(now, { minutes: -10 })}              | ${1200} | ${true}  | ${"enough for today at 20 minutes"}
  ${0}   | ${after(now, { hours: -9 })}                 | ${1800} | ${true}  | ${"a timer that nobody stopped counts half an hour"}
`("R23: $because", ({ spent, since, seconds, enough }) => {
  const timer = { spentSeconds: spent, ...(since !== undefined && { runningSince: since }) };
  expect(spentSeconds(timer, now)).toBe(seconds);
  expect(isEnough(timer, 20, now)).toBe(enough);
});

const noDay = { spentSeconds: 0, minutesDone: 0 };
test.each`
  days                                                                      | plan                                               | line
  ${[]}                                                                     | ${undefined}                                       | ${"No sitting this week."}
  ${[noDay]}                                                                | ${{ tookPlace: 0, booked: 0, open: 2, missed: 0 }} | ${"No sitting this week; this month's plan: 0 of 2 took place, 2 open."}
  ${[{ spentSeconds: 1150, minutesDone: 9 }, { ...noDay, minutesDone: 7 }]} | ${undefined}                                       | ${"2 sittings this week, 26 minutes."}
  ${[{ spentSeconds: 60, minutesDone: 0 }]}                                 | ${{ tookPlace: 2, booked: 0, open: 0, missed: 0 }} | ${"1 sitting this week, 1 minute; this month's plan is kept: 2 of 2 took place."}
  ${[{ spentSeconds: 60, minutesDone: 0 }]}                                 | ${{ tookPlace: 1, booked: 0, open: 0, missed: 1 }} | ${"1 sitting this week, 1 minute; this month's plan: 1 of 2 took place, 1 not held."}
`("R42: $line", ({ days, plan, line }) => expect(sayWeek(days, plan)).toBe(line));

describe("every item has person, reason, place or means, text and a next act (R43)", () => {
  const priya = { contactId: "p", name: "Priya Nair", closeness: 3 };
  const duty = {
    followUpId: "f",
    ...priya,
    kind: "check_in",
    because: [{ rule: "R16.check_in", text: "Check in 30 days after you met." }],
    way: "letter" as const,
    context: ["You met on 2026-11-16: Coffee."],
    urgency: 1,
  };
  const letter = { draftId: "d", to: "priya@acme.example", body: "Hi Priya, …" };
  const prompt: DebriefPrompt = {
    eventId: "e",
    kind: "large_event",
    title: "Meetup: Data Lyon",
    startsAt: now,
    endsAt: now,
    askAt: now,
    deadlineAt: after(now, { hours: 48 }),
    isHeldByDefault: true,
    guests: [],
    because: { rule: "R11.debrief", text: "It ended." },
  };
  const reason = { rule: "R30.comment_first", text: "Nothing went both ways yet." };
  const fact = {
    factId: "x" as FactId,
    contactId: "p" as ContactId,
    kind: "promise" as const,
    text: "intro to Sam",
    quote: "promised intro to Sam by Friday",
    locale: "en" as const,
    saidBy: "owner" as const,
    saidAt: now,
    dueOn: "2026-11-20" as PlainDate,
    source: { kind: "owner" as const, id: "x" },
    confidence: 1,
    state: "open" as const,
  };

  const account = { accountId: "a", provider: "google", address: "mara@nordlys.example" } as const;
  const items: [string, number, DayItem][] = [
    ["approve", 1, dutyItem({ ...duty, letter })],
    ["question", 1, dutyItem({ ...duty, letter: { ...letter, question: "Why did you meet?" } })],
    ["call", 5, dutyItem({ ...duty, phone: "+33 1 23 45 67 89" })],
    ["call", 5, dutyItem({ ...duty, way: "call", phone: "+33 1 23 45 67 89", letter })],
    ["call", 5, dutyItem({ ...duty, way: "call" })],
    ["write", 3, dutyItem({ ...duty, address: "priya@acme.example" })],
    ["write", 3, dutyItem(duty)],
    ["note", 5, dutyItem({ ...duty, kind: "note", way: "post", postalAddress: "1 rue de Lyon" })],
    ["note", 5, dutyItem({ ...duty, kind: "note", way: "post" })],
    ["debrief", 2, debriefItem(prompt, [], policy)],
    ["promise", 3, promiseItem(fact, "Priya Nair", { mode: "email", at: "priya@acme.example" }, policy, now)],
    ["give_note", 1, giveNoteItem(priya, reason)],
    ["same_person", 1, samePersonItem(["a@b.example", "a@c.example"], [reason])],
    ["group", 3, groupItem({ groupId: "g" as GroupId, name: "Data people", url: "https://groups.example/data" })],
    ["connect_again", 1, accountItem({ ...account, state: "reconnect" }, policy, now)!],
    ["stuck", 1, stuckItem({ ...priya, draftId: "d", because: reason }, policy)],
    ["stuck", 1, stuckItem({ ...priya, draftId: "d", because: reason, effectId: "e" }, policy)],
    ["answer", 2, answerItem({ ...priya, answerId: "a", because: [reason] }, policy)],
    ["answer", 2, answerItem({ ...priya, answerId: "a", because: [reason], text: "What is it about?" }, policy)],
    [
      "comment",
      2,
      commentItem(priya, { state: "warming", twoWay: 0, because: reason }, "https://people.example/priya"),
    ],
  ];

  test.each(items)("%s, %i min", (kind, minutes, one) => {
    expect(one).toMatchObject({ kind, minutes });
    expect(one.because.length).toBeGreaterThan(0);
    for (const words of [one.who, one.text, one.act, one.where.mode, ...one.because.map(({ text }) => text)])
      expect(words).not.toBe("");
  });

  test.each`
    state              | ends            | what
    ${"open"}          | ${undefined}    | ${undefined}
    ${"open"}          | ${"2026-11-25"} | ${undefined}
    ${"open"}          | ${"2026-11-24"} | ${"S8.access_ends"}
    ${"open"}          | ${"2026-11-23"} | ${"S8.access_ends"}
    ${"reconnect"}     | ${"2026-11-25"} | ${"S8.access_lost"}
    ${"waiting_admin"} | ${"2026-11-23"} | ${undefined}
  `("S8: an account that is $state and ends on $ends asks by $what on 23 November", ({ state, ends, what }) => {
    const need = { ...account, state, ...(ends !== undefined && { accessEndsOn: ends }) };
    expect(accountItem(need, policy, now)?.because[0]?.rule).toBe(what);
  });

  test("R25: without an address the note asks for it; R32: a call without a number asks for that", () => {
    expect(items[8]![2].text).toContain("No postal address of Priya Nair is known");
    expect(items[4]![2].text).toContain("no number of Priya Nair is known");
  });

  test("R16: the task of a call says what to offer and where they met; what is a letter stays one, whatever number is known", () => {
    const phone = "+33 1 23 45 67 89";
    const task = dutyItem({ ...duty, way: "call", phone, giveNote: "the checklist" });
    expect(task).toMatchObject({
      kind: "call",
      act: "Call Priya Nair",
      text: "To offer: the checklist\nYou met on 2026-11-16: Coffee.",
    });
    expect(dutyItem({ ...duty, phone, letter }).kind).toBe("approve");
  });

  test("R37: a promise is due on its day and more pressing with each day after it", () => {
    expect(items[10]![2]).toMatchObject({ text: "intro to Sam", urgency: 5 });
  });

  test("R9a: each time it was put off counts, and is said", () => {
    const twice = putOff(items[0]![2], 2, policy);
    expect(twice).toMatchObject({ rolledOver: 2, urgency: 1.5 });
    expect(twice.because.at(-1)).toMatchObject({ rule: "R9a.rollover", text: "Put off 2 times." });
    expect(putOff(items[0]![2], 0, policy)).toBe(items[0]![2]);
  });
});
