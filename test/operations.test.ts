import { expect, test } from "vitest";
import { listenForOperator, type OperationsSources, operationsApp, tickAgeSecondsMax } from "../src/operations.ts";

const quiet = { checks: {}, onError: () => undefined };
const ask = (sources: OperationsSources, path: string) => operationsApp(sources).request(path);
const figures = async (sources: OperationsSources) => {
  const text = await (await ask(sources, "/metrics")).text();
  return text.split("\n").filter((line) => line.startsWith("rapport_"));
};

test("alive is alive, whatever else is broken", async () => {
  const broken = async () => "gone";
  expect((await ask({ ...quiet, checks: { database: broken } }, "/healthz")).status).toBe(200);
});

test.each<{ checks: OperationsSources["checks"]; status: number; says: object }>([
  { checks: { database: async () => undefined }, status: 200, says: { database: "ok" } },
  { checks: { schema: async () => "schema 3, expected 4" }, status: 503, says: { schema: "schema 3, expected 4" } },
  {
    checks: {
      database: () => Promise.reject(new Error("connection refused")),
      schema: async () => undefined,
    },
    status: 503,
    says: { database: "connection refused", schema: "ok" },
  },
])("ready is $status when the checks say $says", async ({ checks, status, says }) => {
  const answer = await ask({ ...quiet, checks }, "/readyz");
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ ready: status === 200, checks: says });
});

test.each`
  age                      | status
  ${0.4}                   | ${200}
  ${tickAgeSecondsMax}     | ${200}
  ${tickAgeSecondsMax + 1} | ${503}
`("a tick $age s ago answers $status", async ({ age, status }) => {
  expect((await ask({ ...quiet, tickAgeSeconds: () => age }, "/readyz")).status).toBe(status);
});

test("figures tell timers, dead letters, the queue, effects and the tick", async () => {
  const lines = await figures({
    ...quiet,
    timers: async () => ({
      due: 3,
      lagSeconds: 1.5,
      failing: [
        { kind: "discover", attempts: 2, timers: 4 },
        { kind: "discover", attempts: 8, timers: 1 },
      ],
    }),
    queue: async () => ({ waiting: 5, active: 2, delayed: 0, failed: 1 }),
    effects: async () => [{ kind: "send", state: "unknown", effects: 1, oldestSeconds: 40 }],
    tickAgeSeconds: () => 0.5,
  });
  expect(lines).toEqual(
    expect.arrayContaining([
      "rapport_timers_due 3",
      "rapport_timer_lag_seconds 1.5",
      'rapport_timers_failing{kind="discover"} 5',
      'rapport_dead_letters{kind="discover"} 1',
      'rapport_queue_jobs{state="waiting"} 5',
      'rapport_queue_jobs{state="failed"} 1',
      'rapport_effects{kind="send",state="unknown"} 1',
      'rapport_effect_oldest_seconds{kind="send",state="unknown"} 40',
      "rapport_tick_age_seconds 0.5",
    ]),
  );
  expect(lines.some((line) => /^rapport_event_loop_delay_seconds\{quantile="0.99"\} /.test(line))).toBe(true);
});

test("a second scrape counts nothing twice, and states that are gone are gone", async () => {
  let state = "unknown";
  const app = operationsApp({
    ...quiet,
    timers: async () => ({ due: 0, lagSeconds: 0, failing: [{ kind: "discover", attempts: 1, timers: 4 }] }),
    effects: async () => [{ kind: "send", state, effects: 1, oldestSeconds: 40 }],
  });
  await app.request("/metrics");
  state = "done";
  const text = await (await app.request("/metrics")).text();
  expect(text).toContain('rapport_timers_failing{kind="discover"} 4');
  expect(text).toContain('rapport_effects{kind="send",state="done"} 1');
  expect(text).not.toContain("unknown");
});

test("a source that does not answer is reported and hides no other figure", async () => {
  const errors: unknown[] = [];
  const lines = await figures({
    checks: {},
    queue: () => Promise.reject(new Error("no Redis")),
    tickAgeSeconds: () => 2,
    onError: (error) => errors.push(error),
  });
  expect(lines).toContain("rapport_tick_age_seconds 2");
  expect(errors).toEqual([new Error("no Redis")]);
});

test("it listens on loopback and on nothing else", async () => {
  const { port, close } = await listenForOperator(operationsApp(quiet), 0);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe("ok\n");
  await close();
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});
