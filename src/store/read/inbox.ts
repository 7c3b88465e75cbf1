/** Answers as their page shows them: those that wait for the owner, and what the others led to. */
import { sql } from "kysely";
import type { Because } from "../../domain/because.ts";
import { ownAnswer } from "../../domain/draft/errand.ts";
import type { AnswerId, BookingId, ContactId, DraftId, GroupMeetingId, MessageId, OwnerId } from "../../domain/ids.ts";
import type { ReplyClass } from "../../domain/plan/enrolment.ts";
import type { Instant } from "../../domain/time.ts";
import type { LedTo } from "../answers.ts";
import type { Connection } from "../database.ts";
import type { AnswerTable, DraftTable } from "../tables.ts";
import { becauseOf } from "./stored-json.ts";

export type AnswerSeen = {
  answerId: AnswerId;
  contactId: ContactId;
  name: string;
  source: AnswerTable["source"];
  /** In whose thread it can be read and corrected; absent for what came otherwise than by mail. */
  messageId: MessageId | undefined;
  writtenAt: Instant;
  /** Their new words, as long as they are kept. */
  text: string | undefined;
  meaning: ReplyClass;
  /** Why it was read so, and at the end why it led to what it did. */
  because: readonly Because[];
  ledTo: LedTo;
  /** Their time, which is the owner's to agree to (flows/plan/agree-to-time.ts). */
  proposesAt: Instant | undefined;
  bookingId: BookingId | undefined;
  /** The meeting of several that it is about. */
  groupId: GroupMeetingId | undefined;
  /** The letter that it answers. */
  letter: { draftId: DraftId; subject: string } | undefined;
  /** Another letter that waits because of it. */
  waiting: DraftId | undefined;
  /** The owner's own answer to it, in its newest version. */
  reply: ReplySeen | undefined;
  /** Nothing is left to say about it. */
  isSettled: boolean;
};

export type ReplySeen = { draftId: DraftId; state: DraftTable["state"]; body: string };

/** At most `max`, the latest first; `isSettled` tells which. */
export async function readInbox(
  connection: Connection,
  owner: OwnerId,
  { isSettled, max }: { isSettled: boolean; max: number },
): Promise<AnswerSeen[]> {
  const { rows } = await sql<Row>`
    select answer.answer_id, answer.contact_id, contact.name, answer.source, answer.message_id, answer.written_at,
      coalesce(answer.text_kept, message.text_kept) as text, answer.meaning, answer.because, answer.led_to, answer.proposes_at,
      answer.booking_id, answer.state, offer.group_id, draft.draft_id, draft.subject, waiting.draft_id as waiting,
      reply.draft_id as reply_id, reply.state as reply_state, reply.body as reply_body
    from answer join contact using (owner_id, contact_id)
      left join lateral (select text_kept from message where message.owner_id = answer.owner_id
        and message.message_id = answer.message_id order by account_id limit 1) message on true
      left join offer on offer.owner_id = answer.owner_id and offer.offer_id = answer.offer_id
      left join draft on draft.owner_id = offer.owner_id and draft.draft_id = offer.draft_id
      left join lateral (select draft.draft_id from follow_up join draft using (owner_id, follow_up_id)
        where follow_up.owner_id = answer.owner_id and follow_up.contact_id = answer.contact_id and draft.state = 'proposed'
          and follow_up.kind = 'new_times' and follow_up.about = answer.offer_id::text
        order by draft.version desc limit 1) waiting on true
      left join lateral (select draft.draft_id, draft.state, draft.body from follow_up join draft using (owner_id, follow_up_id)
        where follow_up.owner_id = answer.owner_id and follow_up.contact_id = answer.contact_id
          and follow_up.kind = ${ownAnswer} and follow_up.about = answer.answer_id::text
        order by draft.version desc limit 1) reply on true
    where answer.owner_id = ${owner} and answer.state = ${isSettled ? "settled" : "open"}
    order by answer.written_at desc, answer.answer_id limit ${max}
  `.execute(connection);
  return rows.map((row) => ({
    answerId: row.answer_id,
    contactId: row.contact_id,
    name: row.name,
    source: row.source,
    messageId: row.message_id ?? undefined,
    writtenAt: row.written_at,
    text: row.text ?? undefined,
    meaning: row.meaning,
    because: becauseOf(row.because),
    ledTo: row.led_to,
    proposesAt: row.proposes_at ?? undefined,
    bookingId: row.booking_id ?? undefined,
    groupId: row.group_id ?? undefined,
    letter: row.draft_id === null ? undefined : { draftId: row.draft_id, subject: row.subject ?? "" },
    waiting: row.waiting ?? undefined,
    reply:
      row.reply_id === null ? undefined : { draftId: row.reply_id, state: row.reply_state!, body: row.reply_body! },
    isSettled: row.state === "settled",
  }));
}

/** How many wait. */
export async function countInbox(connection: Connection, owner: OwnerId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from answer where owner_id = ${owner} and state = 'open'
  `.execute(connection);
  return rows[0]?.count ?? 0;
}

type Row = {
  answer_id: AnswerId;
  contact_id: ContactId;
  name: string;
  source: AnswerTable["source"];
  message_id: MessageId | null;
  written_at: Instant;
  text: string | null;
  meaning: ReplyClass;
  because: unknown;
  led_to: LedTo;
  proposes_at: Instant | null;
  booking_id: BookingId | null;
  group_id: GroupMeetingId | null;
  state: AnswerTable["state"];
  draft_id: DraftId | null;
  subject: string | null;
  waiting: DraftId | null;
  reply_id: DraftId | null;
  reply_state: DraftTable["state"] | null;
  reply_body: string | null;
};
