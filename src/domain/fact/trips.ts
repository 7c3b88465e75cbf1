/** Where the writer will be, from one day to another: "I'm in Berlin from 1 to 3 December". Cities only, and days that are named. */
import type { Language } from "../mail/language.ts";
import { cityNamed } from "../meeting/city.ts";
import { readDays, stay } from "./fact-dates.ts";
import type { Find, Writing } from "./found-fact.ts";
import { beginningsOf, clauseOf, isConditional, isDenied, isIronic, isReported, type Statement } from "./statement.ts";

export function findTrips(statement: Statement, writing: Writing): Find[] {
  const { language } = writing;
  const stated = { ...statement, text: statement.text.replace(offers, "") };
  if (statement.isQuestion || isIronic(statement) || isConditional(stated, language)) return [];
  for (const beginning of beginningsOf(statement)) {
    const clause = clauseOf(beginning);
    const before = statement.text.slice(0, statement.text.length - beginning.length);
    const behind = going[language].exec(clause) ?? (myself[language].test(before) ? elliptic.exec(clause) : null);
    if (behind === null || isDenied(clause, language) || unsure[language].test(behind[0])) continue;
    if (isReported(before, language) || isDenied(before, language)) continue;
    const place = cityAtStart(clause.slice(behind[0].length), language);
    const days = stay(readDays(clause, writing), writing) ?? stay(readDays(statement.text, writing), writing);
    if (place === undefined || days === undefined) continue;
    return [{ text: `${inCity[language]} ${place}`, place, dueOn: days.first, untilOn: days.last, confidence: 0.9 }];
  }
  return [];
}

/** "… if you fancy a coffee": the trip does not hang on it. */
const offers =
  /,? (?:if|in case|should|si jamais|si|falls|wenn|por si|si es que) (?:you|you're|anyone|vous|tu|t'|ça|cela|un|une|le cœur|sie|du|ihr|jemand|te|le|les|os|quieres|quiere|alguien)(?!\p{L}).*$/iu;

const inCity: Readonly<Record<Language, string>> = { en: "in", fr: "à", de: "in", es: "en" };

/** "I'm round your way soon: in Leeds from 7 to 9 December". */
const elliptic = /^(?:in|à|en) (?=\p{Lu})/u;
const myself: Readonly<Record<Language, RegExp>> = {
  en: /^(?:[\p{L} ]{0,20} )?(?:i'm|i am|i'll be|we're|we'll be) [^:]{2,60}: $/iu,
  fr: /^(?:[\p{L} ]{0,20} )?(?:je suis|je serai|je passe|nous sommes|nous serons) [^:]{2,60} ?: $/iu,
  de: /^(?:[\p{L} ]{0,20} )?(?:ich bin|bin ich|ich komme|wir sind) [^:]{2,60}: $/iu,
  es: /^(?:[\p{L} ]{0,20} )?(?:estoy|estaré|ando|andaré|paso|pasaré) [^:]{2,60}: $/iu,
};

/** Times, fillers and a reason may stand before the verb; what follows the match is where they go. */
const going: Readonly<Record<Language, RegExp>> = {
  en: /^(?:[^,;:]{0,40} )?(?<![\p{L}'])(?:[Ii]|[Ww]e)(?:(?:'m| am|'ll be| will be|'re| are)(?: (?:going to be|also|actually|back|over|down|up|again|only|just|staying|working|coming))* in|(?:'m| am|'ll be| will be|'re| are)(?: (?:also|actually|off|back|over|down|up|just))*(?: (?:travelling|traveling|flying|going|heading|coming|driving|returning|back|off|over))(?: (?:back|over|down|up|on to))* to|(?:'m| am|'ll be| will be|'re| are) (?:on (?:an?|my|our) (?:business |work )?(?:trip|visit|way) to|(?:attending|at|speaking at) (?:an?|the) (?:\p{L}+ ){1,2}in|spending (?:\p{L}+ ){1,4}in)|(?:'ll| will)? (?:land|arrive|stay|touch down|have (?:\p{L}+ )?meetings) in|(?:'m| am|'ll be| will be|'re| are) (?:passing through|popping (?:over|down|up) to|in town in)|(?:'ll| will) (?:fly|travel|go|head|come|drive|pop|be (?:flying|travelling|traveling|heading|coming))(?: (?:back|over|down|up|across))* to|(?:'m| am|'ll be| will be|'re| are)? ?(?:taking|catching|take|catch|booked) (?:the|a) (?:early |night |sleeper )?(?:train|flight|bus|ferry|plane|boat|eurostar)(?: (?:down|up|over|across|out))? to|(?:'m| am|'ll be| will be|'re| are) visiting| (?:fly|travel|go|head|come)(?: (?:back|over|down|up))? to) (?=\p{Lu})/u,
  fr: /^(?:[^,;:]{0,40} )?(?<![\p{L}'])(?:je |nous |Je |Nous |j'|J'|on |On )(?:suis|serai|passe|passerai|vais|irai|pars|viens|viendrai|me rends|me rendrai|m'envole|prends (?:le train|l'avion|la route|le bateau)|prendrai (?:le train|l'avion|la route)|partons|partirons|monte|descends|descendrai|monterai|arrive|arriverai|débarque|atterris|reste|resterai|sommes|serons|passons|passerons|allons|irons|venons|arrivons|sera|arrive)(?: (?:aussi|également|moi-même|de passage|de retour|justement))*(?: [^,;:]{0,30}?)? (?:à|pour|vers) (?=\p{Lu})|^(?:[^,;:]{0,40} )?(?:je participe|Je participe|je participerai|Je participerai) à (?:un|une|la|le) (?:\p{L}+ ){1,2}à (?=\p{Lu})/u,
  de: /^(?:[^,;:]{0,50} )?(?<!\p{L})(?:(?:ich|wir|Ich|Wir) (?:bin|sind|fahre|fahren|fliege|fliegen|reise|reisen|komme|kommen|lande|landen|besuche|besuchen|werde|werden|nehme (?:den|einen) (?:zug|flug|flieger|bus|nachtzug)|nehmen den (?:zug|flieger))|(?:bin|sind|fahre|fahren|fliege|fliegen|reise|reisen|komme|kommen|lande|landen|Bin|Sind|werde|werden) (?:ich|wir)|(?:nehme|nehmen) (?:ich|wir) (?:den|einen) (?:Zug|Flug|Flieger|Bus|Nachtzug)|(?:geht's|geht es) für (?:mich|uns)|verschlägt es mich)(?: [^,;:]{0,50}?)? (?:in|nach) (?=\p{Lu})/u,
  es: /^(?:[^,;:]{0,50} )?(?<!\p{L})(?:estoy|estaré|estaremos|estamos|voy|iré|vamos|iremos|volamos|(?:cojo|tomo) el (?:tren|avión|ave|autobús)|viajo|viajaré|viajamos|vuelo|volaré|pasaré|paso por|llego|llegaré|llegamos|subo|bajo|subiré|bajaré|vengo|vendré|ando|andaré|aterrizo|me quedo|Estoy|Estaré|Estaremos|Estamos|Voy|Iré|Vamos|Viajo|Viajaré|Vuelo|Llego|Llegaré|Subo|Bajo|Ando|Andaré|Vengo|Aterrizo)(?: (?:también|de paso|de viaje))*(?: [^,;:]{0,30}?)? (?:en|a|hasta) (?=\p{Lu})/u,
};

/** Not settled, long past, or where they live. */
const unsure: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:based|since|would|could|might|may|hope|hoping|wish|was|were|should|supposed|planning|thinking|trying|dream\p{L}*|live|tempted|in touch|in charge)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:depuis|devais|étais|serais|irais|aimerais|voudrais|espère|pense|songe|habite|pourrais)(?!\p{L})/u,
  de: /(?<!\p{L})(?:seit|war|waren|wäre|würde|sollte|wollte|möchte|hoffe|überlege|könnte|wohne|wurde)(?!\p{L})/u,
  es: /(?<!\p{L})(?:desde|tenía|estaba|estuve|estaría|iría|quería|querría|espero|pienso|vivo|podría|iba)(?!\p{L})/u,
};

const cityWordsMax = 3;

/** What may follow a city; another noun makes it a part of a name. */
const follows: Readonly<Record<Language, RegExp>> = {
  en: /^(?:$| (?:from|on|next|this|for|between|until|till|to|and|with|again|tomorrow|today|all|through|over|during|at|in|as|where|visiting|working|the|by|then|later|before|after|because|to|seeing|meeting|\d+)(?!\p{L})|[,;.)])/u,
  fr: /^(?:$| (?:du|de|dès|le|la|les|pour|et|avec|en|entre|jusqu'|demain|aujourd'hui|cette|toute|tout|la semaine|pendant|dans|lundi|mardi|mercredi|jeudi|vendredi|chez|où|à|voir|rencontrer|deux|trois|ce|mon|ma|mes|\d+)(?!\p{L})|[,;.)])/u,
  de: /^(?:$| (?:vom|von|am|ab|bis|für|und|mit|zu|zum|zur|auf|bei|an|im|nächste|diese|morgen|heute|den|die|wegen|unterwegs|zwischen|sein|wo|beim|beruflich|geschäftlich|nach|über|vor|\d+)(?!\p{L})|[,;.)])/u,
  es: /^(?:$| (?:del|de|desde|el|la|los|para|por|y|con|en|entre|hasta|mañana|hoy|esta|toda|todo|durante|donde|a|dos|tres|unos|mi|al|\d+)(?!\p{L})|[,;.)])/u,
};

/** The longest run of capital words that is a city: "New York on 2 December". */
function cityAtStart(text: string, language: Language): string | undefined {
  const words =
    /^\p{Lu}[\p{L}'-]*(?: (?:\p{Lu}[\p{L}'-]*|de|del|am|an|sur|der|upon)){0,3}/u.exec(text)?.[0].split(" ") ?? [];
  for (let count = Math.min(cityWordsMax, words.length); count > 0; count -= 1) {
    const name = words.slice(0, count).join(" ");
    if (cityNamed(name) !== undefined) return follows[language].test(text.slice(name.length)) ? name : undefined;
  }
  return undefined;
}
