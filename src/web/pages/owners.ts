/** Everybody at home, for operators: who they are, inviting, roles, removing. For others the page is not there. */
import { z } from "zod";
import type { InvitationId, OwnerId } from "../../domain/ids.ts";
import { changeRole, type OwnersChanged, removeOwner } from "../../flows/owner/change-owners.ts";
import { inviteOwner, takeInvitationBack } from "../../flows/owner/invite-owner.ts";
import { openInvitationsOf, readOwners } from "../../store/read/owners.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, type Guard, ownerIdOf, worldOf } from "../context.ts";
import { originOf } from "../door.ts";
import { idIn } from "../query.ts";
import { type OwnersSaid, ownersPath, ownersView } from "../views/owners.ts";

export const needOperator: Guard = async (ask, next) => (ask.var.owner.isOperator ? next() : answerAbsent(ask));

export async function showOwners(ask: Ask, said: OwnersSaid = {}) {
  const [{ database, wall }, frame] = [worldOf(ask), frameOf(ask)];
  const body = ownersView(frame, {
    owners: await readOwners(database),
    self: ownerIdOf(ask),
    hasPassphrase: ask.var.owner.hasPassphrase,
    invitations: await openInvitationsOf(database, ownerIdOf(ask), wall.now()),
    seen: { now: wall.now(), zone: ask.var.owner.zone },
    said,
  });
  const status = said.trouble === undefined ? 200 : 400;
  return answerPage(ask, frame, { title: "Owners", place: "settings", body }, status);
}

const inviteForm = z.object({ ownName: z.string().max(200).optional() });

/** The link stands on this answer alone: only its hash is kept. */
export async function invite(ask: Ask) {
  const { ownName } = inviteForm.parse(await ask.req.parseBody());
  const invited = await inviteOwner(worldOf(ask), ownerIdOf(ask), ownName);
  return invited.kind === "refused"
    ? showOwners(ask, { trouble: invited.says })
    : showOwners(ask, { link: `${originOf(ask)}/invitation/${invited.token}` });
}

export async function takeBack(ask: Ask) {
  const id = idIn<InvitationId>(ask);
  const outcome = id === undefined ? "unknown" : await takeInvitationBack(worldOf(ask), ownerIdOf(ask), id);
  return outcome === "done" ? goOn(ask, ownersPath, "invitation_taken_back") : answerAbsent(ask);
}

const roleForm = z.object({ role: z.enum(["owner", "operator"]) });

export async function saveRole(ask: Ask) {
  const { role: to } = roleForm.parse(await ask.req.parseBody());
  const of = idIn<OwnerId>(ask);
  if (of === undefined) return answerAbsent(ask);
  const outcome = await changeRole(worldOf(ask), ownerIdOf(ask), { of, to });
  // Who is no operator any more does not find this page.
  return settle(ask, outcome, () => goOn(ask, of === ownerIdOf(ask) ? "/settings" : ownersPath, "role_changed"));
}

const removeForm = z.object({ confirm: z.string().max(200) });

export async function remove(ask: Ask) {
  const { confirm: typed } = removeForm.parse(await ask.req.parseBody());
  const of = idIn<OwnerId>(ask);
  if (of === undefined) return answerAbsent(ask);
  const outcome = await removeOwner(worldOf(ask), ownerIdOf(ask), { of, typed });
  return settle(ask, outcome, () => goOn(ask, ownersPath, "owner_removed"));
}

function settle(ask: Ask, outcome: OwnersChanged, done: () => Response) {
  switch (outcome) {
    case "done":
      return done();
    case "unknown":
      return answerAbsent(ask);
    case "last_operator":
      return showOwners(ask, { trouble: "One operator has to stay. Make somebody else one first." });
    case "not_confirmed":
      return showOwners(ask, { trouble: "That is not the name they sign in with. Nothing was erased." });
  }
}
