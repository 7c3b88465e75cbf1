/** M6: which statements beside an agreed time bind nothing: their frame is known, and nothing in them may stand in the way. */
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/mail/language.ts";
import { isAside } from "../../../src/domain/reply/asides.ts";

test.each`
  language | sentence                                             | isOne
  ${"en"}  | ${"I'll bring a jar of heather honey."}              | ${true}
  ${"en"}  | ${"I'll bring Ben."}                                 | ${false}
  ${"en"}  | ${"I'll bring it the week after."}                   | ${false}
  ${"en"}  | ${"The entrance is round the back, next to a kiln."} | ${true}
  ${"en"}  | ${"The entrance is locked at the back."}             | ${false}
  ${"en"}  | ${"The car is in the garage."}                       | ${false}
  ${"en"}  | ${"Your chapter on tides was a delight."}            | ${true}
  ${"en"}  | ${"It is the boat race."}                            | ${false}
  ${"en"}  | ${"My daughter drew you a whale."}                   | ${true}
  ${"en"}  | ${"My daughter needs you more."}                     | ${false}
  ${"en"}  | ${'I\'ll bring the "good" coffee.'}                  | ${false}
  ${"de"}  | ${"Ich zeige Ihnen gern unsere Drechselbank."}       | ${true}
  ${"de"}  | ${"Ich zeige Ihnen gern, ob es geht."}               | ${false}
  ${"de"}  | ${"Der Eingang ist hinter der Mühle."}               | ${true}
  ${"de"}  | ${"Jonas braucht das Auto."}                         | ${false}
  ${"fr"}  | ${"Je vous montrerai notre pressoir."}               | ${true}
  ${"fr"}  | ${"Je vous montrerai Paul."}                         | ${false}
  ${"fr"}  | ${"Votre exposé était passionnant."}                 | ${true}
  ${"es"}  | ${"La entrada está detrás del molino."}              | ${true}
  ${"es"}  | ${"La entrada está cerrada por detrás."}             | ${false}
  ${"es"}  | ${"Te enseñaré nuestro telar."}                      | ${true}
`(
  "$language: $sentence → $isOne",
  ({ language, sentence, isOne }: { language: Language; sentence: string; isOne: boolean }) =>
    expect(isAside(sentence, sentence, language)).toBe(isOne),
);

test("M5 a line of a thousand letters is looked at in milliseconds, whatever it repeats", () => {
  const hostile = ["ge", "ich habe ", "i'll and ", "the ", "mein "].map((part) => part.repeat(1_000).slice(0, 1_000));
  const began = performance.now();
  for (const line of hostile) for (const language of ["en", "de", "fr", "es"] as const) isAside(line, line, language);
  expect(performance.now() - began).toBeLessThan(250);
});
