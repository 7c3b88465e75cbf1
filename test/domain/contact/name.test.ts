import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf, readName } from "../../../src/domain/contact/name.ts";
import { personLikeness } from "../../../src/domain/contact/person-likeness.ts";

test.each`
  display                            | address                 | given               | family             | greeting
  ${"Priya Nair"}                    | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"Nair, Priya"}                   | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"NAIR, Priya (Acme)"}            | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"PRIYA NAIR"}                    | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"priya nair"}                    | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"DUPONT Marie"}                  | ${undefined}            | ${"Marie"}          | ${"Dupont"}        | ${"Marie"}
  ${"Marie DUPONT"}                  | ${undefined}            | ${"Marie"}          | ${"Dupont"}        | ${"Marie"}
  ${"Dr. Hans-Jürgen von der Heide"} | ${undefined}            | ${"Hans-Jürgen"}    | ${"von der Heide"} | ${"Hans-Jürgen"}
  ${"Prof. Dr. med. Weber"}          | ${undefined}            | ${undefined}        | ${"Weber"}         | ${undefined}
  ${"Herr Weber"}                    | ${undefined}            | ${undefined}        | ${"Weber"}         | ${undefined}
  ${"Ms. Ana Sofia Ruiz"}            | ${undefined}            | ${"Ana Sofia"}      | ${"Ruiz"}          | ${"Ana"}
  ${"María de la Cruz"}              | ${undefined}            | ${"María"}          | ${"de la Cruz"}    | ${"María"}
  ${"'Jan de Vries' via LinkedIn"}   | ${undefined}            | ${"Jan"}            | ${"de Vries"}      | ${"Jan"}
  ${"Jan de Vries via Example Docs"} | ${undefined}            | ${"Jan"}            | ${"de Vries"}      | ${"Jan"}
  ${'"Smith, John Q., Jr."'}         | ${undefined}            | ${"John Q."}        | ${"Smith"}         | ${"John"}
  ${"John Smith, PhD"}               | ${undefined}            | ${"John"}           | ${"Smith"}         | ${"John"}
  ${"J. P. Morgan"}                  | ${undefined}            | ${"J. P."}          | ${"Morgan"}        | ${undefined}
  ${"SINÉAD O'CONNOR"}               | ${undefined}            | ${"Sinéad"}         | ${"O'Connor"}      | ${"Sinéad"}
  ${"IAN MCDONALD"}                  | ${undefined}            | ${"Ian"}            | ${"McDonald"}      | ${"Ian"}
  ${"Priya Nair | Acme"}             | ${undefined}            | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"Priya at Acme"}                 | ${undefined}            | ${"Priya"}          | ${undefined}       | ${"Priya"}
  ${"Priya Nair, Acme"}              | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"Priya Nair, Globex Inc."}       | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"Nair, Priya, Head of Data"}     | ${"priya@acme.example"} | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"Priya \u{1F338} Nair"}          | ${undefined}            | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"\u202EPriya\u200B Nair\u0000"}  | ${undefined}            | ${"Priya"}          | ${"Nair"}          | ${"Priya"}
  ${"علی‌رضا نوری"}                   | ${undefined}            | ${"علی‌رضا"}         | ${"نوری"}          | ${"علی‌رضا"}
  ${"Press, Karen"}                  | ${"kp@acme.example"}    | ${"Karen"}          | ${"Press"}         | ${"Karen"}
  ${"Priya"}                         | ${"priya@acme.example"} | ${"Priya"}          | ${undefined}       | ${"Priya"}
  ${"Иван Петров"}                   | ${undefined}            | ${"Иван"}           | ${"Петров"}        | ${"Иван"}
  ${"Петров Иван Сергеевич"}         | ${undefined}            | ${"Иван Сергеевич"} | ${"Петров"}        | ${"Иван"}
  ${"Νίκος Παπάς"}                   | ${undefined}            | ${"Νίκος"}          | ${"Παπάς"}         | ${"Νίκος"}
  ${"山田 太郎"}                     | ${undefined}            | ${"太郎"}           | ${"山田"}          | ${"山田 太郎"}
  ${"王小明"}                        | ${undefined}            | ${undefined}        | ${undefined}       | ${"王小明"}
`("$display greets $greeting (M7)", ({ display, address, given, family, greeting }) => {
  const name = readName(display, address);
  expect({ given: name?.given, family: name?.family, greeting: name?.greeting }).toEqual({ given, family, greeting });
});

test.each`
  display                     | address                      | because
  ${"priya@acme.example"}     | ${"priya@acme.example"}      | ${"an address is no name"}
  ${"'priya@acme.example'"}   | ${"priya@acme.example"}      | ${"an address in quotes is no name"}
  ${"priya.nair"}             | ${"priya.nair@acme.example"} | ${"the local part is no name"}
  ${"pnair42"}                | ${"pnair42@acme.example"}    | ${"the local part is no name"}
  ${"priya"}                  | ${"priya@acme.example"}      | ${"the local part is no name, however it looks"}
  ${"Acme"}                   | ${"hello@acme.example"}      | ${"the organisation's name greets nobody"}
  ${"Acme Support"}           | ${"x@acme.example"}          | ${"a desk"}
  ${"The Acme Team"}          | ${"x@acme.example"}          | ${"a team"}
  ${"Équipe Acme"}            | ${"x@acme.example"}          | ${"a team, with accents"}
  ${"Acme, Inc."}             | ${"x@acme.example"}          | ${"a company, with a comma"}
  ${"Northwind Traders GmbH"} | ${"x@northwind.example"}     | ${"a company"}
  ${"shop.example"}           | ${"x@shop.example"}          | ${"a site"}
  ${"Lyon Data Meetup 2026"}  | ${"x@meet.example"}          | ${"digits"}
  ${""}                       | ${"x@acme.example"}          | ${"nothing"}
  ${'""'}                     | ${"x@acme.example"}          | ${"empty quotes"}
  ${"(Acme)"}                 | ${"x@acme.example"}          | ${"only brackets"}
  ${"..."}                    | ${"x@acme.example"}          | ${"only dots"}
`("$display is nobody's name: $because (M7)", ({ display, address }) => {
  expect(readName(display, address)).toBeUndefined();
});

test.each`
  display              | address                      | is
  ${"Priya Nair"}      | ${"priya.nair@acme.example"} | ${1}
  ${"Priya Nair"}      | ${"pnair@acme.example"}      | ${1}
  ${"Ana Sales"}       | ${"ana.sales@acme.example"}  | ${1}
  ${"Ana Sales"}       | ${"contact@acme.example"}    | ${-1}
  ${"Car Sales"}       | ${"car.sales@car.example"}   | ${-1}
  ${"Acme Newsletter"} | ${"news@acme.example"}       | ${-1}
`("$display <$address> looks $is like a person", ({ display, address, is }) => {
  expect(personLikeness(display, address)).toBe(is);
});

test("a full name on a card comes before a first name in mail (M7)", () => {
  const names = [{ name: "Priya", count: 9 }];
  const cards = [{ cardId: "1", origin: "vcard", name: "Nair, Priya", addresses: [] }];
  expect(nameOf({ address: "p@acme.example", names, cards })?.full).toBe("Priya Nair");
  expect(nameOf({ address: "p@acme.example", names, cards: [] })?.full).toBe("Priya");
  expect(nameOf({ address: "p@acme.example", names: [], cards: [] })).toBeUndefined();
});

test("no text breaks the reading, and no greeting holds an address or a control character", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abÀZ ,.@-\u0000\u202E(\"'|é李"), maxLength: 60 }), (display) => {
      const name = readName(display, "priya@acme.example");
      expect(name?.greeting ?? "ok").not.toMatch(/[@\p{C}]/u);
      expect(name === undefined || name.full !== "").toBe(true);
    }),
  );
});

test("a very long display name is read in a blink", () => {
  const started = process.hrtime.bigint();
  for (const text of ["(".repeat(100_000), "a ".repeat(100_000), `${"'".repeat(100_000)} via x`, ",".repeat(100_000)])
    readName(text, "x@y.example");
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(500);
});
