/**
 * Reads the calendars of an account that count. One that cannot be read costs only itself: it is named, the others are read,
 * and its time counts as taken until it can be read again (Q1).
 */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after, before, type Zone } from "../../domain/time.ts";
import type { CalendarAccount, CalendarPage, EventRef, Window } from "../../integrations/calendar.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { calendarsPolled } from "../../store/accounts.ts";
import {
  calendarsListedAt,
  loadCalendars,
  noteCalendarsListed,
  noteReadable,
  removeEventsOf,
  saveListedCalendars,
} from "../../store/calendars.ts";
import { saveEvents } from "../../store/events.ts";
import { isPushed } from "../../store/push-channels.ts";
import { cancelEventsBeside, cancelGoneEvents, cancelUntoldEvents, placeEvents } from "../../store/scan-places.ts";
import { ensureStreams, loadStreams, restartStream, type StoredStream, switchStreams } from "../../store/streams.ts";
import { moveTimer, setTimerBy } from "../../store/timers.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { pushTimer } from "../push/push-timer.ts";
import type { World } from "../world.ts";
import { type Reading, readStream, type Scan } from "./read-stream.ts";
import { discoverSoon, pollSeconds, scanTimer } from "./scan-timers.ts";
import { withAccount } from "./with-account.ts";

/** How far meetings are looked back for, and ahead. */
const backDays = 400;
const aheadDays = 180;
/** Ten thousand accounts ask 120,000 times a day, which with their polls stays below a project's million (provider-facts §3). */
const listAgainHours = 2;
/** The window of a reading moves with the days: read anew this often, so that it never ends in sight. */
const windowDays = 7;

type CalendarScan = Scan & { calendar: CalendarAccount; zone: Zone; window: Window };

/** Undefined when the account is not open, or its calendars were not granted; else how many could be read and how many could not. */
export async function scanCalendars(
  world: World,
  owner: OwnerId,
  account: AccountId,
  signal: AbortSignal,
): Promise<{ read: number; failed: number } | undefined> {
  return withAccount(world, owner, account, async ({ calendar }, { provider }) => {
    if (calendar === undefined) return undefined;
    const now = world.clock.now();
    const window = { from: before(now, { days: backDays }), to: after(now, { days: aheadDays }) };
    const scan: CalendarScan = { world, owner, account, signal, calendar, zone: await ownerZone(world, owner), window };
    await settleCalendars(scan);
    const streams = await loadStreams(world.database, owner, account, "calendar");
    const troubles: TroubleError[] = [];
    for (const stream of streams) {
      const trouble = signal.aborted ? undefined : await readOne(scan, stream);
      if (trouble !== undefined) troubles.push(trouble);
    }
    // One that was taken off there, or is shared no more, is not on the list.
    if (troubles.length > 0) await noteCalendarsListed(world.database, owner, account, undefined);
    // Trouble that all of them have is the account's: what becomes of it is decided once, for every kind of work.
    if (troubles.length > 0 && troubles.length === streams.length) throw troubles[0];
    const pushed = await isPushed(world.database, owner, account, "calendar", now);
    // Calendars that were chosen meanwhile are to be told of too.
    if (world.push !== undefined && !pushed) await setTimerBy(world.database, owner, pushTimer(account), now);
    const seconds = pollSeconds(await calendarsPolled(world.database, provider), { isPushed: pushed });
    await moveTimer(world.database, owner, scanTimer("scan_calendars", account), after(now, { seconds }));
    return { read: streams.length - troubles.length, failed: troubles.length };
  });
}

/** Which calendars there are, and a stream for each that counts. */
async function settleCalendars({ world, owner, account, calendar, signal }: CalendarScan): Promise<void> {
  const at = world.clock.now();
  const listedAt = await calendarsListedAt(world.database, owner, account);
  const isDue = listedAt === undefined || after(listedAt, { hours: listAgainHours }) <= at;
  const listed = isDue ? await calendar.calendars(signal) : undefined;
  await world.database.transaction().execute(async (transaction) => {
    const before = await loadCalendars(transaction, owner, account);
    if (listed !== undefined) {
      await saveListedCalendars(transaction, owner, account, listed);
      await noteCalendarsListed(transaction, owner, account, at);
    }
    const known = await loadCalendars(transaction, owner, account);
    const chosen = known.filter(({ isChosen }) => isChosen).map(({ ref }) => ref);
    const off = [...before, ...known].map(({ ref }) => ref).filter((ref) => !chosen.includes(ref));
    const streams = chosen.map((name) => ({ name, kind: "fresh" as const }));
    await ensureStreams(transaction, owner, account, "calendar", streams);
    await switchStreams(transaction, owner, account, "calendar", { on: chosen, off });
    await removeEventsOf(transaction, owner, account, off);
  });
}

/** The trouble of a calendar that cannot be read; signing in is the account's. */
async function readOne(scan: CalendarScan, stream: StoredStream): Promise<TroubleError | undefined> {
  const { world, owner, account } = scan;
  const at = world.clock.now();
  try {
    const moved = await moveWindow(scan, stream);
    const stands = await readStream(scan, moved, calendarReading(scan, moved), () => !scan.signal.aborted);
    if (stands?.state === "current") await noteReadable(world.database, owner, account, stream.name, undefined);
    return undefined;
  } catch (error) {
    if (!(error instanceof TroubleError) || error.trouble.kind === "sign_in_again" || scan.signal.aborted) throw error;
    await noteReadable(world.database, owner, account, stream.name, { because: error.message, at });
    return error;
  }
}

/** Providers hold a reading to the window that it began with. */
async function moveWindow({ world, owner, account }: Scan, stream: StoredStream): Promise<StoredStream> {
  const at = world.clock.now();
  const began = stream.relistedAt;
  const isOld = began === undefined || after(began, { days: windowDays }) <= at;
  if (stream.state === "reading" || !isOld) return stream;
  const restarted = await restartStream(world.database, owner, account, stream, { since: at, why: "relist", at });
  return restarted ?? stream;
}

function calendarReading(scan: CalendarScan, { name }: StoredStream): Reading<CalendarPage> {
  const { world, owner, account, zone, window } = scan;
  // Of a reading from the start: what it has not told by its end is gone. Undefined when that cannot be said.
  let told: EventRef[] | undefined;
  const pages: Reading<CalendarPage>["pages"] = (from) => {
    told = "after" in from ? undefined : [];
    return scan.calendar.pages(name, { ...from, window }, scan.signal);
  };
  const keep: Reading<CalendarPage>["keep"] = async (transaction, _stream, page, at) => {
    if (page.skipped.length > 0) told = undefined;
    told?.push(...page.events.map(({ ref }) => ref));
    const events = page.events.map(({ event }) => ({ id: world.ids.next<never>(), event }));
    const { added, saved } = await saveEvents(transaction, owner, account, zone, events);
    const placed = page.events.map(({ ref }, nth) => ({ ref, eventId: saved[nth]! }));
    await placeEvents(transaction, owner, account, name, placed);
    const since = page.mayHaveLeftWindow === true ? at : undefined;
    const beside = await cancelEventsBeside(transaction, owner, account, name, page.whole ?? [], saved, since);
    const said = await cancelGoneEvents(transaction, owner, account, name, page.gone, since);
    const untold =
      page.isLast && told !== undefined
        ? await cancelUntoldEvents(transaction, owner, account, name, { told, ...window })
        : 0;
    const gone = beside + said + untold;
    if (events.length + gone > 0) await discoverSoon(transaction, owner, at);
    return { listed: events.length, stored: added, gone };
  };
  return { pages, keep };
}
