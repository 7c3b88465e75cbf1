/** How an owner's installation stands, in a few figures: what the doctor looks at. */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { Connection } from "../database.ts";

export type Standing = {
  messages: number;
  events: number;
  addressesSure: boolean;
  hasPassphrase: boolean;
  /** Imports that did not come to their end, newest first, the last few. */
  importTroubles: { name: string; state: "failed" | "stopped"; because: string | undefined }[];
};

const importTroublesMax = 5;

export async function readStanding(connection: Connection, owner: OwnerId): Promise<Standing> {
  const counts = await connection
    .selectFrom("owner")
    .select(["addresses_sure", sql<boolean>`passphrase_hash is not null`.as("has_passphrase")])
    .select(({ selectFrom, fn }) => [
      selectFrom("message").select(fn.countAll<number>().as("n")).where("owner_id", "=", owner).as("messages"),
      selectFrom("event").select(fn.countAll<number>().as("n")).where("owner_id", "=", owner).as("events"),
    ])
    .where("owner_id", "=", owner)
    .executeTakeFirstOrThrow();
  const troubles = await connection
    .selectFrom("import")
    .select(["name", "state", "because"])
    .where("owner_id", "=", owner)
    .where("state", "in", ["failed", "stopped"])
    .orderBy("started_at", "desc")
    .orderBy("import_id")
    .limit(importTroublesMax)
    .execute();
  return {
    messages: counts.messages ?? 0,
    events: counts.events ?? 0,
    addressesSure: counts.addresses_sure,
    hasPassphrase: counts.has_passphrase,
    importTroubles: troubles.map(({ name, state, because }) => ({
      name,
      state: state as "failed" | "stopped",
      because: because ?? undefined,
    })),
  };
}
