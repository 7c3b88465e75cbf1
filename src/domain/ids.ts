/**
 * Branded ids. All of them are UUIDv7 text made by `world.ids`; the brands keep an owner's id from being
 * handed in where a contact's is wanted. Public links never carry these: they carry separate 128-bit tokens.
 */
declare const brand: unique symbol;
type Id<Noun extends string> = string & { readonly [brand]: Noun };

export type OwnerId = Id<"owner">;
export type AccountId = Id<"account">;
export type SessionId = Id<"session">;
export type InvitationId = Id<"owner_invitation">;
export type ImportId = Id<"import">;
export type MessageId = Id<"message">;
export type EventId = Id<"event">;
export type CardId = Id<"card">;
export type ContactId = Id<"contact">;
export type InteractionId = Id<"interaction">;
export type FollowUpId = Id<"follow_up">;
export type DraftId = Id<"draft">;
export type DecisionId = Id<"decision">;
export type EffectId = Id<"effect">;
export type FactId = Id<"fact">;
export type LedgerEntryId = Id<"ledger_entry">;
export type PlanItemId = Id<"plan_item">;
export type EnrolmentId = Id<"enrolment">;
export type LoggedId = Id<"logged">;
export type WantedId = Id<"wanted">;
export type CompanyId = Id<"target_company">;
export type GroupId = Id<"contact_group">;
export type GroupMeetingId = Id<"group_meeting">;
export type DebriefId = Id<"debrief">;
export type FeedId = Id<"feed">;
export type ChannelId = Id<"channel">;
export type ApprovalId = Id<"approval">;
export type OfferId = Id<"offer">;
export type HoldId = Id<"hold">;
export type BookingId = Id<"booking">;
export type RecordId = Id<"record">;
export type AnswerId = Id<"answer">;
export type DigestId = Id<"digest">;
export type ExportId = Id<"data_export">;
