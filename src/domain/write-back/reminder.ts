/** The thirty-day reminder as a task (R16): when to call, what one can give, where and why one met, what came last. */
import type { Because } from "../because.ts";
import { alreadyTalkedRule } from "../relationship/decide.ts";
import type { Interaction } from "../relationship/interaction.ts";
import { after, dayIn, type Instant, orNextWeekday, type PlainDate, sayDay, type Zone } from "../time.ts";
import type { Wanted, Written } from "./written.ts";

export type ReminderAbout = {
  /** As one calls them: "Priya". */
  name: string;
  dueAt: Instant;
  giveNote?: string | undefined;
  metOn?: PlainDate | undefined;
  metWhere?: string | undefined;
  metWhy?: string | undefined;
  lastExchange?: Pick<Interaction, "at" | "title"> | undefined;
  phone?: string | undefined;
};

export type Reminder = { title: string; note: string; dueOn: PlainDate };

/** A day in the owner's zone; a weekend moves on to Monday. */
export function reminderOf(about: ReminderAbout, zone: Zone): Reminder {
  const { name, dueAt, giveNote, lastExchange, phone } = about;
  const lines = [
    giveNote === undefined ? undefined : `What you can give: ${giveNote}`,
    metLine(about),
    lastExchange &&
      [`Last exchange: ${spoken(dayIn(zone, lastExchange.at))}`, lastExchange.title].filter(Boolean).join(", "),
    phone && `Phone: ${phone}`,
  ];
  return {
    title: `Call ${name}`,
    note: lines.filter((line) => line !== undefined).join("\n"),
    dueOn: orNextWeekday(dayIn(zone, dueAt)),
  };
}

function metLine({ metOn, metWhere, metWhy }: ReminderAbout): string | undefined {
  const met = [metOn && spoken(metOn), metWhere].filter(Boolean).join(", ");
  return [met === "" ? undefined : `Met: ${met}`, metWhy && `Why: ${metWhy}`].filter(Boolean).join(". ") || undefined;
}

const spoken = (day: PlainDate): string => sayDay(day, "d LLL yyyy");

/** Ticked off, and why. */
export const alreadyTalked = ({ note, ...rest }: Reminder): Reminder => ({
  ...rest,
  note: ["Already talked.", note].filter(Boolean).join("\n"),
});

/** How a follow-up stands that a reminder was made for, or is to be. */
export type Duty =
  | { kind: "open"; reminder: Reminder; wanted: Wanted; hasTalked: boolean }
  /** Done without the task. */
  | { kind: "satisfied"; reminder: Reminder }
  /** Skipped, lapsed, or nobody's duty any more. */
  | { kind: "off" };

export type ReminderStep =
  | { kind: "leave" }
  /** Other words, or another day. */
  | { kind: "change"; reminder: Reminder; wanted: Wanted }
  /** They talked. `next` follows when the thirty days began anew by that. */
  | { kind: "close"; reminder: Reminder; next?: Wanted }
  | { kind: "remove" }
  /** The last one is over, and its follow-up asks once more. */
  | { kind: "again"; next: Wanted };

/** What is to be done with a reminder that was made. One that the owner deleted never comes again. */
export function reminderStep(written: Written, duty: Duty): ReminderStep {
  switch (written.state) {
    case "standing":
    case "closing":
      return stepOfStanding(written, duty);
    case "removing":
      return { kind: "remove" };
    case "done":
      return duty.kind === "open" && isNextRound(written, duty)
        ? { kind: "again", next: duty.wanted }
        : { kind: "leave" };
    case "removed":
      return duty.kind === "open" ? { kind: "again", next: duty.wanted } : { kind: "leave" };
    default:
      return { kind: "leave" };
  }
}

function stepOfStanding(written: Written, duty: Duty): ReminderStep {
  if (duty.kind === "off") return { kind: "remove" };
  const { reminder } = duty;
  if (duty.kind === "satisfied") return { kind: "close", reminder };
  const { wanted } = duty;
  if (isNextRound(written, duty)) return { kind: "close", reminder, next: wanted };
  return wanted.hash === written.hash && written.state === "standing"
    ? { kind: "leave" }
    : { kind: "change", reminder, wanted };
}

/** Talking to somebody starts their thirty days anew, with another day. */
const isNextRound = ({ about }: Written, { hasTalked, wanted }: Extract<Duty, { kind: "open" }>): boolean =>
  hasTalked && wanted.about !== about;

/**
 * When the owner called, of a task that they ticked off. Some providers keep the day alone, as midnight in UTC: then it was by
 * noon, which lies on that day in most zones.
 */
export function calledAt(doneAt: Instant | undefined, heardAt: Instant): Instant {
  const at = doneAt?.endsWith("T00:00:00.000Z") ? after(doneAt, { hours: 12 }) : doneAt;
  return at === undefined || at > heardAt ? heardAt : at;
}

export const startedAnew = (reasons: readonly Because[]): boolean =>
  reasons.some(({ rule }) => rule === alreadyTalkedRule);
