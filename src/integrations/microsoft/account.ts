/** A connected Microsoft account. What its scopes do not allow is absent. */
import { accessTokenSource, type TokenWorld } from "../access-tokens.ts";
import type { AccountCalls, CallWorld } from "../http.ts";
import type { Opening, ProviderAccount, ProviderOpener } from "../provider.ts";
import { calendarOf } from "./calendar.ts";
import { costOf, mailboxKey } from "./costs.ts";
import { draftsOf } from "./drafts.ts";
import { foldersOf } from "./folders.ts";
import { graphOf } from "./graph.ts";
import { mailOf } from "./mail.ts";
import { once } from "./once.ts";
import { peopleOf } from "./people.ts";
import { profileOf, selfOf, zoneOf } from "./profile.ts";
import { pushOf } from "./push.ts";
import { tasksOf } from "./tasks.ts";
import { troubleOf } from "./trouble.ts";

const host = "graph.microsoft.com";

export const openMicrosoft = (world: CallWorld, tokens: TokenWorld): ProviderOpener => ({
  open: (opening) => accountOf(world, callsOf(tokens, opening), opening.scopes),
});

const callsOf = (tokens: TokenWorld, opening: Opening): AccountCalls => ({
  account: opening,
  isInteractive: opening.isInteractive,
  accessToken: accessTokenSource(tokens, opening),
  costOf: (method, url) => costOf(opening.accountId, method, url),
  hosts: [host],
  troubleOf,
  // Outlook's budget is the mailbox's, whatever was asked.
  pausedKeys: () => [mailboxKey(opening.accountId)],
});

function accountOf(world: CallWorld, calls: AccountCalls, scopes: readonly string[]): ProviderAccount {
  const open = graphOf(world, calls);
  const has = (...wanted: readonly string[]) => wanted.some((scope) => scopes.includes(scope));
  const self = once(selfOf);
  const zone = once(zoneOf);
  const folders = foldersOf();
  const mayDraft = has("Mail.ReadWrite") && has("Mail.Send");
  return {
    profile: async (signal) => {
      const graph = open(signal);
      return profileOf(await self(graph), await zone(graph));
    },
    ...(has("Mail.Read", "Mail.ReadWrite") && {
      mail: mailOf({ open, folders, clock: world.clock, ...(mayDraft && { drafts: draftsOf(open, folders) }) }),
    }),
    ...(has("Calendars.Read", "Calendars.ReadWrite") && {
      calendar: calendarOf({
        open,
        ownAddresses: async (graph) => new Set((await self(graph)).addresses),
        zone,
        mayWrite: has("Calendars.ReadWrite"),
      }),
    }),
    ...(has("Contacts.ReadWrite") && { people: peopleOf(open) }),
    ...(has("Tasks.ReadWrite") && { tasks: tasksOf(open) }),
    push: pushOf(open, world.clock, {
      mayReadMail: has("Mail.Read", "Mail.ReadWrite"),
      mayReadEvents: has("Calendars.Read", "Calendars.ReadWrite"),
    }),
  };
}
