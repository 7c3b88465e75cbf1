/**
 * The providers of the demo: the sample's people and their owner with an account at Google and one at Outlook, in a sandbox
 * that the demo's clock drives and that remembers what was done in it.
 */
import type { Clock } from "../domain/clock.ts";
import { after, type Instant } from "../domain/time.ts";
import { settleCast } from "../sandbox/cloud/cast.ts";
import { Cloud } from "../sandbox/cloud/cloud.ts";
import { fillFromSample } from "../sandbox/cloud/fill-sample.ts";
import type { Answer } from "../sandbox/loopback.ts";
import type { SandboxClient } from "../sandbox/oauth/clients.ts";
import { openVendors } from "../sandbox/vendors.ts";
import type { Journal } from "./journal.ts";
import type { DemoClients } from "./settings.ts";

export type DemoCloud = {
  answer: Answer;
  /** When the world does something by itself next: somebody writes, a meeting ends. Undefined when nothing is ahead. */
  nextAt(): Instant | undefined;
};

/** Pages that ask about the sandbox itself find it under this name. */
export const controlHost = "sandbox.invalid";

/** How far ahead the ends of meetings are looked for. */
const aheadDays = 60;

const seed = 2026;

export async function openDemoCloud(demo: {
  clock: Clock & { base: Instant };
  clients: DemoClients;
  /** Where people are sent back to, by provider. */
  redirects: Readonly<Record<keyof DemoClients, readonly string[]>>;
  journal: Journal;
}): Promise<DemoCloud> {
  const { clock, clients, redirects, journal } = demo;
  // The world is made as of the day on which the demo began, and lives its past again before it goes on.
  let past: Instant | undefined = clock.base;
  const cloud = new Cloud({ seed, clock: { now: () => past ?? clock.now() } });
  fillFromSample(cloud, { provider: "google", hasSecond: true });
  settleCast(cloud);
  const registered = (provider: keyof DemoClients): SandboxClient[] => [
    { ...clients[provider], redirects: redirects[provider] },
  ];
  const vendors = openVendors({
    cloud,
    clients: { google: registered("google"), microsoft: registered("microsoft") },
  });
  for (const { at, request } of journal.read()) {
    past = at;
    cloud.settle();
    await vendors.fetch(request);
  }
  past = undefined;

  // One change after another, so that they are noted in the order in which they happen.
  let last: Promise<unknown> = Promise.resolve();
  const change = (request: Request): Promise<Response> => {
    const answered = last.then(async () => {
      // The clock stands still for it: what is noted is what it saw.
      const at = clock.now();
      past = at;
      try {
        cloud.settle();
        return await vendors.fetch(await journal.note({ at, request }));
      } finally {
        past = undefined;
      }
    });
    last = answered.catch(() => undefined);
    return answered;
  };
  return {
    async answer(request) {
      const isChange = request.method !== "GET" || isSignIn(request.url);
      if (isChange) return change(request);
      cloud.settle();
      return vendors.fetch(request);
    },
    nextAt: () => nextIn(cloud),
  };
}

/** Their pages draw codes and the numbers of their refusals from one stream. */
const isSignIn = (url: string): boolean =>
  ["accounts.google.com", "login.microsoftonline.com"].includes(new URL(url).host);

function nextIn(cloud: Cloud): Instant | undefined {
  const now = cloud.now();
  const window = { from: now, to: after(now, { days: aheadDays }) };
  const ends = cloud.accounts.flatMap(({ calendars }) =>
    calendars.list.flatMap(({ id }) =>
      calendars
        .occurrences(id, window)
        .filter(({ event, endsAt }) => event.attendees.length > 0 && endsAt > now)
        .map(({ endsAt }) => endsAt),
    ),
  );
  return [cloud.nextAt(), ...ends].filter((at) => at !== undefined).toSorted()[0];
}
