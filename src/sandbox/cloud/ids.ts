/** Ids that a provider gives out: drawn from a seed, so that the same life gives the same ids. */
import { chance } from "../random.ts";

export type Ids = {
  /** Sixteen lower-case hex digits, as of messages and threads. */
  hex(): string;
  /** That many letters and digits of base32hex (0-9, a-v), as of events. */
  base32(length: number): string;
  /** That many letters, digits, "-" and "_". */
  word(length: number): string;
};

/** Every purpose has a stream of its own. */
export function idsOf(seed: number, ...purpose: readonly string[]): Ids {
  const { number } = chance(seed, "ids", ...purpose);
  const from = (alphabet: string) => (length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(number() * alphabet.length)]).join("");
  const hex = from("0123456789abcdef");
  // A leading digit above zero: providers' ids are numbers to some programs.
  return {
    hex: () => `1${hex(15)}`,
    base32: from(base32hex),
    word: from(`${base32hex}wxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_`),
  };
}

const base32hex = "0123456789abcdefghijklmnopqrstuv";
