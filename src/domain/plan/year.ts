/**
 * The last twelve months in the figures that count (R38): the plan as it was kept, people met, conversations, who came over
 * from online, what was given and received, and what became of asking. Never how many contacts there are.
 */
import { addMonths, type Instant, type PlainDate } from "../time.ts";
import type { PlanItem } from "./plan.ts";
import { countMonth } from "./quotas.ts";

export type YearFacts = {
  items: readonly PlanItem[];
  /** Conversations with one person in one month of the owner's zone, by one means. */
  talks: readonly { contactId: string; month: PlainDate; isInPerson: boolean; count: number }[];
  /** Whom the owner talked with in these months: when they first had to do with each other, and first met. */
  people: readonly { firstAt: Instant; firstMetAt?: Instant }[];
  ledger: readonly { month: PlainDate; kind: "gave" | "received"; count: number }[];
  /** Each person who was offered times, and how far it went. */
  asked: readonly { hasAnswered: boolean; isBooked: boolean; hasTakenPlace: boolean }[];
};

export type YearFigures = {
  /** Twelve, the current one last; `wanted` without what the owner dropped. */
  kept: readonly { month: PlainDate; wanted: number; held: number }[];
  /** Different people, each once a month. */
  met: readonly { month: PlainDate; people: number }[];
  /** Different people, each once. */
  metInAll: number;
  /** Four quarters of the calendar, the current one last; `from` is the first day. */
  quarters: readonly { from: PlainDate; conversations: number }[];
  /** First known without meeting, and those of them who were met by now. */
  online: { known: number; met: number };
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
  const { items, talks, people, ledger, asked } = facts;
  const months = monthsUpTo(thisMonth);
  const met = talks.filter(({ isInPerson, month }) => isInPerson && month >= months[0]!);
  const online = people.filter(({ firstAt, firstMetAt }) => firstMetAt === undefined || firstAt < firstMetAt);
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
    online: { known: online.length, met: online.filter(({ firstMetAt }) => firstMetAt !== undefined).length },
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

const peopleIn = (talks: YearFacts["talks"]): number => new Set(talks.map(({ contactId }) => contactId)).size;

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

function quarterOf(month: PlainDate): PlainDate {
  const monthOfYear = Number(month.slice(5, 7)) - 1;
  return addMonths(month, -(monthOfYear % monthsOfQuarter));
}

const quartersUpTo = (thisMonth: PlainDate): PlainDate[] =>
  Array.from({ length: quartersShown }, (_, at) =>
    addMonths(quarterOf(thisMonth), (at + 1 - quartersShown) * monthsOfQuarter),
  );
