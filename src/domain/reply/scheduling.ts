/** Whether a letter is about finding a time: it names one, or asks to meet or talk. Only the answer to such a letter is read as one. */
import type { Language } from "../mail/language.ts";
import type { TrimmedText } from "../mail/new-text.ts";
import { dayIn, type Instant, type Zone } from "../time.ts";
import { sentencesOf } from "./sentences.ts";
import { readable, readTimes } from "./time-phrases.ts";

const meeting: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:meet(?:ing)?|(?:a |the |quick |short )call|coffee|lunch|catch up|get together|schedule|availability)(?!\p{L})/u,
  de: /(?<!\p{L})(?:treffen|termin\p{L}*|telefonier\p{L}*|telefonat|kaffee|mittagessen|zusammensetzen|austausch)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:rencontr\p{L}*|rendez-vous|rdv|café|déjeuner|appel|créneau\p{L}*|disponibilité\p{L}*)(?!\p{L})/u,
  es: /(?<!\p{L})(?:reuni\p{L}*|quedar|quedamos|café|almuerzo|comer juntos|llamada|cita|disponibilidad)(?!\p{L})/u,
};

/** Minutes since 00:00 between which a bare hour is read. */
const workday = { from: 8 * 60, until: 19 * 60 };

export function isAboutMeeting(
  letter: TrimmedText,
  { language, zone, writtenAt }: { language: Language; zone: Zone; writtenAt: Instant },
): boolean {
  const context = { language, writtenOn: dayIn(zone, writtenAt), workingHours: workday };
  return sentencesOf(letter).some(
    (sentence) => meeting[language].test(readable(sentence)) || readTimes(sentence, context).phrases.length > 0,
  );
}
