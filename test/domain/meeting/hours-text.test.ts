import fc from "fast-check";
import { expect, test } from "vitest";
import { Block } from "../../../src/domain/meeting/availability.ts";
import { parseBlocks, sayBlocks } from "../../../src/domain/meeting/hours-text.ts";

test.each`
  text                      | blocks
  ${"9-12, 13:00-17:30"}    | ${"09:00–12:00, 13:00–17:30"}
  ${" 9.30 – 17h30 "}       | ${"09:30–17:30"}
  ${"9 to 12 and 13 to 15"} | ${"09:00–12:00, 13:00–15:00"}
  ${"22:00-2:00"}           | ${"22:00–02:00"}
  ${"20-24:00"}             | ${"20:00–24:00"}
  ${"closed"}               | ${""}
  ${"  "}                   | ${""}
`("$text is read as $blocks", ({ text, blocks }) => {
  expect(sayBlocks(parseBlocks(text)!)).toBe(blocks);
});

test.each(["9", "9-25", "24:00-2:00", "9-9", "nine to five", "9-12,", "9:60-10", "9-12-13", "24:30-25"])(
  "%s is no hours",
  (text) => {
    expect(parseBlocks(text)).toBeUndefined();
  },
);

test("what is said is read as the same blocks", () => {
  const minute = fc.integer({ min: 0, max: 1_440 });
  const time = (at: number) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
  const block = fc
    .tuple(minute, minute)
    .map(([from, until]) => ({ from: time(from), until: time(until) }))
    .filter((one) => Block.safeParse(one).success);
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      expect(parseBlocks(sayBlocks(blocks))).toEqual(blocks);
    }),
  );
});
