/**
 * People on a list of the owner's who have no address there. One of them may be somebody with an address: that is asked, and
 * when the owner says so, their card becomes one more card of that person (R13).
 */
import { domainOf, isFreeMail } from "../../domain/contact/address.ts";
import type { SaidOfSelf } from "../../domain/contact/describe.ts";
import type { AddressEvidence } from "../../domain/contact/evidence.ts";
import type { MergeEvidence } from "../../domain/contact/merge.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { ListedCard } from "../../store/evidence.ts";

/** What tells whose card it may be. */
export const listedEvidence = ({ profile, name, company }: ListedCard): MergeEvidence => ({
  address: profile,
  isListed: true,
  cards: [],
  threads: [],
  ...(name !== undefined && { name }),
  ...(company !== undefined && { companies: [company] }),
});

/** By whom they may be employed: the companies that they sign with and that stand on their cards, and the domain they write from. */
export function employersOf(
  { address, cards }: AddressEvidence,
  { signatures }: SaidOfSelf,
): Pick<MergeEvidence, "companies" | "house"> {
  const signed = (signatures.get(address) ?? []).flatMap(({ said }) => said.company ?? []);
  const domain = domainOf(address);
  return {
    companies: [...signed, ...cards.flatMap(({ company }) => company ?? [])],
    ...(!isFreeMail(domain) && { house: domain }),
  };
}

/** The cards that the owner said are somebody's with an address, by one of their addresses. */
export function joinedCards(
  listed: readonly ListedCard[],
  merges: readonly { addresses: readonly Address[] }[],
): Map<Address, ListedCard[]> {
  const byProfile = new Map(listed.map((card) => [card.profile, card]));
  const joined = new Map<Address, ListedCard[]>();
  for (const { addresses } of merges) {
    const cards = addresses.flatMap((one) => byProfile.get(one) ?? []);
    const person = addresses.find((one) => !byProfile.has(one));
    if (cards.length > 0 && person !== undefined) joined.set(person, [...(joined.get(person) ?? []), ...cards]);
  }
  return joined;
}

export const withCards = (evidence: AddressEvidence, cards: readonly ListedCard[] = []): AddressEvidence => ({
  ...evidence,
  cards: [
    ...evidence.cards,
    ...cards.map(({ profile, ...card }) => ({ ...card, cardId: profile, links: [profile], addresses: [] })),
  ],
});
