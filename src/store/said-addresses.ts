/** Addresses that are the owner's by their own word, or because an account that they connected has them. */
import { sql } from "kysely";
import { because } from "../domain/because.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import { type Connection, json } from "./database.ts";
import { setAddressesSure } from "./owners.ts";

const byOwner = because("owner.said", "You said that this address is yours.");
const byAccount = {
  main: because("owner.connected", "You connected the account that has this address."),
  alias: because("owner.alias", "An account that you connected sends and gets mail under this address too."),
};

const isByAccount = sql<boolean>`(${sql.join(
  Object.values(byAccount).map(({ rule }) => sql`owner_address.because @> ${json([{ rule }])}::jsonb`),
  sql` or `,
)})`;

/** The owner's own word: exactly these are theirs, whatever was inferred or an account tells. */
export async function sayAddresses(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<void> {
  await connection
    .updateTable("owner_address")
    .set({ standing: "refused" })
    .where("owner_id", "=", owner)
    .where((where) => where.or([where("standing", "in", ["inferred", "possible"]), isByAccount]))
    .execute();
  await connection.deleteFrom("owner_address").where("owner_id", "=", owner).where("standing", "=", "said").execute();
  for (const address of addresses) {
    const said = { standing: "said", score: 1, because: json([byOwner]) } as const;
    await connection
      .insertInto("owner_address")
      .values({ owner_id: owner, address, ...said })
      .onConflict((conflict) => conflict.columns(["owner_id", "address"]).doUpdateSet(said))
      .execute();
  }
  await setAddressesSure(connection, owner, true);
}

export type AccountAddress = { address: Address; as: keyof typeof byAccount };

/**
 * Exactly these are what the owner's accounts tell: others that only an account told are theirs no more. The owner's word
 * stays, both said and refused; what was inferred stays beside it.
 */
export async function saveAccountAddresses(
  connection: Connection,
  owner: OwnerId,
  told: readonly AccountAddress[],
): Promise<void> {
  await connection
    .deleteFrom("owner_address")
    .where("owner_id", "=", owner)
    .where("standing", "=", "said")
    .where(isByAccount)
    .where(sql<boolean>`address <> all(${told.map(({ address }) => address)}::text[])`)
    .execute();
  for (const { address, as } of told) {
    const proven = { standing: "said", score: 1, because: json([byAccount[as]]) } as const;
    await connection
      .insertInto("owner_address")
      .values({ owner_id: owner, address, ...proven })
      .onConflict((conflict) =>
        conflict
          .columns(["owner_id", "address"])
          .doUpdateSet(proven)
          .where("owner_address.standing", "in", ["inferred", "possible"]),
      )
      .execute();
  }
  if (told.length > 0) await setAddressesSure(connection, owner, true);
}
