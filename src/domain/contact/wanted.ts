/** The two lists of R4: people the owner knows, and people or roles the owner needs to meet. */
import type { Address } from "../mail/message.ts";
import type { PlainDate } from "../time.ts";

/** Somebody needed, by name or by role at a company, possibly without an address. Never written to before a first contact. */
export type Wanted =
  | {
      kind: "named_person";
      id: string;
      name: string;
      company?: string;
      addresses: readonly Address[];
      notedOn: PlainDate;
    }
  | { kind: "role"; id: string; role: string; company: string; domains: readonly string[]; notedOn: PlainDate };

/** A wanted person turned up: where, and which of the known people share the company or the event. */
export type WantedAppeared = {
  wantedId: string;
  address: Address;
  seenIn: { kind: "message" | "event" | "card"; id: string };
  /** Contact ids of known people who may introduce. */
  knownThere: readonly string[];
};
