/**
 * Statements beside an agreed time that bind nothing: "I'll bring the prototype", "the entrance is round the back", "your talk was
 * a joy". What people tell has no end, so not the statement is known but its frame: a subject and a verb that cannot take a yes
 * back. The rest may be any words, except a finite number that keep people away, name somebody else or another time, ask, or
 * joke. It serves only beside words that surely agree: "Tuesday at 10, I'll take the twins to school" tells what the time is for.
 */
import type { Language } from "../mail/language.ts";
import { type AsideWords, alternatives } from "./aside-frame.ts";
import { germanRemarkName, isReason, isRemark } from "./aside-reasons.ts";
import { german } from "./aside-words-de.ts";
import { english } from "./aside-words-en.ts";
import { spanish } from "./aside-words-es.ts";
import { french } from "./aside-words-fr.ts";
import { readable } from "./time-phrases.ts";
import { isTold, withoutPassing } from "./told.ts";

/** `part` of a `sentence` as written; one in which a day or an hour is named is none, which the caller looks for. */
export function isAside(part: string, sentence: string, language: Language): boolean {
  const said = withoutPassing(readable(part).replace(postscript, ""), language)
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const isWhole = readable(part).length >= readable(sentence).length - marksMax;
  const { frames, obstacle, isOpen } = asides[language];
  if (said.split(" ").length > wordsMax || unsettling.test(said)) return false;
  const isNamed = language !== "de" && namesSomebody.test(sentence.replace(firstVisit, ""));
  if (
    isTold(said, language) &&
    !obstacle.test(apart(said, language)) &&
    !(language === "de" && germanRemarkName.test(sentence))
  )
    return !isNamed || !namesSomebody.test(sentence.replace(townBehind, ""));
  if (isReason(readable(part), language)) return !isNamed && (language !== "de" || !germanName.test(sentence));
  const rest = restOf(said, frames);
  return (
    (rest !== undefined ||
      isOpen(said) ||
      (isRemark(said, language, isWhole) && !(language === "de" && germanRemarkName.test(sentence)))) &&
    !obstacle.test(apart(rest ?? said, language)) &&
    !isNamed
  );
}

/** What opens a line below the name. */
const postscript = /^(?:p\.? ?s\.?|p\.? ?d\.?|n\.?b\.?) ?[:.,-] ?/u;
const wordsMax = 34;
/** By which a part may be shorter than its sentence and still be all of it. */
const marksMax = 3;
/** Dots that leave it open, words in quotes, and brackets: said otherwise than it stands there. */
const unsettling = /\.\.|…|["«»„“”*/]/u;

/** A capital letter inside a sentence names somebody, unless a word of a place or an article leads to it. German writes every noun so. */
const namesSomebody =
  /(?<=[\p{Ll}\d,;] )(?<!(?:^|[^\p{L}])(?:the|our|my|near|opposite|behind|le|la|les|du|des|notre|rue|place|gare|café|el|los|las|del|nuestro|nuestra|calle|plaza|estación) )(?!(?:I|I['’]\p{L}+|[A-Z]{2,5}|(?:Mon|Tues|Wednes|Thurs|Fri)day)(?!\p{L}))\p{Lu}/u;

/** "It will be my first time in Utrecht": a town, and nobody. */
const firstVisit = /(?<=first (?:time|visit|trip) (?:in|to) )\p{Lu}\p{L}+/u;

/** "Our paths crossed in Ghent": where something was. */
const townBehind = /(?<= (?:in|at|near|from|à|en) )\p{Lu}\p{Ll}+/gu;

/** A noun that opens a German reason without an article: "weil Jonas kommt". */
const germanName =
  /(?<!\p{L})(?:weil|da|denn|dass|also) \p{Lu}\p{Ll}+ (?!ist(?!\p{L}))\p{Ll}+|(?<!\p{L})(?:mit|von|für|bei|zu|und) \p{Lu}\p{Ll}+(?=[.!, ]*$)/u;

/** Behind the frame with which it begins; undefined where it begins with none. */
function restOf(said: string, frames: RegExp): string | undefined {
  const [opening] = frames.exec(said) ?? [];
  return opening === undefined ? undefined : said.slice(opening.length);
}

/** "L'hôpital": French words behind an elision stand apart, so that they are found. */
const apart = (said: string, language: Language): string =>
  language === "fr" ? `${said} ${said.replace(/(?<=\p{L}')(?=\p{L})/gu, " ")}` : said;

const whole = (lines: string): string => `(?<![\\p{L}'])(?:${alternatives(lines)})(?![\\p{L}])`;

function asideOf({ leads, obstacles, ...tables }: AsideWords) {
  const begins = (lines: string) => new RegExp(`^[¡¿ ]*(?:(?:${alternatives(leads)}),? ){0,3}${whole(lines)}`, "u");
  const has = (lines: string) => new RegExp(whole(lines), "u");
  const telling = begins(tables.telling);
  const [thing, whereabouts] = [begins(tables.things), has(tables.whereabouts)];
  const [praised, praise] = [begins(tables.praised), has(tables.praise)];
  return {
    frames: begins([tables.greeting, tables.doing, tables.arriving].map((lines) => lines.trim()).join("\n")),
    obstacle: has(obstacles),
    isOpen: (said: string) =>
      telling.test(said) || (thing.test(said) && whereabouts.test(said)) || (praised.test(said) && praise.test(said)),
  };
}

const asides = { en: asideOf(english), de: asideOf(german), fr: asideOf(french), es: asideOf(spanish) };
