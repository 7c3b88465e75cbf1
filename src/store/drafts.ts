/** Drafts as they stand: of the versions of a letter (draft-versions.ts) the newest that still stands is what the owner sees. */
import { type Selectable, sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { Offer } from "../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, MessageId, OwnerId, PlanItemId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { SequenceStep } from "../domain/plan/enrolment.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";
import type { DraftTable, FollowUpTable } from "./tables.ts";

/** Proposals for follow-ups that are no longer due are taken back, for the reason that the follow-up gives. */
export async function withdrawOtherDrafts(
  connection: Connection,
  owner: OwnerId,
  due: readonly FollowUpId[],
  at: Instant,
): Promise<void> {
  await sql`
    update draft set state = 'withdrawn', changed_at = ${at}, ended_because = jsonb_build_array(follow_up.because->0)
    from follow_up
    where draft.owner_id = ${owner} and draft.state = 'proposed' and not draft.follow_up_id = any(${[...due]}::uuid[])
      and follow_up.owner_id = draft.owner_id and follow_up.follow_up_id = draft.follow_up_id
  `.execute(connection);
}

export type DraftState = DraftTable["state"];

export type StandingDraft = {
  draftId: DraftId;
  followUpId: FollowUpId;
  contactId: ContactId;
  kind: string;
  locale: string;
  state: DraftState;
  to: Address;
  alsoTo: readonly Address[];
  subject: string;
  body: string;
  textHash: Buffer;
  offer: Offer | undefined;
  /** As they were stored beside the letter. */
  facts: unknown;
  lint: readonly { rule: string; weight: "refuse" | "warn"; message: string }[];
  question: string | undefined;
  /** In the owner's own words. */
  isEdited: boolean;
  because: readonly Because[];
  /** The letter of theirs that it answers, in whose thread it stays. */
  answersMessageId: MessageId | undefined;
  /** Why it is stale, withdrawn or failed. */
  endedBecause: Because | undefined;
  createdAt: Instant;
};

export async function findDraft(
  connection: Connection,
  owner: OwnerId,
  id: DraftId,
): Promise<StandingDraft | undefined> {
  const row = await connection
    .selectFrom("draft")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("draft_id", "=", id)
    .executeTakeFirst();
  return row && standingDraft(row);
}

/** The proposal of a follow-up; undefined when none waits. */
export async function proposedDraft(
  connection: Connection,
  owner: OwnerId,
  followUpId: FollowUpId,
): Promise<StandingDraft | undefined> {
  const row = await connection
    .selectFrom("draft")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("follow_up_id", "=", followUpId)
    .where("state", "=", "proposed")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && standingDraft(row);
}

export const standingDraft = (row: Selectable<DraftTable>): StandingDraft => ({
  draftId: row.draft_id,
  followUpId: row.follow_up_id,
  contactId: row.contact_id,
  kind: row.kind,
  locale: row.locale,
  state: row.state,
  to: row.to_address,
  alsoTo: row.also_to,
  subject: row.subject,
  body: row.body,
  textHash: row.text_hash,
  offer: (row.offer ?? undefined) as Offer | undefined,
  facts: row.facts,
  lint: row.lint as StandingDraft["lint"],
  question: row.question ?? undefined,
  isEdited: row.is_edited,
  because: row.because as Because[],
  answersMessageId: row.answers_message_id ?? undefined,
  endedBecause: (row.ended_because as Because[] | null)?.[0],
  createdAt: row.created_at,
});

/** From one of these states to another; false when it was in none of them. Where `because` is left out there is none. */
export async function setDraftState(
  connection: Connection,
  owner: OwnerId,
  id: DraftId,
  change: { from: readonly DraftState[]; to: DraftState; because?: Because; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("draft")
    .set({
      state: change.to,
      ended_because: change.because === undefined ? null : json([change.because]),
      changed_at: change.at,
    })
    .where("owner_id", "=", owner)
    .where("draft_id", "=", id)
    .where("state", "in", [...change.from])
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The newest letter of a follow-up waits again if the owner put it aside; a newer one that stands is left alone. */
export async function reviveLetter(
  connection: Connection,
  owner: OwnerId,
  followUpId: FollowUpId,
  at: Instant,
): Promise<void> {
  await connection
    .updateTable("draft")
    .set({ state: "proposed", ended_because: null, changed_at: at })
    .where("owner_id", "=", owner)
    .where("follow_up_id", "=", followUpId)
    .where("state", "=", "rejected")
    .where("version", "=", (query) =>
      query
        .selectFrom("draft as newest")
        .select(({ fn }) => fn.max("newest.version").as("version"))
        .where("newest.owner_id", "=", owner)
        .where("newest.follow_up_id", "=", followUpId),
    )
    .execute();
}

export type ApprovedDraft = {
  draftId: DraftId;
  contactId: ContactId;
  followUpId: FollowUpId;
  approvedAt: Instant;
  followUp: { state: FollowUpTable["state"]; kind: string; about: string; because: readonly Because[] };
};

/** Letters that were approved and have not left, with the follow-ups that they are for; the oldest first. */
export async function approvedDrafts(connection: Connection, owner: OwnerId): Promise<ApprovedDraft[]> {
  const rows = await connection
    .selectFrom("draft")
    .innerJoin("follow_up", (join) =>
      join
        .onRef("follow_up.owner_id", "=", "draft.owner_id")
        .onRef("follow_up.follow_up_id", "=", "draft.follow_up_id"),
    )
    .select(["draft.draft_id", "draft.contact_id", "draft.follow_up_id", "draft.changed_at"])
    .select(["follow_up.state", "follow_up.kind", "follow_up.about", "follow_up.because"])
    .where("draft.owner_id", "=", owner)
    .where("draft.state", "=", "approved")
    .orderBy("draft.changed_at")
    .orderBy("draft.draft_id")
    .execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    contactId: row.contact_id,
    followUpId: row.follow_up_id,
    approvedAt: row.changed_at,
    followUp: { state: row.state, kind: row.kind, about: row.about, because: row.because as Because[] },
  }));
}

/** Follow-ups whose standing proposal offers working hours without a look at a calendar, because the owner asked for it. */
export async function uncheckedFollowUps(connection: Connection, owner: OwnerId): Promise<Set<FollowUpId>> {
  const rows = await connection
    .selectFrom("draft")
    .select("follow_up_id")
    .where("owner_id", "=", owner)
    .where("state", "=", "proposed")
    .where(sql<boolean>`(offer->>'unchecked')::boolean`)
    .execute();
  return new Set(rows.map(({ follow_up_id }) => follow_up_id));
}

/** The owner's word that this offer may go without a look at a calendar. */
export async function markUnchecked(connection: Connection, owner: OwnerId, id: DraftId): Promise<void> {
  await sql`
    update draft set offer = jsonb_set(offer, '{unchecked}', 'true') where owner_id = ${owner} and draft_id = ${id} and state = 'proposed'
  `.execute(connection);
}

/** A letter that left by the owner's hand. False when it was told before, or there is no such letter. */
export async function markSent(connection: Connection, owner: OwnerId, id: DraftId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("draft")
    .set({ state: "sent", changed_at: at })
    .where("owner_id", "=", owner)
    .where("draft_id", "=", id)
    .where("state", "<>", "sent")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What a letter was written for. */
export type DraftPurpose = {
  draftId: DraftId;
  contactId: ContactId;
  kind: string;
  textHash: Buffer;
  followUp: {
    followUpId: FollowUpId;
    kind: string;
    about: string;
    step: SequenceStep | undefined;
    planItemId: PlanItemId | undefined;
  };
};

export async function draftPurpose(
  connection: Connection,
  owner: OwnerId,
  id: DraftId,
): Promise<DraftPurpose | undefined> {
  const row = await connection
    .selectFrom("draft")
    .innerJoin("follow_up", (join) =>
      join
        .onRef("follow_up.owner_id", "=", "draft.owner_id")
        .onRef("follow_up.follow_up_id", "=", "draft.follow_up_id"),
    )
    .select(["draft.contact_id", "draft.kind", "draft.text_hash"])
    .select(["follow_up.follow_up_id", "follow_up.kind as follow_up_kind", "follow_up.about"])
    .select(["follow_up.step", "follow_up.plan_item_id"])
    .where("draft.owner_id", "=", owner)
    .where("draft.draft_id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      draftId: id,
      contactId: row.contact_id,
      kind: row.kind,
      textHash: row.text_hash,
      followUp: {
        followUpId: row.follow_up_id,
        kind: row.follow_up_kind,
        about: row.about,
        step: row.step ?? undefined,
        planItemId: row.plan_item_id ?? undefined,
      },
    }
  );
}
