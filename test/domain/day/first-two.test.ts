import { expect, test } from "vitest";
import { firstTwo } from "../../../src/domain/day/first-two.ts";

const person = (said: string) => {
  const [contactId, words, locale = "en"] = said.split(" ") as [string, string, string?];
  const draft = { body: words === "empty" ? "" : "Hello", question: words === "asks" ? "why_met" : undefined, locale };
  return { contactId, draft: words === "none" ? undefined : draft };
};

test.each`
  ranked                                               | begin             | why
  ${["ana done", "ben done", "eva done"]}              | ${["ana", "ben"]} | ${"as they are ranked"}
  ${["ana none", "ben asks", "eva empty", "tom done"]} | ${["tom", "ana"]} | ${"a letter that only waits for a yes comes first"}
  ${["ana done es", "ben done en-GB", "eva done en"]}  | ${["ben", "eva"]} | ${"of those, the ones in the owner's language"}
  ${["ana asks en", "ben done es"]}                    | ${["ben", "ana"]} | ${"a complete one in another language comes before a question"}
  ${["ana done", "ana done", "ben none"]}              | ${["ana", "ben"]} | ${"nobody twice"}
  ${["ana done"]}                                      | ${["ana"]}        | ${"one alone"}
`("R7, the first two: $why", ({ ranked, begin }: { ranked: string[]; begin: string[] }) => {
  expect(firstTwo(ranked.map(person), "en").map(({ contactId }) => contactId)).toEqual(begin);
});
