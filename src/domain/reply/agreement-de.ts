/** Set phrases of agreement in German, for `agreement.ts`. */
export const german = `
  von (?:mir|uns|meiner seite|unserer seite)(?: (?:ein|eine|aus))?(?: (?:klares|dickes|großes|lautes|eindeutiges|freudiges|herzliches))? ja|(?:ein )?(?:klares|dickes|großes|lautes|eindeutiges|freudiges) ja(?: (?:zu|von mir|von uns))?
  (?:hab|habe|haben) (?:ich|wir) (?:gar |absolut |überhaupt )?kein(?:e|erlei)? (?:problem|probleme|einwände|einwand|bedenken)(?: mit| gegen)?|auf (?:mich|uns) ist verlass|perfektes timing|prächtig|prachtvoll|steht(?: (?:schon|jetzt|nun|fest|dick|fett|rot|in rot|ganz groß|groß|bereits))* (?:im|in meinem|in unserem|in der|in meiner) (?:kalender|agenda|planer|terminkalender)
  (?:sprechen|treffen|sehen|telefonieren) wir (?:uns )?(?:sehr )?(?:gern|gerne)|(?:sage|sag) (?:ich )?(?:gerne? |hiermit |sofort )?zu
  (?:mit|mit dem) (?:größte[mnr]|große[mnr]|allergrößte[mnr]|viel|besondere[mnr]|sehr große[mnr]|höchste[mnr]) (?:vergnügen|freude)
  (?:ich |wir )?(?:wähle|wählen|favorisiere|entscheide mich für|entscheiden uns für|stimme für|stimmen für|votiere für|optiere für)
  kommt (?:mir|uns)(?: (?:sehr|gut|wunderbar|bestens|äußerst))* (?:entgegen|gelegen|recht|zupass)|hiermit
  von (?:ihren|deinen|euren|den|diesen)(?: (?:zwei|drei|vier|fünf|[2-5]))? (?:vorschlägen|terminen|optionen|angeboten|zeiten|möglichkeiten|terminvorschlägen)
  jawoll|(?:können|könnten) wir(?: (?:so|gerne?|das|es|machen|festhalten|nehmen|einplanen|festmachen))+
  (?:ist|wäre) (?:bei )?(?:mir|uns) (?:noch |auch )?frei|(?:ist|wäre) bei (?:mir|uns) frei
  (?:bleiben wir|bleibt es|es bleibt) (?:bei|beim)|(?:sieht|schaut)(?: (?:sehr|bei mir|bei uns|hier))* gut aus
  (?:alles|na) (?:klar|bestens|gut|paletti|roger)|geht in ordnung
  (?:ist )?(?:fix|fest eingeplant|geblockt|eingetragen|vorgemerkt|reserviert für (?:uns|sie|dich|euch))
  (?:habe|hab|haben) (?:ich|wir)(?: (?:mir|uns|fest|schon|gleich|bereits|es|den|das|dafür))* (?:eingeplant|notiert|vorgemerkt|eingetragen|geblockt|freigehalten|reserviert|frei|zeit)
  (?:ich |wir )?(?:freuen?|freu)(?: (?:mich|uns|ich|schon|sehr|auf))+ (?:unser|das|ein) (?:gespräch|treffen|telefonat|kennenlernen|wiedersehen)(?: (?:am|um))?
  (?:ich )?bin(?: (?:gerne?|natürlich|sehr|auf jeden fall|selbstverständlich))* (?:dabei|verfügbar|frei)
  bestens geeignet|bestätige(?:n)?(?: (?:ich|wir|hiermit|ihnen|dir|gerne?|den|unseren|das))*

  (?:nehme|nehmen|nähme)(?: (?:ich|wir|sehr|gerne?|das|den|es|liebend|dankend))*(?: (?:wahr|an|entgegen))?
  wahr(?=[.!, ]*$)|(?:halte|halten)(?: (?:ich|wir|ihnen|dir|mir|uns|es|den|gerne?))*(?: (?:frei|fest))?
  (?:sage|sagen)(?: (?:ich|wir|hiermit|gerne?|sehr|ihnen|dir))* zu|richte?(?: (?:ich|es|das|mir|wir|uns))* ein
  lässt sich(?: (?:gut|machen|prima))* ?einrichten|(?:gut )?einrichten
  (?:kriege?|bekomme|schaffe?)(?: (?:ich|wir|das|es))* ?hin|schaffe ich|schlage ich ein
  steht(?=[.!, ]*$| (?:fest|im kalender))|gilt|(?:wir )?(?:sehen|sprechen|hören|treffen|lesen) (?:wir )?uns|passend
  geeignet|machbar|günstig|vortrefflich|vorzüglich|exzellent|erstklassig|sensationell|spitzenmäßig|wie gemacht
  ausgemacht|vereinbart|festgehalten|festgemacht|fixiert|gesetzt|eingeplant|vermerkt|freigehalten|großartig
  grossartig|herrlich|fantastisch|phantastisch|traumhaft|optimal|fein|bombig|tipptopp|genial|cool|mega|hammer|läuft
  logo|deal|genehm|angenehm|willkommen|bereit|pünktlich|zur stelle|am start|an bord
  (?:ist |wäre |es ist )?(?:mir|uns) (?:eine|ein) (?:große )?(?:freude|ehre|vergnügen|fest)|gefällt (?:mir|uns)
  sagt (?:mir|uns) zu|(?:ihr|dein|euer) (?:vorschlag|termin|terminvorschlag|angebot)(?! (?:am|vom|für))|liebend
  dankend|dankbar|verbleibe ich|trifft sich (?:gut|prima|bestens)
  (?:steht|spricht) nichts (?:im wege?|entgegen|dagegen)|(?:treffe|sehe) ich (?:sie|dich|euch)
  freue ich mich(?: (?:sehr|schon|auf (?:sie|dich|euch|unser \\p{L}+|das \\p{L}+|den \\p{L}+)))*
  rechne ich (?:fest )?mit (?:ihnen|dir)|warte ich auf (?:sie|dich)
  bin ich (?:da|zur stelle|für sie da|bereit|vor ort)|komme ich(?: (?:gerne?|vorbei|zu (?:ihnen|dir|euch)))*
  kommen wir|mach(?:e|en)? (?:ich|wir)(?: (?:gerne?|doch))*
  (?:ich |wir )?(?:freuen?|freu) (?:mich|uns) (?:sehr |schon )*(?:auf|drauf)|sag(?:e|en)? (?:ich|wir) zu
  (?:die |den |das )?(?:ich|wir)(?: (?:für|gerne?|hiermit))* annehme|annehmen|annehme
  soll mir (?:sehr |auch )?recht sein|(?:ich )?trage? (?:ich )?(?:mir|uns)(?= )
  (?:den|das|der) nehm(?:e|en)? (?:ich|wir)|bleib(?:t|en)? (?:wir )?dabei|da(?:rauf)? freue ich mich
`;
