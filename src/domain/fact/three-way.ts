/** A letter in which somebody brings the owner and another of its readers together: "Mara, meet Nadia". */
import type { Language } from "../mail/language.ts";
import { isConditional, isDenied, isIronic, isReported, statementsOf } from "./statement.ts";

/** The sentence that introduces the reader of that first name; undefined when none does. */
export function introductionOf(given: string, { text, language }: { text: string; language: Language }) {
  const introduces = new RegExp(introductions[language](literally(given)), "u");
  return statementsOf(text).find(
    (statement) =>
      !statement.isQuestion &&
      introduces.test(statement.text) &&
      !isIronic(statement) &&
      !isConditional(statement, language) &&
      !isDenied(statement.text, language) &&
      !isReported(statement.text, language),
  )?.text;
}

const literally = (name: string): string => name.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");

/** The name stands where the one who is introduced is named; what comes before it is said to the owner, or to both. */
const introductions: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) =>
    `(?:^|[,:] |- )(?:[Pp]lease )?[Mm]eet ${name}(?!\\p{L})|(?:[Ii]ntroduce|[Ii]ntroducing|[Cc]onnect|[Cc]onnecting) (?:you (?:both|two|to|with) )?(?:(?:my|our) [\\p{L} ]{2,30} )?(?:\\p{Lu}\\p{L}+ (?:and|to|with) )?${name}(?!\\p{L})|^\\p{Lu}\\p{L}+, this is ${name}(?!\\p{L})`,
  fr: (name) =>
    `(?:[Jj]e (?:te|vous) présente|[Vv]oici|[Tt]e présenter|[Vv]ous présenter) (?:[\\p{L} ]{2,30} )?${name}(?!\\p{L})`,
  de: (name) =>
    `^\\p{Lu}\\p{L}+, (?:das|hier) ist ${name}(?!\\p{L})|(?:[Dd]ir|[Ii]hnen|[Ee]uch) (?:[\\p{L} ]{2,30} )?${name}(?: \\p{Lu}\\p{L}+)?(?: [\\p{L} ]{2,30})? vor(?:stellen|zustellen)?(?!\\p{L})|[Dd]arf ich vorstellen: ${name}(?!\\p{L})`,
  es: (name) =>
    `(?:[Tt]e|[Ll]e|[Oo]s) (?:presento|quiero presentar) a (?:[\\p{L} ]{2,30} )?${name}(?!\\p{L})|, est[ae] es ${name}(?!\\p{L})`,
};
