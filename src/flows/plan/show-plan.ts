/** The plan as the owner sees it, as the last decision found it: this month's items with whom they asked and will ask, the months before, and the room left. */
import type { Because } from "../../domain/because.ts";
import type { ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import { prepare } from "../../domain/meeting/prepare.ts";
import { freeRanges } from "../../domain/meeting/slots.ts";
import { type Capacity, capacityOf } from "../../domain/plan/capacity.ts";
import { inPlanOrder } from "../../domain/plan/month.ts";
import { type MeetingType, type PlanItem, type Quotas, quotas } from "../../domain/plan/plan.ts";
import { countMonth, type MonthCount } from "../../domain/plan/quotas.ts";
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
import { readStandings } from "../../store/person-standings.ts";
import { loadPlanItems } from "../../store/plan-items.ts";
import { loadPlans } from "../../store/plans.ts";
import { type PlanLineSeen, readItemNotes, readPlanLines, readPlannedLetters } from "../../store/read/plan.ts";
import { readSetting } from "../../store/settings.ts";
import { freeTimeOf, questionOf } from "../meeting/free-time.ts";
import { type OwnerView, ownerView } from "../owner/owner-view.ts";
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
  const view = await ownerView(world, owner);
  const { now, zone, policy } = view;
  const thisMonth = firstOfMonth(dayIn(zone, now));
  const items = (await loadPlanItems(database, owner)).sort(inPlanOrder);
  const notes = await readItemNotes(database, owner);
  const lines = Map.groupBy(await readPlanLines(database, owner), ({ planItemId }) => planItemId);
  const plans = await loadPlans(database, owner);
  const letters = await readPlannedLetters(database, owner);
  const usual = await readSetting(database, owner, "plan");
  const seen = (item: PlanItem): ItemSeen => {
    const { waits, name = "Somebody who is no contact any more" } = notes.get(item.planItemId) ?? {};
    const line = lines.get(item.planItemId) ?? [];
    const isFilled = item.state === "booked" || item.state === "took_place";
    return {
      item,
      ...(isFilled && { name }),
      asked: line
        .filter(({ standing }) => standing !== "next")
        .map(({ standing, ...one }) => ({ ...personNamed(one), isOpen: standing === "asked" })),
      next: line.filter(({ standing }) => standing === "next").map((one) => withLetter(one, letters)),
      ...(waits !== undefined && { waits }),
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
  const capacity = await roomLeft(world, view, items, thisMonth);
  return {
    now,
    zone,
    months: [thisMonth, ...past.map((plan) => plan.month), ...later.map((plan) => plan.month)].map(month),
    ...(usual !== undefined && { usual: quotas.parse(usual) }),
    presets: policy.plan.presets,
    ...(capacity !== undefined && { capacity }),
    quiet: (await readStandings(database, owner, "quiet")).map(({ because, ...one }) =>
      personNamed({ ...one, because: [because] }),
    ),
  };
}

const personNamed = ({ contactId, name, because }: PersonNamed): PersonNamed => ({ contactId, name, because });

function withLetter(
  line: PlanLineSeen,
  letters: Awaited<ReturnType<typeof readPlannedLetters>>,
): ItemSeen["next"][number] {
  const letter = letters.get(line.contactId);
  const isOurs = letter !== undefined && letter.planItemId === line.planItemId;
  return { ...personNamed(line), ...(isOurs && { draftId: letter.draftId, isReady: letter.isReady }) };
}

/** The days of this month, as far ahead as times are offered, on which each open kind of meeting would fit. */
async function roomLeft(
  world: World,
  view: OwnerView,
  items: readonly PlanItem[],
  thisMonth: PlainDate,
): Promise<Capacity | undefined> {
  const open = items.filter(({ month, state }) => month === thisMonth && (state === "open" || state === "inviting"));
  if (open.length === 0) return undefined;
  const { policy, now } = view;
  const free = await freeTimeOf(world, view);
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
