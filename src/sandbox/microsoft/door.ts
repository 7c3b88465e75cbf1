/**
 * What all of the sandbox's Graph has in common: bearer tokens and scopes, the limits of a mailbox, the Prefer header, the
 * shape of errors. An area is a list of routes; each answers a call with data, or throws a `GraphFault`.
 */
import type { Instant } from "../../domain/time.ts";
import type { Authorise } from "../authorise.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { idsOf } from "../cloud/ids.ts";
import { type Quota, type Refusal, retryAfter } from "../quota.ts";

export const graphServer = "https://graph.microsoft.com/v1.0";

export type GraphWorld = {
  cloud: Cloud;
  authorise: Authorise;
  quota: Quota;
};

export type Json = Record<string, unknown>;

export type Call = {
  account: CloudAccount;
  /** As granted, in short. */
  scopes: ReadonlySet<string>;
  now: Instant;
  /** Decoded, of the path. */
  param(name: string): string;
  /** The path as it was asked, for the links that lead on. */
  path: string;
  query: URLSearchParams;
  prefer: Preferences;
  body: Json;
  /** As sent, and its media type in small letters. */
  raw: { text: string; mediaType: string };
};

/** What the caller prefers, as far as Outlook honours it. */
export type Preferences = {
  /** Ids that last when an item moves. */
  lastingIds: boolean;
  pageSize?: number;
  zoneName?: string;
  bodyType?: "text" | "html";
};

export type Answer =
  | { status: 200 | 201; body: Json }
  /** Done (204), or taken on (202): no body. */
  | { status: 202 | 204 }
  | { status: 200; bytes: Buffer };

export type Route = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below /v1.0, e.g. "/me/messages/:id/send"; letter case does not matter. */
  path: string;
  /** One of them must be granted. */
  scopes: readonly string[];
  /** Sends a letter, of which a mailbox may send few in a minute. */
  isLetter?: true;
  answer(call: Call): Answer | Promise<Answer>;
};

export const route = (
  method: Route["method"],
  path: string,
  scopes: readonly string[],
  answer: Route["answer"],
): Route => ({ method, path, scopes, answer });

export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = () =>
  new GraphFault(404, "ErrorItemNotFound", "The specified object was not found in the store.");
export const denied = () =>
  new GraphFault(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
export const invalid = (what: string) => new GraphFault(400, "ErrorInvalidRequest", `Invalid: ${what}.`);

export const ok = (body: Json): Answer => ({ status: 200, body });
export const created = (body: Json): Answer => ({ status: 201, body });

/** Outlook's limits for a program and a mailbox: https://learn.microsoft.com/graph/throttling-limits */
const callsMost = 10_000;
const windowMs = 10 * 60_000;
const atOnceMost = 4;
const lettersMost = 30;
const lettersWindowMs = 60_000;

export const mailboxKey = ({ address }: Pick<CloudAccount, "address">): string => `graph/mailbox/${address}`;

export function graphApi(world: GraphWorld, routes: readonly Route[]): { fetch(request: Request): Promise<Response> } {
  const table = routes.map((route) => ({ route, segments: route.path.split("/") }));
  return {
    async fetch(request) {
      world.cloud.settle();
      try {
        return await pass(world, table, request);
      } catch (fault) {
        if (fault instanceof GraphFault) return faultAnswer(world, fault);
        throw fault;
      }
    },
  };
}

async function pass(
  world: GraphWorld,
  table: readonly { route: Route; segments: string[] }[],
  request: Request,
): Promise<Response> {
  const { cloud, quota } = world;
  const holder = holderOf(world, request);
  const url = new URL(request.url);
  const { route, params } = routeOf(table, request.method, url.pathname);
  if (!route.scopes.some((scope) => holder.scopes.has(scope))) {
    throw denied();
  }
  const key = mailboxKey(holder.account);
  const leave = quota.enter(key, atOnceMost);
  if (leave === undefined) {
    const fault = new GraphFault(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");
    return faultAnswer(world, fault, { "Retry-After": "1" });
  }
  try {
    const refusal = quota.spend([
      { key, units: 1, windowMs, windowUnits: callsMost },
      ...(route.isLetter
        ? [{ key: `${key}/letters`, units: 1, windowMs: lettersWindowMs, windowUnits: lettersMost }]
        : []),
    ]);
    if (refusal !== undefined) return throttled(world, refusal);
    const text = await request.text();
    const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    const answer = await route.answer({
      account: holder.account,
      scopes: holder.scopes,
      now: cloud.now(),
      param: (name) => params.get(name) ?? "",
      path: url.pathname,
      query: url.searchParams,
      prefer: preferencesIn(request.headers.get("prefer") ?? ""),
      body: mediaType === "application/json" && text !== "" ? jsonIn(text) : {},
      raw: { text, mediaType },
    });
    return responseOf(answer);
  } finally {
    leave();
  }
}

function holderOf({ cloud, authorise }: GraphWorld, request: Request): { account: CloudAccount; scopes: Set<string> } {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  const grant = bearer === undefined ? undefined : authorise(bearer);
  const account = grant === undefined ? undefined : cloud.account(grant.address);
  if (grant === undefined || account?.provider !== "microsoft") {
    throw new GraphFault(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.");
  }
  return { account, scopes: new Set(grant.scopes.map((scope) => scope.replace("https://graph.microsoft.com/", ""))) };
}

function routeOf(
  table: readonly { route: Route; segments: string[] }[],
  method: string,
  pathname: string,
): { route: Route; params: Map<string, string> } {
  const asked = normalised(pathname).split("/");
  let isKnown = false;
  for (const { route, segments } of table) {
    const params = segments.length === asked.length ? fitted(segments, asked) : undefined;
    if (params === undefined) continue;
    if (route.method === method) return { route, params };
    isKnown = true;
  }
  if (isKnown)
    throw new GraphFault(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
  throw new GraphFault(400, "BadRequest", "Resource not found for the segment.");
}

/** Links of the service itself name members in brackets and functions with their namespace. */
const normalised = (pathname: string): string =>
  pathname
    .replace(/^\/v1\.0/i, "")
    .replaceAll(/\('([^']*)'\)/g, "/$1")
    .replace(/\/(?:microsoft\.graph\.)?delta\(\)$/i, "/delta");

function fitted(segments: readonly string[], asked: readonly string[]): Map<string, string> | undefined {
  const params = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const given = decodeURIComponent(asked[index] as string);
    if (segment.startsWith(":")) params.set(segment.slice(1), given);
    else if (segment.toLowerCase() !== given.toLowerCase()) return undefined;
  }
  return params;
}

function preferencesIn(header: string): Preferences {
  const value = (name: string) => new RegExp(`${name}\\s*=\\s*"?([^",;]+)`, "i").exec(header)?.[1]?.trim();
  const pageSize = Number(value("odata\\.maxpagesize"));
  const zoneName = value("outlook\\.timezone");
  const bodyType = value("outlook\\.body-content-type")?.toLowerCase();
  return {
    lastingIds: value("IdType")?.toLowerCase() === "immutableid",
    ...(pageSize > 0 && { pageSize }),
    ...(zoneName !== undefined && { zoneName }),
    ...((bodyType === "text" || bodyType === "html") && { bodyType }),
  };
}

function jsonIn(text: string): Json {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // Said below.
  }
  throw new GraphFault(400, "BadRequest", "Unable to read JSON request payload.");
}

function responseOf(answer: Answer): Response {
  if ("bytes" in answer)
    return new Response(new Uint8Array(answer.bytes), { status: 200, headers: { "Content-Type": "text/plain" } });
  if (!("body" in answer)) return new Response(null, { status: answer.status });
  return json(answer.status, answer.body);
}

const throttled = (world: GraphWorld, refusal: Refusal): Response =>
  faultAnswer(
    world,
    new GraphFault(429, "TooManyRequests", "Too many requests."),
    retryAfter(refusal, world.cloud.now()),
  );

function faultAnswer(
  { cloud }: GraphWorld,
  { status, code, message }: GraphFault,
  headers: Record<string, string> = {},
): Response {
  // Of the moment, not of the stream that names messages: what is refused changes nothing that comes later.
  const request = idsOf(cloud.seed, "refused", cloud.now()).hex();
  const innerError = { date: cloud.now().slice(0, 19), "request-id": request, "client-request-id": request };
  return json(status, { error: { code, message, innerError } }, headers);
}

const json = (status: number, body: Json, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json;odata.metadata=minimal;charset=utf-8", ...headers },
  });
