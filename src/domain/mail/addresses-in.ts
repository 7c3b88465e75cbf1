/** The addresses that stand in a text, in order: found from their signs, so that time grows with the text and no faster. */
import { normaliseAddress } from "../contact/address.ts";
import type { Address } from "./message.ts";

const localPartMax = 100;
const domainMax = 150;
/** A text with more signs than this is no letter. */
const signsMax = 500;
/** Full-width marks too: East Asian text sets no space before an address. */
const edge = /[\s<>()[\]"',;:：，；、。（）《》「」“”]/;

export function addressesIn(text: string): Address[] {
  const found: Address[] = [];
  let sign = text.indexOf("@");
  for (let signs = 0; sign >= 0 && signs < signsMax; signs += 1, sign = text.indexOf("@", sign + 1)) {
    let from = sign;
    while (from > 0 && sign - from < localPartMax && !edge.test(text.charAt(from - 1))) from -= 1;
    let to = sign + 1;
    while (to < text.length && to - sign <= domainMax && !edge.test(text.charAt(to))) to += 1;
    // A sentence may end behind the address.
    while (".!?…".includes(text.charAt(to - 1)) && to > sign + 1) to -= 1;
    const address = normaliseAddress(text.slice(from, to));
    if (address !== undefined) found.push(address);
  }
  return found;
}
