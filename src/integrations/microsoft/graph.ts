/**
 * Microsoft Graph for one account: its SDK builds the requests and reads the answers, our one fetch sends them. None of the
 * SDK's own middleware is in the chain: no retry, no redirect, no telemetry.
 */
import { Client, type Context, type GraphRequest, ResponseType } from "@microsoft/microsoft-graph-client";
import { type AccountCalls, accountFetch, type CallWorld } from "../http.ts";
import { pageSizes } from "./page-sizes.ts";

/** What every request may say beside its path, below "/v1.0". Values of the query are encoded here. */
export type Asked = {
  query?: Readonly<Record<string, string>>;
  /** Parts of the header Prefer. */
  prefer?: readonly string[];
};

/** Answers are as they came: whoever asks parses them. All throw TroubleError. */
export type Graph = {
  get(path: string, asked?: Asked): Promise<unknown>;
  bytes(path: string, asked?: Asked): Promise<Uint8Array>;
  post(path: string, body?: unknown, asked?: Asked): Promise<unknown>;
  patch(path: string, body: unknown, asked?: Asked): Promise<unknown>;
  remove(path: string, asked?: Asked): Promise<void>;
  /** A link of an earlier answer, letter by letter: the SDK would take it apart and put it together again. */
  follow(link: string, asked?: Pick<Asked, "prefer">): Promise<unknown>;
};

/** Ids that stay when a message is moved or sent; a choice of each request, and so part of what a stored link means. */
export const lastingIds = 'IdType="ImmutableId"';
/** Times as UTC, whatever the mailbox shows. */
export const timesInUtc = 'outlook.timezone="UTC"';
export const pageOf = (items: number): string => `odata.maxpagesize=${items}`;

/** One part of a path: an id may hold "=" and "/". */
export const part = (id: string): string => encodeURIComponent(id);

export type OpenGraph = (signal: AbortSignal) => Graph;

export const graphOf =
  (world: CallWorld, calls: AccountCalls): OpenGraph =>
  (signal) => {
    const send = accountFetch(world, { ...calls, pages: pageSizes() }, signal);
    return {
      get: (path, asked) => call(send, path, asked, (request) => request.get()),
      bytes: async (path, asked) => {
        const read = (request: GraphRequest) => request.responseType(ResponseType.ARRAYBUFFER).get();
        return new Uint8Array((await call(send, path, asked, read)) as ArrayBuffer);
      },
      post: (path, body, asked) => call(send, path, asked, (request) => request.post(body)),
      patch: (path, body, asked) => call(send, path, asked, (request) => request.patch(body)),
      remove: async (path, asked) => {
        await call(send, path, asked, (request) => request.delete());
      },
      follow: async (link, { prefer = [] } = {}) =>
        (await send(link, { headers: preferring(prefer) })).json() as Promise<unknown>,
    };
  };

async function call(
  send: typeof fetch,
  path: string,
  { query = {}, prefer = [] }: Asked = {},
  finish: (request: GraphRequest) => Promise<unknown>,
): Promise<unknown> {
  let fault: unknown;
  const ourFetch = {
    execute: async (context: Context) => {
      try {
        context.response = await send(context.request, context.options as RequestInit);
      } catch (problem) {
        fault = problem;
        throw problem;
      }
    },
  };
  const encoded = Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)] as const);
  const request = Client.initWithMiddleware({ middleware: ourFetch })
    .api(path)
    .headers(preferring(prefer))
    .query(Object.fromEntries(encoded));
  try {
    return await finish(request);
  } catch (problem) {
    // The SDK wraps whatever its chain throws into an error of its own.
    throw fault ?? problem;
  }
}

const preferring = (prefer: readonly string[]): Record<string, string> =>
  prefer.length === 0 ? {} : { Prefer: prefer.join(", ") };
