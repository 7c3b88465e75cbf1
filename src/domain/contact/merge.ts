/**
 * Which addresses are one person. Evidence merges (one mailbox, one card, one name answering in one thread); a name
 * alone only asks, because two people may share it (R13). Suggestions never merge by themselves. What the owner answered
 * outranks all of it: who was said to be somebody else is never joined, also not through a third address.
 */
import { type Because, because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import { before, type Instant } from "../time.ts";
import { domainOf, mailboxKey } from "./address.ts";
import { isHouseOf, isSameCompany } from "./house.ts";
import { fold } from "./role-words.ts";

export type MergeEvidence = {
  address: Address;
  /** Full name as `readName` gave it; absent when none is known. */
  name?: string;
  /** Keys of the address book cards that carry this address. */
  cards: readonly string[];
  /** Threads in which the address wrote, or in which the owner wrote to it. */
  threads: readonly string[];
  /** When an automatic answer from here said that they left the company. */
  leftAt?: Instant;
  /** The first mail with the address, either way. */
  firstSeenAt?: Instant;
  /** Employers as they sign and as their cards say. */
  companies?: readonly string[];
  /** The domain that they write from, unless anybody may. */
  house?: string;
  /** Somebody on a list of the owner's who has no address there: `address` is the key of their profile. */
  isListed?: true;
};

export type MergeSuggestion = {
  /** merge: the evidence suffices. ask: only the owner can know. */
  kind: "merge" | "ask";
  /** Sorted, at least two. */
  addresses: Address[];
  because: Because[];
};

export type MergeAnswer = "same" | "different";

/** same: all of them are one person. different: no two of them are. */
export type SaidOfMerge = { addresses: readonly Address[]; answer: MergeAnswer };

/** An address on more cards than this is a shared desk: it ties nobody together. */
const cardsMax = 3;

export function mergeSuggestions(
  people: readonly MergeEvidence[],
  said: readonly SaidOfMerge[] = [],
): MergeSuggestion[] {
  const byAddress = new Map(people.map((person) => [person.address, person]));
  const groups = new Groups(said.filter(({ answer }) => answer === "different").map(({ addresses }) => addresses));
  for (const { addresses } of said.filter(({ answer }) => answer === "same")) {
    const [one, ...others] = addresses.flatMap((address) => byAddress.get(address) ?? []);
    for (const other of others)
      groups.join(one!, other, because("R13.owner_said", "You said that these are one person."));
  }
  joinBy(
    people.filter(({ isListed }) => isListed !== true),
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
      if (one.isListed === true || other.isListed === true) {
        if (one.isListed !== other.isListed && mayWorkTogether(one, other)) namesakes.push([one, other]);
        return;
      }
      const thread = one.threads.find((id) => other.threads.includes(id));
      if (thread === undefined) namesakes.push([one, other]);
      else {
        const text = `${one.name} answered from ${other.address} in a thread with ${one.address}.`;
        groups.join(one, other, because("R13.same_name_and_thread", text, { thread }));
      }
    },
  );
  for (const { left, successor } of successors(namesakes)) {
    const text = `${left.name} left ${domainOf(left.address)}, and wrote from ${successor.address} since.`;
    groups.join(left, successor, because("R13.left_and_moved", text));
  }
  return [...groups.suggestions(), ...questions(namesakes, groups, byAddress)];
}

/**
 * Whether the two may work for one company: somebody on a list, and somebody whose mail and cards are known. A domain alone
 * speaks for it, never against.
 */
function mayWorkTogether(one: MergeEvidence, other: MergeEvidence): boolean {
  const [listed, written] = one.isListed === true ? [one, other] : [other, one];
  const company = listed.companies?.[0];
  const { companies = [], house } = written;
  if (company === undefined || companies.length === 0) return true;
  return (
    companies.some((theirs) => isSameCompany(theirs, company)) || (house !== undefined && isHouseOf(house, company))
  );
}

/** Mail from the new place may come some time before the old one says that they are gone. */
const movedBeforeDays = 60;

/**
 * Somebody left a company, and exactly one namesake came up about then: that is them. With two such namesakes, or one who
 * has been known for long, only the owner can know.
 */
function successors(
  namesakes: readonly [MergeEvidence, MergeEvidence][],
): { left: MergeEvidence; successor: MergeEvidence }[] {
  const found = new Map<MergeEvidence, Set<MergeEvidence>>();
  for (const [one, other] of namesakes) {
    for (const [left, newer] of [
      [one, other],
      [other, one],
    ] as const) {
      if (left.leftAt === undefined || newer.leftAt !== undefined || newer.firstSeenAt === undefined) continue;
      if (newer.firstSeenAt >= before(left.leftAt, { days: movedBeforeDays }))
        found.set(left, (found.get(left) ?? new Set()).add(newer));
    }
  }
  return [...found].flatMap(([left, newer]) => (newer.size === 1 ? [{ left, successor: [...newer][0]! }] : []));
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
export function nameKeys({ name }: Pick<MergeEvidence, "name">): string[] {
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
    if (groups.rootOf(one.address) === groups.rootOf(other.address) || groups.areDifferent(one.address, other.address))
      continue;
    const key = nameKeys(one)[0] ?? one.address;
    const set = sets.get(key) ?? new Set<Address>();
    sets.set(key, set.add(one.address).add(other.address));
  }
  return [...sets.values()]
    .flatMap((set) => apart([...set].sort(), groups))
    .map((addresses) => ({ kind: "ask", addresses, because: [whyAsked(addresses, byAddress)] }));
}

function whyAsked(addresses: readonly Address[], byAddress: ReadonlyMap<Address, MergeEvidence>): Because {
  const asked = addresses.flatMap((address) => byAddress.get(address) ?? []);
  const name = asked[0]?.name ?? "";
  const listed = asked.find(({ isListed }) => isListed === true);
  if (listed !== undefined) {
    const where = listed.companies?.[0] === undefined ? "" : ` of ${listed.companies[0]}`;
    return because(
      "R13.same_name_and_company",
      `A ${name}${where} stands on a list of yours without an address. Nothing else ties the two together.`,
    );
  }
  return because(
    "R13.same_name_only",
    `${addresses.length === 2 ? "Both" : `All ${addresses.length}`} are called ${name}. No card, no mailbox and no conversation ties them together.`,
  );
}

/** Where two of the addresses are known to be two people, "are all of these one?" has its answer: it is asked of each open pair. */
function apart(addresses: readonly Address[], groups: Groups): Address[][] {
  const pairs = addresses.flatMap((one, at) => addresses.slice(at + 1).map((other) => [one, other] as const));
  if (!pairs.some(([one, other]) => groups.areDifferent(one, other))) return [[...addresses]];
  return pairs
    .filter(([one, other]) => groups.rootOf(one) !== groups.rootOf(other) && !groups.areDifferent(one, other))
    .map((pair) => [...pair]);
}

/** Addresses joined so far, as a forest; every join keeps its reason. Those said to be different are never joined. */
class Groups {
  private readonly parent = new Map<Address, Address>();
  private readonly members = new Map<Address, Address[]>();
  private readonly reasons: { address: Address; because: Because }[] = [];
  private readonly different = new Map<Address, Set<Address>>();

  constructor(different: readonly (readonly Address[])[]) {
    for (const addresses of different)
      for (const one of addresses)
        this.different.set(
          one,
          new Set([...(this.different.get(one) ?? []), ...addresses.filter((other) => other !== one)]),
        );
  }

  /** Whether anybody joined with the one was said to be another person than anybody joined with the other. */
  areDifferent(one: Address, other: Address): boolean {
    if (this.different.size === 0) return false;
    const theirs = this.membersOf(other);
    return this.membersOf(one).some((mine) => theirs.some((their) => this.different.get(mine)?.has(their) === true));
  }

  private membersOf(address: Address): readonly Address[] {
    const root = this.rootOf(address);
    return this.members.get(root) ?? [root];
  }

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
    if (this.areDifferent(one.address, other.address)) return;
    const [from, to] = [this.rootOf(other.address), this.rootOf(one.address)];
    if (from !== to) {
      this.members.set(to, [...this.membersOf(to), ...this.membersOf(from)]);
      this.members.delete(from);
      this.parent.set(from, to);
    }
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
