/** A person as everything read of them describes them: name, how to greet them, and the fields of a card (M7, R2). */
import type { Address } from "../mail/message.ts";
import type { Signature } from "../mail/signature.ts";
import type { Instant } from "../time.ts";
import type { AddressEvidence, SharedCard } from "./evidence.ts";
import { type ContactField, type FieldSource, type FieldsSaid, fieldsSigned, fillFields } from "./fields.ts";
import { nameOf, readName } from "./name.ts";

/** With when the message was written. */
export type Signed = { said: Signature; writtenAt: Instant | undefined };
export type Attached = { said: Omit<SharedCard, "cardId" | "origin" | "addresses">; writtenAt: Instant | undefined };

export type SaidOfSelf = {
  signatures: ReadonlyMap<Address, readonly Signed[]>;
  cards: ReadonlyMap<Address, readonly Attached[]>;
};

export type Description = {
  /** As they are shown: their name, else their address. */
  name: string;
  greeting: { name: string; because: "sign_off" | "display_name" } | undefined;
  fields: ContactField[];
};

/** `people` are the addresses of one person, the most used first; at least one. */
export function describePerson(people: readonly AddressEvidence[], { signatures, cards }: SaidOfSelf): Description {
  const signed = people.flatMap(({ address }) => signatures.get(address) ?? []);
  const onLists = people.flatMap((one) => one.cards.map((card) => cardSaid(card, one.address)));
  const fields = fillFields([
    ...onLists.filter(({ source }) => source === "address_book"),
    ...onLists.filter(({ source }) => source === "list"),
    ...people.map((one) => displayed(one)),
    ...people.flatMap(({ address }) => (cards.get(address) ?? []).map((card) => attachedSaid(card, address))),
    ...signed.map(({ said, writtenAt }) => fieldsSigned(said, writtenAt)),
  ]);
  const name = fields.find(({ field }) => field === "name")?.value;
  return {
    name: name ?? people[0]!.address,
    greeting: greetingOf(
      signed.map(({ said }) => said.name?.greeting).find((greeting) => greeting !== undefined && greeting.length > 1),
      people.map((one) => nameOf(one)?.greeting).find((greeting) => greeting !== undefined) ??
        (name === undefined ? undefined : readName(name)?.greeting),
    ),
    fields: fields.filter(({ source }) => source !== "display_name"),
  };
}

/** As they sign themselves, else as their mail shows them; never the local part of an address (M7). */
function greetingOf(signOff: string | undefined, shown: string | undefined): Description["greeting"] {
  if (signOff !== undefined) return { name: signOff, because: "sign_off" };
  return shown === undefined ? undefined : { name: shown, because: "display_name" };
}

const displayed = (one: AddressEvidence): FieldsSaid => {
  const name = nameOf({ ...one, cards: [] });
  return { source: "display_name", ...(name !== undefined && { name }) };
};

/** The owner's own address books; the others are lists that somebody else keeps. */
const addressBooks: readonly string[] = ["vcard", "google_contacts", "outlook_contacts"];
const sourceOfCard = (origin: string): FieldSource => (addressBooks.includes(origin) ? "address_book" : "list");

export const cardSaid = (card: Omit<SharedCard, "cardId" | "addresses">, address?: Address): FieldsSaid => {
  const { name: written, origin, ...rest } = card;
  const name = written === undefined ? undefined : readName(written, address);
  return { ...rest, source: sourceOfCard(origin), ...(name !== undefined && { name }) };
};

const attachedSaid = ({ said, writtenAt }: Attached, address: Address): FieldsSaid => ({
  ...cardSaid({ ...said, origin: "" }, address),
  source: "attached_card",
  ...(writtenAt !== undefined && { sourceAt: writtenAt }),
});
