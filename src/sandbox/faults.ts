/**
 * What goes wrong between a program and a provider, by plan or by seed: a wrapper around the transport. Time-outs and
 * resets are errors that the transport throws, before or after the provider did what was asked; the others are answers.
 */
import { after, type Instant } from "../domain/time.ts";
import { retryAfter } from "./quota.ts";
import { chance } from "./random.ts";

export const faultKinds = [
  "refused_connection",
  "timeout_before",
  "timeout_after",
  "reset_before",
  "reset_after",
  "401",
  "403_rate",
  "403_other",
  "429_seconds",
  "429_date",
  "429_none",
  "500",
  "500_after",
  "503",
  "503_after",
  /** It gave up after a while. */
  "504",
  /** 200 with a page of HTML, as a proxy gives it; the call never arrived. */
  "html",
  /** 200 and JSON by its header, but none. */
  "garbage",
  /** The call arrives twice; the first answer comes back. */
  "duplicate",
  /** The answer is cut in the middle. */
  "truncated",
  /** The cursor that was given is too old; calls without one pass. */
  "expired_cursor",
  /** One item of the answer makes no sense: its id stays, all else has other types. */
  "poison",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  /** As `nameOf` calls it, or "*" for every call. */
  operation: string;
  kind: FaultKind;
  /** Beginning with which call of that operation, counted from 1; the first when left out. */
  nth?: number;
  /** For how many calls; once when left out. */
  times?: number;
};

export type FaultPlan = {
  /** What a call is called; undefined is spared. */
  nameOf(method: string, url: URL): string | undefined;
  now(): Instant;
  /** Which fault befalls the nth call of an operation. */
  faultOf(operation: string, nth: number): FaultKind | undefined;
  /** What really happened, in order. */
  applied: { operation: string; kind: FaultKind }[];
};

type Naming = Pick<FaultPlan, "nameOf" | "now">;

/** Exactly these. */
export const plannedFaults = (faults: readonly Fault[], naming: Naming): FaultPlan => ({
  ...naming,
  applied: [],
  faultOf: (operation, called) =>
    faults.find(
      ({ operation: wanted, nth = 1, times = 1 }) =>
        (wanted === operation || wanted === "*") && called >= nth && called < nth + times,
    )?.kind,
});

/** About that share of all calls, of these kinds, drawn from a seed. */
export function seededFaults(
  { seed, share, kinds = faultKinds }: { seed: number; share: number; kinds?: readonly FaultKind[] },
  naming: Naming,
): FaultPlan {
  return {
    ...naming,
    applied: [],
    faultOf: (operation, nth) => {
      const draw = chance(seed, "fault", operation, String(nth));
      return draw.happens(share) ? draw.pick(kinds) : undefined;
    },
  };
}

/** What brings a request to a face. */
export type Transport = (request: Request) => Response | Promise<Response>;

export function withFaults(transport: Transport, plan: FaultPlan): (request: Request) => Promise<Response> {
  const calls = new Map<string, number>();
  return async (request) => {
    const operation = plan.nameOf(request.method, new URL(request.url));
    if (operation === undefined) return transport(request);
    const nth = (calls.get(operation) ?? 0) + 1;
    calls.set(operation, nth);
    const kind = plan.faultOf(operation, nth);
    if (kind === undefined) return transport(request);
    if (kind === "expired_cursor" && cursorFault(new URL(request.url)) === undefined) return transport(request);
    plan.applied.push({ operation, kind });
    return befall(kind, request, transport, plan.now());
  };
}

/** How long a provider asks to wait, where it says so. */
const waitSeconds = 7;

async function befall(kind: FaultKind, request: Request, transport: Transport, now: Instant): Promise<Response> {
  const isGraph = new URL(request.url).host.endsWith("microsoft.com");
  const until = after(now, { seconds: waitSeconds });
  const answer = (status: number, reason: string, headers: Record<string, string> = {}) =>
    faultResponse(isGraph, status, reason, headers);
  switch (kind) {
    case "refused_connection":
      throw networkError("ECONNREFUSED");
    case "timeout_before":
      throw timeOut();
    case "timeout_after":
      await transport(request);
      throw timeOut();
    case "reset_before":
      throw networkError("ECONNRESET");
    case "reset_after":
      await transport(request);
      throw networkError("ECONNRESET");
    case "401":
      return answer(401, isGraph ? "InvalidAuthenticationToken" : "authError");
    case "403_rate":
      return answer(403, isGraph ? "ApplicationThrottled" : "userRateLimitExceeded");
    case "403_other":
      return answer(403, isGraph ? "ErrorAccessDenied" : "forbidden");
    case "429_seconds":
    case "429_date":
    case "429_none": {
      const form = kind === "429_seconds" ? "seconds" : kind === "429_date" ? "date" : "none";
      return answer(429, isGraph ? "TooManyRequests" : "rateLimitExceeded", retryAfter({ until, form }, now));
    }
    case "500":
      return answer(500, isGraph ? "InternalServerError" : "backendError");
    case "500_after":
      await transport(request);
      return answer(500, isGraph ? "InternalServerError" : "backendError");
    case "503":
      return answer(503, isGraph ? "ServiceUnavailable" : "backendError");
    case "503_after":
      await transport(request);
      return answer(503, isGraph ? "ServiceUnavailable" : "backendError");
    case "504":
      return answer(504, isGraph ? "GatewayTimeout" : "backendError");
    case "html":
      return new Response("<!doctype html><title>Sign in to this network</title>", {
        headers: { "Content-Type": "text/html" },
      });
    case "garbage":
      return remade(await transport(request), () => "\u0000\u0001 not json {{{");
    case "truncated":
      return remade(await transport(request), (text) => text.slice(0, Math.floor(text.length / 2)));
    case "duplicate": {
      const again = request.clone();
      const first = await transport(request);
      await transport(again);
      return first;
    }
    case "poison":
      return remade(await transport(request), (text) => JSON.stringify(poisoned(JSON.parse(text))));
    case "expired_cursor": {
      const [status, reason] = cursorFault(new URL(request.url)) as [number, string];
      return answer(status, reason);
    }
  }
}

/** As Node's fetch fails. */
const networkError = (code: string): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
const timeOut = (): DOMException => new DOMException("The operation was aborted due to timeout", "TimeoutError");

/** How each API says that a cursor is spent; undefined when the call carries none. */
function cursorFault({ host, pathname, searchParams }: URL): [status: number, reason: string] | undefined {
  if (searchParams.has("startHistoryId")) return [404, "notFound"];
  if (searchParams.has("syncToken"))
    return host === "people.googleapis.com" ? [400, "EXPIRED_SYNC_TOKEN"] : [410, "fullSyncRequired"];
  const isDelta = pathname.toLowerCase().includes("delta");
  if (isDelta && (searchParams.has("$deltatoken") || searchParams.has("$skiptoken"))) return [410, "syncStateNotFound"];
  return undefined;
}

function faultResponse(isGraph: boolean, status: number, reason: string, headers: Record<string, string>): Response {
  const message = `The sandbox was asked to fail: ${reason}.`;
  const error = isGraph
    ? { code: reason, message }
    : {
        code: status,
        message,
        errors: [{ domain: "global", reason, message }],
        details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "googleapis.com" }],
      };
  return new Response(JSON.stringify({ error }), {
    status,
    headers: { "Content-Type": "application/json; charset=UTF-8", ...headers },
  });
}

/** The same answer with another body; an answer without one, or a refusal, stays as it is. */
async function remade(response: Response, change: (text: string) => string): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete("Content-Length");
  const isEmpty = text === "" || !response.ok;
  const bodyless = response.status === 204 || response.status === 202;
  return new Response(bodyless ? null : isEmpty ? text : change(text), { status: response.status, headers });
}

/** The first item of the first list, or else the answer itself, with every value of another type. */
function poisoned(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return answer;
  const list = Object.entries(answer).find(([, value]) => Array.isArray(value) && typeof value[0] === "object");
  if (list === undefined) return twisted(answer);
  const [name, [first, ...rest]] = list as [string, object[]];
  return { ...answer, [name]: [twisted(first ?? {}), ...rest] };
}

const twisted = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (key === "id" || key === "resourceName") return [key, value];
      return [key, typeof value === "string" ? { unexpected: value.length } : "unexpected"];
    }),
  );
