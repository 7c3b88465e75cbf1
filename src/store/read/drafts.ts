/** Drafts as the owner sees them: the letter, the times it offers and the question that stands in its way. */
import type { Because } from "../../domain/because.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { ContactId, DraftId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Zone } from "../../domain/time.ts";
import { type Connection, isAnyOf } from "../database.ts";
import type { DraftTable } from "../tables.ts";
import {
  becauseOf,
  type LintSeen,
  lintOf,
  missingOf,
  type NoteSeen,
  noteOf,
  offerOf,
  readersZoneOf,
  remindersOf,
} from "./stored-json.ts";

export type DraftSeen = {
  draftId: DraftId;
  followUpId: FollowUpId;
  contactId: ContactId;
  kind: string;
  locale: string;
  state: DraftTable["state"];
  to: string;
  /** Who else reads it: the other one of an introduction. */
  alsoTo: readonly string[];
  subject: string;
  body: string;
  because: Because[];
  /** Hex digits that stand for recipient, words and times together: an approval says which ones were seen. */
  textHash: string;
  /** In the owner's own words. */
  isEdited: boolean;
  offer: Offer | undefined;
  /** What the letter check found; "refuse" stands in the way of approval. */
  lint: LintSeen[];
  question: string | undefined;
  /** How many reminders may follow it by the same approval. */
  reminders: number;
  /** Where its reader's clock is, as far as anything tells. */
  readersZone: Zone | undefined;
  /** Names of the facts that it waits for. */
  missing: readonly string[];
  /** It stands among the owner's drafts at their provider too: as it was written, or as they changed it there. */
  amongDrafts?: "as_written" | "changed";
  /** The note for a connection request that goes beside it (R15). */
  note: NoteSeen | undefined;
};

/** The newest version of each follow-up's draft that may still leave. */
export async function readDrafts(
  connection: Connection,
  owner: OwnerId,
  followUps: readonly FollowUpId[],
): Promise<Map<FollowUpId, DraftSeen>> {
  if (followUps.length === 0) return new Map();
  const rows = await drafts(connection, owner)
    .distinctOn("follow_up_id")
    .where(isAnyOf("follow_up_id", followUps))
    .where("state", "in", ["proposed", "approved", "queued"])
    .orderBy("follow_up_id")
    .orderBy("version", "desc")
    .execute();
  const amongDrafts = await draftsStanding(connection, owner, followUps);
  return new Map(rows.map((row) => [row.follow_up_id, { ...seen(row), ...amongDrafts.get(row.follow_up_id) }]));
}

/** One version, whatever became of it. */
export async function readDraft(connection: Connection, owner: OwnerId, id: DraftId): Promise<DraftSeen | undefined> {
  const row = await drafts(connection, owner).where("draft_id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const amongDrafts = await draftsStanding(connection, owner, [row.follow_up_id]);
  return { ...seen(row), ...amongDrafts.get(row.follow_up_id) };
}

const drafts = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("draft").selectAll().where("owner_id", "=", owner);

async function draftsStanding(
  connection: Connection,
  owner: OwnerId,
  followUps: readonly FollowUpId[],
): Promise<Map<string, Pick<DraftSeen, "amongDrafts">>> {
  const rows = await connection
    .selectFrom("written")
    .select(["subject_id", "state"])
    .where("owner_id", "=", owner)
    .where("kind", "=", "draft")
    .where(isAnyOf("subject_id", followUps))
    .where("state", "in", ["standing", "changed"])
    .execute();
  return new Map(
    rows.map(({ subject_id, state }) => [subject_id, { amongDrafts: state === "changed" ? "changed" : "as_written" }]),
  );
}

const seen = (row: {
  draft_id: DraftId;
  follow_up_id: FollowUpId;
  contact_id: ContactId;
  kind: string;
  locale: string;
  state: DraftTable["state"];
  to_address: string;
  also_to: string[];
  subject: string;
  body: string;
  because: unknown;
  text_hash: Buffer;
  is_edited: boolean;
  offer: unknown;
  lint: unknown;
  facts: unknown;
  question: string | null;
}): DraftSeen => ({
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
  because: becauseOf(row.because),
  textHash: row.text_hash.toString("hex"),
  isEdited: row.is_edited,
  offer: offerOf(row.offer),
  lint: lintOf(row.lint),
  question: row.question ?? undefined,
  reminders: remindersOf(row.facts),
  readersZone: readersZoneOf(row.facts),
  missing: missingOf(row.facts),
  note: noteOf(row.facts),
});
