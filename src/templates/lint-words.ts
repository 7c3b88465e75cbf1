/** What a personal letter does not say, in all four languages: letters are mixed more often than one thinks. */

/** Any of them as whole words, in any case. JavaScript's own word border knows no letters with accents. */
const phrase = (...patterns: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${patterns.join("|")})(?!\\p{L})`, "iu");

/** Openers and fillers that say nothing (requirements §4). */
export const fillers = phrase(
  "hope (?:this|you|all|everything) [^.!?]{0,25}(?:well|great|fine)(?= |[.,!]|$)(?! for)",
  "hope this (?:e?-?mail|message|note)? ?finds you",
  "i came across",
  "just (?:wanted to|checking in|following up|a quick)",
  "touch(?:ing|ed)? base",
  "circl(?:e|ing) back",
  "add you to my (?:professional )?network",
  "pick(?:ing)? your brains?",
  "bump(?:ing)? this",
  "at your earliest convenience",
  "reach(?:ing)? out",
  "to whom it may concern",
  "j'espère que (?:vous allez|tu vas|tout va) bien",
  "je me permets de",
  "je voulais juste",
  "je reviens vers (?:vous|toi)",
  "petite relance",
  "n'hésite[zs]? pas à",
  "je suis tombée? sur",
  "ich hoffe,? (?:es|dir|ihnen|dass)[^.!?]{0,20} gut",
  "ich wollte (?:nur|mich nur|kurz|mal kurz)",
  "nur kurz nachfragen",
  "nachhaken",
  "in mein netzwerk",
  "bin (?:ich )?auf (?:sie|dich|ihr profil) gestoßen",
  "(?:espero|deseo) que (?:este correo|esté|estés|te encuentres|se encuentre|todo vaya)[^.!?]{0,20}bien",
  "solo quería",
  "retomando (?:este|mi)",
  "a mi red(?: profesional)?",
  "me encontré con (?:su|tu) perfil",
);

export const sellingWords = phrase(
  "(?:limited|special|exclusive) (?:offer|deal)",
  "discount|free trial|act now|buy now|book a demo|win-win|no-brainer|game.changer|value proposition",
  "our (?:product|solution|platform|offering)s?",
  "offre (?:limitée|spéciale|exclusive)|remise|essai gratuit|nos? (?:produits?|solutions?)",
  "sonderangebot|rabatt|kostenlos testen|unsere?[mnrs]? (?:produkte?|lösung(?:en)?|plattform)|jetzt (?:kaufen|zugreifen)",
  "oferta (?:limitada|especial|exclusiva)|descuento|prueba gratuita|nuestr[ao]s? (?:productos?|soluci(?:ón|ones)|plataforma)",
);

/** Words of praise; one sentence of it is warm, two are gushing. */
export const praise = phrase(
  "admire|amazing|awesome|brilliant|excellent|exceptional|fantastic|impress(?:ed|ive)|incredible|inspir(?:ed|ing)",
  "outstanding|wonderful",
  "j'admire|bluffée?|brillante?|exceptionnelle?|extraordinaire|formidable|impressionn(?:ée?|ante?)|inspirante?|remarquable",
  "beeindruck(?:t|end)|bewunder(?:e|nswert)|brillant|fantastisch|großartig|hervorragend|inspirierend|wunderbar",
  "admiro|brillantes?|excelente|excepcional|extraordinari[oa]|fantástic[oa]|impresionante|increíble|inspiradora?|maravillos[oa]",
);

/** A wish to meet that names no day (R19, §4). */
export const vagueTimes = phrase(
  "some ?day|sometime|one of these days|at some point",
  "un de ces jours|un jour ou l'autre|à l'occasion",
  "irgendwann(?: mal)?|bei gelegenheit|demnächst mal",
  "algún día|un día de estos|cuando sea",
);

/** Greetings that fit only a part of the day: from which to which minute. */
export const greetingsOfTheDay: readonly { says: RegExp; fromMinute: number; untilMinute: number }[] = [
  { says: phrase("good morning|guten morgen"), fromMinute: 0, untilMinute: 12 * 60 },
  { says: phrase("buenos días"), fromMinute: 0, untilMinute: 14 * 60 },
  { says: phrase("good afternoon"), fromMinute: 12 * 60, untilMinute: 18 * 60 },
  { says: phrase("buenas tardes"), fromMinute: 12 * 60, untilMinute: 21 * 60 },
  { says: phrase("good evening|bonsoir|guten abend"), fromMinute: 17 * 60, untilMinute: 24 * 60 },
  { says: phrase("buenas noches"), fromMinute: 20 * 60, untilMinute: 24 * 60 },
];

export const shorteners =
  /(?<![\w.])(?:https?:\/\/)?(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|shorturl\.at|lnkd\.in|rb\.gy|tiny\.cc)\/\S/i;

export const companySuffix =
  /(?<!\p{L})\p{Lu}[\p{L}&-]+,? (Inc|Ltd|LLC|LLP|GmbH|AG|S\.A\.|SA|SARL|SAS|S\.L\.|SL|Corp|PLC|BV|Oy|AB)(?![\p{L}\p{N}])\.?/u;

/** A, b and c at the end of a sentence, the second and the third of at most three words. */
const listed =
  /(?<!\p{L})[\p{L}'-]+, ((?:[\p{L}'-]+ ){0,2}[\p{L}'-]+)(?:,? (?:and|or)| (?:et|ou|und|oder|y|o|e|u)) ((?:[\p{L}'-]+ ){0,2}[\p{L}'-]+)(?=\s*[.?!]|$)/gu;
const pronoun = phrase(
  "i|you|he|she|we|they|it|me|us|je|j'.*|tu|toi|moi|nous|vous|on|il|elle|ich|du|dich|mich|er|sie|es|wir|ihr|yo|tú|ti|él|ella|usted|nos|te|se",
);
/** What begins with one of these hangs on what is before it. */
const joining = phrase(
  "about|with|without|for|in|at|on|of|by|from|to|as|so|but|which|who|that|because|where|when|avec|sans|pour|dans|sur|de|qui|que|mais|mit|ohne|für|bei|auf|über|von|zu|aber|denn|weil|con|sin|para|en|sobre|pero|porque",
);
const isName = (item: string) => /^\p{Lu}/u.test(item);

/** Three short things in a row read like a brochure. Names are no such list, nor is a clause with its subject. */
export const hasListOfThree = (sentence: string): boolean =>
  [...sentence.matchAll(listed)].some(
    ([, second = "", third = ""]) =>
      !(isName(second) && isName(third)) &&
      !joining.test(second.split(" ")[0] ?? "") &&
      !`${second} ${third}`.split(" ").some((word) => pronoun.test(word)),
  );
