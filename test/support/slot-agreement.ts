/** Holds the slot engine against the oracle on one question; used by the ordinary test and by `scripts/slot-oracle.ts`. */
import { offerTimes } from "../../src/domain/meeting/offer.ts";
import { type Prepared, prepare, type Question } from "../../src/domain/meeting/prepare.ts";
import { allowedStarts, freeSlots, whyNot } from "../../src/domain/meeting/slots.ts";
import type { Dice } from "./slot-cases.ts";
import { judgeEveryMinute, rulesIn } from "./slot-oracle.ts";

const minuteMs = 60_000;

export type Agreement = { minutes: number; free: number; offered: number; reasons: number; disagreement?: string };

/**
 * Compares every whole minute (free or not), the named rules of some minutes, and accepts every offered slot.
 * The disagreement, if any, is one sentence that names the minute and both opinions.
 */
export function agree(question: Question, dice: Dice): Agreement {
  const prepared = prepare(question);
  const { firstStartMs, refused } = judgeEveryMinute(question);
  const counts = { minutes: refused.length, free: 0, offered: 0, reasons: 0 };
  const free = minutesOf(prepared, firstStartMs, refused.length);
  for (let at = 0; at < refused.length; at += 1) {
    const isFree = refused[at] === 0;
    if (isFree) counts.free += 1;
    if ((free[at] === 1) !== isFree) {
      const rules = rulesIn(refused[at]!).join(", ");
      const opinion = isFree ? "is free minute by minute, yet not offered" : `is offered, yet refused by ${rules}`;
      return { ...counts, disagreement: `${said(firstStartMs + at * minuteMs)} ${opinion}` };
    }
  }
  for (const slot of freeSlots(prepared)) {
    counts.offered += 1;
    const refusals = whyNot(prepared, slot);
    if (refusals.length > 0)
      return { ...counts, disagreement: `${said(slot.startMs)} was offered and refused: ${refusals[0]!.rule}` };
  }
  const offered = offerTimes(prepared);
  const lettered = offered.kind === "none" ? [] : [...offered.named, ...offered.days.flatMap(({ ranges }) => ranges)];
  for (const { startMs, endMs } of lettered) {
    for (const start of [startMs, endMs - prepared.lengthMs]) {
      const refusals = whyNot(prepared, { startMs: start, endMs: start + prepared.lengthMs });
      if (refusals.length > 0)
        return { ...counts, disagreement: `${said(start)} stood in a letter and is refused: ${refusals[0]!.rule}` };
    }
  }
  for (let sample = 0; sample < 30; sample += 1) {
    const at = dice.below(refused.length);
    const startMs = firstStartMs + at * minuteMs;
    const engine = whyNot(prepared, { startMs, endMs: startMs + prepared.lengthMs }).map(({ rule }) => rule);
    const oracle = rulesIn(refused[at]!);
    counts.reasons += oracle.length;
    if ([...engine].sort().join() !== [...oracle].sort().join()) {
      return { ...counts, disagreement: `${said(startMs)}: refused by [${engine}], minute by minute by [${oracle}]` };
    }
  }
  return counts;
}

function minutesOf(prepared: Prepared, firstStartMs: number, count: number): Uint8Array {
  const minutes = new Uint8Array(count);
  const starts = allowedStarts(prepared);
  for (let at = 0; at < starts.length; at += 2) {
    const first = Math.max(0, Math.ceil((starts[at]! - firstStartMs) / minuteMs));
    const last = Math.min(count, Math.ceil((starts[at + 1]! - firstStartMs) / minuteMs));
    if (first < last) minutes.fill(1, first, last);
  }
  return minutes;
}

const said = (ms: number) => new Date(ms).toISOString();
