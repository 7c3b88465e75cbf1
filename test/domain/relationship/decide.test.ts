import { describe, expect, test } from "vitest";
import { type Decision, decideFollowUps, type FollowUpKind } from "../../../src/domain/relationship/decide.ts";
import type { PersonHistory } from "../../../src/domain/relationship/person.ts";
import { after as afterwards, dayIn, type PlainDate, type Zone } from "../../../src/domain/time.ts";
import { at, coffee, encounter, inParis, interaction, paris, policy, priya, talk } from "./history.ts";

const decide = (person: PersonHistory, now: string) => decideFollowUps(person, policy, inParis(now));
const pick = (decisions: readonly Decision[], kind: FollowUpKind) => decisions.find((one) => one.kind === kind);
const outcome = (person: PersonHistory, now: string, kind: FollowUpKind) => pick(decide(person, now), kind)?.outcome;
const rule = (person: PersonHistory, now: string, kind: FollowUpKind) =>
  pick(decide(person, now), kind)?.because[0]?.rule;

describe("the shared example: Priya, met until Mon 2026-11-16 14:00 in Paris (Clock terms)", () => {
  const decisions = decide(priya(), "2026-11-16 14:00");
  test("thank_you: due at the end, overdue after 24 elapsed hours, lost after 48 (R14)", () => {
    expect(pick(decisions, "thank_you")).toMatchObject({
      outcome: "due",
      dueAt: inParis("2026-11-16 14:00"),
      overdueAt: inParis("2026-11-17 14:00"),
      deadlineAt: inParis("2026-11-18 14:00"),
    });
  });
  test("check_in: Wed 2026-12-16, overdue on day 37 (R16)", () => {
    const check = pick(decisions, "check_in");
    expect(check).toMatchObject({ outcome: "wait", dueAt: inParis("2026-12-16"), overdueAt: inParis("2026-12-23") });
  });
  test("meet_by: overdue on day 45, lost after Sun 2027-02-14, last bookable Fri 2027-02-12 (R17)", () => {
    const meet = pick(decisions, "meet_by");
    expect(meet).toMatchObject({
      outcome: "wait",
      overdueAt: inParis("2026-12-31"),
      lastBookableOn: "2027-02-12",
      warnings: 0,
    });
    expect(dayIn(paris, meet?.deadlineAt ?? at("2000-01-01T00:00Z"))).toBe("2027-02-14");
  });
  test("each is said because of the first encounter, with its inputs", () => {
    expect(pick(decisions, "meet_by")?.because).toContainEqual({
      rule: "R17.first_encounter",
      text: "You first met Priya Nair on 2026-11-16 at Coffee, Café Moka.",
      facts: { at: inParis("2026-11-16 14:00"), metOn: "2026-11-16" },
    });
    expect(pick(decisions, "meet_by")?.inputs).toMatchObject({ id: "priya", encounter: { others: 1 } });
  });
});

describe("boundaries", () => {
  test.each`
    kind           | now                   | stage
    ${"thank_you"} | ${"2026-11-16 14:00"} | ${"due"}
    ${"thank_you"} | ${"2026-11-17 13:59"} | ${"due"}
    ${"thank_you"} | ${"2026-11-17 14:00"} | ${"overdue"}
    ${"thank_you"} | ${"2026-11-18 14:00"} | ${"overdue"}
    ${"thank_you"} | ${"2026-11-18 14:01"} | ${"expired"}
    ${"check_in"}  | ${"2026-12-15 23:59"} | ${"wait"}
    ${"check_in"}  | ${"2026-12-16 00:00"} | ${"due"}
    ${"check_in"}  | ${"2026-12-22 23:59"} | ${"due"}
    ${"check_in"}  | ${"2026-12-23 00:00"} | ${"overdue"}
    ${"check_in"}  | ${"2027-02-14 23:59"} | ${"overdue"}
    ${"check_in"}  | ${"2027-02-15 00:00"} | ${"expired"}
    ${"meet_by"}   | ${"2026-11-24 23:59"} | ${"wait"}
    ${"meet_by"}   | ${"2026-11-25 00:00"} | ${"due"}
    ${"meet_by"}   | ${"2026-12-30 23:59"} | ${"due"}
    ${"meet_by"}   | ${"2026-12-31 00:00"} | ${"overdue"}
    ${"meet_by"}   | ${"2027-02-14 23:59"} | ${"overdue"}
    ${"meet_by"}   | ${"2027-02-15 00:00"} | ${"expired"}
  `("$kind at $now is $stage (R14, R16, R17)", ({ kind, now, stage }) =>
    expect(outcome(priya(), now, kind)).toBe(stage),
  );

  test("48 hours are elapsed hours, to the millisecond (R14)", () => {
    const met = encounter().at;
    const last = afterwards(met, { hours: 48 });
    expect(pick(decideFollowUps(priya(), policy, last), "thank_you")?.outcome).toBe("overdue");
    expect(pick(decideFollowUps(priya(), policy, afterwards(last, { milliseconds: 1 })), "thank_you")?.outcome).toBe(
      "expired",
    );
  });

  test("48 hours over the change of the clocks are 48 hours, and 30 days are 30 days (R14, R16)", () => {
    const met = encounter({ at: inParis("2026-10-24 18:00"), metOn: "2026-10-24" as PlainDate });
    const decisions = decideFollowUps(priya({ encounter: met, interactions: [] }), policy, met.at);
    expect(pick(decisions, "thank_you")?.deadlineAt).toBe(inParis("2026-10-26 17:00"));
    expect(pick(decisions, "check_in")?.dueAt).toBe(inParis("2026-11-23"));
  });

  test("Friday 18:30 gives until Sunday 18:30 (R14)", () => {
    const met = encounter({ at: inParis("2026-11-20 18:30") });
    const thanks = pick(decideFollowUps(priya({ encounter: met, interactions: [] }), policy, met.at), "thank_you");
    expect(thanks).toMatchObject({ outcome: "due", deadlineAt: inParis("2026-11-22 18:30") });
  });

  test.each`
    met             | due
    ${"2026-11-13"} | ${"2026-12-14"}
    ${"2026-11-14"} | ${"2026-12-14"}
    ${"2026-11-15"} | ${"2026-12-15"}
  `("met on $met: check in on $due, a weekend rolling on to Monday (R16)", ({ met, due }) => {
    const person = priya({ encounter: encounter({ at: inParis(`${met} 12:00`) }), interactions: [] });
    expect(pick(decide(person, "2026-11-20"), "check_in")?.dueAt).toBe(inParis(due));
  });

  test("days are the owner's: shortly before midnight UTC is the next day in Auckland", () => {
    const home = "Pacific/Auckland" as Zone;
    const met = encounter({ at: at("2026-11-16T23:30:00Z") });
    const check = pick(
      decideFollowUps(priya({ encounter: met, interactions: [] }), { ...policy, zone: home }, met.at),
      "check_in",
    );
    expect(check?.dueAt).toBe("2026-12-16T11:00:00.000Z");
  });
});

describe("what satisfies (R14, R16, R17)", () => {
  test.each`
    contact                                                                 | kind           | outcome
    ${interaction("2026-11-16 17:00")}                                      | ${"thank_you"} | ${"satisfied"}
    ${interaction("2026-11-16 17:00", { mode: "text" })}                    | ${"thank_you"} | ${"satisfied"}
    ${interaction("2026-11-16 17:00", { direction: "inbound" })}            | ${"thank_you"} | ${"overdue"}
    ${interaction("2026-11-16 12:00")}                                      | ${"thank_you"} | ${"overdue"}
    ${interaction("2026-11-16 17:00", { depth: "passive" })}                | ${"thank_you"} | ${"overdue"}
    ${interaction("2026-11-16 17:00", { others: 7 })}                       | ${"thank_you"} | ${"overdue"}
    ${interaction("2026-11-16 17:00")}                                      | ${"check_in"}  | ${"wait"}
    ${talk("2026-11-17 10:00")}                                             | ${"meet_by"}   | ${"satisfied"}
    ${talk("2026-11-17 10:00")}                                             | ${"check_in"}  | ${"satisfied"}
    ${talk("2026-11-17 10:00", "video")}                                    | ${"meet_by"}   | ${"wait"}
    ${talk("2026-11-17 10:00", "phone")}                                    | ${"meet_by"}   | ${"wait"}
    ${talk("2026-11-17 10:00", "in_person", { others: 2 })}                 | ${"meet_by"}   | ${"wait"}
    ${talk("2026-11-17 10:00", "in_person", { depth: "touch" })}            | ${"meet_by"}   | ${"wait"}
    ${coffee}                                                               | ${"meet_by"}   | ${"wait"}
    ${{ ...talk("2026-11-16 13:30"), endsAt: inParis("2026-11-16 15:00") }} | ${"meet_by"}   | ${"wait"}
    ${{ ...talk("2026-11-17 13:15"), source: coffee.source }}               | ${"meet_by"}   | ${"satisfied"}
    ${talk("2026-11-15 10:00")}                                             | ${"meet_by"}   | ${"wait"}
    ${talk("2026-11-18 14:00")}                                             | ${"meet_by"}   | ${"wait"}
  `("$contact.mode $contact.direction at $contact.at: $kind is $outcome", ({ contact, kind, outcome: expected }) => {
    expect(outcome(priya({ interactions: [coffee, contact] }), "2026-11-18 12:00", kind)).toBe(expected);
  });

  test("video counts for people far away, a call when the owner said so (R17)", () => {
    const video = [talk("2026-11-20 10:00", "video")];
    const call = [talk("2026-11-20 10:00", "phone")];
    expect(outcome(priya({ interactions: video, isFar: true }), "2026-12-01", "meet_by")).toBe("satisfied");
    expect(outcome(priya({ interactions: call, isFar: true }), "2026-12-01", "meet_by")).toBe("due");
    expect(outcome(priya({ interactions: call, phoneCounts: true }), "2026-12-01", "meet_by")).toBe("satisfied");
  });

  test("a call on 2026-12-01 closes the task and the next clock starts there (R16)", () => {
    const person = priya({ interactions: [coffee, talk("2026-12-01 10:00", "phone")] });
    expect(pick(decide(person, "2026-12-16"), "check_in")).toMatchObject({
      outcome: "wait",
      dueAt: inParis("2026-12-31"),
    });
    expect(outcome(person, "2026-12-31", "check_in")).toBe("due");
  });

  test("a letter in the week before day 30 is the check-in already (R16)", () => {
    expect(outcome(priya({ interactions: [coffee, interaction("2026-12-08 23:00")] }), "2026-12-17", "check_in")).toBe(
      "due",
    );
    expect(outcome(priya({ interactions: [coffee, interaction("2026-12-09 00:00")] }), "2026-12-17", "check_in")).toBe(
      "satisfied",
    );
  });

  test("what closed it is named", () => {
    const thanks = pick(
      decide(
        priya({ interactions: [coffee, interaction("2026-11-16 17:00", { title: "Good to meet you" })] }),
        "2026-11-17",
      ),
      "thank_you",
    );
    expect(thanks?.because[0]).toMatchObject({
      rule: "contact.since",
      text: 'You wrote on 2026-11-16 ("Good to meet you").',
    });
    expect(thanks?.satisfiedBy?.kind).toBe("message");
  });
});

describe("the invitation (R17)", () => {
  test("comes 5 business days after the thank-you", () => {
    const person = priya({ interactions: [coffee, interaction("2026-11-16 17:00")] });
    expect(pick(decide(person, "2026-11-17"), "meet_by")?.dueAt).toBe(inParis("2026-11-23"));
  });
  test("goes inside the thank-you when the encounter was not a one-to-one", () => {
    const person = priya({ encounter: encounter({ others: 3 }) });
    expect(pick(decide(person, "2026-11-17"), "meet_by")).toMatchObject({
      outcome: "due",
      dueAt: inParis("2026-11-16 14:00"),
    });
  });
  test("mail owes no thank-you; the invitation is due 5 business days after the exchange", () => {
    const person = priya({
      encounter: encounter({ channel: "mail", source: { kind: "message", id: "priya@acme.example" } }),
      interactions: [],
    });
    const decisions = decide(person, "2026-11-17");
    expect(pick(decisions, "thank_you")).toBeUndefined();
    expect(pick(decisions, "meet_by")?.dueAt).toBe(inParis("2026-11-23"));
  });
  test.each`
    now                   | warnings
    ${"2027-01-14 23:59"} | ${0}
    ${"2027-01-15 00:00"} | ${1}
    ${"2027-01-31 00:00"} | ${2}
    ${"2027-02-07 00:00"} | ${3}
  `("warns at days 60, 76 and 83: $warnings at $now", ({ now, warnings }) => {
    expect(pick(decide(priya(), now), "meet_by")?.warnings).toBe(warnings);
  });
  test("a booking waits; one after day 90 shows as late", () => {
    const booked = (day: string) => ({
      eventId: "b",
      startsAt: inParis(`${day} 10:00`),
      mode: "in_person" as const,
      others: 1,
    });
    expect(rule(priya({ booked: [booked("2027-02-12")] }), "2027-01-15", "meet_by")).toBe("R17.booked");
    expect(rule(priya({ booked: [booked("2027-02-15")] }), "2027-01-15", "meet_by")).toBe("R17.booked_late");
    expect(outcome(priya({ booked: [booked("2027-02-12")] }), "2027-01-15", "meet_by")).toBe("wait");
    expect(outcome(priya({ booked: [{ ...booked("2027-02-12"), others: 4 }] }), "2027-01-15", "meet_by")).toBe(
      "overdue",
    );
  });
  test("a booking whose day has come and gone without a meeting waits no longer", () => {
    const missed = { eventId: "b", startsAt: inParis("2027-01-14 10:00"), mode: "in_person" as const, others: 1 };
    expect(outcome(priya({ booked: [missed] }), "2027-01-15", "meet_by")).toBe("overdue");
  });
  test("one extension gives 30 days more", () => {
    expect(outcome(priya({ isExtended: true }), "2027-03-16 23:59", "meet_by")).toBe("overdue");
    expect(outcome(priya({ isExtended: true }), "2027-03-17 00:00", "meet_by")).toBe("expired");
  });
});

describe("nothing floods (R7, Clock terms)", () => {
  test("what was lost before the import is history, never due", () => {
    const person = priya({ knownSince: inParis("2027-06-01") });
    expect(decide(person, "2027-06-01").map((one) => one.outcome)).toEqual(["history", "history", "history"]);
  });
  test("what was still open at the import is due as ever", () => {
    const person = priya({ knownSince: inParis("2026-12-20") });
    expect(decide(person, "2026-12-20").map((one) => one.outcome)).toEqual(["history", "due", "due"]);
  });
  test("a card alone is never due", () => {
    const card = encounter({ channel: "card", source: { kind: "card", id: "1" } });
    expect(decide(priya({ encounter: card, interactions: [] }), "2027-01-01").map((one) => one.outcome)).toEqual([
      "rest",
    ]);
  });
  test.each(["resting", "dormant", "archived", "blocked"] as const)("%s people are left alone (R45)", (status) => {
    expect(decide(priya({ status }), "2026-11-17").map((one) => one.outcome)).toEqual(["rest"]);
  });
  test("an encounter still to come starts nothing", () => {
    expect(decide(priya(), "2026-11-16 13:59").map((one) => one.outcome)).toEqual(["rest"]);
  });
});

describe("cadence (R9)", () => {
  const monthly = { every: 1, unit: "month", setOn: "2026-11-20" as PlainDate } as const;
  test("never talked to: due on the day it was set", () => {
    const { encounter: _, ...stranger } = priya({ cadence: monthly, interactions: [] });
    expect(pick(decide(stranger, "2026-11-20"), "check_in")).toMatchObject({
      outcome: "due",
      dueAt: inParis("2026-11-20"),
    });
  });
  test("counts from the last conversation and never lapses", () => {
    const person = priya({ cadence: monthly, interactions: [coffee, talk("2027-01-31 10:00")] });
    expect(pick(decide(person, "2027-02-27"), "check_in")).toMatchObject({
      outcome: "wait",
      dueAt: inParis("2027-02-28"),
    });
    expect(outcome(person, "2027-02-28", "check_in")).toBe("due");
    expect(outcome(person, "2027-03-14", "check_in")).toBe("overdue");
    expect(outcome(person, "2029-01-01", "check_in")).toBe("overdue");
  });
});

test("the stored inputs alone decide the same again, and hold no titles", () => {
  const interactions = [
    coffee,
    interaction("2026-11-16 17:00", { title: "Good to meet you" }),
    talk("2026-12-01 10:00", "phone", { title: "Call" }),
    interaction("2026-12-25 10:00"),
    talk("2027-01-20 10:00"),
  ];
  for (const now of [
    "2026-11-17",
    "2026-12-02",
    "2026-12-16",
    "2026-12-31",
    "2027-01-01",
    "2027-01-21",
    "2027-06-01",
  ]) {
    for (const facts of [{}, { knownSince: inParis("2027-03-01") }, { isFar: true, phoneCounts: true }]) {
      for (const decision of decide(priya({ interactions, ...facts }), now)) {
        const { now: at, policy: figures, ...stored } = JSON.parse(JSON.stringify(decision.inputs));
        const again = decideFollowUps({ name: "Priya Nair", ...stored }, { ...policy, ...figures }, at);
        const { outcome: same, dueAt, satisfiedBy } = pick(again, decision.kind) ?? decision;
        expect({ same, dueAt, satisfiedBy }).toEqual({
          same: decision.outcome,
          dueAt: decision.dueAt,
          satisfiedBy: decision.satisfiedBy,
        });
        expect(JSON.stringify(stored)).not.toContain("Good to meet you");
      }
    }
  }
});

test("thanks that came too late are no thanks, and the invitation counts from their deadline (R14)", () => {
  const person = priya({ interactions: [coffee, interaction("2026-11-18 14:01")] });
  expect(outcome(person, "2026-11-19", "thank_you")).toBe("expired");
  expect(pick(decide(person, "2026-11-19"), "meet_by")?.dueAt).toBe(inParis("2026-11-25"));
});

test("at the end of the 90 days the owner is asked what becomes of it (R17)", () => {
  expect(rule(priya(), "2027-02-14 23:59", "meet_by")).toBe("R17.meet_by");
  expect(rule(priya(), "2027-02-15", "meet_by")).toBe("R17.ask");
});

test("the same history gives the same decisions, in whatever order it is told", () => {
  const interactions = [
    coffee,
    interaction("2026-11-16 17:00"),
    talk("2026-12-01 10:00", "phone"),
    talk("2026-12-10 10:00"),
  ];
  const forwards = decide(priya({ interactions }), "2027-01-01");
  expect(decide(priya({ interactions: interactions.toReversed() }), "2027-01-01")).toEqual(forwards);
});
