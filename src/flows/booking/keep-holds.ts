/**
 * Named times that are kept for somebody also stand in the calendar as tentative events, where the owner wishes it (Q6).
 * Each is noted before it is asked for; what nobody knows of is looked for by its key.
 */
import { eventWhenReleased, type Hold } from "../../domain/booking/hold.ts";
import { settledAt } from "../../domain/booking/settled.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { CalendarAccount } from "../../integrations/calendar.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { loadContacts } from "../../store/contacts.ts";
import { changeHold, type HoldChange, holdEventsGoing, holdsWithEvents } from "../../store/holds.ts";
import { withAccount } from "../accounts/with-account.ts";
import type { World } from "../world.ts";
import type { WriteDesk } from "../write-back/desk.ts";
import type { BookingDesk } from "./booking-desk.ts";

type Write = NonNullable<CalendarAccount["write"]>;
type HoldDesk = { world: World; owner: OwnerId; signal: AbortSignal; write: Write };

export async function keepHolds(desk: WriteDesk, write: Write, { isWished }: { isWished: boolean }): Promise<void> {
  const { world, owner, account, signal } = desk;
  for (const hold of await holdsWithEvents(world.database, owner, account.accountId)) {
    if (signal.aborted) return;
    const isKept = isWished && hold.state === "placed";
    const known = isKept ? hold : await letGo({ world, owner, signal, write }, hold);
    if (known !== undefined) await keepHold(desk, { world, owner, signal, write }, known);
    if (known?.event.state === "unknown" || known?.event.state === "removing") desk.looks.push(settledAt(known));
  }
}

/** Not wished any more, or released: what stands there is to go. */
const letGo = (desk: HoldDesk, hold: Hold): Promise<Hold | undefined> =>
  hold.event.state === "removing"
    ? Promise.resolve(hold)
    : change(desk, hold, { eventState: eventWhenReleased(hold.event.state) });

async function keepHold({ zone }: WriteDesk, desk: HoldDesk, hold: Hold): Promise<void> {
  switch (hold.event.state) {
    case "wanted":
      return put(desk, hold, zone);
    case "unknown": {
      const found = await desk.write.find(hold.event.calendar!, keyOf(hold), desk.signal);
      if (found !== undefined) await change(desk, hold, { eventState: "standing", eventRef: found.ref });
      else if (settledAt(hold) <= desk.world.clock.now()) await change(desk, hold, { eventState: "wanted" });
      return;
    }
    case "removing":
      await removeHoldEvent(desk, hold);
      return;
    default:
      return;
  }
}

async function put(desk: HoldDesk, hold: Hold, zone: WriteDesk["zone"]): Promise<void> {
  const { world, owner, write, signal } = desk;
  const [contact] = await loadContacts(world.database, owner, hold.contactId);
  const claimed = await change(desk, hold, { eventState: "unknown" });
  if (claimed === undefined) return;
  const { startsAt, endsAt } = hold;
  const event = { startsAt, endsAt, zone, guests: [], wantsLink: false, isTentative: true } as const;
  try {
    const title = `Hold: ${contact?.name ?? "a meeting"}`;
    const { ref } = await write.put(hold.event.calendar!, { key: keyOf(hold), title, ...event }, signal);
    await change(desk, claimed, { eventState: "standing", eventRef: ref });
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    const { kind } = error.trouble;
    if (kind === "unknown_outcome") return;
    if (kind !== "refused" && kind !== "gone" && kind !== "conflict") throw error;
    // The time is kept all the same: the calendar only would have shown it.
    await change(desk, claimed, { eventState: "refused", because: error.message });
  }
}

/** False when nobody knows yet whether it is gone. */
async function removeHoldEvent(desk: HoldDesk, hold: Hold): Promise<boolean> {
  const { write, signal, world } = desk;
  const calendar = hold.event.calendar!;
  const ref = hold.event.ref ?? (await write.find(calendar, keyOf(hold), signal))?.ref;
  if (ref === undefined && settledAt(hold) > world.clock.now()) return false;
  if (ref !== undefined) await write.cancel(calendar, ref, signal);
  await change(desk, hold, { eventState: "removed" });
  return true;
}

/** Before calendars are asked live whether an hour is free: what was kept there for this very meeting is not in its way. */
export async function clearHoldEvents(
  { world, owner, signal }: BookingDesk,
  time: Pick<Hold, "startsAt" | "endsAt">,
): Promise<void> {
  for (const hold of await holdEventsGoing(world.database, owner, time)) {
    const { accountId } = hold.event;
    if (accountId === undefined) continue;
    await withAccount(world, owner, accountId, async ({ calendar }) => {
      if (calendar?.write !== undefined) await removeHoldEvent({ world, owner, signal, write: calendar.write }, hold);
    });
  }
}

/** 32 hex digits. */
const keyOf = ({ holdId }: Hold): string => holdId.replaceAll("-", "");

const change = ({ world, owner }: HoldDesk, hold: Hold, to: HoldChange): Promise<Hold | undefined> =>
  changeHold(world.database, owner, hold, to, world.clock.now());
