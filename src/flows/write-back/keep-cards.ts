/** A card in the owner's address book for whoever they met within 48 hours (R2); in one that is there, what is empty is filled in. */

import type { Card } from "../../domain/contact/card.ts";
import type { CardToWrite } from "../../domain/contact/vcard.ts";
import type { ContactId } from "../../domain/ids.ts";
import { newSince } from "../../domain/write-back/new-card.ts";
import { theirs, type Wanted, type Written } from "../../domain/write-back/written.ts";
import type { PeopleAccount } from "../../integrations/people.ts";
import { forgetOwnCard } from "../../store/cards.ts";
import { cardRefs, newlyMet } from "../../store/to-write.ts";
import { scanPeople } from "../accounts/scan-people.ts";
import { cardOfPerson } from "../day/write-card.ts";
import { change, hashOf, make, rowsFor, touch, type WriteDesk } from "./desk.ts";

/** More people than anybody meets in two days. */
const metMax = 200;

type Book = NonNullable<PeopleAccount["write"]>;
type NewCard = { card: Card; wanted: Wanted };

export async function keepCards(desk: WriteDesk, book: Book): Promise<void> {
  const { world, owner, account, signal } = desk;
  const cards = await cardsToWrite(desk);
  const rows = await rowsFor(
    desk,
    "card",
    [...cards.values()].map(({ wanted }) => wanted),
  );
  // The book is read once a day: whoever made a card themselves this morning is not given a second one.
  if (rows.some(({ state }) => state === "wanted")) await scanPeople(world, owner, account.accountId, signal);
  const known = await cardRefs(world.database, owner, account.accountId, [...cards.keys()]);
  for (const row of rows) {
    if (signal.aborted) return;
    const ref = known.get(row.subjectId as ContactId)?.find((one) => book.holds(one));
    await keepCard(desk, book, row, { newCard: cards.get(row.subjectId as ContactId), ref });
  }
}

async function keepCard(
  desk: WriteDesk,
  book: Book,
  row: Written,
  { newCard, ref }: { newCard: NewCard | undefined; ref: string | undefined },
): Promise<void> {
  if (row.state === "wanted" && ref !== undefined) {
    const found = await change(desk, row, { state: "standing", ref, hash: "", about: theirs });
    return found && fill(desk, book, found, newCard);
  }
  if (row.state === "standing") return fill(desk, book, row, newCard);
  if (row.state !== "wanted" && row.state !== "unknown") return;
  await make(desk, row, newCard, {
    put: ({ key }, { card }) => book.put(card, key, desk.signal),
    find: (key) => book.find(key, desk.signal),
  });
}

async function fill(desk: WriteDesk, book: Book, row: Written, newCard: NewCard | undefined): Promise<void> {
  if (newCard === undefined || newCard.wanted.hash === row.hash) return;
  await touch(desk, row, async (ref) => {
    await book.fill(ref, newCard.card, desk.signal);
    await change(desk, row, { state: "standing", hash: newCard.wanted.hash });
    await forgetOwnCard(desk.world.database, desk.owner, desk.account.accountId, ref);
  });
}

async function cardsToWrite({ world, owner }: WriteDesk): Promise<Map<ContactId, NewCard>> {
  const now = world.clock.now();
  const met = await newlyMet(world.database, owner, { since: newSince(now), until: now, max: metMax });
  const cards = new Map<ContactId, NewCard>();
  for (const contactId of met) {
    const person = await cardOfPerson(world, owner, contactId);
    if (person === undefined) continue;
    const card = asCard(contactId, person);
    cards.set(contactId, { card, wanted: { subjectId: contactId, hash: hashOf(card) } });
  }
  return cards;
}

const asCard = (contactId: ContactId, person: CardToWrite): Card => ({ key: contactId, origin: "vcard", ...person });
