/** Links of digests to single letters: only the hashes of their tokens are kept. */
import type { DigestId, DraftId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type DigestLink = {
  ownerId: OwnerId;
  draftId: DraftId;
  /** Hex, of the letter as it was printed. */
  textHash: string;
  expiresAt: Instant;
  usedAt: Instant | undefined;
};

export async function addDigestLinks(
  connection: Connection,
  owner: OwnerId,
  digestId: DigestId,
  links: readonly (Pick<DigestLink, "draftId" | "textHash" | "expiresAt"> & { tokenHash: Buffer })[],
): Promise<void> {
  if (links.length === 0) return;
  await connection
    .insertInto("digest_link")
    .values(
      links.map(({ tokenHash, draftId, textHash, expiresAt }) => ({
        owner_id: owner,
        token_hash: tokenHash,
        digest_id: digestId,
        draft_id: draftId,
        text_hash: Buffer.from(textHash, "hex"),
        expires_at: expiresAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whoever opens a link says nothing of the owner: the hash alone leads to them. */
export async function digestLinkOf(connection: Connection, tokenHash: Buffer): Promise<DigestLink | undefined> {
  const row = await connection
    .selectFrom("digest_link")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return (
    row && {
      ownerId: row.owner_id,
      draftId: row.draft_id,
      textHash: row.text_hash.toString("hex"),
      expiresAt: row.expires_at,
      usedAt: row.used_at ?? undefined,
    }
  );
}

/** False when it was used before. */
export async function spendDigestLink(
  connection: Connection,
  owner: OwnerId,
  tokenHash: Buffer,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("digest_link")
    .set({ used_at: at })
    .where("owner_id", "=", owner)
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
