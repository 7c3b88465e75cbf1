/** An offer written down as JSON, for trying how a reply to it would be read: `rapport inspect FILE --offer FILE`. */
import { z } from "zod";
import type { OfferMade } from "../../domain/reply/meaning.ts";
import { type Instant, parseInstant, parseZone, type Zone } from "../../domain/time.ts";

const instant = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at === undefined) context.addIssue(`"${text}" is not an instant such as 2026-11-24T09:00:00Z`);
  return at as Instant;
});
const zone = z.string().transform((text, context): Zone => {
  const known = parseZone(text);
  if (known === undefined) context.addIssue(`"${text}" is not a time zone such as Europe/Paris`);
  return known as Zone;
});
const slot = z.strictObject({ startsAt: instant, endsAt: instant });

const offerFile = z.strictObject({
  slots: z.array(slot).min(1),
  ranges: z.array(slot).exactOptional(),
  zone,
  writersZone: zone.exactOptional(),
  language: z.enum(["en", "fr", "de", "es"]).default("en"),
  /** When the reply was written; its own date where this is left out. */
  writtenAt: instant.exactOptional(),
  /** The names of whom was asked and of the owner. */
  asked: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  workingHours: z.strictObject({ from: z.int().min(0).max(1440), until: z.int().min(0).max(1440) }).exactOptional(),
});

export type OfferFile = Omit<OfferMade, "writtenAt"> & { writtenAt?: Instant };

/** Throws a RangeError that says in one line what is wrong with it. */
export function readOfferFile(text: string): OfferFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RangeError("the offer is not JSON");
  }
  const read = offerFile.safeParse(json);
  if (read.success) return read.data;
  throw new RangeError(
    read.error.issues.map(({ path, message }) => `${path.join(".") || "the offer"}: ${message}`).join("; "),
  );
}
