/** Which people a filter lets through, and how many stand behind each. */
import { type RawBuilder, sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { isSuggestion } from "./suggestions.ts";

/**
 * due: something is to be done for them now. fading: a rhythm was wished and has passed. target: of the market or a company
 * that the owner looks at. wanted: they stood on the list of those to meet, and turned up. near: a coffee is no journey.
 * never_met: not face to face. away: resting, let go, archived or not to be contacted.
 */
export const peopleFilters = ["all", "due", "fading", "target", "wanted", "near", "never_met", "away"] as const;
export type PeopleFilter = (typeof peopleFilters)[number];

/** From when and where it is looked: days are those of the owner's zone. */
export type FilterView = { now: Instant; zone: Zone };

/** Of a query that reads from `contact`. Who was put away stands behind that filter alone. */
export function fitsFilter(owner: OwnerId, filter: PeopleFilter, { now, zone }: FilterView): RawBuilder<boolean> {
  const isOf = (ids: RawBuilder<unknown>) => sql<boolean>`${isListed} and contact.contact_id in (${ids})`;
  switch (filter) {
    case "all":
      return isListed;
    case "due":
      return isOf(sql`select contact_id from follow_up where owner_id = ${owner} and state in ('planned', 'due')
        and due_at <= ${now} and (snoozed_until is null or snoozed_until <= ${now}) and not ${isSuggestion}`);
    case "fading":
      return sql`contact.status in ('candidate', 'active') and exists (select from contact_choice chosen
        where chosen.owner_id = ${owner} and chosen.contact_id = contact.contact_id and chosen.body ? 'cadenceDays'
          and coalesce((${lastTalk} at time zone ${zone})::date + (chosen.body->>'cadenceDays')::int, (chosen.body->>'cadenceSince')::date)
            <= (${now}::timestamptz at time zone ${zone})::date)`;
    case "target":
    case "near":
      return isOf(sql`select contact_id from contact_mark where owner_id = ${owner} and mark = ${filter}`);
    case "wanted":
      return isOf(sql`select appeared_contact_id from wanted where owner_id = ${owner}`);
    case "never_met":
      return sql`${isListed} and contact.last_met_at is null`;
    case "away":
      return sql`contact.status in ('resting', 'dormant', 'archived', 'blocked')`;
  }
}

/** As the rhythm counts it (domain/relationship/decide.ts): the first encounter is a talk too. */
const lastTalk = sql`greatest(contact.last_conversation_at, case when contact.met_channel <> 'card' then contact.met_at end)`;

const isListed = sql<boolean>`contact.status not in ('archived', 'blocked')`;

export type FilterCounts = Readonly<Record<PeopleFilter, number>>;

/** Each counted up to `max` and one more; whatever is searched for. */
export async function countFilters(
  connection: Connection,
  owner: OwnerId,
  view: FilterView,
  max: number,
): Promise<FilterCounts> {
  const counts = peopleFilters.map(
    (filter) => sql`(select count(*)::int from (select from contact
      where contact.owner_id = ${owner} and ${fitsFilter(owner, filter, view)} limit ${max + 1}) fitting) as ${sql.ref(filter)}`,
  );
  const { rows } = await sql<FilterCounts>`select ${sql.join(counts)}`.execute(connection);
  return rows[0]!;
}
