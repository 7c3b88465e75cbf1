/**
 * A world whose accounts lie in the sandbox: the real adapters, sign-in, vault and pace, over the sandbox's HTTP faces without a
 * socket. Every request and answer is held to the contracts.
 */
import type { AccountId, OwnerId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { beginSignIn } from "../../src/flows/accounts/begin-sign-in.ts";
import { finishSignIn, type SignedIn } from "../../src/flows/accounts/finish-sign-in.ts";
import type { World } from "../../src/flows/world.ts";
import { type AccountsWish, openAccounts } from "../../src/provider-accounts.ts";
import type { CloudAccount } from "../../src/sandbox/cloud/account.ts";
import { Cloud } from "../../src/sandbox/cloud/cloud.ts";
import { providersAt, serveOnLoopback } from "../../src/sandbox/loopback.ts";
import type { Notice } from "../../src/sandbox/notices.ts";
import type { SandboxTenant } from "../../src/sandbox/oauth/tenants.ts";
import { openVendors, type Vendors, type VendorsWish } from "../../src/sandbox/vendors.ts";
import { keyChecks } from "../../src/store/key-checks.ts";
import { newMasterKey, openKeyring } from "../../src/store/keys.ts";
import { random, wallClock } from "../../src/world.ts";
import { type ContractWatch, contractWatch } from "../contracts/validator.ts";
import { type Choice, consent } from "./consent.ts";
import { atEndOfFile } from "./end-of-file.ts";
import { type TestWorld, testWorld } from "./world.ts";

export const redirects = {
  google: "http://localhost:8380/connect/google/back",
  microsoft: "http://localhost:8380/connect/microsoft/back",
} as const;
export const clients = {
  google: { clientId: "rapport.apps.example", clientSecret: "google-secret", redirects: [redirects.google] },
  microsoft: {
    clientId: "6f2c1f0e-8a7b-4c1d-9e5f-0a1b2c3d4e5f",
    clientSecret: "microsoft-secret",
    redirects: [redirects.microsoft],
  },
} as const;

export type InCloud = {
  world: World;
  cloud: Cloud;
  vendors: Vendors;
  watch: ContractWatch;
  /** What every request goes through, so that a test can fail some of them. */
  network: { fetch(request: Request): Promise<Response> };
};

export type CloudWish = {
  seed?: number;
  tenants?: () => readonly SandboxTenant[];
  /** Where providers tell of what is new; they are polled alone when left out. */
  push?: AccountsWish["push"];
  /** Brings what a provider tells to our public pages. */
  bring?(request: Request): Promise<Response>;
  /** Whether the environment gives the registrations; else they are to be entered. */
  isRegistered?: boolean;
  /** The providers over loopback, so that a browser finds their pages; people come back to this address. */
  base?: () => string;
};

/** The same world with accounts in a sandbox of its own. Whoever waits for the pace moves its clock. */
export async function inCloud(
  base: World,
  move: (to: Instant) => void,
  { seed = 1, tenants, isRegistered = true, base: baseOf, push, bring }: CloudWish = {},
): Promise<InCloud> {
  const { database, clock } = base;
  const keyring = await openKeyring({ given: newMasterKey(random), checks: keyChecks(database, wallClock), random });
  const cloud = new Cloud({ seed, clock });
  const registeredAt = (provider: "google" | "microsoft") => ({
    ...clients[provider],
    get redirects(): readonly string[] {
      return baseOf === undefined ? clients[provider].redirects : [`${baseOf()}/connect/${provider}/back`];
    },
  });
  const registered = { google: [registeredAt("google")], microsoft: [registeredAt("microsoft")] };
  const vendors = openVendors({
    cloud,
    clients: registered,
    ...(tenants !== undefined && { tenants }),
    ...(bring !== undefined && noticesBy(bring)),
  });
  const watch = contractWatch((token) => {
    const { google, microsoft } = vendors;
    const bearer = google.signIn.grants.authorise(token) ?? microsoft.signIn.grants.authorise(token);
    return (
      bearer && {
        scopes: bearer.scopes,
        ...(bearer.account.provider === "microsoft" && { kind: kindOf(bearer.account) }),
      }
    );
  });
  const watched = watch.over(async (input, init) => {
    cloud.settle();
    return vendors.fetch(new Request(input, init));
  });
  const network = { fetch: (request: Request) => watched(request) };
  const served = baseOf && (await serveOnLoopback((request) => network.fetch(request)));
  if (served !== undefined) atEndOfFile(() => served.stop());
  const accounts = openAccounts({
    ...(push !== undefined && { push }),
    database,
    clock,
    keyring: async () => keyring,
    givenClients: isRegistered ? { google: clients.google, microsoft: { ...clients.microsoft, tenant: "common" } } : {},
    ...(served === undefined
      ? { transport: (request: Request) => network.fetch(request) }
      : providersAt(served.address)),
    sleepUntil: async (at) => {
      if (at > clock.now()) move(at);
    },
  });
  return { world: { ...base, ...accounts, keyring: async () => keyring }, cloud, vendors, watch, network };
}

/** Notifications and handshakes, as requests. */
function noticesBy(bring: NonNullable<CloudWish["bring"]>): Pick<VendorsWish, "notify" | "ask"> {
  const requestOf = ({ url, headers, body }: Notice) => new Request(url, { method: "POST", headers, body });
  return {
    notify: (notice) => void bring(requestOf(notice)),
    ask: async (notice) => {
      const answer = await bring(requestOf(notice));
      return { status: answer.status, mediaType: answer.headers.get("content-type") ?? "", body: await answer.text() };
    },
  };
}

const kindOf = ({ kind }: CloudAccount) => (kind === "work" ? ("work" as const) : ("personal" as const));

export type CloudWorld = Omit<TestWorld, "world"> &
  InCloud & {
    /** The owner at the provider's page: allows what is asked unless told otherwise. */
    connect(
      provider: "google" | "microsoft",
      choice: Choice,
      how?: { accountId?: AccountId; owner?: OwnerId },
    ): Promise<SignedIn>;
  };

export async function cloudWorld({ clock: startsAt, ...wish }: CloudWish & { clock: Instant }): Promise<CloudWorld> {
  const built = await testWorld({ clock: startsAt, reader: "in_test" });
  const inside = await inCloud(built.world, built.clock.set, wish);
  const { world, vendors } = inside;
  return {
    ...built,
    ...inside,
    async connect(provider, choice, { accountId, owner = built.owner } = {}) {
      const wish = { provider, redirect: redirects[provider], wishes: [], permissions: ["contacts", "tasks"] as const };
      const begun = await beginSignIn(world, owner, { ...wish, ...(accountId !== undefined && { accountId }) });
      if (begun.kind !== "away") throw new Error(begun.kind);
      const came = await consent((request) => vendors.fetch(request), begun.url, choice);
      if (!("back" in came)) throw new Error(came.page);
      return finishSignIn(world, owner, { provider, back: came.back, signal: new AbortController().signal });
    },
  };
}
