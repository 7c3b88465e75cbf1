/** What the writer says they will do for the reader: "I'll send you the deck by Friday". Wishes and conditions promise nothing. */
import type { Language } from "../mail/language.ts";
import { antecedentIn, withAntecedent } from "./antecedent.ts";
import { type DaysRead, dueDay, readDays, withoutDays } from "./fact-dates.ts";
import type { Find, Writing } from "./found-fact.ts";
import { promiseIn } from "./promise-forms.ts";
import { beginningsOf, clauseOf, isConditional, isDenied, isIronic, isReported, type Statement } from "./statement.ts";

export function findPromises(statement: Statement, writing: Writing): Find[] {
  const { language } = writing;
  if (statement.isQuestion || isIronic(statement) || isConditional(statement, language)) return [];
  if (attached.test(statement.text)) return [];
  for (const beginning of beginningsOf(statement)) {
    const whole = withName(clauseOf(beginning), beginning);
    const before = statement.text.slice(0, statement.text.length - beginning.length);
    const act = firstAct(whole, language).replace(besides, "");
    const clause = withAntecedent(act, antecedentIn(before, language), language);
    if (isDenied(clause, language) || hedged[language].test(clause)) continue;
    if (isReported(before, language) || (before !== "" && /^will /i.test(clause))) continue;
    const find = findIn({ clause, before, later: whole.slice(firstAct(whole, language).length) }, writing);
    if (find !== undefined) return [find];
  }
  return [];
}

/**
 * The day stands in the clause itself, or leads it: "On Friday, I'll …". `later`: what the writer does then, "and send it to
 * you on Friday".
 */
function findIn(
  { clause, before, later }: { clause: string; before: string; later: string },
  writing: Writing,
): Find | undefined {
  const here = readDays(clause, writing);
  const days: DaysRead = here.phrases.length > 0 || before.length > leadMax ? here : readDays(before, writing);
  const dueOn = dueDay(days, writing);
  const promised = promiseIn(withoutDays(clause, here), writing.language, writing.saidBy);
  if (promised === undefined) return undefined;
  // "I send you the deck" may be done with this very letter; with a day ahead it is a promise.
  const isToday = dueOn === undefined && dueDay(readDays(later, writing), writing) === undefined;
  if (promised.isPresent && isToday) return undefined;
  return { text: promised.text, confidence: dueOn === undefined ? 0.8 : 0.9, ...(dueOn !== undefined && { dueOn }) };
}

/** "our CFO, Lena Voss": the name behind the comma belongs to the clause. */
const withName = (clause: string, beginning: string): string =>
  `${clause}${/^, \p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'-]+){1,2}(?=[.,!]|$)/u.exec(beginning.slice(clause.length))?.[0] ?? ""}`;

/** "ask Karim and call you on Tuesday": the second act has a day of its own. */
const firstAct = (clause: string, language: Language): string => clause.split(nextAct[language], 1)[0] ?? clause;

const nextAct: Readonly<Record<Language, RegExp>> = {
  en: / and (?=(?:i'll|i will|we'll|we will) )| (?:and|then) (?:then )?(?:call|send|get|let|come|see|write|tell|talk|share|bring|ask|check|ring|email|meet|try|see|report|put|forward|keep|circulate|pass|return|drop)(?= |$)/iu,
  fr: / (?:et|puis) (?:je |j'|te |t'|vous |(?:rappel|envoy|repass|revien|transm|partag|donn)\p{L}+ )/iu,
  de: / und (?=(?:ich|wir) )| und (?:dann )?(?:rufe?|melde|schicke?|sende|komme?|sage?|schreibe?|frage?|gebe?|leite|bringe?|rede|gib) /iu,
  es: / (?:y|luego) (?:te|le|os|les|nos|me|llamo|aviso) /iu,
};

/** Small words that may stand anywhere between a verb and its object. */
const besides = /(?:(?<=^)|(?<= ))(?:aussi|également|volontiers|d'ailleurs|también|además|enseguida) /giu;

/** A lead is no longer than this: "On Friday, ". */
const leadMax = 30;

/** What comes with the letter is no promise. */
const attached =
  /(?<!\p{L})(?:attached|enclosed|herewith|please find|ci-joint\p{L}*|en pièce jointe|en p\.?j|voici|anbei|im anhang|beigefügt|adjunt\p{L}*|aquí (?:tienes|tiene|va))(?!\p{L})/iu;

const hedged: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:would|could|might|may|try|hope|want|wish|should|supposed|plan(?:ning)?|thinking of|never mind|myself|some day|someday)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:pourrais|voudrais|aimerais|devrais|essaie\p{L}*|essayer\p{L}*|tâcher\p{L}*|espère|je compte|aurais|serais|un jour)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:könnte|würde|möchte|wollte|sollte|versuche|hoffe|hätte|wäre|mal sehen|irgendwann)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:podría|querría|quisiera|debería|intentaré|intento|espero|habría|algún día|tendría)(?!\p{L})/iu,
};
