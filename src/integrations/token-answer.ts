/**
 * What a token endpoint answers: tokens that we may believe, or why there are none. The id_token comes over TLS from the
 * endpoint itself, so what is checked of it are its issuer, its audience, its nonce and its times.
 */

import * as oauth from "oauth4webapi";
import { z } from "zod";
import { jsonIn } from "../domain/json-in.ts";
import { after, type Instant, millisOf } from "../domain/time.ts";
import { type OAuthRefusal, refusalIn } from "./oauth-refusals.ts";
import { retryAfter } from "./retry-after.ts";

export type Answer = { status: number; headers: Headers; body: string };

const claimsShape = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  iat: z.number(),
  nonce: z.string().optional(),
  tid: z.string().optional(),
  oid: z.string().optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
});
export type Claims = z.output<typeof claimsShape>;

/** What the token endpoint gave, checked. */
export type Granted = {
  accessToken: string;
  accessEndsAt: Instant;
  refreshToken?: string;
  /** As the answer names them; absent when it does not. */
  scope?: string;
  claims?: Claims;
};

/** Why there is nothing. The caller says it in the words of sign-in or of renewal. */
export type FlowTrouble =
  | { kind: "refused"; refusal: OAuthRefusal }
  | { kind: "slow_down"; until: Instant }
  | { kind: "unreachable"; because: string }
  /** The answer is not one that we may believe. */
  | { kind: "forged"; because: string }
  /** Our clock and theirs differ too much to judge any token. */
  | { kind: "clock_off"; because: string }
  /** The way back is none of a way out of ours. */
  | { kind: "stale"; because: string };

export class FlowError extends Error {
  readonly trouble: FlowTrouble;
  constructor(trouble: FlowTrouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/** The two clocks may differ by so much; beyond, nobody can say whether a token is still good. */
const toleranceSeconds = 300;
/** What a provider says when it does not say how long a token lasts. */
const usualSeconds = 3_600;

/** What the answer is held to. */
export type Expected = {
  clientId: string;
  server: oauth.AuthorizationServer;
  issuerFor(claims: Claims): string | undefined;
  /** Of a sign-in; a renewal has none. */
  nonce: string | undefined;
  askedAt: Instant;
  now: Instant;
  /** How far the clock is ahead of real time, which the library goes by. */
  skewMs: number;
};

/** Throws FlowError unless the answer of a token endpoint holds tokens that are ours. */
export async function grantedIn(answer: Answer, expected: Expected): Promise<Granted> {
  const { clientId, nonce, now, askedAt } = expected;
  const told = jsonIn(answer.body);
  refuse(answer, told, now);
  // Whose account it is was proven at sign-in. A renewal that failed for its proof would lose the new refresh token with it.
  const body = nonce === undefined ? withoutProof(told) : told;
  const claims = claimsIn(body);
  const issuer = claims && expected.issuerFor(claims);
  if (claims !== undefined && issuer === undefined)
    throw new FlowError({ kind: "forged", because: "the identity is of another organisation than it should be" });
  if (claims !== undefined) sameTime(claims.iat, now);
  const server = { ...expected.server, ...(issuer !== undefined && { issuer }) };
  const judge: oauth.Client = {
    client_id: clientId,
    [oauth.clockSkew]: Math.round(expected.skewMs / 1000),
    [oauth.clockTolerance]: toleranceSeconds,
  };
  const response = new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
  const tokens = await believed(() =>
    nonce === undefined
      ? oauth.processRefreshTokenResponse(server, judge, response)
      : oauth.processAuthorizationCodeResponse(server, judge, response, { expectedNonce: nonce, requireIdToken: true }),
  );
  return {
    accessToken: tokens.access_token,
    accessEndsAt: after(askedAt, { seconds: tokens.expires_in ?? usualSeconds }),
    ...(tokens.refresh_token !== undefined && { refreshToken: tokens.refresh_token }),
    ...(tokens.scope !== undefined && { scope: tokens.scope }),
    ...(claims !== undefined && { claims }),
  };
}

/** Throws unless the answer may hold tokens. */
function refuse({ status, headers }: Answer, body: unknown, now: Instant): void {
  if (status === 200 && body !== undefined) return;
  const again = retryAfter(headers, now);
  if (status === 429) throw new FlowError({ kind: "slow_down", until: again ?? after(now, { minutes: 1 }) });
  const refusal = status >= 400 ? refusalIn(body) : undefined;
  if (refusal !== undefined) throw new FlowError({ kind: "refused", refusal });
  const because = status === 200 ? "its answer is none of its own: no JSON" : `it answered ${status}`;
  throw new FlowError({ kind: "unreachable", because });
}

function withoutProof(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== "id_token"));
}

/** Undefined when there is no id_token. What it says is believed only after `grantedIn` has gone through it. */
function claimsIn(body: unknown): Claims | undefined {
  const answer = z.looseObject({ id_token: z.string().optional() }).safeParse(body);
  if (!answer.success) throw new FlowError({ kind: "forged", because: "its answer is not as it should be" });
  const token = answer.data.id_token;
  if (token === undefined) return undefined;
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
  const read = claimsShape.safeParse(jsonIn(payload));
  if (!read.success) throw new FlowError({ kind: "forged", because: "its proof of identity cannot be read" });
  return read.data;
}

/** A token fresh from its maker tells what time it is there. */
function sameTime(issuedAtSeconds: number, now: Instant): void {
  const apartSeconds = Math.round(millisOf(now) / 1000 - issuedAtSeconds);
  if (Math.abs(apartSeconds) <= toleranceSeconds) return;
  const minutes = Math.round(Math.abs(apartSeconds) / 60);
  const direction = apartSeconds > 0 ? "fast" : "slow";
  throw new FlowError({
    kind: "clock_off",
    because: `this computer's clock is off: it is ${minutes} minutes ${direction} by the provider's. Set it and try again`,
  });
}

async function believed(check: () => Promise<oauth.TokenEndpointResponse>): Promise<oauth.TokenEndpointResponse> {
  try {
    return await check();
  } catch (problem) {
    // The library's errors carry the whole answer, tokens and all, so they stop here.
    if (problem instanceof oauth.OperationProcessingError)
      throw new FlowError(
        problem.code === oauth.JWT_TIMESTAMP_CHECK
          ? { kind: "clock_off", because: "this computer's clock is off: what the provider gave has ended already" }
          : { kind: "forged", because: forgeries.get(problem.code ?? "") ?? "its answer is not as it should be" },
      );
    if (problem instanceof oauth.UnsupportedOperationError)
      throw new FlowError({ kind: "forged", because: "its answer is of a kind that we do not take" });
    throw problem;
  }
}

const forgeries = new Map<string, string>([
  [oauth.JWT_CLAIM_COMPARISON, "its proof of identity was made for somebody else"],
  [oauth.INVALID_RESPONSE, "its answer lacks something"],
]);
