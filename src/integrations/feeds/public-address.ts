/**
 * Which addresses of a network may be asked on behalf of a page that somebody filled in: public ones. Loopback, private,
 * link-local (where clouds keep their metadata), shared, multicast and reserved ranges may not (RFC 6890 and its registry).
 */
import { BlockList, isIP } from "node:net";

const closed = new BlockList();
for (const [range, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  closed.addSubnet(range, bits, "ipv4");
/** Of IPv6 only global unicast is open, without its documentation, benchmark and translation ranges. */
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
for (const [range, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.addSubnet(range, bits, "ipv6");

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, "ipv4");
    case 6:
      return global6.check(address, "ipv6") && !closed.check(address, "ipv6");
    default:
      return false;
  }
}
