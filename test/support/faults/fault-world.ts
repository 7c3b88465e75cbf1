/**
 * One database for many cases of trouble: real adapters, sign-in, vault, pace and jobs over sandboxes without a socket, and
 * between them a line that fails by plan. Each case gets an owner, a sandbox and a tiny account of its own; time only goes on.
 */
import type { Clock } from "../../../src/domain/clock.ts";
import type { AccountId, OwnerId } from "../../../src/domain/ids.ts";
import { after, type Zone } from "../../../src/domain/time.ts";
import { startScans } from "../../../src/flows/accounts/scan-timers.ts";
import type { World } from "../../../src/flows/world.ts";
import type { Provider } from "../../../src/integrations/provider.ts";
import { openAccounts } from "../../../src/provider-accounts.ts";
import type { CloudAccount } from "../../../src/sandbox/cloud/account.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import type { Backlog } from "../../../src/sandbox/cloud/mailbox.ts";
import { type FaultKind, type FaultPlan, withFaults } from "../../../src/sandbox/faults.ts";
import { openVendors, type Vendors } from "../../../src/sandbox/vendors.ts";
import { connectAccount } from "../../../src/store/accounts.ts";
import { keyChecks } from "../../../src/store/key-checks.ts";
import { newMasterKey, openKeyring } from "../../../src/store/keys.ts";
import { saveTokens } from "../../../src/store/tokens.ts";
import { random, wallClock } from "../../../src/world.ts";
import { operationOf } from "../../contracts/contract.ts";
import { type BuiltWorld, type SettableClock, seedOwner } from "../world-on.ts";
import { type Jobs, jobsOf } from "./jobs.ts";

export const redirects = {
  google: "http://localhost:8380/connect/google/back",
  microsoft: "http://localhost:8380/connect/microsoft/back",
} as const;
export const clients = {
  google: { clientId: "rapport.apps.example", clientSecret: "google-secret", redirects: [redirects.google] },
  microsoft: { clientId: "6f2c1f0e-8a7b-4c1d-9e5f-0a1b2c3d4e5f", clientSecret: "ms", redirects: [redirects.microsoft] },
} as const;

export type FaultWorld = {
  world: World;
  clock: SettableClock;
  jobs: Jobs;
  /** Everything that was logged since the last case began, as text. */
  logged: string[];
  /** A new owner with an empty account, not connected yet. */
  open(provider: Provider, how?: { cloudClock?: Clock; backlog?: Backlog }): Promise<Case>;
};

/** Changes what the sandbox answers to a call; the request's own address is not changed by it. */
export type Meddling = (call: { operation: string; url: URL; answer: Response }) => Response | Promise<Response>;

/** An owner here and their account there. */
export type Known = { world: World; clock: Clock; provider: Provider; owner: OwnerId; mine: CloudAccount };

export type Case = Known &
  Pick<FaultWorld, "clock" | "jobs" | "logged"> & {
    cloud: Cloud;
    vendors: Vendors;
    /** What befalls calls from now on, counted from now. */
    fail(faultOf: FaultPlan["faultOf"]): void;
    meddle(meddling: Meddling): void;
    /** Names of the calls since the case began, in order. */
    called: string[];
    applied: { operation: string; kind: FaultKind }[];
  };

export async function faultWorld({ world: base, clock }: BuiltWorld): Promise<FaultWorld> {
  const { database } = base;
  const keyring = await openKeyring({ given: newMasterKey(random), checks: keyChecks(database, wallClock), random });
  let line: (request: Request) => Promise<Response> = async () => new Response(null, { status: 502 });
  const accounts = openAccounts({
    database,
    clock,
    keyring: async () => keyring,
    givenClients: { google: clients.google, microsoft: { ...clients.microsoft, tenant: "common" } },
    transport: (request) => line(request),
    sleepUntil: async (at) => {
      if (at > clock.now()) clock.set(at);
    },
  });
  const logged: string[] = [];
  const note = (facts: object, message: string) => logged.push(`${message} ${wordsOf(facts)}`);
  const world: World = {
    ...base,
    ...accounts,
    keyring: async () => keyring,
    log: { info: note, warn: note, error: note },
  };
  const jobs = await jobsOf(world, clock);
  let number = 0;
  return {
    world,
    clock,
    jobs,
    logged,
    async open(provider, { cloudClock = clock, backlog } = {}) {
      number += 1;
      logged.length = 0;
      const cloud = new Cloud({ seed: number, clock: cloudClock });
      const vendors = openVendors({ cloud, clients: { google: [clients.google], microsoft: [clients.microsoft] } });
      const mine = cloud.add({
        provider,
        address: "mara@nordlys.example",
        given: "Mara",
        family: "Lindqvist",
        zone: "Europe/Paris" as Zone,
        ...(backlog !== undefined && { backlog }),
      });
      const owner = await seedOwner(world);
      const called: string[] = [];
      const applied: Case["applied"] = [];
      const nameOf = (method: string, url: URL) => {
        const name = operationName(method, url);
        called.push(name);
        return name;
      };
      let meddling: Meddling = ({ answer }) => answer;
      const answered = async (request: Request): Promise<Response> => {
        const url = new URL(request.url);
        const operation = operationName(request.method, url);
        return meddling({ operation, url, answer: await vendors.fetch(request) });
      };
      const fail: Case["fail"] = (faultOf) => {
        line = withFaults(answered, { nameOf, now: cloudClock.now, applied, faultOf });
      };
      const meddle: Case["meddle"] = (by) => {
        meddling = by;
      };
      fail(() => undefined);
      return { world, clock, jobs, logged, provider, owner, mine, cloud, vendors, fail, meddle, called, applied };
    },
  };
}

/** Connects the account, or connects it again, as the way through the consent page would: its scans begin now. */
export async function connect({ world, provider, owner, mine, vendors, clock }: Known & { vendors: Vendors }) {
  const { clientId } = clients[provider];
  const { grants } = vendors[provider].signIn;
  const redirect = redirects[provider];
  const scopes = world.signIns[provider].scopesFor(["contacts", "tasks"]);
  const held = { account: mine, clientId, scopes, redirect, nonce: undefined, challenge: undefined };
  const code = grants.issueCode({ ...held, wantsRefresh: true });
  const redeemed = grants.redeem(code, { clientId, redirect, verifier: undefined });
  if (redeemed.kind === "refused") throw new Error(redeemed.because);
  const { accessToken, accessSeconds, refreshToken } = redeemed.issued;
  const now = clock.now();
  const accountId = (await accountOf(world, owner, provider)) ?? world.ids.next<AccountId>();
  const connecting = { accountId, provider, identityKey: mine.subject, address: mine.address };
  const keyring = await world.keyring();
  const accessEndsAt = after(now, { seconds: accessSeconds });
  const tokens = { accessToken, accessEndsAt, scopes, ...(refreshToken !== undefined && { refreshToken }) };
  await world.database.transaction().execute(async (transaction) => {
    await connectAccount(transaction, owner, {
      ...connecting,
      tenant: mine.tenant,
      scopes,
      accessEndsOn: undefined,
      at: now,
    });
    await saveTokens(transaction, keyring, { ownerId: owner, accountId }, tokens, now);
    await startScans(transaction, owner, accountId, now);
  });
  return accountId;
}

const accountOf = async ({ database }: World, owner: OwnerId, provider: Provider): Promise<AccountId | undefined> =>
  (
    await database
      .selectFrom("account")
      .select("account_id")
      .where("owner_id", "=", owner)
      .where("provider", "=", provider)
      .executeTakeFirst()
  )?.account_id;

/** As its contract calls it, and whether it goes on from a cursor; at sign-in its address. */
function operationName(method: string, url: URL): string {
  const id = operationOf(method, url)?.operation.id;
  if (id === undefined) return `${url.host}${url.pathname.replace(/[0-9a-f-]{36}|common/, "{tenant}")}`;
  const goesOn = cursors.some((name) => url.searchParams.has(name));
  return goesOn ? `${id} on` : id;
}

const cursors = ["startHistoryId", "syncToken", "pageToken", "$deltatoken", "$skiptoken"];

/** As the log would write it. */
const wordsOf = (facts: object): string =>
  JSON.stringify(facts, (_, value: unknown) =>
    value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value,
  );
