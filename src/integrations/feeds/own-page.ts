/** Our own public pages, asked from outside as anybody would: over https, at a public address, without a redirect. */
import { bytesOf, type HttpsOpening, openHttpsGet, refused, unreachable } from "./https-get.ts";

const timeoutMs = 10_000;
const bytesMax = 4_000;

/** Reads the text at a path below the address. Throws TroubleError: refused, unreachable. */
export function openOwnPage(
  address: string,
  { timeout, ...opening }: HttpsOpening,
): (path: string, signal: AbortSignal) => Promise<string> {
  const get = openHttpsGet(opening);
  return async (path, signal) => {
    const url = new URL(address + path);
    const answer = await get(url, { accept: "text/plain" }, AbortSignal.any([signal, timeout(timeoutMs)]));
    const status = answer.statusCode ?? 0;
    if (status === 200) return (await bytesOf(answer, { url, bytesMax, what: "the page" })).toString("utf8");
    answer.destroy();
    if (status >= 300 && status < 400) throw refused(`${url.host} sends on to another address`);
    throw unreachable(url, new Error(`it answered ${status}`));
  };
}
