/**
 * What a zone's wall shows, asked of Intl alone and found by bisection: the independent side of the tests about time.
 * Knows neither luxon nor any file under src.
 */
const minuteMs = 60_000;
const probeMs = 12 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Offset in milliseconds, east positive, read off the wall that Intl writes. */
export function intlOffsetMs(zone: string, ms: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const [month, day, year, hour, minute, second] = format.format(ms).split(/\D+/).map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}

/** Stretches of one offset that cover a window, probed every twelve hours and bisected to the minute. */
export function intlStretches(zone: string, fromMs: number, untilMs: number): { untilMs: number; offsetMs: number }[] {
  const stretches: { untilMs: number; offsetMs: number }[] = [];
  let offset = intlOffsetMs(zone, fromMs);
  for (let at = fromMs; at < untilMs; at += probeMs) {
    const next = Math.min(at + probeMs, untilMs);
    const nextOffset = intlOffsetMs(zone, next);
    if (nextOffset === offset) continue;
    let low = at;
    let high = next;
    while (high - low > minuteMs) {
      const middle = Math.floor((low + high) / 2 / minuteMs) * minuteMs;
      if (middle <= low) break;
      if (intlOffsetMs(zone, middle) === offset) low = middle;
      else high = middle;
    }
    stretches.push({ untilMs: high, offsetMs: offset });
    offset = nextOffset;
  }
  stretches.push({ untilMs: Number.POSITIVE_INFINITY, offsetMs: offset });
  return stretches;
}

/** The instants of one UTC year at which a zone changes its clock, probed every ten days. */
export function intlChangesIn(zone: string, year: number): readonly number[] {
  const key = `${zone} ${year}`;
  const known = changesKnown.get(key);
  if (known !== undefined) return known;
  const changes: number[] = [];
  const step = 10 * 86_400_000;
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += step) {
    if (intlOffsetMs(zone, at) === intlOffsetMs(zone, at + step)) continue;
    changes.push(
      ...intlStretches(zone, at, at + step)
        .slice(0, -1)
        .map(({ untilMs }) => untilMs),
    );
  }
  changesKnown.set(key, changes);
  return changes;
}

const changesKnown = new Map<string, readonly number[]>();
