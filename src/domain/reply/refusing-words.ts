/**
 * What refuses, puts off or hands over, in four languages: each list has a paragraph a language (English, German, French, Spanish).
 * Patterns are read against one clause or sentence in the form of `readable`. Words decide nothing alone: `meaning.ts` weighs them.
 */
import { wholeWords } from "./role.ts";

/** A request never to be written to again. Stopping by, stopping over and stopping at a place are not. */
export const optOut = wholeWords(`
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

  (?:bitte )?(?:abmelden|austragen)
  (?:ich )?(?:möchte|will|wünsche) (?:\\p{L}+ ){0,3}(?:keine (?:weiteren )?(?:e-?mails|mails|nachrichten|kontakt\\p{L}*)|nicht (?:mehr|weiter) (?:kontaktiert|angeschrieben))(?: \\p{L}+){0,4}
  lassen sie mich (?:bitte )?in ruhe

  (?:merci de |veuillez |s'il vous plaît,? )?(?:ne (?:plus|pas) (?:m(?:e |'))?(?:écrire|contacter|envoyer|solliciter|recontacter|relancer)|ne m'(?:écrivez|envoyez|contactez|écris|envoie) plus|ne me (?:contactez|recontactez|sollicitez|relancez|contacte) plus|arrêtez de (?:m'|me )|cessez de (?:m'|me ))(?:\\p{L}+)?

  (?:me )?(?:désinscri\\p{L}+|désabonn\\p{L}+)
  (?:retirez|supprimez|enlevez|retirer|supprimer)(?:-moi| moi| mon (?:adresse|nom|mail|e-?mail)| mes (?:données|coordonnées))

  (?:me |m'|nous )(?:retirer|supprimer|enlever|rayer|effacer|désinscrire|désabonner)(?: de)?
  je ne (?:souhaite|veux|désire) plus (?:recevoir|être contacté)\\p{L}*|laissez[- ]moi tranquille

  (?:por favor,? )?(?:no (?:me|nos) (?:escriba|escribas|contacte|contactes|envíe|envíes|mande|mandes|llame|moleste|vuelva a (?:escribir|contactar)|vuelvas a (?:escribir|contactar))n?|dejen? de (?:escribir|enviar|mandar|contactar|molestar)(?:me|nos)?|deja de (?:escribir|enviar|mandar|contactar|molestar)(?:me|nos)?)

  (?:darme|dame|denme|deme|dar) de baja
  (?:elimine|elimina|borre|borra|quite|quita|eliminen|borren)(?:me|n)? (?:mi|mis|de)|elimíneme|bórreme
  no (?:deseo|quiero) (?:recibir|que me)(?: \\p{L}+){0,4} ?(?:más|contact\\p{L}*)|déj[ea]n?me en paz
`);

/** Alone on their line these are the old command of mailing lists. */
export const optOutAlone =
  /^(?:stop|unsubscribe|remove|opt out|abmelden|austragen|désinscription|désabonnement|désinscrire|baja|cancelar suscripción)[.! ]*$/u;

export const decline = wholeWords(`
  not (?:really |particularly |currently |at all )?interested(?: in)?
  (?:it's )?a (?:clear |firm |polite )?no from (?:me|us)|no interest(?! rate)
  (?:i|we) (?:have|see) no (?:interest|need)
  (?:don't|do not) see (?:a |any |the |much )?(?:fit|need|point|use|value)
  isn't (?:for me|a fit|relevant|of interest)|not (?:for me|a fit|a good fit|relevant|something (?:i|we))

  no,? thanks?(?: you)?|no thank you|thanks?(?: you)?,? but no(?:,? thanks?)?|thank you,? but no
  i(?:'ll| will| must| have to| need to| would rather)? (?:have to |need to )?(?:pass|decline)(?: on (?:this|that|it))?
  (?:i(?:'m| am)|we(?:'re| are)) (?:going to|gonna) pass
  (?:already|currently) (?:work|working|use|using|have|covered|set up)(?: with)? (?:someone|somebody|a (?:partner|provider|supplier|vendor|solution|tool)|another (?:partner|provider|supplier))
  (?:already|all) (?:covered|sorted|set)(?: here)?(?=$|[.,;!])|we(?:'ll| will) pass|hard pass
  (?:won't|will not) (?:be needing|need) (?:it|this|that|one|your \\p{L}+)
  (?:do not|does not|don't|doesn't) make (?:much |any )?sense
  (?:do not|don't) (?:think|believe|feel) (?:\\p{L}+ ){0,6}(?:makes? (?:much |any )?sense|(?:is|are) (?:needed|necessary|useful))
  (?:a meeting|meeting|it|this|that) makes no sense
  (?:decided|chosen|chose|opted) (?:to (?:go|work|stay) with|for|on|against) (?:another|someone|somebody|a different|an? other|the other|our (?:current|present)|it|this)
  (?:going|went|gone) with (?:another|someone|somebody|a different)
  (?:i|we) (?:do not|don't) (?:need|require) (?:it|this|that|any|anything|one)

  (?:kein(?:en|e)?|keinerlei) (?:interesse|bedarf)|(?:bin|sind) (?:\\p{L}+ ){0,2}nicht interessiert
  nicht (?:von )?interesse|nein,? danke|danke,? nein
  (?:muss|möchte|will) (?:\\p{L}+ ){0,3}(?:absagen|ablehnen|verzichten)
  (?:das )?(?:ist|wäre) nichts für (?:mich|uns)|anders entschieden
  (?:bin|sind) (?:schon |bereits |gut |bestens )*versorgt
  (?:brauche|benötige|brauchen|benötigen) (?:wir|ich) (?:\\p{L}+ ){0,2}nicht(?! (?:mehr )?(?:zu|weiter))
  (?:für|gegen) (?:einen anderen|eine andere|ein anderes|ein treffen|das treffen) \\p{L}* ?entschieden
  nicht (?:weiterführen|weiterverfolgen|fortsetzen|fortführen)
  (?:schon|bereits) (?:mit )?(?:jemandem|jemanden|einen (?:partner|anbieter|dienstleister)|einem (?:partner|anbieter|dienstleister)|versorgt)

  pas (?:du tout |vraiment )?intéressée?s?|pas d'intérêt|sans intérêt|non,? merci|merci,? mais non
  je (?:préfère|dois|vais) (?:\\p{L}+ ){0,2}(?:décliner|refuser|passer mon tour|pas donner suite)
  donner(?:ai|ons) (?:\\p{L}+ ){0,2}pas suite
  pas besoin (?:de (?:cela|ça|vos? \\p{L}+)|pour (?:le moment|l'instant))
  ne (?:souhaite|souhaitons) pas (?:donner suite|\\p{L}+)|je ne suis pas preneu\\p{L}+|ça ne m'intéresse pas
  cela ne m'intéresse pas|déjà (?:avec )?(?:quelqu'un|un (?:autre )?(?:prestataire|partenaire|fournisseur))

  no (?:me|nos) interesa|no (?:estoy|estamos) (?:interesad[oa]s?|\\p{L}+ interesad[oa]s?)|no,? (?:muchas )?gracias
  gracias,? pero no|(?:tengo|debo|prefiero) (?:\\p{L}+ ){0,2}(?:declinar|rechazar)
  no (?:lo|la|los|las) necesit(?:o|amos)|no es lo que (?:busc|necesit)\\p{L}+|no es para (?:mí|nosotros)
  ya (?:trabajamos|trabajo|tenemos|tengo) (?:con )?(?:alguien|un (?:proveedor|socio))
`);

/** Refuses whatever stands beside it: the meeting where no time does. */
export const ratherNot = wholeWords(`
  (?:i'd|i would|we'd|we would) (?:much )?rather not|(?:i|we|i'd|we'd) prefer not to

  lieber nicht

  (?:je|nous) préf(?:ère|érons|érerais) (?:ne pas|éviter)

  prefiero no|preferiría no
`);

/** Not now. */
export const later = wholeWords(`
  not this (?:month|quarter|year)
  (?:not|isn't|bad) (?:\\p{L}+ ){0,3}(?:right |good |best |great )?(?:now|time|moment|timing)
  (?:swamped|slammed|buried|snowed under|flat out|too busy|very busy|extremely busy|crazy busy)(?: \\p{L}+){0,4}
  (?:circle|check|come|get|reach|loop) back|try (?:me )?again
  (?:ask|ping|contact|email|write to|reach out to|get in touch with) me (?:again )?(?:in|after|next|later|once|when|towards)
  (?:get in touch|reach out|follow up|be in touch|reconnect|revisit|talk|speak|catch up|pick this up|touch base) (?:again )?(?:in|after|later|once|next|towards)
  some other time|another time|down the road|at a later (?:date|time|point)
  later (?:this|in the) (?:year|month|quarter)
  after (?:the )?(?:holidays?|christmas|new year|easter|summer|break|vacation|parental leave|maternity leave)
  next quarter|in the new year|postpone|put (?:this|it) off|on hold|in a few (?:weeks|months)
  not (?:until|before) (?:\\p{L}+ ){0,3}(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|next year|next month)

  (?:gerade|derzeit|aktuell|momentan|im moment|zurzeit|zur zeit|jetzt) (?:\\p{L}+ ){0,4}(?:nicht|keine zeit|schlecht|ungünstig|viel|voll)
  (?:kein|nicht der) (?:guter|richtige|richtiger|günstiger) (?:zeitpunkt|moment)
  zu (?:einem )?späteren (?:zeitpunkt)?
  (?:melden|melde|meldet) (?:sie )?(?:sich|dich|mich) (?:\\p{L}+ ){0,4}(?:im|in|nach|ab|wieder|nochmal)
  nach (?:den )?(?:\\p{L}*ferien|feiertagen|weihnachten|ostern|dem sommer|dem urlaub|neujahr)|im neuen jahr
  (?:auf )?später verschieben|ein andermal|nächstes quartal
  (?:diesen monat|dieses (?:quartal|jahr)) (?:\\p{L}+ ){0,3}(?:nicht|nichts)(?! vor)
  (?:fragen|frag|versuchen|versuch|probieren|probier) (?:sie )?(?:es )?(?:gerne? )?(?:danach|dann|später|im|nach) (?:\\p{L}+ ){0,3}(?:wieder|nochmals?|noch einmal)
  vor (?:ostern|weihnachten|pfingsten|den ferien|dem sommer|dem urlaub|april|mai|juni|herbst) (?:\\p{L}+ ){0,4}(?:nicht|nichts|keine?)
  erst (?:wieder )?(?:im|ab|nach) (?:\\p{L}+)

  (?:pas|plus) (?:le (?:bon )?moment|maintenant|pour l'instant|en ce moment|disponible avant)
  (?:débordée?s?|surchargée?s?|très prise?s?) (?:\\p{L}+ ?){0,4}
  (?:recontactez|relancez|recontacte|rappelez|réécrivez)[- ]?(?:moi)?|revenez vers moi
  plus tard (?:dans l'année|cette année|en)|une autre fois|pas (?:ce mois|ce trimestre|cette année)
  après (?:les (?:vacances|fêtes)|noël|pâques|l'été|la rentrée)|l'année prochaine|au printemps|en début d'année
  à la rentrée|reparlons[- ]?en|on en reparle|le trimestre prochain

  (?:no es (?:un |el )?(?:buen |mejor )?momento|ahora (?:mismo )?no|en este momento no|ahora mismo (?:\\p{L}+ ){0,3}(?:liad[oa]|ocupad[oa]|hasta arriba))
  (?:hasta arriba|muy liad[oa]|desbordad[oa])(?: \\p{L}+){0,3}
  (?:escr[ií]b[ea]me|cont[aá]ct[ea]me|hablamos|retomamos|lo retomamos|volvemos a hablar|vuelve a escribirme) (?:\\p{L}+ ){0,3}(?:en|después|tras|a partir|más adelante|dentro)
  más adelante|este (?:mes|trimestre|año) no|en otra ocasión|en otro momento
  después de (?:las (?:vacaciones|fiestas)|navidad|semana santa|verano|reyes)|a la vuelta de|el próximo trimestre
  para (?:la )?primavera
`);

export const delegate = wholeWords(`
  my (?:assistant|pa|ea|secretary|colleague|office|team|executive assistant|chief of staff|co-?founder)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:will|can|is going to|handles|manages|takes care|shall|would|looks after|is copied|is cc'?e?d|should)
  (?:please |best |kindly )?(?:contact|write to|talk to|speak (?:to|with)|coordinate with|arrange (?:it |this |that )?with|get in touch with|reach out to|liaise with|schedule (?:it |this )?with|work with|check with|sort (?:it |this )?out with|set (?:it|this) up with) (?:my (?:assistant|pa|ea|secretary|colleague|office)|\\p{L}+ (?:\\(|who|in (?:my|our)|from (?:my|our)|directly|instead|\\w+@))
  (?:cc'?ing|copying|looping in|adding|i've (?:cc'?d|copied|added|looped in)|i have (?:cc'?d|copied|added)|cc'?d|in cc|copied here|\\+ ?(?=\\p{L}+ (?:who|to))) ?(?:in )?(?:\\p{L}+)(?: (?:here|who|to|in|for|from|\\p{L}+))?
  (?:arrange|set|sort|fix|organi[sz]e|book|agree|settle) (?:it |this |that |a time |everything )?(?:up |out )?with \\p{L}+, (?:who|she|he|they)
  (?:keeps?|manages?|runs?|handles?|looks? after|takes? care of) (?:my (?:diary|calendar|schedule|appointments|bookings)|all (?:of )?(?:this|that|these)|these things)
  (?:is|she's|he's) in copy
  (?:she|he|they) (?:will|can) (?:find|arrange|coordinate|schedule|organi[sz]e|set up|sort|book|help (?:us )?(?:find|schedule|with))

  (?:meine?(?:r|n)?|unsere?(?:r|n)?) (?:assistent(?:in)?|assistenz|sekretariat|sekretärin|kollegin|kollegen?|büro|vorzimmer|team)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:wird|kann|meldet|kümmert|übernimmt|koordiniert|macht|vereinbart|stimmt|regelt)
  (?:wenden sie sich|wende dich|sprechen sie|stimmen sie (?:sich|das)|vereinbaren sie (?:das|es|bitte)|melden sie sich) (?:bitte )?(?:\\p{L}+ ){0,3}(?:an|mit|bei) (?:meine|frau|herrn|unser)
  (?:klären|besprechen|regeln|machen|vereinbaren|koordinieren) sie (?:das|es|alles|den termin)?(?: bitte)? ?(?:\\p{L}+ ){0,2}mit (?:frau|herrn|mein\\p{L}*|unser\\p{L}*)
  (?:klär|klärt|besprich|regle|mach) (?:das|es) (?:bitte )?mit (?:frau|herrn|mein\\p{L}*|unser\\p{L}*)
  (?:führt|verwaltet|macht|pflegt) (?:meinen|meine|unseren) (?:kalender|termine|terminkalender)
  (?:habe|nehme|setze) (?:\\p{L}+ ){0,4}(?:in cc|in kopie|cc)|in (?:cc|kopie)

  mon (?:assistante?|secrétaire|secrétariat|collègue|équipe|associée?|adjointe?)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:va|peut|pourra|se charge|prendra|s'occupe|vous|organisera|fixera|gère)
  ma (?:secrétaire|collègue|collaboratrice|assistante)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:va|peut|se charge|prendra|s'occupe|vous|organisera|fixera|gère)
  (?:contactez|adressez[- ]vous|voyez|voyez avec|prenez contact avec|rapprochez-vous de|merci de (?:voir|contacter)) (?:\\p{L}+ ){0,3}(?:mon|ma|avec mon|avec ma|à mon|à ma|de mon|de ma)
  (?:je mets|j'ajoute|j'ai mis|mis[e]?|je copie) (?:\\p{L}+ ){0,4}(?:en copie|en cc)|en copie

  mi (?:asistente|secretari[oa]|compañer[oa]|ayudante|equipo|colega|oficina)(?:,? \\p{L}+(?: \\p{L}+)?,?)? (?:va a|puede|se encarga|se encargará|coordinará|le|te|lo|organiza|gestiona|cerrará|buscará)
  (?:contacte|contacta|hable|habla|escriba|escribe|coordine|coordina|concrete|concreta|póngase en contacto|ponte en contacto|coordinad|háblelo|háblalo|véalo|velo)l?o? (?:con|a) (?:mi|nuestr)
  (?:lleva|gestiona|maneja) (?:mi|nuestra) (?:agenda|calendario)
  (?:pongo|copio|añado|he puesto|he copiado|agrego|incluyo) (?:\\p{L}+ ){0,4}(?:en copia|a mi|en cc)|en copia
`);

export const noneOfThem = wholeWords(`
  none of (?:those|these|them|the (?:times|slots|dates|options))
  (?:can't|cannot|can not|won't|unable to|not able to) (?:do|make|manage) (?:any|either|that|those|these|it)
  (?:those|these|neither|that) (?:\\p{L}+ ){0,2}(?:don't|doesn't|do not|does not|won't|will not) (?:work|suit)
  neither (?:works|of|suits)|fully booked|booked solid

  keiner (?:der|davon|von)|leider (?:keiner|keine)
  (?:passt|passen|geht|gehen) (?:\\p{L}+ ){0,3}(?:nicht|leider nicht|alle nicht)|ausgebucht

  aucun (?:de|des|ne)|aucune de
  ne (?:me |nous )?(?:convien\\p{L}*|va|vont|march\\p{L}*|sont|est) (?:malheureusement |hélas )?(?:pas|plus|jamais)(?: possibles?)?

  ninguno (?:de|me)|ninguna de
  no (?:me |nos )?(?:va|viene|vienen|van|encaja|encajan|queda|quedan)(?: bien| ninguno)?|no puedo en ninguno
`);
