/**
 * Google's authorisation server in the sandbox: accounts.google.com (the page where people allow), oauth2.googleapis.com
 * (tokens, revocation) and the published keys of www.googleapis.com, in one app.
 */
import { type Context, Hono } from "hono";
import { after, millisOf } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { idsOf } from "../cloud/ids.ts";
import { credentialsOf, type SandboxClient } from "./clients.ts";
import { type CodeRefusal, Grants, type Issued, type Lives } from "./grants.ts";
import { type Claims, publishedKeys, signIdToken } from "./id-token.ts";
import { consentPage, errorPage } from "./pages.ts";
import { ServiceAccounts } from "./service-accounts.ts";

export type SignInFace = {
  app: Hono;
  /** Who may do what with a token, and ways to end it. */
  grants: Grants;
};
export type GoogleSignIn = SignInFace & { serviceAccounts: ServiceAccounts };

export type GoogleSignInWish = {
  cloud: Cloud;
  /** Looked up at every request, so that a client made later is known. */
  clients: () => readonly SandboxClient[];
  /** For tests of those who read id tokens: what they say is changed before it is signed. */
  tamper?: (claims: Claims) => Claims;
};

export const googleIssuer = "https://accounts.google.com";
const tokenAddress = "https://oauth2.googleapis.com/token";
const authPath = "/o/oauth2/v2/auth";
const prefix = "https://www.googleapis.com/auth/";

const lives: Lives = {
  codeSeconds: 600,
  accessSeconds: 3599,
  idleDays: 182,
  isRotating: false,
  refreshTokensMost: 100,
};
const testingDays = 7;

const identityScopes = new Set(["openid", "email", "profile", `${prefix}userinfo.email`, `${prefix}userinfo.profile`]);
/** What the sandbox's Google can allow, and what its page says of it. */
const says: Readonly<Record<string, string>> = {
  openid: "Know who you are on Google",
  email: "See your email address",
  profile: "See your name",
  [`${prefix}userinfo.email`]: "See your email address",
  [`${prefix}userinfo.profile`]: "See your name",
  [`${prefix}gmail.readonly`]: "Read your mail",
  [`${prefix}gmail.metadata`]: "See who wrote to you and when",
  [`${prefix}gmail.compose`]: "Write drafts and send mail",
  [`${prefix}gmail.send`]: "Send mail",
  [`${prefix}gmail.modify`]: "Read, write and send mail",
  "https://mail.google.com/": "Do everything with your mail",
  [`${prefix}calendar.events`]: "See and change events in your calendars",
  [`${prefix}calendar.events.readonly`]: "See events in your calendars",
  [`${prefix}calendar.calendarlist.readonly`]: "See the list of your calendars",
  [`${prefix}calendar.freebusy`]: "See when you are busy",
  [`${prefix}calendar.readonly`]: "See your calendars",
  [`${prefix}calendar`]: "See and change your calendars",
  [`${prefix}contacts`]: "See and change your contacts",
  [`${prefix}contacts.readonly`]: "See your contacts",
  [`${prefix}contacts.other.readonly`]: "See people you wrote to",
  [`${prefix}tasks`]: "See and change your tasks",
  [`${prefix}tasks.readonly`]: "See your tasks",
};

export function googleSignIn({ cloud, clients, tamper = (claims) => claims }: GoogleSignInWish): GoogleSignIn {
  const grants = new Grants({ clock: cloud.clock, ids: idsOf(cloud.seed, "google", "oauth"), lives });
  const serviceAccounts = new ServiceAccounts(cloud.clock, idsOf(cloud.seed, "google", "service"));
  const app = new Hono();
  const accounts = () => cloud.accounts.filter(({ provider }) => provider === "google");
  const clientNamed = (id: string | null | undefined) => clients().find(({ clientId }) => clientId === id);

  /** What was asked for on the way out, or the page that says why nobody is sent back. */
  async function asked(
    context: Context,
  ): Promise<{ client: SandboxClient; query: URLSearchParams; scopes: string[] } | Response> {
    const query = new URL(context.req.url).searchParams;
    const wrong = (code: string, status: 400 | 401, text: string) =>
      context.html(errorPage(`Error ${status}: ${code}`, text), status);
    const client = clientNamed(query.get("client_id"));
    if (client === undefined) return wrong("invalid_client", 401, "The OAuth client was not found.");
    if (!client.redirects.includes(query.get("redirect_uri") ?? "")) {
      return wrong("redirect_uri_mismatch", 400, "The redirect address does not match one registered for the client.");
    }
    if (query.get("response_type") !== "code")
      return wrong("unsupported_response_type", 400, "Only code is supported.");
    const scopes = (query.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
    const unknown = scopes.filter((scope) => says[scope] === undefined);
    if (scopes.length === 0) return wrong("invalid_request", 400, "Missing required parameter: scope");
    if (unknown.length > 0)
      return wrong("invalid_scope", 400, `Some requested scopes were invalid: ${unknown.join(", ")}`);
    if (query.has("code_challenge") && query.get("code_challenge_method") !== "S256") {
      return wrong("invalid_request", 400, "code_challenge_method must be S256.");
    }
    return { client, query, scopes };
  }

  app.get(authPath, async (context) => {
    const found = await asked(context);
    if (found instanceof Response) return found;
    const { client, query, scopes } = found;
    if (query.get("prompt") === "none") return back(context, query, { error: "interaction_required" });
    const page = consentPage({
      provider: "Google",
      program: client.clientId,
      accounts: accounts(),
      chosen: cloud.account(query.get("login_hint") ?? ""),
      scopes: scopes.map((scope) => ({ scope, says: says[scope] ?? scope, isFixed: identityScopes.has(scope) })),
      isPartial: true,
    });
    return context.html(page);
  });

  app.post(authPath, async (context) => {
    const found = await asked(context);
    if (found instanceof Response) return found;
    const { client, query, scopes } = found;
    const form = new URLSearchParams(await context.req.text());
    if (form.get("decision") !== "allow") return back(context, query, { error: "access_denied" });
    const account = accounts().find(({ subject }) => subject === form.get("account"));
    if (account === undefined) return context.html(errorPage("Choose an account", "There is no such account."), 400);
    const ticked = scopes.filter((scope) => identityScopes.has(scope) || form.getAll("scope").includes(scope));
    const before = grants.allowed(account, client.clientId);
    const allowed = named(query.get("include_granted_scopes") === "true" ? [...before, ...ticked] : ticked);
    const code = grants.issueCode({
      account,
      clientId: client.clientId,
      scopes: allowed,
      redirect: query.get("redirect_uri") ?? "",
      nonce: query.get("nonce") ?? undefined,
      challenge: query.get("code_challenge") ?? undefined,
      // Without prompt=consent it comes with the first permission only.
      wantsRefresh:
        query.get("access_type") === "offline" &&
        (before.length === 0 || (query.get("prompt") ?? "").split(" ").includes("consent")),
      ...(client.isTesting && { refreshEndsAt: after(cloud.clock.now(), { days: testingDays }) }),
    });
    return back(context, query, { code, scope: allowed.join(" "), authuser: "0", prompt: "consent" });
  });

  app.post("/token", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const refused = (status: 400 | 401, error: string, description: string) =>
      context.json({ error, error_description: description }, status);
    if (form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer") {
      const issued = serviceAccounts.issue(form.get("assertion") ?? "", tokenAddress);
      if (issued === undefined) return refused(400, "invalid_grant", "Invalid JWT Signature.");
      return context.json({ access_token: issued.accessToken, expires_in: issued.seconds, token_type: "Bearer" });
    }
    const { id, secret } = credentialsOf(context.req.header("authorization"), form);
    const client = clientNamed(id);
    if (client === undefined) return refused(401, "invalid_client", "The OAuth client was not found.");
    if (secret !== client.clientSecret) return refused(401, "invalid_client", "Unauthorized");
    switch (form.get("grant_type")) {
      case "authorization_code": {
        const code = form.get("code");
        if (code === null) return refused(400, "invalid_request", "Missing required parameter: code");
        const verifier = form.get("code_verifier") ?? undefined;
        const redirect = form.get("redirect_uri") ?? "";
        const redeemed = grants.redeem(code, { clientId: client.clientId, redirect, verifier });
        if (redeemed.kind === "issued") return context.json(tokens(redeemed.issued, redeemed.nonce));
        return refused(400, ...ofCode[redeemed.because]);
      }
      case "refresh_token": {
        const refreshed = grants.refresh(form.get("refresh_token") ?? "", client.clientId);
        if (refreshed.kind === "issued") return context.json(tokens(refreshed.issued, undefined));
        return refused(
          400,
          "invalid_grant",
          refreshed.because === "unknown" ? "Bad Request" : "Token has been expired or revoked.",
        );
      }
      default:
        return refused(400, "unsupported_grant_type", `Invalid grant_type: ${form.get("grant_type") ?? ""}`);
    }
  });

  app.post("/revoke", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const token = form.get("token") ?? new URL(context.req.url).searchParams.get("token") ?? "";
    if (grants.revoke(token)) return context.json({});
    return context.json({ error: "invalid_token", error_description: "Token expired or revoked" }, 400);
  });

  app.get("/.well-known/openid-configuration", (context) => context.json(discovery));
  app.get("/oauth2/v3/certs", (context) => context.json(publishedKeys()));

  function tokens(issued: Issued, nonce: string | undefined): object {
    const { accessToken, accessSeconds, refreshToken, refreshEndsAt, scopes, account, clientId } = issued;
    const now = cloud.clock.now();
    const secondsLeft =
      refreshEndsAt === undefined ? undefined : Math.floor((millisOf(refreshEndsAt) - millisOf(now)) / 1000);
    return {
      access_token: accessToken,
      expires_in: accessSeconds,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      ...(secondsLeft !== undefined && { refresh_token_expires_in: secondsLeft }),
      scope: scopes.join(" "),
      token_type: "Bearer",
      ...(scopes.includes("openid") && {
        id_token: signIdToken(
          tamper(claims(account, { clientId, nonce, scopes, seconds: Math.floor(millisOf(now) / 1000) })),
        ),
      }),
    };
  }

  return { app, grants, serviceAccounts };
}

/** Sends the person back to the program, with what it asked to get back. */
function back(context: Context, query: URLSearchParams, answer: Readonly<Record<string, string>>): Response {
  const to = new URL(query.get("redirect_uri") ?? "");
  const state = query.get("state");
  if (state !== null) to.searchParams.set("state", state);
  to.searchParams.set("iss", googleIssuer);
  for (const [name, value] of Object.entries(answer)) to.searchParams.set(name, value);
  return context.redirect(to.href, 302);
}

/** Google grants two scopes under their long names. */
const named = (scopes: readonly string[]): string[] => [
  ...new Set(scopes.map((scope) => (scope === "email" || scope === "profile" ? `${prefix}userinfo.${scope}` : scope))),
];

const ofCode: Readonly<Record<CodeRefusal, [string, string]>> = {
  unknown: ["invalid_grant", "Malformed auth code."],
  used: ["invalid_grant", "Bad Request"],
  expired: ["invalid_grant", "Bad Request"],
  wrong_redirect: ["redirect_uri_mismatch", "Bad Request"],
  no_verifier: ["invalid_grant", "Missing code verifier."],
  wrong_verifier: ["invalid_grant", "Invalid code verifier."],
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
  const { subject, address, given, family, kind, tenant } = account;
  return {
    iss: googleIssuer,
    azp: clientId,
    aud: clientId,
    sub: subject,
    ...(kind === "work" && { hd: tenant ?? address.slice(address.indexOf("@") + 1) }),
    ...(scopes.includes(`${prefix}userinfo.email`) && { email: address, email_verified: true }),
    ...(scopes.includes(`${prefix}userinfo.profile`) && {
      name: `${given} ${family}`,
      given_name: given,
      family_name: family,
    }),
    ...(nonce !== undefined && { nonce }),
    iat: seconds,
    exp: seconds + 3600,
  };
}

const discovery = {
  issuer: googleIssuer,
  authorization_endpoint: `${googleIssuer}${authPath}`,
  token_endpoint: "https://oauth2.googleapis.com/token",
  revocation_endpoint: "https://oauth2.googleapis.com/revoke",
  jwks_uri: "https://www.googleapis.com/oauth2/v3/certs",
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
  code_challenge_methods_supported: ["S256"],
  grant_types_supported: ["authorization_code", "refresh_token"],
  authorization_response_iss_parameter_supported: true,
};
