/** Contacts and their identities, as derived from evidence. What the owner said (why, purpose, status) is never overwritten. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { DiscoveryClass, Encounter } from "../domain/contact/discover.ts";
import type { ContactField, FieldName } from "../domain/contact/fields.ts";
import { searchText } from "../domain/contact/search.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { carryOver, type Move } from "./carry-over.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type ContactClass = Extract<DiscoveryClass, "candidate" | "unsure" | "colleague" | "known">;

export type IdentityKind = "address" | "phone" | "profile";
export type Identity = { kind: IdentityKind; value: string; because: string };

export type DerivedContact = {
  contactId: ContactId;
  name: string;
  /** How to greet them, and where that comes from. */
  greeting: { name: string; because: "sign_off" | "display_name" } | undefined;
  /** Everything else that is known of them, with where it was read; company and title among them. */
  fields: readonly ContactField[];
  class: ContactClass;
  locale: string;
  encounter: Encounter | undefined;
  because: readonly Because[];
  identities: readonly Identity[];
};

/** Which contact each identity belongs to now. */
export async function knownIdentities(connection: Connection, owner: OwnerId): Promise<Map<string, ContactId>> {
  const rows = await connection
    .selectFrom("identity")
    .select(["kind", "value", "contact_id"])
    .where("owner_id", "=", owner)
    .execute();
  return new Map(rows.map(({ kind, value, contact_id }) => [identityKey(kind, value), contact_id]));
}

/** Who is meant by each of these addresses; those of nobody known are left out. */
export async function contactsAt(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<Map<Address, ContactId>> {
  if (addresses.length === 0) return new Map();
  const rows = await connection
    .selectFrom("identity")
    .select(["value", "contact_id"])
    .where("owner_id", "=", owner)
    .where("kind", "=", "address")
    .where(sql<boolean>`value = any(${[...new Set(addresses)]}::text[])`)
    .execute();
  return new Map(rows.map(({ value, contact_id }) => [value, contact_id]));
}

export const identityKey = (kind: IdentityKind, value: string): string => `${kind}:${value}`;

/** Identities that the owner deleted or ignored: they stay so. */
export async function tombstones(connection: Connection, owner: OwnerId): Promise<Set<string>> {
  const rows = await connection
    .selectFrom("tombstone")
    .select(["kind", "value"])
    .where("owner_id", "=", owner)
    .execute();
  return new Set(rows.map(({ kind, value }) => identityKey(kind as IdentityKind, value)));
}

export async function saveTombstone(
  connection: Connection,
  owner: OwnerId,
  address: Address,
  because: string,
  at: Instant,
): Promise<void> {
  await connection
    .insertInto("tombstone")
    .values({ owner_id: owner, kind: "address", value: address, because, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeTombstone(connection: Connection, owner: OwnerId, address: Address): Promise<void> {
  await connection
    .deleteFrom("tombstone")
    .where("owner_id", "=", owner)
    .where("kind", "=", "address")
    .where("value", "=", address)
    .execute();
}

const rowsPerStatement = 2_000;

/**
 * Makes the contacts be exactly these: new ones are added, known ones updated, those without evidence any more removed.
 * Says how many addresses came to a person who was known before; `known` is whose each identity was.
 */
export async function saveContacts(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly DerivedContact[],
  known: ReadonlyMap<string, ContactId>,
  at: Instant,
): Promise<{ joined: number }> {
  const moves = movesTo(contacts, known);
  for (let start = 0; start < contacts.length; start += rowsPerStatement)
    await saveRows(connection, owner, contacts.slice(start, start + rowsPerStatement), at);
  await saveIdentities(connection, owner, contacts);
  await saveFields(connection, owner, contacts);
  await carryOver(connection, owner, moves);
  const kept = contacts.map(({ contactId }) => contactId);
  await sql`delete from contact where owner_id = ${owner} and not contact_id = any(${kept}::uuid[])`.execute(
    connection,
  );
  return { joined: joinedTo(contacts, known) };
}

function joinedTo(contacts: readonly DerivedContact[], known: ReadonlyMap<string, ContactId>): number {
  const before = new Set(known.values());
  return contacts
    .filter(({ contactId }) => before.has(contactId))
    .flatMap(({ contactId, identities }) =>
      identities.filter(({ kind, value }) => known.get(identityKey(kind, value)) !== contactId),
    ).length;
}

/** Contacts that go because their addresses became somebody else's. */
function movesTo(contacts: readonly DerivedContact[], known: ReadonlyMap<string, ContactId>): Move[] {
  const kept = new Set(contacts.map(({ contactId }) => contactId));
  const moves = new Map<ContactId, ContactId>();
  for (const { contactId, identities } of contacts) {
    for (const { kind, value } of identities) {
      // A number goes from hand to hand.
      if (kind === "phone") continue;
      const before = known.get(identityKey(kind, value));
      if (before !== undefined && !kept.has(before)) moves.set(before, contactId);
    }
  }
  return [...moves].map(([from, to]) => ({ from, to }));
}

async function saveRows(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly DerivedContact[],
  at: Instant,
): Promise<void> {
  const rows = contacts.map((contact) => ({
    id: contact.contactId,
    name: contact.name,
    greeting_name: contact.greeting?.name ?? null,
    greeting_because: contact.greeting?.because ?? null,
    company: saidIn(contact, "company") ?? null,
    title: saidIn(contact, "title") ?? null,
    class: contact.class,
    locale: contact.locale,
    met_at: contact.encounter?.at ?? null,
    met_on: contact.encounter?.metOn ?? null,
    met_where: contact.encounter?.where ?? null,
    met_channel: contact.encounter?.channel ?? null,
    met_introduced_by: contact.encounter?.introducedBy ?? null,
    met_others: contact.encounter?.others ?? null,
    met_source_kind: contact.encounter?.source.kind ?? null,
    met_source_id: contact.encounter?.source.id ?? null,
    because: contact.because,
    search: searchText([
      contact.name,
      saidIn(contact, "company") ?? "",
      ...contact.identities.map(({ value }) => value),
    ]),
  }));
  await sql`
    insert into contact (owner_id, contact_id, name, greeting_name, greeting_because, company, title, class, verification,
      locale, status, purpose, met_at, met_on, met_where, met_channel, met_introduced_by, met_others, met_source_kind,
      met_source_id, because, search, created_at, changed_at)
    select ${owner}, id, name, greeting_name, greeting_because, company, title, class, 0, locale, 'candidate',
      'business', met_at, met_on, met_where, met_channel, met_introduced_by, met_others, met_source_kind, met_source_id,
      because, search, ${at}, ${at}
    from json_to_recordset(${rowsParameter(rows)}) as row (
      id uuid, name text, greeting_name text, greeting_because text, company text, title text, class text,
      locale text, met_at timestamptz, met_on date, met_where text, met_channel text,
      met_introduced_by text, met_others int, met_source_kind text, met_source_id text, because jsonb, search text)
    on conflict (owner_id, contact_id) do update set
      name = excluded.name,
      greeting_name = case when contact.greeting_because = 'said' then contact.greeting_name else excluded.greeting_name end,
      greeting_because = case when contact.greeting_because = 'said' then 'said' else excluded.greeting_because end,
      company = excluded.company, title = excluded.title,
      class = excluded.class, met_at = excluded.met_at,
      met_on = excluded.met_on, met_where = excluded.met_where, met_channel = excluded.met_channel,
      met_introduced_by = excluded.met_introduced_by, met_others = excluded.met_others,
      met_source_kind = excluded.met_source_kind, met_source_id = excluded.met_source_id, because = excluded.because,
      search = excluded.search, changed_at = excluded.changed_at, version = contact.version + 1
    where ${derivedColumns("contact")} is distinct from ${derivedColumns("excluded")}
  `.execute(connection);
}

/** Everything about a contact that evidence decides; the same evidence again is no change. */
const derivedColumns = (table: "contact" | "excluded") =>
  sql`(${sql.join(
    [
      "name",
      "greeting_name",
      "company",
      "title",
      "class",
      "met_at",
      "met_on",
      "met_where",
      "met_channel",
      "met_introduced_by",
      "met_others",
      "met_source_kind",
      "met_source_id",
      "because",
      "search",
    ].map((column) => sql.ref(`${table}.${column}`)),
  )})`;

/** Makes them be exactly these; one that two contacts claim is the first one's. What stands already is not written again. */
async function saveIdentities(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly DerivedContact[],
): Promise<void> {
  const rows = firstOfEach(
    contacts.flatMap(({ contactId, identities }) => identities.map((identity) => ({ id: contactId, ...identity }))),
    ({ kind, value }) => identityKey(kind, value),
  );
  await sql`
    with row as materialized (
      select * from json_to_recordset(${rowsParameter(rows)}) as row (kind text, value text, id uuid, because text)
    ), gone as (
      delete from identity where owner_id = ${owner}
        and not exists (select from row where row.kind = identity.kind and row.value = identity.value)
    )
    insert into identity (owner_id, kind, value, contact_id, because)
    select ${owner}, kind, value, id, because from row
    on conflict (owner_id, kind, value) do update set contact_id = excluded.contact_id, because = excluded.because
    where (identity.contact_id, identity.because) is distinct from (excluded.contact_id, excluded.because)
  `.execute(connection);
}

async function saveFields(connection: Connection, owner: OwnerId, contacts: readonly DerivedContact[]): Promise<void> {
  const rows = firstOfEach(
    contacts.flatMap(({ contactId, fields }) =>
      fields.map(({ field, value, source, sourceAt }, position) => ({
        id: contactId,
        field,
        value,
        source,
        source_at: sourceAt ?? null,
        position,
      })),
    ),
    ({ id, field, value }) => `${id} ${field} ${value}`,
  );
  await sql`
    with row as materialized (
      select * from json_to_recordset(${rowsParameter(rows)}) as row (
        id uuid, field text, value text, source text, source_at timestamptz, position int)
    ), gone as (
      delete from contact_field where owner_id = ${owner}
        and not exists (select from row
          where row.id = contact_field.contact_id and row.field = contact_field.field and row.value = contact_field.value)
    )
    insert into contact_field (owner_id, contact_id, field, value, source, source_at, position)
    select ${owner}, id, field, value, source, source_at, position from row
    on conflict (owner_id, contact_id, field, value) do update set
      source = excluded.source, source_at = excluded.source_at, position = excluded.position
    where (contact_field.source, contact_field.source_at, contact_field.position)
      is distinct from (excluded.source, excluded.source_at, excluded.position)
  `.execute(connection);
}

const firstOfEach = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values(),
];

const saidIn = ({ fields }: DerivedContact, wanted: FieldName): string | undefined =>
  fields.find(({ field }) => field === wanted)?.value;

/** One identity becomes a contact of its own; the next discovery fills in what is known of them. */
export async function splitIdentity(
  connection: Connection,
  owner: OwnerId,
  { from, to, value, at }: { from: ContactId; to: ContactId; value: string; at: Instant },
): Promise<void> {
  await sql`
    insert into contact (owner_id, contact_id, name, locale, status, purpose, verification, class, because, search, created_at, changed_at)
    select owner_id, ${to}, coalesce((select sender.name from sender where sender.owner_id = ${owner} and sender.address = ${value}), ${value}),
      locale, 'candidate', 'business', 0, class, '[]', ${searchText([value])}, ${at}, ${at}
    from contact where owner_id = ${owner} and contact_id = ${from}
  `.execute(connection);
  await sql`
    update identity set contact_id = ${to} where owner_id = ${owner} and contact_id = ${from} and value = ${value}
  `.execute(connection);
}

/** One contact becomes part of another, at once: with what the owner said and did about it. */
export async function joinContacts(connection: Connection, owner: OwnerId, { from, to }: Move): Promise<void> {
  await carryOver(connection, owner, [{ from, to }]);
  await sql`update identity set contact_id = ${to} where owner_id = ${owner} and contact_id = ${from}`.execute(
    connection,
  );
  await sql`delete from contact where owner_id = ${owner} and contact_id = ${from}`.execute(connection);
}

export type ContactRow = {
  contactId: ContactId;
  name: string;
  greetingName: string | undefined;
  company: string | undefined;
  class: ContactClass;
  locale: string;
  status: string;
  addresses: Address[];
  metAt: Instant | undefined;
  metOn: PlainDate | undefined;
  metWhere: string | undefined;
  metChannel: Encounter["channel"] | undefined;
  metWhy: string | undefined;
  metWhyWaived: boolean;
  metOthers: number | undefined;
  metSource: { kind: string; id: string } | undefined;
  createdAt: Instant;
};

/** Contacts with their mail addresses, the most often used first and those that letters came back from last; all of them, or those asked for. */
export async function loadContacts(
  connection: Connection,
  owner: OwnerId,
  only?: ContactId | readonly ContactId[],
): Promise<ContactRow[]> {
  const ids = [only ?? []].flat();
  const rows = await connection
    .selectFrom("contact")
    .selectAll()
    .where("owner_id", "=", owner)
    .$if(only !== undefined, (query) => query.where(sql<boolean>`contact_id = any(${ids}::uuid[])`))
    .orderBy("contact_id")
    .execute();
  const identities = await connection
    .selectFrom("identity")
    .leftJoin("sender", (join) =>
      join.onRef("sender.owner_id", "=", "identity.owner_id").onRef("sender.address", "=", "identity.value"),
    )
    .select(["identity.contact_id", "identity.value"])
    .where("identity.owner_id", "=", owner)
    .where("identity.kind", "=", "address")
    .$if(only !== undefined, (query) => query.where(sql<boolean>`identity.contact_id = any(${ids}::uuid[])`))
    .orderBy(isGivenUp)
    .orderBy(isChosenInstead, "desc")
    .orderBy((order) => order.fn.coalesce("sender.last_at", sql<Instant>`'-infinity'::timestamptz`), "desc")
    .orderBy("identity.value")
    .execute();
  const addresses = Map.groupBy(identities, ({ contact_id }) => contact_id);
  return rows.map((row) => ({
    contactId: row.contact_id,
    name: row.name,
    greetingName: row.greeting_name ?? undefined,
    company: row.company ?? undefined,
    class: row.class,
    locale: row.locale,
    status: row.status,
    addresses: (addresses.get(row.contact_id) ?? []).map(({ value }) => value),
    metAt: row.met_at ?? undefined,
    metOn: row.met_on ?? undefined,
    metWhere: row.met_where ?? undefined,
    metChannel: row.met_channel ?? undefined,
    metWhy: row.met_why ?? undefined,
    metWhyWaived: row.met_why_waived,
    metOthers: row.met_others ?? undefined,
    metSource:
      row.met_source_kind === null || row.met_source_id === null
        ? undefined
        : { kind: row.met_source_kind, id: row.met_source_id },
    createdAt: row.created_at,
  }));
}

/** Who is meant by an address. */
export const contactsByAddress = (contacts: Iterable<ContactRow>): Map<Address, ContactId> =>
  new Map([...contacts].flatMap(({ contactId, addresses }) => addresses.map((address) => [address, contactId])));

const isGivenUp = sql<boolean>`exists (select from failed_address failed
  where failed.owner_id = identity.owner_id and failed.address = identity.value)`;
const isChosenInstead = sql<boolean>`exists (select from failed_address failed
  where failed.owner_id = identity.owner_id and failed.instead = identity.value)`;

/** The owner's answer to "why did you meet?": a reason, or that none is needed. False when there is no such contact. */
export async function saveWhy(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  why: { why: string } | "waived",
): Promise<boolean> {
  const changed = await connection
    .updateTable("contact")
    .set(why === "waived" ? { met_why: null, met_why_waived: true } : { met_why: why.why, met_why_waived: false })
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** How the owner greets them: outranks what their display name says. False when there is no such contact. */
export async function saveGreeting(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  name: string,
): Promise<boolean> {
  const changed = await connection
    .updateTable("contact")
    .set({ greeting_name: name, greeting_because: "said" })
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** The language in which the owner and each contact write. */
export async function saveLocales(
  connection: Connection,
  owner: OwnerId,
  locales: ReadonlyMap<ContactId, string>,
): Promise<void> {
  const rows = [...locales].map(([id, locale]) => ({ id, locale }));
  await sql`
    update contact set locale = row.locale from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, locale text)
    where owner_id = ${owner} and contact_id = id and contact.locale <> row.locale
  `.execute(connection);
}
