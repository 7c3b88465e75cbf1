/**
 * A world whose accounts lie in the sandbox: the real adapters, sign-in, vault and pace, over the sandbox's HTTP faces without a
 * socket. Every request and answer is held to the contracts.
 */
import type { AccountId, OwnerId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { beginSignIn } from "../../src/flows/accounts/begin-sign-in.ts";
import { finishSignIn, type SignedIn } from "../../src/flows/accounts/finish-sign-in.ts";
import type { World } from "../../src/flows/world.ts";
import { openAccounts } from "../../src/provider-accounts.ts";
import { Cloud } from "../../src/sandbox/cloud/cloud.ts";
import type { SandboxTenant } from "../../src/sandbox/oauth/tenants.ts";
import { openVendors, type Vendors } from "../../src/sandbox/vendors.ts";
import { keyChecks } from "../../src/store/key-checks.ts";
import { newMasterKey, openKeyring } from "../../src/store/keys.ts";
import { random, wallClock } from "../../src/world.ts";
import { type ContractWatch, contractWatch } from "../contracts/validator.ts";
import { type Choice, consent } from "./consent.ts";
import { type TestWorld, testWorld } from "./world.ts";

export const redirects = {
  google: "http://localhost:8380/connect/google/back",
  microsoft: "http://localhost:8380/connect/microsoft/back",
} as const;
const clients = {
  google: { clientId: "rapport.apps.example", clientSecret: "google-secret", redirects: [redirects.google] },
  microsoft: {
    clientId: "6f2c1f0e-8a7b-4c1d-9e5f-0a1b2c3d4e5f",
    clientSecret: "microsoft-secret",
    redirects: [redirects.microsoft],
  },
} as const;

export type CloudWorld = TestWorld & {
  cloud: Cloud;
  vendors: Vendors;
  watch: ContractWatch;
  /** What every request goes through, so that a test can fail some of them. */
  network: { fetch(request: Request): Promise<Response> };
  /** The owner at the provider's page: allows what is asked unless told otherwise. */
  connect(
    provider: "google" | "microsoft",
    choice: Choice,
    how?: { accountId?: AccountId; owner?: OwnerId },
  ): Promise<SignedIn>;
};

export async function cloudWorld({
  clock: startsAt,
  seed = 1,
  tenants,
}: {
  clock: Instant;
  seed?: number;
  tenants?: () => readonly SandboxTenant[];
}): Promise<CloudWorld> {
  const built = await testWorld({ clock: startsAt, reader: "in_test" });
  const { clock } = built;
  const database = built.world.database;
  const keyring = await openKeyring({ given: newMasterKey(random), checks: keyChecks(database, wallClock), random });
  const cloud = new Cloud({ seed, clock });
  const registered = { google: [clients.google], microsoft: [clients.microsoft] };
  const vendors = openVendors({ cloud, clients: registered, ...(tenants !== undefined && { tenants }) });
  const grants = (token: string) =>
    vendors.google.signIn.grants.authorise(token) ?? vendors.microsoft.signIn.grants.authorise(token);
  const watch = contractWatch((token) => {
    const bearer = grants(token);
    return (
      bearer && { scopes: bearer.scopes, ...(bearer.account.provider === "microsoft" && { kind: "work" as const }) }
    );
  });
  const watched = watch.over(async (input, init) => {
    cloud.settle();
    return vendors.fetch(new Request(input, init));
  });
  const network = { fetch: (request: Request) => watched(request) };
  const accounts = openAccounts({
    database,
    clock,
    keyring: async () => keyring,
    givenClients: { google: clients.google, microsoft: { ...clients.microsoft, tenant: "common" } },
    transport: (request) => network.fetch(request),
    // Whoever waits moves the clock.
    sleepUntil: async (at) => {
      if (at > clock.now()) clock.set(at);
    },
  });
  const world: World = { ...built.world, ...accounts, keyring: async () => keyring };
  return {
    ...built,
    world,
    cloud,
    vendors,
    watch,
    network,
    async connect(provider, choice, { accountId, owner = built.owner } = {}) {
      const wish = { provider, redirect: redirects[provider], wishes: ["contacts", "tasks"] as const };
      const begun = await beginSignIn(world, owner, { ...wish, ...(accountId !== undefined && { accountId }) });
      if (begun.kind !== "away") throw new Error(begun.kind);
      const came = await consent((request) => vendors.fetch(request), begun.url, choice);
      if (!("back" in came)) throw new Error(came.page);
      return finishSignIn(world, owner, { provider, back: came.back, signal: new AbortController().signal });
    },
  };
}
