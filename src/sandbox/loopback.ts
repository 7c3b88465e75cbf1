/**
 * The providers' hosts on one loopback address: `https://graph.microsoft.com/v1.0/me` is asked as
 * `http://127.0.0.1:PORT/graph.microsoft.com/v1.0/me`. Whoever answers sees the provider's own address again, so every link
 * in an answer stays https, and only the way there differs.
 */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export type Answer = (request: Request) => Promise<Response>;

export type Loopback = {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  address: string;
  stop(): Promise<void>;
};

/** The way to the providers, for programs and for the browser. */
export type WayToProviders = {
  /** Asks on loopback; follows no redirect. */
  transport: Answer;
  /** Where a browser finds a page of theirs. */
  pageAt(url: string): string;
};

/** Port 0 is any free one. Rejects with what the system says when the port is taken. */
export async function serveOnLoopback(answer: Answer, port = 0): Promise<Loopback> {
  const server = createAdaptorServer({ fetch: async (request) => answer(await asAsked(request)) });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export function providersAt(address: string): WayToProviders {
  const pageAt = (url: string): string => {
    const { host, pathname, search } = new URL(url);
    return `${address}/${host}${pathname}${search}`;
  };
  return {
    pageAt,
    transport: async (request) =>
      fetch(pageAt(request.url), {
        method: request.method,
        headers: request.headers,
        body: await bodyOf(request),
        signal: request.signal,
        redirect: "manual",
      }),
  };
}

/** The request as it was before it was mapped. An address without a host in it is asked of nobody: 502 by whoever answers. */
async function asAsked(request: Request): Promise<Request> {
  const { pathname, search } = new URL(request.url);
  const [, host = "", path = "/"] = /^\/([a-z0-9.-]+)(\/.*)?$/.exec(pathname) ?? [];
  const headers = new Headers(request.headers);
  for (const name of ["host", "connection", "content-length"]) headers.delete(name);
  return new Request(`https://${host === "" ? "nowhere.invalid" : host}${path}${search}`, {
    method: request.method,
    headers,
    body: await bodyOf(request),
  });
}

const bodyOf = async (request: Request): Promise<ArrayBuffer | null> =>
  request.method === "GET" || request.method === "HEAD" ? null : request.arrayBuffer();
