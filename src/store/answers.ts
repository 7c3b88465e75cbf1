/** What people answered, as it was read, and what it led to: each letter is settled once. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import { type TimesWish, timesWish } from "../domain/booking/times-wish.ts";
import type { AnswerId, BookingId, ContactId, MessageId, OfferId, OwnerId } from "../domain/ids.ts";
import type { ReplyClass } from "../domain/plan/enrolment.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";
import type { AnswerTable } from "./tables.ts";

export type LedTo = AnswerTable["led_to"];

export type KeptAnswer = {
  answerId: AnswerId;
  contactId: ContactId;
  /** The letter that it was read from; absent for what the owner pasted or they wrote on a page. */
  messageId?: MessageId;
  source: AnswerTable["source"];
  writtenAt: Instant;
  meaning: ReplyClass;
  /** The owner's word about it, when it was settled. */
  said?: string;
  ledTo: LedTo;
  /** Why it was read so, and what it led to. */
  because: readonly Because[];
  offerId?: OfferId;
  bookingId?: BookingId;
  /** A time of theirs that was free, for the owner to agree to. */
  proposesAt?: Instant;
  wish?: TimesWish;
  /** open: the owner has something to say. */
  state: AnswerTable["state"];
  text?: string;
};

/** Settled anew, as by the owner's word, it takes the place of what it was. */
export async function saveAnswer(
  connection: Connection,
  owner: OwnerId,
  answer: KeptAnswer,
  { at, keptUntil }: { at: Instant; keptUntil: Instant },
): Promise<void> {
  const { contactId, source, writtenAt, meaning, ledTo, state } = answer;
  const settled = {
    meaning,
    said: answer.said ?? null,
    led_to: ledTo,
    because: json(answer.because),
    offer_id: answer.offerId ?? null,
    booking_id: answer.bookingId ?? null,
    proposes_at: answer.proposesAt ?? null,
    wish: answer.wish === undefined ? null : json(answer.wish),
    state,
    text_kept_until: keptUntil,
    changed_at: at,
  };
  await connection
    .insertInto("answer")
    .values({
      owner_id: owner,
      answer_id: answer.answerId,
      contact_id: contactId,
      message_id: answer.messageId ?? null,
      source,
      written_at: writtenAt,
      confirmation_hash: null,
      text_kept: answer.text?.replaceAll("\u0000", "") ?? null,
      ...settled,
    })
    .onConflict((conflict) =>
      conflict.columns(["owner_id", "answer_id"]).doUpdateSet({ ...settled, version: sql`answer.version + 1` }),
    )
    .execute();
}

export async function findAnswer(
  connection: Connection,
  owner: OwnerId,
  id: AnswerId,
): Promise<KeptAnswer | undefined> {
  const row = await connection
    .selectFrom("answer")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("answer_id", "=", id)
    .executeTakeFirst();
  return row && answerOf(row);
}

/** Of letters, by the letter and the person: who is settled already, and by which word of the owner's. */
export async function settledLetters(
  connection: Connection,
  owner: OwnerId,
): Promise<Map<string, Pick<KeptAnswer, "answerId" | "said" | "bookingId" | "ledTo">>> {
  const rows = await connection
    .selectFrom("answer")
    .select(["answer_id", "contact_id", "message_id", "said", "booking_id", "led_to"])
    .where("owner_id", "=", owner)
    .where("message_id", "is not", null)
    .execute();
  return new Map(
    rows.map((row) => [
      letterKey(row.contact_id, row.message_id!),
      {
        answerId: row.answer_id,
        ledTo: row.led_to,
        ...(row.said !== null && { said: row.said }),
        ...(row.booking_id !== null && { bookingId: row.booking_id }),
      },
    ]),
  );
}

export const letterKey = (contactId: ContactId, messageId: MessageId): string => `${contactId} ${messageId}`;

/** Which other times suit somebody, by what the letter with them is about. */
export async function wishesSince(
  connection: Connection,
  owner: OwnerId,
  since: Instant,
): Promise<Map<AnswerId, KeptAnswer>> {
  const rows = await connection
    .selectFrom("answer")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("wish", "is not", null)
    .where("changed_at", ">=", since)
    .orderBy("answer_id")
    .execute();
  return new Map(rows.map((row) => [row.answer_id, answerOf(row)]));
}

/** The owner's yes to the time that it names, with the words in which it will be confirmed. */
export async function agreeToAnswer(
  connection: Connection,
  owner: OwnerId,
  id: AnswerId,
  confirmationHash: Buffer,
): Promise<void> {
  await connection
    .updateTable("answer")
    .set({ confirmation_hash: confirmationHash, version: sql`version + 1` })
    .where("owner_id", "=", owner)
    .where("answer_id", "=", id)
    .where("state", "=", "open")
    .execute();
}

/** What came of it: false when the answer changed meanwhile, or asked the owner for nothing. */
export async function closeAnswer(
  connection: Connection,
  owner: OwnerId,
  id: AnswerId,
  done: { ledTo?: LedTo; bookingId?: BookingId; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("answer")
    .set({
      state: "settled",
      ...(done.ledTo !== undefined && { led_to: done.ledTo }),
      ...(done.bookingId !== undefined && { booking_id: done.bookingId }),
      version: sql`version + 1`,
      changed_at: done.at,
    })
    .where("owner_id", "=", owner)
    .where("answer_id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The words of confirmation that the owner saw when they agreed to a time of theirs; undefined when they agreed to none. */
export async function agreedTo(
  connection: Connection,
  owner: OwnerId,
  contact: ContactId,
  startsAt: Instant,
): Promise<Buffer | undefined> {
  const row = await connection
    .selectFrom("answer")
    .select("confirmation_hash")
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .where("proposes_at", "=", startsAt)
    .where("confirmation_hash", "is not", null)
    .orderBy("written_at", "desc")
    .orderBy("answer_id")
    .limit(1)
    .executeTakeFirst();
  return row?.confirmation_hash ?? undefined;
}

type AnswerRow = Omit<{ [Column in keyof AnswerTable]: AnswerTable[Column] }, "because" | "wish" | "version"> & {
  because: unknown;
  wish: unknown;
};

const answerOf = (row: AnswerRow): KeptAnswer => ({
  answerId: row.answer_id,
  contactId: row.contact_id,
  ...(row.message_id !== null && { messageId: row.message_id }),
  source: row.source,
  writtenAt: row.written_at,
  meaning: row.meaning,
  ...(row.said !== null && { said: row.said }),
  ledTo: row.led_to,
  because: row.because as Because[],
  ...(row.offer_id !== null && { offerId: row.offer_id }),
  ...(row.booking_id !== null && { bookingId: row.booking_id }),
  ...(row.proposes_at !== null && { proposesAt: row.proposes_at }),
  ...(row.wish !== null && { wish: timesWish.parse(row.wish) }),
  state: row.state,
  ...(row.text_kept !== null && { text: row.text_kept }),
});
