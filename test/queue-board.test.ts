/** The operators' board over a real queue: it shows what failed, and has no way to change anything. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OwnerId } from "../src/domain/ids.ts";
import { type JobQueue, openQueue } from "../src/jobs/queue.ts";
import { operationsApp } from "../src/operations.ts";
import { queueBoard } from "../src/queue-board.ts";
import { queueBackends } from "./support/queue-backends.ts";
import { until } from "./support/until.ts";

const host = "127.0.0.1:9400";
const owner = "01920000-0000-7000-8000-000000000001" as OwnerId;

for (const { name, missing, open } of queueBackends)
  describe.skipIf(missing)(`the board of a queue on ${name}`, () => {
    let queue: JobQueue;
    let close: () => Promise<void>;
    const ask = (path: string, { method = "GET", from = host } = {}) =>
      operationsApp({
        checks: {},
        onError: () => undefined,
        board: async () => queueBoard(queue.queues),
      }).request(path, { method, headers: { host: from } });

    beforeAll(async () => {
      const backend = await open();
      queue = await openQueue({ backend: backend.backend, namespace: "board", shards: 2, onError: () => undefined });
      close = async () => {
        await queue.close();
        await backend.close();
      };
      const handle = async () => {
        throw new Error("the mailbox is shut");
      };
      const worker = await queue.worker({ handle, onFailed: async () => undefined });
      await queue.add({ name: "discover", payload: { ownerId: owner } });
      await until(async () => (await queue.depth()).failed === 1);
      await worker.close();
    });
    afterAll(() => close());

    test("names the job that failed and why, by ids alone", async () => {
      const answer = await ask("/queues/api/queues?activeQueue=&page=1&jobsPerPage=10");
      expect(answer.status).toBe(200);
      const { queues } = (await answer.json()) as {
        queues: { name: string; readOnlyMode: boolean; counts: Record<string, number> }[];
      };
      expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
      const failing = queues.find(({ counts }) => counts.failed === 1);
      const shown = await ask(
        `/queues/api/queues?activeQueue=${encodeURIComponent(failing!.name)}&status=failed&page=1`,
      );
      const text = await shown.text();
      expect(text).toContain("the mailbox is shut");
      expect(text).toContain(owner);
    });

    test("its page asks no other house for anything, and runs no script but its own", async () => {
      const page = await ask("/queues");
      expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'; script-src 'self';/);
      const html = await page.text();
      expect(html).toContain("Rapport: queue");
      expect(html).not.toMatch(/(?:href|src)="https?:/);
      const script = /src="(static\/js\/[^"]+)"/.exec(html)?.[1];
      expect((await ask(`/queues/${script}`)).status).toBe(200);
    });

    test.each(["PUT", "POST", "DELETE", "PATCH"])("%s is refused, wherever it goes", async (method) => {
      expect((await ask("/queues/api/queues/board/clean/failed", { method })).status).toBe(405);
      expect((await queue.depth()).failed).toBe(1);
    });

    test("under another name it is not there for a browser that was led here", async () => {
      for (const from of ["rebound.example", "rebound.example:9400", "127.0.0.1.rebound.example", ""])
        expect((await ask("/queues", { from })).status).toBe(421);
      for (const from of ["localhost:9400", "[::1]:9400", "127.0.0.1"])
        expect((await ask("/queues", { from })).status).toBe(200);
    });
  });

test("without a queue there is no board, and the other answers stand", async () => {
  const app = operationsApp({ checks: {}, onError: () => undefined });
  expect((await app.request("/queues", { headers: { host } })).status).toBe(404);
  expect((await app.request("/healthz", { headers: { host: "probe.example" } })).status).toBe(200);
});
