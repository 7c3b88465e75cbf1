/**
 * Run before each test file. Properties are tried on the same cases each time, so that a change is judged by the change:
 * RAPPORT_SEED=NUMBER tries others, and what fails then becomes an example of its test.
 */
import fc from "fast-check";
import { afterAll } from "vitest";
import { giveAllBack } from "./end-of-file.ts";

fc.configureGlobal({ seed: Number(process.env.RAPPORT_SEED ?? 20_261_122) });
afterAll(giveAllBack);
