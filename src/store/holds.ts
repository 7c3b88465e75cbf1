/** Named times of open offers, each kept for one person. */
import { sql } from "kysely";
import type { Hold, HoldEventState, HoldState } from "../domain/booking/hold.ts";
import type { AccountId, EventId, HoldId, OfferId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

export async function addHolds(
  connection: Connection,
  owner: OwnerId,
  holds: readonly Omit<Hold, "version">[],
): Promise<void> {
  if (holds.length === 0) return;
  const rows = holds.map((hold) => ({
    id: hold.holdId,
    offer: hold.offerId,
    contact: hold.contactId,
    starts_at: hold.startsAt,
    ends_at: hold.endsAt,
    state: hold.state,
    until_at: hold.untilAt,
    account: hold.event.accountId ?? null,
    calendar: hold.event.calendar ?? null,
    event_state: hold.event.state,
    changed_at: hold.changedAt,
  }));
  await sql`
    insert into hold (owner_id, hold_id, offer_id, contact_id, starts_at, ends_at, state, until_at, account_id, calendar,
      event_state, changed_at)
    select ${owner}, id, offer, contact, starts_at, ends_at, state, until_at, account, calendar, event_state, changed_at
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, offer uuid, contact uuid, starts_at timestamptz, ends_at timestamptz, state text, until_at timestamptz,
      account uuid, calendar text, event_state text, changed_at timestamptz)
  `.execute(connection);
}

export type HoldAround = Hold & {
  /** Of the person it is kept for. */
  name: string;
  /** Its tentative event, where a scan has found it. */
  eventId?: EventId;
};

/** Placed ones that touch a window and hold at `now`, by their start. */
export async function holdsAround(
  connection: Connection,
  owner: OwnerId,
  { from, to, now }: { from: Instant; to: Instant; now: Instant },
): Promise<HoldAround[]> {
  const { rows } = await sql<HoldRow & { name: string; event_id: EventId | null }>`
    select hold.*, coalesce(contact.name, '') as name, place.event_id
    from hold join contact using (owner_id, contact_id)
      left join event_place place on place.owner_id = hold.owner_id and place.account_id = hold.account_id
        and place.calendar = hold.calendar and place.ref = hold.event_ref
    where hold.owner_id = ${owner} and hold.state = 'placed' and hold.until_at > ${now}::timestamptz
      and hold.starts_at < ${to}::timestamptz and hold.ends_at > ${from}::timestamptz
    order by hold.starts_at, hold.hold_id
  `.execute(connection);
  return rows.map((row) => ({
    ...holdOf(row),
    name: row.name,
    ...(row.event_id !== null && { eventId: row.event_id }),
  }));
}

export async function holdsOf(connection: Connection, owner: OwnerId, offer: OfferId): Promise<Hold[]> {
  const rows = await connection
    .selectFrom("hold")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("offer_id", "=", offer)
    .orderBy("starts_at")
    .orderBy("hold_id")
    .execute();
  return rows.map(holdOf);
}

/** Those whose tentative event is not as it shall be yet, or may stand there still. */
export async function holdsWithEvents(connection: Connection, owner: OwnerId, account: AccountId): Promise<Hold[]> {
  const rows = await connection
    .selectFrom("hold")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("account_id", "=", account)
    .where("event_state", "in", ["wanted", "unknown", "standing", "removing"])
    .orderBy("starts_at")
    .orderBy("hold_id")
    .execute();
  return rows.map(holdOf);
}

/** Tentative events that are to go, at a time. */
export async function holdEventsGoing(
  connection: Connection,
  owner: OwnerId,
  { startsAt, endsAt }: Pick<Hold, "startsAt" | "endsAt">,
): Promise<Hold[]> {
  const rows = await connection
    .selectFrom("hold")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("event_state", "=", "removing")
    .where("starts_at", "<", endsAt)
    .where("ends_at", ">", startsAt)
    .orderBy("starts_at")
    .orderBy("hold_id")
    .execute();
  return rows.map(holdOf);
}

export type HoldChange = {
  state?: HoldState;
  because?: string;
  eventState?: HoldEventState;
  eventRef?: string;
};

/** The hold as it is then; undefined when it changed since it was read. */
export async function changeHold(
  connection: Connection,
  owner: OwnerId,
  { holdId, version }: Pick<Hold, "holdId" | "version">,
  { state, because, eventState, eventRef }: HoldChange,
  at: Instant,
): Promise<Hold | undefined> {
  const row = await connection
    .updateTable("hold")
    .set({
      ...(state !== undefined && { state }),
      ...(because !== undefined && { because }),
      ...(eventState !== undefined && { event_state: eventState }),
      ...(eventRef !== undefined && { event_ref: eventRef }),
      version: sql`version + 1`,
      changed_at: at,
    })
    .where("owner_id", "=", owner)
    .where("hold_id", "=", holdId)
    .where("version", "=", version)
    .returningAll()
    .executeTakeFirst();
  return row && holdOf(row);
}

type HoldRow = {
  hold_id: HoldId;
  offer_id: OfferId;
  contact_id: Hold["contactId"];
  starts_at: Instant;
  ends_at: Instant;
  state: HoldState;
  until_at: Instant;
  account_id: AccountId | null;
  calendar: string | null;
  event_ref: string | null;
  event_state: HoldEventState;
  version: number;
  changed_at: Instant;
};

const holdOf = (row: HoldRow): Hold => ({
  holdId: row.hold_id,
  offerId: row.offer_id,
  contactId: row.contact_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state,
  untilAt: row.until_at,
  event: {
    state: row.event_state,
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.calendar !== null && { calendar: row.calendar }),
    ...(row.event_ref !== null && { ref: row.event_ref }),
  },
  version: row.version,
  changedAt: row.changed_at,
});
