import { describe, expect, test } from "vitest";
import type { PlanItemId } from "../../../src/domain/ids.ts";
import { capacityOf } from "../../../src/domain/plan/capacity.ts";
import { meetingTypesOf } from "../../../src/domain/plan/meeting-type.ts";
import type { PlanItem, Quotas } from "../../../src/domain/plan/plan.ts";
import { countMonth, itemChanges, parseQuotas, sayQuotas, writeQuotas } from "../../../src/domain/plan/quotas.ts";
import type { PlainDate } from "../../../src/domain/time.ts";
import { after } from "../../../src/domain/time.ts";
import { inParis, paris, policy } from "../relationship/history.ts";

const november = "2026-11-01" as PlainDate;

describe("quotas as they are typed (R18)", () => {
  test.each`
    text                         | says
    ${"2 coffee"}                | ${"2 coffees"}
    ${"1 lunch + 2 call"}        | ${"1 lunch and 2 calls"}
    ${"1 Lunch, 2 calls"}        | ${"1 lunch and 2 calls"}
    ${"3 check-ins and 1 group"} | ${"3 check-ins and 1 group"}
    ${"1 advice call"}           | ${"1 advice call"}
    ${"coffee"}                  | ${undefined}
    ${"0 coffee"}                | ${undefined}
    ${"32 coffee"}               | ${undefined}
    ${"1 coffee + 2 coffee"}     | ${undefined}
    ${"2 dinners"}               | ${undefined}
    ${""}                        | ${undefined}
  `("$text: $says", ({ text, says }) => {
    const read = parseQuotas(text);
    expect(read && sayQuotas(read)).toBe(says);
    if (read !== undefined) expect(parseQuotas(writeQuotas(read))).toEqual(read);
  });

  test("the presets are exactly two, and they read as they are written", () => {
    expect(policy.plan.presets.map(({ name, quotas }) => [name, writeQuotas(quotas as Quotas)])).toEqual([
      ["2 coffee", "2 coffee"],
      ["1 lunch + 2 call", "1 lunch + 2 call"],
    ]);
  });
});

describe("a plan changed in mid-month (R18)", () => {
  const item = (number: number, state: PlanItem["state"]): PlanItem => {
    const unit = {
      planItemId: `c${number}` as PlanItemId,
      month: november,
      meeting: "coffee" as const,
      number,
      because: [],
    };
    return state === "booked" || state === "took_place"
      ? { ...unit, state, contactId: "ada" as never, startsAt: inParis("2026-11-20 10:00") }
      : { ...unit, state };
  };
  const items = [item(1, "took_place"), item(2, "dropped"), item(3, "inviting"), item(4, "booked"), item(5, "open")];
  test.each`
    count | removed         | added
    ${5}  | ${[]}           | ${0}
    ${7}  | ${[]}           | ${2}
    ${1}  | ${["c3", "c5"]} | ${0}
  `("$count coffees: $removed go, $added come", ({ count, removed, added }) => {
    const changes = itemChanges(
      { month: november, quotas: [{ meeting: "coffee", count }] },
      items,
      () => "new" as PlanItemId,
    );
    expect(changes.removed.map(({ planItemId }) => planItemId)).toEqual(removed);
    expect(changes.added).toHaveLength(added);
  });

  test("what became of the month: no debt, only told", () => {
    expect(countMonth(november, [...items, item(6, "missed")])).toEqual({
      month: november,
      wanted: 5,
      held: 1,
      booked: 1,
      missed: 1,
      dropped: 1,
    });
  });
});

test.each`
  mode           | at         | minutes | title                        | types
  ${"in_person"} | ${"10:00"} | ${45}   | ${"Catching up"}             | ${["coffee"]}
  ${"in_person"} | ${"12:30"} | ${75}   | ${"Catching up"}             | ${["lunch", "coffee"]}
  ${"in_person"} | ${"12:30"} | ${30}   | ${"Catching up"}             | ${["coffee"]}
  ${"in_person"} | ${"12:30"} | ${75}   | ${"Coffee at Moka"}          | ${["coffee"]}
  ${"in_person"} | ${"18:00"} | ${90}   | ${"Late lunch"}              | ${["lunch"]}
  ${"in_person"} | ${"09:00"} | ${45}   | ${"Petit-déjeuner avec Ada"} | ${["coffee"]}
  ${"in_person"} | ${"12:30"} | ${75}   | ${"Déjeuner avec Ada"}       | ${["lunch"]}
  ${"in_person"} | ${"12:00"} | ${75}   | ${"Mittagessen mit Ada"}     | ${["lunch"]}
  ${"in_person"} | ${"09:00"} | ${480}  | ${"Offsite"}                 | ${[]}
  ${"video"}     | ${"10:00"} | ${30}   | ${"Coffee by video"}         | ${["call"]}
  ${"phone"}     | ${"10:00"} | ${15}   | ${"Check-in"}                | ${["check_in", "call"]}
  ${"phone"}     | ${"10:00"} | ${10}   | ${"Ten minutes"}             | ${["advice_call", "call", "check_in"]}
  ${"phone"}     | ${"10:00"} | ${0}    | ${"logged by one tap"}       | ${["call"]}
  ${"email"}     | ${"10:00"} | ${0}    | ${"Coffee?"}                 | ${[]}
`("$title, $mode at $at for $minutes minutes may stand for $types", ({ mode, at, minutes, title, types }) => {
  const startsAt = inParis(`2026-11-20 ${at}`);
  const endsAt = minutes === 0 ? {} : { endsAt: after(startsAt, { minutes }) };
  expect(meetingTypesOf({ mode, startsAt, title, ...endsAt }, paris)).toEqual(types);
});

test.each`
  rooms                                                                                              | state
  ${[{ meeting: "coffee", open: 2, daysWithRoom: 8 }]}                                               | ${"enough"}
  ${[{ meeting: "coffee", open: 2, daysWithRoom: 5 }]}                                               | ${"tight"}
  ${[{ meeting: "coffee", open: 2, daysWithRoom: 1 }]}                                               | ${"too_little"}
  ${[{ meeting: "call", open: 2, daysWithRoom: 9 }, { meeting: "lunch", open: 1, daysWithRoom: 2 }]} | ${"too_little"}
  ${[{ meeting: "coffee", open: 0, daysWithRoom: 0 }]}                                               | ${undefined}
`("capacity: $state", ({ rooms, state }) => {
  expect(capacityOf(rooms, "2026-11-30" as PlainDate)?.state).toBe(state);
});
