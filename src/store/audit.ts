/** What can never be unsaid (R41): stops, their lifting, erasures, approvals, letters that left. Append-only; ids and hashes, never texts or addresses. */
import type { ContactId, DraftId, InvitationId, OwnerId } from "../domain/ids.ts";
import type { OwnersDeed } from "../domain/owners-deed.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type AuditEntry = { auditId: string; at: Instant } & (
  | { what: "contact_stopped" | "contact_allowed" | "contact_erased"; contactId: ContactId }
  /** Approved, the yes taken back, or left: the hash is that of its text. */
  | { what: "letter_approved" | "approval_taken_back" | "letter_sent"; draftId: DraftId; textHash: Buffer }
  /** What an operator did with those at home; the subject is another owner, or an invitation. */
  | { what: OwnersDeed; subjectId: OwnerId | InvitationId }
);

export async function addAudit(connection: Connection, owner: OwnerId, entry: AuditEntry): Promise<void> {
  const { auditId, at, what } = entry;
  const subject =
    "draftId" in entry
      ? { subject_kind: "draft", subject_id: entry.draftId, hash: entry.textHash }
      : "subjectId" in entry
        ? { subject_kind: "owner", subject_id: entry.subjectId, hash: null }
        : { subject_kind: "contact", subject_id: entry.contactId, hash: null };
  await connection
    .insertInto("audit")
    .values({ owner_id: owner, audit_id: auditId, at, what, ...subject })
    .execute();
}
