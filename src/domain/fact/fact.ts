/**
 * What is known about a person: dated statements with their sources, each ready to stand in a letter. A fact is read from
 * one sentence, an event or a card, or said by the owner; nothing is guessed, and what the owner refused is never found again.
 */
import { z } from "zod";
import type { ContactId, FactId } from "../ids.ts";
import type { Instant, PlainDate } from "../time.ts";

const factKinds = [
  /** What was talked about: "hiring analysts". */
  "topic",
  /** What one side said they would do; `saidBy` tells whose promise it is. */
  "promise",
  /** Where they will be: `place`, from `dueOn` to `untilOn`. */
  "trip",
  /** A question of theirs that the owner has not answered, or of the owner's that they have not. */
  "question",
  /** What they do: "Head of Data at Acme". */
  "job",
  /** Who brought the two together: a name. */
  "introducer",
  /** An open-ended wish to meet: "we should grab coffee" (R19). */
  "someday",
  /** What the owner can offer, in the owner's words (R16). */
  "give",
  /** What the owner admires, with its source (R29). */
  "admiration",
] as const;
export type FactKind = (typeof factKinds)[number];

const factLocale = z.enum(["en", "fr", "de", "es"]);

export type Fact = {
  factId: FactId;
  contactId: ContactId;
  kind: FactKind;
  /** In the words of its source, without the greeting and the full stop, ready to stand in a sentence of `locale`. */
  text: string;
  /** The sentence that it was read from. */
  quote: string;
  locale: z.output<typeof factLocale>;
  saidBy: "owner" | "person" | "calendar";
  saidAt: Instant;
  /** Of a promise: by when; of a trip: its first day; of a someday: by when to ask. In the owner's zone. */
  dueOn?: PlainDate;
  /** Of a trip: its last day. */
  untilOn?: PlainDate;
  place?: string;
  source: { kind: "message" | "event" | "card" | "logged" | "owner"; id: string };
  /** 0 to 1. */
  confidence: number;
  state: "open" | "done" | "refused";
};
