/** Reads generated hostile messages as the product does and holds what must be true of each: no throw, never an acceptance. */
import { expect } from "vitest";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import type { MessageHeaders, MessageText } from "../../../src/domain/mail/message.ts";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { readSignature } from "../../../src/domain/mail/signature.ts";
import { readReply } from "../../../src/domain/reply/meaning.ts";
import { readHeaders } from "../../../src/integrations/archive/message-headers.ts";
import { readMessageText } from "../../../src/integrations/archive/message-text.ts";
import { replyCases } from "../../support/reply-cases.ts";
import { hostileEml, hostileMessage } from "./hostile-messages.ts";

const { offer } = replyCases("en")[0]!;

/** Reads `count` messages as parts and as many as bytes, of the seeds from `from` on; says which took longest. */
export async function readHostile({ from, count }: { from: number; count: number }) {
  let slowest = { seed: 0, milliseconds: 0 };
  for (let seed = from; seed < from + count; seed += 1) {
    for (const read of [readParts, readBytes]) {
      const start = performance.now();
      await read(seed);
      const milliseconds = performance.now() - start;
      if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds };
    }
  }
  return slowest;
}

async function readParts(seed: number): Promise<void> {
  const { headers, text } = hostileMessage(seed);
  judge(seed, headers, text);
}

async function readBytes(seed: number): Promise<void> {
  const { section, bytes } = hostileEml(seed);
  const read = readHeaders({ binary: Buffer.from(section, "utf8").toString("latin1"), placeLabels: [] });
  if (read.kind === "message") judge(seed, read.headers, await readMessageText(bytes));
}

function judge(seed: number, headers: MessageHeaders, text: MessageText): void {
  const trimmed = newTextOf(text);
  kindOf(headers, text, trimmed);
  readSignature(trimmed, headers.from);
  expect(readReply(trimmed, offer).kind, `seed ${seed}`).not.toBe("accept");
}
