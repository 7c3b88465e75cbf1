import { describe, expect, test } from "vitest";
import type { Busy } from "../../../src/domain/meeting/busy.ts";
import { prepare, type Question } from "../../../src/domain/meeting/prepare.ts";
import { allowedStarts } from "../../../src/domain/meeting/slots.ts";
import { lengthOf, startsTouching, without } from "../../../src/domain/meeting/spans.ts";
import { diceOf, randomQuestion } from "../../support/slot-cases.ts";

/** Random questions that leave some time free, so that taking it away can be seen. */
const questions = Array.from({ length: 400 }, (_, at) => {
  const question = randomQuestion(90_000 + at, diceOf(90_000 + at));
  return { question, free: allowedStarts(prepare(question)) };
}).filter(({ free }) => free.length > 0);

const withItem = (question: Question, item: Busy) =>
  prepare({ ...question, busy: [...(question.busy as readonly Busy[]), item] });

describe("nothing unknown is ever free (Q1)", () => {
  test("there is something to lose", () => expect(questions.length).toBeGreaterThan(100));

  test("a calendar that cannot be read closes the whole window", () => {
    for (const { question } of questions) {
      const unreadable = [{ calendar: "team", because: "sign in again" }];
      expect(allowedStarts(prepare({ ...question, unreadable }))).toEqual([]);
    }
  });

  test("an item without a time closes the whole window", () => {
    for (const { question } of questions) {
      const item: Busy = {
        startMs: Number.NaN,
        endMs: Number.NaN,
        kind: "busy",
        source: { calendar: "work", uid: "?" },
      };
      expect(allowedStarts(withItem(question, item))).toEqual([]);
    }
  });

  test("an unknown stretch takes away exactly what touches it, and gives nothing", () => {
    for (const { question, free } of questions) {
      const prepared = prepare(question);
      const span = [free[0]!, free[0]! + 90 * 60_000] as const;
      const item: Busy = { startMs: span[0], endMs: span[1], kind: "unknown", source: { calendar: "work", uid: "?" } };
      const left = allowedStarts(withItem(question, item));
      expect(lengthOf(without(left, free))).toBe(0);
      expect(without(left, startsTouching(span, prepared.lengthMs))).toEqual(left);
      expect(lengthOf(left)).toBeLessThan(lengthOf(free));
    }
  });
});
