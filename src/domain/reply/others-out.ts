/** "Can't do the others, I'm in court": of the offered times those are ruled out that are not taken, and nothing else is said. */
import { role, wholeWords } from "./role.ts";

const othersOut = role(`
  (?:(?:i|we) )?(?:can't|cannot|couldn't) (?:do|make|manage) (?:either of )?(?:the|your) (?:others?|rest|other (?:two|three|ones|days|times|slots|options|dates))~(?:, (?:as |since |because )?(?:i'm|i am|i have|i've got|we have|we're)~)?
  (?:the|both) other(?:s| two| three| ones| days| times| slots| options| dates) (?:don't|do not|won't|wouldn't|aren't|are not|clash|clashed|collide|conflict|are (?:out|taken|full|no good|impossible|difficult|tricky|gone))~

  (?:die |an den |zu den )?(?:anderen|beiden anderen|anderen beiden)(?: (?:beiden|zwei|drei|termine|tage|zeiten|vorschläge|optionen|terminen))? (?:gehen|passen|klappen|kann ich|sind|fallen|kollidieren|überschneiden|schaffe ich)(?: (?:bei|mir|uns|leider|da|sich|für mich))* (?:nicht|weg|raus|schlecht|aus|belegt|unmöglich|mit|schon)~(?:, (?:da|weil|denn)~)?

  les (?:deux )?autres(?: (?:dates|créneaux|jours|horaires|propositions))? (?:ne )?(?:me |nous )?(?:vont|conviennent|sont|tombent|marchent|collent|passent) (?:pas|hélas|malheureusement|impossibles|pris(?:es)?|sur|pendant|mal)~|(?:je|on|nous) ne (?:peux|peut|pouvons) pas (?:pour )?les (?:deux )?autres~(?:, (?:je suis|j'ai|car|on a)~)?

  (?:a |en )?(?:las|los) (?:otras?|otros?)(?: (?:dos|tres|fechas|horarios|días|opciones|dos días|dos fechas|dos opciones))? (?:no (?:puedo|podemos|me (?:vienen?|van?|quedan?|sirven?|cuadran?)|nos (?:vienen?|quedan?))|se me (?:complican|cruzan|enciman)|chocan|me chocan|coinciden|me coinciden|caen)~(?:, (?:estoy|tengo|porque|ando)~)?
`);

/** Words behind which more is said than why the others are out. */
const goesOn = wholeWords("but|if|unless|until|so|or|aber|wenn|falls|oder|bis|mais|si|sauf|ou|pero|salvo|o|hasta");

/** `part` in the form of `readable`; beside a time it may be that time which is ruled out. */
export const withoutOthersRuledOut = (part: string): string =>
  part.replace(othersOut, (found) => (goesOn.test(found) ? found : " "));
