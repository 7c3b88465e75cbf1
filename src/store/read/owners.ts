/** Everybody at home in one installation, for those who look after it: nothing of what they keep there. */
import { sql } from "kysely";
import type { InvitationId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { OwnerRole } from "../tables.ts";

export type OwnerListed = {
  ownerId: OwnerId;
  /** As they sign; else as they sign in. */
  name: string;
  /** Undefined where only one owner was ever at home. */
  signInName: string | undefined;
  role: OwnerRole;
  /** Open ones. */
  accounts: number;
  /** When a browser of theirs last asked for a page; undefined where none is signed in. */
  seenAt: Instant | undefined;
  isBeingErased: boolean;
};

/** The first that was made first. */
export async function readOwners(connection: Connection): Promise<OwnerListed[]> {
  const { rows } = await sql<OwnerRow>`
    select owner_id, name, sign_in_name, role,
      (select count(*)::int from account
       where account.owner_id = owner.owner_id and provider <> 'archive' and state <> 'closed') as accounts,
      (select max(seen_at) from session where session.owner_id = owner.owner_id) as seen_at,
      exists (select from erasure where erasure.owner_id = owner.owner_id) as is_being_erased
    from owner order by created_at, owner_id
  `.execute(connection);
  return rows.map((row) => ({
    ownerId: row.owner_id,
    name: row.name ?? row.sign_in_name ?? "The first owner",
    signInName: row.sign_in_name ?? undefined,
    role: row.role,
    accounts: row.accounts,
    seenAt: row.seen_at ?? undefined,
    isBeingErased: row.is_being_erased,
  }));
}

type OwnerRow = {
  owner_id: OwnerId;
  name: string | null;
  sign_in_name: string | null;
  role: OwnerRole;
  accounts: number;
  seen_at: Instant | null;
  is_being_erased: boolean;
};

/** Those of an owner that may still be used, the last one made first. */
export async function openInvitationsOf(
  connection: Connection,
  by: OwnerId,
  now: Instant,
): Promise<{ invitationId: InvitationId; endsAt: Instant }[]> {
  const rows = await connection
    .selectFrom("owner_invitation")
    .select(["invitation_id", "ends_at"])
    .where("owner_id", "=", by)
    .where("used_at", "is", null)
    .where("ends_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("invitation_id", "desc")
    .execute();
  return rows.map(({ invitation_id, ends_at }) => ({ invitationId: invitation_id, endsAt: ends_at }));
}
