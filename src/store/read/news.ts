/** What an open page asks for every minute: counted in one query. */
import { sql } from "kysely";
import type { NewsFound } from "../../domain/day/news.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

/** `today`: the owner's. `setPolicy`: what they changed of the rules, as it was stored; null when nothing was. */
export async function readNews(
  connection: Connection,
  owner: OwnerId,
  { now, today }: { now: Instant; today: PlainDate },
): Promise<NewsFound & { setPolicy: unknown }> {
  const { rows } = await sql<Row>`
    select count(*)::int as "answersOpen", max(changed_at) as since,
      exists (select from follow_up where owner_id = ${owner} and state in ('planned', 'due') and due_at <= ${now}
        and (snoozed_until is null or snoozed_until <= ${now})) as "isSomebodyDue",
      exists (select from sitting where owner_id = ${owner} and day = ${today}) as "isDayOpened",
      (select value from setting where owner_id = ${owner} and name = 'policy') as "setPolicy"
    from answer where owner_id = ${owner} and state = 'open'
  `.execute(connection);
  const { since, ...found } = rows[0]!;
  return { ...found, answersOpenSince: since ?? undefined };
}

type Row = Omit<NewsFound, "answersOpenSince"> & { since: Instant | null; setPolicy: unknown };
