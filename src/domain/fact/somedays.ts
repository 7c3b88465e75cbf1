/** Open-ended wishes to meet (R19): "we should grab coffee". With an hour or a day it is an appointment, and not one of them. */
import type { Language } from "../mail/language.ts";
import { addDays, daysBetween, lastOfMonth, orNextWeekday, type PlainDate } from "../time.ts";
import { readDays } from "./fact-dates.ts";
import type { Find, Writing } from "./found-fact.ts";
import { withinSentence } from "./phrase.ts";
import { beginningsOf, isDenied, isIronic, isReported, type Statement } from "./statement.ts";

/** With fewer days than these left in the month there is still this much time (R19). */
const somedayDaysMin = 14;

/** By when a wish of that day is to be asked for: the month's end, or 14 days if fewer remain; on a weekday. */
export function somedayDue(saidOn: PlainDate): PlainDate {
  const end = lastOfMonth(saidOn);
  return orNextWeekday(daysBetween(saidOn, end) < somedayDaysMin ? addDays(saidOn, somedayDaysMin) : end);
}

const textMax = 90;

export function findSomedays(statement: Statement, writing: Writing): Find[] {
  const { language, writtenOn } = writing;
  if (statement.isQuestion || isIronic(statement)) return [];
  for (const beginning of beginningsOf(statement)) {
    const found = wishes[language].exec(beginning);
    if (found === null) continue;
    const before = statement.text.slice(0, statement.text.length - beginning.length);
    if (isReported(before, language) || /(?<!\p{L})(?:that|que|qu|dass|if|si|wenn|falls)\s*$/iu.test(before)) continue;
    const said = saidFrom(beginning, found[0].length);
    if (said.length > textMax || isDenied(said, language) || over[language].test(said)) continue;
    if (!goesOn[language].test(said.slice(found[0].length))) continue;
    const days = readDays(statement.text, writing);
    if (days.hasHour || days.phrases.some(({ text }) => !vague.test(text))) continue;
    return [{ text: withinSentence(said), dueOn: somedayDue(writtenOn), confidence: 0.9 }];
  }
  return [];
}

/** The wish as it was written, up to the mark after it. */
function saidFrom(beginning: string, wishLength: number): string {
  const behind = beginning.slice(wishLength);
  return `${beginning.slice(0, wishLength)}${behind.split(/[,;:.!?()]|\s-\s/u, 1)[0] ?? ""}`.trim();
}

/** What may follow the wish: when, why, with whom. Anything else makes another thing of it. */
const goesOn: Readonly<Record<Language, RegExp>> = {
  en: /^$|^ (?:together|with you|with us|some|one|soon|again|when|once|and|at some|in the|over|before long|this|next|after|properly|sometime|someday|then|too|as|because|if|either|at last|in (?:the|our) (?:diary|diaries|calendar)|on the calendar|over (?:coffee|lunch|dinner|drinks|a (?:coffee|drink|beer|pint))|before (?:the year is out|christmas|the year ends|long|too long)|one of these|to (?:talk|catch|celebrate|continue|compare|chat|hear)|for (?:an? )?(?:(?:quick|proper|long|nice|good|real) )?(?:drink|drinks|coffee|lunch|dinner|beer|bite|chat|meal|glass|tea))(?!\p{L})/iu,
  fr: /^$|^ (?:avant (?:noël|la fin|les fêtes|l'été)|un de ces|chez|à la maison|ensemble|avec (?:vous|toi)|un (?:de|jour)|bientôt|à l'occasion|quand|prochainement|pour (?:en|parler|continuer|fêter)|autour|et|dès|encore|aussi|cette|ce|la prochaine|tranquillement|rapidement)(?!\p{L})/iu,
  de: /^$|^ (?:gehen|trinken|mit (?:dir|ihnen|euch)|mal|bald|zusammen|gemeinsam|wenn|sobald|und|um|irgendwann|demnächst|wieder|in nächster|oder)(?!\p{L})/iu,
  es: /^$|^ (?:sin falta|antes de (?:navidad|fin|que)|una (?:noche|tarde) de estas|en casa|junt[oa]s|contigo|con usted|un día|algún|alguna|uno de|pronto|cuando|en cuanto|para|y|otra|de nuevo|por fin|esta|este)(?!\p{L})/iu,
};

/** Dates that are none. */
const vague = /^(?:ein(?:es)? tag(?:es)?|un día|un jour|one day|some ?day|día)$/iu;

/** It is over, or it is somebody else's. */
const over: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:(?:should|would) have (?:\p{L}+(?:ed|en)|gone|got|had|met|caught|done)|before the|instead of|last (?:week|month|year)|without|but|now|today|tonight)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:aurait dû|aurions dû|avant la (?!fin)|sans|au lieu de)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:hätten|vor der|ohne|statt)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:habríamos|deberíamos haber|antes de la|sin (?!falta)|en vez de)(?!\p{L})/iu,
};

const filler = {
  en: "(?: (?:really|definitely|absolutely|also|just|still|all|two|both|finally|simply|love to|like to|have to|need to|try to|to))*",
  fr: "(?: (?:vraiment|absolument|bien|enfin|aussi|un jour|bientôt|tous les deux))*",
  de: "(?: (?:unbedingt|wirklich|mal|wieder|bald|einmal|irgendwann|demnächst|auch|uns|zusammen|gemeinsam|doch|endlich|mal wieder|noch))*",
  es: "(?: (?:de verdad|sin falta|algún día|pronto|un día|ya|por fin))*",
};
const drink =
  "(?:coffee|lunch|dinner|breakfast|brunch|drinks?|beers?|tea|wine|pint|bite|meal|catch-?up|proper chat|chat)";

const wishes: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `^(?:we (?:really |definitely |absolutely )?(?:should|must|need to|have to|ought to|could)|let's|let us|(?:it would|it'd) be (?:so |really )?(?:great|nice|lovely|good|fun|wonderful) (?:to|if we could)|(?:i'd|i would|we'd|we would) (?:really )?(?:love|like) (?:us )?to|it's (?:high )?time we|how about we|i hope to|hope (?:we can|to)|i hope we can|would love to|would be (?:great|nice|lovely|good|fun) to)${filler.en} (?:(?:grab|get|have|do|share|go for|go out for|meet for|meet up for|meet over|catch up over|sit down over|put) (?:an? |some |that |our )?(?:(?:quick|proper|long|nice|good|real|cup of|glass of|business|working) )?${drink}(?: together| with you)?|catch up(?: properly| over (?:coffee|lunch|dinner|drinks|a drink))?|meet up(?: again)?|meet again|meet in person|get together|hang out|see each other|meet (?:you )?(?:up )?(?:again|properly)|have you (?:round|over)(?: for (?:\\p{L}+ )?\\p{L}+)?|welcome you (?:here|to \\p{L}+)|make it happen|go for a (?:walk|run|drink|bite|coffee|swim|pint)|have you (?:visit|here))(?!\\p{L})`,
    "iu",
  ),
  fr: new RegExp(
    `^(?:on devrait|on doit|nous devrions|nous devons|il faudrait (?:qu'on|que nous)|il faut (?:absolument |vraiment )?(?:qu'on|que nous)|il faudrait|ce serait (?:bien|sympa|chouette|top|super|un plaisir) (?:de|d'|qu'on)|au plaisir de|j'aimerais (?:bien |beaucoup )?(?:qu'on|te|vous)|il me tarde de|on se|prenons|déjeunons|dînons|buvons|voyons-nous|retrouvons-nous)${filler.fr}(?: ?(?:(?:te |vous |t')(?:re)?voir|(?:te |vous |t')(?:avoir|inviter|recevoir) à (?:dîner|déjeuner)|(?:se )?(?:prendre|prenne|boire|boive|partager|se prendre|se boire) (?:un|ce|notre) (?:petit )?(?:café|verre|thé|pot)|(?:un|ce|notre) (?:petit )?(?:café|verre|pot)|(?:re)?déjeune[r]?|dîne[r]?|(?:se )?(?:re)?vo(?:ir|ie)|se retrouver?|se croiser?))(?!\\p{L})`,
    "iu",
  ),
  de: new RegExp(
    `^(?:wir (?:sollten|müssen|müssten|könnten|wollten doch)|lass(?:t|en sie)? uns|es wäre (?:schön|toll|nett|eine freude),? (?:wenn wir(?: uns)?|(?:sie|dich|euch))|das sollten wir|ich würde (?:mich (?:sehr )?freuen,? )?(?:sie|dich|euch)|ich würde (?:sie|dich|euch) gerne?)${filler.de}(?: auf einen \\p{L}+)? (?:(?:zu treffen|wiederzusehen|zu sehen|(?:zum essen |auf einen \\p{L}+ |abends zum essen )(?:bei uns |hier )?zu (?:haben|treffen|sehen))|(?:auf )?(?:einen|nen|ein) (?:\\p{L}+ )?(?:kaffee|tee|bier|wein|mittagessen)(?: (?:trinken|nehmen))?(?: gehen)?|(?:zusammen |gemeinsam )?(?:mittag|abend)?essen gehen|(?<=zusammen |gemeinsam )(?:mittag|abend)?essen|(?:treffen|wiedersehen|sehen|zusammensetzen))(?!\\p{L})`,
    "iu",
  ),
  es: new RegExp(
    `^(?:de verdad que |oye |bueno )?(?:tenemos que|hay que|deberíamos|podríamos|a ver si|a ver cuándo|me encantaría(?: que)?|nos debemos|sería (?:genial|bonito|estupendo))${filler.es} (?:(?:nos )?(?:tomar(?:nos)?|tomamos|tomáramos|tomemos) (?:un|una|el|ese) (?:café|caña|copa|vino|té|cerveza)|(?:tomar(?:nos)?|tomamos) algo|(?:comer|cenar|desayunar|comemos|cenamos) junt[oa]s|quedar(?! (?:con|en))|quedamos(?! (?:con|en))|vernos|nos vemos|veros|verte|verle|tener(?:os|te|le) (?:a (?:cenar|comer))|un café|una comida)(?!\\p{L})`,
    "iu",
  ),
};
