/**
 * How many items Outlook is asked for at once. A list that takes it too long (504) is asked for in pages half as large
 * (provider-facts §4), and so is what follows in the same reading.
 */
import type { Addressed, PageSizes } from "../http.ts";

const leastItems = 10;

/** Of one reading. A size stands in the address of a list, and in the header Prefer of a round of changes. */
export function pageSizes(): PageSizes {
  let most: number | undefined;
  const fitted = (asked: Addressed): Addressed => {
    const size = sizeOf(asked);
    return most === undefined || size === undefined || size <= most ? asked : withSize(asked, most);
  };
  const smaller = (asked: Addressed): Addressed | undefined => {
    const size = sizeOf(asked);
    if (size === undefined || size < 2 * leastItems) return undefined;
    most = Math.floor(size / 2);
    return withSize(asked, most);
  };
  return { fitted, smaller };
}

const inAddress = /([?&](?:\$|%24)top=)(\d+)/i;
const inPrefer = /(odata\.maxpagesize=)(\d+)/i;

function sizeOf({ url, headers }: Addressed): number | undefined {
  const size = inAddress.exec(url.search)?.[2] ?? inPrefer.exec(headers.get("prefer") ?? "")?.[2];
  return size === undefined ? undefined : Number(size);
}

function withSize({ url, headers }: Addressed, size: number): Addressed {
  const inSize = (text: string, place: RegExp) => text.replace(place, (_, name: string) => `${name}${size}`);
  const sized = new Headers(headers);
  const prefer = headers.get("prefer");
  if (prefer !== null) sized.set("prefer", inSize(prefer, inPrefer));
  return { url: new URL(inSize(url.href, inAddress)), headers: sized };
}
