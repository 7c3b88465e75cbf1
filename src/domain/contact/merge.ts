/**
 * Which addresses are one person. Evidence merges (one mailbox, one card, one name answering in one thread); a name
 * alone only asks, because two people may share it (R13). Suggestions never merge by themselves.
 */
import { type Because, because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import { mailboxKey } from "./address.ts";
import { fold } from "./role-words.ts";

export type MergeEvidence = {
  address: Address;
  /** Full name as `readName` gave it; absent when none is known. */
  name?: string;
  /** Keys of the address book cards that carry this address. */
  cards: readonly string[];
  /** Threads in which the address wrote, or in which the owner wrote to it. */
  threads: readonly string[];
};

export type MergeSuggestion = {
  /** merge: the evidence suffices. ask: only the owner can know. */
  kind: "merge" | "ask";
  /** Sorted, at least two. */
  addresses: Address[];
  because: Because[];
};

/** An address on more cards than this is a shared desk: it ties nobody together. */
const cardsMax = 3;

export function mergeSuggestions(people: readonly MergeEvidence[]): MergeSuggestion[] {
  const byAddress = new Map(people.map((person) => [person.address, person]));
  const groups = new Groups();
  joinBy(
    people,
    (person) => [mailboxKey(person.address)],
    (one, other) => {
      groups.join(one, other, because("R13.same_mailbox", `${one.address} and ${other.address} are one mailbox.`));
    },
  );
  joinBy(
    people,
    (person) => (person.cards.length <= cardsMax ? person.cards : []),
    (one, other) => {
      if (hasOtherName(one, other)) return;
      groups.join(one, other, because("R13.same_card", `${one.address} and ${other.address} stand on one card.`));
    },
  );
  const namesakes: [MergeEvidence, MergeEvidence][] = [];
  joinBy(
    people,
    (person) => nameKeys(person),
    (one, other) => {
      const thread = one.threads.find((id) => other.threads.includes(id));
      if (thread === undefined) namesakes.push([one, other]);
      else {
        const text = `${one.name} answered from ${other.address} in a thread with ${one.address}.`;
        groups.join(one, other, because("R13.same_name_and_thread", text, { thread }));
      }
    },
  );
  return [...groups.suggestions(), ...questions(namesakes, groups, byAddress)];
}

/** People that share a key are compared with this many earlier ones at most, so that a thousand namesakes stay cheap. */
const comparedMax = 20;

/** Calls back for each pair of people that share a key. */
function joinBy(
  people: readonly MergeEvidence[],
  keysOf: (person: MergeEvidence) => readonly string[],
  join: (one: MergeEvidence, other: MergeEvidence) => void,
): void {
  const seen = new Map<string, MergeEvidence[]>();
  for (const person of people) {
    for (const key of keysOf(person)) {
      const earlier = seen.get(key) ?? [];
      seen.set(key, earlier);
      for (const one of earlier) if (one.address !== person.address) join(one, person);
      if (earlier.length < comparedMax) earlier.push(person);
    }
  }
}

/** A first name alone is nobody's key. The order of the words does not matter. */
function nameKeys({ name }: MergeEvidence): string[] {
  const words =
    name === undefined
      ? []
      : fold(name)
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 1);
  return words.length >= 2 ? [words.sort().join(" ")] : [];
}

function hasOtherName(one: MergeEvidence, other: MergeEvidence): boolean {
  const [mine] = nameKeys(one);
  const [theirs] = nameKeys(other);
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

/** One question for each set of namesakes, left out where evidence has joined them already. */
function questions(
  namesakes: readonly [MergeEvidence, MergeEvidence][],
  groups: Groups,
  byAddress: ReadonlyMap<Address, MergeEvidence>,
): MergeSuggestion[] {
  const sets = new Map<string, Set<Address>>();
  for (const [one, other] of namesakes) {
    if (groups.rootOf(one.address) === groups.rootOf(other.address)) continue;
    const key = nameKeys(one)[0] ?? one.address;
    const set = sets.get(key) ?? new Set<Address>();
    sets.set(key, set.add(one.address).add(other.address));
  }
  return [...sets.values()].map((set) => {
    const addresses = [...set].sort();
    const name = byAddress.get(addresses[0] ?? "")?.name ?? "";
    return {
      kind: "ask",
      addresses,
      because: [because("R13.same_name_only", `Are these ${addresses.length} addresses all the same ${name}?`)],
    };
  });
}

/** Addresses joined so far, as a forest; every join keeps its reason. */
class Groups {
  private readonly parent = new Map<Address, Address>();
  private readonly reasons: { address: Address; because: Because }[] = [];

  rootOf(address: Address): Address {
    let root = address;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    for (let at = address; at !== root; ) {
      const up = this.parent.get(at);
      this.parent.set(at, root);
      at = up ?? root;
    }
    return root;
  }

  join(one: MergeEvidence, other: MergeEvidence, reason: Because): void {
    const [from, to] = [this.rootOf(other.address), this.rootOf(one.address)];
    if (from !== to) this.parent.set(from, to);
    this.reasons.push({ address: one.address, because: reason });
  }

  suggestions(): MergeSuggestion[] {
    const members = new Map<Address, Set<Address>>();
    for (const address of this.parent.keys()) {
      const root = this.rootOf(address);
      members.set(root, (members.get(root) ?? new Set([root])).add(address));
    }
    const reasons = Map.groupBy(this.reasons, (reason) => this.rootOf(reason.address));
    return [...members].map(([root, set]) => ({
      kind: "merge" as const,
      addresses: [...set].sort(),
      because: (reasons.get(root) ?? []).map((reason) => reason.because),
    }));
  }
}
