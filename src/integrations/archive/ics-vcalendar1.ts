/** Repeat rules of vCalendar 1.0 ("W2 TU TH #10", "MP1 2+ MO 20271231T000000Z") in the words of RFC 5545. */

/** Rules that are not of that old grammar come back as they are. */
export function modernRule(rule: string): string {
  const [head = "", ...words] = rule.trim().toUpperCase().split(/\s+/);
  const found = /^(D|W|MP|MD|YM|YD)(\d{1,4})$/.exec(head);
  if (found === null) return rule;
  const [, kind = "", interval = "1"] = found;
  const named = words.filter((word) => !isEnd(word));
  const list = listOf(kind, named);
  if (list === undefined) return rule;
  return [`FREQ=${frequency.get(kind)}`, `INTERVAL=${interval}`, ...list, ...endOf(words.find(isEnd))].join(";");
}

const frequency = new Map([
  ["D", "DAILY"],
  ["W", "WEEKLY"],
  ["MP", "MONTHLY"],
  ["MD", "MONTHLY"],
  ["YM", "YEARLY"],
  ["YD", "YEARLY"],
]);

const isEnd = (word: string) => /^#\d+$|^\d{8}(T\d{6}Z?)?$/.test(word);

/** "#0" is for ever; without an end the old grammar means twice. */
function endOf(word = "#2"): string[] {
  if (!word.startsWith("#")) return [`UNTIL=${word}`];
  const count = Number(word.slice(1));
  return count === 0 ? [] : [`COUNT=${count}`];
}

/** The BY part that the words name; none for an empty list, undefined when a word makes no sense. */
function listOf(kind: string, words: readonly string[]): string[] | undefined {
  if (words.length === 0) return [];
  switch (kind) {
    case "W":
      return words.every((word) => isWeekday(word)) ? [`BYDAY=${words}`] : undefined;
    case "MP":
      return positions(words);
    case "MD":
      return numbers("BYMONTHDAY", words);
    case "YM":
      return numbers("BYMONTH", words);
    case "YD":
      return numbers("BYYEARDAY", words);
    default:
      return undefined;
  }
}

const isWeekday = (word: string) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(word);

/** "1+ MO TU 1- FR" → 1MO,1TU,-1FR. */
function positions(words: readonly string[]): string[] | undefined {
  let position = "";
  const days: string[] = [];
  for (const word of words) {
    const found = /^([1-5])([+-]?)$/.exec(word);
    if (found !== null) position = `${found[2] === "-" ? "-" : ""}${found[1]}`;
    else if (isWeekday(word) && position !== "") days.push(position + word);
    else return undefined;
  }
  return days.length === 0 ? undefined : [`BYDAY=${days}`];
}

/** "15", "1+", "2-" (from the end), "LD" (the last day). */
function numbers(part: string, words: readonly string[]): string[] | undefined {
  const list = words.map((word) =>
    word === "LD" ? "-1" : word.replace(/^(\d+)([+-]?)$/, (_, digits, sign) => (sign === "-" ? `-${digits}` : digits)),
  );
  return list.every((one) => /^-?\d+$/.test(one)) ? [`${part}=${list}`] : undefined;
}
