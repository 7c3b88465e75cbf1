/** What the owner wrote that they admire in the person (R29): the whole sentence, in the owner's words. Never anybody else's praise. */
import type { Language } from "../mail/language.ts";
import type { Find, Writing } from "./found-fact.ts";
import { beginningsOf, clauseOf, isConditional, isDenied, isIronic, isReported, type Statement } from "./statement.ts";

const wordsMin = 4;
const textMax = 160;

export function findAdmirations(statement: Statement, { language, saidBy }: Writing): Find[] {
  if (saidBy === "person" || statement.isQuestion || isIronic(statement) || isConditional(statement, language))
    return [];
  for (const beginning of beginningsOf(statement)) {
    const text = beginning.replace(/[.!\s]+$/u, "");
    if (!praises[language].test(text) || text.length > textMax || text.split(" ").length < wordsMin) continue;
    if (isDenied(clauseOf(beginning), language) || blunted[language].test(statement.text)) continue;
    if (isReported(statement.text, language)) continue;
    return [{ text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, confidence: 0.9 }];
  }
  return [];
}

const work = {
  en: "(?:\\p{L}+ )?(?:article|talk|paper|book|speech|work|piece|post|presentation|keynote|essay|report|lecture|blog|column|study|interview|idea|advice)",
  fr: "(?:\\p{L}+ )?(?:article|exposé|livre|discours|travail|intervention|présentation|conférence|essai|rapport|étude|entretien|texte)",
  de: "(?:\\p{L}+ )?(?:artikel|vortrag|buch|rede|arbeit|beitrag|präsentation|aufsatz|bericht|studie|interview|text)",
  es: "(?:\\p{L}+ )?(?:artículo|charla|libro|discurso|trabajo|ponencia|presentación|conferencia|ensayo|informe|estudio|entrevista|texto)",
};
const superb = {
  en: "(?:excellent|brilliant|superb|outstanding|wonderful|remarkable|impressive|fantastic|terrific|masterly|inspiring|beautiful|beautifully|very good|so good|great|gorgeous|moving|a (?:joy|delight|pleasure|masterpiece)|the (?:best|clearest|finest) )",
  fr: "(?:remarquable|excellente?|brillante?|magnifique|impressionnante?|passionnante?|superbe|lumineu(?:x|se)|formidable|très beau|très belle|géniale?|excellente?)",
  de: "(?:großartig|hervorragend|beeindruckend|ausgezeichnet|brillant|fantastisch|herausragend|mitreißend|wunderbar|wunderschön|großartig|toll|klasse|sehr gut)",
  es: "(?:excelente|brillante|magnífic[oa]|impresionante|extraordinari[oa]|fantástic[oa]|estupend[oa]|precios[oa]|maravillos[oa]|muy buen[oa]|genial)",
};

const praises: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `^(?:i(?: (?:really|truly|do|greatly|deeply|have always|have long|always))* (?:admire|admired) (?:how|the way|your|what you)|i(?: (?:really|truly|absolutely))* (?:loved|enjoyed) your ${work.en}|(?:what|the way|how) you(?:'ve| have)? [^,;]{4,70} (?:is|was|are) (?:(?:really|so|truly|simply|absolutely|quite) )?${superb.en}|(?:what|the way|how) you(?:'ve| have)? [^,;]{4,70} (?:really |truly |deeply )?(?:impresses|impressed|inspires|inspired|amazes|amazed) me|i was (?:(?:really|so|very|deeply|truly) )?(?:impressed|inspired|moved|struck) by (?:your|how you|the way you|what you)|your ${work.en}(?: (?:on|about|in|at|from) [^,;]{2,60})? (?:was|is) (?:(?:really|so|truly|simply|absolutely|quite) )?${superb.en})`,
    "iu",
  ),
  fr: new RegExp(
    `^(?:j'admire (?:(?:beaucoup|vraiment|sincèrement) )?(?:votre|ton|ta|la façon|la manière|ce que)|j'ai (?:(?:beaucoup|vraiment|sincèrement) )?(?:adoré|aimé) (?:votre|ton|ta) ${work.fr}|(?:ce que (?:vous avez|tu as)|la façon dont (?:vous avez|tu as)|la manière dont (?:vous avez|tu as)) [^,;]{4,70} (?:m'impressionne|m'a impressionnée?|m'inspire|force le respect|est (?:vraiment )?${superb.fr})|j'ai (?:(?:beaucoup|vraiment|sincèrement) )?(?:admiré|été (?:(?:très|vraiment|sincèrement|profondément) )?(?:impressionnée?|touchée?|inspirée?) par) (?:votre|ton|ta|la façon|la manière)|(?:votre|ton|ta) ${work.fr}(?: (?:sur|dans|à|au|du|de) [^,;]{2,60})? (?:était|est|a été) (?:(?:vraiment|tout simplement|absolument) )?${superb.fr})`,
    "iu",
  ),
  de: new RegExp(
    `^(?:ich bewundere(?: (?:sehr|wirklich|ehrlich))?,? (?:wie (?:du|sie)|ihre?n?|deinen?|deine)|(?:ihre?|deine?) ${work.de}(?: (?:über|zu|in|auf|zum|zur|bei) [^,;]{2,60})? (?:war|ist) (?:(?:wirklich|einfach|absolut) )?${superb.de}|(?:ihre?|deine?) ${work.de}(?: (?:über|zu|in|auf|zum|zur|bei) [^,;]{2,60})? hat mich (?:(?:sehr|wirklich|tief|richtig) )?(?:beeindruckt|inspiriert|begeistert)|mich hat (?:(?:sehr|wirklich|tief) )?(?:beeindruckt|begeistert|inspiriert), wie (?:du|sie)|was (?:du|sie) [^;]{4,80} (?:hast|haben),? (?:beeindruckt mich|imponiert mir|finde ich|ist (?:wirklich )?${superb.de})|wie (?:du|sie) [^;]{4,80} (?:hast|haben),? (?:beeindruckt mich|imponiert mir|ist (?:wirklich )?${superb.de}))`,
    "iu",
  ),
  es: new RegExp(
    `^(?:admiro (?:(?:mucho|de verdad) )?(?:su|tu|cómo|la forma|la manera|lo que)|me (?:impresion[óo]|impresionaron|ha impresionado)(?: (?:mucho|de verdad))? (?:su|tu|cómo|la forma|la manera)|me (?:encantó|gustó mucho|fascinó) (?:su|tu) ${work.es}|(?:lo que|cómo) (?:ha|has|han|habéis) [^,;]{4,70} (?:me parece|es) (?:(?:realmente|sencillamente) )?(?:admirable|${superb.es})|(?:su|tu) ${work.es}(?: (?:sobre|en|de|del) [^,;]{2,60})? (?:fue|es|era|estuvo|ha sido) (?:(?:realmente|sencillamente) )?${superb.es})`,
    "iu",
  ),
};

/** Praise that is taken back in the same breath. */
const blunted: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:used to|but|late|however|although|though|despite|almost)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:mais|retard|cependant|pourtant|malgré|encore|presque)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:aber|spät|jedoch|obwohl|trotz|allerdings|fast)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:pero|tarde|aunque|sin embargo|a pesar|casi)(?!\p{L})/iu,
};
