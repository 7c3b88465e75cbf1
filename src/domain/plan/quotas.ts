/** From a month's quotas to its single items, and back to the words that the owner sees (R18). */
import { because } from "../because.ts";
import type { PlanItemId } from "../ids.ts";
import { type PlainDate, sayDay } from "../time.ts";
import { type MeetingType, meetingTypes, type Plan, type PlanItem, type Quotas } from "./plan.ts";

/**
 * The items that a plan asks for and that are not there yet, and those that it no longer asks for. What is booked, was held
 * or was dropped stays, whatever the quotas say now: a plan changed in mid-month loses nothing.
 */
export function itemChanges(
  plan: Plan,
  items: readonly PlanItem[],
  newId: () => PlanItemId,
): { added: PlanItem[]; removed: PlanItem[] } {
  const mine = items.filter(({ month }) => month === plan.month);
  const added: PlanItem[] = [];
  for (const { meeting, count } of plan.quotas) {
    const known = new Set(mine.filter((one) => one.meeting === meeting).map(({ number }) => number));
    for (let number = 1; number <= count; number += 1) {
      if (!known.has(number)) added.push(openItem({ planItemId: newId(), month: plan.month, meeting, number, count }));
    }
  }
  const removed = mine.filter(
    ({ meeting, number, state }) =>
      (state === "open" || state === "inviting" || state === "missed") && number > quotaOf(plan.quotas, meeting),
  );
  return { added, removed };
}

const quotaOf = (quotas: Quotas, meeting: MeetingType): number =>
  quotas.find((one) => one.meeting === meeting)?.count ?? 0;

function openItem({
  count,
  ...unit
}: Pick<PlanItem, "planItemId" | "month" | "meeting" | "number"> & { count: number }): PlanItem {
  const text = `Your plan for ${sayMonth(unit.month)} asks for ${count} ${sayMeeting(unit.meeting, count)}.`;
  return { ...unit, state: "open", because: [because("R18.planned", text, { month: unit.month })] };
}

const names: Readonly<Record<MeetingType, readonly [one: string, many: string]>> = {
  coffee: ["coffee", "coffees"],
  lunch: ["lunch", "lunches"],
  call: ["call", "calls"],
  check_in: ["check-in", "check-ins"],
  advice_call: ["advice call", "advice calls"],
  group: ["group", "groups"],
};

export const sayMeeting = (meeting: MeetingType, count = 1): string => names[meeting][count === 1 ? 0 : 1];

/** "November 2026", of the month's first day. */
export function sayMonth(month: PlainDate): string {
  const known = months.get(month);
  if (known !== undefined) return known;
  const said = sayDay(month, "LLLL yyyy");
  if (months.size < monthsKeptMax) months.set(month, said);
  return said;
}

/** Every reason of the plan names its month, so the words are worked out once. */
const months = new Map<PlainDate, string>();
const monthsKeptMax = 1_200;

/** "1 lunch and 2 calls". */
export function sayQuotas(quotas: Quotas): string {
  const parts = quotas.map(({ meeting, count }) => `${count} ${sayMeeting(meeting, count)}`);
  return parts.length < 2 ? (parts[0] ?? "nothing") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Reads "2 coffee" and "1 lunch + 2 call", also in the plural; undefined when it is none. */
export function parseQuotas(text: string): Quotas | undefined {
  const found = new Map<MeetingType, number>();
  for (const part of text.split(/[+,]|\band\b/)) {
    const [, digits, word = ""] = /^\s*(\d{1,2})\s+([a-z][a-z_ -]*?)\s*$/i.exec(part) ?? [];
    const count = Number(digits);
    const meeting = meetingNamed(word);
    if (digits === undefined || meeting === undefined || count < 1 || count > 31 || found.has(meeting))
      return undefined;
    found.set(meeting, count);
  }
  return [...found].map(([meeting, count]) => ({ meeting, count }));
}

function meetingNamed(word: string): MeetingType | undefined {
  const plain = word.toLowerCase().replace(/[ _-]+/g, " ");
  return meetingTypes.find((type) =>
    [type.replace("_", " "), ...names[type].map((name) => name.replace("-", " "))].includes(plain),
  );
}

/** Quotas as they are typed: "1 lunch + 2 call". */
export const writeQuotas = (quotas: Quotas): string =>
  quotas.map(({ meeting, count }) => `${count} ${meeting}`).join(" + ");

/** What became of a month: wanted, held, booked, and what was lost. Shown, never carried over. */
export type MonthCount = {
  month: PlainDate;
  wanted: number;
  held: number;
  booked: number;
  missed: number;
  dropped: number;
};

export function countMonth(month: PlainDate, items: readonly PlanItem[]): MonthCount {
  const mine = items.filter((one) => one.month === month);
  const count = (state: PlanItem["state"]) => mine.filter((one) => one.state === state).length;
  const dropped = count("dropped");
  return {
    month,
    wanted: mine.length - dropped,
    held: count("took_place"),
    booked: count("booked"),
    missed: count("missed"),
    dropped,
  };
}
