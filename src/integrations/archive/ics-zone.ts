/**
 * The zones of one calendar: what each TZID means. Asked in this order: its name, the file's own VTIMEZONE, nobody.
 */
import { utc, type Zone } from "../../domain/time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import { equalZone, type OwnZone, offsetOfWall, offsetsIn } from "./ics-vtimezone.ts";

/** The zone in which a wall time is to be read. */
export type ZoneReading = {
  zone: Zone;
  /** What was assumed, for the owner. */
  note?: string;
  /** Right for this wall time, but not for others of a series. */
  onlyThen?: true;
  /** Nobody knows: the time can be placed, but may be off. */
  unknown?: true;
};

export class FileZones {
  readonly #floating: ZoneReading;
  readonly #own: ReadonlyMap<string, OwnZone>;
  readonly #readings = new Map<string, ZoneReading>();
  #searchesLeft = searchesMax;

  /** `floating`: the zone of times that name none, by X-WR-TIMEZONE or the caller. `own`: the file's VTIMEZONEs. */
  constructor(floating: Zone | undefined, own: readonly OwnZone[]) {
    this.#own = new Map(own.map((zone) => [zone.tzid, zone]));
    this.#floating =
      floating === undefined
        ? {
            zone: utc,
            unknown: true,
            note: "The time names no zone and neither does the calendar: the whole day is taken as busy.",
          }
        : { zone: floating };
  }

  reading(tzid: string | undefined, wallMs: number): ZoneReading {
    if (tzid === undefined || tzid === "") return this.#floating;
    const named = this.#readings.get(tzid);
    if (named !== undefined) return named;
    const key = `${tzid}\n${new Date(wallMs).getUTCFullYear()}`;
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const zone = zoneNamed(tzid);
    if (zone !== undefined) {
      const reading = { zone };
      this.#readings.set(tzid, reading);
      return reading;
    }
    const reading = this.#byOwnRules(tzid, wallMs);
    if (reading.onlyThen === undefined) this.#readings.set(key, reading);
    return reading;
  }

  #byOwnRules(tzid: string, wallMs: number): ZoneReading {
    const shown = tzid.slice(0, 60);
    const own = this.#own.get(tzid);
    if (own === undefined) {
      return {
        zone: this.#floating.zone,
        unknown: true,
        note: `The zone '${shown}' is unknown: the whole day is taken as busy.`,
      };
    }
    const year = new Date(wallMs).getUTCFullYear();
    if (this.#searchesLeft > 0) {
      this.#searchesLeft -= 1;
      const equal = equalZone(own, year);
      if (equal !== undefined)
        return { zone: equal, note: `The zone '${shown}' is taken as ${equal}, whose clock does what the file says.` };
    }
    const offset = sayOffset(offsetOfWall(own, wallMs));
    const fixed = zoneNamed(`GMT${offset}`);
    if (fixed === undefined)
      return {
        zone: this.#floating.zone,
        unknown: true,
        note: `The zone '${shown}' is unknown: the whole day is taken as busy.`,
      };
    const isConstant = offsetsIn(own, year).changesMs.length === 0;
    const note = `The zone '${shown}' exists only in this file: its offset ${offset} is taken.`;
    return isConstant ? { zone: fixed, note } : { zone: fixed, note, onlyThen: true };
  }
}

/** Each search through all zones costs up to 30 ms; no honest file has more zones and years that need one. */
const searchesMax = 100;

/** "+05:30". */
function sayOffset(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const two = (count: number) => String(count).padStart(2, "0");
  return `${ms < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
