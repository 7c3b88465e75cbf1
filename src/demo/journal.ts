/**
 * What the demo's providers were asked to change, one line each. The sandbox lives in memory and follows from its seed, its
 * clock and what it is asked; so asked the same again, at the same times, it is where it was when the demo ended.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Instant } from "../domain/time.ts";

const entry = z.object({
  at: z.string().transform((text) => text as Instant),
  method: z.string(),
  url: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** base64; "" for none. */
  body: z.string(),
});

export type Asked = { at: Instant; request: Request };

export type Journal = {
  /** All that was noted, in its order. */
  read(): Asked[];
  /** Returns when it is noted, with the same request: reading its body is done once. */
  note(asked: Asked): Promise<Request>;
};

/** Who asks for what and in which state of theirs; the rest of a request is of the connection. */
const headersKept = ["authorization", "content-type", "if-match", "prefer", "x-upload-content-type"];

export function openJournal(file: string): Journal {
  return {
    read: () =>
      existsSync(file)
        ? readFileSync(file, "utf8")
            .split("\n")
            .flatMap((line) => {
              const text = wholeLine(line);
              return text === undefined ? [] : [askedIn(text)];
            })
        : [],
    async note({ at, request }) {
      const { method, url } = request;
      const headers = [...request.headers].filter(([name]) => headersKept.includes(name));
      const body = Buffer.from(await request.arrayBuffer()).toString("base64");
      const noted = { at, method, url, headers, body };
      appendFileSync(file, `${JSON.stringify(noted)}\n`, { mode: 0o600 });
      return askedIn(noted).request;
    },
  };
}

/** A process that was killed may leave half a line, the last one: that was never answered. */
function wholeLine(line: string): z.output<typeof entry> | undefined {
  try {
    return line === "" ? undefined : entry.parse(JSON.parse(line));
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

const askedIn = ({ at, method, url, headers, body }: z.output<typeof entry>): Asked => ({
  at,
  request: new Request(url, { method, headers, body: body === "" ? null : Buffer.from(body, "base64") }),
});
