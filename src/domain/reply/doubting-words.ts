/**
 * What denies a time, leaves it open or speaks of another one, in four languages: each list has a paragraph a language
 * (English, German, French, Spanish).
 * Patterns are read against one clause or sentence in the form of `readable`. Words decide nothing alone: `meaning.ts` weighs them.
 */
import { alternativesOf, role, wholeWords } from "./role.ts";

export const negation = wholeWords(`
  not|no|never|cannot|can't|cant|won't|wont|don't|dont|doesn't|doesnt|didn't|isn't|isnt|aren't|wasn't|wouldn't
  couldn't|shouldn't|haven't|hasn't|unable|impossible|unfortunately|afraid|unavailable|conflicts?|conflicting
  clash(?:es)?|busy|taken|booked(?! in|:| (?:it|that|you|us|the (?:time|slot))(?![\\p{L}]))|double[- ]booked|fully booked|packed|tied up|away
  out of (?:town|office|the office|the country)|travell?ing|except|apart from|other than|rather than(?! \\d)
  instead of(?! \\d)|anything but|neither|nor|none|nothing|nobody|without|declin\\p{L}*|cancel\\p{L}*|postpon\\p{L}*
  reschedul\\p{L}*|rule out|problem(?:atic)?|difficult|tough|tricky|hard|bad|worse|terrible|awful|fails?|wrong
  too (?:early|late|soon|short)|hardly|barely|regret(?:fully)?|on (?:vacation|holiday|leave)
  (?<!blocked )off(?! the)|gone|(?<!(?:i've|i have|we've|we have) )blocked|hate|only if|miss
  would have (?:been|loved|liked|worked|suited|preferred|fit|made)|would've (?:been|loved|liked|worked)
  could have (?:been|made|done|worked)|if only|(?:i'm|i am|count me) out|but (?:me|us|not)|just not|nobody|no one
  kidding|joking|minus|wish (?:i|we) could|(?:is|are) (?:(?:both|all|already|quite|pretty|rather|really|completely|totally) ){0,2}(?:out|over|full|off)(?! (?:of|in|on|the))|scratch that
  strike that|forget (?:it|that|about it)|disregard

  (?:ist|sind|hat|haben|bleibt) (?:leider |schon )?zu(?=[.!, ]*$)
  niemand\\p{L}*|nicht|nichts|kein(?:e|en|er|em|es)?|nein|nie|niemals|leider|unmöglich|verhindert|belegt|ausgebucht
  besetzt|unterwegs|verplant|weder|noch nicht|außer|ausser|(?:an)?statt(?! (?:um )?\\d)|ohne|absagen|absage
  verschieben|schlecht|ungünstig|schwierig|schwer|ungern|vergeben|auswärts|(?:im|in) urlaub|ferien|krank
  zu (?:früh|spät|kurzfristig)|anderer termin|anderen termin
  (?:wäre|wären|hätte|hätten) (?:\\p{L}+ ){0,5}(?:gewesen|gepasst|geklappt|gegangen|gekonnt|gewünscht)

  ne|n'\\p{L}+|pas|personne|non|jamais|aucune?|rien|malheureusement|impossible|indisponible|occupée?
  prise? (?:toute|tout|ce|le|par)|débordée?|hélas|sauf|hormis|plutôt qu(?:e|')(?! ?(?:à )?\\d)|au lieu(?! de \\d)
  sans|ni|annuler|reporter|déplacer|décaler|difficile|compliqué|mauvais|absente?|en (?:déplacement|congés?|vacances)
  complet|trop (?:tôt|tard)|aurai(?:t|s|ent)|aurions|si seulement

  no|nadie|menos (?:a )?(?:mí|yo|nosotros)|nunca|jamás|ningun[oa]?|ningún|nada|tampoco|ni|sin|desgraciadamente
  desafortunadamente|lamentablemente|imposible|ocupad[oa]|lleno|excepto|salvo|menos el
  en (?:vez|lugar)(?! de (?:las )?\\d)|cancelar|aplazar|posponer|cambiar|mover|difícil|complicado|mal|fuera
  de (?:viaje|vacaciones)|tengo (?:otra|otro|una|un) (?:reunión|cita|compromiso)|demasiado (?:pronto|tarde)|peor
  habría(?:n|mos)?|hubiera(?:n|mos)?|hubiese(?:n|mos)?|ojalá hubiera
`);

/** Negations that deny nothing, taken out before the others are looked for. */
export const harmless = role(`
  (?<!(?:if|si|wenn|falls) )(?:that's|that is|c'est|est|es|das ist|ist) (?:also |tout à fait |bien |gut |perfectamente )?(?:possible|posible|möglich)
  falls (?:on|neatly|nicely|right|perfectly|well|between|within|just)|no\\.? ?[1-5](?![\\d:.])|no (?:wuckas|wukkas|bother|arguments?|dramas?|fuss|hassle|stress|sweat|biggie|qualms|complaints|hurry|pressure|need to rush|problem|worries|worry|issues?|objections?|rush|need to (?:apologi[sz]e|reply|hurry)|trouble|brainer)
  à (?:deux|trois|quelques) pas|tou(?:te)?s les deux|(?<=, )soit (?=(?:l[ea] )?(?:\\d|lundi|mardi|mercredi|jeudi|vendredi))|confirmation(?: \\p{L}+){0,3} n'est pas nécessaire|not a problem|(?:could|can) ?(?:n't|not) be (?:better|happier)
  sag(?:e|en) (?:ich|wir) (?:bestimmt |sicher |gewiss )?nicht nein|da sag ich nicht nein|not (?:at all|bad|only)
  (?:i )?(?:can't|cannot|can hardly) believe (?:it|my luck)|say no more|ich (?:glaub|fass)e?s? (?:es )?nicht|nicht zu (?:fassen|glauben)|keine frage|je n'y crois pas|n'en parlons plus|on n'en parle plus
  (?:i'm|i am|we're|we are) (?:\\p{L}+ ){1,4}(?:for )?(?:the )?rest of (?:the|that) week|(?:die restliche|den rest der) woche (?:\\p{L}+ ){1,5}(?:ich|wir)|(?:el )?resto de la semana (?:\\p{L}+ ?){1,5}|le reste de la semaine,? (?:\\p{L}[\\p{L}']* ?){1,6}
  (?:i've got|i have|i've|we've got|we have) (?:a|an|another|my) (?:\\p{L}+ ){1,3}(?:straight |right |directly |soon )?(?:after|afterwards)(?! (?:the|my|our|your))
  j'ai (?:une?|mon|ma) (?:\\p{L}+ ){1,3}(?:juste |tout de suite |directement )?après(?! (?:le|la|mon|ma|votre|ton|midi))|(?:justo |directamente |enseguida )?después tengo(?: un| una)? (?:\\p{L}+)
  why not|can't wait|cannot wait|can not wait|don't (?:worry|hesitate)|do not hesitate
  no (?:te preocupes|se preocupe|os preocupéis)|ne (?:t'inquiète|vous inquiétez) pas|t'inquiète pas|mach(?:en sie)? (?:dir|sich|euch) keine (?:sorgen|gedanken|umstände)
  without (?:a doubt|fail|problem)|never mind|nothing (?:else|against)|if not(?:,| i)|miss you
  (?:dann|doch|halt|einfach|also|erst|schon|noch|gerne?|mir|dir|uns|sag|schau|guck|lass) mal|mal (?:wieder|eben|kurz|gerne?)(?![\\p{L}])|kein(?:e|en)? (?:problem|probleme|einwände|einwand|thema|sorge|ursache)|nichts dagegen|(?:je n'ai|on n'a|nous n'avons) (?:absolument )?(?:aucune?|pas d[e']) ?(?:problème|souci|objection|empêchement)|warum nicht|nicht schlecht
  nicht zu (?:danken|vergessen)|pas de (?:problème|souci|soucis)|sans (?:problème|souci|faute|hésiter)
  j'ai (?:trop |vraiment |tellement )?h[aâ]te|pas mal|aucun (?:problème|souci)|n'hésitez pas|n'hésite pas|je n'y manquerai pas
  sin (?:problema|problemas|falta|duda)|no hay (?:ningún )?(?:problema|inconveniente)|sin (?:ning[uú]n )?(?:problemas?|inconvenientes?)
  ningún (?:problema|inconveniente)|por qué no|cómo no|no (?:dude|dudes)|nada más|not to mention|no doubt
  (?:ich )?melde mich (?:dann |einfach )?(?:am|beim|an der|an|in der) (?:empfang|rezeption|pforte|portier|tor|theke|einfahrt)|brauch\\p{L}* (?:sie|du) (?:sich |dich )?nicht|keine (?:eile|hektik|umstände)
  pas de (?:stress|pression|souci)|rien ne presse|sin (?:prisas?|apuro|agobios?|estrés)|no hay prisa|no hay (?:ning[uú]n )?(?:drama|l[ií]o|bronca|apuro|cuidado)|no me lo (?:creo|puedo creer)|no lo puedo creer|no se (?:aguanta|hable más|puede creer)|(?:ya )?no (?:duermo|dormimos) (?:más|mas|nada)|no (?:doy|damos) abasto|no paro|ninguna prisa|tengo muchas ganas|tengo ganas
  \\d{1,3}[- ]?(?:minutes?|mins?|hours?|hrs?|blocks?|miles?|km|kilomet(?:er|re)s?|metres?|meters?|yards?) away(?: from \\p{L}+)?
  (?:right|just) (?:off|out of) the (?:train|plane|motorway|highway|station)|after all|all the same
  (?:was|were|been) (?:\\p{L}+ )?(?:travell?ing|away|sick|ill|off|busy|on (?:holiday|vacation|leave)|out of (?:the )?office)
  war (?:\\p{L}+ )?(?:krank|verreist|unterwegs|im urlaub)
  étais (?:malade|absente?|en (?:déplacement|congés?|vacances))
  (?:estaba|estuve) (?:fuera|enferm[oa]|de (?:viaje|vacaciones))
`);

/** Doubt, conditions, plans to look: no yes yet. */
export const hedge = wholeWords(`
  hang on|hold on|one moment(?=[.!, ]*$)|for (?:now|the moment|the time being)|inch'?allah|ins(?:c)?hallah|god willing|touch wood|knock on wood|fingers crossed|weather permitting|maybe
  (?:tell|inform|ask|remind) (?!me|us|you|yourself)\\p{L}+|sort of|kind of|-?ish|t\\.?b\\.?[cd]
  to be (?:confirmed|determined)|for the others?|for others|might|perhaps|possibly|possible|probably|probable|likely
  should (?:work|be|do|suit|fit)|could (?:work|be|possibly|potentially|maybe)
  would(?:n't)? (?:\\p{L}+ )?(?:(?:work|suit)(?! (?:me |us )?(?:very |really )?(?:well|admirably|ideally|beautifully|great|fine|perfectly|nicely|best|wonderfully|brilliantly|beautifully|superbly|splendidly|a treat))|be (?:easier|possible))
  i think|i guess|i believe|i suppose|tentative(?:ly)?|provisional(?:ly)?|not sure|unsure
  only (?:by|via|on|over|as|for|with|at)|you said|said that|they said
  let me (?:check|see|look|confirm|get back|ask|think)
  (?:check|checking|confirm|verify) (?:with|my(?! (?:presence|attendance|availability|participation|place|seat|slot|appointment|booking))|if|whether|first|again|later|by)|need to
  needs to|have to|has to|if|unless|depend(?:s|ing)?|hopefully|in theory|theoretically|try to|get back to
  will (?:let you know|confirm|revert)|pencil|wait|hold|as long as|provided|assuming|subject to|either
  both(?! (?:are |of them are )?(?:taken|full|booked|busy|gone|out))|any of|whichever|whatever|up to you|you choose
  you decide|your call|or so|also|alternatively|otherwise|backup|at a push|at a pinch|just about|worst case|guessing
  doubt\\p{L}*

  bei (?:euch|ihnen|dir|uns) (?:ist|wäre|wird) es (?:dann|also|ja|da)|moment mal|augenblick|toi,? toi|so gott will|nur (?:telefonisch|per|via|online|virtuell|als|über|mit)|vielleicht|eventuell|evtl|möglicherweise
  womöglich|wahrscheinlich|vermutlich|müsste|sollte|könnte (?:klappen|gehen|passen|funktionieren)
  würde ich (?:vorschlagen|bevorzugen)|ich (?:glaube|denke|schaue|prüfe|kläre|schau)|vorbehalt\\p{L}*
  unter vorbehalt|unsicher|falls|wenn|sofern|es sei denn|kommt darauf an|hoffentlich
  noch (?:klären|prüfen|abstimmen|checken|schauen)
  (?:muss|müsste|müssen) (?:\\p{L}+ ){0,5}(?:noch|erst|schauen|prüfen|klären|fragen|abstimmen|rücksprache)
  melde mich|gebe bescheid|zur not|notfalls|entweder|beide|egal|theoretisch|vorläufig|alternativ|sonst|auch

  (?:il est|il sera|ce sera|soit|ça fait) \\d+ ?h\\d* chez (?:vous|toi|moi|nous)|attende[zs](?=[.!, ]*$)|un instant(?=[.!, ]*$)|si dieu (?:le )?veut|j'espère(?! que)|(?:uniquement|seulement|qu'(?:en|au|à)|que par) ?(?:par|en|au)?|peut-être
  éventuellement|possible(?:ment)?|probable(?:ment)?|sans doute|devrait|pourrait
  je (?:pense|crois|vérifie|regarde|vais (?:voir|vérifier|regarder)|dois (?:voir|vérifier|confirmer)|reviens vers)
  il faut que|à confirmer|sous réserve|si(?!,)|sauf|ça dépend|cela dépend|normalement|en principe|a priori|à voir|au pire
  soit|les deux|n'importe|comme vous (?:voulez|préférez)|comme tu (?:veux|préfères)|sinon|aussi|pas sûre?

  mientras (?:que )?no|a no ser que|con tal (?:de )?que|siempre (?:que|y cuando)(?! (?:quieras|quiera|puedo|paso|vengo|voy))|(?:allí|allá|aquí|acá) (?:son|serían|serán) las|un momento|espera(?=[.!, ]*$)|si dios quiere|eso espero|(?:sólo|solo|solamente|únicamente) (?:por|en|a|con)|quizás?|tal vez|a lo mejor
  posible(?:mente)?|probable(?:mente)?|seguramente|debería|podría (?:ser|funcionar|valer)|creo(?: que)?|supongo
  pienso|tengo que|déjame|dejame|déjeme|deja que|lo (?:miro|confirmo|consulto|compruebo)
  (?:te|le) (?:digo|confirmo)(?! (?:que|el|la|para|nuestr[oa]|mi|con|encantad[oa])(?![\\p{L}]))|si(?!,)|salvo
  a menos que|depende|en principio|ojalá|espero que|por confirmar|pendiente|cualquiera|ambos|ambas|cualquier
  como (?:prefieras|prefiera|quieras)|o bien|también|igual|no sé
`);

/** Beside an agreed time "auch", "aussi" and "también" open nothing by themselves. */
export const hedgesBeside = (said: string): boolean =>
  hedge.test(said.replace(/(?<!\p{L})(?:also|auch|aussi|también)(?!\p{L})/gu, " "));

/** Conditions that only ask whether the offer still stands, taken out before doubt is looked for. */
export const courteous = new RegExp(
  alternativesOf(`
    should (?=be (?:delighted|glad|happy|pleased|honou?red|thrilled))|do (?:i|we) (?:need|have) to
    (?:muss|soll) ich (?:noch )?(?:dafür )?etwas
    ,? ?(?:if|as long as|provided) (?:that|it|this|that time|the slot)(?:'s|'s still| is| is still| still)? ?(?:still )?(?:works?|suits?|ok(?:ay)?|fine|good|available|free|convenient|open|on offer|going|possible|on the table|up for grabs)(?: (?:for|with|by) (?:you|your side|everyone|your end))?
    ,? ?if (?:it's |it is |that's |i'm )?not too late(?: (?:to|for) (?:\\p{L}+ ?){1,4})?(?=[.!, ]*$)|,? ?(?:wenn|falls) es (?:noch )?nicht (?:schon )?zu spät ist|,? ?s(?:'il|i ce) n'est pas trop tard|,? ?si no es (?:muy |demasiado )?tarde|,? ?si (?:aún|todavía) estoy a tiempo
    (?:sag|sagen sie|gib|geben sie)(?: (?:mir|gerne?|einfach|bitte))* bescheid, (?:wenn|falls|ob) ich (?:noch )?(?:was|etwas) mitbringen (?:soll|kann)|(?:dis|dites)-moi si je dois apporter quelque chose|av[ií]s[ae]me si (?:llevo|tengo que llevar|necesitas que lleve) algo
    ,? ?if (?:you're|you are) still (?:free|available)
    (?:wenn|falls|sofern) (?:das|es|er|der|dieser|der termin|der slot) (?:\\p{L}+ ){0,2}(?:noch |auch )?(?:passt|geht|ok ist|okay ist|in ordnung ist|frei ist)
    ,? ?si (?:cela|ça) vous (?:va|convient)(?: toujours| aussi)?|,? ?si (?:cela|ça) te va
    ,? ?(?:s'il|si le créneau|si c') ?est (?:encore|toujours) (?:libre|disponible|possible|bon)
    ,? ?si (?:todavía |aún )?(?:es|fuera) posible|,? ?si c'est (?:encore|toujours) possible
    ,? ?si (?:sigue|todavía (?:está|sigue)|aún (?:está|sigue)) (?:libre|disponible|en pie)
    ,? ?si (?:te|le|os|les) (?:va|viene|parece) bien(?: todavía)?
    looking forward to (?:it|meeting|seeing|our|the|talking|speaking)[^,.;]*
    (?:av[ií]s[ae](?:me|nos)|d[ií](?:me|game)|me (?:avisas|dices|avisa|dice)) si (?:(?:te|le|os) hace falta|necesitas?|necesitan) (?:algo|alg[uú]n[ao]? \\p{L}+|más \\p{L}+)(?: más)?(?: antes| de mi parte| por mi parte)?(?=[.!, ]*$)
    (?:sag(?:en sie|t)?(?: mir)?|meld(?:e|en sie) (?:dich|sich)|gib|geben sie|lass mich)(?: (?:gerne?|bitte|bescheid|wissen|einfach))*, (?:wenn|falls) (?:du|sie|ihr)(?: vorab| vorher| noch)* (?:etwas|was|unterlagen|infos|informationen|material) (?:brauchst|brauchen|benötigst|benötigen)(?=[.!, ]*$)
    (?:dis-moi|dites-moi|fais-moi signe|faites-moi signe|n'hésitez? pas)(?: \\p{L}+)? (?:s'il (?:vous|te) faut|si (?:tu as|vous avez) besoin d(?:e |')) ?(?:quelque chose|quoi que ce soit|un document|documents|autre chose|informations)(?: (?:avant|d'ici là))?(?=[.!, ]*$)
    (?<=(?:llevo|traigo|llevaré|traeré|bring|i'll take|bringe|nehme|apporte|amène|apporterai)(?: [^.,; ]+){1,8}),? (?:por si acaso|por las dudas|just in case|für alle fälle|sicherheitshalber|au cas où)(?=[.!, ]*$)
    please let me know if you need anything[^.;]*|let me know if you need anything[^.;]*
    ,? ?(?:and )?if (?:you (?:get lost|can't find (?:it|us|me|the \\p{L}+)|need (?:anything|directions|more|me|the \\p{L}+)|have (?:any |other )?questions|arrive early|run late|are (?:running )?late)|anything (?:changes|comes up|else)|(?:something|plans|things) (?:changes?|comes? up))
    (?:falls|wenn) (?:sie|du|ihr) (?:sich|dich|euch) (?:verlaufen|verläufst|verlauft)
    (?:falls|wenn) (?:(?:sich )?(?:etwas|was) (?:ändert|dazwischenkommt)|(?:etwas|was) (?:ist|sein sollte))
    si (?:vous vous perdez|tu te perds|quelque chose change|te pierdes|se pierde|te pierdes|hay algún cambio)
    both sides|for both of us|also looking forward
  `),
  "gu",
);

/** What the writer does then: the time named is taken. */
export const busy = wholeWords(`
  i(?:'ve| have)(?: already)?(?: got)? (?:a|an|another|other|some|to|back to back|my|the|our)(?! (?:slot|gap|opening|window|free|spot|space|bit of time|clear|hour free))
  i'm (?:in(?! for| favou?r|$|[.,!]| (?:the (?:office|shop|studio|building|workshop|area|neighbourhood)|my (?:office|shop|studio|workshop)|town)(?: (?:all (?:day|morning|afternoon)|anyway|then|that day|as usual))*(?=[.!, ]*$)| all (?:day|morning|afternoon)(?=[.!, ]*$))|at(?! (?:my desk|home)(?: (?:all (?:day|morning|afternoon)|anyway|then|that day|as usual))*(?=[.!, ]*$))|on(?! (?:crutches|a diet|antibiotics|the mend|earlies|lates|foot|my own))|already|presenting|teaching|speaking|flying|driving|meeting|hosting)
  i am (?:in|at|on|already|presenting|teaching|speaking|flying)|we have (?:a|an|another|our)
  my (?:flight|train|plane|surgery|appointment|doctor|dentist)|until then i|there(?:'s| is) (?:a|an|another)

  ich habe (?:\\p{L}+ ){0,4}(?:einen?|schon|bereits|eine|ein)(?! (?:freien?|lücke|fenster|stunde))
  bin ich (?:\\p{L}+ ){0,2}(?:in(?! der (?:gegend|nähe|ecke)(?=[.!, ]*$))|auf|bei|beim|im(?! (?:büro|haus|laden|geschäft|lande?)(?=[.!, ]*$)))|mein (?:flug|zug|flieger)|bereits (?:einen|ein|eine|etwas)
  schon (?:einen|ein|eine|etwas|was)

  j'ai (?:déjà|un|une|d'autres)(?! (?:créneau|trou|moment))|je suis (?:en(?! ville(?=[.!, ]*$))|à(?! (?:mon (?:bureau|poste)|la maison|vous|toi)(?: (?:toute la (?:matinée|journée)|tout l'après-midi))?(?=[.!, ]*$))|au(?! (?:bureau|boulot)(?: (?:toute la (?:matinée|journée)|tout l'après-midi))?(?=[.!, ]*$))|dans(?! le (?:quartier|coin)(?=[.!, ]*$))|déjà)(?! (?:disponible|libre))
  mon (?:vol|train|avion)

  tengo (?:ya|que|una|un|otra|otro)(?! hueco)|estoy (?:en(?! (?:la (?:oficina|zona)|mi (?:oficina|escritorio|puesto|despacho)|el (?:despacho|barrio|centro)|casa)(?: (?:toda la (?:mañana|tarde)|todo el día))?(?=[.!, ]*$))|con|de)(?! acuerdo)|mi (?:vuelo|tren|avión)
`);

/** About what was. */
export const past = wholeWords(`
  (?<!(?:be|would|'d|will|'ll|shall|like) (?:\\p{L}+ )?)(?:great|good|nice|lovely|wonderful|pleasure|delight(?:ed|ful)?|fun|enjoyed|loved) (?:\\p{L}+ ){0,2}?(?:meeting|seeing|talking|chatting|speaking|catching up|to (?:have )?(?:meet|met|see|seen|talk|speak|chat))
  was|were|met|spoke|talked|saw|had|yesterday|ago
  last (?:week|time|month|night|monday|tuesday|wednesday|thursday|friday)|used to (?:work|be|suit)
  happy (?:monday|tuesday|wednesday|thursday|friday)|have a (?:great|good|nice|lovely)|enjoy your|hope (?:you|your)

  war|waren|hatte|hatten|haben uns|gestern|letzten?(?= \\p{L})(?! (?:termin|vorschlag|slot|möglichkeit|bitte|passt|wäre|ist|klingt|nehm\\p{L}*|der (?:drei|beiden|zwei|vier)|von)(?![\\p{L}]))
  letzte woche|vergangenen?|hat mich (?:sehr )?gefreut
  schönen (?:montag|dienstag|mittwoch|donnerstag|freitag|abend|tag)

  (?:c')?était|étaient|avait|aviez|avions|avaient|avons|rencontrée?s?|hier
  derni(?:er|ère)(?! (?:créneau|choix|horaire|option|date|proposition|moment|des)(?![\\p{L}]))|ravie? (?:de|d')
  bon (?:lundi|mardi|mercredi|jeudi|vendredi|week-end)|bonne (?:journée|soirée|semaine)

  fue|fueron|estuvo|estaba|estaban|era|ayer|pasad[oa](?! mañana)|conocer(?:te|le|nos)|conocimos
  (?:como|cuando|que|ya) hablamos|hablamos el (?:otro|pasado)|feliz|buen (?:lunes|martes|miércoles|jueves|viernes)
`);

/** Another time than the one said: earlier, later, moved. */
export const shift = wholeWords(`
  earlier|later|sooner|(?:push|move|shift|bring) (?:it|this|that|us)?|half an hour
  an hour (?:earlier|later|before|after)|\\d+ ?(?:minutes?|mins?) (?:earlier|later|after|before)|instead
  (?:the )?following (?:week|day|\\p{L}+day)|the (?:week|day) after|different (?:time|day|slot)
  another (?:time|day|slot)|change

  früher|später|vorziehen|nach hinten|halbe stunde|folgenden? woche|woche (?:darauf|danach)|stunde (?:früher|später)
  anderer? (?:zeit|tag|termin)|anderen (?:tag|termin)|andere uhrzeit|stattdessen

  plus tôt|plus tard|suivante?s?|d'après(?!-midi)|avancer|décaler|repousser|demi[- ]heure (?:plus|avant|après)
  une autre (?:heure|date)|un autre (?:jour|créneau)

  más (?:tarde|temprano|pronto)|siguientes?|antes(?: de lo)?|media hora (?:antes|después|más)|otra hora
  (?<!(?:lo|como) del )otro día|otro momento|adelantar|retrasar
`);

/** Said with a twist: nobody who means yes writes so. */
export const sarcasm = wholeWords(`
  (?:sie haben|du hast|ihr habt) (?:ja |echt |wirklich )?humor|(?:vous avez|tu as) de l'humour|(?:tiene|tienes|tenéis) (?:mucho )?(?:sentido del )?humor|ni (?:loc[oa]|de broma|de coña|hablar|en sueños|borrach[oa])|no way,? josé|yeah,? right|as if|(?:exactly|precisely) what i (?:needed|wanted)
  (?:great|lovely|fantastic|wonderful|perfect|marvellous|dandy|stellar|amazing|outstanding|peachy|nifty|neat|sweet|ace|beautiful|acceptable|suitable|doable|feasible|appropriate|handy|brilliant|super),? (?:yet )?another
  could have been an e-?mail|nothing better to do|because i (?:love|have nothing|enjoy)|just what i (?:needed|wanted|always wanted)
  in your dreams|when (?:pigs|hell)|over my dead body|what a joke|you must be joking|are you kidding
  good luck with that|dream on|for a laugh|how (?:lovely|delightful),? another
  oh (?:great|joy|wonderful|sure|yes),? (?:another|because|right|please)|sure,? (?:because|why would)
  can hardly contain|thrilled,? really|like i (?:have|need)

  hätte (?:auch )?eine (?:e-?)?mail sein können|ja,? klar,? (?:als|weil|genau)|als ob|sonst (?:habe ich|noch was)|träumen sie weiter|träum weiter|na toll|na super
  schon wieder (?:ein|eine|so ein|so eine|n) (?:termin|treffen|meeting|besprechung|sitzung|call|gespräch)

  aurait pu être un (?:simple )?(?:e-?)?mail|mais (?:bien sûr|oui),? (?:comme si|parce)|comme si|c'est une blague|encore un(?:e)? réunion|n'importe quoi
  rien de mieux à faire

  sí,? claro,? (?:como|porque)|como si|ni en sueños|(?:qué (?:bien|ilusión)|estupendo|genial|perfecto|fantástico|maravilloso|bravo|fenomenal),? otra (?:reunión|cita|junta|llamada|videollamada)|pod(?:ía|ría) haber sido un (?:correo|mail|email|mensaje)|ya,? claro|justo lo que (?:todo el mundo|siempre|más|me faltaba|necesitaba)|nada mejor que hacer
`);

/** Points at the day or the week that was named, which its words alone do not name. */
export const thatDay = wholeWords(`
  (?:that|the same|this very) (?:day|week|morning|afternoon|evening|month)

  (?:an|in|zu) (?:dem|der|diesem|dieser|jenem|jener|derselben|demselben) (?:tag|woche|zeit|monat)|die(?:se)? woche

  (?:jour|semaine|matin|soir|mois|après-midi|moment)-là|même (?:jour|semaine)

  (?:ese|aquel|el mismo) (?:día|mes|momento)|(?:esa|aquella|la misma) (?:semana|tarde|mañana|noche)
`);

/** An answer that is only announced. */
export const pending = wholeWords(`
  i(?:'m| am) (?:asking|checking|waiting|still)|(?:let|get|come|revert) (?:(?!security|reception)\\p{L}+ )?(?:back|know)(?: to)?(?! if)
  think (?:about|it over)|take a look|look into
  i(?:'ll| will) (?:ask|check|confirm|think|look|see if|see whether|try|let)|call me|give me a (?:call|ring)
  discuss when|ping me|remind me

  (?:gebe|geben|sage) (?:\\p{L}+ ){0,3}bescheid
  bestätige (?:\\p{L}+ ){0,2}(?:morgen|noch|später|heute|gleich|nachher|bis)|melde mich|überlege
  schaue (?:\\p{L}+ )?nach|rufen sie mich|ruf mich

  (?:je|on) (?:vous|te) (?:confirme(?! (?:\\d|lundi|mardi|mercredi|jeudi|vendredi|le|la|les|l'\\p{L}+|notre|ce|cette|mon|ma|pour|volontiers|bien|que)(?![\\p{L}]))|dirai|tiens|rappelle|redis)
  je reviens vers|appelez-moi|je réfléchis

  (?:te|le|os|les) (?:digo|confirmo|aviso|llamo)(?! (?:que|el|la|nuestr[oa]|para)(?![\\p{L}]))|lo pienso|llám[ea]me
`);

/** Of those, what gives a day for the answer: "I'll let you know by Monday". */
export const announces = wholeWords(`
  let you know|get back to you|confirm (?:it |this )?(?:by|on|tomorrow|later)

  (?:gebe|sage) (?:\\p{L}+ ){0,3}bescheid|melde mich|bestätige (?:\\p{L}+ ){0,2}(?:morgen|noch|später|heute|bis)

  (?:je|on) (?:vous|te) (?:dirai|redis|tiens|confirme)|je reviens vers

  (?:te|le|os|les) (?:digo|confirmo|aviso)
`);

/** Words of time that stand unread beside a time: "Tuesday week", "the Tuesday after next". */
export const unreadTime = new RegExp(
  `^(?:${alternativesOf(`
    weeks?|months?|years?|fortnight|next|every|each|after|before|until|till|since|onwards?|later|earlier|following
    alternate|wochen?|monate?|jahr|nächste\\p{L}*|jede\\p{L}*|nach|vor|bis|ab|semaines?|mois|année|huit|quinzaine
    prochaine?|chaque|après|avant|semanas?|mes|meses|año|próxim[oa]|cada|después|antes|night|midnight|noon
  `)})$`,
  "u",
);

/** It ends with a word behind which more must follow: "…, and yet." */
export const breaksOff =
  /(?<!\p{L})(?:but|yet|however|unless|except|if|or|and|(?<!freut mich |freut uns )aber|jedoch|doch nur|oder|und|mais|cependant|sauf|ou|et|pero|sin embargo|salvo|o|y)[ .,!…-]*$/u;

/** "… la grande salle pour huit personnes": more come than were asked; "schicken Sie mir erst den Vertrag": something comes first; "Im Ernst: nein.", "Halt, da bin ich in Ulm!", "… ugh, no, that's the dentist", "C'est 16h30 chez moi." */
export const saysOtherwise =
  /(?<!\p{L})(?:erst (?:den|die|das|einen?|mal)|zuerst|d'abord|(?<!el )primero (?:d[ií]|m[aá]nd|env|quier|ten|hay)\p{L}*)(?!\p{L})|(?<!\p{L})(?:for|für|pour|para) (?:two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|\d+)(?: \p{L}+)? (?:people|persons|guests|leute|personen|gäste|personnes|convives|personas|invitados)(?!\p{L})|(?<!\p{L})(?:ach|oh|ah|uy|aber) (?:mist|shit|crap|damn|merde|mince|zut|mierda|caray|rats)(?!\p{L})|(?<!\p{L})(?:hab(?:e)? mich (?:vertan|geirrt|verlesen|verguckt|verschaut)|me (?:equivoqué|confundí) de|je me suis trompée? de (?:jour|date|semaine)|i (?:misread|mixed up the (?:day|date|week)s?))(?!\p{L})|(?<!\p{L})(?:(?:generell|grundsätzlich|generally|in general|en général|en general),? (?:besser|lieber|better|mieux|mejor)|(?:besser|lieber|better|mieux|mejor),? (?:generell|generally|in general|en général|en general))(?!\p{L})|(?<!\p{L})(?:if i were you|in your (?:place|shoes)|an (?:deiner|ihrer|eurer) stelle|à (?:ta|votre) place|en (?:tu|su|vuestro) lugar|yo que (?:tú|usted|vos))(?!\p{L})|[:,–-] ?(?:no|nope|nein|nee|nö|non)[.! ]*$|^[¡¿ ]*(?:ugh|argh|oops|damn|dang|hm+|er+m?|mist|verdammt|ups|uy|zut|mince|oups)[,.…! ]+(?:no|nope|nein|nee|non)(?=[,.! ])|(?:that's|that is|it's|das (?:ist|sind|wäre)|c'est|ce sera|il sera|serían?|son|sería) (?:las |um |à )?\d{1,2}(?: ?[:.h] ?\d{0,2})? ?(?:[ap]m |uhr )?(?:for me|at my end|(?:on )?my end|bei (?:mir|uns)|chez (?:moi|nous)|ac[áa]|aqu[íi])(?!\p{L})|^[¡¿ ]*(?:(?:oh|ah|ach|ay|uh) )?(?:wait|hold on|hang on|stop|halt|warte|moment|attends|attendez|espera|espere)[,!.:…–]/u;

/** Words for the way to meet. */
export const ofWay =
  /(?<!\p{L})(?:in person|face to face|phone|video|zoom|teams|online|remote\p{L}*|persönlich|telefon\p{L}*|vor ort|en personne|visio|téléphone|en ligne|en persona|vídeo|videollamada|teléfono|presencial\p{L}*)(?!\p{L})/u;

/** "… no, wait until I have spoken to Ann": what begins so is about what was just said. */
export const takesBack =
  /^[,¡¿ ]*(?:(?:oh|ah|ach|ay|hm+|uh|äh|euh) )?(?:no|nope|wait|hold on|stop|nein|nee|nö|doch nicht|moment|warte|halt|non|attends|attendez|espera|espere|mejor no)(?=[ ,.!:;-])/u;
