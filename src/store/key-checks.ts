/** The wrapped keys that prove the master key, as rows: made once, and of two first starts at once only one counts. */
import type { Clock } from "../domain/clock.ts";
import type { Connection } from "./database.ts";
import { aadOf, type KeyCheckStore, type WrappedKeyStore, type WrappedName } from "./keys.ts";

export const keyChecks = (connection: Connection, wall: Clock): KeyCheckStore => ({
  async read(name) {
    const row = await connection.selectFrom("key_check").select("sealed").where("name", "=", name).executeTakeFirst();
    return row?.sealed;
  },
  async write(name, sealed) {
    await connection
      .insertInto("key_check")
      .values({ name, sealed: Buffer.from(sealed), made_at: wall.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await connection
      .selectFrom("key_check")
      .select("sealed")
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    return row.sealed;
  },
});

/** The same keys for a rotation, in the order of their names. */
export const wrappedKeyChecks = (connection: Connection): WrappedKeyStore => ({
  async page(after, limit) {
    const rows = await connection
      .selectFrom("key_check")
      .select(["name", "sealed"])
      .$if(after !== undefined, (query) => query.where("name", ">", after!))
      .orderBy("name")
      .limit(limit)
      .execute();
    return rows.map(({ name, sealed }) => ({ id: name, wrapped: sealed, aad: aadOf(name as WrappedName) }));
  },
  async replace(id, before, after) {
    const { numUpdatedRows } = await connection
      .updateTable("key_check")
      .set({ sealed: Buffer.from(after) })
      .where("name", "=", id)
      .where("sealed", "=", Buffer.from(before))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});
