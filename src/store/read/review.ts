/** The review list: follow-ups that may be acted on now, most pressing first, each with its ready draft. */
import { sql } from "kysely";
import type { Because } from "../../domain/because.ts";
import { isWhyAsked } from "../../domain/contact/why-met.ts";
import type { ContactId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant, type PlainDate } from "../../domain/time.ts";
import { type Connection, isAnyOf } from "../database.ts";
import type { AskedNext } from "../follow-ups.ts";
import { type DraftSeen, readDrafts } from "./drafts.ts";
import { isFoundBy } from "./found-by.ts";
import { limitOf, offsetOf, type PageOf, type PageWanted, pageOf } from "./page.ts";
import { becauseOf } from "./stored-json.ts";
import { isSuggestion } from "./suggestions.ts";

export const reviewFilters = ["all", "due", "overdue", "thank_you", "check_in", "meet_by"] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export type ReviewRow = {
  followUpId: FollowUpId;
  contactId: ContactId;
  name: string;
  company: string | undefined;
  title: string | undefined;
  address: string | undefined;
  kind: string;
  dueAt: Instant;
  overdueAt: Instant | undefined;
  deadlineAt: Instant | undefined;
  /** Why now. */
  because: Because[];
  /** Why this person. */
  personBecause: Because[];
  metOn: PlainDate | undefined;
  metWhere: string | undefined;
  /** Whether the reason for meeting is still to be told or waived (R3). */
  isWhyOpen: boolean;
  /** Without a name to greet by, no letter is written. */
  hasGreeting: boolean;
  lastConversationAt: Instant | undefined;
  urgency: number;
  closeness: number;
  /** By letter, by a call, or by a note on paper. */
  way: AskedNext["way"];
  draft: DraftSeen | undefined;
};

export type ReviewWanted = PageWanted & {
  now: Instant;
  filter: ReviewFilter;
  search: string;
  /** Only these; all when absent. */
  among?: readonly FollowUpId[];
};

/** A deadline this near comes before everything else (R9a). */
const hardDeadlineHours = 48;

/** Rank of R9a: deadlines within 48 hours, the nearest first, then urgency, then closeness. */
export async function readReview(
  connection: Connection,
  owner: OwnerId,
  wanted: ReviewWanted,
): Promise<PageOf<ReviewRow>> {
  const { now, among } = wanted;
  const near = sql<boolean>`coalesce(follow_up.deadline_at > ${now} and follow_up.deadline_at <= ${after(now, { hours: hardDeadlineHours })}, false)`;
  const rows = await followUpsDue(connection, owner, wanted)
    .$if(among !== undefined, (some) => some.where(isAnyOf("follow_up.follow_up_id", among ?? [])))
    .select(["follow_up.follow_up_id", "follow_up.kind", "follow_up.due_at", "follow_up.overdue_at"])
    .select(["follow_up.deadline_at", "follow_up.because", "contact.contact_id", "contact.name", "contact.company"])
    .select(["contact.title", "contact.because as person_because", "contact.met_on", "contact.met_where"])
    .select(["contact.met_why", "contact.met_why_waived", "contact.greeting_name", "contact.last_conversation_at"])
    .select(["follow_up.urgency", "follow_up.way", "contact.closeness"])
    .select((row) =>
      row
        .selectFrom("identity")
        .select("identity.value")
        .whereRef("identity.owner_id", "=", "contact.owner_id")
        .whereRef("identity.contact_id", "=", "contact.contact_id")
        .where("identity.kind", "=", "address")
        .orderBy("identity.value")
        .limit(1)
        .as("address"),
    )
    .orderBy(near, "desc")
    .orderBy(sql`case when ${near} then follow_up.deadline_at end`, "asc")
    .orderBy("follow_up.urgency", "desc")
    .orderBy("contact.closeness", "desc")
    .orderBy("follow_up.due_at")
    .orderBy("follow_up.follow_up_id")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  const page = pageOf(rows, wanted);
  const drafts = await readDrafts(
    connection,
    owner,
    page.rows.map((row) => row.follow_up_id),
  );
  return {
    ...page,
    rows: page.rows.map((row) => {
      const draft = drafts.get(row.follow_up_id);
      return {
        followUpId: row.follow_up_id,
        contactId: row.contact_id,
        name: row.name,
        company: row.company ?? undefined,
        title: row.title ?? undefined,
        address: draft?.to ?? row.address ?? undefined,
        kind: row.kind,
        dueAt: row.due_at,
        overdueAt: row.overdue_at ?? undefined,
        deadlineAt: row.deadline_at ?? undefined,
        because: becauseOf(row.because),
        personBecause: becauseOf(row.person_because),
        metOn: row.met_on ?? undefined,
        metWhere: row.met_where ?? undefined,
        isWhyOpen: isWhyAsked(row.met_why ?? undefined, row.met_why_waived),
        hasGreeting: row.greeting_name !== null,
        lastConversationAt: row.last_conversation_at ?? undefined,
        urgency: row.urgency,
        way: row.way,
        closeness: row.closeness,
        draft,
      };
    }),
  };
}

export type ReviewCounts = Record<ReviewFilter | "unsure", number>;

/** How many stand behind each filter, whatever is searched for. */
export async function readReviewCounts(connection: Connection, owner: OwnerId, now: Instant): Promise<ReviewCounts> {
  const row = await followUpsDue(connection, owner, { now, filter: "all", search: "" })
    .select([
      sql<number>`count(*)::int`.as("all"),
      sql<number>`(count(*) filter (where follow_up.overdue_at is null or follow_up.overdue_at > ${now}))::int`.as(
        "due",
      ),
      sql<number>`(count(*) filter (where follow_up.overdue_at <= ${now}))::int`.as("overdue"),
      sql<number>`(count(*) filter (where follow_up.kind = 'thank_you'))::int`.as("thank_you"),
      sql<number>`(count(*) filter (where follow_up.kind = 'check_in'))::int`.as("check_in"),
      sql<number>`(count(*) filter (where follow_up.kind = 'meet_by'))::int`.as("meet_by"),
    ])
    .executeTakeFirstOrThrow();
  const unsure = await connection
    .selectFrom("sender")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("owner_id", "=", owner)
    .where("class", "=", "unsure")
    .where("correction", "is", null)
    .executeTakeFirstOrThrow();
  return { ...row, unsure: unsure.count };
}

/** Whether what was read or said last is still to be worked out: its timer stands until that is done. */
export async function readIsWorkingOut(connection: Connection, owner: OwnerId, now: Instant): Promise<boolean> {
  const row = await connection
    .selectFrom("timer")
    .select("kind")
    .where("owner_id", "=", owner)
    .where("kind", "=", "discover")
    // One that is set for the end of a meeting to come is no work yet.
    .where("due_at", "<=", now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Due is at or before now and not done (never equal to a day), and not put off by the owner. */
export function followUpsDue(
  connection: Connection,
  owner: OwnerId,
  { now, filter, search }: Pick<ReviewWanted, "now" | "filter" | "search">,
) {
  const query = connection
    .selectFrom("follow_up")
    .innerJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "follow_up.owner_id")
        .onRef("contact.contact_id", "=", "follow_up.contact_id"),
    )
    .where("follow_up.owner_id", "=", owner)
    .where("follow_up.state", "in", ["planned", "due"])
    .where(({ not }) => not(isSuggestion))
    .where("follow_up.due_at", "<=", now)
    .where("contact.status", "not in", ["archived", "blocked"])
    .where(({ eb, or }) => or([eb("follow_up.snoozed_until", "is", null), eb("follow_up.snoozed_until", "<=", now)]))
    .where(isFoundBy(search));
  switch (filter) {
    case "all":
      return query;
    case "due":
      return query.where(({ eb, or }) =>
        or([eb("follow_up.overdue_at", "is", null), eb("follow_up.overdue_at", ">", now)]),
      );
    case "overdue":
      return query.where("follow_up.overdue_at", "<=", now);
    default:
      return query.where("follow_up.kind", "=", filter);
  }
}
