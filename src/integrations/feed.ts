/** A published calendar that anybody may read by its address (an ICS feed), in our words. */
import type { CalendarEvent } from "../domain/meeting/event.ts";
import type { Skipped } from "../domain/skipped.ts";

/** What the publisher said about the copy that is known, so that an unchanged one is not sent again. */
export type FeedValidators = { etag?: string; lastModified?: string };

export type FeedRead =
  | { kind: "unchanged" }
  | { kind: "read"; name: string | undefined; events: CalendarEvent[]; skipped: Skipped[]; validators: FeedValidators };

/** Of another kind than https, unreadable, or with a password in it, which would be shown. */
export type FeedAddress = { kind: "address"; url: URL } | { kind: "no_address" | "not_https" | "has_password" };

/** https, or webcal (which is https by another name); without what stands behind a #. */
export function feedAddress(text: string): FeedAddress {
  const url = URL.parse(text.trim().replace(/^webcals?:/i, "https:"));
  if (url === null) return { kind: "no_address" };
  if (url.protocol !== "https:") return { kind: "not_https" };
  if (url.username !== "" || url.password !== "") return { kind: "has_password" };
  url.hash = "";
  return { kind: "address", url };
}

export interface FeedReader {
  /** Throws TroubleError: refused (the address, or what lies there), gone, unreachable. */
  read(url: string, known: FeedValidators, signal: AbortSignal): Promise<FeedRead>;
}
