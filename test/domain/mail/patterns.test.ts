/**
 * Bad input: no pattern of ours can be made to run for long. Each pattern that runs while mail is read is collected with the
 * longest text that it was given. Those that see whole texts must be linear; those that see lines cut at `seenMax` may be
 * quadratic. Judged by ratios within one run, because nothing else is the same on every computer.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { addressesIn } from "../../../src/domain/mail/addresses-in.ts";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import { seenMax } from "../../../src/domain/mail/lines.ts";
import type { MessageHeaders, MessageText } from "../../../src/domain/mail/message.ts";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { readSignature } from "../../../src/domain/mail/signature.ts";
import { readReply } from "../../../src/domain/reply/meaning.ts";
import { replyCases } from "../../support/reply-cases.ts";

/** What patterns stumble over when it is repeated: joints between words, marks, numbers and quotes. */
const pieces = [
  ...'a \t\n,.!-_>(<"@:;é0\0'.split(""),
  "a@a.",
  "a ",
  "1 ",
  "10-10-",
  "10:",
  "0.0,",
  ": On 0:",
  ",;-=",
  ";A=a,",
  ";A=,,,,,,,",
  " on",
  "the next ",
  "any but on ",
  "not ",
  "ich habe ",
  "halb ",
  "or, ",
  "tuesday ",
  "24th or ",
  "On 1/1/2026 ",
  "wrote: ",
  "<div>",
  "550 5.1.1 ",
  "From: a\n",
  "I am away until ",
];

/** Characters: more than one line is cut at, and few enough to be read a hundred times. */
const longText = 1_500;

type Pattern = { source: string; flags: string; longest: number };
const patterns = new Map<string, Pattern>();

const message = (plain: string, more: Partial<MessageText> = {}): MessageText => ({
  plain,
  calendars: [],
  cards: [],
  attachments: [],
  ...more,
});
const headersFrom = (address: string, more: Partial<MessageHeaders> = {}): MessageHeaders => ({
  references: [],
  from: { address, name: "Ada Pell" },
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  deliveredTo: [],
  labels: [],
  subject: "Re: coffee",
  contentType: "text/plain",
  signals: {},
  ...more,
});

beforeAll(() => {
  const original = RegExp.prototype.exec;
  // Every way to run a pattern (test, replace, split, match, search) goes through exec.
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const key = `/${this.source}/${this.flags}`;
    const known = patterns.get(key);
    const longest = Math.max(known?.longest ?? 0, String(text).length);
    patterns.set(key, { source: this.source, flags: this.flags, longest });
    return original.call(this, text);
  };
  try {
    readEverything();
  } finally {
    RegExp.prototype.exec = original;
  }
});

/** Ordinary replies in four languages and long texts of each piece, as letters, pages, invitations and reports. */
function readEverything(): void {
  const cases = (["en", "de", "fr", "es"] as const).flatMap((language) => replyCases(language));
  for (const { text, offer } of cases) readReply(text, offer);
  for (const piece of pieces) {
    const long = piece.repeat(Math.ceil(longText / piece.length));
    const texts = [
      message(`${long}\nTuesday at 10 works.\n\nAda Pell\nPell & Sons\n+44 20 5550 0100`),
      message("", { html: `<p>${long}</p><p>Tuesday</p>` }),
      message("x", { calendars: [`BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n${long}`] }),
      message(long, { reports: [{ mediaType: "message/delivery-status", text: long }] }),
    ];
    for (const text of texts) {
      const trimmed = newTextOf(text);
      readSignature(trimmed, headersFrom("ada@pell.example").from);
      readReply(trimmed, cases[0]!.offer);
      kindOf(headersFrom("ada@pell.example", { signals: { autoSubmitted: "auto-replied" } }), text, trimmed);
      kindOf(headersFrom("mailer-daemon@pell.example", { subject: "Undelivered mail" }), text, trimmed);
    }
  }
}

/** Processor time of this thread, so that it does not matter what else the machine does. */
const run = ({ source, flags }: Pattern, text: string, times = 1): number => {
  const pattern = new RegExp(source, flags);
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) {
    pattern.lastIndex = 0;
    if (pattern.global) for (const _ of text.matchAll(pattern));
    else pattern.test(text);
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / times;
};
const best = (pattern: Pattern, text: string, times = 1): number =>
  Math.min(...[1, 2, 3].map(() => run(pattern, text, times)));

/** Below this a measurement is noise, and nobody waits for it. */
const noticedMs = 5;
/** A processor's clock ticks no finer than this. */
const shortestMs = 0.1;

/** Patterns whose time grows more than `most`-fold when a piece fills `long` characters instead of a tenth of them. */
function growing(wanted: readonly Pattern[], long: (pattern: Pattern) => number, most: number): string[] {
  return wanted.flatMap((pattern) =>
    pieces.flatMap((piece) => {
      const text = (length: number) => `x${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length);
      const length = long(pattern);
      if (run(pattern, text(length)) < noticedMs) return [];
      const ratioOnce = () => best(pattern, text(length)) / Math.max(best(pattern, text(length / 10), 10), shortestMs);
      const ratio = ratioOnce() > most ? Math.min(ratioOnce(), ratioOnce()) : 0;
      return best(pattern, text(length)) >= noticedMs && ratio > most
        ? [`${JSON.stringify(piece)} × ${ratio.toFixed(0)}: /${pattern.source.slice(0, 120)}/`]
        : [];
    }),
  );
}

describe("patterns", () => {
  test("are collected from reading: more than 400 of them", () => {
    expect(patterns.size).toBeGreaterThan(400);
  });

  test("that see whole texts are linear: ten times the text takes at most twenty times the time", () => {
    const wide = [...patterns.values()].filter(({ longest }) => longest > seenMax);
    expect(wide.length).toBeGreaterThan(10);
    expect(growing(wide, () => 40_000, 20)).toEqual([]);
  });

  test(`that see lines cut at ${seenMax} characters are at most quadratic`, () => {
    const narrow = [...patterns.values()].filter(({ longest }) => longest <= seenMax);
    // A hundredfold for ten times the text, and what a busy computer adds; the third power would be a thousandfold.
    expect(growing(narrow, ({ longest }) => longest, 400)).toEqual([]);
  });
});

test.each`
  text                                                        | addresses
  ${"write to Ruth <ruth@talver.example>, or ada@b.example."} | ${"ruth@talver.example ada@b.example"}
  ${"mailto:Ada.Pell@b.example!"}                             | ${"ada.pell@b.example"}
  ${"@ alone, a@, @b.example and 3 @ 4"}                      | ${""}
`("without a pattern, addresses are found one by one: $text", ({ text, addresses }) =>
  expect(addressesIn(text).join(" ")).toBe(addresses),
);
