/** The dates of LinkedIn's "Connected On": "12 Mar 2024", "7-Feb-22", "2024-03-12", "12 mars 2024", "12.03.2024". */
import { type PlainDate, parseDay } from "../../domain/time.ts";

/** Undefined when the text is no date, or could be two ("03/04/2024": LinkedIn never writes that). */
export function readConnectedOn(text: string): PlainDate | undefined {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(plain);
  if (iso !== null) return dayOf(iso[1], Number(iso[2]), iso[3]);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(plain);
  if (german !== null) return dayOf(german[3], Number(german[2]), german[1]);
  const worded = /^(\d{1,2})\.?[\s-]+(?:de )?([a-z]{3,12})\.?(?: de)?,?[\s-]+(\d{4}|\d{2})$/.exec(plain);
  if (worded !== null) return dayOf(worded[3], monthOf(worded[2] ?? ""), worded[1]);
  const american = /^([a-z]{3,12})\.? (\d{1,2}),? (\d{4})$/.exec(plain);
  return american === null ? undefined : dayOf(american[3], monthOf(american[1] ?? ""), american[2]);
}

/** Months by their shortest telling beginnings in English, German, French and Spanish, without accents. */
const months: readonly RegExp[] = [
  /^(jan|ene)/,
  /^(feb|fev)/,
  /^(mar|marz|mrz)/,
  /^(apr|avr|abr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou|ago)/,
  /^sep/,
  /^(oct|okt)/,
  /^nov/,
  /^(dec|dez|dic)/,
];

const monthOf = (word: string) => months.findIndex((month) => month.test(word)) + 1;

/** Two-digit years are this century's: the product's sources are younger than it. */
function dayOf(year = "", month: number, day = ""): PlainDate | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  return parseDay(`${full}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}
