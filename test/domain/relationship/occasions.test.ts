import { describe, expect, test } from "vitest";
import { conflictIn } from "../../../src/domain/relationship/conflict.ts";
import { decideFollowUps, type FollowUpKind } from "../../../src/domain/relationship/decide.ts";
import { giveNoteOf } from "../../../src/domain/relationship/give-note.ts";
import type { ClockFact, PersonHistory } from "../../../src/domain/relationship/person.ts";
import { quietBecause } from "../../../src/domain/relationship/quiet.ts";
import { dayIn, type PlainDate } from "../../../src/domain/time.ts";
import { coffee, encounter, inParis, interaction, paris, policy, priya, talk } from "./history.ts";

const fact = (kind: ClockFact["kind"], saidAt: string, facts: Partial<ClockFact> = {}): ClockFact => ({
  kind,
  text: "we should grab coffee",
  saidBy: "person",
  saidAt: inParis(saidAt),
  factId: `${kind} ${saidAt}`,
  ...facts,
});
const decide = (person: PersonHistory, now: string, kind: FollowUpKind) =>
  decideFollowUps(person, policy, inParis(now)).find((one) => one.kind === kind);

describe("R19: someday is this month", () => {
  test.each`
    said                  | due
    ${"2026-11-22 10:00"} | ${"2026-12-07"}
    ${"2026-11-02 10:00"} | ${"2026-11-30"}
    ${"2026-11-16 10:00"} | ${"2026-11-30"}
    ${"2026-11-17 10:00"} | ${"2026-12-01"}
    ${"2026-10-05 10:00"} | ${"2026-11-02"}
    ${"2026-11-30 23:50"} | ${"2026-12-14"}
  `("said on $said: due $due", ({ said, due }) => {
    const found = decide(priya({ facts: [fact("someday", said)] }), said, "someday");
    expect(found?.outcome).toBe("wait");
    expect(dayIn(paris, found!.dueAt!)).toBe(due);
  });

  test("a talk since answers it, letters do not, and a meeting to come waits", () => {
    const facts = [fact("someday", "2026-11-22 10:00")];
    expect(
      decide(priya({ facts, interactions: [interaction("2026-11-25 10:00")] }), "2026-12-08", "someday")?.outcome,
    ).toBe("due");
    expect(decide(priya({ facts, interactions: [talk("2026-11-25 10:00")] }), "2026-12-08", "someday")?.outcome).toBe(
      "satisfied",
    );
    const booked = [{ eventId: "e", startsAt: inParis("2026-12-10 10:00"), mode: "in_person" as const, others: 1 }];
    expect(decide(priya({ facts, booked }), "2026-12-08", "someday")?.outcome).toBe("wait");
  });
});

describe("R13: a new role", () => {
  const jobs = [
    fact("job", "2026-09-01 10:00", { text: "Analyst at Acme" }),
    fact("job", "2026-11-20 10:00", { text: "Head of Data at Globex" }),
  ];
  test.each`
    interactions                         | facts                                                 | outcome
    ${[talk("2026-10-01 10:00")]}        | ${jobs}                                               | ${"due"}
    ${[talk("2026-11-21 10:00")]}        | ${jobs}                                               | ${"satisfied"}
    ${[interaction("2026-11-21 10:00")]} | ${jobs}                                               | ${"satisfied"}
    ${[talk("2026-10-01 10:00")]}        | ${jobs.slice(1)}                                      | ${undefined}
    ${[talk("2026-10-01 10:00")]}        | ${[{ ...jobs[1], isNews: true }]}                     | ${"due"}
    ${[talk("2026-10-01 10:00")]}        | ${[jobs[0], { ...jobs[1], text: "analyst at acme" }]} | ${undefined}
  `("$outcome", ({ interactions, facts, outcome }) => {
    expect(decide(priya({ interactions, facts }), "2026-11-22", "role_change")?.outcome).toBe(outcome);
  });
});

test.each`
  now                   | interactions                         | outcome
  ${"2026-11-20 10:00"} | ${[]}                                | ${"due"}
  ${"2026-11-22 10:00"} | ${[]}                                | ${"overdue"}
  ${"2026-12-05 10:00"} | ${[]}                                | ${"expired"}
  ${"2026-11-22 10:00"} | ${[interaction("2026-11-21 10:00")]} | ${"satisfied"}
`("R12: whoever brought somebody is thanked, $outcome on $now", ({ now, interactions, outcome }) => {
  const brought = [{ name: "Sam Okafor", at: inParis("2026-11-20 10:00") }];
  const found = decide(priya({ brought, interactions }), now, "referral");
  expect(found?.outcome).toBe(outcome);
  expect(found?.because.map(({ text }) => text)).toContain("Priya Nair brought you Sam Okafor: say thanks.");
});

describe("R25: a note by hand", () => {
  const met = (...days: string[]) => days.map((day) => talk(`${day} 10:00`));
  const posted = (day: string) => interaction(`${day} 12:00`, { mode: "post" });
  test.each`
    interactions                                                                              | now             | outcome
    ${met("2026-10-01")}                                                                      | ${"2026-11-20"} | ${undefined}
    ${met("2026-10-01", "2026-11-19")}                                                        | ${"2026-11-20"} | ${"due"}
    ${met("2026-08-01", "2026-11-19")}                                                        | ${"2026-11-20"} | ${undefined}
    ${met("2025-03-01", "2025-03-10")}                                                        | ${"2026-11-20"} | ${"expired"}
    ${met("2025-03-01", "2025-03-10", "2026-10-01", "2026-11-19")}                            | ${"2026-11-20"} | ${"due"}
    ${met("2026-09-01", "2026-09-10", "2026-10-01", "2026-11-01")}                            | ${"2026-11-20"} | ${"expired"}
    ${[...met("2026-10-01", "2026-11-19"), posted("2026-11-19")]}                             | ${"2026-11-20"} | ${undefined}
    ${[...met("2026-10-01", "2026-11-10", "2026-11-19"), posted("2026-11-11")]}               | ${"2026-11-20"} | ${undefined}
    ${[...met("2026-10-01", "2026-10-10", "2026-11-02", "2026-11-19"), posted("2026-10-11")]} | ${"2026-11-20"} | ${"due"}
  `("a client met so often, on $now: $outcome", ({ interactions, now, outcome }) => {
    expect(decide(priya({ isClient: true, interactions }), now, "note")?.outcome).toBe(outcome);
  });
  test("who is no client gets none", () => {
    expect(decide(priya({ interactions: met("2026-10-01", "2026-11-19") }), "2026-11-20", "note")).toBeUndefined();
  });
});

describe("R17: what the owner says at the end of the 90 days", () => {
  test("extended once, thirty days more", () => {
    const found = decide(priya({ isExtended: true }), "2027-02-20", "meet_by");
    expect(found).toMatchObject({ outcome: "overdue", lastBookableOn: "2027-03-16" });
    expect(decide(priya({ isExtended: true }), "2027-03-17", "meet_by")?.because[0]?.text).toMatch(
      /^The 90 days and the extension are over/,
    );
  });
  test("let go: nothing is asked any more", () => {
    expect(decide(priya({ afterDeadline: "let_go" }), "2027-02-20", "meet_by")).toMatchObject({
      outcome: "rest",
      because: [{ rule: "R17.let_go" }, {}],
    });
  });
  test("a low cadence: half a year after the last talk", () => {
    const kept = priya({ afterDeadline: "low_cadence" });
    expect(decide(kept, "2027-02-20", "meet_by")?.outcome).toBe("rest");
    expect(dayIn(paris, decide(kept, "2027-02-20", "check_in")!.dueAt!)).toBe("2027-05-15");
  });
  test.each`
    day             | warnings | rule
    ${"2027-01-14"} | ${0}     | ${undefined}
    ${"2027-01-15"} | ${1}     | ${"R17.warning"}
    ${"2027-01-31"} | ${2}     | ${"R17.warning"}
    ${"2027-02-07"} | ${3}     | ${"R17.warning"}
  `("warned on $day: $warnings of 3", ({ day, warnings, rule }) => {
    const found = decide(priya(), day, "meet_by");
    expect(found?.warnings).toBe(warnings);
    expect(found?.because.at(-1)?.rule === "R17.warning" ? "R17.warning" : undefined).toBe(rule);
  });
});

describe("R16: what the owner can offer", () => {
  test.each`
    give                           | now                   | kind
    ${undefined}                   | ${"2026-11-16 14:00"} | ${"asked"}
    ${{ note: "the Lyon list" }}   | ${"2026-11-17"}       | ${"known"}
    ${{ noneYetOn: "2026-11-17" }} | ${"2026-12-05"}       | ${"none"}
    ${{ noneYetOn: "2026-11-17" }} | ${"2026-12-06"}       | ${"asked"}
    ${{ noneYetOn: "2026-12-06" }} | ${"2026-12-20"}       | ${"none"}
  `("$give on $now: $kind", ({ give, now, kind }) => {
    const person = priya(give === undefined ? {} : { give });
    expect(giveNoteOf(person, policy, inParis(now)).kind).toBe(kind);
  });

  test("a call on 1 December: already talked, and the thirty days start again from there", () => {
    const called = priya({ interactions: [coffee, talk("2026-12-01 10:00", "phone")] });
    const found = decide(called, "2026-12-16", "check_in");
    expect(found).toMatchObject({ outcome: "wait", dueAt: inParis("2026-12-31") });
    expect(found?.because.map(({ rule }) => rule)).toContain("R16.already_talked");
  });
});

describe("R9: much mail and no talk", () => {
  const mails = (count: number, from = "2026-06-01") =>
    Array.from({ length: count }, (_, index) =>
      interaction(from, {
        at: inParis(dayOf(from, index * 4)),
        direction: index % 2 === 0 ? "inbound" : "outbound",
        depth: "thread",
      }),
    );
  const dayOf = (from: string, days: number) =>
    new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  test.each`
    interactions                                                    | listed
    ${[...mails(40), talk("2026-05-01 10:00")]}                     | ${true}
    ${mails(40)}                                                    | ${true}
    ${[...mails(40), talk("2026-10-01 10:00", "phone")]}            | ${false}
    ${mails(6)}                                                     | ${false}
    ${mails(40).filter(({ direction }) => direction === "inbound")} | ${false}
  `("$interactions.length letters and talks: listed $listed", ({ interactions, listed }) => {
    const reason = quietBecause(priya({ interactions }), policy, inParis("2026-11-20"));
    expect(reason !== undefined).toBe(listed);
  });
});

test("a cadence: a letter quiets it for half the time, a talk ends it", () => {
  const cadence = { every: 30, unit: "day" as const, setOn: "2026-11-16" as PlainDate };
  const wrote = priya({ cadence, interactions: [coffee, interaction("2026-12-17 10:00")], encounter: encounter() });
  expect(decide(wrote, "2026-12-20", "check_in")).toMatchObject({ outcome: "wait", dueAt: inParis("2027-01-01") });
  expect(decide(wrote, "2027-01-02", "check_in")?.outcome).toBe("overdue");
});

describe("R32: signs of a quarrel", () => {
  test.each`
    text                                                 | isOne
    ${"I am very disappointed by how this was handled."} | ${true}
    ${"I’m really upset."}                               | ${true}
    ${"Our conversation is over, talk to my lawyer."}    | ${true}
    ${"C’est inacceptable, et vous le savez."}           | ${true}
    ${"Ich bin sehr enttäuscht von dieser Antwort."}     | ${true}
    ${"Esto es inaceptable."}                            | ${true}
    ${"I am not disappointed at all, it was lovely."}    | ${false}
    ${"She was angry with the weather."}                 | ${false}
    ${"Would you be upset if we met on Friday instead?"} | ${false}
    ${"My sister is a lawyer in Lyon."}                  | ${false}
    ${"Das ist nicht schlimm."}                          | ${false}
    ${"No estoy enfadada, te lo prometo."}               | ${false}
    ${"Je ne suis pas fâché."}                           | ${false}
    ${""}                                                | ${false}
  `("$text: $isOne", ({ text, isOne }) => expect(conflictIn(text) !== undefined).toBe(isOne));

  test("a long letter is read in no time", () => {
    expect(conflictIn("je suis très ".repeat(50_000))).toBeUndefined();
  });
});
