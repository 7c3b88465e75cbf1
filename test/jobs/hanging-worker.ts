/** A process of its own for the tests: takes one job, says so on its standard output, and hangs until it is killed. */
import { openQueue, type QueueBackend } from "../../src/jobs/queue.ts";

const { backend, namespace } = JSON.parse(process.argv[2]!) as { backend: QueueBackend; namespace: string };
const queue = await openQueue({ backend, namespace, shards: 2, onError: (error) => console.error(error) });
await queue.worker({
  handle: (job) => {
    console.log(job.name);
    return new Promise(() => undefined);
  },
  onFailed: async () => undefined,
});
