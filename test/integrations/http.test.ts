import { describe, expect, test } from "vitest";
import type { AccountId, OwnerId } from "../../src/domain/ids.ts";
import { type Instant, parseInstant } from "../../src/domain/time.ts";
import {
  type AccountCalls,
  accountFetch,
  type CallRecord,
  type CallWorld,
  type Cost,
} from "../../src/integrations/http.ts";
import { retryAfter } from "../../src/integrations/retry-after.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { clockThatWaits, paceInMemory, turnsInMemory } from "../support/pace.ts";

const startsAt = parseInstant("2026-11-22T10:00:00Z") as Instant;
const secret = "ya29.secret-token";
const list = "https://mail.provider.example/list";

describe("every fault of a call is one of the closed list (M3, S5, S8)", () => {
  const json = (status: number, headers: Record<string, string> = {}) => new Response("{}", { status, headers });
  const coded = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
  const answers: Record<string, () => Response | Error> = {
    "200 with JSON": () => json(200),
    "200 with nothing": () => new Response("", { status: 200 }),
    "200 with HTML": () => new Response("<html>Sign in to the hotel</html>", { status: 200 }),
    "200 with half of JSON": () => new Response('{"messages": [{"id": "1', { status: 200 }),
    "202 with nothing": () => new Response(null, { status: 202 }),
    "302": () => json(302, { location: "https://elsewhere.example/" }),
    "401": () => json(401),
    "404": () => json(404),
    "408": () => json(408),
    "429 in seconds": () => json(429, { "retry-after": "120" }),
    "429 with a date": () => json(429, { "retry-after": "Sun, 22 Nov 2026 10:05:00 GMT" }),
    "429 without a word": () => json(429),
    "500": () => json(500),
    "503": () => json(503),
    "503 in seconds": () => json(503, { "retry-after": "30" }),
    "refused connection": () => coded("ECONNREFUSED"),
    "unknown name": () => coded("ENOTFOUND"),
    reset: () => coded("ECONNRESET"),
    "broken off": () => new TypeError("terminated", { cause: new Error("other side closed") }),
    "time-out": () => new DOMException("timed out", "TimeoutError"),
    "a bug": () => new RangeError("not the network"),
  };
  test.each`
    answer                     | read                                                     | readCalls | effect                                                   | effectCalls
    ${"200 with JSON"}         | ${"answered 200"}                                        | ${1}      | ${"answered 200"}                                        | ${1}
    ${"200 with nothing"}      | ${"unreachable: its answer is none of its own: no JSON"} | ${1}      | ${"answered 200"}                                        | ${1}
    ${"200 with HTML"}         | ${"unreachable: its answer is none of its own: no JSON"} | ${1}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"200 with half of JSON"} | ${"unreachable: its answer is none of its own: no JSON"} | ${1}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"202 with nothing"}      | ${"unreachable: its answer is none of its own: no JSON"} | ${1}      | ${"answered 202"}                                        | ${1}
    ${"302"}                   | ${"unreachable: it sends elsewhere, where we do not go"} | ${1}      | ${"unreachable: it sends elsewhere, where we do not go"} | ${1}
    ${"401"}                   | ${"sign_in_again: 401"}                                  | ${2}      | ${"sign_in_again: 401"}                                  | ${2}
    ${"404"}                   | ${"gone: it"}                                            | ${1}      | ${"gone: it"}                                            | ${1}
    ${"408"}                   | ${"unreachable: it answered 408"}                        | ${3}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"429 in seconds"}        | ${"slow_down 2026-11-22T10:02:00.000Z"}                  | ${1}      | ${"slow_down 2026-11-22T10:02:00.000Z"}                  | ${1}
    ${"429 with a date"}       | ${"slow_down 2026-11-22T10:05:00.000Z"}                  | ${1}      | ${"slow_down 2026-11-22T10:05:00.000Z"}                  | ${1}
    ${"429 without a word"}    | ${"slow_down 2026-11-22T10:00:32.500Z"}                  | ${1}      | ${"slow_down 2026-11-22T10:00:32.500Z"}                  | ${1}
    ${"500"}                   | ${"unreachable: it answered 500"}                        | ${3}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"503"}                   | ${"unreachable: it answered 503"}                        | ${3}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"503 in seconds"}        | ${"slow_down 2026-11-22T10:00:30.000Z"}                  | ${1}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"refused connection"}    | ${"unreachable: no connection, or it broke off"}         | ${3}      | ${"unreachable: no connection, or it broke off"}         | ${1}
    ${"unknown name"}          | ${"unreachable: no connection, or it broke off"}         | ${3}      | ${"unreachable: no connection, or it broke off"}         | ${1}
    ${"reset"}                 | ${"unreachable: no connection, or it broke off"}         | ${3}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"broken off"}            | ${"unreachable: no connection, or it broke off"}         | ${3}      | ${"unknown_outcome: do a thing"}                         | ${1}
    ${"a bug"}                 | ${"RangeError"}                                          | ${1}      | ${"RangeError"}                                          | ${1}
  `("$answer", async ({ answer, read, readCalls, effect, effectCalls }) => {
    for (const [method, said, calls] of [
      ["GET", read, readCalls],
      ["POST", effect, effectCalls],
    ] as const) {
      const line = lineTo(answers[answer]!);
      expect(await outcome(line.fetch(list, { method }))).toBe(said);
      expect(line.requests.length).toBe(calls);
    }
  });

  test("a time-out is not tried again at once, and an effect's fate is unknown", async () => {
    const hanging = (method: string) => {
      const line = lineTo(() => new DOMException("timed out", "TimeoutError"), {
        timeout: () => AbortSignal.abort(new DOMException("timed out", "TimeoutError")),
      });
      return { line, said: outcome(line.fetch(list, { method })) };
    };
    const [read, effect] = [hanging("GET"), hanging("POST")];
    expect(await read.said).toBe("unreachable: no answer within 15 s");
    expect(await effect.said).toBe("unknown_outcome: do a thing");
    expect([read.line.requests.length, effect.line.requests.length]).toEqual([1, 1]);
  });

  test("a read that passes by itself is tried again, each time within the pace", async () => {
    const answers = [json(503), coded("ECONNRESET"), json(200)];
    const line = lineTo(() => answers.shift()!);
    expect(await outcome(line.fetch(list))).toBe("answered 200");
    expect(line.records.map(({ status }) => status)).toEqual([503, "no_answer", 200]);
    expect(await line.world.ledger.spent("mail/user/1", startsAt)).toBe(15);
  });
});

describe("tokens", () => {
  test("after a 401 the call is made once more with a new token", async () => {
    const line = lineTo(({ headers }) =>
      headers.get("authorization") === "Bearer fresh" ? new Response("{}") : new Response("{}", { status: 401 }),
    );
    expect(await outcome(line.fetch(list))).toBe("answered 200");
    expect(line.requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      `Bearer ${secret}`,
      "Bearer fresh",
    ]);
  });

  test("a token that another process renewed before the provider ended it is no proof that the sign-in is over (S8)", async () => {
    const line = lineTo(({ headers }) =>
      headers.get("authorization") === "Bearer new" ? new Response("{}") : new Response("{}", { status: 401 }),
    );
    line.calls.accessToken = async (stale) => (stale === undefined ? "old" : stale === "old" ? "of another" : "new");
    expect(await outcome(line.fetch(list, { method: "POST" }))).toBe("answered 200");
    expect(line.requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer old",
      "Bearer of another",
      "Bearer new",
    ]);
  });

  test("a provider that refuses one new token after the other is believed at the third (S8)", async () => {
    const line = lineTo(() => new Response("{}", { status: 401 }));
    line.calls.accessToken = async (stale = "") => `${stale}+`;
    expect(await outcome(line.fetch(list))).toBe("sign_in_again: 401");
    expect(line.requests.length).toBe(3);
  });

  test("no token, address or body gets into an error (S8)", async () => {
    for (const status of [302, 400, 401, 403, 404, 429, 500]) {
      const line = lineTo(() => new Response(`{"error":"jane@acme.example ${secret}"}`, { status }));
      const said = await line
        .fetch(`${list}?q=jane@acme.example`)
        .catch((fault: unknown) => JSON.stringify([String(fault), fault]));
      expect(said).not.toMatch(/secret|jane/);
    }
  });

  test.each`
    where
    ${"https://evil.example/list?next=1"}
    ${"https://mail.provider.example.evil.example/list"}
    ${"http://mail.provider.example/list"}
    ${"https://mail.provider.example:8443/list"}
    ${"https://user@evil.example/list"}
  `("nothing is sent to $where: a foreign next link", async ({ where }) => {
    const line = lineTo(() => new Response("{}"));
    expect(await outcome(line.fetch(where))).toBe("refused: a link leads away from the provider's own hosts");
    expect(line.requests).toEqual([]);
  });
});

describe("pace (S5)", () => {
  test("a short wait is waited, a long one is the job's and has spent nothing", async () => {
    const line = lineTo(() => new Response("{}"), { draw: { units: 60, unitsPerMinute: 200, burst: 60 } });
    expect(await outcome(line.fetch(list))).toBe("answered 200");
    // Background work has three quarters: 60 more units come in 60 / 150 of a minute.
    expect(await outcome(line.fetch(list))).toBe("slow_down 2026-11-22T10:00:24.000Z");
    expect(await line.world.ledger.spent("mail/user/1", startsAt)).toBe(60);
    line.set(parseInstant("2026-11-22T10:00:06Z") as Instant);
    expect(await outcome(line.fetch(list))).toBe("answered 200");
    expect(line.world.clock.now()).toBe("2026-11-22T10:00:24.000Z");
    expect(await line.world.ledger.spent("mail/user/1", startsAt)).toBe(120);
  });

  test("whoever waits before a page has the quarter that background work leaves", async () => {
    const draw = { units: 60, unitsPerMinute: 200, burst: 60 };
    const goneAt = async (isInteractive: boolean) => {
      const line = lineTo(() => new Response("{}"), { draw, isInteractive });
      await line.fetch(list);
      await line.fetch(list);
      return line.world.clock.now();
    };
    expect(await goneAt(true)).toBe("2026-11-22T10:00:18.000Z");
  });

  test("a 429 pauses the account for everybody", async () => {
    const answers = [new Response("{}", { status: 429, headers: { "retry-after": "300" } }), new Response("{}")];
    const line = lineTo(() => answers.shift()!);
    expect(await outcome(line.fetch(list))).toBe("slow_down 2026-11-22T10:05:00.000Z");
    expect(await outcome(line.fetch(list))).toBe("slow_down 2026-11-22T10:05:00.000Z");
    expect(line.requests.length).toBe(1);
  });

  test("four at a time, and a turn comes back whatever happened", async () => {
    let open = 0;
    let most = 0;
    const line = lineTo(
      async ({ method }) => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return method === "POST" ? new TypeError("fetch failed") : new Response("{}");
      },
      { turns: { key: "mailbox", most: 4 } },
    );
    const all = Array.from({ length: 30 }, (_, index) =>
      outcome(line.fetch(list, { method: index % 3 === 0 ? "POST" : "GET" })),
    );
    expect(new Set(await Promise.all(all))).toEqual(new Set(["answered 200", "unknown_outcome: do a thing"]));
    expect(most).toBe(4);
  });
});

describe("giving up", () => {
  test("a read that the caller gives up ends with the caller's reason", async () => {
    const stop = new AbortController();
    const line = lineTo(() => {
      stop.abort(new Error("draining"));
      return new Error("draining");
    });
    const read = accountFetch(line.world, line.calls, stop.signal)(list);
    await expect(read).rejects.toThrow("draining");
  });

  test("an effect that the caller gives up on the way has an unknown outcome", async () => {
    const stop = new AbortController();
    const line = lineTo(() => {
      stop.abort(new Error("draining"));
      return new Error("draining");
    });
    const effect = accountFetch(line.world, line.calls, stop.signal)(list, { method: "POST", body: "{}" });
    expect(await outcome(effect)).toBe("unknown_outcome: do a thing");
  });
});

describe("Retry-After in its forms", () => {
  test.each`
    written                            | date                               | until
    ${"120"}                           | ${undefined}                       | ${"2026-11-22T10:02:00.000Z"}
    ${"1.2"}                           | ${undefined}                       | ${"2026-11-22T10:00:02.000Z"}
    ${"0"}                             | ${undefined}                       | ${"2026-11-22T10:00:00.000Z"}
    ${"Sun, 22 Nov 2026 10:05:00 GMT"} | ${undefined}                       | ${"2026-11-22T10:05:00.000Z"}
    ${"Sun, 22 Nov 2026 11:05:00 GMT"} | ${"Sun, 22 Nov 2026 11:00:00 GMT"} | ${"2026-11-22T10:05:00.000Z"}
    ${"Sun, 22 Nov 2026 09:00:00 GMT"} | ${undefined}                       | ${"2026-11-22T10:00:00.000Z"}
    ${"999999999"}                     | ${undefined}                       | ${"2026-12-23T10:00:00.000Z"}
    ${"soon"}                          | ${undefined}                       | ${undefined}
    ${"-5"}                            | ${undefined}                       | ${undefined}
    ${""}                              | ${undefined}                       | ${undefined}
  `("$written (their clock: $date) is $until", ({ written, date, until }) => {
    const headers = new Headers({ "retry-after": written, ...(date !== undefined && { date }) });
    expect(retryAfter(headers, startsAt)).toBe(until);
  });
});

type Line = {
  fetch: typeof fetch;
  world: CallWorld;
  calls: AccountCalls;
  requests: Request[];
  records: CallRecord[];
  set(at: Instant): void;
};

type LineOptions = {
  draw?: { units: number; unitsPerMinute: number; burst: number };
  isInteractive?: boolean;
  turns?: { key: string; most: number };
  timeout?: (ms: number) => AbortSignal;
};

/** A fetch to somebody who answers as told; errors are thrown. */
function lineTo(
  answer: (request: Request) => Response | Error | Promise<Response | Error>,
  { draw = { units: 5, unitsPerMinute: 6_000, burst: 600 }, isInteractive = false, turns, timeout }: LineOptions = {},
): Line {
  const requests: Request[] = [];
  const records: CallRecord[] = [];
  const waiting = clockThatWaits(startsAt);
  const world: CallWorld = {
    transport: async (request) => {
      requests.push(request);
      const said = await answer(request);
      if (said instanceof Error) throw said;
      return said;
    },
    ledger: paceInMemory(),
    turns: turnsInMemory(),
    clock: waiting.clock,
    sleepUntil: waiting.sleepUntil,
    timeout: timeout ?? (() => new AbortController().signal),
    record: (call) => records.push(call),
    jitter: () => 0.5,
  };
  const cost = (method: string): Cost => ({
    draws: [{ key: "mail/user/1", ...draw }],
    ...(turns !== undefined && { turns }),
    isEffect: method !== "GET",
    what: method === "GET" ? "read a thing" : "do a thing",
  });
  const calls: AccountCalls = {
    account: { ownerId: "o" as OwnerId, accountId: "a" as AccountId, provider: "google" },
    isInteractive,
    accessToken: async (stale) => (stale === undefined ? secret : "fresh"),
    costOf: cost,
    hosts: ["mail.provider.example"],
    troubleOf: ({ status, againAt }) => {
      if (status === 401) return { kind: "sign_in_again", because: "401" };
      if (status === 404) return { kind: "gone", what: "it" };
      if (status === 429) return { kind: "slow_down", until: againAt };
      return { kind: "refused", because: String(status) };
    },
  };
  return {
    fetch: accountFetch(world, calls, new AbortController().signal),
    world,
    calls,
    requests,
    records,
    set: waiting.set,
  };
}

async function outcome(call: Promise<Response>): Promise<string> {
  try {
    return `answered ${(await call).status}`;
  } catch (fault) {
    if (!(fault instanceof TroubleError)) return (fault as Error).name;
    return fault.trouble.kind === "slow_down" ? `slow_down ${fault.trouble.until}` : fault.message;
  }
}
