/** What Rapport wrote into an account, as its page shows it. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { WrittenKind, WrittenState } from "../../domain/write-back/written.ts";
import type { Connection } from "../database.ts";

export type WrittenSeen = {
  /** How many stand there as they were written. */
  standing: Record<WrittenKind, number>;
  /** What has its own story: edited, thrown away, or not taken. */
  told: { kind: WrittenKind; name: string; state: WrittenState; because: string | undefined }[];
};

const toldMax = 20;

export async function readWritten(connection: Connection, owner: OwnerId, account: AccountId): Promise<WrittenSeen> {
  const { rows: counts } = await sql<{ kind: WrittenKind; count: number }>`
    select kind, count(*)::int as count from written
    where owner_id = ${owner} and account_id = ${account} and state = 'standing' group by kind
  `.execute(connection);
  const { rows: told } = await sql<{ kind: WrittenKind; name: string; state: WrittenState; because: string | null }>`
    select written.kind, contact.name, written.state, written.because
    from written
      left join follow_up on follow_up.owner_id = written.owner_id and follow_up.follow_up_id = written.subject_id
      join contact on contact.owner_id = written.owner_id
        and contact.contact_id = coalesce(follow_up.contact_id, written.subject_id)
    where written.owner_id = ${owner} and written.account_id = ${account} and written.state in ('changed', 'deleted', 'refused')
    order by written.changed_at desc, written.kind, written.subject_id limit ${toldMax}
  `.execute(connection);
  const standing = { card: 0, task: 0, draft: 0 };
  for (const { kind, count } of counts) standing[kind] = count;
  return { standing, told: told.map(({ because, ...one }) => ({ ...one, because: because ?? undefined })) };
}
