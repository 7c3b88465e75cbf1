/**
 * How questions are put, and where a sentence turns, in four languages: each list has a paragraph a language (English, German,
 * French, Spanish).
 * Patterns are read against one clause or sentence in the form of `readable`. Words decide nothing alone: `meaning.ts` weighs them.
 */
import { alternativesOf, wholeWords } from "./role.ts";

/** Asks whether an offered time stands, or which was meant: no proposal and no yes. */
export const asksBack = wholeWords(`
  still (?:free|available|open|possible|on|good|okay|ok|work|works|on offer)|(?:did|do) you mean|you mean|was it
  be (?:by (?:phone|video)|in person|online|remote|virtual|on (?:zoom|teams))

  noch (?:frei|möglich|verfügbar|zu haben|aktuell)|(?:meinten|meinen) sie|meinst du|meintest du

  (?:encore|toujours) (?:libre|disponible|possible|d'actualité)|(?:vous voulez|tu veux|vous vouliez|tu voulais) dire

  (?:sigue|todavía|aún)(?: está)? (?:libre|disponible|posible|en pie)|(?:quieres|quiere|querías|quería) decir
  (?:te|se) (?:refieres|refiere|referías|refería)
`);

/** Asks what the writer of the offer meant, in days that need not be offered. */
export const asksWhich = wholeWords(`
  (?:did|do) you mean|you mean

  (?:meinten|meinen) sie|meinst du|meintest du

  (?:vous voulez|tu veux|vous vouliez|tu voulais) dire

  (?:quieres|quiere|querías|quería) decir|(?:te|se) (?:refieres|refiere|referías|refería)
`);

export const asks = wholeWords(`
  what|which|where|who|why|how (?:long|much|many|about|do|would|will|come)
  could you (?:tell|send|share|explain|clarify|give|let)|can you (?:tell|send|share|explain|clarify|give|let)
  remind me|more (?:details|information|info|context)

  worum|was genau|welche[rns]?|warum|wieso|wie (?:lange|viel)|können sie (?:mir )?(?:mehr|sagen|schicken)
  mehr (?:informationen|details)

  de quoi|pourquoi|quel(?:le)?s?|combien|pouvez-vous|pourriez-vous|plus (?:de détails|d'informations)

  de qué|por qué|cuál|cuánto|quién|dónde|(?:puede|podría|puedes|podrías) (?:decirme|enviarme|contarme|explicarme)
  más (?:detalles|información)
`);

/** A question that would change what was agreed: the time, or who comes. */
export const asksForChange = wholeWords(`
  instead|in my (?:place|stead)|on my behalf|another|(?:the|any) others?|something else|some(?:one|body) else
  any(?:one|body) else|better|earlier|later|sooner|cancel\\p{L}*|mov(?:e|ed|ing)|shift\\p{L}*|push\\p{L}*
  postpon\\p{L}*|re-?schedul\\p{L}*|chang\\p{L}*|swap\\p{L}*|switch\\p{L}*|skip\\p{L}*|take (?:it|over|this|that)
  for sure|not|no

  stattdessen|(?:an)?statt|an meiner stelle|für mich|jemand\\p{L}*|anders|andere\\p{L}*|besser|lieber|früher|später
  absag\\p{L}*|verschieb\\p{L}*|verleg\\p{L}*|tausch\\p{L}*|änder\\p{L}*|übernehmen|vertret\\p{L}*

  plutôt|à ma place|pour moi|quelqu'un|autres?|mieux|plus (?:tôt|tard)|annul\\p{L}*|report\\p{L}*|décal\\p{L}*
  déplac\\p{L}*|chang\\p{L}*|remplac\\p{L}*

  en mi lugar|por mí|alguien|otr[oa]s?|mejor|antes|más tarde|cancel\\p{L}*|aplaz\\p{L}*|mover|cambi\\p{L}*
  sustitu\\p{L}*|en (?:vez|lugar)
`);

/** A question that would change where or how they meet, or what it takes: not the owner's yes alone answers it. */
export const asksForMuch = wholeWords(`
  cost|costs|pay|pays|paying|paid|charge|charges|fee|fees|price|expenses|reimburs\\p{L}*|(?:coming|come|travel|drive|fly|get) (?:\\p{L}+ )?(?:to|over|up|down|out|here)(?! (?:you|your)(?!\\p{L}))
  mind(?! (?:sending|sharing|forwarding|popping|putting))|really|seriously|serious|sure|(?:on|by|via|over) (?:phone|video|zoom|teams|skype)|video|remote\\p{L}*|online|virtual\\p{L}*|in person|your end|my place|our (?:office|place)
  longer|shorter|an hour|two hours|half|bring (?!(?:you )?(?:anything|something|any|the|my|a(?!\\p{L})|some|along|cake|coffee|lunch|biscuits|wine|croissants))\\p{L}+

  kostet|kosten|zahlt|zahlen|bezahl\\p{L}*|honorar|preis|spesen|(?:nach|zu (?:uns|mir|meinem|unserem)) (?:\\p{L}+ )?kommen|kommen sie (?:nach|zu)|kommst du (?:nach|zu)|herkommen|vorbeikommen|wirklich|ernsthaft|echt|sicher|per (?:video|telefon|zoom|teams)|video|online|telefonisch|persönlich|bei (?:uns|mir)|länger|kürzer|stunde\\p{L}*

  coût\\p{L}*|paie|payer|payez|paye|tarif|prix|frais|honoraires|(?:venir|vous déplacer|passer) (?:à|chez|en|dans|jusqu)|vous déplacer|vraiment|sérieusement|sûre?s?|en visio|par (?:téléphone|visio)|visio|en ligne|à distance|en personne|chez (?:moi|nous)|une heure|deux heures|longtemps

  cuest\\p{L}*|costar\\p{L}*|pag(?:a|ar|as|amos|o)|tarifa|precio|gastos|honorarios|venir|acercar\\p{L}*|desplazar\\p{L}*|pasar por|en serio|de verdad|segur[oa]|por (?:teléfono|vídeo|video|zoom|teams)|vídeo|videollamada|en línea|a distancia|en persona|una hora|dos horas|más (?:largo|corto)
`);

/** A question beside a yes that whoever said yes may ask: how they are, where to, what to bring or send, a table, milk and sugar. */
export const asksLittle = wholeWords(`
  (?:where|which (?:café|cafe|place|room|entrance|door|floor|restaurant|number|building|office)|what(?:'s| is) (?:the|your|new|happening)(?: \\p{L}+)?(?: address| number| link| code| postcode| name of| dress code)?(?! (?:about|agenda|purpose|topic|point|plan))|same place|usual place|the usual|at yours|your place|your office|by the canal)
  (?:shall|should|can|could|may|do|will) (?:i|we) (?:\\p{L}+ )?(?:book|reserve|bring|send|make|get|order|grab|come (?:to|by) (?:you|your)|park|ring|dial|call|set|put|sort|organise|organize|arrange a table|meet|eat|order|cook|bake|pick you up|need to bring)
  (?:could|can|would|will) you (?:please |kindly |just |also )?(?:send|share|forward|text|book|reserve|put|drop|ping|e-?mail|pop|confirm the (?:address|place|room)|remind me (?:of the|where))|how(?:'s| is| are| was| were| did| have| about you)|hows|did you|have you (?:seen|read|heard|been|had|tried|eaten|found)|do you (?:like|take (?:milk|sugar)|drink|eat|remember|still (?:have|play|like|live|make|drink))|is there (?:parking|somewhere to park|a|any)|are there|would you mind (?:sending|sharing|forwarding|popping|putting)|is (?:the )?parking (?:easy|ok|okay|possible|free|available)|(?:can|could) you believe|you well|and you|all (?:well|good)|fancy|coffee|tea|cake|milk|see you then|remember|who(?:'d| would) have thought|right|ok|okay|deal

  wo(?:hin)?|welche\\p{L}* (?:café|raum|eingang|stock|nummer|adresse|lokal|restaurant)|soll(?:en)? (?:ich|wir)|(?:kann|darf|dürfen|können) (?:ich|wir)(?: \\p{L}+){0,5} (?:mitbringen|parken|bringen|schicken|reservieren|buchen|bestellen|essen)|(?:schicken|schickst|können sie|kannst du|könnten sie|könntest du)(?: \\p{L}+){0,6} ?(?:schicken|senden|einladung|link|adresse|mailen|reservieren|buchen)?|kann man(?: \\p{L}+){0,4} parken|gibt es|wie (?:geht|war|läuft|gehts|geht's|lautet|ist die|fandest|fanden)|hast du|haben sie (?:gut|schon|den|das|die)|was macht|trinkst|trinken sie|magst|mögen sie|und (?:dir|ihnen|du|selbst)|kaffee|tee|kuchen|bei (?:dir|ihnen|euch)|gleicher ort|wie immer|(?:oder|gell|nicht wahr)(?=[?! ]*$)|okay

  où|quelle? (?:adresse|salle|entrée|café|étage|numéro|restaurant|lieu)|(?:est-ce que )?(?:je|dois-je|puis-je|on|voulez-vous que je)(?: \\p{L}+){0,3} ?(?:réserv|apport|amèn|envoi|command|prépar|gare|stationn|rendez-vous)\\p{L}*|(?:pouvez-vous|peux-tu|pourriez-vous|pourrais-tu|tu peux|vous pouvez)(?: \\p{L}+['’ -]){0,4} ?(?:envoyer|confirmer (?:l'adresse|le lieu)|donner|réserver|rappeler (?:l'adresse|où))|(?:tu|vous) (?:m'|nous )envo(?:ies|yez)|comment (?:vas|allez|va|ça|se)|ça va|et (?:toi|vous|le|la|les)|(?:peut-on|on peut|c'est facile de|facile de) (?:\\p{L}+ ){0,2}(?:garer|stationner)|y a-t-il|il y a|tu (?:te souviens|aimes|prends|bois)|vous (?:vous souvenez|aimez|buvez)|au même endroit|comme d'habitude|chez (?:vous|toi)|à (?:votre|ton) bureau|café|thé|on se retrouve|on se voit

  dónde|qué (?:dirección|sala|café|número|tal|piso|planta)|(?:reservo|llevo|traigo|pido|preparo|puedo (?:aparcar|llevar)|quieres que|quiere que)|(?:puedes?|podrías?|me) (?:\\p{L}+ )?(?:enviar|mandar|pasar|mandas|envías|envía|manda|pasas)\\p{L}*|cómo (?:estás|está|va|te|le|andas|fue)|qué cuentas|y (?:tú|usted|vos|la|el|los)|(?:se puede|es fácil) (?:aparcar|estacionar)|se (?:aparca|estaciona)|hay (?:parking|aparcamiento|estacionamiento|dónde estacionar|algún|sitio)|te (?:acuerdas|gusta|apetece)|le (?:gusta|apetece)|donde siempre|en el sitio de siempre|en (?:tu|su|vuestra) (?:oficina|despacho|casa)|café|té|todo bien|nos vemos (?:allí|entonces)
`);

/** All that stands around the time in "Could we go with Tuesday at 10?". */
export const toTake = new RegExp(
  `^(?:${alternativesOf(`
    (?:(?:could|can|shall|may|might) (?:we|i) (?:please |perhaps |then )?(?:go with|go for|do|take|have|book|say|meet|meet on|keep|choose|make it)|would it be ok to take|how about)(?: the)?(?: (?:slot|one))?(?: (?:then|please|perhaps))*
    (?:könnten|können|wollen|sollen) wir (?:uns |dann |bitte |den |die |es )*(?:nehmen|machen|treffen|sagen|festhalten|sprechen)|(?:kann|könnte|darf) ich (?:bitte )?(?:den )?nehmen|nehmen wir|machen wir
    (?:pourrait-on|peut-on|pouvons-nous|pourrions-nous|on peut|on pourrait) (?:dire|prendre|retenir|faire|fixer|partir sur|se voir|garder)(?: (?:alors|donc|le))*|on (?:dit|prend|fait|part sur)(?: (?:alors|donc|le))*
    (?:podemos|podríamos|puedo|podría) (?:quedar|tomar|hacerlo|dejarlo|vernos|elegir|coger|agendar|reservar)(?: (?:en|el|la|para|entonces))*|(?:quedamos|nos vemos|lo dejamos|hacemos)(?: (?:en|el|para|entonces))*
  `)})$`,
  "u",
);

/** How a question begins; a tag ("does it?") is none. */
export const questionOpens = new RegExp(
  `^(?:and |und |et |y )?[¿ ]*(?:${alternativesOf(`
    where|what|who|how|which|why|could (?:you|we|i)|can (?:you|we|i)|would (?:you|it|that)|will you|shall (?:i|we)
    should (?:i|we)|do you|is there|are you|wo|wohin|was|wer|wie|welche[rs]?|können (?:sie|wir)|kannst du
    könnten (?:sie|wir)|soll(?:en wir| ich)|schicken sie|où|que|qui|comment|quel(?:le)?|pouvez-vous|peux-tu
    pourriez-vous|dois-je|est-ce que|dónde|qué|quién|cómo|cuál|puedes?|podrías?
  `)})(?![\\p{L}])`,
  "u",
);

/** Splits a sentence where the view turns. */
export const turn = new RegExp(
  alternativesOf(`
    [;]|, (?=(?:as|since|because|weil|da|denn|car|parce que?|porque|ya que) )
    , (?=so (?!that|far|long|much|as |i can))
    , (?=(?:and |und |et |y )?[¿ ]*(?:where|what time|who|how (?:do|long|will)|(?:could|can|would|will) (?:you|we)|shall (?:i|we)|(?:how|what) about|wie wäre|ginge|geht auch|können wir|könnten wir|pourr(?:ions|ait)-(?:nous|on)|peut-on|qué tal|podríamos|podemos|wo|wohin|können sie|kannst du|soll ich|où|pouvez-vous|peux-tu|dónde|puedes?) )
    (?<!(?:anything|nothing|all|everything|everyone|day|time|any)),? (?:but|however|though|although|whereas|yet|aber|jedoch|allerdings|sondern|dafür|mais|cependant|par contre|en revanche|toutefois|pero|sin embargo|aunque|sino|en cambio)(?![\\p{L}])
    [ ]-[ ]
  `),
  "u",
);

/** "Could Ben take it?": whether somebody else may come. Read in the sentence as written. */
export const asksForSomebody =
  /(?<!\p{L})(?:(?:[Cc]an|[Cc]ould|[Mm]ay|[Ww]ill|[Kk]ann|[Dd]arf|[Kk]önnte|[Pp]uede|[Pp]odría|[Pp]ourrait|[Pp]eut)(?: ir| venir| estar)? \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ (?:peut|pourrait|viendrait)-(?:il|elle))(?!\p{L})/u;
