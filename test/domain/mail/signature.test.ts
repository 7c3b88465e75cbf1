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
