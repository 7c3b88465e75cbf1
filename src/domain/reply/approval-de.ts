/** How good a time is in German, and how it is taken and written down, put together of words and frames, for `agreement.ts`. */
import { alternativesOf } from "./role.ts";

/** Of Germany, Austria and Switzerland. */
const good = alternativesOf(`
  gut|sehr gut|bestens|prima|super|toll|klasse|spitze|perfekt|ideal|optimal|wunderbar|wunderschön|hervorragend
  ausgezeichnet|großartig|grossartig|herrlich|fantastisch|phantastisch|genial|genialst|cool|mega|fein|leiwand
  urleiwand|lässig|geil|tiptop|tipptopp|top|bombe|bombig|famos|fabelhaft|exzellent|vorzüglich|vortrefflich
  traumhaft|angenehm|günstig|passend|recht|mir recht|lieb|willkommen|okay|okey|ok|oke|in ordnung|kein problem
  gar kein problem|überhaupt kein problem|kein thema|problemlos|problemlos möglich|unproblematisch|stimmig|gäbig|guet|supi|dufte|knorke|schnieke|astrein|einwandfrei|tadellos
  sauber|wie gemalt|wie gerufen|wie geschaffen|wie gemacht|genau richtig|goldrichtig|genau das richtige|schön
  nett|hübsch|praktisch|bequem|erfreulich|überragend|sensationell|erste sahne|der hammer|ein traum|eine freude
  am besten|das beste|am günstigsten|am angenehmsten|locker|gmahde wiesn|a gmahde wiesn|pipifein|klass|supa|primissima
`);
const how =
  "(?:bei|für|mir|mich|uns|sich|da|halt|eh|also|ganz|sehr|absolut|wirklich|echt|einfach|total|voll|richtig|wahnsinnig|außerordentlich|ausgesprochen|zeitlich|terminlich|persönlich|doch|ja|schon|so|gerade|genau|hier|dann|auf jeden fall|natürlich|überhaupt|besonders|durchaus|vollkommen|völlig|jedenfalls|äußerst)";
const written =
  "(?:eingetragen|notiert|vorgemerkt|vermerkt|geblockt|blockiert|reserviert|gebucht|eingeplant|festgehalten|aufgeschrieben|eingeschrieben|gespeichert|freigehalten|freigeschaufelt|fixiert|abgespeichert)";
const calendar =
  "(?:kalender|terminkalender|agenda|planer|terminplaner|terminbuch|notizbuch|handy|outlook|kalenderchen)";

export const approval = `
  (?:ist|wäre|wär|wird|klingt|tönt|hört sich|liest sich|schaut|sieht|geht|ginge|passt|passte|passert|würde|klappt|klappte|kommt|käme|trifft sich|haut|fällt|liegt|läuft|lässt sich|erscheint|scheint|gefällt|taugt|isch|wär's|is|passts|past|päßt|paßt|passt's|hätte ich)(?: ${how}){0,5} (?:${good})(?: (?:an|aus|hin|gelegen|entgegen|rein|einrichten|machen|zeit))?(?: (?:für|bei) (?:mich|mir|uns))?
  (?:geht|ginge|gehts|geht's)(?: ${how}){0,5} (?:sich )?(?:${how} ){0,5}(?:(?:${good}) )?aus(?: (?:für|bei) (?:mich|mir|uns))?
  (?:hört|hörte) sich (?:${how} ){0,5}(?:${good}) an|haut(?: ${how}){0,5}(?: (?:${good}))? hin|(?:schaut|sieht)(?: ${how}){0,5} (?:${good}) aus
  (?:passt|klappt|geht|ginge|läuft|taugt|funktioniert|kommt hin|langt|rennt)(?: ${how}){1,5}|(?:${good}) (?:für|bei) (?:mich|mir|uns)
  (?:passt|klappt|geht) (?:wie (?:die faust aufs auge|angegossen|gespuckt|geschmiert))

  (?:nehme|nehm|nimm|buche|buch|wähle|wähl|schnappe|schnapp|sichere|reserviere|krall|kralle|greife|greif|entscheide|bevorzuge|akzeptiere|bestätige|bestätig|fixiere|fixier|blocke|block|notiere|notier|vermerke|merke|merk|trage|trag|schreibe|schreib|halte|halt|plane|plan|speichere)(?: (?:ich|wir|mir|mich|uns|sehr|gern|gerne|das|es|den|ihn|dann|also|hiermit|gleich|sofort|direkt|mal|dankend|natürlich|für|zu|vor|ein|fest|an|ihnen|dir|so|termin|schon)){0,5}
  (?:ich|wir) (?:nehme|nehmen|nehm|nimm|buche|buchen|wähle|wählen|schnappe|schnapp|reserviere|reservieren|bestätige|bestätigen|akzeptiere|akzeptieren|fixiere|fixieren|blocke|notiere|notieren|vermerke|trage|trag|halte|halten|plane|planen)(?: (?:mir|mich|uns|sehr|gern|gerne|das|es|den|ihn|dann|also|hiermit|gleich|sofort|direkt|mal|dankend|natürlich|für|zu|vor|ein|fest|an|ihnen|dir|so|termin|schon)){0,5}
  (?:trag|schreib|setz|plan|buch|notier)(?:e|en sie|t)? (?:mich|uns)(?: (?:bitte|gern|gerne|ruhig|da|dafür|für|ein|an|mal|auf|gleich)){0,5}

  (?:(?:ich|wir|hab|habe|haben|hätte|ist|wird|sind|hiermit|schon|gleich|direkt|soeben|gerade|bereits|eben|es|das|den|ihn|mir|uns|termin|alles|fix|fest|so|dick|rot|sofort|auch gleich) ){1,5}${written}
  ${written}(?=[ ,.!]*$)|(?:steht|ist|kommt|hab ich|habe ich|wandert|landet|schon|bereits|fix|fest)(?: (?:schon|fix|fest|jetzt|nun|auch|bereits|so|dick|gleich|sofort|direkt|es|das|ihn|den)){0,5} (?:im|in den|in der|in meinem|in meiner|in meinen|in meine|auf dem) ${calendar}(?: ${written})?
  (?:im|in den|in der|in meinem|in meiner|in meinen|in meine) ${calendar}

  (?:bin|sind)(?: (?:ich|wir|gern|gerne|natürlich|sicher|auf jeden fall|dann|selbstverständlich)){0,5} (?:da|dort|dabei|pünktlich|vor ort|bei (?:ihnen|dir|euch)|zur stelle|am start|frei|verfügbar)
  (?:ich|wir) (?:bin|sind)(?: (?:gern|gerne|natürlich|sicher|dann|auf jeden fall|pünktlich)){0,5} (?:da|dort|dabei|pünktlich|vor ort|bei (?:ihnen|dir|euch))
  (?:ich komme|komme ich|komm ich|i kumm|kumm i|wir kommen|kommen wir|ich schaue|schaue ich|schau ich|ich bin|bin ich)(?: (?:gern|gerne|sehr|natürlich|pünktlich|dann|also|mit freude)){0,5}(?: (?:vorbei|rüber|hin|rauf|zu (?:ihnen|dir|euch)|bei (?:ihnen|dir|euch)))(?: (?:vorbei|ins (?:büro|haus|atelier|geschäft|institut)|in die (?:praxis|kanzlei|werkstatt|firma|ordination)|in den (?:laden|betrieb))){0,5}
  zu (?:ihnen|dir|euch)(?: (?:ins (?:büro|haus|atelier|geschäft|institut)|in die (?:praxis|kanzlei|werkstatt|firma|ordination)|in den (?:laden|betrieb)))
  bei (?:ihnen|dir|euch)(?: (?:im (?:büro|haus|atelier|geschäft|institut|laden|betrieb)|in der (?:praxis|kanzlei|werkstatt|firma|ordination)))?
  (?:bis|tschau bis|tschüss bis) (?:dann|denn|dahin|bald)|(?:wir )?(?:sehen|sprechen|hören|treffen) (?:wir )?uns(?: dann)?|(?:sehn|sehma|seng) (?:ma )?(?:uns|si)
  (?:ich |wir )?(?:bestätige|bestätigen)(?: (?:ich|wir|hiermit|ihnen|dir|gern|gerne|den|das|unseren|termin)){0,5}|hiermit (?:bestätige|bestätigt|fix|zugesagt)
  (?:geht|ist) (?:sich )?(?:klar|in ordnung|fix)(?: (?:für|bei) (?:mich|mir|uns))?|(?:ist |wäre )?(?:für|bei) (?:mich|mir|uns) (?:in ordnung|okay|ok|gut|fein|prima|recht)
`;
