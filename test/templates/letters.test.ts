/** Every letter in every language, as a person would read it: the golden texts are files to be read aloud. */
import { describe, expect, test } from "vitest";
import { readFacts } from "../../src/domain/fact/read-facts.ts";
import type { PlainDate } from "../../src/domain/time.ts";
import {
  catalogue,
  isWrittenIn,
  type LetterFacts,
  type LetterKind,
  type Locale,
  letterKinds,
  locales,
  namesKnown,
  openQuestionMark,
  specificsIn,
  type Voice,
  voices,
} from "../../src/templates/catalogue.ts";
import { exampleFacts } from "../../src/templates/example-facts.ts";
import { letterText, shippedTemplate } from "../../src/templates/letter-files.ts";
import { lintLetter, mayBeApproved } from "../../src/templates/lint.ts";
import { openPlace, sayDays, sayMonth, sayNames, sayPastDay } from "../../src/templates/phrases.ts";
import { fitsVoice } from "../../src/templates/register.ts";
import { renderLetter, type Written } from "../../src/templates/render.ts";
import { sayTalk } from "../../src/templates/say-talk.ts";
import { readTemplate, TemplateError } from "../../src/templates/template.ts";
import { sentencesOf } from "../../src/templates/words.ts";
import { alwaysKnown, occasionalFacts, occasionalOf } from "./known-facts.ts";

type Case = { kind: LetterKind; voice: Voice; locale: Locale };
const cases: Case[] = locales.flatMap((locale) =>
  voices.flatMap((voice) =>
    letterKinds.filter((kind) => isWrittenIn(kind, voice)).map((kind) => ({ kind, voice, locale })),
  ),
);
const people = Array.from({ length: 12 }, (_, number) => `person-${number}`);

function letter({ kind, voice, locale }: Case, facts: LetterFacts, seed = "priya"): Written {
  const written = renderLetter({ kind, template: shippedTemplate(kind, voice, locale), facts, seed });
  if (written.kind === "refused") throw new Error(`refused: ${written.missing.join(", ")}`);
  return written;
}

const lint = ({ kind, locale }: Case, { letter }: Written, facts: LetterFacts) =>
  lintLetter(letter, {
    kind,
    locale,
    to: "priya@acme.example",
    greetingName: "Priya",
    ownerName: "Mara",
    times: catalogue[kind].times === "never" ? [] : (facts.times ?? []),
    specifics: specificsIn(kind, facts),
  });

/** What is always known of the kind, each occasional fact beside it, and everything at once. */
function variedFacts({ kind, locale }: Case): LetterFacts[] {
  const all = exampleFacts(locale);
  const least = alwaysKnown(kind, locale);
  const one = (name: keyof LetterFacts): LetterFacts => ({
    ...least,
    [name]: all[name],
    ...(name === "tripPlace" && all.tripWhen !== undefined && { tripWhen: all.tripWhen }),
  });
  return [least, ...[...occasionalFacts, ...occasionalOf(kind)].map(one), all];
}

test.each(cases)("$kind as $voice in $locale passes its own lint, whatever is known of the person", (one) => {
  const { kind, voice, locale } = one;
  const template = shippedTemplate(kind, voice, locale);
  // Words that were used come last, so that a few letters say all of them.
  const used = new Map<string, number>();
  for (const facts of variedFacts(one)) {
    for (const seed of people.slice(0, 5)) {
      const written = renderLetter({ kind, template, facts, seed, used });
      if (written.kind === "refused") throw new Error(`refused: ${written.missing.join(", ")}`);
      for (const id of written.variants) used.set(id, (used.get(id) ?? 0) + 1);
      expect(lint(one, written, facts), `${written.letter.subject}\n\n${written.letter.body}`).toEqual([]);
    }
  }
});

test.each(cases)("$kind as $voice in $locale reads like this", async (one) => {
  const letters = variedFacts(one).flatMap((facts, index) => {
    const { subject, body } = letter(one, facts, `person-${index}`).letter;
    return [`Subject: ${subject}\n\n${body}`];
  });
  const occasional = Math.max(1, occasionalOf(one.kind).length);
  const read = [letters[0], ...letters.slice(-1 - occasional)].join("\n-----\n\n");
  await expect(read).toMatchFileSnapshot(`golden/${one.locale}/${one.voice}/${one.kind}.txt`);
});

test.each(cases)("R26: $kind as $voice in $locale is not written when nothing is known", ({ kind, voice, locale }) => {
  const names = { greetingName: "Priya", ownerName: "Mara", fullName: "Priya Nair", ownerFullName: "Mara Lindqvist" };
  const template = shippedTemplate(kind, voice, locale);
  expect(renderLetter({ kind, template, facts: names, seed: "priya" })).toMatchObject({ kind: "refused" });
});

test("R26: the event and the topic stand in the letter; without facts the missing one is named", () => {
  const facts: LetterFacts = {
    greetingName: "Priya",
    ownerName: "Mara",
    topic: "hiring analysts",
    metWhen: "on Monday",
    talk: sayTalk({ kind: "meeting", title: "SaaStr Paris — drinks", isAlone: false, names: [] }, "en")!,
  };
  for (const seed of people) {
    const { body } = letter({ kind: "thank_you", voice: "business", locale: "en" }, facts, seed).letter;
    expect(body).toContain("SaaStr Paris drinks");
    expect(body).toContain("hiring analysts");
  }
  const template = shippedTemplate("thank_you", "business", "en");
  const bare = { greetingName: "Priya", ownerName: "Mara" };
  expect(renderLetter({ kind: "thank_you", template, facts: bare, seed: "" })).toEqual({
    kind: "refused",
    missing: ["talk"],
  });
});

test("R15: the connection note names the event and the reason in at most 200 characters, or in the limit set", () => {
  const long = {
    ...exampleFacts("en"),
    talk: "our talk at Data Platform Forum Halle Ost",
    topic: "moving from yearly to weekly planning in teams",
  };
  for (const facts of [alwaysKnown("connection_note", "en"), exampleFacts("en"), long]) {
    const { body } = letter({ kind: "connection_note", voice: "business", locale: "en" }, facts).letter;
    expect(body.trim().length).toBeLessThanOrEqual(200);
    expect(body).toContain(facts.talk);
    if (facts.topic !== undefined) expect(body).toContain(facts.topic);
  }
});

test("R20: a check-in without a give note offers nothing; with one it offers exactly that", () => {
  const business: Case = { kind: "check_in", voice: "business", locale: "en" };
  const least = alwaysKnown("check_in", "en");
  for (const seed of people) {
    expect(letter(business, least, seed).letter.body).not.toMatch(/offer|help|have something|for you:/i);
    expect(letter(business, { ...least, giveNote: "two names" }, seed).letter.body).toContain("two names");
  }
});

test("R29, R33: advice is asked for in ten minutes, with the admiration, and never of a friend", () => {
  const facts = { ...alwaysKnown("advice_call", "en"), minutes: 10 };
  const { body } = letter({ kind: "advice_call", voice: "business", locale: "en" }, facts).letter;
  expect(body).toContain("10 minutes");
  expect(body).toContain(facts.admiration);
  const { admiration: _, ...without } = facts;
  const template = shippedTemplate("advice_call", "business", "en");
  expect(renderLetter({ kind: "advice_call", template, facts: without, seed: "" })).toMatchObject({
    kind: "refused",
    missing: ["admiration"],
  });
  expect(isWrittenIn("advice_call", "friend")).toBe(false);
});

test("R21: a reminder keeps the subject of its thread; the last one asks nothing", () => {
  for (const voice of voices) {
    const facts = alwaysKnown("nudge", "en");
    expect(letter({ kind: "nudge", voice, locale: "en" }, facts).letter.subject).toBe("Re: Coffee together?");
    const closing = letter({ kind: "closing_note", voice, locale: "en" }, { ...facts, threadSubject: "RE: Lunch?" });
    expect(closing.letter.subject).toBe("RE: Lunch?");
    expect(closing.letter.body).not.toContain("?");
  }
});

test("R3: an open question is shown before anything that is known, and cannot be approved", () => {
  const facts = { ...exampleFacts("en"), topic: openQuestionMark };
  for (const kind of ["thank_you", "check_in", "coffee"] as const) {
    const one: Case = { kind, voice: "business", locale: "en" };
    const written = letter(one, facts);
    expect(written.letter.body).toContain(openQuestionMark);
    expect(mayBeApproved(lint(one, written, facts))).toBe(false);
  }
});

describe("which of its words a letter takes", () => {
  const coffee: Case = { kind: "coffee", voice: "business", locale: "en" };
  const template = shippedTemplate("coffee", "business", "en");
  const facts = alwaysKnown("coffee", "en");
  const render = (more: { used?: ReadonlyMap<string, number>; kept?: ReadonlySet<string>; facts?: LetterFacts }) => {
    const written = renderLetter({ kind: "coffee", template, facts, seed: "priya", ...more });
    if (written.kind === "refused") throw new Error("refused");
    return written;
  };

  test("the same person and facts give the same letter; other people get other words", () => {
    expect(letter(coffee, facts, "priya")).toEqual(letter(coffee, facts, "priya"));
    expect(new Set(people.map((seed) => letter(coffee, facts, seed).variants[1])).size).toBeGreaterThanOrEqual(4);
  });

  test("words that others read lately come last, and the letter that stands keeps its own", () => {
    const first = render({});
    const used = new Map(first.variants.map((id) => [id, 1]));
    const second = render({ used });
    const greeting = template.get("greeting")!.map(({ id }) => id);
    expect(second.variants.filter((id) => used.has(id))).toEqual(greeting);
    expect(render({ used, kept: new Set(first.variants) })).toEqual(first);
  });

  test("what tells more about the person goes first, and is said once", () => {
    const { myPromise, topic } = exampleFacts("en");
    const both = render({ facts: { ...facts, myPromise: myPromise!, topic: topic! } }).letter;
    expect(both.body).toContain(myPromise);
    expect(both.body).not.toContain(topic);
  });

  test("what may be left out goes when the letter grows too long", () => {
    const giveNote = Array.from({ length: 90 }, () => "word").join(" ");
    const check: Case = { kind: "check_in", voice: "business", locale: "en" };
    expect(letter(check, { ...alwaysKnown("check_in", "en"), giveNote }).letter.body).not.toContain("word");
  });
});

describe("the catalogue", () => {
  test.each(cases)("$kind as $voice in $locale has at least four ways to begin and four to ask", (one) => {
    const { kind, voice, locale } = one;
    const template = shippedTemplate(kind, voice, locale);
    const known = Object.keys(alwaysKnown(kind, locale));
    const plain = (name: "subject" | "opening" | "ask") =>
      (template.get(name) ?? []).filter(({ needs }) => needs.every((word) => known.includes(word))).length;
    expect(plain("opening")).toBeGreaterThanOrEqual(4);
    if (catalogue[kind].ask !== "none") expect(plain("ask")).toBeGreaterThanOrEqual(4);
    if (catalogue[kind].subject === "own") expect(plain("subject")).toBeGreaterThanOrEqual(4);
  });

  test.each(locales)("no sentence stands in two letters of %s", (locale) => {
    const where = new Map<string, string>();
    for (const voice of voices) {
      for (const kind of ["frame", ...letterKinds] as const) {
        if (kind !== "frame" && !isWrittenIn(kind, voice)) continue;
        for (const [section, variants] of readTemplate(kind, letterText(kind, voice, locale))) {
          if (section === "subject" || section === "greeting" || section === "signoff") continue;
          for (const sentence of variants.flatMap(({ source }) => sentencesOf(source))) {
            const here = `${voice}/${kind}`;
            expect(where.get(sentence) ?? here, sentence).toBe(here);
            where.set(sentence, here);
          }
        }
      }
    }
  });

  test("no shipped letter asks anything of a block: each variant says what it needs", () => {
    for (const { kind, voice, locale } of cases) {
      for (const variants of shippedTemplate(kind, voice, locale).values()) {
        for (const { needs, uses } of variants) expect(uses).toEqual(needs);
      }
    }
  });
});

describe("an owner's own version", () => {
  const body = (more = "") =>
    `--- subject\nCoffee?\n--- opening\nI liked {{talk}}.\n--- ask\nA coffee {{place}}?\n${more}`;

  test("may ask whether a word is known", () => {
    const own = body("--- middle\nTell me{{#if topic}} about {{topic}}{{else}} more{{/if}}.\n");
    const variant = readTemplate("coffee", own).get("middle")![0]!;
    expect(variant).toMatchObject({ needs: [], uses: ["topic"], line: 8 });
    expect(variant.say({})).toBe("Tell me more.");
    expect(variant.say({ topic: "hiring" })).toBe("Tell me about hiring.");
  });

  test.each<{ text: string; says: RegExp }>([
    { text: "", says: /line 1: the template is empty/ },
    { text: "Hello\n--- subject\nx", says: /line 1: begin with a line/ },
    { text: body("--- hello\nx\n"), says: /line 7: there is no section "hello"/ },
    { text: body("--- middle\n\n"), says: /middle, line 8: the section is empty/ },
    { text: body("--- middle\nx\ny {{topic\n"), says: /middle, line 9: it cannot be read/ },
    { text: body("--- middle\n{{#if topic}}x\n"), says: /middle, line \d+: it cannot be read/ },
    { text: body("--- middle\nx\n{{{topic}}}\n"), says: /middle, line 9: three braces/ },
    { text: body("--- middle\n{{companyName}}\n"), says: /middle, line 8: \{\{companyName\}\} is not known/ },
    { text: body("--- middle\n{{constructor}}\n"), says: /is not known/ },
    { text: body("--- middle\n{{lookup this 'constructor'}}\n"), says: /unknown helper/ },
    { text: body("--- middle\n{{#with topic}}x{{/with}}\n"), says: /unknown block with/ },
    { text: body("--- middle\n{{#if topic talk}}x{{/if}}\n"), says: /exactly one word/ },
    { text: body("--- middle\n{{#if topic}}{{talk.length}}{{/if}}\n"), says: /is not a word/ },
    { text: body("--- middle\n{{> partial}}\n"), says: /not allowed/ },
    { text: body("--- middle\n{{* decorator}}\n"), says: /not allowed|cannot be read/ },
    { text: body("--- middle\n{{../topic}}\n"), says: /is not a word/ },
    { text: body("--- middle\n{{@root.topic}}\n"), says: /is not a word/ },
    { text: body("--- offer\nx\n"), says: /offer, line 7: .* has no offer/ },
    { text: body("--- ask\nA coffee?\n"), says: /ask, line 8: .* always says \{\{place\}\}/ },
    { text: body().replace("--- opening\nI liked {{talk}}.\n", ""), says: /no line --- opening/ },
    { text: body("x".repeat(1_000_000)), says: /bytes; at most/ },
    { text: body("--- middle\nx\n".repeat(300)), says: /parts; at most/ },
  ])("is refused with the place: $says", ({ text, says }) => {
    expect(() => readTemplate("coffee", text)).toThrow(TemplateError);
    expect(() => readTemplate("coffee", text)).toThrow(says);
  });

  test("knows the words of its kind, and the names", () => {
    for (const kind of letterKinds) {
      const { needs, may, needsOneOf } = catalogue[kind];
      expect([...needs, ...may, ...needsOneOf]).not.toContain("times");
      expect(
        namesKnown.some((name) => may.includes(name)),
        kind,
      ).toBe(kind === "introduction");
    }
  });
});

describe("what the two have in common", () => {
  const alone = { isAlone: true, names: ["Tomás", "Tomás Ibarra", "Mara"] };
  test.each<{ title: string; place?: string; isAlone?: boolean; locale: Locale; said: string }>([
    { title: "SaaStr Paris — drinks", isAlone: false, locale: "en", said: "our talk at SaaStr Paris drinks" },
    {
      title: "Coffee: Mara / Tomás",
      place: "Café Lignes, 14 rue des Martyrs",
      locale: "en",
      said: "our coffee at Café Lignes",
    },
    { title: "Lunch", place: "12 High Street", locale: "en", said: "our lunch" },
    { title: "Intro call: Kaveri / Nordlys", locale: "en", said: "our call" },
    {
      title: "Breakfast with Brightwater",
      place: "The Copper Room, London",
      locale: "en",
      said: "our breakfast at The Copper Room",
    },
    { title: "Intro by Sam", locale: "en", said: "our talk" },
    { title: "Data Platform Forum", locale: "en", said: "our talk at Data Platform Forum" },
    { title: "Founders' breakfast", isAlone: false, locale: "en", said: "our talk at Founders' breakfast" },
    { title: "Déjeuner avec Tomás", locale: "fr", said: "notre déjeuner" },
    { title: "Assurtech Lyon", isAlone: false, locale: "fr", said: 'notre échange lors de "Assurtech Lyon"' },
    { title: "Kaffee mit Mara", locale: "de", said: "unser Gespräch beim Kaffee" },
    { title: "Krankenhaus Digital", isAlone: false, locale: "de", said: 'unser Gespräch bei "Krankenhaus Digital"' },
    { title: "Llamada con Mara", locale: "es", said: "nuestra llamada" },
  ])("$title is $said", ({ title, place, isAlone, locale, said }) => {
    const shared = { kind: "meeting" as const, title, ...alone, ...(place !== undefined && { place }) };
    expect(sayTalk({ ...shared, ...(isAlone !== undefined && { isAlone }) }, locale)).toBe(said);
  });

  test("by mail alone it is the first subject, and nothing without one", () => {
    expect(sayTalk({ kind: "mail", subject: "Re: Fwd: Workshop in May." }, "en")).toBe(
      'our mails about "Workshop in May"',
    );
    expect(sayTalk({ kind: "mail", subject: "Re:" }, "en")).toBeUndefined();
    expect(sayTalk({ kind: "mail" }, "de")).toBeUndefined();
  });
});

const today = "2026-11-22" as PlainDate;
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

test.each<{ from: string; until: string; locale: Locale; said: string }>([
  { from: "2026-12-01", until: "2026-12-03", locale: "en", said: "from 1 to 3 December" },
  { from: "2026-12-01", until: "2026-12-03", locale: "fr", said: "du 1er au 3 décembre" },
  { from: "2026-11-30", until: "2026-12-01", locale: "fr", said: "du 30 novembre au 1er décembre" },
  { from: "2026-12-01", until: "2026-12-03", locale: "de", said: "vom 1. bis 3. Dezember" },
  { from: "2026-11-30", until: "2026-12-02", locale: "es", said: "del 30 de noviembre al 2 de diciembre" },
  { from: "2026-12-01", until: "2026-12-01", locale: "en", said: "on 1 December" },
])("$from to $until is said $said", ({ from, until, locale, said }) => {
  expect(sayDays(from as PlainDate, until as PlainDate, locale)).toBe(said);
});

test.each<{ text: string; locale: Locale; voice: Voice; fits: boolean }>([
  { text: "vous envoyer la liste", locale: "fr", voice: "business", fits: true },
  { text: "vous envoyer la liste", locale: "fr", voice: "friend", fits: false },
  { text: "t'envoyer la liste", locale: "fr", voice: "business", fits: false },
  { text: "envoyer la liste", locale: "fr", voice: "business", fits: true },
  { text: "Sie mit Sami bekannt machen", locale: "de", voice: "friend", fits: false },
  { text: "dich mit Sami bekannt machen", locale: "de", voice: "business", fits: false },
  { text: "die Folien schicken, wenn sie fertig sind", locale: "de", voice: "friend", fits: true },
  { text: "ponerle en contacto con Sami", locale: "es", voice: "friend", fits: false },
  { text: "enviarte la lista", locale: "es", voice: "business", fits: false },
  { text: "la parte del arte", locale: "es", voice: "business", fits: true },
  { text: "send you the deck", locale: "en", voice: "friend", fits: true },
])("'$text' fits a $voice letter in $locale: $fits", ({ text, locale, voice, fits }) => {
  expect(fitsVoice(text, locale, voice)).toBe(fits);
});

test("months, names and open places are said in the language and the voice", () => {
  expect(sayMonth("2026-03-02" as PlainDate, today, "en")).toBe("in March");
  expect(sayMonth("2025-03-02" as PlainDate, today, "de")).toBe("im März 2025");
  expect(sayNames(["Sam", "Nadia", "Tomás"], "es")).toBe("Sam, Nadia y Tomás");
  expect(openPlace("de", "friend", "Lyon")).toBe("in Lyon an einem Ort deiner Wahl");
});

test.each(cases)("$kind as $voice in $locale promises nothing in the owner's name", (one) => {
  const template = shippedTemplate(one.kind, one.voice, one.locale);
  // What they said that they would do, and what they have to offer, is theirs to promise.
  const {
    myPromise: _,
    giveNote: __,
    ...facts
  } = { ...exampleFacts(one.locale), ...alwaysKnown(one.kind, one.locale) };
  for (const seed of people) {
    const written = renderLetter({ kind: one.kind, template, facts, seed });
    if (written.kind === "refused") throw new Error(`refused: ${written.missing.join(", ")}`);
    const found = readFacts({
      text: written.letter.body,
      language: one.locale,
      writtenOn: "2026-11-20" as PlainDate,
      saidBy: "owner",
      knownNames: new Set(),
    });
    const promised = found.filter(({ kind }) => kind === "promise").map(({ quote }) => quote);
    expect(promised, written.letter.body).toEqual([]);
  }
});
