import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beginsLikeHeaders,
  headBytesMax,
  type MboxMessage,
  MboxSplitter,
} from "../../../src/integrations/archive/mbox.ts";

function split(bytes: Buffer, pieceBytes = bytes.length): MboxMessage[] {
  const splitter = new MboxSplitter();
  const found: MboxMessage[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    found.push(...splitter.push(bytes.subarray(at, at + pieceBytes)));
  return [...found, ...splitter.end()];
}

const line = fc.stringMatching(/^[ -~]{0,60}$/).filter((text) => !/^>*From /.test(text));
const body = fc.array(
  fc.oneof({ weight: 5, arbitrary: line }, fc.constantFrom(">From the top", "From here on", "", "Note: x")),
  { maxLength: 12 },
);
const letter = fc.record({ subject: fc.stringMatching(/^[a-z ]{1,20}$/), body });

function written(letters: readonly { subject: string; body: readonly string[] }[], end: string) {
  const starts: number[] = [];
  let text = "";
  for (const { subject, body: lines } of letters) {
    starts.push(text.length);
    text += [
      "From ann@acme.example Mon Jan  5 10:00:00 2026",
      "From: ann@acme.example",
      `Subject: ${subject}`,
      "",
      ...lines,
      "",
      "",
    ].join(end);
  }
  return { bytes: Buffer.from(text, "latin1"), starts };
}

describe("an mbox is taken apart where it was put together", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("whatever the sentences and the pieces it is read in, with %s", (_, end) => {
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 700 }),
        (letters, pieceBytes) => {
          const { bytes, starts } = written(letters, end);
          const found = split(bytes, pieceBytes);
          expect(found.map(({ at }) => at)).toEqual(starts);
          expect(found.map(({ endsAt }) => endsAt)).toEqual([...starts.slice(1), bytes.length]);
          for (const [index, { head }] of found.entries()) {
            expect(head).toBe(`From: ann@acme.example${end}Subject: ${letters[index]?.subject}${end}`);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("reading on from the end of any message finds exactly the rest", () => {
    const letters = Array.from({ length: 20 }, (_, n) => ({
      subject: `letter ${"abcdefghijklmnopqrst"[n]}`,
      body: ["x", "", "From me"],
    }));
    const { bytes } = written(letters, "\n");
    const all = split(bytes);
    for (const { endsAt } of all) {
      const rest = new MboxSplitter(endsAt);
      expect([...rest.push(bytes.subarray(endsAt)), ...rest.end()]).toEqual(all.filter(({ at }) => at >= endsAt));
    }
  });

  test("no bytes make it throw, and what it finds never overlaps", () => {
    const pieces = fc.constantFrom(
      "From ",
      "\nFrom a@b Mon Jan 5 10:00 2026\n",
      "Subject: x\n",
      "\n",
      "\r\n",
      "\0",
      "x".repeat(500),
      "Content-Length: 9\n",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 20 }))),
        fc.integer({ min: 1, max: 64 }),
        (parts, pieceBytes) => {
          const bytes = Buffer.from(parts.join(""));
          const found = split(bytes, pieceBytes);
          let before = 0;
          for (const { at, contentAt, endsAt } of found) {
            expect(at).toBeGreaterThanOrEqual(before);
            expect(contentAt).toBeGreaterThanOrEqual(at);
            expect(endsAt).toBeGreaterThanOrEqual(contentAt);
            before = endsAt;
          }
          expect(before).toBeLessThanOrEqual(bytes.length);
          expect(split(bytes)).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("a body of one line of 300 MB and a header of 50 MB are passed over in the memory of one piece", () => {
  const before = process.memoryUsage().arrayBuffers;
  const piece = Buffer.alloc(1024 * 1024, "x");
  const splitter = new MboxSplitter();
  const found = splitter.push(Buffer.from("From a@b.example Mon Jan  5 10:00:00 2026\nFrom: a@b.example\n\n"));
  let most = 0;
  const pass = (times: number) => {
    for (let n = 0; n < times; n += 1) {
      found.push(...splitter.push(piece));
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
  };
  pass(300);
  found.push(
    ...splitter.push(Buffer.from("\n\nFrom b@b.example Mon Jan  5 10:00:00 2026\nFrom: b@b.example\nX-Long: ")),
  );
  pass(50);
  found.push(...splitter.push(Buffer.from("\n\nbody\n\n")), ...splitter.end());
  expect(most - before).toBeLessThan(12 * 1024 * 1024);
  expect(found.map(({ head, headCut }) => [head.length, headCut])).toEqual([
    ["From: a@b.example\n".length, undefined],
    [headBytesMax, true],
  ]);
});

test.each`
  text                                          | is
  ${"From: a@b.example\nTo: c@d.example\n\nHi"} | ${true}
  ${"X-GM-THRID: 1\nX-Gmail-Labels: Sent\n\n"}  | ${true}
  ${"Received: by x\n\twith y\nDate: z\n\n"}    | ${true}
  ${">From a@b Mon\nReturn-Path: <a@b>\n\n"}    | ${true}
  ${"Note: bring cake\n\n"}                     | ${false}
  ${"it goes: on\nand on\n"}                    | ${false}
  ${"\nFrom: a@b.example\n"}                    | ${false}
  ${""}                                         | ${false}
`("$text begins like headers: $is", ({ text, is }) => expect(beginsLikeHeaders(text)).toBe(is));
