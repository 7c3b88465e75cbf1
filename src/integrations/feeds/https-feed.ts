/**
 * Reads a feed over https. The name is resolved once, all its addresses must be public, and the connection goes to one of
 * those (a name that points elsewhere a moment later gains nothing). Each redirect is held to the same. Bounded in bytes and
 * in time; credentials in an address are refused, since they would be shown.
 */
import { lookup as lookUpName } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { Agent, request } from "node:https";
import type { LookupFunction } from "node:net";
import { readIcs } from "../archive/ics.ts";
import { type FeedAddress, type FeedRead, type FeedReader, type FeedValidators, feedAddress } from "../feed.ts";
import { type ProviderTrouble, TroubleError } from "../trouble.ts";
import { isPublicAddress } from "./public-address.ts";

export const feedBytesMax = 2_000_000;
const redirectsMax = 3;
const timeoutMs = 15_000;

export type FeedOpening = {
  /** A signal that fires after so many milliseconds of real time. */
  timeout(milliseconds: number): AbortSignal;
  /** Which network addresses may be asked; tests allow their own server. */
  mayAsk?: (address: string) => boolean;
  /** Certificates to trust beside the usual ones. */
  ca?: string;
};

export function openFeedReader({ timeout, mayAsk = isPublicAddress, ca }: FeedOpening): FeedReader {
  // Not kept alive: a feed is read once a day. The lookup runs for each connection and pins what it found.
  const agent = new Agent({ keepAlive: false, lookup: pinned(mayAsk), ...(ca !== undefined && { ca }) });
  return {
    async read(address, known, signal) {
      let url = readable(address);
      const limit = AbortSignal.any([signal, timeout(timeoutMs)]);
      for (let redirects = 0; ; redirects += 1) {
        if (!mayAskLiteral(url, mayAsk)) throw refused(`${url.host} is not a public address`);
        const answer = await ask(url, known, agent, limit);
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

/** A name goes through the lookup; an address written as such does not. */
function mayAskLiteral({ hostname }: URL, mayAsk: (address: string) => boolean): boolean {
  const literal = hostname.replace(/^\[|\]$/g, "");
  return /^[\d.]+$/.test(literal) || literal.includes(":") ? mayAsk(literal) : true;
}

const pinned =
  (mayAsk: (address: string) => boolean): LookupFunction =>
  (hostname, options, done) => {
    lookUpName(hostname, { all: true }).then(
      (found) => {
        if (found.length === 0 || !found.every(({ address }) => mayAsk(address))) {
          done(refused(`${hostname} is not a public address`), "", 4);
        } else if (options.all === true) done(null, found);
        else done(null, found[0]!.address, found[0]!.family);
      },
      (error: Error) => done(error, "", 4),
    );
  };

const ask = (url: URL, { etag, lastModified }: FeedValidators, agent: Agent, signal: AbortSignal) =>
  new Promise<IncomingMessage>((answered, failed) => {
    const headers = {
      accept: "text/calendar, text/plain;q=0.5",
      "user-agent": "Rapport",
      ...(etag !== undefined && { "if-none-match": etag }),
      ...(lastModified !== undefined && { "if-modified-since": lastModified }),
    };
    const asked = request(url, { agent, headers, signal }, answered);
    asked.on("error", (error) => failed(error instanceof TroubleError ? error : unreachable(url, error)));
    asked.end();
  });

async function readAnswer(answer: IncomingMessage, status: number, url: URL): Promise<FeedRead> {
  if (status === 304) {
    answer.destroy();
    return { kind: "unchanged" };
  }
  if (status === 404 || status === 410) throw new TroubleError({ kind: "gone", what: `the calendar at ${url.host}` });
  if (status === 401 || status === 403) throw refused(`${url.host} does not show this calendar to everybody`);
  if (status !== 200) throw unreachable(url, new Error(`it answered ${status}`));
  const bytes = await bodyOf(answer, url);
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

async function bodyOf(answer: IncomingMessage, url: URL): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > feedBytesMax) throw refused(`the calendar at ${url.host} is larger than 2 MB`);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof TroubleError ? error : unreachable(url, error as Error);
  }
  return Buffer.concat(pieces);
}

const trouble = (what: ProviderTrouble) => new TroubleError(what);
const refused = (because: string) => trouble({ kind: "refused", because });
const unreachable = ({ host }: URL, error: Error) =>
  trouble({ kind: "unreachable", because: `${host} cannot be read now (${error.message})` });
