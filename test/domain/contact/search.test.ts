import { describe, expect, test } from "vitest";
import { searchPatterns, searchText } from "../../../src/domain/contact/search.ts";

/** As PostgreSQL's LIKE reads patterns of this kind: a part anywhere. */
const isFound = (question: string, text: string): boolean => {
  const patterns = searchPatterns(question);
  return patterns.length > 0 && patterns.every((pattern) => text.includes(pattern.slice(1, -1)));
};

const people = {
  priya: searchText(["Priya Nair", "Acme", "priya.nair@acme.example", "+33612345678"]),
  emilie: searchText(["Émilie Œuvrard-Łukasz", "Société Générale", "e.o@sg.example"]),
  soren: searchText(["Søren O’Brien", "Æbler", "soren@aeble.example"]),
  dana: searchText(["דנה כהן", "dana@tel.example"]),
  layla: searchText(["ليلى منصور", "layla@noor.example"]),
  taro: searchText(["山田太郎", "taro@yama.example"]),
  olga: searchText(["Ольга Ёлкина", "olga@dom.example"]),
};

test.each`
  question             | found
  ${"priya"}           | ${["priya"]}
  ${"nair PRI"}        | ${["priya"]}
  ${"priya@acme"}      | ${["priya"]}
  ${"iya"}             | ${["priya"]}
  ${"p"}               | ${["priya"]}
  ${"ac pr"}           | ${["priya"]}
  ${"06 12 34 56 78"}  | ${["priya"]}
  ${"+33 612345678"}   | ${["priya"]}
  ${"emilie"}          | ${["emilie"]}
  ${"ÉMILIE générale"} | ${["emilie"]}
  ${"oeuvrard"}        | ${["emilie"]}
  ${"lukasz"}          | ${["emilie"]}
  ${"soren obrien"}    | ${["soren"]}
  ${"Søren"}           | ${["soren"]}
  ${"דנה"}             | ${["dana"]}
  ${"כהן דנה"}         | ${["dana"]}
  ${"ד"}               | ${["dana"]}
  ${"منصور"}           | ${["layla"]}
  ${"太郎"}            | ${["taro"]}
  ${"елкина"}          | ${["olga"]}
  ${"example"}         | ${["priya", "emilie", "soren", "dana", "layla", "taro", "olga"]}
  ${"ri"}              | ${[]}
  ${"%"}               | ${[]}
  ${"_@!"}             | ${[]}
`("$question finds $found", ({ question, found }) => {
  const those = Object.entries(people).filter(([, text]) => isFound(question, text));
  expect(those.map(([name]) => name)).toEqual(found);
});

describe("the text of a search", () => {
  test("is ASCII alone, whatever the script, so that every database has an index of it", () => {
    expect(Object.values(people).join("")).toMatch(/^[a-z0-9 ]+$/);
  });

  test("looks for six words at most", () => {
    expect(searchPatterns("one two three four five six seven")).toHaveLength(6);
  });
});
