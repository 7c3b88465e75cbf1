/** The day that an automatic answer names for the return, or as the last one away. */
import { addDays, dayIn, type PlainDate, utc } from "../time.ts";
import { daysNamed, weekdayNumbers } from "./calendar-words.ts";
import { languageIn } from "./language.ts";
import type { MessageHeaders } from "./message.ts";

/** The day that a word of returning or of lasting stands before (or closely behind). The latest of them is meant. */
export function returnDay(
  headers: MessageHeaders,
  text: string,
): { day: PlainDate; says: "back_on" | "away_until" } | undefined {
  if (headers.sentAt === undefined) return undefined;
  const writtenOn = dayIn(utc, headers.sentAt);
  const offset = headers.sentOffsetMinutes ?? 0;
  const monthFirst = offset <= -180 && offset >= -600 && (languageIn(text) ?? "en") === "en";
  const named = daysNamed(text, { writtenOn, monthFirst }).filter(
    ({ day }) => day >= addDays(writtenOn, -1) && day <= addDays(writtenOn, 500),
  );
  let until: PlainDate | undefined;
  for (const { day, from, to } of named) {
    const sentence = text.slice(Math.max(0, text.lastIndexOf("\n\n", from), from - 70), from);
    const own = sentence.slice(Math.max(...[". ", "! ", "? "].map((end) => sentence.lastIndexOf(end) + 1)));
    const behind = /^[^.\n]{0,25}/.exec(text.slice(to, to + 30))?.[0] ?? "";
    if (lastWord(own, untilWords) || /^\s*(?:asti|saakka)(?!\p{L})/u.test(behind))
      until = until === undefined || day > until ? day : until;
    else if ((backWords.test(own) && !comesBackToYou.test(own)) || backWords.test(behind))
      return { day, says: "back_on" };
  }
  return until === undefined ? undefined : { day: until, says: "away_until" };
}

const backWords =
  /(?:back|reopens?|(?:i will|i['’]ll) (?:reply|respond|answer) on|return(?:ing|s)?|reachable|available|again|resume|rouvr\p{L}+|reabr\p{L}+|riapr\p{L}+|heropen\p{L}*|zurück|wieder|rückkehr|erreichbar|de retour|retour|reprise|reprendr\p{L}+|reviendrai|vuelta|regreso|vuelvo|volveré|regresaré|reincorpor\p{L}+|rientr\p{L}+|torner\p{L}+|ritorno|volto|volta|regress\p{L}+|retorn\p{L}+|terug|weer|tillbaka|åter|tilbage|tilbake|wrac\p{L}+|wróc\p{L}+|powrót|zpět|vrát\p{L}+|верн\p{L}+|вернусь|palaan|takaisin|térek vissza|újra|επιστρέφω|επιστροφή|revin|întorc|döneceğim|dönüş|повертаюсь|повернусь)/iu;

const untilWords =
  /(?:until|till|til|through|thru|to|by|-|–|bis|einschließlich|jusqu['’]?(?:au|à|en)?|au|inclus|hasta|al|fino|sino|até|tot|t\/m|till|til|to\.?m\.?|t\.?o\.?m\.?|indtil|do|по|до|asti|saakka|y compris)/iu;

/** Said by a desk of its answer. */
const comesBackToYou =
  /(?:get|getting|come|coming|revert) back to|(?:kommen|melden) .{0,20}(?:auf sie|zurück|wieder)|reviend\p{L}+ vers|volveremos a|ricontatt|återkomm|vender tilbage|kommer tilbake til|terugkom/iu;

/** True when the words directly before the day, articles and weekdays aside, are among these. */
function lastWord(before: string, words: RegExp): boolean {
  const tail = before
    .trimEnd()
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .slice(-4);
  return tail.some((word, at) => new RegExp(`^${words.source}$`, "iu").test(word) && tail.slice(at + 1).every(isSmall));
}

const isSmall = (word: string): boolean =>
  /^(?:the|and|including|end|of|on|to|zum|zu|dem|den|der|einschließlich|inklusive|le|la|el|día|dia|il|o|de|den|och|og|en|met|med|dnia|up|au|a|al|às)$/iu.test(
    word,
  ) || weekdayNumbers.has(word.toLowerCase());
