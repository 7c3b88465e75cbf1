/** A date that the owner goes to, as an event of theirs: it takes their time, and lists no guests (R11). */
import type { AccountId, EventId, OwnerId } from "../../domain/ids.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { saveAttended } from "../../store/events.ts";
import type { FeedDate } from "../../store/feeds.ts";

export type Attended = { eventId: EventId; date: Omit<FeedDate, "uid">; changedAt: Instant };

/** `changedAt` later than before replaces what stood for it. */
export async function attend(
  connection: Connection,
  owner: OwnerId,
  { account, zone }: { account: AccountId; zone: Zone },
  { eventId, date, changedAt }: Attended,
): Promise<void> {
  const { title, place, link, startsAt, endsAt } = date;
  await saveAttended(connection, owner, account, zone, {
    id: eventId,
    event: {
      uid: eventId,
      sequence: 0,
      changedAt,
      title,
      ...(place !== undefined && { place }),
      ...(link !== undefined && { link }),
      time: { kind: "timed", startsAt, endsAt, zone },
      status: "confirmed",
      kind: "busy",
      attendees: [],
      notes: [],
    },
  });
}
