/** What was done by an answer to a digest, and what is asked back: told on the page Today and in the next digest. */
import { z } from "zod";
import { type Instant, sayInstant, type Zone } from "../time.ts";

const instant = z.string().transform((text) => text as Instant);

const heard = z.discriminatedUnion("kind", [
  /** `leavesAt` is absent where the owner sends it by hand. */
  z.object({ kind: z.literal("approved"), who: z.string(), leavesAt: instant.exactOptional() }),
  z.object({ kind: z.literal("not_approved"), who: z.string(), because: z.string() }),
  z.object({ kind: z.literal("skipped"), title: z.string() }),
  z.object({ kind: z.literal("answered"), title: z.string() }),
  /** It was done or gone when the answer came. */
  z.object({ kind: z.literal("gone"), title: z.string() }),
  z.object({ kind: z.literal("unclear"), line: z.string(), question: z.string() }),
  /** In the owner's name, and not from a mailbox that is connected. */
  z.object({ kind: z.literal("not_proven") }),
]);
export const heardList = z.array(heard);
export type Heard = z.output<typeof heard>;

/** A line that was not understood is quoted so far. */
const lineCharactersMax = 120;

export function sayHeard(one: Heard, zone: Zone): string {
  switch (one.kind) {
    case "approved":
      return one.leavesAt === undefined
        ? `The letter to ${one.who} is approved, and waits in Rapport for you to send it.`
        : `The letter to ${one.who} is approved. It leaves on ${sayInstant(one.leavesAt, zone, "cccc d LLLL 'at' HH:mm")}.`;
    case "not_approved":
      return `The letter to ${one.who} was not approved. ${one.because}`;
    case "skipped":
      return `Skipped: ${one.title}.`;
    case "answered":
      return `Your answer was kept: ${one.title}.`;
    case "gone":
      return `This was settled before your answer came: ${one.title}.`;
    case "unclear":
      return `"${shortened(one.line)}" was not understood. ${one.question}`;
    case "not_proven":
      return "An answer in your name came from a mailbox that is not connected. Nothing was done by it; answer from a connected one.";
  }
}

const shortened = (line: string): string =>
  line.length <= lineCharactersMax ? line : `${line.slice(0, lineCharactersMax)} …`;
