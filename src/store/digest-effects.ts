/** The sending of a digest, once for a day: an effect as those of letters are, changed by compare-and-set alone. */
import { z } from "zod";
import type { Sending } from "../domain/draft/sending.ts";
import type { AccountId, DigestId, EffectId, OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import { addSending, changeSending, sendingIn } from "./sending-rows.ts";

const kind = "send_digest";

const detail = z.object({ digestId: z.string().transform((id) => id as DigestId) });

export type DigestEffect = {
  effectId: EffectId;
  accountId: AccountId;
  digestId: DigestId;
  sending: Sending;
  changedAt: Instant;
  version: number;
};

/** Made a second time for a day it changes nothing. */
export async function addDigestEffect(
  connection: Connection,
  owner: OwnerId,
  effect: Pick<DigestEffect, "effectId" | "accountId" | "digestId"> & { day: PlainDate; payloadHash: Buffer },
  at: Instant,
): Promise<void> {
  const { effectId, accountId, digestId, day, payloadHash } = effect;
  await addSending(connection, owner, { effectId, accountId, kind, about: day, payloadHash, known: { digestId } }, at);
}

/** The newest one, whatever became of it. */
export async function newestDigestEffect(connection: Connection, owner: OwnerId): Promise<DigestEffect | undefined> {
  const row = await connection
    .selectFrom("effect")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("kind", "=", kind)
    .orderBy("created_at", "desc")
    .orderBy("effect_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      effectId: row.effect_id,
      accountId: row.account_id!,
      digestId: detail.parse(row.detail).digestId,
      sending: sendingIn(row),
      changedAt: row.changed_at,
      version: row.version,
    }
  );
}

/** The effect as it is then; undefined, with nothing changed, when somebody else changed it meanwhile. */
export const changeDigestEffect = (
  connection: Connection,
  owner: OwnerId,
  effect: DigestEffect,
  sending: Sending,
  at: Instant,
): Promise<DigestEffect | undefined> =>
  changeSending(connection, owner, { ...effect, sending }, { digestId: effect.digestId }, at);
