/**
 * The last twelve months in the figures that count (R38): the plan as it was kept, people met, conversations, who came over
 * from online, what was given and received, and what became of asking. Never how many contacts there are.
 */
import { addMonths, type PlainDate } from "../time.ts";
import type { PlanItem } from "./plan.ts";
import { countMonth } from "./quotas.ts";

export type YearFacts = {
  items: readonly PlanItem[];
  /** Meetings and calls held in a month of the owner's zone; one with three people is one. */
  talks: readonly { month: PlainDate; count: number }[];
  /** Who was met in person in a month, once each. */
  met: readonly { contactId: string; month: PlainDate }[];
  online: BeganOnline;
  ledger: readonly { month: PlainDate; kind: "gave" | "received"; count: number }[];
  /** Each person who was offered times, and how far it went. */
  asked: readonly { hasAnswered: boolean; isBooked: boolean; hasTakenPlace: boolean }[];
};

/** People first known by mail or from a list and since in exchange, ever; and those of them who were met in person. */
export type BeganOnline = { inExchange: number; met: number };

export type YearFigures = {
  /** Twelve, the current one last; `wanted` without what the owner dropped. */
  kept: readonly { month: PlainDate; wanted: number; held: number }[];
  /** Different people, each once a month. */
  met: readonly { month: PlainDate; people: number }[];
  /** Different people, each once. */
  metInAll: number;
  /** Four quarters of the calendar, the current one last; `from` is the first day. */
  quarters: readonly { from: PlainDate; conversations: number }[];
  online: BeganOnline;
  ledger: readonly { month: PlainDate; gave: number; received: number }[];
  /** People; each step is among those of the step before. */
  funnel: { asked: number; answered: number; booked: number; held: number };
};

const monthsShown = 12;
const quartersShown = 4;
const monthsOfQuarter = 3;

/** The first days of twelve months, that of `thisMonth` last. */
export const monthsUpTo = (thisMonth: PlainDate): PlainDate[] =>
  Array.from({ length: monthsShown }, (_, at) => addMonths(thisMonth, at + 1 - monthsShown));

export function yearFigures(facts: YearFacts, thisMonth: PlainDate): YearFigures {
  const { items, talks, online, ledger, asked } = facts;
  const months = monthsUpTo(thisMonth);
  const met = facts.met.filter(({ month }) => month >= months[0]!);
  const answered = asked.filter(({ hasAnswered, isBooked }) => hasAnswered || isBooked);
  const booked = answered.filter(({ isBooked }) => isBooked);
  return {
    kept: months.map((month) => {
      const { wanted, held } = countMonth(month, items);
      return { month, wanted, held };
    }),
    met: months.map((month) => ({ month, people: peopleIn(met.filter((one) => one.month === month)) })),
    metInAll: peopleIn(met),
    quarters: quartersUpTo(thisMonth).map((from) => ({
      from,
      conversations: sum(talks.filter(({ month }) => quarterOf(month) === from)),
    })),
    online,
    ledger: months.map((month) => {
      const count = (kind: "gave" | "received") =>
        sum(ledger.filter((one) => one.month === month && one.kind === kind));
      return { month, gave: count("gave"), received: count("received") };
    }),
    funnel: {
      asked: asked.length,
      answered: answered.length,
      booked: booked.length,
      held: booked.filter(({ hasTakenPlace }) => hasTakenPlace).length,
    },
  };
}

const peopleIn = (met: YearFacts["met"]): number => new Set(met.map(({ contactId }) => contactId)).size;

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

function quarterOf(month: PlainDate): PlainDate {
  const monthOfYear = Number(month.slice(5, 7)) - 1;
  return addMonths(month, -(monthOfYear % monthsOfQuarter));
}

const quartersUpTo = (thisMonth: PlainDate): PlainDate[] =>
  Array.from({ length: quartersShown }, (_, at) =>
    addMonths(quarterOf(thisMonth), (at + 1 - quartersShown) * monthsOfQuarter),
  );
