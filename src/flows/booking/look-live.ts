/** Every calendar that counts is asked, at the provider and now, whether an hour is free (Q8). */
import type { Booking } from "../../domain/booking/booking.ts";
import { inTheWay, type Stretch } from "../../domain/booking/live-busy.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { type BusyPolicy, busyFrom } from "../../domain/meeting/busy.ts";
import { instantOf } from "../../domain/time.ts";
import type { BusyAnswer } from "../../integrations/calendar.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { listConnected } from "../../store/accounts.ts";
import { timesBefore } from "../../store/bookings.ts";
import { loadCalendars } from "../../store/calendars.ts";
import { withAccount } from "../accounts/with-account.ts";
import { freeTimeOf } from "../meeting/free-time.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

export type LookedLive =
  | { kind: "free" }
  | { kind: "taken" }
  /** Nobody knows: neither free nor taken. */
  | { kind: "unreadable"; because: string };

export async function lookLive(
  world: World,
  owner: OwnerId,
  booking: Booking,
  signal: AbortSignal,
): Promise<LookedLive> {
  const { startsAt, endsAt } = booking;
  const busy: BusyAnswer["busy"][number][] = [];
  for (const { accountId, state, name } of await listConnected(world.database, owner)) {
    if (state !== "open" && state !== "reconnect") continue;
    const chosen = (await loadCalendars(world.database, owner, accountId)).filter(({ isChosen }) => isChosen);
    if (chosen.length === 0) continue;
    const refs = chosen.map(({ ref }) => ref);
    const answer = await withAccount(world, owner, accountId, ({ calendar }) =>
      asked(() => calendar?.busy(refs, { from: startsAt, to: endsAt }, signal)),
    );
    const [unread] = answer?.unreadable ?? [];
    if (answer === undefined) return { kind: "unreadable", because: `${name} has to be connected again.` };
    if (unread !== undefined) {
      const title = chosen.find(({ ref }) => ref === unread.calendar)?.title ?? name;
      return { kind: "unreadable", because: `The calendar "${title}" cannot be read: ${unread.because}.` };
    }
    busy.push(...answer.busy);
  }
  const conflicts = busy.length === 0 ? [] : inTheWay(booking, busy, await harmless(world, owner, booking));
  return { kind: conflicts.length === 0 ? "free" : "taken" };
}

/** What an account may not tell makes its time unknown; other trouble is for later. */
async function asked(ask: () => Promise<BusyAnswer> | undefined): Promise<BusyAnswer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof TroubleError) || error.trouble.kind !== "refused") throw error;
    return { busy: [], unreadable: [{ calendar: "", because: error.trouble.because }] };
  }
}

/** The event of this very meeting where it may still stand, and what the owner's policy lets others book over. */
async function harmless(world: World, owner: OwnerId, booking: Booking): Promise<Stretch[]> {
  const { events, sorting } = await freeTimeOf(world, await ownerView(world, owner, world.clock.now()));
  const allowed = events
    .filter((event) => busyFrom([event], sorting).busy.length === 0)
    .flatMap((event) => busyFrom([event], { ...sorting, policy: nothingAllowed }).busy)
    .map(({ source, startMs, endMs }) => ({
      calendar: source.calendar,
      startsAt: instantOf(startMs),
      endsAt: instantOf(endMs),
    }));
  const { calendar } = booking;
  const before = calendar === undefined ? [] : await timesBefore(world.database, owner, booking);
  return [...allowed, ...before.map((time) => ({ calendar: calendar!, ...time }))];
}

const nothingAllowed: BusyPolicy = {
  tentative: true,
  unanswered: true,
  freeAllDay: false,
  outOfOffice: true,
  focus: true,
};
