/**
 * Microsoft's sign-in errors: a number, the OAuth error that carries it, and what it means. The numbers are those that
 * programs meet; the words are ours, because programs must go by the number.
 */
import { guid } from "../cloud/account.ts";
import type { Ids } from "../cloud/ids.ts";

export type Aadsts = {
  error: string;
  says: string;
  status?: 400 | 401;
  suberror?: string;
};

export const aadsts = {
  16000: { error: "interaction_required", says: "The account is not signed in here." },
  50011: {
    error: "invalid_request",
    says: "The redirect URI does not match one that is registered for the application.",
  },
  50020: { error: "invalid_request", says: "The account does not exist in this tenant." },
  50057: { error: "invalid_grant", says: "The account is disabled." },
  50076: { error: "interaction_required", says: "Multi-factor authentication is required.", suberror: "basic_action" },
  50079: {
    error: "interaction_required",
    says: "Multi-factor authentication must be set up.",
    suberror: "basic_action",
  },
  50105: { error: "invalid_grant", says: "The account is not assigned to the application." },
  50158: {
    error: "interaction_required",
    says: "An outside security challenge was not satisfied.",
    suberror: "basic_action",
  },
  50173: { error: "invalid_grant", says: "The grant was revoked: a fresh one is needed.", suberror: "bad_token" },
  50194: {
    error: "invalid_request",
    says: "The application serves one tenant: the /common endpoint is not supported.",
  },
  53003: { error: "invalid_grant", says: "Access is blocked by Conditional Access.", suberror: "message_only" },
  54005: { error: "invalid_grant", says: "The authorization code was already redeemed." },
  65001: {
    error: "invalid_grant",
    says: "Nobody consented to the use of the application.",
    suberror: "consent_required",
  },
  65004: { error: "access_denied", says: "The person declined to consent to the application." },
  70000: { error: "invalid_grant", says: "The grant is invalid or malformed.", suberror: "bad_token" },
  70008: { error: "invalid_grant", says: "The authorization code or refresh token has expired." },
  70011: { error: "invalid_scope", says: "A requested scope is not valid." },
  90002: { error: "invalid_tenant", says: "The tenant was not found." },
  90014: { error: "invalid_request", says: "A required field is missing." },
  90094: { error: "access_denied", says: "An administrator must grant this permission." },
  90095: { error: "access_denied", says: "An administrator must grant this permission; approval can be requested." },
  501481: { error: "invalid_grant", says: "The code verifier does not match the code challenge." },
  500112: {
    error: "invalid_client",
    says: "The redirect URI is not the one of the authorization request.",
    status: 401,
  },
  700016: { error: "unauthorized_client", says: "The application was not found in the tenant." },
  700082: {
    error: "invalid_grant",
    says: "The refresh token has expired because nobody used it.",
    suberror: "token_expired",
  },
  900144: { error: "invalid_request", says: "The request must contain a parameter that is missing." },
  7000215: { error: "invalid_client", says: "The client secret is not valid.", status: 401 },
  7000218: { error: "invalid_client", says: "The request must contain a client secret.", status: 401 },
  7000222: { error: "invalid_client", says: "The client secret has expired.", status: 401 },
} as const satisfies Readonly<Record<number, Aadsts>>;

export type AadstsCode = keyof typeof aadsts;

/** `AADSTS90094: … Trace ID: …`, as it stands in `error_description`. */
export function describe(code: AadstsCode, ids: Ids, at: string): { text: string; trace: string; correlation: string } {
  const trace = guid(ids.hex() + ids.hex());
  const correlation = guid(ids.hex() + ids.hex());
  const told = `AADSTS${code}: ${aadsts[code].says}`;
  return {
    text: `${told} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${stamp(at)}`,
    trace,
    correlation,
  };
}

/** The body of a refusal at the token endpoint. */
export function refusal(code: AadstsCode, ids: Ids, at: string): { status: 400 | 401; body: object } {
  const { error, status = 400, suberror }: Aadsts = aadsts[code];
  const { text, trace, correlation } = describe(code, ids, at);
  return {
    status,
    body: {
      error,
      error_description: text,
      error_codes: [code],
      timestamp: stamp(at),
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...(suberror !== undefined && { suberror }),
    },
  };
}

/** `2026-11-22 10:00:00Z`. */
const stamp = (at: string): string => `${at.slice(0, 19).replace("T", " ")}Z`;
