/**
 * What else is said of times beside one hour that is named: "Thursday at 10 works, but not before 10:15". The hour is then no
 * proposal, and the rest says what fits.
 */
import { newTextOf, type TrimmedText } from "../mail/new-text.ts";
import { clausesOf } from "./clauses.ts";
import type { OfferMade, TimeLimit } from "./meaning.ts";
import { limitsIn } from "./other-meaning.ts";
import { languageOf } from "./reply-language.ts";
import { sentencesOf } from "./sentences.ts";

/** Empty when nothing but hours is named. The day of an hour is kept where the rest names none. */
export function limitsBeside(reply: TrimmedText | string, offer: OfferMade): TimeLimit[] {
  const written = sentencesOf(typeof reply === "string" ? newTextOf(reply) : reply);
  const language = languageOf(written.join(" "), offer.language);
  const limits = limitsIn(written.flatMap((sentence) => clausesOf(sentence, language, offer)));
  const others = limits.filter(({ clock, fits }) => !fits || (clock !== undefined && clock.kind !== "at"));
  if (others.length === 0) return [];
  const namesDay = others.some(({ fits, days }) => fits && days !== undefined);
  const ofHours = limits.flatMap(({ clock: _, ...day }) => (day.fits && day.days !== undefined ? [day] : []));
  return namesDay ? others : [...ofHours, ...others];
}
