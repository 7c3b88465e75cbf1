/** Frames of German asides and what may not stand in them (`asides.ts`). */
import { type AsideWords, alternatives } from "./aside-frame.ts";

/** Verbs of the writer in their first persons: "bringe", "bring", "bringen". */
const deeds = alternatives(`
  bring|zeig|back|bestell|kauf|besorg|reservier|stell|leg|pack|druck|les|schreib|sammel|sammle|sammeln|leih|erzähl
  erklär|freu|probier|kost|hör|empfang|begrüß|schenk|übernehm|zahl|bezahl
  koch (?:uns|dir|ihnen|euch|für uns|kaffee|tee|etwas|was)|koche? (?:uns|dir|ihnen|euch|für uns|kaffee|tee|etwas|was)
  mache? (?:uns|dir|ihnen|euch|kaffee|tee|kuchen)|hole? (?:dich|sie|euch) (?:am|vom|unten|an der|vor)
  lade? (?:dich|sie|euch)(?: (?:gerne?|herzlich|zum|auf|zu))+|führe? (?:dich|sie|euch) (?:gerne? )?(?:herum|durch)
  warte? (?:unten|vor|am|im foyer|in der|auf dich|auf sie|auf euch|draußen)
  trage? (?:eine?n?|den|die|das) (?:\\p{L}+ )?(?:schal|jacke|mantel|hut|mütze|brille|kleid|hemd|pullover|rucksack)
  sitz(?:e|en)? (?:direkt|gleich|genau|hinten|vorne|oben|unten|im \\p{L}+ stock|am fenster|auf der terrasse)
  hab(?:e|en)?(?: (?:noch|auch|schon|ja|so|ganz|sehr))* (?:viel|viele|einige|ein paar|lauter|spannende|neue|gute|tolle|etwas|was|schöne|interessante)
  (?:wohn|arbeit)(?:e|en)? (?:direkt|gleich|nebenan|um die ecke|ganz in der nähe|gegenüber)
  bin(?: (?:schon|sehr|so|ja|auch|ganz|wirklich|mega|total|riesig))* (?:gespannt|neugierig|begeistert|beeindruckt|dankbar|froh|der mit|die mit|in der nähe|direkt|gleich um|gerade dabei|ein großer fan)
  sind(?: (?:schon|sehr|so|ja|auch|ganz|wirklich))* (?:gespannt|neugierig|begeistert|beeindruckt|dankbar|im \\p{L}+ stock|in der nähe|direkt|gleich um)
`);
const done = alternatives(`
  gelesen|gesehen|gehört|gebaut|gebacken|gedruckt|gemalt|gezeichnet|geschrieben|gefunden|gesammelt|vorbereitet
  gekauft|mitgebracht|fertiggestellt|fertig|ausprobiert|entdeckt|gelernt|gelacht|gefreut|nachgedacht|genossen
  verschlungen|beeindruckt|begeistert|inspiriert|gefallen|geholfen|bewegt|berührt|bereichert|gemacht
`);

export const german: AsideWords = {
  leads: `
    und|also|dann|da|übrigens|ps|p\\.s\\.|ach|oh|ja|endlich|gerade|inzwischen|schließlich|außerdem|tatsächlich
    natürlich|gern|gerne|apropos|nebenbei|heute
  `,
  doing: `
    (?:die|der|meine|mein|unsere|unser) (?:kinder|kleine|kleinen|kleiner|große|buben|mädels|zwillinge|tochter|sohn|mann|frau) (?:ist|sind)(?: (?:da|dann|eh|ohnehin|sowieso|noch|um die zeit))* (?:in der|im|beim|bei der|bei den) (?:schule|kita|krippe|kindergarten|hort|turnen|fußball|training|schwimmen|oma|großeltern|arbeit|bett|ballett|musikschule)
    mein\\p{L}* (?:mann|frau|mutter|schwester|nachbarin) (?:schaut auf|passt auf|nimmt|hütet|übernimmt) die (?:kinder|kleinen|zwillinge|hunde|kleine)(?: auf)?
    (?:da )?bin ich(?: (?:da|dann|schon|längst|eh))* (?:mit (?:der|dem|den|meiner|meinem) \\p{L}+ )(?:durch|fertig)|da (?:mache|mach|habe|hab) ich (?:eh|sowieso|ohnehin|immer|gerade)? ?(?:mittagspause|pause|feierabend|mittag)
    ich habe (?:danach |davor |vorher |nachher )?(?:sowieso |ohnehin |eh )?in der (?:nähe|gegend|ecke|stadt|straße) zu tun
    (?:herzlichen |meinen |alles )?(?:glückwunsch|glückwünsche|gratulation|gratuliere)(?: (?:zu|zum|zur|noch|ihnen|dir|auch))*
    (?:direkt|gleich|genau) (?:vor|neben|hinter|gegenüber|unter|über)
    (?:ich|wir) (?:${deeds})(?:e|en|n)?
    (?:den|die|das|einen|eine|ein|unseren?|unsere|meinen?|meine|etwas|kaffee|kuchen|tee|kekse)(?: \\p{L}+){0,3} (?:bring|zeig|back|koch|bestell|kauf|besorg|pack|druck|hol|leg|stell|nehm)(?:e|en)? (?:ich|wir)(?: (?:ihnen|dir|euch|gerne?|dann|auch|natürlich))* ?(?:mit|bereit|raus|ein|aus|vor)?
    (?:bring|zeig|koch|back|bestell|besorg|hol|erzähl|erklär|pack|freu|les|mal|druck)(?:e|en)? (?:ich|wir|mich|dir|ihnen|euch|was|den|die|das|eine?n?)
    (?:ich|wir) (?:kann|können|werde|werden|möchte|möchten|würde|will|wollen|wollte|wollten|darf)(?: (?:ihnen|dir|euch|sie|dich|auch|gerne?|dann|endlich|unbedingt|schon|immer|uns|mir))* (?:(?!nicht|nie|kein)\\p{L}+ ){0,8}?(?:zeigen|mitbringen|vorstellen|erzählen|erklären|vorführen|mitgeben|geben|backen|kochen|hören|sehen|probieren|lernen|kennenlernen|vorbereiten|anschauen|ansehen|ausprobieren|lesen|begrüßen|empfangen|abholen|herumführen|teilen|danken)
    (?:kann|können|werde|darf) (?:ich|wir) (?:ihnen|dir|euch)
    (?:ich|wir) (?:habe?|haben)(?: \\p{L}+){0,10} (?:${done})
    (?:habe?|haben) (?:ich|wir)(?: \\p{L}+){0,10} (?:${done})
    (?:meine?|unsere?) (?:tochter|sohn|kinder|frau|mann|mutter|vater|eltern|hund|katze|team|kollegen|bruder|schwester|partner|partnerin) (?!(?:wird|kann|muss|will|soll)(?!\\p{L}))(?=.*(?<!\\p{L})(?:dich|dir|sie|ihnen|euch|dein\\p{L}*|ihr\\p{L}*)(?!\\p{L}))
    (?:(?:die|der|dem|am|an der|an dem) )?(?:rezeption|empfang|pförtner|pforte|portier) (?:weiß|ist|habe|hat|wird|erwartet|kennt)(?: (?:ich|man|wir|schon|sie|dich|bescheid|informiert|gesagt|gegeben|angemeldet))*
    mein (?:zug|flug|flieger|bus) (?:kommt|landet|ist) (?:schon |bereits )?(?:lange|weit|früh genug|rechtzeitig|pünktlich|gut|locker)(?: vorher| davor| früh)?(?: an| da)?
    (?:anbei|im anhang|unten|beigefügt) (?:ist|sind|finden|findest|findet|steht|noch|die|der|das)
    (?:die|meine|unsere) (?:adresse|nummer|anfahrt) (?:steht|ist|findest|finden|findet)
    (?:den|die|das|einen|eine) (?:\\p{L}+ )?(?:kaffee|kuchen|tee|kekse|rechnung|brezeln|croissants|wein|bier) (?:spendier|zahl|übernehm|bring|mach|back|koch|stell)(?:e|en)? (?:ich|wir)
    (?:wir|ich) (?:haben|hab|habe)(?: \\p{L}+){0,4} (?:kaffeemaschine|kaffee|tee|kuchen|aussicht|garten|terrasse|balkon|küche|kantine|hund|sofa|kekse|parkplatz|parkplätze|obst|büro|werkstatt|studio|laden)
    parken (?:können|kannst|könnt|geht|ist|lässt)
  `,
  telling: `
    (?:ich|wir) (?:habe?|haben)(?: \\p{L}+){0,10} (?:ge\\p{L}{2,24}(?:t|en)|\\p{L}{2,24}ge\\p{L}{2,24}(?:t|en)|\\p{L}{2,24}iert|(?:be|er|ver|ent|zer)\\p{L}{2,24}t)
    (?:ich|wir) (?:schulden?|beneiden?|bewundern?|bewundere|danken?|folgen?|wünschen?|verdanken?) (?:dich|dir|ihnen|euch|sie|dein\\p{L}*|ihren?|ihrem|ihrer)
    (?:sie|du|ihr) (?:werden|wirst|werdet|kannst|können|könnt|darfst|dürfen|findest|finden|findet|hast|haben|habt|bist|sind|seid)
        (?:unser|unsere|der|die|mein|meine) (?:hund|katze|kaffeemaschine|garten|kuchen)
  `,
  arriving: `
    (?:bitte |einfach |am besten )?(?:klingeln|klingel|klingelt|läuten|läute|klopfen|klopf|parken|park|folgen|folge|nehmen|nimm|drücken|drück|gehen|geh|kommen|komm|fahren|fahr|laufen|lauf|bringen|bring|steigen|steig|biegen|bieg|fragen|frag|melden|meld|suchen|such|achten|achte|ziehen|zieh|schauen|schau|sag|sagen)(?:e)? (?:sie|du|ihr|einfach|bitte|gerne?|am|an|bei|im|in|den|die|das|durch|hoch|rauf|rein|links|rechts|nach mir|mir|dich|sich)
    (?:einfach|bitte|am besten|gerne)(?: (?:\\p{L}+))? ?(?:klingeln|läuten|klopfen|parken|durchgehen|hochkommen|reinkommen|vorbeikommen|hereinkommen)
  `,
  greeting: `
    (?:\\p{L}+ ){0,4}?(?:lässt|lassen|läßt)(?: (?:sie|dich|euch|schön|herzlich|ganz|lieb|ihnen|dir))* (?:grüßen|grüssen)
    (?:\\p{L}+ ){0,3}?(?:grüßt|grüsst|grüßen|schickt|schicken|sendet)(?: (?:sie|dich|euch|ihnen|dir|herzlich|lieb|ganz|liebe|viele|herzliche))+(?: grüße)?
  `,
  things: `
    (?:der|die|das|unser|unsere|mein|meine|ihr|ihre|dein|deine|es gibt|gibt es|hier gibt es|bei uns gibt es|kaffee|tee|kuchen|parkplätze|zu finden)(?: \\p{L}+)?(?: \\p{L}+)? ?\\p{L}*(?:eingang|tür|türe|klingel|gebäude|büro|studio|werkstatt|haus|hof|café|cafe|bäckerei|restaurant|kantine|bar|terrasse|garten|parkplatz|parkplätze|parken|tiefgarage|garage|aufzug|lift|fahrstuhl|treppe|empfang|tor|stock|stockwerk|etage|zimmer|raum|bahnhof|station|haltestelle|ecke|straße|platz|laden|ort|bibliothek|markt|brücke|fluss|museum|hotel|schild|küche|kaffee|kuchen|tee|kekse|wlan)
    (?:wir|ich) (?:sitzen|sitze|sind|bin|wohnen|wohne|arbeiten|arbeite) (?:direkt|gleich|genau|im|in der|am|neben|gegenüber|hinter|über|unter|ganz|hinten|vorne|oben|unten)
    (?:man|sie|du) (?:findet|finden|findest|erkennt|erkennen|erkennst|sieht|siehst|sehen) (?:uns|mich|es|das|den|die|ihn)
  `,
  whereabouts: `
    am|an|auf|im|in (?:der|den|dem|einem|einer)|hinter|vor|neben|nahe|gegenüber|um|über|unter|bei|zwischen|rechts|links|oben|unten|draußen
    drinnen|durch|innen|hinten|vorne|direkt|gleich
    gut|gute|guter|gutes|schön|schöne|schöner|lecker|leckere|leckeren|besten?|beste|toll|tolle|frei|freie|genug
    genügend|kostenlose?|frisch|frische|frischen|heiß|rot|rote|grün|grüne|blau|blaue|gelb|gelbe|weiß|weiße|schwarz
    schwarze|klein|kleine|groß|große|alt|alte|neu|neue|immer
  `,
  praised: `
    (?:ihr|ihre|dein|deine|euer|eure|das|es|der|die|was für|wie|so|welch|sie (?:sind|waren|haben)|du (?:bist|warst|hast)|ihr (?:seid|wart|habt)|unser letztes|unsere letzte)
  `,
  praise: `
    gut|gute|guter|gutes|großartig\\p{L}*|toll|tolle|toller|tolles|schön|schöne|schöner|schönes|wunderbar\\p{L}*
    wunderschön\\p{L}*|fantastisch\\p{L}*|klasse|super|spannend\\p{L}*|interessant\\p{L}*|inspirierend\\p{L}*
    inspiriert|beeindruckend\\p{L}*|beeindruckt|begeistert|hilfreich\\p{L}*|nett|lieb|freundlich\\p{L}*|klug\\p{L}*
    genial\\p{L}*|lustig\\p{L}*|witzig\\p{L}*|spaß|freude|vergnügen|genuss|ehre|gefreut|gefallen|geholfen|hammer
    spitze|hervorragend\\p{L}*|ausgezeichnet\\p{L}*|köstlich\\p{L}*|lecker\\p{L}*|herrlich\\p{L}*|bewegend|schatz
    engel|held|heldin|fan|meisterwerk|lieblings\\p{L}*|lachen gebracht|aufschlussreich|anregend|lesenswert|sehenswert
  `,
  obstacles: `
    abgerissen|abriss|abreißen|eingefroren|allergisch|bettruhe|genehmigung\\p{L}*|heiser|bank|konten|abgezogen|gefeuert
    krankenhaus|spital|unfall|eingebrochen|einbruch|ausgesperrt|vermieter\\p{L}*|gestohlen|überfallen|gegeben|weitergegeben|verkauft
    visum|botschaft|reisepass|zu (?:weit|groß|klein|lang|teuer|alt|müde)|gebeten|übernimmt|übernehmen|übernomm\\p{L}*
    (?:wir|es) (?:sind|werden|kommen) zu (?:zweit|dritt|viert|fünft|sechst)|zu (?:zweit|dritt|viert|fünft|sechst)
    für (?:zwei|drei|vier|fünf|sechs|sieben|acht|zehn|\\d+) (?:leute|personen)|konkurr\\p{L}*|toi(?: toi)*|daumen|feiertag\\p{L}*
    straßen? (?:ist|sind|war|waren)|per (?:video|telefon)|telefonisch|persönlich (?=wäre|ist)|schöff\\p{L}*
    weiterge\\p{L}+|weiterleit\\p{L}*
    nicht|nichts|kein\\p{L}*|nie|niemals|niemand\\p{L}*|ohne|weder|kaum|nur|bloß|lediglich|außer|ausser|aber|jedoch
    doch (?!endlich)|sondern|obwohl|trotz\\p{L}*|allerdings|dennoch|sonst|oder|statt|anstatt|anstelle|wenn|falls
    sofern|ob|solange|sobald|vorausgesetzt|es sei denn
    vielleicht|eventuell|möglicherweise|womöglich|wahrscheinlich|vermutlich|wohl|angeblich|anscheinend|scheinbar
    offenbar|hoffentlich|hoffe|hoffen|glaube|glauben|denke|meine (?:dass|,)|vermute|fürchte|müsste\\p{L}*|müssen
    muss|sollte\\p{L}*|soll|könnte\\p{L}*|dürfte\\p{L}*|fast|beinahe|versuch\\p{L}*|wünschte|wäre gern|als ob|tue so
    absag\\p{L}*|abgesagt|verschieb\\p{L}*|verschoben\\p{L}*|verleg\\p{L}*|umbuch\\p{L}*|umplan\\p{L}*|änder\\p{L}*
    geändert\\p{L}*|storn\\p{L}*|streich\\p{L}*|gestrichen|ausfall\\p{L}*|ausgefallen|fällt|entfällt|fehl\\p{L}*
    verpass\\p{L}*|verzicht\\p{L}*|ablehn\\p{L}*|abgelehnt|zurückzieh\\p{L}*|vergiss|vergessen|vergesse
    aufgeb\\p{L}*|aufhör\\p{L}*|kündig\\p{L}*|gekündigt|raus|weg|fort
    geschlossen\\p{L}*|zu(?=[.! ]*$)|gesperrt|kaputt|abgebrannt|überflutet|voll|belegt|besetzt|vergeben|ausgebucht
    gebucht|beschäftigt|blockiert|versprochen|verplant|verhindert|unterwegs|verreis\\p{L}*|abwesend|krank\\p{L}*
    klinik|arzt|ärztin|zahnarzt|operation|op|termin\\p{L}*|beerdigung|hochzeit|gericht|prüfung|klausur|geburt|urlaub
    ferien|reise|reisen|flieg\\p{L}*|flug|flughafen|streik|stau|elternzeit|mutterschutz|rente|gestorben|tot|stirbt
    besichtigung|umzug|umziehen|ziehe um|baustelle|renovier\\p{L}*|brand|feuer
    er|ihm|ihn (?!mit)|jemand\\p{L}*|wer|chef\\p{L}*|vorgesetzt\\p{L}*|leiter\\p{L}*|assisten\\p{L}*|sekretär\\p{L}*
    kolleg\\p{L}*|partner\\p{L}*|team|mitarbeiter\\p{L}*|vorstand|anwalt|anwältin|polizei|frau|mann|kind
    kinder\\p{L}*|zwillinge|sohn|tochter|mutter|vater|mama|papa|eltern|bruder|schwester|tante|onkel|oma|opa
    großmutter|großvater|familie|freund\\p{L}*|nachbar\\p{L}*|kund\\p{L}*|patient\\p{L}*|student\\p{L}*
    schüler\\p{L}*|vertret\\p{L}*|stellvertret\\p{L}*|ersatz|nachfolg\\p{L}*|konkurrenz|investor\\p{L}*
    prüfer\\p{L}*|für mich|für uns(?= (?:kommt|geht))
    falsch\\p{L}*|fehler|irrtum|geirrt|verwechselt|scherz|witz|spaßes|quatsch|unsinn|korrektur|gemeint|eigentlich
    naja|egal|lüge\\p{L}*|träum\\p{L}*|ironi\\p{L}*|lächerlich|antwort\\p{L}*|gegenvorschlag|anbieter
    lieferant\\p{L}*|lösung|termine|sitzung\\p{L}*|besprechung\\p{L}*|warteliste|abstimmung
    das (?:ist|war|wäre) (?:der|die|das|mein|unser)\\p{L}*|guter versuch|schrecklich|furchtbar|langweilig
    enttäusch\\p{L}*|leider|schade|traurig|bedauer\\p{L}*|sorge\\p{L}*|problem\\p{L}*|schwierig\\p{L}*|unmöglich
    ärger\\p{L}*|spät\\p{L}*|früh\\p{L}*|eher|lieber|besser als|langsam
    freigabe|zusage\\p{L}*|noch auf|(?:schreib\\p{L}*|lese) (?:\\p{L}+ ){0,4}(?:aus|von|vom)|im op|operationssaal|sarg|schlecht\\p{L}*|teuer|sagt|sagte|gesagt|fragt|fragen (?!sie nach mir)|gefragt|klär\\p{L}*|geklärt|prüf\\p{L}*|bestätig\\p{L}*
    entscheid\\p{L}*|entschieden|erlaub\\p{L}*|genehmig\\p{L}*|zustimm\\p{L}*|abstimm\\p{L}*|rücksprache|bescheid
    melde mich|meldet sich|schaue ob|sehen ob|mal sehen|rückmeld\\p{L}*|überleg\\p{L}*|weiß
    (?:an )?(?:dem|diesem|jenem|selben|gleichen) (?:tag|morgen|vormittag|nachmittag|abend)
    diesen? (?:tag|woche|monat|vormittag|nachmittag|stunde)|dann (?:bin|habe|sind|haben|ist)
    da (?:bin|habe|sind|haben|ist)|um diese zeit|zu der zeit|währenddessen|gleichzeitig|tag|tage|tagen|ganzen
    ganztägig|woche\\p{L}*|wochenende|monat\\p{L}*|quartal|jahr\\p{L}*|minute\\p{L}*|stunde\\p{L}*|halb\\p{L}*
    viertel|während|bis|vorher|nachher|danach|davor|bevor|nachdem|einmal|mal wieder weg|immer noch|noch im|weil|denn
    seit|solang|heute|morgen|gestern|mittags?|mitternacht|nachts?|abends?|nächst\\p{L}*|kommende\\p{L}*
    folgend\\p{L}*|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling
    sommer|herbst|winter|weihnachten|ostern|uhr|zeitzone|zeit|kalender|online|remote|andere\\p{L}*|anderswo|woanders
    irgendwo
  `,
};
