/** Messages of mail systems that nobody has looked at yet, and the letters of ours that they may be about. */
import { sql } from "kysely";
import type { ContactId, DraftId, MessageId, OwnerId } from "../../domain/ids.ts";
import type { Address, MessageHeaders } from "../../domain/mail/message.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { type PlaceRow, placeOf, type TextPlace, textPlace } from "../text-places.ts";
import { storedSignals } from "./threads.ts";

export type SystemMessage = { messageId: MessageId; rootKey: string; headers: MessageHeaders; place: TextPlace };

/** Since an instant, oldest first, as long as none of them was settled. */
export async function systemMessages(connection: Connection, owner: OwnerId, since: Instant): Promise<SystemMessage[]> {
  const { rows } = await sql<Row>`
    select message.message_id, message.root_key, message.from_address, message.from_name, message.sent_at, message.subject,
      message.in_reply_to, message.content_type, message.signals, place.place_account, place.place_path, place.place_ref
    from message join ${textPlace(owner)} on true
    where message.owner_id = ${owner} and message.sent_at >= ${since} and message.from_address is not null
      and (message.marks && array['delivery_report', 'failed_recipients', 'empty_return_path']
        or message.from_address like 'mailer-daemon@%' or message.from_address like 'postmaster@%')
      and not exists (select from answer where answer.owner_id = message.owner_id and answer.message_id = message.message_id)
    order by message.sent_at, message.message_id
  `.execute(connection);
  return rows.flatMap((row) => {
    const place = placeOf(row);
    return place === undefined
      ? []
      : [{ messageId: row.message_id, rootKey: row.root_key, headers: headersOf(row), place }];
  });
}

export type LetterOut = {
  draftId: DraftId;
  contactId: ContactId;
  to: Address;
  sentAt: Instant;
  /** As it stands in the owner's mail; absent while no scan has found it. */
  headerId: string | null;
  rootKey: string | null;
};

/** Letters of ours that left since an instant, the newest first. */
export async function lettersOut(connection: Connection, owner: OwnerId, since: Instant): Promise<LetterOut[]> {
  const { rows } = await sql<LetterOut>`
    select draft.draft_id as "draftId", draft.contact_id as "contactId", draft.to_address as "to", draft.changed_at as "sentAt",
      found.header_id as "headerId", found.root_key as "rootKey"
    from draft
      left join effect on effect.owner_id = draft.owner_id and effect.kind = 'send_letter'
        and effect.detail->>'draftId' = draft.draft_id::text and effect.state = 'done'
      left join lateral (select message.header_id, message.root_key from message_place place join message using (owner_id, message_id)
        where place.owner_id = draft.owner_id and place.ref = effect.detail->>'messageRef' limit 1) found on true
    where draft.owner_id = ${owner} and draft.state = 'sent' and draft.changed_at >= ${since}
    order by draft.changed_at desc, draft.draft_id
  `.execute(connection);
  return rows;
}

type Row = {
  message_id: MessageId;
  root_key: string;
  from_address: Address;
  from_name: string | null;
  sent_at: Instant;
  subject: string;
  in_reply_to: string | null;
  content_type: string;
  signals: unknown;
} & PlaceRow;

const headersOf = (row: Row): MessageHeaders => ({
  references: row.in_reply_to === null ? [] : [row.in_reply_to],
  ...(row.in_reply_to !== null && { inReplyTo: row.in_reply_to }),
  from: { address: row.from_address, ...(row.from_name !== null && { name: row.from_name }) },
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  deliveredTo: [],
  subject: row.subject,
  labels: [],
  contentType: row.content_type,
  signals: storedSignals.parse(row.signals),
  sentAt: row.sent_at,
});
