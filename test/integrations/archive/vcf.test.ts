import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readVcf } from "../../../src/integrations/archive/vcf.ts";

const fixture = readFileSync(new URL("../../fixtures/vcf/three-versions.vcf", import.meta.url));
const card = (...lines: string[]) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const read = (text: string) => readVcf(Buffer.from(text), "people.vcf");
const because = ({ skipped }: { skipped: readonly { because: string; position?: string }[] }) =>
  skipped.map(({ because: tag, position }) => `${tag} ${position}`);

describe("R2: cards of all three versions in one file", () => {
  const { cards, skipped } = readVcf(fixture, "three-versions.vcf");

  test("2.1: quoted-printable with soft breaks, bare types, a picture that is passed over", () => {
    expect(cards[0]).toEqual({
      key: expect.stringMatching(/^digest:/),
      origin: "vcard",
      name: "Dr. Jörg Müller",
      givenName: "Jörg",
      familyName: "Müller",
      addresses: ["joerg.mueller@acme.example"],
      phones: ["+49 170 1234567", "+49 30 1234567"],
      company: "Acme GmbH",
      links: [],
    });
  });

  test("3.0: grouped properties, escaped commas, the preferred address first, one line of address", () => {
    expect(cards[1]).toEqual({
      key: "6F1C2A",
      origin: "vcard",
      name: "Priya Nair",
      givenName: "Priya",
      familyName: "Nair",
      addresses: ["priya@acme.example", "priya@home.example"],
      phones: ["+33 6 12 34 56 78"],
      company: "Stripe, Inc.",
      title: "Head of Data",
      links: ["https://priya.example"],
      postalAddress: "12 rue Oberkampf, Paris, 75011, France",
      note: "Met at SaaStr\nlikes espresso",
    });
  });

  test("4.0: tel: URIs, ranks, the role where there is no title; groups are lists and no people", () => {
    expect(cards[2]).toMatchObject({
      key: "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
      addresses: ["lena@acme.example", "lena.private@home.example"],
      phones: ["+49-30-7654321 ext. 12"],
      title: "Buyer",
    });
    expect(cards).toHaveLength(3);
    expect(because({ skipped })).toEqual(["group line 40"]);
  });

  test("the same file three times gives the same keys", () => {
    const keys = [1, 2, 3].map(() => readVcf(fixture, "again.vcf").cards.map(({ key }) => key));
    expect(new Set(keys.map(String)).size).toBe(1);
  });
});

describe("issue 2: a broken card keeps what was read", () => {
  test.each`
    text                                                                      | names                  | says
    ${card("FN:Jo Berg").replace("END:VCARD\r\n", "EMAIL:jo@globex.example")} | ${["Jo Berg"]}         | ${["truncated_card line 1"]}
    ${`BEGIN:VCARD\r\nFN:Jo Berg\r\n${card("FN:Lena")}`}                      | ${["Jo Berg", "Lena"]} | ${["truncated_card line 1"]}
    ${card("FN:Jo Berg", "not a line")}                                       | ${["Jo Berg"]}         | ${["unreadable_line line 4"]}
    ${card("N:Berg;Jo;;;")}                                                   | ${["Jo Berg"]}         | ${[]}
    ${card("FN:", "N:;;;;", "NICKNAME:Joey", "EMAIL:jo@globex.example")}      | ${["Joey"]}            | ${[]}
    ${card("EMAIL:jo@globex.example")}                                        | ${[undefined]}         | ${[]}
    ${card("NOTE:nobody")}                                                    | ${[]}                  | ${["empty_card line 1"]}
    ${card("FN:Jo", "EMAIL:not an address")}                                  | ${["Jo"]}              | ${[]}
    ${"hello"}                                                                | ${[]}                  | ${["not_a_card undefined"]}
    ${""}                                                                     | ${[]}                  | ${["not_a_card undefined"]}
  `("$text", ({ text, names, says }) => {
    const reading = read(text);
    expect(reading.cards.map(({ name }) => name)).toEqual(names);
    expect(because(reading)).toEqual(says);
  });

  test("the same card twice is one, the later", () => {
    const { cards } = read(card("UID:1", "FN:Old") + card("UID:1", "FN:New"));
    expect(cards.map(({ name }) => name)).toEqual(["New"]);
  });

  test("notes are cut at 2,000 letters; links are http or https only", () => {
    const [only] = read(
      card(
        "FN:Jo",
        `NOTE:${"x".repeat(5_000)}`,
        "URL:javascript:alert(1)",
        "URL:www.jo.example",
        "URL:http://jo.example/a",
      ),
    ).cards;
    expect(only?.note).toHaveLength(2_000);
    expect(only?.links).toEqual(["https://www.jo.example", "http://jo.example/a"]);
  });

  test.each(["utf16le", "latin1", "utf8"] as const)("%s", (encoding) => {
    const bytes = Buffer.from((encoding === "utf16le" ? "\uFEFF" : "") + card("FN:Jörg"), encoding);
    expect(readVcf(bytes, "people.vcf").cards[0]?.name).toBe("Jörg");
  });

  test("a picture of 20 MB leaves nothing behind and is read in moments", () => {
    const picture = `PHOTO;ENCODING=b:${"A".repeat(76)}\r\n${` ${"A".repeat(75)}\r\n`.repeat(270_000)}`;
    const { cards, skipped } = read(card(picture.trimEnd(), "FN:Jo Berg"));
    expect(cards.map(({ name }) => name)).toEqual(["Jo Berg"]);
    expect(skipped).toEqual([]);
  });

  test("no bytes throw", () => {
    const pieces = fc.constantFrom(
      "BEGIN:VCARD\r\n",
      "END:VCARD\n",
      "FN",
      "EMAIL",
      ";",
      ":",
      "=",
      "QUOTED-PRINTABLE",
      "CHARSET=",
      '"',
      "\\",
      "a.",
      "=C3",
      "\r\n ",
      "@",
      "\u0000",
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readVcf(bytes, "any").cards.length >= 0));
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => read(parts.join("")).cards.length >= 0));
  });
});
