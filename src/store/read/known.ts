/** Everybody in a few words each, for rules that look at all of them at once: targets, connectors, companies, warnings. */
import { type RawBuilder, sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { ContactTable } from "../tables.ts";
import { isFoundBy } from "./found-by.ts";

export type KnownPerson = {
  contactId: ContactId;
  name: string;
  title: string | undefined;
  company: string | undefined;
  class: ContactTable["class"];
  status: ContactTable["status"];
  verification: number;
  metChannel: ContactTable["met_channel"];
  /** Who brought them, as the first encounter tells it. */
  introducedBy: string | undefined;
  addresses: Address[];
  /** City, and postal addresses from cards and signatures. */
  places: string[];
  /** Anything went either way, by hand. */
  hasInteraction: boolean;
  lastConversationAt: Instant | undefined;
  closeness: number;
};

/** Whom to read of everybody: all who are in any of these. */
export type Among = {
  contacts?: readonly ContactId[];
  addresses?: readonly Address[];
  /** Each as it would be typed into the search of people. */
  searches?: readonly string[];
};

/** Of everybody, or of those asked for, by the indexes over them. Archived and blocked people are left out. */
export async function readKnown(connection: Connection, owner: OwnerId, among?: Among): Promise<KnownPerson[]> {
  const { rows } = await sql<{
    contact_id: ContactId;
    name: string;
    title: string | null;
    company: string | null;
    class: KnownPerson["class"];
    status: KnownPerson["status"];
    verification: number;
    met_channel: KnownPerson["metChannel"];
    met_introduced_by: string | null;
    place: string | null;
    last_touch_at: Instant | null;
    last_conversation_at: Instant | null;
    closeness: number;
    addresses: Address[] | null;
    postal: string[] | null;
  }>`
    with chosen as (select contact_id from contact
      where owner_id = ${owner} and status not in ('archived', 'blocked') and ${isAmong(owner, among)})
    select contact.contact_id, name, title, company, class, status, verification, met_channel, met_introduced_by, place,
      last_touch_at, last_conversation_at, closeness, mine.addresses, said.postal
    from contact
      left join (select contact_id, array_agg(value order by value) as addresses from identity
        where owner_id = ${owner} and kind = 'address' and contact_id in (select contact_id from chosen)
        group by contact_id) mine on mine.contact_id = contact.contact_id
      left join (select contact_id, array_agg(value order by position) as postal from contact_field
        where owner_id = ${owner} and field = 'postal_address' and contact_id in (select contact_id from chosen)
        group by contact_id) said on said.contact_id = contact.contact_id
    where contact.owner_id = ${owner} and contact.contact_id in (select contact_id from chosen)
    order by contact.contact_id
  `.execute(connection);
  return rows.map((row) => ({
    contactId: row.contact_id,
    name: row.name,
    title: row.title ?? undefined,
    company: row.company ?? undefined,
    class: row.class,
    status: row.status,
    verification: row.verification,
    metChannel: row.met_channel,
    introducedBy: row.met_introduced_by ?? undefined,
    addresses: row.addresses ?? [],
    places: [row.place, ...(row.postal ?? [])].filter((place) => place !== null),
    hasInteraction: row.last_touch_at !== null || row.last_conversation_at !== null,
    lastConversationAt: row.last_conversation_at ?? undefined,
    closeness: row.closeness,
  }));
}

function isAmong(owner: OwnerId, among: Among | undefined): RawBuilder<boolean> {
  if (among === undefined) return sql`true`;
  const { contacts = [], addresses = [], searches = [] } = among;
  const found = [
    sql`select unnest(${[...contacts]}::uuid[])`,
    sql`select contact_id from identity
      where owner_id = ${owner} and kind = 'address' and value = any(${[...addresses]}::text[])`,
    ...searches.map((search) => sql`select contact_id from contact where owner_id = ${owner} and ${isFoundBy(search)}`),
  ];
  return sql`contact_id in (${sql.join(found, sql` union `)})`;
}

/** From where people write whom the owner spoke with live (R8); archived and blocked people are left out. */
export async function readDomainsSpokenWith(connection: Connection, owner: OwnerId): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct split_part(value, '@', 2) as domain
    from contact join identity on identity.owner_id = contact.owner_id and identity.contact_id = contact.contact_id
    where contact.owner_id = ${owner} and verification >= 3 and status not in ('archived', 'blocked') and kind = 'address'
    order by domain
  `.execute(connection);
  return rows.map(({ domain }) => domain);
}
