/** Prints letters: the kinds there are, the words of one kind, or a sample to the people of the sandbox to read aloud. */
import { sampleLetters, sentenceCounts, sentencesOfOnePerson } from "../sample-letters.ts";
import { catalogue, isWrittenIn, letterKinds, locales, voices } from "../templates/catalogue.ts";
import { letterText } from "../templates/letter-files.ts";
import { oneOf, printJson, printTable, readArgs, UsageError, wholeNumber } from "./usage.ts";

export const about = "the letters: their kinds, their words, and a sample to read aloud";

const usage = `Usage: npm run rapport -- letters [KIND] [--locale en] [--voice business]
       npm run rapport -- letters --sample N [--seed S] [--locale en]

Without anything: the kinds of letters and what each is held to. With a kind: its words as they stand in the file, section
by section. With --sample: so many letters to the invented people of the sample, each in their language or all in one.

  --locale L   en, fr, de or es
  --voice V    business or friend
  --sample N   1 to 500 letters
  --seed S     another number gives other letters; the same number the same (1)
  --json       for machines`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, {
    locale: { type: "string" },
    voice: { type: "string" },
    sample: { type: "string" },
    seed: { type: "string" },
    json: { type: "boolean", default: false },
  });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const locale = values.locale === undefined ? undefined : oneOf("--locale", values.locale, locales);
  if (positionals.length > 1) throw new UsageError(`One kind at a time.\n\n${usage}`);
  if (values.sample !== undefined) {
    const count = wholeNumber("--sample", values.sample, 60, [1, 500]);
    const seed = wholeNumber("--seed", values.seed, 1, [0, 999_999_999]);
    return printSample(sampleLetters(seed, count, locale), values.json);
  }
  const [name] = positionals;
  if (name === undefined) return printKinds(values.json);
  const kind = oneOf("KIND", name, letterKinds);
  const voice = oneOf("--voice", values.voice ?? "business", voices);
  if (!isWrittenIn(kind, voice)) throw new UsageError(`A friend is never sent a letter of the kind ${kind}.`);
  const text = letterText(kind, voice, locale ?? "en");
  if (values.json) printJson({ kind, voice, locale: locale ?? "en", text });
  else process.stdout.write(text);
  return 0;
}

function printSample(letters: ReturnType<typeof sampleLetters>, json: boolean): number {
  const [most] = sentenceCounts(letters);
  const withOwn = letters.filter((one) => sentencesOfOnePerson(one, letters).length > 0).length;
  if (json) {
    printJson({
      letters: letters.map(({ to, kind, voice, language, letter, findings }) => ({
        to,
        kind,
        voice,
        locale: language,
        ...letter,
        findings,
      })),
      withSentenceOfOnePerson: withOwn,
      mostFrequentSentence: most,
    });
    return 0;
  }
  for (const [index, { to, kind, voice, language, letter, findings }] of letters.entries()) {
    console.log(`${"=".repeat(72)}\n${index + 1}. ${kind} to ${to} (${voice}, ${language})\n`);
    if (letter.subject !== "") console.log(`Subject: ${letter.subject}\n`);
    console.log(letter.body);
    for (const { rule, message } of findings) console.log(`  ! ${rule}: ${message}`);
  }
  console.log("=".repeat(72));
  console.log(`${letters.length} letters; ${withOwn} of them say something that is true of one person only.`);
  if (most !== undefined) console.log(`The most frequent sentence stands in ${most.letters}: "${most.sentence}"`);
  return 0;
}

function printKinds(json: boolean): number {
  const kinds = letterKinds.map((kind) => {
    const { words, charactersMax, ask, questions, times, subject, linksMax, needs } = catalogue[kind];
    const voicesOfKind = voices.filter((voice) => isWrittenIn(kind, voice));
    return { kind, voices: voicesOfKind, words, charactersMax, ask, questions, times, subject, linksMax, needs };
  });
  if (json) printJson({ kinds });
  else {
    printTable([
      ["kind", "words", "ask", "questions", "times", "subject", "links", "needs"],
      ...kinds.map(({ kind, words, charactersMax, ask, questions, times, subject, linksMax, needs }) => [
        kind,
        charactersMax === undefined ? `${words.min}-${words.max}` : `${charactersMax} characters`,
        ask,
        `${questions.min}-${questions.max}`,
        times,
        subject,
        `${linksMax}`,
        needs.join(", "),
      ]),
    ]);
  }
  return 0;
}
