/**
 * How a promise sounds in each language, and the verb phrase that is left when "I will" and the times are taken away. The
 * receiver goes where the verb does without ("send the deck"), and is kept and turned where it does not ("introduce me to
 * your CFO"); in the other languages only where the verb has nobody else to act on.
 */
import type { Language } from "../mail/language.ts";
import { openPromise } from "./open-promises.ts";
import { owedThing, sending } from "./owed-things.ts";
import { isNameWritten, nounPhrase, turned } from "./phrase.ts";
import { doing, frenchVerbs, germanVerbs, giving, makeable, spanishVerbs, type Verb } from "./promise-verbs.ts";

/** `isPresent`: said in the present tense, which may mean "with this letter". */
export type Promised = { text: string; isPresent: boolean };
type Speaker = "owner" | "person";

const textMax = 90;

const english = new RegExp(
  `^(?:(?:as (?:promised|discussed|agreed)|i promise|yes|sure|of course) )?(?:i'll|i will|i'm going to|i am going to|we'll|we will|will|let me|i promise to|i promise i'll|i promise that i'll|i shall)(?: (?:also|then|gladly|happily|certainly|definitely|of course|make sure to|personally|just|quickly|still|be sure to|go and))*` +
    ` (?:(?<person>introduce you (?:to|with)|put you in touch with|connect you (?:to|with)|(?:get|let) you(?: have)?(?= (?:the|their|an?|our|my|some|those|these) )|(?:get|come|circle|be) back to you (?:with|on|about)|(?:get|come|circle) back with|make (?:an?|the) (?:intro|introduction) to|drop you(?= (?:the|an?|our|my) )|recommend you to|put in a word for you (?:with|at))|(?<give>(?:${giving})(?: (?:over|on|back|along|out|round|around))?)(?<to> (?:it |them )?(?:to )?(?:you|you (?:both|all)|your team))?(?: (?:over|on|back|along|out))?|(?<do>${doing})) (?<thing>.+)$`,
  "iu",
);

/** "You'll have the photos": it is the writer who sends them, and by a day. */
const receiving =
  /^you(?:'ll| will)(?: (?:also|then))* (?:have|get|receive) (?<thing>(?:the|my|our|those|these|all the|an?) .+?)(?: (?:from me|in your inbox))*$/iu;

function promisedInEnglish(clause: string, saidBy: Speaker): Promised | undefined {
  const received = objectIn(receiving.exec(clause)?.groups?.thing ?? "", "en", saidBy);
  if (received !== undefined) return inOneLine(`send ${received}`, true);
  const { give, do: does, person, thing = "" } = english.exec(clause)?.groups ?? {};
  const verb = (give ?? does ?? person)?.toLowerCase();
  if (verb === undefined) return undefined;
  const object = objectIn(thing, "en", saidBy);
  if (object === undefined || (/^(?:make|do)$/.test(verb) && !makeable.en.test(object))) return undefined;
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
  if (
    /^(?:it|that|this|them|one|some|you|me|us|him|her|back|over|in|up|out|if|whether|how|what|why|when|who|$)(?: |$)/iu.test(
      bare,
    )
  )
    return undefined;
  if (manners.test(bare)) return undefined;
  return nameAndTitle(thing, language, saidBy) ?? nounPhrase(bare, language, saidBy);
}

/** What one sends, brings or checks without promising anything by it. */
const manners =
  /(?<!\p{L})(?:regards|love|best|greetings|wishes|(?<!lead |delivery |waiting |response )time|minds?|calendar|diary|pain|thoughts|word|words|game|eye|luck|life|call|ring|shout|hug|hand|push|try|go|impression|chance|hang|feeling|door|trouble|details|secret|truth|story|favou?r|amitiés|salutations|pensées|surprise|bises|quelqu'un|enfants|grüße?|liebe|kalender|glück|saludos|recuerdos|abrazos?|besos|niñ[oa]s|suerte|coup de fil|signe|toque|llamada|bescheid)$/iu;

/** "our CFO, Lena Voss" */
function nameAndTitle(thing: string, language: Language, saidBy: Speaker): string | undefined {
  const [title = "", name = ""] = thing.split(", ");
  const said = nounPhrase(title, language, saidBy);
  return said !== undefined && isNameWritten(name) ? `${said}, ${name}` : undefined;
}

/** No set phrase, place or purpose ("paso a buscarte"): French and Spanish name a thing with its article, or by its name. */
const isThing = (object: string): boolean => !manners.test(object) && named.test(object);
const named =
  /^(?:l'|(?:les?|la|une?|una|des|du|de la|deux|trois|quelques|cet?|cette|ces|quelqu'un|el|los|las|unos|unas|alguien|a alguien|dos|tres|alg[uú]n\p{L}*|es[aeo]s?|est[aeo]s?) |\p{Lu}|\d)/u;

const inOneLine = (text: string, isPresent: boolean): Promised | undefined =>
  text.length > textMax ? undefined : { text, isPresent };

/** One pattern of several forms, in which "faire suivre" is looked for before "faire". */
const longestFirst = (forms: readonly string[]): string =>
  forms.toSorted((one, other) => other.length - one.length).join("|");

/** To whom the reader will be introduced, by name: of "our CFO, Lena Voss" only the name is sure to be right. */
const nameIn = (words: string): string | undefined => {
  const name = /(?:^|,? )(?<name>\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+)$/u.exec(words)?.groups?.name;
  return name !== undefined && isNameWritten(name) ? name : undefined;
};

const frenchPresentation = /^(?:promis |oui |bien sûr )?je (?<who>te|vous) (?:présente|présenterai) (?<whom>.+)$/iu;
const frenchIntroduction =
  /^(?:promis |oui |bien sûr )?je (?:(?:vais|promets de) (?<who1>te|vous) mettre|(?<who2>te|vous) (?:mets|mettrai)) en (?:contact|relation) avec (?<thing>.+)$/iu;

const frenchVerb = (form: (verb: Verb) => string) => longestFirst(frenchVerbs.map(form));
const french = new RegExp(
  `^(?:promis |oui |bien sûr |comme (?:promis|convenu|prévu) |c'est promis )?(?:je|j'|nous) ?(?:(?:vais|promets de|allons) (?:te |t'|vous |lui |leur |en )?(?<infinitive>${frenchVerb(({ infinitive }) => infinitive)})|(?:te |t'|vous |en )?(?:(?<future>${frenchVerb(({ infinitive, future }) => future ?? `${infinitive}ai`)})|(?<present>${frenchVerb(({ present }) => present)})))(?: (?:aussi|volontiers|bien sûr|avec plaisir|également|bien|par (?:mail|courrier|courriel|la poste)))*(?: à nouveau)? (?<thing>.+)$`,
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
  const presented = frenchPresentation.exec(clause)?.groups;
  if (presented !== undefined) {
    const whom = nameIn(presented.whom ?? "");
    const who = saidBy === "owner" ? presented.who!.toLowerCase() : "me";
    return whom === undefined ? undefined : inOneLine(`${who} présenter ${whom}`, /présente /iu.test(clause));
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
  if (verb.makes === true && !makeable.fr.test(object)) return undefined;
  const text = `${verb.infinitive} ${object}`.replace(/(?<= )à le /u, "au ").replace(/(?<= )à les /u, "aux ");
  return inOneLine(text, present !== undefined && verb.acts !== true);
}

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
  /(?<!\p{L})(?:dir|ihnen|euch|dann|gern|gerne|noch|auch|gleich|natürlich|selbstverständlich|spätestens|einfach|kurz|so|nochmal|per mail|versprochen|wie versprochen|wie besprochen|wie vereinbart|ja|klar|na|schnell|mal|bald|danach|außerdem|zudem|daneben)(?!\p{L})/giu;

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
  const said =
    verb.prefix === "bekannt"
      ? introducedInGerman(object, saidBy)
      : verb.infinitive === "vorstellen"
        ? presentedInGerman(object, saidBy)
        : thingInGerman(object, saidBy, verb.takes);
  if (said === undefined || (verb.makes === true && !makeable.de.test(said))) return undefined;
  return inOneLine(`${said} ${verb.infinitive}`, future === undefined && verb.acts !== true);
}

const germanVerb = (first: string, words: string) =>
  germanVerbs.find(
    (one) =>
      new RegExp(`^${one.first}$`, "u").test(first) &&
      (one.prefix === undefined || words.toLowerCase().endsWith(` ${one.prefix}`)) &&
      (one.takes === undefined || one.takes.test(words)),
  );

/** An accusative with its article; a prefix left over at the end belongs to another verb. */
function thingInGerman(object: string, saidBy: Speaker, takes: RegExp | undefined): string | undefined {
  if (manners.test(object) || /(?<!\p{L})grüße(?!\p{L})/iu.test(object)) return undefined;
  if (!(takes ?? /^(?:den|die|das|einen?|ein|mein|dein|unser|ihre?n?|beim|alles \p{L}|\p{Lu})/u).test(object))
    return undefined;
  if (/(?<!\p{L})(?:an|ab|auf|aus|bei|ein|mit|nach|vor|zu|zurück|weiter|dass|mich|uns|sie|es)$/iu.test(object))
    return undefined;
  if (/^(?:das|dies|dieses|einen|ein|eine|mein|dein)$/iu.test(object)) return undefined;
  return object.split(" ").length > 9 ? undefined : turned(lowerArticle(object), "de", saidBy);
}

/** Once first in its sentence, now within one. */
const lowerArticle = (object: string): string =>
  object.replace(/^(?:D(?:en|ie|as)|Ein(?:en|e)?|E[ln]|L[ao]s?|Un[oa]?)(?= )/u, (word) => word.toLowerCase());

/** "Sie meiner Chefin Marion Bell": to whom, by name. */
function presentedInGerman(object: string, saidBy: Speaker): string | undefined {
  const { who = "", whom = "" } = /^(?<who>Sie|dich|euch) (?<whom>.+)$/u.exec(object)?.groups ?? {};
  const name = nameIn(whom);
  return who === "" || name === undefined ? undefined : `${saidBy === "owner" ? who : "mich"} ${name}`;
}

function introducedInGerman(object: string, saidBy: Speaker): string | undefined {
  const { who = "", whom = "" } = /^(?<who>Sie|dich|euch) mit (?<whom>.+)$/u.exec(object)?.groups ?? {};
  const said = who === "" ? undefined : nounPhrase(whom, "de", saidBy);
  return said === undefined ? undefined : `${saidBy === "owner" ? who : "mich"} mit ${said}`;
}

const spanishPresentation = /^(?:(?:claro|luego) )*(?<who>te|le|os|les) (?:presentaré|presento) (?:a )?(?<whom>.+)$/iu;
const spanishVerb = (form: (verb: Verb) => string) => longestFirst(spanishVerbs.map(form));
const spanish = new RegExp(
  `^(?:(?:prometido|sí|claro|por supuesto|luego|después|como (?:hablamos|prometí|quedamos|acordamos|te (?:dije|prometí)|le (?:dije|prometí))) )*(?:(?<front>(?:el|la|los|las|mi|mis|nuestr[oa]s?|un|una) [^,;:]{2,60}?) )?(?:(?:te|le|os|les) )?(?:(?:lo |la |los |las ))?(?:(?<future>${spanishVerb(({ infinitive, future }) => future ?? `${infinitive}é`)})|(?<present>${spanishVerb(({ present }) => present)})|voy a (?<infinitive>${spanishVerb(({ infinitive }) => infinitive)})(?:te|le|os|les)?)(?: (?:también|luego|enseguida|encantad[oa]|mismo|por (?:correo|e-?mail|mensajero|whatsapp)))*(?: (?<thing>.+))?$`,
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
  const presented = spanishPresentation.exec(clause)?.groups;
  if (presented !== undefined) {
    const whom = nameIn(presented.whom ?? "");
    const who = saidBy === "owner" ? presented.who!.toLowerCase() : "me";
    return whom === undefined ? undefined : inOneLine(`presentar${who} a ${whom}`, / presento /iu.test(` ${clause}`));
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
  if (verb.makes === true && !makeable.es.test(object)) return undefined;
  const text = `${verb.infinitive} ${object}`.replace(/(?<= )a el /u, "al ");
  return inOneLine(text, present !== undefined && verb.acts !== true);
}

function owedIn(clause: string, language: Language, saidBy: Speaker): Promised | undefined {
  const thing = nounPhrase(lowerArticle(owedThing(clause, language) ?? ""), language, saidBy);
  return thing === undefined ? undefined : inOneLine(sending[language](thing), false);
}

const said: Readonly<Record<Language, (clause: string, saidBy: Speaker) => Promised | undefined>> = {
  en: promisedInEnglish,
  fr: promisedInFrench,
  de: promisedInGerman,
  es: promisedInSpanish,
};

/** The verb phrase of a clause without its times; undefined when it promises nothing that can be said again. */
export const promiseIn = (clause: string, language: Language, saidBy: Speaker): Promised | undefined =>
  said[language](clause, saidBy) ?? owedIn(clause, language, saidBy) ?? openIn(clause, language, saidBy);

/** Said as if it were in the present tense: only a day makes a promise of it. */
function openIn(clause: string, language: Language, saidBy: Speaker): Promised | undefined {
  const open = openPromise[language](clause);
  if (open === undefined) return undefined;
  if (language === "de") return openInGerman(open, saidBy);
  const thing = objectIn(open.words, language, saidBy);
  if (thing === undefined || (language !== "en" && !isThing(thing))) return undefined;
  return inOneLine(`${open.infinitive} ${thing}`, true);
}

/** The prefix at the end of a German clause belongs to its verb. */
function openInGerman(
  { infinitive, words }: { infinitive: string; words: string },
  saidBy: Speaker,
): Promised | undefined {
  const bare = words.replace(germanFillers, " ").replace(/\s+/g, " ").trim();
  const prefix =
    / (?<prefix>ab|an|auf|aus|bei|durch|ein|her|heraus|mit|nach|raus|rüber|vor|vorbei|weg|weiter|zu|zurück|zusammen)$/u.exec(
      bare,
    )?.groups?.prefix ?? "";
  const thing = thingInGerman(bare.slice(0, bare.length - prefix.length).trim(), saidBy, undefined);
  return thing === undefined ? undefined : inOneLine(`${thing} ${prefix}${infinitive}`, true);
}
