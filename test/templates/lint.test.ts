/** What letters are held to (requirements §4): each rule found where it is broken, with the sentence at fault, and nowhere else. */
import { describe, expect, test } from "vitest";
import { type LetterKind, type Locale, openQuestionMark } from "../../src/templates/catalogue.ts";
import { type LintContext, lintLetter, mayBeApproved } from "../../src/templates/lint.ts";
import { readingGrade } from "../../src/templates/reading-grade.ts";
import { similarity, WrittenParagraphs } from "../../src/templates/similarity.ts";
import { countWords, sentencesOf } from "../../src/templates/words.ts";

const good =
  "Thank you for our talk at SaaStr Paris drinks on Monday. I am still thinking about hiring analysts. If a name would help you, tell me.";
const times = ["Tue 24: 9:00-10:00 or 12:00-17:30"];

const letterOf = (middle: string, subject = "Our talk") => ({
  subject,
  body: `Hi Priya,\n\n${middle}\n\nBest,\nMara\n`,
});
const context = (more: Partial<LintContext> = {}): LintContext => ({
  kind: "thank_you",
  locale: "en",
  to: "priya.nair@acme.example",
  greetingName: "Priya",
  ownerName: "Mara",
  times: [],
  ...more,
});
const found = (middle: string, more: Partial<LintContext> = {}, subject?: string) =>
  lintLetter(letterOf(middle, subject), context(more));
const rules = (middle: string, more: Partial<LintContext> = {}, subject?: string) =>
  found(middle, more, subject).map(({ rule }) => rule);

test("a good letter has nothing to find", () => {
  expect(found(good, { specifics: ["hiring analysts"], readersMinute: 9 * 60 })).toEqual([]);
});

describe("openers and fillers that say nothing, in each language", () => {
  test.each([
    "I hope this finds you well.",
    "I hope you are doing well.",
    "I came across your profile.",
    "I just wanted to say hello.",
    "Just checking in on this.",
    "I am touching base about Monday.",
    "Circling back to our talk.",
    "I would like to add you to my network.",
    "May I pick your brain on this?",
    "Bumping this to the top.",
    "I am reaching out about Monday.",
    "J'espère que vous allez bien.",
    "Je me permets de vous écrire.",
    "Je voulais juste vous saluer.",
    "N'hésitez pas à me répondre.",
    "Ich hoffe, es geht Ihnen gut.",
    "Ich wollte nur kurz fragen.",
    "Darf ich kurz nachhaken?",
    "Espero que este correo le encuentre bien.",
    "Espero que estés bien.",
    "Solo quería saludar.",
  ])("%s", (sentence) => {
    expect(found(`${good} ${sentence}`)).toContainEqual(
      expect.objectContaining({ rule: "filler", weight: "refuse", sentence }),
    );
  });

  test.each([
    "I hope the move goes well for the team.",
    "I came over from Lyon.",
    "The network of the school is down.",
    "Ich hoffe auf den Frühling.",
    "Espero su respuesta.",
  ])("not: %s", (sentence) => {
    expect(rules(`${good} ${sentence}`)).not.toContain("filler");
  });
});

test.each<{ rule: string; weight: "refuse" | "warn"; sentence: string; kind?: LetterKind }>([
  { rule: "selling", weight: "refuse", sentence: "We have a limited offer for you." },
  { rule: "selling", weight: "refuse", sentence: "Our solution would fit." },
  { rule: "selling", weight: "refuse", sentence: "Nos produits vous plairont." },
  { rule: "selling", weight: "refuse", sentence: "Unser Produkt passt zu Ihnen." },
  { rule: "selling", weight: "refuse", sentence: "Le hago un descuento." },
  { rule: "open_question", weight: "refuse", sentence: `I thought of ${openQuestionMark} since.` },
  { rule: "braces", weight: "refuse", sentence: "I thought of {{topic}} since." },
  { rule: "exclamation", weight: "warn", sentence: "So good! Really good!" },
  { rule: "emoji", weight: "warn", sentence: "Good to see you 🙂." },
  { rule: "capitals", weight: "warn", sentence: "This is VERY IMPORTANT NEWS." },
  { rule: "typography", weight: "warn", sentence: "Good — really good." },
  { rule: "typography", weight: "warn", sentence: "You said “later”." },
  { rule: "links", weight: "refuse", sentence: "See https://a.example and https://b.example now." },
  { rule: "links", weight: "refuse", sentence: "See https://a.example now.", kind: "connection_note" },
  { rule: "shortener", weight: "refuse", sentence: "See https://bit.ly/abc now." },
  { rule: "company_suffix", weight: "warn", sentence: "How is it going at Acme Inc. these days?" },
  { rule: "company_suffix", weight: "warn", sentence: "Wie läuft es bei Spreewerk GmbH?" },
  { rule: "list_of_three", weight: "warn", sentence: "I can offer a name, a link or a second opinion." },
  { rule: "list_of_three", weight: "warn", sentence: "C'était clair, simple et utile." },
  { rule: "compliments", weight: "warn", sentence: "You were brilliant. Your slides were wonderful." },
  { rule: "someday", weight: "warn", sentence: "We could meet one of these days.", kind: "coffee" },
  { rule: "someday", weight: "warn", sentence: "Wir könnten uns irgendwann sehen.", kind: "coffee" },
  { rule: "someday", weight: "warn", sentence: "On pourrait se voir un de ces jours.", kind: "lunch" },
  { rule: "someday", weight: "warn", sentence: "Podríamos vernos algún día.", kind: "call" },
])("$rule: $sentence", ({ rule, weight, sentence, kind = "thank_you" }) => {
  const findings = found(`${good} ${sentence}`, { kind });
  expect(findings).toContainEqual(expect.objectContaining({ rule, weight }));
});

test.each<{ not: string; sentence: string; kind?: LetterKind }>([
  { not: "list_of_three", sentence: "I asked Sam, Nadia and Tomás." },
  { not: "list_of_three", sentence: "On Monday, you and I talked." },
  { not: "list_of_three", sentence: "It took long, and I am glad that we did it." },
  { not: "capitals", sentence: "We met at SXSW in Austin." },
  { not: "capitals", sentence: "The CEO of ACME was there." },
  { not: "company_suffix", sentence: "How is it going at Acme?" },
  { not: "compliments", sentence: "Your talk was wonderful." },
  { not: "someday", sentence: 'One of us wrote "we should meet one of these days".', kind: "coffee" },
  { not: "ask_many", sentence: 'You asked "who?" and "when?", and I owe you both.' },
  { not: "exclamation", sentence: "So good!" },
  { not: "shortener", sentence: "See https://bitly.example/abc now." },
])("no $not in: $sentence", ({ not, sentence, kind = "thank_you" }) => {
  expect(rules(`${good} ${sentence}`, { kind })).not.toContain(not);
});

test.each<{ subject: string; kind: LetterKind; rule: string | undefined }>([
  { subject: "", kind: "coffee", rule: "subject_empty" },
  { subject: "  ", kind: "nudge", rule: "subject_empty" },
  { subject: "", kind: "connection_note", rule: undefined },
  { subject: "A coffee with me next week perhaps", kind: "coffee", rule: "subject_words" },
  { subject: "x".repeat(60), kind: "coffee", rule: "subject_long" },
  { subject: "Re: A coffee with me next week perhaps", kind: "nudge", rule: undefined },
  { subject: "Coffee together?", kind: "coffee", rule: undefined },
])("the subject '$subject' of a $kind: $rule", ({ subject, kind, rule }) => {
  const about = rules(good, { kind, times }, subject).filter((one) => one.startsWith("subject"));
  expect(about).toEqual(rule === undefined ? [] : [rule]);
});

test.each<{ kind: LetterKind; marks: number; rule: string | undefined }>([
  { kind: "coffee", marks: 0, rule: "ask_missing" },
  { kind: "coffee", marks: 1, rule: undefined },
  { kind: "coffee", marks: 3, rule: "ask_many" },
  { kind: "check_in", marks: 2, rule: "ask_many" },
  { kind: "thank_you", marks: 0, rule: undefined },
  { kind: "after_decline", marks: 1, rule: "ask_many" },
])("a $kind with $marks questions: $rule", ({ kind, marks, rule }) => {
  const questions = Array.from({ length: marks }, (_, index) => `Is it number ${index}?`).join(" ");
  const about = rules(`${good} ${questions}`, { kind, times }).filter((one) => one.startsWith("ask"));
  expect(about).toEqual(rule === undefined ? [] : [rule]);
});

test.each<{ words: number; kind: LetterKind; rule: string | undefined }>([
  { words: 22, kind: "thank_you", rule: "short" },
  { words: 23, kind: "thank_you", rule: undefined },
  { words: 78, kind: "thank_you", rule: undefined },
  { words: 79, kind: "thank_you", rule: "long" },
  { words: 38, kind: "late_running", rule: undefined },
  { words: 39, kind: "late_running", rule: "long" },
])("$words words and the greeting in a $kind: $rule", ({ words, kind, rule }) => {
  const text = Array.from({ length: words }, () => "word").join(" ");
  const about = rules(`${text}.`, { kind }).filter((one) => one === "short" || one === "long");
  expect(about).toEqual(rule === undefined ? [] : [rule]);
});

test("times, greeting and sign-off are not counted as prose, and missing times are said", () => {
  const text = `${good} ${good} Shall we have a coffee?\n\n${times[0]}`;
  expect(rules(text, { kind: "coffee", times })).toEqual([]);
  expect(rules(`${good} ${good} Shall we have a coffee?`, { kind: "coffee" })).toEqual(["times_missing"]);
});

test("a note is counted in characters, in the limit that the network allows", () => {
  const note = { subject: "", body: "x".repeat(250) };
  const noteRules = (charactersMax?: number) =>
    lintLetter(note, context({ kind: "connection_note", ...(charactersMax !== undefined && { charactersMax }) })).map(
      ({ rule }) => rule,
    );
  expect(noteRules()).toContain("note_long");
  expect(noteRules(300)).not.toContain("note_long");
});

describe("who is greeted, and when", () => {
  test.each<{ greetingName?: string; body: string; rule: string | undefined }>([
    { greetingName: "Priya", body: `Hi Priya,\n\n${good}`, rule: undefined },
    { greetingName: "Priya", body: `Hello there,\n\n${good}`, rule: "greeting" },
    { greetingName: "priya.nair", body: `Hi priya.nair,\n\n${good}`, rule: "greeting" },
    { body: `Hi Priya,\n\n${good}`, rule: "greeting" },
  ])("$greetingName: $body", ({ greetingName, body, rule }) => {
    const { greetingName: _, ...nobody } = context();
    const findings = lintLetter(
      { subject: "Our talk", body },
      { ...nobody, ...(greetingName !== undefined && { greetingName }) },
    ).map((one) => one.rule);
    expect(findings.filter((one) => one === "greeting")).toEqual(rule === undefined ? [] : [rule]);
  });

  test.each<{ greeting: string; hour: number; rule: string | undefined }>([
    { greeting: "Good morning Priya,", hour: 9, rule: undefined },
    { greeting: "Good morning Priya,", hour: 12, rule: "greeting_time" },
    { greeting: "Good afternoon Priya,", hour: 9, rule: "greeting_time" },
    { greeting: "Bonsoir Priya,", hour: 10, rule: "greeting_time" },
    { greeting: "Guten Abend Priya,", hour: 18, rule: undefined },
    { greeting: "Buenos días, Priya:", hour: 13, rule: undefined },
    { greeting: "Buenas tardes, Priya:", hour: 9, rule: "greeting_time" },
    { greeting: "Bonjour Priya,", hour: 22, rule: undefined },
  ])("$greeting at $hour o'clock there: $rule", ({ greeting, hour, rule }) => {
    const findings = lintLetter(
      { subject: "Our talk", body: `${greeting}\n\n${good}\n\nMara` },
      context({ readersMinute: hour * 60 }),
    ).map((one) => one.rule);
    expect(findings).toEqual(rule === undefined ? [] : [rule]);
  });

  test("a letter is signed once", () => {
    const body = `Hi Priya,\n\n${good}\n\nBest,\nMara\n\nMara Lind\n`;
    expect(lintLetter({ subject: "Our talk", body }, context()).map(({ rule }) => rule)).toContain("signature_twice");
    expect(rules(`${good}\n\nMara asked me to write.`)).not.toContain("signature_twice");
  });
});

describe("true of one person", () => {
  test.each<{ specifics: string[]; rule: string | undefined }>([
    { specifics: [], rule: "no_specific" },
    { specifics: ["the harbour project"], rule: "no_specific" },
    { specifics: ["the harbour project", "hiring analysts"], rule: undefined },
    { specifics: ["our talk at the Paris drinks of SaaStr"], rule: undefined },
  ])("known: $specifics", ({ specifics, rule }) => {
    expect(rules(good, { specifics })).toEqual(rule === undefined ? [] : [rule]);
    expect(mayBeApproved(found(good, { specifics }))).toBe(rule === undefined);
  });

  test("nearly the same paragraph to somebody else is named, to the same person it is not", () => {
    const written = new WrittenParagraphs();
    written.add({ id: "sam", name: "Sam Okafor" }, good.replace("Monday", "Tuesday"));
    written.add({ id: "priya", name: "Priya Nair" }, good);
    const alsoWrittenTo = (paragraph: string, over: number) => written.alike(paragraph, over, "priya");
    expect(found(good, { alsoWrittenTo })).toMatchObject([
      { rule: "same_paragraph", weight: "warn", message: expect.stringContaining("Sam Okafor"), sentence: good },
    ]);
    expect(
      rules(`${good} A wholly different second half follows here, about the harbour and its cranes.`, {
        alsoWrittenTo,
      }),
    ).toEqual([]);
  });

  test("what they had before, word for word, is not sent again", () => {
    const isReadBefore = (body: string) => body.includes(good) && !body.includes("One more thing");
    expect(found(good, { isReadBefore })).toMatchObject([{ rule: "same_letter", weight: "refuse" }]);
    expect(rules(`${good} One more thing.`, { isReadBefore })).toEqual([]);
  });

  test.each<{ one: string; other: string; share: number }>([
    { one: "a b c d e", other: "a b c d e", share: 1 },
    { one: "a b c d e", other: "a b c d f", share: 0.75 },
    { one: "a b c", other: "d e f", share: 0 },
    { one: "", other: "", share: 0 },
  ])("$one / $other: $share", ({ one, other, share }) => {
    expect(similarity(one, other)).toBe(share);
  });
});

describe("how hard it reads", () => {
  const plain: Readonly<Record<Locale, string>> = {
    en: "Thank you for the talk. I liked it a lot. We had a good time and I will write to you soon. Tell me how it goes with the new job. I want to hear all of it. See you in the new year.",
    fr: "Merci pour la visite. Le soir est doux et le lac est calme. Nous avons bu du vin et parlé de la mer. Dis-moi si tu vas bien. Je pense à toi et à ta belle ville. On se voit bien vite, je le sais.",
    de: "Danke für den Abend. Es war schön bei dir. Wir haben gut gegessen und viel gelacht. Sag mir, wie es dir geht. Ich denke oft an den See und an das Haus. Komm doch bald mal zu uns an die Spree, wenn du magst. Ich bin fast immer da, und der Kaffee ist gut.",
    es: "Gracias por la cena. Fue muy buena y el pan era rico. Me gustó ver tu casa y el mar. Dime si vas bien con la obra. Yo sigo con lo de siempre y con los niños. Ven a vernos pronto y trae a tu hijo.",
  };
  const hard: Readonly<Record<Locale, string>> = {
    en: "Notwithstanding considerable organisational difficulties, the aforementioned interdisciplinary committee unanimously recommended the implementation of comprehensive administrative restructuring, necessitating additional consultation with representatives of international regulatory authorities, whose participation remains indispensable for establishing internationally harmonised documentation requirements throughout the organisation and affiliated subsidiaries.",
    fr: "Nonobstant d'importantes difficultés organisationnelles, la commission interdisciplinaire susmentionnée recommande unanimement l'implémentation d'une restructuration administrative approfondie, nécessitant des consultations supplémentaires auprès des représentants des autorités internationales de réglementation, dont la participation demeure indispensable à l'établissement d'exigences documentaires harmonisées internationalement au sein de l'organisation.",
    de: "Unbeschadet erheblicher organisatorischer Schwierigkeiten empfahl die vorgenannte interdisziplinäre Arbeitsgruppe einstimmig die Durchführung umfassender verwaltungsrechtlicher Umstrukturierungsmaßnahmen, welche zusätzliche Abstimmungen mit Vertreterinnen internationaler Regulierungsbehörden erforderlich machen, deren Beteiligung für die Vereinheitlichung grenzüberschreitender Dokumentationsanforderungen innerhalb der Gesamtorganisation einschließlich aller Tochtergesellschaften unverzichtbar bleibt, sofern keine anderslautenden behördlichen Zustimmungserklärungen sämtlicher Aufsichtsgremien rechtzeitig übermittelt beziehungsweise nachgereicht werden.",
    es: "No obstante considerables dificultades organizativas, la susodicha comisión interdisciplinaria recomendó unánimemente la implementación de una reestructuración administrativa exhaustiva, necesitando consultas adicionales con representantes de autoridades reguladoras internacionales, cuya participación permanece indispensable para establecer requisitos documentales internacionalmente armonizados en toda la organización.",
  };
  test.each(["en", "fr", "de", "es"] as const)(
    "plain words of %s are told from hard ones, and three words from neither",
    (locale) => {
      expect(readingGrade(plain[locale], locale)).toBeLessThanOrEqual(6);
      expect(readingGrade(hard[locale], locale)).toBeGreaterThan(10);
      expect(readingGrade("Thank you all.", locale)).toBeUndefined();
      expect(rules(hard[locale], { locale })).toContain("reading_grade");
    },
  );
});

test.each<{ text: string; sentences: number }>([
  { text: 'You asked "who owns it?" and I know. Do you?', sentences: 2 },
  { text: "Wir sehen uns am 3. Mai. Bis dann.", sentences: 2 },
  { text: "One. Two! Three?", sentences: 3 },
  { text: "A line\nanother line", sentences: 2 },
  { text: "¿Qué tal? ¿Un café?", sentences: 2 },
])("$text has $sentences sentences", ({ text, sentences }) => {
  expect(sentencesOf(text)).toHaveLength(sentences);
});

test("words are counted as they are read", () => {
  expect(countWords("J'ai vu l'e-mail de 9:30, non ?")).toBe(7);
});
