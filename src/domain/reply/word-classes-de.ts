/** German words by what they have in common (`word-classes.ts`). */
import type { ClassedWords } from "./word-classes.ts";

export const german: ClassedWords = {
  self: "ich mich mir mich's ich's",
  own: "mein meine meinen meinem meiner meines unser unsere unseren unserem unserer",
  we: "wir uns",
  you: `
    du dich dir ihr euch sie ihnen dein deine deinen deinem deiner ihre ihren ihrem ihrer eure euren eurem eurer euer
  `,
  other: `
    er ihn ihm sein seine seinen seinem seiner jemand jemanden jemandem man alle jeder jede niemand andere anderen
  `,
  need: `
    muss muß müssen müsste müssten musst brauche brauchen braucht bräuchte bräuchten soll sollen sollte sollten solltest
    verpflichtet gezwungen nötig notwendig zwingend pflicht erforderlich
  `,
  ability: "kann können könnte könnten kannst könnt darf dürfen dürfte vermag schaffe schaffen möglich",
  future: "werde werden wird wirst würde würden wollte wollen will",
  wish: "will wollen möchte möchten hätte hätten gern gerne lieber wünsche wünscht bevorzuge wäre wären",
  denial: "nicht nichts kein keine keinen keinem keiner nie niemals niemand nirgends weder ohne kaum nein",
  condition: `
    wenn falls sofern ob vorausgesetzt voraussetzung bedingung abhängig hängt sonst ansonsten andernfalls vorbehaltlich
    vorbehalt solange sobald
  `,
  perhaps: `
    vielleicht eventuell evtl womöglich möglicherweise wahrscheinlich vermutlich hoffentlich wohl voraussichtlich vorläufig
    provisorisch angeblich theoretisch grundsätzlich eigentlich ungefähr irgendwie
  `,
  but: "aber jedoch doch allerdings obwohl trotzdem dennoch nur bloß lediglich außer immerhin zwar sondern wobei",
  until: "bis spätestens",
  before: "vorher zuvor davor bevor zuerst erst vorab vor früher vorneweg ehe",
  after: "danach nachher anschließend dann später nachdem hinterher nach direkt gleich",
  instead: `
    statt stattdessen anstatt anstelle ersatz ersetzt ersetzen tausch* getauscht wechsel* änder* geändert verschieb* verschoben
    verleg* ander* woanders umgebucht umbuchen
  `,
  since: "weil da denn deshalb deswegen daher darum also somit drum wegen",
  long: "lang lange länger längere dauert ganze ganzen voll verlängern ausgiebig stunden",
  short: `
    kurz kurze kurzer kürzer kurzen knapp schnell rasch flott minuten min viertelstunde halbe stündchen eilig beeilen gedrängt
    begrenzt
  `,
  early: "früh früher frühzeitig eher pünktlich",
  late: "spät später verspät* verzögert verzögerung überzieh* überzogen zieht hinziehen dauern",
  begin: "beginn* begann anfang* anfängt angefangen start* los öffnet aufmachen",
  end: "ende endet enden aufhören schluss fertig abgeschlossen vorbei aus zu feierabend abschluss beendet",
  leave: `
    weg gehen geh gehe geht los losfahren abfahren abfahrt abreise verlass* fort raus abhauen ausziehen aufbrech* verabschied*
  `,
  come: `
    komme kommen kommt kam ankomm* ankunft zurück zurückkomm* zurückkehr* vorbeikomm* reinkomm* rein landet lande landen
    eintreff* vorbei rüber
  `,
  join: `
    dabei mitkomm* mitbring* mit teilnehm* teilnimmt dazu dazukomm* dazustoß* begleit* beisitz* anwesend zusammen gemeinsam
    eingeladen einladen einlade kopie cc stößt setzt sitzt hinzu
  `,
  kin: `
    mann ehemann frau ehefrau gatte gattin partner partnerin freund freundin verlobt* mutter vater mama papa mami papi eltern
    sohn söhne tochter töchter bruder brüder schwester schwestern geschwister zwillinge tante onkel cousin cousine neffe nichte
    oma opa großmutter großvater großeltern enkel enkelin enkelkinder schwiegermutter schwiegervater schwiegereltern schwager
    schwägerin familie
  `,
  child: `
    kind kinder kindern kleine kleiner kleinen baby junge jungs mädchen mädels säugling jüngste jüngster ältester älteste
    teenager bub buben töchterchen söhnchen
  `,
  care: `
    kita kindergarten hort krippe schul* betreuung betreuen tagesmutter babysitter* aufpass* sorgerecht pfleg* hausaufgaben
    abhol* hüten
  `,
  colleague: `
    kollege kollegin kollegen kolleginnen team mannschaft abteilung büro assistent* assistenz sekretär* sekretariat praktikant*
    azubi* lehrling* mitarbeiter* belegschaft vertretung kollegium
  `,
  boss: `
    chef chefin chefs vorgesetzt* leiter leiterin geschäftsführ* geschäftsleitung direktor* vorstand* aufsichtsrat* beirat*
    inhaber* gesellschafter* investor* gründer* partner teilhaber* rektor* präsident* leitung chefetage eigentümer*
  `,
  expert: `
    anwalt* anwält* steuerberat* notar* prüfer* berater* makler* bank banker* gutachter* wirtschaftsprüfer* versicher*
    rechtsanw*
  `,
  client: `
    kunde kunden kundin mandant* mieter* vermieter* lieferant* handwerker* klempner* installateur* elektriker* dachdecker*
    maler* schreiner* tischler* gast gäste besuch* patient* student* studierende* schüler* azubis prüfling*
  `,
  friend: "freund* kumpel bekannt* nachbar* mitbewohner* spezi kumpels",
  person: "mensch* leute herr dame kerl typ person*",
  ill: `
    krank* grippe fieber husten erkält* schnupfen virus corona infekt* infiziert bronchitis lungenentzündung migräne
    kopfschmerz* schmerz* verletz* gebrochen bein bruch verstaucht gips krücken bandscheibe rücken hexenschuss übel übelkeit
    magen darm hals heiser stimme quarantäne ansteck* liege flach angeschlagen kränklich genesung symptom* allerg* erholen
    auskurier*
  `,
  medicine: `
    arzt* ärzt* zahnarzt* doktor* op operation operiert operateur krankenhaus spital klinik* physio* therap* reha behandl*
    untersuch* mrt röntgen blut* labor impf* spritze hebamme geburt schwanger* entbindung mutterschutz elternzeit tierarzt*
    facharzt* wurzelbehandlung praxis
  `,
  death: "beerdig* begräbnis gestorben verstorben tod tot trauer* bestattung",
  travel: `
    reise* verreis* fahrt* fahre fahren fährt flug flüge fliege fliegen flieger flughafen zug züge bahn* ice s-bahn u-bahn
    straßenbahn tram bus fähre ausland visum pass hotel koffer gepäck ticket* anschluss umsteig* verbindung strecke autobahn
    landstraße dienstreise pendel* gleis tournee etappe
  `,
  away: `
    weg fort unterwegs urlaub* ferien auswärts verreist abwesen* flitterwochen auszeit sabbatical kur geschäftsreise
  `,
  far: `
    weit weiter kilometer entfernt entfernung fern ausland stadt dorf land norden süden osten westen küste berge gebirge drüben
  `,
  vehicle: `
    auto autos wagen kleinwagen transporter fahrrad rad räder roller motorrad moped lkw laster traktor motor batterie reifen
    bremse* tank benzin diesel taxi mitfahr* fahre fährt gefahren
  `,
  breakdown: `
    kaputt defekt panne werkstatt reparatur* repariert reparieren streikt springt ausgefallen ausfall ausfällt fällt undicht
    leck wasserschaden überschwemm* rohrbruch heizung boiler stromausfall störung gestört unfall abgeschleppt platt
    liegengeblieben geplatzt
  `,
  strike: `
    streik* warnstreik gewerkschaft demo* protest* baustelle umleitung gesperrt sperrung vollsperrung blockiert gestrichen
    streicht abgesagt absage absagen entfällt ersatzverkehr schienenersatzverkehr
  `,
  closed: `
    geschlossen zu schließt schließen zumacht zugesperrt dicht verschlossen abgeschlossen renovier* umbau* umgebaut saniert
    sanierung gerüst ruhetag geräumt evakuiert verriegelt betriebsferien
  `,
  weather: `
    wetter regen regnet regnen regnerisch geregnet sonne sonnig schnee schneit geschneit eis eisig glatt glatteis sturm stürmt
    gewitter wind windig kalt kälte warm wärme heiß hitze frost nebel neblig wolke* bewölkt frühling frühjahr sommer herbst
    winter föhn hagel schauer schirm grad
  `,
  phone: `
    telefon* anruf* ruf rufe ruft klingel* klingle handy mobil mobilnummer festnetz whatsapp signal skype facetime durchwahl
    apparat telko call
  `,
  video: `
    zoom teams video* webcam kamera online virtuell* remote digital* link bildschirm webex headset mikrofon ton wlan internet
    netz leitung meet
  `,
  place: `
    café cafe cafés kaffeehaus bar kneipe restaurant gasthaus wirtshaus bistro kantine lobby foyer empfang rezeption hotel raum
    räume zimmer saal besprechungsraum sitzungszimmer büro büros studio werkstatt lager halle werk fabrik baustelle standort
    zentrale haus wohnung bibliothek bücherei park museum terrasse garten bäckerei konditorei galerie markt marktplatz platz
    treffpunkt ort irgendwo laden atelier
  `,
  way: `
    straße str weg allee gasse ecke brücke gebäude eingang tür klingel klingeln tor treppe aufzug lift stock stockwerk etage
    erdgeschoss keller oben unten links rechts hinter gegenüber hof innenhof schild parkplatz parken parkhaus tiefgarage
    pförtner portier code ausweis adresse karte wegbeschreibung ausgang haltestelle hinterhaus hausnummer
  `,
  there: "da dort hier dahin hierher nah nahe nähe neben nebenan um vor drin drinnen draußen daneben außen",
  work: `
    arbeit* projekt* produkt* einführung auftrag aufträge angebot* ausschreibung budget prüfung* steuer* bericht* präsentation*
    folien konferenz* tagung* messe* ausstellung* schulung* fortbildung* seminar* kurs* vorlesung* unterricht klausur* schicht*
    dienst* bereitschaft sitzung* besprechung* termin* meeting* quartal* inventur ernte lieferung* abgabe frist deadline vortrag
    vorträge gespräch* interview* klientel
  `,
  busy: `
    voll vollgepackt besetzt belegt ausgebucht gebucht beschäftigt stress* überlast* überschneid* kollid* kollision verplant
    vergeben eingespannt dicht zugeparkt verhindert knapp eng überlaufen trubel hektisch drunter
  `,
  approve: `
    genehmig* freigabe freigeben freigibt unterschrift unterschreib* unterschrieben grünes erlaub* zustimm* absegn* bewillig*
    einverständnis entscheid* entschieden beschluss bestätig* abnick*
  `,
  wait: "wart* abwarten erwarte erwartet offen ausstehend unklar ungewiss unsicher unbekannt ungeklärt hör* gehört",
  check: `
    prüf* überprüf* schau* nachseh* nachschau* seh* frag* gefragt erkundig* klär* abklär* abstimm* absprech* rücksprache
    rückfrage
  `,
  answer: "antwort* rückmeld* meld* gemeldet bescheid sagen sage sagt",
  send: `
    schick* geschickt send* gesendet mail* weiterleit* leite teil* posten nachricht anhang anhäng* angehängt zusend* zukommen
  `,
  document: `
    agenda tagesordnung vertrag* verträge nda unterlage* dokument* papier* entwurf* angebot* konditionen details eckdaten zahlen
    daten tabelle* datei* plan pläne zeichnung* skizze* lebenslauf mappe liste fragebogen formular* rechnung* quittung
    zusammenfassung protokoll notiz* konzept* exposé
  `,
  money: `
    preis* kosten kostet gebühr* honorar* bezahl* zahlen zahlt zahlung budget geld bar gehalt rabatt kostenlos spesen teuer
    billig günstig leisten tarif* finanz* invest* euro franken dollar erstatt* anzahlung provision stundensatz rechnung
  `,
  legal: `
    nda vertraulich* verschwiegenheit* gericht* richter* verfahren klage prozess vertrag* juristisch rechtsabteilung polizei
    zeuge zeugin anwalt*
  `,
  quit: `
    kündig* gekündigt aufgehört ausgeschieden ausscheiden scheide entlass* freigestellt rente ruhestand pension pensioniert
    verkauft verkaufen insolvenz* insolvent pleite aufgelöst auflösung umstruktur* letzt* arbeitslos verlasse
  `,
  doubt: `
    zweifel* bezweifle fürchte befürchte fürchten angst sorge* unsicher fraglich frage bedenken zöger* skeptisch überzeugt
    glaube glaub vermute ahne risiko* riskant wackel* ungewiss mulmig
  `,
  luck: "hoff* daumen drück* glück toi holz wunder beten gebet inschallah klappt",
  point: `
    sinn sinnvoll lohnt wert nutzen zweck bringt nützlich nutzlos zeitverschwendung interesse* interessiert kauf* verkauf*
    vertrieb werbung versprech* verpflicht* druck
  `,
  regret: `
    leider bedauer* bedaure schade entschuld* sorry verzeih* pardon tut leid dummerweise unglücklicherweise blöd blöderweise
  `,
  joke: "scherz* witz* spaß haha ironie ironisch kidding",
  refuse: `
    absag* ablehn* lehne streich* vergiss vergessen verzicht* zurückzieh* verschieb* verschoben pass* aussteig* abbrech* abblas*
  `,
  thank: "danke dank bedanke merci dankbar dankeschön herzlichen nett freundlich",
  glad: `
    freue freu freut froh glücklich begeistert gespannt vorfreude schön toll super wunderbar herrlich großartig klasse prima
    perfekt genial ideal bestens fein spitze erleichtert vergnügen freude
  `,
  praise: `
    gut gute guter gutes besser beste toll schön* klug spannend* beeindruck* inspirier* ausgezeichnet hervorragend lieblings*
    großartig elegant faszinier* kompliment* gratul* glückwunsch bewunder* genoss* genieß* mochte gefallen gefällt gelungen
  `,
  remember: "erinner* vergess* gedächtnis getroffen kenn* wiedererk* gesehen wusste begegnet",
  past: `
    gestern letzte letzten letzter letztes vorgestern neulich kürzlich vorhin früher damals gerade eben endlich schon bereits
    war waren hatte hatten wurde wurden ist sind hat haben habe bin vorige vergangen* zuletzt seit
  `,
  topic: `
    erzähl* sprech* red* besprech* unterhalt* gespräch* erklär* zeig* geschichte* idee* gedanke* frage* thema themen rat
    ratschlag meinung* neuigkeit* austausch* feedback berichten plauder* quatsch*
  `,
  bring: `
    bring* mitbring* trag* nehm* pack* druck* ausdruck* ausgedruckt vorbereit* bereite back* gebacken kuchen koch* bestell*
    reservier* besorg* leih* zurückgeb* muster prototyp exemplar* laptop ladekabel
  `,
  greet: "grüß* gruß schönen hallo servus umarm* drück knuddel richt* ausricht*",
  food: `
    essen mittagessen mittag abendessen frühstück brunch kuchen torte keks* plätzchen gebäck brezel* brot* brötchen semmel*
    suppe pizza käse schokolade obst apfel äpfel marmelade honig zucker ei eier fleisch wurst fisch vegetarisch vegan hunger
    hungrig appetit tisch speisekarte kochen rezept* strudel knödel
  `,
  drink: "kaffee* tee espresso cappuccino bier wein wasser saft trink* kanne milch tasse durst limo schorle melange",
  pet: `
    hund* hündin katze* kater kätzchen welpe* huhn hühner pferd* kaninchen hamster wellensittich ziege* schaf* kuh kühe ente*
    igel biene* goldfisch
  `,
  garden: `
    garten blume* baum bäume rosen tomate* pflanz* rasen samen laub gewächshaus gemüse* kompost balkon hecke kirsch* apfelbaum
    beete beet
  `,
  hobby: `
    fußball spiel* tennis golf schwimm* lauf* gelaufen marathon kletter* wander* gewandert sing* chor band gitarre klavier geige
    musik konzert* theater film kino buch bücher roman* les* gelesen mal* strick* schach tanz* yoga ski* segel* angel* foto*
    ausstellung* verein* probe* festival podcast*
  `,
  clothes: `
    trag* jacke mantel schal mütze hut brille hemd anzug kleid pulli pullover schuhe stiefel rot* blau* grün* gelb* bart haare
    groß rucksack regenschirm
  `,
  home: `
    haus zuhause heim umzug umgezogen umziehen küche bad schlafzimmer wohnung miete streich* gestrichen renovier* kisten karton*
    nachbarn dach wand boden möbel
  `,
  celebrate: `
    geburtstag* hochzeit* jubiläum party weihnacht* ostern neujahr silvester feier* gefeiert taufe konfirmation kommunion abitur
    fasching karneval namenstag
  `,
  writing: `
    mail mails e-mail nachricht* brief zeilen schreib* geschrieben tipp* getippt rechtschreib* tastatur daumen autokorrektur
    spam ordner postfach betreff sprache deutsch englisch lese
  `,
  calendar: `
    kalender terminkalender notier* eingetragen eintrag* trage vermerk* vorgemerkt einladung termineinladung erinnerung geblockt
    blocke
  `,
  sleep: "schlaf* geschlafen müde erschöpft wach gähn* bett jetlag ausgeschlafen morgenmensch pause ausruh*",
  timezone: "zeitzone ortszeit gmt utc mez mesz uhrzeit sommerzeit",
  both: "beide beides auch ebenfalls ebenso zweite* alternativ* ausweich* option* möglichkeit* egal flexibel genauso",
  again: "wieder nochmal nochmals noch erneut immer oft jedes regelmäßig wöchentlich üblich",
  surprise: "überrasch* unglaublich wow wahnsinn komisch seltsam witzig merkwürdig zufall kaum",
  address: "nummer handynummer adresse kontakt* visitenkarte webseite website signatur durchwahl",
  technology: `
    computer rechner laptop server software app website code update* bildschirm drucker daten cloud ki maschine* akku ladegerät
  `,
  quantity: "viel viele vielen bisschen wenig wenige mehr meiste genug etwas einige mehrere zwei drei vier fünf halb",
};
