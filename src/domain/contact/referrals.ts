/** Giving back (R12): who sent people or business is sent something in return, once a month, until the two are even. */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Decision } from "../relationship/decide.ts";
import { addMonths, firstOfMonth, type Instant } from "../time.ts";
import type { ContactChoices } from "./choices.ts";
import { type LedgerEntry, referralsOwed } from "./ledger.ts";

/** From this many received more than given on, something is due. */
const owedMin = 2;

/**
 * The duty "send something to X": due from when the second unreturned one came, in each calendar month of the owner's
 * zone in which nothing was given yet. Absent while less is owed.
 */
export function referralDecision(
  person: { id: string; name: string },
  ledger: readonly LedgerEntry[],
  { zone }: Pick<Policy, "zone">,
  now: Instant,
): Decision | undefined {
  const past = ledger
    .filter(({ at, about }) => at <= now && (about === "referral" || about === "introduction"))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const owed = referralsOwed(past);
  if (owed < owedMin) return undefined;
  const { dayOf, startOf } = localDays(zone);
  const month = firstOfMonth(dayOf(now));
  const lastGave = past.findLast(({ kind }) => kind === "gave");
  const isDoneThisMonth = lastGave !== undefined && dayOf(lastGave.at) >= month;
  const owedSince = past[past.findIndex((_, index) => referralsOwed(past.slice(0, index + 1)) >= owedMin)]!.at;
  const from = isDoneThisMonth ? startOf(addMonths(month, 1)) : startOf(month);
  const dueAt = owedSince > from ? owedSince : from;
  const received = past.filter(({ kind }) => kind === "received").length;
  const given = past.filter(({ kind }) => kind === "gave").length;
  const sent = `${person.name} sent you ${received} people or pieces of business`;
  const text = `${sent} and got ${given === 0 ? "none" : given} back: send something to them.`;
  return {
    kind: "referral",
    outcome: dueAt > now ? "wait" : "due",
    dueAt,
    because: [because("R12.give_back", text, { received, given })],
    inputs: { person: person.id, received, given, owedSince, now },
  };
}

/** Both sides said yes to being introduced to each other; only then is the letter of three written (R12). */
export function mayIntroduce(
  one: { id: string; name: string; choices: ContactChoices },
  other: { id: string; name: string; choices: ContactChoices },
): { kind: "both_agreed" } | { kind: "waits"; because: Because } {
  const waiting = [
    ...(one.choices.agreedToMeet?.includes(other.id) === true ? [] : [one.name]),
    ...(other.choices.agreedToMeet?.includes(one.id) === true ? [] : [other.name]),
  ];
  if (waiting.length === 0) return { kind: "both_agreed" };
  const text = `Ask ${waiting.join(" and ")} first: an introduction needs both of them to agree.`;
  return { kind: "waits", because: because("R12.both_agree", text) };
}

/** Asks without a give in between that may stand; the next one is warned of (R39). */
const asksWithoutGiveMax = 2;

/** Shown beside a letter that asks, to the owner alone; absent while give and take are in order. */
export function askWarning(ledger: readonly Pick<LedgerEntry, "kind" | "at">[]): Because | undefined {
  const lastGave = ledger.filter(({ kind }) => kind === "gave").reduce((last, { at }) => (at > last ? at : last), "");
  const asked = ledger.filter(({ kind, at }) => kind === "asked" && at > lastGave).length;
  if (asked < asksWithoutGiveMax) return undefined;
  const text = `You asked ${asked} times and gave nothing since: is there something you can offer first?`;
  return because("R39.asks_without_give", text, { asked });
}
