/**
 * What the owner says about the reading of one message: who wrote it (M1) and what it means for an offer (M6). It
 * outranks the reading wherever that is used, until it is taken back.
 */
import type { ReplyMeaning } from "./meaning.ts";

/** A letter of a person's own, or an answer that a program gave in their place. */
export const saidKinds = ["person", "auto_reply"] as const;
export type SaidKind = (typeof saidKinds)[number];

export const saidMeanings = [
  "accept",
  "counter",
  "constraint",
  "later",
  "decline",
  "question",
  "opt_out",
  "delegate",
  "unclear",
] as const satisfies readonly ReplyMeaning["kind"][];
export type SaidMeaning = (typeof saidMeanings)[number];

export type ReadingCorrection = { kind?: SaidKind; meaning?: SaidMeaning };
