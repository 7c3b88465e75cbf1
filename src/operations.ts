/**
 * The operator's port, one a process, on loopback only: is it alive (`/healthz`), may it be given work (`/readyz`), and
 * figures for Prometheus (`/metrics`); the web process's shows the queue too (`/queues`). Figures are asked for when they are scraped, never gathered beside the work.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { serve } from "@hono/node-server";
import { type Handler, Hono } from "hono";
import { Gauge, Registry } from "prom-client";
import { catalogue, isJobName } from "./jobs/catalogue.ts";
import type { QueueDepth } from "./jobs/queue.ts";
import type { EffectHealth, TimerHealth } from "./store/read/operations.ts";

export type OperationsSources = {
  /** Resolves with undefined when all is well, else with what is wrong, in words for the operator. */
  checks: Record<string, () => Promise<string | undefined>>;
  timers?: () => Promise<TimerHealth>;
  queue?: () => Promise<QueueDepth>;
  effects?: () => Promise<EffectHealth[]>;
  /** The operators' view of the queue, loaded when it is asked for first: it seldom is. */
  board?: () => Promise<Hono>;
  /** Seconds since the last tick that went well; only where a tick runs. */
  tickAgeSeconds?: () => number;
  onError(error: unknown): void;
};

/** Where the board stands. */
export const boardPath = "/queues";

/** A tick comes every second; after this many without one the process is not ready. */
export const tickAgeSecondsMax = 30;

export function operationsApp(sources: OperationsSources): Hono {
  const metrics = metricsOf(sources);
  const shown = boardOf(sources);
  return new Hono()
    .all(boardPath, shown)
    .all(`${boardPath}/*`, shown)
    .get("/healthz", (c) => c.text("ok\n"))
    .get("/readyz", async (c) => {
      const answers = await Promise.all(
        Object.entries(checksOf(sources)).map(async ([name, check]) => [name, await troubleOf(check)] as const),
      );
      const isReady = answers.every(([, trouble]) => trouble === undefined);
      const checks = Object.fromEntries(answers.map(([name, trouble]) => [name, trouble ?? "ok"]));
      return c.json({ ready: isReady, checks }, isReady ? 200 : 503);
    })
    .get("/metrics", async (c) => c.body(await metrics.read(), 200, { "content-type": metrics.contentType }));
}

function boardOf({ board }: OperationsSources): Handler {
  let loaded: Promise<Hono> | undefined;
  return async (c) => {
    if (board === undefined) return c.notFound();
    // A page from elsewhere could make a browser ask here under a name of its own, and read what it shows.
    if (!isLoopbackHost(c.req.header("host"))) return c.text("not under this name\n", 421);
    loaded ??= board();
    return (await loaded).fetch(c.req.raw);
  };
}

const isLoopbackHost = (host = ""): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);

/** Listens on loopback; port 0 takes any free one. Resolves with the port that it got. */
export async function listenForOperator(app: Hono, port: number): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, ({ port: got }) => {
      resolve({ port: got, close: () => new Promise((closed) => void server.close(() => closed())) });
    });
    server.once("error", reject);
  });
}

const checksOf = ({ checks, tickAgeSeconds }: OperationsSources): OperationsSources["checks"] => ({
  ...checks,
  ...(tickAgeSeconds !== undefined && {
    tick: async () => {
      const age = tickAgeSeconds();
      return age > tickAgeSecondsMax ? `the last tick was ${Math.round(age)} seconds ago` : undefined;
    },
  }),
});

async function troubleOf(check: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Figures that are made new before each scrape; one source that does not answer hides no other's. */
function metricsOf(sources: OperationsSources): { contentType: string; read(): Promise<string> } {
  const registry = new Registry();
  const refreshes = [timerFigures, queueFigures, effectFigures, tickFigures, eventLoopFigures].map((figures) =>
    figures(
      sources,
      (name, help, labelNames = []) => new Gauge({ name: `rapport_${name}`, help, labelNames, registers: [registry] }),
    ),
  );
  return {
    contentType: registry.contentType,
    async read() {
      registry.resetMetrics();
      await Promise.all(refreshes.map((refresh) => refresh?.().catch(sources.onError)));
      return registry.metrics();
    },
  };
}

type MakeGauge = (name: string, help: string, labelNames?: string[]) => Gauge;
type Figures = (sources: OperationsSources, gauge: MakeGauge) => (() => Promise<void>) | undefined;

const timerFigures: Figures = ({ timers }, gauge) => {
  if (timers === undefined) return undefined;
  const lag = gauge("timer_lag_seconds", "How late the oldest due timer is.");
  const due = gauge("timers_due", "Timers that are due now.");
  const failing = gauge("timers_failing", "Timers whose last try failed.", ["kind"]);
  const dead = gauge("dead_letters", "Timers that failed so often that they are tried only now and then.", ["kind"]);
  return async () => {
    const health = await timers();
    lag.set(health.lagSeconds);
    due.set(health.due);
    for (const { kind, attempts, timers: count } of health.failing) {
      failing.inc({ kind }, count);
      if (isJobName(kind) && attempts >= catalogue[kind].attemptsMax) dead.inc({ kind }, count);
    }
  };
};

const queueFigures: Figures = ({ queue }, gauge) => {
  if (queue === undefined) return undefined;
  const jobs = gauge("queue_jobs", "Jobs in the queue, by state.", ["state"]);
  return async () => {
    for (const [state, count] of Object.entries(await queue())) jobs.set({ state }, count);
  };
};

const effectFigures: Figures = ({ effects }, gauge) => {
  if (effects === undefined) return undefined;
  const counts = gauge("effects", "Effects, by kind and state.", ["kind", "state"]);
  const oldest = gauge("effect_oldest_seconds", "Age of the effect longest in a state.", ["kind", "state"]);
  return async () => {
    for (const { kind, state, effects: count, oldestSeconds } of await effects()) {
      counts.set({ kind, state }, count);
      oldest.set({ kind, state }, oldestSeconds);
    }
  };
};

const tickFigures: Figures = ({ tickAgeSeconds }, gauge) => {
  if (tickAgeSeconds === undefined) return undefined;
  const age = gauge("tick_age_seconds", "Time since the last tick that went well.");
  return async () => age.set(tickAgeSeconds());
};

/** How often the loop is asked; what is measured includes it. */
const eventLoopResolutionMs = 10;
const eventLoopQuantiles = { "0.5": 50, "0.99": 99, "1": 100 };

const eventLoopFigures: Figures = (_, gauge) => {
  const quantiles = gauge("event_loop_delay_seconds", "Event-loop delay since the last scrape.", ["quantile"]);
  const delay = monitorEventLoopDelay({ resolution: eventLoopResolutionMs });
  delay.enable();
  return async () => {
    for (const [quantile, percent] of Object.entries(eventLoopQuantiles)) {
      const delayMs = delay.percentile(percent) / 1e6 - eventLoopResolutionMs;
      quantiles.set({ quantile }, Math.max(0, delayMs) / 1000);
    }
    delay.reset();
  };
};
