/** The last act taken back by one tap or the key u. */
import { z } from "zod";
import type { ContactId, DraftId, FollowUpId, LoggedId } from "../../domain/ids.ts";
import { takeBackLogged } from "../../flows/day/log-contact.ts";
import { allowContact } from "../../flows/lists/stop-contact.ts";
import { bringBack } from "../../flows/sending/bring-back.ts";
import { takeBackApproval } from "../../flows/sending/take-back.ts";
import { goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type UndoWish, undoKinds } from "../undo-wish.ts";

const undoForm = z.object({ what: z.enum(undoKinds), id: z.uuid(), back: z.string().optional() });

export async function undo(ask: Ask) {
  const { back, ...wish } = undoForm.parse(await ask.req.parseBody());
  return goOn(ask, wayBack(back, "/today"), (await isUndone(ask, wish)) ? "undone_act" : "undo_too_late");
}

async function isUndone(ask: Ask, { what, id }: UndoWish): Promise<boolean> {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  switch (what) {
    case "logged":
      return (await takeBackLogged(world, owner, id as LoggedId)) === "done";
    case "follow_up":
      return (await bringBack(world, owner, id as FollowUpId)) === "done";
    case "approval":
      return (await takeBackApproval(world, owner, id as DraftId)) === "taken_back";
    case "stop":
      return (await allowContact(world, owner, id as ContactId)) === "allowed";
  }
}
