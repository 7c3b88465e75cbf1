/** Relationships, not connections (R38): what became of people, colleagues left out. How many there are in all is never among the figures. */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { BeganOnline } from "../../domain/plan/year.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

export type Relationships = {
  /** People met in person, ever. */
  metInPerson: number;
  /** Meetings and calls held since the quarter began; one with three people is one. */
  conversationsThisQuarter: number;
  beganOnline: BeganOnline;
  /** Since the quarter began. */
  gave: number;
  received: number;
  /** Meetings of the month's plan; none planned is zero of zero. */
  plan: { planned: number; tookPlace: number };
};

/** Days are the owner's: `quarterFrom` is the first instant of the quarter, `month` the first day of the month. */
export async function readRelationships(
  connection: Connection,
  owner: OwnerId,
  { now, quarterFrom, month }: { now: Instant; quarterFrom: Instant; month: PlainDate },
): Promise<Relationships> {
  const { rows } = await sql<{
    talks: number;
    gave: number;
    received: number;
    planned: number;
    took_place: number;
  }>`
    select talks.*, ledger.*, plan.* from
      (select count(distinct (source_kind, source_id))::int as talks
       from interaction join contact using (owner_id, contact_id)
       where owner_id = ${owner} and depth = 'conversation' and at >= ${quarterFrom} and at <= ${now}
         and class <> 'colleague') talks,
      (select count(*) filter (where kind = 'gave')::int as gave, count(*) filter (where kind = 'received')::int as received
       from ledger_entry where owner_id = ${owner} and at >= ${quarterFrom} and at <= ${now}) ledger,
      (select count(*) filter (where state <> 'dropped')::int as planned, count(*) filter (where state = 'took_place')::int as took_place
       from plan_item where owner_id = ${owner} and month = ${month}) plan
  `.execute(connection);
  const row = rows[0]!;
  return {
    ...(await readPeopleMet(connection, owner, now)),
    conversationsThisQuarter: row.talks,
    gave: row.gave,
    received: row.received,
    plan: { planned: row.planned, tookPlace: row.took_place },
  };
}

export async function readPeopleMet(
  connection: Connection,
  owner: OwnerId,
  now: Instant,
): Promise<Pick<Relationships, "metInPerson" | "beganOnline">> {
  const isOnline = sql`coalesce(met_channel, 'card') <> 'event' and last_touch_at is not null`;
  const { rows } = await sql<{ met: number; online: number; online_met: number }>`
    select count(met.contact_id)::int as met,
      count(*) filter (where ${isOnline})::int as online,
      count(met.contact_id) filter (where ${isOnline})::int as online_met
    from contact left join (select distinct contact_id from interaction where owner_id = ${owner}
        and mode = 'in_person' and depth = 'conversation' and at <= ${now}) met on met.contact_id = contact.contact_id
    where owner_id = ${owner} and class <> 'colleague'
  `.execute(connection);
  const row = rows[0]!;
  return { metInPerson: row.met, beganOnline: { inExchange: row.online, met: row.online_met } };
}
