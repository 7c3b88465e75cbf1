/** Bad input: generated hostile messages are read in bounded time, without a throw, and never as an acceptance. */
import { describe, expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { readReply } from "../../../src/domain/reply/meaning.ts";
import { readMessageText } from "../../../src/integrations/archive/message-text.ts";
import { replyCases } from "../../support/reply-cases.ts";
import { readHostile } from "./read-hostile.ts";

/** Each kind; hostile.slow.test.ts reads thousands. */
const messages = 50;
/** Of one message, on a busy computer. */
const millisecondsMax = 1_500;

test(`${2 * messages} hostile messages`, async () => {
  const slowest = await readHostile({ from: 1, count: messages });
  expect(slowest.milliseconds, `seed ${slowest.seed}`).toBeLessThan(millisecondsMax);
});

const { offer } = replyCases("en")[0]!;

describe("one line of a million characters", () => {
  test.each([
    "a",
    " ",
    ">",
    "1 ",
    "On 1/1/2026 ",
    "<b>",
    "wrote: ",
    "-",
    "é",
    "a@b.example ",
    "Tuesday at 10 works ",
    "nicht ",
  ])("%j", (piece) => {
    const line = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const start = performance.now();
    for (const text of [{ plain: line }, { html: line }]) {
      const trimmed = newTextOf({ ...text, calendars: [], cards: [], attachments: [] });
      readReply(trimmed, offer);
    }
    expect(performance.now() - start).toBeLessThan(millisecondsMax);
  });
});

test("parts nested 200 deep", async () => {
  let body = "Content-Type: text/plain\r\n\r\nTuesday at 10 works.\r\n";
  for (let depth = 0; depth < 200; depth += 1) {
    body = `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`;
  }
  const text = await readMessageText(Buffer.from(`From: a@b.example\r\nMIME-Version: 1.0\r\n${body}`));
  expect(newTextOf(text).source.length).toBeLessThan(1_000_000);
});
