/** One line of an answer to the digest that is nothing but orders: "ok 1 3", "skip 2", "ok all", in four languages. */

export type DigestOrder = { act: "ok" | "skip"; numbers: readonly number[] | "all" };

const okWords =
  "ok okay yes yep send approve approved agreed oui d'accord envoyer envoie envoyez ja jawohl senden einverstanden freigeben sí si vale enviar envía adelante";
const skipWords =
  "skip drop passer passe sauter saute überspringen ueberspringen auslassen weglassen saltar salta omitir omite";
const allWords = "all everything tous toutes tout alle alles todo todos todas";
/** Between the words that count; they change nothing. */
const fillers =
  "and & + und et y for für pour para please bitte letter letters number numbers nr no lettre lettres carta cartas";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const verbs: ReadonlyMap<string, DigestOrder["act"]> = new Map([
  ...[...words(okWords)].map((word) => [word, "ok"] as const),
  ...[...words(skipWords)].map((word) => [word, "skip"] as const),
]);
const every = words(allWords);
const empty = words(fillers);

/** Undefined when a single word of it is anything else: "ok 1 but on Thursday" is no order. */
export function readOrders(line: string): DigestOrder[] | undefined {
  const orders: { act: DigestOrder["act"]; numbers: number[] | "all" }[] = [];
  for (const word of wordsOf(line)) {
    const act = verbs.get(word);
    const last = orders.at(-1);
    const numbers = numbersIn(word);
    if (act !== undefined) {
      // "yes, send 1" says it twice; which of "ok skip 2" was meant nobody knows.
      if (last?.numbers.length !== 0) orders.push({ act, numbers: [] });
      else if (last.act !== act) return undefined;
    } else if (numbers !== undefined && last !== undefined && last.numbers !== "all") last.numbers.push(...numbers);
    else if (every.has(word) && last?.numbers.length === 0) last.numbers = "all";
    else if (!empty.has(word)) return undefined;
  }
  return orders.length > 0 && orders.every(({ numbers }) => numbers.length > 0) ? orders : undefined;
}

/** The order that a line gives without a number, for the number under which it stands: "ok". */
export function bareOrder(line: string): DigestOrder["act"] | undefined {
  const [word, ...others] = wordsOf(line);
  return word === undefined || others.length > 0 ? undefined : verbs.get(word);
}

function wordsOf(line: string): string[] {
  return line
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/(?<=\d)\s*[-–]\s*(?=\d)/g, "-")
    .split(/[\s,;:.!#()]+/)
    .filter((word) => word !== "");
}

/** No digest has as many numbers. */
const numberMax = 99;

/** "3", or "2-4" from the lower to the higher. */
function numbersIn(word: string): number[] | undefined {
  const [, from, to = from] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(word) ?? [];
  if (from === undefined || Number(from) > Number(to) || Number(to) > numberMax) return undefined;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
}
