/** Telephone numbers, however they are written, as what identifies a line. */

/** Digits of a number that can be called from elsewhere; shorter ones are extensions. */
const digitsMin = 6;
const digitsMax = 15;

/**
 * "+44 (0)20 7946 0123" and "0044 20 79460123" are "+442079460123"; without a country code the digits as they are dialled.
 * "" for what is no number. An extension belongs to the desk, not to the line, and is left out.
 */
export function phoneKey(written: string): string {
  const line = written.replace(/^\s*tel:/i, "").replace(/\s*(?:ext\.?|x|durchwahl|poste)\s*\d{1,6}\s*$/i, "");
  const isInternational = /^\s*\(?(?:\+|00)/.test(line);
  // "+44 (0)20" names the zero that is dialled only inside the country.
  const bare = isInternational ? line.replace(/\(0\)/g, "") : line;
  const digits = bare.replace(/\D/g, "").replace(isInternational ? /^00/ : /^$/, "");
  if (digits.length < digitsMin || digits.length > digitsMax) return "";
  return isInternational ? `+${digits}` : digits;
}
