/**
 * The versions of a letter: each new text of a follow-up is one, and of all only the newest can be proposed. The same text
 * and times again are no new version.
 */
import { type Insertable, sql } from "kysely";
import { type Because, because } from "../domain/because.ts";
import type { Offer } from "../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, MessageId, OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";
import { type StandingDraft, standingDraft } from "./drafts.ts";
import type { DraftTable } from "./tables.ts";

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
  /** The letter of theirs that it answers, in whose thread it stays. */
  answersMessageId?: MessageId;
  /** The owner's own words. */
  isEdited?: boolean;
  /** Why an older proposal is so no more. */
  staleBecause?: Because;
};

const writtenAnew = because("draft.written_anew", "It was written anew, from what is known now.");

/** Stores a rendering as a new version and makes older proposals stale. The same text and times again change nothing. */
export async function saveDraft(
  connection: Connection,
  owner: OwnerId,
  draft: NewDraft,
): Promise<"saved" | "unchanged"> {
  const newest = await newestDrafts(connection, owner, [draft.followUpId]);
  return (await saveDrafts(connection, owner, [draft], newest)) === 1 ? "saved" : "unchanged";
}

/** As `saveDraft` does, for one of each follow-up, whose newest versions are known. Says how many are new. */
export async function saveDrafts(
  connection: Connection,
  owner: OwnerId,
  drafts: readonly NewDraft[],
  newest: ReadonlyMap<FollowUpId, NewestDraft>,
): Promise<number> {
  const { same = [], fresh = [] } = Object.groupBy(drafts, (draft) =>
    isStanding(newest.get(draft.followUpId), draft) ? "same" : "fresh",
  );
  await explainAnew(connection, owner, same);
  await makeStale(connection, owner, fresh);
  await addVersions(connection, owner, fresh, newest);
  return fresh.length;
}

const isStanding = (last: NewestDraft | undefined, draft: NewDraft): boolean =>
  last?.state === "proposed" &&
  last.textHash.equals(draft.textHash) &&
  last.kind === draft.kind &&
  last.question === draft.question;

/** The text stands; what it is explained by, and what was found in it, may be newer. */
async function explainAnew(connection: Connection, owner: OwnerId, drafts: readonly NewDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map(({ followUpId, because, facts, lint }) => ({ id: followUpId, because, facts, lint }));
  await sql`
    update draft set because = row.because, facts = row.facts, lint = row.lint
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, because jsonb, facts jsonb, lint jsonb)
    where draft.owner_id = ${owner} and draft.follow_up_id = row.id and draft.state = 'proposed'
      and (draft.because, draft.facts, draft.lint) is distinct from (row.because, row.facts, row.lint)
  `.execute(connection);
}

async function makeStale(connection: Connection, owner: OwnerId, drafts: readonly NewDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map(({ followUpId, at, staleBecause = writtenAnew }) => ({
    id: followUpId,
    at,
    because: [staleBecause],
  }));
  await sql`
    update draft set state = 'stale', changed_at = row.at, ended_because = row.because
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, at timestamptz, because jsonb)
    where draft.owner_id = ${owner} and draft.follow_up_id = row.id and draft.state = 'proposed'
  `.execute(connection);
}

/** A statement takes 65,535 parameters. */
const draftsPerStatement = 500;

async function addVersions(
  connection: Connection,
  owner: OwnerId,
  drafts: readonly NewDraft[],
  newest: ReadonlyMap<FollowUpId, NewestDraft>,
): Promise<void> {
  for (let start = 0; start < drafts.length; start += draftsPerStatement) {
    const part = drafts.slice(start, start + draftsPerStatement);
    const rows = part.map((draft) => newVersion(owner, draft, (newest.get(draft.followUpId)?.version ?? 0) + 1));
    await connection.insertInto("draft").values(rows).execute();
  }
}

const newVersion = (owner: OwnerId, draft: NewDraft, version: number): Insertable<DraftTable> => ({
  owner_id: owner,
  draft_id: draft.draftId,
  contact_id: draft.contactId,
  follow_up_id: draft.followUpId,
  version,
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
  answers_message_id: draft.answersMessageId ?? null,
  is_edited: draft.isEdited ?? false,
  created_at: draft.at,
  changed_at: draft.at,
  text_kept_until: draft.keptUntil,
});

export type NewestDraft = StandingDraft & { version: number };

/** The newest version of each of these follow-ups, whatever became of it; of versions, only this one can be proposed. */
export async function newestDrafts(
  connection: Connection,
  owner: OwnerId,
  followUps: readonly FollowUpId[],
): Promise<Map<FollowUpId, NewestDraft>> {
  if (followUps.length === 0) return new Map();
  const rows = await connection
    .selectFrom("draft")
    .distinctOn("follow_up_id")
    .selectAll()
    .where("owner_id", "=", owner)
    .where(sql<boolean>`follow_up_id = any(${[...followUps]}::uuid[])`)
    .orderBy("follow_up_id")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map((row) => [row.follow_up_id, { ...standingDraft(row), version: row.version }]));
}
