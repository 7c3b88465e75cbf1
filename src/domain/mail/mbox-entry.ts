/** One message as it stands in an mbox file (RFC 4155, the "mboxrd" kind, from which every line can be had back). */
import { type Instant, sayInstant, utc } from "../time.ts";

/** `message` is a whole letter with headers; bytes are carried as latin1, one character a byte. */
export function mboxEntry(message: string, { from, at }: { from: string; at: Instant }): string {
  const lines = message.replaceAll("\r\n", "\n").replace(/\n*$/, "\n");
  // A line that would look like the next message is marked; one that was marked before is marked once more.
  return `From ${from} ${ctimeOf(at)}\n${lines.replaceAll(/^(>*From )/gm, ">$1")}\n`;
}

/** `Mon Nov 16 13:00:00 2026`, in UTC; a day of one digit has a space before it. */
const ctimeOf = (at: Instant): string =>
  `${sayInstant(at, utc, "ccc LLL")} ${sayInstant(at, utc, "d").padStart(2)} ${sayInstant(at, utc, "HH:mm:ss yyyy")}`;
