/** Which contact is meant by a name or an address on the command line; several are told apart by the owner. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { meantBy, readMeant } from "../../store/read/who.ts";
import type { World } from "../world.ts";

export type PersonMeant =
  | { kind: "one"; contactId: ContactId; name: string }
  | { kind: "several"; names: string[] }
  | { kind: "nobody" };

export async function personMeant(world: World, owner: OwnerId, who: string): Promise<PersonMeant> {
  const found = (await readMeant(world.database, owner, who)).filter((one) => one.kind === "contact");
  const [one, ...others] = meantBy(who, found);
  if (one === undefined || one.kind !== "contact") return { kind: "nobody" };
  if (others.length === 0) return { kind: "one", contactId: one.contactId, name: one.name };
  const names = [one, ...others].flatMap((each) =>
    each.kind === "contact" ? [`${each.name} (${each.addresses[0] ?? "no address"})`] : [],
  );
  return { kind: "several", names };
}
