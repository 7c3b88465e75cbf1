/** Approved letters that nothing asks for any more, since the clocks were read anew: withdrawn, with the reason of their follow-up. */
import { type Because, because } from "../../domain/because.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { approvedDrafts } from "../../store/drafts.ts";
import type { WorldInside } from "../world.ts";
import { withdrawApproved } from "./withdraw.ts";

/** `held` tells of a person and a kind of follow-up why nothing is to be done about it for now, where anything does. */
export async function withdrawUncalled(
  inside: WorldInside,
  owner: OwnerId,
  held: ReadonlyMap<string, Because>,
): Promise<void> {
  for (const draft of await approvedDrafts(inside.database, owner)) {
    const { state, kind, about, because: reasons } = draft.followUp;
    const isOpen = state === "in_hand" || state === "due";
    // What the owner asked for themselves is held by no clock.
    const heldBy = about === "" ? held.get(`${draft.contactId} ${kind}`) : undefined;
    const reason = isOpen ? heldBy : (reasons[0] ?? overBecause);
    if (reason !== undefined) await withdrawApproved(inside, owner, { draft, to: "withdrawn", because: reason });
  }
}

const overBecause = because("R41.not_due", "What it was written for is over.");

/** It only has to wait: the letter keeps to the caps by itself. */
export const isCap = ({ rule }: Because): boolean => rule.startsWith("caps.");
