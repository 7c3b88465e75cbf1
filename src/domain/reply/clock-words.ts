/** Hours said in words, written in figures first, so that one reader of clock times serves all languages. */
import type { Language } from "../mail/language.ts";

const numbers: Readonly<Record<Language, readonly string[]>> = {
  en: "one two three four five six seven eight nine ten eleven twelve".split(" "),
  de: "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  fr: "une deux trois quatre cinq six sept huit neuf dix onze douze".split(" "),
  es: "una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" "),
};
const frenchTens: Readonly<Record<string, number>> = {
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  "dix-sept": 17,
  "dix-huit": 18,
  "dix-neuf": 19,
  vingt: 20,
};

const numberSaid = (language: Language, word: string): number | undefined => {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const at = numbers[language].indexOf(word === "ein" ? "eins" : word);
  return at >= 0 ? at + 1 : language === "fr" ? frenchTens[word] : undefined;
};

const clock = (hour: number, minute: number): string => {
  const all = (hour * 60 + minute + 720) % 720;
  const hours =
    hour > 12 ? Math.floor((hour * 60 + minute) / 60) : Math.floor(all / 60) === 0 ? 12 : Math.floor(all / 60);
  return `${hours}:${String(((minute % 60) + 60) % 60).padStart(2, "0")}`;
};

type Rule = { find: RegExp; minute: (found: Readonly<Record<string, string | undefined>>) => number };
const anyNumber = (language: Language) =>
  `(?<hour>\\d{1,2}|${numbers[language].join("|")}${language === "fr" ? `|${Object.keys(frenchTens).join("|")}` : ""}${language === "de" ? "|ein" : ""})`;
const rule = (language: Language, source: string, minute: number): Rule => ({
  find: new RegExp(`(?<![\\p{L}\\d])${source.replace("#", anyNumber(language))}(?![\\p{L}\\d:])`, "gu"),
  minute: () => minute,
});

const rules: Readonly<Record<Language, readonly Rule[]>> = {
  en: [
    rule("en", "half past #", 30),
    rule("en", "half #(?= |$|,|\\.)", 30),
    rule("en", "(?:a )?quarter past #", 15),
    rule("en", "(?:a )?quarter (?:to|before) #", -15),
    rule("en", "ten past #", 10),
    rule("en", "twenty past #", 20),
    rule("en", "ten to #", -10),
  ],
  de: [
    rule("de", "halb #", -30),
    rule("de", "viertel nach #", 15),
    rule("de", "viertel vor #", -15),
    rule("de", "dreiviertel #", -15),
    rule("de", "zehn nach #", 10),
    rule("de", "zehn vor #", -10),
  ],
  fr: [
    rule("fr", "# heures? et demie?", 30),
    rule("fr", "# ?h et demie?", 30),
    rule("fr", "# heures? et quart", 15),
    rule("fr", "# heures? moins le quart", -15),
  ],
  es: [rule("es", "# y media", 30), rule("es", "# y cuarto", 15), rule("es", "# menos cuarto", -15)],
};
const hourWords: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `(?<before>(?<![\\p{L}])(?:at|after|before|between|from|until|to|and|around|about|by|-) )(?<hour>${numbers.en.join("|")})(?=$|[.,;!?)]| (?:o['’]?clock|am|pm|a\\.m|p\\.m|or|and|to|on|in the|works|is|would|tomorrow|-|until|mon|tue|wed|thu|fri))`,
    "gu",
  ),
  de: new RegExp(
    `(?<before>(?<![\\p{L}])(?:um|ab|nach|vor|zwischen|von|bis|und|gegen|-)? ?)(?<![\\p{L}])(?<hour>${numbers.de.join("|")}|ein)(?= uhr)|(?<before2>(?<![\\p{L}])(?:um|gegen|ab) )(?<hour2>${numbers.de.join("|")})(?![\\p{L}])`,
    "gu",
  ),
  fr: new RegExp(
    `(?<before>)(?<![\\p{L}-])(?<hour>${[...numbers.fr, ...Object.keys(frenchTens)].sort((one, other) => other.length - one.length).join("|")})(?= ?(?:h|heures?)(?![\\p{L}]))`,
    "gu",
  ),
  es: new RegExp(
    `(?<before>(?<![\\p{L}])(?:a|de|desde|hasta|entre|y|sobre|para|antes de|después de|partir de) las? )(?<hour>${numbers.es.join("|")})(?![\\p{L}])`,
    "gu",
  ),
};
const fixed: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(?:12 )?(?:noon|midday|mid-day)\b/gu, "12:00"],
    [/\b(?:12 )?midnight\b/gu, "00:00"],
  ],
  de: [
    // "Freitagvormittag" is two words for the reader of days.
    [
      /(?<![\p{L}])((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(vormittag|nachmittag|mittag|abend|morgen|früh)s?(?![\p{L}])/gu,
      "$1 $2",
    ],
    [/\b(?:12 uhr )?mittags\b(?= um| 12)/gu, ""],
  ],
  fr: [
    [/(?<![\p{L}-])midi et demie?\b/gu, "12:30"],
    [/(?<![\p{L}-])(?<!après |apres |l['’]après-)midi(?![\p{L}-])/gu, "12:00"],
    [/(\d{1,2}) heures (\d{2})(?!\d)/gu, "$1:$2"],
  ],
  es: [[/\ba las doce del mediodía\b/gu, "12:00"]],
};

/** The text with clock times in figures: "halb drei" → "2:30", "les quinze heures" → "15 heures". Lower case in and out. */
export function clocksInFigures(text: string, language: Language): string {
  let out = text;
  for (const [find, says] of fixed[language]) out = out.replace(find, says);
  for (const { find, minute } of rules[language]) {
    out = out.replace(find, (...parts) => {
      const groups = parts.at(-1) as Record<string, string | undefined>;
      const hour = numberSaid(language, groups.hour ?? "");
      return hour === undefined || hour > 24 ? String(parts[0]) : clock(hour, minute(groups));
    });
  }
  return out.replace(hourWords[language], (...parts) => {
    const { before, hour, before2, hour2 } = parts.at(-1) as Record<string, string | undefined>;
    return `${before ?? before2 ?? ""}${numberSaid(language, hour ?? hour2 ?? "")}`;
  });
}
