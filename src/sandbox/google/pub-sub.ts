/** Pub/Sub as far as a subscription is asked: what was told is given until it is acknowledged, and again after a while. */
import { type Context, Hono } from "hono";
import type { Clock } from "../../domain/clock.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { ServiceAccounts } from "../oauth/service-accounts.ts";
import type { MailPush } from "./mail-push.ts";

export const pubSubScope = "https://www.googleapis.com/auth/pubsub";
/** A message that nobody acknowledged in this time is given again. */
const ackSeconds = 10;

export type PubSubWish = { clock: Clock; mailPush: MailPush; serviceAccounts: ServiceAccounts };

export function pubSubApi({ clock, mailPush, serviceAccounts }: PubSubWish): Hono {
  const givenUntil = new Map<string, Instant>();
  const refused = (context: Context, code: 400 | 401 | 403 | 404, status: string, message: string) =>
    context.json({ error: { code, message, status } }, code);

  const app = new Hono();
  app.post("/v1/projects/:project/subscriptions/:asked", async (context) => {
    const [subscription = "", verb = ""] = context.req.param("asked").split(":");
    const name = `projects/${context.req.param("project")}/subscriptions/${subscription}`;
    const [, token] = /^Bearer (\S+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    const caller = token === undefined ? undefined : serviceAccounts.holderOf(token);
    if (caller === undefined || !caller.scopes.includes(pubSubScope))
      return refused(context, 401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    if (!caller.mayRead.includes(name))
      return refused(context, 403, "PERMISSION_DENIED", "User not authorized to perform this action.");
    if (!mailPush.isSubscription(name)) return refused(context, 404, "NOT_FOUND", "Resource not found.");
    const body = (await context.req.json()) as { maxMessages?: number; ackIds?: string[] };
    if (verb === "acknowledge") {
      mailPush.acknowledge(name, body.ackIds ?? []);
      return context.json({});
    }
    if (verb !== "pull" || !((body.maxMessages ?? 0) > 0))
      return refused(context, 400, "INVALID_ARGUMENT", "max_messages must be positive.");
    const now = clock.now();
    const free = mailPush.pull(name, 1_000).filter(({ ackId }) => (givenUntil.get(ackId) ?? now) <= now);
    const given = free.slice(0, body.maxMessages);
    for (const { ackId } of given) givenUntil.set(ackId, after(now, { seconds: ackSeconds }));
    return context.json(given.length === 0 ? {} : { receivedMessages: given });
  });
  return app;
}
