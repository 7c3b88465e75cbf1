/** The domains of companies that the owner worked for (R13): read, and said; everybody there is judged anew. */
import { FormerEmployers } from "../../domain/contact/former-employers.ts";
import { readDomains } from "../../domain/contact/target-company.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { saveSetting } from "../../store/settings.ts";
import { setTimer } from "../../store/timers.ts";
import type { Changed } from "../owner/change-setting.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

export const formerEmployers = ({ settings }: Pick<OwnerView, "settings">): FormerEmployers =>
  FormerEmployers.parse(settings.former_employers ?? {});

/** `text` holds all of them; empty takes them back. */
export async function sayFormerEmployers(world: World, owner: OwnerId, text: string): Promise<Changed> {
  const { domains, free, unreadable } = readDomains(text);
  const refused = (says: string): Changed => ({ kind: "refused", issues: [{ field: "domains", says }] });
  if (free.length > 0) return refused(`${free[0]} gives mail to anybody and is no company's`);
  if (unreadable.length > 0) return refused(`"${unreadable[0]}" is no domain such as acme.example`);
  const parsed = FormerEmployers.safeParse({ domains });
  if (!parsed.success) return refused("at most 20");
  const at = world.clock.now();
  await world.database.transaction().execute(async (transaction) => {
    await saveSetting(transaction, owner, "former_employers", parsed.data, at);
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, at);
  });
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return { kind: "saved" };
}
