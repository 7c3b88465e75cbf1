/** All that follow-up decisions read about one person. Plain data: the store loads it, the flows hand it in. */
import type { Encounter } from "../contact/discover.ts";
import type { Instant } from "../time.ts";
import type { Cadence } from "./cadence.ts";
import type { Interaction, Mode } from "./interaction.ts";

export type ContactStatus = "candidate" | "active" | "resting" | "dormant" | "archived" | "blocked";

/** A meeting agreed for later, from the calendar or booked by Rapport. */
export type Booked = { eventId: string; startsAt: Instant; mode: Mode; others: number };

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
};
