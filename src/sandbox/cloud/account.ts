/** One account at a provider of the sandbox. */
import type { Address } from "../../domain/mail/message.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import { AddressBook } from "./address-book.ts";
import { Calendars } from "./calendars.ts";
import type { LogLimits } from "./change-log.ts";
import { idsOf } from "./ids.ts";
import { type Backlog, Mailbox } from "./mailbox.ts";
import { TaskLists } from "./task-lists.ts";

export type CloudProvider = "google" | "microsoft";

export type CloudAccount = {
  readonly provider: CloudProvider;
  /** Google: `sub`, 21 digits. Microsoft: `oid`, a GUID. */
  readonly subject: string;
  /** Microsoft: `tid`, a GUID; a Google Workspace domain otherwise, undefined for a consumer. */
  readonly tenant: string | undefined;
  readonly kind: "consumer" | "work";
  /** Lower-cased. */
  readonly address: Address;
  /** Other addresses that arrive here and may be sent from. */
  readonly aliases: readonly Address[];
  readonly given: string;
  readonly family: string;
  readonly zone: Zone;
  readonly mailbox: Mailbox;
  readonly calendars: Calendars;
  readonly book: AddressBook;
  readonly tasks: TaskLists;
};

/** What a listener of the cloud is told: enough for a push, no content. `name` is the id of a calendar. */
export type CloudNews = { account: CloudAccount; noun: "mail" | "calendar" | "people" | "tasks"; name?: string };

export type AccountWish = {
  provider: CloudProvider;
  address: Address;
  given: string;
  family: string;
  zone: Zone;
  kind?: "consumer" | "work";
  tenant?: string;
  aliases?: readonly Address[];
  backlog?: Backlog;
  log?: LogLimits;
};

/** An empty account with a main calendar and one task list. */
export function newAccount(
  seed: number,
  wish: AccountWish,
  { at, heard }: { at: Instant; heard: (news: CloudNews) => void },
): CloudAccount {
  const { provider, address, given, family, zone, aliases = [], backlog, log } = wish;
  const ids = (noun: string) => idsOf(seed, provider, address, noun);
  const limits = log === undefined ? {} : { log };
  const tell = (noun: CloudNews["noun"]) => () => heard({ account, noun });
  const calendars = new Calendars({
    ids: ids("calendar"),
    ...limits,
    heard: (name) => heard({ account, noun: "calendar", name }),
  });
  const account: CloudAccount = {
    provider,
    subject: provider === "google" ? digits(ids("subject").hex()) : guid(ids("subject").hex() + ids("object").hex()),
    tenant: wish.tenant,
    kind: wish.kind ?? "work",
    address: address.toLowerCase(),
    aliases: aliases.map((alias) => alias.toLowerCase()),
    given,
    family,
    zone,
    mailbox: new Mailbox({
      ids: ids("mail"),
      ...limits,
      ...(backlog !== undefined && { backlog }),
      heard: tell("mail"),
    }),
    calendars,
    book: new AddressBook({ ids: ids("people"), ...limits, heard: tell("people") }),
    tasks: new TaskLists({ ids: ids("tasks"), ...limits, heard: tell("tasks") }),
  };
  calendars.putCalendar(
    {
      id: provider === "google" ? account.address : ids("main").word(40),
      name: provider === "google" ? account.address : "Calendar",
      isMain: true,
      isShown: true,
      role: "owner",
      zone,
    },
    at,
  );
  account.tasks.addList(provider === "google" ? "My Tasks" : "Tasks", at);
  return account;
}

/** A number of 21 digits. */
const digits = (hex: string): string => `1${BigInt(`0x${hex}`).toString().padStart(20, "0").slice(-20)}`;

/** Of 32 hex digits. */
export const guid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
