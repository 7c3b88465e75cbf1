/** Our own public address, asked from outside: over https, at a public address, without a redirect. */
import { beforeAll, expect, test } from "vitest";
import { openOwnPage } from "../../../src/integrations/feeds/own-page.ts";
import { type FeedServer, feedServer } from "../../support/feed-server.ts";
import { ownCertificate } from "../../support/world-on.ts";

const signal = AbortSignal.timeout(10_000);
const timeout = AbortSignal.timeout;

let server: FeedServer;
beforeAll(async () => {
  server = await feedServer((path) => {
    if (path === "/page") return { body: "it is us" };
    if (path === "/onward") return { status: 302, headers: { location: "/page" } };
    if (path === "/endless") return { body: "x".repeat(5_000) };
    return { status: 404 };
  });
});
const read = (path: string) =>
  openOwnPage(server.url(""), { timeout, mayAsk: () => true, ca: ownCertificate })(path, signal);

test("what answers is read", async () => {
  expect(await read("/page")).toBe("it is us");
});

test.each([
  { path: "/onward", says: /refused: localhost:\d+ sends on to another address/ },
  { path: "/endless", says: /refused: the page at localhost:\d+ is larger than 4 kB/ },
  { path: "/missing", says: /unreachable: localhost:\d+ cannot be read now \(it answered 404\)/ },
])("$path is trouble", async ({ path, says }) => {
  await expect(read(path)).rejects.toThrow(says);
});

test("this computer's own address is no public one: no proof comes from asking ourselves", async () => {
  const strict = openOwnPage(server.url(""), { timeout, ca: ownCertificate });
  await expect(strict("/page", signal)).rejects.toThrow(/is not a public address/);
});
