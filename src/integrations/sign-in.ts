/**
 * Signing in at a provider (OAuth 2.0 with PKCE, OpenID Connect), in our words, and the ports that the store satisfies: tokens
 * are sealed there, and renewed by one process at a time.
 */
import type { Instant } from "../domain/time.ts";
import type { AccountKey, Provider } from "./provider.ts";

/** The self-hoster's own registration at the provider. */
export type OAuthClient = {
  clientId: string;
  clientSecret?: string /** Microsoft: "common", "organizations", "consumers" or a tenant's id. */;
  tenant?: string;
};

export type Tokens = {
  accessToken: string;
  accessEndsAt: Instant;
  /** Absent when the provider gave none: access ends with the access token. */
  refreshToken?: string;
  /** As granted, which may be fewer than asked for. */
  scopes: readonly string[];
};

export type Identity = {
  /** Google: `iss sub`. Microsoft: `tid oid`. Never the address, which may pass to somebody else. */
  key: string;
  /** Lower-cased. */
  address: string;
  name?: string;
  tenant?: string;
};

/** Microsoft's tenant of all accounts that belong to no organisation. */
export const personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** What must be kept from the way out to the way back, for ten minutes and one use. */
export type SignInTry = { state: string; nonce: string; verifier: string };

export type SignInTrouble =
  /** The person said no, or unticked everything that is needed. */
  | { kind: "declined"; because: string }
  /** Only an administrator of their organisation may allow it: `link` is for them. */
  | { kind: "needs_admin"; because: string; link?: string }
  /** The registration at the provider is not as it should be. */
  | {
      kind: "wrong_setting";
      setting: "client_id" | "client_secret" | "redirect" | "scopes" | "tenant" | "api";
      because: string;
    }
  /** The way back does not belong to a way out of ours, or too late. */
  | { kind: "stale"; because: string }
  | { kind: "refused"; because: string }
  | { kind: "unreachable"; because: string };

export class SignInError extends Error {
  readonly trouble: SignInTrouble;
  constructor(trouble: SignInTrouble) {
    super(`${trouble.kind}: ${trouble.because}`);
    this.trouble = trouble;
  }
}

/** What the owner lets Rapport do beyond reading and drafting; each asks for scopes of its own. */
export const wishes = ["contacts", "tasks"] as const;
export type Wish = (typeof wishes)[number];

export interface SignIn {
  readonly provider: Provider;
  scopesFor(wishes: readonly Wish[]): readonly string[];
  /** Where to send the person. `again` keeps them from choosing another account by accident. */
  begin(
    client: OAuthClient,
    how: { redirect: string; scopes: readonly string[]; again?: { address: string } },
  ): Promise<{ url: string; kept: SignInTry }>;
  /** `back` is the whole address that they came back to. Throws SignInError. */
  finish(
    client: OAuthClient,
    how: { redirect: string; back: URL; kept: SignInTry; signal: AbortSignal },
  ): Promise<{ tokens: Tokens; identity: Identity }>;
  /** Where to send somebody who says who they are, and gives nothing else. */
  beginEntry(client: OAuthClient, how: { redirect: string }): Promise<{ url: string; kept: SignInTry }>;
  /** Who came back. What the provider gave beside that is let go, and not taken back: that would end connected accounts too. Throws SignInError. */
  finishEntry(
    client: OAuthClient,
    how: { redirect: string; back: URL; kept: SignInTry; signal: AbortSignal },
  ): Promise<Identity>;
  /** Throws TroubleError: sign_in_again for good, unreachable or slow_down for now. A rotated refresh token is in the answer. */
  refresh(client: OAuthClient, refreshToken: string, signal: AbortSignal): Promise<Tokens>;
  /** True when the provider took it back; false where it has no such door, or the token was dead already. */
  revoke(client: OAuthClient, tokens: Tokens, signal: AbortSignal): Promise<boolean>;
  /** A link for the administrator of an organisation, where the provider has one. */
  adminLink(client: OAuthClient, how: { redirect: string; tenant?: string; state: string }): string | undefined;
}

/** Tokens of accounts, sealed. */
export interface TokenVault {
  /** Undefined when the account has none (disconnected). */
  read(account: AccountKey): Promise<Tokens | undefined>;
  /**
   * Tokens that are not `stale`: those that somebody else renewed meanwhile, or what `refresh` gives. One at a time for an
   * account over all processes, under a lease and not in a transaction; the answer is stored before it is returned. Fields
   * that it leaves out (no new refresh token) are kept. Undefined when the account has none any more.
   */
  renew(account: AccountKey, stale: string, refresh: (tokens: Tokens) => Promise<Tokens>): Promise<Tokens | undefined>;
}

/** The registrations of this installation. */
export interface OAuthClients {
  find(provider: Provider): Promise<OAuthClient | undefined>;
}
