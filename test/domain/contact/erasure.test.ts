import { expect, test } from "vitest";
import { namesToErase, type Traces, withoutMentions, withoutPerson } from "../../../src/domain/contact/erasure.ts";

const priya: Traces = {
  addresses: ["priya@acme.example"],
  profiles: ["https://social.example/in/priya"],
  names: ["Priya Nair"],
};

test.each`
  text                                | left
  ${"Coffee with Priya Nair at noon"} | ${"Coffee with somebody at noon"}
  ${"PRIYA  nair, again"}             | ${"somebody, again"}
  ${"Priya Nairobi"}                  | ${"Priya Nairobi"}
  ${"write to Priya@Acme.example."}   | ${"write to somebody."}
  ${"apriya@acme.example"}            | ${"apriya@acme.example"}
  ${"priya@acme.example2"}            | ${"priya@acme.example2"}
  ${"priya sends regards"}            | ${"priya sends regards"}
  ${"(a.c) [x] Priya Nair's"}         | ${"(a.c) [x] somebody's"}
`("$text becomes $left", ({ text, left }) => expect(withoutMentions(text, priya)).toBe(left));

test("names with signs of expressions are taken as they are", () => {
  const odd = { addresses: ["a+b@x.example"], profiles: [], names: ["Jo (Joe) Ray-Day"] };
  expect(withoutMentions("Jo (Joe) Ray-Day, a+b@x.example, aab@x.example", odd)).toBe(
    "somebody, somebody, aab@x.example",
  );
});

test("of a stored value they leave every list, and are unnamed in every sentence", () => {
  const event = {
    title: "Priya Nair and Sam",
    attendees: [{ address: "priya@acme.example", name: "Priya Nair" }, { address: "sam@bolt.example" }],
    organiser: { address: "priya@acme.example" },
    guests: ["priya@acme.example", "sam@bolt.example"],
    links: ["https://social.example/in/priya"],
    count: 2,
    none: null,
  };
  expect(withoutPerson(event, priya)).toEqual({
    title: "somebody and Sam",
    attendees: [{ address: "sam@bolt.example" }],
    guests: ["sam@bolt.example"],
    links: [],
    count: 2,
    none: null,
  });
});

test("a first name alone, and a name that somebody else bears, are left alone", () => {
  expect(namesToErase(["Priya Nair", "Priya", "P. Nair", " Nair  Priya "], [])).toEqual([
    "Priya Nair",
    "P. Nair",
    "Nair  Priya",
  ]);
  expect(namesToErase(["Priya Nair", "P. Nair"], ["nair priya", "Sam Ode"])).toEqual(["P. Nair"]);
});
