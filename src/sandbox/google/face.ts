/** Google as programs see it: one function that answers for all of its hosts, without a socket. */
import type { Cloud } from "../cloud/cloud.ts";
import type { Notify } from "../notices.ts";
import type { ServiceAccounts } from "../oauth/service-accounts.ts";
import type { Quota } from "../quota.ts";
import { calendarApi } from "./calendar.ts";
import { CalendarPush } from "./calendar-push.ts";
import type { GoogleWorld } from "./door.ts";
import { gmailApi } from "./gmail.ts";
import { MailPush } from "./mail-push.ts";
import { peopleApi } from "./people.ts";
import { pubSubApi } from "./pub-sub.ts";
import { tasksApi } from "./tasks.ts";
import { userinfoApi } from "./userinfo.ts";

export type GoogleFace = {
  /** Answers requests to Google's API hosts; 404 for other hosts. Sign-in is elsewhere. */
  fetch(request: Request): Promise<Response>;
  hosts: readonly string[];
  mailPush: MailPush;
  calendarPush: CalendarPush;
};

export type GoogleFaceWish = GoogleWorld & {
  cloud: Cloud;
  quota: Quota;
  serviceAccounts?: ServiceAccounts;
  notify?: Notify;
};

export function googleFace({ notify = () => undefined, serviceAccounts, ...world }: GoogleFaceWish): GoogleFace {
  const mailPush = new MailPush(world.cloud, notify);
  const calendarPush = new CalendarPush(world.cloud, notify);
  const calendar = calendarApi(world, calendarPush);
  const userinfo = userinfoApi(world);
  const www = (url: URL) => (url.pathname.startsWith("/calendar/") ? calendar : userinfo);
  const gmail = gmailApi(world, mailPush);
  const people = peopleApi(world);
  const tasks = tasksApi(world);
  const pubSub = serviceAccounts && pubSubApi({ clock: world.cloud.clock, mailPush, serviceAccounts });
  const byHost: Readonly<Record<string, (url: URL) => { fetch(request: Request): Response | Promise<Response> }>> = {
    "gmail.googleapis.com": () => gmail,
    "www.googleapis.com": www,
    "people.googleapis.com": () => people,
    "tasks.googleapis.com": () => tasks,
    "openidconnect.googleapis.com": () => userinfo,
    ...(pubSub !== undefined && { "pubsub.googleapis.com": () => pubSub }),
  };
  return {
    hosts: Object.keys(byHost),
    mailPush,
    calendarPush,
    fetch: async (request) => {
      const url = new URL(request.url);
      const app = byHost[url.host]?.(url);
      return app === undefined ? new Response("no such host", { status: 404 }) : app.fetch(request);
    },
  };
}
