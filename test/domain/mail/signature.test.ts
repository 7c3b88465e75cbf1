/** M7: what a signature tells, and how to greet its writer. */
import { expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { greetingFrom, readSignature } from "../../../src/domain/mail/signature.ts";

const from = { address: "ines.roca@talver.example", name: "Roca, Ines" };
const read = (body: string, who: { address: string; name?: string } = from) => readSignature(newTextOf(body), who);

test("English, below a sign-off", () => {
  const found = read(
    "Tuesday is fine.\n\nBest regards,\nInes Roca\nHead of Data, Talver Ltd\nT: +44 20 7946 0123 | M: +44 7700 900123\n12 Quay Street, London SE1 2AB\nwww.talver.example\n",
  );
  expect(found).toMatchObject({
    name: { full: "Ines Roca", greeting: "Ines" },
    title: "Head of Data",
    company: "Talver Ltd",
    postalAddress: "12 Quay Street, London SE1 2AB",
    links: ["www.talver.example"],
  });
  expect(found.phones).toEqual([
    { number: "+44 20 7946 0123", kind: "work" },
    { number: "+44 7700 900123", kind: "mobile" },
  ]);
});

test("German, behind a delimiter", () => {
  const found = read(
    "Passt.\n\n-- \nJan Kern\nGeschäftsführer\nNordkai GmbH\nHafenstraße 5, 20457 Hamburg\nTel. 040 1234567\n",
    { address: "kern@nordkai.example" },
  );
  expect(found).toMatchObject({
    name: { full: "Jan Kern" },
    title: "Geschäftsführer",
    company: "Nordkai GmbH",
    postalAddress: "Hafenstraße 5, 20457 Hamburg",
    phones: [{ number: "040 1234567", kind: "work" }],
  });
});

test("the letter itself fills nothing", () => {
  expect(read("Call me on +44 20 7946 0123 about the Director role at Talver Ltd.")).toMatchObject({
    phones: [],
    links: [],
  });
  expect(read("Call me on +44 20 7946 0123 about the Director role at Talver Ltd.").title).toBeUndefined();
});

test.each([
  [
    "their own sign-off first",
    "Fine.\n\nCheers,\nBob\n",
    { address: "robert.hale@talver.example", name: "Robert Hale" },
    { greeting: "Bob", source: "sign_off" },
  ],
  [
    "else the display name",
    "Fine.",
    { address: "x1@talver.example", name: "HALE, Robert" },
    { greeting: "Robert", source: "display_name" },
  ],
  ["never the local part", "Fine.", { address: "robert.hale@talver.example" }, undefined],
])("%s", (_, body, who, greeting) => {
  expect(greetingFrom(read(body, who), who)).toEqual(greeting);
});

const lea = { address: "lea.brandt@nordhafen.example", name: "Lea Brandt" };
const elsewhere = { address: "lea.brandt@gmail.com", name: "Lea Brandt" };

test.each`
  lines                                            | who          | title                                 | company
  ${"Produktmanagerin, Nordhafen"}                 | ${lea}       | ${"Produktmanagerin"}                 | ${"Nordhafen"}
  ${"Nordhafen, Produktmanagerin"}                 | ${lea}       | ${"Produktmanagerin"}                 | ${"Nordhafen"}
  ${"Produktmanagerin\nNordhafen"}                 | ${lea}       | ${"Produktmanagerin"}                 | ${"Nordhafen"}
  ${"Vertriebsleiter bei Nordhafen"}               | ${lea}       | ${"Vertriebsleiter"}                  | ${"Nordhafen"}
  ${"Deckhand, Nordhafen Reederei"}                | ${lea}       | ${"Deckhand"}                         | ${"Nordhafen Reederei"}
  ${"Pianist – Nordhafen Ensemble"}                | ${lea}       | ${"Pianist"}                          | ${"Nordhafen Ensemble"}
  ${"Chargée de projet, Nordhafen"}                | ${lea}       | ${"Chargée de projet"}                | ${"Nordhafen"}
  ${"Nordhafen GmbH, Hamburg"}                     | ${lea}       | ${undefined}                          | ${"Nordhafen GmbH"}
  ${"Head of Legal, Compliance & Risk\nNordhafen"} | ${lea}       | ${"Head of Legal, Compliance & Risk"} | ${"Nordhafen"}
  ${"Talver, Inc."}                                | ${elsewhere} | ${undefined}                          | ${"Talver, Inc."}
  ${"Head of Data, Talver, Inc."}                  | ${elsewhere} | ${"Head of Data"}                     | ${"Talver, Inc."}
  ${"Senior Account Manager, EMEA, Talver Inc."}   | ${elsewhere} | ${"Senior Account Manager, EMEA"}     | ${"Talver Inc."}
  ${"Weaver, Talver Ltd"}                          | ${elsewhere} | ${"Weaver"}                           | ${"Talver Ltd"}
`("title and company are told apart: $lines (M7)", ({ lines, who, title, company }) => {
  const found = read(`Passt gut.\n\nViele Grüße\nLea Brandt\n${lines}\n`, who);
  expect([found.name?.full, found.title, found.company]).toEqual(["Lea Brandt", title, company]);
});

test("a company behind the name on one line is no first name (M7)", () => {
  expect(read("Passt.\n\nViele Grüße\nLea Brandt, Nordhafen\n", lea)).toMatchObject({
    name: { full: "Lea Brandt" },
    company: "Nordhafen",
  });
  expect(read("Passt.\n\nViele Grüße\nBrandt, Lea\n", lea)).toMatchObject({ name: { full: "Lea Brandt" } });
});
