/**
 * `node scripts/matrix.ts`: the four pairs of databases and queues (design §2), each with the store, flow and queue tests
 * and the process tree: the embedded database or a server, without Redis or with it. Prints one JSON line a pair.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { testPostgresServer } from "../test/support/postgres-server.ts";
import { hasRedis } from "../test/support/redis.ts";

const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const tests = ["test/store", "test/flows", "test/jobs", "test/processes.test.ts"];
const queues = ["postgres", "redis"] as const;

const server = await testPostgresServer();
let failed = 0;
try {
  for (const database of ["embedded", server.version]) {
    for (const queue of queues) {
      const pair = { matrix: "store, flows, queue, processes", database, queue };
      if (queue === "redis" && !hasRedis) {
        console.log(JSON.stringify({ ...pair, skipped: "no redis-server" }));
        continue;
      }
      const began = performance.now();
      const { status } = spawnSync(process.execPath, [vitest, "run", "--configLoader", "native", ...tests], {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, TEST_QUEUE: queue, TEST_DATABASE_URL: database === "embedded" ? "" : server.url },
      });
      if (status !== 0) failed += 1;
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(JSON.stringify({ ...pair, passed: status === 0, seconds }));
    }
  }
} finally {
  await server.stop();
}
process.exitCode = failed === 0 ? 0 : 1;
