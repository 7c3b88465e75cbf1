/** One tap says what happened outside of mail and calendar (R35); another takes it back. The clocks follow. */
import type { Logged, LoggedOutcome } from "../../domain/day/logged.ts";
import type { ContactId, LoggedId, OwnerId } from "../../domain/ids.ts";
import type { Mode } from "../../domain/relationship/interaction.ts";
import type { Instant } from "../../domain/time.ts";
import { loadContacts } from "../../store/contacts.ts";
import { removeLogged, saveLogged } from "../../store/logged.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

export type ToLog = {
  contactId: ContactId;
  mode: Mode;
  outcome: LoggedOutcome;
  isTheirs?: boolean;
  note?: string;
  at?: Instant;
  /** Chosen by whoever offers to take it back. */
  loggedId?: LoggedId;
};

/** `isTheirs`: they wrote or rang. `at` is now unless said, and never in the future. */
export async function logContact(
  world: World,
  owner: OwnerId,
  { contactId, mode, outcome, isTheirs, note, at, loggedId }: ToLog,
): Promise<"logged" | "not_there"> {
  const now = world.clock.now();
  const [known] = await loadContacts(world.database, owner, contactId);
  if (known === undefined) return "not_there";
  const logged: Logged = {
    loggedId: loggedId ?? world.ids.next<LoggedId>(),
    contactId,
    mode,
    direction: outcome === "talked" || outcome === "met" ? "mutual" : isTheirs === true ? "inbound" : "outbound",
    outcome,
    at: at === undefined || at > now ? now : at,
    ...(note !== undefined && note !== "" && { note }),
  };
  await world.database.transaction().execute(async (transaction) => {
    await saveLogged(transaction, owner, logged);
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, now);
  });
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return "logged";
}

export async function takeBackLogged(world: World, owner: OwnerId, id: LoggedId): Promise<"done" | "not_there"> {
  const isGone = await world.database.transaction().execute(async (transaction) => {
    const removed = await removeLogged(transaction, owner, id);
    if (removed) await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
    return removed;
  });
  if (!isGone) return "not_there";
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return "done";
}
