import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/integrations/archive/csv.ts";
import { readConnectedOn } from "../../../src/integrations/archive/csv-dates.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/csv/${name}`, import.meta.url));
const read = (text: string, mapping?: Parameters<typeof readCsv>[2]) =>
  readCsv(Buffer.from(text), "people.csv", mapping);

describe("R2: LinkedIn's Connections.csv", () => {
  const bytes = fixture("Connections.csv");
  const { kind, cards, skipped } = readCsv(bytes, "Connections.csv");

  test("BOM, notes above the header, a quoted company; rows without e-mail stay, the empty row goes with a count", () => {
    expect(kind).toBe("linkedin_csv");
    expect(cards).toEqual([
      {
        key: "https://www.linkedin.com/in/priya-nair",
        origin: "linkedin",
        name: "Priya Nair",
        givenName: "Priya",
        familyName: "Nair",
        addresses: ["priya@acme.example"],
        phones: [],
        company: "Stripe, Inc.",
        title: "Head of Data",
        links: ["https://www.linkedin.com/in/priya-nair"],
        connectedOn: "2024-03-12",
      },
      expect.objectContaining({ name: "Jo Berg", addresses: [], connectedOn: "2022-02-07" }),
    ]);
    expect(skipped).toEqual([
      { where: "Connections.csv", because: "empty_row", message: "Rows without any content were left out.", count: 1 },
    ]);
  });

  test("the same file three times gives the same keys", () => {
    const keys = [1, 2, 3].map(() => readCsv(bytes, "again.csv").cards.map(({ key }) => key));
    expect(new Set(keys.map(String)).size).toBe(1);
  });

  test.each`
    header
    ${"First Name,Last Name,Email Address,Company,Position,Connected On"}
    ${"Vorname,Nachname,E-Mail-Adresse,Unternehmen,Position,Verbunden am"}
    ${"Prénom,Nom de famille,Adresse e-mail,Entreprise,Poste,Connecté le"}
    ${"Nombre,Apellidos,Dirección de correo electrónico,Empresa,Cargo,Conectado el"}
  `("with or without profile links, headed '$header'", ({ header }) => {
    const reading = read(`${header}\nPriya,Nair,priya@acme.example,Acme,Head of Data,12 Mar 2024\n`);
    expect(reading.kind).toBe("linkedin_csv");
    expect(reading.cards).toMatchObject([
      {
        name: "Priya Nair",
        addresses: ["priya@acme.example"],
        company: "Acme",
        title: "Head of Data",
        connectedOn: "2024-03-12",
      },
    ]);
  });

  test.each`
    text                  | day
    ${"12 Mar 2024"}      | ${"2024-03-12"}
    ${"7-Feb-22"}         | ${"2022-02-07"}
    ${"2024-03-12"}       | ${"2024-03-12"}
    ${"2024/3/2"}         | ${"2024-03-02"}
    ${"12. März 2024"}    | ${"2024-03-12"}
    ${"01.02.2023"}       | ${"2023-02-01"}
    ${"3 août 2021"}      | ${"2021-08-03"}
    ${"3 de dic de 2021"} | ${"2021-12-03"}
    ${"Mar 12, 2024"}     | ${"2024-03-12"}
    ${"30 Feb 2024"}      | ${undefined}
    ${"03/04/2024"}       | ${undefined}
    ${"yesterday"}        | ${undefined}
  `("'$text' is $day", ({ text, day }) => expect(readConnectedOn(text)).toBe(day));
});

describe("other tables", () => {
  test("Google Contacts: numbered columns, several addresses in one cell, organisations without a person's name", () => {
    expect(readCsv(fixture("google-contacts.csv"), "contacts.csv")).toMatchObject({
      kind: "csv",
      cards: [
        {
          name: "Priya Nair",
          addresses: ["priya@acme.example", "priya@home.example", "pn@home.example"],
          phones: ["+33 6 12 34 56 78"],
          company: "Acme",
          title: "Head of Data",
          links: ["https://priya.example"],
          note: 'likes "espresso"',
        },
        { addresses: ["sales@globex.example"] },
      ],
      skipped: [],
    });
  });

  test("Outlook in German: semicolons, Windows-1252", () => {
    const { cards } = readCsv(fixture("outlook-de.csv"), "Kontakte.csv");
    expect(cards).toMatchObject([
      {
        name: "Jörg Müller",
        addresses: ["joerg@acme.example"],
        phones: ["+49 30 1234567", "+49 170 1234567"],
        company: "Acme GmbH",
      },
    ]);
  });

  test.each`
    header                   | row                                 | name
    ${"Name,Email"}          | ${"Priya Nair,priya@acme.example"}  | ${"Priya Nair"}
    ${"Nom;Prénom;Courriel"} | ${"Nair;Priya;priya@acme.example"}  | ${"Priya Nair"}
    ${"Nombre\tCorreo"}      | ${"Priya Nair\tpriya@acme.example"} | ${"Priya Nair"}
    ${"Vorname\tE-Mail"}     | ${"Priya\tpriya@acme.example"}      | ${"Priya"}
  `("the header '$header' tells name and address", ({ header, row, name }) =>
    expect(read(`${header}\n${row}\n`).cards).toMatchObject([{ name, addresses: ["priya@acme.example"] }]),
  );

  test("unknown columns are listed with how to map them; a mapping is followed, a wrong one told", () => {
    const text = "who;where\nPriya;priya@acme.example\n";
    expect(read(text).skipped).toEqual([
      {
        where: "people.csv",
        because: "unknown_columns",
        message: "The columns could not be told apart: 'who', 'where'. Say which is which, for example address=who.",
        count: 1,
      },
    ]);
    expect(read(text, { name: "who", address: "Where" }).cards).toMatchObject([
      { name: "Priya", addresses: ["priya@acme.example"] },
    ]);
    expect(read(text, { name: "person" }).skipped[0]).toMatchObject({
      because: "unmapped_columns",
      message: expect.stringContaining("'who', 'where'"),
    });
  });

  test("a quote that never closes costs its own row's quotes, not the rows below", () => {
    const { cards, skipped } = read(
      'Name,Email\nA,a@x.example\nB,"b@x.example\nC,c@x.example\nD "the" D,d@x.example\nE,e@x.example\n',
    );
    expect(cards.map(({ addresses }) => addresses[0])).toEqual([
      "a@x.example",
      "b@x.example",
      "c@x.example",
      "d@x.example",
      "e@x.example",
    ]);
    expect(skipped.map(({ because, position }) => `${because} ${position}`)).toEqual([
      "unclosed_quote line 3",
      "unclosed_quote line 5",
    ]);
  });

  test("short rows, repeated rows, bad cells and rows about nobody are told with their line", () => {
    const { cards, skipped } = read("Name,Email,Company\nA\nB,not an address,Acme\nA\n,,Acme\n");
    expect(cards.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(skipped.map(({ because, position, count }) => `${because} ${position ?? count}`)).toEqual([
      "unreadable_cell line 3",
      "nobody_in_row line 5",
      "repeated_row 1",
    ]);
  });

  test("no bytes throw", () => {
    const pieces = fc.constantFrom("Name", "Email", ",", ";", '"', "\n", "\r", "a@x.example", "\t", "\u0000", "=");
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readCsv(bytes, "any").cards.length >= 0));
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => read(parts.join("")).cards.length >= 0));
  });

  test("what is printed is read back", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "É", ",", ";", '"', "\n", " ", "x") })
      .map((text) => text.replace(/\s+/g, " ").trim());
    const rows = fc.uniqueArray(fc.record({ name: cell.filter((text) => text !== ""), company: cell }), {
      selector: ({ name }) => name,
      maxLength: 10,
    });
    fc.assert(
      fc.property(rows, (people) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [
          "Name,Company,Email",
          ...people.map(({ name, company }) => `${quoted(name)},${quoted(company)},`),
          "",
        ].join("\r\n");
        const { cards, skipped } = read(text);
        expect(skipped).toEqual([]);
        expect(cards.map(({ name, company = "" }) => ({ name, company }))).toEqual(people);
      }),
    );
  });
});
