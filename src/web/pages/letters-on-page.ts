/** What every page with letters asks once for all of them. */
import type { DraftId } from "../../domain/ids.ts";
import { mayLettersLeave } from "../../flows/accounts/account-for.ts";
import { readSendings } from "../../store/read/sendings.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import type { LettersOnPage } from "../views/letter.ts";

/** So many of those on their way stand beside a list; the page of all of them is a link away. */
export const leavingMax = 5;

export async function lettersOnPage(
  ask: Ask,
  drafts: readonly ({ draftId: DraftId } | undefined)[],
): Promise<LettersOnPage> {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  return {
    leavesByItself: await mayLettersLeave(world, owner),
    sendings: await readSendings(
      world.database,
      owner,
      drafts.flatMap((one) => one?.draftId ?? []),
    ),
  };
}
