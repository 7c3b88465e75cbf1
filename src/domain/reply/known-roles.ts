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
(?:thanks|thank you|thx|cheers|dear|regards|greetings|lg|vg|mfg|merci|danke|gracias),? (?!(?:for|pour|de|für|por)(?!\\p{L}))\\p{L}+(?=[,.! ]*$)
`);

/** Excuses for the answer itself, and joy over the letter. */
const excused = role(`
(?:so |very )?sorry (?:for|about) (?:the|my|this|being|replying|answering|writing)(?: so)? ?(?:slow|late|delayed|short)?(?: (?:reply|response|answer|delay|silence))?
(?:(?:i|we)(?:'d| would) |would )?love to(?: catch up| meet| see you| chat)?(?=[.,!]|$)|let's do it|done deal|(?:coffee|lunch|drinks?)(?:'s| is| are) on (?:me|you)|(?:happy|glad|pleased|delighted) to (?:connect|help|oblige|chat)|perfect timing|no worries(?: at all)?|with (?:pleasure|joy)|(?:can't|cannot) wait(?: to (?:see|hear|meet|catch)${words(5)})?
entschuldigung für die (?:späte antwort|verspätung)|entschuldige? die späte antwort|(?:mit|sehr) (?:vergnügen|freude)
(?:désolée?|pardon) (?:pour|de) (?:le retard|ma réponse tardive|répondre si tard)|quelle (?:bonne|belle) surprise|avec (?:grande? )?(?:joie|plaisir)
(?:perdón|perdona|disculpa|disculpe) (?:por )?(?:la demora|el retraso|la tardanza)|qué (?:ilusión|bien)
`);

/** What was, in the set words of courtesy. */
const remembered = role(`
(?:it was |was )?(?:so |really |very )?(?:great|good|nice|lovely|wonderful) (?:to (?:meet|see|hear|talk to|speak to|catch up with)|meeting|seeing|hearing|talking to|speaking to) (?:you|with you|from you|your news|all your news)${words(4)}
(?:i )?hope (?:you|all|everything)${words(5)}|(?:it's |has |it has )?been (?:a while|too long|ages)
es (?:war|hat)${words(3)} (?:schön|nett|gefreut)${words(4)}
(?:très )?(?:heureux|heureuse|content|contente|ravie?) de (?:vous|te) \\p{L}+
(?:qué )?(?:alegría|gusto) (?:verte|saludarte|saber de ti|conocerte|verle|saludarle)
`);

/** How good the time is, and that the writer takes their part. */
const manner = role(`
(?:fine|ok|okay|good) by(?= me| us)|by (?=me|us)|on (?:my|our) (?:end|side|part)|(?:for|with) my (?:schedule|calendar|diary)|down to the ground|a treat|just right|as planned|in person|face to face
hiermit|ausgezeichnet|hervorragend|bestens|von mir aus|meinerseits
parfaitement|très(?= volontiers| bien)|tout à fait|pour ma part|de (?:mon|notre) côté|ce sera|je me libère|on se (?:retrouve|voit)
perfectamente|estupendamente|por mi parte|de mi parte|de (?:maravilla|lujo|perlas|miedo)|fenomenal
`);

/** May stand in the very clause of the time. */
export const rolesBesideTime: readonly RegExp[] = [spokenFor, thankedBeside, thanked, excused, remembered, manner];

/** What "I will …" puts in doubt, hands over or tells of somewhere else. */
const noPromise =
  "(?:be|fly|travel|have|need|get|let|know|see|ask|try|check|think|confirm|look|find|come|go|wait|leave|miss|skip|still|only|just|not|never|probably|hopefully|revert|forward|pass|send (?!you|over|the|an?(?![\\p{L}])))(?![\\p{L}])";

/** Hopes of the meeting and what the writer does for it: alone they say nothing of the time, beside it they may be what it is for. */
const forMeeting = role(`
(?:i'm |i am |we're |i |we )?look(?:ing)? forward to (?:it|seeing|see|meeting|meet|our|the|talking|talk|speaking|catching)${words(4)}
(?:i'll|i will|we'll|we will|i shall) (?!${noPromise})\\p{L}+(?!.* that )${words(6)}
(?:see you|meet you) (?:then|there|(?:in|at) (?:the|your|our)${words(2)})|i'll be the one (?:in|with)${words(4)}
(?:please )?(?:bring|ring|stop by|come (?:up )?to|ask for|use|send) (?:me|our|an?|the)${words(5)}
(?:sending|booking|reserving|adding) (?:you |it |an? |the )${words(4)}|(?:i've|i have) (?:accepted|sent|booked) (?:the|an?) (?:invite|invitation|table|room)
give my (?:love|best|regards) to \\p{L}+|say hi to \\p{L}+|congrat(?:ulation)?s(?: (?:on|for)${words(4)})?
my number is [+\\d ()-]+(?: in case(?=$|[.,!]))?|in case you (?:get lost|need it)|(?:lunch|coffee|breakfast|dinner|drinks?) (?:is|are) on me|my treat|sent from my \\p{L}+
(?:ich |wir )?freuen? (?:mich|uns|mi)(?: schon| sehr)*(?: auf${words(3)})?|freu mi|ich lade (?:sie|dich|euch) (?:zum \\p{L}+ )?ein
(?:ich|wir) (?:reservier|bring|schick|buch|bestell|ruf)(?:e|en)? (?:sie |dich |ihnen |dir |einen |den |die |das |etwas |kuchen |kaffee )${words(4)}
(?:je|nous) (?:vous |te |t'|l')?(?:attends?|attendons|réserv|apport|prévien|envoi|prépar|appell|amèn)(?:s|e|ons|z)? ?[\\p{L}']*${words(4)}|je vous invite
au plaisir(?: de (?:vous|te) \\p{L}+)?|à (?:très )?(?:vite|bientôt|plus)|(?:bonne|belle) (?:journée|soirée)
(?:yo )?(?:reservo|llevo|traigo|le espero|te espero|os espero)${words(4)}|yo invito
`);

/** May stand in a clause that names no time. */
export const rolesApart: readonly RegExp[] = [thankedFor, ...rolesBesideTime, forMeeting];

const wordList = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that hold a sentence together, speak of the two who meet, greet, strengthen or say goodbye. */
export const joining = wordList(`
  i i'm i'd we'd delighted we you me us u my your our yours mine to too it is be so and then also that that's it's one who
  the of at on in for with from by a an this coming please pls plz all
  good morning afternoon evening day anyway gladly happily personally indeed fully completely super totally definitely
  hi hello hey dear thanks thank thx ta many again cheers best regards kind warm wishes greetings sincerely soon bye love
  would very much really quite nicely absolutely just well great everyone xx x sharp times local time
  ok okay noted 's here there via online remotely
  ich wir mir uns mich dir dich bin ist wäre würde das es sie ein am um zu bei mit für und dann also der den die
  uhr dank guten tag grüezi hoi moin hallo danke vielen herzlichen lieben schönen bitte sehr wirklich bestens alles gute ganz genau
  absolut natürlich selbstverständlich völlig total richtig wieder persönlich drauf darauf auf deine dein ihre bis bald
  lg vg mfg grüße grüsse gruß gruss liebe viele beste freundlichen freundliche servus baba bussi ciao tschüss dahin
  je suis moi nous vous toi te ça ce c'est est se voit à au le la un une et de du per pour donc alors en sur place s'il ensemble
  plaît bonjour bonsoir salut coucou très cordialement amicalement amitiés t'embrasse bises bisous note merci mille mercis
  bien beaucoup vraiment absolument grand tout svp h chez chère cher votre ton notre mon là
  yo mí ti tú usted se está es el las y por para con en al entonces pues hola buenos días buenas tardes mil gracias favor muchas
  muchísimas muy realmente hasta pronto luego saludos cordiales atentamente un abrazo besos quedo atento atenta saludo cordial
  sus su tu órdenes allí ahí querida querido estimada estimado
`);

/**
 * Words that tie a time to something: where nothing agrees they may say what it is for ("thanks for Tuesday at 10", "it is
 * Tuesday at 10").
 */
export const tyingWords = wordList("for is it's with to für ist mit pour est c'est avec por para es con de");

/** "Tuesday at 10 is good for you": the writer's own yes is another thing, unless they keep the time free for the reader. */
export const meantForReader =
  /(?<!\p{L}|(?:blocked|kept|reserved|saved)[^,.;]{0,20})(?:for|für|pour|para) (?:you|your|dich|dein\p{L}*|euch|vous|votre|toi|ton|ta|ti|usted|tu|su)(?!\p{L})/u;

/** What the meeting and its way are called: only beside words that agree, because "Tuesday at 3 is lunch" tells of another one. */
export const meetingWords = wordList(`
  chat meeting meet call speak talk office phone video zoom teams coffee lunch slot option choice appointment date invite
  invitation calendar diary schedule proposal suggestion options offer plan café lobby reception
  termin treffen gespräch telefonat besuch kaffee mittagessen vorschlag vorschläge einladung kalender büro
  créneau horaire rendez rdv rencontre échange appel déjeuner proposition agenda bureau visio téléphone
  cita reunión llamada comida propuesta invitación oficina persona
`);
