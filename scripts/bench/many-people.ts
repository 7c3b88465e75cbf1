/**
 * An owner with 50,000 contacts and 500,000 interactions, for the measurements of pages. By SQL, because importing half a
 * million messages is another measurement; ids count up, as UUIDv7 do.
 */
import { sql } from "kysely";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Installation } from "../../src/installation.ts";

const contactsMax = 50_000;
const interactionsEach = 10;
const dueMax = 2_000;

export async function seedManyPeople({ pool, world }: Installation, owner: OwnerId): Promise<void> {
  const now = world.clock.now();
  const id = (prefix: string, number: string) =>
    `('0192${prefix}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  await pool.query(
    `insert into contact (owner_id, contact_id, name, greeting_name, greeting_because, company, locale, status, purpose,
       verification, class, met_at, met_on, met_where, met_channel, met_source_kind, met_source_id, met_others,
       last_touch_at, last_conversation_at, last_met_at, closeness, because, created_at, changed_at, search)
     select $1, ${id("0000", "n")}, 'Person ' || lpad(n::text, 5, '0'), 'Person', 'display name', 'Firm ' || n % 900, 'en',
       'active', 'business', 2, (array['candidate', 'colleague', 'known'])[1 + n % 3],
       $2::timestamptz - n % 700 * interval '1 day', ($2::timestamptz - n % 700 * interval '1 day')::date,
       'Coffee, Café Moka', 'event', 'event', 'e' || n, 1, $2::timestamptz - n % 90 * interval '1 day',
       $2::timestamptz - n % 300 * interval '1 day',
       case when n % 3 = 0 then $2::timestamptz - n % 500 * interval '1 day' end,
       (n * 7919 % 100000)::real / 1000, $3::jsonb, $2, $2,
       ' person ' || lpad(n::text, 5, '0') || ' firm ' || n % 900 || ' p' || n || ' firm' || n % 900 || ' example'
     from generate_series(1, ${contactsMax}) n`,
    [owner, now, JSON.stringify([{ rule: "R1.met", text: "You met over coffee." }])],
  );
  await pool.query(
    `insert into identity (owner_id, kind, value, contact_id, because)
     select $1, 'address', 'p' || n || '@firm' || n % 900 || '.example', ${id("0000", "n")}, 'seen'
     from generate_series(1, ${contactsMax}) n`,
    [owner],
  );
  await pool.query(
    `insert into sender (owner_id, address, name, verdict, score, class, because, messages, last_at)
     select $1, 'p' || n || '@firm' || n % 900 || '.example', 'Person ' || n,
       (array['person', 'machine', 'unsure'])[1 + n % 3], 0.5, (array['candidate', 'machine', 'unsure'])[1 + n % 3],
       $2::jsonb, n % 40, $3
     from generate_series(1, ${contactsMax}) n`,
    [owner, JSON.stringify([{ rule: "M4.dealings", text: "You wrote to them." }]), now],
  );
  await pool.query(
    `insert into interaction (owner_id, contact_id, source_kind, source_id, at, mode, direction, depth, others, title)
     select $1, ${id("0000", "n")}, case when is_talk then 'event' else 'message' end, ${id("0001", `n * ${interactionsEach} + k`)},
       $2::timestamptz - (n * 31 + k * 977) % 10000 * interval '1 hour', case when is_talk then 'in_person' else 'email' end,
       case when is_talk then 'mutual' else (array['inbound', 'outbound'])[1 + k % 2] end,
       case when is_talk then 'conversation' else (array['touch', 'thread'])[1 + k % 2] end, 1, 'Question ' || k
     from generate_series(1, ${contactsMax}) n, generate_series(1, ${interactionsEach}) k,
       lateral (select n % 30 = 0 and k = ${interactionsEach} as is_talk) talk`,
    [owner, now],
  );
  await pool.query(
    `insert into follow_up (owner_id, follow_up_id, contact_id, kind, state, due_at, overdue_at, deadline_at, because,
       urgency, changed_at)
     select $1, ${id("0002", "n")}, ${id("0000", "n")}, (array['check_in', 'meet_by'])[1 + n % 2], 'due',
       $2::timestamptz - n % 20 * interval '1 day', $2::timestamptz + (10 - n % 20) * interval '1 day',
       $2::timestamptz + 30 * interval '1 day', $3::jsonb, (n % 1000)::real / 1000, $2
     from generate_series(1, ${dueMax}) n`,
    [owner, now, JSON.stringify([{ rule: "R16.due", text: "30 days have passed." }])],
  );
  await pool.query(
    `insert into contact_mark (owner_id, mark, contact_id)
     select $1, mark, ${id("0000", "n")} from generate_series(1, ${contactsMax}) n, unnest(array['near', 'target']) mark
     where n % case mark when 'near' then 4 else 90 end = 0`,
    [owner],
  );
  await pool.query(
    `insert into contact_choice (owner_id, contact_id, body, changed_at)
     select $1, ${id("0000", "n * 300")}, '{"cadenceDays": 90, "cadenceSince": "2026-01-05"}', $2
     from generate_series(1, 150) n`,
    [owner, now],
  );
  await sql`analyze`.execute(world.database);
}
