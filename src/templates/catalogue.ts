/**
 * The letters that Rapport can write: for each kind which facts it needs, which it may use, and the figures the lint
 * holds it to. The words themselves are in letters/<locale>/<kind>.hbs: the subject, a line with ---, the body.
 */
import { readFileSync } from "node:fs";

export const locales = ["en", "fr", "de", "es"] as const;
export type Locale = (typeof locales)[number];

export const letterKinds = ["thank_you", "check_in", "meet_by", "revive"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Everything that a letter may say about two people. All of it is true and has a source, or it is absent. */
export type LetterFacts = {
  greetingName?: string;
  ownerName?: string;
  /** "SaaStr Paris drinks, Station F" */
  metWhere?: string;
  /** What the first mails were about, for people known by mail alone: "the workshop in May". */
  wroteAbout?: string;
  /** An adverb of time in the letter's language: "on Monday", "am 16. November". */
  metWhen?: string;
  /** The month or day of the last conversation, as the language says it. */
  lastWhen?: string;
  /** Why they met or what they spoke of, in the owner's words or from a subject: "hiring analysts". */
  topic?: string;
  /** What the owner can offer, in the owner's words. */
  giveNote?: string;
  /** "A coffee", "A call": opens the subject. */
  activity?: string;
  /** "a coffee", "a call". */
  occasion?: string;
  minutes?: number;
  place?: string;
  /** One line a day. */
  times?: readonly string[];
};

export type FactName = keyof LetterFacts;

export type LetterRule = {
  needs: readonly FactName[];
  /** At least one of these must be known: the specific, true reference without which there is no letter (R26). */
  needsOneOf: readonly FactName[];
  may: readonly FactName[];
  words: { min: number; max: number };
  /** Question marks allowed in subject and body together. */
  questions: { min: number; max: number };
  wantsTimes: boolean;
};

export const catalogue: Readonly<Record<LetterKind, LetterRule>> = {
  thank_you: {
    needs: ["greetingName", "ownerName", "metWhen"],
    needsOneOf: ["metWhere"],
    may: ["topic"],
    words: { min: 25, max: 80 },
    questions: { min: 0, max: 1 },
    wantsTimes: false,
  },
  check_in: {
    needs: ["greetingName", "ownerName", "metWhen"],
    needsOneOf: ["metWhere", "wroteAbout"],
    may: ["topic", "giveNote"],
    words: { min: 25, max: 110 },
    questions: { min: 1, max: 3 },
    wantsTimes: false,
  },
  meet_by: {
    needs: ["greetingName", "ownerName", "metWhen", "activity", "occasion", "minutes"],
    needsOneOf: ["metWhere", "wroteAbout"],
    may: ["topic", "place", "times"],
    words: { min: 30, max: 110 },
    questions: { min: 1, max: 3 },
    wantsTimes: true,
  },
  revive: {
    needs: ["greetingName", "ownerName", "lastWhen", "occasion", "minutes"],
    needsOneOf: ["lastWhen"],
    may: ["topic", "place", "times"],
    words: { min: 25, max: 110 },
    questions: { min: 1, max: 3 },
    wantsTimes: true,
  },
};

/** The template's text; throws when the catalogue names one that is not there. */
export const templateText = (kind: LetterKind, locale: Locale): string =>
  readFileSync(new URL(`letters/${locale}/${kind}.hbs`, import.meta.url), "utf8");
