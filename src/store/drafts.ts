/** Drafts: each rendering of a letter is a version; the newest one that still stands is what the owner sees. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { Offer } from "../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, OwnerId, PlanItemId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { SequenceStep } from "../domain/plan/enrolment.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export type NewDraft = {
  draftId: DraftId;
  contactId: ContactId;
  followUpId: FollowUpId;
  kind: string;
  locale: string;
  because: readonly Because[];
  to: Address;
  /** Who else reads it. */
  alsoTo?: readonly Address[];
  subject: string;
  body: string;
  textHash: Buffer;
  offer: Offer | undefined;
  facts: object;
  lint: readonly object[];
  question: string | undefined;
  at: Instant;
  keptUntil: Instant;
};

/** Stores a rendering as a new version and makes older proposals stale. The same text and times again change nothing. */
export async function saveDraft(
  connection: Connection,
  owner: OwnerId,
  draft: NewDraft,
): Promise<"saved" | "unchanged"> {
  const last = await connection
    .selectFrom("draft")
    .select(["version", "kind", "text_hash", "state", "question"])
    .where("owner_id", "=", owner)
    .where("follow_up_id", "=", draft.followUpId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  const isSame =
    last?.text_hash.equals(draft.textHash) === true &&
    last.kind === draft.kind &&
    last.question === (draft.question ?? null);
  if (isSame && last.state === "proposed") {
    // The text stands; what it is explained by, and what was found in it, may be newer.
    await sql`
      update draft set because = ${json(draft.because)}::jsonb, facts = ${json(draft.facts)}::jsonb,
        lint = ${json(draft.lint)}::jsonb
      where owner_id = ${owner} and follow_up_id = ${draft.followUpId} and version = ${last.version}
        and (because, facts, lint) is distinct from
          (${json(draft.because)}::jsonb, ${json(draft.facts)}::jsonb, ${json(draft.lint)}::jsonb)
    `.execute(connection);
    return "unchanged";
  }
  await sql`
    update draft set state = 'stale', changed_at = ${draft.at}
    where owner_id = ${owner} and follow_up_id = ${draft.followUpId} and state = 'proposed'
  `.execute(connection);
  await connection
    .insertInto("draft")
    .values({
      owner_id: owner,
      draft_id: draft.draftId,
      contact_id: draft.contactId,
      follow_up_id: draft.followUpId,
      version: (last?.version ?? 0) + 1,
      kind: draft.kind,
      locale: draft.locale,
      state: "proposed",
      because: json(draft.because),
      to_address: draft.to,
      also_to: [...(draft.alsoTo ?? [])],
      subject: draft.subject,
      body: draft.body,
      text_hash: draft.textHash,
      offer: draft.offer === undefined ? null : json(draft.offer),
      facts: json(draft.facts),
      lint: json(draft.lint),
      question: draft.question ?? null,
      created_at: draft.at,
      changed_at: draft.at,
      text_kept_until: draft.keptUntil,
    })
    .execute();
  return "saved";
}

/** Proposals for follow-ups that are no longer due are taken back. */
export async function withdrawOtherDrafts(
  connection: Connection,
  owner: OwnerId,
  due: readonly FollowUpId[],
  at: Instant,
): Promise<void> {
  await sql`
    update draft set state = 'withdrawn', changed_at = ${at}
    where owner_id = ${owner} and state = 'proposed' and not follow_up_id = any(${[...due]}::uuid[])
  `.execute(connection);
}

export type StandingDraft = {
  draftId: DraftId;
  followUpId: FollowUpId;
  contactId: ContactId;
  to: Address;
  alsoTo: readonly Address[];
  subject: string;
  body: string;
  offer: Offer | undefined;
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
  return (
    row && {
      draftId: row.draft_id,
      followUpId: row.follow_up_id,
      contactId: row.contact_id,
      to: row.to_address,
      alsoTo: row.also_to,
      subject: row.subject,
      body: row.body,
      offer: (row.offer ?? undefined) as Offer | undefined,
      createdAt: row.created_at,
    }
  );
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
