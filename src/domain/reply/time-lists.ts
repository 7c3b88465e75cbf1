/** Lists of times, in which a day or an hour that is said once holds for its neighbours. */
import { addDays, weekdayOf } from "../time.ts";
import { mondayOf, one, type TimePhrase } from "./time-spans.ts";

const orWords =
  /^[\s,;/]{0,4}(?:(?:or|oder|ou|o|u|and|und|et|y|e|as well as|sowie|bzw\.?|alternatively|alternativ|&|\/|,|;)[\s,]{0,3}){1,2}(?:(?:at|on|am|um|à|a|le|el|las|on the|the|maybe|perhaps|even|also|auch|vielleicht|aussi|también|else)[\s,]{1,3}){0,3}$/u;

/** In a list the hour or the day that is said once holds for its neighbours: "Tuesday or Wednesday at 3", "Tuesday at 3 or 4". */
export function inLists(phrases: readonly TimePhrase[], text: string): TimePhrase[] {
  const out = [...phrases];
  const isList = (left: TimePhrase, right: TimePhrase) => orWords.test(text.slice(left.to, right.from));
  for (let at = out.length - 2; at >= 0; at -= 1) {
    const [left, right] = [out[at]!, out[at + 1]!];
    if (!isList(left, right)) continue;
    if (left.clock === undefined && left.days !== undefined && right.clock !== undefined && right.days !== undefined)
      out[at] = { ...left, clock: right.clock, approximate: right.approximate };
    if (left.isBareWeekday && !right.isBareWeekday) out[at] = inWeekOf(left, right, out[at]!);
    if (left.days === undefined && left.clock !== undefined && right.days !== undefined && right.clock !== undefined)
      out[at] = { ...left, days: right.days, isBareWeekday: right.isBareWeekday };
  }
  for (let at = 1; at < out.length; at += 1) {
    const [left, right] = [out[at - 1]!, out[at]!];
    // "Los lunes y miércoles".
    if (left.everyWeekday !== undefined && right.isBareWeekday && isList(left, right) && right.days?.[0] !== undefined)
      out[at] = { ...right, everyWeekday: weekdayOf(right.days[0].first), isBareWeekday: false };
    if (right.days === undefined && left.days !== undefined && isList(left, right))
      out[at] = { ...right, days: left.days, isBareWeekday: left.isBareWeekday };
  }
  return out;
}

/** "Tuesday or Thursday next week": a bare weekday in a list may be of the week of the other. */
function inWeekOf(left: TimePhrase, right: TimePhrase, phrase: TimePhrase): TimePhrase {
  const [[soon], [other, ...more]] = [left.days ?? [], right.days ?? []];
  if (soon === undefined || other === undefined || more.length > 0 || other.first !== other.last) return phrase;
  const sameWeek = addDays(mondayOf(other.first), weekdayOf(soon.first) - 1);
  return sameWeek === soon.first || sameWeek < soon.first || right.everyWeekday !== undefined
    ? phrase
    : { ...phrase, days: [one(sameWeek), soon], isBareWeekday: false };
}
