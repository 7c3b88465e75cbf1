/** What goes wrong on the way to the sandbox's providers, and what they let a caller spend. */
import { expect, test } from "vitest";
import { after, type Instant, parseInstant } from "../../src/domain/time.ts";
import { Cloud } from "../../src/sandbox/cloud/cloud.ts";
import { type FaultKind, faultKinds, plannedFaults, seededFaults, withFaults } from "../../src/sandbox/faults.ts";
import { unreliable } from "../../src/sandbox/notices.ts";
import { Quota, retryAfter } from "../../src/sandbox/quota.ts";
import { chance } from "../../src/sandbox/random.ts";

const now = parseInstant("2026-11-20T17:00:00.250Z") as Instant;
const naming = { nameOf: (method: string, url: URL) => `${method} ${url.pathname}`, now: () => now };

/** How one call ends, and how often it arrived. */
async function outcomeOf(kind: FaultKind, host: string, query = ""): Promise<string> {
  let arrived = 0;
  const plan = plannedFaults([{ operation: "GET /list", kind }], naming);
  const face = () => {
    arrived += 1;
    return new Response(
      JSON.stringify({
        items: [
          { id: "one", size: 5 },
          { id: "two", size: 6 },
        ],
      }),
      {
        headers: { "Content-Type": "application/json" },
      },
    );
  };
  const fetch = withFaults(face, plan);
  const ask = async () => {
    try {
      const response = await fetch(new Request(`https://${host}/list${query}`));
      const text = await response.text();
      const code = /"code":"?(\w+)/.exec(text)?.[1] ?? text.slice(0, 52);
      return `${response.status} ${response.headers.get("Retry-After") ?? ""} ${code}`.replace("  ", " ");
    } catch (fault) {
      return `${(fault as Error).name} ${((fault as Error).cause as { code?: string } | undefined)?.code ?? ""}`.trim();
    }
  };
  const first = await ask();
  const told = `${first}, arrived ${arrived}`;
  // It happens once.
  expect(await ask()).toBe('200 {"items":[{"id":"one","size":5},{"id":"two","size":6');
  return told;
}

test.each`
  kind                    | google                                                                   | graph
  ${"refused_connection"} | ${"TypeError ECONNREFUSED, arrived 0"}                                   | ${"TypeError ECONNREFUSED, arrived 0"}
  ${"timeout_before"}     | ${"TimeoutError, arrived 0"}                                             | ${"TimeoutError, arrived 0"}
  ${"timeout_after"}      | ${"TimeoutError, arrived 1"}                                             | ${"TimeoutError, arrived 1"}
  ${"reset_before"}       | ${"TypeError ECONNRESET, arrived 0"}                                     | ${"TypeError ECONNRESET, arrived 0"}
  ${"reset_after"}        | ${"TypeError ECONNRESET, arrived 1"}                                     | ${"TypeError ECONNRESET, arrived 1"}
  ${"401"}                | ${"401 401, arrived 0"}                                                  | ${"401 InvalidAuthenticationToken, arrived 0"}
  ${"403_rate"}           | ${"403 403, arrived 0"}                                                  | ${"403 ApplicationThrottled, arrived 0"}
  ${"403_other"}          | ${"403 403, arrived 0"}                                                  | ${"403 ErrorAccessDenied, arrived 0"}
  ${"429_seconds"}        | ${"429 7 429, arrived 0"}                                                | ${"429 7 TooManyRequests, arrived 0"}
  ${"429_date"}           | ${"429 Fri, 20 Nov 2026 17:00:08 GMT 429, arrived 0"}                    | ${"429 Fri, 20 Nov 2026 17:00:08 GMT TooManyRequests, arrived 0"}
  ${"429_none"}           | ${"429 429, arrived 0"}                                                  | ${"429 TooManyRequests, arrived 0"}
  ${"500"}                | ${"500 500, arrived 0"}                                                  | ${"500 InternalServerError, arrived 0"}
  ${"500_after"}          | ${"500 500, arrived 1"}                                                  | ${"500 InternalServerError, arrived 1"}
  ${"503"}                | ${"503 503, arrived 0"}                                                  | ${"503 ServiceUnavailable, arrived 0"}
  ${"503_after"}          | ${"503 503, arrived 1"}                                                  | ${"503 ServiceUnavailable, arrived 1"}
  ${"504"}                | ${"504 504, arrived 0"}                                                  | ${"504 GatewayTimeout, arrived 0"}
  ${"html"}               | ${"200 <!doctype html><title>Sign in to this network</title, arrived 0"} | ${"200 <!doctype html><title>Sign in to this network</title, arrived 0"}
  ${"garbage"}            | ${"200 \u0000\u0001 not json {{{, arrived 1"}                            | ${"200 \u0000\u0001 not json {{{, arrived 1"}
  ${"duplicate"}          | ${'200 {"items":[{"id":"one","size":5},{"id":"two","size":6, arrived 2'} | ${'200 {"items":[{"id":"one","size":5},{"id":"two","size":6, arrived 2'}
  ${"truncated"}          | ${'200 {"items":[{"id":"one","size, arrived 1'}                          | ${'200 {"items":[{"id":"one","size, arrived 1'}
  ${"poison"}             | ${'200 {"items":[{"id":"one","size":"unexpected"},{"id":"tw, arrived 1'} | ${'200 {"items":[{"id":"one","size":"unexpected"},{"id":"tw, arrived 1'}
`("$kind", async ({ kind, google, graph }) => {
  expect(await outcomeOf(kind, "www.googleapis.com")).toBe(google);
  expect(await outcomeOf(kind, "graph.microsoft.com")).toBe(graph);
});

test.each`
  host                       | query                  | told
  ${"gmail.googleapis.com"}  | ${"?startHistoryId=7"} | ${"404 404, arrived 0"}
  ${"www.googleapis.com"}    | ${"?syncToken=a"}      | ${"410 410, arrived 0"}
  ${"people.googleapis.com"} | ${"?syncToken=a"}      | ${"400 400, arrived 0"}
  ${"gmail.googleapis.com"}  | ${"?maxResults=7"}     | ${'200 {"items":[{"id":"one","size":5},{"id":"two","size":6, arrived 1'}
`("an expired cursor at $host$query", async ({ host, query, told }) => {
  expect(await outcomeOf("expired_cursor", host, query).catch((fault: Error) => fault.message)).toBe(told);
});

test("every kind of fault is shown here", () => {
  expect(faultKinds.length).toBe(22);
});

test("a seed gives the same faults again, about as many as wished, and says which really happened", async () => {
  const runs = [0, 1].map(async () => {
    const plan = seededFaults({ seed: 4, share: 0.2, kinds: ["500", "429_none"] }, naming);
    const fetch = withFaults(() => new Response("{}"), plan);
    for (let call = 0; call < 300; call++) await fetch(new Request("https://gmail.googleapis.com/list"));
    return plan.applied.map(({ kind }) => kind);
  });
  const [one, other] = await Promise.all(runs);
  expect(one).toEqual(other);
  expect(one!.length / 300).toBeCloseTo(0.2, 1);
});

test.each`
  unreliability                                        | told
  ${{ lost: 0, doubled: 0, late: 0, lateSeconds: 60 }} | ${"at once 1, after a minute 1"}
  ${{ lost: 1, doubled: 1, late: 1, lateSeconds: 60 }} | ${"at once 0, after a minute 0"}
  ${{ lost: 0, doubled: 1, late: 0, lateSeconds: 60 }} | ${"at once 2, after a minute 2"}
  ${{ lost: 0, doubled: 1, late: 1, lateSeconds: 60 }} | ${"at once 0, after a minute 2"}
`("notifications may be lost, doubled, late: $told (push)", ({ unreliability, told }) => {
  let at = now;
  const cloud = new Cloud({ seed: 1, clock: { now: () => at } });
  let count = 0;
  const notify = unreliable(unreliability, { world: cloud, draw: chance(1, "push"), notify: () => (count += 1) });
  notify({ url: "https://own.example/", headers: {}, body: "" });
  const atOnce = count;
  at = after(at, { minutes: 1 });
  cloud.settle();
  expect(`at once ${atOnce}, after a minute ${count}`).toBe(told);
});

test("a quota fills by windows, spends nothing when one of several is full, and lets so many in at once", () => {
  let at = now;
  const quota = new Quota({ now: () => at });
  const spend = (units: number) =>
    quota.spend([
      { key: "user", units, windowMs: 60_000, windowUnits: 100 },
      { key: "project", units, windowMs: 60_000, windowUnits: 1_000 },
    ]);
  expect([spend(90), spend(20)?.key, spend(10)]).toEqual([undefined, "user", undefined]);
  expect([quota.usage("user"), quota.usage("project").units]).toEqual([{ calls: 2, units: 100, refused: 1 }, 100]);
  at = after(now, { minutes: 1 });
  expect(spend(100)).toBeUndefined();
  const leave = [quota.enter("mailbox", 2), quota.enter("mailbox", 2)];
  expect([quota.enter("mailbox", 2), quota.mostAtOnce("mailbox")]).toEqual([undefined, 2]);
  leave[0]!();
  expect(quota.enter("mailbox", 2)).toBeDefined();
  const until = after(now, { milliseconds: 1_500 });
  expect([
    retryAfter({ until, form: "seconds" }, now),
    retryAfter({ until, form: "date" }, now),
    retryAfter({ until, form: "none" }, now),
  ]).toEqual([{ "Retry-After": "2" }, { "Retry-After": "Fri, 20 Nov 2026 17:00:02 GMT" }, {}]);
});
