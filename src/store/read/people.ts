/** The list of people: found, filtered, ordered, and read by key. */
import { type RawBuilder, sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { ContactTable } from "../tables.ts";
import { isFoundBy } from "./found-by.ts";
import { type FilterView, fitsFilter, type PeopleFilter } from "./people-filters.ts";
import { isBackwards, type Seek, type SoughtPage, soughtPage } from "./seek.ts";

export const peopleOrders = ["closeness", "name", "met", "conversation"] as const;
export type PeopleOrder = (typeof peopleOrders)[number];

export type PersonRow = {
  contactId: ContactId;
  name: string;
  class: ContactTable["class"];
  addresses: string[];
  company: string | undefined;
  title: string | undefined;
  metOn: PlainDate | undefined;
  metWhere: string | undefined;
  lastTouchAt: Instant | undefined;
  lastConversationAt: Instant | undefined;
  lastMetAt: Instant | undefined;
  closeness: number;
};

export const peopleClasses = ["candidate", "unsure", "colleague", "known"] as const satisfies ContactTable["class"][];

export type PeopleWanted = FilterView & {
  search: string;
  filter: PeopleFilter;
  class?: ContactTable["class"];
  order: PeopleOrder;
  seek: Seek<ContactId>;
  rowsMax: number;
};

/** The row to seek beside is gone, or nobody's: the page is the first. */
export async function readPeople(
  connection: Connection,
  owner: OwnerId,
  wanted: PeopleWanted,
): Promise<SoughtPage<PersonRow>> {
  const order = orders[wanted.order];
  const beside = "id" in wanted.seek ? await keyOf(connection, owner, order, wanted.seek.id) : undefined;
  const seek: Seek<ContactId> = "id" in wanted.seek && beside === undefined ? { to: "start" } : wanted.seek;
  const isUpwards = order.isDescending === isBackwards(seek);
  const direction = isUpwards ? sql`asc` : sql`desc`;
  let query = people(connection, owner, wanted)
    .select(["contact_id", "name", "class", "company", "title", "met_on", "met_where", "last_touch_at"])
    .select(["last_conversation_at", "last_met_at", "closeness"])
    .select(
      sql<string[]>`array(select value from identity where identity.owner_id = contact.owner_id
        and identity.contact_id = contact.contact_id and kind = 'address' order by value)`.as("addresses"),
    );
  if (beside !== undefined && "id" in seek)
    query = query.where(
      sql<boolean>`(${order.by}, contact_id) ${isUpwards ? sql`>` : sql`<`} (${beside}::${sql.raw(order.type)}, ${seek.id}::uuid)`,
    );
  const rows = await query
    .orderBy(sql`${order.by} ${direction}`)
    .orderBy(sql`contact_id ${direction}`)
    .limit(wanted.rowsMax + 1)
    .execute();
  return soughtPage(
    rows.map((row) => ({
      contactId: row.contact_id,
      name: row.name,
      class: row.class,
      addresses: row.addresses,
      company: row.company ?? undefined,
      title: row.title ?? undefined,
      metOn: row.met_on ?? undefined,
      metWhere: row.met_where ?? undefined,
      lastTouchAt: row.last_touch_at ?? undefined,
      lastConversationAt: row.last_conversation_at ?? undefined,
      lastMetAt: row.last_met_at ?? undefined,
      closeness: row.closeness,
    })),
    { seek, rowsMax: wanted.rowsMax },
  );
}

/** How many fit, counted up to `countMax`: beyond that only that there are more matters. */
export async function countPeople(
  connection: Connection,
  owner: OwnerId,
  wanted: Pick<PeopleWanted, "search" | "filter" | keyof FilterView>,
): Promise<number> {
  const fitting = people(connection, owner, wanted)
    .select("contact_id")
    .limit(countMax + 1);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${fitting} fitting`.execute(
    connection,
  );
  return rows[0]?.count ?? 0;
}

export const countMax = 1_000;

function people(
  connection: Connection,
  owner: OwnerId,
  { search, filter, class: only, ...view }: Pick<PeopleWanted, "search" | "filter" | "class" | keyof FilterView>,
) {
  return connection
    .selectFrom("contact")
    .where("owner_id", "=", owner)
    .where(fitsFilter(owner, filter, view))
    .where(isFoundBy(search))
    .$if(only !== undefined, (query) => query.where("class", "=", only!));
}

type Order = { by: RawBuilder<unknown>; type: "real" | "text" | "timestamptz"; isDescending: boolean };

/** As the indexes of the table have them, so that one of them is read in each. */
const orders: Readonly<Record<PeopleOrder, Order>> = {
  closeness: { by: sql`closeness`, type: "real", isDescending: true },
  name: { by: sql`normalize(lower(name), nfd)`, type: "text", isDescending: false },
  met: { by: sql`coalesce(met_at, '-infinity')`, type: "timestamptz", isDescending: true },
  conversation: { by: sql`coalesce(last_conversation_at, '-infinity')`, type: "timestamptz", isDescending: true },
};

/** As text, since a moment that never was is no instant of ours. */
async function keyOf(
  connection: Connection,
  owner: OwnerId,
  { by }: Order,
  id: ContactId,
): Promise<string | undefined> {
  const row = await connection
    .selectFrom("contact")
    .select(sql<string>`${by}::text`.as("key"))
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .executeTakeFirst();
  return row?.key;
}
