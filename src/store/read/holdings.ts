/** What is kept of an owner, in figures: what an erasure takes, and what it leaves outside. */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

export type Holdings = {
  people: number;
  messages: number;
  events: number;
  letters: number;
  /** Sent, whoever sent them. */
  lettersSent: number;
  /** Connected, by address. */
  accounts: string[];
  meetingsComing: number;
  stops: number;
};

export async function readHoldings(connection: Connection, owner: OwnerId, now: Instant): Promise<Holdings> {
  const { rows } = await sql<Holdings>`
    select (select count(*)::int from contact where owner_id = ${owner}) as people,
      (select count(*)::int from message where owner_id = ${owner}) as messages,
      (select count(*)::int from event where owner_id = ${owner}) as events,
      (select count(*)::int from draft where owner_id = ${owner}) as letters,
      (select count(*)::int from draft where owner_id = ${owner} and state = 'sent') as "lettersSent",
      array(select coalesce(address, name) from account where owner_id = ${owner} and provider <> 'archive' and state <> 'closed'
        order by created_at, account_id) as accounts,
      (select count(*)::int from booking where owner_id = ${owner} and state in ('claiming', 'pending', 'confirmed')
        and ends_at > ${now}) as "meetingsComing",
      (select count(*)::int from suppression where owner_id = ${owner}) as stops
  `.execute(connection);
  return rows[0]!;
}
