import { parseDay, sayDay } from "./time.ts";

/**
 * Why something was decided. `rule` is stable and names its requirement ("R1.owner_wrote"); `text` is one plain
 * sentence for the owner with the facts in it; `facts` are the same figures for machines (instants and days as text).
 */
export type Because = {
  rule: string;
  text: string;
  facts?: Readonly<Record<string, string | number>>;
};

/** One reason; leaves `facts` out when there are none, so that records stay small. */
export function because(rule: string, text: string, facts?: Readonly<Record<string, string | number>>): Because {
  return facts === undefined ? { rule, text } : { rule, text, facts };
}

/** The sentence for people: days in it are written out, "2026-11-18" as "18 Nov 2026". */
export const sayBecause = ({ text }: Because): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (written) => {
    const day = parseDay(written);
    return day === undefined ? written : sayDay(day, "d LLL yyyy");
  });
