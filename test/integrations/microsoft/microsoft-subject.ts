/** The real Outlook adapter over the sandbox's Graph, without a socket, every call held to the contracts. */
import type { AccountId, OwnerId } from "../../../src/domain/ids.ts";
import { after, type Instant, parseInstant, type Zone } from "../../../src/domain/time.ts";
import type { CallWorld } from "../../../src/integrations/http.ts";
import { openMicrosoft } from "../../../src/integrations/microsoft/account.ts";
import type { ProviderAccount } from "../../../src/integrations/provider.ts";
import type { SignIn, Tokens } from "../../../src/integrations/sign-in.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import type { Backlog } from "../../../src/sandbox/cloud/mailbox.ts";
import { graphFace } from "../../../src/sandbox/microsoft/graph.ts";
import { Quota } from "../../../src/sandbox/quota.ts";
import { type ContractWatch, contractWatch } from "../../contracts/validator.ts";
import { clockThatWaits, paceInMemory, turnsInMemory } from "../../support/pace.ts";
import type { Subject } from "../suite/subject.ts";

export const startsAt = parseInstant("2026-11-23T08:00:00Z") as Instant;

export const microsoftScopes: readonly string[] = [
  ...["openid", "profile", "email", "User.Read", "MailboxSettings.Read", "Mail.ReadWrite", "Mail.Send"],
  ...["Calendars.ReadWrite", "Contacts.ReadWrite", "Tasks.ReadWrite"],
];

export type MicrosoftSubject = Omit<Subject, "mail" | "calendar" | "people" | "tasks"> & {
  account: ProviderAccount;
  watch: ContractWatch;
  quota: Quota;
  world: CallWorld;
  /** What was asked, in order: "GET /me/messages". */
  asked: string[];
};

export type MicrosoftSubjectWish = {
  scopes?: readonly string[];
  kind?: "work" | "consumer";
  repeatedTransaction?: "same_event" | "refused";
  /** Mail that lies there already. */
  backlog?: Backlog;
  /** Between the adapter and the sandbox: faults. */
  around?: (face: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>;
};

export function microsoftSubject({
  scopes = microsoftScopes,
  kind = "work",
  repeatedTransaction = "same_event",
  backlog,
  around = (face) => face,
}: MicrosoftSubjectWish = {}): MicrosoftSubject {
  const { clock, sleepUntil, set } = clockThatWaits(startsAt);
  const cloud = new Cloud({ seed: 7, clock });
  const mine = cloud.add({
    provider: "microsoft",
    address: "owner@home.example",
    given: "Olga",
    family: "Ownersen",
    zone: "Europe/Berlin" as Zone,
    aliases: ["olga@side.example"],
    kind,
    ...(backlog !== undefined && { backlog }),
    tenant: "11111111-2222-4333-8444-555555555555",
  });
  const quota = new Quota(clock);
  const grant = { address: mine.address, scopes };
  const authorise = (token: string) => (token === "good" ? grant : undefined);
  const face = graphFace({ cloud, authorise, quota, repeatedTransaction });
  const watch = contractWatch((token) => {
    const found = authorise(token);
    return found && { ...found, kind: kind === "work" ? "work" : "personal" };
  });
  const watched = watch.over((input) => face.fetch(input as Request));
  const asked: string[] = [];
  const transport = around((request) => watched(request));
  const world: CallWorld = {
    transport: (request) => {
      asked.push(`${request.method} ${decodeURIComponent(new URL(request.url).pathname.replace("/v1.0", ""))}`);
      return transport(request);
    },
    ledger: paceInMemory(),
    turns: turnsInMemory(),
    clock,
    sleepUntil,
    timeout: () => new AbortController().signal,
    jitter: () => 0.5,
  };
  const tokens: Tokens = { accessToken: "good", accessEndsAt: after(startsAt, { days: 3_000 }), scopes };
  const opener = openMicrosoft(world, {
    vault: { read: async () => tokens, renew: async (_account, _stale, refresh) => refresh(tokens) },
    clients: { find: async () => ({ clientId: "client" }) },
    signIn: { provider: "microsoft" } as SignIn,
    clock,
    timeout: () => new AbortController().signal,
  });
  const account = opener.open({
    ownerId: "owner" as OwnerId,
    accountId: "account" as AccountId,
    provider: "microsoft",
    scopes,
    isInteractive: false,
  });
  return {
    account,
    watch,
    quota,
    world,
    asked,
    cloud,
    mine,
    now: () => clock.now(),
    pass: (time) => {
      set(after(clock.now(), time));
      cloud.settle();
    },
  };
}

/** All parts there, as the suites want it. */
export function wholeMicrosoftSubject(wish: MicrosoftSubjectWish = {}): Subject & MicrosoftSubject {
  const subject = microsoftSubject(wish);
  const { mail, calendar, people, tasks } = subject.account;
  return { ...subject, mail: mail!, calendar: calendar!, people: people!, tasks: tasks! };
}
