/**
 * How often the public pages may be asked for, by address and by link. Kept in memory: there is one web process, and what it
 * forgets at a restart nobody outside can bring about.
 */
import type { Clock } from "../../domain/clock.ts";
import { after, type Instant } from "../../domain/time.ts";

const windowMinutes = 10;
/** One household or office may stand behind an address. */
const looksPerVisitorMax = 300;
const pressesPerVisitorMax = 40;
const pressesPerLinkMax = 20;
/** A provider tells of every change of every account, from a few addresses. */
const noticesPerVisitorMax = 1_000;
/** More are not counted apart: then the oldest windows are forgotten. */
const countedMax = 20_000;

export type VisitGate = {
  mayLook(visitor: string): boolean;
  mayPress(visitor: string, token: string): boolean;
  /** A provider's notification; one that is turned away is made up by the next poll. */
  mayNotify(visitor: string): boolean;
};

export function openVisitGate(wall: Clock): VisitGate {
  const windows = new Map<string, { until: Instant; count: number }>();
  const enter = (key: string, max: number): boolean => {
    const now = wall.now();
    const known = windows.get(key);
    if (known === undefined || known.until <= now) {
      windows.delete(key);
      makeRoom(windows);
      windows.set(key, { until: after(now, { minutes: windowMinutes }), count: 1 });
      return true;
    }
    known.count += 1;
    return known.count <= max;
  };
  return {
    mayLook: (visitor) => enter(`look/${visitor}`, looksPerVisitorMax),
    mayNotify: (visitor) => enter(`notice/${visitor}`, noticesPerVisitorMax),
    mayPress(visitor, token) {
      // Both are counted, whichever refuses.
      const [byVisitor, byLink] = [
        enter(`press/${visitor}`, pressesPerVisitorMax),
        enter(`link/${token}`, pressesPerLinkMax),
      ];
      return byVisitor && byLink;
    },
  };
}

/** A map keeps the order in which its windows began. */
function makeRoom(windows: Map<string, unknown>): void {
  const [oldest] = windows.keys();
  if (windows.size >= countedMax && oldest !== undefined) windows.delete(oldest);
}
