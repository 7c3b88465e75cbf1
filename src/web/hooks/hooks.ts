/**
 * Where providers tell us that something changed, on the public listener alone. Answered at once; whoever does not know a
 * token of ours, or is not proven to be Google, changes nothing.
 */
import { z } from "zod";
import { jsonIn } from "../../domain/json-in.ts";
import { hearMailNews, hearPush } from "../../flows/push/hear-push.ts";
import { hookPath } from "../../flows/push/keep-channels.ts";
import { type Ask, worldOf } from "../context.ts";

/** `sync` says that a channel is open; the others that something changed. */
export async function hearCalendar(ask: Ask) {
  const token = ask.req.header("x-goog-channel-token") ?? "";
  const channel = ask.req.header("x-goog-channel-id") ?? "";
  const isOurs = await hearPush(worldOf(ask), { provider: "google", token, channel });
  // Google stops asking an address that says so.
  return ask.body(null, isOurs ? 204 : 404);
}

const pubSub = z.object({ message: z.object({ data: z.string() }) });

export async function hearMail(ask: Ask) {
  const { push } = worldOf(ask);
  const [, token] = /^Bearer (\S{1,8000})$/i.exec(ask.req.header("authorization") ?? "") ?? [];
  if (push?.publicUrl === undefined || push.gmail?.by !== "push" || token === undefined) return ask.body(null, 401);
  const to = { audience: `${push.publicUrl}${hookPath("google", "mail")}`, sender: push.gmail.sender };
  if (!(await push.isFromGoogle(token, to))) return ask.body(null, 401);
  const message = pubSub.safeParse(jsonIn(await ask.req.text())).data?.message;
  await hearMailNews(worldOf(ask), message?.data ?? "");
  // Also for words that we do not know: said again they would be no clearer.
  return ask.body(null, 204);
}

const outlookNews = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string().max(200),
        clientState: z.string().max(128).nullish(),
        lifecycleEvent: z.string().nullish(),
      }),
    )
    .max(1_000),
});

/** A channel that was just given up may still be named; a thousand that never were are not looked up. */
const foreignMax = 20;

export async function hearOutlook(ask: Ask) {
  const challenge = ask.req.query("validationToken");
  // It asks whether this address is one for notifications: the words come back as plain text, which no browser runs.
  if (challenge !== undefined) return ask.text(challenge, 200);
  const { data } = outlookNews.safeParse(jsonIn(await ask.req.text()));
  let [heard, foreign] = [0, 0];
  for (const { subscriptionId, clientState, lifecycleEvent } of data?.value ?? []) {
    if (foreign === foreignMax) break;
    const told = { provider: "microsoft", token: clientState ?? "", channel: subscriptionId } as const;
    const isOurs = await hearPush(worldOf(ask), { ...told, isAboutItself: isOver(lifecycleEvent) });
    if (isOurs) heard += 1;
    else foreign += 1;
  }
  return ask.body(null, heard > 0 ? 202 : 403);
}

/** "missed" says that something was not told; the others that the subscription itself needs care. */
const isOver = (lifecycleEvent: string | null | undefined): boolean =>
  lifecycleEvent != null && lifecycleEvent !== "missed";
