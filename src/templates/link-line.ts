/** One line under the offered times, with the link behind which each of them is one click away (Q5). */
import type { Locale, Voice } from "./catalogue.ts";
import type { Letter } from "./render.ts";

const words: Readonly<Record<Locale, Readonly<Record<Voice, string>>>> = {
  en: { business: "Or pick a time here:", friend: "Or pick a time here:" },
  fr: { business: "Ou choisissez un horaire ici :", friend: "Ou choisis un horaire ici :" },
  de: { business: "Oder wählen Sie hier eine Zeit:", friend: "Oder such dir hier eine Zeit aus:" },
  es: { business: "O elija una hora aquí:", friend: "O elige una hora aquí:" },
};

export const sayLink = (link: string, locale: Locale, voice: Voice): string => `${words[locale][voice]} ${link}`;

/** The line becomes one of the times. A letter without times has no place for it, and one with a link of its own keeps that alone. */
export function underTimes(
  letter: Letter,
  times: readonly string[],
  line: string | undefined,
): { letter: Letter; times: readonly string[] } {
  const block = times.join("\n");
  const isFull = /https?:\/\/|\bwww\./.test(letter.body);
  if (line === undefined || block === "" || isFull || !letter.body.includes(block)) return { letter, times };
  const all = [...times, line];
  return { letter: { ...letter, body: letter.body.replace(block, () => all.join("\n")) }, times: all };
}
