/**
 * Microsoft's authorisation server in the sandbox: login.microsoftonline.com with its tenants, of which some let only an
 * administrator allow programs.
 */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { millisOf } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { idsOf } from "../cloud/ids.ts";
import { type AadstsCode, aadsts, describe, refusal } from "./aadsts.ts";
import { credentialsOf, type SandboxClient } from "./clients.ts";
import type { SignInFace } from "./google.ts";
import { type CodeRefusal, Grants, type Issued, type Lives, type RefreshRefusal } from "./grants.ts";
import { type Claims, publishedKeys, signIdToken } from "./id-token.ts";
import { needsAdmin, says, scopesIn, told } from "./microsoft-scopes.ts";
import { adminConsentPage, adminNeededPage, consentPage, errorPage } from "./pages.ts";
import { consumersTenant, isTenant, mayUse, type SandboxTenant, tenantOf } from "./tenants.ts";

export type MicrosoftSignInWish = {
  cloud: Cloud;
  clients: () => readonly SandboxClient[];
  /** Tenants that are not named let their people decide. */
  tenants?: () => readonly SandboxTenant[];
  /** For tests of those who read id tokens: what they say is changed before it is signed. */
  tamper?: (claims: Claims) => Claims;
};

export type MicrosoftSignIn = SignInFace & {
  /** From now on every refresh of the account is refused with this code; undefined ends that. */
  refuse(account: CloudAccount, code: AadstsCode | undefined): void;
};

const server = "https://login.microsoftonline.com";
const lives: Lives = { codeSeconds: 600, accessSeconds: 4499, idleDays: 90, isRotating: true, refreshTokensMost: 1000 };

export function microsoftSignIn({
  cloud,
  clients,
  tenants = () => [],
  tamper = (claims) => claims,
}: MicrosoftSignInWish): MicrosoftSignIn {
  const ids = idsOf(cloud.seed, "microsoft", "oauth");
  const grants = new Grants({ clock: cloud.clock, ids, lives });
  const approved = new Set<string>();
  const refused = new Map<CloudAccount, AadstsCode>();
  const app = new Hono();
  const now = () => cloud.clock.now();
  const accounts = () => cloud.accounts.filter(({ provider }) => provider === "microsoft");
  const clientNamed = (id: string | null | undefined) => clients().find(({ clientId }) => clientId === id);

  const wrongPage = (context: Context, code: AadstsCode) =>
    context.html(errorPage("Sorry, but we're having trouble signing you in", describe(code, ids, now()).text), 400);
  const wrongToken = (context: Context, code: AadstsCode) => {
    const { status, body } = refusal(code, ids, now());
    return context.json(body, status);
  };
  /** Back to the program with an error. */
  const backWith = (context: Context, query: URLSearchParams, code: AadstsCode) =>
    back(context, query, {
      error: aadsts[code].error,
      error_description: describe(code, ids, now()).text,
      ...(code === 65004 && { error_subcode: "cancel" }),
    });

  type AdminAsked = { client: SandboxClient; tenant: SandboxTenant; query: URLSearchParams; scopes: string[] };
  type Asked = { client: SandboxClient; query: URLSearchParams; scopes: string[]; accounts: CloudAccount[] };

  async function asked(context: Context): Promise<Asked | Response> {
    const query = new URL(context.req.url).searchParams;
    if (!query.has("client_id") || !query.has("response_type")) return wrongPage(context, 900144);
    const client = clientNamed(query.get("client_id"));
    if (client === undefined) return wrongPage(context, 700016);
    if (!client.redirects.includes(query.get("redirect_uri") ?? "")) return wrongPage(context, 50011);
    const tenant = tenantAt(context);
    if (tenant === undefined) return wrongPage(context, 90002);
    if (isTenant(client.audience) && (tenant === "common" || tenant === "organizations"))
      return wrongPage(context, 50194);
    const scopes = scopesIn(query.get("scope"));
    if (scopes === undefined) return backWith(context, query, 70011);
    return { client, query, scopes, accounts: accounts().filter((account) => mayUse(account, tenant, client)) };
  }

  /** "common", "organizations", "consumers" or a tenant's id; undefined when there is no such tenant. */
  function tenantAt(context: Context): string | undefined {
    const segment = (context.req.param("tenant") ?? "").toLowerCase();
    if (["common", "organizations", "consumers", consumersTenant].includes(segment)) return segment;
    const byDomain = tenants().find(({ domain }) => domain === segment)?.id;
    return (
      byDomain ??
      accounts()
        .map(tenantOf)
        .find((id) => id === segment)
    );
  }

  const consentOf = (account: CloudAccount) => tenants().find(({ id }) => id === tenantOf(account))?.consent ?? "user";

  function mustAskAdmin(
    account: CloudAccount,
    { clientId }: SandboxClient,
    scopes: readonly string[],
  ): AadstsCode | undefined {
    const consent = consentOf(account);
    if (consent === "user" || approved.has(`${tenantOf(account)} ${clientId}`)) return undefined;
    if (!scopes.some((scope) => needsAdmin.test(scope))) return undefined;
    return consent === "admin" ? 90094 : 90095;
  }

  app.get("/:tenant/oauth2/v2.0/authorize", async (context) => {
    const found = await asked(context);
    if (found instanceof Response) return found;
    const { client, query, scopes } = found;
    if (query.get("prompt") === "none") return backWith(context, query, 16000);
    const page = consentPage({
      provider: "Microsoft",
      program: client.clientId,
      accounts: found.accounts,
      chosen: cloud.account(query.get("login_hint") ?? ""),
      scopes: scopes.map((scope) => ({ scope, says: says[scope] ?? scope })),
      isPartial: false,
    });
    return context.html(page);
  });

  app.post("/:tenant/oauth2/v2.0/authorize", async (context) => {
    const found = await asked(context);
    if (found instanceof Response) return found;
    const { client, query, scopes } = found;
    const form = new URLSearchParams(await context.req.text());
    if (form.get("decision") === "deny") return backWith(context, query, 65004);
    const account = found.accounts.find(({ subject }) => subject === form.get("account"));
    if (account === undefined) return wrongPage(context, 50020);
    const adminCode = mustAskAdmin(account, client, scopes);
    if (adminCode !== undefined) {
      if (form.get("decision") === "return") return backWith(context, query, adminCode);
      return context.html(adminNeededPage(client.clientId, account));
    }
    if (form.get("decision") !== "allow") return wrongPage(context, 900144);
    const code = grants.issueCode({
      account,
      clientId: client.clientId,
      scopes: scopes.filter((scope) => scope !== "offline_access"),
      redirect: query.get("redirect_uri") ?? "",
      nonce: query.get("nonce") ?? undefined,
      challenge: query.get("code_challenge") ?? undefined,
      wantsRefresh: scopes.includes("offline_access"),
    });
    return back(context, query, { code, session_state: ids.word(36) });
  });

  app.post("/:tenant/oauth2/v2.0/token", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const { id, secret } = credentialsOf(context.req.header("authorization"), form);
    if (id === undefined || !form.has("grant_type")) return wrongToken(context, 900144);
    const client = clientNamed(id);
    if (client === undefined) return wrongToken(context, 700016);
    if (secret === undefined) return wrongToken(context, 7000218);
    if (secret !== client.clientSecret) return wrongToken(context, 7000215);
    if (client.secretEndsAt !== undefined && now() >= client.secretEndsAt) return wrongToken(context, 7000222);
    if (tenantAt(context) === undefined) return wrongToken(context, 90002);
    if (form.get("grant_type") === "refresh_token") return refreshed(context, client, form.get("refresh_token"));
    const code = form.get("code");
    if (form.get("grant_type") !== "authorization_code" || code === null) return wrongToken(context, 90014);
    const verifier = form.get("code_verifier") ?? undefined;
    const redirect = form.get("redirect_uri") ?? "";
    const redeemed = grants.redeem(code, { clientId: client.clientId, redirect, verifier });
    if (redeemed.kind === "refused") return wrongToken(context, ofCode[redeemed.because]);
    return context.json(tokens(redeemed.issued, redeemed.nonce));
  });

  function refreshed(context: Context, { clientId }: SandboxClient, token: string | null): Response {
    if (token === null) return wrongToken(context, 900144);
    const holder = grants.holderOf(token);
    const code = holder === undefined ? undefined : refused.get(holder);
    if (code !== undefined) return wrongToken(context, code);
    const done = grants.refresh(token, clientId);
    return done.kind === "refused"
      ? wrongToken(context, ofRefresh[done.because])
      : context.json(tokens(done.issued, undefined));
  }

  app.get("/:tenant/v2.0/adminconsent", async (context) => {
    const found = await adminAsked(context);
    if (found instanceof Response) return found;
    return context.html(adminConsentPage(found.client.clientId, found.tenant.domain, found.scopes));
  });

  app.post("/:tenant/v2.0/adminconsent", async (context) => {
    const found = await adminAsked(context);
    if (found instanceof Response) return found;
    const { client, tenant, query } = found;
    const form = new URLSearchParams(await context.req.text());
    if (form.get("decision") !== "allow") {
      return back(context, query, { error: "permission_denied", error_description: "The admin canceled the request" });
    }
    approved.add(`${tenant.id} ${client.clientId}`);
    return back(context, query, { admin_consent: "True", tenant: tenant.id, scope: query.get("scope") ?? "" });
  });

  async function adminAsked(context: Context): Promise<AdminAsked | Response> {
    const query = new URL(context.req.url).searchParams;
    const client = clientNamed(query.get("client_id"));
    if (client === undefined) return wrongPage(context, 700016);
    if (!client.redirects.includes(query.get("redirect_uri") ?? "")) return wrongPage(context, 50011);
    const segment = tenantAt(context);
    // "organizations" is whichever tenant the administrator is from: the one that asks for one.
    const tenant = tenants().find(({ id, consent }) => (isTenant(segment) ? id === segment : consent !== "user"));
    if (tenant === undefined) return wrongPage(context, 90002);
    return { client, tenant, query, scopes: scopesIn(query.get("scope")) ?? [] };
  }

  app.get("/:tenant/v2.0/.well-known/openid-configuration", (context) => {
    const segment = context.req.param("tenant");
    const issuer = segment === "consumers" ? consumersTenant : isTenant(segment) ? segment : "{tenantid}";
    return context.json(discovery(segment, issuer));
  });
  app.get("/:tenant/discovery/v2.0/keys", (context) => context.json(publishedKeys()));

  function tokens(
    { account, clientId, scopes, accessToken, accessSeconds, refreshToken }: Issued,
    nonce: string | undefined,
  ) {
    const seconds = Math.floor(millisOf(now()) / 1000);
    return {
      token_type: "Bearer",
      scope: told(account, scopes),
      expires_in: accessSeconds,
      ext_expires_in: accessSeconds,
      access_token: accessToken,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      ...(scopes.includes("openid") && {
        id_token: signIdToken(tamper(claims(account, { clientId, nonce, scopes, seconds }))),
      }),
    };
  }

  return {
    app,
    grants,
    refuse(account, code) {
      if (code === undefined) refused.delete(account);
      else refused.set(account, code);
    },
  };
}

function back(context: Context, query: URLSearchParams, answer: Readonly<Record<string, string>>): Response {
  const to = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries(answer)) to.searchParams.set(name, value);
  const state = query.get("state");
  if (state !== null) to.searchParams.set("state", state);
  return context.redirect(to.href, 302);
}

const ofCode: Readonly<Record<CodeRefusal, AadstsCode>> = {
  unknown: 70000,
  used: 54005,
  expired: 70008,
  wrong_redirect: 500112,
  no_verifier: 501481,
  wrong_verifier: 501481,
};

const ofRefresh: Readonly<Record<RefreshRefusal, AadstsCode>> = {
  unknown: 70000,
  rotated: 70000,
  revoked: 50173,
  idle: 700082,
  ended: 70008,
};

function claims(
  account: CloudAccount,
  {
    clientId,
    nonce,
    scopes,
    seconds,
  }: { clientId: string; nonce: string | undefined; scopes: readonly string[]; seconds: number },
): Claims {
  const tid = tenantOf(account);
  return {
    ver: "2.0",
    iss: `${server}/${tid}/v2.0`,
    sub: createHash("sha256").update(`${account.subject} ${clientId}`).digest("base64url"),
    aud: clientId,
    exp: seconds + 3600,
    iat: seconds,
    nbf: seconds,
    tid,
    oid: account.subject,
    ...(scopes.includes("profile") && {
      name: `${account.given} ${account.family}`,
      preferred_username: account.address,
    }),
    ...(scopes.includes("email") && { email: account.address }),
    ...(nonce !== undefined && { nonce }),
  };
}

const discovery = (segment: string, issuer: string): object => ({
  issuer: `${server}/${issuer}/v2.0`,
  authorization_endpoint: `${server}/${segment}/oauth2/v2.0/authorize`,
  token_endpoint: `${server}/${segment}/oauth2/v2.0/token`,
  jwks_uri: `${server}/${segment}/discovery/v2.0/keys`,
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  subject_types_supported: ["pairwise"],
  id_token_signing_alg_values_supported: ["RS256"],
  token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
  code_challenge_methods_supported: ["S256"],
});
