/** `Retry-After` in its two forms (RFC 9110 §10.2.3), as the instant from which on one may come again. */
import { after, type Instant, instantOf } from "../domain/time.ts";

/** Longer is a mistake of the provider, or ours: somebody has to look before a month is over. */
const longestDays = 31;

/**
 * Undefined when the header is missing or says nothing that can be read. Fractions of a second are rounded up: a wait is
 * never shortened. An HTTP date is taken by the provider's own clock when it sent its `Date`, since ours may be off.
 */
export function retryAfter(headers: Headers, now: Instant): Instant | undefined {
  const written = headers.get("retry-after")?.trim() ?? "";
  const seconds = /^\d+(?:\.\d+)?$/.test(written) ? Math.ceil(Number(written)) : secondsUntil(written, headers, now);
  if (seconds === undefined) return undefined;
  return after(now, { seconds: Math.min(Math.max(seconds, 0), longestDays * 86_400) });
}

function secondsUntil(written: string, headers: Headers, now: Instant): number | undefined {
  const until = httpDate(written);
  if (until === undefined) return undefined;
  const sent = httpDate(headers.get("date") ?? "") ?? Date.parse(now);
  return Math.ceil((until - sent) / 1000);
}

/** Milliseconds since 1970 of "Sun, 22 Nov 2026 10:30:00 GMT". */
function httpDate(text: string): number | undefined {
  if (!/^[A-Za-z]{3},? \d{2}[ -][A-Za-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/.test(text.trim())) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : Date.parse(instantOf(ms));
}
