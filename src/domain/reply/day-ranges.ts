/** Two days with a word for "to" between them are one stretch: "from Monday to Thursday", "du 28 novembre au 3 décembre". */
import { addDays, addMonths, daysBetween, lastOfMonth, type PlainDate } from "../time.ts";
import type { Part } from "./join-items.ts";
import type { DaySpan, TimeContext, TimePhrase } from "./time-spans.ts";
import { timeWords } from "./time-words.ts";

/** A longer stretch is two times that only stand beside each other. */
const stretchDaysMax = 366;
const readingsMax = 4;
/** How much of the text before a stretch is looked at. */
const leadMax = 24;

/** The phrases of the parts in order, neighbours joined where they are the ends of one stretch. */
export function inDayRanges(parts: readonly Part[], text: string, { language }: TimeContext): TimePhrase[] {
  const words = timeWords[language];
  const to = new RegExp(
    `^[ .,]{0,3}(?:-|(?:${words.dayTo})(?![\\p{L}]))(?: (?:the|den|dem|le|el|on|incluido|including)){0,3} ?`,
    "u",
  );
  const and = new RegExp(`^ (?:${words.and})(?: (?:the|den|dem|le|el)){0,3} ?$`, "u");
  const lead = new RegExp(
    `(?<![\\p{L}])(?:(?<between>${words.between})|${words.from})(?: (?:the|dem|den|le|el|on)){0,3} $`,
    "u",
  );
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const span = last === undefined ? undefined : stretchOf(last, part);
    if (last !== undefined && span !== undefined) {
      const gap = text.slice(last.phrase.to, part.phrase.from);
      const connector = to.exec(text.slice(last.phrase.to, part.phrase.to))?.[0];
      // "Du lundi au jeudi": the word for "to" may have been read with the day behind it.
      const isRange = connector !== undefined && connector.length >= gap.length;
      const led = lead.exec(text.slice(Math.max(0, last.phrase.from - leadMax), last.phrase.from));
      if (isRange || (and.test(gap) && led?.groups?.between !== undefined)) {
        out[out.length - 1] = { ...last, phrase: { ...span, from: last.phrase.from - (led?.[0].length ?? 0) } };
        continue;
      }
    }
    out.push(part);
  }
  return out.map(({ phrase }) => phrase);
}

const isMonth = ({ first, last }: DaySpan): boolean => first.endsWith("-01") && last === lastOfMonth(first);
const lastOfMonthIf = (isWhole: boolean, day: PlainDate): PlainDate => (isWhole ? lastOfMonth(day) : day);

/** From the first day of the one to the last day of the other, for each pair of their readings that lies in order. */
function stretchOf({ phrase: left }: Part, { phrase: right, weekday, dated }: Part): TimePhrase | undefined {
  if (left.days === undefined || right.days === undefined || left.clock !== undefined) return undefined;
  if (left.everyWeekday !== undefined || right.everyWeekday !== undefined) return undefined;
  const [ones, others] = [left.days, right.days];
  const pairs =
    ones.length === others.length
      ? ones.map((one, index) => [one, others[index] ?? one] as const)
      : ones.flatMap((one) => others.map((other) => [one, other] as const));
  const spans = pairs.flatMap(([{ first }, end]): DaySpan[] => {
    let last = end.last;
    // A weekday is the first one behind the beginning.
    if (weekday !== undefined && !dated) while (last < first) last = addDays(last, 7);
    // "From May to September", written in August: the months of one year.
    if (weekday === undefined && last < first) last = lastOfMonthIf(isMonth(end), addMonths(last, 12));
    return first < last && daysBetween(first, last) <= stretchDaysMax ? [{ first, last }] : [];
  });
  if (spans.length === 0) return undefined;
  return { ...right, from: left.from, days: spans.slice(0, readingsMax), isStretch: true, isBareWeekday: false };
}
