/** Behind the link of an invitation: a name and a passphrase, and a new owner is at home. */
import { z } from "zod";
import { isInvitationOpen, joinByInvitation } from "../../flows/owner/invite-owner.ts";
import { passphraseLengthMin } from "../../flows/owner/passphrase.ts";
import { openSession } from "../../flows/owner/session.ts";
import { answerAbsent, answerPage, frameOf } from "../answer.ts";
import { type Ask, worldOf } from "../context.ts";
import { visitorOf } from "../door.ts";
import { giveSession } from "../session.ts";
import { invitationView } from "../views/invitation.ts";

const tokenOf = (ask: Ask): string => ask.req.param("token") ?? "";

export async function showInvitation(ask: Ask) {
  return (await isInvitationOpen(worldOf(ask), tokenOf(ask))) ? answer(ask) : answerAbsent(ask);
}

const form = z.object({ name: z.string().max(200), passphrase: z.string() });

/** Limited like signing in: a passphrase is hashed, and a name that is taken is said. */
export async function join(ask: Ask) {
  const fields = form.parse(await ask.req.parseBody());
  if (ask.var.gate.enter(visitorOf(ask)).kind === "wait")
    return answer(ask, { says: "Too many tries. Wait ten minutes.", name: fields.name }, 429);
  const joined = await joinByInvitation(worldOf(ask), tokenOf(ask), fields);
  if (joined.kind === "unknown") return answerAbsent(ask);
  if (joined.kind === "refused") return answer(ask, { says: joined.says, name: fields.name }, 400);
  giveSession(ask, await openSession(worldOf(ask), joined.ownerId));
  return ask.redirect("/", 303);
}

function answer(ask: Ask, refused?: { says: string; name: string }, status: 200 | 400 | 429 = 200) {
  const frame = frameOf(ask);
  const body = invitationView(frame, {
    action: `/invitation/${tokenOf(ask)}`,
    passphraseLengthMin,
    ...(refused !== undefined && { refused }),
  });
  return answerPage(ask, frame, { title: "Join", body }, status);
}
