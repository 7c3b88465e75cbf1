/** A fact as one reader finds it in a statement, and what the reader knows beside the words. */
import type { Language } from "../mail/language.ts";
import type { PlainDate } from "../time.ts";
import type { Fact, FactKind } from "./fact.ts";

export type FoundFact = Pick<Fact, "text" | "quote" | "locale" | "saidBy" | "confidence"> & {
  kind: FactKind;
  dueOn?: PlainDate;
  untilOn?: PlainDate;
  place?: string;
};

export type Writing = {
  language: Language;
  /** The day of writing in the owner's zone. */
  writtenOn: PlainDate;
  saidBy: "owner" | "person";
  /** First names of people that the owner knows, lower case: a single word counts as a name only among them. */
  knownNames?: ReadonlySet<string>;
};

/** What is new in a find: the rest is the statement's and the writing's. */
export type Find = Pick<FoundFact, "text"> & Partial<Pick<FoundFact, "dueOn" | "untilOn" | "place" | "confidence">>;
