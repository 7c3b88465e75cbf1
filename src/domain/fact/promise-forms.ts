/**
 * How a promise sounds in each language, and the verb phrase that is left when "I will" and the times are taken away. The
 * receiver goes where the verb does without ("send the deck"), and is kept and turned where it does not ("introduce me to
 * your CFO"); in the other languages only where the verb has nobody else to act on.
 */
import type { Language } from "../mail/language.ts";
import { isNameWritten, nounPhrase, turned } from "./phrase.ts";

/** `isPresent`: said in the present tense, which may mean "with this letter". */
export type Promised = { text: string; isPresent: boolean };
type Speaker = "owner" | "person";

const textMax = 90;

/** Verbs that hand something to somebody. */
const giving = "send|forward|share|email|mail|bring|lend|pass on|hand over|print|scan";
/** Verbs that do something with a thing. */
const doing =
  "ask|check|look into|look up|find out|dig out|dig up|prepare|draft|write up|book|review|read|sign|set up|organise|organize|arrange|translate|proofread|reserve|put together|pull together|draw up|track down";

const english = new RegExp(
  `^(?:(?:as (?:promised|discussed|agreed)|i promise|yes|sure|of course) )?(?:i'll|i will|i'm going to|i am going to|we'll|we will|let me|i promise to|i promise i'll|i promise that i'll|i shall)(?: (?:also|then|gladly|happily|certainly|definitely|of course|make sure to|personally|just|quickly|still|be sure to|go and))*` +
    ` (?:(?<person>introduce you (?:to|with)|put you in touch with|connect you (?:to|with)|get you(?= (?:the|an?|our|my|some) )|(?:get|come|circle|be) back to you (?:with|on|about)|(?:get|come|circle) back with|make (?:an?|the) (?:intro|introduction) to|drop you(?= (?:the|an?|our|my) )|recommend you to|put in a word for you (?:with|at))|(?<give>(?:${giving})(?: (?:over|on|back|along|out|round|around))?)(?<to> (?:it |them )?(?:to )?(?:you|you (?:both|all)|your team))?(?: (?:over|on|back|along|out))?|(?<do>${doing})) (?<thing>.+)$`,
  "iu",
);

function promisedInEnglish(clause: string, saidBy: Speaker): Promised | undefined {
  const { give, do: does, person, thing = "" } = english.exec(clause)?.groups ?? {};
  const verb = (give ?? does ?? person)?.toLowerCase();
  if (verb === undefined) return undefined;
  const object = objectIn(thing, "en", saidBy);
  if (object === undefined) return undefined;
  const turnedVerb = turned(verb, "en", saidBy);
  return turnedVerb === undefined ? undefined : inOneLine(`${turnedVerb} ${object}`, false);
}

/** A thing, or a person by name; never "it", which says nothing outside of its letter. */
function objectIn(thing: string, language: Language, saidBy: Speaker): string | undefined {
  const bare = thing
    .replace(/ (?:to|with|for) (?:you|your team|you both)(?= |$)/iu, "")
    .replace(
      / (?:as promised|as discussed|by then|asap|as soon as possible|straight away|right away|later|first thing)$/iu,
      "",
    );
  if (/^(?:it|that|this|them|one|some|you|me|us|back|over|in|if|whether|how|what)(?: |$)/iu.test(bare))
    return undefined;
  if (manners.test(bare)) return undefined;
  return nameAndTitle(thing, language, saidBy) ?? nounPhrase(bare, language, saidBy);
}

/** What one sends, brings or checks without promising anything by it. */
const manners =
  /(?<!\p{L})(?:regards|love|best|greetings|wishes|time|minds?|calendar|diary|pain|thoughts|word|game|eye|luck|amitiés|salutations|pensées|surprise|bises|quelqu'un|enfants|grüße?|liebe|kalender|glück|saludos|recuerdos|abrazos?|besos|niñ[oa]s|suerte)$/iu;

/** "our CFO, Lena Voss" */
function nameAndTitle(thing: string, language: Language, saidBy: Speaker): string | undefined {
  const [title = "", name = ""] = thing.split(", ");
  const said = nounPhrase(title, language, saidBy);
  return said !== undefined && isNameWritten(name) ? `${said}, ${name}` : undefined;
}

/** No set phrase, and no place or purpose: "paso a buscarte". */
const isThing = (object: string): boolean =>
  !manners.test(object) && !/^(?:à|en|pour|par|avec|al?|por|con|de)(?: |$)/iu.test(object);

const inOneLine = (text: string, isPresent: boolean): Promised | undefined =>
  text.length > textMax ? undefined : { text, isPresent };

type Verb = { infinitive: string; present: string; future?: string; acts?: boolean };

/** Regular futures are made from the infinitive; `acts`: in the present tense, too, it lies ahead. */
const frenchVerbs: readonly Verb[] = [
  { infinitive: "envoyer", present: "envoie", future: "enverrai" },
  { infinitive: "renvoyer", present: "renvoie", future: "renverrai" },
  { infinitive: "transmettre", present: "transmets", future: "transmettrai" },
  { infinitive: "faire suivre", present: "fais suivre", future: "ferai suivre" },
  { infinitive: "faire parvenir", present: "fais parvenir", future: "ferai parvenir" },
  { infinitive: "partager", present: "partage" },
  { infinitive: "prêter", present: "prête" },
  { infinitive: "apporter", present: "apporte" },
  { infinitive: "rapporter", present: "rapporte" },
  { infinitive: "communiquer", present: "communique" },
  { infinitive: "préparer", present: "prépare" },
  { infinitive: "chercher", present: "cherche" },
  { infinitive: "retrouver", present: "retrouve" },
  { infinitive: "réserver", present: "réserve" },
  { infinitive: "relire", present: "relis", future: "relirai" },
  { infinitive: "vérifier", present: "vérifie", acts: true },
  { infinitive: "adresser", present: "adresse" },
  { infinitive: "présenter", present: "présente" },
];

const frenchIntroduction =
  /^(?:promis |oui |bien sûr )?je (?:(?:vais|promets de) (?<who1>te|vous) mettre|(?<who2>te|vous) (?:mets|mettrai)) en (?:contact|relation) avec (?<thing>.+)$/iu;

const frenchVerb = (form: (verb: Verb) => string) => frenchVerbs.map(form).join("|");
const french = new RegExp(
  `^(?:promis |oui |bien sûr |comme promis |c'est promis )?(?:je|nous) ?(?:(?:vais|promets de|allons) (?:te |t'|vous |lui |leur )?(?<infinitive>${frenchVerb(({ infinitive }) => infinitive)})|(?:te |t'|vous )?(?:(?<future>${frenchVerb(({ infinitive, future }) => future ?? `${infinitive}ai`)})|(?<present>${frenchVerb(({ present }) => present)})))(?: (?:aussi|volontiers|bien sûr|avec plaisir|également|bien))*(?: à nouveau)? (?<thing>.+)$`,
  "iu",
);

function promisedInFrench(clause: string, saidBy: Speaker): Promised | undefined {
  const introduced = frenchIntroduction.exec(clause)?.groups;
  if (introduced !== undefined) {
    const who = (introduced.who1 ?? introduced.who2 ?? "").toLowerCase();
    const whom = nounPhrase(introduced.thing ?? "", "fr", saidBy);
    // Whoever is to be introduced is the reader: of the person's promise that is the owner.
    return whom === undefined
      ? undefined
      : inOneLine(`${saidBy === "owner" ? who : "me"} mettre en contact avec ${whom}`, false);
  }
  const { infinitive, future, present, thing = "" } = french.exec(clause)?.groups ?? {};
  const said = (infinitive ?? future ?? present)?.toLowerCase();
  const verb = frenchVerbs.find(
    (one) => said === one.infinitive || said === (one.future ?? `${one.infinitive}ai`) || said === one.present,
  );
  const object = nounPhrase(
    thing.replace(/ (?:au plus tard|d'ici là|sans faute|dès que possible|rapidement)$/iu, ""),
    "fr",
    saidBy,
  );
  if (verb === undefined || object === undefined || !isThing(object)) return undefined;
  return inOneLine(`${verb.infinitive} ${object}`, present !== undefined && verb.acts !== true);
}

/** First person and infinitive; the prefix goes to the end of the clause. `acts` as above. */
const germanVerbs: readonly { first: string; prefix?: string; infinitive: string; acts?: boolean }[] = [
  { first: "lasse?", prefix: "zukommen", infinitive: "zukommen lassen" },
  { first: "schicke?", prefix: "zu", infinitive: "zuschicken" },
  { first: "schicke?", prefix: "weiter", infinitive: "weiterschicken" },
  { first: "schicke?", infinitive: "schicken" },
  { first: "sende", prefix: "zu", infinitive: "zusenden" },
  { first: "sende", infinitive: "senden" },
  { first: "leite", prefix: "weiter", infinitive: "weiterleiten" },
  { first: "maile?", infinitive: "mailen" },
  { first: "leihe?", infinitive: "leihen" },
  { first: "bringe?", prefix: "mit", infinitive: "mitbringen" },
  { first: "gebe?", prefix: "weiter", infinitive: "weitergeben" },
  { first: "reiche?", prefix: "nach", infinitive: "nachreichen" },
  { first: "suche?", prefix: "heraus", infinitive: "heraussuchen" },
  { first: "suche?", prefix: "raus", infinitive: "raussuchen" },
  { first: "bereite", prefix: "vor", infinitive: "vorbereiten" },
  { first: "lese?", prefix: "durch", infinitive: "durchlesen" },
  { first: "mache?", prefix: "bekannt", infinitive: "bekannt machen" },
  { first: "besorge?", infinitive: "besorgen" },
  { first: "reserviere?", infinitive: "reservieren" },
  { first: "buche?", infinitive: "buchen" },
  { first: "kläre?", infinitive: "klären", acts: true },
  { first: "prüfe?", infinitive: "prüfen", acts: true },
  { first: "frage?", infinitive: "fragen", acts: true },
];

const germanFirst = [...new Set(germanVerbs.map(({ first }) => first))].join("|");
const germanInfinitive = germanVerbs.map(({ infinitive }) => infinitive).join("|");
const germanPresent = new RegExp(
  `^(?:(?<front>[^,;:]{0,60}?) )?(?:ich (?<after>${germanFirst})|(?<before>${germanFirst}) ich)(?: (?<rest>.+))?$`,
  "iu",
);
const germanFuture = new RegExp(
  `^(?:(?<front>[^,;:]{0,60}?) )?(?:ich werde|werde ich) (?<rest>.+) (?<infinitive>${germanInfinitive})$`,
  "iu",
);
/** Small words that carry nothing: receivers, manners, fillers. */
const germanFillers =
  /(?<!\p{L})(?:dir|ihnen|euch|dann|gern|gerne|noch|auch|gleich|natürlich|selbstverständlich|spätestens|einfach|kurz|so|nochmal|per mail|versprochen|wie versprochen|wie besprochen|wie vereinbart|ja|klar|na|schnell|mal|bald|danach)(?!\p{L})/giu;

function promisedInGerman(clause: string, saidBy: Speaker): Promised | undefined {
  const future = germanFuture.exec(clause)?.groups;
  const present = future === undefined ? germanPresent.exec(clause)?.groups : undefined;
  const { front = "", rest = "" } = future ?? present ?? {};
  if (future === undefined && present === undefined) return undefined;
  const words = `${front} ${rest}`.replace(germanFillers, " ").replace(/\s+/g, " ").trim();
  const verb =
    future !== undefined
      ? germanVerbs.find(({ infinitive }) => infinitive === future.infinitive?.toLowerCase())
      : germanVerb((present?.after ?? present?.before ?? "").toLowerCase(), words);
  if (verb === undefined) return undefined;
  const object = verb.prefix === undefined || future !== undefined ? words : words.slice(0, -verb.prefix.length).trim();
  const said = verb.prefix === "bekannt" ? introducedInGerman(object, saidBy) : thingInGerman(object, saidBy);
  if (said === undefined) return undefined;
  return inOneLine(`${said} ${verb.infinitive}`, future === undefined && verb.acts !== true);
}

const germanVerb = (first: string, words: string) =>
  germanVerbs.find(
    (one) =>
      new RegExp(`^${one.first}$`, "u").test(first) &&
      (one.prefix === undefined || words.toLowerCase().endsWith(` ${one.prefix}`)),
  );

/** An accusative with its article; a prefix left over at the end belongs to another verb. */
function thingInGerman(object: string, saidBy: Speaker): string | undefined {
  if (manners.test(object) || /(?<!\p{L})grüße(?!\p{L})/iu.test(object)) return undefined;
  if (!/^(?:den|die|das|einen?|ein|mein|dein|unser|ihre?n?|beim|\p{Lu})/u.test(object)) return undefined;
  if (/(?<!\p{L})(?:an|ab|auf|aus|bei|ein|mit|nach|vor|zu|zurück|weiter|dass|mich|uns|sie|es)$/iu.test(object))
    return undefined;
  if (/^(?:das|dies|dieses|einen|ein|eine|mein|dein)$/iu.test(object)) return undefined;
  return object.split(" ").length > 9 ? undefined : turned(lowerArticle(object), "de", saidBy);
}

/** Once first in its sentence, now within one. */
const lowerArticle = (object: string): string =>
  object.replace(/^(?:D(?:en|ie|as)|Ein(?:en|e)?|E[ln]|L[ao]s?|Un[oa]?)(?= )/u, (word) => word.toLowerCase());

function introducedInGerman(object: string, saidBy: Speaker): string | undefined {
  const { who = "", whom = "" } = /^(?<who>Sie|dich|euch) mit (?<whom>.+)$/u.exec(object)?.groups ?? {};
  const said = who === "" ? undefined : nounPhrase(whom, "de", saidBy);
  return said === undefined ? undefined : `${saidBy === "owner" ? who : "mich"} mit ${said}`;
}

const spanishVerbs: readonly Verb[] = [
  { infinitive: "hacer llegar", present: "hago llegar", future: "haré llegar" },
  { infinitive: "enviar", present: "envío" },
  { infinitive: "reenviar", present: "reenvío" },
  { infinitive: "mandar", present: "mando" },
  { infinitive: "pasar", present: "paso" },
  { infinitive: "prestar", present: "presto" },
  { infinitive: "compartir", present: "comparto" },
  { infinitive: "llevar", present: "llevo" },
  { infinitive: "traer", present: "traigo" },
  { infinitive: "devolver", present: "devuelvo" },
  { infinitive: "preparar", present: "preparo" },
  { infinitive: "buscar", present: "busco" },
  { infinitive: "reservar", present: "reservo" },
  { infinitive: "facilitar", present: "facilito" },
  { infinitive: "consultar", present: "consulto", acts: true },
  { infinitive: "revisar", present: "reviso", acts: true },
  { infinitive: "preguntar", present: "pregunto", acts: true },
];
const spanishVerb = (form: (verb: Verb) => string) => spanishVerbs.map(form).join("|");
const spanish = new RegExp(
  `^(?:(?:prometido|sí|claro|por supuesto|luego|después|como (?:hablamos|prometí|quedamos)) )*(?:(?<front>(?:el|la|los|las|mi|mis|nuestr[oa]s?|un|una) [^,;:]{2,60}?) )?(?:(?:te|le|os|les) (?:lo |la |los |las )?)?(?:(?<future>${spanishVerb(({ infinitive, future }) => future ?? `${infinitive}é`)})|(?<present>${spanishVerb(({ present }) => present)})|voy a (?<infinitive>${spanishVerb(({ infinitive }) => infinitive)})(?:te|le|os|les)?)(?: (?:también|luego|enseguida|encantad[oa]|mismo))*(?: (?<thing>.+))?$`,
  "iu",
);
const spanishIntroduction =
  /^(?:(?:claro|luego) )*(?:(?<who>te|le|os|les) (?:pondré|pongo) en contacto con|voy a poner(?<who2>te|le|os|les) en contacto con) (?<thing>.+)$/iu;

function promisedInSpanish(clause: string, saidBy: Speaker): Promised | undefined {
  const introduced = spanishIntroduction.exec(clause)?.groups;
  if (introduced !== undefined) {
    const whom = nounPhrase(introduced.thing ?? "", "es", saidBy);
    const who = (introduced.who ?? introduced.who2 ?? "").toLowerCase();
    return whom === undefined
      ? undefined
      : inOneLine(`poner${saidBy === "owner" ? who : "me"} en contacto con ${whom}`, false);
  }
  const { front, future, present, infinitive, thing } = spanish.exec(clause)?.groups ?? {};
  const said = (future ?? present ?? infinitive)?.toLowerCase();
  const verb = spanishVerbs.find(
    (one) => said === (one.future ?? `${one.infinitive}é`) || said === one.present || said === one.infinitive,
  );
  const object = nounPhrase(
    lowerArticle(thing ?? front ?? "").replace(/ (?:cuanto antes|sin falta|a más tardar)$/iu, ""),
    "es",
    saidBy,
  );
  if (verb === undefined || object === undefined || !isThing(object)) return undefined;
  return inOneLine(`${verb.infinitive} ${object}`, present !== undefined && verb.acts !== true);
}

/** The verb phrase of a clause without its times; undefined when it promises nothing that can be said again. */
export const promiseForms: Readonly<Record<Language, (clause: string, saidBy: Speaker) => Promised | undefined>> = {
  en: promisedInEnglish,
  fr: promisedInFrench,
  de: promisedInGerman,
  es: promisedInSpanish,
};
