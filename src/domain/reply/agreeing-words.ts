/**
 * What takes a time, in four languages: each list has a paragraph a language (English, German, French, Spanish).
 * Patterns are read against one clause or sentence in the form of `readable`. Words decide nothing alone: `meaning.ts` weighs them.
 */
import { wholeWords } from "./role.ts";

/** A sentence in which a time is agreed to. */
export const accept = wholeWords(`
  works?(?: (?:well|great|fine|perfectly|best|for me|for us|with me))?|suits?|fits?|fine
  (?:good|great)(?: stuff)?(?! (?:luck|question|point|news|day|morning|afternoon|evening|weekend|trip|friend|reason))
  perfect(?:ly)?|ok|okay|ideal|brilliant|excellent|lovely|super|wonderful|fantastic|awesome
  (?:sounds|looks|seems) (?:absolutely |really |very |just |pretty )?(?:good|great|perfect|fine|lovely|ideal|super|awesome|brilliant|excellent|fab|wonderful|splendid|terrific)
  sounds like (?:a plan|fun)|(?:very |most )?(?:convenient|agreeable)|let me (?:take|pick|have)|i'm open
  (?:i have|i've got)(?= [^,;]*free)|you're on|i'm (?:game|on|there)|it's a (?:date|deal)|good to go|sign me up
  gets my vote|by all means|marvellous|dandy|stellar|amazing|outstanding|peachy|nifty|neat|sweet|ace|beautiful
  acceptable|suitable|doable|feasible|appropriate|handy|terrific|superb|delightful|fab(?:ulous)?|smashing|splendid
  spot on|cool|tip[- ]top|cracking|(?:is )?a go|alright|all right|yup|righto|(?<=^|[.,!] )roger|locked in|lock it in
  booked in|diarised
  (?:would|will|'ll) be (?:pleased|delighted|glad|happy|thrilled) to (?:meet|see|come|attend|join|talk|speak)
  confirm my (?:presence|attendance)|(?:i|we) can (?:attend|be there|come)|works like a charm|will attend
  my (?:first )?choice|(?:let's|let us) (?:do|go|say|take|meet|make|lock|book|aim|plan)|then(?=$|[.,!])
  i'm in(?: for|(?=$|[.,!]))|go ahead(?: and book)?
  (?:i've|i have|we've|we have) (?:blocked|reserved|booked|kept|saved|put|popped|added|noted|entered|marked)(?: (?:off|out))?(?! (?:an?|my|the|our) (?!calendar|diary))
  booked(?=:)|i(?:'ll| will) (?:take|reserve|book|go (?:for|with)|be there|see you|join|come|do)
  we(?:'ll| will) (?:take|be there|see you|do)|see you|confirmed?|confirming|agreed?|deal|yes|yep|yeah
  sure(?: thing)?|absolutely|definitely|of course|certainly|happy (?:with|to do|to meet|to take)
  i can (?:do|make|meet)|i could do|can do|i am free|i'm free|i'm available|i am available|available|free|booked in
  book (?:it|me|that)|pencil(?:led)? (?:me )?in|put me down|count me in|looking forward|it is(?=$|[.,!;]| then| for)
  i choose|i pick|i'd choose|i'd pick|go with|go for|would be (?:great|good|perfect|ideal|fine)|please (?:book|send)
  no problem(?: at all)?|in(?:to)? (?:my|the|our) (?:calendar|diary)|noted|(?:that's|that is) possible|i confirm
  we confirm|happy to (?:take|do|confirm)|it (?:shall|will) be|grand|(?:is|are|would be) (?:the )?best
  (?:is|would be|'d be|gets?) (?:my|our) (?:first |top )?(?:pick|choice|favou?rite|preference|vote)
  (?:my|our) (?:first |top )?(?:choice|pick|favou?rite) (?:would be|is)
  accepted (?:the|your) (?:invite|invitation|slot)|(?:done|sorted|sold|settled)(?=$|[.,!])
  (?:i|we) (?:\\p{L}+ly )?accept|i(?:'d| would) (?:go for|go with|take|choose|pick)
  (?:i|we)(?:'d|'m|'re| would| am| are) (?:be )?(?:good|happy|okay|ok|fine) with
  (?:pop|put|slot) me (?:in|down)(?: for)?|could do(?= (?:the |on )?(?:mon|tue|wed|thu|fri|sat|sun))

  passt(?: (?:mir|uns|gut|perfekt|super|prima|sehr gut))?|passen|geht(?: (?:klar|gut|bei mir|in ordnung))?|ginge
  gerne?|gut|prima|super|perfekt|ideal|wunderbar|einverstanden|ok|okay|in ordnung|ja|klar|natürlich|sehr gern
  bestätigt?|bestätige(?:n)?|nehmen wir|nehme ich|ich nehme|machen wir|machen wir's|(?:das )?ist (?:gut )?möglich
  dann (?:bis|am|um)|bis (?:dann|dienstag|mittwoch|montag|donnerstag|freitag)|freue mich
  würde (?:es )?(?:mir |uns )?(?:sehr |ganz )?(?:gut |besser )?passen|nehme ich (?:gerne? )?an
  wäre (?:gut|super|perfekt|prima|ideal|mir recht)|ist (?:gut|super|perfekt|prima|ideal|notiert|gebucht)|abgemacht
  treffen wir uns|sehen wir uns|wir (?:sehen|treffen) uns|(?:habe|hätte) ich (?:gut )?zeit|kann ich|ich kann
  könnte ich|klappt|recht|dabei|ich (?:reserviere|buche)|(?:dann|(?<=\\d (?:uhr )?|(?:tag|woch) )also)(?=$|[.,!])
  lass(?:t|en sie)? uns(?: (?:[^,;.]{0,30} )?(?:nehmen|machen|treffen|sagen))?|ich sage (?:[^,;]{0,40} )?zu
  (?:habe )?(?:ich )?(?:mir |es |das |den termin )?(?:eingetragen|vorgemerkt|notiert)|(?:im|in den) kalender
  haut hin|kommt mir (?:sehr )?gelegen|machen wir so|genau richtig|zugesagt|freue? mich|isch (?:guet|guat|super)
  nehmen|top|klasse|spitze|toll|gebongt|geritzt|jawohl|jep|bin dabei
  halte (?:ich )?(?:mir )?(?:das |den termin )?frei|(?:ist )?geblockt|ich komme
  klingt (?:gut|super|prima|perfekt|bestens)|(?:ich )?nehm(?:e)?(?: ich)?(?= )|taugt(?: mir| uns)?|ist fix
  können wir uns (?:gerne? )?(?:sehen|treffen)|trag(?:en sie|t|e)? mich
  (?:ich )?trage (?:ich )?(?:mir )?(?:es|das)? ?(?:so )?ein

  (?:me |nous )?convien(?:t|drait)
  (?:me |nous |(?<!(?:^| )(?:te|le|les|os|lui|leur|vous|se) ))va(?: (?:très bien|bien|parfaitement))?
  ça (?:me )?(?:va|marche|roule|convient)|cela (?:me )?(?:va|convient)|parfait|très bien|d'accord|entendu|ok|okay
  oui|volontiers|avec (?:grand |beaucoup de )?plaisir|super|impeccable|nickel|idéal|génial|confirmé
  c'est (?:bon|parfait|noté|entendu|ok|d'accord)|va pour|c'est (?:tout à fait |bien )?possible|allons[- ]y pour
  on (?:dit|part sur|prend|fait)|disons
  je (?:prends|choisis|retiens|note|réserve|bloque|(?:vous |te )?confirme|serai là|suis (?:disponible|libre|dispo)|peux)
  noté|à (?:mardi|lundi|mercredi|jeudi|vendredi|bientôt)|partons sur|m'arrange|serait (?:parfait|bien|super|idéal)
  bon pour moi|bien sûr|dans mon agenda|pas de (?:problème|souci)|sans (?:problème|souci)|alors(?=$|[.,!])|c bon
  c'est d'accord|j'ai (?:bien )?(?:noté|bloqué|réservé|inscrit|retenu|calé)|convenu|validé|je valide|adjugé
  formidable|j'y serai|compte[sz]? sur moi|on fait comme ça|ça (?:roule|colle)|impec|top
  (?:je |nous )?(?:serai|serons) (?:disponibles?|libres?|dispo|là|présente?s?)|(?:je )?suis partante?
  sera (?:heureux|heureuse|ravie?) de vous (?:recevoir|rencontrer|voir)|on se voit|retenu|calé
  ça m'arrange(?: bien| très bien)?

  (?:me |nos |(?<!(?:^| )(?:le|les|te|os) ))(?:va|viene(?! (?:el|la|l[ao]s|una?|mis?|su) (?!lunes|martes|miércoles|jueves|viernes))|queda|parece|encaja|conviene)(?: (?:muy )?(?:bien|perfecto|perfectamente|genial|estupendo))?
  perfect[oa]|perfectamente|vale|de acuerdo|ok|okay|sí|si,|genial|estupendo|fenomenal|es posible|muy bien|bien
  claro(?: que sí)?|por supuesto|confirm(?:o|ado|amos)|quedamos|(?:(?:allí|ahí|allá) )?nos vemos|hecho|apuntado
  me apunto|adelante|elijo|escojo|prefiero|tomo|puedo|podría|estoy (?:libre|disponible)|estaré(?! (?:de (?:viaje|vacaciones|guardia|baja|boda)|fuera|ocupad[oa]|en |con ))|encantad[oa]|ideal
  allí estaré|sería (?:perfecto|ideal|genial|estupendo)|cojo|me quedo con|(?<!está (?:ya )?)reserv(?:a|e|ado|amos)
  en mi (?:agenda|calendario)|sin problema|entonces(?=$|[.,!])|estaría (?:bien|perfecto|genial)|trato hecho|agendado
  anotado|cuent[ae]n? conmigo|súper|buenísimo|conforme|agénd[ae](?:me|nos)|resérv[ae](?:me|nos)|listo|lista
  me (?:sirve|funciona|acomoda|cuadra|late)|(?<=^|[.,!] )dale|órale|chévere|bárbaro|cuenta conmigo
  ahí (?:estaré|nos vemos)|con (?:mucho |todo )?gusto|sale(?=[,.!])|tengo libre
`);

/** A request of what was offered: "Friday at 11, please". */
export const please = wholeWords(`
  please|pls|plz

  bitte

  s'il (?:vous|te) plaît|svp

  por favor
`);

/** "Dann Dienstag um 10, …": takes the time that follows. */
export const opensWithThen = /^(?:then|so|dann|also|alors|donc|entonces|pues)(?![\p{L}])/u;

/** Emoji that agree. */
export const acceptSign = /[👍👌✅🙌✔]/u;

/** Of several times this one: a choice where the time was offered, a wish where it was not. */
export const preference = wholeWords(`
  (?:i'd |i would )?(?:much )?(?:prefer(?:ably|red)?|rather)(?! not)|(?:much |even )?better|ideally|my preference

  lieber(?! nicht)|besser|bevorzugt|am (?:liebsten|besten)|vorzugsweise

  plutôt(?! que)|de préférence|préf(?:ère|érons|érence|érerais|érerions|érable|éré)|mieux|idéalement

  mejor|preferiblemente|preferiría|preferentemente
`);

/** The offer is taken as a whole: any of its times. */
export const anyOfThem = wholeWords(`
  any (?:of (?:those|these|them|the (?:times|slots|options))|time (?:works|is fine)|works)
  either (?:works|is fine|one|is good|of)|all (?:of (?:those|these|them)|work)|both work|whichever
  you (?:choose|pick|decide)|up to you

  (?:beide|alle) (?:\\p{L}+ ){0,2}(?:passen|gehen|sind)|egal welche\\p{L}*
  such(?:en)? (?:sie |dir |du )?(?:sich )?(?:einen )?aus|jeder (?:davon|termin)

  n'importe (?:lequel|laquelle|quel)|tous (?:me|nous) (?:vont|conviennent)
  les deux (?:me|nous)? ?(?:vont|conviennent)|au choix|comme vous (?:voulez|préférez)

  cualquiera(?: de)?|todos me (?:van|vienen)|ambos me|los dos me|el que (?:prefieras|prefiera|quieras)
  como prefieras
`);

/** Questions that only say goodbye: "See you then?" still agrees. */
export const courteousQuestion = /^(?:see you then|ok(?:ay)?|deal|right|bis dann|à bientôt|nos vemos)[?! ]*$/u;
