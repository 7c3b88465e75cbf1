/**
 * The world behind the providers: accounts, the people who live at other addresses, mail that crosses from one mailbox to
 * another, and what is still to happen. All in memory, driven by a clock that is given; nothing happens by itself, only
 * when somebody looks (`settle`).
 */
import type { Clock } from "../../domain/clock.ts";
import type { Address } from "../../domain/mail/message.ts";
import { after, type Instant, utc } from "../../domain/time.ts";
import { type AccountWish, type CloudAccount, type CloudNews, type CloudProvider, newAccount } from "./account.ts";
import type { CloudEvent } from "./calendars.ts";
import { type Content, envelopeOf, recipientsOf } from "./content.ts";
import { type Ids, idsOf } from "./ids.ts";
import type { CloudMessage } from "./mailbox.ts";
import { withHeaders } from "./mime.ts";

/** A letter that came to somebody who has an address and no account here. */
export type Arrival = { address: Address; from: CloudAccount | undefined; content: Content; at: Instant };

/** A meeting that somebody without an account here was asked to. */
export type Invitation = { address: Address; organiser: CloudAccount; event: CloudEvent; at: Instant };

/** Who lives at other addresses. */
export interface Residents {
  /** True when the address exists. */
  has(address: Address): boolean;
  /** True when somebody of that domain lives here, so that an unknown name there is an error. */
  hasDomain(domain: string): boolean;
  receive(arrival: Arrival): void;
  /** Somebody was asked to a meeting, told of a change, or told that it is off (status cancelled). */
  invited(invitation: Invitation): void;
}

const nobody: Residents = {
  has: () => false,
  hasDomain: () => false,
  receive: () => undefined,
  invited: () => undefined,
};

type Due = { at: Instant; number: number; happen: (at: Instant) => void };

export type CloudWish = { seed: number; clock: Clock };

export class Cloud {
  readonly seed: number;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The links of video calls are made so much later than their events; 0 is at once. */
  meetAfterSeconds = 0;
  readonly #accounts = new Map<string, CloudAccount>();
  readonly #listeners: ((news: CloudNews) => void)[] = [];
  #residents: Residents = nobody;
  #due: Due[] = [];
  #scheduled = 0;
  #settlingAt: Instant | undefined;

  constructor({ seed, clock }: CloudWish) {
    this.seed = seed;
    this.clock = clock;
    this.ids = idsOf(seed, "cloud");
  }

  /** The moment at which things happen: of what is being settled, else the clock's. */
  now(): Instant {
    return this.#settlingAt ?? this.clock.now();
  }

  get accounts(): readonly CloudAccount[] {
    return [...new Set(this.#accounts.values())];
  }

  /** By the main address or an alias. */
  account(address: Address): CloudAccount | undefined {
    return this.#accounts.get(address.toLowerCase());
  }

  accountBySubject(provider: CloudProvider, subject: string): CloudAccount | undefined {
    return this.accounts.find((account) => account.provider === provider && account.subject === subject);
  }

  add(wish: AccountWish): CloudAccount {
    const heard = (news: CloudNews) => {
      for (const listener of this.#listeners) listener(news);
    };
    const account = newAccount(this.seed, wish, { at: this.now(), heard });
    for (const address of [account.address, ...account.aliases]) {
      if (this.#accounts.has(address)) throw new Error(`two accounts with the address ${address}`);
      this.#accounts.set(address, account);
    }
    return account;
  }

  /** Told after every change anywhere, before the call that made it returns. */
  onNews(listener: (news: CloudNews) => void): void {
    this.#listeners.push(listener);
  }

  settleIn(residents: Residents): void {
    this.#residents = residents;
  }

  get residents(): Residents {
    return this.#residents;
  }

  /** Lets something happen at an instant: now when it has passed, once the clock is there otherwise. */
  later(at: Instant, happen: (at: Instant) => void): void {
    this.#scheduled += 1;
    const entry = { at, number: this.#scheduled, happen };
    const place = this.#due.findIndex((one) => one.at > at);
    this.#due.splice(place === -1 ? this.#due.length : place, 0, entry);
  }

  /** Does what is due by then (by the clock when left out), in order, and what follows from it. Returns how much it was. */
  settle(until: Instant = this.clock.now()): number {
    if (this.#settlingAt !== undefined) return 0;
    let done = 0;
    try {
      for (let next = this.#due[0]; next !== undefined && next.at <= until; next = this.#due[0]) {
        this.#due.shift();
        this.#settlingAt = next.at;
        next.happen(next.at);
        done += 1;
      }
    } finally {
      this.#settlingAt = undefined;
    }
    return done;
  }

  /** When the next thing happens by itself; undefined when nothing is waiting. */
  nextAt(): Instant | undefined {
    return this.#due[0]?.at;
  }

  /**
   * Sends a message from an account: a copy into its sent mail (unless the face moved the draft there itself), one into each
   * recipient's inbox, a delivery report for those who do not exist. Addresses of unknown domains are the wide world.
   */
  send(
    from: CloudAccount,
    content: Content,
    how: { threadId?: string; keepsCopy?: boolean } = {},
  ): CloudMessage | undefined {
    const at = this.now();
    const copy =
      how.keepsCopy === false
        ? undefined
        : from.mailbox.add({
            content,
            place: "sent",
            at,
            ...(how.threadId !== undefined && { threadId: how.threadId }),
          });
    for (const address of recipientsOf(envelopeOf(content))) this.#bring(address, { from, content, at });
    return copy;
  }

  /** Puts a message that comes from outside into the mailboxes of its recipients. */
  deliver(content: Content): void {
    const at = this.now();
    for (const address of recipientsOf(envelopeOf(content))) this.#bring(address, { from: undefined, content, at });
  }

  #bring(
    address: Address,
    { from, content, at }: { from: CloudAccount | undefined; content: Content; at: Instant },
  ): void {
    const account = this.account(address);
    if (account !== undefined) {
      account.mailbox.add({ content: arrived(content, address), place: "inbox", marks: ["unread"], at });
      return;
    }
    if (this.#residents.has(address)) {
      this.#residents.receive({ address, from, content, at });
      return;
    }
    const domain = address.slice(address.indexOf("@") + 1);
    const isKnown =
      this.#residents.hasDomain(domain) || this.accounts.some((one) => one.address.endsWith(`@${domain}`));
    if (isKnown && from !== undefined) this.bounce(from, address, content);
  }

  /** A delivery report to the sender, half a minute later. */
  bounce(to: CloudAccount, address: Address, content: Content): void {
    this.later(after(this.now(), { seconds: 30 }), (at) => {
      const { messageId = "unknown", subject } = envelopeOf(content);
      const domain = to.address.slice(to.address.indexOf("@") + 1);
      const text = `Your message to ${address} could not be delivered: there is no such mailbox.`;
      this.deliver({
        kind: "letter",
        letter: {
          id: `${this.ids.hex()}@${domain}`,
          at,
          zone: utc,
          from: { address: `mailer-daemon@${domain}`, name: "Mail Delivery Subsystem" },
          to: [{ address: to.address }],
          subject: `Undelivered: ${subject}`,
          said: text,
          text,
          undelivered: { address, diagnosis: "550 5.1.1 no such mailbox" },
          references: [messageId],
          labels: ["Inbox"],
          headers: [["Auto-Submitted", "auto-replied"]],
          encoding: "8bit",
        },
      });
    });
  }
}

/** The copy that lies in a recipient's mailbox: it says whose, and no more who else was told in secret. */
function arrived(content: Content, address: Address): Content {
  if (content.kind === "letter") return { ...content, deliveredTo: address };
  return { kind: "raw", raw: withHeaders(content.raw, { "Delivered-To": address, Bcc: undefined }) };
}
