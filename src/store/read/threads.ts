/** One thread as it is kept: its messages oldest first, what was said about their readings, and where their texts can be read. */
import { sql } from "kysely";
import { z } from "zod";
import type { Because } from "../../domain/because.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { ContactId, GroupMeetingId, MessageId, OfferId, OwnerId } from "../../domain/ids.ts";
import type { Address, Correspondent, MessageHeaders } from "../../domain/mail/message.ts";
import type { ReadingCorrection, SaidKind, SaidMeaning } from "../../domain/reply/reading-correction.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { SenderTable } from "../tables.ts";
import { type PlaceRow, placeOf, type TextPlace, textPlace } from "../text-places.ts";
import { inAskedThread, qualifies } from "../texts.ts";
import { becauseOf, offerOf } from "./stored-json.ts";

export type ThreadMessage = {
  messageId: MessageId;
  /** As far as they are kept: neither Sender nor Reply-To are, and of the references only the answered message. */
  headers: MessageHeaders;
  byOwner: boolean;
  /** What everything from this address shows of who writes from it (M4). */
  sender: { verdict: SenderTable["verdict"]; score: number; because: Because[] } | undefined;
  /** The kept new text; absent when it was never read, or is erased. */
  textKept: string | undefined;
  textKeptUntil: Instant | undefined;
  textReadAt: Instant | undefined;
  /** It stands with a person whose texts are read (S1). */
  qualifies: boolean;
  said: ReadingCorrection;
  /** Where its text can be read; absent when its account is closed. */
  place: TextPlace | undefined;
};

/** Longer threads are shown so far, from their beginning. */
const threadMessagesMax = 200;

/** The thread that a message stands in, if it has anything to do with the contact; else nothing. */
export async function readThread(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  message: MessageId,
): Promise<ThreadMessage[]> {
  const { rows } = await sql<Row>`
    with thread as (
      select root_key from message where owner_id = ${owner} and message_id = ${message}
    ), person as (
      select value from identity where owner_id = ${owner} and contact_id = ${contact} and kind = 'address'
    )
    select message.*, said.kind as said_kind, said.meaning as said_meaning, place.place_account, place.place_path, place.place_ref,
      sender.verdict, sender.score, sender.because,
      exists (select from owner_address mine where mine.owner_id = message.owner_id and mine.address = message.from_address
        and mine.standing in ('said', 'inferred')) as by_owner,
      exists (select from interaction join contact using (owner_id, contact_id)
        where interaction.owner_id = message.owner_id and interaction.source_id = message.message_id and ${qualifies(owner)})
        or ${inAskedThread(owner, "message")} as qualifies,
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', role, 'address', address, 'name', name)) order by role, address)
        from message_recipient r where r.owner_id = message.owner_id and r.account_id = message.account_id
          and r.message_id = message.message_id), '[]') as recipients_named
    from message
      left join reading_correction said using (owner_id, account_id, message_id)
      left join sender on sender.owner_id = message.owner_id and sender.address = message.from_address
      left join ${textPlace(owner)} on true
    where message.owner_id = ${owner} and root_key = (select root_key from thread)
      and exists (select from message any_one where any_one.owner_id = ${owner} and any_one.root_key = message.root_key
        and (any_one.from_address in (select value from person) or exists (
          select from message_recipient r where r.owner_id = any_one.owner_id and r.account_id = any_one.account_id
            and r.message_id = any_one.message_id and r.address in (select value from person))))
    order by sent_at nulls last, message.message_id limit ${threadMessagesMax}
  `.execute(connection);
  return rows.map(messageOf);
}

type Row = {
  message_id: MessageId;
  header_id: string | null;
  sent_at: Instant | null;
  sent_offset_minutes: number | null;
  from_address: Address | null;
  from_name: string | null;
  subject: string;
  in_reply_to: string | null;
  labels: string[];
  delivered_to: Address[];
  content_type: string;
  signals: unknown;
  text_kept: string | null;
  text_kept_until: Instant | null;
  text_read_at: Instant | null;
  said_kind: SaidKind | null;
  said_meaning: SaidMeaning | null;
  verdict: SenderTable["verdict"] | null;
  score: number | null;
  because: unknown;
  by_owner: boolean;
  qualifies: boolean;
  recipients_named: unknown;
} & PlaceRow;

function messageOf(row: Row): ThreadMessage {
  const recipients = storedRecipients.parse(row.recipients_named);
  const inRole = (wanted: string): Correspondent[] =>
    recipients.filter(({ role }) => role === wanted).map(({ role: _, ...one }) => one);
  return {
    messageId: row.message_id,
    headers: {
      ...(row.header_id !== null && { messageId: row.header_id }),
      ...(row.in_reply_to !== null && { inReplyTo: row.in_reply_to }),
      references: row.in_reply_to === null ? [] : [row.in_reply_to],
      ...(row.sent_at !== null && { sentAt: row.sent_at }),
      ...(row.sent_offset_minutes !== null && { sentOffsetMinutes: row.sent_offset_minutes }),
      from: { address: row.from_address ?? "", ...(row.from_name !== null && { name: row.from_name }) },
      to: inRole("to"),
      cc: inRole("cc"),
      bcc: inRole("bcc"),
      replyTo: [],
      deliveredTo: row.delivered_to,
      subject: row.subject,
      labels: row.labels,
      contentType: row.content_type,
      signals: storedSignals.parse(row.signals),
    },
    byOwner: row.by_owner,
    sender:
      row.verdict === null || row.score === null
        ? undefined
        : { verdict: row.verdict, score: row.score, because: becauseOf(row.because) },
    textKept: row.text_kept ?? undefined,
    textKeptUntil: row.text_kept_until ?? undefined,
    textReadAt: row.text_read_at ?? undefined,
    qualifies: row.qualifies,
    said: {
      ...(row.said_kind !== null && { kind: row.said_kind }),
      ...(row.said_meaning !== null && { meaning: row.said_meaning }),
    },
    place: placeOf(row),
  };
}

const storedRecipients = z.array(
  z.object({ role: z.enum(["to", "cc", "bcc"]), address: z.string(), name: z.string().exactOptional() }),
);

export const storedSignals = z.object({
  listId: z.string().exactOptional(),
  listHeaders: z.literal(true).exactOptional(),
  precedence: z.string().exactOptional(),
  autoSubmitted: z.string().exactOptional(),
  autoResponseSuppress: z.string().exactOptional(),
  autoreply: z.string().exactOptional(),
  feedbackId: z.literal(true).exactOptional(),
  emptyReturnPath: z.literal(true).exactOptional(),
  failedRecipients: z.array(z.string()).exactOptional(),
  mailerMarks: z.array(z.string()).exactOptional(),
  dmarcFailed: z.literal(true).exactOptional(),
  calendar: z.literal(true).exactOptional(),
});

export type OfferWritten = {
  offer: Offer;
  locale: string;
  writtenAt: Instant;
  /** It left in a letter, and stands with a life of its own. */
  offerId?: OfferId;
  /** It asks for the times of a meeting of several. */
  groupId?: GroupMeetingId;
};

/** The letters that offer times, by whom they are to, oldest first. A withdrawn or rejected one was never an offer. */
export async function readOffers(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, OfferWritten[]>> {
  const rows = await connection
    .selectFrom("draft")
    .leftJoin("offer as made", (join) =>
      join.onRef("made.owner_id", "=", "draft.owner_id").onRef("made.draft_id", "=", "draft.draft_id"),
    )
    .leftJoin("group_letter", (join) =>
      join.onRef("group_letter.owner_id", "=", "draft.owner_id").onRef("group_letter.draft_id", "=", "draft.draft_id"),
    )
    .leftJoin("offer as shared", (join) =>
      join
        .onRef("shared.owner_id", "=", "group_letter.owner_id")
        .onRef("shared.group_id", "=", "group_letter.group_id")
        .on("shared.state", "in", ["open", "accepted"]),
    )
    .select(["draft.contact_id", "draft.offer", "draft.locale", "draft.created_at", "made.offer_id"])
    .select(["shared.offer_id as shared_offer_id", "group_letter.group_id"])
    .where("draft.owner_id", "=", owner)
    .where(sql<boolean>`draft.contact_id = any(${[...contacts]}::uuid[])`)
    .where("draft.offer", "is not", null)
    .where("draft.state", "not in", ["withdrawn", "rejected"])
    .orderBy("draft.created_at")
    .orderBy("draft.draft_id")
    .execute();
  const found = new Map<ContactId, OfferWritten[]>();
  for (const { contact_id, offer, locale, created_at, group_id, ...row } of rows) {
    const made = offerOf(offer);
    if (made === undefined || made.times.length === 0) continue;
    const known = found.get(contact_id) ?? [];
    const offer_id = row.offer_id ?? row.shared_offer_id;
    const life = { ...(offer_id !== null && { offerId: offer_id }), ...(group_id !== null && { groupId: group_id }) };
    known.push({ offer: made, locale, writtenAt: created_at, ...life });
    found.set(contact_id, known);
  }
  return found;
}
