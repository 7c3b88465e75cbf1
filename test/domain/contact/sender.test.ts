import { describe, expect, test } from "vitest";
import type { AddressEvidence } from "../../../src/domain/contact/evidence.ts";
import { judgeSender } from "../../../src/domain/contact/sender.ts";
import { coffee, named, seen } from "./evidence.ts";
import { machines, people, written } from "./senders.ts";

const context = { ownDomains: ["northwind.example"] };
const judge = (evidence: AddressEvidence) => judgeSender(evidence, context);
const say = (evidence: AddressEvidence) => {
  const { verdict, because } = judge(evidence);
  return `${verdict} ${because[0]?.rule}`;
};

describe("evidence comes first (M4)", () => {
  const both = { sentIndividually: 2, received: 3, repliesToOwner: 1, repliesByOwner: 1 };
  test.each`
    who                                        | evidence                                                                                                                                       | verdict
    ${"somebody who answered"}                 | ${seen("x81723@acme.example", both)}                                                                                                           | ${"person M4.owner_wrote_they_answered"}
    ${"a desk that answered"}                  | ${seen("info@acme.example", both)}                                                                                                             | ${"person M4.owner_wrote_they_answered"}
    ${"somebody who also sends a newsletter"}  | ${seen("priya@acme.example", { ...both, received: 20, marks: { list_headers: 18, mailer_mark: 18 } })}                                         | ${"person M4.owner_wrote_they_answered"}
    ${"a help desk whose program answered"}    | ${seen("support@acme.example", { ...both, received: 1, repliesToOwner: 1, repliesByOwner: 0, marks: { auto_replied: 1, auto_generated: 1 } })} | ${"machine M4.auto_generated"}
    ${"both accepted a coffee"}                | ${seen("x81723@acme.example", { events: [coffee()] })}                                                                                         | ${"person M4.small_meeting"}
    ${"both accepted, 6 people"}               | ${seen("info@acme.example", { events: [coffee({ attendees: 6 })] })}                                                                           | ${"person M4.small_meeting"}
    ${"both accepted, 7 people"}               | ${seen("info@acme.example", { events: [coffee({ attendees: 7 })] })}                                                                           | ${"machine M4.desk_word"}
    ${"the meeting was declined or cancelled"} | ${seen("info@acme.example", { events: [coffee({ held: false })] })}                                                                            | ${"machine M4.desk_word"}
    ${"the owner wrote, nobody answered"}      | ${seen("x81723@acme.example", { sentIndividually: 1 })}                                                                                        | ${"person M4.owner_wrote"}
    ${"the owner wrote to a desk"}             | ${seen("info@acme.example", { sentIndividually: 1 })}                                                                                          | ${"unsure M4.desk_word"}
    ${"on a card"}                             | ${seen("x81723@acme.example", { cards: [{ cardId: "1", origin: "vcard", addresses: [] }] })}                                                   | ${"person M4.in_address_book"}
    ${"nothing known"}                         | ${seen("x@acme.example")}                                                                                                                      | ${"unsure M4.nothing_known"}
  `("$who: $verdict", ({ evidence, verdict }) => expect(say(evidence)).toBe(verdict));
});

describe("the owner's word outranks everything (M4)", () => {
  test("a no-reply address that the owner calls a person", () => {
    expect(say(seen("no-reply@shop.example", { correction: "person" }))).toBe("person M4.owner_said_person");
  });
  test("a correspondent whom the owner calls a machine", () => {
    const evidence = seen("priya@acme.example", {
      sentIndividually: 9,
      received: 9,
      repliesToOwner: 9,
      correction: "machine",
    });
    expect(say(evidence)).toBe("machine M4.owner_said_machine");
  });
});

test.each`
  address                                    | name                   | rule
  ${"c_1885aa@resource.calendar.google.com"} | ${"Room Lovelace (8)"} | ${"M4.resource_calendar"}
  ${"abc123@group.calendar.google.com"}      | ${"Team holidays"}     | ${"M4.resource_calendar"}
  ${"fred@fireflies.example"}                | ${"Fred Notes"}        | ${"M4.meeting_bot"}
  ${"notetaker@acme.example"}                | ${undefined}           | ${"M4.meeting_bot"}
  ${"x@read.example"}                        | ${"Sam's Notetaker"}   | ${"M4.meeting_bot"}
  ${"mailer-daemon@mx.acme.example"}         | ${undefined}           | ${"M4.never_answers"}
  ${"postmaster@acme.example"}               | ${undefined}           | ${"M4.mail_system"}
  ${"no-reply@shop.example"}                 | ${"Priya Nair"}        | ${"M4.never_answers"}
  ${"do_not_reply@shop.example"}             | ${undefined}           | ${"M4.never_answers"}
  ${"ne-pas-repondre@boutique.example"}      | ${undefined}           | ${"M4.never_answers"}
  ${"nicht-antworten@laden.example"}         | ${undefined}           | ${"M4.never_answers"}
  ${"no-responder@tienda.example"}           | ${undefined}           | ${"M4.never_answers"}
  ${"nao-responda@loja.example"}             | ${undefined}           | ${"M4.never_answers"}
  ${"non-rispondere@negozio.example"}        | ${undefined}           | ${"M4.never_answers"}
  ${"niet-beantwoorden@winkel.example"}      | ${undefined}           | ${"M4.never_answers"}
  ${"nie-odpowiadaj@sklep.example"}          | ${undefined}           | ${"M4.never_answers"}
`("$address is a machine whatever else is known: $rule (M4)", ({ address, name, rule }) => {
  const dealt = { sentIndividually: 1, received: 1, repliesToOwner: 1, events: [coffee()] };
  expect(say(seen(address, { ...dealt, names: name === undefined ? [] : named(name) }))).toBe(`machine ${rule}`);
});

test("people who work at the maker of a meeting bot are people (M4)", () => {
  expect(judge(seen("clara.diaz@fireflies.example", { names: named("Clara Diaz"), received: 1 })).verdict).toBe(
    "person",
  );
});

test("a room named as such on the event is no person (M4)", () => {
  expect(say(seen("lovelace@northwind.example", { events: [coffee({ asResource: true })] }))).toBe(
    "machine M4.resource_on_event",
  );
});

test("words in an address never outweigh dealings, and a person's own name explains them away (M4)", () => {
  expect(judge(seen("ana.sales@acme.example", { names: named("Ana Sales"), received: 1 })).verdict).toBe("person");
  expect(
    judge(seen("john.newsletter@acme.example", { names: named("John Newsletter"), received: 1 })).verdict,
  ).not.toBe("person");
});

test("bulk-looking domains and many digits alone decide nothing (M4)", () => {
  expect(judge(seen("jan1987654321@gmail.com", { received: 1 })).verdict).not.toBe("machine");
  expect(judge(seen("priya@mail.acme.example", { received: 1 })).verdict).not.toBe("machine");
  expect(judge(seen("priya.nair@news.acme.example", { received: 1, names: named("Priya Nair") })).verdict).not.toBe(
    "machine",
  );
});

test("an address built like a name speaks for a person, one with a role in it does not (M4)", () => {
  expect(say(seen("kenneth.ray@acme.example", { received: 1 }))).toBe("person M4.name_shape");
  expect(judge(seen("weekly.news@acme.example", { received: 1 })).verdict).not.toBe("person");
  expect(judge(seen("kenneth.ray@acme.example", { received: 1, names: named("Ray Consulting") })).verdict).not.toBe(
    "person",
  );
});

test("the score is between 0 and 1 and the reasons are plain sentences with their facts", () => {
  const { score, because } = judge(
    seen("priya@acme.example", { sentIndividually: 3, received: 2, repliesToOwner: 1, names: named("Priya Nair") }),
  );
  expect(score).toBeGreaterThan(0.99);
  expect(because[0]).toEqual({
    rule: "M4.owner_wrote_they_answered",
    text: "You wrote to them 3 times and they answered once.",
    facts: { sentIndividually: 3, answers: 1 },
  });
});

describe("own probe: invented senders to whom nothing was ever sent (M4)", () => {
  const verdicts = (senders: readonly AddressEvidence[]) => Map.groupBy(senders, (sender) => judge(sender).verdict);
  const addresses = (senders: readonly AddressEvidence[] | undefined) =>
    (senders ?? []).map((sender) => sender.address);

  test("no person is dropped", () => {
    expect(people.length).toBeGreaterThan(60);
    expect(addresses(verdicts(people).get("machine"))).toEqual([]);
  });
  test("at least 85 of 100 machines are recognised and none is taken for a person", () => {
    const found = verdicts(machines);
    expect(machines.length).toBeGreaterThan(100);
    expect((found.get("machine") ?? []).length / machines.length).toBeGreaterThanOrEqual(0.85);
    expect(addresses(found.get("person"))).toEqual([]);
  });
  test("people are recognised from a name and an address alone in at least 7 of 10 cases", () => {
    expect((verdicts(people).get("person") ?? []).length / people.length).toBeGreaterThanOrEqual(0.7);
  });
  test("every one of these people is a person once the owner wrote and they answered", () => {
    const dealt = people.map((one) => ({ ...one, sentIndividually: 1, repliesToOwner: 1 }));
    expect(addresses(dealt.filter((one) => judge(one).verdict !== "person"))).toEqual([]);
  });
});

test.each(written)("to whom the owner wrote, words alone make no machine: $address (M4)", (one) => {
  expect(judge({ ...one, sentIndividually: 1 }).verdict).not.toBe("machine");
});

test("to whom the owner wrote, headers still make a machine (M4)", () => {
  const shop = seen("orders@shop.example", { sentIndividually: 1, received: 4 });
  expect(judge({ ...shop, marks: { auto_generated: 4 } }).verdict).toBe("machine");
  expect(judge({ ...shop, marks: { list_headers: 4, feedback_id: 4 } }).verdict).toBe("machine");
});

test("who only posts on a list is a machine, who also writes outside it is not (M4)", () => {
  const poster = { names: named("Bo Lind"), received: 10 };
  const listed = (count: number) => ({ list_id: count, list_headers: count, bulk_precedence: count });
  expect(judge(seen("bo.lind@acme.example", { ...poster, marks: listed(10) })).verdict).toBe("machine");
  expect(judge(seen("bo.lind@acme.example", { ...poster, marks: listed(9) })).verdict).toBe("unsure");
  expect(judge(seen("bo.lind@acme.example", { ...poster, marks: listed(5) })).verdict).toBe("person");
});
