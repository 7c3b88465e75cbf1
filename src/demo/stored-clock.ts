/** The demo's clock as a file of its home, which all processes of the demo read. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Clock } from "../domain/clock.ts";
import { type Instant, millisOf, parseInstant } from "../domain/time.ts";
import { atSpeed, beganAt, type DemoClock, movedTo, timeOf } from "./demo-clock.ts";

export type StoredClock = Clock & {
  /** When the demo began. */
  base: Instant;
  /** Ahead to an instant of the demo, for all processes. */
  moveTo(to: Instant): void;
  setSpeed(speed: number): void;
  /** Knows from now on what any process changed before. */
  readAgain(): void;
};

/** How old what was read may be: a scan asks a thousand times a second. */
const readMilliseconds = 50;

const stored = z.object({
  base: z.string().transform((text, context) => {
    const at = parseInstant(text);
    if (at === undefined) context.addIssue({ code: "custom", message: "not an instant" });
    return at ?? z.NEVER;
  }),
  offsetMs: z.number(),
  speed: z.number().positive(),
});

const fileIn = (home: string): string => join(home, "clock.json");

/** Told by its clock: the folder of a demo. */
export const isDemoHome = (home: string): boolean => existsSync(fileIn(home));

/** The clock of a demo's home; made, at the present, when there is none yet. */
export function openStoredClock(home: string, wall: Clock): StoredClock {
  const file = fileIn(home);
  if (!existsSync(file)) save(file, beganAt(wall.now()));
  let read: DemoClock = load(file);
  let readAtMs = millisOf(wall.now());
  const readAgain = (): void => {
    read = load(file);
    readAtMs = millisOf(wall.now());
  };
  const current = (): DemoClock => {
    if (millisOf(wall.now()) - readAtMs >= readMilliseconds) readAgain();
    return read;
  };
  const change = (to: (clock: DemoClock, wall: Instant) => DemoClock): void => {
    read = to(load(file), wall.now());
    save(file, read);
  };
  return {
    base: read.base,
    now: () => timeOf(current(), wall.now()),
    moveTo: (to) => change((clock, at) => movedTo(clock, at, to)),
    setSpeed: (speed) => change((clock, at) => atSpeed(clock, at, speed)),
    readAgain,
  };
}

const load = (file: string): DemoClock => stored.parse(JSON.parse(readFileSync(file, "utf8")));

/** Renamed into its place, so that nobody reads half of it. */
function save(file: string, clock: DemoClock): void {
  writeFileSync(`${file}.part`, JSON.stringify(clock));
  renameSync(`${file}.part`, file);
}
