/** Sign-in sessions: rows that hold only a hash of the token that the browser has. */
import type { OwnerId, SessionId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type Session = { ownerId: OwnerId; sessionId: SessionId; seenAt: Instant; endsAt: Instant };

export async function addSession(
  connection: Connection,
  owner: OwnerId,
  session: { sessionId: SessionId; tokenHash: Buffer; at: Instant; endsAt: Instant },
): Promise<void> {
  await connection
    .insertInto("session")
    .values({
      owner_id: owner,
      session_id: session.sessionId,
      token_hash: session.tokenHash,
      created_at: session.at,
      seen_at: session.at,
      ends_at: session.endsAt,
    })
    .execute();
}

/** The one question asked without an owner: the token is what tells whose session it is. */
export async function sessionByToken(connection: Connection, tokenHash: Buffer): Promise<Session | undefined> {
  const row = await connection
    .selectFrom("session")
    .select(["owner_id", "session_id", "seen_at", "ends_at"])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && { ownerId: row.owner_id, sessionId: row.session_id, seenAt: row.seen_at, endsAt: row.ends_at };
}

export async function setSeen(connection: Connection, owner: OwnerId, id: SessionId, at: Instant): Promise<void> {
  await connection
    .updateTable("session")
    .set({ seen_at: at })
    .where("owner_id", "=", owner)
    .where("session_id", "=", id)
    .execute();
}

export async function removeSession(connection: Connection, owner: OwnerId, id: SessionId): Promise<void> {
  await connection.deleteFrom("session").where("owner_id", "=", owner).where("session_id", "=", id).execute();
}

/** Signs the owner out everywhere, except where `but` names a session. */
export async function removeSessions(connection: Connection, owner: OwnerId, but?: SessionId): Promise<void> {
  await connection
    .deleteFrom("session")
    .where("owner_id", "=", owner)
    .$if(but !== undefined, (query) => query.where("session_id", "<>", but!))
    .execute();
}

export async function removeEndedSessions(
  connection: Connection,
  owner: OwnerId,
  ended: { endsBefore: Instant; seenBefore: Instant },
): Promise<void> {
  await connection
    .deleteFrom("session")
    .where("owner_id", "=", owner)
    .where(({ eb, or }) => or([eb("ends_at", "<=", ended.endsBefore), eb("seen_at", "<=", ended.seenBefore)]))
    .execute();
}

export const startKeyName = "start_key_hash";

/** The hash of the key in the address that `npm start` prints; a new start replaces it. */
export async function saveStartKeyHash(
  connection: Connection,
  owner: OwnerId,
  hash: Buffer,
  at: Instant,
): Promise<void> {
  const value = json(hash.toString("hex"));
  await connection
    .insertInto("setting")
    .values({ owner_id: owner, name: startKeyName, value, set_at: at })
    .onConflict((conflict) => conflict.columns(["owner_id", "name"]).doUpdateSet({ value, set_at: at }))
    .execute();
}

export async function startKeyHash(connection: Connection, owner: OwnerId): Promise<Buffer | undefined> {
  const row = await connection
    .selectFrom("setting")
    .select("value")
    .where("owner_id", "=", owner)
    .where("name", "=", startKeyName)
    .executeTakeFirst();
  return typeof row?.value === "string" ? Buffer.from(row.value, "hex") : undefined;
}
