/** Signing in with Google and with Microsoft: their endpoints, scopes and issuers, over the one flow of `code-flow.ts`. */
import { normaliseAddress } from "../domain/contact/address.ts";
import { after } from "../domain/time.ts";
import { ask, isGuid, issuers, renewed, type SignInWorld, type Vendor, wayBack, wayOut } from "./code-flow.ts";
import { troubleAtRefresh, troubleAtSignIn } from "./oauth-refusals.ts";
import {
  type Identity,
  type OAuthClient,
  personalTenant,
  type SignIn,
  SignInError,
  type SignInTrouble,
  type Tokens,
  type Wish,
} from "./sign-in.ts";
import { type Claims, FlowError, type FlowTrouble, type Granted } from "./token-answer.ts";
import { type ProviderTrouble, TroubleError } from "./trouble.ts";

/** What one provider adds to the flow. */
type Signing = Vendor & {
  basicScopes: readonly string[];
  wished: Readonly<Record<Wish, readonly string[]>>;
  /** Without at least one of them there is nothing to read. */
  isOfUse(scope: string): boolean;
  scopeAsAsked(scope: string): string;
  /** Undefined when the claims do not say who it is. */
  keyIn(claims: Claims): string | undefined;
  adminLink: SignIn["adminLink"];
};

const googleApi = "https://www.googleapis.com/auth/";

const google: Signing = {
  provider: "google",
  endpoints: () => ({
    authorize: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
    revoke: "https://oauth2.googleapis.com/revoke",
  }),
  // A refresh token comes with consent only, so consent is asked for each time that somebody connects.
  wayOut: (again) => ({
    access_type: "offline",
    prompt: again === undefined ? "select_account consent" : "consent",
    ...(again !== undefined && { login_hint: again.address }),
  }),
  wayOutToEnter: { prompt: "select_account" },
  // Google writes its name with and without the scheme.
  issuerFor: ({ iss }) => (iss === "accounts.google.com" ? iss : issuers.google),
  basicScopes: [
    "openid",
    "email",
    ...["gmail.readonly", "gmail.compose", "calendar.events", "calendar.calendarlist.readonly"].map(
      (name) => googleApi + name,
    ),
  ],
  wished: {
    contacts: [`${googleApi}contacts`, `${googleApi}contacts.other.readonly`],
    tasks: [`${googleApi}tasks`],
  },
  isOfUse: (scope) => /\/auth\/(?:gmail\.readonly|calendar\.events)$/.test(scope),
  scopeAsAsked: (scope) => (scope === `${googleApi}userinfo.email` ? "email" : scope),
  keyIn: ({ sub }) => `${issuers.google} ${sub}`,
  adminLink: () => undefined,
};

const microsoftLogin = "https://login.microsoftonline.com";
const graph = "https://graph.microsoft.com/";
const microsoft: Signing = {
  provider: "microsoft",
  endpoints: (client) => ({
    authorize: `${microsoftLogin}/${tenantOf(client)}/oauth2/v2.0/authorize`,
    token: `${microsoftLogin}/${tenantOf(client)}/oauth2/v2.0/token`,
  }),
  wayOut: (again) => ({
    response_mode: "query",
    ...(again === undefined ? { prompt: "select_account" } : { login_hint: again.address }),
  }),
  wayOutToEnter: { response_mode: "query", prompt: "select_account" },
  issuerFor: ({ tid = "" }, client) =>
    isGuid(tid) && mayBeOf(tid.toLowerCase(), tenantOf(client))
      ? issuers.microsoft.replace("{tenantid}", tid)
      : undefined,
  basicScopes: [
    ...["offline_access", "openid", "profile", "email"],
    ...["User.Read", "MailboxSettings.Read", "Mail.ReadWrite", "Mail.Send", "Calendars.ReadWrite"],
  ],
  wished: { contacts: ["Contacts.ReadWrite"], tasks: ["Tasks.ReadWrite"] },
  isOfUse: (scope) => /^(?:Mail|Calendars)\.Read/.test(scope),
  scopeAsAsked: (scope) => (scope.toLowerCase().startsWith(graph) ? scope.slice(graph.length) : scope),
  keyIn: ({ tid, oid }) => (tid === undefined || oid === undefined ? undefined : `${tid} ${oid}`),
  adminLink: (client, { redirect, tenant, state }) => {
    const link = new URL(`${microsoftLogin}/${adminTenant(tenant ?? tenantOf(client))}/v2.0/adminconsent`);
    link.searchParams.set("client_id", client.clientId);
    link.searchParams.set("scope", `${graph}.default`);
    link.searchParams.set("redirect_uri", redirect);
    link.searchParams.set("state", state);
    return link.href;
  },
};

/** A GUID, a domain, or one of Microsoft's three words; anything else would lead the person elsewhere. */
function tenantOf({ tenant = "common" }: OAuthClient): string {
  if (/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i.test(tenant)) return tenant.toLowerCase();
  throw new SignInError({ kind: "wrong_setting", setting: "tenant", because: "a tenant is a name or an id" });
}

/** Only organisations have administrators. */
const adminTenant = (tenant: string): string =>
  tenant === "common" || tenant === "consumers" ? "organizations" : tenant;

/** Of a tenant that is named by its domain, the endpoint itself gives nobody else in. */
function mayBeOf(tid: string, tenant: string): boolean {
  if (tenant === "consumers") return tid === personalTenant;
  if (tenant === "organizations") return tid !== personalTenant;
  return isGuid(tenant) ? tid === tenant : true;
}

export const googleSignIn = (world: SignInWorld): SignIn => signingIn(google, world);
export const microsoftSignIn = (world: SignInWorld): SignIn => signingIn(microsoft, world);

/** Of Microsoft, the profile alone tells the account's own id. */
const entryScopes = ["openid", "profile", "email"];

function signingIn(signing: Signing, world: SignInWorld): SignIn {
  return {
    provider: signing.provider,
    scopesFor: (wishes) => [...signing.basicScopes, ...wishes.flatMap((wish) => signing.wished[wish])],
    begin: (client, how) => wayOut(signing, client, world, how),
    finish: async (client, how) => {
      const link = () => signing.adminLink(client, { redirect: how.redirect, state: how.kept.state });
      const granted = await wayBack(signing, client, world, how).catch(saidAtSignIn(link));
      const tokens = tokensOf(signing, granted);
      if (!tokens.scopes.some(signing.isOfUse))
        throw new SignInError({ kind: "declined", because: "neither mail nor calendar was allowed" });
      return { tokens, identity: identityOf(signing, granted.claims) };
    },
    beginEntry: async (client, { redirect }) =>
      wayOut(signing, client, world, { redirect, scopes: entryScopes, isEntry: true }),
    finishEntry: async (client, how) => {
      const granted = await wayBack(signing, client, world, how).catch(saidAtSignIn(() => undefined));
      return identityOf(signing, granted.claims);
    },
    refresh: async (client, refreshToken, signal) =>
      tokensOf(signing, await renewed(signing, client, world, refreshToken, signal).catch(saidAtRefresh)),
    revoke: (client, tokens, signal) => revoke(signing, client, world, tokens, signal),
    adminLink: signing.adminLink,
  };
}

const tokensOf = (signing: Signing, granted: Granted): Tokens => ({
  accessToken: granted.accessToken,
  accessEndsAt: granted.accessEndsAt,
  ...(granted.refreshToken !== undefined && { refreshToken: granted.refreshToken }),
  scopes: [...new Set((granted.scope ?? "").split(/\s+/).filter(Boolean).map(signing.scopeAsAsked))],
});

function identityOf(signing: Signing, claims: Claims | undefined): Identity {
  const key = claims && signing.keyIn(claims);
  const address = normaliseAddress(claims?.email ?? "") ?? normaliseAddress(claims?.preferred_username ?? "");
  if (claims === undefined || key === undefined || address === undefined)
    throw new SignInError({ kind: "refused", because: "the provider does not say whose account it is" });
  const name = claims.name?.trim();
  return {
    key,
    address,
    ...(name !== undefined && name !== "" && { name: name.slice(0, 200) }),
    ...(claims.tid !== undefined && { tenant: claims.tid.toLowerCase() }),
  };
}

async function revoke(
  signing: Signing,
  client: OAuthClient,
  world: SignInWorld,
  { refreshToken, accessToken }: Tokens,
  signal: AbortSignal,
): Promise<boolean> {
  const door = signing.endpoints(client).revoke;
  if (door === undefined) return false;
  // Taking the refresh token back takes every access token that came of it.
  const body = new URLSearchParams({ token: refreshToken ?? accessToken });
  const answer = await ask(world, new Request(door, { method: "POST", body }), signal).catch(saidAtRefresh);
  if (answer.status === 200) return true;
  if (answer.status === 400) return false;
  throw new TroubleError(
    answer.status === 429
      ? { kind: "slow_down", until: after(world.clock.now(), { minutes: 1 }) }
      : { kind: "unreachable", because: `the provider's sign-in answered ${answer.status}` },
  );
}

const saidAtSignIn =
  (link: () => string | undefined) =>
  (problem: unknown): never => {
    throw problem instanceof FlowError ? new SignInError(signInTrouble(problem.trouble, link)) : problem;
  };

function signInTrouble(trouble: FlowTrouble, link: () => string | undefined): SignInTrouble {
  switch (trouble.kind) {
    case "refused":
      return troubleAtSignIn(trouble.refusal, link());
    case "slow_down":
      return { kind: "unreachable", because: "the provider's sign-in is busy: try again in a minute" };
    case "forged":
    case "clock_off":
      return { kind: "refused", because: trouble.because };
    default:
      return trouble;
  }
}

function saidAtRefresh(problem: unknown): never {
  throw problem instanceof FlowError ? new TroubleError(refreshTrouble(problem.trouble)) : problem;
}

function refreshTrouble(trouble: FlowTrouble): ProviderTrouble {
  switch (trouble.kind) {
    case "refused":
      return troubleAtRefresh(trouble.refusal);
    case "forged":
    case "clock_off":
    case "stale":
      return { kind: "refused", because: trouble.because };
    default:
      return trouble;
  }
}
