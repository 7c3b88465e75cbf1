/**
 * What a reply means for the offer it answers (M6). Negation is looked for before consent; words alone accept nothing: a
 * time is accepted only when one sentence agrees to it, it can mean exactly one offered slot, and nothing else in the reply
 * speaks against it. All other times are proposals or limits, and whatever is left open is unclear: the owner's to read.
 */
import type { Because } from "../because.ts";
import type { Language } from "../mail/language.ts";
import type { Address } from "../mail/message.ts";
import { newTextOf, type TrimmedText } from "../mail/new-text.ts";
import type { Instant, PlainDate, Zone } from "../time.ts";
import { acceptance } from "./acceptance.ts";
import { answer, excerpt } from "./answer.ts";
import { answeredAtOnce } from "./clauses.ts";
import { isOnlyCourtesy } from "./courtesy.ts";
import * as doubting from "./doubting-words.ts";
import type { Slot, Window } from "./match.ts";
import { otherMeaning } from "./other-meaning.ts";
import { clausesWithOutcomes } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { languageOf } from "./reply-language.ts";
import { sentencesOf } from "./sentences.ts";
import { readable } from "./time-phrases.ts";
import type { ClockSpan, DaySpan } from "./time-spans.ts";

export type OfferMade = {
  /** The times that the letter named, in its order. */
  slots: readonly Slot[];
  /** Free stretches that it showed around them; a start inside one that leaves the whole length is as good as a slot. */
  ranges?: readonly Slot[];
  /** The zone in which the letter's times are written. */
  zone: Zone;
  /** The writer's own zone where it is known and differs. */
  writersZone?: Zone;
  /** The letter's language: the reply's, unless its own words show another. */
  language: Language;
  /** When the reply was written. */
  writtenAt: Instant;
  /** The name of whom was asked: "Tuesday suits Tom", and Tom's name below, are about nobody else. */
  asked?: string;
  /** The owner's name, with which the writer may address them. */
  owner?: string;
  /** Minutes since 00:00 in which a bare hour is read; 8:00 to 19:00 by default. */
  workingHours?: { from: number; until: number };
};

/** A time that the writer proposes, with every reading of it. */
export type ProposedTime = { says: string; windows: readonly Window[] };

/** A limit for the next offer: what fits, or what does not. */
export type TimeLimit = {
  says: string;
  fits: boolean;
  days?: readonly DaySpan[];
  /** 1 is Monday. */
  everyWeekday?: number;
  clock?: ClockSpan;
};

export type ReplyMeaning = { confidence: number; because: readonly Because[] } & (
  | { kind: "accept"; slot: Slot; alsoAsks: boolean }
  | { kind: "counter"; times: readonly ProposedTime[] }
  | { kind: "constraint"; limits: readonly TimeLimit[]; noneOfThem: boolean }
  | { kind: "later"; from?: PlainDate }
  | { kind: "decline" }
  | { kind: "question" }
  | { kind: "opt_out" }
  | { kind: "delegate"; to?: Address }
  /**
   * `perhaps`: the one offered time that it speaks of, where nothing in it speaks against that. `isCourtesy`: it is thanks and
   * good wishes alone, which are no answer to an offer, and need none where nothing was asked.
   */
  | { kind: "unclear"; perhaps?: Slot; isCourtesy?: true }
);

/** Reads a reply's new text against its offer. Never throws; bounded by 60 sentences of 1,000 characters. */
export function readReply(reply: TrimmedText | string, offer: OfferMade): ReplyMeaning {
  const trimmed = typeof reply === "string" ? newTextOf(reply) : reply;
  const written = sentencesOf(trimmed);
  if (written.length === 0)
    return answer({ kind: "unclear" }, 0.9, "M6.nothing_written", "The reply holds no words of its own.");
  const language = languageOf(written.join(" "), offer.language);
  const clauses = answeredAtOnce(clausesWithOutcomes(written, language, offer));
  const twisted = clauses.find(({ sentence }) => doubting.sarcasm.test(readable(sentence)));
  if (twisted !== undefined)
    return answer(
      { kind: "unclear" },
      0.7,
      "M6.not_meant_so",
      `It may not be meant so: "${excerpt(twisted.sentence)}".`,
    );
  return (
    refusal(clauses, trimmed) ??
    acceptance(clauses, offer, trimmed, language) ??
    otherMeaning(clauses, offer, trimmed) ??
    thanksAlone(written, offer) ??
    answer({ kind: "unclear" }, 0.8, "M6.unclear", "Nothing in it could be read for sure.")
  );
}

const thanksAlone = (written: readonly string[], { owner, asked }: OfferMade): ReplyMeaning | undefined =>
  isOnlyCourtesy(written, [owner, asked])
    ? answer({ kind: "unclear", isCourtesy: true }, 0.9, "M6.only_thanks", "It is thanks and good wishes alone.")
    : undefined;
