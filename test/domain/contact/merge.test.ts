import { describe, expect, test } from "vitest";
import { type MergeEvidence, mergeSuggestions, type SaidOfMerge } from "../../../src/domain/contact/merge.ts";
import type { Instant } from "../../../src/domain/time.ts";

const one = (address: string, facts: Partial<MergeEvidence> = {}): MergeEvidence => ({
  address,
  cards: [],
  threads: [],
  ...facts,
});
const say = (people: MergeEvidence[]) =>
  mergeSuggestions(people).map(({ kind, addresses, because }) => `${kind} ${addresses.join(" ")}: ${because[0]?.rule}`);

const name = "Priya Nair";
const march = (day: number) => `2026-03-${String(day).padStart(2, "0")}T10:00:00.000Z` as Instant;

test.each`
  what                                   | people                                                                                                                                                                          | found
  ${"one mailbox"}                       | ${[one("pri.ya@gmail.com"), one("priya+x@googlemail.com")]}                                                                                                                     | ${["merge pri.ya@gmail.com priya+x@googlemail.com: R13.same_mailbox"]}
  ${"one card"}                          | ${[one("a@acme.example", { cards: ["1"] }), one("b@home.example", { cards: ["1"] })]}                                                                                           | ${["merge a@acme.example b@home.example: R13.same_card"]}
  ${"one card, two names"}               | ${[one("a@acme.example", { name, cards: ["1"] }), one("b@acme.example", { name: "Bo Lind", cards: ["1"] })]}                                                                    | ${[]}
  ${"a desk on many cards"}              | ${[one("info@acme.example", { cards: ["1", "2", "3", "4"] }), one("a@acme.example", { cards: ["1"] })]}                                                                         | ${[]}
  ${"same name, answered in one thread"} | ${[one("priya@acme.example", { name, threads: ["t"] }), one("priya@globex.example", { name: "Nair Priya", threads: ["u", "t"] })]}                                              | ${["merge priya@acme.example priya@globex.example: R13.same_name_and_thread"]}
  ${"same name alone"}                   | ${[one("priya@acme.example", { name }), one("priya@globex.example", { name })]}                                                                                                 | ${["ask priya@acme.example priya@globex.example: R13.same_name_only"]}
  ${"same first name alone"}             | ${[one("priya@acme.example", { name: "Priya" }), one("priya@globex.example", { name: "Priya" })]}                                                                               | ${[]}
  ${"same thread, other names"}          | ${[one("a@acme.example", { name, threads: ["t"] }), one("b@acme.example", { name: "Bo Lind", threads: ["t"] })]}                                                                | ${[]}
  ${"left, and a namesake since"}        | ${[one("priya@acme.example", { name, leftAt: march(1) }), one("priya@globex.example", { name, firstSeenAt: march(20) })]}                                                       | ${["merge priya@acme.example priya@globex.example: R13.left_and_moved"]}
  ${"left, a namesake shortly before"}   | ${[one("priya@globex.example", { name, firstSeenAt: march(1) }), one("priya@acme.example", { name, leftAt: march(30) })]}                                                       | ${["merge priya@acme.example priya@globex.example: R13.left_and_moved"]}
  ${"left, a namesake known for long"}   | ${[one("priya@acme.example", { name, leftAt: march(1) }), one("priya@globex.example", { name, firstSeenAt: "2025-01-01T00:00:00.000Z" as Instant })]}                           | ${["ask priya@acme.example priya@globex.example: R13.same_name_only"]}
  ${"left, and two namesakes since"}     | ${[one("priya@acme.example", { name, leftAt: march(1) }), one("a@globex.example", { name, firstSeenAt: march(2) }), one("b@initech.example", { name, firstSeenAt: march(3) })]} | ${["ask a@globex.example b@initech.example priya@acme.example: R13.same_name_only"]}
  ${"nothing in common"}                 | ${[one("a@acme.example"), one("b@acme.example")]}                                                                                                                               | ${[]}
`("$what: $found (R13)", ({ people, found }) => expect(say(people)).toEqual(found));

test("merging is carried on: three addresses by two kinds of evidence are one person (R13)", () => {
  const people = [
    one("priya@acme.example", { name, cards: ["1"] }),
    one("priya@home.example", { cards: ["1"] }),
    one("priya+x@home.example"),
  ];
  const [suggestion, ...others] = mergeSuggestions(people);
  expect(suggestion?.addresses).toEqual(["priya+x@home.example", "priya@acme.example", "priya@home.example"]);
  expect(suggestion?.because.map((reason) => reason.rule).sort()).toEqual(["R13.same_card", "R13.same_mailbox"]);
  expect(others).toEqual([]);
});

test("a third namesake who shares a thread with the second only is merged with that one, and asked about the first (R13)", () => {
  const people = [
    one("priya@acme.example", { name }),
    one("priya@globex.example", { name, threads: ["t"] }),
    one("priya@home.example", { name, threads: ["t"] }),
  ];
  expect(say(people)).toEqual([
    "merge priya@globex.example priya@home.example: R13.same_name_and_thread",
    "ask priya@acme.example priya@globex.example priya@home.example: R13.same_name_only",
  ]);
});

const asked = (people: MergeEvidence[], said: SaidOfMerge[]) =>
  mergeSuggestions(people, said).map(({ kind, addresses }) => `${kind} ${addresses.join(" ")}`);
const [a, b, c] = ["a@acme.example", "b@globex.example", "c@home.example"];
const namesakes = [a, b, c].map((address) => one(address, { name }));

test.each`
  said                                                                                   | found
  ${[]}                                                                                  | ${[`ask ${a} ${b} ${c}`]}
  ${[{ addresses: [a, b], answer: "same" }]}                                             | ${[`merge ${a} ${b}`, `ask ${a} ${b} ${c}`]}
  ${[{ addresses: [a, b, c], answer: "same" }]}                                          | ${[`merge ${a} ${b} ${c}`]}
  ${[{ addresses: [a, b], answer: "different" }]}                                        | ${[`ask ${a} ${c}`, `ask ${b} ${c}`]}
  ${[{ addresses: [a, b, c], answer: "different" }]}                                     | ${[]}
  ${[{ addresses: [a, b], answer: "different" }, { addresses: [a, c], answer: "same" }]} | ${[`merge ${a} ${c}`]}
  ${[{ addresses: [a, "x@gone.example"], answer: "same" }]}                              | ${[`ask ${a} ${b} ${c}`]}
`("the owner's answers outrank what is asked: $said (R13)", ({ said, found }) =>
  expect(asked(namesakes, said)).toEqual(found),
);

test("whom the owner told apart no evidence joins, also not through a third (R13)", () => {
  const tied = [
    one(a, { name, threads: ["t"] }),
    one(b, { name, threads: ["u"] }),
    one(c, { name, threads: ["t", "u"] }),
  ];
  expect(asked(tied, [])).toEqual([`merge ${a} ${b} ${c}`]);
  expect(asked(tied, [{ addresses: [a, b], answer: "different" }])).toEqual([`merge ${a} ${c}`]);
});

describe("R13: somebody on a list who has no address there", () => {
  const listed = (facts: Partial<MergeEvidence> = {}): MergeEvidence =>
    one("https://network.example/in/priya", { name, isListed: true, ...facts });

  test.each`
    who                                                        | other                                                                                      | rules
    ${listed({ companies: ["Acme"] })}                         | ${one("priya@acme.example", { name, house: "acme.example" })}                              | ${["ask R13.same_name_and_company"]}
    ${listed({ companies: ["Acme Ltd"] })}                     | ${one("priya@mail.example", { name, companies: ["Acme"] })}                                | ${["ask R13.same_name_and_company"]}
    ${listed({ companies: ["Cinq Rives"] })}                   | ${one("priya@cinqrives.example", { name, companies: ["5R"], house: "cinqrives.example" })} | ${["ask R13.same_name_and_company"]}
    ${listed({ companies: ["Acme"] })}                         | ${one("priya@globex.example", { name, companies: ["Globex"], house: "globex.example" })}   | ${[]}
    ${listed()}                                                | ${one("priya@globex.example", { name, companies: ["Globex"] })}                            | ${["ask R13.same_name_and_company"]}
    ${listed({ companies: ["Acme"] })}                         | ${one("bo@acme.example", { name: "Bo Lind", house: "acme.example" })}                      | ${[]}
    ${listed({ address: "https://network.example/in/other" })} | ${listed()}                                                                                | ${[]}
  `("$who.companies beside $other.address: $rules", ({ who, other, rules }) => {
    expect(mergeSuggestions([who, other]).map(({ kind, because }) => `${kind} ${because[0]?.rule}`)).toEqual(rules);
  });

  test("is joined when the owner says so, and never asked about again when they say no", () => {
    const people = [listed({ companies: ["Acme"] }), one("priya@acme.example", { name })];
    const addresses = people.map(({ address }) => address).sort();
    expect(mergeSuggestions(people, [{ addresses, answer: "same" }])).toMatchObject([{ kind: "merge", addresses }]);
    expect(mergeSuggestions(people, [{ addresses, answer: "different" }])).toEqual([]);
  });
});
