/**
 * The columns of every table, as the pool's parsers give them: instants, days and zones as our text forms, counts as
 * numbers, jsonb as parsed but untrusted values (zod reads them where they are used). The schema itself is in migrations/.
 */
import type { ColumnType, Generated } from "kysely";
import type {
  AccountId,
  AnswerId,
  ApprovalId,
  BookingId,
  CardId,
  ChannelId,
  CompanyId,
  ContactId,
  DebriefId,
  DigestId,
  DraftId,
  EffectId,
  EnrolmentId,
  EventId,
  ExportId,
  FactId,
  FeedId,
  FollowUpId,
  GroupId,
  GroupMeetingId,
  HoldId,
  ImportId,
  InvitationId,
  LedgerEntryId,
  LoggedId,
  MessageId,
  OfferId,
  OwnerId,
  PlanItemId,
  RecordId,
  SessionId,
  WantedId,
} from "../domain/ids.ts";
import type { ReplyClass } from "../domain/plan/enrolment.ts";
import type { ExportState } from "../domain/privacy/exporting.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import type { WrittenKind, WrittenState } from "../domain/write-back/written.ts";

/** jsonb: unknown on the way out, JSON text on the way in (`json(value)` in database.ts). */
export type Json = ColumnType<unknown, string, string>;
export type NullableJson = ColumnType<unknown, string | null, string | null>;

export type OwnerTable = {
  owner_id: OwnerId;
  name: string | null;
  name_said: Generated<boolean>;
  locale: string;
  addresses_sure: Generated<boolean>;
  passphrase_hash: string | null;
  created_at: Instant;
  role: Generated<OwnerRole>;
  sign_in_name: string | null;
};

export type OwnerRole = "owner" | "operator";

export type OwnerInvitationTable = {
  owner_id: OwnerId;
  invitation_id: InvitationId;
  token_hash: Buffer;
  created_at: Instant;
  ends_at: Instant;
  used_at: Instant | null;
};

export type OwnerZoneTable = {
  owner_id: OwnerId;
  from_day: PlainDate;
  zone: string;
  because: string;
};

export type OwnerAddressTable = {
  owner_id: OwnerId;
  address: string;
  because: Json;
  score: number;
  standing: "inferred" | "said" | "refused" | "possible";
};

export type SessionTable = {
  owner_id: OwnerId;
  session_id: SessionId;
  token_hash: Buffer;
  created_at: Instant;
  seen_at: Instant;
  ends_at: Instant;
};

export type AccountTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  provider: "archive" | "google" | "microsoft";
  name: string;
  state: "open" | "reconnect" | "waiting_admin" | "closing" | "closed";
  because: string | null;
  created_at: Instant;
  identity_key: string | null;
  address: string | null;
  tenant: string | null;
  scopes: Generated<string[]>;
  wishes: Generated<string[]>;
  aliases: Generated<string[]>;
  access_ends_on: PlainDate | null;
  connected_at: Instant | null;
  calendars_listed_at: Instant | null;
};

export type SettingTable = {
  owner_id: OwnerId;
  name: string;
  value: Json;
  set_at: Instant;
};

export type EffectTable = {
  owner_id: OwnerId;
  effect_id: EffectId;
  account_id: AccountId | null;
  kind: string;
  key: string;
  state: "ready" | "claimed" | "prepared" | "sending" | "done" | "unknown" | "withdrawn" | "ask_owner";
  payload_hash: Buffer;
  fence: Generated<number>;
  claimed_until: Instant | null;
  detail: Json;
  because: string | null;
  version: Generated<number>;
  created_at: Instant;
  changed_at: Instant;
};

export type TimerTable = {
  owner_id: OwnerId;
  kind: string;
  subject_id: string;
  due_at: Instant;
  lease_until: Instant | null;
  attempts: Generated<number>;
  last_error: string | null;
};

export type DecisionTable = {
  owner_id: OwnerId;
  subject_kind: string;
  subject_id: string;
  kind: string;
  rule: string;
  outcome: string;
  because: Json;
  inputs: Json;
  decided_at: Instant;
  fingerprint: string | null;
};

export type AuditTable = {
  owner_id: OwnerId;
  audit_id: string;
  at: Instant;
  what: string;
  subject_kind: string;
  subject_id: string | null;
  hash: Buffer | null;
};

export type SuppressionTable = {
  owner_id: OwnerId;
  address_hash: Buffer;
  reason: string;
  source: string;
  at: Instant;
};

export type KeyCheckTable = {
  name: string;
  sealed: Buffer;
  made_at: Instant;
};

export type ImportTable = {
  owner_id: OwnerId;
  import_id: ImportId;
  account_id: AccountId;
  path: string;
  name: string;
  fingerprint: string;
  kept_by_us: boolean;
  csv_mapping: NullableJson;
  state: "waiting" | "reading" | "stopped" | "read" | "failed" | "undone";
  because: string | null;
  cursor: string | null;
  bytes_done: Generated<number>;
  bytes_total: Generated<number>;
  messages: Generated<number>;
  events: Generated<number>;
  cards: Generated<number>;
  repeated: Generated<number>;
  started_at: Instant;
  ended_at: Instant | null;
};

export type ImportFileTable = {
  owner_id: OwnerId;
  import_id: ImportId;
  place: string;
  kind: string;
  bytes: number;
};

export type ImportSkippedTable = {
  owner_id: OwnerId;
  import_id: ImportId;
  skipped_no: number;
  place: string;
  position: string | null;
  because: string;
  message: string;
  count: number;
};

export type CalendarTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  name: string;
  last_event_at: Instant | null;
  title: string | null;
  is_main: Generated<boolean>;
  may_write: Generated<boolean>;
  is_chosen: Generated<boolean>;
  unreadable_since: Instant | null;
  because: string | null;
};

export type MessageTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  message_id: MessageId;
  natural_key: string;
  header_id: string | null;
  sent_at: Instant | null;
  sent_offset_minutes: number | null;
  from_address: string | null;
  from_name: string | null;
  subject: string;
  in_reply_to: string | null;
  root_key: string;
  labels: string[];
  delivered_to: string[];
  recipients: number;
  content_type: string;
  signals: Json;
  marks: string[];
  text_kept: string | null;
  text_kept_until: Instant | null;
  text_read_at: Instant | null;
};

export type MessageSignatureTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  message_id: MessageId;
  body: Json;
};

export type MessageRecipientTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  message_id: MessageId;
  role: "to" | "cc" | "bcc";
  address: string;
  name: string | null;
};

export type MessageSourceTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  import_id: ImportId;
  message_id: MessageId;
  ref: string;
};

export type EventTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  event_id: EventId;
  calendar: string;
  uid: string;
  occurrence: string;
  sequence: number;
  title: string;
  place: string | null;
  starts_at: Instant;
  ends_at: Instant;
  all_day: boolean;
  status: "confirmed" | "tentative" | "cancelled";
  kind: "busy" | "free" | "out_of_office" | "focus" | "working_location" | "birthday";
  organiser: string | null;
  recurring: boolean;
  attendees: number;
  body: Json;
  text_kept_until: Instant | null;
};

export type EventAttendeeTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  event_id: EventId;
  address: string;
  name: string | null;
  response: "accepted" | "declined" | "tentative" | "needs_action" | "unknown";
  organiser: boolean;
  resource: boolean;
};

export type EventSourceTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  import_id: ImportId;
  event_id: EventId;
};

export type CardTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  card_id: CardId;
  origin: string;
  key: string;
  name: string | null;
  body: Json;
  is_ours: Generated<boolean>;
};

export type CardAddressTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  card_id: CardId;
  address: string;
};

export type CardSourceTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  import_id: ImportId;
  card_id: CardId;
};

export type SenderTable = {
  owner_id: OwnerId;
  address: string;
  name: string | null;
  verdict: "person" | "machine" | "unsure";
  score: number;
  class: "candidate" | "unsure" | "colleague" | "known" | "machine" | "ignored" | "not_yet";
  because: Json;
  messages: number;
  last_at: Instant | null;
  correction: "person" | "machine" | "ignored" | null;
  corrected_at: Instant | null;
};

export type ContactTable = {
  owner_id: OwnerId;
  contact_id: ContactId;
  name: string;
  greeting_name: string | null;
  greeting_because: string | null;
  company: string | null;
  title: string | null;
  place: string | null;
  zone: string | null;
  locale: string;
  status: "candidate" | "active" | "resting" | "dormant" | "archived" | "blocked";
  purpose: "business" | "friend";
  verification: number;
  class: "candidate" | "unsure" | "colleague" | "known";
  met_at: Instant | null;
  met_on: PlainDate | null;
  met_where: string | null;
  met_channel: "event" | "mail" | "card" | null;
  met_introduced_by: string | null;
  met_why: string | null;
  met_source_kind: "event" | "message" | "card" | "logged" | null;
  met_source_id: string | null;
  met_why_waived: Generated<boolean>;
  met_others: number | null;
  last_touch_at: Instant | null;
  last_conversation_at: Instant | null;
  last_met_at: Instant | null;
  closeness: Generated<number>;
  because: Json;
  version: Generated<number>;
  created_at: Instant;
  changed_at: Instant;
  search: string;
};

export type IdentityTable = {
  owner_id: OwnerId;
  kind: "address" | "phone" | "profile";
  value: string;
  contact_id: ContactId;
  because: string;
};

export type TombstoneTable = {
  owner_id: OwnerId;
  kind: string;
  value: string;
  because: string;
  at: Instant;
};

export type MergeQuestionTable = {
  owner_id: OwnerId;
  addresses: string[];
  because: Json;
  answer: "same" | "different" | null;
  answered_at: Instant | null;
};

export type InteractionTable = {
  owner_id: OwnerId;
  contact_id: ContactId;
  source_kind: "message" | "event" | "logged" | "card";
  source_id: string;
  at: Instant;
  ends_at: Instant | null;
  mode: "in_person" | "video" | "phone" | "email" | "text" | "social" | "post";
  direction: "inbound" | "outbound" | "mutual";
  depth: "conversation" | "thread" | "touch" | "passive";
  others: number;
  title: string | null;
  place: string | null;
  text_kept_until: Instant | null;
};

export type FollowUpTable = {
  owner_id: OwnerId;
  follow_up_id: FollowUpId;
  contact_id: ContactId;
  kind: string;
  about: Generated<string>;
  state: "planned" | "due" | "in_hand" | "satisfied" | "skipped" | "expired" | "cancelled";
  due_at: Instant;
  overdue_at: Instant | null;
  deadline_at: Instant | null;
  snoozed_until: Instant | null;
  because: Json;
  satisfied_by: string | null;
  urgency: Generated<number>;
  step: "invitation" | "nudge" | "closing_note" | null;
  meeting: PlanItemTable["meeting"] | null;
  plan_item_id: PlanItemId | null;
  meet_until: Instant | null;
  way: Generated<"letter" | "call" | "post">;
  version: Generated<number>;
  changed_at: Instant;
};

export type DraftTable = {
  owner_id: OwnerId;
  draft_id: DraftId;
  contact_id: ContactId;
  follow_up_id: FollowUpId;
  version: number;
  kind: string;
  locale: string;
  state: "proposed" | "approved" | "queued" | "sent" | "rejected" | "stale" | "withdrawn" | "failed";
  because: Json;
  to_address: string;
  also_to: Generated<string[]>;
  subject: string;
  body: string;
  text_hash: Buffer;
  offer: NullableJson;
  facts: Json;
  lint: Json;
  question: string | null;
  is_edited: Generated<boolean>;
  ended_because: NullableJson;
  answers_message_id: MessageId | null;
  created_at: Instant;
  changed_at: Instant;
  text_kept_until: Instant | null;
};

export type ContactChoiceTable = {
  owner_id: OwnerId;
  contact_id: ContactId;
  body: Json;
  version: Generated<number>;
  changed_at: Instant;
};

export type ContactMarkTable = { owner_id: OwnerId; mark: "near" | "target"; contact_id: ContactId };

export type FactTable = {
  owner_id: OwnerId;
  fact_id: FactId;
  contact_id: ContactId;
  kind: string;
  text: string;
  quote: string;
  locale: string;
  said_by: "owner" | "person" | "calendar";
  said_at: Instant;
  due_on: PlainDate | null;
  until_on: PlainDate | null;
  place: string | null;
  source_kind: "message" | "event" | "card" | "logged" | "owner";
  source_id: string;
  confidence: number;
  state: "open" | "done" | "refused";
  changed_at: Instant;
  text_kept_until: Instant | null;
};

export type LedgerEntryTable = {
  owner_id: OwnerId;
  entry_id: LedgerEntryId;
  contact_id: ContactId;
  kind: "gave" | "received" | "asked" | "was_asked";
  about: "referral" | "introduction" | "help" | "advice" | "meeting";
  text: string;
  other_contact_id: ContactId | null;
  at: Instant;
  source_kind: "fact" | "draft" | "owner";
  source_id: string;
};

export type PlanTable = {
  owner_id: OwnerId;
  month: PlainDate;
  quotas: Json;
  chosen_at: Instant;
};

export type PlanItemTable = {
  owner_id: OwnerId;
  plan_item_id: PlanItemId;
  month: PlainDate;
  meeting: "coffee" | "lunch" | "call" | "check_in" | "advice_call" | "group";
  number: number;
  state: "open" | "inviting" | "booked" | "took_place" | "missed" | "dropped";
  contact_id: ContactId | null;
  starts_at: Instant | null;
  event_id: EventId | null;
  because: Json;
  version: Generated<number>;
  changed_at: Instant;
  waits: NullableJson;
};

export type PlanLineTable = {
  owner_id: OwnerId;
  plan_item_id: PlanItemId;
  place: number;
  standing: "asked" | "passed" | "next";
  contact_id: ContactId;
  because: Json;
};

export type PersonStandingTable = {
  owner_id: OwnerId;
  contact_id: ContactId;
  standing: "resting" | "quiet";
  until: Instant | null;
  because: Json;
};

export type EnrolmentTable = {
  owner_id: OwnerId;
  enrolment_id: EnrolmentId;
  contact_id: ContactId;
  plan_item_id: PlanItemId | null;
  kind: string;
  state: "active" | "paused" | "exited";
  paused_until: Instant | null;
  exit_reason:
    | "replied"
    | "booked"
    | "declined"
    | "opted_out"
    | "bounced"
    | "left_company"
    | "user_wrote"
    | "satisfied"
    | "exhausted"
    | "cancelled"
    | null;
  steps: Json;
  answers: Generated<Json>;
  started_at: Instant;
  ended_at: Instant | null;
  version: Generated<number>;
  changed_at: Instant;
};

export type LoggedTable = {
  owner_id: OwnerId;
  logged_id: LoggedId;
  contact_id: ContactId;
  mode: "in_person" | "video" | "phone" | "email" | "text" | "social" | "post";
  direction: "inbound" | "outbound" | "mutual";
  outcome: string;
  at: Instant;
  note: string | null;
  draft_id: DraftId | null;
};

export type WantedTable = {
  owner_id: OwnerId;
  wanted_id: WantedId;
  body: Json;
  noted_on: PlainDate;
  appeared: NullableJson;
  appeared_contact_id: ContactId | null;
  appeared_at: Instant | null;
};

export type TargetCompanyTable = {
  owner_id: OwnerId;
  company_id: CompanyId;
  name: string;
  domains: string[];
  missing_role: string | null;
  noted_on: PlainDate;
};

export type ContactGroupTable = {
  owner_id: OwnerId;
  group_id: GroupId;
  name: string;
  event_uid: string | null;
  url: string | null;
  state: "suggested" | "accepted" | "refused";
  body: Json;
  last_reminded_on: PlainDate | null;
  changed_at: Instant;
};

export type DebriefTable = {
  owner_id: OwnerId;
  debrief_id: DebriefId;
  event_id: EventId;
  kind: "meeting" | "large_event";
  title: string;
  place: string | null;
  ended_at: Instant;
  state: "asked" | "answered" | "skipped";
  answer: NullableJson;
  changed_at: Instant;
};

export type SittingTable = {
  owner_id: OwnerId;
  day: PlainDate;
  budget_minutes: number;
  started_at: Instant | null;
  ended_at: Instant | null;
  spent_seconds: Generated<number>;
  done: Generated<number>;
  offered: Json;
};

export type RolloverTable = {
  owner_id: OwnerId;
  item_key: string;
  times: number;
  last_day: PlainDate;
};

export type LetterTemplateTable = {
  owner_id: OwnerId;
  kind: string;
  voice: "business" | "friend";
  locale: string;
  text: string;
  version: Generated<number>;
  saved_at: Instant;
};

export type ReadingCorrectionTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  message_id: MessageId;
  kind: "person" | "auto_reply" | null;
  meaning:
    | "accept"
    | "counter"
    | "constraint"
    | "later"
    | "decline"
    | "question"
    | "opt_out"
    | "delegate"
    | "unclear"
    | null;
  corrected_at: Instant;
};

export type MessageCardTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  message_id: MessageId;
  body: Json;
};

export type ContactFieldTable = {
  owner_id: OwnerId;
  contact_id: ContactId;
  field: "name" | "company" | "title" | "phone" | "postal_address" | "link";
  value: string;
  source: "address_book" | "list" | "display_name" | "attached_card" | "signature";
  source_at: Instant | null;
  position: number;
};

export type FeedTable = {
  owner_id: OwnerId;
  feed_id: FeedId;
  url: string;
  name: string;
  state: "waiting" | "open" | "failing" | "ended";
  because: string | null;
  validators: Json;
  skipped: Generated<number>;
  read_at: Instant | null;
  added_at: Instant;
};

export type FeedEventTable = {
  owner_id: OwnerId;
  feed_id: FeedId;
  uid: string;
  starts_at: Instant;
  ends_at: Instant;
  title: string;
  place: string | null;
  link: string | null;
  answer: "going" | "not_going" | null;
  event_id: EventId | null;
};

export type OauthClientTable = {
  provider: "google" | "microsoft";
  data_key: Buffer;
  sealed: Buffer;
  is_testing: boolean;
  wrong_setting: string | null;
  because: string | null;
  set_at: Instant;
  proven_at: Instant | null;
};

export type SignInTryTable = {
  owner_id: OwnerId;
  try_id: string;
  state_hash: Buffer;
  provider: string;
  sealed: Buffer;
  redirect: string;
  wishes: string[];
  account_id: AccountId | null;
  ends_at: Instant;
};

export type AdminWaitTable = {
  owner_id: OwnerId;
  provider: "google" | "microsoft";
  subject_id: string;
  because: string;
  link: string | null;
  wishes: string[];
  since: Instant;
};

export type AccountTokenTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  data_key: Buffer;
  sealed: Buffer;
  access_ends_at: Instant;
  granted_at: Instant;
  renewed_at: Instant;
  lease_until: Instant | null;
  version: Generated<number>;
};

export type StreamTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  noun: "mail" | "calendar" | "people" | "tasks";
  name: string;
  kind: "fresh" | "past";
  state: "waiting" | "reading" | "current" | "over" | "off";
  cursor: string | null;
  cursor_at: Instant | null;
  since: Instant | null;
  listed: Generated<number>;
  stored: Generated<number>;
  gone: Generated<number>;
  counted: number | null;
  counted_at: Instant | null;
  because: string | null;
  tried_at: Instant | null;
  succeeded_at: Instant | null;
  resyncs: Generated<number>;
  relisted_at: Instant | null;
  found_late: Generated<number>;
  version: Generated<number>;
};

export type StreamSkippedTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  noun: string;
  name: string;
  because: string;
  count: number;
  example: string | null;
};

export type ScanItemTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  ref: string;
  stream: string;
  state: "waiting" | "dead";
  rank: number;
  attempts: Generated<number>;
  because: string | null;
  listed_at: Instant;
  try_at: Instant;
};

export type MessagePlaceTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  ref: string;
  message_account_id: AccountId;
  message_id: MessageId;
  thread_ref: string | null;
};

export type EventPlaceTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  calendar: string;
  ref: string;
  event_id: EventId;
};

export type CardPlaceTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  ref: string;
  card_id: CardId;
};

export type PaceTable = {
  key: string;
  all_ms: number;
  background_ms: number;
  paused_until: Instant | null;
  day: PlainDate;
  spent: number;
};

export type PaceTurnTable = {
  key: string;
  turn: number;
  lease_until: Instant;
  holder: string;
};

export type PushChannelTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  channel_id: ChannelId;
  noun: "mail" | "calendar";
  name: string;
  ref: string | null;
  resource_ref: string | null;
  token_hash: Buffer;
  opened_at: Instant | null;
  ends_at: Instant | null;
  state: "making" | "live" | "failed" | "stopping";
  because: string | null;
  told_at: Instant | null;
};

export type WrittenTable = {
  owner_id: OwnerId;
  account_id: AccountId;
  kind: WrittenKind;
  subject_id: string;
  key: string;
  ref: string | null;
  hash: Buffer;
  former_hash: Buffer | null;
  about: string | null;
  state: WrittenState;
  because: string | null;
  attempts: Generated<number>;
  changed_at: Instant;
  version: Generated<number>;
};

export type ApprovalTable = {
  owner_id: OwnerId;
  approval_id: ApprovalId;
  draft_id: DraftId;
  text_hash: Buffer;
  covers: Json;
  way: "page" | "digest_link" | "digest_reply" | "covered" | "unasked";
  was_edited: boolean;
  approved_at: Instant;
  taken_back_at: Instant | null;
};

export type ContactRecordTable = {
  owner_id: OwnerId;
  record_id: RecordId;
  contact_id: ContactId;
  at: Instant;
  what: string;
  subject_kind: string;
  subject_id: string | null;
  because: Json;
};

export type GroupMeetingTable = {
  owner_id: OwnerId;
  group_id: GroupMeetingId;
  state: "asking" | "booked" | "called_off" | "lapsed";
  body: Json;
  because: Json;
  version: Generated<number>;
  created_at: Instant;
  changed_at: Instant;
};

export type GroupMemberTable = {
  owner_id: OwnerId;
  group_id: GroupMeetingId;
  contact_id: ContactId;
  position: number;
  is_required: boolean;
  answer: "waiting" | "suits" | "declined" | "left_out";
  suits: Json;
  because: Json;
  answered_at: Instant | null;
  version: Generated<number>;
};

export type FailedAddressTable = {
  owner_id: OwnerId;
  address: string;
  instead: string;
  draft_id: DraftId;
  sent_at: Instant;
  because: Json;
  noted_at: Instant;
};

export type GroupLetterTable = {
  owner_id: OwnerId;
  draft_id: DraftId;
  group_id: GroupMeetingId;
  contact_id: ContactId;
  follow_up_id: FollowUpId;
  token_hash: Buffer | null;
  sent_at: Instant;
};

export type OfferTable = {
  owner_id: OwnerId;
  offer_id: OfferId;
  contact_id: ContactId;
  draft_id: DraftId | null;
  follow_up_id: FollowUpId | null;
  plan_item_id: PlanItemId | null;
  group_id: GroupMeetingId | null;
  generation: Generated<number>;
  state: "open" | "accepted" | "countered" | "declined" | "expired" | "withdrawn";
  because: Json;
  body: Json;
  token_hash: Buffer | null;
  offered_at: Instant;
  expires_at: Instant;
  version: Generated<number>;
  changed_at: Instant;
};

export type HoldTable = {
  owner_id: OwnerId;
  hold_id: HoldId;
  offer_id: OfferId;
  contact_id: ContactId;
  starts_at: Instant;
  ends_at: Instant;
  state: "placed" | "released" | "converted";
  until_at: Instant;
  because: string | null;
  account_id: AccountId | null;
  calendar: string | null;
  event_ref: string | null;
  event_state: Generated<"none" | "wanted" | "unknown" | "standing" | "removing" | "removed" | "refused">;
  version: Generated<number>;
  changed_at: Instant;
};

export type BookingTable = {
  owner_id: OwnerId;
  booking_id: BookingId;
  contact_id: ContactId;
  offer_id: OfferId | null;
  group_id: GroupMeetingId | null;
  account_id: AccountId | null;
  calendar: string | null;
  generation: Generated<number>;
  state: "claiming" | "pending" | "confirmed" | "took_place" | "cancelled" | "no_show";
  starts_at: Instant;
  ends_at: Instant;
  body: Json;
  source: "reply" | "page" | "owner" | "calendar";
  message_id: MessageId | null;
  plan_item_id: PlanItemId | null;
  rescheduled_from: BookingId | null;
  event_key: string;
  event_ref: string | null;
  event_state: Generated<"none" | "wanted" | "unknown" | "standing" | "moving" | "removing" | "removed" | "refused">;
  lease_until: Instant | null;
  attempts: Generated<number>;
  because: Json;
  version: Generated<number>;
  created_at: Instant;
  changed_at: Instant;
};

export type PageNonceTable = {
  owner_id: OwnerId;
  nonce_hash: Buffer;
  subject_id: string;
  served_at: Instant;
  used_at: Instant | null;
};

export type AnswerTable = {
  owner_id: OwnerId;
  answer_id: AnswerId;
  contact_id: ContactId;
  message_id: MessageId | null;
  source: "mail" | "pasted" | "page" | "calendar";
  written_at: Instant;
  meaning: ReplyClass;
  said: string | null;
  led_to: "booked" | "proposed" | "new_times" | "parked" | "stopped" | "asked_owner" | "noted" | "nothing";
  because: Json;
  offer_id: OfferId | null;
  booking_id: BookingId | null;
  proposes_at: Instant | null;
  confirmation_hash: Buffer | null;
  wish: NullableJson;
  state: "open" | "settled";
  text_kept: string | null;
  text_kept_until: Instant | null;
  version: Generated<number>;
  changed_at: Instant;
};

export type DigestTable = {
  owner_id: OwnerId;
  digest_id: DigestId;
  day: PlainDate;
  items: Json;
  subject: string;
  body: string;
  marker: string;
  account_id: AccountId;
  header_id: string;
  thread_ref: Generated<string | null>;
  made_at: Instant;
  text_kept_until: Instant;
};

export type DigestAnswerTable = {
  owner_id: OwnerId;
  header_id: string;
  digest_id: DigestId;
  heard: Json;
  heard_at: Instant;
};

export type DigestLinkTable = {
  owner_id: OwnerId;
  token_hash: Buffer;
  digest_id: DigestId;
  draft_id: DraftId;
  text_hash: Buffer;
  expires_at: Instant;
  used_at: Generated<Instant | null>;
};

export type DataExportTable = {
  owner_id: OwnerId;
  export_id: ExportId;
  state: ExportState;
  because: string | null;
  part: string | null;
  rows_done: Generated<number>;
  rows_total: Generated<number>;
  bytes: Generated<number>;
  run: Generated<number>;
  begun_at: Instant;
  ended_at: Instant | null;
  kept_until: Instant | null;
};

export type ErasureTable = {
  owner_id: OwnerId;
  asked_at: Instant;
  clears_accounts: boolean;
  keeps_stops: boolean;
  rows_gone: Generated<number>;
};

export type SettingChangeTable = {
  owner_id: OwnerId;
  name: string;
  number: number;
  value_before: NullableJson;
  at: Instant;
};

export type Tables = {
  owner: OwnerTable;
  owner_zone: OwnerZoneTable;
  owner_address: OwnerAddressTable;
  owner_invitation: OwnerInvitationTable;
  session: SessionTable;
  account: AccountTable;
  setting: SettingTable;
  effect: EffectTable;
  timer: TimerTable;
  decision: DecisionTable;
  audit: AuditTable;
  suppression: SuppressionTable;
  key_check: KeyCheckTable;
  import: ImportTable;
  import_file: ImportFileTable;
  import_skipped: ImportSkippedTable;
  calendar: CalendarTable;
  message: MessageTable;
  message_signature: MessageSignatureTable;
  message_recipient: MessageRecipientTable;
  message_source: MessageSourceTable;
  event: EventTable;
  event_attendee: EventAttendeeTable;
  event_source: EventSourceTable;
  card: CardTable;
  card_address: CardAddressTable;
  card_source: CardSourceTable;
  sender: SenderTable;
  contact: ContactTable;
  identity: IdentityTable;
  tombstone: TombstoneTable;
  merge_question: MergeQuestionTable;
  interaction: InteractionTable;
  follow_up: FollowUpTable;
  draft: DraftTable;
  contact_choice: ContactChoiceTable;
  contact_mark: ContactMarkTable;
  person_standing: PersonStandingTable;
  fact: FactTable;
  ledger_entry: LedgerEntryTable;
  plan: PlanTable;
  plan_item: PlanItemTable;
  plan_line: PlanLineTable;
  enrolment: EnrolmentTable;
  logged: LoggedTable;
  wanted: WantedTable;
  target_company: TargetCompanyTable;
  contact_group: ContactGroupTable;
  debrief: DebriefTable;
  sitting: SittingTable;
  rollover: RolloverTable;
  letter_template: LetterTemplateTable;
  reading_correction: ReadingCorrectionTable;
  message_card: MessageCardTable;
  contact_field: ContactFieldTable;
  feed: FeedTable;
  feed_event: FeedEventTable;
  oauth_client: OauthClientTable;
  sign_in_try: SignInTryTable;
  admin_wait: AdminWaitTable;
  account_token: AccountTokenTable;
  stream: StreamTable;
  stream_skipped: StreamSkippedTable;
  scan_item: ScanItemTable;
  message_place: MessagePlaceTable;
  event_place: EventPlaceTable;
  card_place: CardPlaceTable;
  pace: PaceTable;
  pace_turn: PaceTurnTable;
  push_channel: PushChannelTable;
  written: WrittenTable;
  approval: ApprovalTable;
  contact_record: ContactRecordTable;
  group_meeting: GroupMeetingTable;
  group_member: GroupMemberTable;
  failed_address: FailedAddressTable;
  group_letter: GroupLetterTable;
  offer: OfferTable;
  hold: HoldTable;
  booking: BookingTable;
  page_nonce: PageNonceTable;
  answer: AnswerTable;
  digest: DigestTable;
  digest_answer: DigestAnswerTable;
  digest_link: DigestLinkTable;
  data_export: DataExportTable;
  erasure: ErasureTable;
  setting_change: SettingChangeTable;
};
