/** What a meeting is called in two people's calendars: "Coffee: Mara Lind and Priya Nair", in the language of its letter. */
import type { Locale } from "./catalogue.ts";
import type { Occasion } from "./phrases.ts";

type Words = { kinds: Readonly<Record<Occasion | "video", string>>; colon: string; and: (next: string) => string };

const words: Readonly<Record<Locale, Words>> = {
  en: {
    kinds: { coffee: "Coffee", lunch: "Lunch", call: "Call", video: "Video call" },
    colon: ": ",
    and: () => "and",
  },
  fr: {
    kinds: { coffee: "Café", lunch: "Déjeuner", call: "Appel", video: "Visio" },
    // A space that does not break stands before the French colon.
    colon: "\u00a0: ",
    and: () => "et",
  },
  de: {
    kinds: { coffee: "Kaffee", lunch: "Mittagessen", call: "Telefonat", video: "Videogespräch" },
    colon: ": ",
    and: () => "und",
  },
  es: {
    kinds: { coffee: "Café", lunch: "Comida", call: "Llamada", video: "Videollamada" },
    colon: ": ",
    // "y" gives way before its own sound: Mara e Inés.
    and: (next) => (/^(?:h?[iíy](?![aeou]))/i.test(next) ? "e" : "y"),
  },
};

export type Titled = { occasion: Occasion; mode: "in_person" | "video" | "phone"; names: readonly string[] };

export function meetingTitle({ occasion, mode, names }: Titled, locale: Locale): string {
  const { kinds, colon, and } = words[locale];
  const [last = "", ...others] = names.toReversed();
  const people = others.length === 0 ? last : `${others.toReversed().join(", ")} ${and(last)} ${last}`;
  return `${kinds[occasion === "call" && mode === "video" ? "video" : occasion]}${colon}${people}`;
}
