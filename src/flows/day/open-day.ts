/**
 * The owner's day (R23, R43): what to do, cut to the sitting's minutes; the meetings to come with their briefs; the four
 * acts for whom they just met; the week in a line. The first look of a day opens its sitting and counts what was put off;
 * later looks go on with it. Seen from another day (`--as-of`) nothing is stored.
 */
import { type FirstActs, firstActs } from "../../domain/day/first-acts.ts";
import { type DayItem, type DutyAhead, isAhead } from "../../domain/day/item.ts";
import { putOff } from "../../domain/day/items.ts";
import { continueSitting, isEnough, spentSeconds } from "../../domain/day/sitting.ts";
import { sayWeek } from "../../domain/day/week-line.ts";
import type { FollowUpId, OwnerId } from "../../domain/ids.ts";
import { localDays } from "../../domain/local-days.ts";
import {
  addDays,
  before,
  firstOfMonth,
  type Instant,
  type PlainDate,
  weekdayOf,
  type Zone,
} from "../../domain/time.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import type { Connection, InTransaction } from "../../store/database.ts";
import { loadLogged, loggedBetween } from "../../store/logged.ts";
import { lockOwner } from "../../store/owners.ts";
import { loadPlanItems } from "../../store/plan-items.ts";
import { type NewlyMet, readNextDuty, readNotes } from "../../store/read/newly-met.ts";
import { noReach, readReach } from "../../store/read/reach.ts";
import {
  findSitting,
  keepRollovers,
  loadRollovers,
  rollOver,
  type Sitting,
  saveSitting,
  sittingBefore,
  sittingsBetween,
} from "../../store/sittings.ts";
import { type Policy, policyOf } from "../owner/policy-of.ts";
import type { Viewpoint } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";
import { appointments, type Meeting } from "./appointments.ts";
import { type Duties, type Gathered, gatherItems, readDuties } from "./gather-items.ts";
import { type Brief, writeBrief } from "./write-brief.ts";

export type Day = {
  day: PlainDate;
  zone: Zone;
  sitting: {
    budgetMinutes: number;
    /** Minutes since midnight: the fixed time. */
    atMinute: number;
    spentSeconds: number;
    isRunning: boolean;
    /** Enough for today: by the timer, or as the owner said. */
    isOver: boolean;
    done: number;
    offered: DayItem[];
    /** In their order, as many as were asked for. */
    waiting: DayItem[];
    /** How many wait in all. */
    waits: number;
  };
  meetings: (Meeting & { briefs: Brief[] })[];
  newPeople: NewPerson[];
  /** The follow-ups behind the items. */
  rows: Duties["rows"];
  suggestions: Gathered["suggestions"];
  prompts: Gathered["prompts"];
  openAnswers: Gathered["openAnswers"];
  weekLine: string;
  /** The soonest duty to come: what an empty day says. */
  next: { name: string; kind: string; dueAt: Instant } | undefined;
  policy: Policy;
};

/** Somebody met within the 48 hours, with the four acts. */
export type NewPerson = NewlyMet & {
  acts: FirstActs;
  links: readonly string[];
  /** The text to ask for a connection with (R15); absent while nothing true can be said in it. */
  connectionNote: string | undefined;
};

/** `waitingMax`: of what waits for another day, so much is read. */
export async function openDay(
  world: World,
  owner: OwnerId,
  { now, because }: Viewpoint,
  { waitingMax = Number.POSITIVE_INFINITY }: { waitingMax?: number } = {},
): Promise<Day> {
  const { database } = world;
  const policy = await policyOf(world, owner);
  const day = localDays(policy.zone).dayOf(now);
  const gathered = await gatherItems(world, owner, policy, now);
  const items = await withoutTouchedToday(database, owner, gathered.items, policy, now);
  const held = because === "said";
  const sitting = held
    ? await lookAhead(database, owner, items, { policy, day, now })
    : await database.transaction().execute((transaction) => goOn(transaction, owner, items, { policy, day, now }));
  const people = await newPeople(world, owner, gathered.newlyMet, policy, now);
  // Their card holds what is asked of the thanks, wherever that stands.
  const ofNewPeople = new Set(people.flatMap(({ thankYou }) => thankYou?.followUpId ?? []));
  const waiting = sitting.waiting.filter(
    (item, at) => at < waitingMax || ofNewPeople.has(item.subject.followUpId as FollowUpId),
  );
  const shown = [...sitting.offered, ...waiting].filter(isAhead);
  const duties = await readDuties(
    world,
    owner,
    policy,
    now,
    shown.map(({ subject }) => subject.followUpId as FollowUpId),
  );
  const whole = (items: readonly (DayItem | DutyAhead)[]) => items.flatMap((item) => wholeItem(item, duties, policy));
  return {
    day,
    zone: policy.zone,
    sitting: {
      ...sitting,
      offered: whole(sitting.offered),
      waiting: whole(waiting),
      waits: sitting.waiting.length,
    },
    meetings: await meetingsWithBriefs(world, owner, policy, now),
    newPeople: people,
    rows: duties.rows,
    suggestions: gathered.suggestions,
    prompts: gathered.prompts,
    openAnswers: gathered.openAnswers,
    weekLine: await weekLine(database, owner, day),
    next: await readNextDuty(database, owner, now),
    policy,
  };
}

/** What its size stood for; none of what was settled in this very moment. */
function wholeItem(item: DayItem | DutyAhead, { items }: Duties, policy: Policy): DayItem[] {
  if (!isAhead(item)) return [item];
  const duty = items.get(item.subject.followUpId);
  return duty === undefined ? [] : [putOff(duty, item.rolledOver, policy)];
}

/** Whoever was called or written to by hand today is done with for today, though the clocks may not have followed yet. */
async function withoutTouchedToday(
  connection: Connection,
  owner: OwnerId,
  items: Gathered["items"],
  { zone }: Policy,
  now: Instant,
): Promise<Gathered["items"]> {
  const days = localDays(zone);
  const today = days.dayOf(now);
  const logged = await loggedBetween(connection, owner, { from: days.startOf(today), until: days.endOf(today) });
  const touched = new Set<string>(logged.filter(({ mode }) => mode !== "social").map(({ contactId }) => contactId));
  return items.filter(({ id, subject }) => !id.startsWith("duty:") || !touched.has(subject.contactId ?? ""));
}

/** A sitting as far as its sizes go. */
type Cut = Omit<Day["sitting"], "offered" | "waiting" | "waits"> & Record<"offered" | "waiting", Gathered["items"]>;

type At = { policy: Policy; day: PlainDate; now: Instant };

/** The sitting of a day, opened by the first look at it; what was put off is counted once a day. */
async function goOn(transaction: InTransaction, owner: OwnerId, gathered: Gathered["items"], at: At): Promise<Cut> {
  const { policy, day, now } = at;
  await lockOwner(transaction, owner);
  const known = await findSitting(transaction, owner, day);
  const ids = new Set(gathered.map(({ id }) => id));
  if (known === undefined) {
    const last = await sittingBefore(transaction, owner, day);
    const undone = (last?.offered ?? []).filter(({ id }) => ids.has(id)).map(({ id }) => id);
    if (last !== undefined) await rollOver(transaction, owner, undone, last.day);
    await keepRollovers(transaction, owner, [...ids]);
  }
  const items = await withRollovers(transaction, owner, gathered, policy);
  const sitting = known ?? { day, budgetMinutes: policy.day.sittingMinutes, spentSeconds: 0, offered: [] };
  const { seen, record, waiting } = cut(sitting, items, now);
  await saveSitting(transaction, owner, { ...sitting, offered: record });
  if (known === undefined)
    await rollOver(
      transaction,
      owner,
      waiting.map(({ id }) => id),
      day,
    );
  return { ...seen, atMinute: policy.day.sittingAtMinute };
}

/** The same without a word to the store. */
async function lookAhead(
  connection: Connection,
  owner: OwnerId,
  gathered: Gathered["items"],
  { policy, day, now }: At,
): Promise<Cut> {
  const known = await findSitting(connection, owner, day);
  const items = await withRollovers(connection, owner, gathered, policy);
  const sitting = known ?? { day, budgetMinutes: policy.day.sittingMinutes, spentSeconds: 0, offered: [] };
  return { ...cut(sitting, items, now).seen, atMinute: policy.day.sittingAtMinute };
}

async function withRollovers(
  connection: Connection,
  owner: OwnerId,
  items: Gathered["items"],
  policy: Policy,
): Promise<Gathered["items"]> {
  const times = await loadRollovers(connection, owner);
  return items.map((item) => putOff(item, times.get(item.id) ?? 0, policy));
}

function cut(sitting: Sitting, items: Gathered["items"], now: Instant) {
  const { budgetMinutes, offered } = sitting;
  const isOver = sitting.endedAt !== undefined || isEnough(sitting, budgetMinutes, now);
  const found = continueSitting(offered, items, { budgetMinutes, isOver, now });
  return {
    record: found.record,
    waiting: found.waiting,
    seen: {
      budgetMinutes,
      spentSeconds: spentSeconds(sitting, now),
      isRunning: sitting.runningSince !== undefined,
      isOver,
      done: found.record.filter(({ isDone }) => isDone).length,
      offered: found.offered,
      waiting: found.waiting,
    },
  };
}

/** A brief stands beside a meeting from half an hour before it begins. */
async function meetingsWithBriefs(
  world: World,
  owner: OwnerId,
  policy: Policy,
  now: Instant,
): Promise<Day["meetings"]> {
  const found: Day["meetings"] = [];
  for (const meeting of await appointments(world, owner, policy, now)) {
    const briefs: Brief[] = [];
    for (const contactId of meeting.briefFrom <= now ? meeting.contacts : []) {
      const written = await writeBrief(world, owner, contactId, { now, zone: policy.zone, meeting });
      if (written !== undefined) briefs.push(written);
    }
    found.push({ ...meeting, briefs });
  }
  return found;
}

/** Met within the 48 hours of the thank-you. */
async function newPeople(
  world: World,
  owner: OwnerId,
  newlyMet: readonly NewlyMet[],
  { zone, thankYou }: Policy,
  now: Instant,
): Promise<NewPerson[]> {
  const since = before(now, { hours: thankYou.deadlineHours });
  const people = newlyMet.filter(({ metAt }) => metAt >= since);
  const ids = people.map(({ contactId }) => contactId);
  const logged = await loadLogged(world.database, owner, ids);
  const reach = await readReach(world.database, owner, ids);
  const choices = await loadContactChoices(world.database, owner, ids);
  const thanks = people.flatMap(({ thankYou: duty }) => duty?.followUpId ?? []);
  const notes = await readNotes(world.database, owner, thanks);
  return people.flatMap((person) => {
    const acts = firstActs(
      {
        name: person.greetingName ?? person.name,
        encounterAt: person.metAt,
        thankYou: person.thankYou,
        checkIn: person.checkIn,
        choices: choices.get(person.contactId) ?? {},
        logged: logged.get(person.contactId) ?? [],
        isOnCard: (reach.get(person.contactId) ?? noReach).isInAddressBook,
      },
      zone,
    );
    const { links } = reach.get(person.contactId) ?? noReach;
    const connectionNote = person.thankYou && notes.get(person.thankYou.followUpId);
    return acts === undefined ? [] : [{ ...person, acts, links, connectionNote }];
  });
}

/** Monday to Sunday of the owner's zone. */
async function weekLine(connection: Connection, owner: OwnerId, day: PlainDate): Promise<string> {
  const first = addDays(day, 1 - weekdayOf(day));
  const sittings = await sittingsBetween(connection, owner, { first, last: addDays(first, 6) });
  const held = sittings.map(({ spentSeconds: seconds, offered }) => ({
    spentSeconds: seconds,
    minutesDone: offered.reduce((sum, { minutes, isDone }) => sum + (isDone ? minutes : 0), 0),
  }));
  const month = firstOfMonth(day);
  const items = (await loadPlanItems(connection, owner, month)).filter(
    (item) => item.month === month && item.state !== "dropped",
  );
  const count = (...states: string[]) => items.filter(({ state }) => states.includes(state)).length;
  const plan = {
    tookPlace: count("took_place"),
    booked: count("booked"),
    open: count("open", "inviting"),
    missed: count("missed"),
  };
  return sayWeek(held, items.length === 0 ? undefined : plan);
}
