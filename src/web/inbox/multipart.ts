/**
 * multipart/form-data as a stream (RFC 7578): the parts of a form one after the other, each with a body that is read
 * before the next one comes. Memory is bounded by one chunk and one boundary, whatever the size of the files.
 */

export type FormPart = { name: string; filename: string | undefined; body: AsyncIterable<Uint8Array> };

export class BrokenForm extends Error {}

const partHeaderBytesMax = 16 * 1024;
const boundaryCharsMax = 70;

/** The boundary of a Content-Type, or undefined when it is not a form with parts. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType ?? "") ?? [];
  const boundary = quoted ?? plain;
  return boundary !== undefined && boundary.length <= boundaryCharsMax ? boundary : undefined;
}

/**
 * Gives each part in turn. A body that was not read to its end is skipped. Throws BrokenForm when the stream is not what
 * its boundary says or ends before its closing line.
 */
export async function* formParts(stream: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  // With a line break put before the very first line, every boundary has the same form.
  const source = new Source(withFirstBreak(stream), Buffer.from(`\r\n--${boundary}`));
  await source.skipToBoundary();
  while (await source.anotherPartFollows()) {
    const { name, filename } = dispositionOf(await source.headers());
    yield { name, filename, body: source.untilBoundary() };
    await source.skipToBoundary();
  }
}

class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  #held: Buffer = Buffer.alloc(0);
  /** False from the moment a boundary was taken away until the headers after it were read. */
  #isInside = true;

  constructor(chunks: AsyncIterable<Uint8Array>, delimiter: Buffer) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
  }

  /** Everything up to the next boundary, which is taken away too. */
  async *untilBoundary(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(this.#delimiter);
      if (at >= 0) {
        const last = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + this.#delimiter.length);
        this.#isInside = false;
        if (last.length > 0) yield last;
        return;
      }
      // The end of what is held may be the beginning of a boundary.
      const sure = this.#held.length - this.#delimiter.length + 1;
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
        yield piece;
      }
      await this.#more();
    }
  }

  /** Passes over what the reader left of a body, also of one that it gave up half way. */
  async skipToBoundary(): Promise<void> {
    if (!this.#isInside) return;
    for await (const _ of this.untilBoundary());
  }

  /** After a boundary: "--" ends the form, a line break begins a part. Spaces before the break are allowed. */
  async anotherPartFollows(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more();
    if (this.#held.toString("latin1", 0, 2) === "--") return false;
    const line = await this.#upTo("\r\n");
    if (line.trim() !== "") throw new BrokenForm("a boundary of the form is followed by something else");
    return true;
  }

  async headers(): Promise<string[]> {
    const lines: string[] = [];
    for (let bytes = 0; ; ) {
      const line = await this.#upTo("\r\n");
      if (line === "") {
        this.#isInside = true;
        return lines;
      }
      bytes += line.length;
      if (bytes > partHeaderBytesMax) throw new BrokenForm("the headers of a part are too long");
      lines.push(line);
    }
  }

  async #upTo(end: string): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf(end);
      if (at >= 0) {
        const text = this.#held.toString("utf8", 0, at);
        this.#held = this.#held.subarray(at + end.length);
        return text;
      }
      if (this.#held.length > partHeaderBytesMax) throw new BrokenForm("a line of the form is too long");
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw new BrokenForm("the form ends before its closing line");
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
  }
}

function dispositionOf(headers: readonly string[]): { name: string; filename: string | undefined } {
  const line = headers.find((header) => /^content-disposition:\s*form-data\s*;/i.test(header)) ?? "";
  const name = parameter(line, "name");
  if (name === undefined) throw new BrokenForm("a part of the form has no name");
  return { name, filename: parameter(line, "filename") };
}

/** Browsers write quotes, line breaks and carriage returns in names as %22, %0A and %0D, and nothing else. */
const parameter = (line: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}="([^"]*)"`, "i").exec(line)?.[1]?.replace(/%(22|0A|0D)/gi, (one) => decodeURIComponent(one));

async function* withFirstBreak(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from("\r\n");
  yield* stream;
}
