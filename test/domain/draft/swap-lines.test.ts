/** R28: other times stand where the former ones stood, and nothing else of the letter moves. */
import { expect, test } from "vitest";
import { swapLines } from "../../../src/domain/draft/swap-lines.ts";

const former = ["Tue 24: 9:00-10:00", "Wed 25: 14:00-15:00"];

test.each`
  what                               | body                                                                           | swapped
  ${"both lines"}                    | ${"Hi,\n\nOne of these?\n\nTue 24: 9:00-10:00\nWed 25: 14:00-15:00\n\nMara\n"} | ${"Hi,\n\nOne of these?\n\nFri 27: 9:00\n\nMara\n"}
  ${"the one that was left"}         | ${"Hi,\n\n  Wed 25: 14:00-15:00\nOr pick one here\n"}                          | ${"Hi,\n\nFri 27: 9:00\nOr pick one here\n"}
  ${"words that say them otherwise"} | ${"Hi,\n\nTuesday at nine?\n"}                                                 | ${undefined}
`("$what", ({ body, swapped }) => expect(swapLines(body, former, ["Fri 27: 9:00"])).toBe(swapped));
