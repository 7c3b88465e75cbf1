import { describe, expect, test } from "vitest";
import { locales } from "../../src/templates/catalogue.ts";
import { frameOfWords, inFrame, lintOwnWords } from "../../src/templates/own-words.ts";

const names = { greetingName: "Tomás", fullName: "Tomás Ibarra", ownerName: "Mara", ownerFullName: "Mara Lind" };
const frame = { greeting: "Hi Tomás,", signoff: "Best,\nMara" };

test.each(locales)("the frame is in the person's language: %s", (locale) => {
  const { greeting, signoff } = frameOfWords({ voice: "business", locale, facts: names, seed: "one" });
  expect(greeting).toMatch(/Tomás( Ibarra)?[,:!]?$/);
  expect(signoff).toMatch(/\nMara( Lind)?$/);
  expect(frameOfWords({ voice: "business", locale, facts: names, seed: "one" })).toEqual({ greeting, signoff });
});

test("a name that is not known is not put around the words", () => {
  const bare = frameOfWords({ voice: "business", locale: "en", facts: { ownerName: "Mara" }, seed: "one" });
  expect([bare.greeting, bare.signoff]).toEqual([undefined, expect.stringMatching(/Mara$/)]);
});

test.each`
  words                                         | letter
  ${"Yes, gladly."}                             | ${"Hi Tomás,\n\nYes, gladly.\n\nBest,\nMara\n"}
  ${"His team is fine.\r\nNothing is missing."} | ${"Hi Tomás,\n\nHis team is fine.\nNothing is missing.\n\nBest,\nMara\n"}
  ${"Tomás,\n\nyes."}                           | ${"Tomás,\n\nyes.\n\nBest,\nMara\n"}
  ${"Hello! Yes."}                              | ${"Hello! Yes.\n\nBest,\nMara\n"}
  ${"Lieber Tomás,\n\nja.\n\nViele Grüße"}      | ${"Lieber Tomás,\n\nja.\n\nViele Grüße\n"}
  ${"Yes.\n\nMara Lind"}                        | ${"Hi Tomás,\n\nYes.\n\nMara Lind\n"}
  ${"Ask Mara about it when she is there."}     | ${"Hi Tomás,\n\nAsk Mara about it when she is there.\n\nBest,\nMara\n"}
`("“$words” gets what it lacks, and nothing twice", ({ words, letter }) => {
  expect(inFrame(words, frame, names)).toBe(letter);
});

describe("own words are held to what any letter must be, and to no figures of ours", () => {
  const link = "https://rapport.example/b/AAAAAAAAAAAAAAAAAAAAAA";
  test.each`
    subject          | body                                    | base                         | rules
    ${"Re: Coffee"}  | ${"Buy! Buy! {x} http://one.example\n"} | ${undefined}                 | ${[]}
    ${"Re: Coffee"}  | ${" \n"}                                | ${undefined}                 | ${["empty"]}
    ${""}            | ${"Yes.\n"}                             | ${undefined}                 | ${["subject_empty"]}
    ${"Re:\r\nBcc:"} | ${"Yes.\n"}                             | ${undefined}                 | ${["subject_lines"]}
    ${"Re: Coffee"}  | ${"About [ your answer goes here ].\n"} | ${undefined}                 | ${["open_question"]}
    ${"Re: Coffee"}  | ${"Dear {{greetingName}}\n"}            | ${undefined}                 | ${["braces"]}
    ${"Re: Coffee"}  | ${`Pick one: ${link}\n`}                | ${undefined}                 | ${["dead_link"]}
    ${"Re: Coffee"}  | ${`Pick one: ${link}\n`}                | ${"https://rapport.example"} | ${[]}
  `("“$subject”, “$body”: $rules", ({ subject, body, base, rules }) => {
    expect(lintOwnWords({ subject, body }, base).map(({ rule }) => rule)).toEqual(rules);
  });
});
