/** The owner's pages over a real database and a real folder, asked without a socket. The clocks stand still until moved. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll } from "vitest";
import { after, type Elapsed, type Instant, type Zone } from "../../src/domain/time.ts";
import { ownerOf } from "../../src/flows/owner/owner-of.ts";
import { makeStartKey } from "../../src/flows/owner/session.ts";
import type { Nudge, World } from "../../src/flows/world.ts";
import { detect } from "../../src/integrations/archive/detect.ts";
import { openArchiveReader } from "../../src/integrations/archive/reader.ts";
import { openFeedReader } from "../../src/integrations/feeds/https-feed.ts";
import { letterBytes } from "../../src/integrations/letter-bytes.ts";
import { openOutbox } from "../../src/integrations/outbox/zip-outbox.ts";
import { mailboxHash } from "../../src/store/suppressions.ts";
import { ownerApp, publicApp } from "../../src/web/app.ts";
import type { Bindings, WebContext, WebEnv, WebSettings } from "../../src/web/context.ts";
import { uuids } from "../../src/world.ts";
import { noAccounts } from "../support/no-accounts.ts";
import { testDatabase } from "../support/postgres.ts";

/** The Monday of the shared example, an hour after meeting Priya. */
export const start = "2026-11-16T14:00:00.000Z" as Instant;

const here: Bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
export const elsewhere: Bindings = { incoming: { socket: { remoteAddress: "192.0.2.7" } } };

export async function openOffice(
  changed: Partial<WebSettings> = {},
  /** Gives the pages a world with more in it; the second argument moves its clock. */
  dress: (world: World, move: (to: Instant) => void) => Promise<World> = async (world) => world,
  demo: Pick<WebContext, "demoDoor" | "demoTime"> = {},
) {
  const { db, pool } = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "rapport-web-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let now = start;
  const nudges: Nudge[] = [];
  const errors: object[] = [];
  const base: World = {
    clock: { now: () => now },
    wall: { now: () => now },
    ids: uuids(),
    random: randomBytes,
    hostZone: "Europe/Paris" as Zone,
    database: db,
    archive: openArchiveReader(),
    feeds: openFeedReader({ timeout: AbortSignal.timeout }),
    ...noAccounts,
    letterBytes,
    hashAddress: async (address) => mailboxHash(Buffer.alloc(32, 7), address),
    makeSample: () => Promise.reject(new Error("no sample in these tests")),
    removeFromInbox: (path) => rm(path, { recursive: true, force: true }),
    outbox: openOutbox(join(folder, "outbox")),
    removeKeptFiles: () => rm(folder, { recursive: true, force: true }),
    failpoint: async () => undefined,
    nudge: async (nudge) => {
      nudges.push(nudge);
    },
    log: { info: () => undefined, warn: () => undefined, error: (facts) => errors.push(facts) },
  };
  const world = await dress(base, (to) => {
    now = to;
  });
  const settings: WebSettings = {
    listen: { host: "127.0.0.1", port: 8380 },
    hosts: ["rapport.example"],
    inboxDir: join(folder, "inbox"),
    uploadQuotaBytes: 50_000_000,
    freeDiskMinBytes: 0,
    ...changed,
  };
  const context: WebContext = { world, settings, detect, ...demo };
  const app = ownerApp(context);
  const { ownerId } = await ownerOf(world);
  const key = await makeStartKey(world, ownerId);

  return {
    world,
    context,
    db,
    pool,
    ownerId,
    key,
    nudges,
    errors,
    inboxDir: settings.inboxDir,
    app,
    publicApp: publicApp(context),
    wait(elapsed: Elapsed) {
      now = after(now, elapsed);
    },
    /** Asks as a browser on this computer does, unless told otherwise. */
    ask(path: string, init: RequestInit = {}, bindings: Bindings = here) {
      return Promise.resolve(app.request(`http://localhost:8380${path}`, init, bindings));
    },
    /** A signed-in browser, with a form's token from the settings page. */
    async browser() {
      const entered = await app.request(`http://localhost:8380/?key=${key}`, {}, here);
      const cookie = entered.headers.getSetCookie()[0]!.split(";")[0]!;
      return browserWith(app, cookie);
    },
  };
}

/** A browser on this computer with the cookie of somebody who is signed in. */
export async function browserWith(app: Hono<WebEnv>, cookie: string) {
  const get = (path: string, headers: Record<string, string> = {}) =>
    Promise.resolve(app.request(`http://localhost:8380${path}`, { headers: { cookie, ...headers } }, here));
  const token = /name="form_token" value="([^"]+)"/.exec(await (await get("/settings")).text())![1]!;
  const send = (method: string, path: string, body: RequestInit["body"] | undefined, headers: Record<string, string>) =>
    Promise.resolve(
      app.request(
        `http://localhost:8380${path}`,
        {
          method,
          headers: { cookie, "sec-fetch-site": "same-origin", ...headers },
          ...(body !== undefined && { body, duplex: "half" }),
        } as RequestInit,
        here,
      ),
    );
  return {
    cookie,
    token,
    get,
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      send("POST", path, new URLSearchParams({ form_token: token, ...fields }), headers),
    put: (path: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      send("PUT", path, body, { "x-form-token": token, "content-length": String(body.length), ...headers }),
    send,
  };
}
