/** Generated messages that mean harm, each from its seed, so that a failure can be seen again. */
import type { MessageHeaders, MessageText } from "../../../src/domain/mail/message.ts";

type Random = (below: number) => number;

function randomFrom(seed: number): Random {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
    return (state >>> 0) % below;
  };
}

const pieces: readonly ((random: Random) => string)[] = [
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
  (random) => ">>> Nora 1/1/2026 9:00 ".repeat(random(300)),
  (random) => "Nora ---1/1/2026 9:00---".repeat(random(300)),
  (random) => "This e-mail is ".repeat(random(400)),
  (random) => "Best, Tom | ".repeat(random(400)),
  () => "\ud800\udfff\u0000\r\r\n",
];

const some = (random: Random): string =>
  Array.from({ length: 1 + random(5) }, () => pieces[random(pieces.length)]!(random)).join(
    random(2) === 0 ? "\n" : " ",
  );

/** A message whose parts have been read already. */
export function hostileMessage(seed: number): { headers: MessageHeaders; text: MessageText } {
  const random = randomFrom(seed);
  const plain = random(4) === 0 ? undefined : some(random);
  const text: MessageText = {
    ...(plain !== undefined && { plain }),
    ...(random(2) === 0 && { html: some(random) }),
    calendars: random(5) === 0 ? [`BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n${some(random)}`] : [],
    cards: [],
    attachments: [],
    ...(random(5) === 0 && { reports: [{ mediaType: "message/delivery-status", text: some(random) }] }),
  };
  const headers: MessageHeaders = {
    references: [],
    from: { address: `x${random(99)}@y.example`, name: some(random).slice(0, 400) },
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    deliveredTo: [],
    subject: some(random).slice(0, 1_000),
    labels: [],
    contentType: "text/plain",
    signals: random(2) === 0 ? { autoSubmitted: "auto-replied" } : {},
  };
  return { headers, text };
}

const charsets = ["utf-7", "x-none", "utf-16le", "iso-2022-jp", "windows-9999", '"', "", "a".repeat(5_000)];
const encodings = ["base64", "quoted-printable", "x-uuencode", "8bit", "BASE64 ", ""];
const types = ["text/plain", "text/html", "text/calendar; method=REPLY", "message/rfc822", "message/delivery-status"];

/** Headers and body as bytes: parts in parts, charsets that nobody knows, broken encodings, headers without end. */
export function hostileEml(seed: number): { section: string; bytes: Buffer } {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const oneLine = (text: string) => text.replace(/[\r\n\0]+/g, " ");
  let part = "";
  for (let depth = random(3) === 0 ? random(200) : 0; depth >= 0; depth -= 1) {
    const boundary = `b${depth}${random(9)}`;
    const leaf = `Content-Type: ${pick(types)}; charset=${pick(charsets)}\r\nContent-Transfer-Encoding: ${pick(encodings)}\r\n\r\n${random(4) === 0 || part === "" ? some(random) : "x"}`;
    const end = random(5) === 0 ? "" : `--${boundary}--\r\n`;
    part = `Content-Type: multipart/${pick(["mixed", "alternative", "report; report-type=delivery-status"])}; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${part === "" ? leaf : part}\r\n--${boundary}\r\n${leaf}\r\n${end}`;
  }
  const section = [
    `From: ${random(2) === 0 ? "=?x-none?b?////?=" : '"'.repeat(1 + random(40))} <x@y.example>`,
    `To: ${"a@b.example, ".repeat(random(3_000))}`,
    `Subject: ${"=?utf-8?q?".repeat(random(200))}${oneLine(some(random))}`,
    `References: ${"<a@b> ".repeat(random(2_000))}`,
    ...Array.from({ length: random(500) }, (_, at) => `X-${at}: ${"x ".repeat(random(40))}`),
  ].join("\r\n");
  return { section: `${section}\r\n`, bytes: Buffer.from(`${section}\r\n${part}`, "utf8") };
}
