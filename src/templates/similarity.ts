/**
 * Whether a paragraph was written to somebody else already: the share of neighbouring word pairs that two paragraphs have
 * in common (Dice), from 0 to 1. Pairs are indexed, so that a thousand letters are compared in a second.
 */
import { wordsIn } from "./words.ts";

export function similarity(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return dice(common, first.size, second.size);
}

/** Paragraphs with whom they were written to, for finding the most alike. */
export class WrittenParagraphs {
  readonly #byPair = new Map<string, Entry[]>();

  add(person: { id: string; name: string }, paragraph: string): void {
    const pairs = pairsOf(paragraph);
    const entry: Entry = { ...person, size: pairs.size };
    for (const pair of pairs) {
      const entries = this.#byPair.get(pair);
      if (entries === undefined) this.#byPair.set(pair, [entry]);
      else entries.push(entry);
    }
  }

  /** Whom else a paragraph was written to that is more alike than `over`; the most alike first. */
  alike(paragraph: string, over: number, except: string): { name: string } | undefined {
    const pairs = pairsOf(paragraph);
    const common = new Map<Entry, number>();
    for (const pair of pairs) {
      for (const entry of this.#byPair.get(pair) ?? []) common.set(entry, (common.get(entry) ?? 0) + 1);
    }
    let best: { name: string; share: number } | undefined;
    for (const [entry, count] of common) {
      const share = dice(count, pairs.size, entry.size);
      if (entry.id !== except && share > over && (best === undefined || share > best.share))
        best = { name: entry.name, share };
    }
    return best;
  }
}

type Entry = { id: string; name: string; size: number };

const dice = (common: number, one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * common) / (one + other);

function pairsOf(text: string): ReadonlySet<string> {
  const words = wordsIn(text);
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}
