/**
 * Outlook's ids. Those that last stay when an item moves or a draft is sent; the usual ones of messages change then, and the
 * old one leads nowhere. Both are opaque, differ by letter case, and hold "=", so that they must be written into paths with care.
 */
import { type Place, places } from "../cloud/mailbox.ts";

const lasting = "AAkALgAA";
const usual = "AAMkAGI2";

const encode = (prefix: string, text: string) => `${prefix}${Buffer.from(text).toString("base64url")}=`;

function decode(prefix: string, id: string): string | undefined {
  if (!id.startsWith(prefix) || !id.endsWith("=")) return undefined;
  return Buffer.from(id.slice(prefix.length, -1), "base64url").toString();
}

export const messageId = ({ id, place }: { id: string; place: Place }, isLasting: boolean): string =>
  isLasting ? encode(lasting, `m${id}`) : encode(usual, `m${id} ${place}`);

/** The message's own id, and the place that a usual id holds it to. */
export function readMessageId(given: string): { id: string; place?: Place } | undefined {
  const kept = decode(lasting, given);
  if (kept !== undefined) return kept.startsWith("m") ? { id: kept.slice(1) } : undefined;
  const [id = "", in_] = decode(usual, given)?.split(" ") ?? [];
  const place = places.find((known) => known === in_);
  return id.startsWith("m") && place !== undefined ? { id: id.slice(1), place } : undefined;
}

/** Of events ("e"), contacts ("c"): `isLasting` changes how the id looks, and both kinds are taken. */
export const itemId = (kind: "e" | "c", id: string, isLasting: boolean): string =>
  encode(isLasting ? lasting : usual, `${kind}${id}`);

export function readItemId(kind: "e" | "c", given: string): string | undefined {
  const text = decode(lasting, given) ?? decode(usual, given);
  return text?.startsWith(kind) ? text.slice(1) : undefined;
}

const folderPrefix = "AQMkADAw";
export const folderId = (name: string): string => `${folderPrefix}${Buffer.from(name).toString("base64url")}=`;

/** The name of a folder by its id; undefined when it is no id. */
export const readFolderId = (given: string): string | undefined => decode(folderPrefix, given);
