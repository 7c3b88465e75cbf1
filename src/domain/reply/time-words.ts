/** How the four languages speak of days and hours. */
import type { Language } from "../mail/language.ts";
import { german } from "./time-words-de.ts";
import { english } from "./time-words-en.ts";
import { spanish } from "./time-words-es.ts";
import { french } from "./time-words-fr.ts";
import type { TimeWords } from "./time-words-of.ts";

export const timeWords: Readonly<Record<Language, TimeWords>> = { en: english, de: german, fr: french, es: spanish };

/** The names of a table as a pattern, longest first. */
export const alternatives = (record: Readonly<Record<string, number>>) =>
  Object.keys(record)
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(".", "\\."))
    .join("|");
