/** The wrapped keys that prove the master key, as rows: made once, and of two first starts at once only one counts. */
import type { Clock } from "../domain/clock.ts";
import type { Connection } from "./database.ts";
import type { KeyCheckStore } from "./keys.ts";

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
