/** Where a meeting with a person is written: the main calendar of the account in which their mail lies. */
import type { AccountId, ContactId, OwnerId } from "../../domain/ids.ts";
import { listConnected } from "../../store/accounts.ts";
import { loadCalendars } from "../../store/calendars.ts";
import { accountsWithMail } from "../../store/mail-with.ts";
import type { World } from "../world.ts";

export type CalendarFor =
  | { kind: "calendar"; accountId: AccountId; calendar: string }
  /** Calendars are read, and none may be written. */
  | { kind: "read_only" }
  /** No account is connected: what is booked stands here alone. */
  | { kind: "none" };

/** Asks nothing of the network. */
export async function calendarFor(world: World, owner: OwnerId, contactId: ContactId): Promise<CalendarFor> {
  const { database } = world;
  const accounts = (await listConnected(database, owner)).filter(
    ({ state }) => state === "open" || state === "reconnect",
  );
  const found: { accountId: AccountId; calendar: string }[] = [];
  let isRead = false;
  for (const { accountId, provider, scopes } of accounts) {
    const calendars = (await loadCalendars(database, owner, accountId)).filter(({ isChosen }) => isChosen);
    isRead ||= calendars.length > 0;
    const writable = calendars.find(({ mayWrite }) => mayWrite);
    if (writable === undefined) continue;
    const opened = await world.openAccount({ ownerId: owner, accountId, provider, scopes, isInteractive: true });
    if (opened.calendar?.write !== undefined) found.push({ accountId, calendar: writable.ref });
  }
  const [first] = found;
  if (first === undefined) return { kind: isRead ? "read_only" : "none" };
  const nearest = found.length < 2 ? [] : await accountsWithMail(database, owner, contactId, []);
  const chosen = nearest.flatMap((id) => found.filter(({ accountId }) => accountId === id))[0] ?? first;
  return { kind: "calendar", ...chosen };
}
