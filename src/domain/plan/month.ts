/**
 * What becomes of the items of the plan (R18, R21): filled by meetings, open while somebody can still be asked, missed when
 * the owner's month is over; and whom to ask next for each open one. At most so many are asked for one item at the same
 * time, and the next only when the first reminder to the one before has had its days.
 */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { addMonths, before, firstOfMonth, type Instant, lastOfMonth, type PlainDate } from "../time.ts";
import type { Enrolment } from "./enrolment.ts";
import { fill, isByHand, meetingsIn, withMeeting } from "./fill.ts";
import { type MeetingType, meetingTypes, type PlanItem } from "./plan.ts";
import { type Asked, type Candidate, queueFor } from "./queue.ts";
import { sayMeeting, sayMonth } from "./quotas.ts";
import type { PersonState } from "./readiness.ts";
import type { Context, Sequence } from "./sequence.ts";

export type ItemQueue = {
  item: PlanItem;
  /** Asked for this item and not out of it yet, or out of it without a meeting; oldest first. */
  asked: { personId: string; enrolment: Enrolment; sequence: Sequence }[];
  /** Who comes next, the best first; the first is proposed now when the item may ask. */
  next: { personId: string; because: readonly Because[] }[];
  /** Why nobody is asked now, when nobody is. */
  waits?: Because;
};

export type Proposal = {
  candidate: Candidate;
  item: PlanItem;
  /** From when on the item asked for this person. */
  askAt: Instant;
  /** The end of the month. */
  meetUntil: Instant;
  because: readonly Because[];
};

export type MonthView = {
  changed: PlanItem[];
  queues: ItemQueue[];
  /** By person. */
  proposals: ReadonlyMap<string, Proposal>;
  /** Instants at which an item may read differently. */
  changes: Instant[];
};

/** How many of the next are named ahead. */
const namedAhead = 3;

/** `standing` is that of `standingItems`, by the same people. */
export function planOf(
  items: readonly PlanItem[],
  standing: ReadonlyMap<string, PlanItem>,
  people: readonly Asked[],
  { policy }: Context,
  now: Instant,
): MonthView {
  const proposals = new Map<string, Proposal>();
  if (standing.size === 0) return { changed: [], queues: [], proposals, changes: [] };
  const days = localDays(policy.zone);
  const thisMonth = firstOfMonth(days.dayOf(now));
  const stands = new Map(standing);
  const endsAt = days.endOf(lastOfMonth(thisMonth));
  const changes = [days.startOf(addMonths(thisMonth, 1)), before(endsAt, { hours: policy.offers.leadHours })];
  const order = [...stands.values()]
    .filter(({ month, state }) => month === thisMonth && (state === "open" || state === "inviting"))
    .sort(inPlanOrder);
  const sequences = sequencesByItem(people);
  const line = queuesByMeeting(order, people, policy, now);
  const views = order.map((item) => {
    const asked = sequences.get(item.planItemId) ?? [];
    const free = line.of(item).filter(({ id }) => !proposals.has(id));
    const waits = waitsBecause(item, asked, free.length, { endsAt, policy, now });
    const [first] = free;
    if (waits === undefined && first !== undefined) {
      const reason = nextBecause(item, first, asked.length);
      const askAt = asksFrom(asked, days.startOf(item.month));
      proposals.set(first.id, {
        candidate: first,
        item,
        askAt,
        meetUntil: endsAt,
        because: [reason, ...first.because],
      });
    }
    const state = asked.some(({ sequence }) => now < sequence.holdsPlaceUntil) ? "inviting" : "open";
    if (item.state !== state) stands.set(item.planItemId, withState(item, state, asked));
    return { item, asked, waits };
  });
  return {
    changed: [...stands.values()].filter((item) => !items.includes(item)),
    queues: views.map(({ item, asked, waits }) => ({
      item: stands.get(item.planItemId) ?? item,
      asked,
      next: named(item, line.of(item), proposals),
      ...(waits !== undefined && { waits }),
    })),
    proposals,
    changes,
  };
}

/** The line of people for each kind of meeting, worked out once; those who said yes to a place that was gone stand in front. */
function queuesByMeeting(
  open: readonly PlanItem[],
  people: readonly Asked[],
  policy: Policy,
  now: Instant,
): { of(item: PlanItem): readonly Candidate[] } {
  const lateYes = saidYesElsewhere(people, new Set(open.map(({ planItemId }) => planItemId)));
  const known = new Map<MeetingType, Candidate[]>();
  return {
    of({ meeting }) {
      const found = known.get(meeting) ?? [
        ...lateYes.filter(({ state }) => state.fits.includes(meeting)),
        ...queueFor(meeting, people, policy, now),
      ];
      known.set(meeting, found);
      return found;
    },
  };
}

/** When the item could ask somebody again. */
const asksFrom = (asked: ItemQueue["asked"], monthStartsAt: Instant): Instant =>
  asked.reduce((at, { sequence }) => (sequence.asksNextAt > at ? sequence.asksNextAt : at), monthStartsAt);

/** The one who is asked for this item now, then those whom no other item asks. */
function named(
  item: PlanItem,
  line: readonly Candidate[],
  proposals: ReadonlyMap<string, Proposal>,
): ItemQueue["next"] {
  const next: ItemQueue["next"] = [];
  for (const { id, because: reasons } of line) {
    const proposal = proposals.get(id);
    if (proposal?.item === item) next.unshift({ personId: id, because: proposal.because });
    else if (proposal === undefined) next.push({ personId: id, because: reasons });
    if (next.length === namedAhead) break;
  }
  return next;
}

/**
 * Each item of this month, the one before and those to come, by id, with what the calendar and the months made of it. Older
 * ones are closed, unless nobody looked since.
 */
export function standingItems(
  items: readonly PlanItem[],
  people: readonly PersonState[],
  { zone }: Policy,
  now: Instant,
): Map<string, PlanItem> {
  if (items.length === 0) return new Map();
  const days = localDays(zone);
  const lastMonth = addMonths(firstOfMonth(days.dayOf(now)), -1);
  const living = items.filter(({ month, state }) => month >= lastMonth || isUnsettled(state));
  const months = new Set(living.map(({ month }) => month));
  const meetings = meetingsIn(
    people.map(({ person }) => person),
    months,
    zone,
    now,
  );
  const askedFor = peopleByItem(people);
  const stands = new Map<string, PlanItem>();
  for (const month of months) {
    const mine = living.filter((one) => one.month === month).sort(inPlanOrder);
    const inMonth = meetings.filter(({ startsAt }) => firstOfMonth(days.dayOf(startsAt)) === month);
    const filled = fill(mine, inMonth, askedFor, zone);
    const isOver = days.endOf(lastOfMonth(month)) < now;
    for (const item of mine) {
      const meeting = filled.get(item);
      const read = meeting === undefined ? withoutMeeting(item, isOver, now) : withMeeting(item, meeting, zone, now);
      stands.set(item.planItemId, isSameItem(item, read) ? item : read);
    }
  }
  return stands;
}

const isUnsettled = (state: PlanItem["state"]): boolean =>
  state === "open" || state === "inviting" || state === "booked";

function withoutMeeting(item: PlanItem, isOver: boolean, now: Instant): PlanItem {
  const { planItemId, month, meeting, number, because: reasons } = item;
  const unit = { planItemId, month, meeting, number };
  if (item.state === "dropped") return item;
  if (isByHand(item)) {
    if (item.startsAt > now || item.state === "took_place") return item;
    return {
      ...item,
      state: "took_place",
      because: [because("R18.held_by_hand", "You said that it was booked."), ...reasons],
    };
  }
  if (isOver) {
    const text = `${sayMonth(month)} is over without it. Nothing is carried over.`;
    return { ...unit, state: "missed", because: [because("R18.missed", text)] };
  }
  if (item.state === "open" || item.state === "inviting") return item;
  if (item.state === "missed") return { ...unit, state: "open", because: reasons };
  return {
    ...unit,
    state: "open",
    because: [because("R18.open_again", "What stood for it was cancelled or moved away.")],
  };
}

const isSameItem = (one: PlanItem, other: PlanItem): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** In the order in which meeting types are named, then by number; months apart. */
export function inPlanOrder(one: PlanItem, other: PlanItem): number {
  if (one.month !== other.month) return one.month < other.month ? -1 : 1;
  return meetingTypes.indexOf(one.meeting) - meetingTypes.indexOf(other.meeting) || one.number - other.number;
}

function peopleByItem(people: readonly PersonState[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { person, enrolments } of people) {
    for (const { planItemId } of enrolments) {
      if (planItemId === undefined) continue;
      const known = found.get(planItemId);
      if (known === undefined) found.set(planItemId, new Set([person.id]));
      else known.add(person.id);
    }
  }
  return found;
}

/** The newest sequence of each person, under the item that it was begun for. */
function sequencesByItem(people: readonly Asked[]): Map<string, ItemQueue["asked"]> {
  const found = new Map<string, ItemQueue["asked"]>();
  for (const { state, last } of people) {
    if (last?.enrolment.planItemId === undefined) continue;
    const one = { personId: state.person.id, ...last };
    const known = found.get(last.enrolment.planItemId);
    if (known === undefined) found.set(last.enrolment.planItemId, [one]);
    else known.push(one);
  }
  for (const asked of found.values()) {
    asked.sort((one, other) => (one.enrolment.startedAt < other.enrolment.startedAt ? -1 : 1));
  }
  return found;
}

/**
 * People who said yes after their item was filled by somebody else, or its month was over: the next open item is theirs. The
 * letter answers them, so the gap between unsolicited letters does not hold it.
 */
function saidYesElsewhere(people: readonly Asked[], open: ReadonlySet<string>): Candidate[] {
  return people.flatMap(({ state, last }) => {
    if (last?.sequence.standing.kind !== "agreed" || last.enrolment.planItemId === undefined) return [];
    if (open.has(last.enrolment.planItemId)) return [];
    const text = `${state.person.name} said yes when another had already taken the place: the next one is theirs.`;
    return [
      {
        id: state.person.id,
        state,
        kind: last.enrolment.kind,
        way: "letter" as const,
        urgency: 0,
        closeness: 0,
        because: [because("R21.late_yes", text)],
      },
    ];
  });
}

/** Why an item asks nobody now: the one before has not had their time, enough are asked, the month is out, nobody is left. */
function waitsBecause(
  { meeting }: PlanItem,
  asked: ItemQueue["asked"],
  waiting: number,
  { endsAt, policy, now }: { endsAt: Instant; policy: Policy; now: Instant },
): Because | undefined {
  const { inviteesInParallelMax } = policy.plan;
  const asksAt = asked
    .map(({ sequence }) => sequence.asksNextAt)
    .filter((at) => at > now)
    .sort()
    .at(-1);
  if (asksAt !== undefined) {
    const on = localDays(policy.zone).dayOf(asksAt);
    const text = `Nobody else is asked before ${on}: whoever was asked last may still answer.`;
    return because("R21.waits", text, { asksAt });
  }
  const holding = asked.filter(({ sequence }) => now < sequence.holdsPlaceUntil).length;
  if (holding >= inviteesInParallelMax) {
    const text = `${holding} people are asked already: nobody else before one of them answers or is out.`;
    return because("R21.in_parallel", text, { asked: holding });
  }
  if (now >= before(endsAt, { hours: policy.offers.leadHours })) {
    return because("R18.too_late", "The month is out: no time is left that could still be offered.");
  }
  if (meeting === "group") {
    return because("R11.group", "A group is one invitation to three to six people: choose them from your lists.");
  }
  if (waiting === 0) {
    return because("R21.nobody", `Nobody is left to ask for a ${sayMeeting(meeting)} now.`);
  }
  return undefined;
}

function nextBecause({ meeting, number, month }: PlanItem, { state }: Candidate, askedBefore: number): Because {
  const place = `${sayMeeting(meeting)} ${number} of ${sayMonth(month)}`;
  const text =
    askedBefore === 0
      ? `${state.person.name} is the first to ask for ${place}.`
      : `${state.person.name} is the next to ask for ${place}, after ${askedBefore} ${askedBefore === 1 ? "other" : "others"}.`;
  return because("R21.next_person", text, { meeting, number, month, askedBefore });
}

function withState(
  { planItemId, month, meeting, number, because: reasons }: PlanItem,
  state: "open" | "inviting",
  asked: ItemQueue["asked"],
): PlanItem {
  const text = asked.length === 0 ? "Nobody is asked yet." : `${asked.length} asked so far.`;
  const rest = reasons.filter(({ rule }) => rule !== "R21.asked");
  return {
    planItemId,
    month,
    meeting,
    number,
    state,
    because: [because("R21.asked", text, { asked: asked.length }), ...rest],
  };
}

export const monthOf = (zone: Policy["zone"], now: Instant): PlainDate => firstOfMonth(localDays(zone).dayOf(now));
