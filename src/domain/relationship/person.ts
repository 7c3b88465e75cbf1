/** All that follow-up decisions read about one person. Plain data: the store loads it, the flows hand it in. */
import type { Encounter } from "../contact/discover.ts";
import type { Fact } from "../fact/fact.ts";
import type { Instant, PlainDate } from "../time.ts";
import type { Cadence } from "./cadence.ts";
import type { Interaction, Mode } from "./interaction.ts";

export type ContactStatus = "candidate" | "active" | "resting" | "dormant" | "archived" | "blocked";

/** A meeting agreed for later, from the calendar or booked by Rapport. */
export type Booked = {
  eventId: string;
  startsAt: Instant;
  endsAt?: Instant;
  mode: Mode;
  others: number;
  title?: string;
};

export type PersonHistory = {
  id: string;
  /** As shown to the owner. */
  name: string;
  status: ContactStatus;
  encounter?: Encounter;
  /** In any order; the future ones are left out of account. */
  interactions: readonly Interaction[];
  booked: readonly Booked[];
  cadence?: Cadence;
  /** When Rapport first could know: the import or connection that brought the person. Deadlines before it are history. */
  knownSince?: Instant;
  /** True when they live too far to meet in person (R31): video then satisfies the 90 days. */
  isFar?: boolean;
  /** The owner said that a call is enough for this person (R17). */
  phoneCounts?: boolean;
  /** The owner extended the 90 days once (R17). */
  isExtended?: boolean;
  /** What the owner said at the end of the 90 days (R17). */
  afterDeadline?: "low_cadence" | "let_go";
  /** Open facts that clocks are started by, in any order. */
  facts?: readonly ClockFact[];
  /** Whom they brought to the owner, and when that was said (R12). */
  brought?: readonly { name: string; at: Instant }[];
  /** The last meeting that did not take place, as the owner said (R37). */
  missed?: { eventId: string; title: string; at: Instant };
  /** A true client (R25). */
  isClient?: boolean;
  /** The owner lifted a stop then (R45): a refusal from before it stands in the way no more. */
  allowedAt?: Instant;
  /** What the owner can offer, or that it is nothing yet and when that was said (R16). */
  give?: { note?: string; noneYetOn?: PlainDate };
};

export type ClockFact = Pick<Fact, "kind" | "text" | "saidBy" | "saidAt" | "dueOn"> & {
  factId: string;
  /** Of a job: they wrote that they have just begun it. */
  isNews?: true;
};
