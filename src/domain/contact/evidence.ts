/**
 * What the mail, the calendar and the address books show about one address, counted. The store gathers it in one pass;
 * `judgeSender` and `discover` decide on it. Counts cover everything imported or scanned so far, as seen by the owner:
 * messages are "from the owner" when their From is one of the owner's own addresses.
 */
import type { Address } from "../mail/message.ts";
import type { Instant } from "../time.ts";
import type { ToldMeeting } from "./told.ts";

/** Marks found on messages from this address: the tag and on how many messages it stood. */
export type MachineMark =
  | "list_id"
  | "list_headers"
  | "bulk_precedence"
  | "auto_generated"
  | "auto_replied"
  | "response_suppressed"
  | "autoreply_header"
  | "feedback_id"
  | "empty_return_path"
  | "mailer_mark"
  | "failed_recipients"
  | "promotions_label"
  | "spam_label"
  | "delivery_report"
  | "reply_to_no_reply";

/** A past or coming event that the address stood on, with what counts for R1 and M4. */
export type SharedEvent = {
  eventId: string;
  title: string;
  place?: string;
  startsAt: Instant;
  endsAt: Instant;
  /** People on it, the owner included, rooms and resources not counted. */
  attendees: number;
  /** Attendees outside the owner's own domains, rooms not counted. */
  outsiders: number;
  recurring: boolean;
  /** Neither side declined, and it was not cancelled. */
  held: boolean;
  /** Both accepted, or one organised it and the other accepted. */
  bothAccepted: boolean;
  /** The address is a room, resource or group on it. */
  asResource: boolean;
  /** The owner said that it did not take place: they did not come (R37). */
  isMissed?: true;
};

export type SharedCard = {
  cardId: string;
  origin: string;
  name?: string;
  company?: string;
  title?: string;
  phones?: readonly string[];
  postalAddress?: string;
  links?: readonly string[];
  /** Addresses on the same card, this one included. */
  addresses: readonly Address[];
};

export type AddressEvidence = {
  address: Address;
  /** Display names seen beside the address, most frequent first, at most 5. */
  names: readonly { name: string; count: number }[];
  /** Owner's messages with this address in To and at most 6 recipients in all. */
  sentIndividually: number;
  /** Owner's messages with it in To, Cc or Bcc that are not counted above. */
  sentInGroup: number;
  lastSentAt?: Instant;
  firstSentAt?: Instant;
  /** Messages whose From is this address. */
  received: number;
  firstReceivedAt?: Instant;
  lastReceivedAt?: Instant;
  /** Theirs that answer (In-Reply-To or References) a message of the owner. */
  repliesToOwner: number;
  /** The owner's that answer a message of theirs. */
  repliesByOwner: number;
  /** Messages between others, or to the owner, on which it stood in Cc only. */
  onlyCopied: number;
  /** Distinct subjects among the received, after stripping Re and Fwd. */
  subjects: number;
  marks: Readonly<Partial<Record<MachineMark, number>>>;
  /** Ended before the moment of looking, newest last, at most 200. */
  events: readonly SharedEvent[];
  cards: readonly SharedCard[];
  /** At which events the owner said that they met them (R11). */
  told?: readonly ToldMeeting[];
  /** The owner's own word, which outranks everything: "person", "machine" or "ignored". */
  correction?: "person" | "machine" | "ignored";
};

/** What mail alone tells about an address. */
export type MailEvidence = Omit<AddressEvidence, "events" | "cards" | "told" | "correction">;

/** An address of which no mail was seen. */
export const nothingMailed = (address: Address): MailEvidence => ({
  address,
  names: [],
  sentIndividually: 0,
  sentInGroup: 0,
  received: 0,
  repliesToOwner: 0,
  repliesByOwner: 0,
  onlyCopied: 0,
  subjects: 0,
  marks: {},
});
