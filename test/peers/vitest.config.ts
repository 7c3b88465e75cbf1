import { defineConfig } from "vitest/config";

/** Run by hand or by .ci/run, after `npm ci` in this folder: `npx vitest run --config test/peers/vitest.config.ts`. */
export default defineConfig({
  test: {
    include: ["test/peers/*.test.ts"],
    setupFiles: ["test/support/each-file.ts"],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 30_000,
  },
});
