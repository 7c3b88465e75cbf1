/** Bad input: generated hostile messages are read in bounded time, without a throw, and never as an acceptance. */
import { describe, expect, test } from "vitest";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import type { MessageHeaders, MessageText } from "../../../src/domain/mail/message.ts";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { readSignature } from "../../../src/domain/mail/signature.ts";
import { readReply } from "../../../src/domain/reply/meaning.ts";
import { readMessageText } from "../../../src/integrations/archive/message-text.ts";
import { replyCases } from "../../support/reply-cases.ts";

/** 5,000 with RAPPORT_SLOW=1. */
const messages = process.env.RAPPORT_SLOW === "1" ? 5_000 : 200;
/** Of one message, on a busy computer. */
const millisecondsMax = 1_500;

const { offer } = replyCases("en")[0]!;

/** Numbers from a seed, so that a failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
    return (state >>> 0) % below;
  };
}

const pieces: readonly ((random: (below: number) => number) => string)[] = [
  (random) => ">".repeat(random(3_000)),
  (random) => "On Mon, ".repeat(random(600)),
  (random) => `${"a".repeat(random(20_000))} wrote:`,
  (random) => "<div>".repeat(random(3_000)),
  (random) => "<blockquote>x".repeat(random(800)),
  (random) => "\u202e\u200b\u2066Tuesday\u2069".repeat(random(300)),
  (random) => " ".repeat(random(30_000)),
  (random) => "-_=".repeat(random(4_000)),
  (random) => "From: a@b.example\nTo: ".repeat(random(300)),
  (random) => "1:".repeat(random(3_000)),
  (random) => "10-10-".repeat(random(1_500)),
  (random) => "halb halb viertel nach ".repeat(random(300)),
  (random) => "not no never works ".repeat(random(400)),
  (random) => "a@".repeat(random(3_000)),
  (random) => "&#x".repeat(random(2_000)),
  (random) => String.fromCodePoint(...Array.from({ length: random(400) }, () => 1 + random(0x2fff))),
  (random) => "ich habe ".repeat(random(500)),
  (random) => "((((".repeat(random(2_000)),
  (random) => "(unsubscribe)? ".repeat(random(400)),
  (random) => "550 5.1.1 ".repeat(random(800)),
  () => "\ud800\udfff\u0000\r\r\n",
];

function hostile(seed: number): { headers: MessageHeaders; text: MessageText } {
  const random = randomFrom(seed);
  const some = () =>
    Array.from({ length: 1 + random(5) }, () => pieces[random(pieces.length)]!(random)).join(
      random(2) === 0 ? "\n" : " ",
    );
  const plain = random(4) === 0 ? undefined : some();
  const text: MessageText = {
    ...(plain !== undefined && { plain }),
    ...(random(2) === 0 && { html: some() }),
    calendars: random(5) === 0 ? [`BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n${some()}`] : [],
    cards: [],
    attachments: [],
    ...(random(5) === 0 && { reports: [{ mediaType: "message/delivery-status", text: some() }] }),
  };
  const headers: MessageHeaders = {
    references: [],
    from: { address: `x${random(99)}@y.example`, name: some().slice(0, 400) },
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    deliveredTo: [],
    subject: some().slice(0, 1_000),
    labels: [],
    contentType: "text/plain",
    signals: random(2) === 0 ? { autoSubmitted: "auto-replied" } : {},
  };
  return { headers, text };
}

test(`${messages} hostile messages`, () => {
  let slowest = { seed: 0, milliseconds: 0 };
  for (let seed = 1; seed <= messages; seed += 1) {
    const { headers, text } = hostile(seed);
    const start = performance.now();
    const trimmed = newTextOf(text);
    kindOf(headers, text, trimmed);
    readSignature(trimmed, headers.from);
    const meaning = readReply(trimmed, offer);
    const milliseconds = performance.now() - start;
    expect(meaning.kind, `seed ${seed}`).not.toBe("accept");
    if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds };
  }
  expect(slowest.milliseconds, `seed ${slowest.seed}`).toBeLessThan(millisecondsMax);
}, 600_000);

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
