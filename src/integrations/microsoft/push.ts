/** Outlook's subscriptions. They live about a week and are renewed in place. */
import { z } from "zod";
import type { Clock } from "../../domain/clock.ts";
import { after, type Instant, parseInstant } from "../../domain/time.ts";
import type { OpenChannel, PushAccount, Watched } from "../push.ts";
import { type OpenGraph, part } from "./graph.ts";
import { parsed } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

/** Outlook takes 10,080 at most (https://learn.microsoft.com/graph/api/resources/subscription); some are left for a clock that is off. */
const livesMinutes = 10_000;

const shape = z.object({
  id: z.string().min(1),
  expirationDateTime: z.string().transform((text, context) => {
    const at = parseInstant(text);
    if (at === undefined) context.addIssue({ code: "custom", message: "not an instant" });
    return at as Instant;
  }),
});

const resources: Readonly<Record<Watched["noun"], string>> = { mail: "me/messages", calendar: "me/events" };

export const pushOf = (
  open: OpenGraph,
  clock: Clock,
  { mayReadMail, mayReadEvents }: { mayReadMail: boolean; mayReadEvents: boolean },
): PushAccount => {
  const until = () => ({ expirationDateTime: after(clock.now(), { minutes: livesMinutes }) });
  const opened = (answer: unknown): OpenChannel => {
    const { id, expirationDateTime } = parsed(shape, answer, {
      kind: "unknown_outcome",
      what: "ask for notifications",
    });
    return { ref: id, endsAt: expirationDateTime };
  };
  return {
    // Outlook tells of the main calendar; others are named in no resource that it documents.
    canWatch: (what) => (what.noun === "mail" ? mayReadMail : mayReadEvents && what.isMain),
    open: async ({ watched, address, token }, signal) =>
      opened(
        await open(signal).post("/subscriptions", {
          changeType: "created,updated,deleted",
          notificationUrl: address,
          lifecycleNotificationUrl: address,
          resource: resources[watched.noun],
          clientState: token,
          ...until(),
        }),
      ),
    renew: async (_, ref, signal) => opened(await open(signal).patch(`/subscriptions/${part(ref)}`, until())),
    close: async (_, { ref }, signal) => {
      await unlessGone(open(signal).remove(`/subscriptions/${part(ref)}`));
    },
  };
};
