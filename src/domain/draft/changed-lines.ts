/** What became of a letter between two versions, line by line, so that somebody who read one sees what the other says anew. */

export type ComparedLine = {
  as: "same" | "new" | "gone";
  text: string;
};

/** In the order of reading; where a line was replaced, what is gone stands before what is new. */
export function compareLines(before: string, now: string): ComparedLine[] {
  const [old, fresh] = [linesOf(before), linesOf(now)];
  const kept = commonFrom(old, fresh);
  const lines: ComparedLine[] = [];
  let [at, on] = [0, 0];
  while (at < old.length || on < fresh.length) {
    const isGone = at < old.length && (on === fresh.length || kept[at + 1]![on]! >= kept[at]![on + 1]!);
    if (at < old.length && on < fresh.length && old[at] === fresh[on]) {
      lines.push({ as: "same", text: fresh[on]! });
      at += 1;
      on += 1;
    } else if (isGone) {
      lines.push({ as: "gone", text: old[at]! });
      at += 1;
    } else {
      lines.push({ as: "new", text: fresh[on]! });
      on += 1;
    }
  }
  return lines;
}

const linesOf = (text: string): string[] => text.replaceAll("\r\n", "\n").split("\n");

/** How many lines two texts have in common from each pair of places on, in order. Letters are short: the table is small. */
function commonFrom(old: readonly string[], fresh: readonly string[]): number[][] {
  const counts = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let on = fresh.length - 1; on >= 0; on -= 1) {
      counts[at]![on] =
        old[at] === fresh[on] ? counts[at + 1]![on + 1]! + 1 : Math.max(counts[at + 1]![on]!, counts[at]![on + 1]!);
    }
  }
  return counts;
}
