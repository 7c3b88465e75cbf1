/**
 * The words with which people accept, refuse, put off, ask and hand over, in four languages. Patterns are read against one
 * sentence in the form of `readable` (lower case, plain quotes). Words decide nothing alone: `meaning.ts` weighs them.
 */

const words = (source: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}'])(?:${source
      .trim()
      .split(/\s*\n\s*/)
      .join("|")})(?![\\p{L}])`,
    "u",
  );

/** A request never to be written to again. Stopping by, stopping over and stopping at a place are not. */
export const optOut = words(`
(?:please |kindly |just )?(?:stop|quit|cease) (?:e-?mailing|mailing|contacting|writing|messaging|sending|spamming|bothering|these e-?mails|this|with the e-?mails|reaching out)
(?:please |kindly )?(?:remove|delete|take|drop) (?:me|my (?:name|e-?mail|address|details|data|contact)|us) (?:\\p{L}+ ){0,4}?(?:from|off|out of)
(?:please )?(?:un-?subscribe|opt[- ]?(?:me )?out)(?: me)?
(?:please )?(?:do not|don't|never) (?:e-?mail|contact|write(?: to)?|message|call|reach out to|send|bother) (?:me|us|any|anything|this address|again)(?: \\p{L}+){0,4}
(?:please )?(?:do not|don't) (?:contact|e-?mail|write) again
no (?:more|further) (?:e-?mails?|messages|mails?|contact|communication)s?
(?:do not|don't|no longer) (?:want|wish|like|care) to (?:hear (?:back )?from|hear anything (?:more|further|else)(?! about)|be (?:contacted|e-?mailed|approached|written to)|(?:receive|get) (?:(?:any|more|further|your|these|those|such|other|of|this) ){0,4}(?:e-?mails?|mails?|mailings?|messages?|newsletters?|letters?|communications?|offers|updates|contact|anything|them|these|those))(?: \\p{L}+){0,4}
(?:do not|don't) want (?:any (?:more|further) |more |further |your |these |such )+(?:of (?:them|these|those|your) ?)?(?:e-?mails?|mails?|messages?|newsletters?|letters?)?(?= ?(?:$|[.!,;]|from|please|from you))
leave me alone|take me off (?:\\p{L}+ ){0,3}(?:list|database)|lose my (?:number|e-?mail|address)
(?:bitte )?(?:schreiben|schreib|kontaktieren|mailen|kontaktiere|senden|sende|schicken|schick) sie? ?(?:mir|mich|uns)? ?(?:bitte )?(?:nicht(?:s)? mehr|nie(?:mals)? (?:mehr|wieder)|keine (?:weiteren )?(?:e-?mails|mails|nachrichten)(?: mehr)?)
(?:bitte )?(?:nicht mehr|nie wieder|keine (?:weiteren )?(?:e-?mails|mails|nachrichten|anfragen)(?: mehr)?) (?:anschreiben|kontaktieren|schreiben|schicken|senden|mailen)
(?:löschen|entfernen|streichen|nehmen|lösche|entferne|nimm) (?:sie )?(?:bitte )?(?:mich|meine (?:daten|adresse|e-?mail(?:-adresse)?|kontaktdaten))
(?:bitte )?(?:abmelden|austragen)|(?:ich )?(?:möchte|will|wünsche) (?:\\p{L}+ ){0,3}(?:keine (?:weiteren )?(?:e-?mails|mails|nachrichten|kontakt\\p{L}*)|nicht (?:mehr|weiter) (?:kontaktiert|angeschrieben))(?: \\p{L}+){0,4}|lassen sie mich (?:bitte )?in ruhe
(?:merci de |veuillez |s'il vous plaît,? )?(?:ne (?:plus|pas) (?:m(?:e |'))?(?:écrire|contacter|envoyer|solliciter|recontacter|relancer)|ne m'(?:écrivez|envoyez|contactez|écris|envoie) plus|ne me (?:contactez|recontactez|sollicitez|relancez|contacte) plus|arrêtez de (?:m'|me )|cessez de (?:m'|me ))(?:\\p{L}+)?
(?:me )?(?:désinscri\\p{L}+|désabonn\\p{L}+)|(?:retirez|supprimez|enlevez|retirer|supprimer)(?:-moi| moi| mon (?:adresse|nom|mail|e-?mail)| mes (?:données|coordonnées))
(?:me |m'|nous )(?:retirer|supprimer|enlever|rayer|effacer|désinscrire|désabonner)(?: de)?|je ne (?:souhaite|veux|désire) plus (?:recevoir|être contacté)\\p{L}*|laissez[- ]moi tranquille
(?:por favor,? )?(?:no (?:me|nos) (?:escriba|escribas|contacte|contactes|envíe|envíes|mande|mandes|llame|moleste|vuelva a (?:escribir|contactar)|vuelvas a (?:escribir|contactar))n?|dejen? de (?:escribir|enviar|mandar|contactar|molestar)(?:me|nos)?|deja de (?:escribir|enviar|mandar|contactar|molestar)(?:me|nos)?)
(?:darme|dame|denme|deme|dar) de baja|(?:elimine|elimina|borre|borra|quite|quita|eliminen|borren)(?:me|n)? (?:mi|mis|de)|elimíneme|bórreme|no (?:deseo|quiero) (?:recibir|que me)(?: \\p{L}+){0,4} ?(?:más|contact\\p{L}*)|déj[ea]n?me en paz
`);
/** Alone on their line these are the old command of mailing lists. */
export const optOutAlone =
  /^(?:stop|unsubscribe|remove|opt out|abmelden|austragen|désinscription|désabonnement|désinscrire|baja|cancelar suscripción)[.! ]*$/u;

export const decline = words(`
not (?:really |particularly |currently |at all )?interested(?: in)?|(?:it's )?a (?:clear |firm |polite )?no from (?:me|us)|no interest(?! rate)|(?:i|we) (?:have|see) no (?:interest|need)|(?:don't|do not) see (?:a |any |the |much )?(?:fit|need|point|use|value)|isn't (?:for me|a fit|relevant|of interest)|not (?:for me|a fit|a good fit|relevant|something (?:i|we))
no,? thanks?(?: you)?|no thank you|thanks?(?: you)?,? but no(?:,? thanks?)?|thank you,? but no|i(?:'ll| will| must| have to| need to| would rather)? (?:have to |need to )?(?:pass|decline)(?: on (?:this|that|it))?|(?:i(?:'m| am)|we(?:'re| are)) (?:going to|gonna) pass|(?:already|currently) (?:work|working|use|using|have|covered|set up)(?: with)? (?:someone|somebody|a (?:partner|provider|supplier|vendor|solution|tool)|another (?:partner|provider|supplier))|(?:already|all) (?:covered|sorted|set)(?: here)?(?=$|[.,;!])|we(?:'ll| will) pass|hard pass|(?:won't|will not) (?:be needing|need) (?:it|this|that|one|your \\p{L}+)|(?:do not|does not|don't|doesn't) make (?:much |any )?sense|(?:do not|don't) (?:think|believe|feel) (?:\\p{L}+ ){0,6}(?:makes? (?:much |any )?sense|(?:is|are) (?:needed|necessary|useful))|(?:a meeting|meeting|it|this|that) makes no sense|(?:decided|chosen|chose|opted) (?:to (?:go|work|stay) with|for|on|against) (?:another|someone|somebody|a different|an? other|the other|our (?:current|present)|it|this)|(?:going|went|gone) with (?:another|someone|somebody|a different)|(?:i|we) (?:do not|don't) (?:need|require) (?:it|this|that|any|anything|one)
(?:kein(?:en|e)?|keinerlei) (?:interesse|bedarf)|(?:bin|sind) (?:\\p{L}+ ){0,2}nicht interessiert|nicht (?:von )?interesse|nein,? danke|danke,? nein|(?:muss|möchte|will) (?:\\p{L}+ ){0,3}(?:absagen|ablehnen|verzichten)|(?:das )?(?:ist|wäre) nichts für (?:mich|uns)|anders entschieden|(?:bin|sind) (?:schon |bereits |gut |bestens )*versorgt|(?:brauche|benötige|brauchen|benötigen) (?:wir|ich) (?:\\p{L}+ ){0,2}nicht(?! (?:mehr )?(?:zu|weiter))|(?:für|gegen) (?:einen anderen|eine andere|ein anderes|ein treffen|das treffen) \\p{L}* ?entschieden|nicht (?:weiterführen|weiterverfolgen|fortsetzen|fortführen)|(?:schon|bereits) (?:mit )?(?:jemandem|jemanden|einen (?:partner|anbieter|dienstleister)|einem (?:partner|anbieter|dienstleister)|versorgt)
pas (?:du tout |vraiment )?intéressée?s?|pas d'intérêt|sans intérêt|non,? merci|merci,? mais non|je (?:préfère|dois|vais) (?:\\p{L}+ ){0,2}(?:décliner|refuser|passer mon tour|pas donner suite)|donner(?:ai|ons) (?:\\p{L}+ ){0,2}pas suite|pas besoin (?:de (?:cela|ça|vos? \\p{L}+)|pour (?:le moment|l'instant))|ne (?:souhaite|souhaitons) pas (?:donner suite|\\p{L}+)|je ne suis pas preneu\\p{L}+|ça ne m'intéresse pas|cela ne m'intéresse pas|déjà (?:avec )?(?:quelqu'un|un (?:autre )?(?:prestataire|partenaire|fournisseur))
no (?:me|nos) interesa|no (?:estoy|estamos) (?:interesad[oa]s?|\\p{L}+ interesad[oa]s?)|no,? (?:muchas )?gracias|gracias,? pero no|(?:tengo|debo|prefiero) (?:\\p{L}+ ){0,2}(?:declinar|rechazar)|no (?:lo|la|los|las) necesit(?:o|amos)|no es lo que (?:busc|necesit)\\p{L}+|no es para (?:mí|nosotros)|ya (?:trabajamos|trabajo|tenemos|tengo) (?:con )?(?:alguien|un (?:proveedor|socio))
`);

/** Refuses whatever stands beside it: the meeting where no time does. */
export const ratherNot = words(`
(?:i'd|i would|we'd|we would) (?:much )?rather not|(?:i|we|i'd|we'd) prefer not to
lieber nicht
(?:je|nous) préf(?:ère|érons|érerais) (?:ne pas|éviter)
prefiero no|preferiría no
`);

/** Not now. */
export const later = words(`
not this (?:month|quarter|year)|(?:not|isn't|bad) (?:\\p{L}+ ){0,3}(?:right |good |best |great )?(?:now|time|moment|timing)|(?:swamped|slammed|buried|snowed under|flat out|too busy|very busy|extremely busy|crazy busy)(?: \\p{L}+){0,4}|(?:circle|check|come|get|reach|loop) back|try (?:me )?again|(?:ask|ping|contact|email|write to|reach out to|get in touch with) me (?:again )?(?:in|after|next|later|once|when|towards)|(?:get in touch|reach out|follow up|be in touch|reconnect|revisit|talk|speak|catch up|pick this up|touch base) (?:again )?(?:in|after|later|once|next|towards)|some other time|another time|down the road|at a later (?:date|time|point)|later (?:this|in the) (?:year|month|quarter)|after (?:the )?(?:holidays?|christmas|new year|easter|summer|break|vacation|parental leave|maternity leave)|next quarter|in the new year|postpone|put (?:this|it) off|on hold|in a few (?:weeks|months)|not (?:until|before) (?:\\p{L}+ ){0,3}(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|next year|next month)
(?:gerade|derzeit|aktuell|momentan|im moment|zurzeit|zur zeit|jetzt) (?:\\p{L}+ ){0,4}(?:nicht|keine zeit|schlecht|ungünstig|viel|voll)|(?:kein|nicht der) (?:guter|richtige|richtiger|günstiger) (?:zeitpunkt|moment)|zu (?:einem )?späteren (?:zeitpunkt)?|(?:melden|melde|meldet) (?:sie )?(?:sich|dich|mich) (?:\\p{L}+ ){0,4}(?:im|in|nach|ab|wieder|nochmal)|nach (?:den )?(?:\\p{L}*ferien|feiertagen|weihnachten|ostern|dem sommer|dem urlaub|neujahr)|im neuen jahr|(?:auf )?später verschieben|ein andermal|nächstes quartal|(?:diesen monat|dieses (?:quartal|jahr)) (?:\\p{L}+ ){0,3}(?:nicht|nichts)(?! vor)|(?:fragen|frag|versuchen|versuch|probieren|probier) (?:sie )?(?:es )?(?:gerne? )?(?:danach|dann|später|im|nach) (?:\\p{L}+ ){0,3}(?:wieder|nochmals?|noch einmal)|vor (?:ostern|weihnachten|pfingsten|den ferien|dem sommer|dem urlaub|april|mai|juni|herbst) (?:\\p{L}+ ){0,4}(?:nicht|nichts|keine?)|erst (?:wieder )?(?:im|ab|nach) (?:\\p{L}+)
(?:pas|plus) (?:le (?:bon )?moment|maintenant|pour l'instant|en ce moment|disponible avant)|(?:débordée?s?|surchargée?s?|très prise?s?) (?:\\p{L}+ ?){0,4}|(?:recontactez|relancez|recontacte|rappelez|réécrivez)[- ]?(?:moi)?|revenez vers moi|plus tard (?:dans l'année|cette année|en)|une autre fois|pas (?:ce mois|ce trimestre|cette année)|après (?:les (?:vacances|fêtes)|noël|pâques|l'été|la rentrée)|l'année prochaine|au printemps|en début d'année|à la rentrée|reparlons[- ]?en|on en reparle|le trimestre prochain
(?:no es (?:un |el )?(?:buen |mejor )?momento|ahora (?:mismo )?no|en este momento no|ahora mismo (?:\\p{L}+ ){0,3}(?:liad[oa]|ocupad[oa]|hasta arriba))|(?:hasta arriba|muy liad[oa]|desbordad[oa])(?: \\p{L}+){0,3}|(?:escr[ií]b[ea]me|cont[aá]ct[ea]me|hablamos|retomamos|lo retomamos|volvemos a hablar|vuelve a escribirme) (?:\\p{L}+ ){0,3}(?:en|después|tras|a partir|más adelante|dentro)|más adelante|este (?:mes|trimestre|año) no|en otra ocasión|en otro momento|después de (?:las (?:vacaciones|fiestas)|navidad|semana santa|verano|reyes)|a la vuelta de|el próximo trimestre|para (?:la )?primavera
`);

export const delegate = words(`
my (?:assistant|pa|ea|secretary|colleague|office|team|executive assistant|chief of staff|co-?founder)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:will|can|is going to|handles|manages|takes care|shall|would|looks after|is copied|is cc'?e?d|should)|(?:please |best |kindly )?(?:contact|write to|talk to|speak (?:to|with)|coordinate with|arrange (?:it |this |that )?with|get in touch with|reach out to|liaise with|schedule (?:it |this )?with|work with|check with|sort (?:it |this )?out with|set (?:it|this) up with) (?:my (?:assistant|pa|ea|secretary|colleague|office)|\\p{L}+ (?:\\(|who|in (?:my|our)|from (?:my|our)|directly|instead|\\w+@))|(?:cc'?ing|copying|looping in|adding|i've (?:cc'?d|copied|added|looped in)|i have (?:cc'?d|copied|added)|cc'?d|in cc|copied here|\\+ ?(?=\\p{L}+ (?:who|to))) ?(?:in )?(?:\\p{L}+)(?: (?:here|who|to|in|for|from|\\p{L}+))?|(?:arrange|set|sort|fix|organi[sz]e|book|agree|settle) (?:it |this |that |a time |everything )?(?:up |out )?with \\p{L}+, (?:who|she|he|they)|(?:keeps?|manages?|runs?|handles?|looks? after|takes? care of) (?:my (?:diary|calendar|schedule|appointments|bookings)|all (?:of )?(?:this|that|these)|these things)|(?:is|she's|he's) in copy|(?:she|he|they) (?:will|can) (?:find|arrange|coordinate|schedule|organi[sz]e|set up|sort|book|help (?:us )?(?:find|schedule|with))
(?:meine?(?:r|n)?|unsere?(?:r|n)?) (?:assistent(?:in)?|assistenz|sekretariat|sekretärin|kollegin|kollegen?|büro|vorzimmer|team)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:wird|kann|meldet|kümmert|übernimmt|koordiniert|macht|vereinbart|stimmt|regelt)|(?:wenden sie sich|wende dich|sprechen sie|stimmen sie (?:sich|das)|vereinbaren sie (?:das|es|bitte)|melden sie sich) (?:bitte )?(?:\\p{L}+ ){0,3}(?:an|mit|bei) (?:meine|frau|herrn|unser)|(?:klären|besprechen|regeln|machen|vereinbaren|koordinieren) sie (?:das|es|alles|den termin)?(?: bitte)? ?(?:\\p{L}+ ){0,2}mit (?:frau|herrn|mein\\p{L}*|unser\\p{L}*)|(?:klär|klärt|besprich|regle|mach) (?:das|es) (?:bitte )?mit (?:frau|herrn|mein\\p{L}*|unser\\p{L}*)|(?:führt|verwaltet|macht|pflegt) (?:meinen|meine|unseren) (?:kalender|termine|terminkalender)|(?:habe|nehme|setze) (?:\\p{L}+ ){0,4}(?:in cc|in kopie|cc)|in (?:cc|kopie)
mon (?:assistante?|secrétaire|secrétariat|collègue|équipe|associée?|adjointe?)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:va|peut|pourra|se charge|prendra|s'occupe|vous|organisera|fixera|gère)|ma (?:secrétaire|collègue|collaboratrice|assistante)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:va|peut|se charge|prendra|s'occupe|vous|organisera|fixera|gère)|(?:contactez|adressez[- ]vous|voyez|voyez avec|prenez contact avec|rapprochez-vous de|merci de (?:voir|contacter)) (?:\\p{L}+ ){0,3}(?:mon|ma|avec mon|avec ma|à mon|à ma|de mon|de ma)|(?:je mets|j'ajoute|j'ai mis|mis[e]?|je copie) (?:\\p{L}+ ){0,4}(?:en copie|en cc)|en copie
mi (?:asistente|secretari[oa]|compañer[oa]|ayudante|equipo|colega|oficina)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:va a|puede|se encarga|se encargará|coordinará|le|te|lo|organiza|gestiona|cerrará|buscará)|(?:contacte|contacta|hable|habla|escriba|escribe|coordine|coordina|concrete|concreta|póngase en contacto|ponte en contacto|coordinad|háblelo|háblalo|véalo|velo)l?o? (?:con|a) (?:mi|nuestr)|(?:lleva|gestiona|maneja) (?:mi|nuestra) (?:agenda|calendario)|(?:pongo|copio|añado|he puesto|he copiado|agrego|incluyo) (?:\\p{L}+ ){0,4}(?:en copia|a mi|en cc)|en copia
`);

/** A sentence in which a time is agreed to. */
export const accept = words(`
works?(?: (?:well|great|fine|perfectly|best|for me|for us|with me))?|suits?|fits?|fine|(?:good|great)(?: stuff)?(?! (?:luck|question|point|news|day|morning|afternoon|evening|weekend|trip|friend|reason))|perfect(?:ly)?|ok|okay|ideal|brilliant|excellent|lovely|super|wonderful|fantastic|awesome|sounds (?:good|great|perfect|fine|lovely|ideal|super|awesome|brilliant|excellent|fab|wonderful|like a plan)|(?:very |most )?(?:convenient|agreeable)|let me (?:take|pick|have)|i'm open|(?:i have|i've got)(?= [^,;]*free)|you're on|i'm (?:game|on|there)|it's a (?:date|deal)|good to go|sign me up|gets my vote|by all means|marvellous|dandy|stellar|amazing|outstanding|peachy|nifty|neat|sweet|ace|beautiful|acceptable|suitable|doable|feasible|appropriate|handy|terrific|superb|delightful|fab(?:ulous)?|smashing|splendid|spot on|cool|tip[- ]top|cracking|(?:is )?a go|alright|all right|yup|righto|(?<=^|[.,!] )roger|locked in|lock it in|booked in|diarised|(?:would|will|'ll) be (?:pleased|delighted|glad|happy|thrilled) to (?:meet|see|come|attend|join|talk|speak)|confirm my (?:presence|attendance)|(?:i|we) can (?:attend|be there|come)|works like a charm|will attend|my (?:first )?choice|(?:let's|let us) (?:do|go|say|take|meet|make|lock|book|aim|plan)|then(?=$|[.,!])|i'm in(?: for|(?=$|[.,!]))|go ahead(?: and book)?|(?:i've|i have|we've|we have) (?:blocked|reserved|booked|kept|saved|put|popped|added|noted|entered|marked)(?: (?:off|out))?(?! (?:an?|my|the|our) (?!calendar|diary))|booked(?=:)|i(?:'ll| will) (?:take|reserve|book|go (?:for|with)|be there|see you|join|come|do)|we(?:'ll| will) (?:take|be there|see you|do)|see you|confirmed?|confirming|agreed?|deal|yes|yep|yeah|sure(?: thing)?|absolutely|definitely|of course|certainly|happy (?:with|to do|to meet|to take)|i can (?:do|make|meet)|i could do|can do|i am free|i'm free|i'm available|i am available|available|free|booked in|book (?:it|me|that)|pencil(?:led)? (?:me )?in|put me down|count me in|looking forward|it is(?=$|[.,!;]| then| for)|i choose|i pick|i'd choose|i'd pick|go with|go for|would be (?:great|good|perfect|ideal|fine)|please (?:book|send)|no problem(?: at all)?|in(?:to)? (?:my|the|our) (?:calendar|diary)|noted|(?:that's|that is) possible|i confirm|we confirm|happy to (?:take|do|confirm)|it (?:shall|will) be|grand|(?:is|are|would be) (?:the )?best|(?:my|our) (?:first |top )?(?:choice|pick|favou?rite) (?:would be|is)|accepted (?:the|your) (?:invite|invitation|slot)|(?:done|sorted|sold|settled)(?=$|[.,!])|(?:i|we) (?:\\p{L}+ly )?accept|i(?:'d| would) (?:go for|go with|take|choose|pick)|(?:i|we)(?:'d|'m|'re| would| am| are) (?:be )?(?:good|happy|okay|ok|fine) with|(?:pop|put|slot) me (?:in|down)(?: for)?|could do(?= (?:the |on )?(?:mon|tue|wed|thu|fri|sat|sun))
passt(?: (?:mir|uns|gut|perfekt|super|prima|sehr gut))?|passen|geht(?: (?:klar|gut|bei mir|in ordnung))?|ginge|gerne?|gut|prima|super|perfekt|ideal|wunderbar|einverstanden|ok|okay|in ordnung|ja|klar|natürlich|sehr gern|bestätigt?|bestätige(?:n)?|nehmen wir|nehme ich|ich nehme|machen wir|machen wir's|(?:das )?ist (?:gut )?möglich|dann (?:bis|am|um)|bis (?:dann|dienstag|mittwoch|montag|donnerstag|freitag)|freue mich|würde (?:es )?(?:mir |uns )?(?:sehr |ganz )?(?:gut |besser )?passen|nehme ich (?:gerne? )?an|wäre (?:gut|super|perfekt|prima|ideal|mir recht)|ist (?:gut|super|perfekt|prima|ideal|notiert|gebucht)|abgemacht|treffen wir uns|sehen wir uns|wir (?:sehen|treffen) uns|(?:habe|hätte) ich (?:gut )?zeit|kann ich|ich kann|könnte ich|klappt|recht|dabei|ich (?:reserviere|buche)|dann(?=$|[.,!])|lass(?:t|en sie)? uns(?: (?:[^,;.]{0,30} )?(?:nehmen|machen|treffen|sagen))?|ich sage (?:[^,;]{0,40} )?zu|(?:habe )?(?:ich )?(?:mir |es |das |den termin )?(?:eingetragen|vorgemerkt|notiert)|(?:im|in den) kalender|haut hin|kommt mir (?:sehr )?gelegen|machen wir so|genau richtig|zugesagt|freue? mich|isch (?:guet|guat|super)|nehmen|top|klasse|spitze|toll|gebongt|geritzt|jawohl|jep|bin dabei|halte (?:ich )?(?:mir )?(?:das |den termin )?frei|(?:ist )?geblockt|ich komme|klingt (?:gut|super|prima|perfekt|bestens)|(?:ich )?nehm(?:e)?(?: ich)?(?= )|taugt(?: mir| uns)?|ist fix|können wir uns (?:gerne? )?(?:sehen|treffen)|trag(?:en sie|t|e)? mich|(?:ich )?trage (?:ich )?(?:mir )?(?:es|das)? ?(?:so )?ein
(?:me |nous )?convien(?:t|drait)|(?:me |nous |(?<!(?:^| )(?:te|le|les|os|lui|leur|vous|se) ))va(?: (?:très bien|bien|parfaitement))?|ça (?:me )?(?:va|marche|roule|convient)|cela (?:me )?(?:va|convient)|parfait|très bien|d'accord|entendu|ok|okay|oui|volontiers|avec (?:grand |beaucoup de )?plaisir|super|impeccable|nickel|idéal|génial|confirmé|c'est (?:bon|parfait|noté|entendu|ok|d'accord)|va pour|c'est (?:tout à fait |bien )?possible|allons[- ]y pour|on (?:dit|part sur|prend|fait)|disons|je (?:prends|choisis|retiens|note|réserve|bloque|(?:vous |te )?confirme|serai là|suis (?:disponible|libre|dispo)|peux)|noté|à (?:mardi|lundi|mercredi|jeudi|vendredi|bientôt)|partons sur|m'arrange|serait (?:parfait|bien|super|idéal)|bon pour moi|bien sûr|dans mon agenda|pas de (?:problème|souci)|sans (?:problème|souci)|alors(?=$|[.,!])|c bon|c'est d'accord|j'ai (?:bien )?(?:noté|bloqué|réservé|inscrit|retenu|calé)|convenu|validé|je valide|adjugé|formidable|j'y serai|compte[sz]? sur moi|on fait comme ça|ça (?:roule|colle)|impec|top|(?:je |nous )?(?:serai|serons) (?:disponibles?|libres?|dispo|là|présente?s?)|(?:je )?suis partante?|sera (?:heureux|heureuse|ravie?) de vous (?:recevoir|rencontrer|voir)|on se voit|retenu|calé|ça m'arrange(?: bien| très bien)?
(?:me |nos |(?<!(?:^| )(?:le|les|te|os) ))(?:va|viene(?! (?:el|la|l[ao]s|una?|mis?|su) (?!lunes|martes|miércoles|jueves|viernes))|queda|parece|encaja|conviene)(?: (?:muy )?(?:bien|perfecto|perfectamente|genial|estupendo))?|perfect[oa]|perfectamente|vale|de acuerdo|ok|okay|sí|si,|genial|estupendo|fenomenal|es posible|muy bien|bien|claro(?: que sí)?|por supuesto|confirm(?:o|ado|amos)|quedamos|(?:(?:allí|ahí|allá) )?nos vemos|hecho|apuntado|me apunto|adelante|elijo|escojo|prefiero|tomo|puedo|podría|estoy (?:libre|disponible)|estaré|encantad[oa]|ideal|allí estaré|sería (?:perfecto|ideal|genial|estupendo)|cojo|me quedo con|(?<!está (?:ya )?)reserv(?:a|e|ado|amos)|en mi (?:agenda|calendario)|sin problema|entonces(?=$|[.,!])|estaría (?:bien|perfecto|genial)|trato hecho|agendado|anotado|cuent[ae]n? conmigo|súper|buenísimo|conforme|agénd[ae](?:me|nos)|resérv[ae](?:me|nos)|listo|lista|me (?:sirve|funciona|acomoda|cuadra|late)|(?<=^|[.,!] )dale|órale|chévere|bárbaro|cuenta conmigo|ahí (?:estaré|nos vemos)|con (?:mucho |todo )?gusto|sale(?=[,.!])|tengo libre
`);
/** A request of what was offered: "Friday at 11, please". */
export const please = words(`
please|pls|plz
bitte
s'il (?:vous|te) plaît|svp
por favor
`);

/** "Dann Dienstag um 10, …": takes the time that follows. */
export const opensWithThen = /^(?:then|so|dann|also|alors|donc|entonces|pues)(?![\p{L}])/u;

/** Emoji that agree. */
export const acceptSign = /[👍👌✅🙌✔]/u;

export const negation = words(`
not|no|never|cannot|can't|cant|won't|wont|don't|dont|doesn't|doesnt|didn't|isn't|isnt|aren't|wasn't|wouldn't|couldn't|shouldn't|haven't|hasn't|unable|impossible|unfortunately|afraid|unavailable|conflicts?|conflicting|clash(?:es)?|busy|taken|booked(?! in|:)|double[- ]booked|fully booked|packed|tied up|away|out of (?:town|office|the office|the country)|travell?ing|except|apart from|other than|rather than(?! \\d)|instead of(?! \\d)|anything but|neither|nor|none|nothing|nobody|without|declin\\p{L}*|cancel\\p{L}*|postpon\\p{L}*|reschedul\\p{L}*|rule out|problem(?:atic)?|difficult|tough|tricky|hard|bad|worse|terrible|awful|fails?|wrong|too (?:early|late|soon|short)|hardly|barely|regret(?:fully)?|on (?:vacation|holiday|leave)|(?<!blocked )off(?! the)|gone|(?<!(?:i've|i have|we've|we have) )blocked|hate|only if|miss|would have (?:been|loved|liked|worked|suited|preferred|fit|made)|would've (?:been|loved|liked|worked)|could have (?:been|made|done|worked)|if only|(?:i'm|i am|count me) out|but (?:me|us|not)|just not|nobody|no one|kidding|joking|minus|wish (?:i|we) could|(?:is|are) (?:out|over|full|off)(?! (?:of|in|on|the))|scratch that|strike that|forget (?:it|that|about it)|disregard
niemand\\p{L}*|nicht|nichts|kein(?:e|en|er|em|es)?|nein|nie|niemals|leider|unmöglich|verhindert|belegt|ausgebucht|besetzt|unterwegs|verplant|weder|noch nicht|außer|ausser|(?:an)?statt(?! (?:um )?\\d)|ohne|absagen|absage|verschieben|schlecht|ungünstig|schwierig|schwer|ungern|vergeben|auswärts|(?:im|in) urlaub|ferien|krank|zu (?:früh|spät|kurzfristig)|anderer termin|anderen termin|(?:wäre|wären|hätte|hätten) (?:\\p{L}+ ){0,5}(?:gewesen|gepasst|geklappt|gegangen|gekonnt|gewünscht)
ne|n'\\p{L}+|pas|personne|non|jamais|aucune?|rien|malheureusement|impossible|indisponible|occupée?|prise? (?:toute|tout|ce|le|par)|débordée?|hélas|sauf|hormis|plutôt qu(?:e|')(?! ?(?:à )?\\d)|au lieu(?! de \\d)|sans|ni|annuler|reporter|déplacer|décaler|difficile|compliqué|mauvais|absente?|en (?:déplacement|congés?|vacances)|complet|trop (?:tôt|tard)|aurai(?:t|s|ent)|aurions|si seulement
no|nadie|menos (?:a )?(?:mí|yo|nosotros)|nunca|jamás|ningun[oa]?|ningún|nada|tampoco|ni|sin|desgraciadamente|desafortunadamente|lamentablemente|imposible|ocupad[oa]|lleno|excepto|salvo|menos el|en (?:vez|lugar)(?! de (?:las )?\\d)|cancelar|aplazar|posponer|cambiar|mover|difícil|complicado|mal|fuera|de (?:viaje|vacaciones)|tengo (?:otra|otro|una|un) (?:reunión|cita|compromiso)|demasiado (?:pronto|tarde)|peor|habría(?:n|mos)?|hubiera(?:n|mos)?|hubiese(?:n|mos)?|ojalá hubiera
`);
/** Negations that deny nothing, taken out before the others are looked for. */
export const harmless =
  /(?<![\p{L}'])(?:(?<!(?:if|si|wenn|falls) )(?:that's|that is|c'est|est|es|das ist|ist) (?:also |tout à fait |bien |gut |perfectamente )?(?:possible|posible|möglich)|no (?:problem|worries|worry|issues?|objections?|rush|need to (?:apologi[sz]e|reply|hurry)|trouble|brainer)|not a problem|not (?:at all|bad|only)|why not|can't wait|cannot wait|can not wait|don't (?:worry|hesitate)|do not hesitate|without (?:a doubt|fail|problem)|never mind|nothing (?:else|against)|if not(?:,| i)|miss you|kein(?:e|en)? (?:problem|probleme|einwände|einwand|thema|sorge|ursache)|nichts dagegen|warum nicht|nicht schlecht|nicht zu (?:danken|vergessen)|pas de (?:problème|souci|soucis)|sans (?:problème|souci|faute|hésiter)|pourquoi pas|pas mal|aucun (?:problème|souci)|n'hésitez pas|n'hésite pas|je n'y manquerai pas|sin (?:problema|problemas|falta|duda)|no hay (?:ningún )?(?:problema|inconveniente)|ningún (?:problema|inconveniente)|por qué no|cómo no|no (?:dude|dudes)|nada más|not to mention|no doubt|\d{1,3}[- ]?(?:minutes?|mins?|hours?|hrs?|blocks?|miles?|km|kilomet(?:er|re)s?|metres?|meters?|yards?) away(?: from \p{L}+)?|(?:right|just) (?:off|out of) the (?:train|plane|motorway|highway|station)|after all|all the same|(?:was|were|been) (?:\p{L}+ )?(?:travell?ing|away|sick|ill|off|busy|on (?:holiday|vacation|leave)|out of (?:the )?office)|war (?:\p{L}+ )?(?:krank|verreist|unterwegs|im urlaub)|étais (?:malade|absente?|en (?:déplacement|congés?|vacances))|(?:estaba|estuve) (?:fuera|enferm[oa]|de (?:viaje|vacaciones)))(?![\p{L}])/gu;

/** Doubt, conditions, plans to look: no yes yet. */
export const hedge = words(`
inch'?allah|ins(?:c)?hallah|god willing|touch wood|knock on wood|fingers crossed|weather permitting|maybe|(?:tell|inform|ask|remind) (?!me|us|you|yourself)\\p{L}+|sort of|kind of|-?ish|t\\.?b\\.?[cd]|to be (?:confirmed|determined)|for the others?|for others|might|perhaps|possibly|possible|probably|probable|likely|should (?:work|be|do|suit|fit)|could (?:work|be|possibly|potentially|maybe)|would(?:n't)? (?:\\p{L}+ )?(?:(?:work|suit)(?! (?:me |us )?(?:very )?(?:well|great|fine|perfectly|nicely|best))|be (?:easier|possible))|i think|i guess|i believe|i suppose|tentative(?:ly)?|provisional(?:ly)?|not sure|unsure|only (?:by|via|on|over|as|for|with|at)|you said|said that|they said|let me (?:check|see|look|confirm|get back|ask|think)|(?:check|checking|confirm|verify) (?:with|my(?! (?:presence|attendance))|if|whether|first|again|later|by)|need to|needs to|have to|has to|if|unless|depend(?:s|ing)?|hopefully|in theory|theoretically|try to|get back to|will (?:let you know|confirm|revert)|pencil|wait|hold|as long as|provided|assuming|subject to|either|both(?! (?:are |of them are )?(?:taken|full|booked|busy|gone|out))|any of|whichever|whatever|up to you|you choose|you decide|your call|or so|also|alternatively|otherwise|backup|at a push|at a pinch|just about|worst case|guessing|doubt\\p{L}*
so gott will|nur (?:telefonisch|per|via|online|virtuell|als|über|mit)|vielleicht|eventuell|evtl|möglicherweise|womöglich|wahrscheinlich|vermutlich|müsste|sollte|könnte (?:klappen|gehen|passen|funktionieren)|würde ich (?:vorschlagen|bevorzugen)|ich (?:glaube|denke|schaue|prüfe|kläre|schau)|vorbehalt\\p{L}*|unter vorbehalt|unsicher|falls|wenn|sofern|es sei denn|kommt darauf an|hoffentlich|noch (?:klären|prüfen|abstimmen|checken|schauen)|(?:muss|müsste|müssen) (?:\\p{L}+ ){0,5}(?:noch|erst|schauen|prüfen|klären|fragen|abstimmen|rücksprache)|melde mich|gebe bescheid|zur not|notfalls|entweder|beide|egal|theoretisch|vorläufig|alternativ|sonst|auch
si dieu (?:le )?veut|j'espère(?! que)|(?:uniquement|seulement|qu'(?:en|au|à)|que par) ?(?:par|en|au)?|peut-être|éventuellement|possible(?:ment)?|probable(?:ment)?|sans doute|devrait|pourrait|je (?:pense|crois|vérifie|regarde|vais (?:voir|vérifier|regarder)|dois (?:voir|vérifier|confirmer)|reviens vers)|il faut que|à confirmer|sous réserve|si|sauf|ça dépend|cela dépend|normalement|en principe|a priori|à voir|au pire|soit|les deux|n'importe|comme vous (?:voulez|préférez)|comme tu (?:veux|préfères)|sinon|aussi|pas sûre?
si dios quiere|eso espero|(?:sólo|solo|solamente|únicamente) (?:por|en|a|con)|quizás?|tal vez|a lo mejor|posible(?:mente)?|probable(?:mente)?|seguramente|debería|podría (?:ser|funcionar|valer)|creo(?: que)?|supongo|pienso|tengo que|déjame|dejame|déjeme|deja que|lo (?:miro|confirmo|consulto|compruebo)|(?:te|le) (?:digo|confirmo)(?! (?:que|el|la|para)(?![\\p{L}]))|si(?!,)|salvo|a menos que|depende|en principio|ojalá|espero que|por confirmar|pendiente|cualquiera|ambos|ambas|cualquier|como (?:prefieras|prefiera|quieras)|o bien|también|igual|no sé
`);
/** Of several times this one: a choice where the time was offered, a wish where it was not. */
export const preference = words(`
(?:i'd |i would )?(?:much )?(?:prefer(?:ably|red)?|rather)(?! not)|(?:much |even )?better|ideally|my preference
lieber(?! nicht)|besser|bevorzugt|am (?:liebsten|besten)|vorzugsweise
plutôt(?! que)|de préférence|préf(?:ère|érons|érence|érerais|érerions|érable|éré)|mieux|idéalement
mejor|preferiblemente|preferiría|preferentemente
`);
/** Conditions that only ask whether the offer still stands, taken out before doubt is looked for. */
export const courteous =
  /(?:should (?=be (?:delighted|glad|happy|pleased|honou?red|thrilled))|do (?:i|we) (?:need|have) to|(?:muss|soll) ich (?:noch )?(?:dafür )?etwas|,? ?(?:if|as long as|provided) (?:that|it|this|that time|the slot)(?:'s|'s still| is| is still| still)? ?(?:still )?(?:works?|suits?|ok(?:ay)?|fine|good|available|free|convenient|open)(?: (?:for|with|by) (?:you|your side|everyone|your end))?|,? ?if (?:you're|you are) still (?:free|available)|(?:wenn|falls|sofern) (?:das|es|der termin) (?:\p{L}+ ){0,2}(?:noch |auch )?(?:passt|geht|ok ist|okay ist|in ordnung ist|frei ist)|,? ?si (?:cela|ça) vous (?:va|convient)(?: toujours| aussi)?|,? ?si (?:cela|ça) te va|,? ?si (?:te|le|os|les) (?:va|viene|parece) bien(?: todavía)?|looking forward to (?:it|meeting|seeing|our|the|talking|speaking)[^,.;]*|please let me know if you need anything[^.;]*|let me know if you need anything[^.;]*|,? ?(?:and )?if (?:you (?:get lost|can't find (?:it|us|me|the \p{L}+)|need (?:anything|directions|more|me|the \p{L}+)|have (?:any |other )?questions|arrive early|run late|are (?:running )?late)|anything (?:changes|comes up|else)|(?:something|plans|things) (?:changes?|comes? up))|(?:falls|wenn) (?:sie|du|ihr) (?:sich|dich|euch) (?:verlaufen|verläufst|verlauft)|(?:falls|wenn) (?:sich )?etwas (?:ändert|dazwischenkommt)|si (?:vous vous perdez|tu te perds|quelque chose change|te pierdes|se pierde|te pierdes|hay algún cambio)|both sides|for both of us|also looking forward)/gu;

/** What the writer does then: the time named is taken. */
export const busy = words(`
i(?:'ve| have)(?: already)?(?: got)? (?:a|an|another|other|some|to|back to back|my|the|our)(?! (?:slot|gap|opening|window|free|spot|space|bit of time|clear|hour free))|i'm (?:in(?! for| favou?r|$|[.,!])|at|on|already|presenting|teaching|speaking|flying|driving|meeting|hosting)|i am (?:in|at|on|already|presenting|teaching|speaking|flying)|we have (?:a|an|another|our)|my (?:flight|train|plane|surgery|appointment|doctor|dentist)|until then i|there(?:'s| is) (?:a|an|another)
ich habe (?:\\p{L}+ ){0,4}(?:einen?|schon|bereits|eine|ein)(?! (?:freien?|lücke|fenster|stunde))|bin ich (?:\\p{L}+ ){0,2}(?:in|auf|bei|beim|im)|mein (?:flug|zug|flieger)|bereits (?:einen|ein|eine|etwas)|schon (?:einen|ein|eine|etwas|was)
j'ai (?:déjà|un|une|d'autres)(?! (?:créneau|trou|moment))|je suis (?:en|à|au|dans|déjà)(?! (?:disponible|libre))|mon (?:vol|train|avion)
tengo (?:ya|que|una|un|otra|otro)(?! hueco)|estoy (?:en|con|de)(?! acuerdo)|mi (?:vuelo|tren|avión)
`);

/** About what was. */
export const past = words(`
(?<!(?:be|would|'d|will|'ll|shall|like) (?:\\p{L}+ )?)(?:great|good|nice|lovely|wonderful|pleasure|delight(?:ed|ful)?|fun|enjoyed|loved) (?:\\p{L}+ ){0,2}?(?:meeting|seeing|talking|chatting|speaking|catching up|to (?:have )?(?:meet|met|see|seen|talk|speak|chat))|was|were|met|spoke|talked|saw|had|yesterday|ago|last (?:week|time|month|night|monday|tuesday|wednesday|thursday|friday)|used to (?:work|be|suit)|happy (?:monday|tuesday|wednesday|thursday|friday)|have a (?:great|good|nice|lovely)|enjoy your|hope (?:you|your)
war|waren|hatte|hatten|haben uns|gestern|letzten?(?! (?:termin|vorschlag|slot|möglichkeit)(?![\\p{L}]))|letzte woche|vergangenen?|hat mich (?:sehr )?gefreut|schönen (?:montag|dienstag|mittwoch|donnerstag|freitag|abend|tag)
(?:c')?était|étaient|avait|aviez|avions|avaient|avons|rencontrée?s?|hier|derni(?:er|ère)(?! (?:créneau|choix|horaire|option|date|proposition|moment|des)(?![\\p{L}]))|ravie? (?:de|d')|bon (?:lundi|mardi|mercredi|jeudi|vendredi|week-end)|bonne (?:journée|soirée|semaine)
fue|fueron|estuvo|estaba|estaban|era|ayer|pasad[oa](?! mañana)|conocer(?:te|le|nos)|conocimos|(?:como|cuando|que|ya) hablamos|hablamos el (?:otro|pasado)|feliz|buen (?:lunes|martes|miércoles|jueves|viernes)
`);

/** Another time than the one said: earlier, later, moved. */
export const shift = words(`
earlier|later|sooner|(?:push|move|shift|bring) (?:it|this|that|us)?|half an hour|an hour (?:earlier|later|before|after)|\\d+ ?(?:minutes?|mins?) (?:earlier|later|after|before)|instead|(?:the )?following (?:week|day|\\p{L}+day)|the (?:week|day) after|different (?:time|day|slot)|another (?:time|day|slot)|change
früher|später|vorziehen|nach hinten|halbe stunde|folgenden? woche|woche (?:darauf|danach)|stunde (?:früher|später)|anderer? (?:zeit|tag|termin)|anderen (?:tag|termin)|andere uhrzeit|stattdessen
plus tôt|plus tard|suivante?s?|d'après|avancer|décaler|repousser|demi[- ]heure (?:plus|avant|après)|une autre (?:heure|date)|un autre (?:jour|créneau)
más (?:tarde|temprano|pronto)|siguientes?|antes(?: de lo)?|media hora (?:antes|después|más)|otra hora|otro (?:día|momento)|adelantar|retrasar
`);

/** Said with a twist: nobody who means yes writes so. */
export const sarcasm = words(`
yeah,? right|as if|(?:exactly|precisely) what i (?:needed|wanted)|(?:great|lovely|fantastic|wonderful|perfect|marvellous|dandy|stellar|amazing|outstanding|peachy|nifty|neat|sweet|ace|beautiful|acceptable|suitable|doable|feasible|appropriate|handy|brilliant|super),? (?:yet )?another|nothing better to do|because i (?:love|have nothing|enjoy)|just what i (?:needed|wanted|always wanted)|in your dreams|when (?:pigs|hell)|over my dead body|what a joke|you must be joking|are you kidding|good luck with that|dream on|for a laugh|how (?:lovely|delightful),? another|oh (?:great|joy|wonderful|sure|yes),? (?:another|because|right|please)|sure,? (?:because|why would)|can hardly contain|thrilled,? really|like i (?:have|need)
ja,? klar,? (?:als|weil|genau)|als ob|sonst (?:habe ich|noch was)|träumen sie weiter|träum weiter|na toll|na super|schon wieder
mais (?:bien sûr|oui),? (?:comme si|parce)|comme si|c'est une blague|encore un(?:e)? réunion|n'importe quoi|rien de mieux à faire
sí,? claro,? (?:como|porque)|como si|ni en sueños|qué (?:bien|ilusión),? otra|ya,? claro|nada mejor que hacer
`);

/** The offer is taken as a whole: any of its times. */
export const anyOfThem = words(`
any (?:of (?:those|these|them|the (?:times|slots|options))|time (?:works|is fine)|works)|either (?:works|is fine|one|is good|of)|all (?:of (?:those|these|them)|work)|both work|whichever|you (?:choose|pick|decide)|up to you
(?:beide|alle) (?:\\p{L}+ ){0,2}(?:passen|gehen|sind)|egal welche\\p{L}*|such(?:en)? (?:sie |dir |du )?(?:sich )?(?:einen )?aus|jeder (?:davon|termin)
n'importe (?:lequel|laquelle|quel)|tous (?:me|nous) (?:vont|conviennent)|les deux (?:me|nous)? ?(?:vont|conviennent)|au choix|comme vous (?:voulez|préférez)
cualquiera(?: de)?|todos me (?:van|vienen)|ambos me|los dos me|el que (?:prefieras|prefiera|quieras)|como prefieras
`);
export const noneOfThem = words(`
none of (?:those|these|them|the (?:times|slots|dates|options))|(?:can't|cannot|can not|won't|unable to|not able to) (?:do|make|manage) (?:any|either|that|those|these|it)|(?:those|these|neither|that) (?:\\p{L}+ ){0,2}(?:don't|doesn't|do not|does not|won't|will not) (?:work|suit)|neither (?:works|of|suits)|fully booked|booked solid
keiner (?:der|davon|von)|leider (?:keiner|keine)|(?:passt|passen|geht|gehen) (?:\\p{L}+ ){0,3}(?:nicht|leider nicht|alle nicht)|ausgebucht
aucun (?:de|des|ne)|aucune de|ne (?:me |nous )?(?:convien\\p{L}*|va|vont|march\\p{L}*|sont|est) (?:malheureusement |hélas )?(?:pas|plus|jamais)(?: possibles?)?
ninguno (?:de|me)|ninguna de|no (?:me |nos )?(?:va|viene|vienen|van|encaja|encajan|queda|quedan)(?: bien| ninguno)?|no puedo en ninguno
`);

/** Asks whether an offered time stands, or which was meant: no proposal and no yes. */
export const asksBack = words(`
still (?:free|available|open|possible|on|good|okay|ok|work|works|on offer)|(?:did|do) you mean|you mean|was it|be (?:by (?:phone|video)|in person|online|remote|virtual|on (?:zoom|teams))
noch (?:frei|möglich|verfügbar|zu haben|aktuell)|(?:meinten|meinen) sie|meinst du|meintest du
(?:encore|toujours) (?:libre|disponible|possible|d'actualité)|(?:vous voulez|tu veux|vous vouliez|tu voulais) dire
(?:sigue|todavía|aún)(?: está)? (?:libre|disponible|posible|en pie)|(?:quieres|quiere|querías|quería) decir|(?:te|se) (?:refieres|refiere|referías|refería)
`);

/** Asks what the writer of the offer meant, in days that need not be offered. */
export const asksWhich = words(`
(?:did|do) you mean|you mean
(?:meinten|meinen) sie|meinst du|meintest du
(?:vous voulez|tu veux|vous vouliez|tu voulais) dire
(?:quieres|quiere|querías|quería) decir|(?:te|se) (?:refieres|refiere|referías|refería)
`);

export const asks = words(`
what|which|where|who|why|how (?:long|much|many|about|do|would|will|come)|could you (?:tell|send|share|explain|clarify|give|let)|can you (?:tell|send|share|explain|clarify|give|let)|remind me|more (?:details|information|info|context)
worum|was genau|welche[rns]?|warum|wieso|wie (?:lange|viel)|können sie (?:mir )?(?:mehr|sagen|schicken)|mehr (?:informationen|details)
de quoi|pourquoi|quel(?:le)?s?|combien|pouvez-vous|pourriez-vous|plus (?:de détails|d'informations)
de qué|por qué|cuál|cuánto|quién|dónde|(?:puede|podría|puedes|podrías) (?:decirme|enviarme|contarme|explicarme)|más (?:detalles|información)
`);

/** Questions that only say goodbye: "See you then?" still agrees. */
export const courteousQuestion = /^(?:see you then|ok(?:ay)?|deal|right|bis dann|à bientôt|nos vemos)[?! ]*$/u;

/** An answer that is only announced. */
export const pending = words(`
i(?:'m| am) (?:asking|checking|waiting|still)|(?:let|get|come|revert) (?:\\p{L}+ )?(?:back|know)(?: to)?(?! if)|think (?:about|it over)|take a look|look into|i(?:'ll| will) (?:ask|check|confirm|think|look|see if|see whether|try|let)|call me|give me a (?:call|ring)|discuss when|ping me|remind me
(?:gebe|geben|sage) (?:\\p{L}+ ){0,3}bescheid|bestätige (?:\\p{L}+ ){0,2}(?:morgen|noch|später|heute|gleich|nachher|bis)|melde mich|überlege|schaue (?:\\p{L}+ )?nach|rufen sie mich|ruf mich
(?:je|on) (?:vous|te) (?:confirme(?! (?:le|la|les|l'\\p{L}+|notre|ce|cette|mon|ma|pour|volontiers|bien|que)(?![\\p{L}]))|dirai|tiens|rappelle|redis)|je reviens vers|appelez-moi|je réfléchis
(?:te|le|os|les) (?:digo|confirmo|aviso|llamo)(?! (?:que|el|la|nuestr[oa]|para)(?![\\p{L}]))|lo pienso|llám[ea]me
`);
/** Of those, what gives a day for the answer: "I'll let you know by Monday". */
export const announces = words(`
let you know|get back to you|confirm (?:it |this )?(?:by|on|tomorrow|later)
(?:gebe|sage) (?:\\p{L}+ ){0,3}bescheid|melde mich|bestätige (?:\\p{L}+ ){0,2}(?:morgen|noch|später|heute|bis)
(?:je|on) (?:vous|te) (?:dirai|redis|tiens|confirme)|je reviens vers
(?:te|le|os|les) (?:digo|confirmo|aviso)
`);

/** Words of time that stand unread beside a time: "Tuesday week", "the Tuesday after next". */
export const unreadTime =
  /^(?:weeks?|months?|years?|fortnight|next|every|each|after|before|until|till|since|onwards?|later|earlier|following|alternate|wochen?|monate?|jahr|nächste\p{L}*|jede\p{L}*|nach|vor|bis|ab|semaines?|mois|année|huit|quinzaine|prochaine?|chaque|après|avant|semanas?|mes|meses|año|próxim[oa]|cada|después|antes|night|midnight|noon)$/u;

/** How a question begins; a tag ("does it?") is none. */
export const questionOpens =
  /^(?:and |und |et |y )?[¿ ]*(?:where|what|who|how|which|why|could (?:you|we|i)|can (?:you|we|i)|would (?:you|it|that)|will you|shall (?:i|we)|should (?:i|we)|do you|is there|are you|wo|wohin|was|wer|wie|welche[rs]?|können (?:sie|wir)|kannst du|könnten (?:sie|wir)|soll(?:en wir| ich)|schicken sie|où|que|qui|comment|quel(?:le)?|pouvez-vous|peux-tu|pourriez-vous|dois-je|est-ce que|dónde|qué|quién|cómo|cuál|puedes?|podrías?)(?![\p{L}])/u;

/** Splits a sentence where the view turns. */
export const turn =
  /(?:[;]|, (?=(?:as|since|because|weil|da|denn|car|parce que?|porque|ya que) )|, (?=so (?!that|far|long|much|as |i can))|, (?=(?:and |und |et |y )?[¿ ]*(?:where|what time|who|how (?:do|long|will)|(?:could|can|would|will) (?:you|we)|shall (?:i|we)|(?:how|what) about|wie wäre|ginge|geht auch|können wir|könnten wir|pourr(?:ions|ait)-(?:nous|on)|peut-on|qué tal|podríamos|podemos|wo|wohin|können sie|kannst du|soll ich|où|pouvez-vous|peux-tu|dónde|puedes?) )|(?<!(?:anything|nothing|all|everything|everyone|day|time|any)),? (?:but|however|though|although|whereas|yet|aber|jedoch|allerdings|sondern|dafür|mais|cependant|par contre|en revanche|toutefois|pero|sin embargo|aunque|sino|en cambio)(?![\p{L}])| - )/u;
