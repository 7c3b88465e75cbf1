/** Letters in the threads with people who were asked for something, since they were asked: what an answer is read from. */
import { sql } from "kysely";
import { z } from "zod";
import type { ContactId, MessageId, OwnerId } from "../../domain/ids.ts";
import type { Address, Correspondent } from "../../domain/mail/message.ts";
import { type SaidMeaning, saidMeanings } from "../../domain/reply/reading-correction.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { isAutomatic } from "../reading-corrections.ts";
import { inAskedThread } from "../texts.ts";

export type Reply = {
  messageId: MessageId;
  /** The person who was asked; others may have written the letter. */
  contactId: ContactId;
  contactName: string;
  contactAddresses: Address[];
  from: Correspondent;
  /** To and Cc. */
  recipients: Address[];
  at: Instant;
  /** The kept new text. */
  text: string;
  /** Whoever took it in says that it is not from whom it names. */
  isForged: boolean;
  /** The owner's word about it. */
  said: SaidMeaning | undefined;
};

/** By hand, since the newest sequence of each person began, or they were asked to a group; oldest first. */
export async function readReplies(connection: Connection, owner: OwnerId): Promise<Reply[]> {
  const { rows } = await sql<Omit<Reply, "said" | "from"> & { said: string | null; from: unknown }>`
    with asked as (
      select contact_id, max(started_at) as started_at from enrolment where owner_id = ${owner} group by contact_id
      union all
      select contact_id, max(sent_at) from group_letter where owner_id = ${owner} group by contact_id
    ), newest as (
      select contact_id, min(started_at) as started_at from asked group by contact_id
    ), letter as (
      select newest.contact_id, interaction.source_id as message_id
      from newest join interaction on interaction.owner_id = ${owner} and interaction.contact_id = newest.contact_id
      where interaction.source_kind = 'message' and interaction.direction = 'inbound' and interaction.depth <> 'passive'
        and interaction.at > newest.started_at
      union
      select newest.contact_id, message.message_id
      from newest join interaction known on known.owner_id = ${owner} and known.contact_id = newest.contact_id
        and known.source_kind = 'message' and known.depth <> 'passive'
      join message root on root.owner_id = ${owner} and root.message_id = known.source_id
      join message on message.owner_id = ${owner} and message.root_key = root.root_key
      where message.sent_at > newest.started_at and ${inAskedThread(owner, "message")}
        and not exists (select from identity own where own.owner_id = ${owner} and own.contact_id = newest.contact_id
          and own.kind = 'address' and own.value = message.from_address)
    )
    select message.message_id as "messageId", message.signals ? 'dmarcFailed' as "isForged", letter.contact_id as "contactId", contact.name as "contactName", message.sent_at as at,
      jsonb_strip_nulls(jsonb_build_object('address', message.from_address, 'name', message.from_name)) as "from",
      array(select value from identity where identity.owner_id = ${owner} and identity.contact_id = letter.contact_id
        and kind = 'address' order by value) as "contactAddresses",
      array(select address from message_recipient r where r.owner_id = ${owner} and r.account_id = message.account_id
        and r.message_id = message.message_id and r.role in ('to', 'cc') order by address) as recipients,
      message.text_kept as text, said.meaning as said
    from letter join contact on contact.owner_id = ${owner} and contact.contact_id = letter.contact_id
      join message on message.owner_id = ${owner} and message.message_id = letter.message_id
      left join reading_correction said on said.owner_id = ${owner} and said.account_id = message.account_id
        and said.message_id = message.message_id
    where message.text_kept is not null and message.from_address is not null and not ${isAutomatic(owner, "message")}
    order by message.sent_at, message.message_id
  `.execute(connection);
  return rows.map(({ said, from, ...row }) => ({
    ...row,
    from: correspondent.parse(from),
    said: saidMeanings.find((one) => one === said),
  }));
}

const correspondent = z.object({ address: z.string(), name: z.string().exactOptional() });
