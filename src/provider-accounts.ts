/**
 * Joins what connected accounts need: providers' adapters over one transport, tokens and pace in the store, and the
 * registrations. An adapter with its SDK is loaded when the first account of its provider is opened, so that a verb that
 * connects nothing starts without it.
 */
import { readFile } from "node:fs/promises";
import type { Config } from "./config.ts";
import type { Clock } from "./domain/clock.ts";
import { millisOf } from "./domain/time.ts";
import { clientOf } from "./flows/accounts/client-of.ts";
import type { PushSetting, World } from "./flows/world.ts";
import type { TokenWorld } from "./integrations/access-tokens.ts";
import { type NewsPullWish, openNewsPull } from "./integrations/google/news-pull.ts";
import { openPushProof, type PushProof } from "./integrations/google/push-proof.ts";
import { readServiceKey, type ServiceKey } from "./integrations/google/service-key.ts";
import type { CallWorld } from "./integrations/http.ts";
import { googleSignIn, microsoftSignIn } from "./integrations/oauth.ts";
import type { Provider, ProviderOpener } from "./integrations/provider.ts";
import type { OAuthClient, OAuthClients, SignIn } from "./integrations/sign-in.ts";
import { TroubleError } from "./integrations/trouble.ts";
import type { Database } from "./store/database.ts";
import type { Keyring } from "./store/keys.ts";
import { drawPace, openTurns, paceSpent, pausePace } from "./store/pace.ts";
import { openVault } from "./store/tokens.ts";
import { random, sleep, timeout, uuids, wallClock } from "./world.ts";

export type Accounts = Pick<World, "openAccount" | "signIns" | "givenClients" | "vault" | "push">;

export type AccountsWish = {
  database: Database;
  clock: Clock;
  keyring(): Promise<Keyring>;
  givenClients: World["givenClients"];
  /** Called with one Request; follows no redirect. The real fetch unless tests or the demo bring their own. */
  transport?: (request: Request) => Promise<Response>;
  /** Where a browser finds a page of the providers: where they say, unless the demo serves it. */
  pageAt?: (url: string) => string;
  /** Waits in the clock's time; real time by itself. */
  sleepUntil?: CallWorld["sleepUntil"];
  record?: CallWorld["record"];
  /** Absent: providers are polled alone. */
  push?: PushWish;
};

/** As in `PushSetting`, before anything is opened. */
export type PushWish = Pick<PushSetting, "publicUrl"> & {
  gmail?: { topic: string } & (
    | { by: "push"; sender: string }
    | { by: "pull"; subscription: string; key: NewsPullWish["key"] }
  );
};

export function openAccounts({
  database,
  clock,
  keyring,
  givenClients,
  transport = (request) => fetch(request, { redirect: "manual" }),
  pageAt = (url) => url,
  // In pieces, because the demo's clock may be moved meanwhile.
  sleepUntil = async (at, signal) => {
    const left = () => millisOf(at) - millisOf(clock.now());
    for (let wait = left(); wait > 0; wait = left()) await sleep(Math.min(wait, sleepMillisecondsMost), signal);
  },
  record,
  push,
}: AccountsWish): Accounts {
  const vault = openVault({ database, keyring, wall: wallClock.now, sleep });
  const ids = uuids();
  const calls: CallWorld = {
    transport,
    ledger: {
      draw: (draws, how) => drawPace(database, draws, how),
      pause: (key, until) => pausePace(database, key, until),
      spent: (key, now) => paceSpent(database, key, now),
    },
    turns: openTurns({ database, wall: wallClock.now, holder: () => ids.next(), sleep }),
    clock,
    sleepUntil,
    timeout,
    jitter: () => random(4).readUInt32BE() / 2 ** 32,
    ...(record !== undefined && { record }),
  };
  const signInWorld = { transport, clock, wall: wallClock, random, timeout };
  const signIns = {
    google: shownAt(pageAt, googleSignIn(signInWorld)),
    microsoft: shownAt(pageAt, microsoftSignIn(signInWorld)),
  };
  const clients: OAuthClients = {
    find: async (provider) => (await clientOf({ database, keyring, givenClients }, provider))?.client,
  };
  const openers = new Map<Provider, Promise<ProviderOpener>>();
  const openerOf = (provider: Provider): Promise<ProviderOpener> => {
    const known =
      openers.get(provider) ??
      adapterOf(provider, calls, { vault, clients, signIn: signIns[provider], clock, timeout }, push?.gmail?.topic);
    openers.set(provider, known);
    return known;
  };
  return {
    vault,
    signIns,
    givenClients,
    ...(push !== undefined && { push: pushSetting(push, { transport, clock, timeout }) }),
    openAccount: async (opening) => (await openerOf(opening.provider)).open(opening),
  };
}

function pushSetting({ publicUrl, gmail }: PushWish, ways: PushProof): PushSetting {
  return {
    ...(publicUrl !== undefined && { publicUrl }),
    ...(gmail?.by === "push" && { gmail }),
    ...(gmail?.by === "pull" && {
      gmail: { topic: gmail.topic, by: "pull", news: openNewsPull({ ...ways, ...gmail }) },
    }),
    isFromGoogle: openPushProof(ways),
  };
}

/** The same sign-in, with its pages where a browser finds them. */
const shownAt = (pageAt: (url: string) => string, signIn: SignIn): SignIn => ({
  ...signIn,
  begin: async (client, how) => {
    const begun = await signIn.begin(client, how);
    return { ...begun, url: pageAt(begun.url) };
  },
  beginEntry: async (client, how) => {
    const begun = await signIn.beginEntry(client, how);
    return { ...begun, url: pageAt(begun.url) };
  },
  adminLink: (client, how) => {
    const link = signIn.adminLink(client, how);
    return link && pageAt(link);
  },
});

const sleepMillisecondsMost = 1000;

async function adapterOf(
  provider: Provider,
  calls: CallWorld,
  ports: TokenWorld,
  mailTopic: string | undefined,
): Promise<ProviderOpener> {
  if (provider === "google") {
    const { openGoogle } = await import("./integrations/google/account.ts");
    return openGoogle(calls, { ...ports, ...(mailTopic !== undefined && { mailTopic }) });
  }
  return (await import("./integrations/microsoft/account.ts")).openMicrosoft(calls, ports);
}

/** How providers tell us of what is new, as the environment says; undefined where they are polled alone. */
export function pushGiven(config: Config): PushWish | undefined {
  const { RAPPORT_PUBLIC_URL: publicUrl } = config;
  const gmail = gmailGiven(config);
  if (publicUrl === undefined && gmail === undefined) return undefined;
  return { ...(publicUrl !== undefined && { publicUrl }), ...(gmail !== undefined && { gmail }) };
}

/** A subscription that is asked goes before one that posts: it needs nobody outside. */
function gmailGiven({
  RAPPORT_PUBLIC_URL: publicUrl,
  GMAIL_TOPIC: topic,
  GMAIL_TOPIC_SENDER: sender,
  GMAIL_SUBSCRIPTION: subscription,
  GMAIL_SUBSCRIPTION_KEY: keyFile,
}: Config): PushWish["gmail"] {
  if (topic === undefined) return undefined;
  if (subscription !== undefined && keyFile !== undefined)
    return { topic, by: "pull", subscription, key: () => serviceKeyIn(keyFile) };
  return publicUrl !== undefined && sender !== undefined ? { topic, by: "push", sender } : undefined;
}

/** Throws TroubleError: refused. */
export async function serviceKeyIn(file: string): Promise<ServiceKey> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new TroubleError({ kind: "refused", because: "the file of GMAIL_SUBSCRIPTION_KEY cannot be read" });
  });
  return readServiceKey(text);
}

/** The registrations that the environment gives. */
export function clientsGiven(config: Config): World["givenClients"] {
  const of = (
    clientId: string | undefined,
    clientSecret: string | undefined,
    tenant?: string,
  ): OAuthClient | undefined =>
    clientId === undefined
      ? undefined
      : { clientId, ...(clientSecret !== undefined && { clientSecret }), ...(tenant !== undefined && { tenant }) };
  const google = of(config.GOOGLE_CLIENT_ID, config.GOOGLE_CLIENT_SECRET);
  const microsoft = of(config.MICROSOFT_CLIENT_ID, config.MICROSOFT_CLIENT_SECRET, config.MICROSOFT_TENANT);
  return { ...(google !== undefined && { google }), ...(microsoft !== undefined && { microsoft }) };
}
