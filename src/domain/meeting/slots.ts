/**
 * Free time: what no rule forbids (`freeRanges`, `freeStarts`), and why one time is refused (`whyNot`). Both read the one
 * list in `rules.ts`, so what is offered is accepted while nothing changes. All times are milliseconds since 1970 UTC.
 */
import { minuteMs } from "./day-number.ts";
import type { Prepared } from "./prepare.ts";
import type { Refusal, RuleName } from "./refusal.ts";
import { rules } from "./rules.ts";
import { oneSpan, type Spans, spanAt, without } from "./spans.ts";

/** Half-open: a meeting that ends when another starts does not touch it. */
export type Slot = { startMs: number; endMs: number };

/** Every range inside which a meeting of the asked length may lie, in order of time; none is shorter than the meeting. */
export function freeRanges(prepared: Prepared): readonly Slot[] {
  const starts = allowedStarts(prepared);
  const ranges: Slot[] = [];
  for (let at = 0; at < starts.length; at += 2) {
    ranges.push({ startMs: starts[at]!, endMs: starts[at + 1]! - 1 + prepared.lengthMs });
  }
  return ranges;
}

/** Every slot that starts on the owner's grid (`startEveryMinutes` of the wall clock since midnight), in order of time. */
export function freeSlots(prepared: Prepared): readonly Slot[] {
  return gridStarts(prepared, allowedStarts(prepared)).map((startMs) => ({
    startMs,
    endMs: startMs + prepared.lengthMs,
  }));
}

/** All rules that refuse a slot, with their facts; empty when it is free. The slot may start at any minute. */
export function whyNot(prepared: Prepared, { startMs, endMs }: Slot): readonly Refusal[] {
  if (endMs - startMs !== prepared.lengthMs) {
    throw new RangeError(
      `the slot lasts ${(endMs - startMs) / minuteMs} minutes, the question asks for ${prepared.lengthMs / minuteMs}`,
    );
  }
  const refusals: Refusal[] = [];
  for (let at = 0; at < rules.length; at += 1) {
    if (spanAt(forbiddenBy(prepared, at), startMs) >= 0) refusals.push(rules[at]!.because(prepared, startMs));
  }
  return refusals;
}

/** The allowed starts: half-open spans, any millisecond inside is a start. */
export const allowedStarts = (prepared: Prepared): Spans =>
  startsWithout(prepared, [], oneSpan(prepared.nowMs, prepared.latestMs + 1));

/** The starts on the owner's grid inside spans of allowed starts. */
export function gridStarts(prepared: Prepared, starts: Spans): number[] {
  const stepMs = prepared.question.availability.startEveryMinutes * minuteMs;
  const found: number[] = [];
  let stretch = 0;
  for (let at = 0; at < starts.length; at += 2) {
    let from = starts[at]!;
    const until = starts[at + 1]!;
    while (from < until) {
      while (stretch < prepared.clock.length - 1 && prepared.clock[stretch]!.untilMs <= from) stretch += 1;
      const { untilMs, offsetMs } = prepared.clock[stretch]!;
      const stop = stretch === prepared.clock.length - 1 ? until : Math.min(until, untilMs);
      // A day holds a whole number of steps, so local midnights are multiples of the step themselves.
      for (let start = Math.ceil((from + offsetMs) / stepMs) * stepMs - offsetMs; start < stop; start += stepMs)
        found.push(start);
      from = stop;
    }
  }
  return found;
}

/** What all rules but some leave of the given starts. Stops early: a full week often closes at the first rules. */
export function startsWithout(prepared: Prepared, except: readonly RuleName[], among: Spans): Spans {
  let starts = among;
  for (let at = 0; at < rules.length && starts.length > 0; at += 1) {
    if (except.length === 0 || !except.includes(rules[at]!.name)) starts = without(starts, forbiddenBy(prepared, at));
  }
  return starts;
}

/** The first start on the owner's grid from one instant until before another. */
export function firstOnGrid(prepared: Prepared, fromMs: number, untilMs: number): number | undefined {
  const stepMs = prepared.question.availability.startEveryMinutes * minuteMs;
  for (const stretch of prepared.clock) {
    const from = Math.max(fromMs, stretch.fromMs);
    const first = Math.ceil((from + stretch.offsetMs) / stepMs) * stepMs - stretch.offsetMs;
    if (first < Math.min(untilMs, stretch.untilMs)) return first;
  }
  return undefined;
}

function forbiddenBy(prepared: Prepared, at: number): Spans {
  const known = prepared.forbidden[at];
  if (known !== undefined) return known;
  const forbidden = rules[at]!.forbids(prepared);
  prepared.forbidden[at] = forbidden;
  return forbidden;
}
