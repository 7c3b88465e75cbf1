/** Real questions to the reader. Greetings, set phrases and proposals of a time ask nothing that could be left open. */
import type { Language } from "../mail/language.ts";
import { readDays } from "./fact-dates.ts";
import type { Find, Writing } from "./found-fact.ts";
import { isIronic, type Statement } from "./statement.ts";

const wordsMin = 4;
const wordsMax = 28;
const textMax = 180;

export function findQuestions(statement: Statement, writing: Writing): Find[] {
  const { language } = writing;
  if (!statement.isQuestion || isIronic(statement)) return [];
  const text = questionIn(statement.text, language);
  const words = text.split(" ").length;
  if (!text.endsWith("?") || words < wordsMin || words > wordsMax || text.length > textMax) return [];
  if (!asks[language].test(text) || setPhrases[language].test(text)) return [];
  const days = readDays(text, writing);
  if ((days.phrases.length > 0 || days.hasHour) && appoints[language].test(text)) return [];
  return [{ text, confidence: 0.85 }];
}

/** The question without what leads to it: "Quick one: who owns it?" asks "Who owns it?". */
function questionIn(text: string, language: Language): string {
  const only = text.replace(/\s*\?[?!.)\s]*$/u, (end) => (language === "fr" && /^\s/.test(end) ? " ?" : "?"));
  const led =
    language === "es"
      ? only.slice(Math.max(0, only.indexOf("¿")))
      : only.replace(leads, "").replace(/^[^?]{3,80}?: (?=\p{L})/u, "");
  return led.replace(
    /^(?<mark>¿\s?)?(?<first>\p{L})/u,
    (_, mark: string | undefined, first: string) => `${mark ?? ""}${first.toUpperCase()}`,
  );
}
const leads =
  /^(?:(?:quick one|one (?:more )?question|two questions?|quick question|by the way|and|so|but|also|well|ok|p\.?s\.?|au fait|une question|petite question|et|mais|alors|sinon|dis|dis-moi|dites-moi|tell me|say|ach|und noch was|übrigens|eine frage|kurze frage|und|aber|also|sag mal)[:,]? (?:and )?)+(?=\p{L})/iu;

const asks: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:in|on|at|to|for|with|from|by|about) )?(?:who|whom|what|which|when|where|why|how|do|does|did|have|has|is|are|was|were|can|could|would|will|should|may|any)(?:'\p{L}+)?\s/iu,
  fr: /^(?:.{0,60}[\p{L}]-(?:t-)?(?:tu|vous|il|elle|ils|elles)(?!\p{L})|qui|que|quoi|quel(?:le)?s?|quand|où|pourquoi|comment|combien|est-ce|c'est (?:qui|quoi|où|quand|comment|combien)|qu'|sur quoi|avec qui|à qui|de quoi|(?:\p{L}+'|\p{L}+ )?\p{L}+-(?:t-)?(?:tu|vous|on|nous|il|elle|ils|elles|je|ce)(?!\p{L})|(?:tu|vous) )/iu,
  de: /^(?:(?:in|an|mit|bei|für|von|aus|zu|auf|über|nach) (?:wem|wen|was|welche[nmrs]?)|wer|wen|wem|was|welche[nmrs]?|wann|wo|woher|wohin|warum|wieso|wie|womit|wofür|worüber|kennst|kennen|hast|haben|habt|kannst|können|könntest|könnten|könnt|weißt|wissen|wisst|hältst|halten|soll|sollen|sollte|ist|sind|war|gibt|wird|werden|würdest|würden|magst|mögen|willst|wollen|bist|seid|darf|dürfen|schickst|schicken|brauchst|brauchen|geht|kommt|kommst|kommen|arbeitest|arbeiten|habe|hat|machst|machen|macht|suchst|suchen|sucht|nutzt|nutzen|findest|finden|findet)(?:\s)/iu,
  es: /^¿\s?(?:y |pero |entonces |por cierto,? )?\p{L}+/iu,
};

const setPhrases: Readonly<Record<Language, RegExp>> = {
  en: /^(?:how (?:are|is|was|have|goes|about|do you do|'s)(?: (?:you|things|it|life|everything|your (?:week|weekend|day|summer|holiday|family)))|how's|what's up|what's new|what about|how about|who knows|what can i|(?:when|where) (?:shall|can|should|could|would) we|can we (?:meet|talk|speak|call)|who would have|why (?:not|me|don't we)|shall |when are we|what (?:more|else) (?:can|could)|is (?:that|this|it) (?:ok|okay|all right|alright|fine)|does (?:that|this|it) (?:make sense|work|suit)|would (?:that|this) (?:work|suit|be)|are there any (?:days|times)|are you (?:ok|well|free|around|available)|(?:is|are|do|does|did|have|has|was|were|can|could|would|will|should)n't|isn't|can you believe|do you (?:mind|see|know what i mean)|remember|right|have you (?:ever seen|heard from me)|any (?:chance|news|luck|idea|thoughts|questions|plans))/iu,
  fr: /^(?:comment (?:vas|allez|va|ça va|vont)|ça va|quoi de neuf|qui sait|pourquoi pas|n'est-ce|que (?:dire|veux-tu|voulez-vous) |qui aurait|on dit|ça (?:vous|te) (?:va|convient)|est-ce que ça (?:vous|te) (?:va|convient)|tu vois|vous voyez|et (?:toi|vous)|on se|quand (?:se|est-ce qu'on|nous)|(?:tu|vous) (?:serais|seriez|es|êtes) (?:dispo\p{L}*|libres?))/iu,
  de: /^(?:wie (?:geht(?:s|'s| es)|läuft|war (?:dein|ihr|das) (?:wochenende|urlaub))|was gibt's neues|was gibt es neues|wer weiß|warum nicht|was soll's|was soll man|sagen wir|passt (?:das|dir|ihnen|es)|ist das (?:ok|okay|in ordnung)|wer hätte|wann (?:essen|treffen|sehen|telefonieren|sprechen) wir|und (?:dir|ihnen|selbst)|sehen wir|treffen wir|wollen wir)/iu,
  es: /^¿\s?(?:y )?(?:qué tal|cómo (?:estás|está|están|estáis|va|te va|le va)|quién sabe|por qué no|qué hay|te (?:va|parece) bien|le (?:va|parece) bien|quedamos|nos vemos|cuándo (?:es|quedamos|comemos|nos vemos|podemos)|verdad|no crees|no es así|y (?:tú|usted)|qué más)/iu,
};

/** Words with which a time is proposed. */
const appoints: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:works?|suits?|free|meet|available|say|talk|speak|call|move|moving|shift|make it|possible|how about|what about|around|coffee|lunch|drop by|join|come|instead|earlier|later|any chance|slot|time)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:convien\p{L}*|libre|dispo\p{L}*|rencontr\p{L}*|voir|parler|appel\p{L}*|décaler|déplacer|possible|déjeuner|café|passer|venir|plutôt|créneau|heure|temps)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:passt|passen|frei|treffen|sehen|sprechen|reden|telefonieren|anrufen|verschieben|verlegen|möglich|mittagessen|kaffee|vorbeikommen|kommen|lieber|termin|zeit|uhr)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:viene bien|va bien|libre|disponible|quedar|quedamos|vernos|vemos|hablar|hablamos|llamar\p{L}*|mover|cambiar|posible|comer|café|pasar|venir|mejor|hueco|hora|tiempo|podemos)(?!\p{L})/iu,
};
