/** How fast imports go, from what pages saw of them: the rows carry only how far each one is. */
import { type Instant, millisOf } from "../domain/time.ts";

export type Pace = { bytesPerSecond: number; secondsLeft: number };

export type ImportMeter = {
  /** Notes how far an import is; gives its pace once two looks lie far enough apart. */
  look(importId: string, seen: { at: Instant; bytesDone: number; bytesTotal: number }): Pace | undefined;
};

/** The pace is that of the last stretch, so that it follows a disk or a reader that changes speed. */
const stretchMs = 8_000;
const stretchMinMs = 800;
const importsMax = 50;

export function openImportMeter(): ImportMeter {
  const looks = new Map<string, { atMs: number; bytes: number }[]>();
  return {
    look(importId, { at, bytesDone, bytesTotal }) {
      const atMs = millisOf(at);
      const known = (looks.get(importId) ?? []).filter((one) => one.atMs >= atMs - stretchMs && one.bytes <= bytesDone);
      const first = known[0];
      looks.delete(importId);
      looks.set(importId, [...known, { atMs, bytes: bytesDone }]);
      for (const oldest of looks.keys()) if (looks.size > importsMax) looks.delete(oldest);
      if (first === undefined || atMs - first.atMs < stretchMinMs || bytesDone === first.bytes) return undefined;
      const bytesPerSecond = ((bytesDone - first.bytes) / (atMs - first.atMs)) * 1000;
      return { bytesPerSecond, secondsLeft: Math.max(0, bytesTotal - bytesDone) / bytesPerSecond };
    },
  };
}
