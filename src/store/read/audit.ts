/** Every approval, and everything that left or was written outside: who or what approved it, what that covered, what became of it. */
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { BookingState, EventState } from "../../domain/booking/booking.ts";
import type { SendingState } from "../../domain/draft/sending.ts";
import type { ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import type { OwnersDeed } from "../../domain/owners-deed.ts";
import type { Instant } from "../../domain/time.ts";
import type { WrittenKind, WrittenState } from "../../domain/write-back/written.ts";
import type { Connection } from "../database.ts";
import type { ApprovalTable, BookingTable, DraftTable } from "../tables.ts";
import { isFoundBy } from "./found-by.ts";
import { isBackwards, type Seek, type SoughtPage, soughtPage } from "./seek.ts";

/** Names a line; not an id of anything else. */
export type AuditLineId = string & { readonly line: unique symbol };

export type AuditLine = {
  lineId: AuditLineId;
  at: Instant;
  /** Undefined where it is about nobody: the daily mail to the owner. */
  person: { contactId: ContactId; name: string } | undefined;
} & AuditWhat;

export type AuditWhat =
  /** A yes to a letter, and what became of it. */
  | {
      what: "letter";
      way: ApprovalTable["way"];
      draftId: DraftId;
      kind: string;
      subject: string;
      wasEdited: boolean;
      covers: { times: number; reminders: number; confirmation: boolean };
      takenBackAt?: Instant;
      /** Undefined where the owner sends by hand. */
      sending?: SendingState;
      letter: DraftTable["state"];
      because?: string;
    }
  /** Sent by the owner's own hand, without an approval here. */
  | { what: "sent_by_hand"; draftId: DraftId; kind: string; subject: string }
  | {
      what: "meeting";
      source: BookingTable["source"];
      title: string;
      startsAt: Instant;
      state: BookingState;
      entry: EventState;
    }
  | { what: "digest"; subject: string; sending: SendingState; because?: string }
  /** Written into an account because the owner ticked it. */
  | { what: "written"; kind: WrittenKind; state: WrittenState; because?: string }
  | { what: "contact_stopped" }
  | { what: "contact_allowed" }
  /** Nobody is named: that is the point. */
  | { what: "contact_erased" }
  /** By an operator, about those at home. */
  | { what: OwnersDeed };

export type AuditWanted = { search: string; seek: Seek<AuditLineId>; rowsMax: number };

/** The newest first. A search finds by the words of the person. */
export async function readAudit(
  connection: Connection,
  owner: OwnerId,
  { search, seek, rowsMax }: AuditWanted,
): Promise<SoughtPage<AuditLine>> {
  const isBack = isBackwards(seek);
  const { rows } = await sql<AuditRow>`
    with line as (${lines(owner)})
    select line.id, line.at, line.what, jsonb_strip_nulls(line.detail) as detail, contact.contact_id, contact.name
    from line left join contact on contact.owner_id = ${owner} and contact.contact_id = line.contact_id
    where ${isFoundBy(search)} ${placeIn(seek)}
    order by ${isBack ? sql`line.at, line.id` : sql`line.at desc, line.id desc`} limit ${rowsMax + 1}
  `.execute(connection);
  return soughtPage(rows.map(lineOf), { seek, rowsMax });
}

function placeIn(seek: Seek<AuditLineId>): RawBuilder<unknown> {
  if (!("id" in seek)) return sql``;
  const beside = sql`(select other.at, other.id from line other where other.id = ${seek.id}::uuid)`;
  return seek.to === "after" ? sql`and (line.at, line.id) < ${beside}` : sql`and (line.at, line.id) > ${beside}`;
}

const lines = (owner: OwnerId) => sql`
  select approval_id as id, approved_at as at, 'letter' as what, draft.contact_id, jsonb_build_object(
      'way', way, 'draftId', draft.draft_id, 'kind', draft.kind, 'subject', draft.subject, 'wasEdited', was_edited,
      'covers', jsonb_build_object('times', jsonb_array_length(covers->'times'),
        'reminders', jsonb_array_length(coalesce(covers->'nudges', '[]')), 'confirmation', covers ? 'confirmation'),
      'takenBackAt', ${instantText("taken_back_at")},
      'sending', effect.state, 'letter', draft.state,
      'because', coalesce(effect.because, draft.ended_because->0->>'text')) as detail
    from approval join draft using (owner_id, draft_id)
      left join effect on effect.owner_id = approval.owner_id and effect.key = 'send_letter:' || approval_id
    where approval.owner_id = ${owner}
  union all
  select audit_id, audit.at, 'sent_by_hand', draft.contact_id,
      jsonb_build_object('draftId', draft_id, 'kind', draft.kind, 'subject', draft.subject)
    from audit join draft on draft.owner_id = audit.owner_id and draft.draft_id = audit.subject_id
    where audit.owner_id = ${owner} and audit.what = 'letter_sent'
      and not exists (select from approval where approval.owner_id = audit.owner_id and approval.draft_id = draft.draft_id
        and taken_back_at is null)
  union all
  select booking_id, created_at, 'meeting', contact_id, jsonb_build_object(
      'source', source, 'title', body->>'title', 'startsAt', ${instantText("starts_at")}, 'state', state, 'entry', event_state)
    from booking where owner_id = ${owner}
  union all
  select effect_id, created_at, 'digest', null, jsonb_build_object(
      'subject', coalesce(digest.subject, ''), 'sending', effect.state, 'because', effect.because)
    from effect left join digest on digest.owner_id = effect.owner_id and digest.digest_id::text = effect.detail->>'digestId'
    where effect.owner_id = ${owner} and kind = 'send_digest'
  union all
  select key::uuid, written.changed_at, 'written', coalesce(follow_up.contact_id, written.subject_id), jsonb_build_object(
      'kind', written.kind, 'state', written.state, 'because', written.because)
    from written left join follow_up on follow_up.owner_id = written.owner_id and follow_up.follow_up_id = written.subject_id
    where written.owner_id = ${owner} and written.state <> 'wanted'
  union all
  select audit_id, at, what, subject_id, '{}'::jsonb from audit
    where owner_id = ${owner} and what in ('contact_stopped', 'contact_allowed', 'contact_erased')
  union all
  select audit_id, at, what, null, '{}'::jsonb from audit where owner_id = ${owner} and subject_kind = 'owner'`;

/** As instants are written everywhere: a jsonb value knows no zone. */
const instantText = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type AuditRow = {
  id: AuditLineId;
  at: Instant;
  what: AuditWhat["what"];
  detail: unknown;
  contact_id: ContactId | null;
  name: string | null;
};

const storedFields = z.record(z.string(), z.unknown());

function lineOf({ id, at, what, detail, contact_id, name }: AuditRow): AuditLine {
  const person = contact_id === null || name === null ? undefined : { contactId: contact_id, name };
  // Put together by the query above, of tags that the checks of their tables hold.
  return { lineId: id, at, person, ...({ ...storedFields.parse(detail), what } as AuditWhat) };
}
