/** What pages know about the owner: name, zone today, whether their addresses are settled and a passphrase is set. */
import type { Because } from "../../domain/because.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { dayIn, type Instant, utc, type Zone } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { OwnerAddressTable } from "../tables.ts";
import { becauseOf } from "./stored-json.ts";

export type OwnerSeen = {
  ownerId: OwnerId;
  name: string | undefined;
  locale: string;
  /** Where the owner is on the day of `now`; UTC while no zone is known. */
  zone: Zone;
  addressesSure: boolean;
  hasPassphrase: boolean;
  /** Looks after the installation and its owners. */
  isOperator: boolean;
  /** They asked for it; nothing else is done any more. */
  isBeingErased: boolean;
};

export async function readOwner(connection: Connection, owner: OwnerId, now: Instant): Promise<OwnerSeen> {
  const row = await connection
    .selectFrom("owner")
    .select(["owner_id", "name", "locale", "addresses_sure", "role"])
    .select(({ eb }) => eb("passphrase_hash", "is not", null).as("has_passphrase"))
    .select(({ exists, selectFrom }) =>
      exists(selectFrom("erasure").whereRef("erasure.owner_id", "=", "owner.owner_id")).as("is_being_erased"),
    )
    .where("owner_id", "=", owner)
    .executeTakeFirstOrThrow();
  const zones = await connection
    .selectFrom("owner_zone")
    .select(["from_day", "zone"])
    .where("owner_id", "=", owner)
    .orderBy("from_day", "desc")
    .execute();
  const holding = zones.find(({ from_day, zone }) => from_day <= dayIn(zone as Zone, now)) ?? zones.at(-1);
  return {
    ownerId: row.owner_id,
    name: row.name ?? undefined,
    locale: row.locale,
    zone: (holding?.zone ?? utc) as Zone,
    addressesSure: row.addresses_sure,
    hasPassphrase: row.has_passphrase === true,
    isOperator: row.role === "operator",
    isBeingErased: row.is_being_erased === true,
  };
}

export type AddressSeen = {
  address: string;
  standing: OwnerAddressTable["standing"];
  score: number;
  because: Because[];
};

/** The addresses that may be the owner's, likeliest first, for the one question about them. */
export async function readOwnerAddresses(connection: Connection, owner: OwnerId): Promise<AddressSeen[]> {
  const rows = await connection
    .selectFrom("owner_address")
    .select(["address", "standing", "score", "because"])
    .where("owner_id", "=", owner)
    .orderBy("score", "desc")
    .orderBy("address")
    .limit(addressesMax)
    .execute();
  return rows.map(({ because, ...rest }) => ({ ...rest, because: becauseOf(because) }));
}

const addressesMax = 40;
