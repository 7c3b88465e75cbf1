/**
 * Signing in and out. The browser holds a random token of 128 bits, the database its hash. A session ends when it was
 * not used for a while, at the latest after its absolute limit; both are real time, whatever the demo's clock says.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { OwnerId, SessionId } from "../../domain/ids.ts";
import { after, before, type Instant } from "../../domain/time.ts";
import {
  addSession,
  removeEndedSessions,
  removeSession,
  saveStartKeyHash,
  sessionByToken,
  setSeen,
  startKeyHash,
} from "../../store/sessions.ts";
import type { World } from "../world.ts";

const tokenBytes = 16;
const idleDaysMax = 14;
const sessionDaysMax = 60;
/** How stale the record of the last use may be, so that not every page writes a row. */
const seenMinutes = 1;

export type OpenedSession = { token: string; endsAt: Instant };
export type FoundSession = { ownerId: OwnerId; sessionId: SessionId };

export async function openSession(world: World, owner: OwnerId): Promise<OpenedSession> {
  const now = world.wall.now();
  const token = world.random(tokenBytes).toString("base64url");
  const endsAt = after(now, { days: sessionDaysMax });
  await removeEndedSessions(world.database, owner, { endsBefore: now, seenBefore: before(now, { days: idleDaysMax }) });
  await addSession(world.database, owner, { sessionId: world.ids.next(), tokenHash: hashOf(token), at: now, endsAt });
  return { token, endsAt };
}

/** The session of a token that is still good; its use is noted. */
export async function findSession(world: World, token: string): Promise<FoundSession | undefined> {
  const session = await sessionByToken(world.database, hashOf(token));
  if (session === undefined) return undefined;
  const now = world.wall.now();
  if (now >= session.endsAt || now >= after(session.seenAt, { days: idleDaysMax })) return undefined;
  if (now >= after(session.seenAt, { minutes: seenMinutes })) {
    await setSeen(world.database, session.ownerId, session.sessionId, now);
  }
  return { ownerId: session.ownerId, sessionId: session.sessionId };
}

export const closeSession = (world: World, owner: OwnerId, session: SessionId): Promise<void> =>
  removeSession(world.database, owner, session);

/**
 * Makes the key of the address that is printed at the start. It opens sessions until the next start, as whoever reads
 * the terminal may open the page in a second browser too; the web takes it only from this computer.
 */
export async function makeStartKey(world: World, owner: OwnerId): Promise<string> {
  const key = world.random(tokenBytes).toString("base64url");
  await saveStartKeyHash(world.database, owner, hashOf(key), world.wall.now());
  return key;
}

export async function openSessionByKey(world: World, owner: OwnerId, key: string): Promise<OpenedSession | undefined> {
  const kept = await startKeyHash(world.database, owner);
  const fits = kept !== undefined && timingSafeEqual(kept, hashOf(key));
  return fits ? openSession(world, owner) : undefined;
}

/** One round is enough: what is hashed is random and long, so there is nothing to guess. */
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
