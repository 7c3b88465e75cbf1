/** Where the owner worked before (R13): the people there are no colleagues any more, but people to keep up with. */
import { z } from "zod";
import type { Address } from "../mail/message.ts";
import { domainOf, ownDomainsOf, registrableDomain } from "./address.ts";
import type { OwnHouse } from "./shared-events.ts";

export const FormerEmployers = z.object({ domains: z.array(z.string()).max(20).default([]) });
export type FormerEmployers = z.output<typeof FormerEmployers>;

/** The owner's addresses, and the domains of the house they work in now. */
export function ownHouse(mine: readonly Address[], { domains }: FormerEmployers): OwnHouse {
  const former = new Set(domains.map(registrableDomain));
  return { addresses: new Set(mine), domains: ownDomainsOf(mine).filter((domain) => !former.has(domain)) };
}

export const isFormerColleague = (addresses: readonly Address[], { domains }: FormerEmployers): boolean =>
  addresses.some((address) =>
    domains.some((domain) => registrableDomain(domain) === registrableDomain(domainOf(address))),
  );
