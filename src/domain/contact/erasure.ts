/** What an erased person is known by in stored texts, and those texts without them. */
import type { Address } from "../mail/message.ts";
import { fold } from "./role-words.ts";

export type Traces = {
  /** Lower-cased, as everywhere. */
  addresses: readonly Address[];
  /** Links by which lists know them. */
  profiles: readonly string[];
  /** Full names that are nobody else's. */
  names: readonly string[];
};

/** What stands where their name or address stood: sentences stay readable, and nobody greets or asks "somebody". */
const instead = "somebody";

/** Names of at least two words that nobody else bears: of a first name alone nobody could tell whose it was. */
export function namesToErase(theirs: readonly string[], others: readonly string[]): string[] {
  const taken = new Set(others.map(sameName));
  const names = theirs.map((name) => name.trim()).filter((name) => /\S\s+\S/.test(name) && !taken.has(sameName(name)));
  return [...new Set(names)];
}

const sameName = (name: string): string => fold(name).split(/\s+/).sort().join(" ");

/** Every spelling to look for, lower-cased; what holds none of them in any column needs no closer look. */
export const spellingsOf = ({ addresses, profiles, names }: Traces): string[] => [
  ...new Set([...addresses, ...profiles, ...names].map((one) => one.toLowerCase())),
];

/** The text with their names and addresses taken out, each as a whole: ann@b.example leaves joann@b.example alone. */
export function withoutMentions(text: string, traces: Traces): string {
  const spellings = spellingsOf(traces).sort((one, other) => other.length - one.length);
  if (spellings.length === 0) return text;
  const any = spellings.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+")).join("|");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}._%+-])(?:${any})(?![\\p{L}\\p{N}])`, "giu"), instead);
}

/**
 * A stored value without them: gone from every list of people and addresses, unnamed in every sentence. `undefined` where the
 * value itself is them. Keys and all that is no text stay as they are.
 */
export function withoutPerson(value: unknown, traces: Traces): unknown {
  if (typeof value === "string") return isThem(value, traces) ? undefined : withoutMentions(value, traces);
  if (Array.isArray(value)) return value.map((one) => withoutPerson(one, traces)).filter((one) => one !== undefined);
  if (typeof value !== "object" || value === null) return value;
  if ("address" in value && typeof value.address === "string" && isThem(value.address, traces)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inside]) => {
      const left = withoutPerson(inside, traces);
      return left === undefined ? [] : [[key, left]];
    }),
  );
}

const isThem = (text: string, { addresses, profiles }: Traces): boolean =>
  addresses.includes(text.toLowerCase()) || profiles.includes(text);
