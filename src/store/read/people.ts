/** The list of people: search, order and pages. */
import { sql } from "kysely";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { ContactTable } from "../tables.ts";
import { containing, limitOf, offsetOf, type PageOf, type PageWanted, pageOf, searchWords } from "./page.ts";

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

export type PeopleWanted = PageWanted & { search: string; order: PeopleOrder; class?: ContactTable["class"] };

export async function readPeople(
  connection: Connection,
  owner: OwnerId,
  wanted: PeopleWanted,
): Promise<PageOf<PersonRow>> {
  let query = connection
    .selectFrom("contact")
    .select(["contact_id", "name", "class", "company", "title", "met_on", "met_where", "last_touch_at"])
    .select(["last_conversation_at", "last_met_at", "closeness"])
    .select(
      sql<string[]>`array(select value from identity where identity.owner_id = contact.owner_id
        and identity.contact_id = contact.contact_id and kind = 'address' order by value)`.as("addresses"),
    )
    .where("owner_id", "=", owner)
    .where("status", "not in", ["archived", "blocked"]);
  for (const word of searchWords(wanted.search)) query = query.where("search", "like", containing(word));
  if (wanted.class !== undefined) query = query.where("class", "=", wanted.class);
  const rows = await query
    .orderBy(orders[wanted.order])
    .orderBy("contact_id")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  return pageOf(
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
    wanted,
  );
}

/** Each ends with the contact's id, so that pages never overlap. */
const orders = {
  closeness: sql`closeness desc`,
  name: sql`lower(name)`,
  met: sql`met_at desc nulls last`,
  conversation: sql`last_conversation_at desc nulls last`,
} as const;
