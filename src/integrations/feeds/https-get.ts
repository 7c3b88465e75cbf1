/**
 * A GET over https to an address that somebody filled in. The name is resolved once, all its addresses must be public, and
 * the connection goes to one of those (a name that points elsewhere a moment later gains nothing). Redirects are the caller's.
 */
import { lookup as lookUpName } from "node:dns/promises";
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import type { LookupFunction } from "node:net";
import { TroubleError } from "../trouble.ts";
import { isPublicAddress } from "./public-address.ts";

export type HttpsOpening = {
  /** A signal that fires after so many milliseconds of real time. */
  timeout(milliseconds: number): AbortSignal;
  /** Which network addresses may be asked; tests allow their own server. */
  mayAsk?: (address: string) => boolean;
  /** Certificates to trust beside the usual ones. */
  ca?: string;
};

/** Throws TroubleError: refused (not a public address), unreachable. */
export type HttpsGet = (url: URL, headers: OutgoingHttpHeaders, signal: AbortSignal) => Promise<IncomingMessage>;

export function openHttpsGet({ mayAsk = isPublicAddress, ca }: Omit<HttpsOpening, "timeout">): HttpsGet {
  // Not kept alive: what is read so is read once a day. The lookup runs for each connection and pins what it found.
  const agent = new Agent({ keepAlive: false, lookup: pinned(mayAsk), ...(ca !== undefined && { ca }) });
  return async (url, headers, signal) => {
    if (!mayAskLiteral(url, mayAsk)) throw refused(`${url.host} is not a public address`);
    return new Promise<IncomingMessage>((answered, failed) => {
      const asked = request(url, { agent, headers: { "user-agent": "Rapport", ...headers }, signal }, answered);
      asked.on("error", (error) => failed(error instanceof TroubleError ? error : unreachable(url, error)));
      asked.end();
    });
  };
}

/** The whole body, as far as it stays below so many bytes. Throws TroubleError: refused (larger), unreachable (broken off). */
export async function bytesOf(
  answer: IncomingMessage,
  { url, bytesMax, what }: { url: URL; bytesMax: number; what: string },
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > bytesMax) throw refused(`${what} at ${url.host} is larger than ${sayBytes(bytesMax)}`);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof TroubleError ? error : unreachable(url, error as Error);
  }
  return Buffer.concat(pieces);
}

export const refused = (because: string) => new TroubleError({ kind: "refused", because });
export const unreachable = ({ host }: URL, error: Error) =>
  new TroubleError({ kind: "unreachable", because: `${host} cannot be read now (${error.message})` });

const sayBytes = (bytes: number): string => (bytes >= 1e6 ? `${bytes / 1e6} MB` : `${bytes / 1e3} kB`);

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
