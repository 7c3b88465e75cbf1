/** The demo's time as its pages know it: what comes next in the sandbox's world, and moving on to it. */
import { z } from "zod";
import { type Instant, parseInstant } from "../domain/time.ts";
import type { DemoTime } from "../web/context.ts";
import { controlHost } from "./demo-cloud.ts";
import type { StoredClock } from "./stored-clock.ts";

const answer = z.object({
  nextAt: z
    .string()
    .nullable()
    .transform((text): Instant | undefined => (text === null ? undefined : parseInstant(text))),
});

/** `sandbox` is its loopback address. */
export const openDemoTime = (sandbox: string, clock: StoredClock): DemoTime => ({
  moveTo: (to) => clock.moveTo(to),
  nextAt: async () => answer.parse(await (await fetch(`${sandbox}/${controlHost}/next`)).json()).nextAt,
});
