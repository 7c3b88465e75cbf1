/** What nearly every decision about an owner asks for first, in one reading. */
import { sql } from "kysely";
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import { lastSignUntil } from "./evidence.ts";
import type { DatedZoneRow, OwnerAddress } from "./owners.ts";
import type { SettingName } from "./settings.ts";

export type OwnerRead = {
  /** As they sign; undefined while it is not known. */
  name: string | undefined;
  /** Those taken to be the owner's, best first, whatever their standing. */
  addresses: readonly OwnerAddress[];
  /** By their first day. */
  zones: readonly DatedZoneRow[];
  settings: Settings;
  /** Whether an account other than the export files is open. */
  hasLivingAccount: boolean;
  /** The newest message, or end of an event, that is not after the moment asked about. */
  lastSignAt: Instant | undefined;
};

/** What was set, by name; absent where nothing was. Parsed by whoever knows the name's shape. */
export type Settings = Readonly<Partial<Record<SettingName, unknown>>>;

/** At the moment `now`. Throws when there is no such owner. */
export async function readOwner(connection: Connection, owner: OwnerId, now: Instant): Promise<OwnerRead> {
  const { rows } = await sql<
    Omit<OwnerRead, "name" | "lastSignAt"> & { name: string | null; lastSignAt: Instant | null }
  >`
    select name,
      (select coalesce(json_agg(json_build_object('address', address, 'standing', standing, 'score', score, 'because', because)
        order by score desc, address), '[]') from owner_address where owner_id = ${owner}) as addresses,
      (select coalesce(json_agg(json_build_object('from', from_day, 'zone', zone, 'because', because) order by from_day), '[]')
        from owner_zone where owner_id = ${owner}) as zones,
      (select coalesce(json_object_agg(name, value order by name), '{}') from setting where owner_id = ${owner}) as settings,
      exists (select from account where owner_id = ${owner} and state = 'open' and provider <> 'archive') as "hasLivingAccount",
      ${lastSignUntil(owner, now)} as "lastSignAt"
    from owner where owner_id = ${owner}
  `.execute(connection);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no owner ${owner}`);
  return { ...row, name: row.name ?? undefined, lastSignAt: row.lastSignAt ?? undefined };
}
