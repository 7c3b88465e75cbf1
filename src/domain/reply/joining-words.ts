/**
 * Words, one by one, that leave whose time it is and how surely it is meant as they are, in four languages: what holds a sentence
 * together, what the meeting is called, what people chat about.
 */

const wordList = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that hold a sentence together, speak of the two who meet, greet, strengthen or say goodbye. */
export const joining = wordList(`
  ooh oooh aww aah woo hah heh ever accepting accept i i'm i'd we'd delighted we you me us u my your our yours mine to too it is be so and then also that that's it's one who
  the of at on in for with from by a an this coming please pls plz all
  good morning afternoon evening day anyway gladly happily personally indeed fully completely entirely wholly perfectly extremely thoroughly greatly super totally definitely
  hi hello hey dear thanks thank thx ta many again cheers best regards kind warm wishes greetings sincerely soon bye love
  hereby herewith would very much really quite nicely absolutely just well great everyone xx x sharp times local time
  ok okay noted 's 'll here there via already straight again right nice yay woohoo hooray hurray wow aye
  affirmative tks tx tnx tia ty rgds br yrs truly cordially respectfully respectfully faithfully kindest warmest warm fond
  warmly gratefully cheerfully eagerly enthusiastically wholeheartedly beautifully brilliantly superbly splendidly wonderfully
  marvellously neatly easily comfortably conveniently smoothly swimmingly fantastically exactly precisely clearly obviously naturally
  honestly simply immediately promptly surely finally hiya howdy yo hullo greetings goodbye cheerio hugs hug kisses kiss u r ur
  ach klaro jau joa jupp jaja nochmal nochmals ich wir mir uns mich dir dich bin ist wäre würde das es sie ein am um zu bei mit für und dann hingegen dagegen also der den die
  uhr dank guten tag grüezi hoi moin hallo danke vielen herzlichen lieben schönen bitte sehr wirklich bestens alles gute ganz genau
  absolut natürlich selbstverständlich völlig total richtig wieder persönlich drauf darauf auf deine dein ihre bis bald
  ausgesprochen außerordentlich durchaus jederzeit problemlos locker easy selbstredend überaus äußerst rundum
  wunderschönen lieber liebes lieb herzlichst herzliche herzlicher hochachtungsvoll vielmals tausend freundlichem euch euer eure eurer
  eurem unser unsere unserem deinem deinen meinerseits unbedingt gewiss sicher sicherlich freilich eh ja doch denn mal halt
  nun hier dort da dran einen eine einem einer ein schöner schönes nett jup yep yeah nehm isch dat wird
  wirds werde sein hi hey moinsen tach grüß pfiat di ade tschö tschau mach's mahlzeit so wie
  lg vg mfg grüße grüsse gruß gruss liebe viele beste freundlichen freundliche servus baba bussi ciao tschüss dahin
  bientot re coucou ouiii je suis moi nous vous toi te ça ce c'est est se voit à au le la un une et de du per pour donc alors en sur place s'il ensemble
  plaît bonjour bonsoir salut coucou très cordialement amicalement amitiés t'embrasse bises bisous note merci mille mercis
  ma mes ta tes sa nos vos les des aux ces cet cette ceci cela ici y m' j' d' l' t' s' qu' bon bonne belle
  biz bz bss bs salu2 c pr ds stp bcp tt ts cdt cdlt bjr bsr slt déjà tellement trop allez eh oh ah
  ouais ouaip yes yep certainement assurément évidemment naturellement sincèrement respectueusement chaleureusement totalement entièrement pleinement admirablement merveilleusement tranquillement aisément facilement carrément
  grave vachement extrêmement
  bien beaucoup vraiment absolument grand tout svp h chez chère cher votre ton notre mon là
  porfa porfi sii siii claroo guapísima yo mí ti tú usted se está es el las y por para con en al entonces pues hola buenos días buenas tardes mil gracias favor muchas
  muchísimas muy realmente hasta pronto luego saludos cordiales atentamente un abrazo besos quedo atento atenta saludo cordial
  un una uno unos unas lo la los me nos nuestra nuestro nuestras mis mi del a al esa ese esta este eso esto aquí acá allá
  buen buena bueno ya sí pues súper tan grande fuerte atte cdl cordialmente respetuosamente afectuosamente mañanas noches hs h hrs desde efectivamente evidentemente naturalmente totalmente absolutamente completamente plenamente enteramente sumamente tranquilamente sinceramente
  sus su tu órdenes allí ahí querida querido estimada estimado
`);

/**
 * Words that tie a time to something: where nothing agrees they may say what it is for ("thanks for Tuesday at 10", "it is
 * Tuesday at 10").
 */
export const tyingWords = wordList("for is it's with to für ist mit pour est c'est avec por para es con de");

/** What the meeting and its way are called: only beside words that agree, because "Tuesday at 3 is lunch" tells of another one. */
export const meetingWords = wordList(`
  session catch-up catchup conversation discussion facetime hangout brunch dinner breakfast drinks drink tea walk visit window spot
  timing day hour time chat meeting meet call speak talk connect
  austausch runde zeitpunkt zeit uhrzeit zeitfenster call videocall spaziergang tee frühstück verabredung date telefonieren sprechen
  réunion entretien entrevue discussion visioconférence verre thé séance plage heure moment jour date discuter parler
  encuentro charla conversación videollamada entrevista visita almuerzo desayuno cena fecha día hora hueco espacio horario turno opción
  momento hablar charlar conversar vernos reunirnos juntarnos office phone video zoom teams coffee lunch slot option choice appointment date invite
  invitation calendar diary schedule proposal suggestion options offer plan café lobby reception
  termin treffen gespräch telefonat besuch kaffee mittagessen vorschlag vorschläge einladung kalender büro
  créneau horaire rendez rdv rencontre échange appel déjeuner proposition agenda bureau visio téléphone
  cita reunión llamada comida propuesta invitación oficina persona
`);

/** What people chat about where no time is named; no verb that could take the yes back, and nothing that could come between. */
export const chatWords = wordList(`
  idea news note message mail email letter reply weather sun sunshine rain snow spring summer autumn winter weekend week day today
  holiday holidays trip journey travels travel flight family kids children baby wife husband mum mom dad dog cat garden
  biscuits cookies cake tea croissants breakfast dinner drinks beer wine table link address details number invite agenda slides
  nice kind great wonderful fantastic excited happy glad pleased delighted grateful thankful received busy crazy hectic lovely sunny
  rest your yours everything everybody things life are
  what how such same place spot time times usual always ever as safe train phone mobile iphone typos brevity excuse sent from
  idee nachricht neuigkeiten wetter sonne regen schnee frühling sommer herbst winter wochenende woche tag heute urlaub ferien reise
  familie kinder hund garten kuchen kekse tee frühstück abendessen link adresse nummer unterlagen überraschung freude glück schön
  schöne schönes schönen toll tolle nette lieb freut freuen gefreut hören lesen sehen riesig total was wie sind geht gut prima erhalten bekommen
  nouvelles nouvelle message mail temps soleil pluie neige printemps été automne hiver vacances voyage famille enfants chien jardin
  gâteau croissants thé dîner lien adresse numéro surprise plaisir joie bonheur idée journée soirée semaine week-end année hâte
  contente content contents ravie ravi heureux heureuse heureuses enchantée enchanté belle beau bonne excellente excellent reçu
  noticia noticias mensaje correo tiempo sol lluvia nieve primavera verano otoño invierno vacaciones viaje familia niños niñas perro
  jardín pastel tarta té desayuno cena enlace dirección número teléfono sorpresa placer alegría ilusión gusto ganas idea día tarde
  noche semana finde feliz contento contenta encantado encantada lindo linda bonito bonita bueno verte leerte saludarte conocerte
  como cómo qué todo todos todas siempre recibido recibida
`);
