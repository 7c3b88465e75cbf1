/** What the tests against other people's software share: their packages if they are there, a way to them, and our adapters. */
import { randomBytes } from "node:crypto";
import type { AccountId, OwnerId } from "../../src/domain/ids.ts";
import { after } from "../../src/domain/time.ts";
import type { TokenWorld } from "../../src/integrations/access-tokens.ts";
import type { CallWorld } from "../../src/integrations/http.ts";
import type { Provider, ProviderAccount, ProviderOpener } from "../../src/integrations/provider.ts";
import type { SignIn, Tokens } from "../../src/integrations/sign-in.ts";
import { wallClock } from "../../src/world.ts";
import { paceInMemory, turnsInMemory } from "../support/pace.ts";

/** A package of test/peers/package.json; undefined, and said so, where it is not installed. */
export async function peer<Module>(name: string): Promise<Module | undefined> {
  try {
    return (await import(name)) as Module;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw fault;
    console.warn(`The tests against ${name} are skipped: run \`npm ci\` in test/peers.`);
    return undefined;
  }
}

export const never = new AbortController().signal;

/** To the peer, whatever host was meant; `pathOf` says where it keeps a page under another path. */
export const wayTo =
  (base: string, pathOf: (url: URL) => string = ({ pathname }) => pathname) =>
  async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const body = request.method === "GET" ? null : await request.arrayBuffer();
    const { method, headers } = request;
    return fetch(`${base}${pathOf(url)}${url.search}`, { method, headers, body, redirect: "manual" });
  };

type Transport = CallWorld["transport"];

export const signInWorld = (transport: Transport) => ({
  transport,
  clock: wallClock,
  wall: wallClock,
  random: randomBytes,
  timeout: AbortSignal.timeout,
});

/** One of our adapters, with a token that the peer takes. */
export function accountAt(
  provider: Provider,
  open: (world: CallWorld, ports: TokenWorld) => ProviderOpener,
  { transport, token, scopes }: { transport: Transport; token: string; scopes: readonly string[] },
): ProviderAccount {
  const world: CallWorld = {
    transport,
    ledger: paceInMemory(),
    turns: turnsInMemory(),
    clock: wallClock,
    sleepUntil: async () => undefined,
    timeout: AbortSignal.timeout,
    jitter: () => 0,
  };
  const tokens: Tokens = { accessToken: token, accessEndsAt: after(wallClock.now(), { days: 1 }), scopes };
  const opener = open(world, {
    vault: { read: async () => tokens, renew: async () => tokens },
    clients: { find: async () => ({ clientId: "client" }) },
    signIn: { provider } as SignIn,
    clock: wallClock,
    timeout: AbortSignal.timeout,
  });
  return opener.open({
    ownerId: "owner" as OwnerId,
    accountId: "account" as AccountId,
    provider,
    scopes,
    isInteractive: true,
  });
}

/** A person in front of the peer's pages: sends the first form that fits, keeps cookies, until they are sent to `redirect`. */
export async function walk(
  send: (request: Request) => Promise<Response>,
  start: string,
  { redirect, choose }: { redirect: string; choose(forms: readonly Form[]): Form | undefined },
): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new Request(start);
  for (let steps = 0; steps < 12; steps += 1) {
    if (cookies.size > 0)
      next.headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const at = next.url;
    const answer = await send(next);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location?.startsWith(redirect)) return new URL(location);
    if (location !== null) {
      next = new Request(new URL(location, at));
      continue;
    }
    const page = await answer.text();
    const form = choose(formsIn(page));
    if (form === undefined) throw new Error(`${answer.status} at ${at}: ${page.slice(0, 400)}`);
    next = new Request(new URL(form.action || at, at), { method: "POST", body: new URLSearchParams(form.fields) });
  }
  throw new Error("the person was never sent back");
}

export type Form = { action: string; fields: Record<string, string> };

const formsIn = (page: string): Form[] =>
  [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", inside = ""]) => ({
    action: attribute(head, "action"),
    fields: Object.fromEntries(
      [...inside.matchAll(/<input\b([^>]*)>/g)].map(([, input = ""]) => [
        attribute(input, "name"),
        attribute(input, "value"),
      ]),
    ),
  }));

const attribute = (text: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "").replaceAll("&amp;", "&");
