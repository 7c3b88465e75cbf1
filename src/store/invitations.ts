/** Links by which another owner joins; rows hold only a hash of the token in the link. */
import type { InvitationId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection, InTransaction } from "./database.ts";

export async function addInvitation(
  connection: Connection,
  by: OwnerId,
  fresh: { invitationId: InvitationId; tokenHash: Buffer; at: Instant; endsAt: Instant },
): Promise<void> {
  await connection
    .insertInto("owner_invitation")
    .values({
      owner_id: by,
      invitation_id: fresh.invitationId,
      token_hash: fresh.tokenHash,
      created_at: fresh.at,
      ends_at: fresh.endsAt,
      used_at: null,
    })
    .execute();
}

export type OpenInvitation = { by: OwnerId; invitationId: InvitationId };

/** Asked without an owner: the token tells who invited. Not used, not over, and who made it still looks after the owners. */
export async function openInvitation(
  connection: Connection,
  tokenHash: Buffer,
  now: Instant,
): Promise<OpenInvitation | undefined> {
  const row = await connection
    .selectFrom("owner_invitation")
    .innerJoin("owner", "owner.owner_id", "owner_invitation.owner_id")
    .select(["owner_invitation.owner_id", "invitation_id"])
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("ends_at", ">", now)
    .where("role", "=", "operator")
    .executeTakeFirst();
  return row && { by: row.owner_id, invitationId: row.invitation_id };
}

/** False when it was used or taken back meanwhile. */
export async function useInvitation(
  transaction: InTransaction,
  { by, invitationId }: OpenInvitation,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("owner_invitation")
    .set({ used_at: at })
    .where("owner_id", "=", by)
    .where("invitation_id", "=", invitationId)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One that was not used, or all of those that an owner made. */
export async function removeInvitations(connection: Connection, by: OwnerId, only?: InvitationId): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("owner_invitation")
    .where("owner_id", "=", by)
    .where("used_at", "is", null)
    .$if(only !== undefined, (query) => query.where("invitation_id", "=", only!))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
