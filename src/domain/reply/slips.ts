/** Slips of the thumb that can only mean one word: two letters of a common long word changed places, "4 me", "gr8", "fuer". */

const common =
  "monday tuesday wednesday thursday friday works perfect great sounds thanks thank looking forward confirmed please afternoon morning " +
  "montag dienstag mittwoch donnerstag freitag passt perfekt danke gerne super klappt bitte vielen " +
  "lundi mardi mercredi jeudi vendredi parfait merci convient accord volontiers bonjour " +
  "lunes martes miércoles jueves viernes perfecto gracias genial acuerdo saludos";

/** By each way to swap two neighbouring letters of a common word, that word; what is a word itself is none. */
const swapped: ReadonlyMap<string, string> = (() => {
  const words = common.split(" ");
  const slips = words.flatMap((word) =>
    Array.from({ length: word.length - 1 }, (_, at) => {
      const slip = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
      return [slip, word] as const;
    }),
  );
  return new Map(slips.filter(([slip]) => slip.length >= 5 && !words.includes(slip)));
})();

/** Laughter with which a line ends, and a mark of it drawn with letters; it says nothing. */
const laughter =
  /(?<=^|[ ,.!])(?:lol|lmao|rofl|haha(?:ha)*h?|hehe(?:he)*|hihi|ha ha|jaja(?:ja)+j?|jajaj?(?=[ .!]*$)|jeje(?:je)*|jiji|mdr|ptdr|xd+|rires?)(?=[ ,.!)]*$)/gu;

const short: readonly (readonly [RegExp, string])[] = [
  [laughter, " "],
  // "Buenaaas", "sooo"
  [/(\p{L})\1{2,}/gu, "$1"],
  // "el viernes 16 y 30", "a las 16 30"
  [
    /(?<=(?<!\p{L})(?:lunes|martes|miércoles|miercoles|jueves|viernes|las) \d{1,2}) y (?=(?:15|30|45)(?![\d:/-]|[.,]\d))/gu,
    ":",
  ],
  [
    /(?<=(?<!\p{L})(?:a las|um|at|à) \d{1,2}) (?=(?:00|15|30|45)(?![\d:/-]|[.,]\d| ?(?:min|people|personas|personnes|leute)))/gu,
    ":",
  ],
  // "martes diez de la mañana"
  [
    /(?<=(?<!\p{L})(?:lunes|martes|miércoles|miercoles|jueves|viernes),? )(?=(?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d{1,2}) (?:y (?:media|cuarto) )?de la (?:mañana|tarde)(?!\p{L}))/gu,
    "a las ",
  ],
  // "el de las 14"
  [/(?<=(?<!\p{L})(?:el|la|lo) )de (?=las \d)/gu, "a "],
  [/(?<=(?<!\p{L})hasta )(?:el )?mediod[ií]a(?!\p{L})/gu, "las 12"],
  [/(?<!\p{L})mer(?= à \d{1,2} ?h)/gu, "mercredi"],
  // "Las cuatro y media es ideal"
  [
    /(?<!\p{L})(?<!(?:^|[^\p{L}])(?:a|de|del|entre|desde|hasta|sobre|para|y|hacia|antes de|después de) )(?=las? (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d{1,2}) (?:y (?:media|cuarto)|menos cuarto|en punto)(?!\p{L}))/gu,
    "a ",
  ],
  // "De las tres, el miércoles"
  [/(?<!\p{L})(?:de|entre) l[ao]s tres, /gu, ""],
  // "me re sirve", "por fa", "is guad"
  [/(?<=(?<!\p{L})(?:me|nos) )re (?=\p{L})/gu, ""],
  [/(?<!\p{L})por fa(?!\p{L})/gu, "por favor"],
  [/(?<!\p{L})is guad(?!\p{L})/gu, "ist gut"],
  [/(?<!\p{L})vmos(?!\p{L})/gu, "vemos"],
  [/(?<!\p{L})x (?=(?:all[aá]|ac[aá]|ah[ií]|aqu[ií]|todo|favor|la (?:tarde|mañana))(?!\p{L}))/gu, "por "],
  [/(?<!\p{L})(?:apr[eè]s midi|apres-midi)(?!\p{L})/gu, "après-midi"],
  // "den Mittwochs-Slot": not every Wednesday
  [/(?<=(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag))s-(?=(?:slot|termin|option|vorschlag))/gu, " "],
  [/(?<=\p{L} )4 (?=(?:me|us|u|you)(?!\p{L}))/gu, "for "],
  [/(?<=(?<!\p{L})(?:see|send|meet|thank|tell|show|give|to|with|can|will|are|do) )u(?![\p{L}.])/gu, "you"],
  [
    /(?<=(?<!\p{L})(?:mon|tue|tues|wed|thu|thur|thurs|fri)), (?=(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.? \d)/gu,
    " ",
  ],
  // "mittwoch 1400"
  [
    /(?<=(?<!\p{L})(?:(?:mon|diens|donners|frei)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|(?:mon|tues|wednes|thurs|fri)day),? (?:(?:um|da|at|à|a las) )?)(0[7-9]|1\d|20)([0-5][05])(?![\d:/-]|[.,]\d|\p{L})/gu,
    "$1:$2",
  ],
  // "fri 430"
  [
    /(?<=(?<!\p{L})(?:mon|tues?|wed|weds|thurs?|fri)(?:day|nesday|sday|rsday)? (?:at |@ ?)?)([1-9])([0-5]0|[1-5]5)(?![\d:/-]|[.,]\d)/gu,
    "$1:$2",
  ],
  // "De las tres fechas": which of them comes behind.
  [
    /(?<=(?<!\p{L})(?:of|von|des|de|entre|among) (?:the |these |your |den |deinen |ihren |diesen |eueren |las |los |sus |tus |esas |esos |vos |tes |les |ces )?)(?:[2-4]|three|two|drei|zwei|trois|deux|tres|dos) (?=(?:slots|times|dates|options|suggestions|proposals|days|termine?n?|vorschläge?n?|zeiten|optionen|möglichkeiten|tagen|créneaux|choix|horaires|propositions|jours|fechas|opciones|horarios?|propuestas|huecos|días)(?!\p{L}))/gu,
    "",
  ],
  [/(?<!\S)\+1(?=\s)/gu, "yes"],
  [/(?<!\p{L})w\/ ?(?=(?:me|us|you|pleasure)(?!\p{L}))/gu, "with "],
  [/(?<!\p{L})gr8(?!\p{L})/gu, "great"],
  [/(?<!\p{L})fuer(?!\p{L})/gu, "für"],
  [/(?<!\p{L})gruesse(?!\p{L})/gu, "grüße"],
  [/(?<=(?<!\p{L})(?:m|k|sch))oe(?=chte|nnen|n(?:e[nmrs]?)?(?!\p{L}))/gu, "ö"],
  [/(?<=(?<!\p{L})w)(?:ae|ue)(?=re(?!\p{L}))/gu, "ä"],
];

/** Lower case in and out. */
export const withoutSlips = (text: string): string =>
  short
    .reduce((left, [slip, word]) => left.replace(slip, word), text)
    .replace(/\p{L}{5,}/gu, (word) => swapped.get(word) ?? word);
