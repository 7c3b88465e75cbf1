/**
 * Gmail's news from a Pub/Sub subscription that keeps them until they are asked for: nobody has to reach us. Two calls over the
 * transport that everything else goes through; the vendor's own module for Pub/Sub would be megabytes for them.
 */
import { z } from "zod";
import type { Clock } from "../../domain/clock.ts";
import { after, type Instant } from "../../domain/time.ts";
import { isNetworkFault } from "../network-fault.ts";
import type { MailNews, NewsBatch } from "../push.ts";
import { retryAfter } from "../retry-after.ts";
import { TroubleError } from "../trouble.ts";
import { assertionOf, type ServiceKey, serviceTokens } from "./service-key.ts";

const api = "https://pubsub.googleapis.com/v1";
const scope = "https://www.googleapis.com/auth/pubsub";
const batchMost = 100;
/** A pull without news is answered within a minute and a half. */
const pullTimeoutMs = 120_000;
const callTimeoutMs = 15_000;
/** A token is not used in its last minute. */
const tokenMarginSeconds = 60;
const againSeconds = 60;

export type NewsPullWish = {
  transport: (request: Request) => Promise<Response>;
  clock: Clock;
  timeout(ms: number): AbortSignal;
  /** Read when it is first needed. Throws TroubleError: refused. */
  key(): Promise<ServiceKey>;
  /** projects/…/subscriptions/… */
  subscription: string;
};

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const pulled = z.object({
  receivedMessages: z
    .array(z.object({ ackId: z.string(), message: z.looseObject({ data: z.string().optional() }).optional() }))
    .optional(),
});

export function openNewsPull({ transport, clock, timeout, key, subscription }: NewsPullWish): MailNews {
  let token: { text: string; endsAt: Instant } | undefined;

  const send = async (request: Request): Promise<Response> => {
    try {
      return await transport(request);
    } catch (fault) {
      if (!isNetworkFault(fault)) throw fault;
      throw new TroubleError({ kind: "unreachable", because: "Google did not answer" });
    }
  };

  const newToken = async (signal: AbortSignal): Promise<string> => {
    const now = clock.now();
    const body = new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: assertionOf(await key(), scope, now),
    });
    const both = AbortSignal.any([signal, timeout(callTimeoutMs)]);
    const answer = await send(new Request(serviceTokens, { method: "POST", body, signal: both }));
    const read = tokenAnswer.safeParse(await jsonIn(answer));
    if (answer.ok && read.success) {
      const { access_token: text, expires_in: seconds } = read.data;
      token = { text, endsAt: after(now, { seconds: seconds - tokenMarginSeconds }) };
      return text;
    }
    throw new TroubleError(
      answer.status >= 400 && answer.status < 500
        ? { kind: "refused", because: "Google does not take the key of the service account" }
        : { kind: "unreachable", because: "Google gave no token to the service account" },
    );
  };

  const call = async (
    verb: "pull" | "acknowledge",
    body: object,
    signal: AbortSignal,
    ms: number,
  ): Promise<unknown> => {
    for (let isSecond = false; ; isSecond = true) {
      const known = token !== undefined && token.endsAt > clock.now() ? token.text : undefined;
      const bearer = known ?? (await newToken(signal));
      const answer = await send(
        new Request(`${api}/${subscription}:${verb}`, {
          method: "POST",
          headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
          body: JSON.stringify(body),
          signal: AbortSignal.any([signal, timeout(ms)]),
        }),
      );
      if (answer.status === 401 && !isSecond) {
        // Taken back before its end: one with a new token tells.
        token = undefined;
        continue;
      }
      if (answer.ok) return jsonIn(answer);
      throw troubleOf(answer, clock.now());
    }
  };

  const pull = async (body: object, signal: AbortSignal, ms: number) => {
    const read = pulled.safeParse(await call("pull", body, signal, ms));
    if (read.success) return read.data.receivedMessages ?? [];
    throw new TroubleError({ kind: "unreachable", because: "the answer of Pub/Sub is not as it should be" });
  };

  return {
    async prove(signal) {
      // What it is given and does not acknowledge is told again seconds later.
      await pull({ maxMessages: 1, returnImmediately: true }, signal, callTimeoutMs);
    },
    async next(signal): Promise<NewsBatch> {
      const messages = await pull({ maxMessages: batchMost }, signal, pullTimeoutMs);
      const ackIds = messages.map(({ ackId }) => ackId);
      return {
        news: messages.map(({ message }) => message?.data ?? ""),
        heard: async (stop) => {
          if (ackIds.length > 0) await call("acknowledge", { ackIds }, stop, callTimeoutMs);
        },
      };
    },
  };
}

/** Undefined for what is none: an answer of Google's own is always JSON. */
async function jsonIn(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

function troubleOf({ status, headers }: Response, now: Instant): TroubleError {
  if (status === 429 || status === 503)
    return new TroubleError({
      kind: "slow_down",
      until: retryAfter(headers, now) ?? after(now, { seconds: againSeconds }),
    });
  if (status === 404)
    return new TroubleError({ kind: "refused", because: "there is no such Pub/Sub subscription (GMAIL_SUBSCRIPTION)" });
  if (status === 403)
    return new TroubleError({
      kind: "refused",
      because: "the service account may not read the subscription: give it the role Pub/Sub Subscriber there",
    });
  if (status >= 400 && status < 500)
    return new TroubleError({ kind: "refused", because: `Pub/Sub refused to be asked (${status})` });
  return new TroubleError({ kind: "unreachable", because: `Pub/Sub has trouble of its own (${status})` });
}
