/** What an export writes in forms that other programs read: people, meetings and sent letters, page by page in the order of their keys. */
import { sql } from "kysely";
import { type BookingBody, bookingBody } from "../../domain/booking/booking.ts";
import type { BookingId, ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { BookingTable, ContactTable } from "../tables.ts";
import type { PersonSeen } from "./person.ts";

/** The page behind a key, or the first one. */
export type PageBehind<Key> = { behind: Key | undefined; max: number };

export type PersonTaken = Pick<
  PersonSeen,
  | "contactId"
  | "name"
  | "company"
  | "title"
  | "place"
  | "class"
  | "metOn"
  | "metWhere"
  | "metWhy"
  | "lastTouchAt"
  | "lastConversationAt"
  | "lastMetAt"
  | "identities"
  | "fields"
> & { purpose: ContactTable["purpose"] };

export async function peopleToTake(
  connection: Connection,
  owner: OwnerId,
  { behind, max }: PageBehind<ContactId>,
): Promise<PersonTaken[]> {
  const rows = await connection
    .selectFrom("contact")
    .select(["contact_id", "name", "company", "title", "place", "class", "purpose", "met_on", "met_where", "met_why"])
    .select(["last_touch_at", "last_conversation_at", "last_met_at"])
    .where("owner_id", "=", owner)
    .$if(behind !== undefined, (query) => query.where("contact_id", ">", behind!))
    .orderBy("contact_id")
    .limit(max)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ contact_id }) => contact_id);
  const identities = await connection
    .selectFrom("identity")
    .select(["contact_id", "kind", "value", "because"])
    .where("owner_id", "=", owner)
    .where("contact_id", "in", ids)
    .orderBy("kind")
    .orderBy("value")
    .execute();
  const fields = await connection
    .selectFrom("contact_field")
    .select(["contact_id", "field", "value", "source"])
    .where("owner_id", "=", owner)
    .where("contact_id", "in", ids)
    .orderBy("contact_id")
    .orderBy("position")
    .execute();
  const identitiesOf = Map.groupBy(identities, ({ contact_id }) => contact_id);
  const fieldsOf = Map.groupBy(fields, ({ contact_id }) => contact_id);
  return rows.map((row) => ({
    contactId: row.contact_id,
    name: row.name,
    company: row.company ?? undefined,
    title: row.title ?? undefined,
    place: row.place ?? undefined,
    class: row.class,
    purpose: row.purpose,
    metOn: row.met_on ?? undefined,
    metWhere: row.met_where ?? undefined,
    metWhy: row.met_why ?? undefined,
    lastTouchAt: row.last_touch_at ?? undefined,
    lastConversationAt: row.last_conversation_at ?? undefined,
    lastMetAt: row.last_met_at ?? undefined,
    identities: identitiesOf.get(row.contact_id) ?? [],
    fields: fieldsOf.get(row.contact_id) ?? [],
  }));
}

export type BookingTaken = {
  bookingId: BookingId;
  eventKey: string;
  generation: number;
  state: BookingTable["state"];
  startsAt: Instant;
  endsAt: Instant;
  changedAt: Instant;
  body: BookingBody;
};

/** Without those that came to nothing before they were confirmed. */
export async function bookingsToTake(
  connection: Connection,
  owner: OwnerId,
  { behind, max }: PageBehind<BookingId>,
): Promise<BookingTaken[]> {
  const rows = await connection
    .selectFrom("booking")
    .select(["booking_id", "event_key", "generation", "state", "starts_at", "ends_at", "changed_at", "body"])
    .where("owner_id", "=", owner)
    .where("state", "not in", ["claiming", "pending"])
    .$if(behind !== undefined, (query) => query.where("booking_id", ">", behind!))
    .orderBy("booking_id")
    .limit(max)
    .execute();
  return rows.map((row) => ({
    bookingId: row.booking_id,
    eventKey: row.event_key,
    generation: row.generation,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    changedAt: row.changed_at,
    body: bookingBody.parse(row.body),
  }));
}

export type MeetingTaken = {
  /** Of the event, or of what the owner logged. */
  sourceId: string;
  startsAt: Instant;
  endsAt: Instant;
  title: string | undefined;
  place: string | undefined;
  /** By name. */
  people: string[];
};

/** Calls and meetings that were held, each once with all who were there. */
export async function meetingsToTake(
  connection: Connection,
  owner: OwnerId,
  { behind, max }: PageBehind<string>,
): Promise<MeetingTaken[]> {
  const { rows } = await sql<{
    source_id: string;
    at: Instant;
    ends_at: Instant | null;
    title: string | null;
    place: string | null;
    people: string[];
  }>`
    select source_id, min(at) as at, max(ends_at) as ends_at, min(interaction.title) as title, min(interaction.place) as place,
      array_agg(contact.name order by contact.name, contact_id) as people
    from interaction join contact using (owner_id, contact_id)
    where owner_id = ${owner} and source_kind in ('event', 'logged') and mode in ('in_person', 'video', 'phone')
      and depth = 'conversation' ${behind === undefined ? sql`` : sql`and source_id > ${behind}::uuid`}
    group by source_id order by source_id limit ${max}
  `.execute(connection);
  return rows.map((row) => ({
    sourceId: row.source_id,
    startsAt: row.at,
    endsAt: row.ends_at ?? row.at,
    title: row.title ?? undefined,
    place: row.place ?? undefined,
    people: row.people,
  }));
}

export type LetterTaken = {
  draftId: DraftId;
  to: string[];
  subject: string;
  body: string;
  sentAt: Instant;
  /** Of the account that sent it; undefined where the owner did by hand. */
  from: string | undefined;
};

/** Sent letters whose text is still kept. */
export async function lettersToTake(
  connection: Connection,
  owner: OwnerId,
  { behind, max }: PageBehind<DraftId>,
): Promise<LetterTaken[]> {
  const rows = await connection
    .selectFrom("draft")
    .select(["draft_id", "to_address", "also_to", "subject", "body", "changed_at"])
    .select(({ selectFrom }) =>
      selectFrom("effect")
        .innerJoin("account", (join) =>
          join.onRef("account.owner_id", "=", "effect.owner_id").onRef("account.account_id", "=", "effect.account_id"),
        )
        .select("account.address")
        .whereRef("effect.owner_id", "=", "draft.owner_id")
        .where("effect.kind", "=", "send_letter")
        .where(sql<boolean>`effect.detail->>'draftId' = draft.draft_id::text`)
        .orderBy("effect.created_at", "desc")
        .orderBy("effect.effect_id")
        .limit(1)
        .as("from_address"),
    )
    .where("owner_id", "=", owner)
    .where("state", "=", "sent")
    .where("body", "<>", "")
    .$if(behind !== undefined, (query) => query.where("draft_id", ">", behind!))
    .orderBy("draft_id")
    .limit(max)
    .execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    to: [row.to_address, ...row.also_to],
    subject: row.subject,
    body: row.body,
    sentAt: row.changed_at,
    from: row.from_address ?? undefined,
  }));
}

/** How many of each an export writes beside the rows themselves. */
export async function countTaken(
  connection: Connection,
  owner: OwnerId,
): Promise<{ people: number; meetings: number; letters: number }> {
  const { rows } = await sql<{ people: number; meetings: number; letters: number }>`
    select (select count(*)::int from contact where owner_id = ${owner}) as people,
      (select count(*)::int from booking where owner_id = ${owner} and state not in ('claiming', 'pending'))
        + (select count(distinct source_id)::int from interaction where owner_id = ${owner} and source_kind in ('event', 'logged')
            and mode in ('in_person', 'video', 'phone') and depth = 'conversation') as meetings,
      (select count(*)::int from draft where owner_id = ${owner} and state = 'sent' and body <> '') as letters
  `.execute(connection);
  return rows[0]!;
}
