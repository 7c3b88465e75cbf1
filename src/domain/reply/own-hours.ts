/**
 * An hour told in passing: when something of the writer's own ends or begins ("I finish teaching at two", "je sors du bloc vers
 * 16h"). Beside a time that is taken it is no wish for another, if the taken time lies on its free side: behind the end, in front
 * of the beginning. On the other side the two contradict each other, and somebody has to look.
 */
import type { Language } from "../mail/language.ts";
import { minuteOfDayIn } from "../time.ts";
import type { Clause } from "./clauses.ts";
import { withoutPhrases } from "./explained.ts";
import type { Slot } from "./match.ts";
import type { OfferMade } from "./meaning.ts";
import { alternativesOf } from "./role.ts";
import type { TimePhrase } from "./time-spans.ts";

type Frames = { ends: RegExp; begins: RegExp; rises: RegExp };

const opens = (lines: string): RegExp => new RegExp(`^[,¿¡ ]*(?:${alternativesOf(lines)})(?![\\p{L}])`, "u");

const often = "(?: (?:usually|normally|always|generally|mostly|typically|only|just|already|will|do)){0,4}";
const oft =
  "(?: (?:meistens|meist|immer|normalerweise|gewöhnlich|sowieso|ohnehin|eh|schon|ja|da|erst|um|gegen|an dem tag)){0,4}";

const frames: Readonly<Record<Language, Frames>> = {
  en: {
    ends: opens(`
      (?:and |as |since |because |so )?(?:i|we)${often} (?:finish|end|stop|knock off|clock off|clock out|get off|get out of|get back|get in|get home|come off|close|close up|shut|wrap up|drop (?:off )?(?:the|my)|am back|'m back|am off|am out|am free|land|arrive)
      (?:and |as |since |because |so )?(?:i'm|i am|i'll be|we're|we are|we'll be)(?: (?:usually|normally|always|generally|already|all)){0,4} (?:done|finished|through|back|off|out of|free|home|up)
      (?:and |as |since |because |so )?(?:my|our|the) (?:shift|class|classes|lesson|lecture|clinic|rounds|surgery|shop|store|school|course|service|training|milking|market|rehearsal|practice|meeting)${often} (?:ends|finishes|stops|closes|is over|is done|wraps up|lets out)
    `),
    begins: opens(`
      (?:and |as |since |because |but )?(?:i|we)(?: (?:don't|do not))?${often} (?:open|start|begin|open up|kick off|teach|pick up|collect|leave|head off|set off|go on shift|go to work|clock on)
      (?:and |as |since |because |but )?(?:my|our|the) (?:shift|class|classes|lesson|lecture|clinic|rounds|surgery|shop|store|school|course|service|training|milking|market|rehearsal|practice)(?: (?:doesn't|does not))?${often} (?:starts?|begins?|opens?|kicks? off)
    `),
    rises: opens(
      `(?:and |as |since |because |so )?(?:i'm|i am|i'm usually|i'm always|i)${often} (?:up|awake|get up|wake up|rise|wake)`,
    ),
  },
  de: {
    ends: opens(`
      (?:(?:und|denn|weil) )?(?:ich|wir) (?:bin|sind|komme|kommen|mache|machen|höre|hab|habe|haben|schließe|schließen|sperre)${oft} ?(?=.* (?:fertig|frei|aus|raus|zurück|schluss|feierabend|auf|dienstschluss|heim|zu)(?![\\p{L}]))
      (?:(?:und|denn) )?(?:mein|meine|unser|unsere|der|die|das) (?:dienst|schicht|unterricht|kurs|vorlesung|sprechstunde|training|markt|probe|schule|laden|praxis|ordination|visite) (?:endet|ist|schließt|geht bis)
    `),
    begins: opens(`
      (?:(?:und|denn) )?(?:ich|wir) (?:öffne|öffnen|beginne|beginnen|fange|fangen|starte|starten|mache|machen|sperre|sperren|muss|unterrichte|hole|holen)${oft} ?(?=.* (?:auf|an|los|ab|laden|geschäft|praxis|unterricht)(?![\\p{L}]))
      (?:(?:und|denn) )?(?:mein|meine|unser|unsere|der|die|das) (?:dienst|schicht|unterricht|kurs|vorlesung|sprechstunde|training|markt|probe|schule|laden|praxis|ordination) (?:beginnt|fängt|öffnet|startet|geht erst|macht)
    `),
    rises: opens(
      `(?:(?:und|denn|da) )?(?:ich )?(?:stehe?|bin|wache)(?: ich)?${oft} ?(?=.* (?:auf|wach|munter)(?![\\p{L}]))`,
    ),
  },
  fr: {
    ends: opens(`
      (?:(?:car|et|donc) )?(?:je|j'|nous|on) ?(?:sors|sortons|finis|finissons|termine|terminons|rentre|rentrons|ferme|fermons|suis (?:libérée?|libre|de retour|sortie?)|quitte|débauche|descends|ai (?:fini|terminé))
      (?:(?:car|et) )?(?:mon|ma|mes|notre|nos|le|la) (?:service|garde|cours|consultation|consultations|tournée|boutique|journée|séance|répétition|marché|classe) (?:finit|finissent|se termine|se terminent|s'arrête|ferme)
    `),
    begins: opens(`
      (?:(?:car|et|mais) )?(?:je|j'|nous|on) ?(?:n'|ne )?(?:ouvre|ouvrons|commence|commençons|embauche|attaque|démarre|reprends|pars|récupère)
      (?:(?:car|et) )?(?:mon|ma|mes|notre|nos|le|la) (?:service|garde|cours|consultation|consultations|tournée|boutique|journée|séance|répétition|marché|classe) (?:ne )?(?:commence|commencent|ouvre|débute|démarre)
    `),
    rises: opens(
      "(?:(?:car|et|de toute façon) )?je (?:suis|me) (?:(?:toujours|déjà|de toute façon) ){0,4}(?:debout|levée?|réveillée?|lève|réveille)",
    ),
  },
  es: {
    ends: opens(`
      (?:(?:porque|y|ya que|que) )?(?:yo )?(?:salgo|salimos|termino|terminamos|acabo|acabamos|cierro|cerramos|vuelvo|regreso|quedo libre|me desocupo|me libero|libro)
      (?:(?:porque|y) )?(?:mi|mis|nuestra|nuestro|la|el) (?:turno|clase|clases|consulta|guardia|servicio|tienda|ensayo|mercado|jornada) (?:termina|terminan|acaba|acaban|cierra)
    `),
    begins: opens(`
      (?:(?:porque|y|pero) )?(?:yo )?(?:no )?(?:abro|abrimos|empiezo|empezamos|entro|entramos|comienzo|arranco|recojo)
      (?:(?:porque|y) )?(?:mi|mis|nuestra|nuestro|la|el) (?:turno|clase|clases|consulta|guardia|servicio|tienda|ensayo|mercado|jornada) (?:no )?(?:empieza|empiezan|comienza|abre|arranca)
    `),
    rises: opens(
      "(?:(?:porque|y|total) )?(?:yo )?(?:ya )?(?:me (?:levanto|despierto)|estoy (?:despiert[oa]|en pie|levantad[oa]))",
    ),
  },
};

/** What tells more than an hour of one's own. */
const more =
  /(?<!\p{L})(?:not|but|if|unless|maybe|could|would|should|might|rather|prefer|better|instead|only|until|meet|call|nicht|aber|wenn|falls|könnte|lieber|besser|erst|treffen|pas|mais|si|plutôt|mieux|pourrai\p{L}*|no|pero|podría\p{L}*|mejor|prefiero|vernos)(?!\p{L})/u;

/** Whether `text` begins as such a statement does. */
export const tellsOwnHour = (text: string, language: Language): boolean =>
  Object.values(frames[language]).some((frame) => frame.test(text)) && !more.test(text);

/** Whether the clause tells of an hour of the writer's own that leaves `slot` free; false where it tells of anything else. */
export function leavesFree(
  { text, phrases, isQuestion }: Clause,
  slot: Slot,
  language: Language,
  offer: OfferMade,
): boolean {
  const [phrase] = phrases;
  if (phrase === undefined || phrases.length > 1 || isQuestion || offer.writersZone !== undefined) return false;
  const hours = hoursOf(phrase);
  if (hours.length === 0 || more.test(withoutPhrases(text, phrases))) return false;
  const { ends, begins, rises } = frames[language];
  const [starts, until] = [slot.startsAt, slot.endsAt].map((at) => minuteOfDayIn(offer.zone, at)) as [number, number];
  // A bare "six" is read inside working hours, and nobody gets up in the evening.
  if (rises.test(text)) return hours.every((minute) => minute <= starts || (minute >= noon && minute - noon <= starts));
  if (ends.test(text)) return hours.every((minute) => minute <= starts);
  return begins.test(text) && hours.every((minute) => minute >= until);
}

const noon = 12 * 60;

/** All readings of a bare hour without a day. */
function hoursOf({ clock, days, everyWeekday }: TimePhrase): readonly number[] {
  if (clock === undefined || days !== undefined || everyWeekday !== undefined) return [];
  if (clock.kind === "at") return clock.minutes;
  return clock.kind === "between" ? [] : [clock.minute];
}
