/**
 * Everything outside the decisions, as one argument. `main.ts` builds it once from real things; tests build it from
 * real things too, with a clock they can move.
 */
import type { Clock } from "../domain/clock.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant, Zone } from "../domain/time.ts";
import type { ArchiveReader } from "../integrations/archive.ts";
import type { FeedReader } from "../integrations/feed.ts";
import type { OutgoingLetter } from "../integrations/mail.ts";
import type { Outbox } from "../integrations/outbox.ts";
import type { Opening, Provider, ProviderAccount } from "../integrations/provider.ts";
import type { MailNews } from "../integrations/push.ts";
import type { OAuthClient, SignIn, TokenVault } from "../integrations/sign-in.ts";
import type { Database, InTransaction } from "../store/database.ts";
import type { Keyring } from "../store/keys.ts";
import type { Failpoint } from "./failpoints.ts";

/** A wish that a job runs soon. Only a hint: what must happen stands in a timer row or in a state. */
export type Nudge = { job: string; ownerId: OwnerId; subjectId?: string };

export type World = {
  /** Business time: what is due, how old an export is. Follows `--as-of` and the demo's clock. */
  clock: Clock;
  /** Real time: leases, sessions, time-outs. */
  wall: Clock;
  ids: { next<Id extends string>(): Id };
  random(bytes: number): Buffer;
  /** What the computer says its zone is: the first guess for a new owner, asked on first use. */
  hostZone: Zone;
  database: Database;
  archive: ArchiveReader;
  /** Published calendars by their address. */
  feeds: FeedReader;
  /** A connected account at its provider; asks nothing of the network by itself. */
  openAccount(opening: Opening): Promise<ProviderAccount>;
  signIns: Readonly<Record<Provider, SignIn>>;
  /** Registrations that the environment gives; they outrank those entered on a page. */
  givenClients: Readonly<Partial<Record<Provider, OAuthClient>>>;
  /** How providers tell us of what is new; absent where they are polled alone. */
  push?: PushSetting;
  /** Where people outside find the public pages; absent while nobody outside does. */
  publicAddress?: PublicAddress;
  /** The tokens of connected accounts. */
  vault: TokenVault;
  /** Opened, and proven against the database, when first asked for. */
  keyring(): Promise<Keyring>;
  /** A letter as the bytes that a mail program reads. */
  letterBytes(letter: OutgoingLetter): Promise<Buffer>;
  /** A suppressed mailbox is kept as this hash alone: under the pepper, which never leaves the process. */
  hashAddress(address: Address): Promise<Buffer>;
  /** Writes the sample's files, moved so that their last day is that of `now`, and gives their path. */
  makeSample(now: Instant): Promise<string>;
  /** Removes files that we keep ourselves; a path outside of our inbox is left alone. */
  removeFromInbox(path: string): Promise<void>;
  /** Where exports lie until they are fetched. */
  outbox: Outbox;
  /** Removes every file that we keep ourselves: uploads, exports, and backups that were made by themselves. */
  removeKeptFiles(): Promise<void>;
  /** Told after a commit. */
  nudge(nudge: Nudge): Promise<void>;
  /** Passed between two steps of an effect; only a test does something there. */
  failpoint(at: Failpoint): Promise<void>;
  log: Log;
};

export type PushSetting = {
  /** https, without a slash at its end; absent where nobody outside reaches us, and only a queue that is asked tells. */
  publicUrl?: string;
  /** Absent where none is set up. */
  gmail?: GmailSetting;
  /** Whether a bearer token is Google's, made for this audience and this sender. */
  isFromGoogle(token: string, to: { audience: string; sender: string }): Promise<boolean>;
};

/** The Pub/Sub topic that Gmail tells; and the service account that its subscription speaks for, or how the subscription is asked. */
export type GmailSetting = { topic: string } & ({ by: "push"; sender: string } | { by: "pull"; news: MailNews });

export type PublicAddress = {
  /** https, without a slash at its end. */
  url: string;
  /** The text at a path below it, fetched as anybody outside would. Throws TroubleError: refused, unreachable. */
  read(path: string, signal: AbortSignal): Promise<string>;
};

/** The world inside of a transaction: what is read is read behind its locks, and what is written is written with it or not at all. */
export type WorldInside = World & { database: InTransaction };

export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};
