/**
 * Whatever one says one will do for the reader by a day: with the reader named as the receiver and the day named as well, any
 * verb promises, save those that only greet, thank, ask or tell. The infinitive is made from the form, where the language
 * makes it by rule.
 */
import type { Language } from "../mail/language.ts";

/** `words`: what stands beside verb and receiver, in which the thing is looked for. */
export type OpenPromise = { infinitive: string; words: string };

export const openPromise: Readonly<Record<Language, (clause: string) => OpenPromise | undefined>> = {
  en: (clause) => {
    const { verb, thing, verbFor, thingFor } = english.exec(clause)?.groups ?? {};
    return promised(verb ?? verbFor, thing ?? thingFor, "en");
  },
  fr: (clause) => {
    const { one, many, thing } = french.exec(clause)?.groups ?? {};
    return promised(one === undefined ? frenchOfMany(many ?? "") : frenchOfOne(one), thing, "fr");
  },
  de: (clause) => {
    const { front = "", after, before, rest = "" } = german.exec(clause)?.groups ?? {};
    const form = (after ?? before ?? "").toLowerCase();
    return receiver.test(`${front} ${rest}`)
      ? promised(form.endsWith("en") ? form : germanOfOne(form), `${front} ${rest}`, "de")
      : undefined;
  },
  es: (clause) => {
    const { future, many, thing } = spanish.exec(clause)?.groups ?? {};
    return promised(future ?? spanishOfMany(many ?? ""), thing, "es");
  },
};

const promised = (
  infinitive: string | undefined,
  words: string | undefined,
  language: Language,
): OpenPromise | undefined =>
  infinitive === undefined || words === undefined || idle[language].test(infinitive)
    ? undefined
    : { infinitive: infinitive.toLowerCase(), words };

const english =
  /^(?:i'll|i will|i'm going to|we'll|we will|we're going to|let me)(?: (?:also|then|gladly|certainly|just|quickly))* (?:(?<verb>\p{L}+) you (?<thing>(?:the|an?|our|my|some|those|these|two|three) .+)|(?<verbFor>\p{L}+) (?<thingFor>(?:the|an?|our|my|some|those|these|two|three) .+? (?:for|over to|round to|up for) you))$/iu;

const french =
  /^(?:je (?:te |t'|vous )(?<one>\p{L}+(?:e|ai))|nous (?:te |t'|vous )(?<many>\p{L}+ons))(?: (?:aussi|volontiers|bien sûr|avec plaisir|également))* (?<thing>(?:les? |la |l'|une? |des |mon |ma |mes |notre |nos |quelqu'un).+)$/iu;

const frenchOfOne = (form: string): string | undefined =>
  /^\p{L}+[ei]rai$/iu.test(form)
    ? form.slice(0, -2)
    : /^\p{L}+[^èé]\p{L}?e$/iu.test(form)
      ? `${form}r`.replace(/oier$/u, "oyer")
      : undefined;

const frenchOfMany = (form: string): string | undefined =>
  /^\p{L}+erons$/iu.test(form)
    ? form.slice(0, -3)
    : /(?:mettons|rendons)$/iu.test(form)
      ? form.replace(/ons$/iu, "re")
      : /^\p{L}{3,}ons$/iu.test(form)
        ? `${form.slice(0, -3).replace(/ge$/u, "g").replace(/ç$/u, "c")}er`
        : undefined;

const german =
  /^(?:(?<front>[^,;:]{0,60}?) )?(?:(?:ich (?<after>\p{L}+e)|(?<before>\p{L}+e) ich)|(?:wir (?<after>\p{L}{3,}en)|(?<before>\p{L}{3,}en) wir)) (?<rest>.+)$/iu;
const receiver = /(?<!\p{L})(?:[Dd]ir|Ihnen|[Ee]uch)(?!\p{L})/u;
/** The first person is regular in every German verb that one may promise with. */
const germanOfOne = (form: string): string => (/(?:er|el)e$/u.test(form) ? `${form.slice(0, -1)}n` : `${form}n`);

const spanish =
  /^(?:(?:claro|luego|sí) )*(?:te|le|os|les) (?:(?<future>\p{L}+[aei]r)(?:é|emos)|(?<many>\p{L}{2,}(?:amos|emos|imos)))(?: (?:también|luego|enseguida|con gusto))* (?<thing>(?:el|la|los|las|una?|unos|unas|nuestr[oa]s?|mi|mis|a alguien) .+)$/iu;
const spanishOfMany = (form: string): string | undefined =>
  form === "" ? undefined : form.replace(/([aei])mos$/iu, "$1r");

/** Verbs that promise nothing, whoever receives. */
const idle: Readonly<Record<Language, RegExp>> = {
  en: /^(?:wish|promise|tell|ask|thank|owe|cost|spare|save|see|show|have|give|leave|let|grant|forgive|teach|call|miss|need|want|like|love|take|make|read|wait|pray|speak|be|keep)$/iu,
  fr: /^(?:souhaiter|embrasser|remercier|prier|laisser|rappeler|trouver|aimer|saluer|écouter|féliciter|demander|présenter|conseiller|recommander|manquer|assurer|croire|jurer|raconter|épargner|accorder|déconseiller|reprocher|refuser|devoir|proposer|donner|passer|faire|pardonner|chanter|annoncer|signaler|informer|inviter|emmener|retrouver|accuser)$/iu,
  de: /^(?:wünschen|danken|glauben|sagen|versprechen|schulden|empfehlen|vertrauen|gratulieren|folgen|erzählen|verzeihen|lassen|überlassen|zeigen|ersparen|verraten|kündigen|geben|machen|gönnen|raten|verdanken|gestehen|melden|haben|werden|sein|stellen|fragen|tun|nehmen|wollen|können|müssen|sollen|mögen)$/iu,
  es: /^(?:desear|agradecer|rogar|pedir|esperar|ver|decir|llamar|recordar|contar|invitar|presentar|poner|dar|hacer|echar|dejar|deber|ahorrar|recomendar|aconsejar|anunciar|informar|prometer|jurar|perdonar|tener|querer)$/iu,
};
