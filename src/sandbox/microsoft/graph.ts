/** Microsoft Graph in the sandbox: graph.microsoft.com over the accounts of a cloud. */

import type { Notify } from "../notices.ts";
import { calendarRoutes } from "./calendar.ts";
import { CalendarRounds } from "./calendar-delta.ts";
import { contactRoutes } from "./contacts.ts";
import { type GraphWorld, graphApi } from "./door.ts";
import { Lasting } from "./lasting.ts";
import { mailRoutes } from "./mail.ts";
import { profileRoutes } from "./profile.ts";
import { type Ask, Subscriptions } from "./subscriptions.ts";
import { todoRoutes } from "./todo.ts";

export type GraphWish = GraphWorld & {
  /** How long a letter lies in the queue after it was sent; 2 when left out. */
  queueSeconds?: number;
  /** Lasting ids are said to last when a draft is sent, and were seen to change: false for that. */
  keepsIdOnSend?: boolean;
  repeatedTransaction?: "same_event" | "refused";
  /** Where notifications go, and how an address is asked whether it wants them; without them nobody can subscribe. */
  notify?: Notify;
  ask?: Ask;
};

export type Graph = {
  fetch(request: Request): Promise<Response>;
  subscriptions: Subscriptions;
  /** Links into rounds of calendar changes: `forget` ends them. */
  rounds: CalendarRounds;
};

const usualQueueSeconds = 2;

export function graphFace(wish: GraphWish): Graph {
  const {
    queueSeconds = usualQueueSeconds,
    keepsIdOnSend = true,
    repeatedTransaction = "same_event",
    notify = () => undefined,
  } = wish;
  const ask = wish.ask ?? (() => Promise.reject(new Error("nobody can be asked")));
  const rounds = new CalendarRounds();
  const subscriptions = new Subscriptions(wish, { notify, ask });
  const { fetch } = graphApi(wish, [
    ...profileRoutes(),
    ...mailRoutes({ ...wish, lasting: new Lasting(), queueSeconds, keepsIdOnSend }),
    ...calendarRoutes({ ...wish, repeatedTransaction, rounds }),
    ...contactRoutes(),
    ...todoRoutes(),
    ...subscriptions.routes,
  ]);
  return { fetch, subscriptions, rounds };
}
