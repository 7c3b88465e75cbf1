/**
 * The facts that one message tells, from its new text alone and sentence by sentence. Every kind has rules of its own, and
 * all of them rather miss a fact than tell a false one: what is denied, asked, conditional, reported, quoted, forwarded,
 * meant in jest or printed for many says nothing.
 */
import { findAdmirations } from "./admirations.ts";
import type { FactKind } from "./fact.ts";
import type { Find, FoundFact, Writing } from "./found-fact.ts";
import { findIntroducers } from "./introducers.ts";
import { findJobs } from "./jobs.ts";
import { findPromises } from "./promises.ts";
import { findQuestions } from "./questions.ts";
import { findSomedays } from "./somedays.ts";
import { type Statement, statementsOf } from "./statement.ts";
import { findTopics } from "./topics.ts";
import { findTrips } from "./trips.ts";

export type MessageToMine = Writing & {
  /** What the writer wrote themselves, without the history below it. */
  text: string;
};

const finders: readonly [FactKind, (statement: Statement, writing: Writing) => Find[]][] = [
  ["introducer", findIntroducers],
  ["job", findJobs],
  ["trip", findTrips],
  ["promise", findPromises],
  ["someday", findSomedays],
  ["admiration", findAdmirations],
  ["topic", findTopics],
  ["question", findQuestions],
];

/** In the order in which they are told; the same words of one kind only once. */
export function readFacts({ text, ...writing }: MessageToMine): FoundFact[] {
  const found = new Map<string, FoundFact>();
  for (const statement of statementsOf(text)) {
    for (const [kind, find] of finders) {
      for (const one of find(statement, writing)) {
        const key = `${kind}:${one.text.toLowerCase()}`;
        if (!found.has(key)) found.set(key, factOf(kind, one, statement, writing));
      }
    }
  }
  return [...found.values()];
}

const factOf = (kind: FactKind, find: Find, statement: Statement, { language, saidBy }: Writing): FoundFact => ({
  kind,
  confidence: 0.8,
  ...find,
  quote: statement.text,
  locale: language,
  saidBy,
});
