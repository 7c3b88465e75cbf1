/** The plan's item that an agreed meeting fills (R18), and gives back when it comes to nothing. */
import { type Because, because } from "../../domain/because.ts";
import type { ContactId, OwnerId, PlanItemId } from "../../domain/ids.ts";
import type { PlanItem } from "../../domain/plan/plan.ts";
import { dayIn, firstOfMonth, type Instant, type Zone } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { loadPlanItems, savePlanItems } from "../../store/plan-items.ts";

export type Agreed = {
  contactId: ContactId;
  startsAt: Instant;
  /** The item that they were asked for, when one was. */
  planned: string | undefined;
  /** Of the owner: months are counted there. */
  zone: Zone;
};

/** Inside the caller's transaction. The item they were asked for, or another of its kind in the month of the meeting when that one is taken. */
export async function bookPlanItem(
  connection: Connection,
  owner: OwnerId,
  { contactId, startsAt, planned, zone }: Agreed,
  now: Instant,
): Promise<void> {
  const items = await loadPlanItems(connection, owner);
  if (items.some((item) => isBookedFor(item, { contactId, startsAt }))) return;
  const month = firstOfMonth(dayIn(zone, startsAt));
  const asked = items.find(({ planItemId }) => planItemId === planned);
  const open = items.filter((one) => (one.state === "open" || one.state === "inviting") && one.month === month);
  const item = open.find((one) => one === asked) ?? open.find(({ meeting }) => meeting === asked?.meeting);
  if (item === undefined) return;
  const reason = because("R18.by_hand", "They said yes to this time; nothing in the calendar stands behind it yet.");
  await savePlanItems(
    connection,
    owner,
    [{ ...unitOf(item), state: "booked", contactId, startsAt, because: [reason] }],
    now,
  );
}

/** What the calendar stands behind already is read anew from there. */
export async function freePlanItem(
  connection: Connection,
  owner: OwnerId,
  meeting: { contactId: ContactId; startsAt: Instant },
  why: Because,
  now: Instant,
): Promise<void> {
  const items = await loadPlanItems(connection, owner);
  const freed = items
    .filter((item) => isBookedFor(item, meeting) && item.eventId === undefined)
    .map((item): PlanItem => ({ ...unitOf(item), state: "open", because: [why] }));
  await savePlanItems(connection, owner, freed, now);
}

/** The same meeting at another time is counted once (R18): its item goes with it, as far as the month's end. */
export async function movePlanItem(
  connection: Connection,
  owner: OwnerId,
  { from, ...to }: Agreed & { from: Instant },
  why: Because,
  now: Instant,
): Promise<void> {
  const { contactId, startsAt, zone } = to;
  const items = await loadPlanItems(connection, owner);
  const item = items.find((one): one is Filled => isBookedFor(one, { contactId, startsAt: from }));
  if (item !== undefined && item.month === firstOfMonth(dayIn(zone, startsAt)))
    return savePlanItems(connection, owner, [{ ...item, startsAt, because: [why] }], now);
  if (item !== undefined)
    await savePlanItems(connection, owner, [{ ...unitOf(item), state: "open", because: [why] }], now);
  await bookPlanItem(connection, owner, { ...to, planned: item?.planItemId ?? to.planned }, now);
}

type Filled = Extract<PlanItem, { contactId: ContactId }>;

const isBookedFor = (
  item: PlanItem,
  { contactId, startsAt }: { contactId: ContactId; startsAt: Instant },
): item is Filled => item.state === "booked" && item.contactId === contactId && item.startsAt === startsAt;

const unitOf = ({
  planItemId,
  month,
  meeting,
  number,
}: PlanItem): {
  planItemId: PlanItemId;
  month: PlanItem["month"];
  meeting: PlanItem["meeting"];
  number: number;
} => ({ planItemId, month, meeting, number });
