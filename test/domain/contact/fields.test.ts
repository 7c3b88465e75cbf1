/** What is known of a person, and where it was read (M7, R2); numbers as what identifies a line; whose card came with a mail. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownCard } from "../../../src/domain/contact/attached-card.ts";
import type { Card } from "../../../src/domain/contact/card.ts";
import { type FieldsSaid, fillFields } from "../../../src/domain/contact/fields.ts";
import { readName } from "../../../src/domain/contact/name.ts";
import { phoneKey } from "../../../src/domain/contact/phone.ts";

describe("fields", () => {
  const say = (said: FieldsSaid[]) =>
    fillFields(said).map(({ field, value, source }) => `${field} ${value}: ${source}`);

  test("the first source that says a thing says it; the next ones fill what is empty", () => {
    expect(
      say([
        { source: "address_book", company: "Talver", title: " " },
        { source: "attached_card", company: "Quay", title: "Head of Data" },
        { source: "signature", title: "Lead", postalAddress: "12 Quay Street" },
      ]),
    ).toEqual([
      "company Talver: address_book",
      "title Head of Data: attached_card",
      "postal_address 12 Quay Street: signature",
    ]);
  });

  test("numbers and links are collected, each once however it is written", () => {
    expect(
      say([
        { source: "attached_card", phones: ["+44 (0)20 7946 0123", "12"], links: ["https://www.talver.example/"] },
        {
          source: "signature",
          phones: ["0044 20 79460123", "+44 7700 900123"],
          links: ["talver.example", "x.com/ines"],
        },
      ]),
    ).toEqual([
      "phone +44 (0)20 7946 0123: attached_card",
      "phone +44 7700 900123: signature",
      "link https://www.talver.example/: attached_card",
      "link x.com/ines: signature",
    ]);
  });

  test("a full name goes before a first name alone, whoever says it", () => {
    const [short, full, other] = ["Ines", "Ines Roca", "I. R. Talver"].map((name) => readName(name)!);
    expect(
      say([
        { source: "display_name", name: short! },
        { source: "attached_card", name: full! },
      ]),
    ).toEqual(["name Ines Roca: attached_card"]);
    expect(
      say([
        { source: "display_name", name: full! },
        { source: "signature", name: other! },
      ]),
    ).toEqual(["name Ines Roca: display_name"]);
    expect(say([{ source: "display_name", name: short! }])).toEqual(["name Ines: display_name"]);
  });
});

describe("numbers", () => {
  test.each`
    written                       | key
    ${"+44 (0)20 7946 0123"}      | ${"+442079460123"}
    ${"0044 20 7946 0123"}        | ${"+442079460123"}
    ${"tel:+44-20-7946-0123"}     | ${"+442079460123"}
    ${"+44 20 7946 0123 ext. 12"} | ${"+442079460123"}
    ${"020 7946 0123"}            | ${"02079460123"}
    ${"(212) 555-0123 x 9"}       | ${"2125550123"}
    ${"1234"}                     | ${""}
    ${"call me"}                  | ${""}
    ${"12345678901234567890"}     | ${""}
  `("$written is $key", ({ written, key }) => expect(phoneKey(written)).toBe(key));

  test("written again as it is keyed, a number stays the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."+0123456789 ()-./x") }), (written) => {
        const key = phoneKey(written);
        expect(key).toMatch(/^$|^\+?\d{6,15}$/);
        if (key.startsWith("+")) expect(phoneKey(key)).toBe(key);
      }),
    );
  });
});

describe("whose card came with a mail (R2)", () => {
  const card = (facts: Partial<Card>): Card => ({
    key: "k",
    origin: "vcard",
    addresses: [],
    phones: [],
    links: [],
    ...facts,
  });
  const ines = { address: "ines.roca@talver.example", name: "Ines Roca" };
  test.each`
    what                                      | facts                                                       | isTheirs
    ${"with their address"}                   | ${{ addresses: ["ines.roca@talver.example"] }}              | ${true}
    ${"without an address, with their name"}  | ${{ name: "Inés Roca" }}                                    | ${true}
    ${"without an address, of somebody else"} | ${{ name: "Otto Vale" }}                                    | ${false}
    ${"without an address or a name"}         | ${{ company: "Talver" }}                                    | ${false}
    ${"with another address of theirs"}       | ${{ name: "Roca, Ines", addresses: ["ines@roca.example"] }} | ${true}
    ${"of somebody of one name"}              | ${{ name: "Pau Roca", addresses: ["pau@roca.example"] }}    | ${false}
  `("$what: $isTheirs", ({ facts, isTheirs }) => expect(ownCard([card(facts)], ines) !== undefined).toBe(isTheirs));

  test("among several, the one with their address", () => {
    const [theirs, other] = [card({ key: "1", addresses: [ines.address] }), card({ key: "2", name: "Ines Roca" })];
    expect(ownCard([other, theirs], ines)?.key).toBe("1");
  });
});
