/**
 * The page for a note written by hand (R25): the owner writes it; here is only to which address, what to mention, and how to
 * begin on a blank page. When one is due is a follow-up like any other.
 */
import type { Fact, FactKind } from "../fact/fact.ts";
import type { Interaction } from "../relationship/interaction.ts";
import { endOf } from "../relationship/summary.ts";
import type { Instant } from "../time.ts";
import { isSensitive } from "./sensitive.ts";

export type NotePage = {
  /** Lines of the envelope; none while no address is known. */
  address: readonly string[];
  /** At most three things to mention, each true and with a source. */
  mention: readonly string[];
  /** How to begin on a blank page. */
  hint: string;
};

const mentionMax = 3;
/** What is pleasant to read on paper, in this order. */
const mentioned: readonly FactKind[] = ["topic", "promise", "someday", "trip", "introducer"];

export type NoteInputs = {
  name: string;
  greetingName?: string;
  postalAddress?: string;
  facts: readonly Fact[];
  metWhere?: string;
  interactions: readonly Interaction[];
};

export function notePage(inputs: NoteInputs, now: Instant): NotePage {
  const { name, greetingName, postalAddress, metWhere } = inputs;
  const hand = greetingName ?? name;
  return {
    address: postalAddress === undefined ? [] : [name, ...linesOf(postalAddress)],
    mention: mentionsOf(inputs, now).slice(0, mentionMax),
    hint:
      metWhere === undefined
        ? `"${hand}, it was good to see you …": one thing that stayed with you, one wish, your name. Four lines are enough.`
        : `"${hand}, I still think of ${metWhere} …": one thing that stayed with you, one wish, your name. Four lines are enough.`,
  };
}

/** Facts first, then the newest meetings by their titles. */
function mentionsOf({ facts, interactions }: NoteInputs, now: Instant): string[] {
  const known = mentioned.flatMap((kind) =>
    facts.filter((fact) => fact.kind === kind && fact.state !== "refused").map(({ text }) => text),
  );
  const meetings = interactions
    .filter((one) => one.depth === "conversation" && endOf(one) <= now && one.title !== undefined)
    .sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1))
    .map(({ title }) => title!);
  return [...new Set([...known, ...meetings])].filter((text) => !isSensitive(text));
}

/** The parts that cards join with commas stand on lines of their own; at most six fit on a label. */
const linesOf = (address: string): string[] =>
  address
    .split(/\n|,\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, labelLinesMax);
const labelLinesMax = 6;
