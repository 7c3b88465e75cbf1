/** A few events in the week of the shared example, for the first owner and, under the same keys, for the second one. */
import type { EventId, OwnerId } from "../../src/domain/ids.ts";
import type { CalendarEvent } from "../../src/domain/meeting/event.ts";
import type { Instant, Zone } from "../../src/domain/time.ts";
import type { World } from "../../src/flows/world.ts";
import { saveCalendars, saveEventSources, saveEvents } from "../../src/store/events.ts";
import { archiveAccount, setZone, sinceEver } from "../../src/store/owners.ts";
import { foreign, ids, otherOwner } from "./furnish.ts";
import { start } from "./office.ts";

export const hostileTitle = `<script>alert(1)</script> & "Söhne"`;
const paris = "Europe/Paris" as Zone;

const timed = (uid: string, title: string, [from, until]: [string, string], more: Partial<CalendarEvent> = {}) => ({
  calendar: "Work",
  uid,
  sequence: 0,
  title,
  time: { kind: "timed" as const, startsAt: from as Instant, endsAt: until as Instant, zone: paris },
  status: "confirmed" as const,
  kind: "busy" as const,
  attendees: [],
  changedAt: start,
  notes: [],
  ...more,
});

/** After `furnish`, which makes the second owner. Thursday 19 and Friday 20 November, in Paris. */
export async function furnishWeek({ database, ids: newIds }: World, owner: OwnerId): Promise<void> {
  for (const one of [owner, otherOwner]) {
    const say = (title: string) => (one === otherOwner ? `${foreign} ${title}` : title);
    const account = await archiveAccount(database, one, { accountId: newIds.next(), at: start });
    await setZone(database, one, sinceEver, paris, "Said by the test.");
    await saveCalendars(database, one, account, ["Work"]);
    const events: CalendarEvent[] = [
      timed("a", say("Planning"), ["2026-11-19T09:00:00.000Z", "2026-11-19T10:00:00.000Z"]),
      timed("b", say(hostileTitle), ["2026-11-19T13:00:00.000Z", "2026-11-19T14:00:00.000Z"], { status: "tentative" }),
      timed("c", say("Home office"), ["2026-11-20T08:00:00.000Z", "2026-11-20T16:00:00.000Z"], { kind: "free" }),
      timed("d", say("Coffee"), ["2026-11-10T08:00:00.000Z", "2026-11-10T09:00:00.000Z"], {
        place: "Café Lignes, Lyon",
        attendees: ["me@owner.example", "priya@acme.example"].map((address) => ({ address, response: "accepted" })),
      }),
    ];
    const { saved } = await saveEvents(
      database,
      one,
      account,
      paris,
      events.map((event) => ({ id: newIds.next<EventId>(), event })),
    );
    await saveEventSources(database, one, account, ids.import, saved);
  }
}
