/** Address headers as correspondents. */
import { addressParser } from "postal-mime";
import type { Address, Correspondent } from "../../domain/mail/message.ts";
import { cleanLine, decodeRaw } from "./header-text.ts";

/** Nobody writes to more people by hand; what stands behind is a mass mailing, whoever the rest are. */
export const recipientsMax = 1000;

const nameMax = 200;
/** RFC 5321 §4.5.3.1: 64 for the mailbox, 255 for the domain, one for the sign between. */
const addressMax = 320;

/**
 * The people named in one address header, groups taken apart, in their order, each address once. What is not an
 * address ("undisclosed-recipients:;", a name alone) is dropped. `binary` is the unfolded header, one byte a character.
 */
export function readAddresses(binary: string): readonly Correspondent[] {
  const found = remembered.get(binary);
  if (found !== undefined) return found;
  const people = parseAddresses(decodeRaw(binary));
  remember(binary, people);
  return people;
}

function parseAddresses(header: string): readonly Correspondent[] {
  const people = new Map<Address, Correspondent>();
  for (const { address, name } of flatMailboxes(header)) {
    const mailbox = mailboxOf(address);
    if (mailbox === undefined || people.has(mailbox)) continue;
    const shown = displayName(name, mailbox);
    people.set(mailbox, { address: mailbox, ...(shown !== undefined && { name: shown }) });
    if (people.size === recipientsMax) break;
  }
  return [...people.values()];
}

const flatMailboxes = (header: string): { address: string; name: string }[] =>
  addressParser(header).flatMap((one) =>
    one.group !== undefined ? one.group : [{ address: one.address, name: one.name }],
  );

/** Trimmed and lower-cased; undefined when it cannot be a mailbox. */
export function mailboxOf(text: string): Address | undefined {
  const address = text
    .trim()
    .replace(/^(?:mailto|smtp):/i, "")
    .replace(/^[<'"]+|[>'"]+$/g, "")
    .toLowerCase();
  return address.length <= addressMax &&
    /^[^\s@<>()",;:\\[\]\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+@[^\s@<>()",;:\\\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+$/.test(
      address,
    )
    ? address
    : undefined;
}

function displayName(name: string, address: Address): string | undefined {
  const shown = cleanLine(name, nameMax)
    .replace(/^['"]+|['"]+$/g, "")
    .trim();
  return shown === "" || shown.toLowerCase() === address ? undefined : shown;
}

/** A mailbox repeats the same few hundred headers over and over; reading each once is half of the cost of a message. */
const remembered = new Map<string, readonly Correspondent[]>();
const rememberedMax = 10_000;
const rememberedLengthMax = 300;

function remember(binary: string, people: readonly Correspondent[]): void {
  if (binary.length > rememberedLengthMax) return;
  if (remembered.size >= rememberedMax) remembered.clear();
  remembered.set(binary, people);
}
