/**
 * Whether words that were taken from a mail address the reader as a friend or politely: French, German and Spanish tell by
 * the pronoun, and a letter that mixes the two reads as a mistake.
 */
import type { Locale, Voice } from "./catalogue.ts";

const registers: Readonly<Partial<Record<Locale, Readonly<Record<Voice, RegExp>>>>> = {
  fr: {
    friend: /(?<!\p{L})(?:te|toi|ton|ta|tes|t'\p{L}+)(?!\p{L})/iu,
    business: /(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu,
  },
  de: {
    friend: /(?<!\p{L})(?:dich|dir|dein(?:e[mnrs]?)?)(?!\p{L})/iu,
    // Written small, sie and ihr are others.
    business: /(?<!\p{L})(?:Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/u,
  },
  es: {
    friend: /(?<!\p{L})(?:te|ti|contigo|tus?|(?:\p{L}{3,}[aeií]r|ver|dar)te)(?!\p{L})/iu,
    business: /(?<!\p{L})(?:usted|(?:\p{L}{3,}[aeií]r|ver|dar)le)(?!\p{L})/iu,
  },
};

/** False when the words speak in the other voice; words without a pronoun fit both. */
export function fitsVoice(text: string, locale: Locale, voice: Voice): boolean {
  const other: Voice = voice === "friend" ? "business" : "friend";
  return registers[locale]?.[other].test(text) !== true;
}
