/** Every letter in every language, as a person would read it: the golden texts are files to be read aloud. */
import { expect, test } from "vitest";
import type { PlainDate } from "../../src/domain/time.ts";
import {
  catalogue,
  type LetterFacts,
  type LetterKind,
  type Locale,
  letterKinds,
  locales,
} from "../../src/templates/catalogue.ts";
import { lintLetter, mayBeApproved } from "../../src/templates/lint.ts";
import { occasionWords, openPlace, sayMonth, sayPastDay } from "../../src/templates/phrases.ts";
import { compileLetter, renderLetter, TemplateError } from "../../src/templates/render.ts";

const today = "2026-11-22" as PlainDate;
const topics: Readonly<Record<Locale, string>> = {
  en: "hiring analysts",
  fr: "le recrutement d'analystes",
  de: "die Suche nach Analysten",
  es: "la búsqueda de analistas",
};
const times: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Tue 24: 9:00-10:00 or 12:00-17:30", "Thu 26: 9:00-14:00 or 15:00-17:30"],
  fr: ["mar. 24 : 9h-10h ou 12h-17h30", "jeu. 26 : 9h-14h ou 15h-17h30"],
  de: ["Di 24.: 9:00-10:00 oder 12:00-17:30", "Do 26.: 9:00-14:00 oder 15:00-17:30"],
  es: ["mar 24: 9:00-10:00 o 12:00-17:30", "jue 26: 9:00-14:00 o 15:00-17:30"],
};

const priya = (locale: Locale): LetterFacts => ({
  greetingName: "Priya",
  ownerName: "Mara",
  metWhere: "SaaStr Paris drinks, Station F",
  metWhen: sayPastDay("2026-11-16" as PlainDate, today, locale),
  lastWhen: sayMonth("2026-03-02" as PlainDate, locale),
  topic: topics[locale],
  ...occasionWords("coffee", locale),
  minutes: 45,
  place: openPlace("coffee", locale),
  times: times[locale],
});

const cases = letterKinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })));

test.each(cases)("$kind in $locale reads as it should, and passes its own lint", async ({ kind, locale }) => {
  const rendered = renderLetter(kind, locale, priya(locale));
  if (rendered.kind === "refused") throw new Error(`refused: ${rendered.missing.join(", ")}`);
  const { letter } = rendered;
  await expect(`${letter.subject}\n\n${letter.body}`).toMatchFileSnapshot(`golden/${kind}.${locale}.txt`);
  const offered = catalogue[kind].wantsTimes ? times[locale] : [];
  expect(lintLetter(letter, { kind, to: "priya@acme.example", greetingName: "Priya", times: offered })).toEqual([]);
});

test.each(cases)("R26: $kind in $locale is not written without a true specific", ({ kind, locale }) => {
  const { metWhere: _, wroteAbout: __, lastWhen: ___, ...facts } = priya(locale);
  expect(renderLetter(kind, locale, facts)).toMatchObject({ kind: "refused" });
});

test.each(locales)("people known by mail alone were not met anywhere, in %s", (locale) => {
  const { metWhere: _, ...facts } = priya(locale);
  for (const kind of ["check_in", "meet_by"] as const) {
    const rendered = renderLetter(kind, locale, { ...facts, wroteAbout: "the workshop in May" });
    expect(rendered).toMatchObject({ letter: { body: expect.stringContaining("the workshop in May") } });
  }
});

test.each<{ text: string; says: RegExp; kind?: LetterKind }>([
  { text: "Hello\nHi {{greetingName}}", says: /no line with ---/ },
  { text: "Hello\n---\nHi {{greetingName", says: /cannot be read/ },
  { text: "Hello\n---\nHi {{{greetingName}}}", says: /three braces/ },
  { text: "Hello\n---\nHi {{companyName}}", says: /does not know/ },
  { text: "Hello\n---\nHi {{greetingName}}", says: /never uses/ },
  { text: "Hello\n---\nHi {{lookup this 'constructor'}}", says: /unknown helper/ },
  { text: "Hello\n---\n{{#with greetingName}}x{{/with}}", says: /unknown block/ },
  { text: "Hello\n---\n{{> partial}}", says: /not allowed/ },
  { text: "Hello\n---\n{{greetingName.length}}", says: /is not a word/ },
  { text: `Hello\n---\n${"x".repeat(1_000_000)}`, says: /longer than/ },
])("a template that cannot be used is refused with the place: $says", ({ text, says, kind = "thank_you" }) => {
  expect(() => compileLetter(kind, text)).toThrow(TemplateError);
  expect(() => compileLetter(kind, text)).toThrow(says);
});

test.each`
  rule                | subject          | body
  ${"filler"}         | ${"Hello there"} | ${"I hope this finds you well."}
  ${"filler"}         | ${"Hello there"} | ${"I just wanted to say hi."}
  ${"selling"}        | ${"Hello there"} | ${"We have a limited offer for you."}
  ${"open_question"}  | ${"Hello there"} | ${"I thought of [ your answer goes here ] since."}
  ${"braces"}         | ${"Hi {{name}}"} | ${"Good to see you."}
  ${"subject_empty"}  | ${""}            | ${"Good to see you."}
  ${"exclamation"}    | ${"Great!"}      | ${"So good! Really!"}
  ${"emoji"}          | ${"Hello there"} | ${"Good to see you 🙂"}
  ${"capitals"}       | ${"Hello there"} | ${"This is VERY IMPORTANT NEWS."}
  ${"typography"}     | ${"Hello there"} | ${"Good — really good."}
  ${"links"}          | ${"Hello there"} | ${"See https://a.example and https://b.example now."}
  ${"shortener"}      | ${"Hello there"} | ${"See https://bit.ly/x now."}
  ${"company_suffix"} | ${"Hello there"} | ${"How is it going at Acme Inc. these days?"}
  ${"short"}          | ${"Hello there"} | ${"Thanks."}
  ${"long"}           | ${"Hello there"} | ${"word ".repeat(200)}
`("the lint finds $rule", ({ rule, subject, body }) => {
  const found = lintLetter(
    { subject, body },
    { kind: "thank_you", to: "priya@acme.example", greetingName: "Priya", times: [] },
  );
  expect(found.map((one) => one.rule)).toContain(rule);
});

test("R3: a letter with an open question cannot be approved; the local part of an address is no first name", () => {
  const letter = { subject: "Our talk", body: "I thought of [ your answer goes here ] since then." };
  const found = lintLetter(letter, { kind: "thank_you", to: "priya@acme.example", greetingName: "priya", times: [] });
  expect(mayBeApproved(found)).toBe(false);
  expect(found.map(({ rule }) => rule)).toContain("greeting");
});

test.each<{ day: string; locale: Locale; said: string }>([
  { day: "2026-11-22", locale: "en", said: "today" },
  { day: "2026-11-21", locale: "fr", said: "hier" },
  { day: "2026-11-16", locale: "de", said: "am Montag" },
  { day: "2026-11-15", locale: "es", said: "el 15 de noviembre" },
  { day: "2026-10-01", locale: "fr", said: "le 1er octobre" },
  { day: "2025-12-31", locale: "en", said: "on 31 December 2025" },
])("$day is said $said in $locale", ({ day, locale, said }) => {
  expect(sayPastDay(day as PlainDate, today, locale)).toBe(said);
});
