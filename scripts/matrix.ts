/**
 * `node scripts/matrix.ts`: the four pairs of databases and queues (design §2): the embedded database or a server, without
 * Redis or with it. Queue tests and the process tree run on each pair; the store and the flows know no queue, so they run
 * once on each database. Prints one JSON line a pair.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { testPostgresServer } from "../test/support/postgres-server.ts";
import { hasRedis } from "../test/support/redis.ts";

const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const queues = ["postgres", "redis"] as const;
const onEachPair = ["test/jobs", "test/processes.test.ts"];
const onEachDatabase = ["test/store", "test/flows"];
/** It makes its own databases, the same ones on each pair. */
const onNone = ["--exclude", "test/store/embedded.test.ts"];

const server = await testPostgresServer();
let failed = 0;
try {
  for (const database of ["embedded", server.version]) {
    for (const queue of queues) {
      const tests = queue === queues[0] ? [...onEachDatabase, ...onEachPair] : onEachPair;
      const pair = { matrix: tests, database, queue };
      if (queue === "redis" && !hasRedis) {
        console.log(JSON.stringify({ ...pair, skipped: "no redis-server" }));
        continue;
      }
      const began = performance.now();
      const { status } = spawnSync(process.execPath, [vitest, "run", "--configLoader", "native", ...onNone, ...tests], {
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
