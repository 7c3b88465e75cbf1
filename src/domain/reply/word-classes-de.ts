/** German words by what they have in common (`word-classes.ts`). */
import type { ClassedWords } from "./word-classes.ts";

export const german: ClassedWords = {
  self: "ich mich mir mich's ich's",
  own: "mein meine meinen meinem meiner meines unser unsere unseren unserem unserer",
  we: "wir uns",
  you: "du dich dir ihr euch sie ihnen dein deine deinen deinem deiner ihre ihren ihrem ihrer eure euren eurem eurer euer",
  other:
    "er ihn ihm sein seine seinen seinem seiner jemand jemanden jemandem man alle jeder jede niemand andere anderen",
  need: `
    muss muß müssen müsste müssten musst brauche brauchen braucht bräuchte bräuchten soll sollen sollte sollten
    solltest verpflichtet gezwungen nötig notwendig zwingend pflicht erforderlich
  `,
  ability: "kann können könnte könnten kannst könnt darf dürfen dürfte vermag schaffe schaffen möglich",
  future: "werde werden wird wirst würde würden wollte wollen will",
  wish: "will wollen möchte möchten hätte hätten gern gerne lieber wünsche wünscht bevorzuge wäre wären",
  denial: "nicht nichts kein keine keinen keinem keiner nie niemals niemand nirgends weder ohne kaum nein",
  condition: `
    wenn falls sofern ob vorausgesetzt voraussetzung bedingung abhängig hängt sonst ansonsten andernfalls
    vorbehaltlich vorbehalt solange sobald
  `,
  perhaps: `
    vielleicht eventuell evtl womöglich möglicherweise wahrscheinlich vermutlich hoffentlich wohl voraussichtlich
    vorläufig provisorisch angeblich theoretisch grundsätzlich eigentlich ungefähr irgendwie
  `,
  but: "aber jedoch doch allerdings obwohl trotzdem dennoch nur bloß lediglich außer immerhin zwar sondern wobei",
  until: "bis spätestens",
  before: "vorher zuvor davor bevor zuerst erst vorab vor früher vorneweg ehe",
  after: "danach nachher anschließend dann später nachdem hinterher nach direkt gleich",
  instead: `
    statt stattdessen anstatt anstelle ersatz ersetzt ersetzen tausch* getauscht wechsel* änder* geändert verschieb*
    verschoben verleg* ander* woanders umgebucht umbuchen
  `,
  since: "weil da denn deshalb deswegen daher darum also somit drum wegen",
  long: "lang lange länger längere dauert ganze ganzen voll verlängern ausgiebig stunden",
  short: `
    kurz kurze kurzer kürzer kurzen knapp schnell rasch flott minuten min viertelstunde halbe stündchen eilig
    beeilen gedrängt begrenzt
  `,
  early: "früh früher frühzeitig eher pünktlich",
  late: "spät später verspät* verzögert verzögerung überzieh* überzogen zieht hinziehen dauern",
  begin: "beginn* begann anfang* anfängt angefangen start* los öffnet aufmachen",
  end: "ende endet enden aufhören schluss fertig abgeschlossen vorbei aus zu feierabend abschluss beendet",
  leave: `
    weg gehen geh gehe geht los losfahren abfahren abfahrt abreise verlass* fort raus abhauen ausziehen aufbrech*
    verabschied*
  `,
  come: `
    komme kommen kommt kam ankomm* ankunft zurück zurückkomm* zurückkehr* vorbeikomm* reinkomm* rein landet lande
    landen eintreff* vorbei rüber
  `,
  join: `
    dabei mitkomm* mitbring* mit teilnehm* teilnimmt dazu dazukomm* dazustoß* begleit* beisitz* anwesend zusammen
    gemeinsam eingeladen einladen einlade kopie cc stößt setzt sitzt hinzu
  `,
  kin: `
    mann ehemann frau ehefrau gatte gattin partner partnerin freund freundin verlobt* mutter vater mama papa mami
    papi eltern sohn söhne tochter töchter bruder brüder schwester schwestern geschwister zwillinge tante onkel
    cousin cousine neffe nichte oma opa großmutter großvater großeltern enkel enkelin enkelkinder schwiegermutter
    schwiegervater schwiegereltern schwager schwägerin familie stiefsohn stieftochter stiefvater stiefmutter
    patenkind patensohn patentochter pate patin schwiegersohn schwiegertochter omi opi urgroßmutter
  `,
  child: `
    kind kinder kindern kleine kleiner kleinen baby junge jungs mädchen mädels säugling jüngste jüngster ältester
    älteste teenager bub buben töchterchen söhnchen
  `,
  care: `
    kita kindergarten hort krippe schul* betreuung betreuen tagesmutter babysitter* aufpass* sorgerecht pfleg*
    hausaufgaben abhol* hüten elternabend elternsprechtag elternbeirat klassenlehrer* einschulung zeugnis zeugnisse
    klassenfahrt ranzen brotdose matura abitur abi
  `,
  colleague: `
    kollege kollegin kollegen kolleginnen team mannschaft abteilung büro assistent* assistenz sekretär* sekretariat
    praktikant* azubi* lehrling* mitarbeiter* belegschaft vertretung kollegium freiberufler* nachfolger* vorgänger*
    teamleiter* empfangsdame sachbearbeiter*
  `,
  boss: `
    chef chefin chefs vorgesetzt* leiter leiterin geschäftsführ* geschäftsleitung direktor* vorstand* aufsichtsrat*
    beirat* inhaber* gesellschafter* investor* gründer* partner teilhaber* rektor* präsident* leitung chefetage
    eigentümer*
  `,
  expert: `
    anwalt* anwält* steuerberat* notar* prüfer* berater* makler* bank banker* gutachter* wirtschaftsprüfer*
    versicher* rechtsanw*
  `,
  client: `
    kunde kunden kundin mandant* mieter* vermieter* lieferant* handwerker* klempner* installateur* elektriker*
    dachdecker* maler* schreiner* tischler* gast gäste besuch* patient* student* studierende* schüler* azubis
    prüfling*
  `,
  friend: "freund* kumpel bekannt* nachbar* mitbewohner* spezi kumpels",
  person: `
    mensch* leute herr dame kerl typ person* herren damen publikum gäste fremder fremde zwilling erwachsene rentner*
    jugendliche ehrenamtliche freiwillige bub bursche mädel
  `,
  ill: `
    krank* grippe fieber husten erkält* schnupfen virus corona infekt* infiziert bronchitis lungenentzündung migräne
    kopfschmerz* schmerz* verletz* gebrochen bein bruch verstaucht gips krücken bandscheibe rücken hexenschuss übel
    übelkeit magen darm hals heiser stimme quarantäne ansteck* liege flach angeschlagen kränklich genesung symptom*
    allerg* erholen auskurier* mandelentzündung masern windpocken läuse norovirus gürtelrose gicht ischias arthrose
    diabetes krebs schlaganfall herzinfarkt gehirnerschütterung naht ausschlag heuschnupfen nebenhöhlen schwindel
    schwindlig ohnmächtig fiebrig bettlägerig rheuma tinnitus
  `,
  medicine: `
    arzt* ärzt* zahnarzt* doktor* op operation operiert operateur krankenhaus spital klinik* physio* therap* reha
    behandl* untersuch* mrt röntgen blut* labor impf* spritze hebamme geburt schwanger* entbindung mutterschutz
    elternzeit tierarzt* facharzt* wurzelbehandlung praxis kieferorthopäd* augenarzt* hautarzt* kardiologe
    kinderarzt* kinderärztin narkose krone füllung zahnspange rezept apotheke krankenwagen station notaufnahme
    ultraschall ct dialyse chemo kur kurklinik vorsorge vorsorgeuntersuchung orthopäd* hno
  `,
  death: "beerdig* begräbnis gestorben verstorben tod tot trauer* bestattung",
  travel: `
    reise* verreis* fahrt* fahre fahren fährt flug flüge fliege fliegen flieger flughafen zug züge bahn* ice s-bahn
    u-bahn straßenbahn tram bus fähre ausland visum pass hotel koffer gepäck ticket* anschluss umsteig* verbindung
    strecke autobahn landstraße dienstreise pendel* gleis tournee etappe boarding terminal zwischenstopp umstieg ic
    regionalbahn shuttle abflug ankunft grenze zoll maut umweg wohnmobil wohnwagen zeltplatz campingplatz
    jugendherberge ferienwohnung pension deutschlandticket
  `,
  away: "weg fort unterwegs urlaub* ferien auswärts verreist abwesen* flitterwochen auszeit sabbatical kur geschäftsreise",
  far: `
    weit weiter kilometer entfernt entfernung fern ausland stadt dorf land norden süden osten westen küste berge
    gebirge drüben
  `,
  vehicle: `
    auto autos wagen kleinwagen transporter fahrrad rad räder roller motorrad moped lkw laster traktor motor
    batterie reifen bremse* tank benzin diesel taxi mitfahr* fahre fährt gefahren
  `,
  breakdown: `
    kaputt defekt panne werkstatt reparatur* repariert reparieren streikt springt ausgefallen ausfall ausfällt fällt
    undicht leck wasserschaden überschwemm* rohrbruch heizung boiler stromausfall störung gestört unfall
    abgeschleppt platt liegengeblieben geplatzt gerissen gesprungen zerbrochen verstopft tropft schimmel rost rostig
    morsch kurzschluss sicherung abgestürzt gehackt virus verloren gestohlen eingebrochen einbruch
  `,
  strike: `
    streik* warnstreik gewerkschaft demo* protest* baustelle umleitung gesperrt sperrung vollsperrung blockiert
    gestrichen streicht abgesagt absage absagen entfällt ersatzverkehr schienenersatzverkehr stau staus unfallstelle
    entgleisung signalstörung stellwerksstörung oberleitung* evakuiert blockade baustellen
  `,
  closed: `
    geschlossen zu schließt schließen zumacht zugesperrt dicht verschlossen abgeschlossen renovier* umbau* umgebaut
    saniert sanierung gerüst ruhetag geräumt evakuiert verriegelt betriebsferien
  `,
  weather: `
    wetter regen regnet regnen regnerisch geregnet sonne sonnig schnee schneit geschneit eis eisig glatt glatteis
    sturm stürmt gewitter wind windig kalt kälte warm wärme heiß hitze frost nebel neblig wolke* bewölkt frühling
    frühjahr sommer herbst winter föhn hagel schauer schirm grad schneesturm dürre graupel matsch tauwetter
    sonnenbrand schwül frisch mild orkan böen regenbogen pfützen pfütze hochwasser hagelschauer blüte
  `,
  phone: `
    telefon* anruf* ruf rufe ruft klingel* klingle handy mobil mobilnummer festnetz whatsapp signal skype facetime
    durchwahl apparat telko call
  `,
  video: `
    zoom teams video* webcam kamera online virtuell* remote digital* link bildschirm webex headset mikrofon ton wlan
    internet netz leitung meet
  `,
  place: `
    café cafe cafés kaffeehaus bar kneipe restaurant gasthaus wirtshaus bistro kantine lobby foyer empfang rezeption
    hotel raum räume zimmer saal besprechungsraum sitzungszimmer büro büros studio werkstatt lager halle werk fabrik
    baustelle standort zentrale haus wohnung bibliothek bücherei park museum terrasse garten bäckerei konditorei
    galerie markt marktplatz platz treffpunkt ort irgendwo laden atelier kapelle kirche dom rathaus hafen kai mühle
    scheune hof bauernhof weingut winzerhof brauerei töpferei schmiede gewächshaus dachboden keller garage schuppen
    kiosk einkaufszentrum supermarkt apotheke kino stadion schwimmbad burg schloss denkmal brunnen leuchtturm
    turnhalle gemeindehaus biergarten gasthof stammtisch heuriger beisl
  `,
  way: `
    straße str weg allee gasse ecke brücke gebäude eingang tür klingel klingeln tor treppe aufzug lift stock
    stockwerk etage erdgeschoss keller oben unten links rechts hinter gegenüber hof innenhof schild parkplatz parken
    parkhaus tiefgarage pförtner portier code ausweis adresse karte wegbeschreibung ausgang haltestelle hinterhaus
    hausnummer kreisverkehr kreuzung ampel zebrastreifen bogen durchgang tunnel unterführung fußweg gleis bahnsteig
    bushaltestelle bahnübergang hecke zaun geländer rampe schranke sprechanlage briefkasten garderobe flur gang
    treppenhaus hinterhof parkdeck
  `,
  there: "da dort hier dahin hierher nah nahe nähe neben nebenan um vor drin drinnen draußen daneben außen",
  work: `
    arbeit* projekt* produkt* einführung auftrag aufträge angebot* ausschreibung budget prüfung* steuer* bericht*
    präsentation* folien konferenz* tagung* messe* ausstellung* schulung* fortbildung* seminar* kurs* vorlesung*
    unterricht klausur* schicht* dienst* bereitschaft sitzung* besprechung* termin* meeting* quartal* inventur ernte
    lieferung* abgabe frist deadline vortrag vorträge gespräch* interview* klientel meilenstein übergabe
    einarbeitung lohnabrechnung ausschreibungen förderantrag förderung beurteilung roadmap prototyp beta migration
    fusion übernahme relaunch stand bestellung bestellungen lager umsatz jahresabschluss monatsabschluss spätschicht
    frühschicht nachtschicht
  `,
  busy: `
    voll vollgepackt besetzt belegt ausgebucht gebucht beschäftigt stress* überlast* überschneid* kollid* kollision
    verplant vergeben eingespannt dicht zugeparkt verhindert knapp eng überlaufen trubel hektisch drunter
  `,
  approve: `
    genehmig* freigabe freigeben freigibt unterschrift unterschreib* unterschrieben grünes erlaub* zustimm* absegn*
    bewillig* einverständnis entscheid* entschieden beschluss bestätig* abnick*
  `,
  wait: "wart* abwarten erwarte erwartet offen ausstehend unklar ungewiss unsicher unbekannt ungeklärt hör* gehört",
  check: `
    prüf* überprüf* schau* nachseh* nachschau* seh* frag* gefragt erkundig* klär* abklär* abstimm* absprech*
    rücksprache rückfrage
  `,
  answer: "antwort* rückmeld* meld* gemeldet bescheid sagen sage sagt",
  send: `
    schick* geschickt send* gesendet mail* weiterleit* leite teil* posten nachricht anhang anhäng* angehängt zusend*
    zukommen
  `,
  document: `
    agenda tagesordnung vertrag* verträge nda unterlage* dokument* papier* entwurf* angebot* konditionen details
    eckdaten zahlen daten tabelle* datei* plan pläne zeichnung* skizze* lebenslauf mappe liste fragebogen formular*
    rechnung* quittung zusammenfassung protokoll notiz* konzept* exposé manuskript doktorarbeit dissertation kapitel
    druckfahnen bauplan baupläne bescheinigung zertifikat genehmigung police handbuch anleitung fahrplan kontoauszug
    umfrage flyer broschüre lageplan grundriss gutachten
  `,
  money: `
    preis* kosten kostet gebühr* honorar* bezahl* zahlen zahlt zahlung budget geld bar gehalt rabatt kostenlos
    spesen teuer billig günstig leisten tarif* finanz* invest* euro franken dollar erstatt* anzahlung provision
    stundensatz rechnung hypothek kredit darlehen schulden rente aktien dividende bonus überstunden lohn trinkgeld
    mwst steuer steuern stipendium spende spenden gewinn verlust marge schnäppchen gutschein nebenkosten
  `,
  legal: `
    nda vertraulich* verschwiegenheit* gericht* richter* verfahren klage prozess vertrag* juristisch rechtsabteilung
    polizei zeuge zeugin anwalt* schiedsgericht sorgerecht scheidung erbe erbschaft testament patent marke dsgvo
    klausel berufung urteil bußgeld abmahnung
  `,
  quit: `
    kündig* gekündigt aufgehört ausgeschieden ausscheiden scheide entlass* freigestellt rente ruhestand pension
    pensioniert verkauft verkaufen insolvenz* insolvent pleite aufgelöst auflösung umstruktur* letzt* arbeitslos
    verlasse
  `,
  doubt: `
    zweifel* bezweifle fürchte befürchte fürchten angst sorge* unsicher fraglich frage bedenken zöger* skeptisch
    überzeugt glaube glaub vermute ahne risiko* riskant wackel* ungewiss mulmig
  `,
  luck: "hoff* daumen drück* glück toi holz wunder beten gebet inschallah klappt",
  point: `
    sinn sinnvoll lohnt wert nutzen zweck bringt nützlich nutzlos zeitverschwendung interesse* interessiert kauf*
    verkauf* vertrieb werbung versprech* verpflicht* druck
  `,
  regret: `
    leider bedauer* bedaure schade entschuld* sorry verzeih* pardon tut leid dummerweise unglücklicherweise blöd
    blöderweise
  `,
  joke: "scherz* witz* spaß haha ironie ironisch kidding",
  refuse: `
    absag* ablehn* lehne streich* vergiss vergessen verzicht* zurückzieh* verschieb* verschoben pass* aussteig*
    abbrech* abblas*
  `,
  thank: "danke dank bedanke merci dankbar dankeschön herzlichen nett freundlich",
  glad: `
    freue freu freut froh glücklich begeistert gespannt vorfreude schön toll super wunderbar herrlich großartig
    klasse prima perfekt genial ideal bestens fein spitze erleichtert vergnügen freude
  `,
  praise: `
    gut gute guter gutes besser beste toll schön* klug spannend* beeindruck* inspirier* ausgezeichnet hervorragend
    lieblings* großartig elegant faszinier* kompliment* gratul* glückwunsch bewunder* genoss* genieß* mochte
    gefallen gefällt gelungen
  `,
  remember: "erinner* vergess* gedächtnis getroffen kenn* wiedererk* gesehen wusste begegnet",
  past: `
    gestern letzte letzten letzter letztes vorgestern neulich kürzlich vorhin früher damals gerade eben endlich
    schon bereits war waren hatte hatten wurde wurden ist sind hat haben habe bin vorige vergangen* zuletzt seit
  `,
  topic: `
    erzähl* sprech* red* besprech* unterhalt* gespräch* erklär* zeig* geschichte* idee* gedanke* frage* thema themen
    rat ratschlag meinung* neuigkeit* austausch* feedback berichten plauder* quatsch*
  `,
  bring: `
    bring* mitbring* trag* nehm* pack* druck* ausdruck* ausgedruckt vorbereit* bereite back* gebacken kuchen koch*
    bestell* reservier* besorg* leih* zurückgeb* muster prototyp exemplar* laptop ladekabel
  `,
  greet: "grüß* gruß schönen hallo servus umarm* drück knuddel richt* ausricht*",
  food: `
    essen mittagessen mittag abendessen frühstück brunch kuchen torte keks* plätzchen gebäck brezel* brot* brötchen
    semmel* suppe pizza käse schokolade obst apfel äpfel marmelade honig zucker ei eier fleisch wurst fisch
    vegetarisch vegan hunger hungrig appetit tisch speisekarte kochen rezept* strudel knödel braten eintopf gulasch
    nudeln spätzle reis salat kartoffeln zwiebeln knoblauch butter sahne rahm joghurt quark pfannkuchen
    palatschinken waffeln brezn lebkuchen stollen obstkuchen streuselkuchen marzipan muscheln lamm rind schwein
    schinken würste speck oliven mandeln walnüsse haselnüsse kirschen erdbeeren himbeeren zwetschgen birnen spargel
    kürbis lauch pilze schwammerl raclette fondue rösti weißwurst leberkäse mohnkuchen käsekuchen zimtschnecken
  `,
  drink: `
    kaffee* tee espresso cappuccino bier wein wasser saft trink* kanne milch tasse durst limo schorle melange mokka
    verlängerter weizen radler gin whisky rum schnaps obstler sekt prosecco glühwein cocktail limonade cola
    apfelschorle kakao most federweißer
  `,
  pet: `
    hund* hündin katze* kater kätzchen welpe* huhn hühner pferd* kaninchen hamster wellensittich ziege* schaf* kuh
    kühe ente* igel biene* goldfisch dackel pudel schäferhund terrier labrador stute fohlen pony hengst bock lamm
    lämmer kalb kälber stier ferkel schweine schwein gänse gans truthahn taube tauben kanarienvogel hahn
    meerschweinchen schildkröte gecko echse schlange aquarium schwarm alpaka* lama esel
  `,
  garden: `
    garten blume* baum bäume rosen tomate* pflanz* rasen samen laub gewächshaus gemüse* kompost balkon hecke kirsch*
    apfelbaum beete beet rhabarber zucchini salat bohnen erbsen möhren karotten spinat basilikum rosmarin thymian
    lavendel tulpen narzissen schneeglöckchen krokusse pfingstrosen dahlien sonnenblumen flieder magnolie jasmin
    schuppen spaten rechen harke schubkarre rasenmäher mähen unkraut hochbeet schrebergarten
  `,
  hobby: `
    fußball spiel* tennis golf schwimm* lauf* gelaufen marathon kletter* wander* gewandert sing* chor band gitarre
    klavier geige musik konzert* theater film kino buch bücher roman* les* gelesen mal* strick* schach tanz* yoga
    ski* segel* angel* foto* ausstellung* verein* probe* festival podcast* handball volleyball basketball
    tischtennis badminton hockey eishockey rudern kajak kanu surfen judo karate boxen fechten kegeln bowling billard
    skat doppelkopf schafkopf jass poker lego puzzle kreuzworträtsel cello trompete saxophon schlagzeug akkordeon
    orgel oper ballett musical töpfern häkeln modellbahn briefmarken camping zelten triathlon halbmarathon liga
    pokal schiedsrichter torwart elfmeter langlauf rodeln bergtour alphorn blaskapelle posaune
  `,
  clothes: `
    trag* jacke mantel schal mütze hut brille hemd anzug kleid pulli pullover schuhe stiefel rot* blau* grün* gelb*
    bart haare groß rucksack regenschirm krawatte fliege hose jeans rock bluse strickjacke kapuze regenjacke
    handschuhe socken strumpfhose sandalen turnschuhe gummistiefel hausschuhe helm warnweste schürze uniform
    ohrringe kette armband dirndl lederhose tracht
  `,
  home: `
    haus zuhause heim umzug umgezogen umziehen küche bad schlafzimmer wohnung miete streich* gestrichen renovier*
    kisten karton* nachbarn dach wand boden möbel umzugskartons spedition kredit mietvertrag kaution
    schlüsselübergabe anbau wintergarten dämmung teppich vorhänge gardinen tapete sofa schrank spülmaschine
    geschirrspüler kühlschrank gefrierschrank waschmaschine trockner staubsauger wäsche bügeln einzug auszug
  `,
  celebrate: `
    geburtstag* hochzeit* jubiläum party weihnacht* ostern neujahr silvester feier* gefeiert taufe konfirmation
    kommunion abitur fasching karneval namenstag lagerfeuer feuerwerk halloween nikolaus kirchweih schützenfest
    oktoberfest einweihung ruhestand abschied firmung verlobung polterabend junggesellenabschied sekt kerzen
    geschenk geschenke erstkommunion richtfest fasnacht
  `,
  writing: `
    mail mails e-mail nachricht* brief zeilen schreib* geschrieben tipp* getippt rechtschreib* tastatur daumen
    autokorrektur spam ordner postfach betreff sprache deutsch englisch lese
  `,
  calendar: `
    kalender terminkalender notier* eingetragen eintrag* trage vermerk* vorgemerkt einladung termineinladung
    erinnerung geblockt blocke
  `,
  sleep: "schlaf* geschlafen müde erschöpft wach gähn* bett jetlag ausgeschlafen morgenmensch pause ausruh*",
  timezone: "zeitzone ortszeit gmt utc mez mesz uhrzeit sommerzeit",
  both: "beide beides auch ebenfalls ebenso zweite* alternativ* ausweich* option* möglichkeit* egal flexibel genauso",
  again: "wieder nochmal nochmals noch erneut immer oft jedes regelmäßig wöchentlich üblich",
  surprise: "überrasch* unglaublich wow wahnsinn komisch seltsam witzig merkwürdig zufall kaum",
  address: "nummer handynummer adresse kontakt* visitenkarte webseite website signatur durchwahl",
  technology: `
    computer rechner laptop server software app website code update* bildschirm drucker daten cloud ki maschine*
    akku ladegerät roboter drohne drohnen sensor sensoren solar solaranlage photovoltaik windrad wärmepumpe
    ladesäule wallbox laser mikroskop teleskop scanner kopierer beamer lautsprecher verstärker chip chips
    algorithmus modell firmware
  `,
  quantity: "viel viele vielen bisschen wenig wenige mehr meiste genug etwas einige mehrere zwei drei vier fünf halb",
  speak: `
    sagen sagt sagte gesagt sag sage reden redet geredet sprechen spricht sprach gesprochen spreche erzählen erzählt
    erzählte erwähnen erwähnt erwähnte erklären erklärt erklärte behaupten behauptet schwören schwört meinen meint
    meinte plaudern plaudere quatschen ratschen jammern jammert klagen streiten stritt vorschlagen vorgeschlagen
    ankündigen angekündigt melden meldet gemeldet wiederholen flüstern rufen ruft rief versprechen versprochen
    verspricht
  `,
  think: `
    denken denkt denke dachte gedacht glauben glaubt glaube glaubte wissen weiß weiss wusste gewusst kennen kennt
    kannte gekannt verstehen versteht verstand verstanden begreifen begriffen ahnen geahnt vermuten vermute
    vermutlich annehmen angenommen überlegen überlege überlegt lernen lernt gelernt merken gemerkt grübeln schätzen
    schätze rechnen rechne vorstellen vorgestellt finden finde findet fand
  `,
  feel: `
    fühlen fühlt fühle fühlte gefühl gefühle traurig wütend sauer stolz beschämt peinlich eifersüchtig einsam
    gelangweilt langweilig ruhig fröhlich heiter mürrisch laune stimmung elend aufgeregt nervös ängstlich gestresst
    entspannt neugierig verärgert gerührt hoffnungsvoll müde erschrocken enttäuscht heimweh verliebt begeistert
    glücklich unglücklich zufrieden unzufrieden genervt
  `,
  move: `
    gehen geht gehe ging gegangen laufen läuft lief gelaufen fahren fährt fahre fuhr gefahren radeln radle geradelt
    fliegen fliegt flog geflogen tragen trägt trug getragen schleppen geschleppt schieben ziehen zieht gezogen
    klettern geklettert wandern gewandert spazieren holen holt geholt hole bringen bringt gebracht eilen flitzen
    rasen bummeln folgen gefolgt zurückkehren umziehen umgezogen reisen gereist steigen steigt stieg
  `,
  make: `
    machen macht mache gemacht bauen baut baute gebaut schreiben schreibt schrieb geschrieben kochen kocht gekocht
    backen backt gebacken nähen genäht stricken gestrickt reparieren repariert flicken restaurieren restauriert
    entwerfen entworfen zeichnen gezeichnet malen gemalt drucken gedruckt montieren montiert einbauen eingebaut
    herstellen hergestellt erschaffen vorbereiten vorbereitet pflanzen gepflanzt schweißen schnitzen brauen gebraut
    basteln gebastelt schneiden geschnitten
  `,
  get: `
    haben hat habe hatte gehabt bekommen bekommt bekam kriegen kriegt gekriegt behalten geben gibt gab gegeben
    verlieren verliert verloren finden gefunden kaufen kauft gekauft besitzen erhalten leihen geliehen ausleihen
    gewinnen gewonnen verkaufen verkauft erben geerbt sammeln gesammelt verdienen sparen gespart schenken geschenkt
    nehmen nimmt nahm genommen
  `,
  happen: `
    passieren passiert geschehen geschieht geschah ändern ändert geändert fallen fällt fiel gefallen wachsen wächst
    gewachsen brechen bricht gebrochen platzen geplatzt zusammenbrechen werden wird wurde geworden erscheinen
    erschienen verschwinden verschwunden verbessern verbessert ausbreiten entwickeln entwickelt entstehen entstanden
    unfall vorfall ereignis krise katastrophe fortschritt sinken gesunken klappen geklappt gelingen gelungen
  `,
  look: `
    sehen sieht sah gesehen schauen schaut geschaut gucken guckt geguckt blicken lesen liest las gelesen hören hört
    gehört lauschen bemerken entdecken entdeckt beobachten beobachtet zeigen zeigt gezeigt besuchen besucht
    besichtigen besichtigt ansehen angesehen anschauen angeschaut betrachten
  `,
  thing: `
    schlüssel tasche taschen kiste kisten karton kartons stuhl stühle tisch lampe becher tasse tassen flasche messer
    gabel teller korb eimer leiter seil paket pakete päckchen brief umschlag briefmarke stift kuli bleistift heft
    ordner mappe rahmen uhr kerze kerzen decke kissen handtuch spiegel spielzeug puppe geldbeutel portemonnaie
    ausweis plakat prospekt katalog koffer wagen kinderwagen schirm tüte schachtel glas gläser vase
  `,
  material: `
    holz eiche kiefer stahl eisen kupfer messing silber gold glas stein ziegel ton lehm beton zement putz farbe lack
    leder wolle baumwolle leinen seide papier pappe kunststoff plastik gummi draht kabel rohr rohre pumpe pumpen
    ventil motor getriebe säge hammer bohrer bohrmaschine schraube schrauben nagel nägel werkzeug maschine maschinen
    ofen brennofen kran stapler webstuhl drehbank fräse
  `,
  group: `
    firma firmen unternehmen betrieb verein verband gesellschaft gemeinde kirche pfarrei rat gemeinderat stadtrat
    schule amt ämter behörde ministerium agentur büro abteilung laden geschäft startup club gewerkschaft stiftung
    universität uni hochschule institut krankenhaus klinik bank genossenschaft kammer zunft partei bund netzwerk
    gruppe ausschuss filiale tochterfirma arbeitgeber verlag museum bibliothek bücherei feuerwehr
  `,
  event: `
    messe messen konferenz tagung eröffnung spiel besuch besichtigung prüfung prüfungen verhandlung klausur workshop
    seminar webinar fest konzert premiere vernissage auktion versteigerung rennen turnier finale feier empfang
    zeremonie versammlung hauptversammlung wahl wahlen abstimmung vorstellung vorführung vorsprechen vortrag
    vorlesung podium richtfest stadtfest flohmarkt basar
  `,
  trade: `
    bäcker* metzger* fleischer landwirt* bauer bauern bäuerin gärtner* tischler* schreiner* zimmerer zimmermann
    maurer* maler* klempner* installateur* elektriker* dachdecker* glaser* fliesenleger* schmied* schneider*
    friseur* koch köchin kellner* lehrer* professor* krankenschwester pfleger* arzt ärztin hebamme apotheker*
    tierarzt tierärztin anwalt anwältin richter* notar* steuerberater* architekt* ingenieur* programmierer*
    entwickler* designer* journalist* redakteur* autor* übersetzer* fotograf* schauspieler* musiker* fahrer* pilot*
    kapitän* matrose* soldat* polizist* feuerwehrmann postbote briefträger* hausmeister* bibliothekar* forscher*
    pfarrer* pastor* berater* makler* winzer* imker* förster* fischer* müller*
  `,
  size: `
    groß große großer gross grosse größer klein kleine kleiner winzig riesig gewaltig lang länger kurz kürzer hoch
    höher niedrig breit schmal tief flach dick dünn schwer leicht voll leer fast beinahe ziemlich sehr wirklich so
    zu recht äußerst furchtbar kaum komplett total völlig ganz halb etwas
  `,
  quality: `
    gut gute schön schöne fein toll hübsch elegant charmant klug gescheit nett freundlich ehrlich mutig treu frisch
    sauber ruhig friedlich gemütlich bequem warm weich glatt solide stabil zuverlässig nützlich praktisch modern neu
    neue alt alte antik berühmt beliebt selten besonders einzigartig interessant lustig süß lecker köstlich reich
    großzügig perfekt ausgezeichnet glänzend prächtig herrlich wunderbar
  `,
  bad: `
    schlecht schlechter schlimm schlimmer schrecklich furchtbar grässlich hässlich schmutzig dreckig matschig
    unordentlich falsch kaputt nutzlos teuer schwierig schwer kompliziert knifflig gefährlich riskant schmerzhaft
    laut faul sauer bitter langweilig öde langsam arm grausam unhöflich unfair dumm blöd doof verrückt chaotisch
    chaos durcheinander ärger problem probleme albtraum katastrophe hölle mist stress
  `,
  body: `
    kopf gesicht auge augen ohr ohren nase mund zahn zähne zunge lippe haare hals schulter schultern arm arme
    ellenbogen hand hände finger daumen rücken brust herz lunge magen bauch hüfte bein beine knie knöchel fuß füße
    zeh zehen haut knochen muskel handgelenk kreuz bandscheibe meniskus
  `,
  nature: `
    meer see fluss bach teich wasserfall strand insel küste klippe hügel tal berg berge gipfel wald wälder feld
    felder wiese wiesen moor heide wüste himmel mond sterne sonne sonnenuntergang fuchs füchse reh rehe hirsch wolf
    bär wildschwein* hase hasen eule schwan storch störche reiher adler bussard schwalben amsel rotkehlchen spatz
    specht biene schmetterling libelle frosch kröte* schnecke* forelle lachs biber igel dachs
  `,
  daytime: `
    morgen morgens vormittag vormittags mittag mittags nachmittag nachmittags abend abends nacht nachts mitternacht
    dämmerung tag tage woche wochen wochenende monat monate jahr jahre heute gestern frühling frühjahr sommer herbst
    winter ostern weihnachten advent pfingsten fasching karneval fastenzeit semester saison januar jänner februar
    märz april mai juni juli august september oktober november dezember sommerferien herbstferien
  `,
  order: `
    erste ersten erster zweite zweiten dritte dritten nächste nächsten letzte letzten vorige andere anderen anderer
    gleiche gleichen selbe übrige rest hälfte teil einzige doppelt folgende frühere spätere oben unten mitte
  `,
  manner: `
    schnell langsam gern gerne persönlich direkt leise laut vorsichtig ordentlich leicht kaum einfach kurz gut
    schlecht zusammen gemeinsam allein alleine getrennt plötzlich sofort allmählich endlich glücklicherweise leider
    ehrlich offen ernsthaft eigentlich wirklich sicher bestimmt natürlich normalerweise meistens oft manchmal selten
    nie immer tatsächlich inzwischen mittlerweile hoffentlich
  `,
  digital: `
    app apps seite webseite website portal plattform browser login passwort konto profil linkedin xing facebook
    instagram youtube google chatgpt excel word powerpoint pdf wiki blog newsletter podcast tablet ipad iphone
    android pc mac bildschirm maus router server datenbank backup fehler bug update updates skript tabelle dropbox
    github cloud
  `,
  weekday: `
    montag montags dienstag dienstags mittwoch mittwochs donnerstag donnerstags freitag freitags samstag samstags
    sonnabend sonntag sonntags mo di mi do fr sa so
  `,
  number: `
    eins ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig dreissig vierzig
    fünfzig hundert tausend million dutzend einmal zweimal dreimal paar
  `,
  asking: "wer was wo wann warum wieso weshalb welche welcher welches wie wessen wem wen wohin woher",
  keep: `
    behalten behält bleiben bleibt blieb geblieben halten hält hielt gehalten stehen steht stand fest bestehen
    aufheben aufgehoben reservieren reserviert freihalten freigehalten merken
  `,
};
