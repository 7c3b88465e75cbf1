/** A web server of the test's own that publishes calendars over TLS on localhost, and remembers what it was asked. */
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { atEndOfFile } from "./end-of-file.ts";
import { ownCertificate } from "./world-on.ts";

export type FeedAnswer = { status?: number; headers?: Record<string, string>; body?: string | Buffer };

export type FeedServer = {
  url(path: string): string;
  asked: { path: string; headers: IncomingHttpHeaders }[];
};

const key = readFileSync(new URL("../fixtures/tls/key.pem", import.meta.url), "utf8");

/** Gone when the test file is done. */
export async function feedServer(
  answerOf: (path: string, headers: IncomingHttpHeaders) => FeedAnswer,
): Promise<FeedServer> {
  const asked: FeedServer["asked"] = [];
  const server = createServer({ key, cert: ownCertificate }, ({ url = "/", headers }, response) => {
    asked.push({ path: url, headers });
    const { status = 200, headers: sent = {}, body = "" } = answerOf(url, headers);
    response.writeHead(status, sent).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  atEndOfFile(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  return { url: (path) => `https://localhost:${port}${path}`, asked };
}
