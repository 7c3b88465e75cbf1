/** A person as an address book or an export lists them: a vCard, a LinkedIn row, a line of a generic CSV. */
import type { Address } from "../mail/message.ts";
import type { PlainDate } from "../time.ts";

export type Card = {
  /** vCard UID, LinkedIn URL, else a digest of the row: the same card read again has the same key. */
  key: string;
  /** Which list it came from: "vcard", "linkedin", "csv", later "google_contacts", "outlook_contacts". */
  origin: "vcard" | "linkedin" | "csv" | "google_contacts" | "outlook_contacts";
  name?: string;
  givenName?: string;
  familyName?: string;
  addresses: readonly Address[];
  /** As written, whitespace collapsed. */
  phones: readonly string[];
  company?: string;
  title?: string;
  /** Profile and home page links, https or http only. */
  links: readonly string[];
  /** One line, parts joined with ", ". */
  postalAddress?: string;
  note?: string;
  /** LinkedIn's "Connected On". */
  connectedOn?: PlainDate;
};
