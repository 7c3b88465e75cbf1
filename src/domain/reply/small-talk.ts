/**
 * What people write around a yes and what binds nothing: joy over the letter, wishes, thanks, regards, weather, who pays for the
 * coffee, where the link is to go. Each begins with the words that make it what it is; what follows may be anything that turns
 * nothing (`role.ts`). It is looked for only where no day and no hour is named, because beside a time the same words may say what
 * the time is for ("looking forward to the webinar on Tuesday at 2").
 */
import { namesPlace } from "./chosen.ts";
import { withoutOthersRuledOut } from "./others-out.ts";
import * as refusing from "./refusing-words.ts";
import { withoutUnturned } from "./role.ts";
import { german } from "./small-talk-de.ts";
import { english } from "./small-talk-en.ts";
import { spanish } from "./small-talk-es.ts";
import { french } from "./small-talk-fr.ts";

/** Without telephone numbers, and where no day and no hour is named without small talk. */
export const withoutSmallTalk = (said: string): string => {
  const part = fixedTime.test(said) ? said : withoutOthersRuledOut(said);
  // "Je prends le dernier" chooses, where "je prends le dessert" does not.
  if (namesPlace(part)) return part;
  if (refusing.optOut.test(part) || refusing.delegate.test(part) || refusing.decline.test(part)) return part;
  const words = part.replace(phoneNumber, " ");
  return fixedTime.test(words) ? words : smallTalk.reduce(withoutUnturned, words);
};

const fixedTime =
  /(?<![\p{L}\d])\d{1,2}(?: ?(?::\d\d|h\d{0,2}|[ap]m|uhr|heures?)|\.(?: ?\p{L}|\d\d))?(?![\d\p{L}]|[ ./-]?\d)|(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:days?)?(?!\p{L})|(?<!\p{L})(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|domingo|tomorrow|demain|mañana|o'clock|noon|midi|mediodía)/u;

export const isSmallTalk = (part: string): boolean => !/[\p{L}\d]/u.test(withoutSmallTalk(part));

/** How the writer is reached: what leads to the number, and what it is for. */
const reached =
  "(?:(?:my|mein|meine|mon|mi|tel|phone|mobile|cell|handy|voici|voici mon|this is my|hier|hier meine|aquí mi|anbei|the|call|text|ring|reach me|(?:just )?(?:call|text|ring|phone|message|whatsapp) me|schreib(?:en sie|t)? mir|ruf(?:en sie)? (?:mich )?(?:einfach |kurz )?(?:durch|an)|écris-moi|écrivez-moi|appelle-moi|appelez-moi|escríbeme|escríbame|llámame|llámeme|tu peux me joindre|vous pouvez me joindre|me joindre|joignable|erreichbar|erreichen sie mich|erreichst du mich|puedes llamarme|me puedes llamar|me encuentras|whatsapp)[.:]? )";
const lineOf =
  "(?:(?:my|direct|mobile|phone|cell|cellphone|number|telephone|office|work|home|line|whatsapp|handy|handynummer|nummer|telefonnummer|mobilnummer|durchwahl|natel|numéro|portable|cellulaire|direct|tél|téléphone|gsm|teléfono|móvil|celular|número|cel)[.:,]? )";
const whatFor =
  "(?:,? ?(?:just in case|in case(?: of [\\p{L}]+)?|should anything (?:come up|change|happen)|if (?:anything (?:comes up|changes|happens)|you (?:get lost|need it|need me|are lost|can't find it)|there's anything)|falls (?:etwas|was|was dazwischenkommt) ?(?:ist|sein sollte|dazwischenkommt)?|au cas où|en cas de (?:besoin|souci|retard|problème)|si (?:besoin|tu es (?:coincée?|perdue?|en retard)|vous êtes (?:coincée?|perdue?|en retard))|por si acaso|por si las moscas|por (?:cualquier|alguna) (?:cosa|eventualidad|duda)|si (?:hay algo|pasa algo|necesitas algo|te pierdes)|para cualquier cosa)(?: (?:on the day|that day|dans les (?:bouchons|embouteillages)|am tag|ce jour-là|ese día))?)";
/** "My mobile is +44 7700 900123", "call my cell, (555) 010-0144": seven figures or more behind words for a line. */
const phoneNumber = new RegExp(
  `(?<!\\p{L})(?=(?:${reached}|${lineOf}))(?:${reached}){0,2}(?:${lineOf}){0,3}(?:(?:falls was ist|falls etwas ist|just in case|au cas où|por si acaso)[:, ]+)?(?:(?:is|ist|lautet|est|es|au|on|at|unter|auf|al|en el|le|el|die|the|number|nummer|['’]s|:)[: ]+){0,2}(?:number |nummer )?[+(]{0,2}\\d(?:[ ()/.-]{0,2}\\d){6,14}(?!\\d|:\\d)${whatFor}?`,
  "gu",
);

const smallTalk: readonly RegExp[] = [english, german, french, spanish];
