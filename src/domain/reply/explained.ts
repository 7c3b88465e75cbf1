/**
 * Whether every word of a clause is there for a reason that is known: it agrees, thanks, greets, names the meeting or its place,
 * says for whom is spoken, or only holds a sentence together. One word without such a role ("Thursday at 10 works for Jonas",
 * "sounds good in principle", "here in Denver") may change whose time it is or how surely it is meant. So no list of dangerous
 * words has to be complete: what is not explained is asked about.
 */
import { isSignOff } from "../mail/closing.ts";
import { withoutPlaces } from "./chosen.ts";
import { joining, meantForReader, meetingWords, rolesApart, rolesBesideTime, tyingWords } from "./known-roles.ts";
import * as say from "./reply-words.ts";
import type { TimePhrase } from "./time-spans.ts";

/** `takes`: its words agree to a time or ask for it. */
type Said = { text: string; sentence: string; phrases: readonly TimePhrase[]; takes: boolean };

/**
 * The words of a clause that no role explains; none where the clause says a time, agreement and courtesy alone. `asked` is the
 * name of the person who was asked.
 */
export function unexplainedIn({ text, sentence, phrases, takes }: Said, asked = ""): string[] {
  if (isSignOff(sentence)) return [];
  const isBare = phrases.length > 0 && !takes;
  const without = (left: string, role: RegExp) => left.replace(role, " ");
  const roles = [...(phrases.length === 0 ? rolesApart : rolesBesideTime), say.courteous];
  const said = roles.reduce(without, withoutPlaces(withoutPhrases(text, phrases)));
  const others = meantForReader.exec(said)?.[0];
  if (others !== undefined && phrases.length > 0) return wordsOf(others);
  const own = isBare ? said.replace(forWriter, " ") : said;
  const names = new Set([...wordsOf(asked.toLowerCase()), ...namesBeside(sentence)]);
  return wordsOf([accepting, preferring, say.harmless].reduce(without, own)).filter((word) => {
    if (isBare && tyingWords.has(word)) return true;
    return !joining.has(word) && !names.has(word) && !(meetingWords.has(word) && !isBare);
  });
}

/** "Tuesday at 10 for me." */
const forWriter =
  /(?<!\p{L})(?:for (?:me|us)|für (?:mich|uns)|pour (?:moi|nous)|p(?:or|ara) (?:mí|nosotr[oa]s))(?!\p{L})/gu;
const accepting = new RegExp(say.accept.source, "gu");
const preferring = new RegExp(say.preference.source, "gu");

const wordsOf = (text: string): string[] => text.match(/[\p{L}\d']+/gu) ?? [];

/** Names behind thanks and farewells, as written: "Cheers, Baz", "Merci Anna", "Saludos, Íñigo Zubeldia". */
const namesBeside = (sentence: string): string[] =>
  [...sentence.matchAll(named)].flatMap(({ groups: { names = "" } = {} }) => wordsOf(names.toLowerCase()));
const named =
  /(?<!\p{L})(?:[Tt]hank(?:s| you)|[Cc]heers|[Dd]ear|[Rr]egards|[Bb]est(?: wishes)?|[Gg]reetings(?: from)?|[Yy]ours|[Ss]incerely|[Tt]alk soon|[LlVv][Gg]|[Mm][Ff][Gg]|Gr(?:ü|u)(?:ß|ss)e?n?|[Dd]anke|[Ll]iebe[rs]?|[Ss]ervus|[Bb]aba|[Mm]erci|[Cc]ordialement|[Aa]mitiés|t'embrasse|[Bb]ises|[Bb]ien à vous|[Gg]racias|[Ss]aludos?|[Cc]ordiales|[Aa]tentamente|[Aa]brazo|[Bb]esos|órdenes|atent[oa])[,.!]* (?<names>(?:\p{Lu}[\p{L}.'’-]*[ ,]*){1,4})/gu;

/** "not before 10" is a limit and denies nothing else: what belongs to a phrase is left out of the words around it. */
export function withoutPhrases(text: string, phrases: readonly TimePhrase[]): string {
  let out = text;
  for (const { from, to } of [...phrases].reverse()) out = `${out.slice(0, from)} ${out.slice(to)}`;
  return out;
}
