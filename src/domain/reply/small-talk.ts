/**
 * What people write around a yes and what binds nothing: joy over the letter, wishes, thanks, regards, weather, who pays for the
 * coffee, where the link is to go. Each begins with the words that make it what it is; what follows may be anything that turns
 * nothing (`role.ts`). It is looked for only where no day and no hour is named, because beside a time the same words may say what
 * the time is for ("looking forward to the webinar on Tuesday at 2").
 */
import * as refusing from "./refusing-words.ts";
import { withoutUnturned } from "./role.ts";
import { german } from "./small-talk-de.ts";
import { english } from "./small-talk-en.ts";
import { spanish } from "./small-talk-es.ts";
import { french } from "./small-talk-fr.ts";

/** Without telephone numbers, and where no day and no hour is named without small talk. */
export const withoutSmallTalk = (part: string): string => {
  if (refusing.optOut.test(part) || refusing.delegate.test(part) || refusing.decline.test(part)) return part;
  const words = part.replace(phoneNumber, " ");
  return fixedTime.test(words) ? words : smallTalk.reduce(withoutUnturned, words);
};

const fixedTime =
  /(?<![\p{L}\d])\d{1,2}(?: ?(?::\d\d|h\d{0,2}|[ap]m|uhr|heures?)|\.(?: ?\p{L}|\d\d))?(?![\d\p{L}]|[ ./-]?\d)|(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:days?)?(?!\p{L})|(?<!\p{L})(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|domingo|tomorrow|demain|mañana|o'clock|noon|midi|mediodía)/u;

export const isSmallTalk = (part: string): boolean => !/[\p{L}\d]/u.test(withoutSmallTalk(part));

/** "My mobile is +44 7700 900123": how the writer is reached. */
const phoneNumber =
  /(?<!\p{L})(?:(?:my|mein|meine|mon|mi|tel|phone|mobile|cell|handy|voici mon|this is my|hier meine|aquí mi)\.? (?:(?:mobile|phone|cell|direct|number|telephone|handy|handynummer|nummer|telefonnummer|mobilnummer|numéro|portable|tél|téléphone|teléfono|móvil|celular|número|whatsapp) ?){0,2}(?:number|nummer)?(?:'s| is| ist| est| es|:|(?= ?\+?\d))(?: (?:le|el|die|the))?) ?:? ?\+?\d[\d ()/.-]{5,20}\d(?: (?:just )?in case(?: ~)?| should anything come up| falls etwas ist| au cas où| por si acaso| por si las moscas| por cualquier cosa)?/gu;

const smallTalk: readonly RegExp[] = [english, german, french, spanish];
