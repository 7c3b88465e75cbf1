/** The name that a meeting's event has at its provider: the same booking asked for twice is the same event. */
import { createHash } from "node:crypto";
import type { BookingId } from "../../domain/ids.ts";

/** 32 hex digits, of the first booking of a line and its generation. */
export const eventKey = (first: BookingId, generation: number): string =>
  createHash("sha256").update(`${first} ${generation}`).digest("hex").slice(0, 32);
