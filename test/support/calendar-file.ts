/** A calendar file of a few lines, and an owner who imported it: for tests about the owner's own time. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../src/domain/time.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { importAll } from "./imports.ts";
import { inThreadReader } from "./in-thread-reader.ts";
import { type TestWorld, testWorld } from "./world.ts";

export const mara = "mara@home.example";

/** `lines` are those between BEGIN and END; the event was last changed at the stamp. */
export const eventText = (uid: string, lines: readonly string[], stamp = "20261121T090000Z"): string =>
  ["BEGIN:VEVENT", `UID:${uid}@example`, `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stamp}`, ...lines, "END:VEVENT"].join(
    "\r\n",
  );

export const calendarText = (events: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "X-WR-CALNAME:Work", ...events, "END:VCALENDAR", ""].join(
    "\r\n",
  );

/** Mara, in Paris, with these events in her one calendar; without any there is no calendar. */
export async function calendarWorld(now: string, events: readonly string[]): Promise<TestWorld> {
  const made = await testWorld({ clock: now as Instant });
  const world = { ...made.world, archive: inThreadReader };
  if (events.length > 0) {
    const path = join(made.folder, "work.ics");
    writeFileSync(path, calendarText(events));
    await importAll(world, made.owner, path);
    await sayOwnerAddresses(world, made.owner, [mara]);
  }
  return { ...made, world };
}
