/** The lines of offered times in a letter, put in place of those that it had. */

/** Where the first of the former lines stood; undefined when none of them stands in the text any more. */
export function swapLines(body: string, former: readonly string[], lines: readonly string[]): string | undefined {
  const isFormer = new Set(former.map((line) => line.trim()));
  const all = body.split("\n");
  const first = all.findIndex((line) => isFormer.has(line.trim()));
  if (first < 0) return undefined;
  const kept = (part: readonly string[]) => part.filter((line) => !isFormer.has(line.trim()));
  return [...kept(all.slice(0, first)), ...lines, ...kept(all.slice(first))].join("\n");
}
