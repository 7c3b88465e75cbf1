/** Days of the month said in words, written in figures first: "the twenty-fourth" → "the 24th", "am dritten" → "am 3.". */
import type { Language } from "../mail/language.ts";
import { ordinals, spelledOrdinals } from "./number-words.ts";
import { alternatives, timeWords } from "./time-words.ts";

/**
 * An ordinal is a day where a month, a weekday or its own company says so: "the second" alone chooses among what was
 * offered. Lower case in and out.
 */
export function daysInFigures(text: string, language: Language): string {
  return patterns[language].reduce(
    (read, find) =>
      read.replace(find, (whole, ...rest) => {
        const { day = "" } = rest.at(-1) as { day?: string };
        const number = ordinals[language][day];
        return number === undefined ? whole : whole.replace(day, `${number}${ending(language, number)}`);
      }),
    language === "de" ? text.replace(monthWeek, "$<week> im $<month>") : text,
  );
}
/** "Dezemberwoche" is two words for the reader of weeks. */
const monthWeek =
  /(?<month>januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?<week>woche|hälfte)(?![\p{L}])/gu;

function ending(language: Language, number: number): string {
  if (language === "de") return ".";
  if (language === "fr") return number === 1 ? "er" : "";
  if (language === "es") return "";
  return number % 10 === 1 && number !== 11
    ? "st"
    : number % 10 === 2 && number !== 12
      ? "nd"
      : number % 10 === 3 && number !== 13
        ? "rd"
        : "th";
}

const pattern = (source: string) => new RegExp(source, "gu");
const month = (language: Language) => alternatives(timeWords[language].months);
const weekday = (language: Language) => alternatives(timeWords[language].weekdays);
const day = (language: Language) => `(?<![\\p{L}\\d-])(?<day>${spelledOrdinals(language)})(?![\\p{L}-])`;

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    // "The third of December", "the ninth to the seventeenth of April".
    pattern(
      `${day("en")}(?=(?: day)?(?:,? (?:to|through|till|until|and|or) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|${spelledOrdinals("en")}))?(?: day)? (?:of |in )?(?:${month("en")})(?![\\p{L}]))`,
    ),
    pattern(
      `(?<=(?<![\\p{L}])(?:${month("en")}|${weekday("en")})\\.?,? (?:the )?)${day("en")}(?! (?:${weekday("en")}|week|one|option|slot)(?![\\p{L}]))`,
    ),
    // From the eleventh on nobody counts offered times.
    pattern(
      `(?<=(?<![\\p{L}])(?:on|the|to|from|until|by|before|after) )(?<day>${spelledOrdinals("en")
        .split("|")
        .filter((word) => (ordinals.en[word] ?? 0) > 10)
        .join("|")})(?![\\p{L}-]| (?:floor|century|time|birthday|anniversary|annual|edition|street|avenue))`,
    ),
  ],
  de: [
    pattern(
      `${day("de")}(?=(?: (?:bis(?: zum)?|und|oder) (?:\\d{1,2}\\.|${spelledOrdinals("de")}))? (?:${month("de")})(?![\\p{L}]))`,
    ),
    pattern(
      `(?<=(?<![\\p{L}])(?:am|vom|zum|(?:${weekday("de")}),? (?:den|dem)) )${day("de")}(?=$|[.,;!?]| (?:um|ab|gegen|bis|oder|und|geht|passt|wäre|vormittags|nachmittags|abends|[0-9])(?![\\p{L}]))`,
    ),
  ],
  fr: [
    pattern(
      `(?<=(?<![\\p{L}])(?:le|au|du|et|${weekday("fr")}) )${day("fr")}(?=(?: (?:au|et|ou) (?:le )?(?:\\d{1,2}|${spelledOrdinals("fr")}))? (?:${month("fr")})(?![\\p{L}]))`,
    ),
  ],
  es: [
    pattern(
      `(?<=(?<![\\p{L}])(?:el|al|del|y|día|${weekday("es")}) )${day("es")}(?=(?: (?:al|y|o) (?:el )?(?:\\d{1,2}|${spelledOrdinals("es")}))? de (?:${month("es")})(?![\\p{L}]))`,
    ),
  ],
};
