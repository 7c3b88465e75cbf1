/**
 * The operators' view of the queue, at `/queues` of the web process's port for operators: Bull Board, to read and not to act. What
 * waits in the queue is only news of timers, so there is nothing to repair there; the board shows what runs and what failed. Jobs
 * carry ids alone.
 */
import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { HonoAdapter } from "@bull-board/hono";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import { boardPath } from "./operations.ts";

/** Its own pages need styles in attributes; scripts come from files alone, and nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `queues` are BullMQ's own objects, one a shard. */
export function queueBoard(queues: readonly object[]): Hono {
  const pages = new HonoAdapter(serveStatic);
  pages.setBasePath(boardPath);
  createBullBoard({
    queues: queues.map((queue, shard) => new BullMQAdapter(queue as BullQueue, optionsOf(shard, queues.length))),
    serverAdapter: pages,
    options: { uiConfig: { boardTitle: "Rapport: queue", hideRedisDetails: true } },
  });
  return new Hono().use(readOnly, guarded, withoutForeignFonts).route(boardPath, pages.registerPlugin());
}

type BullQueue = ConstructorParameters<typeof BullMQAdapter>[0];

const optionsOf = (shard: number, shards: number) => ({
  readOnlyMode: true,
  ...(shards > 1 && { prefix: `shard ${shard}: ` }),
});

/** The board hides its buttons when it may only read; here its ways to act do not exist either. */
const readOnly: MiddlewareHandler = async (c, next) =>
  c.req.method === "GET" || c.req.method === "HEAD" ? next() : c.text("This board shows, and changes nothing.\n", 405);

const guarded: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("content-security-policy", policy);
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "no-referrer");
};

/** Its page asks another house for its letters; those of the system do. */
const withoutForeignFonts: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.get("content-type")?.startsWith("text/html")) return;
  const page = (await c.res.text()).replace(/<link[^>]+href="https?:[^>]*>/g, "");
  c.res = new Response(page, c.res);
};
