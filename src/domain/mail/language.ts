/** In which of the four languages a text is written, told by its commonest small words. */

const words = {
  en: "the and you for that with have this are your will was not but from would can thanks hello hi we it is of to be on at",
  fr: "le la les et vous pour que avec une des est pas sur nous votre je merci bonjour cela mais dans qui au ce du en très bien",
  de: "der die das und sie für mit ist nicht ich wir ein eine auf den dem zu von es im danke hallo liebe grüße auch uns bei oder",
  es: "el los las y que para con una por es no su se del gracias hola como pero más usted nos le lo esta muy al sobre",
} as const;

export type Language = keyof typeof words;

export const isLanguage = (locale: string | undefined): locale is Language =>
  locale !== undefined && Object.hasOwn(words, locale);

const languageOf = new Map<string, Language[]>();
for (const [language, list] of Object.entries(words) as [Language, string][]) {
  for (const word of list.split(" ")) languageOf.set(word, [...(languageOf.get(word) ?? []), language]);
}

/** Fewer known words than this say nothing. */
const knownWordsMin = 6;
/** The winner must have this share of all known words. */
const shareMin = 0.5;

/** Undefined when the texts are too short, mixed, or in another language. Reads at most the first 5,000 characters. */
export function languageIn(text: string): Language | undefined {
  const counts: Record<Language, number> = { en: 0, fr: 0, de: 0, es: 0 };
  let known = 0;
  for (const word of text
    .slice(0, 5_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    const languages = languageOf.get(word);
    if (languages === undefined) continue;
    known += 1;
    for (const language of languages) counts[language] += 1 / languages.length;
  }
  if (known < knownWordsMin) return undefined;
  const [best] = (Object.entries(counts) as [Language, number][]).sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] / known >= shareMin ? best[0] : undefined;
}
