/**
 * Reads a feed over https from public addresses alone (`https-get.ts`); each redirect is held to the same. Bounded in bytes
 * and in time; credentials in an address are refused, since they would be shown.
 */
import type { IncomingMessage } from "node:http";
import { readIcs } from "../archive/ics.ts";
import { type FeedAddress, type FeedRead, type FeedReader, type FeedValidators, feedAddress } from "../feed.ts";
import { TroubleError } from "../trouble.ts";
import { bytesOf, type HttpsOpening, openHttpsGet, refused, unreachable } from "./https-get.ts";

export const feedBytesMax = 2_000_000;
const redirectsMax = 3;
const timeoutMs = 15_000;

export function openFeedReader({ timeout, ...opening }: HttpsOpening): FeedReader {
  const get = openHttpsGet(opening);
  return {
    async read(address, known, signal) {
      let url = readable(address);
      const limit = AbortSignal.any([signal, timeout(timeoutMs)]);
      for (let redirects = 0; ; redirects += 1) {
        const answer = await get(url, headersFor(known), limit);
        const status = answer.statusCode ?? 0;
        const onward = status >= 300 && status < 400 && status !== 304 ? answer.headers.location : undefined;
        if (onward === undefined) return readAnswer(answer, status, url);
        answer.destroy();
        if (redirects === redirectsMax) throw refused(`${url.host} sends on and on`);
        url = readable(new URL(onward, url).href);
      }
    },
  };
}

const refusals: Readonly<Record<Exclude<FeedAddress["kind"], "address">, string>> = {
  no_address: "this is no address of a calendar",
  not_https: "only https addresses are read",
  has_password: "an address with a password in it is not read",
};

function readable(text: string): URL {
  const found = feedAddress(text);
  if (found.kind !== "address") throw refused(refusals[found.kind]);
  return found.url;
}

const headersFor = ({ etag, lastModified }: FeedValidators) => ({
  accept: "text/calendar, text/plain;q=0.5",
  ...(etag !== undefined && { "if-none-match": etag }),
  ...(lastModified !== undefined && { "if-modified-since": lastModified }),
});

async function readAnswer(answer: IncomingMessage, status: number, url: URL): Promise<FeedRead> {
  if (status === 304) {
    answer.destroy();
    return { kind: "unchanged" };
  }
  if (status === 404 || status === 410) throw new TroubleError({ kind: "gone", what: `the calendar at ${url.host}` });
  if (status === 401 || status === 403) throw refused(`${url.host} does not show this calendar to everybody`);
  if (status !== 200) throw unreachable(url, new Error(`it answered ${status}`));
  const bytes = await bytesOf(answer, { url, bytesMax: feedBytesMax, what: "the calendar" });
  const { events, calendars, skipped } = readIcs(bytes, url.host);
  if (calendars.length === 0) throw refused(`what lies at ${url.host} is not a calendar`);
  const { etag, "last-modified": lastModified } = answer.headers;
  return {
    kind: "read",
    name: calendars[0]?.name === url.host ? undefined : calendars[0]?.name,
    events,
    skipped,
    validators: { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) },
  };
}
