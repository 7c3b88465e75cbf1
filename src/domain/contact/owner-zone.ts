/** The zone that an owner lives in, as their calendar shows it. */
import { utc, type Zone } from "../time.ts";

const eventsMin = 5;
/** Of the events that name a zone at all. */
const shareMin = 0.6;

/** Undefined when there are too few events, or no zone stands out. UTC is what machines write, and nobody's home. */
export function dominantZone(events: readonly { zone: Zone; count: number }[]): Zone | undefined {
  const named = events.filter(({ zone }) => zone !== utc && !zone.startsWith("Etc/"));
  const all = named.reduce((sum, { count }) => sum + count, 0);
  const [most] = [...named].sort((one, other) => other.count - one.count || (one.zone < other.zone ? -1 : 1));
  return most !== undefined && all >= eventsMin && most.count >= shareMin * all ? most.zone : undefined;
}
