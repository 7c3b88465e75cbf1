/** Everything on one person's page: who they are, what happened, what is planned and why. */
import type { Because } from "../../domain/because.ts";
import type { ContactField } from "../../domain/contact/fields.ts";
import { isClause } from "../../domain/contact/why-met.ts";
import type { ContactId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { failedAmong } from "../failed-addresses.ts";
import type { ContactTable, FollowUpTable, InteractionTable } from "../tables.ts";
import { type DraftSeen, readDrafts } from "./drafts.ts";
import { limitOf, offsetOf, type PageOf, type PageWanted, pageOf } from "./page.ts";
import { becauseOf } from "./stored-json.ts";

export type PersonSeen = {
  contactId: ContactId;
  name: string;
  company: string | undefined;
  title: string | undefined;
  place: string | undefined;
  class: ContactTable["class"];
  status: ContactTable["status"];
  verification: number;
  metOn: PlainDate | undefined;
  metWhere: string | undefined;
  metChannel: ContactTable["met_channel"];
  metIntroducedBy: string | undefined;
  metWhy: string | undefined;
  isWhyWaived: boolean;
  hasGreeting: boolean;
  lastTouchAt: Instant | undefined;
  lastConversationAt: Instant | undefined;
  lastMetAt: Instant | undefined;
  closeness: number;
  because: Because[];
  identities: { kind: "address" | "phone" | "profile"; value: string; because: string }[];
  /** Addresses that letters came back from, which the owner gave up, and why. */
  givenUp: readonly { address: string; because: readonly Because[] }[];
  /** What cards and signatures say of them, the first of a kind first, each with where it was read. */
  fields: ContactField[];
};

export async function readPerson(
  connection: Connection,
  owner: OwnerId,
  id: ContactId,
): Promise<PersonSeen | undefined> {
  const row = await connection
    .selectFrom("contact")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const identities = await connection
    .selectFrom("identity")
    .select(["kind", "value", "because"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .orderBy("kind")
    .orderBy("value")
    .execute();
  const fields = await connection
    .selectFrom("contact_field")
    .select(["field", "value", "source", "source_at"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .orderBy("position")
    .execute();
  return {
    contactId: row.contact_id,
    name: row.name,
    company: row.company ?? undefined,
    title: row.title ?? undefined,
    place: row.place ?? undefined,
    class: row.class,
    status: row.status,
    verification: row.verification,
    metOn: row.met_on ?? undefined,
    metWhere: row.met_where ?? undefined,
    metChannel: row.met_channel,
    metIntroducedBy: row.met_introduced_by ?? undefined,
    metWhy: row.met_why ?? undefined,
    isWhyWaived: row.met_why_waived,
    hasGreeting: row.greeting_name !== null,
    lastTouchAt: row.last_touch_at ?? undefined,
    lastConversationAt: row.last_conversation_at ?? undefined,
    lastMetAt: row.last_met_at ?? undefined,
    closeness: row.closeness,
    because: becauseOf(row.because),
    identities,
    givenUp: await failedAmong(
      connection,
      owner,
      identities.filter(({ kind }) => kind === "address").map(({ value }) => value),
    ),
    fields: fields.map(({ source_at, ...rest }) => ({ ...rest, ...(source_at !== null && { sourceAt: source_at }) })),
  };
}

export type FollowUpSeen = {
  followUpId: FollowUpId;
  kind: string;
  state: FollowUpTable["state"];
  dueAt: Instant;
  overdueAt: Instant | undefined;
  deadlineAt: Instant | undefined;
  because: Because[];
  draft: DraftSeen | undefined;
};

/** Planned and past, soonest first. */
export async function readFollowUps(connection: Connection, owner: OwnerId, id: ContactId): Promise<FollowUpSeen[]> {
  const rows = await connection
    .selectFrom("follow_up")
    .select(["follow_up_id", "kind", "state", "due_at", "overdue_at", "deadline_at", "because"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .orderBy("due_at")
    .orderBy("follow_up_id")
    .execute();
  const drafts = await readDrafts(
    connection,
    owner,
    rows.map((row) => row.follow_up_id),
  );
  return rows.map((row) => ({
    followUpId: row.follow_up_id,
    kind: row.kind,
    state: row.state,
    dueAt: row.due_at,
    overdueAt: row.overdue_at ?? undefined,
    deadlineAt: row.deadline_at ?? undefined,
    because: becauseOf(row.because),
    draft: drafts.get(row.follow_up_id),
  }));
}

export type DecisionSeen = {
  /** What was decided about: a follow-up's kind, or "person". */
  kind: string;
  rule: string;
  outcome: string;
  because: Because[];
  inputs: unknown;
  decidedAt: Instant;
};

/** Every decision about the person, newest first, with the inputs it was made on. */
export async function readDecisions(connection: Connection, owner: OwnerId, id: ContactId): Promise<DecisionSeen[]> {
  const rows = await connection
    .selectFrom("decision")
    .select(["kind", "rule", "outcome", "because", "inputs", "decided_at"])
    .where("owner_id", "=", owner)
    .where("subject_kind", "=", "contact")
    .where("subject_id", "=", id)
    .orderBy("decided_at", "desc")
    .orderBy("kind")
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    rule: row.rule,
    outcome: row.outcome,
    because: becauseOf(row.because),
    inputs: row.inputs,
    decidedAt: row.decided_at,
  }));
}

export type InteractionSeen = Pick<
  InteractionTable,
  "mode" | "direction" | "depth" | "at" | "others" | "title" | "place"
> & { sourceKind: InteractionTable["source_kind"]; sourceId: string; endsAt: Instant | undefined };

/** Newest first. */
export async function readTimeline(
  connection: Connection,
  owner: OwnerId,
  id: ContactId,
  wanted: PageWanted,
): Promise<PageOf<InteractionSeen>> {
  const rows = await connection
    .selectFrom("interaction")
    .select(["source_kind", "source_id", "at", "ends_at", "mode", "direction", "depth", "others", "title", "place"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .orderBy("at", "desc")
    .orderBy("source_kind")
    .orderBy("source_id")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  return pageOf(
    rows.map(({ source_kind, source_id, ends_at, ...rest }) => ({
      ...rest,
      sourceKind: source_kind,
      sourceId: source_id,
      endsAt: ends_at ?? undefined,
    })),
    wanted,
  );
}

/** Two guesses why they met, from the first event's title and the first mail's subject (R3). */
export async function readWhyGuesses(
  connection: Connection,
  owner: OwnerId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, string[]>> {
  if (contacts.length === 0) return new Map();
  const rows = await connection
    .selectFrom("interaction")
    .distinctOn(["contact_id", "source_kind"])
    .select(["contact_id", "source_kind", "title"])
    .where("owner_id", "=", owner)
    .where("contact_id", "in", contacts)
    .where("source_kind", "in", ["event", "message"])
    .where("title", "is not", null)
    .where("title", "<>", "")
    .orderBy("contact_id")
    .orderBy("source_kind")
    .orderBy("at")
    .execute();
  const guesses = new Map<ContactId, string[]>();
  for (const { contact_id, title } of rows) {
    const known = guesses.get(contact_id) ?? [];
    if (title !== null && !known.includes(title) && !isClause(title)) guesses.set(contact_id, [...known, title]);
  }
  return guesses;
}

export type TimelineSums = {
  mode: InteractionTable["mode"];
  direction: InteractionTable["direction"];
  count: number;
  firstAt: Instant;
  lastAt: Instant;
};

/** The whole timeline in a few lines: how often in which way, first and last time. Most frequent first. */
export async function readTimelineSums(connection: Connection, owner: OwnerId, id: ContactId): Promise<TimelineSums[]> {
  return connection
    .selectFrom("interaction")
    .select(["mode", "direction"])
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("at").as("firstAt"), fn.max("at").as("lastAt")])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", id)
    .groupBy(["mode", "direction"])
    .orderBy("count", "desc")
    .orderBy("mode")
    .orderBy("direction")
    .execute();
}
