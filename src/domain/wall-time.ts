/**
 * Wall clock times to instants. A wall time is a count of milliseconds that reads as UTC: 09:00 on 2026-11-16 is
 * `Date.UTC(2026, 10, 16, 9)`.
 */
import { offsetMsAt, utc, type Zone } from "./time.ts";

/**
 * Milliseconds since 1970 UTC at which the wall clock of a zone shows that time: the first showing when it shows twice,
 * moved forward by the gap when it never shows. Throws a RangeError outside the years 1 to 9999.
 */
export function millisOfWall(zone: Zone, wallMs: number): number {
  if (zone === utc) return wallMs;
  // The offset is one of those kept around the wall time; the larger offset gives the earlier moment, the first showing.
  const before = offsetMsAt(zone, wallMs - dayMs);
  const after = offsetMsAt(zone, wallMs + dayMs);
  if (before === after && offsetMsAt(zone, wallMs - before) === before) return wallMs - before;
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetMsAt(zone, wallMs - offset) === offset) return wallMs - offset;
  }
  return wallMs - before;
}

const dayMs = 86_400_000;

/** The wall time that a zone shows at an instant. */
export const wallAt = (zone: Zone, atMs: number): number => atMs + offsetMsAt(zone, atMs);
