/** Who brought whom (R12): as the owner says, as the ledger has it, as a letter or the first encounter tells by name. */
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import { fold } from "../../domain/contact/role-words.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { KnownPerson } from "../../store/read/known.ts";

export type Brought = { introducer: ContactId; person: ContactId };

type Said = {
  choices: ReadonlyMap<ContactId, ContactChoices>;
  ledger: ReadonlyMap<ContactId, readonly LedgerEntry[]>;
  facts: ReadonlyMap<ContactId, readonly Fact[]>;
};

/** Who brought a person, each by a name or an id: as the owner says, as the first encounter and letters tell. */
export const toldIntroducers = (
  { contactId, introducedBy }: KnownPerson,
  { choices, facts }: Omit<Said, "ledger">,
): string[] =>
  [
    choices.get(contactId)?.introducedBy,
    introducedBy,
    ...(facts.get(contactId) ?? []).filter(({ kind }) => kind === "introducer").map(({ text }) => text),
  ].filter((text) => text !== undefined);

/** Each pair once. A name counts only when exactly one known person is called so; a first name alone is nobody's for sure. */
export function introductions(people: readonly KnownPerson[], said: Said): Brought[] {
  const known = new Set(people.map(({ contactId }) => contactId));
  const byName = Map.groupBy(people, ({ name }) => fold(name).trim());
  const called = (text: string): ContactId | undefined => {
    if (known.has(text as ContactId)) return text as ContactId;
    if (!text.trim().includes(" ")) return undefined;
    const named = byName.get(fold(text).trim()) ?? [];
    return named.length === 1 ? named[0]!.contactId : undefined;
  };
  const pairs = people.flatMap((person): Brought[] =>
    toldIntroducers(person, said).flatMap((text) => {
      const introducer = called(text);
      return introducer === undefined ? [] : [{ introducer, person: person.contactId }];
    }),
  );
  const recorded = [...said.ledger].flatMap(([introducer, entries]) =>
    entries.flatMap(({ kind, about, otherContactId }): Brought[] =>
      kind === "received" && about === "introduction" && otherContactId !== undefined && known.has(otherContactId)
        ? [{ introducer, person: otherContactId }]
        : [],
    ),
  );
  const unique = new Map([...pairs, ...recorded].map((pair) => [`${pair.introducer} ${pair.person}`, pair]));
  return [...unique.values()].filter(({ introducer, person }) => introducer !== person && known.has(introducer));
}
