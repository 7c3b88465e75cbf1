/** Google's notifications: calendars post to a channel of ours; Gmail tells a Pub/Sub topic, whose subscription posts to us. */
import { z } from "zod";
import { instantOf } from "../../domain/time.ts";
import type { OpenChannel, PushAccount } from "../push.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";

const millis = z.coerce.number().int().positive().transform(instantOf);
const Channel = z.object({ resourceId: z.string().min(1), expiration: millis });
const Watch = z.object({ expiration: millis });

/** `topic`: "projects/…/topics/…", absent where mail is not to be told of. */
export function googlePush(
  api: GoogleApi,
  { topic, mayReadMail, mayReadEvents }: { topic: string | undefined; mayReadMail: boolean; mayReadEvents: boolean },
): PushAccount {
  const watchMail = async (signal: AbortSignal): Promise<OpenChannel> => {
    const { expiration } = await api.act(Watch, signal, ({ gmail }, options) =>
      gmail.users.watch({ userId: "me", requestBody: { topicName: topic ?? null } }, options),
    );
    return { ref: "me", endsAt: expiration };
  };
  return {
    canWatch: ({ noun }) => (noun === "mail" ? mayReadMail && topic !== undefined : mayReadEvents),
    open: async ({ watched: { noun, name }, channelId, address, token }, signal) => {
      if (noun === "mail") return watchMail(signal);
      const requestBody = { id: channelId, type: "web_hook", address, token };
      const { resourceId, expiration } = await api.act(Channel, signal, ({ calendar }, options) =>
        calendar.events.watch({ calendarId: name, requestBody }, options),
      );
      return { ref: channelId, resourceRef: resourceId, endsAt: expiration };
    },
    // Watching a mailbox again prolongs it; a calendar's channel has its end.
    renew: async ({ noun }, _ref, signal) => (noun === "mail" ? watchMail(signal) : "anew"),
    close: async ({ noun }, { ref, resourceRef }, signal) => {
      try {
        await api.act(z.unknown(), signal, ({ gmail, calendar }, options) =>
          noun === "mail"
            ? gmail.users.stop({ userId: "me" }, options)
            : calendar.channels.stop({ requestBody: { id: ref, resourceId: resourceRef ?? null } }, options),
        );
      } catch (fault) {
        // Gone already is what was wanted.
        troubleOfKind(fault, "gone");
      }
    },
  };
}
