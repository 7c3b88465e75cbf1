/** A message from top to bottom as pieces: nothing is lost, nothing stands twice (M5). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { segmentsOf } from "../../../src/domain/mail/segments.ts";

const say = (body: string) => segmentsOf(newTextOf(body)).map(({ as, text }) => `${as}: ${text.replaceAll("\n", "|")}`);

test.each`
  what                | body                                                                                 | pieces
  ${"a letter"}       | ${"Friday at 3.\n\nBest,\nInes Roca\nTalver Ltd\n"}                                  | ${["new: Friday at 3.", "signature: Best,|Ines Roca|Talver Ltd"]}
  ${"answers inside"} | ${"> Friday?\n\nYes.\n\n> Coffee or tea?\n\nTea, please.\n"}                         | ${["quoted: > Friday?", "new: Yes.", "quoted: > Coffee or tea?", "new: Tea, please."]}
  ${"quoted below"}   | ${"Fine.\n\nOn Mon, 2 Nov 2026 at 09:00, Mara <m@home.example> wrote:\n> Friday?\n"} | ${["new: Fine.", "quoted: On Mon, 2 Nov 2026 at 09:00, Mara <m@home.example> wrote:|> Friday?"]}
  ${"behind a rule"}  | ${"Fine.\n\n-- \nInes Roca\n"}                                                       | ${["new: Fine.", "signature: -- |Ines Roca"]}
  ${"nothing"}        | ${" \n\n"}                                                                           | ${[]}
`("$what", ({ body, pieces }) => expect(say(body)).toEqual(pieces));

test("every word stands in exactly one piece, in its order", () => {
  const line = fc.constantFrom(
    "Friday at 3.",
    "> Friday?",
    "",
    "Best,",
    "Ines",
    "-- ",
    "On Mon, Mara wrote:",
    "> > Older",
    "See you there",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const words = (text: string) => text.split(/\s+/).filter(Boolean);
      const body = lines.map((text, at) => (text.trim() === "" ? text : `${text} ${at}`)).join("\n");
      const shown = segmentsOf(newTextOf(body)).flatMap(({ text }) => words(text));
      expect(shown).toEqual(words(body));
    }),
  );
});
