/** The two people suggested when nothing presses (R7): somebody to take up again, each with the reason. */
import { sql } from "kysely";
import type { Because } from "../../domain/because.ts";
import { isWhyAsked } from "../../domain/contact/why-met.ts";
import type { ContactId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { type DraftSeen, readDrafts } from "./drafts.ts";
import { becauseOf } from "./stored-json.ts";

export type SuggestionSeen = {
  followUpId: FollowUpId;
  contactId: ContactId;
  name: string;
  company: string | undefined;
  isWhyOpen: boolean;
  /** Without a name to greet by, no letter is written. */
  hasGreeting: boolean;
  lastConversationAt: Instant | undefined;
  because: Because[];
  draft: DraftSeen | undefined;
};

/** As `domain/relationship/suggest.ts` tells them from whom the plan asks for, and from reminders. */
export const isSuggestion = sql<boolean>`(follow_up.kind = 'revive' and follow_up.plan_item_id is null
  and follow_up.way = 'letter' and coalesce(follow_up.step, 'invitation') = 'invitation')`;

/** R7: exactly two, never a flood. */
const suggestionsMax = 2;

export async function readSuggestions(connection: Connection, owner: OwnerId): Promise<SuggestionSeen[]> {
  const rows = await connection
    .selectFrom("follow_up")
    .innerJoin("contact", (join) =>
      join
        .onRef("contact.owner_id", "=", "follow_up.owner_id")
        .onRef("contact.contact_id", "=", "follow_up.contact_id"),
    )
    .select(["follow_up.follow_up_id", "follow_up.because", "contact.contact_id", "contact.name", "contact.company"])
    .select(["contact.last_conversation_at", "contact.met_why", "contact.met_why_waived", "contact.greeting_name"])
    .where("follow_up.owner_id", "=", owner)
    .where(isSuggestion)
    .where("follow_up.state", "in", ["planned", "due"])
    .where("contact.status", "not in", ["archived", "blocked"])
    .orderBy("follow_up.urgency", "desc")
    .orderBy("contact.closeness", "desc")
    .orderBy("follow_up.follow_up_id")
    .limit(suggestionsMax)
    .execute();
  const drafts = await readDrafts(
    connection,
    owner,
    rows.map((row) => row.follow_up_id),
  );
  return rows.map((row) => ({
    followUpId: row.follow_up_id,
    contactId: row.contact_id,
    name: row.name,
    company: row.company ?? undefined,
    isWhyOpen: isWhyAsked(row.met_why ?? undefined, row.met_why_waived),
    hasGreeting: row.greeting_name !== null,
    lastConversationAt: row.last_conversation_at ?? undefined,
    because: becauseOf(row.because),
    draft: drafts.get(row.follow_up_id),
  }));
}
