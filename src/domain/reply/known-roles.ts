/**
 * The roles that words may have beside a time that is agreed to, in four languages. Everything here leaves whose time it is and
 * how surely it is meant as they are; a word without a role is asked about. Patterns are read against one clause in the form of
 * `readable`, times taken out.
 */

const role = (source: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}'])(?:${source
      .trim()
      .split(/\s*\n\s*/)
      .join("|")})(?![\\p{L}])`,
    "gu",
  );
/** At most so many words, whatever they are. */
const words = (most: number): string => `(?:[ -][\\p{L}']+){0,${most}}`;
const title = "(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|m|mme|monsieur|madame|sra?|srta|ing|lic|don|doña)\\.? )?";

/** In whose name the writer answers: an assistant's yes is that of the person. */
const spokenFor = role(`
(?:(?:i am|i'm) writing )?on behalf of ${title}\\p{L}+(?: \\p{L}+)?(?=,|$| (?:i|we)(?![\\p{L}]))
im namen (?:von )?${title}\\p{L}+(?= )
au nom de ${title}\\p{L}+(?=,| )
(?:de parte|en nombre) del? ${title}\\p{L}+(?=,| )
`);

const thanksFor = `(?:(?:many )?(?:thanks|thank you)(?: so much| very much| a lot)? for (?:being|the|your|these|those|all|\\p{L}+ing)|(?:merci(?: beaucoup| bien)?|danke|(?:vielen|herzlichen) dank|(?:muchas |mil )?gracias) (?:pour|de|für|por))${words(4)}`;
/** What is thanked for; behind or before a comma beside a time, because "thanks for offering Tuesday at 10" agrees to nothing. */
const thankedFor = role(`${thanksFor}(?=[,.! ]*$|[,.!])`);
const thankedBeside = role(`(?<=[,.!] )${thanksFor}(?=[,.! ]*$)|(?<=^ *)${thanksFor}(?=,)`);
/** Who is thanked or greeted in passing. */
const thanked = role(`
(?:thanks|thank you|thx|cheers|dear|regards|greetings|lg|vg|mfg|merci|danke|gracias),? \\p{L}+(?=[,.! ]*$)
`);

/** Excuses for the answer itself, and joy over the letter. */
const excused = role(`
(?:so |very )?sorry (?:for|about) (?:the|my|this|being|replying|answering|writing)(?: so)? ?(?:slow|late|delayed|short)?(?: (?:reply|response|answer|delay|silence))?
(?:(?:i|we)(?:'d| would) |would )?love to(?: catch up| meet| see you| chat)?(?=[.,!]|$)|(?:happy|glad|pleased|delighted) to (?:connect|help|oblige|chat)|perfect timing|no worries(?: at all)?|with (?:pleasure|joy)|(?:can't|cannot) wait(?: to (?:see|hear|meet|catch)${words(5)})?
entschuldigung für die (?:späte antwort|verspätung)|entschuldige? die späte antwort|(?:mit|sehr) (?:vergnügen|freude)
(?:désolée?|pardon) (?:pour|de) (?:le retard|ma réponse tardive|répondre si tard)|quelle (?:bonne|belle) surprise|avec (?:grande? )?(?:joie|plaisir)
(?:perdón|perdona|disculpa|disculpe) (?:por )?(?:la demora|el retraso|la tardanza)|qué (?:ilusión|bien)
`);

/** What was, in the set words of courtesy. */
const remembered = role(`
(?:it was |was )?(?:so |really |very )?(?:great|good|nice|lovely|wonderful) (?:to (?:meet|see|hear|talk to|speak to|catch up with)|meeting|seeing|hearing|talking to|speaking to) (?:you|with you|from you|your news|all your news)${words(4)}
give my (?:love|best|regards) to \\p{L}+|say hi to \\p{L}+|(?:i )?hope (?:you|all|everything)${words(5)}|(?:it's |has |it has )?been (?:a while|too long|ages)
es (?:war|hat)${words(3)} (?:schön|nett|gefreut)${words(4)}
(?:très )?(?:heureux|heureuse|content|contente|ravie?) de (?:vous|te) \\p{L}+
(?:qué )?(?:alegría|gusto) (?:verte|saludarte|saber de ti|conocerte|verle|saludarle)
`);

/** How good the time is, and that the writer takes their part. */
const manner = role(`
(?:fine|ok|okay|good) by(?= me| us)|by (?=me|us)|on (?:my|our) (?:end|side|part)|(?:for|with) my (?:schedule|calendar|diary)|down to the ground|a treat|just right
hiermit|ausgezeichnet|hervorragend|bestens|von mir aus|meinerseits
parfaitement|très(?= volontiers| bien)|tout à fait|pour ma part|de (?:mon|notre) côté|ce sera|je me libère|on se (?:retrouve|voit)
perfectamente|estupendamente|por mi parte|de mi parte|de (?:maravilla|lujo|perlas|miedo)|fenomenal
`);

/** May stand in the very clause of the time. */
export const rolesBesideTime: readonly RegExp[] = [spokenFor, thankedBeside, thanked, excused, remembered, manner];

/** What "I will …" puts in doubt, hands over or tells of somewhere else. */
const noPromise =
  "(?:be|have|need|get|let|know|see|ask|try|check|think|confirm|look|find|come|go|wait|leave|miss|skip|still|only|just|not|never|probably|hopefully|revert|forward|pass|send (?!you|over|the|an?(?![\\p{L}])))(?![\\p{L}])";

/** Hopes of the meeting and what the writer does for it: alone they say nothing of the time, beside it they may be what it is for. */
const forMeeting = role(`
(?:i'm |i am |we're |i |we )?look(?:ing)? forward to (?:it|seeing|see|meeting|meet|our|the|talking|talk|speaking|catching)${words(4)}
(?:i'll|i will|we'll|we will|i shall) (?!${noPromise})(?:\\p{L}+ (?:you|an?|the|some|my|our)|bring|bake|make|order)${words(5)}
(?:see you|meet you) (?:then|there|(?:in|at) (?:the|your|our)${words(2)})|i'll be the one (?:in|with)${words(4)}
(?:please )?(?:bring|ring|stop by|come (?:up )?to|ask for|use|send) (?:me|my|our|an?|the)${words(5)}
(?:sending|booking|reserving|adding) (?:you |it |an? |the )${words(4)}|(?:i've|i have) (?:accepted|sent|booked) (?:the|an?) (?:invite|invitation|table|room)
my number is [+\\d ()-]+(?: in case(?=$|[.,!]))?|in case you (?:get lost|need it)|(?:lunch|coffee|breakfast|dinner|drinks?) (?:is|are) on me|my treat|sent from my \\p{L}+
(?:ich |wir )?freuen? (?:mich|uns|mi)(?: schon| sehr)*(?: auf${words(3)})?|freu mi|ich lade (?:sie|dich|euch) (?:zum \\p{L}+ )?ein
(?:ich|wir) (?:reservier|bring|schick|buch|bestell|ruf)(?:e|en)? (?:sie |dich |ihnen |dir |einen |den |die |das |etwas |kuchen |kaffee )${words(4)}
(?:je|nous) (?:vous |te |t'|l')?(?:attends?|attendons|réserv|apport|prévien|envoi|prépar|appell|amèn)(?:s|e|ons|z)? ?[\\p{L}']*${words(4)}|je vous invite
au plaisir(?: de (?:vous|te) \\p{L}+)?|à (?:très )?(?:vite|bientôt|plus)|(?:bonne|belle) (?:journée|soirée)
(?:yo )?(?:reservo|llevo|traigo|le espero|te espero|os espero)${words(4)}|yo invito
`);

/** May stand in a clause that names no time. */
export const rolesApart: readonly RegExp[] = [thankedFor, ...rolesBesideTime, forMeeting];

/** Words that hold a sentence together, speak of the two who meet, greet, or name the meeting and its way. */
export const joining: ReadonlySet<string> = new Set(
  `
  i i'm i'd we'd delighted we you me us u my your our yours person to too it is be so and then also that that's it's one who
  the of at on in for with from by a an this coming please pls plz
  good morning afternoon evening day
  hi hello hey dear thanks thank thx ta many again cheers best regards kind warm wishes greetings sincerely soon bye love
  would very much really quite nicely absolutely totally just well great everyone xx x
  chat meeting meet call speak talk office there here via phone video zoom teams coffee lunch slot option choice
  local time side end ok okay noted 's
  ich wir mir uns mich dir ihnen bin ist wäre würde das es sie ein am um zu bei mit für und dann also der den die uhr termin
  guten tag grüezi hoi moin hallo danke bitte sehr wirklich bestens alles gute
  lg vg mfg grüße grüsse gruß gruss liebe viele beste freundlichen freundliche servus baba ciao tschüss dahin
  je suis moi nous vous toi te ça ce c'est est se voit à le la un une et de per pour donc alors créneau horaire rendez rdv s'il
  plaît bonjour bonsoir salut coucou très cordialement amitiés t'embrasse bises note merci bien beaucoup vraiment grand tout
  svp h chez
  yo mí se está es el las y por para con al entonces pues cita hola buenos días buenas tardes mil gracias favor muchas muy
  saludos cordiales atentamente un abrazo besos quedo atento atenta saludo cordial sus órdenes allí
  `
    .trim()
    .split(/\s+/),
);
