/**
 * The one fetch under both providers' SDKs: which hosts, how fast, how long, with which token, tried again or not, and every
 * way to fail told in our words. The SDKs' own retries are off; nothing of an answer's body, no token and no address gets into
 * the text of an error.
 */

import type { Clock } from "../domain/clock.ts";
import { jsonIn } from "../domain/json-in.ts";
import { after, type Instant, millisOf } from "../domain/time.ts";
import { isNetworkFault, neverArrived } from "./network-fault.ts";
import type { Draw, PaceLedger, Turns } from "./pacer.ts";
import type { AccountKey, Provider } from "./provider.ts";
import { retryAfter } from "./retry-after.ts";
import { type ProviderTrouble, TroubleError } from "./trouble.ts";

/** What one call costs and means. */
export type Cost = {
  /** The account's own budget first: it is the one that pauses when the provider says to wait. */
  draws: readonly Draw[];
  turns?: { key: string; most: number };
  /** It changes something there: when nobody knows whether it did, it is not tried again here. */
  isEffect: boolean;
  /** Words for errors: "list messages". */
  what: string;
  /** What a good answer holds: JSON unless it says otherwise; an effect may always answer with nothing. */
  answer?: "json" | "bytes";
};

/** One call as it went, for metrics. */
export type CallRecord = {
  provider: Provider;
  what: string;
  /** The HTTP status, or that there was no answer. */
  status: number | "no_answer";
  units: number;
  /** In clock time, without the wait for pace and turn. */
  ms: number;
};

export type CallWorld = {
  /** Called with one Request. The real fetch, or one that maps the vendors' hosts to loopback. */
  transport: (request: Request) => Promise<Response>;
  ledger: PaceLedger;
  turns: Turns;
  /** Business time: pace, Retry-After. */
  clock: Clock;
  /** In the clock's time. Rejects with the signal's reason. */
  sleepUntil(at: Instant, signal: AbortSignal): Promise<void>;
  /** Fires after so many milliseconds of real time. */
  timeout(ms: number): AbortSignal;
  record?(call: CallRecord): void;
  /** From 0 up to, but without, 1. */
  jitter(): number;
};

/** An answer below 500 that is none of success. */
export type Refusal = {
  /** What was asked. */
  url: URL;
  status: number;
  headers: Headers;
  body: string;
  cost: Cost;
  now: Instant;
  /** When to come again, if it is about pace: its own Retry-After, else 1 to 64 s from now by chance. */
  againAt: Instant;
};

export type AccountCalls = {
  account: AccountKey;
  isInteractive: boolean;
  /** Another one than `stale` when given. Throws TroubleError. */
  accessToken(stale?: string): Promise<string>;
  costOf(method: string, url: URL): Cost;
  /** Exact host names. */
  hosts: readonly string[];
  troubleOf(refusal: Refusal): ProviderTrouble;
  /** Which budgets pause after a slow_down; the first of the cost unless it says otherwise. */
  pausedKeys?(refusal: Refusal): readonly string[];
  /** Lists that may be asked for in smaller pages. */
  pages?: PageSizes;
};

/** The address and headers of a call: between them they say how large a page shall be. */
export type Addressed = { url: URL; headers: Headers };
export type PageSizes = {
  /** In pages as small as others before it had to be. */
  fitted(asked: Addressed): Addressed;
  /** In smaller ones, as the provider took too long over it; undefined when it can be asked for no less. */
  smaller(asked: Addressed): Addressed | undefined;
};

/** Longer waits for pace are the job's: it comes again. */
export const paceWaitMaxSeconds = 20;
const readTimeoutMs = 15_000;
const effectTimeoutMs = 30_000;
/** Of a read, after a quick fault that passes by itself. */
const triesMax = 3;
const betweenTriesMaxMs = 2_000;
/** The first other token may be one that somebody else renewed before the provider ended both: only the second is new for sure. */
const renewalsMax = 2;
const jitterMinMs = 1_000;
const jitterMaxMs = 64_000;

/**
 * A fetch for one account. Throws TroubleError for everything that the provider or the network may do; what else it throws
 * is a bug, or the reason of `signal`.
 */
export function accountFetch(world: CallWorld, calls: AccountCalls, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== "https:" || url.username + url.password !== "" || !calls.hosts.includes(url.host))
      throw new TroubleError({ kind: "refused", because: "a link leads away from the provider's own hosts" });
    const { signal: givenSignal, ...given } = init ?? {};
    const request = new Request(input, given);
    const asked = { url, headers: request.headers };
    let call: Call = {
      ...(calls.pages?.fitted(asked) ?? asked),
      method: request.method,
      body: request.body === null ? undefined : await request.arrayBuffer(),
      cost: calls.costOf(request.method, url),
      signal: givenSignal == null ? signal : AbortSignal.any([signal, givenSignal]),
    };
    for (let tries = 1; ; tries += 1) {
      const outcome = await attempt(world, calls, call);
      if (outcome.kind === "answered") return outcome.response;
      if (!outcome.passes || call.cost.isEffect) throw new TroubleError(outcome.trouble);
      const smaller = outcome.tookTooLong === true ? calls.pages?.smaller(call) : undefined;
      // Another question, tried for the first time.
      if (smaller !== undefined) tries = 0;
      if (tries === triesMax) throw new TroubleError(outcome.trouble);
      call = { ...call, ...smaller };
      const pauseMs = world.jitter() * betweenTriesMaxMs;
      await world.sleepUntil(after(world.clock.now(), { milliseconds: pauseMs }), call.signal);
    }
  };
}

type Call = Addressed & {
  method: string;
  body: ArrayBuffer | undefined;
  cost: Cost;
  signal: AbortSignal;
};

type Outcome =
  | { kind: "answered"; response: Response }
  /**
   * `passes`: so quickly and so often gone the next moment that a read may try again at once. `tookTooLong`: it was more than
   * the provider could gather in its time.
   */
  | { kind: "failed"; trouble: ProviderTrouble; passes: boolean; tookTooLong?: boolean };

async function attempt(world: CallWorld, calls: AccountCalls, call: Call): Promise<Outcome> {
  const token = await calls.accessToken();
  await waitForPace(world, calls, call);
  const { turns } = call.cost;
  const giveBack = turns && (await world.turns.take(turns.key, turns.most, call.signal));
  try {
    const arrived = await sendAllowed(world, calls, call, token);
    return arrived.kind === "arrived" ? await judge(world, calls, call, arrived) : arrived;
  } finally {
    await giveBack?.();
  }
}

async function waitForPace({ ledger, clock, sleepUntil }: CallWorld, calls: AccountCalls, call: Call): Promise<void> {
  const now = clock.now();
  const latest = after(now, { seconds: paceWaitMaxSeconds });
  const goesAt = await ledger.draw(call.cost.draws, { isInteractive: calls.isInteractive, now, latest });
  if (goesAt > latest) throw new TroubleError({ kind: "slow_down", until: goesAt });
  if (goesAt > now) await sleepUntil(goesAt, call.signal);
}

type Arrived = { kind: "arrived"; status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer> };
type Failed = Extract<Outcome, { kind: "failed" }>;

/** With another token after a 401. Ends with the 401 when no other is to be had, or when that many were refused too. */
async function sendAllowed(
  world: CallWorld,
  calls: AccountCalls,
  call: Call,
  token: string,
): Promise<Arrived | Failed> {
  let given = token;
  for (let renewals = 0; ; renewals += 1) {
    const arrived = await send(world, calls, call, given);
    if (arrived.kind === "failed" || arrived.status !== 401 || renewals === renewalsMax) return arrived;
    const other = await calls.accessToken(given);
    if (other === given) return arrived;
    given = other;
  }
}

/** One request over the wire, with its body read to the end. */
async function send(world: CallWorld, calls: AccountCalls, call: Call, token: string): Promise<Arrived | Failed> {
  const { isEffect } = call.cost;
  const headers = new Headers(call.headers);
  headers.set("authorization", `Bearer ${token}`);
  const deadline = world.timeout(isEffect ? effectTimeoutMs : readTimeoutMs);
  const request = new Request(call.url, {
    method: call.method,
    headers,
    redirect: "manual",
    signal: AbortSignal.any([call.signal, deadline]),
    ...(call.body !== undefined && { body: call.body }),
  });
  call.signal.throwIfAborted();
  const beganAt = world.clock.now();
  const record = (status: CallRecord["status"]) =>
    world.record?.({
      provider: calls.account.provider,
      what: call.cost.what,
      status,
      units: call.cost.draws[0]?.units ?? 0,
      ms: millisOf(world.clock.now()) - millisOf(beganAt),
    });
  try {
    const response = await world.transport(request);
    const bytes = new Uint8Array(await response.arrayBuffer());
    record(response.status);
    return { kind: "arrived", status: response.status, headers: response.headers, bytes };
  } catch (fault) {
    if (!call.signal.aborted && !isNetworkFault(fault)) throw fault;
    record("no_answer");
    if (isEffect && !neverArrived(fault)) return failed({ kind: "unknown_outcome", what: call.cost.what });
    call.signal.throwIfAborted();
    if (deadline.aborted) return failed(unreachable(`no answer within ${readTimeoutMs / 1000} s`));
    return { ...failed(unreachable("no connection, or it broke off")), passes: true };
  }
}

async function judge(world: CallWorld, calls: AccountCalls, { url, cost }: Call, arrived: Arrived): Promise<Outcome> {
  const { status, headers, bytes } = arrived;
  const now = world.clock.now();
  if (status >= 200 && status < 300) return isAsPromised(cost, bytes) ? answered(arrived) : misread(cost);
  if (status >= 300 && status < 400) return failed(unreachable("it sends elsewhere, where we do not go"));
  const given = retryAfter(headers, now);
  if (status >= 500 || status === 408) {
    if (cost.isEffect) return failed({ kind: "unknown_outcome", what: cost.what });
    if (given !== undefined && given > now) {
      await pause(
        world,
        cost.draws.slice(0, 1).map(({ key }) => key),
        given,
      );
      return failed({ kind: "slow_down", until: given });
    }
    return { ...failed(unreachable(`it answered ${status}`)), passes: true, tookTooLong: status === 504 };
  }
  const jitterMs = jitterMinMs + world.jitter() * (jitterMaxMs - jitterMinMs);
  const againAt = given ?? after(now, { milliseconds: jitterMs });
  const body = new TextDecoder().decode(bytes);
  const refusal: Refusal = { url, status, headers, body, cost, now, againAt };
  const trouble = calls.troubleOf(refusal);
  if (trouble.kind === "slow_down") {
    const keys = calls.pausedKeys?.(refusal) ?? cost.draws.slice(0, 1).map(({ key }) => key);
    await pause(world, keys, trouble.until);
  }
  return failed(trouble);
}

const failed = (trouble: ProviderTrouble): Failed => ({ kind: "failed", trouble, passes: false });
const unreachable = (because: string): ProviderTrouble => ({ kind: "unreachable", because });

/** A proxy, a hotel's sign-in page, or half an answer. Of an effect, nobody knows what became of it. */
const misread = ({ isEffect, what }: Cost): Failed =>
  failed(isEffect ? { kind: "unknown_outcome", what } : unreachable("its answer is none of its own: no JSON"));

const answered = ({ status, headers, bytes }: Arrived): Outcome => {
  const kept = new Headers(headers);
  // The body is unpacked by now.
  kept.delete("content-encoding");
  kept.delete("content-length");
  const body = bytes.length === 0 ? null : bytes;
  return { kind: "answered", response: new Response(body, { status, headers: kept }) };
};

function isAsPromised({ answer = "json", isEffect }: Cost, bytes: Uint8Array): boolean {
  if (answer === "bytes") return true;
  if (bytes.length === 0) return isEffect;
  return jsonIn(new TextDecoder().decode(bytes)) !== undefined;
}

async function pause({ ledger }: CallWorld, keys: readonly string[], until: Instant): Promise<void> {
  for (const key of keys) await ledger.pause(key, until);
}
