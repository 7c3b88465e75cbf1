/**
 * The roles that words may have beside a time that is agreed to, in four languages. Everything here leaves whose time it is and
 * how surely it is meant as they are; a word without a role is asked about. Patterns are read against one clause in the form of
 * `readable`, times taken out.
 */
import { agreement } from "./agreement.ts";
import { anyWords, role } from "./role.ts";

const title = "(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|m|mme|monsieur|madame|sra?|srta|ing|lic|don|doña)\\.? )?";

/** In whose name the writer answers: an assistant's yes is that of the person. */
const spokenFor = role(`
  (?:(?:i am|i'm) writing )?on behalf of ${title}\\p{L}+(?: \\p{L}+)?(?=,|$| (?:i|we)(?![\\p{L}]))
  im namen (?:von )?${title}\\p{L}+(?= )
  au nom de ${title}\\p{L}+(?=,| )
  (?:de parte|en nombre) del? ${title}\\p{L}+(?=,| )
`);

const thanksFor = `(?:(?:many )?(?:thanks|thank you)(?: so much| very much| a lot)? for (?:being|the|your|these|those|all|\\p{L}+ing)|(?:merci(?: beaucoup| bien)?|danke|(?:vielen|herzlichen) dank|(?:muchas |mil )?gracias) (?:pour|de|für|por))(${anyWords(4)})`;
/** What is thanked for; behind or before a comma beside a time, because "thanks for offering Tuesday at 10" agrees to nothing. */
const thankedFor = role(`${thanksFor}(?=[,.! ]*$|[,.!])`);
const thankedBeside = role(`(?<=[,.!] )${thanksFor}(?=[,.! ]*$)|(?<=^ *)${thanksFor}(?=,)`);
const letter =
  "message|mail|e-?mail|letter|note|proposal|invitation|reply|response|answer|patience|flexibility|kindness|nachricht|zeilen|schreiben|vorschlag|vorschläge|einladung|antwort|geduld|courrier|proposition|retour|réponse|mot|mensaje|correo|carta|propuesta|invitación|respuesta|paciencia|amabilidad";
/** Thanks for a letter that go on: "thank you for your kind note and confirm Tuesday at 10". */
const thankedAndMore = role(`
  (?:(?:(?:i|we) )?thank(?:s| you)?(?: \\p{L}+)? for|(?:ich |wir )?(?:danke?n?|bedanke (?:mich|uns))(?: (?:ihnen|dir|euch))?(?: \\p{L}+)? für|(?:je |nous )?(?:vous |te )?(?:remerci(?:e|ons)|merci)(?: \\p{L}+)? (?:de|pour)|(?:le |te |les |os )?agradezco|gracias por) (?:your|the|ihre[nr]?|deine[nr]?|eure[nr]?|die|das|votre|ton|ta|le|la|su|tu|el)(?: \\p{L}+)? (?:${letter})(?= *(?:[,.!]|(?:and|und|et|y)(?!\\p{L})))
`);
/** Who is thanked or greeted in passing. */
const thanked = role(`
  (?:thanks|thank you|thx|cheers|dear|regards|greetings|lg|vg|mfg|merci|danke|gracias),? (?!(?:for|pour|de|für|por)(?!\\p{L}))\\p{L}+(?=[,.! ]*$)
`);

/** Excuses for the answer itself, and joy over the letter. */
const excused = role(`
  (?:so |very )?sorry (?:for|about) (?:the|my|this|being|replying|answering|writing)(?: so)? ?(?:slow|late|delayed|short)?(?: (?:reply|response|answer|delay|silence))?
  (?:(?:i|we)(?:'d| would) |would )?love to(?: catch up| meet| see you| chat)?(?=[.,!]|$)|let's do it|done deal
  (?:coffee|lunch|drinks?)(?:'s| is| are) on (?:me|you)
  (?:happy|glad|pleased|delighted) to (?:connect|help|oblige|chat)|perfect timing|no worries(?: at all)?
  with (?:pleasure|joy)|(?:can't|cannot) wait(?: to (?:see|hear|meet|catch)${anyWords(5)})?
  entschuldigung für die (?:späte antwort|verspätung)|entschuldige? die späte antwort
  (?:mit|sehr) (?:vergnügen|freude)
  (?:désolée?|pardon) (?:pour|de) (?:le retard|ma réponse tardive|répondre si tard)|quelle (?:bonne|belle) surprise
  avec (?:grande? )?(?:joie|plaisir)
  (?:perdón|perdona|disculpa|disculpe) (?:por )?(?:la demora|el retraso|la tardanza)|qué (?:ilusión|bien)
`);

/** What was, in the set words of courtesy. */
const remembered = role(`
  (?:it was |was )?(?:so |really |very )?(?:great|good|nice|lovely|wonderful) (?:to (?:meet|see|hear|talk to|speak to|catch up with)|meeting|seeing|hearing|talking to|speaking to) (?:you|with you|from you|your news|all your news)(${anyWords(4)})
  (?:i )?hope (?:you|all|everything)(${anyWords(5)})|(?:it's |has |it has )?been (?:a while|too long|ages)
  es (?:war|hat)(${anyWords(3)}) (?:schön|nett|gefreut)(${anyWords(4)})
  (?:très )?(?:heureux|heureuse|content|contente|ravie?) de (?:vous|te) \\p{L}+
  (?:qué )?(?:alegría|gusto) (?:verte|saludarte|saber de ti|conocerte|verle|saludarle)
`);

/** How good the time is, and that the writer takes their part. */
const manner = role(`
  (?:fine|ok|okay|good) by(?= me| us)|by (?=me|us)|(?:on|from) (?:my|our) (?:end|side|part)
  (?:for|with) (?:my|our) (?:schedule|calendar|diary)|down to the ground|a treat|just right
  as (?:planned|proposed|suggested|offered|discussed)|in person|face to face
  na (?:klar|dann|sicher|logo|super|prima|gerne?)|hiermit|ausgezeichnet|hervorragend|bestens
  von (?:mir aus|meiner seite|unserer seite)|meinerseits|(?:bei|für) (?:mir|mich|uns)
  wie (?:vorgeschlagen|besprochen|angeboten|angegossen|gewünscht|geplant)|auf jeden fall|in jedem fall
  auf alle fälle|(?<=^|[,.!] ?)jo(?= )|(?<!(?:ein|das|dem|unser|beim|zum|am|im) )fest(?![\\p{L}])|vor ort
  parfaitement|très(?= volontiers| bien)|tout à fait|(?:pour|de) (?:ma|notre) part|de (?:mon|notre) côté
  chez (?:moi|nous)|ce sera|je me libère|on s(?:e |')(?:retrouve|voit|parle|appelle|capte|croise|rencontre)
  splendide|superbe|commode|pratique|adéquat|convenable|là-bas|comme (?:proposé|convenu|suggéré|prévu)
  (?:fait |faisons |va )?comme (?:ça|cela)|(?:c'est )?avec (?:grand |beaucoup de |un immense )?(?:plaisir|joie) que
  j'accepte|sans faute|à merveille|on ne peut mieux|à coup sûr|sans souci|plage horaire|(?:une |la |ma )?présence
  rendez-vous|joie
  perfectamente|estupendamente|(?:por|de) (?:mi|nuestra) (?:parte|lado)|de mi lado
  de (?:maravilla|lujo|perlas|miedo|cine|película|diez|una)|a las mil maravillas|fenomenal
  como (?:propones|propone|sugieres|sugiere|quedamos|acordamos)|sin falta|sin duda|desde luego|faltaría más|cómo no
  allá|asistencia|presencia|esa hora|ese (?:día|horario|hueco|momento)|esa fecha|la hora|el horario|esa opción
`);

/** May stand in the very clause of the time. */
export const rolesBesideTime: readonly RegExp[] = [
  spokenFor,
  thankedBeside,
  thankedAndMore,
  thanked,
  excused,
  remembered,
  agreement,
  manner,
];

/** What "I will …" puts in doubt, hands over or tells of somewhere else. */
const noPromise =
  "(?:be|fly|travel|have|need|get|let|know|see|ask|try|check|think|confirm|look|find|come|go|wait|leave|miss|skip|still|only|just|not|never|probably|hopefully|revert|forward|pass|send(?! (?:you|over|the|an?)(?![\\p{L}])))(?![\\p{L}])";

/** Hopes of the meeting and what the writer does for it: alone they say nothing of the time, beside it they may be what it is for. */
const forMeeting = role(`
  (?:i'm |i am |we're |i |we )?look(?:ing)? forward to (?:it|seeing|see|meeting|meet|our|the|talking|talk|speaking|catching)(${anyWords(4)})
  (?:i'll|i will|we'll|we will|i shall) (?!${noPromise})\\p{L}+(?!.* that )(${anyWords(6)})
  (?:see you|meet you) (?:then|there|(?:in|at) (?:the|your|our)(${anyWords(2)}))
  i'll be the one (?:in|with)(${anyWords(4)})
  (?:please )?(?:bring|ring|stop by|come (?:up )?to|ask for|use) (?:me|our|an?|the)(${anyWords(5)})
  (?:sending|booking|reserving|adding) (?:you |it |an? |the )(${anyWords(4)})
  (?:i've|i have) (?:accepted|sent|booked) (?:the|an?) (?:invite|invitation|table|room)
  give my (?:love|best|regards) to \\p{L}+|say hi to \\p{L}+|congrat(?:ulation)?s(?: (?:on|for)(${anyWords(4)}))?
  my number is [+\\d ()-]+(?: in case(?=$|[.,!]))?|in case you (?:get lost|need it)
  (?:lunch|coffee|breakfast|dinner|drinks?) (?:is|are) on me|my treat|sent from my \\p{L}+
  (?:ich |wir )?freuen? (?:mich|uns|mi)(?: schon| sehr)*(?: auf(${anyWords(3)}))?|freu mi
  ich lade (?:sie|dich|euch) (?:zum \\p{L}+ )?ein
  (?:ich|wir) (?:reservier|bring|schick|buch|bestell|ruf)(?:e|en)? (?:sie |dich |ihnen |dir |einen |den |die |das |etwas |kuchen |kaffee )(${anyWords(4)})
  (?:je|nous) (?:vous |te |t'|l')?(?:attends?|attendons|réserv|apport|prévien|prépar|appell|amèn)(?:s|e|ons|z)? ?[\\p{L}']*(${anyWords(4)})
  je vous invite
  au plaisir(?: de (?:vous|te) \\p{L}+)?|à (?:très )?(?:vite|bientôt|plus)|(?:bonne|belle) (?:journée|soirée)
  (?:yo )?(?:reservo|llevo|traigo|le espero|te espero|os espero)(${anyWords(4)})|yo invito
`);

/** May stand in a clause that names no time. */
export const rolesApart: readonly RegExp[] = [thankedFor, ...rolesBesideTime, forMeeting];

/** "Tuesday at 10 is good for you": the writer's own yes is another thing, unless they keep the time free for the reader. */
export const meantForReader =
  /(?<!\p{L}|(?:blocked|kept|reserved|saved|time|zeit|temps|tiempo|libre|frei|free)[^,.;]{0,20})(?:for|für|pour|para) (?:you|your|dich|dein\p{L}*|euch|vous|votre|toi|ton|ta|ti|usted|tu|su)(?!\p{L})/u;
