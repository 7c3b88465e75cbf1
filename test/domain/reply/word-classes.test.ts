/** What words have in common (M6): one of a class tells of those that were never seen. */
import { describe, expect, test } from "vitest";
import { probabilityOf } from "../../../src/domain/reply/learned.ts";
import { splitSentences } from "../../../src/domain/reply/sentences.ts";
import { classesOf, wordClasses } from "../../../src/domain/reply/word-classes.ts";

const named = (word: string, language: "en" | "de" | "fr" | "es") =>
  classesOf(word, language).map((place) => wordClasses[place]);

test.each([
  ["husband", "en", "kin"],
  ["tom's", "en", undefined],
  ["twins'", "en", "kin"],
  ["plumbers", "en", "client"],
  ["schwiegermutter", "de", "kin"],
  ["kindergarten", "de", "care"],
  ["reparaturen", "de", "breakdown"],
  ["l'école", "fr", "care"],
  ["vaccination", "fr", "medicine"],
  ["huelga", "es", "strike"],
  ["embarazada", "es", "medicine"],
] as const)("%s (%s): %s", (word, language, wanted) => {
  if (wanted === undefined) expect(named(word, language)).toEqual([]);
  else expect(named(word, language)).toContain(wanted);
});

test("what is no word is of no class", () => {
  for (const language of ["en", "de", "fr", "es"] as const)
    for (const word of ["", "'", "x".repeat(1_000)]) expect(named(word, language)).toEqual([]);
});

describe("a word that no fixture holds is judged by its class", () => {
  test.each([
    ["en", "My niece has the van that day."],
    ["de", "Mein Schwager hat den Transporter an dem Tag."],
  ] as const)("%s: %s", (language, said) => {
    expect(probabilityOf("beside", said, language)).toBeLessThan(0.5);
  });
});

test("a sentence ends behind no, and goes on behind the number sign", () => {
  expect(splitSentences("El miércoles a las dos, cómo no. Serían dos horas.")).toHaveLength(2);
  expect(splitSentences("We sit in room no. 4 now.")).toHaveLength(1);
});
