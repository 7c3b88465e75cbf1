/**
 * Whoever was just met is one card of the day: the four acts of the first 48 hours stand in the first thing that is offered
 * about one of them, and what an act says or asks already is not said again beside it.
 */
import type { FirstActs } from "./first-acts.ts";
import type { DayItem } from "./item.ts";

export type JustMet = {
  contactId: string;
  thankYou: { followUpId: string } | undefined;
  acts: FirstActs;
};

/** `draftId`: the letter of thanks that stands in no item of its own; the card leads to it. */
export type Card<Person extends JustMet> = { person: Person; draftId: string | undefined };

export type OneCardEach<Person extends JustMet> = {
  offered: DayItem[];
  waiting: DayItem[];
  /** By the id of the offered item that holds their acts. */
  within: ReadonlyMap<string, Card<Person>>;
  /** Nothing is offered that could hold their acts: the card stands by itself. */
  apart: Card<Person>[];
};

/** Items keep their order. What only an item can do (a call, a note on paper) is left where it is. */
export function oneCardEach<Person extends JustMet>(
  { offered, waiting }: { offered: readonly DayItem[]; waiting: readonly DayItem[] },
  people: readonly Person[],
): OneCardEach<Person> {
  const within = new Map<string, Card<Person>>();
  const apart: Card<Person>[] = [];
  const folded = new Set<string>();
  for (const person of people) {
    const holder = offered.find((item) => isActOf(person, item));
    const said = [...offered, ...waiting].filter((item) => item.id !== holder?.id && isSaidBy(person, item));
    const card = { person, draftId: said.find(isLetter)?.subject.draftId };
    if (holder === undefined) apart.push(card);
    else within.set(holder.id, card);
    for (const { id } of said) folded.add(id);
  }
  const left = (items: readonly DayItem[]) => items.filter(({ id }) => !folded.has(id));
  return { offered: left(offered), waiting: left(waiting), within, apart };
}

/** The thank-you, by whichever way, or the question what to offer them. */
const isActOf = (person: JustMet, item: DayItem): boolean =>
  asksGive(person, item) ||
  (item.subject.followUpId !== undefined && item.subject.followUpId === person.thankYou?.followUpId);

/** Their card asks the same, or leads to the letter. */
const isSaidBy = (person: JustMet, item: DayItem): boolean =>
  asksGive(person, item) || (isActOf(person, item) && isLetter(item) && person.acts.thank.state === "to_do");

const asksGive = ({ contactId, acts }: JustMet, { kind, subject }: DayItem): boolean =>
  kind === "give_note" && subject.contactId === contactId && acts.task.state === "to_do";

const isLetter = ({ subject }: DayItem): boolean => subject.draftId !== undefined;
