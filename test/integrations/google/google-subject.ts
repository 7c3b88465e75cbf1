/** The real Google adapter over the sandbox's Google, without a socket, every call held to the contracts. */
import type { AccountId, OwnerId } from "../../../src/domain/ids.ts";
import { after, type Zone } from "../../../src/domain/time.ts";
import { openGoogle } from "../../../src/integrations/google/account.ts";
import type { CallWorld } from "../../../src/integrations/http.ts";
import type { ProviderAccount } from "../../../src/integrations/provider.ts";
import type { SignIn, Tokens } from "../../../src/integrations/sign-in.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import type { Backlog } from "../../../src/sandbox/cloud/mailbox.ts";
import { type FaultKind, withFaults } from "../../../src/sandbox/faults.ts";
import { googleFace } from "../../../src/sandbox/google/face.ts";
import { Quota } from "../../../src/sandbox/quota.ts";
import { type ContractWatch, contractWatch } from "../../contracts/validator.ts";
import { clockThatWaits, paceInMemory, turnsInMemory } from "../../support/pace.ts";
import { type Subject, startsAt } from "../suite/subject.ts";

export const googleScopes: readonly string[] = [
  "openid",
  "email",
  ...[
    ...["gmail.readonly", "gmail.compose", "calendar.events", "calendar.calendarlist.readonly"],
    ...["contacts", "contacts.other.readonly", "tasks"],
  ].map((name) => `https://www.googleapis.com/auth/${name}`),
];

export type GoogleSubject = Omit<Subject, "mail" | "calendar" | "people" | "tasks"> & {
  account: ProviderAccount;
  watch: ContractWatch;
  quota: Quota;
  world: CallWorld;
  /** From now on, between the adapter and the sandbox. */
  fail(fault: FaultNow): void;
};

export type GoogleSubjectWish = { scopes?: readonly string[]; backlog?: Backlog };

/** Which fault befalls a call, while there is one; undefined spares it. */
export type FaultNow = (method: string, url: URL) => FaultKind | undefined;

export function googleSubject({ scopes = googleScopes, backlog }: GoogleSubjectWish = {}): GoogleSubject {
  const { clock, sleepUntil, set } = clockThatWaits(startsAt);
  const cloud = new Cloud({ seed: 7, clock });
  const mine = cloud.add({
    provider: "google",
    address: "owner@home.example",
    given: "Olga",
    family: "Ownersen",
    zone: "Europe/Berlin" as Zone,
    aliases: ["olga@side.example"],
    ...(backlog !== undefined && { backlog }),
  });
  const quota = new Quota(clock);
  const grant = { address: mine.address, scopes: scopes.map((scope) => (scope === "email" ? userinfoEmail : scope)) };
  const authorise = (token: string) => (token === "good" ? grant : undefined);
  const face = googleFace({ cloud, authorise, quota });
  const watch = contractWatch((token) => authorise(token));
  const watched = watch.over((input) => face.fetch(input as Request));
  let faultNow: FaultNow = () => undefined;
  const transport = withFaults(watched, {
    nameOf: (method, url) => `${method} ${url.href}`,
    now: () => clock.now(),
    applied: [],
    faultOf: (call) => faultNow(call.slice(0, call.indexOf(" ")), new URL(call.slice(call.indexOf(" ") + 1))),
  });
  const world: CallWorld = {
    transport,
    ledger: paceInMemory(),
    turns: turnsInMemory(),
    clock,
    sleepUntil,
    timeout: () => new AbortController().signal,
    jitter: () => 0.5,
  };
  const tokens: Tokens = { accessToken: "good", accessEndsAt: after(startsAt, { days: 3_000 }), scopes };
  const opener = openGoogle(world, {
    // Nobody can renew it: a second 401 follows the first.
    vault: { read: async () => tokens, renew: async () => tokens },
    clients: { find: async () => ({ clientId: "client" }) },
    signIn: { provider: "google" } as SignIn,
  });
  const account = opener.open({
    ownerId: "owner" as OwnerId,
    accountId: "account" as AccountId,
    provider: "google",
    scopes,
    isInteractive: false,
  });
  return {
    account,
    watch,
    quota,
    world,
    fail: (fault) => {
      faultNow = fault;
    },
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
export function wholeGoogleSubject(wish: GoogleSubjectWish = {}): Subject & GoogleSubject {
  const subject = googleSubject(wish);
  const { mail, calendar, people, tasks } = subject.account;
  return { ...subject, mail: mail!, calendar: calendar!, people: people!, tasks: tasks! };
}

const userinfoEmail = "https://www.googleapis.com/auth/userinfo.email";
