/** What there is to write into the owner's own accounts: people met now, thirty-day reminders, letters that wait. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { AccountId, ContactId, DraftId, FollowUpId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { FollowUpKind } from "../domain/relationship/decide.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import type { FollowUpState } from "./follow-ups.ts";

/** Whoever is no company for an address book or a reminder: put aside by the owner, or stopped. */
const isLetGo = sql<boolean>`contact.status in ('archived', 'blocked')`;

/** People with an address whom the owner met from then on, up to `max`. */
export async function newlyMet(
  connection: Connection,
  owner: OwnerId,
  { since, until, max }: { since: Instant; until: Instant; max: number },
): Promise<ContactId[]> {
  const rows = await connection
    .selectFrom("contact")
    .select("contact_id")
    .where("owner_id", "=", owner)
    .where("class", "=", "candidate")
    .where("met_at", ">=", since)
    .where("met_at", "<=", until)
    // Whom a card brought stands in a book already.
    .where("met_channel", "in", ["event", "mail"])
    .where((where) => where.not(isLetGo))
    .where(sql<boolean>`exists (select from identity where identity.owner_id = contact.owner_id
      and identity.contact_id = contact.contact_id and identity.kind = 'address')`)
    .orderBy("met_at")
    .orderBy("contact_id")
    .limit(max)
    .execute();
  return rows.map(({ contact_id }) => contact_id);
}

/** Where an account's address book holds a card with an address of theirs. */
export async function cardRefs(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, string[]>> {
  const { rows } = await sql<{ contact_id: ContactId; refs: string[] }>`
    select identity.contact_id, array_agg(distinct place.ref order by place.ref) as refs
    from identity join card_address on card_address.owner_id = identity.owner_id and card_address.address = identity.value
      join card_place place on place.owner_id = card_address.owner_id and place.account_id = card_address.account_id
        and place.card_id = card_address.card_id
    where identity.owner_id = ${owner} and identity.kind = 'address' and identity.contact_id = any(${[...contacts]}::uuid[])
      and place.account_id = ${account}
    group by 1
  `.execute(connection);
  return new Map(rows.map(({ contact_id, refs }) => [contact_id, refs]));
}

export type CheckIn = {
  followUpId: FollowUpId;
  contactId: ContactId;
  kind: FollowUpKind;
  state: FollowUpState;
  dueAt: Instant;
  because: readonly Because[];
  isLetGo: boolean;
};

/** Check-ins, whatever their state. */
export async function checkIns(connection: Connection, owner: OwnerId): Promise<CheckIn[]> {
  const rows = await connection
    .selectFrom("follow_up")
    .innerJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "follow_up.owner_id")
        .onRef("contact.contact_id", "=", "follow_up.contact_id"),
    )
    .select(["follow_up.follow_up_id", "follow_up.contact_id", "follow_up.state", "follow_up.due_at"])
    .select(["follow_up.because", isLetGo.as("is_let_go")])
    .where("follow_up.owner_id", "=", owner)
    .where("follow_up.kind", "=", "check_in")
    .orderBy("follow_up.due_at")
    .orderBy("follow_up.follow_up_id")
    .execute();
  return rows.map((row) => ({
    followUpId: row.follow_up_id,
    contactId: row.contact_id,
    kind: "check_in",
    state: row.state,
    dueAt: row.due_at,
    because: row.because as Because[],
    isLetGo: row.is_let_go,
  }));
}

export type WaitingLetter = {
  draftId: DraftId;
  followUpId: FollowUpId;
  contactId: ContactId;
  kind: string;
  to: Address;
  alsoTo: readonly Address[];
  subject: string;
  body: string;
  createdAt: Instant;
};

/**
 * Letters that may leave as they are: due, without a question open or a fault that stands in their way; proposed, or approved
 * and not gone yet.
 */
export async function waitingLetters(
  connection: Connection,
  owner: OwnerId,
): Promise<(WaitingLetter & { isApproved: boolean })[]> {
  const rows = await connection
    .selectFrom("draft")
    .innerJoin("follow_up", (join) =>
      join
        .onRef("follow_up.owner_id", "=", "draft.owner_id")
        .onRef("follow_up.follow_up_id", "=", "draft.follow_up_id"),
    )
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "draft.owner_id").onRef("contact.contact_id", "=", "draft.contact_id"),
    )
    .select(["draft.draft_id", "draft.follow_up_id", "draft.contact_id", "draft.kind", "draft.to_address"])
    .select(["draft.also_to", "draft.subject", "draft.body", "draft.created_at", "draft.state"])
    .where("draft.owner_id", "=", owner)
    .where("draft.state", "in", ["proposed", "approved"])
    .where("draft.question", "is", null)
    .where("draft.to_address", "<>", "")
    .where(sql<boolean>`follow_up.state = case draft.state when 'approved' then 'in_hand' else 'due' end`)
    .where((where) => where.not(isLetGo))
    .where(sql<boolean>`not draft.lint @> '[{"weight": "refuse"}]'`)
    .orderBy("draft.created_at")
    .orderBy("draft.draft_id")
    .execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    followUpId: row.follow_up_id,
    contactId: row.contact_id,
    kind: row.kind,
    to: row.to_address,
    alsoTo: row.also_to,
    subject: row.subject,
    body: row.body,
    createdAt: row.created_at,
    isApproved: row.state === "approved",
  }));
}

export type ThreadEnd = { threadRef: string | undefined; messageId: string; references: string[] };

/** The last message of an account with somebody under one of these subjects, lower-cased: an answer goes there. */
export async function lastUnderSubject(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  { address, subjects }: { address: Address; subjects: readonly string[] },
): Promise<ThreadEnd | undefined> {
  const { rows } = await sql<{
    header_id: string;
    in_reply_to: string | null;
    root_key: string;
    thread_ref: string | null;
  }>`
    select message.header_id, message.in_reply_to, message.root_key, place.thread_ref
    from message join message_place place on place.owner_id = message.owner_id and place.message_id = message.message_id
    where message.owner_id = ${owner} and place.account_id = ${account} and message.header_id is not null
      and lower(message.subject) = any(${[...subjects]}::text[])
      and (message.from_address = ${address} or exists (select from message_recipient recipient
        where recipient.owner_id = message.owner_id and recipient.message_id = message.message_id and recipient.address = ${address}))
    order by message.sent_at desc nulls last, message.message_id limit 1
  `.execute(connection);
  const [last] = rows;
  if (last === undefined) return undefined;
  // A message without ids of its own has a digest for its root.
  const earlier = [last.root_key, last.in_reply_to].flatMap((id) => (id?.includes("@") ? [id] : []));
  return {
    threadRef: last.thread_ref ?? undefined,
    messageId: last.header_id,
    references: [...new Set([...earlier, last.header_id])],
  };
}

/** When the owner wrote to somebody under a subject since then, as it was found in the account's mail. */
export async function wroteSince(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  { from, to, subject, since }: { from: readonly Address[]; to: Address; subject: string; since: Instant },
): Promise<Instant | undefined> {
  const { rows } = await sql<{ sent_at: Instant }>`
    select message.sent_at
    from message join message_place place on place.owner_id = message.owner_id and place.message_id = message.message_id
    where message.owner_id = ${owner} and place.account_id = ${account} and message.sent_at >= ${since}
      and message.from_address = any(${[...from]}::text[]) and message.subject = ${subject}
      and exists (select from message_recipient recipient
        where recipient.owner_id = message.owner_id and recipient.message_id = message.message_id and recipient.address = ${to})
    order by message.sent_at limit 1
  `.execute(connection);
  return rows[0]?.sent_at;
}
