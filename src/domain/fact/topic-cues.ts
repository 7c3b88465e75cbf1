/**
 * Words after which stands what the two talked about, wherever they are in a sentence: "I got a lot out of our discussion
 * on …", "what you said about … stuck with me". A talk of the two counts only where it is spoken of warmly, as nobody is
 * grateful for one that lies ahead.
 */
import type { Language } from "../mail/language.ts";
import { about, talk, when } from "./topic-words.ts";

type Cues = Readonly<Record<Language, readonly RegExp[]>>;

const make = (...sources: string[]) => sources.map((source) => new RegExp(`(?<![\\p{L}'])${source}`, "iu"));

/** What the reader said to the writer. */
export const toldThings: Cues = {
  en: make(
    `(?:what|everything|all|the (?:things?|stor(?:y|ies)|bit|part)) (?:that )?you (?:said|told (?:me|us)|were (?:saying|telling (?:me|us))|had to say|explained|mentioned|shared|wrote)(?: (?:to|with) (?:me|us))?${when.en} (?:about|on|regarding) `,
  ),
  fr: make(
    `(?:(?:à )?(?:tout )?ce que (?:tu|vous) (?:m'|nous )?(?:as|avez|disais|disiez|racontais|racontiez)(?: (?:dit|raconté|expliqué|confié|appris|partagé))?)${when.fr} ${about.fr}`,
  ),
  de: make(
    `was (?:du|sie|ihr) (?:mir |uns )?${when.de} ?(?:über|zum thema) (?=.{2,70} (?:gesagt|erzählt|erklärt|berichtet|geschildert) (?:hast|haben|habt))`,
  ),
  es: make(
    `(?:todo )?lo que (?:me |nos )?(?:ha |has )?(?:dijiste|dijo|dicho|contaste|contó|contado|explicaste|explicó|explicado|comentaste|comentó|comentado|decías|decía|contabas|contaba)${when.es} ${about.es}`,
  ),
};

const frenchAbout = `(?:${about.fr}|d(?:e |')(?=(?:mon|ma|mes|ton|ta|tes|notre|nos|votre|vos|un|une)(?!\\p{L})))`;
const spanishAbout = `(?:${about.es}|de (?=(?:la|el|los|las|mi|mis|tu|tus|su|sus|nuestr[oa]s?)(?!\\p{L})))`;

/** A talk of the two. */
export const sharedTalks: Cues = {
  en: make(
    `(?:our|for the|for a|for that|for this|enjoyed the|loved the|liked the) ${talk.en}${when.en} ${about.en} `,
    `(?:talking|chatting|speaking|catching up|hearing|debating|brainstorming|laughing|comparing notes|swapping (?:notes|stories|ideas)|(?<=(?:great|good|nice|lovely|fun|pleasure|joy|delight|treat|hono[u]?r|privilege|wonderful|interesting|fascinating|useful|enjoyable) )to (?:talk|chat|speak|hear))(?: (?:(?:to|with|from) you(?: (?:both|all|guys))?|again|in person|properly))*${when.en} about `,
    `(?:discussing|debating|going (?:through|over)|talking (?:through|over)|chatting through|working through) (?=.{2,60} with you(?!\\p{L}))`,
    `(?:you|your) (?:walking|talking|taking|guiding|showing) (?:me|us) through `,
    `(?:walking|talking|taking|guiding) (?:me|us) through `,
    `(?:picking|bouncing) (?:ideas|thoughts|your brain) (?:off you |with you )?(?:about|on) `,
    `(?:learn(?:t|ed)|took|picked up|got|gained)(?: (?:a lot|so much|a great deal|loads|something))? from you${when.en} (?:about|on) `,
    `your (?:\\p{L}+ )?(?:advice|tips?|remarks|comments|lessons|thoughts|insights?|ideas|suggestions|views?|perspective|stories|story|explanation|take|pointers|feedback|input) (?:on|about|regarding) `,
  ),
  fr: make(
    `(?:notre |nos )(?:\\p{L}+ )?${talk.fr}(?: \\p{L}+(?:ante?|euse|able)s?)?${when.fr} ${about.fr}`,
    `(?:(?:parl|discut|échang|papot|bavard|caus|débatt?|reparl)(?:er|é|re|u|ant)?)(?: (?:\\p{L}+ment|un peu|longuement|hier soir|au (?:salon|café|téléphone|déjeuner)|autour d'un \\p{L}+))*${when.fr} ${frenchAbout}`,
    `(?:entendre|écouter)(?: (?:me |nous )?parler)?${when.fr} ${frenchAbout}`,
    `(?:vos |tes |ton |ta |votre )(?:\\p{L}+ )?(?:conseils?|idées|regard|réponses?|avis|remarques|retours?|explications?|éclairages?|point de vue) ${about.fr}`,
    `(?:m'avoir|nous avoir) (?:expliqué|raconté|parlé) ${frenchAbout}`,
  ),
  de: make(
    `unser(?:e[mnrs]?)? ${talk.de}${when.de} (?:${about.de}|(?<joined>zur)) `,
    `mit (?:dir|ihnen|euch)(?: (?:auf|bei|in|nach) (?:der|dem|einem) \\p{L}+| am \\p{L}+| beim \\p{L}+)?${when.de} über (?=.{2,70} (?:gesprochen|geredet|unterhalten|ausgetauscht|diskutiert|(?:zu )?(?:reden|sprechen|plaudern|diskutieren|quatschen|fachsimpeln)|austauschen))`,
    `(?<!um )über (?=[^,;]{2,70} zu (?:reden|sprechen|plaudern|diskutieren|quatschen|fachsimpeln)(?!\\p{L}))`,
    `von (?:dir|ihnen|euch)${when.de} über (?=.{2,70} (?:gelernt|erfahren|gehört|mitgenommen))`,
    `(?:das|dieses) (?:gespräch|reden|plaudern|telefonat)${when.de} ${about.de} `,
    `dass (?:wir|du|sie)(?: uns| mir| dir)?${when.de} über (?=.{2,70} (?:gesprochen|geredet|unterhalten|ausgetauscht|erzählt|konnten|haben|hast))`,
    `(?:deine|ihre|eure)[nr]? (?:\\p{L}+ )?(?:tipps?|ratschläge[n]?|hinweise[n]?|ideen|gedanken|meinung|einschätzung|erklärung(?:en)?) (?:über|(?<joined>zur)) `,
  ),
  es: make(
    `(?:nuestra |nuestro |(?:agradecer(?:te|le|os|les)|gracias por) (?:la |el |esa |esta ))${talk.es}${when.es} ${about.es}`,
    `(?:hablar(?:te|le)?|hablando|charlando|charlar|conversar|hablado|charlado|debatir|intercambiar ideas|oír(?:te|le) hablar|oyéndo(?:te|le) hablar|escuchar(?:te|le)(?: hablar)?)(?: (?:un poco|largo y tendido|en persona|anoche|un rato))*${when.es} ${spanishAbout}`,
    `(?:tus?|sus?) (?:\\p{L}+ )?(?:consejos?|ideas?|sugerencias?|opini(?:ón|ones)|comentarios?|indicaciones|explicaci(?:ón|ones)|punto de vista) sobre `,
    `(?:que )?(?:me|nos) (?:explicara|explicaras|contara|contaras|hablara|hablaras)s? (?:de |sobre )?(?=(?:la|el|los|las) )`,
  ),
};

/** Thanks, pleasure, or that it has not been forgotten. */
export const warmth: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:thank\p{L}*|thx|grateful|appreciat\p{L}*|enjoy(?:ed|able)|loved|liked|great|good|nice|lovely|fun|pleasure|treat|joy|delight\p{L}*|wonderful|fantastic|interesting|fascinating|inspir\p{L}+|helpful|useful|got (?:a lot|so much)|learn(?:t|ed)|taught|stuck with|stayed with|calmed|cheered|(?:been|keep|still|kept) (?:\p{L}+ )?(?:thinking|mulling|chewing|turning|coming back|going back)|mulling|gave me|made me|opened my eyes|eye-opening|encourag\p{L}+|reassur\p{L}+|glad|happy|brilliant|hono[u]?r|privilege|think of|remember|lingered|left me|got me|prompted|on my mind)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:merci|remerci\p{L}*|ravie?s?|honneur|privilège|reste en tête|contente?s?|heureu(?:x|se)s?|plaisir|bonheur|chouette|sympa\p{L}*|aimé|adoré|appréci\p{L}+|intéressante?|passionnante?|enrichissante?|utile|éclairante?|inspir\p{L}+|marqué\p{L}*|repense|pense encore|trotte|réfléchir|aidé\p{L}*|appris|rassur\p{L}+|fait du bien|donné (?:des idées|envie|matière)|éclairé\p{L}*|servi|repenser|y repense|penser à)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:dank\p{L}*|ehre|gelernt|mitgenommen|mich nicht los|schön|gut|nett|toll|klasse|spannend|interessant|gefreut|freude|angenehm|anregend|hilfreich|lehrreich|bereichernd|inspirier\p{L}+|beeindruckt|geholfen|gebracht|hängen ?geblieben|durch den kopf|aus dem kopf|nach(?:gedacht|gewirkt|denken)|gutgetan|denke(?: \p{L}+)? (?:noch|oft|an)|beschäftigt|zum nachdenken|genossen|genial)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:gracias|agrade\p{L}+|honor|vino (?:muy )?bien|dejo de pensar|placer|gusto|alegr\p{L}+|encantó|encantad[oa]|gustó|disfrut\p{L}+|genial|estupend[oa]|interesante|útil|inspir\p{L}+|sirvió|servido|ayud(?:ó|ado)|aprendí|aprendido|dándole vueltas|doy vueltas|pensando|se me quedó|grabad[oa]|tranquiliz\p{L}+|marcó|bien (?:hablar|charlar)|dio ideas|hizo pensar)(?!\p{L})/iu,
};

/** The talk is still to come, or only moved about: thanks for that tell no topic. */
export const aheadOf: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:mov(?:ing|ed?)|reschedul\p{L}*|postpon\p{L}*|cancel\p{L}*|shift\p{L}*|set(?:ting)? up|arrang\p{L}*|schedul\p{L}*|tomorrow|next (?:week|month|time|year)|upcoming|before|ahead of|prepar\p{L}*|invit\p{L}*|agenda|accept\p{L}*|agree(?:d|ing)? to|soon|later|forward to|in advance|good luck|will be|is (?:on|at)|can|offer\p{L}*|suggest\p{L}*|propos\p{L}*|rather|instead|stop|enough|tired|sick of|sorry)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:déplac\p{L}*|report\p{L}*|annul\p{L}*|décal\p{L}*|organis\p{L}*|planifi\p{L}*|fix(?:er|é)|demain|prochaine?s?|à venir|avant|prépar\p{L}*|invit\p{L}*|ordre du jour|accept\p{L}*|bientôt|plus tard|d'avance|bon courage|sera|aura lieu|pourra\p{L}*|plutôt|assez|désolée?|offre|propos(?:er|ée?s?|ition)|pour (?:en )?(?:parler|discuter|échanger))(?!\p{L})/iu,
  de: /(?<!\p{L})(?:verschieb\p{L}*|verschoben|verleg\p{L}*|abgesagt|absag\p{L}*|organisier\p{L}*|verein\p{L}*|morgen|nächste[nrs]?|kommende[nrs]?|bevor|vor unserem|vorbereit\p{L}*|einlad\p{L}*|einladung|tagesordnung|zusage|bald|später|im voraus|viel (?:erfolg|glück)|wird|werden|kann|können|statt|genug|leid|angebot\p{L}*|anbiet\p{L}*|vorschlag\p{L}*|um (?:über|mit))(?!\p{L})/iu,
  es: /(?<!\p{L})(?:mov(?:er|ido)|aplaz\p{L}*|pospon\p{L}*|cancel\p{L}*|cambiar|organiz\p{L}*|program(?:ar|ado)|mañana(?! (?:pasada|de ayer))(?<!esta mañana)|próxim[oa]s?|que viene|antes de|prepar\p{L}*|invit\p{L}*|orden del día|acept\p{L}*|pronto|más tarde|luego|de antemano|suerte|será|puede|podemos|en vez|basta|siento|oferta|ofrec\p{L}+|propuesta|propon\p{L}+|para hablar)(?!\p{L})/iu,
};
