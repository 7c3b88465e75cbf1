/** A connected account, in our words: who it is, what was granted, and its mail, calendars, people and tasks. */
import type { AccountId, OwnerId } from "../domain/ids.ts";
import type { Zone } from "../domain/time.ts";
import type { CalendarAccount } from "./calendar.ts";
import type { MailAccount } from "./mail.ts";
import type { PeopleAccount } from "./people.ts";
import type { PushAccount } from "./push.ts";
import type { TasksAccount } from "./tasks.ts";

export const providers = ["google", "microsoft"] as const;
export type Provider = (typeof providers)[number];

export type Profile = {
  /** The main address, lower-cased. */
  address: string;
  name?: string;
  zone?: Zone;
  /** Every address that mail of theirs may be sent from or arrive at, the main one included. */
  aliases: readonly string[];
};

/** What a part needs that was not granted is absent: what works without it is said to the owner. */
export type ProviderAccount = {
  profile(signal: AbortSignal): Promise<Profile>;
  mail?: MailAccount;
  calendar?: CalendarAccount;
  people?: PeopleAccount;
  tasks?: TasksAccount;
  push?: PushAccount;
};

export type AccountKey = { ownerId: OwnerId; accountId: AccountId; provider: Provider };

export type Opening = AccountKey & {
  /** Scopes as granted. */
  scopes: readonly string[];
  /** The owner waits for the answer: it may use the quarter of the budget that background work leaves. */
  isInteractive: boolean;
};

/** Opens accounts of one provider. What it asks of the network goes through one `fetch` (see `http.ts`). */
export interface ProviderOpener {
  open(opening: Opening): ProviderAccount;
}
