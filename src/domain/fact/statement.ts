/**
 * What a message says, sentence by sentence, as far as its writer stands behind it: forwarded and quoted words are cut out,
 * printed matter says nothing, and a question is told from a statement even when it hangs behind one.
 */
import type { Language } from "../mail/language.ts";
import { splitSentences } from "../reply/sentences.ts";

export type Statement = {
  /** Plain quotes and dashes, single spaces; at most 1,000 characters. */
  text: string;
  isQuestion: boolean;
};

const statementMax = 1_000;
const textMax = 4_000;

/** Mail that was printed for many, or made from a form. */
const printed =
  /unsubscribe|view (?:this )?(?:e-?mail )?(?:in|online)(?: your| a)? browser|you are receiving this|all rights reserved|désabonner|désinscri|vous recevez ce (?:message|mail|courriel)|(?:hier|jederzeit|newsletter|e-mails?) (?:abmelden|abbestellen)|sie erhalten diese|dar(?:te|se|me|le) de baja|\d ?% (?:off|discount|rabatt|auf (?:alle|unser)|de (?:descuento|réduction|remise|rabais)|sur (?:notre|nos|tout|votre))|recibe este (?:mensaje|correo)|\{\{|\[(?:first ?)?name\]|<(?:first ?)?name>|dear (?:customer|sir or madam|subscriber)|chers? clients?|sehr geehrte kund|estimados? clientes?/iu;

/** From here on somebody else speaks. */
const forwarded =
  /^[ \t>*_-]*(?:begin forwarded message|forwarded message|original message|(?:d[ée]but du )?message (?:transféré|réexpédié|d'origine)|(?:anfang der )?weitergeleiteten? nachricht|ursprüngliche nachricht|mensaje (?:reenviado|original))/imu;

/** The writer's statements and questions in order; none when the text is printed matter. */
export function statementsOf(text: string): Statement[] {
  const plain = plainText(text);
  if (printed.test(plain)) return [];
  const from = forwarded.exec(plain)?.index ?? plain.length;
  const own = plain
    .slice(0, from)
    .split("\n")
    .filter((line) => !/^\s*>/.test(line))
    .join("\n");
  return splitSentences(withoutQuotations(own)).flatMap(withoutTag).filter(isReadable);
}

const plainText = (text: string): string =>
  text
    .slice(0, textMax)
    .normalize("NFC")
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "");

/** Stands for words between quotation marks: a sentence with it is not read. */
const quotation = "\u2420";

/** Opened, at most 400 characters, closed; a single quote opens only before a word and closes only behind one. */
const quotations = /["“”„«‹][^"“”„«»]{1,400}["“”»›]|(?<=^|[\s:(])'[^\n]{3,300}?[\p{L}.!?]'(?=[\s.,;!?)]|$)/gu;
const withoutQuotations = (text: string): string => text.replace(quotations, quotation);

const isReadable = ({ text }: Statement): boolean => text.length > 0 && !/["“”„«»\u2420]/u.test(text);

/** "I'm in Berlin until Friday, shall we meet there?" says one thing and asks another. */
const tag =
  /^(?<said>[^?¿]{8,400}?)(?:[,;:.]? - |[,;:] )(?<asked>(?:and |or |so |et |und |oder |y )?(?:shall|should|could|can|do|are|will|would|any|on s'y|on se|tu |vous |est-ce|ça|sehen|treffen|hast|haben|wollen|wollt|passt|bist|sind|oder|nos vemos|te va|le va)[^?]{2,120}\?)$/iu;
const spanishTag = /^(?<said>[^?¿]{8,400}?)[,;:.]? ?(?<asked>¿[^?]{2,200}\?)$/u;

function withoutTag(sentence: string): Statement[] {
  const text = sentence.replace(/\s+/g, " ").trim().replace(/^¡\s*/u, "").slice(0, statementMax);
  const isQuestion = /\?[!?)\s]*$/.test(text) || text.startsWith("¿");
  if (!isQuestion) return [{ text, isQuestion }];
  if (isOthersQuestion(text)) return [];
  const { said, asked } = (spanishTag.exec(text) ?? tag.exec(text))?.groups ?? {};
  return said === undefined || asked === undefined
    ? [{ text, isQuestion }]
    : [
        { text: said, isQuestion: false },
        { text: asked, isQuestion: true },
      ];
}

/** "What everybody asks us: how are you paid?" is not asked of the reader. */
const isOthersQuestion = (text: string): boolean =>
  asking.test(/^(?<lead>[^¿?]{0,160}?)(?:: |¿)/u.exec(text)?.groups?.lead ?? "");
const asking =
  /(?<!\p{L})(?:ask(?:s|ed|ing)?|wonder(?:s|ed)|wants? to know|demand(?:e|é|ent|ait)|(?:the|a|la|une) question (?:\p{L}+ )*(?:everybody|everyone|people|they|he|she|que tout|que l'on|qu'on)|pose(?:nt)?|frag(?:t|en|te|ten|st)|gefragt|wissen will|will wissen|pregunt(?:a|an|ó|aron|ado|aba)|hace todo|quieren? saber)(?!\p{L})/iu;

/**
 * The places at which a statement may begin: its own beginning, and behind a comma, a colon or a dash, or where a word for
 * "and" is followed by who speaks. Each is the rest of the statement from there; at most 10.
 */
export function beginningsOf({ text }: Statement): string[] {
  const whole = text.replace(joins, "").replace(/(?<=[,;:] )¡/gu, "");
  const beginnings = [whole];
  for (const { index, 0: mark } of whole.matchAll(startsAgain)) {
    if (beginnings.length === beginningsMax) break;
    beginnings.push(whole.slice(index + mark.length));
  }
  return beginnings;
}
/** A word that only ties a sentence to the one before. */
const joins = /^(?:and|but|so|also|oh|well|anyway|et|mais|alors|donc|und|aber|also|y|pero|bueno),? (?=\p{L})/iu;
const beginningsMax = 10;
const startsAgain =
  /[,;:!] (?:(?:and|but|so|et|mais|und|aber|y|pero) )?| - | (?:and|but|et|mais|und|aber|y|pero) (?=(?:i|we|let|je|j'|nous|ich|wir|bin|te|le|me)\b|(?:on |by |le |am |el )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|lundi|mardi|mercredi|jeudi|vendredi|demain|montag|dienstag|mittwoch|donnerstag|freitag|lunes|martes|miércoles|jueves|viernes|mañana) (?:i'll|i will|we'll|je|nous|ich|wir|te|le|os|les)\b)/giu;

/** From the beginning of a clause to the first mark that may end it. */
export const clauseOf = (beginning: string): string => beginning.split(/[,;:!?](?:\s|$)| - |\.$/u, 1)[0] ?? "";

type Words = Readonly<Record<Language, RegExp>>;

const inWords = (...alternatives: string[]) =>
  new RegExp(`(?<![\\p{L}'])(?:${alternatives.join("|")})(?![\\p{L}])`, "iu");

const negations: Words = {
  en: inWords(
    "not",
    "never",
    "nobody",
    "no one",
    "none",
    "neither",
    "nor",
    "hardly",
    "barely",
    "no longer",
    "cannot",
    "\\p{L}+n't",
    "stopped",
  ),
  fr: inWords("pas", "jamais", "personne", "aucune?", "ni", "guère", "ne", "n'[\\p{L}]+"),
  de: inWords("nicht", "nie", "niemals", "niemand", "kein(?:e[mnrs]?)?", "weder", "kaum"),
  es: inWords("no", "nunca", "jamás", "nadie", "ningun[oa]", "ningún", "tampoco", "ya no"),
};

/** Whether a clause denies what it says. */
export const isDenied = (clause: string, language: Language): boolean => negations[language].test(clause);

const conditions: Words = {
  en: inWords(
    "if",
    "unless",
    "provided",
    "assuming",
    "whether",
    "as long as",
    "depend(?:s|ing)",
    "maybe",
    "perhaps",
    "possibly",
    "probably",
    "hopefully",
    "might",
    "supposed",
    "in theory",
    "(?:was|were) going to",
    "once (?:the|our|my|your|we|they|he|she|it|you)",
    "as soon as (?:the|our|my|your|we|they|he|she|it|you)",
  ),
  fr: inWords(
    "si(?! bien)",
    "s'il[s]?",
    "sauf",
    "à condition",
    "selon",
    "peut-être",
    "éventuellement",
    "sans doute",
    "en théorie",
    "dès que(?! possible| je| j')",
    "une fois que",
  ),
  de: inWords(
    "wenn",
    "falls",
    "sofern",
    "vielleicht",
    "eventuell",
    "möglicherweise",
    "womöglich",
    "vermutlich",
    "hoffentlich",
    "es sei denn",
    "ob",
    "theoretisch",
    "beinahe",
    "fast",
    "sobald(?! wie| ich)",
  ),
  es: inWords(
    "si",
    "salvo",
    "a menos",
    "siempre que",
    "quizás?",
    "tal vez",
    "igual",
    "a lo mejor",
    "posiblemente",
    "ojalá",
    "en teoría",
    "casi",
    "en cuanto(?! pueda)",
    "una vez que",
  ),
};

/** Whether a statement holds only on a condition, or only perhaps. "In case you are around" is no condition. */
export const isConditional = ({ text }: Statement, language: Language): boolean => conditions[language].test(text);

const ironies =
  /(?<!\p{L})(?:ha ?ha(?: ?ha)*|lol|rofl|yeah,? right|what a surprise|surprise,? surprise|thanks for nothing|as if|in (?:my|your) dreams|just kidding|only joking|quelle surprise|bien sûr que oui|je plaisante|na toll|wer's glaubt|kleiner scherz|qué sorpresa|es broma|ja ja(?: ja)*|merci pour rien|gracias por nada|danke für nichts)(?!\p{L})|;-?\)|:-?p(?!\p{L})|[😉🙃🙄😂🤣😜😝]/iu;

/** Said in jest, or with a sign that may mean so. */
export const isIronic = ({ text }: Statement): boolean => ironies.test(text);

const reports: Words = {
  en: inWords(
    "(?:he|she|they|you|it|people|(?!(?:as|i|we|to) )\\p{L}+) (?:says?|said|tells?|told (?:me|us)|wrote|writes|claims?|claimed|thinks?|thought|heard|reckons?|promised|mentioned)(?: that)?",
    "according to",
  ),
  fr: inWords(
    "(?:il|elle|on|ils|elles|vous|tu|\\p{L}+) (?:dit|disait|disent|a dit|m'a dit|a écrit|écrit|prétend|pense|croit|a promis)(?: que)?",
    "selon",
    "d'après",
  ),
  de: inWords(
    "(?:er|sie|du|man|\\p{L}+) (?:sagt|sagte|meint|meinte|schrieb|schreibt|erzählt|erzählte|glaubt|behauptet|versprach)",
    "laut",
    "angeblich",
  ),
  es: inWords(
    "(?:él|ella|usted|tú|\\p{L}+) (?:dice|dijo|dijiste|escribió|cree|contó|cuenta|prometió)(?: que)?",
    "según",
  ),
};

/** Whether the words before a clause put it into somebody else's mouth. */
export const isReported = (before: string, language: Language): boolean => reports[language].test(before);
