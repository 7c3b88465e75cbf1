import { describe, expect, test } from "vitest";
import { agendaOf } from "../../../src/domain/plan/agenda.ts";
import type { Duty } from "../../../src/domain/plan/duty.ts";
import type { ReplyClass } from "../../../src/domain/plan/enrolment.ts";
import type { PersonState } from "../../../src/domain/plan/readiness.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import type { PlainDate } from "../../../src/domain/time.ts";
import { coffee, encounter, inParis, interaction, type paris, policy, priya, talk } from "../relationship/history.ts";
import { coffeeOn, friend, Month } from "./month-lived.ts";

/** Ada is closest, then Ben, then Cleo, then Dan: so they stand in the queue. */
const cast = () => [
  friend("Ada", "2026-08-03 10:00", 4),
  friend("Ben", "2026-08-03 10:00", 3),
  friend("Cleo", "2026-08-03 10:00", 2),
  friend("Dan", "2026-08-03 10:00", 1),
];

const oneAtATime = { ...policy, plan: { ...policy.plan, inviteesInParallelMax: 1 } };

describe("R21: keep inviting until someone says yes", () => {
  test("A declines, B is silent through two reminders, C accepts: the item is booked with C; A got 1 letter, B 3, C 1", () => {
    const month = new Month(cast(), { coffee: 1 }, oneAtATime);
    expect(month.proposed("2026-11-02 09:00")).toEqual(["ada invitation"]);
    month.send("2026-11-02 09:00", "ada");
    month.answer("2026-11-03 11:00", "ada", "decline");
    expect(month.proposed("2026-11-03 11:05")).toEqual(["ben invitation"]);
    month.send("2026-11-03 12:00", "ben");
    expect(month.proposed("2026-11-05 23:59")).toEqual([]);
    expect(month.proposed("2026-11-06 00:00")).toEqual(["ben nudge"]);
    month.send("2026-11-06 09:00", "ben");
    expect(month.proposed("2026-11-16 23:59")).toEqual([]);
    expect(month.proposed("2026-11-17 00:00")).toEqual(["ben closing_note"]);
    month.send("2026-11-17 09:00", "ben");
    expect(month.proposed("2026-11-18 23:59")).toEqual([]);
    expect(month.proposed("2026-11-19 09:00")).toEqual(["cleo invitation"]);
    month.send("2026-11-19 09:00", "cleo");
    month.answer("2026-11-20 10:00", "cleo", "accept");
    expect(month.proposed("2026-11-24 09:00")).toEqual([]);
    month.calendar("cleo", coffeeOn("2026-11-26"));
    expect(month.says("2026-11-24 10:00")).toBe("coffee 1 booked");
    expect(month.items[0]).toMatchObject({ state: "booked", contactId: "cleo" });
    expect(["ada", "ben", "cleo", "dan"].map((name) => [name, month.lettersTo(name), month.ended(name)])).toEqual([
      ["ada", 1, "declined"],
      ["ben", 3, "exhausted"],
      ["cleo", 1, "booked"],
      ["dan", 0, "never asked"],
    ]);
  });

  test("by the defaults the next person is asked when the first reminder has had two business days, and two are asked at most", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.send("2026-11-05 09:00", "ada");
    expect(month.proposed("2026-11-06 23:59")).toEqual([]);
    expect(month.proposed("2026-11-09 00:00")).toEqual(["ben invitation"]);
    month.send("2026-11-09 09:00", "ben");
    month.send("2026-11-12 09:00", "ben");
    // Ben's reminder has had its two days on Monday the 16th, and on that day Ada's last one is due: two are asked still.
    expect(month.proposed("2026-11-16 09:00")).toEqual(["ada closing_note"]);
    month.send("2026-11-16 09:00", "ada");
    expect(month.proposed("2026-11-17 09:00")).toEqual([]);
    // Ada is out of it two business days after her last letter: the place is Cleo's.
    expect(month.proposed("2026-11-18 09:00")).toEqual(["cleo invitation"]);
    expect(month.ended("ada")).toBe("exhausted");
  });

  test("a decline leaves the 90 days visible, and nothing is written", () => {
    const met = encounter({ at: inParis("2026-10-19 14:00") });
    const thanked = interaction("2026-10-19 18:00");
    const ada = friend("Ada", "2026-08-03 10:00");
    const month = new Month(
      [
        { ...ada, person: { ...ada.person, encounter: met, interactions: [thanked] } },
        friend("Ben", "2026-08-03 10:00"),
      ],
      { coffee: 1 },
    );
    month.send("2026-11-02 09:00", "ada");
    month.answer("2026-11-03 09:00", "ada", "decline");
    const duties = month.look("2026-11-04 09:00").duties.filter(({ personId }) => personId === "ada");
    const meetBy = duties.find(({ kind }) => kind === "meet_by");
    expect(meetBy?.state).toBe("in_hand");
    expect(meetBy?.because.slice(0, 2)).toMatchObject([{ rule: "R21.declined" }, { rule: "R17.meet_by" }]);
    expect(duties.filter(({ state }) => state === "due")).toEqual([]);
    expect(month.proposed("2026-11-04 09:00")).toEqual(["ben invitation"]);
  });

  test("after two reminders in vain: thirty days of rest, then a call, then nothing until they write", () => {
    const month = new Month([friend("Ben", "2026-08-03 10:00", 3, { phone: "+33 1 99 00 11 22" })], {
      coffee: 1,
      call: 1,
    });
    month.send("2026-11-02 09:00", "ben");
    month.send("2026-11-05 09:00", "ben");
    month.send("2026-11-16 09:00", "ben");
    const state = (when: string) => month.look(when).duties.find(({ personId }) => personId === "ben");
    expect(month.proposed("2026-11-25 09:00")).toEqual([]);
    month.items = month.items.map((item) => ({ ...item, month: "2026-12-01" as typeof item.month }));
    expect(month.proposed("2026-12-15 09:00")).toEqual([]);
    expect(month.proposed("2026-12-16 10:00")).toEqual(["ben call"]);
    expect(state("2026-12-16 10:00")?.because[1]?.text).toBe(
      "They did not answer 3 letters: call instead, +33 1 99 00 11 22.",
    );
    month.happens("ben", interaction("2026-12-16 11:00", { mode: "phone" }));
    expect(month.proposed("2026-12-17 09:00")).toEqual([]);
    month.happens("ben", interaction("2026-12-18 11:00", { direction: "inbound" }));
    expect(month.proposed("2026-12-28 09:00")).toContain("ben invitation");
  });

  test("away: the sequence waits until they are back and one business day more, and the item goes on at once", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.answer("2026-11-02 09:01", "ada", "auto_away", { until: "2026-11-12 00:00" });
    expect(month.proposed("2026-11-02 09:05")).toEqual(["ben invitation"]);
    expect(month.people.get("ada")?.enrolments[0]).toMatchObject({
      state: "paused",
      pausedUntil: inParis("2026-11-13"),
    });
    expect(month.proposed("2026-11-12 12:00")).toEqual(["ben invitation"]);
    month.send("2026-11-12 12:00", "ben");
    expect(month.proposed("2026-11-13 09:00")).toEqual(["ada nudge"]);
  });

  test("later: asked again from the day they said, and not before", () => {
    const month = new Month([friend("Ada", "2026-08-03 10:00")], { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.answer("2026-11-03 09:00", "ada", "later", { until: "2026-11-20 00:00" });
    expect(month.proposed("2026-11-19 23:00")).toEqual([]);
    expect(month.proposed("2026-11-20 09:00")).toEqual(["ada invitation"]);
  });

  test("a no outlives a meeting that was booked after all and called off again", () => {
    const month = new Month([friend("Ada", "2026-08-03 10:00")], { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.answer("2026-11-03 09:00", "ada", "decline");
    month.calendar("ada", coffeeOn("2026-11-12"));
    month.look("2026-11-05 09:00");
    month.calendar("ada");
    month.look("2026-11-11 09:00");
    expect(month.ended("ada")).toBe("declined");
    month.items = month.items.map((item) => ({ ...item, month: "2026-12-01" as typeof item.month }));
    expect(month.proposed("2026-12-14 09:00")).toEqual([]);
  });

  test("a late yes is offered the next open item", () => {
    const month = new Month(cast(), { coffee: 2 }, oneAtATime);
    month.send("2026-11-02 09:00", "ada", "ben");
    month.answer("2026-11-03 09:00", "ada", "decline");
    month.send("2026-11-03 10:00", "cleo");
    month.calendar("cleo", coffeeOn("2026-11-10"));
    month.calendar("ben", coffeeOn("2026-11-11"));
    expect(month.says("2026-11-04 09:00")).toBe("coffee 1 booked, coffee 2 booked");
    month.calendar("ben");
    expect(month.says("2026-11-05 09:00")).toBe("coffee 1 booked, coffee 2 open");
    month.answer("2026-11-05 10:00", "ada", "accept");
    const [next] = month.look("2026-11-05 10:01").queues.find(({ item }) => item.number === 2)?.next ?? [];
    expect(next).toMatchObject({ personId: "ada", because: [{ rule: "R21.next_person" }, { rule: "R21.late_yes" }] });
    expect(month.proposed("2026-11-05 10:01")).toEqual(["ada invitation"]);
  });

  test("a meeting made by hand in the calendar books the item, and the others' sequences end", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.send("2026-11-05 09:00", "ada");
    month.send("2026-11-09 09:00", "ben");
    month.calendar("dan", coffeeOn("2026-11-20"));
    expect(month.says("2026-11-10 09:00")).toBe("coffee 1 booked");
    expect(month.items[0]).toMatchObject({ contactId: "dan" });
    expect([month.ended("ada"), month.ended("ben")]).toEqual(["cancelled", "cancelled"]);
    expect(month.proposed("2026-11-16 09:00")).toEqual([]);
  });

  test("who writes back is not reminded, whatever they wrote; the item waits a few days for what comes of it", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.happens("ada", interaction("2026-11-03 09:00", { direction: "inbound" }));
    expect(month.proposed("2026-11-05 09:00")).toEqual([]);
    expect(month.ended("ada")).toBe("replied");
    expect(month.proposed("2026-11-10 09:00")).toEqual(["ben invitation"]);
  });

  test("the own reminder, found again in the sent mail, is neither an answer nor a letter by hand", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.happens("ada", interaction("2026-11-02 08:30"));
    expect(month.proposed("2026-11-05 09:00")).toEqual(["ada nudge"]);
    month.happens("ada", interaction("2026-11-05 08:00"));
    month.look("2026-11-05 10:00");
    expect(month.ended("ada")).toBe("user_wrote");
  });

  test("public holidays of the owner are no business days", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.holidays = new Set(["2026-11-11" as PlainDate]);
    month.send("2026-11-09 09:00", "ada");
    expect(month.proposed("2026-11-12 23:59")).toEqual([]);
    expect(month.proposed("2026-11-13 00:00")).toEqual(["ada nudge"]);
  });
});

describe("R18: the month's plan", () => {
  test("one held, one cancelled the day before: the next is invited the same day, and it is missed when the month is out", () => {
    const month = new Month(cast(), { coffee: 2 });
    month.happens("dan", { ...talk("2026-11-05 10:00"), endsAt: inParis("2026-11-05 10:45"), title: "Coffee" });
    month.calendar("cleo", coffeeOn("2026-11-27"));
    expect(month.says("2026-11-25 09:00")).toBe("coffee 1 took_place, coffee 2 booked");
    month.calendar("cleo");
    expect(month.says("2026-11-26 09:00")).toBe("coffee 1 took_place, coffee 2 open");
    const [proposal] = month
      .look("2026-11-26 09:00")
      .duties.filter(({ state, meeting }) => state === "due" && meeting === "coffee");
    expect(proposal).toMatchObject({ personId: "ada", step: "invitation", meetUntil: "2026-11-30T22:59:59.999Z" });
    expect(month.says("2026-11-30 23:59")).toBe("coffee 1 took_place, coffee 2 open");
    expect(month.says("2026-12-01 00:00")).toBe("coffee 1 took_place, coffee 2 missed");
  });

  test("a month that nobody looked at until long after is over all the same", () => {
    const month = new Month(cast(), { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    expect(month.says("2027-03-15 09:00")).toBe("coffee 1 missed");
  });

  test("with less time left than a letter needs nobody is asked", () => {
    const month = new Month(cast(), { coffee: 1 });
    expect(month.proposed("2026-11-29 11:00")).toEqual(["ada invitation"]);
    expect(month.proposed("2026-11-29 12:00")).toEqual([]);
    expect(month.look("2026-11-29 12:00").queues[0]?.waits?.rule).toBe("R18.too_late");
  });

  test.each`
    moved                           | says
    ${["2026-11-26", "2026-11-27"]} | ${"coffee 1 booked, coffee 2 open"}
    ${["2026-11-26", "2026-12-01"]} | ${"coffee 1 open, coffee 2 open"}
  `("a coffee moved from $moved.0 to $moved.1 is not counted twice: $says", ({ moved: [from, to], says }) => {
    const month = new Month(cast(), { coffee: 2 });
    month.calendar("ada", coffeeOn(from, { eventId: "c" }));
    month.look("2026-11-20 09:00");
    month.calendar("ada", coffeeOn(to, { eventId: "c" }));
    expect(month.says("2026-11-21 09:00")).toBe(says);
  });

  test.each`
    at                    | says
    ${"2026-11-30 23:30"} | ${"coffee 1 took_place"}
    ${"2026-12-01 00:30"} | ${"coffee 1 open"}
  `("a coffee at $at in Paris, the last of November in UTC: $says", ({ at, says }) => {
    const month = new Month(cast(), { coffee: 1 });
    month.happens("ada", { ...talk(at), title: "Coffee" });
    const now = at < "2026-12" ? "2026-11-30 23:50" : "2026-11-30 23:59";
    expect(month.says(now)).toBe(says);
    const auckland = agendaOf(
      month.state(),
      defaultPolicy("Pacific/Auckland" as typeof paris),
      inParis("2026-11-30 12:30"),
    );
    expect(auckland.items.map(({ state }) => state)).toEqual(["missed"]);
  });

  test("a smaller plan in mid-month loses nothing that is booked or was held", () => {
    const month = new Month(cast(), { coffee: 3 });
    month.calendar("ada", coffeeOn("2026-11-20"));
    month.look("2026-11-10 09:00");
    expect(month.says("2026-11-10 09:00")).toBe("coffee 1 booked, coffee 2 open, coffee 3 open");
  });

  test("two open items ask two different people, the best first", () => {
    expect(new Month(cast(), { coffee: 2 }).proposed("2026-11-02 09:00")).toEqual(["ada invitation", "ben invitation"]);
  });

  test.each`
    why                                       | change                                                                                | first
    ${"who lives far is asked for no coffee"} | ${{ fits: ["call", "check_in"] }}                                                     | ${"ben"}
    ${"who is known online alone warms up"}   | ${{ isUnlocked: false }}                                                              | ${"ben"}
    ${"who got a letter this week rests"}     | ${{ letters: [{ at: inParis("2026-10-30 09:00"), weight: "unsolicited" as const }] }} | ${"ben"}
    ${"nobody else is passed over"}           | ${{}}                                                                                 | ${"ada"}
  `("the queue: $why", ({ change, first }) => {
    const [ada, ...others] = cast();
    const month = new Month([{ ...ada!, ...change }, ...others], { coffee: 1 });
    expect(month.proposed("2026-11-02 09:00")).toEqual([`${first} invitation`]);
  });

  test.each(["resting", "dormant", "archived", "blocked"] as const)("%s people are asked for nothing", (status) => {
    const ada = friend("Ada", "2026-08-03 10:00");
    const month = new Month([{ ...ada, person: { ...ada.person, status } }], { coffee: 1 });
    expect(month.proposed("2026-11-02 09:00")).toEqual([]);
  });

  test("who said that they should meet comes before who is merely close", () => {
    const dan = friend("Dan", "2026-08-03 10:00");
    const said = {
      kind: "someday",
      text: "we should grab coffee",
      saidBy: "person",
      saidAt: inParis("2026-10-28 09:00"),
      factId: "f",
    } as const;
    const month = new Month([...cast().slice(0, 3), { ...dan, person: { ...dan.person, facts: [said] } }], {
      coffee: 1,
    });
    expect(month.proposed("2026-11-02 09:00")).toEqual(["dan invitation"]);
    const [duty] = month.look("2026-11-02 09:00").duties.filter(({ state }) => state === "due");
    expect(duty).toMatchObject({
      kind: "someday",
      meeting: "coffee",
      because: [{ rule: "R21.next_person" }, { rule: "R19.someday" }, {}, {}],
    });
  });
});

describe("R32: off mail for hard things", () => {
  test("four letters to and fro without a time: call instead, with the number", () => {
    const month = new Month([friend("Ada", "2026-08-03 10:00", 1, { phone: "+33 1 99 00 11 22" })], {
      coffee: 1,
      call: 1,
    });
    month.send("2026-11-02 09:00", "ada");
    month.happens("ada", interaction("2026-11-02 09:00"));
    month.happens("ada", interaction("2026-11-02 15:00", { direction: "inbound" }));
    month.happens("ada", interaction("2026-11-03 09:00"));
    expect(month.proposed("2026-11-03 10:00")).toEqual([]);
    month.happens("ada", interaction("2026-11-03 15:00", { direction: "inbound" }));
    const duty = month.look("2026-11-03 16:00").duties.find(({ way }) => way === "call");
    expect(duty).toMatchObject({ personId: "ada", state: "due", meeting: "call" });
    expect(duty?.because.map(({ text }) => text)).toContain(
      "4 letters went to and fro without a time: call instead, +33 1 99 00 11 22.",
    );
  });

  test("nothing is written by rule on a quarrel, not even a reminder that was due", () => {
    const conflict = { rule: "R32.conflict", text: "Their thread sounds like a quarrel." };
    const month = new Month([friend("Ada", "2026-08-03 10:00")], { coffee: 1 });
    month.send("2026-11-02 09:00", "ada");
    month.change("ada", (state) => ({ ...state, conflict }));
    expect(
      month.look("2026-11-05 09:00").duties.filter(({ way, state }) => way === "letter" && state === "due"),
    ).toEqual([]);
  });
});

describe("R16: thirty days after meeting one calls", () => {
  const phone = "+33 1 99 00 11 22";
  const met = (facts: Partial<PersonState> = {}): PersonState => ({
    ...friend("Priya", "2026-08-03 10:00"),
    person: priya({ interactions: [coffee, interaction("2026-11-16 18:00")] }),
    ...facts,
  });
  const checkIn = (month: Month, when: string) => month.look(when).duties.find(({ kind }) => kind === "check_in");

  test("with a number it is a call of its own beside the invitation; without one it waits for that letter", () => {
    const dayThirty = "2026-12-16 09:00";
    expect(checkIn(new Month([met({ phone })], {}), dayThirty)).toMatchObject({
      state: "due",
      way: "call",
      because: [{ rule: "R16.call" }, { rule: "R16.check_in" }, {}, {}],
    });
    expect(checkIn(new Month([met()], {}), dayThirty)).toMatchObject({
      state: "in_hand",
      way: "letter",
      because: [{ rule: "R43.one_letter" }, {}, {}, {}],
    });
    expect(checkIn(new Month([met({ phone })], {}), "2026-12-15 23:59")).toMatchObject({ state: "planned" });
  });

  test.each<{ step: string; days: readonly string[]; answer?: ReplyClass; state: Duty["state"]; rule: string }>([
    { step: "waits for an answer", days: ["2026-12-14 09:00"], state: "in_hand", rule: "R21.waiting" },
    {
      step: "stayed silent through both reminders: the rest is from letters",
      days: ["2026-11-24 09:00", "2026-11-27 09:00", "2026-12-08 09:00"],
      state: "due",
      rule: "R16.call",
    },
    { step: "said no", days: ["2026-11-24 09:00"], answer: "decline", state: "in_hand", rule: "R21.declined" },
  ])("R21: whoever was invited and $step: $rule", ({ days, answer, state, rule }) => {
    const month = new Month([met({ phone })], {});
    for (const day of days) month.send(day, "priya");
    if (answer !== undefined) month.answer("2026-11-25 09:00", "priya", answer);
    expect(checkIn(month, "2026-12-16 09:00")).toMatchObject({ state, because: [{ rule }, {}, {}, {}] });
  });

  test("a rhythm that the owner wished is no such reminder: it stays a letter", () => {
    const cadence = { every: 30, unit: "day" as const, setOn: "2026-11-16" as PlainDate };
    const { encounter: _, ...person } = priya({ cadence, interactions: [talk("2026-10-01 10:00")] });
    const month = new Month([{ ...friend("Priya", "2026-10-01 10:00", 1, { phone }), person }], {});
    expect(checkIn(month, "2026-12-16 09:00")).toMatchObject({ state: "due", way: "letter" });
  });

  test("R18: for a place of a call in the plan it is the call, without a letter before it", () => {
    const person = priya({ interactions: [coffee, interaction("2026-11-16 18:00")], phoneCounts: true });
    const month = new Month([met({ phone, person, fits: ["call"] })], { call: 1 });
    month.items = month.items.map((item) => ({ ...item, month: "2026-12-01" as PlainDate }));
    month.change("priya", (state) => ({ ...state, person: { ...state.person, booked: [] } }));
    expect(month.look("2026-12-16 09:00").duties.filter(({ planItemId }) => planItemId !== undefined)).toMatchObject([
      { kind: "meet_by", way: "letter", meeting: "call" },
    ]);
    const known = met({ phone, person: { ...person, afterDeadline: "let_go" as const }, fits: ["call"] });
    const spared = new Month([known], {});
    spared.items = month.items;
    expect(spared.look("2026-12-16 09:00").duties.filter(({ planItemId }) => planItemId !== undefined)).toMatchObject([
      { kind: "check_in", way: "call", meeting: "call" },
    ]);
  });
});

test("R8, R24: a reminder asks for what the invitation asked for, so that it offers as many minutes", () => {
  const month = new Month([friend("Ada", "2026-08-03 10:00", 1, { fits: ["advice_call"] })], { advice_call: 1 });
  month.send("2026-11-02 09:00", "ada");
  const nudge = month.look("2026-11-05 09:00").duties.find(({ step }) => step === "nudge");
  expect(nudge).toMatchObject({ state: "due", meeting: "advice_call" });
});

test("R45, R21, R9: who rests is named with the reason, and until when there is an end to it", () => {
  const asked = (name: string) => friend(name, "2026-08-03 10:00");
  const resting = friend("Kim", "2026-08-03 10:00");
  const month = new Month(
    [asked("Ada"), asked("Ben"), asked("Cleo"), { ...resting, person: { ...resting.person, status: "resting" } }],
    { coffee: 3 },
    { ...policy, plan: { ...policy.plan, inviteesInParallelMax: 3 } },
  );
  month.send("2026-11-02 09:00", "ada", "ben", "cleo");
  month.answer("2026-11-02 10:00", "ada", "decline");
  month.answer("2026-11-02 10:00", "ben", "later", { until: "2026-12-01 00:00" });
  const { resting: rests } = month.look("2026-11-03 09:00");
  expect(rests.map(({ personId, because: { rule }, until }) => [personId, rule, until])).toEqual([
    ["ada", "R21.declined", inParis("2027-01-31 10:00")],
    ["ben", "R21.later", inParis("2026-12-01 00:00")],
    ["kim", "status.resting", undefined],
  ]);
});

test("the same people and plan give the same agenda, and looking twice changes nothing", () => {
  const month = new Month(cast(), { coffee: 2, call: 1 });
  month.send("2026-11-02 09:00", "ada");
  const first = month.look("2026-11-05 09:00");
  const second = month.look("2026-11-05 09:00");
  expect(second.items).toEqual([]);
  expect(second.enrolments).toEqual([]);
  expect(second.duties).toEqual(first.duties);
});

test("the agenda says when it will read differently: when a meeting begins, else in the morning", () => {
  const month = new Month(cast(), { coffee: 1 });
  month.send("2026-11-02 09:00", "ada");
  expect(month.look("2026-11-02 09:01").changesAt).toBe(inParis("2026-11-03"));
  month.calendar("ben", coffeeOn("2026-11-02"));
  expect(month.look("2026-11-02 09:01").changesAt).toBe(inParis("2026-11-02 10:00"));
  expect(month.look("2026-11-02 10:00").changesAt).toBe(inParis("2026-11-02 10:45"));
});

test("ten letters a day: the others wait for tomorrow, thanks do not (daily cap)", () => {
  const sentToday = Array.from({ length: 10 }, (_, index) =>
    friend(`Sent ${index}`, "2026-10-30 10:00", 1, { letters: [{ at: inParis("2026-11-17 08:30"), weight: "nudge" }] }),
  );
  const { encounter: met } = priya();
  const met5DaysAgo = friend("Eve", "2026-08-03 10:00");
  const eve = { ...met5DaysAgo, person: { ...met5DaysAgo.person, encounter: met!, interactions: [] } };
  const month = new Month([...cast(), ...sentToday, eve], { coffee: 1 });
  const due = (when: string) =>
    month
      .look(when)
      .duties.filter(
        ({ state, planItemId, kind }) => state === "due" && (planItemId !== undefined || kind === "thank_you"),
      )
      .map(({ personId, kind }) => `${personId} ${kind}`)
      .sort();
  expect(due("2026-11-17 09:00")).toEqual(["eve thank_you"]);
  expect(due("2026-11-18 09:00")).toEqual(["ada revive", "eve thank_you"]);
});
