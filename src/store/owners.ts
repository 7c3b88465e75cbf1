/** Owners, their addresses and the dated list of zones they live in. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant, PlainDate, Zone } from "../domain/time.ts";
import { type Connection, type InTransaction, rowsParameter } from "./database.ts";
import type { OwnerRole } from "./tables.ts";

export type Owner = {
  ownerId: OwnerId;
  name: string | undefined;
  locale: string;
  addressesSure: boolean;
  hasPassphrase: boolean;
  createdAt: Instant;
  role: OwnerRole;
  /** In lower case; undefined where only one owner was ever at home. */
  signInName: string | undefined;
};

export type Standing = "inferred" | "said" | "refused" | "possible";
export type OwnerAddress = { address: Address; standing: Standing; score: number; because: Because[] };

/** The first owner that was made: a home has one until others join. */
export async function findOwner(connection: Connection): Promise<Owner | undefined> {
  const [first] = await listOwners(connection, 1);
  return first;
}

/** Of the whole installation, the first that was made first. */
export async function listOwners(connection: Connection, max = ownersMax): Promise<Owner[]> {
  const rows = await connection
    .selectFrom("owner")
    .selectAll()
    .orderBy("created_at")
    .orderBy("owner_id")
    .limit(max)
    .execute();
  return rows.map((row) => ({
    ownerId: row.owner_id,
    name: row.name ?? undefined,
    locale: row.locale,
    addressesSure: row.addresses_sure,
    hasPassphrase: row.passphrase_hash !== null,
    createdAt: row.created_at,
    role: row.role,
    signInName: row.sign_in_name ?? undefined,
  }));
}

const ownersMax = 1_000;

/** As they sign; undefined while it is not known. */
export async function ownerName(connection: Connection, owner: OwnerId): Promise<string | undefined> {
  const row = await connection.selectFrom("owner").select("name").where("owner_id", "=", owner).executeTakeFirst();
  return row?.name ?? undefined;
}

/** Holds other processes that would make the first owner at the same time, until the transaction ends. */
export async function lockOwners(transaction: InTransaction): Promise<void> {
  await sql`lock table owner in share row exclusive mode`.execute(transaction);
}

/**
 * Others who change what is counted over the whole owner wait until the transaction ends; rows that merely belong to the
 * owner may be added meanwhile.
 */
export async function lockOwner(transaction: InTransaction, owner: OwnerId): Promise<void> {
  await transaction.selectFrom("owner").select("owner_id").where("owner_id", "=", owner).forNoKeyUpdate().execute();
}

export async function makeOwner(
  connection: Connection,
  fresh: { ownerId: OwnerId; locale: string; at: Instant; role: OwnerRole },
): Promise<void> {
  await connection
    .insertInto("owner")
    .values({
      owner_id: fresh.ownerId,
      name: null,
      locale: fresh.locale,
      passphrase_hash: null,
      created_at: fresh.at,
      role: fresh.role,
    })
    .execute();
}

/**
 * The name as mail and events show it, unless the owner said their own; and whether their addresses are plain, where that was
 * found out.
 */
export async function saveInferredOwner(
  connection: Connection,
  owner: OwnerId,
  { name, sure }: { name: string | undefined; sure: boolean | undefined },
): Promise<void> {
  await sql`
    update owner set name = case when name_said then name else ${name ?? null}::text end,
      addresses_sure = coalesce(${sure ?? null}::boolean, addresses_sure)
    where owner_id = ${owner}
  `.execute(connection);
}

export async function sayName(connection: Connection, owner: OwnerId, name: string): Promise<void> {
  await connection.updateTable("owner").set({ name, name_said: true }).where("owner_id", "=", owner).execute();
}

export async function setAddressesSure(connection: Connection, owner: OwnerId, sure: boolean): Promise<void> {
  await connection.updateTable("owner").set({ addresses_sure: sure }).where("owner_id", "=", owner).execute();
}

export async function passphraseHash(connection: Connection, owner: OwnerId): Promise<string | undefined> {
  const row = await connection
    .selectFrom("owner")
    .select("passphrase_hash")
    .where("owner_id", "=", owner)
    .executeTakeFirst();
  return row?.passphrase_hash ?? undefined;
}

export async function setPassphraseHash(
  connection: Connection,
  owner: OwnerId,
  hash: string | undefined,
): Promise<void> {
  await connection
    .updateTable("owner")
    .set({ passphrase_hash: hash ?? null })
    .where("owner_id", "=", owner)
    .execute();
}

/** The addresses taken to be the owner's, best first. */
export async function ownerAddresses(connection: Connection, owner: OwnerId): Promise<OwnerAddress[]> {
  const rows = await connection
    .selectFrom("owner_address")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("score", "desc")
    .orderBy("address")
    .execute();
  return rows.map(({ address, standing, score, because }) => ({
    address,
    standing,
    score,
    because: because as Because[],
  }));
}

/** Replaces what was inferred before; the owner's own word (said, refused) stays. */
export async function saveInferredAddresses(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly {
    address: Address;
    standing: "inferred" | "possible";
    score: number;
    because: readonly Because[];
  }[],
): Promise<void> {
  const rows = addresses.map(({ address, standing, score, because }) => ({ address, standing, score, because }));
  await sql`
    with gone as (
      delete from owner_address where owner_id = ${owner} and standing in ('inferred', 'possible')
        and not address = any(${addresses.map(({ address }) => address)}::text[])
    )
    insert into owner_address (owner_id, address, standing, score, because)
    select ${owner}, address, standing, score, because
    from json_to_recordset(${rowsParameter(rows)}) as row (address text, standing text, score real, because jsonb)
    on conflict (owner_id, address) do update set
      standing = excluded.standing, score = excluded.score, because = excluded.because
    where owner_address.standing in ('inferred', 'possible')
      and (owner_address.standing, owner_address.score, owner_address.because)
        is distinct from (excluded.standing, excluded.score, excluded.because)
  `.execute(connection);
}

/** A zone that the owner lives in from a day on. */
export type DatedZoneRow = { from: PlainDate; zone: Zone; because: string };

export async function zones(connection: Connection, owner: OwnerId): Promise<DatedZoneRow[]> {
  const rows = await connection
    .selectFrom("owner_zone")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("from_day")
    .execute();
  return rows.map(({ from_day, zone, because }) => ({ from: from_day, zone: zone as Zone, because }));
}

/** Where a zone came from when nobody said it: guesses that a better one replaces. */
export const zoneOfComputer = "The zone of this computer.";
export const zoneOfEvents = "The zone of most of your events.";

/** The first day that any zone holds from: an owner has had the first zone for ever. */
export const sinceEver = "0001-01-01" as PlainDate;

export async function setZone(
  connection: Connection,
  owner: OwnerId,
  from: PlainDate,
  zone: Zone,
  because: string,
): Promise<void> {
  await connection
    .insertInto("owner_zone")
    .values({ owner_id: owner, from_day: from, zone, because })
    .onConflict((conflict) => conflict.columns(["owner_id", "from_day"]).doUpdateSet({ zone, because }))
    .execute();
}

/** Takes back a zone that held from a day on; the one before it holds instead. */
export async function removeZone(connection: Connection, owner: OwnerId, from: PlainDate): Promise<void> {
  await connection.deleteFrom("owner_zone").where("owner_id", "=", owner).where("from_day", "=", from).execute();
}

/** The account that stands for all export files of an owner; made on first use. */
export async function archiveAccount(
  connection: Connection,
  owner: OwnerId,
  fresh: { accountId: AccountId; at: Instant },
): Promise<AccountId> {
  await sql`
    insert into account (owner_id, account_id, provider, name, state, because, created_at)
    select ${owner}, ${fresh.accountId}, 'archive', 'Export files', 'open', null, ${fresh.at}
    where not exists (select from account where owner_id = ${owner} and provider = 'archive')
  `.execute(connection);
  const row = await connection
    .selectFrom("account")
    .select("account_id")
    .where("owner_id", "=", owner)
    .where("provider", "=", "archive")
    .orderBy("account_id")
    .executeTakeFirstOrThrow();
  return row.account_id;
}

/** Which providers the owner has open accounts with. */
export async function accountProviders(
  connection: Connection,
  owner: OwnerId,
): Promise<("archive" | "google" | "microsoft")[]> {
  const rows = await connection
    .selectFrom("account")
    .select("provider")
    .distinct()
    .where("owner_id", "=", owner)
    .where("state", "=", "open")
    .execute();
  return rows.map(({ provider }) => provider);
}
