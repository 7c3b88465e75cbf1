/** What was logged by hand about one person, for their page. */
import type { LoggedOutcome } from "../../domain/day/logged.ts";
import type { ContactId, LoggedId, OwnerId } from "../../domain/ids.ts";
import type { Mode } from "../../domain/relationship/interaction.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";

export type LoggedSeen = {
  loggedId: LoggedId;
  mode: Mode;
  outcome: LoggedOutcome;
  at: Instant;
  note: string | undefined;
};

const rowsMax = 10;

/** The newest few first. */
export async function readLogged(connection: Connection, owner: OwnerId, contact: ContactId): Promise<LoggedSeen[]> {
  const rows = await connection
    .selectFrom("logged")
    .select(["logged_id", "mode", "outcome", "at", "note"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .orderBy("at", "desc")
    .orderBy("logged_id")
    .limit(rowsMax)
    .execute();
  return rows.map(({ logged_id, outcome, note, ...rest }) => ({
    ...rest,
    loggedId: logged_id,
    outcome: outcome as LoggedOutcome,
    note: note ?? undefined,
  }));
}
