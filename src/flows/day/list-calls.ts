/** Ten calls before ten (R22): whom to ring this morning, and how many were rung. */
import { sayBecause } from "../../domain/because.ts";
import { type CallCount, type Callee, type CallList, callList, countCalls } from "../../domain/day/call-list.ts";
import { zonesOfPhone } from "../../domain/day/country-zones.ts";
import { isWorkingDay } from "../../domain/day/working-day.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { localDays } from "../../domain/local-days.ts";
import { type Instant, instantAt, type Zone } from "../../domain/time.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { loadFacts } from "../../store/facts.ts";
import { loggedBetween } from "../../store/logged.ts";
import { type DueSize, readDueSizes } from "../../store/read/due-sizes.ts";
import { allPages } from "../../store/read/page.ts";
import { readReach } from "../../store/read/reach.ts";
import { type ReviewRow, readReview } from "../../store/read/review.ts";
import { type FreeTime, freeTimeOf } from "../meeting/free-time.ts";
import { whereaboutsOf } from "../meeting/whereabouts.ts";
import { type OwnerView, ownerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export type CalleeSeen = Callee & { contactId: ContactId };

export type Calls = CallList<CalleeSeen> & {
  count: CallCount;
  /** From when the list stands; absent on days off. */
  from?: Instant;
  /** By when the calls are to be made. */
  until: Instant;
};

export async function listCalls(world: World, owner: OwnerId, now: Instant): Promise<Calls> {
  const { database } = world;
  const view = await ownerView(world, owner, now);
  const { policy } = view;
  const due = (await readDueSizes(database, owner, now)).filter(({ kind }) => kind !== "note");
  const among = due.filter(({ hasPhone }) => hasPhone).map(({ followUpId }) => followUpId);
  const wanted = { now, filter: "all", search: "", among } as const;
  const rows = among.length === 0 ? [] : await allPages((page) => readReview(database, owner, { ...page, ...wanted }));
  const days = localDays(policy.zone);
  const today = days.dayOf(now);
  const logged = await loggedBetween(database, owner, { from: days.startOf(today), until: days.endOf(today) });
  const rung = new Set<string>(logged.filter(({ mode }) => mode === "phone").map(({ contactId }) => contactId));
  const free = await freeTimeOf(world, view);
  const people = await callees(world, view, rows, free);
  const holidays = new Set(free.holidays.map(({ day }) => day));
  return {
    ...callList(people, rung, policy, now),
    withoutNumber: withoutNumber(due, rung),
    count: countCalls(logged, policy, now),
    ...(isWorkingDay(today, holidays) && {
      from: instantAt(policy.zone, today, policy.day.callListFromMinute),
    }),
    until: instantAt(policy.zone, today, policy.day.callListByMinute),
  };
}

const withoutNumber = (due: readonly DueSize[], rung: ReadonlySet<string>): number =>
  new Set(due.flatMap(({ contactId, hasPhone }) => (hasPhone || rung.has(contactId) ? [] : [contactId]))).size;

/** Everybody with a number and something due, once, by the most pressing of their duties. */
async function callees(
  world: World,
  view: OwnerView,
  rows: readonly ReviewRow[],
  free: FreeTime,
): Promise<CalleeSeen[]> {
  const { database } = world;
  const { owner, policy } = view;
  const first = new Map<ContactId, ReviewRow>();
  for (const row of rows) if (!first.has(row.contactId)) first.set(row.contactId, row);
  const only = [...first.keys()];
  const reach = await readReach(database, owner, only);
  const choices = await loadContactChoices(database, owner, only);
  const facts = await loadFacts(database, owner, { contacts: only });
  const places = await whereaboutsOf(world, view, { free, facts, only });
  return [...first.values()].map((row) => {
    const phones = reach.get(row.contactId)?.phones ?? [];
    const giveNote = choices.get(row.contactId)?.giveNote;
    return {
      id: row.contactId,
      contactId: row.contactId,
      name: row.name,
      phones,
      zones: zonesOf(places.of(row.contactId).theirs.place?.zone, phones, policy),
      line: lineOf(row),
      urgency: row.urgency,
      closeness: row.closeness,
      ...(row.deadlineAt !== undefined && { deadlineAt: row.deadlineAt }),
      ...(giveNote !== undefined && { giveNote }),
    };
  });
}

/** Where they are known to be; else wherever their number may ring; else with the owner. */
function zonesOf(known: Zone | undefined, phones: readonly string[], { zone }: Policy): readonly Zone[] {
  if (known !== undefined) return [known];
  const byNumber = zonesOfPhone(phones[0] ?? "");
  if (byNumber.length === 0 || byNumber.includes(zone)) return [zone];
  return byNumber;
}

const lineOf = ({ because: [reason], company, metWhere }: ReviewRow): string =>
  [company, metWhere, reason && sayBecause(reason)]
    .filter((part) => part !== undefined)
    .slice(-2)
    .join(". ");
