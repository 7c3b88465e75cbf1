/**
 * How fast mail is understood on one core: kind and new text from parsed parts, the same from raw bytes, a whole reading of
 * a reply, and one message of a megabyte on one line. Figures are medians of rounds.
 */
import { kindOf } from "../../src/domain/mail/kind.ts";
import type { MessageHeaders, MessageText } from "../../src/domain/mail/message.ts";
import { newTextOf } from "../../src/domain/mail/new-text.ts";
import { readReply } from "../../src/domain/reply/meaning.ts";
import { readHeaders } from "../../src/integrations/archive/message-headers.ts";
import { readMessageText } from "../../src/integrations/archive/message-text.ts";
import { bounceShapes, failures } from "../../test/fixtures/mail/bounce-shapes.ts";
import { threads } from "../../test/fixtures/mail/threads.ts";
import { replyCases } from "../../test/support/reply-cases.ts";

const rounds = 5;

const written = [
  ...threads.map(({ body }) => ({
    headers: { From: "Tom Lind <tom@northquay.example>", Subject: "Re: A short talk" },
    body,
  })),
  ...bounceShapes.map((shape, at) => shape.write(failures[at % failures.length]!)),
];
const raw = written.map(({ headers, body }) => {
  const fields = { To: "owner@rapport.example", Date: "Mon, 16 Nov 2026 10:00:00 +0100", ...headers };
  return Buffer.from(
    `${Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\r\n")}\r\n\r\n${body.replaceAll("\n", "\r\n")}`,
  );
});

async function parse(bytes: Buffer): Promise<{ headers: MessageHeaders; text: MessageText }> {
  const binary = bytes.toString("latin1");
  const read = readHeaders({ binary: binary.slice(0, binary.indexOf("\r\n\r\n") + 2), placeLabels: [] });
  if (read.kind === "refused") throw new Error(read.because);
  return { headers: read.headers, text: await readMessageText(bytes) };
}

const understand = ({ headers, text }: { headers: MessageHeaders; text: MessageText }) =>
  kindOf(headers, text, newTextOf(text));

async function perSecond(count: number, work: () => Promise<void> | void): Promise<number> {
  await work();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    rates.push((count / (performance.now() - start)) * 1_000);
  }
  return Math.round(rates.toSorted((one, other) => one - other)[Math.floor(rounds / 2)]!);
}

export type MailCase = { case: string; messages: number; perSecond: number };

export async function benchMail(): Promise<MailCase[]> {
  const parsed = await Promise.all(raw.map(parse));
  const replies = ["en", "de", "fr", "es"].flatMap(replyCases);
  const line = "Tuesday at 10 works and so on ".repeat(35_000);
  const oneLine = parsed
    .slice(0, 1)
    .map(({ headers }) => ({ headers, text: { plain: line, calendars: [], cards: [], attachments: [] } }));
  const cases: readonly { case: string; messages: number; work: () => Promise<void> | void }[] = [
    {
      case: "kind and new text, from parsed parts",
      messages: parsed.length,
      work: () => {
        for (const message of parsed) understand(message);
      },
    },
    {
      case: "kind and new text, from raw bytes",
      messages: raw.length,
      work: async () => {
        for (const bytes of raw) understand(await parse(bytes));
      },
    },
    {
      case: "meaning of a reply",
      messages: replies.length,
      work: () => {
        for (const { text, offer } of replies) readReply(text, offer);
      },
    },
    {
      case: "one megabyte on one line",
      messages: 1,
      work: () => {
        for (const message of oneLine) understand(message);
      },
    },
  ];
  const measured: MailCase[] = [];
  for (const { work, ...rest } of cases) measured.push({ ...rest, perSecond: await perSecond(rest.messages, work) });
  return measured;
}
