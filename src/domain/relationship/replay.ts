/**
 * One person's past, lived again day by day: what would have been proposed on which day, and what became of it. Decides
 * again only on days on which something can have changed, so that a whole address book is replayed in a moment.
 */
import { type Because, because } from "../because.ts";
import type { Policy } from "../policy.ts";
import { after, type Instant, type PlainDate } from "../time.ts";
import { type Decision, decideFollowUps, type FollowUpKind } from "./decide.ts";
import { coveredByAnotherLetter } from "./one-letter.ts";
import type { PersonHistory } from "./person.ts";
import { endOf } from "./summary.ts";

/** A day with the moment from which it is looked at: its end in the owner's zone. */
export type LookDay = { day: PlainDate; at: Instant };

export type Replayed = {
  kind: FollowUpKind;
  /** The first day on which it would have stood on the review page. */
  proposedOn: PlainDate;
  dueAt: Instant;
  overdueAt?: Instant;
  deadlineAt?: Instant;
  because: readonly Because[];
  /** done: by what really happened; lost: its deadline passed; open: still there on the last day. */
  end: { kind: "open" } | { kind: "done" | "lost"; on: PlainDate; because: Because };
};

/** In the order of their proposal. `days` ascend; what had lapsed before `person.knownSince` is left out. */
export function replay(person: PersonHistory, policy: Policy, days: readonly LookDay[]): Replayed[] {
  const found: Replayed[] = [];
  const open = new Map<string, Replayed>();
  const happenings = [
    ...person.interactions.map(endOf),
    ...(person.encounter === undefined ? [] : [person.encounter.at]),
  ];
  happenings.sort();
  for (let at = 0; at < days.length; ) {
    const look = days[at]!;
    const decisions = decideFollowUps(person, policy, look.at);
    closeEnded(open, decisions, look.day);
    for (const proposal of proposals(decisions)) {
      const key = keyOf(proposal);
      if (open.has(key)) continue;
      const item = itemOf(proposal, look.day);
      open.set(key, item);
      found.push(item);
    }
    const next = nextChange(decisions, happenings, look.at);
    at += 1;
    while (at < days.length && (next === undefined || days[at]!.at < next)) at += 1;
  }
  return found;
}

type Due = Decision & { dueAt: Instant };

/** What stands on the review page: due, and not waiting for another letter to the same person. */
function proposals(decisions: readonly Decision[]): Due[] {
  const covered = coveredByAnotherLetter(decisions);
  return decisions.filter(
    (one): one is Due =>
      (one.outcome === "due" || one.outcome === "overdue") && one.dueAt !== undefined && !covered.has(one),
  );
}

/** A check-in begins anew with each talk; the other duties are one for each first encounter. */
const keyOf = ({ kind, dueAt }: Pick<Due, "kind" | "dueAt">): string =>
  kind === "check_in" ? `${kind} ${dueAt}` : kind;

function itemOf({ kind, dueAt, overdueAt, deadlineAt, because: reasons }: Due, day: PlainDate): Replayed {
  return {
    kind,
    proposedOn: day,
    dueAt,
    ...(overdueAt !== undefined && { overdueAt }),
    ...(deadlineAt !== undefined && { deadlineAt }),
    because: reasons,
    end: { kind: "open" },
  };
}

function closeEnded(open: Map<string, Replayed>, decisions: readonly Decision[], day: PlainDate): void {
  for (const [key, item] of open) {
    const decision = decisions.find(({ kind }) => kind === item.kind);
    const end = decision === undefined ? undefined : endBy(item, decision, day);
    if (end === undefined) continue;
    item.end = end;
    // A lost duty stays lost; another of its kind may only begin with another clock.
    if (end.kind === "done") open.delete(key);
  }
}

function endBy(item: Replayed, decision: Decision, day: PlainDate): Replayed["end"] | undefined {
  if (item.end.kind !== "open") return undefined;
  const [first] = decision.because;
  if (decision.outcome === "expired" && first !== undefined)
    return { kind: "lost", on: day, because: lossOf(decision) ?? first };
  const isRestarted = item.kind === "check_in" && decision.dueAt !== item.dueAt;
  if (decision.outcome !== "satisfied" && !isRestarted) return undefined;
  const contact = decision.because.find(({ rule }) => rule === "contact.since");
  return { kind: "done", on: day, because: contact ?? first ?? because("contact.since", "You were in touch.") };
}

const lossOf = ({ because: reasons }: Decision): Because | undefined =>
  reasons.find(({ rule }) => rule === "clock.deadline_passed");

/** The next instant at which deciding again may say something else. A deadline is over one millisecond after itself. */
function nextChange(decisions: readonly Decision[], happenings: readonly Instant[], at: Instant): Instant | undefined {
  let next = happenings.find((one) => one > at);
  for (const { dueAt, overdueAt, deadlineAt } of decisions) {
    const over = deadlineAt === undefined ? undefined : after(deadlineAt, { milliseconds: 1 });
    for (const one of [dueAt, overdueAt, over]) {
      if (one !== undefined && one > at && (next === undefined || one < next)) next = one;
    }
  }
  return next;
}
