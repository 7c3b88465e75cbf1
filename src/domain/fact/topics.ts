/** What the two talked about, where a statement says that they did: "thanks for the chat about hiring analysts". */
import type { Language } from "../mail/language.ts";
import type { Find, Writing } from "./found-fact.ts";
import { nounPhrase, nounsAtStart } from "./phrase.ts";
import { beginningsOf, clauseOf, isConditional, isDenied, isIronic, isReported, type Statement } from "./statement.ts";
import { aheadOf, sharedTalks, toldThings, warmth } from "./topic-cues.ts";
import { about, talk, when } from "./topic-words.ts";

export function findTopics(statement: Statement, writing: Writing): Find[] {
  const { language } = writing;
  if (statement.isQuestion || isIronic(statement) || isConditional(statement, language)) return [];
  if (wished[language].test(statement.text)) return [];
  for (const beginning of beginningsOf(statement)) {
    for (const pattern of patterns[language]) {
      const topic = topicIn(statement, pattern.exec(beginning), writing);
      if (topic !== undefined) return [{ text: topic, confidence: 0.9 }];
    }
  }
  const isWarm = warmth[language].test(statement.text);
  for (const pattern of isWarm ? [...toldThings[language], ...sharedTalks[language]] : toldThings[language]) {
    const found = pattern.exec(statement.text);
    const topic = found !== null && isAhead(found, language) ? undefined : topicIn(statement, found, writing);
    if (topic !== undefined) return [{ text: topic, confidence: 0.9 }];
  }
  return [];
}

/** Whether the sentence, its topic aside, speaks of a talk to come. */
function isAhead({ 0: cue, index, input }: RegExpExecArray, language: Language): boolean {
  const behind = input.slice(index + cue.length);
  const rest = behind.slice(nounsAtStart(behind, language).length);
  return aheadOf[language].test(`${input.slice(0, index)}${cue}${rest}`);
}

/** The topic behind a cue, unless the clause denies it or puts it into another's mouth. */
function topicIn(
  { text }: Statement,
  found: RegExpExecArray | null,
  { language, saidBy }: Writing,
): string | undefined {
  if (found === null) return undefined;
  const behind = found.input.slice(found.index + found[0].length);
  const before = text.slice(0, text.length - behind.length - found[0].length);
  const clause = `${lastClause(before)}${found[0]}${clauseOf(behind)}`.replace(neverForgotten, "");
  if (isDenied(clause, language) || isReported(before, language)) return undefined;
  return nounPhrase(articled(found, behind), language, saidBy);
}

const lastClause = (before: string): string => before.split(/[,;:] /u).at(-1) ?? "";

/** A no that is a yes. */
const neverForgotten =
  /(?<!\p{L})(?:nicht aus dem (?:kopf|sinn)|nicht mehr los|ne m'a pas quittée?|n'ai pas oubliée?|n'arrête pas de|ne cesse de|lässt mich nicht los|no dejo de|no (?:he|hemos) dejado de|no paro de|can't stop|no se me va de la cabeza|(?:have|has) not left me|haven't stopped thinking|could not have been better)(?!\p{L})/iu;

/** French and Spanish join "of" and the article; the topic keeps the article alone. */
function articled({ groups }: RegExpExecArray, behind: string): string {
  const joined = groups?.joined?.toLowerCase().trim();
  const article = joined === undefined ? undefined : joinedArticles[joined];
  return article === undefined ? behind : `${article}${behind.replace(alsoJoined, withArticle)}`;
}
/** "parler du levain et des enfants": the second is joined like the first. */
const alsoJoined = /(?<=^[^,;:.!?]* (?:et|y) )(?:du |des |de la |de l'|del |de los |de las )/iu;
const withArticle = (joined: string): string => joinedArticles[joined.toLowerCase().trim()] ?? joined;

const joinedArticles: Readonly<Record<string, string>> = {
  du: "le ",
  des: "les ",
  "de la": "la ",
  "de l'": "l'",
  "au sujet du": "le ",
  "au sujet des": "les ",
  "au sujet de la": "la ",
  "au sujet de l'": "l'",
  "à propos du": "le ",
  "à propos des": "les ",
  "à propos de la": "la ",
  "à propos de l'": "l'",
  "autour du": "le ",
  "autour des": "les ",
  "autour de la": "la ",
  "autour de l'": "l'",
  del: "el ",
  "de los": "los ",
  "de las": "las ",
  "acerca del": "el ",
  zur: "die ",
};

/** A talk that is only wished for. */
const wished: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:would|could|should|can we|want to|like to|love to|looking forward|wish|hope to|next time|let's|used to)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:aimerais|aimerions|voudrais|voudrions|pourrait|pourrions|devrions|devrait|hâte|prochaine fois|souhaite\p{L}*)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:würde[nt]?|möchten?|könnten?|sollten?|wollen|will|freue mich auf|nächstes mal)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:gustaría|encantaría|querría|quisiera|podríamos|deberíamos|próxima vez|ojalá|ganas de)(?!\p{L})/iu,
};

const make = (...sources: string[]) => sources.map((source) => new RegExp(`^${source}`, "iu"));

const pleasure = {
  en: "(?:great|good|nice|lovely|wonderful|fun|interesting|fascinating|fantastic|inspiring|helpful|an? (?:real |great |true )?(?:pleasure|joy|delight))",
  fr: "(?:(?:très |vraiment |bien )?(?:ravie?s?|heureux|heureuse|contente?|content)|(?:un )?(?:vrai |grand |réel )?(?:plaisir|bonheur)|(?:très |bien )?(?:agréable|intéressant|chouette|sympa))",
  de: "(?:(?:sehr |wirklich |so )?(?:schön|gut|toll|nett|spannend|interessant|angenehm)|(?:mir )?(?:eine? )?(?:große )?(?:freude|vergnügen))",
  es: "(?:(?:un )?(?:verdadero |gran |auténtico )?(?:placer|gusto)|genial|estupendo|muy (?:agradable|interesante|útil)|(?:me|nos) (?:alegró|encantó|gustó|alegra|ha encantado|ha gustado)(?: mucho)?)",
};

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  en: make(
    `(?:(?:many |a thousand |so many )?thanks|thank you|thx)(?: (?:so much|very much|a lot|again|once more|also|\\p{Lu}\\p{L}+))* for (?:the|our|your time and the|that|this|a|such an?|another) ${talk.en}${when.en} ${about.en} `,
    `(?:(?:many )?thanks|thank you)(?: (?:so much|very much|a lot|again|also))* for (?:all )?your (?:\\p{L}+ )?(?:advice|tips?|thoughts|insights?|ideas|suggestions|views?|honesty) (?:on|about|regarding) `,
    `(?:(?:many )?thanks|thank you)(?: (?:so much|very much|a lot|again|also))* for (?:taking the time to (?:talk|chat|speak)|talking|chatting|speaking|listening to me talk|telling (?:me|us)|sharing your (?:thoughts|experience|views|ideas))(?: (?:to|with) (?:me|us))?${when.en} (?:about|on) `,
    `(?:(?:it|that) (?:was|has been) |it's been |so |really |very |always )*${pleasure.en}(?: (?:to|meeting|seeing) (?:you|talk|speak|chat|catch up|hear|meet you|see you)| (?:talking|speaking|chatting|catching up|hearing))(?: (?:and|to) (?:talking|talk|chatting|chat|hear|hearing))?(?: (?:to|with|from) you(?: (?:both|all))?)?${when.en} about `,
    `(?:(?:it|that) (?:was|has been) |it's been |so |really |very )*${pleasure.en} (?:to discuss|discussing) `,
    `(?:(?:i|we) )?(?:(?:really|very much|so|thoroughly|truly) )*(?:enjoyed|loved|liked|appreciated|valued) (?:our|the) ${talk.en}${when.en} ${about.en} `,
    `(?:(?:i|we) )?(?:(?:really|very much|so|thoroughly|truly) )*(?:appreciated|valued|loved) your (?:advice|thoughts|views|insights?|ideas|tips?) (?:on|about|regarding) `,
    `(?:(?:i|we) )?(?:(?:really|very much|so|thoroughly|truly) )*(?:enjoyed|loved|liked|appreciated) discussing `,
    `(?:(?:many )?thanks|thank you)(?: (?:so much|very much|a lot|again|also))* for (?:walking (?:me|us) through|explaining|talking (?:me|us) through) `,
    `(?:what an? |such an? )?(?:(?:really|very) )?(?:great|good|lovely|nice|fun|wonderful|fascinating|interesting|brilliant|super|enjoyable) (?:chat|talk|conversation|discussion|call|exchange|lunch|coffee|meeting)${when.en} about `,
    `(?:following(?: up on)?|after|since) our ${talk.en}${when.en} ${about.en} `,
    `i(?:'m|'ve been| am| was| have been| keep| still)*(?: still)? think(?:ing)? about our ${talk.en}${when.en} ${about.en} `,
    `we had (?:an? )?(?:(?:really|very) )?(?:good|great|long|nice|lovely|short|useful|interesting) ${talk.en}${when.en} ${about.en} `,
    `(?:(?:i|we) )?(?:(?:really|very much|so|thoroughly|truly) )*(?:enjoyed|loved|liked|appreciated) (?:talking|speaking|chatting|hearing)(?: (?:to|with|from) you)?${when.en} about `,
    `our ${talk.en}${when.en} (?:about|on) (?=.{2,70} (?:has (?!to )|have (?!to )|stayed |stays |gave |made |helped |inspired |still |keeps |kept ))`,
    `(?:i|we)(?:'ve| have)?(?: (?:still|often|keep|kept|been))* (?:think|thinking|thought)(?: a lot)? about what you (?:said|told (?:me|us)|were saying|explained)(?: to me)?${when.en} (?:about|on) `,
    `(?:when|as) we (?:spoke|talked|chatted)${when.en} about `,
    `we (?:spoke|talked|chatted)${when.en} about `,
  ),
  fr: make(
    `(?:encore |un grand |de nouveau )*(?:merci(?: (?:beaucoup|encore|mille fois|infiniment|bien))*|(?:je (?:voulais|tenais à|souhaite|souhaitais) )?(?:vous |te )remercier(?: encore)?) (?:pour|de) (?:le |la |l'|notre |votre |ton |cet |cette |ce |nos |vos |tes |les )(?:(?:bon|belle|bel|long|longue|riche|agréable|excellent|excellente|bonne) )?${talk.fr}(?: (?:passionnante?|intéressante?|enrichissante?|très \\p{L}+))?${when.fr} ${about.fr}`,
    `merci(?: (?:beaucoup|encore))* de (?:m'avoir|nous avoir) (?:expliqué|présenté|raconté) `,
    `(?:quel |quelle |très |vraiment )?(?:super|bel|belle|bon|bonne|chouette|excellente?|riche) ${talk.fr}${when.fr} ${about.fr}`,
    `(?:suite à|après|depuis) (?:notre|nos) ${talk.fr}${when.fr} ${about.fr}`,
    `merci(?: (?:beaucoup|encore|mille fois|infiniment))* (?:pour|de) (?:vos |tes |ton |votre )(?:(?:bons|précieux|excellents) )?(?:conseils?|idées|avis|retours d'expérience|suggestions) (?:sur |concernant |au sujet (?<joined>du |des |de la |de l'))`,
    `(?:c'était |ce fut |quel |j'ai été |j'étais |je suis |très )*${pleasure.fr} (?:d'avoir (?:parlé|discuté|échangé)|(?:de |d')(?:parler|discuter|échanger|reparler))${when.fr} ${about.fr}`,
    `(?:j'ai|nous avons)(?: (?:beaucoup|bien|vraiment|énormément))* (?:aimé|apprécié|adoré) (?:notre |l'|la |cette |nos )(?:\\p{L}+ )?${talk.fr}${when.fr} ${about.fr}`,
    `je (?:repense|pense encore)(?: (?:souvent|encore))* (?:à notre|à nos|à ce que (?:vous avez|tu as) dit) ?(?:${talk.fr})?${when.fr} ${about.fr}`,
    `(?:notre |nos )${talk.fr}${when.fr} ${about.fr}(?=.{2,70} (?:m'a|m'ont|nous a|nous ont|me reste|reste|a été) )`,
    `(?:nous avons|on a)(?: (?:bien|longuement|beaucoup))* (?:parlé|discuté|échangé)${when.fr} ${about.fr}`,
  ),
  de: make(
    `(?:vielen |herzlichen |lieben |besten |nochmals |ganz )*(?:dank|danke)(?: (?:dir|ihnen|euch|noch(?:mal)?s?|nochmal|schön|sehr|vielmals|auch))* für (?:das|den|die|unser(?:en|e)?|dein(?:e|en)?|ihr(?:e|en)?) ${talk.de}${when.de} ${about.de} `,
    `(?:vielen |herzlichen |lieben )*(?:dank|danke)(?: (?:dir|ihnen|noch(?:mal)?s?|nochmal|auch))* für (?:deine|ihre|eure|die) (?:\\p{L}+ )?(?:tipps?|ratschläge|hinweise|ideen|gedanken)(?: (?:über|zum thema)| (?<joined>zur)) `,
    `(?:es |das )?(?:war |hat mich sehr gefreut|hat mich gefreut)?(?: ?${pleasure.de})?,? (?:dass wir(?: uns)?|mit (?:dir|ihnen|euch))${when.de} über (?=.{2,70} (?:gesprochen|geredet|unterhalten|ausgetauscht|reden|sprechen|zu (?:sprechen|reden|plaudern|diskutieren)))`,
    `(?:wirklich |sehr )?(?:tolles?|gutes?|schönes?|spannendes?|nettes?|interessantes?|klasse|super) (?:gespräch|telefonat|treffen|mittagessen|unterhaltung|austausch)${when.de} ${about.de} `,
    `unser(?:e)? ${talk.de}${when.de} ${about.de} (?=.{2,70} (?:hat|haben|geht|wirkt|war|beschäftigt) )`,
    `(?:vielen )?(?:dank|danke), dass (?:du|sie) (?:mir|uns) (?=.{2,70} (?:erklärt|gezeigt) (?:hast|haben))`,
    `nach unsere[mn] ${talk.de}${when.de} ${about.de} (?=.{2,70} (?:habe|hat|haben|bin) )`,
    `ich fand unser(?:e|en)? ${talk.de}${when.de} ${about.de} (?=.{2,70} (?:sehr|wirklich|so|toll|gut|hilfreich|spannend|interessant))`,
    `wir haben(?: uns)?${when.de} über (?=.{2,70} (?:gesprochen|geredet|unterhalten|ausgetauscht))`,
    `(?:ich denke (?:noch |oft |immer noch )*(?:daran|an das), )?was (?:du|sie) (?:mir )?über (?=.{2,70} (?:gesagt|erzählt) (?:hast|haben))`,
  ),
  es: make(
    `(?:de nuevo |otra vez )?(?:muchas |mil |muchísimas )?gracias(?: (?:de nuevo|otra vez|también))* por (?:la |nuestra |tu |su |el |esa |esta |nuestro )${talk.es}${when.es} ${about.es}`,
    `(?:muchas |mil )?gracias(?: (?:de nuevo|otra vez))* por (?:tus |sus |los )(?:buenos )?(?:consejos|ideas|sugerencias) sobre `,
    `(?:fue |ha sido |qué )?(?:todo )?${pleasure.es}(?: poder| haber)? (?:hablar|charlar|conversar|hablado|charlado|que (?:habláramos|charláramos|hablásemos))${when.es} ${about.es}`,
    `(?:me|nos) (?:alegró|encantó|gustó)(?: (?:mucho|poder|tanto))* (?:hablar|charlar|conversar|la charla|nuestra (?:charla|conversación)|que habláramos)${when.es} ${about.es}`,
    `qué (?:buena|buen|gran|interesante|agradable) ${talk.es}${when.es} ${about.es}`,
    `(?:nuestra|la) (?:charla|conversación)${when.es} ${about.es}(?=.{2,70} (?:me|nos|sigue) )`,
    `(?:muchas )?gracias por explicar(?:me|nos) `,
    `(?:tras|después de) (?:nuestra|la) ${talk.es}${when.es} ${about.es}`,
    `(?:quería|quisiera) (?:agradecerle|agradecerte|darle las gracias por|darte las gracias por)(?: por)? (?:la|nuestra) ${talk.es}${when.es} ${about.es}`,
    `(?:hablamos|charlamos|hemos hablado)${when.es} ${about.es}`,
    `(?:sigo )?(?:pensando|pienso)(?: mucho)? en lo que (?:dijiste|dijo|me contó|me contaste)${when.es} ${about.es}`,
  ),
};
