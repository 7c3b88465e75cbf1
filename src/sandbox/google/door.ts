/**
 * What all Google APIs of the sandbox have in common: bearer tokens and scopes, quota, partial answers, the shape of errors.
 * An API is a list of routes; each answers a call with plain data, nothing (204), or a `GoogleFault`.
 */
import { type Context, Hono } from "hono";
import type { Instant } from "../../domain/time.ts";
import type { Authorise } from "../authorise.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { type Limit, type Quota, type Refusal, retryAfter } from "../quota.ts";
import { keepFields } from "./fields.ts";

export type GoogleWorld = {
  cloud: Cloud;
  authorise: Authorise;
  quota: Quota;
};

export type Json = Record<string, unknown>;

export type Call = {
  account: CloudAccount;
  scopes: readonly string[];
  now: Instant;
  query: URLSearchParams;
  /** Of the path; empty when there is none. */
  param(name: string): string;
  header(name: string): string | undefined;
  body: Json;
};

export type Route = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** One of them must be granted; relative ones as Google's documents name them. */
  scopes: readonly string[];
  units: number;
  answer(call: Call): unknown;
};

export class GoogleFault extends Error {
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

export const notFound = (what: string) => new GoogleFault(404, "notFound", `Not found: ${what}.`);
export const invalid = (what: string) => new GoogleFault(400, "invalid", `Invalid: ${what}.`);

/** `limits`: what a call of that many units draws on. */
export function googleApi(
  world: GoogleWorld,
  routes: readonly Route[],
  limits: (account: CloudAccount, units: number) => readonly Limit[],
): Hono {
  const app = new Hono();
  for (const route of routes) {
    app.on(route.method, route.path, async (context) => {
      world.cloud.settle();
      try {
        return await pass(world, route, limits, context);
      } catch (fault) {
        if (fault instanceof GoogleFault) return faultAnswer(fault);
        throw fault;
      }
    });
  }
  app.notFound(() => faultAnswer(notFound("the address")));
  return app;
}

async function pass(
  world: GoogleWorld,
  route: Route,
  limits: (account: CloudAccount, units: number) => readonly Limit[],
  context: Context,
): Promise<Response> {
  const { cloud, quota } = world;
  const bearer = /^Bearer (\S+)$/.exec(context.req.header("Authorization") ?? "")?.[1];
  const grant = bearer === undefined ? undefined : world.authorise(bearer);
  const account = grant === undefined ? undefined : cloud.account(grant.address);
  if (grant === undefined || account?.provider !== "google") {
    return faultAnswer(new GoogleFault(401, "authError", "Invalid credentials."), {
      "WWW-Authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"',
    });
  }
  const refusal = quota.spend(limits(account, route.units));
  if (refusal !== undefined) return refusalAnswer(refusal, cloud.now());
  const granted = new Set(grant.scopes.map(fullScope));
  if (!route.scopes.some((scope) => granted.has(fullScope(scope))))
    throw new GoogleFault(403, "insufficientPermissions", "The token was not granted what this needs.");
  const url = new URL(context.req.url);
  const answer = route.answer({
    account,
    scopes: [...granted],
    now: cloud.now(),
    query: url.searchParams,
    param: (name) => context.req.param(name) ?? "",
    header: (name) => context.req.header(name),
    body: await bodyOf(context),
  });
  if (answer === undefined) return new Response(null, { status: 204 });
  return json(200, masked(answer, url.searchParams.get("fields") ?? undefined));
}

/** As Google writes it in full: "email" and "profile" are short for two others. */
export function fullScope(scope: string): string {
  if (scope === "openid" || scope.startsWith("https:")) return scope;
  const name = scope === "email" || scope === "profile" ? `userinfo.${scope}` : scope;
  return `https://www.googleapis.com/auth/${name}`;
}

function masked(answer: unknown, fields: string | undefined): unknown {
  try {
    return keepFields(answer, fields);
  } catch (fault) {
    if (fault instanceof RangeError) throw invalid("fields");
    throw fault;
  }
}

async function bodyOf(context: Context): Promise<Json> {
  const text = await context.req.text();
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // Said below.
  }
  throw new GoogleFault(400, "parseError", "The body is no JSON object.");
}

/** A full window: 429, or 403 with a reason, as the APIs do it one way or the other. */
function refusalAnswer(refusal: Refusal, now: Instant): Response {
  const wait = retryAfter(refusal, now);
  if (refusal.key.endsWith("/day"))
    return faultAnswer(new GoogleFault(403, "dailyLimitExceeded", "The quota of the day is used up."), wait);
  if (refusal.form === "none")
    return faultAnswer(new GoogleFault(403, "userRateLimitExceeded", "Too many calls for this user."), wait);
  return faultAnswer(new GoogleFault(429, "rateLimitExceeded", "Too many calls."), wait);
}

const statusNames: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  409: "ALREADY_EXISTS",
  412: "FAILED_PRECONDITION",
  429: "RESOURCE_EXHAUSTED",
};

export function faultAnswer({ status, reason, message }: GoogleFault, headers: Record<string, string> = {}): Response {
  const named = statusNames[status];
  const error = {
    code: status,
    message,
    errors: [{ domain: /LimitExceeded$/.test(reason) ? "usageLimits" : "global", reason, message }],
    ...(named !== undefined && { status: named }),
    details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "googleapis.com" }],
  };
  return json(status, { error }, headers);
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=UTF-8", ...headers },
  });

// Small readers of parameters.

export const flag = (query: URLSearchParams, name: string): boolean => query.get(name) === "true";

/** A whole number from 1 to `most`; `usual` when it is not given. */
export function pageSize(
  query: URLSearchParams,
  name: string,
  { usual, most }: { usual: number; most: number },
): number {
  const given = query.get(name);
  if (given === null) return usual;
  if (!/^\d+$/.test(given)) throw invalid(name);
  return Math.max(1, Math.min(most, Number(given)));
}

/** Opaque to the caller: what a page or sync token stands for. */
export const tokenOf = (value: Json): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export function readToken(token: string | null): Json | undefined {
  if (token === null) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    if (typeof value === "object" && value !== null) return value as Json;
  } catch {
    // Said below.
  }
  throw invalid("token");
}
