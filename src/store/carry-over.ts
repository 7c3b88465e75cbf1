/**
 * When two contacts turn out to be one person, what the owner said and did about the one that goes moves to the one that
 * stays, where that has no word of its own. Everything derived is left behind: it is derived anew.
 */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

/** The contact that goes, and the one that its addresses now belong to. */
export type Move = { from: ContactId; to: ContactId };

/** Tables in which the owner's words and deeds stand, with what may stand there once for each contact. */
const wordsOfOwner: readonly {
  table:
    | "contact_choice"
    | "fact"
    | "ledger_entry"
    | "logged"
    | "follow_up"
    | "enrolment"
    | "interaction"
    | "offer"
    | "hold"
    | "booking"
    | "answer"
    | "group_member";
  once: readonly string[];
}[] = [
  { table: "contact_choice", once: ["owner_id"] },
  { table: "fact", once: ["kind", "source_kind", "source_id", "text"] },
  { table: "ledger_entry", once: ["kind", "source_kind", "source_id"] },
  { table: "logged", once: ["logged_id"] },
  { table: "follow_up", once: ["kind", "about"] },
  { table: "enrolment", once: ["enrolment_id"] },
  { table: "interaction", once: ["source_kind", "source_id", "at"] },
  { table: "offer", once: ["offer_id"] },
  { table: "hold", once: ["hold_id"] },
  { table: "booking", once: ["booking_id"] },
  { table: "answer", once: ["message_id", "source", "written_at"] },
  { table: "group_member", once: ["group_id"] },
];

/** Both contacts of a move still stand when this is called. */
export async function carryOver(connection: Connection, owner: OwnerId, moves: readonly Move[]): Promise<void> {
  for (const move of moves) await carryOne(connection, owner, move);
}

async function carryOne(connection: Connection, owner: OwnerId, { from, to }: Move): Promise<void> {
  // Decided for the one that stays wins, decision by decision; but who was stopped as either of them is stopped (R45).
  await sql`
    update contact_choice stays set body = goes.body || stays.body
        || case when goes.body->>'status' = 'blocked' then '{"status": "blocked"}'::jsonb else '{}'::jsonb end, version = stays.version + 1 from contact_choice goes
    where stays.owner_id = ${owner} and stays.contact_id = ${to} and goes.owner_id = ${owner} and goes.contact_id = ${from}
  `.execute(connection);
  // One sequence at a time runs with a person (R21): of two, the one that began first gave way to the other. Its letters
  // and answers stay, so that they count in every limit.
  await sql`
    update enrolment older set state = 'exited', paused_until = null, exit_reason = 'replied', ended_at = newer.started_at,
      version = older.version + 1
    from enrolment newer
    where older.owner_id = ${owner} and newer.owner_id = ${owner} and older.state <> 'exited' and newer.state <> 'exited'
      and (older.contact_id, newer.contact_id) in ((${from}, ${to}), (${to}, ${from}))
      and (older.started_at, older.enrolment_id) < (newer.started_at, newer.enrolment_id)
  `.execute(connection);
  for (const { table, once } of wordsOfOwner) {
    const same = sql.join(
      once.map((column) => sql`other.${sql.ref(column)} is not distinct from mine.${sql.ref(column)}`),
      sql` and `,
    );
    await sql`
      update ${sql.table(table)} mine set contact_id = ${to} where owner_id = ${owner} and contact_id = ${from}
        and not exists (select from ${sql.table(table)} other where other.owner_id = ${owner} and other.contact_id = ${to} and ${same})
    `.execute(connection);
  }
  await sql`
    update draft set contact_id = ${to} from follow_up
    where draft.owner_id = ${owner} and draft.contact_id = ${from} and follow_up.owner_id = draft.owner_id
      and follow_up.follow_up_id = draft.follow_up_id and follow_up.contact_id = ${to}
  `.execute(connection);
  // What was said of others speaks of them too: who brought whom, who agreed to meet whom (R12).
  await sql`
    update contact_choice set body = replace(body::text, ${from}::text, ${to}::text)::jsonb
    where owner_id = ${owner} and (body->>'introducedBy' = ${from}::text or body->'agreedToMeet' ? ${from}::text)
  `.execute(connection);
  await sql`
    update ledger_entry set source_id = ${to} where owner_id = ${owner} and source_kind = 'owner' and source_id = ${from}
      and not exists (select from ledger_entry other where other.owner_id = ledger_entry.owner_id
        and other.contact_id = ledger_entry.contact_id and other.kind = ledger_entry.kind
        and other.source_kind = 'owner' and other.source_id = ${to})
  `.execute(connection);
  await sql`
    update ledger_entry set other_contact_id = ${to} where owner_id = ${owner} and other_contact_id = ${from}
  `.execute(connection);
  await sql`
    update follow_up set about = ${to} where owner_id = ${owner} and kind = 'introduction' and about = ${from}::text
      and not exists (select from follow_up other where other.owner_id = follow_up.owner_id
        and other.contact_id = follow_up.contact_id and other.kind = 'introduction' and other.about = ${to}::text)
  `.execute(connection);
  await sql`update plan_item set contact_id = ${to} where owner_id = ${owner} and contact_id = ${from}`.execute(
    connection,
  );
  await sql`
    update contact stays set
      met_why = coalesce(stays.met_why, goes.met_why),
      met_why_waived = stays.met_why_waived or (goes.met_why_waived and stays.met_why is null and goes.met_why is null),
      greeting_name = case when stays.greeting_because = 'said' or goes.greeting_because is distinct from 'said' then stays.greeting_name else goes.greeting_name end,
      greeting_because = case when goes.greeting_because = 'said' then 'said' else stays.greeting_because end
    from contact goes
    where stays.owner_id = ${owner} and stays.contact_id = ${to} and goes.owner_id = ${owner} and goes.contact_id = ${from}
  `.execute(connection);
}
