/** Numbers as they are spelled, from 1 to 59, and ordinals from 1 to 31, in four languages; lower case. */
import type { Language } from "../mail/language.ts";

type Numbers = Readonly<Record<string, number>>;

const counted = (words: string, from = 1): [string, number][] =>
  words.split(" ").map((word, index) => [word, from + index]);

/** "twenty", "twenty-one" … from tens and ones, as the language joins them. */
const compounds = (
  tens: readonly (readonly [string, number])[],
  join: (ten: string, one: number) => readonly string[],
) =>
  tens.flatMap(([ten, value]) => [
    [ten, value] as [string, number],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) =>
      join(ten, digit).map((word): [string, number] => [word, value + digit]),
    ),
  ]);

const english = counted(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const german = counted(
  "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
);
const french = counted(
  "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
);
const spanish = counted(
  "una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
);
const digitIn = (words: readonly (readonly [string, number])[], digit: number) =>
  words.find(([, value]) => value === digit)?.[0] ?? "";

export const numbers: Readonly<Record<Language, Numbers>> = {
  en: Object.fromEntries([
    ...english,
    ...compounds(
      [
        ["twenty", 20],
        ["thirty", 30],
        ["forty", 40],
        ["fifty", 50],
      ],
      (ten, one) => [`${ten}-${digitIn(english, one)}`, `${ten} ${digitIn(english, one)}`],
    ),
  ]),
  de: Object.fromEntries([
    ...german,
    ["ein", 1],
    ...compounds(
      [
        ["zwanzig", 20],
        ["dreißig", 30],
        ["vierzig", 40],
        ["fünfzig", 50],
      ],
      (ten, one) => [`${one === 1 ? "ein" : digitIn(german, one)}und${ten}`],
    ),
  ]),
  fr: Object.fromEntries([
    ...french,
    ...compounds(
      [
        ["vingt", 20],
        ["trente", 30],
        ["quarante", 40],
        ["cinquante", 50],
      ],
      (ten, one) =>
        one === 1
          ? [`${ten} et une`, `${ten} et un`]
          : [`${ten}-${digitIn(french, one)}`, `${ten} ${digitIn(french, one)}`],
    ),
  ]),
  es: Object.fromEntries([
    ...spanish,
    ...compounds(
      [
        ["treinta", 30],
        ["cuarenta", 40],
        ["cincuenta", 50],
      ],
      (ten, one) => [`${ten} y ${digitIn(spanish, one)}`],
    ),
  ]),
};

const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length).join("|");

/** The spelled numbers of a language from `least` to `most` as a pattern, longest first. */
export const spelled = (language: Language, most: number, least = 1): string =>
  longestFirst(
    Object.entries(numbers[language])
      .filter(([, value]) => least <= value && value <= most)
      .map(([word]) => word),
  );

/** What figures or a spelled number say; undefined for other words. */
export const numberSaid = (language: Language, word: string): number | undefined =>
  /^\d{1,2}$/.test(word) ? Number(word) : numbers[language][word];

const englishOrdinals: [string, number][] = [
  ...counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  ),
  ["thirtieth", 30],
  ...counted("first second third fourth fifth sixth seventh eighth ninth").flatMap(
    ([word, value]): [string, number][] => [
      [`twenty-${word}`, 20 + value],
      [`twenty ${word}`, 20 + value],
    ],
  ),
  ["thirty-first", 31],
  ["thirty first", 31],
];
const germanOrdinals = Object.entries(numbers.de)
  .filter(([word, value]) => value <= 31 && word !== "ein")
  .flatMap(([word, value]): [string, number][] => {
    const irregular: Readonly<Record<number, string>> = { 1: "erst", 3: "dritt", 7: "siebt", 8: "acht" };
    const stem = irregular[value] ?? `${word}${value >= 20 ? "st" : "t"}`;
    return ["e", "en", "er"].map((ending) => [`${stem}${ending}`, value]);
  });

/** Days of the month as they are spelled: "the twenty-fourth", "am dritten", "le premier", "el uno", "el veinticuatro". */
export const ordinals: Readonly<Record<Language, Numbers>> = {
  en: Object.fromEntries(englishOrdinals),
  de: Object.fromEntries(germanOrdinals),
  fr: Object.fromEntries([
    ...Object.entries(numbers.fr).filter(([word, value]) => value <= 31 && word !== "une"),
    ["premier", 1],
  ]),
  es: Object.fromEntries([
    ...Object.entries(numbers.es).filter(([word, value]) => value <= 31 && word !== "una"),
    ["uno", 1],
    ["primero", 1],
    ["veintiuno", 21],
    ["treinta y uno", 31],
  ]),
};
export const spelledOrdinals = (language: Language): string => longestFirst(Object.keys(ordinals[language]));
