/** The sending of a digest, once for a day: an effect as those of letters are, changed by compare-and-set alone. */
import { z } from "zod";
import type { Sending } from "../domain/draft/sending.ts";
import type { AccountId, DigestId, EffectId, OwnerId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import { sendingColumns, sendingIn } from "./sending-columns.ts";

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
  await connection
    .insertInto("effect")
    .values({
      owner_id: owner,
      effect_id: effect.effectId,
      account_id: effect.accountId,
      kind,
      key: `${kind}:${effect.day}`,
      payload_hash: effect.payloadHash,
      created_at: at,
      ...sendingColumns({ state: "ready" }, { digestId: effect.digestId }, at),
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "key"]).doNothing())
    .execute();
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
export async function changeDigestEffect(
  connection: Connection,
  owner: OwnerId,
  effect: DigestEffect,
  sending: Sending,
  at: Instant,
): Promise<DigestEffect | undefined> {
  const changed = { ...effect, sending, changedAt: at, version: effect.version + 1 };
  const { numUpdatedRows } = await connection
    .updateTable("effect")
    .set({ ...sendingColumns(sending, { digestId: effect.digestId }, at), version: changed.version })
    .where("owner_id", "=", owner)
    .where("effect_id", "=", effect.effectId)
    .where("version", "=", effect.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? changed : undefined;
}
