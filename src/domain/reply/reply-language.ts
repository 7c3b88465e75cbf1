/** In which of the four languages a reply is written. */
import { type Language, languageIn } from "../mail/language.ts";
import { readable } from "./time-phrases.ts";

/** The reply's own words decide; a few of them say too little, then weekdays do, then the offer's language. */
export function languageOf(text: string, offered: Language): Language {
  const own = languageIn(text);
  if (own !== undefined) return own;
  const plain = readable(text);
  const scores = (["en", "fr", "de", "es"] as const).map(
    (language) => [language, (plain.match(typical[language]) ?? []).length] as const,
  );
  const [best, second] = scores.toSorted(([, one], [, other]) => other - one);
  return best !== undefined &&
    best[1] > (second?.[1] ?? 0) &&
    best[1] > scores.find(([language]) => language === offered)![1]
    ? best[0]
    : offered;
}

const typical: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}])(?:monday|tuesday|wednesday|thursday|friday|works|sounds|good|great|fine|perfect|yes|thanks|me|the|is|at|see|you|let's|okay|sure|for|[ap]m|tomorrow|next|week)(?![\p{L}])/gu,
  de: /(?<![\p{L}])(?:montag|dienstag|mittwoch|donnerstag|freitag|passt|gerne?|gut|um|uhr|danke|mir|bei|ja|nein|am|der|ich|bis|dann|morgen|woche|nächste|geht|nicht|bitte|den|die|das|der|ist|und|mit|termin\p{L}*|eintragen)(?![\p{L}])/gu,
  fr: /(?<![\p{L}])(?:lundi|mardi|mercredi|jeudi|vendredi|parfait|convient|merci|oui|non|bien|à|le|me|va|pour|heures?|\d{1,2}h(?:\d\d)?|demain|semaine|prochaine?|d'accord|je|pas|moi)(?![\p{L}])/gu,
  es: /(?<![\p{L}])(?:lunes|martes|mi[eé]rcoles|jueves|viernes|\d{1,2}hs?|perfecto|vale|gracias|sí|bien|a las|el|me|va|viene|mañana|semana|próxim[oa]|acuerdo|genial|puedo|que)(?![\p{L}])/gu,
};
