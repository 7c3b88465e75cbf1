/** What is true of the sample, for tests that read it end to end: who is a person to propose, who is not, what is due. */
import type { Address } from "../domain/mail/message.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { circleAddresses, spammers } from "./diary.ts";
import { listPosters, machines, mailingList } from "./machines.ts";
import { colleagues, nameOf, owner, type Part, type Persona, people, rooms, teamAddress } from "./people.ts";
import { sampleWorld } from "./sample-world.ts";
import { endOf, type World } from "./world.ts";

export type Truth = {
  seed: number;
  lastDay: PlainDate;
  owner: { addresses: readonly Address[] };
  counts: { messages: number; events: number };
  /** People whom the product should propose, each with all their addresses. */
  people: readonly { name: string; addresses: readonly Address[]; part: Part }[];
  colleagues: readonly Address[];
  /** Newsletters, bots, senders of notifications, rooms, groups, spam. */
  machines: readonly Address[];
  /** Persons or seeming persons who must not be proposed, with the reason. */
  notProposed: readonly {
    address: Address;
    because:
      | "declined_by_owner"
      | "cancelled"
      | "copied_only"
      | "inbound_only"
      | "list_post"
      | "large_event"
      | "calendar_spam";
  }[];
  /** What must be due on whatever day the sample is opened; other people may be due for nothing. */
  due: readonly Due[];
};

export type Due = {
  address: Address;
  kind: "thank_you" | "check_in" | "meet_by" | "someday" | "promise";
  /** The last of the marks that has been passed; `history` means that the deadline is gone and nothing is due. */
  state: "due" | "overdue" | "warned_60" | "warned_76" | "warned_83" | "history";
  /** End of the first encounter, as shipped. */
  encounterEndsAt?: Instant;
};

export const sampleTruth = (seed: number): Truth => truthOf(sampleWorld(seed));

/** What is true of a world already made. */
export function truthOf(world: World): Truth {
  return {
    seed: world.seed,
    lastDay: world.lastDay,
    owner: { addresses: [owner.address, owner.alias] },
    counts: {
      messages: world.letters.length,
      events: world.meetings.length + world.meetings.reduce((sum, { changes = [] }) => sum + changes.length, 0),
    },
    people: people.filter(isProposed).map((one) => ({ name: nameOf(one), addresses: one.addresses, part: one.part })),
    colleagues: colleagues.map(({ address }) => address),
    machines: [...machines, ...rooms, teamAddress, mailingList, mailerDaemon].map(({ address }) => address),
    notProposed: [
      ...people.flatMap((one) => {
        const because = notProposedParts[one.part];
        return because === undefined ? [] : [{ address: one.addresses[0], because }];
      }),
      ...listPosters.map((address) => ({ address, because: "list_post" as const })),
      ...circleAddresses.map((address) => ({ address, because: "large_event" as const })),
      ...spammers.map((address) => ({ address, because: "calendar_spam" as const })),
    ],
    due: people.flatMap((one) => dueOf(one, world)),
  };
}

const mailerDaemon = { address: "mailer-daemon@mail.nordlys.example" };

const notProposedParts: Partial<Record<Part, Truth["notProposed"][number]["because"]>> = {
  declined_by_owner: "declined_by_owner",
  cancelled: "cancelled",
  copied_only: "copied_only",
  stranger: "inbound_only",
};
const isProposed = ({ part }: Persona) => notProposedParts[part] === undefined;

const duties: Partial<Record<Part, readonly Pick<Due, "kind" | "state">[]>> = {
  met_yesterday_at_drinks: [{ kind: "thank_you", state: "due" }],
  met_yesterday_for_coffee: [{ kind: "thank_you", state: "due" }],
  check_in_due: [{ kind: "check_in", state: "due" }],
  meet_by_overdue: [{ kind: "meet_by", state: "overdue" }],
  meet_by_warned_60: [{ kind: "meet_by", state: "warned_60" }],
  meet_by_warned_76: [{ kind: "meet_by", state: "warned_76" }],
  meet_by_warned_83: [{ kind: "meet_by", state: "warned_83" }],
  deadline_passed: [{ kind: "meet_by", state: "history" }],
  someday: [{ kind: "someday", state: "due" }],
  promise: [{ kind: "promise", state: "due" }],
};

function dueOf(persona: Persona, { meetings }: World): Due[] {
  const encounter = meetings.find(({ uid }) => uid === `story-${persona.key}@nordlys.example`);
  return (duties[persona.part] ?? []).map((duty) => ({
    address: persona.addresses[0],
    ...duty,
    ...(encounter !== undefined && { encounterEndsAt: endOf(encounter) }),
  }));
}
