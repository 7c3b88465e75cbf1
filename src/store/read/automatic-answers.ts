/** Automatic answers whose text is kept: what a program said in a person's place (M3). */
import { sql } from "kysely";
import type { OwnerId } from "../../domain/ids.ts";
import type { Address, MessageHeaders } from "../../domain/mail/message.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { isAutomatic } from "../reading-corrections.ts";
import { storedSignals } from "./threads.ts";

/** Oldest first; of the headers those that tell an automatic answer and its day. */
export async function readAutomaticAnswers(
  connection: Connection,
  owner: OwnerId,
): Promise<{ headers: MessageHeaders; text: string }[]> {
  const { rows } = await sql<{
    from_address: Address;
    sent_at: Instant | null;
    subject: string;
    in_reply_to: string | null;
    content_type: string;
    signals: unknown;
    text_kept: string;
  }>`
    select from_address, sent_at, subject, in_reply_to, content_type, signals, text_kept from message
    where owner_id = ${owner} and text_kept is not null and from_address is not null and ${isAutomatic(owner, "message")}
    order by sent_at, message_id
  `.execute(connection);
  return rows.map((row) => ({
    headers: {
      references: row.in_reply_to === null ? [] : [row.in_reply_to],
      from: { address: row.from_address },
      to: [],
      cc: [],
      bcc: [],
      replyTo: [],
      deliveredTo: [],
      subject: row.subject,
      labels: [],
      contentType: row.content_type,
      signals: storedSignals.parse(row.signals),
      ...(row.sent_at !== null && { sentAt: row.sent_at }),
      ...(row.in_reply_to !== null && { inReplyTo: row.in_reply_to }),
    },
    text: row.text_kept,
  }));
}
