/** What a pronoun stands for within one sentence: "The report is ready, I'll send it on Friday" sends the report. */
import type { Language } from "../mail/language.ts";

/** The subject of the clause before, with its article, in the form that it has as an object. */
export const antecedentIn = (before: string, language: Language): string | undefined =>
  subjects[language].exec(before)?.groups?.thing?.replace(/^\p{Lu}/u, (first) => first.toLowerCase());

const subjects: Readonly<Record<Language, RegExp>> = {
  en: /^(?<thing>(?:the|my|our) (?:[\p{L}'-]+ ){1,5}?)(?=(?:is|are|was|were|has|have)(?!\p{L}))/iu,
  fr: /^(?<thing>(?:(?:les?|la|mon|ma|mes|notre|nos) |l')(?:[\p{L}'-]+ ){1,5}?)(?=(?:est|sont|a|ont|sera|seront)(?!\p{L}))/iu,
  // "der" changes as an object; "die" and "das" do not.
  de: /^(?<thing>(?:die|das) (?:[\p{L}'-]+ ){1,5}?)(?=(?:ist|sind|war|waren|hat|haben|wird|werden)(?!\p{L}))/iu,
  es: /^(?<thing>(?:el|la|los|las|mi|mis|nuestr[oa]s?) (?:[\p{L}'-]+ ){1,5}?)(?=(?:está|están|es|son|ha|han|estará|estarán)(?!\p{L}))/iu,
};

/** The clause with its pronoun replaced by what it stands for; as it was when it has none. */
export const withAntecedent = (clause: string, thing: string | undefined, language: Language): string =>
  thing === undefined
    ? clause
    : clause.replace(pronouns[language].pattern, (_, verb: unknown) => pronouns[language].instead(thing.trim(), verb));

/** In French and Spanish the pronoun stands before its verb, the thing behind it. */
const pronouns: Readonly<Record<Language, { pattern: RegExp; instead: (thing: string, verb: unknown) => string }>> = {
  en: { pattern: /(?<!\p{L})(?:it|them)(?!\p{L})/iu, instead: (thing) => thing },
  fr: {
    pattern: /(?<=(?<!\p{L})(?:te|vous) )(?:les? |la |l')(\p{L}+)/iu,
    instead: (thing, verb) => `${verb} ${thing}`,
  },
  de: { pattern: /(?<=\s)(?:sie|es)(?=\s)/u, instead: (thing) => thing },
  es: { pattern: /(?<!\p{L})(?:se|te|os) l[oa]s? (\p{L}+)/iu, instead: (thing, verb) => `le ${verb} ${thing}` },
};
