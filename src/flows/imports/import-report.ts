/** What an import has led to, as `import --json` prints it. Its field names are stable and documented in docs/json.md. */
import type { OwnerId } from "../../domain/ids.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { contactLines, machineAddresses, skippedSums, sums } from "../../store/read/report.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { World } from "../world.ts";

export type ImportReport = {
  owner: { addresses: string[]; sure: boolean };
  files: number;
  messages: number;
  events: number;
  contacts: { name: string; addresses: string[]; class: string; because: string[] }[];
  machines: string[];
  skipped: { because: string; count: number }[];
};

export async function importReport(world: World, owner: OwnerId): Promise<ImportReport> {
  const addresses = await ownerAddresses(world.database, owner);
  return {
    owner: {
      addresses: ownAddressesOf({ addresses: addresses.filter(({ standing }) => standing !== "refused") }),
      sure: addresses.some(({ standing }) => standing === "said" || standing === "inferred"),
    },
    ...(await sums(world.database, owner)),
    contacts: await contactLines(world.database, owner),
    machines: await machineAddresses(world.database, owner),
    skipped: await skippedSums(world.database, owner),
  };
}
