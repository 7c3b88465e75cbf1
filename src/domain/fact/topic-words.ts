/** The parts of sentences about a talk: when and where it was, what one calls it, and "about", in the languages that are read. */

export const when = {
  en: "(?: (?:yesterday|today|earlier|again|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|from (?:yesterday|\\p{L}+day)|in \\p{Lu}\\p{L}+|at (?:the|your) \\p{L}+|this (?:morning|week|afternoon)|last (?:week|night|month|time|\\p{L}+day)|the other (?:day|week)|over (?:coffee|lunch|dinner)|on the phone|with (?:you|us)))*",
  fr: "(?: (?:d'hier|hier|de (?:lundi|mardi|mercredi|jeudi|vendredi)|(?:lundi|mardi|mercredi|jeudi|vendredi)|l'autre jour|la semaine dernière|ce matin|avec (?:vous|toi)|au (?:téléphone|salon|séminaire|congrès|café|déjeuner|dîner)|ensemble))*",
  de: "(?: (?:gestern|heute|neulich|letzte woche|(?:am|vom) (?:montag|dienstag|mittwoch|donnerstag|freitag|letzten \\p{L}+)|von (?:gestern|neulich|letzter woche)|vorgestern|mit (?:dir|ihnen|euch)|kurz|ausführlich|so|noch|etwas|ein wenig|beim (?:essen|kaffee|mittagessen)))*",
  es: "(?: (?:de (?:ayer|hoy)|ayer|hoy|del? (?:lunes|martes|miércoles|jueves|viernes)|el (?:lunes|martes|miércoles|jueves|viernes|otro día)|la semana pasada|con(?:tigo| usted| ustedes| vosotros)|por teléfono|un rato))*",
};
export const talk = {
  en: "(?:(?!presentation|invit|link|slides?|tickets?|notes?|recording|reminder|offer|idea)\\p{L}+ ){0,3}?(?:chats?|talks?|conversations?|discussions?|calls?|exchanges?|meetings?|lunch|dinner|coffee|breakfast|catch-up|session)",
  fr: "(?:échanges?|conversations?|discussions?|entretiens?|appels?|déjeuners?|cafés?|réunions?|rendez-vous|entrevue)",
  de: "(?:\\p{L}+ ){0,2}?(?:gespräch[es]*|austausch|telefonate?|unterhaltung(?:en)?|anruf|treffen|mittagessen|kaffee|diskussion(?:en)?|plausch)",
  es: "(?:\\p{L}+ )?(?:charlas?|conversaci(?:ón|ones)|llamadas?|reuni(?:ón|ones)|comida|café|encuentro|intercambio|rato)",
};
export const about = {
  en: "(?:about|on|regarding|around|concerning)",
  fr: "(?:(?:sur|concernant) |(?<joined>(?:au sujet |à propos |autour )?(?:du |des |de la |de l')))",
  de: "(?:über|zum thema|rund um)",
  es: "(?:(?:sobre|acerca de|en torno a) |(?<joined>(?:acerca )?(?:del |de los |de las )))",
};
