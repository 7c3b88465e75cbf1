/** What is stored beside a letter for its sending: where its reader's clock is, and the reminders that may follow it. */
import { z } from "zod";
import { parseZone, type Zone } from "../../domain/time.ts";

const storedNudge = z.object({
  step: z.enum(["nudge", "closing_note"]),
  subject: z.string(),
  body: z.string(),
  /** Hex digits, of the words without their times. */
  wordsHash: z.string(),
});
export type StoredNudge = z.output<typeof storedNudge>;

const stored = z
  .object({
    readersZone: z.string().optional().catch(undefined),
    nudges: z.array(storedNudge).default([]).catch([]),
    /** Of our words that the owner's stand in place of, without their times; in hex. */
    composedHash: z.string().optional().catch(undefined),
  })
  .catch({ readersZone: undefined, nudges: [], composedHash: undefined });

export function readersZoneOf(facts: unknown): Zone | undefined {
  const { readersZone } = stored.parse(facts);
  return readersZone === undefined ? undefined : parseZone(readersZone);
}

export const nudgesOf = (facts: unknown): readonly StoredNudge[] => stored.parse(facts).nudges;

export const composedHashOf = (facts: unknown): string | undefined => stored.parse(facts).composedHash;
