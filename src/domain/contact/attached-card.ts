/**
 * Whose card came with a message (R2). Only the writer's own is taken: what somebody says of a third person is hearsay,
 * and a card that names no address is theirs only when it bears their name.
 */
import type { Correspondent } from "../mail/message.ts";
import { localPartOf } from "./address.ts";
import type { Card } from "./card.ts";
import { fold } from "./role-words.ts";

/** The writer's own card among those attached to their message. */
export function ownCard(cards: readonly Card[], writer: Correspondent): Card | undefined {
  return (
    cards.find(({ addresses }) => addresses.includes(writer.address)) ??
    cards.find((card) => card.addresses.length === 0 && bearsNameOf(card, writer)) ??
    cards.find((card) => sharedWords(card, writer) >= 2)
  );
}

/** A card without a name is a house's; one name in common suffices where the card cannot be anybody else's by its address. */
const bearsNameOf = (card: Card, writer: Correspondent): boolean => sharedWords(card, writer) >= 1;

const sharedWords = ({ name }: Card, writer: Correspondent): number => {
  const known = new Set([...wordsOf(writer.name ?? ""), ...wordsOf(localPartOf(writer.address))]);
  return wordsOf(name ?? "").filter((word) => known.has(word)).length;
};

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
