/** What happened since a day, counted where it lies: for the figures of the last twelve months. */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { YearFacts } from "../../domain/plan/year.ts";
import { type Instant, type PlainDate, startOfDay, type Zone } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

/** Months are those of the zone. */
export async function readYear(
  connection: Connection,
  owner: OwnerId,
  { from, until, zone }: { from: PlainDate; until: Instant; zone: Zone },
): Promise<Omit<YearFacts, "items">> {
  const since = startOfDay(zone, from);
  const talks = await sql<{ contact_id: string; month: PlainDate; is_in_person: boolean; count: number }>`
    select contact_id, date_trunc('month', at at time zone ${zone})::date as month, mode = 'in_person' as is_in_person,
      count(*)::int as count
    from interaction where owner_id = ${owner} and depth = 'conversation' and at >= ${since} and at <= ${until}
    group by 1, 2, 3 order by 1, 2, 3`.execute(connection);
  const people = await sql<{ first_at: Instant; first_met_at: Instant | null }>`
    select min(at) as first_at, min(at) filter (where mode = 'in_person' and depth = 'conversation') as first_met_at
    from interaction where owner_id = ${owner} and depth <> 'passive' and at <= ${until}
      and contact_id = any(${[...new Set(talks.rows.map(({ contact_id }) => contact_id))]}::uuid[])
    group by contact_id order by contact_id`.execute(connection);
  const ledger = await sql<{ month: PlainDate; kind: "gave" | "received"; count: number }>`
    select date_trunc('month', at at time zone ${zone})::date as month, kind, count(*)::int as count
    from ledger_entry where owner_id = ${owner} and kind in ('gave', 'received') and at >= ${since} and at <= ${until}
    group by 1, 2 order by 1, 2`.execute(connection);
  const asked = await sql<{ has_answered: boolean; is_booked: boolean; has_taken_place: boolean }>`
    select
      exists (select from answer where answer.owner_id = ${owner} and answer.contact_id = asked.contact_id
        and answer.written_at >= asked.first_at) as has_answered,
      coalesce(bool_or(booking.state in ('confirmed', 'took_place', 'no_show')), false) as is_booked,
      coalesce(bool_or(booking.state = 'took_place'), false) as has_taken_place
    from (select contact_id, min(offered_at) as first_at from offer
      where owner_id = ${owner} and offered_at >= ${since} and offered_at <= ${until} group by contact_id) as asked
    left join booking on booking.owner_id = ${owner} and booking.contact_id = asked.contact_id
      and booking.created_at >= asked.first_at
    group by asked.contact_id, asked.first_at order by asked.contact_id`.execute(connection);
  return {
    talks: talks.rows.map(({ contact_id: contactId, month, is_in_person: isInPerson, count }) => ({
      contactId,
      month,
      isInPerson,
      count,
    })),
    people: people.rows.map(({ first_at: firstAt, first_met_at: firstMetAt }) => ({
      firstAt,
      ...(firstMetAt !== null && { firstMetAt }),
    })),
    ledger: ledger.rows,
    asked: asked.rows.map(({ has_answered: hasAnswered, is_booked: isBooked, has_taken_place: hasTakenPlace }) => ({
      hasAnswered,
      isBooked,
      hasTakenPlace,
    })),
  };
}
