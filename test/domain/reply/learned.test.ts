/** What is learned of sentences (M6): the committed weights are those that the fixtures give, and nothing hostile gets a yes. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages, learn, packed, readAllJudged, weightsFile } from "../../../scripts/train.ts";
import { isSurely, type Judgement, probabilityOf, type WrittenModels } from "../../../src/domain/reply/learned.ts";

const judgements: readonly Judgement[] = ["beside", "agreed"];
const committed = JSON.parse(readFileSync(weightsFile, "utf8")) as WrittenModels;

describe.each(judgements)("%s", (judgement) => {
  const all = readAllJudged(judgement);

  test.each(languages)("%s: the weights are those of the fixtures", (language) => {
    const own = all.filter((one) => one.language === language);
    const elsewhere = all.filter((one) => one.language !== language);
    expect(own.length).toBeGreaterThan(500);
    const { alone, framed } = committed[judgement][language];
    // `npm run train` makes them anew.
    expect(packed(learn(own, elsewhere), { alone, framed })).toEqual(committed[judgement][language]);
  });

  test.each(languages)("%s: nothing, noise and endless words are no yes", (language) => {
    const hostile = [
      "",
      " ",
      "\u202e\u0000",
      "x".repeat(100_000),
      "no ".repeat(50_000),
      "𝒯".repeat(5_000),
      "§".repeat(60),
    ];
    for (const said of hostile) expect(isSurely(judgement, said, language)).toBe(false);
    expect(probabilityOf(judgement, "word ".repeat(41), language)).toBe(0);
  });
});

test("a sentence means the same however its apostrophes and spaces are written", () => {
  for (const [one, other] of [
    ["I’ve had a mad week here", "I've  had a mad week here"],
    ["J’apporte les croissants", "J'apporte les croissants"],
  ] as const)
    expect(probabilityOf("beside", one, "en")).toBe(probabilityOf("beside", other, "en"));
});
