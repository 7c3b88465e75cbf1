/**
 * The way out and back of a sign-in (OAuth 2.0 with PKCE, OpenID Connect), the same for both providers. Endpoints are fixed in
 * code: nothing is discovered while it runs.
 */
import * as oauth from "oauth4webapi";
import type { Clock } from "../domain/clock.ts";
import { millisOf } from "../domain/time.ts";
import { isNetworkFault } from "./network-fault.ts";
import { refusalIn } from "./oauth-refusals.ts";
import type { Provider } from "./provider.ts";
import type { OAuthClient, SignInTry } from "./sign-in.ts";
import { type Answer, type Claims, FlowError, type Granted, grantedIn } from "./token-answer.ts";

export type SignInWorld = {
  /** The real fetch, or one that maps the vendors' hosts to loopback. */
  transport(request: Request): Promise<Response>;
  /** Business time: ends of tokens. */
  clock: Clock;
  /** Real time, which the library goes by. */
  wall: Clock;
  random(bytes: number): Buffer;
  /** Fires after so many milliseconds of real time. */
  timeout(ms: number): AbortSignal;
};

export type Endpoints = { authorize: string; token: string; revoke?: string };

/** How one provider differs. */
export type Vendor = {
  provider: Provider;
  endpoints(client: OAuthClient): Endpoints;
  /** Beyond what OAuth asks for. */
  wayOut(again: { address: string } | undefined): Record<string, string>;
  /** The same for somebody who only says who they are. */
  wayOutToEnter: Readonly<Record<string, string>>;
  /** The issuer that a token with these claims must be of; undefined when it may be of none. */
  issuerFor(claims: Claims, client: OAuthClient): string | undefined;
};

const timeoutMs = 15_000;
export async function wayOut(
  vendor: Vendor,
  client: OAuthClient,
  { random }: SignInWorld,
  how: { redirect: string; scopes: readonly string[]; again?: { address: string }; isEntry?: true },
): Promise<{ url: string; kept: SignInTry }> {
  const secret = () => random(32).toString("base64url");
  const kept = { state: secret(), nonce: secret(), verifier: secret() };
  const url = new URL(vendor.endpoints(client).authorize);
  const asked = {
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: how.redirect,
    scope: how.scopes.join(" "),
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: "S256",
    ...(how.isEntry === true ? vendor.wayOutToEnter : vendor.wayOut(how.again)),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { url: url.href, kept };
}

/** The code of the way back for tokens. Throws FlowError. */
export async function wayBack(
  vendor: Vendor,
  client: OAuthClient,
  world: SignInWorld,
  how: { redirect: string; back: URL; kept: SignInTry; signal: AbortSignal },
): Promise<Granted> {
  const server = serverOf(vendor, client);
  const code = codeIn(how.back, how.kept, server, { client_id: client.clientId });
  return grant(vendor, client, world, how.signal, how.kept.nonce, (fetched) =>
    oauth.authorizationCodeGrantRequest(
      server,
      { client_id: client.clientId },
      clientAuth(client),
      code,
      how.redirect,
      how.kept.verifier,
      fetched,
    ),
  );
}

/** Throws FlowError. */
export const renewed = (
  vendor: Vendor,
  client: OAuthClient,
  world: SignInWorld,
  refreshToken: string,
  signal: AbortSignal,
): Promise<Granted> =>
  grant(vendor, client, world, signal, undefined, (fetched) =>
    oauth.refreshTokenGrantRequest(
      serverOf(vendor, client),
      { client_id: client.clientId },
      clientAuth(client),
      refreshToken,
      fetched,
    ),
  );

/** One request to a sign-in server, with a time-out; throws FlowError when it cannot be reached. */
export async function ask({ transport, timeout }: SignInWorld, request: Request, signal: AbortSignal): Promise<Answer> {
  const deadline = timeout(timeoutMs);
  try {
    const both = AbortSignal.any([signal, deadline]);
    const response = await transport(new Request(request, { redirect: "manual", signal: both }));
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (fault) {
    signal.throwIfAborted();
    if (!isNetworkFault(fault)) throw fault;
    const because = deadline.aborted ? `no answer within ${timeoutMs / 1000} s` : "no connection, or it broke off";
    throw new FlowError({ kind: "unreachable", because });
  }
}

function codeIn(back: URL, kept: SignInTry, server: oauth.AuthorizationServer, client: oauth.Client): URLSearchParams {
  const { searchParams } = back;
  if (searchParams.get("state") !== kept.state) stale("it belongs to another sign-in");
  const refusal = refusalIn(Object.fromEntries(searchParams));
  if (refusal !== undefined) throw new FlowError({ kind: "refused", refusal });
  if (searchParams.get("code") === null) stale("it carries no code");
  // Who sent the person back is told by few servers. One that names another issuer than ours mixes two sign-ins up.
  const params = new URLSearchParams(searchParams);
  const issuer = params.get("iss");
  if (issuer !== null && issuer !== server.issuer && !isTenantOf(server.issuer, issuer))
    throw new FlowError({ kind: "forged", because: "another sign-in server sent it" });
  params.delete("iss");
  try {
    return oauth.validateAuthResponse(server, client, params, kept.state);
  } catch (problem) {
    if (problem instanceof oauth.OperationProcessingError || problem instanceof oauth.UnsupportedOperationError)
      stale("it is not as a way back should be");
    throw problem;
  }
}

function stale(because: string): never {
  throw new FlowError({ kind: "stale", because });
}

/** Microsoft's issuers are one a tenant; a tenant is a GUID. */
const isTenantOf = (template: string, issuer: string): boolean => {
  const [before = "", behind] = template.split("{tenantid}");
  return behind !== undefined && issuer.startsWith(before) && issuer.endsWith(behind)
    ? isGuid(issuer.slice(before.length, issuer.length - behind.length))
    : false;
};

export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

async function grant(
  vendor: Vendor,
  client: OAuthClient,
  world: SignInWorld,
  signal: AbortSignal,
  nonce: string | undefined,
  request: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
): Promise<Granted> {
  const askedAt = world.clock.now();
  let answer: Answer | undefined;
  await request({
    [oauth.customFetch]: async (url, options) => {
      answer = await ask(world, new Request(url, options as RequestInit), signal);
      return new Response(null);
    },
  });
  if (answer === undefined) throw new Error("the library asked nothing");
  const { clock, wall } = world;
  return grantedIn(answer, {
    clientId: client.clientId,
    server: serverOf(vendor, client),
    issuerFor: (claims) => vendor.issuerFor(claims, client),
    nonce,
    askedAt,
    now: clock.now(),
    skewMs: millisOf(clock.now()) - millisOf(wall.now()),
  });
}

const serverOf = (vendor: Vendor, client: OAuthClient): oauth.AuthorizationServer => {
  const { authorize, token, revoke } = vendor.endpoints(client);
  return {
    issuer: issuers[vendor.provider],
    authorization_endpoint: authorize,
    token_endpoint: token,
    ...(revoke !== undefined && { revocation_endpoint: revoke }),
  };
};

/** `{tenantid}` stands for the tenant of whoever signed in. */
export const issuers = {
  google: "https://accounts.google.com",
  microsoft: "https://login.microsoftonline.com/{tenantid}/v2.0",
} as const satisfies Record<Provider, string>;

const clientAuth = ({ clientSecret }: OAuthClient): oauth.ClientAuth =>
  clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(clientSecret);
