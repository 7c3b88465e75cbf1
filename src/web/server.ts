/** The two listeners. Stopping lets answers that are under way be finished, for as long as the caller waits. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { ownerApp, publicApp } from "./app.ts";
import type { Listen, WebContext } from "./context.ts";

export type WebServer = {
  /** Where the owner's pages answer; the port is the real one when 0 was asked for. */
  listening: Listen;
  publicListening: Listen | undefined;
  /** Takes no new connection, waits for answers under way, then closes the idle ones. */
  stop(): Promise<void>;
};

/** An upload over a slow line may take its time; headers may not, and nobody outside uploads. */
const headersTimeoutMs = 20_000;
const publicRequestTimeoutMs = 30_000;

/** Throws what the system says when an address is taken or not ours. */
export async function serveWeb(context: WebContext): Promise<WebServer> {
  const { listen, publicListen } = context.settings;
  const owner = await open(ownerApp(context).fetch, listen, { requestTimeout: 0 });
  const outside =
    publicListen === undefined
      ? undefined
      : await open(publicApp(context).fetch, publicListen, { requestTimeout: publicRequestTimeoutMs });
  return {
    listening: owner.listening,
    publicListening: outside?.listening,
    async stop() {
      await Promise.all([owner.stop(), outside?.stop()]);
    },
  };
}

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

/** `requestTimeout` in milliseconds, of a whole request with its body; 0 is for ever. */
async function open(fetch: Fetch, { host, port }: Listen, { requestTimeout }: { requestTimeout: number }) {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { headersTimeout: headersTimeoutMs, requestTimeout },
  }) as import("node:http").Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  return { listening: { host, port: (server.address() as AddressInfo).port }, stop };
}
