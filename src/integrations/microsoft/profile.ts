/** Whose account it is: address, name, further addresses, and the zone that Outlook shows times in. */
import { z } from "zod";
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { Zone } from "../../domain/time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import type { Profile } from "../provider.ts";
import { TroubleError } from "../trouble.ts";
import type { Graph } from "./graph.ts";
import { parsed } from "./pages.ts";

const userShape = z.object({
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  proxyAddresses: z.array(z.string()).nullish().catch(null),
});
const settingsShape = z.object({ timeZone: z.string().nullish() });

export type Self = { name?: string /** The main one first. */; addresses: readonly [string, ...string[]] };

export async function selfOf(graph: Graph): Promise<Self> {
  const asked = { query: { $select: "displayName,mail,userPrincipalName,proxyAddresses" } };
  const told = parsed(userShape, await graph.get("/me", asked));
  const [main, ...others] = addressesOf(told);
  if (main === undefined) throw new TroubleError({ kind: "refused", because: "this account has no mail address" });
  const name = told.displayName?.trim() ?? "";
  return { addresses: [main, ...others], ...(name !== "" && { name: name.slice(0, nameMax) }) };
}

const nameMax = 200;

export const profileOf = ({ name, addresses }: Self, zone: Zone | undefined): Profile => ({
  address: addresses[0],
  ...(name !== undefined && { name }),
  ...(zone !== undefined && { zone }),
  aliases: addresses,
});

/** The main address first, each once. Exchange writes others as "smtp:…", and paths of its own as "x500:…". */
function addressesOf({ mail, userPrincipalName, proxyAddresses }: z.output<typeof userShape>): string[] {
  const proxies = (proxyAddresses ?? []).flatMap((proxy) => /^smtp:(.+)$/i.exec(proxy)?.[1] ?? []);
  // Guests of another organisation have a principal name that is no address: it holds "#EXT#".
  const principal = userPrincipalName?.includes("#EXT#") === false ? userPrincipalName : "";
  const found = [mail ?? "", principal, ...proxies].flatMap((text) => normaliseAddress(text) ?? []);
  return [...new Set(found)];
}

/** Undefined when it was not allowed, or is none that anybody knows. */
export async function zoneOf(graph: Graph): Promise<Zone | undefined> {
  try {
    const told = await graph.get("/me/mailboxSettings", { query: { $select: "timeZone" } });
    return zoneNamed(settingsShape.safeParse(told).data?.timeZone ?? "");
  } catch (problem) {
    if (problem instanceof TroubleError && ["refused", "gone"].includes(problem.trouble.kind)) return undefined;
    throw problem;
  }
}
