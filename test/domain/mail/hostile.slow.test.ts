/** Bad input: 5,000 generated hostile messages, and lines of ten million characters, in bounded time and memory. */
import { expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { readMessageText } from "../../../src/integrations/archive/message-text.ts";
import { readHostile } from "./read-hostile.ts";

/** Of one message, on a busy computer. */
const millisecondsMax = 3_000;
const heapBytesMax = 600e6;
/** Messages read between two looks at the heap, half of them as parts and half as bytes. */
const roundMessages = 500;

test("5,000 hostile messages (issue 4)", async () => {
  for (let round = 0; round < 10; round += 1) {
    const slowest = await readHostile({ from: 1 + (round * roundMessages) / 2, count: roundMessages / 2 });
    expect(slowest.milliseconds, `seed ${slowest.seed}`).toBeLessThan(millisecondsMax);
    expect(process.memoryUsage().heapUsed).toBeLessThan(heapBytesMax);
    console.log(
      `${(round + 1) * roundMessages} messages, slowest ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed})`,
    );
  }
});

test.each(["a", " ", ">", "\t", "wrote: ", "é", "<b>"])("one line of ten million characters: %j", async (piece) => {
  const line = piece.repeat(Math.ceil(10_000_000 / piece.length));
  for (const type of ["text/plain", "text/html"]) {
    const bytes = Buffer.from(`From: a@b.example\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${line}\r\n`);
    const start = performance.now();
    const { source } = newTextOf(await readMessageText(bytes));
    expect(performance.now() - start).toBeLessThan(millisecondsMax);
    expect(source.length).toBeLessThan(1_000_000);
  }
});
