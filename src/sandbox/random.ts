/**
 * Chance that repeats itself. A `Chance` is a stream of numbers fixed by a seed and by what it is for, so that adding a
 * person or a letter to one part of the world leaves every other part as it was.
 */
export type Chance = {
  /** From 0 (in) to 1 (out). */
  number: () => number;
  /** A whole number from `least` to `most`, both in. */
  whole: (least: number, most: number) => number;
  /** True that often, 0 never and 1 always. */
  happens: (share: number) => boolean;
  /** One of them; throws on an empty list. */
  pick: <T>(from: readonly T[]) => T;
  /** That many of them, each once, in a drawn order; all of them when there are fewer. */
  some: <T>(from: readonly T[], count: number) => T[];
};

/** The stream of a seed for one purpose, e.g. `chance(1, "letters", "priya")`. */
export function chance(seed: number, ...purpose: readonly string[]): Chance {
  const number = numbers(hashOf(`${seed}/${purpose.join("/")}`));
  const whole = (least: number, most: number) => least + Math.floor(number() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError(`nothing to pick from for ${purpose.join("/")}`);
    return from[whole(0, from.length - 1)] as T;
  };
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(whole(0, left.length - 1), 1)[0] as T,
    );
  };
  return { number, whole, happens: (share) => number() < share, pick, some };
}

/** 32-bit FNV-1a of the UTF-16 units: spreads purposes that differ in one letter. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A Weyl sequence put through a 32-bit integer mixer: short, well spread, and the same on every machine. */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
