/** Where a meeting with a person is written: the main calendar of the account in which their mail lies. */
import type { AccountId, ContactId, OwnerId } from "../../domain/ids.ts";
import { type ConnectedAccount, listConnected } from "../../store/accounts.ts";
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
  const { writable, isAnyRead } = await ownersCalendars(world, owner);
  const found = writable.map(({ account: { accountId }, calendar }) => ({ accountId, calendar }));
  const [first] = found;
  if (first === undefined) return { kind: isAnyRead ? "read_only" : "none" };
  const nearest = found.length < 2 ? [] : await accountsWithMail(world.database, owner, contactId, []);
  const chosen = nearest.flatMap((id) => found.filter(({ accountId }) => accountId === id))[0] ?? first;
  return { kind: "calendar", ...chosen };
}

/** Of each account the calendar in which meetings may be written, the account connected first before the others. */
export type WritableCalendar = { account: ConnectedAccount; calendar: string };

/** Asks nothing of the network. */
export async function ownersCalendars(
  world: World,
  owner: OwnerId,
): Promise<{ writable: WritableCalendar[]; isAnyRead: boolean }> {
  const { database } = world;
  const writable: WritableCalendar[] = [];
  let isAnyRead = false;
  for (const account of await listConnected(database, owner)) {
    const { accountId, provider, scopes, state } = account;
    if (state !== "open" && state !== "reconnect") continue;
    const calendars = (await loadCalendars(database, owner, accountId)).filter(({ isChosen }) => isChosen);
    isAnyRead ||= calendars.length > 0;
    const calendar = calendars.find(({ mayWrite }) => mayWrite);
    if (calendar === undefined) continue;
    const opened = await world.openAccount({ ownerId: owner, accountId, provider, scopes, isInteractive: true });
    if (opened.calendar?.write !== undefined) writable.push({ account, calendar: calendar.ref });
  }
  return { writable, isAnyRead };
}
