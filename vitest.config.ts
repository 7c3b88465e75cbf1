import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/support/long-first.ts";

/** RAPPORT_SLOW=1 runs the suites that have scripts of their own instead of the quick ones. */
const isSlow = process.env.RAPPORT_SLOW === "1";

export default defineConfig({
  test: {
    include: [isSlow ? "test/**/*.slow.test.ts" : "test/**/*.test.ts"],
    exclude: ["test/peers/**", ...(isSlow ? [] : ["test/**/*.slow.test.ts"])],
    setupFiles: ["test/support/each-file.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    pool: "forks",
    // Node reads the files itself, as it does when the product runs: nothing is rewritten, and loops run twice as fast.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Files of one process share the modules they import: reading them anew for each of a hundred files took half the time.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // The runner leaves one core idle, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    testTimeout: isSlow ? 600_000 : 30_000,
    hookTimeout: 30_000,
  },
});
