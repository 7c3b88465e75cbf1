/** What happened since a day, counted where it lies: for the figures of the last twelve months. */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { YearFacts } from "../../domain/plan/year.ts";
import { type Instant, type PlainDate, startOfDay, type Zone } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { readPeopleMet } from "./relationships.ts";

/** Months are those of the zone. Colleagues are left out, as in all figures of relationships. */
export async function readYear(
  connection: Connection,
  owner: OwnerId,
  { from, until, zone }: { from: PlainDate; until: Instant; zone: Zone },
): Promise<Omit<YearFacts, "items">> {
  const since = startOfDay(zone, from);
  const talks = await sql<{ month: PlainDate; count: number }>`
    select date_trunc('month', at at time zone ${zone})::date as month, count(distinct (source_kind, source_id))::int as count
    from interaction join contact using (owner_id, contact_id)
    where owner_id = ${owner} and depth = 'conversation' and at >= ${since} and at <= ${until} and class <> 'colleague'
    group by 1 order by 1`.execute(connection);
  const met = await sql<{ contact_id: string; month: PlainDate }>`
    select distinct contact_id, date_trunc('month', at at time zone ${zone})::date as month
    from interaction join contact using (owner_id, contact_id)
    where owner_id = ${owner} and depth = 'conversation' and mode = 'in_person' and at >= ${since} and at <= ${until}
      and class <> 'colleague'
    order by 2, 1`.execute(connection);
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
    talks: talks.rows,
    met: met.rows.map(({ contact_id: contactId, month }) => ({ contactId, month })),
    online: (await readPeopleMet(connection, owner, until)).beganOnline,
    ledger: ledger.rows,
    asked: asked.rows.map(({ has_answered: hasAnswered, is_booked: isBooked, has_taken_place: hasTakenPlace }) => ({
      hasAnswered,
      isBooked,
      hasTakenPlace,
    })),
  };
}
