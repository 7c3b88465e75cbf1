/** Opens Google accounts: what was granted decides which parts there are. */
import { accessTokenSource } from "../access-tokens.ts";
import type { AccountCalls, CallWorld } from "../http.ts";
import type { Opening, ProviderAccount, ProviderOpener } from "../provider.ts";
import type { OAuthClients, SignIn, TokenVault } from "../sign-in.ts";
import { googleApi } from "./api.ts";
import { googleCalendar } from "./calendar.ts";
import { costOf, googleHosts } from "./costs.ts";
import { googleDrafts } from "./drafts.ts";
import { googleMail } from "./mail.ts";
import { googlePeople } from "./people.ts";
import { googleProfile } from "./profile.ts";
import { googlePush } from "./push.ts";
import { grantedOf } from "./scopes.ts";
import { googleTasks } from "./tasks.ts";
import { googleTrouble, pausedKeys } from "./trouble.ts";

export function openGoogle(
  world: CallWorld,
  {
    vault,
    clients,
    signIn,
    mailTopic,
  }: { vault: TokenVault; clients: OAuthClients; signIn: SignIn /** Where Gmail tells of mail. */; mailTopic?: string },
): ProviderOpener {
  return {
    open: ({ scopes, isInteractive, ...account }: Opening): ProviderAccount => {
      const { clock, timeout } = world;
      const calls: AccountCalls = {
        account,
        isInteractive,
        accessToken: accessTokenSource({ vault, clients, signIn, clock, timeout }, account),
        costOf: (method, url) => costOf(account.accountId, method, url),
        hosts: googleHosts,
        troubleOf: googleTrouble,
        pausedKeys,
      };
      const api = googleApi(world, calls);
      const granted = grantedOf(scopes);
      const mayReadMail = granted("gmail.readonly", "gmail.modify");
      const mayDraft = granted("gmail.compose", "gmail.modify");
      const mayListCalendars = granted(
        "calendar",
        "calendar.readonly",
        "calendar.calendarlist.readonly",
        "calendar.calendarlist",
      );
      const mayReadEvents = granted("calendar", "calendar.readonly", "calendar.events", "calendar.events.readonly");
      const people = googlePeople(api, granted);
      return {
        profile: (signal) => googleProfile(api, granted, signal),
        ...(mayReadMail && { mail: googleMail(api, mayDraft ? googleDrafts(api) : undefined) }),
        ...(mayListCalendars && mayReadEvents && { calendar: googleCalendar(api, granted) }),
        ...(people !== undefined && { people }),
        ...(granted("tasks") && { tasks: googleTasks(api) }),
        push: googlePush(api, { topic: mailTopic, mayReadMail, mayReadEvents }),
      };
    },
  };
}
