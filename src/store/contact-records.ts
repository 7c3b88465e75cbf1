/** What happened with a person, in order: rows are added, and never changed. */
import type { Because } from "../domain/because.ts";
import type { ContactId, OwnerId, RecordId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type RecordedWhat =
  | "approved"
  | "taken_back"
  | "sent"
  | "not_sent"
  | "offered"
  | "answered"
  | "held"
  | "released"
  | "booked"
  | "moved"
  | "called_off"
  | "took_place"
  | "no_show"
  | "stopped";

export type ContactRecord = {
  recordId: RecordId;
  contactId: ContactId;
  at: Instant;
  what: RecordedWhat;
  /** The table of what it is about, and its row there. */
  subject: { kind: string; id?: string };
  because: readonly Because[];
};

export async function addRecord(connection: Connection, owner: OwnerId, record: ContactRecord): Promise<void> {
  const { recordId, contactId, at, what, subject, because } = record;
  await connection
    .insertInto("contact_record")
    .values({
      owner_id: owner,
      record_id: recordId,
      contact_id: contactId,
      at,
      what,
      subject_kind: subject.kind,
      subject_id: subject.id ?? null,
      because: json(because),
    })
    .execute();
}
