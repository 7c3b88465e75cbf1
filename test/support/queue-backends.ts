/**
 * The two things a queue may stand on, each opened for one test file. TEST_QUEUE=postgres or redis leaves only that one,
 * as scripts/matrix.ts does for its pairs.
 */
import type { QueueBackend } from "../../src/jobs/queue.ts";
import type { DatabaseAddress } from "../../src/store/database.ts";
import { PreparedClient } from "../../src/store/prepared-client.ts";
import { testDatabase } from "./postgres.ts";
import { hasRedis, testRedis } from "./redis.ts";

export type OpenedBackend = { backend: QueueBackend; close(): Promise<void> };

export const postgresBackend = (address: DatabaseAddress): QueueBackend => ({
  kind: "postgres",
  connection: {
    ...(address.kind === "url" ? { connectionString: address.url } : address),
    Client: PreparedClient,
  },
});

const only = process.env.TEST_QUEUE ?? "";

const allBackends = [
  {
    kind: "postgres",
    name: "PostgreSQL",
    missing: false,
    async open(): Promise<OpenedBackend> {
      const { address, drop } = await testDatabase();
      return { backend: postgresBackend(address), close: drop };
    },
  },
  {
    kind: "redis",
    name: "Redis",
    missing: !hasRedis,
    async open(): Promise<OpenedBackend> {
      const redis = (await testRedis())!;
      return { backend: { kind: "redis", url: redis.url }, close: redis.stop };
    },
  },
];

export const queueBackends = allBackends.filter(({ kind }) => only === "" || only === kind);
