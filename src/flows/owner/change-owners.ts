/** What operators do with other owners: what each may look after, and whose things are erased. One operator always stays. */
import type { OwnerId } from "../../domain/ids.ts";
import { readSignInName } from "../../domain/sign-in-name.ts";
import { addAudit } from "../../store/audit.ts";
import { removeInvitations } from "../../store/invitations.ts";
import { operators, setRole } from "../../store/owner-roles.ts";
import { listOwners, lockOwners } from "../../store/owners.ts";
import { removeSessions } from "../../store/sessions.ts";
import type { OwnerRole } from "../../store/tables.ts";
import { beginErasure } from "../privacy/erase-everything.ts";
import type { World } from "../world.ts";

export type OwnersChanged = "done" | "unknown" | "last_operator" | "not_confirmed";

export async function changeRole(
  world: World,
  by: OwnerId,
  { of, to }: { of: OwnerId; to: OwnerRole },
): Promise<OwnersChanged> {
  return world.database.transaction().execute(async (database) => {
    await lockOwners(database);
    const now = await operators(database);
    if (!now.includes(by) || !(await listOwners(database)).some(({ ownerId }) => ownerId === of)) return "unknown";
    if (to === "owner" && now.every((one) => one === of)) return "last_operator";
    await setRole(database, of, to);
    if (to === "owner") await removeInvitations(database, of);
    const what = to === "operator" ? "owner_made_operator" : "operator_made_owner";
    await addAudit(database, by, { auditId: world.ids.next(), at: world.wall.now(), what, subjectId: of });
    return "done";
  });
}

/** Everything of another owner is erased; their browsers are signed out at once. Oneself is erased under one's own data. */
export async function removeOwner(
  world: World,
  by: OwnerId,
  { of, typed }: { of: OwnerId; typed: string },
): Promise<OwnersChanged> {
  const outcome = await world.database.transaction().execute(async (database): Promise<OwnersChanged> => {
    await lockOwners(database);
    if (of === by || !(await operators(database)).includes(by)) return "unknown";
    const them = (await listOwners(database)).find(({ ownerId }) => ownerId === of);
    if (them?.signInName === undefined) return "unknown";
    if (readSignInName(typed) !== them.signInName) return "not_confirmed";
    await removeSessions(database, of);
    await removeInvitations(database, of);
    await beginErasure({ ...world, database }, of, { clearsAccounts: false, keepsStops: false });
    const what = "owner_removed" as const;
    await addAudit(database, by, { auditId: world.ids.next(), at: world.wall.now(), what, subjectId: of });
    return "done";
  });
  if (outcome === "done") await world.nudge({ job: "erase_everything", ownerId: of });
  return outcome;
}
