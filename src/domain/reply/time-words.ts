/** How the four languages speak of days and hours: pieces of patterns, all lower case. */
import type { Language } from "../mail/language.ts";

export type TimeWords = {
  months: Readonly<Record<string, number>>;
  weekdays: Readonly<Record<string, number>>;
  /** Before a weekday: the one that is meant. */
  next: string;
  this: string;
  /** Before or behind a weekday: the one that was. */
  last: string;
  /** Behind a weekday ("lundi prochain", "Dienstag in einer Woche"). */
  nextBehind: string;
  /** Days from today. */
  relative: readonly { says: string; days: number }[];
  thisWeek: string;
  nextWeek: string;
  weekAfterNext: string;
  thisMonth: string;
  nextMonth: string;
  nextYear: string;
  weekOf: string;
  inCount: string;
  day: string;
  week: string;
  month: string;
  /** Before a number that is a day of the month. */
  dayArticle: string;
  ordinalEnd: string;
  parts: readonly { says: string; from: number; until: number }[];
  /** Words directly before an hour. */
  at: string;
  from: string;
  between: string;
  to: string;
  and: string;
  after: string;
  before: string;
  about: string;
  /** Behind a number: it is an hour. */
  hour: string;
  am: string;
  pm: string;
  either: string;
  early: string;
  late: string;
};

const table = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .flatMap((names, at) => names.split("/").map((name) => [name.replaceAll("_", " "), at + 1])),
  );

const hour = (hours: number, minutes = 0) => hours * 60 + minutes;

export const timeWords: Readonly<Record<Language, TimeWords>> = {
  en: {
    months: table(
      "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
    ),
    weekdays: table(
      "monday/mon tuesday/tue/tues wednesday/wed/weds thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun",
    ),
    last: "last|previous|past|this past|the last",
    next: "next|the following|following",
    this: "this|this coming|coming|on",
    nextBehind: "next week|of next week|the week after|the following week|a week from now",
    relative: [
      { says: "the day after tomorrow|day after tomorrow", days: 2 },
      { says: "today|this(?= (?:morning|afternoon|evening))|tonight|tonite", days: 0 },
      { says: "tomorrow|tmrw|tmr|tomorow|tommorow", days: 1 },
      { says: "yesterday", days: -1 },
    ],
    thisWeek: "this week|later this week|the rest of the week|the week",
    nextWeek: "next week|the following week|the week after|the coming week",
    weekAfterNext: "the week after next|week after next|in two weeks['’]? time|two weeks from now|in a fortnight",
    thisMonth: "this month|later this month",
    nextMonth: "next month|the following month",
    nextYear: "next year|the new year|new year",
    weekOf: "(?:the )?week (?:of|commencing|beginning|starting)(?: the)?",
    inCount: "in",
    day: "days?",
    week: "weeks?",
    month: "months?",
    dayArticle: "the|on the",
    ordinalEnd: "st|nd|rd|th",
    parts: [
      { says: "(?:in the |early |late |mid[- ]?|the |any )?mornings?", from: hour(6), until: hour(12) },
      { says: "(?:in the |early |late |mid[- ]?|the |any )?afternoons?|after lunch", from: hour(12), until: hour(18) },
      {
        says: "(?:in the |early |late |the |any )?evenings?|tonight|after work|after hours",
        from: hour(17),
        until: hour(22),
      },
      { says: "(?:at )?night", from: hour(19), until: hour(24) },
      { says: "(?:over |at |for )?(?:lunch(?:time| time)?)", from: hour(11, 30), until: hour(14) },
      { says: "before lunch", from: hour(6), until: hour(12) },
    ],
    at: "at|@",
    from: "from|starting",
    between: "between",
    to: "to|until|till|til|through|-",
    and: "and|&",
    after:
      "(?:any ?time |sometime )?(?:after|from|past|later than|as of|onwards? from|not before|not earlier than|no earlier than|starting (?:at|from))",
    before:
      "(?:any ?time )?(?:before|until|till|by|no later than|not later than|not after|up to|earlier than|latest(?: by)?|ending (?:at|by))",
    about: "about|around|approximately|approx\\.?|circa|ca\\.?|roughly|~|say",
    hour: "o['’]? ?clock|hrs?|hours|h",
    am: "a\\.?m\\.?|in the morning",
    pm: "p\\.?m\\.?|in the afternoon|in the evening|at night",
    either: "either|any|all|every|each|both",
    early: "early|beginning of|start of|the start of|the beginning of",
    late: "late|end of|the end of",
  },
  de: {
    months: table(
      "januar/jan/jänner/jänner februar/feb/feber märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov dezember/dez",
    ),
    weekdays: table(
      "montag/mo/montags dienstag/di/dienstags mittwoch/mi/mittwochs donnerstag/do/donnerstags freitag/fr/freitags samstag/sa/sonnabend/samstags sonntag/so/sonntags",
    ),
    last: "letzte[nrm]?|vergangene[nrm]?|vorige[nrm]?",
    next: "nächste[nrm]?|nächster|naechste[nrm]?|folgende[nrm]?",
    this: "diese[nrm]?|kommende[nrm]?|am|den|der|dem|jeden|ab",
    nextBehind: "nächste(?:r)? woche|nächster woche|der nächsten woche|in einer woche|kommender woche|kommende woche",
    relative: [
      { says: "übermorgen|uebermorgen", days: 2 },
      { says: "heute", days: 0 },
      {
        says: "morgen(?= (?:früh|vormittag|nachmittag|mittag|abend|um|ab|\\d|gegen|passt|geht|ginge|wäre|würde|vor|nach|zwischen|oder|ist|kann|habe|leider|bin|,))|(?<!(?:guten|am|jeden|den|dem|montag|dienstag|mittwoch|donnerstag|freitag) )morgen(?!s)",
        days: 1,
      },
      { says: "gestern", days: -1 },
    ],
    thisWeek: "diese woche|dieser woche",
    nextWeek:
      "nächste woche|nächster woche|kommende woche|kommender woche|naechste woche|der nächsten woche|folgende woche|die woche darauf",
    weekAfterNext: "übernächste woche|übernächster woche|in zwei wochen|in 14 tagen",
    thisMonth: "diesen monat|diesem monat",
    nextMonth: "nächsten monat|nächstem monat|kommenden monat|im nächsten monat|im kommenden monat",
    nextYear: "nächstes jahr|nächsten jahr|im neuen jahr|neues jahr|kommendes jahr|neuen jahr",
    weekOf: "(?:in der )?woche (?:vom|ab|um den|des)",
    inCount: "in",
    day: "tage?n?",
    week: "wochen?",
    month: "monate?n?",
    dayArticle: "am|den|der|dem|vom|zum",
    ordinalEnd: "\\.",
    parts: [
      {
        says: "(?:am |den )?(?:früh(?:en)? )?vormittags?|(?:am )?(?:frühen )?morgens|in der früh|(?<=(?:montag|dienstag|mittwoch|donnerstag|freitag|heute|am|früh(?:en)?) ?)morgen|früh(?= (?:um|gegen|ab))|(?<=morgen )früh",
        from: hour(6),
        until: hour(12),
      },
      { says: "(?:am |den )?(?:frühen |späten )?nachmittags?", from: hour(12), until: hour(18) },
      { says: "(?:am |den )?(?:frühen |späten )?abends?", from: hour(17), until: hour(22) },
      { says: "(?:am |über )?mittags?|zum mittagessen|zur mittagszeit", from: hour(11, 30), until: hour(14) },
    ],
    at: "um|@",
    from: "von|ab",
    between: "zwischen",
    to: "bis|-",
    and: "und|&",
    after: "(?:erst |gerne )?(?:ab|nach|nicht vor|frühestens(?: um)?|frühestens ab|später als)",
    before: "(?:vor|bis|spätestens(?: um)?|bis spätestens|nicht nach|früher als)",
    about: "gegen|circa|ca\\.?|etwa|ungefähr|so gegen|~",
    hour: "uhr|h",
    am: "uhr (?:morgens|früh|vormittags)|morgens|vormittags",
    pm: "uhr (?:nachmittags|abends)|nachmittags|abends",
    either: "beide|jede[rnms]?|alle|egal",
    early: "anfang|früh im|zu beginn",
    late: "ende",
  },
  fr: {
    months: table(
      "janvier/janv/jan février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct novembre/nov décembre/decembre/déc/dec",
    ),
    weekdays: table(
      "lundi/lun/lundis mardi/mardis mercredi/mercredis jeudi/jeudis vendredi/vendredis samedi/samedis dimanche/dimanches",
    ),
    last: "dernier|passé",
    next: "prochain",
    this: "ce|le|au|du",
    nextBehind: "de la semaine prochaine|la semaine prochaine|en huit|d['’]après|prochain|suivant",
    relative: [
      { says: "après[- ]demain|apres[- ]demain", days: 2 },
      { says: "aujourd['’]hui|cet(?:te)?(?= (?:après|soir|matin))|ce(?= (?:matin|soir|midi))", days: 0 },
      { says: "demain", days: 1 },
      { says: "hier", days: -1 },
    ],
    thisWeek: "cette semaine",
    nextWeek: "(?:la )?semaine prochaine|la semaine suivante|la semaine d['’]après",
    weekAfterNext: "dans deux semaines|dans 15 jours|dans quinze jours|la semaine d['’]après la prochaine",
    thisMonth: "ce mois(?:-ci)?",
    nextMonth: "le mois prochain|mois prochain",
    nextYear: "l['’]année prochaine|l['’]an prochain",
    weekOf: "(?:la )?semaine du",
    inCount: "dans|d['’]ici",
    day: "jours?",
    week: "semaines?",
    month: "mois",
    dayArticle: "le|au|du",
    ordinalEnd: "er|ème|e",
    parts: [
      {
        says: "(?:dans la |en |le |au |de |du )?(?:fin de |début de )?(?:matin(?:ée)?s?)",
        from: hour(6),
        until: hour(12),
      },
      {
        says: "(?:dans l['’]|en |l['’]|cet |de l['’]|d['’])?(?:fin d['’]|début d['’]|milieu d['’])?apr(?:è|e)s?[- ]?midis?|aprem",
        from: hour(12),
        until: hour(18),
      },
      { says: "(?:en |le |au |du )?(?:soir(?:ée)?s?|fin de journée)", from: hour(17), until: hour(22) },
      {
        says: "(?:à l['’]heure du |pour |au |le )?(?:déjeuner|dejeuner)|pause déjeuner|(?:entre|le|ce) midi",
        from: hour(11, 30),
        until: hour(14),
      },
    ],
    at: "à|vers les|@",
    from: "de|depuis|dès",
    between: "entre",
    to: "à|a|jusqu['’]à|-",
    and: "et|&",
    after: "(?:à partir de|a partir de|après|dès|pas avant|au plus tôt à|plus tard que)",
    before: "(?:avant|jusqu['’]à|au plus tard à|pas après)",
    about: "vers|environ|autour de|aux alentours de|~",
    hour: "h|heures?|hrs?",
    am: "du matin",
    pm: "de l['’]après-midi|du soir",
    either: "les deux|n['’]importe|tous|toutes|chaque",
    early: "début|debut|au début",
    late: "fin|en fin|à la fin",
  },
  es: {
    months: table(
      "enero/ene febrero/feb marzo abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic",
    ),
    weekdays: table("lunes martes miércoles/miercoles/mié jueves viernes sábado/sabado/sábados domingo/domingos"),
    last: "pasado",
    next: "próximo|proximo|siguiente",
    this: "este|el|al|del|los|próximo día",
    nextBehind: "de la semana que viene|de la próxima semana|la semana que viene|que viene|próximo|siguiente",
    relative: [
      { says: "pasado mañana", days: 2 },
      { says: "hoy|esta(?= (?:mañana|tarde|noche))", days: 0 },
      {
        says: "(?<!(?:la|por la|de la|las|una|cada|primera hora de la) )mañana(?! (?:por la|a la) (?!mañana|tarde|noche))",
        days: 1,
      },
      { says: "ayer", days: -1 },
    ],
    thisWeek: "esta semana",
    nextWeek:
      "(?:la )?(?:próxima semana|proxima semana|semana que viene|semana próxima|siguiente semana|semana siguiente)",
    weekAfterNext: "dentro de dos semanas|en dos semanas|en 15 días|en quince días",
    thisMonth: "este mes",
    nextMonth: "(?:el )?(?:próximo mes|mes que viene|mes próximo)",
    nextYear: "(?:el )?(?:próximo año|año que viene|año nuevo)",
    weekOf: "(?:la )?semana del",
    inCount: "en|dentro de",
    day: "días?",
    week: "semanas?",
    month: "meses|mes",
    dayArticle: "el|el día|día|al|del",
    ordinalEnd: "º|°",
    parts: [
      {
        says: "(?:por |en |de |a )?(?:la |las )(?:mañanas?)|(?<=(?:lunes|martes|miércoles|miercoles|jueves|viernes) )(?:por la )?mañana|primera hora|a media mañana|mañanas",
        from: hour(6),
        until: hour(12),
      },
      { says: "(?:por |en |de |a )?(?:la |las |esta |media )?tardes?", from: hour(12), until: hour(20) },
      { says: "(?:por |en |de |a )?(?:la |esta )?noche", from: hour(19), until: hour(23) },
      {
        says: "(?:al |a )?(?:mediodía|mediodia)|(?:para |a la hora de |de )?(?:comer|la comida|el almuerzo|almorzar)",
        from: hour(12),
        until: hour(15, 30),
      },
    ],
    at: "a las?|sobre las?|@",
    from: "de|desde(?: las?)?|de las?",
    between: "entre(?: las?)?",
    to: "a|a las?|hasta(?: las?)?|-",
    and: "y(?: las?)?|e|&",
    after: "(?:después de|despues de|a partir de|desde|no antes de|pasadas)(?: las?)?",
    before: "(?:antes de|hasta|como tarde a|a más tardar a|no después de)(?: las?)?",
    about: "sobre|hacia|alrededor de|a eso de|aproximadamente|~",
    hour: "h|horas?|hrs?",
    am: "a\\.? ?m\\.?|de la mañana",
    pm: "p\\.? ?m\\.?|de la tarde|de la noche",
    either: "cualquiera|cualquier|ambos|todos|cada",
    early: "principios de|inicios de|a principios de",
    late: "finales de|a finales de|fin de|final de",
  },
};

/** The names of a table as a pattern, longest first. */
export const alternatives = (record: Readonly<Record<string, number>>) =>
  Object.keys(record)
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(".", "\\."))
    .join("|");
