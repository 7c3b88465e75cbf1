/** The plan as the owner sees it: this month's items with whom they asked and will ask, the months before, and the room left. */
import type { Because } from "../../domain/because.ts";
import type { ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import { prepare } from "../../domain/meeting/prepare.ts";
import { freeRanges } from "../../domain/meeting/slots.ts";
import { type Capacity, capacityOf } from "../../domain/plan/capacity.ts";
import { type ItemQueue, inPlanOrder } from "../../domain/plan/month.ts";
import { type MeetingType, type PlanItem, type Quotas, quotas } from "../../domain/plan/plan.ts";
import { countMonth, type MonthCount } from "../../domain/plan/quotas.ts";
import { quietBecause } from "../../domain/relationship/quiet.ts";
import {
  addDays,
  dayIn,
  firstOfMonth,
  type Instant,
  instantOf,
  lastOfMonth,
  type PlainDate,
  type Zone,
} from "../../domain/time.ts";
import { loadPlanItems } from "../../store/plan-items.ts";
import { loadPlans } from "../../store/plans.ts";
import { readPlannedLetters } from "../../store/read/plan.ts";
import { readSetting } from "../../store/settings.ts";
import { type Circle, circleOf } from "../circle.ts";
import { planFollowUps } from "../decide-follow-ups.ts";
import { questionOf } from "../meeting/free-time.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export type PersonNamed = { contactId: ContactId; name: string; because: readonly Because[] };

export type ItemSeen = {
  item: PlanItem;
  /** Of whoever it is or was with. */
  name?: string;
  /** Asked for it, oldest first; `isOpen` while an answer may still come. */
  asked: (PersonNamed & { isOpen: boolean })[];
  /** Who comes next; the first with a letter that waits. */
  next: (PersonNamed & { draftId?: DraftId; isReady?: boolean })[];
  waits?: Because;
};

export type MonthSeen = { month: PlainDate; quotas: Quotas; count: MonthCount; items: ItemSeen[] };

export type PlanSeen = {
  now: Instant;
  zone: Zone;
  /** This month first, then those before it, then those to come that have a plan of their own. */
  months: MonthSeen[];
  /** For every month that has none of its own; absent until the owner chose. */
  usual?: Quotas;
  presets: Policy["plan"]["presets"];
  capacity?: Capacity;
  /** Much mail and no talk (R9). */
  quiet: PersonNamed[];
};

/** So many months before this one are shown. */
const monthsBack = 6;

export async function showPlan(world: World, owner: OwnerId): Promise<PlanSeen> {
  const { database } = world;
  const circle = await circleOf(world, await ownerView(world, owner));
  const { now } = circle.view;
  const { agenda, policy } = await planFollowUps(world, circle);
  const { zone } = policy;
  const thisMonth = firstOfMonth(dayIn(zone, now));
  const standing = new Map(agenda.items.map((item) => [item.planItemId, item]));
  const stored = await loadPlanItems(database, owner);
  const items = stored.map((item) => standing.get(item.planItemId) ?? item).sort(inPlanOrder);
  const plans = await loadPlans(database, owner);
  const letters = await readPlannedLetters(database, owner);
  const people = new Map(agenda.decided.map(({ state: { person } }) => [person.id, person]));
  const queues = new Map(agenda.queues.map((queue) => [queue.item.planItemId, queue]));
  const usual = await readSetting(database, owner, "plan");
  const named = (id: string, reasons: readonly Because[]): PersonNamed => ({
    contactId: id as ContactId,
    name: people.get(id)?.name ?? "Somebody who is no contact any more",
    because: reasons,
  });
  const seen = (item: PlanItem): ItemSeen => {
    const queue = queues.get(item.planItemId);
    const isFilled = item.state === "booked" || item.state === "took_place";
    return {
      item,
      ...(isFilled && { name: named(item.contactId, []).name }),
      asked: (queue?.asked ?? []).map(({ personId, sequence }) => ({
        ...named(personId, [sequence.because]),
        isOpen: sequence.standing.kind !== "ended",
      })),
      next: nextOf(item, queue, letters, named),
      ...(queue?.waits !== undefined && { waits: queue.waits }),
    };
  };
  const month = (of: PlainDate): MonthSeen => ({
    month: of,
    quotas: plans.find((plan) => plan.month === of)?.quotas ?? [],
    count: countMonth(of, items),
    items: items.filter((item) => item.month === of).map(seen),
  });
  const past = plans.filter((plan) => plan.month < thisMonth).slice(0, monthsBack);
  const later = plans.filter((plan) => plan.month > thisMonth).reverse();
  const capacity = roomLeft(circle, items, thisMonth);
  return {
    now,
    zone,
    months: [thisMonth, ...past.map((plan) => plan.month), ...later.map((plan) => plan.month)].map(month),
    ...(usual !== undefined && { usual: quotas.parse(usual) }),
    presets: policy.plan.presets,
    ...(capacity !== undefined && { capacity }),
    quiet: agenda.decided.flatMap(({ state: { person } }) => {
      const reason = quietBecause(person, policy, now);
      return reason === undefined ? [] : [named(person.id, [reason])];
    }),
  };
}

function nextOf(
  { planItemId }: PlanItem,
  queue: ItemQueue | undefined,
  letters: Awaited<ReturnType<typeof readPlannedLetters>>,
  named: (id: string, reasons: readonly Because[]) => PersonNamed,
): ItemSeen["next"] {
  return (queue?.next ?? []).map(({ personId, because: reasons }) => {
    const letter = letters.get(personId as ContactId);
    const isOurs = letter !== undefined && letter.planItemId === planItemId;
    return { ...named(personId, reasons), ...(isOurs && { draftId: letter.draftId, isReady: letter.isReady }) };
  });
}

/** The days of this month, as far ahead as times are offered, on which each open kind of meeting would fit. */
function roomLeft(
  { free, view: { policy, now } }: Circle,
  items: readonly PlanItem[],
  thisMonth: PlainDate,
): Capacity | undefined {
  const open = items.filter(({ month, state }) => month === thisMonth && (state === "open" || state === "inviting"));
  if (open.length === 0) return undefined;
  if (free.trust.state !== "fresh") return undefined;
  const today = dayIn(policy.zone, now);
  const ahead = addDays(today, policy.offers.horizonDays);
  const monthEnd = lastOfMonth(thisMonth);
  const untilOn = ahead < monthEnd ? ahead : monthEnd;
  const rooms = [...Map.groupBy(open, ({ meeting }) => meeting)].map(([meeting, ones]) => {
    const prepared = prepare(questionOf(free, { now, lengthMinutes: minutesOfMeeting(meeting, policy) }));
    const days = new Set(freeRanges(prepared).map(({ startMs }) => dayIn(policy.zone, instantOf(startMs))));
    return { meeting, open: ones.length, daysWithRoom: [...days].filter((day) => day <= untilOn).length };
  });
  return capacityOf(rooms, untilOn);
}

function minutesOfMeeting(meeting: MeetingType, { durations }: Policy): number {
  switch (meeting) {
    case "coffee":
      return durations.coffeeMinutes;
    case "lunch":
    case "group":
      return durations.lunchMinutes;
    case "call":
      return durations.callMinutes;
    case "check_in":
      return durations.checkInMinutes;
    case "advice_call":
      return durations.adviceCallMinutes;
  }
}
