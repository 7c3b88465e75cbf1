/** The owner's letters on their way: approved and waiting, sent, and not sent with the reason. */
import { sql } from "kysely";
import type { Because } from "../../domain/because.ts";
import type { ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { DraftTable } from "../tables.ts";
import { isFoundBy } from "./found-by.ts";
import { containing, limitOf, offsetOf, type PageOf, type PageWanted, pageOf, searchWords } from "./page.ts";
import { readSendings, type SendingSeen } from "./sendings.ts";
import { becauseOf } from "./stored-json.ts";

export const outboxShelves = ["waiting", "sent", "not_sent"] as const;
export type OutboxShelf = (typeof outboxShelves)[number];

export type OutboxRow = {
  draftId: DraftId;
  contactId: ContactId;
  name: string;
  kind: string;
  state: DraftTable["state"];
  to: string;
  subject: string;
  body: string;
  locale: string;
  /** Of its last change: when it left, or was given up. */
  changedAt: Instant;
  /** Why it did not leave. */
  endedBecause: Because[];
  sending: SendingSeen | undefined;
};

/** Of everybody, or to one person. */
export type OutboxWanted = PageWanted & { shelf: OutboxShelf; search: string; contact?: ContactId };

/** Waiting letters by when they were written, all others the newest first. */
export async function readOutbox(
  connection: Connection,
  owner: OwnerId,
  wanted: OutboxWanted,
): Promise<PageOf<OutboxRow>> {
  const { shelf, contact } = wanted;
  let query = onShelf(connection, owner, shelf)
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "draft.owner_id").onRef("contact.contact_id", "=", "draft.contact_id"),
    )
    .select(["draft.draft_id", "draft.contact_id", "contact.name", "draft.kind", "draft.state", "draft.to_address"])
    .select(["draft.subject", "draft.body", "draft.locale", "draft.changed_at", "draft.ended_because"]);
  if (contact !== undefined) query = query.where("draft.contact_id", "=", contact);
  for (const word of searchWords(wanted.search)) {
    const pattern = containing(word);
    query = query.where(({ eb, or }) => or([isFoundBy(word), eb(sql`lower(draft.subject)`, "like", pattern)]));
  }
  const rows = await query
    .orderBy("draft.changed_at", shelf === "waiting" ? "asc" : "desc")
    .orderBy("draft.draft_id")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  const page = pageOf(rows, wanted);
  const sendings = await readSendings(
    connection,
    owner,
    page.rows.map(({ draft_id }) => draft_id),
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({
      draftId: row.draft_id,
      contactId: row.contact_id,
      name: row.name,
      kind: row.kind,
      state: row.state,
      to: row.to_address,
      subject: row.subject,
      body: row.body,
      locale: row.locale,
      changedAt: row.changed_at,
      endedBecause: [becauseOf(row.ended_because ?? [])].flat(),
      sending: sendings.get(row.draft_id),
    })),
  };
}

export type OutboxCounts = Record<OutboxShelf, number>;

/** How many stand on each shelf, whatever is searched for. */
export async function readOutboxCounts(connection: Connection, owner: OwnerId): Promise<OutboxCounts> {
  const counts: OutboxCounts = { waiting: 0, sent: 0, not_sent: 0 };
  for (const shelf of outboxShelves) {
    const row = await onShelf(connection, owner, shelf)
      .select(sql<number>`count(*)::int`.as("count"))
      .executeTakeFirstOrThrow();
    counts[shelf] = row.count;
  }
  return counts;
}

/** Of what was never approved, nothing is said: it was only a proposal. */
function onShelf(connection: Connection, owner: OwnerId, shelf: OutboxShelf) {
  const letters = connection.selectFrom("draft").where("draft.owner_id", "=", owner);
  switch (shelf) {
    case "waiting":
      return letters.where("draft.state", "in", ["approved", "queued"]);
    case "sent":
      return letters.where("draft.state", "=", "sent");
    case "not_sent":
      return letters
        .where("draft.state", "in", ["stale", "withdrawn", "failed"])
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("approval")
              .select("approval.draft_id")
              .whereRef("approval.owner_id", "=", "draft.owner_id")
              .whereRef("approval.draft_id", "=", "draft.draft_id")
              .where("approval.taken_back_at", "is", null),
          ),
        );
  }
}
