/** How letters leave: letters that are not approved yet follow at once. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policy.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import { changePolicy } from "../owner/change-policy.ts";
import type { World } from "../world.ts";

export type SendingSettings = Pick<Policy["letters"], "undoSeconds" | "isLinkOffered"> &
  Pick<Policy["offers"], "mayBookTheirs">;

export async function saveSendingSettings(
  world: World,
  owner: OwnerId,
  { mayBookTheirs, ...letters }: SendingSettings,
): Promise<"saved" | "refused"> {
  if ((await changePolicy(world, owner, "letters", letters)) === "refused") return "refused";
  await changePolicy(world, owner, "offers", { mayBookTheirs });
  await composeDrafts(world, owner);
  return "saved";
}
