/** The process tree of `serve` (design §2, Processes), as a person sees it from outside. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fastFolder } from "./support/global-setup.ts";
import { testRedis } from "./support/redis.ts";
import {
  databaseProcesses,
  freeSettings,
  processes,
  type Serving,
  startServing,
  treeOf,
  verbProcess,
} from "./support/serving.ts";
import { until } from "./support/until.ts";
