import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenForm, boundaryOf, formParts } from "../../src/web/inbox/multipart.ts";

type Part = { name: string; filename: string | undefined; bytes: Buffer };

const written = (parts: readonly Part[], boundary: string): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name, filename, bytes }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"`}\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(stream: AsyncIterable<Uint8Array>, boundary: string): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const { name, filename, body } of formParts(stream, boundary)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    parts.push({ name, filename, bytes: Buffer.concat(chunks) });
  }
  return parts;
}

describe("a form as a stream", () => {
  test("whatever the contents and however it is cut, the parts come out as they went in", async () => {
    const boundary = "----form7MA4YWxk";
    /** Made of what boundaries are made of, so that false beginnings are frequent. */
    const tricky = fc.array(fc.constantFrom("\r", "\n", "-", "--", `\r\n--${boundary.slice(0, 6)}`, "x", "\0"), {
      maxLength: 40,
    });
    const part = fc.record({
      name: fc.constantFrom("a", "files", "form_token"),
      filename: fc.constantFrom(undefined, "mail.mbox", "a b.ics"),
      bytes: fc.oneof(
        tricky.map((pieces) => Buffer.from(pieces.join(""))),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.integer({ min: 1, max: 200 }), async (parts, size) => {
        expect(await readAll(inPieces(written(parts, boundary), size), boundary)).toEqual(parts);
      }),
      { numRuns: 300 },
    );
  });

  test("a body that the reader gave up half way, or never looked at, is passed over", async () => {
    const parts = ["one", "two", "three"].map((name) => ({ name, filename: name, bytes: Buffer.alloc(5000, name) }));
    const names: string[] = [];
    for await (const { name, body } of formParts(inPieces(written(parts, "b"), 64), "b")) {
      names.push(name);
      if (name === "two") for await (const _ of body) break;
    }
    expect(names).toEqual(["one", "two", "three"]);
  });

  test.each`
    what                          | text
    ${"nothing at all"}           | ${""}
    ${"no closing line"}          | ${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf'}
    ${"no name"}                  | ${"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--"}
    ${"headers without an end"}   | ${`--b\r\nX: ${"x".repeat(20_000)}`}
    ${"rubbish after a boundary"} | ${"--bxyz\r\n\r\n"}
  `("$what is said to be broken", async ({ text }) => {
    await expect(readAll(inPieces(Buffer.from(text), 7), "b")).rejects.toThrow(BrokenForm);
  });

  test.each`
    type                                                    | boundary
    ${"multipart/form-data; boundary=abc"}                  | ${"abc"}
    ${'multipart/form-data; charset=utf-8; boundary="a b"'} | ${"a b"}
    ${"Multipart/Form-Data;boundary=abc"}                   | ${"abc"}
    ${"application/x-www-form-urlencoded"}                  | ${undefined}
    ${`multipart/form-data; boundary=${"x".repeat(71)}`}    | ${undefined}
    ${undefined}                                            | ${undefined}
  `("the boundary of $type is $boundary", ({ type, boundary }) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
