/** The address book of one account: contacts that were saved, and others who were only written to. */
import type { Card } from "../../domain/contact/card.ts";
import type { Instant } from "../../domain/time.ts";
import { ChangeLog, type LogLimits } from "./change-log.ts";
import type { Ids } from "./ids.ts";

export type CloudContact = {
  id: string;
  /** "other": written to, never saved. */
  kind: "contact" | "other";
  card: Omit<Card, "key" | "origin">;
  /** What a program keeps with the contact. */
  properties: Readonly<Record<string, string>>;
  changedAt: Instant;
  /** Of the newest entry in the log about it: its version. */
  change: number;
};

export type ContactChange = { kind: "put" | "removed"; contact: CloudContact };

export class AddressBook {
  readonly log: ChangeLog<ContactChange>;
  readonly #ids: Ids;
  readonly #contacts = new Map<string, CloudContact>();
  readonly #heard: () => void;

  constructor(how: { ids: Ids; log?: LogLimits; heard?: () => void }) {
    this.#ids = how.ids;
    this.log = new ChangeLog(1000, how.log);
    this.#heard = how.heard ?? (() => undefined);
  }

  find(id: string): CloudContact | undefined {
    return this.#contacts.get(id);
  }

  /** In the order in which they were added. */
  contacts(kind: CloudContact["kind"]): CloudContact[] {
    return [...this.#contacts.values()].filter((contact) => contact.kind === kind);
  }

  add(
    contact: Pick<CloudContact, "kind" | "card"> & Partial<Pick<CloudContact, "properties">>,
    at: Instant,
  ): CloudContact {
    return this.#put({ properties: {}, ...contact, id: `c${this.#ids.hex()}` }, at);
  }

  /** Undefined when it is not there. */
  change(
    id: string,
    to: Partial<Pick<CloudContact, "card" | "properties" | "kind">>,
    at: Instant,
  ): CloudContact | undefined {
    const old = this.#contacts.get(id);
    return old === undefined ? undefined : this.#put({ ...old, ...to }, at);
  }

  remove(id: string, at: Instant): boolean {
    const contact = this.#contacts.get(id);
    if (contact === undefined) return false;
    this.#contacts.delete(id);
    this.log.append(at, { kind: "removed", contact });
    this.#heard();
    return true;
  }

  #put(contact: Omit<CloudContact, "changedAt" | "change">, at: Instant): CloudContact {
    const stored: CloudContact = { ...contact, changedAt: at, change: this.log.newest + 1 };
    this.#contacts.set(stored.id, stored);
    this.log.append(at, { kind: "put", contact: stored });
    this.#heard();
    return stored;
  }
}
