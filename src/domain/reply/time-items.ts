/** The pieces of times in a sentence, found by one list of patterns a language: the first that takes a place keeps it. */
import type { Language } from "../mail/language.ts";
import { clockReaders, hourBehindWeekday, partReaders } from "./clock-readers.ts";
import { dateReaders, ordinalReaders } from "./date-readers.ts";
import type { Item, Reader } from "./time-item.ts";
import type { TimeContext } from "./time-spans.ts";
import { timeWords } from "./time-words.ts";
import { weekReaders } from "./week-readers.ts";
import { zoneWords, zoneWritten } from "./zone-words.ts";

const itemsMax = 60;

export function itemsIn(text: string, context: TimeContext): Item[] {
  const items: Item[] = [];
  const isTaken = (from: number, to: number) => items.some((item) => from < item.to && to > item.from);
  for (const { find, read } of readersOf(context.language)) {
    find.lastIndex = 0;
    for (let match = find.exec(text); match !== null && items.length < itemsMax; match = find.exec(text)) {
      const from = match.index;
      const to = from + match[0].length;
      if (match[0] === "") find.lastIndex += 1;
      if (isTaken(from, to)) continue;
      const item = read({ groups: match.groups ?? {}, from, to }, context, text);
      if (item !== undefined) items.push(item);
      else find.lastIndex = from + 1;
    }
  }
  return items.toSorted((one, other) => one.from - other.from);
}

const known = new Map<Language, readonly Reader[]>();
function readersOf(language: Language): readonly Reader[] {
  const readers = known.get(language) ?? makeReaders(language);
  known.set(language, readers);
  return readers;
}

function makeReaders(language: Language): Reader[] {
  const words = timeWords[language];
  return [
    otherDigits,
    ...dateReaders(language, words),
    ...clockReaders(words),
    ...weekReaders(language, words),
    hourBehindWeekday(words),
    ...ordinalReaders(language, words),
    ...partReaders(words),
    {
      find: zoneWords(language),
      read: ({ from, to }, _, text) => ({ is: "zone", from, to, zone: zoneWritten(text.slice(from, to)) }),
    },
  ];
}

/** Digits that are no time: phone numbers, addresses, amounts, rooms, lengths. */
const otherDigits: Reader = {
  find: /(?:\+|00)\d[\d ().-]{7,18}\d|(?<!\d)0\d(?:[ .-]?\d{2}){4}(?!\d)|(?<![\d])\d{3}[ .-]\d{3}[ .-]\d{4}|(?<!\d)0\d{2,4}[ /-]\d{3,8}(?:[ -]\d{2,6})?(?!\d)|(?:https?:|www\.)[^ ]*|(?<![^ ])[^ @]{1,64}@[^ @]{1,100}|[€$£] ?\d[\d.,]{0,15}|(?<![\d.,])\d[\d.,]{0,15} ?(?:€|%|eur(?:os?)?|usd|dollars?)|(?<![\p{L}])(?:rooms?|halls?|floor|building|bldg|gebäude|bâtiment|edificio|booth|stand|platform|gate|suite|table|raum|halle|zimmer|gleis|stock|salle|hall|quai|étage|sala|planta|andén|mesa)(?: (?:no\.?|nr\.?|n°))? ?[a-z]?\d{1,4}(?!\d|[:.h]\d)|\d{1,3}[- ]?(?:minutes?|mins?|minuten|minutos|minütig\p{L}*)(?![\p{L}])/gu,
  read: ({ from, to }) => ({ is: "nothing", from, to }),
};
