import { describe, expect, test } from "vitest";
import type { PersonHistory } from "../../../src/domain/relationship/person.ts";
import { suggestTwo } from "../../../src/domain/relationship/suggest.ts";
import type { PlainDate } from "../../../src/domain/time.ts";
import { encounter, inParis, interaction, policy, talk } from "./history.ts";

const now = inParis("2027-06-01 12:00");
const nobody = { busy: new Set<string>(), takenUp: [] };
const suggest = (people: readonly PersonHistory[], busy: readonly string[] = []) =>
  suggestTwo(people, { ...nobody, busy: new Set(busy) }, policy, now).map(
    ({ personId, kind }) => `${kind} ${personId}`,
  );

const person = (id: string, facts: Partial<PersonHistory> = {}): PersonHistory => ({
  id,
  name: id,
  status: "candidate",
  interactions: [],
  booked: [],
  ...facts,
});
const partner = (id: string, ...days: string[]) => person(id, { interactions: days.map((day) => talk(day)) });
const met = (id: string, day: string) =>
  person(id, { encounter: encounter({ at: inParis(`${day} 12:00`), metOn: day as PlainDate }) });
const listed = (id: string) => person(id);

describe("two is a start (R7)", () => {
  test.each`
    what                              | people                                                                                                                          | two
    ${"one of each kind"}             | ${[partner("old", "2026-12-01"), met("new", "2027-05-01"), met("older", "2027-01-01")]}                                         | ${["revive old", "new_person new"]}
    ${"the closest of the quiet"}     | ${[partner("once", "2026-12-01"), partner("often", "2026-11-01", "2026-12-01"), met("new", "2027-05-01")]}                      | ${["revive often", "new_person new"]}
    ${"only quiet ones"}              | ${[partner("a", "2026-12-01"), partner("b", "2026-12-02"), partner("c", "2026-10-02")]}                                         | ${["revive b", "revive a"]}
    ${"only new ones"}                | ${[met("a", "2027-04-01"), met("b", "2027-05-01"), met("c", "2027-03-01")]}                                                     | ${["new_person b", "new_person a"]}
    ${"one person"}                   | ${[met("a", "2027-04-01")]}                                                                                                     | ${["new_person a"]}
    ${"nobody"}                       | ${[]}                                                                                                                           | ${[]}
    ${"a list of names only"}         | ${[listed("b"), listed("a"), listed("c")]}                                                                                      | ${["new_person a", "new_person b"]}
    ${"talked 91 days ago"}           | ${[partner("a", "2027-03-02")]}                                                                                                 | ${["revive a"]}
    ${"talked less than 90 days ago"} | ${[partner("recent", "2027-03-04"), listed("a"), listed("b")]}                                                                  | ${["new_person a", "new_person b"]}
    ${"wrote to since"}               | ${[person("x", { interactions: [talk("2026-12-01"), interaction("2027-05-01")] }), listed("a"), listed("b")]}                   | ${["new_person a", "new_person b"]}
    ${"blocked or resting"}           | ${[{ ...met("a", "2027-05-01"), status: "blocked" }, { ...met("b", "2027-05-02"), status: "resting" }, met("c", "2027-01-01")]} | ${["new_person c"]}
  `("$what: $two", ({ people, two }) => expect(suggest(people)).toEqual(two));

  test("who has something due anyway is not suggested as well", () => {
    expect(suggest([met("a", "2027-05-01"), met("b", "2027-04-01"), met("c", "2027-03-01")], ["a"])).toEqual([
      "new_person b",
      "new_person c",
    ]);
  });

  const several = [
    partner("old1", "2026-12-02"),
    partner("old2", "2026-12-01"),
    met("new1", "2027-05-02"),
    met("new2", "2027-05-01"),
  ];
  test.each`
    what                          | takenUp                                                   | two
    ${"the quiet one, yesterday"} | ${{ old1: "2027-05-31 09:00" }}                           | ${["new_person new1"]}
    ${"the new one, yesterday"}   | ${{ new1: "2027-05-31 09:00" }}                           | ${["revive old1"]}
    ${"both, this week"}          | ${{ old1: "2027-05-26 09:00", new1: "2027-05-31 09:00" }} | ${[]}
    ${"both, a week ago"}         | ${{ old1: "2027-05-25 09:00", new1: "2027-05-25 18:00" }} | ${["revive old2", "new_person new2"]}
  `("R7: taken up: $what; no second helping, and the other one stays: $two", ({ takenUp, two }) => {
    const sent = Object.entries(takenUp as Record<string, string>);
    const people = several.map((one) => {
      const at = (takenUp as Record<string, string>)[one.id];
      return at === undefined ? one : { ...one, interactions: [...one.interactions, interaction(at)] };
    });
    const begun = {
      busy: new Set(sent.map(([id]) => id)),
      takenUp: sent.map(([personId, at]) => ({ personId, at: inParis(at) })),
    };
    const found = suggestTwo(people, begun, policy, now);
    expect(found.map(({ personId, kind }) => `${kind} ${personId}`)).toEqual(two);
  });

  test("2,000 imported names: two suggestions with reasons, in any order of import", () => {
    const people = Array.from({ length: 2_000 }, (_, at) => listed(`p${String(at).padStart(4, "0")}`));
    const two = suggestTwo(people.toReversed(), nobody, policy, now);
    expect(two.map((one) => one.personId)).toEqual(["p0000", "p0001"]);
    expect(two.every((one) => one.because.length > 0)).toBe(true);
  });

  test("the reason names the talk", () => {
    const [first] = suggestTwo([partner("Priya", "2026-12-01")], nobody, policy, now);
    expect(first?.because[0]?.text).toBe(
      "You and Priya talked once, last on 2026-12-01, and nothing went to them since.",
    );
  });
});
