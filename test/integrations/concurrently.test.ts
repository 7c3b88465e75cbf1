import { expect, test } from "vitest";
import { concurrently } from "../../src/integrations/concurrently.ts";

const never = new AbortController().signal;
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

test("so many at a time and no more, every result once, as they come", async () => {
  let running = 0;
  let most = 0;
  const results: number[] = [];
  const work = async (item: number) => {
    most = Math.max(most, ++running);
    for (let wait = item % 3; wait >= 0; wait -= 1) await tick();
    running -= 1;
    return item;
  };
  for await (const result of concurrently([...Array(20).keys()], 4, never, work)) results.push(result);
  expect(most).toBe(4);
  expect(results.toSorted((one, other) => one - other)).toEqual([...Array(20).keys()]);
  expect(results).not.toEqual([...Array(20).keys()]);
});

test.each(["one fails", "nobody asks any more"])("when %s, the rest is told and waited for", async (how) => {
  const told: number[] = [];
  const work = async (item: number, signal: AbortSignal) => {
    if (item === 0 && how === "one fails") throw new RangeError("no");
    if (item === 0) return item;
    while (!signal.aborted) await tick();
    told.push(item);
    throw signal.reason;
  };
  const run = async () => {
    for await (const _ of concurrently([0, 1, 2, 3], 3, never, work)) break;
  };
  if (how === "one fails") await expect(run()).rejects.toThrow(RangeError);
  else await run();
  expect(told.sort()).toEqual([1, 2]);
});
