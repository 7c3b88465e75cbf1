import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Job } from "../../src/jobs/catalogue.ts";
import { openQueue } from "../../src/jobs/queue.ts";
import { queueBackends } from "../support/queue-backends.ts";
import { until } from "../support/until.ts";

const job: Job = { name: "discover", payload: { ownerId: "01920000-0000-7000-8000-00000000000a" as OwnerId } };
/** Lock 5 s, look 2 s, and room for a slow machine. */
const againWithinMs = 12_000;

describe.concurrent("a job whose process was killed with -9 runs again within seconds", () => {
  for (const { name, missing, open } of queueBackends) {
    test.skipIf(missing)(`on ${name}`, { timeout: 30_000 }, async () => {
      const { backend, close } = await open();
      const namespace = "killed";
      const queue = await openQueue({ backend, namespace, shards: 2, onError: () => undefined });
      await queue.add(job);

      const script = join(import.meta.dirname, "hanging-worker.ts");
      const child = spawn(process.execPath, [script, JSON.stringify({ backend, namespace })], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [said] = await once(child.stdout, "data");
      expect(String(said).trim()).toBe("discover");
      child.kill("SIGKILL");
      await once(child, "exit");

      const killedAt = performance.now();
      const again: Job[] = [];
      await queue.worker({ handle: async (got) => void again.push(got), onFailed: async () => undefined });
      await until(() => again.length > 0);
      expect(again).toEqual([job]);
      expect(performance.now() - killedAt).toBeLessThan(againWithinMs);
      await queue.close();
      await close();
    });
  }
});
