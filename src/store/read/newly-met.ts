/** People met at an event lately, with how their first duties stand: the card of the first 48 hours, and what to offer them. */
import { sql } from "kysely";
import type { ContactId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { FollowUpTable } from "../tables.ts";

export type Duty = {
  followUpId: FollowUpId;
  state: FollowUpTable["state"];
  dueAt: Instant;
  deadlineAt: Instant | undefined;
};

export type NewlyMet = {
  contactId: ContactId;
  name: string;
  greetingName: string | undefined;
  company: string | undefined;
  metAt: Instant;
  metOn: PlainDate;
  metWhere: string | undefined;
  metWhy: string | undefined;
  closeness: number;
  thankYou: Duty | undefined;
  checkIn: Duty | undefined;
};

/** More are never shown on one day. */
const rowsMax = 200;

/** Met from `since` up to `now`, the newest first. */
export async function readNewlyMet(
  connection: Connection,
  owner: OwnerId,
  { since, now }: { since: Instant; now: Instant },
): Promise<NewlyMet[]> {
  const people = await connection
    .selectFrom("contact")
    .select(["contact_id", "name", "greeting_name", "company", "met_at", "met_on", "met_where", "met_why", "closeness"])
    .where("owner_id", "=", owner)
    .where("class", "=", "candidate")
    .where("met_channel", "=", "event")
    // As the index over it has it.
    .where(sql<boolean>`coalesce(met_at, '-infinity') >= ${since}`)
    .where("met_at", "<=", now)
    .where("status", "not in", ["archived", "blocked"])
    .orderBy("met_at", "desc")
    .orderBy("contact_id")
    .limit(rowsMax)
    .execute();
  if (people.length === 0) return [];
  const rows = await connection
    .selectFrom("follow_up")
    .select(["contact_id", "follow_up_id", "kind", "state", "due_at", "deadline_at"])
    .where("owner_id", "=", owner)
    .where("kind", "in", ["thank_you", "check_in"])
    .where(
      "contact_id",
      "in",
      people.map((one) => one.contact_id),
    )
    .execute();
  const dutyOf = (contactId: ContactId, kind: string): Duty | undefined => {
    const row = rows.find((one) => one.contact_id === contactId && one.kind === kind);
    return (
      row && {
        followUpId: row.follow_up_id,
        state: row.state,
        dueAt: row.due_at,
        deadlineAt: row.deadline_at ?? undefined,
      }
    );
  };
  return people.flatMap((row) =>
    row.met_at === null || row.met_on === null
      ? []
      : [
          {
            contactId: row.contact_id,
            name: row.name,
            greetingName: row.greeting_name ?? undefined,
            company: row.company ?? undefined,
            metAt: row.met_at,
            metOn: row.met_on,
            metWhere: row.met_where ?? undefined,
            metWhy: row.met_why ?? undefined,
            closeness: row.closeness,
            thankYou: dutyOf(row.contact_id, "thank_you"),
            checkIn: dutyOf(row.contact_id, "check_in"),
          },
        ],
  );
}

/** The note for a connection request that was written beside each thank-you (R15), by the follow-up of the thank-you. */
export async function readNotes(
  connection: Connection,
  owner: OwnerId,
  followUps: readonly FollowUpId[],
): Promise<Map<FollowUpId, string>> {
  if (followUps.length === 0) return new Map();
  const rows = await connection
    .selectFrom("draft")
    .distinctOn("follow_up_id")
    .select(["follow_up_id", sql<string | null>`facts->'note'->>'text'`.as("note")])
    .where("owner_id", "=", owner)
    .where("follow_up_id", "in", [...followUps])
    .where(sql<boolean>`facts->'note'->>'text' is not null`)
    .orderBy("follow_up_id")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.flatMap(({ follow_up_id, note }) => (note === null ? [] : [[follow_up_id, note] as const])));
}

/** The soonest duty that is still to come: what an empty day says. */
export async function readNextDuty(
  connection: Connection,
  owner: OwnerId,
  now: Instant,
): Promise<{ name: string; kind: string; dueAt: Instant } | undefined> {
  const row = await connection
    .selectFrom("follow_up")
    .innerJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "follow_up.owner_id")
        .onRef("contact.contact_id", "=", "follow_up.contact_id"),
    )
    .select(["contact.name", "follow_up.kind", "follow_up.due_at"])
    .where("follow_up.owner_id", "=", owner)
    .where("follow_up.state", "=", "planned")
    .where("follow_up.due_at", ">", now)
    .where("contact.status", "not in", ["archived", "blocked"])
    .orderBy("follow_up.due_at")
    .orderBy("follow_up.follow_up_id")
    .limit(1)
    .executeTakeFirst();
  return row && { name: row.name, kind: row.kind, dueAt: row.due_at };
}
