/** Hours said in words, written in figures first, so that one reader of clock times serves all languages. */
import type { Language } from "../mail/language.ts";
import { numberSaid, spelled } from "./number-words.ts";

/** The text with clock times in figures: "halb drei" → "2:30", "les quinze heures" → "15 heures". Lower case in and out. */
export function clocksInFigures(text: string, language: Language): string {
  let out = text;
  for (const [find, says] of fixed[language]) out = out.replace(find, says);
  for (const { find, minute } of rules[language]) {
    out = out.replace(find, (...parts) => {
      const groups = parts.at(-1) as Groups;
      const hour = numberSaid(language, groups.hour ?? "");
      return hour === undefined || hour > 24 ? String(parts[0]) : clock(hour, minute(groups));
    });
  }
  return out
    .replace(hourWords[language], (...parts) => {
      const { before, hour, before2, hour2 } = parts.at(-1) as Groups;
      return `${before ?? before2 ?? ""}${numberSaid(language, hour ?? hour2 ?? "")}`;
    })
    .replace(fourFigures, "$<hours>:$<minutes>");
}

type Groups = Readonly<Record<string, string | undefined>>;
/** Where an hour is said, and the minutes to add to it. */
type Rule = { find: RegExp; minute: (found: Groups) => number };

const clock = (hour: number, minute: number): string => {
  const total = hour * 60 + minute;
  const [hours, minutes] = [Math.floor(total / 60), ((total % 60) + 60) % 60];
  return `${hour > 12 ? hours : ((hours + 11) % 12) + 1}:${String(minutes).padStart(2, "0")}`;
};

/** In the source # is an hour and % are minutes, both in figures or words. */
const rule = (language: Language, source: string, minute: (minutes: number) => number): Rule => ({
  find: new RegExp(
    `(?<![\\p{L}\\d])${source
      .replace("#", `(?<hour>\\d{1,2}|${spelled(language, 24)})`)
      .replace("%", `(?<minutes>${spelled(language, 59)})`)}(?![\\p{L}\\d:]|[- ](?:min|people|person|leute))`,
    "gu",
  ),
  minute: ({ minutes = "" }) => minute(numberSaid(language, minutes) ?? 0),
});
const fixedRule = (language: Language, source: string, minute: number) => rule(language, source, () => minute);
const added = (minutes: number) => minutes;
const missing = (minutes: number) => -minutes;

const rules: Readonly<Record<Language, readonly Rule[]>> = {
  en: [
    fixedRule("en", "(?:a )?half[- ]past #", 30),
    fixedRule("en", "half #(?= |$|,|\\.)", 30),
    fixedRule("en", "(?:a )?quarter (?:past|after) #", 15),
    fixedRule("en", "(?:a )?quarter (?:to|before|of|till) #", -15),
    rule("en", "%(?: min(?:ute)?s?)? past #", added),
    rule("en", "% minutes after #", added),
    rule("en", "% minutes (?:to|before) #", missing),
    // "Ten to two" without a word for one hour before it is a stretch of four.
    {
      find: new RegExp(
        `(?<![\\p{L}\\d])(?<minutes>(?<=(?:at|around|about|by|until|till|before|after) )(?:five|ten)|(?<!(?:from|between) )twenty(?:[- ]five)?) (?:to|before|till) (?<hour>\\d{1,2}|${spelled("en", 12)})(?![\\p{L}\\d:])`,
        "gu",
      ),
      minute: ({ minutes = "" }) => -(numberSaid("en", minutes) ?? 0),
    },
    {
      find: new RegExp(
        `(?<![\\p{L}\\d:.])(?<minutes>\\d{1,2})(?: min(?:ute)?s?)? past (?<hour>\\d{1,2}|${spelled("en", 12)})(?![\\p{L}\\d:])`,
        "gu",
      ),
      minute: ({ minutes = "" }) => Number(minutes),
    },
    {
      find: new RegExp(
        `(?<![\\p{L}\\d])(?<hour>${spelled("en", 12)})[- ](?:(?:oh|o)[- ](?<few>five)|(?<minutes>${spelled("en", 59, 15)}))(?![\\p{L}\\d:]|[- ](?:min|people|person|day|week))`,
        "gu",
      ),
      minute: ({ minutes, few }) => numberSaid("en", minutes ?? few ?? "") ?? 0,
    },
  ],
  de: [
    rule("de", "%(?: minuten)? vor halb #", (minutes) => -30 - minutes),
    rule("de", "%(?: minuten)? nach halb #", (minutes) => -30 + minutes),
    fixedRule("de", "halb #", -30),
    fixedRule("de", "viertel nach #", 15),
    fixedRule("de", "viertel vor #", -15),
    fixedRule("de", "drei ?viertel #", -15),
    fixedRule("de", "(?<=um |gegen |ab )viertel #", -45),
    rule("de", "%(?: minuten)? nach #", added),
    rule("de", "%(?: minuten)? vor #", missing),
    // "Tragen Sie mich für 15 Uhr ein": one minute past is "eins".
    rule("de", "# uhr (?!ein(?![\\p{L}]))%", added),
  ],
  fr: [
    fixedRule("fr", "# ?(?:heures?|h) et demie?", 30),
    fixedRule("fr", "# ?(?:heures?|h) et quart", 15),
    fixedRule("fr", "# ?(?:heures?|h) moins le quart", -15),
    rule("fr", "# ?(?:heures?|h) moins %", missing),
    rule("fr", "# ?heures? %", added),
  ],
  es: [
    fixedRule("es", "# y media", 30),
    fixedRule("es", "# y cuarto", 15),
    fixedRule("es", "# menos (?:un )?cuarto", -15),
    rule("es", "# menos %", missing),
    fixedRule("es", "(?:un )?cuarto para las? #", -15),
    {
      find: new RegExp(
        `(?<=(?<![\\p{L}])las? )(?<hour>\\d{1,2}|${spelled("es", 24)}) (?:y (?<minutes>cinco|diez|veinte|veinticinco)|(?<full>diez|quince|veinte|veinticinco|treinta y cinco|treinta|cuarenta y cinco|cuarenta|cincuenta y cinco|cincuenta))(?![\\p{L}\\d:]| (?:min|personas))`,
        "gu",
      ),
      minute: ({ minutes, full }) => numberSaid("es", minutes ?? full ?? "") ?? 0,
    },
  ],
};

const hourWords: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `(?<before>(?<![\\p{L}])(?:at|after|before|between|from|until|till|to|and|around|about|by|or|past|-) )(?<hour>${spelled("en", 12)})(?=$|[.,;!?)]|-?ish| (?:o['’]?clock|am|pm|a\\.m|p\\.m|or|and|to|on|in the|works|is|would|suits|should|tomorrow|today|this|next|sharp|please|for|then|it|sounds|fits|does|will|thanks|thank|cheers|good|great|perfect|fine|ok|okay|-|until|till|mon|tue|wed|thu|fri))|(?<before2>)(?<![\\p{L}-])(?<hour2>${spelled("en", 12)})(?= ?(?:o['’]?clock|am|pm|a\\.m|p\\.m)(?![\\p{L}]))`,
    "gu",
  ),
  de: new RegExp(
    `(?<before>(?<![\\p{L}])(?:um|ab|nach|vor|zwischen|von|bis|und|gegen|-)? ?)(?<![\\p{L}])(?<hour>${spelled("de", 24)})(?= uhr)|(?<before2>(?<![\\p{L}])(?:um|gegen|ab|zwischen|nach|vor|bis|von) )(?<hour2>${spelled("de", 12)})(?:(?<=(?:um|gegen|ab) \\p{L}{1,8})(?![\\p{L}])|(?=$|[.,;!?)]| (?:und|bis|oder|am|passt|geht|wäre|ginge|ist|klappt|würde|nur|bitte|morgen|nachmittags|vormittags|abends|früh|-)(?![\\p{L}])))`,
    "gu",
  ),
  fr: new RegExp(
    `(?<before>)(?<![\\p{L}-]|en )(?<hour>${spelled("fr", 24)})(?= ?(?:h|heures?)(?![\\p{L}])| (?:et|à|ou) (?:\\d{1,2}|${spelled("fr", 24)}) ?(?:h|heures?)(?![\\p{L}]))`,
    "gu",
  ),
  es: new RegExp(
    `(?<before>(?<![\\p{L}])(?:a|de|desde|hasta|entre|y|o|sobre|para|antes de|después de|partir de|hacia) las? )(?<hour>${spelled("es", 24)})(?![\\p{L}])`,
    "gu",
  ),
};

const fixed: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(?:12 )?(?:noon|midday|mid-day)(?:-?ish)?\b/gu, "12:00"],
    [/\b(?:12 )?mid-?night\b/gu, "00:00"],
    // "230pm", "1130 a.m."
    [/(?<![\d:.,])(?<hour>1[0-2]|[1-9])(?<minutes>[0-5]\d)(?= ?[ap]\.?m(?![\p{L}]))/gu, "$<hour>:$<minutes>"],
    // "9p", "8:45a".
    [/(?<=\d)(?<! \d{3,})(?<half>[ap])(?![\p{L}\d])/gu, "$<half>m"],
  ],
  de: [
    // "Dienstagmorgen" and "Dienstag früh" are no "tomorrow", and "Freitagvormittag" is two words for the reader of days.
    [/(?<![\p{L}])((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch) ?(?:morgen|früh)s?(?![\p{L}])/gu, "$1 vormittag"],
    [
      /(?<![\p{L}])((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(vormittag|nachmittag|mittag|abend|morgen|früh)s?(?![\p{L}])/gu,
      "$1 $2",
    ],
    [/(?<![\p{L}])((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)s?(termin|vorschlag)(?![\p{L}])/gu, "$1 $2"],
    [/\b(?:12 uhr )?mittags\b(?= um| 12)/gu, ""],
  ],
  fr: [
    [/(?<![\p{L}-])midi et demie?\b/gu, "12:30"],
    [/(?<![\p{L}-])midi et quart\b/gu, "12:15"],
    [/(?<![\p{L}-])midi moins le quart\b/gu, "11:45"],
    [/(?<![\p{L}-])(?<!après |apres |l['’]après-)midi(?![\p{L}-])/gu, "12:00"],
    [/(\d{1,2}) heures (\d{2})(?!\d)/gu, "$1:$2"],
  ],
  es: [
    [/\ba las doce del mediodía\b/gu, "12:00"],
    [/(?<=\d) ?hs(?![\p{L}])/gu, "h"],
  ],
};

/** "At 1430", "from 0900-1000": four figures are an hour behind a word for hours; a year is none. */
const fourFigures =
  /(?<=(?<![\p{L}])(?:at|um|ab|à|from|between|until|till|by|after|before|around) (?:\d{4} ?- ?)?|(?<![\p{L}])(?:mon|tue|wed|thu|fri)(?:s|nes|rs|urs)?(?:day)? )(?!(?:19|20)\d\d(?! ?h))(?<hours>[01]\d|2[0-3])(?<minutes>[0-5]\d)(?![\d:/]|[.,]\d|[\p{L}])/gu;
