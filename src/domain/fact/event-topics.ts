/** What a meeting was about, where its title or description says so: "Coffee: the pilot", "Agenda: hiring analysts". */
import type { Language } from "../mail/language.ts";
import { companyAtStart, isNameWritten, nounPhrase } from "./phrase.ts";

const kinds =
  "(?:coffee|lunch|dinner|breakfast|call|phone call|video call|meeting|catch-?up|chat|talk|drinks|walk|café|déjeuner|appel|réunion|entretien|point|kaffee|mittagessen|telefonat|gespräch|treffen|termin|besprechung|comida|llamada|reunión|charla)";

/** Behind the kind of meeting: a word for "about", or a mark that stands for one in a title. */
const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    new RegExp(`^${kinds} (?:about|on|re|regarding) (?=\\p{L})`, "iu"),
    /^(?:discuss|talk about|talk through) (?=\p{L})/iu,
    /^(?:agenda|topic|about|subject) ?: (?=\p{L})/iu,
  ],
  fr: [
    new RegExp(`^${kinds} (?:sur|au sujet de) (?=(?:le |la |les |l'))`, "iu"),
    /^(?:sujet|objet|ordre du jour) ?: (?=(?:le |la |les |l'))/iu,
  ],
  de: [new RegExp(`^${kinds} über (?=\\p{L})`, "iu"), /^(?:thema|tagesordnung) ?: (?=(?:die |das ))/iu],
  es: [new RegExp(`^${kinds} sobre (?=\\p{L})`, "iu"), /^(?:tema|asunto|orden del día) ?: (?=(?:el |la |los |las ))/iu],
};

const textMax = 1_000;

/** The first that is said, and in which language; a name or a company alone is none. */
export function topicOfMeeting(
  { title, description }: { title: string; description?: string },
  names: readonly string[],
): { text: string; quote: string; locale: Language } | undefined {
  const lines = [title, ...(description ?? "").slice(0, textMax).split("\n")].map((line) => line.trim());
  for (const line of lines) {
    for (const [locale, ones] of Object.entries(patterns) as [Language, readonly RegExp[]][]) {
      const found = ones.map((one) => one.exec(line)).find((one) => one !== null);
      const text = found && nounPhrase(line.slice(found[0].length), locale, "owner");
      if (text !== undefined && !isNamed(text, names)) return { text, quote: line, locale };
    }
  }
  return undefined;
}

const isNamed = (text: string, names: readonly string[]): boolean =>
  (text.includes(" ") && isNameWritten(text)) ||
  (companyAtStart(text) === text && !/^\p{Lu}\p{Ll}+$/u.test(text)) ||
  names.some((name) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.length > 2 && text.toLowerCase().split(/\s+/).includes(part)),
  );
